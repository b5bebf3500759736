//! The records of a workspace as documents to be searched.
//!
//! A catalogue belongs to one state of the workspace and one period. [`Catalogue::renewed`] makes the next
//! one and prepares only what is another record since: records are shared, so that is told by a glance.

mod found;
mod names;
mod same;
mod texts;

use std::sync::{Arc, OnceLock};

use self::names::Names;
use self::texts::{is_timed, with_fields};

use super::correct::{Vocabulary, correct};
use super::field::KnownValue;
use super::fields::{Asked, FIELDS};
use super::{
    Assist, Field, FieldName, Glossary, Grammar, Hits, Prepared, Query, QueryError, Searcher,
    assist,
};
use crate::analysis::moment::Moment;
use crate::domain::edit::{Edit, Step};
use crate::domain::id::RecordRef;
use crate::domain::kind::Kind;
use crate::domain::record::Members;
use crate::domain::workspace::Workspace;

pub use found::{Found, FoundRecord};
pub use texts::FOUND;

/// Every record that can be found, ready to be matched.
#[derive(Clone)]
pub struct Catalogue {
    /// What it was made of.
    workspace: Workspace,
    moment: Moment,
    glossary: Arc<Glossary>,
    /// In the file's order, as the documents are.
    records: Vec<RecordRef>,
    documents: Vec<Prepared>,
    /// Where the records of each kind begin.
    starts: Vec<(Kind, usize)>,
    names: Arc<Names>,
    vocabulary: OnceLock<Arc<Vocabulary>>,
}

impl std::fmt::Debug for Catalogue {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Catalogue")
            .field("records", &self.records.len())
            .finish_non_exhaustive()
    }
}

impl Catalogue {
    /// Prepares the records of a workspace, as they are called at a moment.
    pub fn new(workspace: &Workspace, moment: Moment) -> Self {
        let own = workspace.abbreviations.0.iter();
        let own = own.map(|(short, long)| (short.as_str(), long.as_str()));
        Self::made(
            workspace,
            moment,
            Arc::new(Glossary::built_in_and(own)),
            None,
        )
    }

    /// The same for another state of the workspace or another moment: what has not changed is taken over.
    #[must_use]
    pub fn renewed(&self, workspace: &Workspace, moment: Moment) -> Self {
        if self.workspace.abbreviations == workspace.abbreviations {
            Self::made(workspace, moment, Arc::clone(&self.glossary), Some(self))
        } else {
            Self::new(workspace, moment)
        }
    }

    /// Whether it shows this state of the workspace at this moment.
    pub fn is_of(&self, workspace: &Workspace, moment: Moment) -> bool {
        self.moment.period == moment.period
            && self.workspace.abbreviations == workspace.abbreviations
            && same::records(&self.workspace, workspace)
    }

    fn made(
        workspace: &Workspace,
        moment: Moment,
        glossary: Arc<Glossary>,
        before: Option<&Self>,
    ) -> Self {
        let mut made = Self {
            names: Arc::default(),
            workspace: workspace.clone(),
            moment,
            glossary,
            records: Vec::new(),
            documents: Vec::new(),
            starts: Vec::with_capacity(FOUND.len()),
            vocabulary: OnceLock::new(),
        };
        let mut all_kept = true;
        for kind in FOUND {
            made.starts.push((*kind, made.records.len()));
            let count = workspace.records(*kind).map_or(0, Members::len);
            for place in 0..count {
                let kept = before.and_then(|before| before.kept(workspace, moment, *kind, place));
                all_kept &= kept.is_some();
                let made_anew = || made.prepared(*kind, place);
                if let Some((record, document)) = kept.or_else(made_anew) {
                    made.records.push(record);
                    made.documents.push(document);
                }
            }
        }
        made.names = match before {
            Some(before) if all_kept && before.records.len() == made.records.len() => {
                before.names.clone()
            }
            _ => Arc::new(Names::new(workspace, &made.documents)),
        };
        made
    }

