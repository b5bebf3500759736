//! The edits that change a priority's tracker of a period, for keys and commands alike.

use super::place::{Anchor, Place};
use super::{Edit, ListPlace};
use crate::domain::id::RecordRef;
use crate::domain::json::Json;
use crate::domain::kind::Kind;
use crate::domain::period::Period;
use crate::domain::priority::{Priority, Update};
use crate::domain::record::Record as _;
use crate::domain::stated::Stated;

/// Sets fields of the tracker of a period; where there is none yet, it is put in its place by date.
/// Gives no edit for a field that holds the value already.
pub fn set_in_update(
    priority: &Priority,
    period: Period,
    fields: &[(&str, Option<Json>)],
) -> Vec<Edit> {
    let place = Place {
        record: RecordRef::new(Kind::Priority, &priority.id),
        members: Vec::new(),
    };
    match priority
        .updates
        .iter()
        .find(|update| update.period.read() == Some(period))
    {
        Some(update) => set_existing(&place, update, fields),
        None => insert_new(place, priority, period, fields),
    }
}

fn set_existing(place: &Place, update: &Update, fields: &[(&str, Option<Json>)]) -> Vec<Edit> {
    let at = place.clone().member("updates", update.period.text());
    let set = |(field, after): &(&str, Option<Json>)| {
        let before = update.get(field);
        (before != *after).then(|| Edit::Set {
            at: at.clone(),
            field: (*field).to_owned(),
            before,
            after: after.clone(),
        })
    };
    fields.iter().filter_map(set).collect()
}

fn insert_new(
    place: Place,
    priority: &Priority,
    period: Period,
    fields: &[(&str, Option<Json>)],
) -> Vec<Edit> {
    let mut update = Update {
        period: Stated::from(period),
        ..Update::default()
    };
    let given = fields.iter().filter(|(_, value)| value.is_some());
    // A value that does not fit leaves the field unset here; applying the edit says why.
    let set = given
        .filter(|(field, value)| update.set(field, value.as_ref()).is_ok())
        .count();
    let value = Json::of(&crate::domain::field::Out(&update));
    let (Ok(value), true) = (value, set > 0) else {
        return Vec::new();
    };
    // Oldest first: behind the last one that is earlier.
    let earlier = priority
        .updates
        .iter()
        .rposition(|other| other.period.read().is_some_and(|other| other < period));
    let anchor = Anchor::before_place(&priority.updates, earlier.map_or(0, |place| place + 1));
    vec![Edit::Insert {
        list: ListPlace::Inside(place, "updates".to_owned()),
        key: period.to_string(),
        value,
        anchor,
    }]
}
