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
    if set == 0 {
        return Vec::new();
    }
    inserted(place, priority, period, &update)
        .into_iter()
        .collect()
}

/// The edit that puts a tracker in its place by date. None where its period cannot be read.
pub fn begin_update(priority: &Priority, update: &Update) -> Option<Edit> {
    let place = Place::record(Kind::Priority, &priority.id);
    inserted(place, priority, update.period.read()?, update)
}

fn inserted(place: Place, priority: &Priority, period: Period, update: &Update) -> Option<Edit> {
    let value = Json::of(&crate::domain::field::Out(update)).ok()?;
    // Oldest first: behind the last one that is earlier.
    let earlier = priority
        .updates
        .iter()
        .rposition(|other| other.period.read().is_some_and(|other| other < period));
    let anchor = Anchor::before_place(&priority.updates, earlier.map_or(0, |place| place + 1));
    Some(Edit::Insert {
        list: ListPlace::Inside(place, "updates".to_owned()),
        key: period.to_string(),
        value,
        anchor,
    })
}

/// The fields of a priority of which a tracker says what they were then.
const HISTORICAL: [&str; 5] = [
    "title",
    "officers",
    "indicators",
    "links",
    "area_of_weakness",
];

/// What must be written into the newest earlier tracker when a priority's own field changes, so that
/// earlier periods keep what held then (domain rules, section 2). Nothing where the field is not one
/// of those, there is no earlier tracker, or the newest says already what held. `old` is the field's
/// value before; an empty list is written where there was none, and only here.
pub fn historical(
    priority: &Priority,
    current: Option<Period>,
    field: &str,
    old: Option<&Json>,
) -> Option<Edit> {
    if !HISTORICAL.contains(&field) {
        return None;
    }
    let earlier = priority.updates.iter().filter_map(|update| {
        let period = update.period.read()?;
        current
            .is_none_or(|current| period < current)
            .then_some((period, update))
    });
    let (_, newest) = earlier.max_by_key(|(period, _)| *period)?;
    if newest.get(field).is_some() {
        return None;
    }
    let after = match (old, field) {
        (Some(old), _) => old.clone(),
        // A title that was not there cannot be said.
        (None, "title") => return None,
        (None, "area_of_weakness") => Json::of(&false).ok()?,
        (None, _) => Json::parse("[]").ok()?,
    };
    Some(Edit::Set {
        at: Place::record(Kind::Priority, &priority.id).member("updates", newest.period.text()),
        field: field.to_owned(),
        before: None,
        after: Some(after),
    })
}
