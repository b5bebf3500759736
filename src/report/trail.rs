//! The journal's entries in words: what the History screen, `scrutineer history` and the message line
//! say of a change.
//!
//! Words come from the edits alone, so that an entry reads the same whatever happened since; only
//! codes are those of the moment in view.

mod page;
mod signature;
mod words;

use std::collections::BTreeSet;

use crate::analysis::moment::Moment;
use crate::analysis::naming::{code_of, title_of};
use crate::domain::edit::{Edit, ListPlace, Place, Refusal};
use crate::domain::entry::{Entry, Reverses, What};
use crate::domain::id::RecordRef;
use crate::domain::json::Json;
use crate::domain::kind::Kind;
use crate::domain::workspace::Workspace;

pub use page::entry_page;
pub use words::{field_words, value_words};

/// One field or list member of an entry, before and after.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// The record.
    pub record: RecordRef,
    /// Its code, and what of it changed: `LN-1d, 2010/11 Q2: rating`.
    pub what: String,
    /// What it held, in words; nothing where it was not set or not there.
    pub before: Option<String>,
    /// What it holds since.
    pub after: Option<String>,
}

/// What another program changed and a step kept from being taken in.
fn not_taken(entry: &Entry) -> &[Edit] {
    match &entry.what {
        What::Outside { not_taken, .. } => not_taken,
        _ => &[],
    }
}

/// The records that an entry touched, or would have, each once.
pub fn touched(entry: &Entry) -> Vec<RecordRef> {
    let mut seen = BTreeSet::new();
    entry
        .edits
        .iter()
        .chain(not_taken(entry))
        .map(Edit::record)
        .filter(|record| seen.insert(record.clone()))
        .collect()
}

/// An entry in one line: `LN-1d rated red (was amber) in 2010/11 Q2`.
pub fn sentence(entry: &Entry, workspace: &Workspace, moment: Moment) -> String {
    let told = Telling { workspace, moment };
    match (&entry.what, &entry.reverses) {
        (What::Opened { .. }, _) => "the journal begins".to_owned(),
        (What::Snapshot { .. }, _) => "the file is about to be written".to_owned(),
        (What::SnapshotDone { .. }, _) => "the file was written".to_owned(),
        (_, Reverses::Undoes(_)) => {
            format!("undone: {}", told.edits(&entry.inverse("").edits))
        }
        (_, Reverses::Redoes(_)) => format!("made again: {}", told.edits(&entry.edits)),
        (_, Reverses::Nothing) => match (&*entry.edits, not_taken(entry)) {
            (taken, []) => told.edits(taken),
            ([], lost) => format!("not taken in: {}", told.edits(lost)),
            (taken, lost) => format!("{}; not taken in: {}", told.edits(taken), told.edits(lost)),
        },
    }
}

/// Who made an entry. Of a change from outside only who noticed it is known, which would mislead.
pub fn by(entry: &Entry) -> String {
    match entry.what {
        What::Outside { .. } => "another program".to_owned(),
        _ => entry.who.to_string(),
    }
}

/// When an entry was made: `10 Nov 14:05`.
pub fn when(entry: &Entry) -> String {
    let clock = entry.time.clock();
    match entry.time.day() {
        Some(day) => format!("{} {clock}", day.short()),
        None => clock,
    }
}

/// Why an edit was refused, by what people see and not by ids.
pub fn refusal_words(refusal: &Refusal, workspace: &Workspace, moment: Moment) -> String {
    let told = Telling { workspace, moment };
    match refusal {
        Refusal::Changed {
            record,
            field,
            before,
            now,
        } => {
            let value = |value: &Option<Json>| {
                value
                    .as_ref()
                    .map_or_else(|| "not set".to_owned(), words::brief)
            };
            format!(
                "{} of {} is {} now, not {}",
                field_words(field),
                told.code(record),
                value(now),
                value(before)
            )
        }
        other => other.to_string(),
    }
}

