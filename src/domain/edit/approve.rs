//! The edits that put a signature under a tracker, for keys and commands alike.

use super::place::{Anchor, Place};
use super::{Edit, ListPlace};
use crate::domain::field::Out;
use crate::domain::json::Json;
use crate::domain::kind::Kind;
use crate::domain::priority::{Approval, Priority, Update};
use crate::domain::record::Record as _;

/// The fields of a signature; one that stood there before gives them up to the new one.
const FIELDS: [&str; 5] = ["by", "on", "covers", "source", "note"];

/// Puts a signature under a tracker that stands with a priority. The officer's stands first. A role
/// signs once: a new signature takes the place of the old one.
pub fn approve(holder: &Priority, update: &Update, approval: &Approval) -> Vec<Edit> {
    let at = Place::record(Kind::Priority, &holder.id).member("updates", update.period.text());
    let before = update
        .approvals
        .iter()
        .find(|before| before.role == approval.role);
    let Some(before) = before else {
        let Ok(value) = Json::of(&Out(approval)) else {
            return Vec::new();
        };
        let anchor = match approval.role.as_str() {
            "officer" => Anchor::first(),
            _ => Anchor::last(&update.approvals),
        };
        return vec![Edit::Insert {
            list: ListPlace::Inside(at, "approvals".to_owned()),
            key: approval.role.clone(),
            value,
            anchor,
        }];
    };
    let at = at.member("approvals", &approval.role);
    let set = |field: &str| {
        let (before, after) = (before.get(field), approval.get(field));
        (before != after).then(|| Edit::Set {
            at: at.clone(),
            field: field.to_owned(),
            before,
            after,
        })
    };
    FIELDS.into_iter().filter_map(set).collect()
}
