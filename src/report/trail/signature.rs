//! A signature under a tracker in words, instead of the fields that it is made of.

use crate::domain::edit::{Edit, ListPlace};
use crate::domain::json::Json;

/// `approved as officer by J. Harris`, where the edits of a record are that and nothing else.
pub(super) fn signed(edits: &[&Edit]) -> Option<String> {
    let mut role = None;
    let mut by = None;
    for edit in edits {
        let (of, signer) = match edit {
            Edit::Insert {
                list: ListPlace::Inside(_, list),
                key,
                value,
                ..
            } if list == "approvals" => (key, named(value, "by")),
            Edit::Set {
                at, field, after, ..
            } => {
                let (list, key) = at.members.last()?;
                (list == "approvals").then_some(())?;
                let signer = after.as_ref().filter(|_| field == "by").and_then(names);
                (key, signer)
            }
            _ => return None,
        };
        if *role.get_or_insert(of) != of {
            return None;
        }
        by = by.or(signer);
    }
    let by = by.map(|by| format!(" by {by}")).unwrap_or_default();
    role.map(|role| format!("approved as {role}{by}"))
}

/// The names that stand under a key of an object.
fn named(value: &Json, key: &str) -> Option<String> {
    let value: serde_json::Value = value.to().ok()?;
    joined(value.get(key)?)
}

fn names(value: &Json) -> Option<String> {
    joined(&value.to().ok()?)
}

fn joined(names: &serde_json::Value) -> Option<String> {
    let names: Vec<&str> = names
        .as_array()?
        .iter()
        .filter_map(|it| it.as_str())
        .collect();
    (!names.is_empty()).then(|| names.join(", "))
}