/// Edits in one line: what became of the first record, and how many others there are.
pub fn edits_in_words(edits: &[Edit], workspace: &Workspace, moment: Moment) -> String {
    Telling { workspace, moment }.edits(edits)
}

/// Every field that edits changed, before and after.
pub fn changes(edits: &[Edit], workspace: &Workspace, moment: Moment) -> Vec<Change> {
    let told = Telling { workspace, moment };
    edits.iter().flat_map(|edit| told.changes(edit)).collect()
}

/// What a place is called: the code of its record, and the way down.
pub fn place_words(place: &Place, workspace: &Workspace, moment: Moment) -> String {
    Telling { workspace, moment }.place(place)
}

/// What codes are looked up in.
#[derive(Clone, Copy)]
struct Telling<'a> {
    workspace: &'a Workspace,
    moment: Moment,
}

/// So many parts of one record are told in one line.
const TOLD: usize = 3;

impl Telling<'_> {
    fn code(self, record: &RecordRef) -> String {
        match record.kind {
            Kind::Workspace => "workspace".to_owned(),
            // They never have codes, and nobody knows them by their ids.
            Kind::Item | Kind::Group | Kind::Decision => {
                title_of(self.workspace, record, self.moment)
            }
            _ => code_of(self.workspace, record, self.moment),
        }
    }

    fn place(self, place: &Place) -> String {
        let mut words = self.code(&place.record);
        for (list, key) in &place.members {
            words.push_str(", ");
            if !words::NAMED_BY_KEY.contains(&list.as_str()) {
                words.push_str(&words::member_word(list));
                words.push(' ');
            }
            words.push_str(key);
        }
        words
    }

    fn edits(self, edits: &[Edit]) -> String {
        let Some(first) = edits.first() else {
            return "nothing changed".to_owned();
        };
        let record = first.record();
        let own: Vec<&Edit> = edits
            .iter()
            .filter(|edit| edit.record() == record)
            .collect();
        let others: BTreeSet<RecordRef> = edits
            .iter()
            .map(Edit::record)
            .filter(|other| *other != record)
            .collect();
        let signed = signature::signed(&own);
        let is_one = signed.is_some() || own.iter().all(|edit| is_rating(edit));
        let mut parts: Vec<String> = match signed {
            Some(signed) => vec![signed],
            None => own.iter().take(TOLD).map(|edit| part(edit)).collect(),
        };
        if own.len() > TOLD && parts.len() == TOLD {
            parts.push(format!("{} more", own.len() - TOLD));
        }
        let (code, parts) = (self.code(&record), parts.join(", "));
        let mut line = match in_period(&own) {
            Some(period) if is_one => format!("{code} {parts} in {period}"),
            Some(period) => format!("{code} in {period}: {parts}"),
            None => format!("{code} {parts}"),
        };
        match others.len() {
            0 => {}
            1 => line.push_str("; and 1 other record"),
            more => line.extend(["; and ", &more.to_string(), " other records"]),
        }
        line
    }

    fn changes(self, edit: &Edit) -> Vec<Change> {
        let record = edit.record();
        match edit {
            Edit::Set {
                at,
                field,
                before,
                after,
            } => vec![Change {
                record,
                what: format!("{}: {}", self.place(at), field_words(field)),
                before: before.as_ref().map(value_words),
                after: after.as_ref().map(value_words),
            }],
            Edit::Insert {
                list, key, value, ..
            } => self.whole(&record, list, key, value, true),
            Edit::Remove {
                list, key, value, ..
            } => self.whole(&record, list, key, value, false),
            Edit::Move {
                list,
                key,
                from,
                to,
            } => vec![Change {
                record,
                what: format!("{}: place in the list", self.member(list, key)),
                before: Some(words::behind(&from.0)),
                after: Some(words::behind(&to.0)),
            }],
        }
    }

    fn member(self, list: &ListPlace, key: &str) -> String {
        match list {
            ListPlace::Records(kind) => self.code(&RecordRef::new(*kind, &key.into())),
            ListPlace::Inside(place, name) => self.place(&place.clone().member(name, key)),
        }
    }

    /// A record or member that came or went, field by field.
    fn whole(
        self,
        record: &RecordRef,
        list: &ListPlace,
        key: &str,
        value: &Json,
        came: bool,
    ) -> Vec<Change> {
        let name = self.member(list, key);
        let change = |what: String, words: String| Change {
            record: record.clone(),
            what,
            before: (!came).then(|| words.clone()),
            after: came.then_some(words),
        };
        let fields = words::fields(value);
        if fields.is_empty() {
            return vec![change(name, value_words(value))];
        }
        fields
            .into_iter()
            .map(|(field, value)| {
                change(
                    format!("{name}: {}", field_words(&field)),
                    value_words(&value),
                )
            })
            .collect()
    }
}

