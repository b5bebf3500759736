//! Making an edit true, and finding its inverse.

use std::collections::HashSet;

use super::place::{Anchor, Place};
use super::{Edit, ListPlace, Refusal, Step};
use crate::domain::id::RecordRef;
use crate::domain::json::Json;
use crate::domain::kind::Kind;
use crate::domain::programme::Programme;
use crate::domain::record::{InsertError, Members, derive_keys};
use crate::domain::workspace::{Workspace, lacks_keys};

/// What an edit or step did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Applied<T> {
    /// What takes it back.
    pub inverse: T,
    /// The records that it touched.
    pub touched: Vec<RecordRef>,
}

/// Applies one edit, or refuses and changes nothing.
pub fn apply(workspace: &mut Workspace, edit: &Edit) -> Result<Applied<Edit>, Refusal> {
    let inverse = match edit {
        Edit::Set {
            at,
            field,
            before,
            after,
        } => set(workspace, at, field, before.as_ref(), after.as_ref())?,
        Edit::Insert {
            list,
            key,
            value,
            anchor,
        } => insert(workspace, list, key, value, anchor)?,
        Edit::Remove {
            list, key, value, ..
        } => remove(workspace, list, key, value)?,
        Edit::Move { list, key, to, .. } => shift(workspace, list, key, to)?,
    };
    Ok(Applied {
        inverse,
        touched: vec![edit.record()],
    })
}

/// Applies all edits of a step, or none.
pub fn apply_step(workspace: &mut Workspace, step: &Step) -> Result<Applied<Step>, Refusal> {
    let mut inverse = Vec::with_capacity(step.edits.len());
    let mut touched = Vec::new();
    let mut seen = HashSet::new();
    let mut draft = workspace.clone();
    for edit in &step.edits {
        let applied = apply(&mut draft, edit)?;
        inverse.push(applied.inverse);
        for record in applied.touched {
            if seen.insert(record.clone()) {
                touched.push(record);
            }
        }
    }
    *workspace = draft;
    inverse.reverse();
    Ok(Applied {
        inverse: Step::new(format!("undo of {}", step.cause), inverse),
        touched,
    })
}

fn set(
    workspace: &mut Workspace,
    at: &Place,
    field: &str,
    before: Option<&Json>,
    after: Option<&Json>,
) -> Result<Edit, Refusal> {
    if is_key(at, field) {
        return Err(Refusal::Key {
            record: at.record.clone(),
            field: field.to_owned(),
        });
    }
    let record = at
        .find_mut(workspace)
        .ok_or_else(|| Refusal::Gone(at.to_string()))?;
    let now = record.get(field);
    if now.as_ref() != before {
        return Err(Refusal::Changed {
            record: at.record.clone(),
            field: field.to_owned(),
            before: before.cloned(),
            now,
        });
    }
    record.set(field, after).map_err(|error| Refusal::Shape {
        record: at.record.clone(),
        field: field.to_owned(),
        value: after.map_or_else(String::new, Json::shown),
        reason: error.to_string(),
    })?;
    // Members that came without an id get one at once, so that whoever replays this gets the same.
    if lacks_keys(record) {
        derive_keys(record);
    }
    if at.record.kind == Kind::Workspace && after.is_some_and(|it| it.as_str().contains('{')) {
        workspace.derive_missing_ids();
    }
    // The file's own spelling of the value counts from here on (78.0 is 78).
    let after = at.find(workspace).and_then(|record| record.get(field));
    Ok(Edit::Set {
        at: at.clone(),
        field: field.to_owned(),
        before: after,
        after: now,
    })
}

/// Whether `field` is what the record or member is known by.
fn is_key(at: &Place, field: &str) -> bool {
    let key = match at.members.last() {
        Some((list, _)) => match list.as_str() {
            "updates" if at.record.kind == Kind::Priority => "period",
            "progress" => "period",
            "approvals" => "role",
            "former_codes" => "in",
            "published_ratings" => "board",
            _ => "id",
        },
        None => match at.record.kind {
            Kind::Workspace => "format",
            Kind::Period => "period",
            Kind::View => "name",
            _ => "id",
        },
    };
    key == field
}

