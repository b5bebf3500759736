//! Naming another record in a field: what is typed is resolved as codes are everywhere, and what
//! exists is offered while it is typed.

use std::sync::Arc;

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

/// The records that a field can name, ready to be matched: made once for a field that is typed into,
/// not at every key.
#[derive(Clone)]
pub(super) struct Candidates {
    offers: Arc<[Offer]>,
    documents: Arc<[Prepared]>,
}

impl std::fmt::Debug for Candidates {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} candidates", self.offers.len())
    }
}

impl Candidates {
    /// Every record that the field can name.
    pub(super) fn new(entry: Entry, asked: &Asked<'_>) -> Self {
        let glossary = Glossary::built_in();
        let offers: Vec<Offer> = records(entry, asked)
            .map(|record| Offer::of(record, asked))
            .collect();
        let document = |offer: &Offer| {
            let fields = [
                Field::new(FieldName::Code, &offer.code),
                Field::new(FieldName::Title, &offer.title),
            ];
            Prepared::new(&fields, &glossary)
        };
        Self {
            documents: offers.iter().map(document).collect(),
            offers: offers.into(),
        }
    }

    /// Those that fit what is typed by code and title, best first.
    pub(super) fn fitting(&self, text: &str) -> Vec<Offer> {
        let Ok(query) = Query::parse(text.trim(), &Grammar::WORDS) else {
            return Vec::new();
        };
        let hits = Searcher::new(&self.documents).search(&query, &|_, _| true);
        let best = hits.best(MOST).iter();
        best.filter_map(|hit| self.offers.get(hit.index).cloned())
            .collect()
    }
}

/// The first records that a field can name, where nothing is typed yet.
pub(super) fn first(entry: Entry, asked: &Asked<'_>) -> Vec<Offer> {
    let records = records(entry, asked).take(MOST);
    records.map(|record| Offer::of(record, asked)).collect()
}

/// The records that a field can name, in the file's order.
fn records<'a>(entry: Entry, asked: &'a Asked<'_>) -> impl Iterator<Item = RecordRef> + 'a {
    kinds(entry).into_iter().flat_map(move |kind| {
        let records = asked.workspace.records(kind);
        let keys = records
            .into_iter()
            .flat_map(|records| (0..records.len()).filter_map(move |place| records.key_at(place)));
        keys.map(move |key| RecordRef::new(kind, &key.into()))
    })
}