/// What one edit did to its record.
fn part(edit: &Edit) -> String {
    match edit {
        Edit::Set {
            at,
            field,
            before,
            after,
        } => set(at, field, before.as_ref(), after.as_ref()),
        Edit::Insert {
            list: ListPlace::Records(kind),
            value,
            ..
        } => words::added(*kind, value),
        Edit::Remove {
            list: ListPlace::Records(kind),
            ..
        } => format!("({kind}) removed"),
        Edit::Insert {
            list: ListPlace::Inside(_, list),
            key,
            value,
            ..
        } => words::member_added(list, key, value),
        Edit::Remove {
            list: ListPlace::Inside(_, list),
            key,
            ..
        } => format!("{} {key} removed", words::member_word(list)),
        Edit::Move { list, .. } => match list {
            ListPlace::Records(_) => "moved in its list".to_owned(),
            ListPlace::Inside(_, list) => format!("{} moved", words::member_word(list)),
        },
    }
}

/// What a field became.
fn set(at: &Place, field: &str, before: Option<&Json>, after: Option<&Json>) -> String {
    let was = before.map_or_else(|| "not set".to_owned(), words::brief);
    let becomes = after.map(words::brief);
    match (field, becomes) {
        ("rating", Some(rating)) => format!("rated {rating} (was {was})"),
        ("direction", Some(direction)) => format!("{direction} (direction was {was})"),
        ("rating_note", Some(note)) => format!("note: {note}"),
        (_, Some(value)) => {
            let name = words::member_of(at, field);
            match before {
                Some(_) => format!("{name}: {value} (was {was})"),
                None => format!("{name}: {value}"),
            }
        }
        (_, None) => format!("{} taken away (was {was})", words::member_of(at, field)),
    }
}

/// Whether an edit says no more than a rating or a direction.
fn is_rating(edit: &Edit) -> bool {
    let is_short = |field: &str| matches!(field, "rating" | "direction" | "period");
    match edit {
        Edit::Set { field, .. } => is_short(field),
        Edit::Insert { value, .. } => words::fields(value)
            .iter()
            .all(|(field, _)| is_short(field)),
        Edit::Remove { .. } | Edit::Move { .. } => false,
    }
}

/// The period that all of these edits are of, if they are updates of one.
fn in_period(edits: &[&Edit]) -> Option<String> {
    let period = |edit: &&Edit| match edit {
        Edit::Set { at, .. } => at
            .members
            .first()
            .filter(|(list, _)| list == "updates")
            .map(|(_, key)| key.clone()),
        Edit::Insert {
            list: ListPlace::Inside(_, list),
            key,
            ..
        } if list == "updates" => Some(key.clone()),
        Edit::Insert {
            list: ListPlace::Inside(at, _),
            ..
        } => at
            .members
            .first()
            .filter(|(list, _)| list == "updates")
            .map(|(_, key)| key.clone()),
        _ => None,
    };
    let mut periods = edits.iter().map(period);
    match periods.next().flatten() {
        Some(first) if periods.all(|other| other.as_ref() == Some(&first)) => Some(first),
        _ => None,
    }
}

#[cfg(test)]
mod tests;