    /// The record at a place of its kind, prepared.
    fn prepared(&self, kind: Kind, place: usize) -> Option<(RecordRef, Prepared)> {
        let key = self.workspace.records(kind)?.key_at(place)?;
        let record = RecordRef::new(kind, &key.into());
        let prepare = |fields: &[Field<'_>]| Prepared::new(fields, &self.glossary);
        let document = with_fields(&self.workspace, self.moment, &record, prepare);
        // Even one that cannot be told from another keeps its place.
        let document = document.unwrap_or_else(|| prepare(&[]));
        Some((record, document))
    }

    /// The record at a place of its kind with its document, where it is still the same and called the same.
    fn kept(
        &self,
        workspace: &Workspace,
        moment: Moment,
        kind: Kind,
        place: usize,
    ) -> Option<(RecordRef, Prepared)> {
        let theirs = workspace.records(kind)?;
        let own = self.workspace.records(kind)?;
        let key = theirs.key_at(place)?;
        // Most records stay where they are; where some were added or taken out, the others are looked up.
        let own_place = if own.key_at(place) == Some(key) {
            place
        } else {
            own.position(key)?
        };
        let same = std::ptr::addr_eq(own.member_at(own_place)?, theirs.member_at(place)?);
        let (_, start) = self.starts.iter().find(|(of, _)| *of == kind)?;
        let record = self.records.get(start + own_place).filter(|_| same)?;
        let called_the_same = self.moment.period == moment.period || !is_timed(workspace, record);
        let document = self.documents.get(start + own_place)?;
        called_the_same.then(|| (record.clone(), document.clone()))
    }

    /// The place of a record among the documents.
    fn place(&self, record: &RecordRef) -> Option<usize> {
        let (_, start) = self.starts.iter().find(|(kind, _)| *kind == record.kind)?;
        let place = self
            .workspace
            .records(record.kind)?
            .position(record.id.as_str())?;
        Some(start + place)
    }

    /// Whether a step can have changed texts or references; ratings and directions are asked afresh.
    pub fn depends_on(step: &Step) -> bool {
        let fresh = |edit: &Edit| match edit {
            Edit::Set { field, .. } => matches!(field.as_str(), "rating" | "direction"),
            _ => false,
        };
        !step.edits.iter().all(fresh)
    }

    /// Every record that can be found, in the file's order.
    pub fn records(&self) -> &[RecordRef] {
        &self.records
    }

    /// How many records can be found.
    pub fn len(&self) -> usize {
        self.records.len()
    }

    /// Whether there is nothing to be found.
    pub fn is_empty(&self) -> bool {
        self.records.is_empty()
    }

    /// Understands a query, or says what is wrong with it.
    pub fn parse(&self, query: &str) -> Result<Query, QueryError> {
        Query::parse(
            query,
            &Grammar {
                fields: FIELDS,
                is_code: &|text| self.names.begins_code(text),
                known: &|field| self.names.values(field),
            },
        )
    }

    /// Understands a query that is still being typed: a field without its value, or with one that cannot be
    /// read yet and stands at the end, asks for nothing so far.
    pub fn parse_so_far(&self, query: &str) -> Result<Query, QueryError> {
        let mut so_far = query.to_owned();
        loop {
            let trouble = match self.parse(&so_far) {
                Err(trouble) if trouble.is_unfinished_in(query) => trouble,
                other => return other,
            };
            let range = trouble.range.clone();
            let blank = " ".repeat(range.len());
            if range.is_empty() || so_far.get(range.clone()).is_none_or(|text| text == blank) {
                return Err(trouble);
            }
            so_far.replace_range(range, &blank);
        }
    }

    /// The values that a field has in this workspace, in the order in which they are offered.
    pub fn values(&self, field: &str) -> Vec<KnownValue> {
        let spec = FIELDS.iter().find(|spec| spec.name == field);
        let fixed = spec.map_or(&[][..], |spec| spec.values.fixed());
        let fixed = fixed.iter().map(|word| KnownValue::new(word, ""));
        fixed.chain(self.names.values(field).to_vec()).collect()
    }

    /// What fits in a query where it is cut off by the cursor at a byte.
    pub fn assist(&self, query: &str, cursor: usize) -> Assist {
        assist(
            query,
            cursor,
            &Grammar {
                fields: FIELDS,
                is_code: &|_| false,
                known: &|field| self.names.values(field),
            },
        )
    }

    /// Everything that matches, best first. Words that stand nowhere are taken for misspelt ones.
    pub fn search(&self, query: &Query, asked: &Asked<'_>) -> Hits {
        self.search_after(query, None, asked)
    }

    /// The same after a query that this one may narrow; its hits were found in this very catalogue.
    pub fn search_after(&self, query: &Query, previous: Option<&Hits>, asked: &Asked<'_>) -> Hits {
        let searcher = Searcher::new(&self.documents);
        let passes = self.passes(asked);
        let hits = match previous {
            Some(previous) => searcher.narrow(query, previous, &passes),
            None => searcher.search(query, &passes),
        };
        if hits.is_sure() {
            return hits;
        }
        let words = || {
            let words = Vocabulary::of(&self.documents);
            Arc::new(words)
        };
        let vocabulary = || self.vocabulary.get_or_init(words);
        match correct(query, &self.documents, vocabulary) {
            Some(corrected) => searcher.search(&corrected, &passes),
            None => hits,
        }
    }

    /// The records of a list that a query matches, in the list's order. What it costs grows with the list
    /// and not with the workspace.
    pub fn matching(
        &self,
        query: &Query,
        rows: impl IntoIterator<Item = RecordRef>,
        asked: &Asked<'_>,
    ) -> Vec<RecordRef> {
        let placed: Vec<(usize, RecordRef)> = rows
            .into_iter()
            .filter_map(|record| Some((self.place(&record)?, record)))
            .collect();
        let searcher = Searcher::new(&self.documents);
        let passes = self.passes(asked);
        let matches = |query: &Query| {
            let fits = placed
                .iter()
                .map(|(place, _)| searcher.matches(query, *place, &passes));
            fits.collect::<Vec<_>>()
        };
        let mut fits = matches(query);
        if !fits.contains(&Some(true)) {
            let words = || Arc::new(Vocabulary::of(&self.documents));
            if let Some(corrected) = correct(query, &self.documents, || {
                self.vocabulary.get_or_init(words)
            }) {
                fits = matches(&corrected);
            }
        }
        let shown = placed
            .into_iter()
            .zip(fits)
            .filter(|(_, fit)| fit.is_some());
        shown.map(|((_, record), _)| record).collect()
    }

    fn passes<'a>(&'a self, asked: &'a Asked<'_>) -> impl Fn(usize, &super::Filter) -> bool + 'a {
        move |index, filter| {
            self.records
                .get(index)
                .is_some_and(|record| asked.passes(record, filter))
        }
    }
}

impl FieldName {
    /// What a text is to its record, in a word.
    pub fn word(self) -> &'static str {
        match self {
            Self::Code => "code",
            Self::Title => "title",
            Self::OtherName => "other name",
            Self::Officer => "officer",
            Self::Prose(name) => name,
        }
    }
}

#[cfg(test)]
mod tests;
