//! The edits that change what a tracker says of an action in a period, for keys and commands alike.

use super::place::{Anchor, Place};
use super::{Edit, ListPlace};
use crate::domain::action::{Action, Progress};
use crate::domain::field::Out;
use crate::domain::json::Json;
use crate::domain::kind::Kind;
use crate::domain::period::Period;
use crate::domain::record::Record as _;
use crate::domain::stated::Stated;

/// Sets fields of the progress entry of a period; where there is none yet, it is put in its place by
/// date. Gives no edit for a field that holds the value already.
pub fn set_in_progress(
    action: &Action,
    period: Period,
    fields: &[(&str, Option<Json>)],
) -> Vec<Edit> {
    let place = Place::record(Kind::Action, &action.id);
    let entry = action
        .progress
        .iter()
        .find(|entry| entry.period.read() == Some(period));
    if let Some(entry) = entry {
        let at = place.member("progress", entry.period.text());
        let set = |(field, after): &(&str, Option<Json>)| {
            let before = entry.get(field);
            (before != *after).then(|| Edit::Set {
                at: at.clone(),
                field: (*field).to_owned(),
                before,
                after: after.clone(),
            })
        };
        return fields.iter().filter_map(set).collect();
    }
    let mut entry = Progress {
        period: Stated::from(period),
        ..Progress::default()
    };
    for (field, value) in fields {
        // A value that does not fit leaves the field unset.
        let _ = entry.set(field, value.as_ref());
    }
    let Ok(value) = Json::of(&Out(&entry)) else {
        return Vec::new();
    };
    let earlier = action
        .progress
        .iter()
        .rposition(|other| other.period.read().is_some_and(|other| other < period));
    vec![Edit::Insert {
        list: ListPlace::Inside(place, "progress".to_owned()),
        key: period.to_string(),
        value,
        anchor: Anchor::before_place(&action.progress, earlier.map_or(0, |place| place + 1)),
    }]
}
