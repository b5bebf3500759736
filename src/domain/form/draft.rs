//! From a filled-in form to the edits of one step.

use super::{Entry, Form, MemberList, Object};
use crate::domain::edit::{
    Anchor, Edit, ListPlace, Place, Refusal, Step, apply, former_code, historical,
};
use crate::domain::json::Json;
use crate::domain::kind::Kind;
use crate::domain::programme::Programme;
use crate::domain::record::{InsertError, Members};
use crate::domain::workspace::Workspace;

/// The edits so far, and the workspace as they leave it: each is tried out at once, so that the step
/// as a whole holds.
pub struct Draft {
    workspace: Workspace,
    edits: Vec<Edit>,
}

/// Why a filled-in form cannot become a step.
#[derive(Debug, thiserror::Error)]
pub enum DraftError {
    /// An edit does not hold.
    #[error(transparent)]
    Refused(#[from] Refusal),
    /// The object is no record of its list.
    #[error("this cannot be kept: {0}")]
    Shape(#[from] InsertError),
}

impl Draft {
    /// Nothing yet, on top of a workspace.
    pub fn new(workspace: &Workspace) -> Self {
        Self {
            workspace: workspace.clone(),
            edits: Vec::new(),
        }
    }

    /// The edits as one step; `None` where nothing changes.
    pub fn into_step(self, cause: impl Into<String>) -> Option<Step> {
        (!self.edits.is_empty()).then(|| Step::new(cause, self.edits))
    }

    /// Adds an edit.
    pub fn push(&mut self, edit: Edit) -> Result<(), Refusal> {
        apply(&mut self.workspace, &edit)?;
        self.edits.push(edit);
        Ok(())
    }

    /// Puts a new record or member into a list, at a place or at the end; gives back its key. Ids that
    /// are missing are given.
    pub fn insert(
        &mut self,
        list: &ListPlace,
        object: &Object,
        place: Option<usize>,
    ) -> Result<String, DraftError> {
        let value = Json::of(object).map_err(InsertError::from)?;
        let (key, value, anchor) = match self.members(list) {
            Some(members) => {
                let (key, value) = members.complete(&value)?;
                let place = place.unwrap_or_else(|| members.len());
                (key, value, Anchor::before_place(members, place))
            }
            None => first_of(list, &value)?,
        };
        self.push(Edit::Insert {
            list: list.clone(),
            key: key.clone(),
            value,
            anchor,
        })?;
        Ok(key)
    }

    /// Makes a record or member hold what a form says: a field that differs is set, a list with keys
    /// is changed member by member.
    pub fn change(
        &mut self,
        at: &Place,
        form: &'static Form,
        after: &Object,
    ) -> Result<(), DraftError> {
        let Some(record) = at.find(&self.workspace) else {
            return Err(Refusal::Gone(at.to_string()).into());
        };
        let before = Object::of_record(record);
        self.keep_code(at, &before, after)?;
        for field in form.all_fields() {
            match field.entry {
                Entry::Why => {}
                Entry::Members(_) if before.get(field.key) == after.get(field.key) => {}
                Entry::Members(members) => {
                    self.change_members(at, field.key, members, after.get(field.key))?;
                }
                Entry::Figure => {
                    for key in super::FIGURE_KEYS {
                        self.set(at, key, &before, after)?;
                    }
                }
                _ => self.set(at, field.key, &before, after)?,
            }
        }
        Ok(())
    }

    /// Keeps the code that a record had where it gets another, unless its former codes were entered
    /// too.
    fn keep_code(&mut self, at: &Place, before: &Object, after: &Object) -> Result<(), Refusal> {
        let entered = before.get("former_codes") != after.get("former_codes");
        let (old, new) = (before.text("code"), after.text("code"));
        if entered || !at.members.is_empty() {
            return Ok(());
        }
        match former_code(&self.workspace, &at.record, &old, &new) {
            Some(edit) => self.push(edit),
            None => Ok(()),
        }
    }

    /// Sets one field, and in a priority what was different in earlier periods.
    fn set(
        &mut self,
        at: &Place,
        key: &str,
        before: &Object,
        after: &Object,
    ) -> Result<(), Refusal> {
        let (old, new) = (before.get(key), after.get(key));
        if old == new {
            return Ok(());
        }
        if at.record.kind == Kind::Priority && at.members.is_empty() {
            let id = at.record.id.as_str();
            let current = self.workspace.current_period.read();
            let kept = self.workspace.priorities.get(id);
            let kept = kept.and_then(|priority| historical(priority, current, key, old));
            if let Some(edit) = kept {
                self.push(edit)?;
            }
        }
        self.push(Edit::Set {
            at: at.clone(),
            field: key.to_owned(),
            before: old.cloned(),
            after: new.cloned(),
        })
    }

    /// Makes a list with keys hold these members in this order.
    fn change_members(
        &mut self,
        at: &Place,
        name: &str,
        list: &'static MemberList,
        after: Option<&Json>,
    ) -> Result<(), DraftError> {
        let place = ListPlace::Inside(at.clone(), name.to_owned());
        let wanted: Vec<Json> = after.and_then(|it| it.to().ok()).unwrap_or_default();
        let wanted: Vec<Object> = wanted.iter().map(Object::of).collect();
        let keys: Vec<String> = wanted.iter().map(|member| member.text(list.key)).collect();
        for key in self.keys(&place) {
            if !keys.contains(&key) {
                self.remove(&place, &key)?;
            }
        }
        for (number, (key, member)) in keys.iter().zip(&wanted).enumerate() {
            let there = self.members(&place).and_then(|it| it.position(key));
            match there.filter(|_| !key.is_empty()) {
                None => drop(self.insert(&place, member, Some(number))?),
                Some(position) => {
                    self.change(&at.clone().member(name, key), list.form, member)?;
                    if position != number {
                        self.shift(&place, key, number)?;
                    }
                }
            }
        }
        Ok(())
    }

    /// Takes a record or member out.
    pub fn remove(&mut self, list: &ListPlace, key: &str) -> Result<(), Refusal> {
        let gone = || Refusal::Gone(format!("{list}/{key}"));
        let members = self.members(list).ok_or_else(gone)?;
        let value = members.member_json(key).ok_or_else(gone)?;
        let place = members.position(key).ok_or_else(gone)?;
        let anchor = Anchor::before_place(members, place);
        self.push(Edit::Remove {
            list: list.clone(),
            key: key.to_owned(),
            value,
            anchor,
        })
    }

    /// Moves a member to a place of its list.
    fn shift(&mut self, list: &ListPlace, key: &str, place: usize) -> Result<(), Refusal> {
        let gone = || Refusal::Gone(format!("{list}/{key}"));
        let members = self.members(list).ok_or_else(gone)?;
        let now = members.position(key).ok_or_else(gone)?;
        let edit = Edit::Move {
            list: list.clone(),
            key: key.to_owned(),
            from: Anchor::before_place(members, now),
            to: Anchor::before_place(members, place),
        };
        self.push(edit)
    }

    fn keys(&self, list: &ListPlace) -> Vec<String> {
        let members = self.members(list);
        let keys = members.map(|members| {
            let keys = (0..members.len()).filter_map(|place| members.key_at(place));
            keys.map(str::to_owned).collect()
        });
        keys.unwrap_or_default()
    }

    fn members(&self, list: &ListPlace) -> Option<&dyn Members> {
        match list {
            ListPlace::Records(kind) => self.workspace.records(*kind),
            ListPlace::Inside(at, name) => at.find(&self.workspace)?.list(name),
        }
    }
}

/// The first item of a programme that is not there yet.
fn first_of(list: &ListPlace, value: &Json) -> Result<(String, Json, Anchor), DraftError> {
    let blank = Workspace {
        programme: Some(Programme::default()),
        ..Workspace::default()
    };
    let members = match list {
        ListPlace::Records(kind) => blank.records(*kind),
        ListPlace::Inside(..) => None,
    };
    let members = members.ok_or_else(|| Refusal::NoList(list.to_string()))?;
    let (key, value) = members.complete(value)?;
    Ok((key, value, Anchor::first()))
}
