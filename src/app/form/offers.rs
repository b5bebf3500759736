//! Naming another record in a field: what is typed is resolved as codes are everywhere, and what
//! exists is offered while it is typed.

use super::Asked;
use crate::analysis::naming::{code_of, resolve, title_of};
use crate::domain::form::{Entry, Trouble};
use crate::domain::id::RecordRef;
use crate::domain::kind::Kind;
use crate::search::{Field, FieldName, Glossary, Grammar, Prepared, Query, Searcher};

/// More are not offered: the next letter brings others.
const MOST: usize = 8;

/// A record that could be meant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Offer {
    /// The record.
    pub record: RecordRef,
    /// Its code, or its id.
    pub code: String,
    /// Its title.
    pub title: String,
}

impl Offer {
    fn of(record: RecordRef, asked: &Asked<'_>) -> Self {
        Self {
            code: name_of(&record, asked),
            title: title_of(asked.workspace, &record, asked.moment),
            record,
        }
    }
}

/// The kinds of records that a field can name.
fn kinds(entry: Entry) -> Vec<Kind> {
    match entry {
        Entry::Reference(kind) => vec![kind],
        Entry::Named => vec![
            Kind::Priority,
            Kind::Indicator,
            Kind::Action,
            Kind::Recommendation,
            Kind::Plan,
        ],
        _ => Vec::new(),
    }
}

/// How a field shows the record that it names.
pub fn called(entry: Entry, text: &str, asked: &Asked<'_>) -> Option<String> {
    let record = named(entry, text)?;
    asked
        .workspace
        .record(record.kind, record.id.as_str())
        .map(|_| name_of(&record, asked))
}

/// The code of a record; of kinds that have none the title.
fn name_of(record: &RecordRef, asked: &Asked<'_>) -> String {
    let code = code_of(asked.workspace, record, asked.moment);
    let titled = matches!(
        record.kind,
        Kind::Board | Kind::Plan | Kind::Monitor | Kind::Inquiry
    );
    let title = title_of(asked.workspace, record, asked.moment);
    if titled && !title.is_empty() {
        title
    } else {
        code
    }
}

/// The record that the value of a field names, whether it is there or not.
fn named(entry: Entry, text: &str) -> Option<RecordRef> {
    match entry {
        Entry::Reference(kind) => Some(RecordRef::new(kind, &text.into())),
        Entry::Named => RecordRef::read(text),
        _ => None,
    }
}

/// What the file holds for the record.
pub(super) fn value_of(entry: Entry, record: &RecordRef) -> String {
    match entry {
        Entry::Named => record.to_string(),
        _ => record.id.to_string(),
    }
}

/// The record that is meant by what is typed: its code, id or whole title. Never guessed.
pub(super) fn meant(entry: Entry, text: &str, asked: &Asked<'_>) -> Result<Offer, Trouble> {
    let text = text.trim();
    let kinds = kinds(entry);
    let mut found: Vec<RecordRef> = resolve(asked.workspace, text, asked.moment)
        .into_iter()
        .filter(|record| kinds.contains(&record.kind))
        .collect();
    if found.is_empty() {
        found = by_id_or_title(&kinds, text, asked);
    }
    let mut found = found.into_iter();
    match (found.next(), found.next()) {
        (Some(record), None) => Ok(Offer::of(record, asked)),
        (Some(_), Some(_)) => Err(Trouble::Several(text.to_owned())),
        (None, _) => Err(Trouble::NoRecord {
            kind: kinds
                .first()
                .filter(|_| kinds.len() == 1)
                .map_or("record", |kind| kind.word()),
            text: text.to_owned(),
        }),
    }
}

fn by_id_or_title(kinds: &[Kind], text: &str, asked: &Asked<'_>) -> Vec<RecordRef> {
    let folded = text.to_lowercase();
    let mut found = Vec::new();
    for kind in kinds {
        let Some(records) = asked.workspace.records(*kind) else {
            continue;
        };
        if records.position(text).is_some() {
            return vec![RecordRef::new(*kind, &text.into())];
        }
        let keys = (0..records.len()).filter_map(|place| records.key_at(place));
        found.extend(
            keys.map(|key| RecordRef::new(*kind, &key.into()))
                .filter(|record| {
                    title_of(asked.workspace, record, asked.moment).to_lowercase() == folded
                }),
        );
    }
    found
}

/// The records that what is typed could mean, best first; the first of all where nothing is typed.
pub(super) fn offers(entry: Entry, text: &str, asked: &Asked<'_>) -> Vec<Offer> {
    let text = text.trim();
    let mut offers = Vec::new();
    for kind in kinds(entry) {
        let Some(records) = asked.workspace.records(kind) else {
            continue;
        };
        let all = (0..records.len()).filter_map(|place| records.key_at(place));
        let all = all.map(|key| RecordRef::new(kind, &key.into()));
        if text.is_empty() {
            offers.extend(all.take(MOST).map(|record| Offer::of(record, asked)));
        } else {
            let all: Vec<Offer> = all.map(|record| Offer::of(record, asked)).collect();
            offers.extend(fitting(&all, text));
        }
    }
    offers.truncate(MOST);
    offers
}

/// Those that fit what is typed, by code and title.
fn fitting(all: &[Offer], text: &str) -> Vec<Offer> {
    let glossary = Glossary::built_in();
    let documents: Vec<Prepared> = all
        .iter()
        .map(|offer| {
            let fields = [
                Field::new(FieldName::Code, &offer.code),
                Field::new(FieldName::Title, &offer.title),
            ];
            Prepared::new(&fields, &glossary)
        })
        .collect();
    let Ok(query) = Query::parse(text, &Grammar::WORDS) else {
        return Vec::new();
    };
    let hits = Searcher::new(&documents).search(&query, &|_, _| true);
    let best = hits.best(MOST).iter();
    best.filter_map(|hit| all.get(hit.index).cloned()).collect()
}
