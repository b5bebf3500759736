//! A step that no longer fits, made anew over what is there now (`store.md` §3).
//!
//! Two people changed the same thing. Where they really differ is for the user to see and decide;
//! what merely stands in another place, came in under the same key, or is the same already, is no
//! reason to ask.

use super::place::Place;
use super::{Edit, ListPlace, Refusal, Step, apply};
use crate::domain::id::{Id, RecordRef};
use crate::domain::json::Json;
use crate::domain::workspace::Workspace;

/// A field that two people set to different values.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Clash {
    /// The record or list member.
    pub at: Place,
    /// The field; empty for the whole of it.
    pub field: String,
    /// What it held before both.
    pub before: Option<Json>,
    /// What the step wants it to hold; nothing where it takes it away.
    pub mine: Option<Json>,
    /// What somebody else made of it.
    pub theirs: Option<Json>,
}

/// A step as it would be made now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Anew {
    /// The step over what is there now; without edits where all of it is so already.
    pub step: Step,
    /// Where it would put its own value in the place of somebody else's.
    pub clashes: Vec<Clash>,
}

/// Makes a step anew over a workspace in which somebody else was first. Refuses where there is nothing
/// left to put it into.
pub fn anew(workspace: &Workspace, step: &Step) -> Result<Anew, Refusal> {
    let mut made = Making {
        draft: workspace.clone(),
        edits: Vec::with_capacity(step.edits.len()),
        clashes: Vec::new(),
    };
    for edit in &step.edits {
        made.take(edit)?;
    }
    Ok(Anew {
        step: Step::new(step.cause.clone(), made.edits),
        clashes: made.clashes,
    })
}

struct Making {
    draft: Workspace,
    edits: Vec<Edit>,
    clashes: Vec<Clash>,
}

impl Making {
    fn take(&mut self, edit: &Edit) -> Result<(), Refusal> {
        let Err(refusal) = self.put(edit.clone()) else {
            return Ok(());
        };
        match (edit, refusal) {
            (
                Edit::Set {
                    at,
                    field,
                    before,
                    after,
                },
                Refusal::Changed { now, .. },
            ) => self.set(at, field, before.clone(), now, after.clone()),
            (
                Edit::Insert {
                    list, key, value, ..
                },
                Refusal::Doubled(_),
            ) => self.insert(edit, list, key, value),
            (
                Edit::Remove {
                    list,
                    key,
                    value,
                    anchor,
                },
                Refusal::Changed { now: Some(now), .. },
            ) => {
                self.clashes.push(Clash {
                    at: member(list, key),
                    field: String::new(),
                    before: Some(value.clone()),
                    mine: None,
                    theirs: Some(now.clone()),
                });
                self.put(Edit::Remove {
                    list: list.clone(),
                    key: key.clone(),
                    value: now,
                    anchor: anchor.clone(),
                })
            }
            // Gone already, or nothing left to be moved.
            (Edit::Remove { .. } | Edit::Move { .. }, Refusal::Gone(_)) => Ok(()),
            (_, refusal) => Err(refusal),
        }
    }

    fn put(&mut self, edit: Edit) -> Result<(), Refusal> {
        apply(&mut self.draft, &edit)?;
        self.edits.push(edit);
        Ok(())
    }

    /// A field that holds something else now.
    fn set(
        &mut self,
        at: &Place,
        field: &str,
        before: Option<Json>,
        now: Option<Json>,
        after: Option<Json>,
    ) -> Result<(), Refusal> {
        if now == after {
            return Ok(());
        }
        self.clashes.push(Clash {
            at: at.clone(),
            field: field.to_owned(),
            before,
            mine: after.clone(),
            theirs: now.clone(),
        });
        self.put(Edit::Set {
            at: at.clone(),
            field: field.to_owned(),
            before: now,
            after,
        })
    }

    /// Something that is there already: under a number of the program's own it is another thing and
    /// gets the next one; under a key that says what it is (a period, a role) it is the same, and its
    /// fields are set.
    fn insert(
        &mut self,
        edit: &Edit,
        list: &ListPlace,
        key: &str,
        value: &Json,
    ) -> Result<(), Refusal> {
        let fields = value.members().unwrap_or_default();
        let numbered = fields
            .iter()
            .any(|(field, value)| field == "id" && value.to_text().as_deref() == Some(key));
        if numbered {
            return self.renumbered(edit, &fields);
        }
        let at = member(list, key);
        for (field, mine) in fields {
            let now = at
                .find(&self.draft)
                .ok_or_else(|| Refusal::Gone(at.to_string()))?
                .get(&field);
            match now {
                Some(now) if now == mine => {}
                // Theirs says nothing of it: both stand.
                None => self.put(Edit::Set {
                    at: at.clone(),
                    field,
                    before: None,
                    after: Some(mine),
                })?,
                Some(now) => self.set(&at, &field, None, Some(now), Some(mine))?,
            }
        }
        Ok(())
    }

    fn renumbered(&mut self, edit: &Edit, fields: &[(String, Json)]) -> Result<(), Refusal> {
        let Edit::Insert {
            list, key, anchor, ..
        } = edit
        else {
            return Ok(());
        };
        let (stem, number) = numbered(key);
        for number in number.. {
            let key = format!("{stem}{number}");
            let with_key = fields.iter().map(|(field, value)| match field.as_str() {
                "id" => (field.clone(), Json::text(&key)),
                _ => (field.clone(), value.clone()),
            });
            let again = Edit::Insert {
                list: list.clone(),
                key: key.clone(),
                value: Json::object(with_key),
                anchor: anchor.clone(),
            };
            match self.put(again) {
                Err(Refusal::Doubled(_)) => {}
                done => return done,
            }
        }
        Ok(())
    }
}

/// What comes before the number at a key's end, and the next number.
fn numbered(key: &str) -> (String, u64) {
    let stem = key.trim_end_matches(|c: char| c.is_ascii_digit());
    let digits = key.strip_prefix(stem).unwrap_or_default();
    match digits.parse::<u64>() {
        Ok(number) => (stem.to_owned(), number.saturating_add(1)),
        Err(_) => (format!("{key}-"), 2),
    }
}

/// A record or list member by its list and key.
fn member(list: &ListPlace, key: &str) -> Place {
    match list {
        ListPlace::Records(kind) => Place {
            record: RecordRef::new(*kind, &Id::new(key)),
            members: Vec::new(),
        },
        ListPlace::Inside(place, name) => place.clone().member(name, key),
    }
}

#[cfg(test)]
mod tests;