/// The list itself.
fn list_of<'a>(
    workspace: &'a mut Workspace,
    list: &ListPlace,
) -> Result<&'a mut dyn Members, Refusal> {
    match list {
        ListPlace::Records(kind) => workspace
            .records_mut(*kind)
            .ok_or_else(|| Refusal::NoList(list.to_string())),
        ListPlace::Inside(place, name) => {
            let record = place
                .find_mut(workspace)
                .ok_or_else(|| Refusal::Gone(place.to_string()))?;
            record
                .list_mut(name)
                .ok_or_else(|| Refusal::NoList(list.to_string()))
        }
    }
}

fn insert(
    workspace: &mut Workspace,
    list: &ListPlace,
    key: &str,
    value: &Json,
    anchor: &Anchor,
) -> Result<Edit, Refusal> {
    let members = list_of(workspace, list)?;
    let place = anchor.resolve(members);
    let came_in = members.insert(value, place).map_err(|error| match error {
        InsertError::Doubled(key) => Refusal::Doubled(format!("{list}/{key}")),
        error => Refusal::Shape {
            record: list.record(key),
            field: list.to_string(),
            value: value.shown(),
            reason: error.to_string(),
        },
    })?;
    if came_in != key {
        members.remove(&came_in);
        return Err(Refusal::Gone(format!("{list}/{key}")));
    }
    if members.member(key).is_some_and(lacks_keys) {
        members.member_mut(key).into_iter().for_each(derive_keys);
    }
    let value = members.member_json(key).unwrap_or_else(|| value.clone());
    let anchor = Anchor::before_place(members, place);
    Ok(Edit::Remove {
        list: list.clone(),
        key: key.to_owned(),
        value,
        anchor,
    })
}

fn remove(
    workspace: &mut Workspace,
    list: &ListPlace,
    key: &str,
    value: &Json,
) -> Result<Edit, Refusal> {
    let members = list_of(workspace, list)?;
    let gone = || Refusal::Gone(format!("{list}/{key}"));
    let place = members.position(key).ok_or_else(gone)?;
    let now = members.member_json(key).ok_or_else(gone)?;
    if now != *value {
        return Err(Refusal::Changed {
            record: list.record(key),
            field: key.to_owned(),
            before: Some(value.clone()),
            now: Some(now),
        });
    }
    let anchor = Anchor::before_place(members, place);
    members.remove(key);
    forget_empty_programme(workspace);
    Ok(Edit::Insert {
        list: list.clone(),
        key: key.to_owned(),
        value: now,
        anchor,
    })
}

/// A programme that holds nothing is not written, so the inverse of its first insertion ends where
/// it began.
fn forget_empty_programme(workspace: &mut Workspace) {
    if workspace.programme.as_ref() == Some(&Programme::default()) {
        workspace.programme = None;
    }
}

fn shift(
    workspace: &mut Workspace,
    list: &ListPlace,
    key: &str,
    to: &Anchor,
) -> Result<Edit, Refusal> {
    let members = list_of(workspace, list)?;
    let gone = || Refusal::Gone(format!("{list}/{key}"));
    let place = members.position(key).ok_or_else(gone)?;
    let value = members.member_json(key).ok_or_else(gone)?;
    let from = Anchor::before_place(members, place);
    members.remove(key);
    let target = to.resolve(members);
    members
        .insert(&value, target)
        .map_err(|error| Refusal::Shape {
            record: list.record(key),
            field: list.to_string(),
            value: value.shown(),
            reason: error.to_string(),
        })?;
    let to = Anchor::before_place(members, target);
    Ok(Edit::Move {
        list: list.clone(),
        key: key.to_owned(),
        from: to,
        to: from,
    })
}
