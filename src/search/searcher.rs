//! Searching many documents: the best few, how many there are, and narrowing while someone types.

use super::document::Prepared;
use super::filter::Filter;
use super::highlight::{Hit, hit};
use super::matcher;
use super::query::Query;
use super::rank::Score;

/// One document that matched.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Ranked {
    /// The document's place in the slice that was searched.
    pub index: usize,
    /// How well it matched.
    pub score: Score,
}

/// What a query found: every hit, best first, equal ones in the file's order.
#[derive(Debug, Clone, Default)]
pub struct Hits {
    query: Query,
    ranked: Vec<Ranked>,
}

impl Hits {
    /// How many documents matched.
    pub fn total(&self) -> usize {
        self.ranked.len()
    }

    /// The best hits, at most `count`.
    pub fn best(&self, count: usize) -> &[Ranked] {
        self.ranked
            .get(..count.min(self.ranked.len()))
            .unwrap_or_default()
    }

    /// Whether some document has all words in one piece: then none of them is misspelt.
    pub(super) fn is_sure(&self) -> bool {
        self.ranked
            .first()
            .is_some_and(|best| best.score.is_contiguous())
    }

    /// All hits, best first.
    pub fn all(&self) -> &[Ranked] {
        &self.ranked
    }

    /// The query that found them.
    pub fn query(&self) -> &Query {
        &self.query
    }
}

/// Searches a slice of prepared documents, which stand in the file's order.
#[derive(Debug, Clone, Copy)]
pub struct Searcher<'a> {
    documents: &'a [Prepared],
}

impl<'a> Searcher<'a> {
    /// A search of these documents.
    pub fn new(documents: &'a [Prepared]) -> Self {
        Self { documents }
    }

    /// Everything that matches. `passes` answers a filter for the document with an index.
    pub fn search(&self, query: &Query, passes: &dyn Fn(usize, &Filter) -> bool) -> Hits {
        self.among(0..self.documents.len(), query, passes)
    }

    /// The same as [`Self::search`], looking only at the previous hits where the query merely says more than the
    /// previous one did. The documents and what the filters answer must be the same as then.
    pub fn narrow(
        &self,
        query: &Query,
        previous: &Hits,
        passes: &dyn Fn(usize, &Filter) -> bool,
    ) -> Hits {
        if !query.narrows(&previous.query) {
            return self.search(query, passes);
        }
        self.among(
            previous.ranked.iter().map(|ranked| ranked.index),
            query,
            passes,
        )
    }

    fn among(
        &self,
        indices: impl Iterator<Item = usize>,
        query: &Query,
        passes: &dyn Fn(usize, &Filter) -> bool,
    ) -> Hits {
        let mut ranked = Vec::new();
        for index in indices {
            let Some(document) = self.documents.get(index) else {
                continue;
            };
            let found = matcher::document(query, document, &|filter| passes(index, filter));
            ranked.extend(found.map(|found| Ranked {
                index,
                score: found.score,
            }));
        }
        ranked.sort_unstable_by(|one, other| {
            other
                .score
                .cmp(&one.score)
                .then(one.index.cmp(&other.index))
        });
        Hits {
            query: query.clone(),
            ranked,
        }
    }

    /// Whether a document matches, and if so, whether with all words in one piece.
    pub(super) fn matches(
        &self,
        query: &Query,
        index: usize,
        passes: &dyn Fn(usize, &Filter) -> bool,
    ) -> Option<bool> {
        let document = self.documents.get(index)?;
        let found = matcher::document(query, document, &|filter| passes(index, filter))?;
        Some(found.score.is_contiguous())
    }

    /// Where a document matches, for a row that is shown.
    pub fn hit(
        &self,
        query: &Query,
        index: usize,
        passes: &dyn Fn(usize, &Filter) -> bool,
    ) -> Option<Hit> {
        hit(query, self.documents.get(index)?, &|filter| {
            passes(index, filter)
        })
    }
}
