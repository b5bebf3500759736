//! The records of a workspace as documents to be searched.

mod texts;

use std::ops::Range;

use self::texts::{for_each_record, with_fields};

use super::fields::{Asked, FIELDS, begins_code};
use super::{
    Field, FieldName, Glossary, Grammar, Hit, Hits, Prepared, Query, QueryError, Score, Searcher,
    excerpt,
};
use crate::domain::code;
use crate::domain::edit::{Edit, Step};
use crate::domain::id::RecordRef;
use crate::domain::kind::Kind;
use crate::domain::workspace::Workspace;

/// How long an excerpt beside a hit is, in characters.
const EXCERPT: usize = 96;

/// Every record that can be found, ready to be matched.
#[derive(Clone)]
pub struct Catalogue {
    records: Vec<RecordRef>,
    documents: Vec<Prepared>,
    codes: Vec<Box<str>>,
}

/// The answer to a query.
#[derive(Clone, Debug, Default)]
pub struct Found {
    /// The hits, best first.
    pub hits: Vec<FoundRecord>,
    /// Why the query was not understood.
    pub trouble: Option<QueryError>,
}

/// A record that was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FoundRecord {
    /// The record.
    pub record: RecordRef,
    /// How well it matched.
    pub score: Score,
    /// Which of its texts matched best, in a word.
    pub field: &'static str,
    /// The places that match in its title.
    pub in_title: Vec<Range<usize>>,
    /// Where another text matched: a piece of it, with the places.
    pub excerpt: Option<(String, Vec<Range<usize>>)>,
}

impl Catalogue {
    /// Prepares the records of a workspace in the file's order.
    pub fn new(workspace: &Workspace) -> Self {
        let own = workspace
            .abbreviations
            .0
            .iter()
            .map(|(short, long)| (short.as_str(), long.as_str()));
        let glossary = Glossary::built_in_and(own);
        let mut catalogue = Self {
            records: Vec::new(),
            documents: Vec::new(),
            codes: Vec::new(),
        };
        for_each_record(workspace, &mut |record, fields| {
            let codes = fields
                .iter()
                .filter(|field| matches!(field.name, FieldName::Code | FieldName::OtherName));
            catalogue
                .codes
                .extend(codes.map(|field| code::fold(field.text).into()));
            catalogue.documents.push(Prepared::new(fields, &glossary));
            catalogue.records.push(record);
        });
        catalogue.codes.retain(|code| !code.is_empty());
        catalogue.codes.sort_unstable();
        catalogue.codes.dedup();
        catalogue
    }

    /// Whether a step can have changed what is prepared here: ratings and directions are asked afresh.
    pub fn depends_on(step: &Step) -> bool {
        let fresh = |edit: &Edit| match edit {
            Edit::Set { field, .. } => matches!(field.as_str(), "rating" | "direction"),
            _ => false,
        };
        !step.edits.iter().all(fresh)
    }

    /// Understands a query, or says what is wrong with it.
    pub fn parse(&self, query: &str) -> Result<Query, QueryError> {
        Query::parse(
            query,
            &Grammar {
                fields: FIELDS,
                is_code: &|text| begins_code(&self.codes, text),
            },
        )
    }

    /// Everything that matches, best first.
    pub fn search(&self, query: &Query, asked: &Asked<'_>) -> Hits {
        Searcher::new(&self.documents).search(query, &|index, filter| {
            self.records
                .get(index)
                .is_some_and(|record| asked.passes(record, filter))
        })
    }

    /// The best hits of a query, each with the places that match. `texts` is the workspace that the
    /// catalogue was made of.
    pub fn find(&self, typed: &str, asked: &Asked<'_>, most: usize) -> Found {
        let query = match self.parse(typed) {
            Ok(query) if query.is_empty() => return Found::default(),
            Ok(query) => query,
            Err(trouble) => {
                return Found {
                    hits: Vec::new(),
                    trouble: Some(trouble),
                };
            }
        };
        let hits = self.search(&query, asked);
        let found = hits
            .best(most)
            .iter()
            .filter_map(|ranked| self.found(&query, ranked.index, asked))
            .collect();
        Found {
            hits: found,
            trouble: None,
        }
    }

    /// The records of a kind that a query matches, in the file's order.
    pub fn matching(&self, query: &Query, kind: Kind, asked: &Asked<'_>) -> Vec<RecordRef> {
        let mut places: Vec<usize> = self
            .search(query, asked)
            .all()
            .iter()
            .map(|ranked| ranked.index)
            .collect();
        places.sort_unstable();
        places
            .into_iter()
            .filter_map(|place| self.records.get(place))
            .filter(|record| record.kind == kind)
            .cloned()
            .collect()
    }

    fn found(&self, query: &Query, place: usize, asked: &Asked<'_>) -> Option<FoundRecord> {
        let record = self.records.get(place)?.clone();
        let passes = |index: usize, filter: &super::Filter| {
            self.records
                .get(index)
                .is_some_and(|record| asked.passes(record, filter))
        };
        let hit = Searcher::new(&self.documents).hit(query, place, &passes)?;
        let mut shown = FoundRecord {
            record: record.clone(),
            score: hit.score,
            field: "",
            in_title: Vec::new(),
            excerpt: None,
        };
        with_fields(asked.workspace, &record, &mut |fields| {
            describe(&hit, fields, &mut shown);
        });
        Some(shown)
    }
}

/// Says where a hit is: in the title, or in a piece of another text.
fn describe(hit: &Hit, fields: &[Field<'_>], shown: &mut FoundRecord) {
    for (field, ranges) in fields.iter().zip(&hit.ranges) {
        if field.name == FieldName::Title && shown.in_title.is_empty() {
            shown.in_title.clone_from(ranges);
        }
    }
    let Some(best) = hit
        .field
        .and_then(|number| Some((fields.get(number)?, hit.ranges.get(number)?)))
    else {
        return;
    };
    let (field, ranges) = best;
    shown.field = match field.name {
        FieldName::Code => "code",
        FieldName::Title => "title",
        FieldName::OtherName => "other name",
        FieldName::Officer => "officer",
        FieldName::Prose(name) => name,
    };
    if !matches!(field.name, FieldName::Code | FieldName::Title) {
        let (piece, ranges) = excerpt(field.text, ranges, EXCERPT);
        shown.excerpt = field
            .text
            .get(piece)
            .map(|piece| (piece.to_owned(), ranges));
    }
}
