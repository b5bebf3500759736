//! What a query found: the records, why each of them, and where.

use std::ops::Range;

use super::texts::with_fields;
use super::{Catalogue, FieldName};
use crate::domain::id::RecordRef;
use crate::search::fields::Asked;
use crate::search::{Field, Hit, Hits, QueryError, Score, Searcher, excerpt};

/// How long an excerpt beside a hit is, in characters.
const EXCERPT: usize = 96;

/// The answer to a query.
#[derive(Clone, Debug, Default)]
pub struct Found {
    /// The best hits, best first.
    pub hits: Vec<FoundRecord>,
    /// How many there are in all.
    pub total: usize,
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
    /// Which of its texts matched best, in a word; empty where only fields were asked.
    pub field: &'static str,
    /// The places that match in its code.
    pub in_code: Vec<Range<usize>>,
    /// The places that match in its title.
    pub in_title: Vec<Range<usize>>,
    /// Where another text matched: a piece of it, with the places.
    pub excerpt: Option<(String, Vec<Range<usize>>)>,
}

impl Catalogue {
    /// The best hits of a query, each with the places that match.
    pub fn find(&self, typed: &str, asked: &Asked<'_>, most: usize) -> Found {
        let query = match self.parse(typed) {
            Ok(query) if query.is_empty() => return Found::default(),
            Ok(query) => query,
            Err(trouble) => {
                return Found {
                    trouble: Some(trouble),
                    ..Found::default()
                };
            }
        };
        let hits = self.search(&query, asked);
        Found {
            hits: self.described(&hits, 0..most, asked),
            total: hits.total(),
            trouble: None,
        }
    }

    /// Some of the hits, by their places, each with the places that match. What it costs grows with how
    /// many are asked for.
    pub fn described(
        &self,
        hits: &Hits,
        places: Range<usize>,
        asked: &Asked<'_>,
    ) -> Vec<FoundRecord> {
        let ranked = hits.all();
        let end = places.end.min(ranked.len());
        let some = ranked.get(places.start.min(end)..end).unwrap_or_default();
        some.iter()
            .filter_map(|ranked| self.found(hits, ranked.index, asked))
            .collect()
    }

    fn found(&self, hits: &Hits, place: usize, asked: &Asked<'_>) -> Option<FoundRecord> {
        let record = self.records.get(place)?.clone();
        let passes = self.passes(asked);
        let hit = Searcher::new(&self.documents).hit(hits.query(), place, &passes)?;
        let mut shown = FoundRecord {
            record: record.clone(),
            score: hit.score,
            field: "",
            in_code: Vec::new(),
            in_title: Vec::new(),
            excerpt: None,
        };
        with_fields(&self.workspace, self.moment, &record, |fields| {
            describe(&hit, fields, &mut shown);
        });
        Some(shown)
    }
}

/// Says where a hit is: in code and title, or in a piece of another text.
fn describe(hit: &Hit, fields: &[Field<'_>], shown: &mut FoundRecord) {
    for (field, ranges) in fields.iter().zip(&hit.ranges) {
        match field.name {
            FieldName::Code if shown.in_code.is_empty() => shown.in_code.clone_from(ranges),
            FieldName::Title if shown.in_title.is_empty() => shown.in_title.clone_from(ranges),
            _ => {}
        }
    }
    let best = hit.field.and_then(|number| {
        let field = fields.get(number)?;
        Some((field, hit.ranges.get(number)?))
    });
    let Some((field, ranges)) = best else {
        return;
    };
    shown.field = field.name.word();
    if !matches!(field.name, FieldName::Code | FieldName::Title) {
        let (piece, ranges) = excerpt(field.text, ranges, EXCERPT);
        shown.excerpt = field
            .text
            .get(piece)
            .map(|piece| (piece.to_owned(), ranges));
    }
}
