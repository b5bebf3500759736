//! Where a query matches: byte ranges of the original texts, on grapheme boundaries, for marking.

use std::ops::Range;

use super::code::code_place;
use super::document::{Field, FieldName, Prepared, PreparedField};
use super::filter::Filter;
use super::glossary::Glossary;
use super::letters::word_end;
use super::matcher::{self, implied, meant_places, occurrences};
use super::query::{Kind, Query};
use super::rank::{Quality, Score};
use super::word::Word;
use super::{exact, scatter};

/// At most so many places are marked in one text.
const MARKS: usize = 256;

/// A document that matched, with the places.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hit {
    /// How well it matched.
    pub score: Score,
    /// The field that matched best, by its number; none where only filters were asked.
    pub field: Option<usize>,
    /// What that field is.
    pub name: Option<FieldName>,
    /// For each field by number, the byte ranges of its original text that match: ascending, apart from each other.
    pub ranges: Vec<Vec<Range<usize>>>,
}

/// Matches one document and tells where.
pub(super) fn hit(
    query: &Query,
    document: &Prepared,
    passes: &dyn Fn(&Filter) -> bool,
) -> Option<Hit> {
    let found = matcher::document(query, document, passes)?;
    let fields = document.fields();
    let mut ranges = vec![Vec::new(); fields.len()];
    for atom in query
        .clauses
        .iter()
        .flat_map(|clause| &clause.any)
        .filter(|atom| !atom.not)
    {
        let before: usize = ranges.iter().map(Vec::len).sum();
        for (field, ranges) in fields.iter().zip(&mut ranges) {
            ranges.extend(places(&atom.kind, field));
        }
        // Scattered letters are marked only where the word stands nowhere in one piece.
        let Kind::Word(word) = &atom.kind else {
            continue;
        };
        if before == ranges.iter().map(Vec::len).sum::<usize>() {
            for (field, ranges) in fields.iter().zip(&mut ranges) {
                ranges.extend(scattered(word, field));
            }
        }
    }
    let ranges = fields
        .iter()
        .zip(ranges)
        .map(|(field, ranges)| on_original(field, ranges))
        .collect();
    let name = found
        .field
        .and_then(|number| fields.get(number))
        .map(|field| field.name);
    Some(Hit {
        score: found.score,
        field: found.field,
        name,
        ranges,
    })
}

/// Matches one document; [`Hit::ranges`] tells where. `passes` answers the filters.
pub fn match_document(
    query: &Query,
    document: &Prepared,
    passes: &dyn Fn(&Filter) -> bool,
) -> Option<Hit> {
    hit(query, document, passes)
}

/// The byte ranges of one shown text that a query's words match, whether or not the whole query does. The
/// field's name decides how: codes as codes, prose without scattered letters.
pub fn highlight(query: &Query, field: Field<'_>, glossary: &Glossary) -> Vec<Range<usize>> {
    let field = PreparedField::new(field, glossary);
    let mut ranges = Vec::new();
    for atom in query
        .clauses
        .iter()
        .flat_map(|clause| &clause.any)
        .filter(|atom| !atom.not)
    {
        let before = ranges.len();
        ranges.extend(places(&atom.kind, &field));
        if let (Kind::Word(word), true) = (&atom.kind, before == ranges.len()) {
            ranges.extend(scattered(word, &field));
        }
    }
    on_original(&field, ranges)
}

/// Where letters stand in one piece, in the key's bytes.
fn places(kind: &Kind, field: &PreparedField) -> Vec<Range<usize>> {
    match kind {
        Kind::Filter(_) => Vec::new(),
        Kind::Exact(needle, edges) => {
            let mut found: Vec<_> = exact::ranges(needle, *edges, field)
                .into_iter()
                .map(|(start, end)| start..end)
                .collect();
            found.truncate(MARKS);
            found
        }
        Kind::Word(word) => word_places(word, field),
    }
}

fn word_places(word: &Word, field: &PreparedField) -> Vec<Range<usize>> {
    if let Some(range) = code_range(word, field) {
        return vec![range];
    }
    let mut found = Vec::new();
    occurrences(word, field, |place| {
        found.push(place);
        found.len() >= MARKS
    });
    // Where the word stands at the start of words, its chance appearances inside others are left alone.
    let least = if found.iter().any(|place| place.quality >= Quality::Prefix) {
        Quality::Prefix
    } else {
        Quality::Substring
    };
    let ranges: Vec<_> = found
        .into_iter()
        .filter(|place| place.quality >= least)
        .map(|place| place.start..place.end)
        .collect();
    if !ranges.is_empty() {
        return ranges;
    }
    implied(word, field)
        .take(MARKS)
        .map(|implied| implied.start..implied.end)
        .collect()
}

/// The part of a code that a word is: the blanks and dashes of the two may differ, the other characters do not.
fn code_range(word: &Word, field: &PreparedField) -> Option<Range<usize>> {
    let code = field.code.as_deref()?;
    let (_, at) = code_place(word, code)?;
    let parts = |text: &str| text.chars().filter(|c| !matches!(c, ' ' | '-')).count();
    let before = parts(code.get(..at)?);
    let wanted = parts(word.code());
    let text = field.key.text();
    let mut chars = text.char_indices().filter(|(_, c)| *c != ' ');
    let (start, first) = chars.by_ref().nth(before)?;
    let last = if wanted < 2 {
        (start, first)
    } else {
        chars.nth(wanted - 2)?
    };
    Some(start..last.0 + last.1.len_utf8())
}

/// Where a word stands that is nowhere in one piece: as what it was meant to be, else as loose letters.
fn scattered(word: &Word, field: &PreparedField) -> Vec<Range<usize>> {
    let meant: Vec<_> = meant_places(word, &field.key)
        .take(MARKS)
        .map(|place| place.start..place.end)
        .collect();
    if !word.meant.is_empty() && !meant.is_empty() {
        return meant;
    }
    if matches!(field.name, FieldName::Prose(_)) {
        return Vec::new();
    }
    scatter::ranges(word, &field.key)
}

/// The ranges of the original text, in order, those that touch or overlap made one.
fn on_original(field: &PreparedField, ranges: Vec<Range<usize>>) -> Vec<Range<usize>> {
    let mut ranges: Vec<_> = ranges
        .into_iter()
        .map(|range| field.key.original(range))
        .collect();
    ranges.sort_by_key(|range| (range.start, range.end));
    let mut merged: Vec<Range<usize>> = Vec::with_capacity(ranges.len());
    for range in ranges.into_iter().filter(|range| !range.is_empty()) {
        match merged.last_mut().filter(|last| range.start <= last.end) {
            Some(last) => last.end = last.end.max(range.end),
            None => merged.push(range),
        }
    }
    merged
}

/// A stretch of a long text around its first hit, at most about `length` bytes, cut between words, for lists of
/// hits; with the hit ranges moved to it.
pub fn excerpt(
    text: &str,
    ranges: &[Range<usize>],
    length: usize,
) -> (Range<usize>, Vec<Range<usize>>) {
    let first = ranges
        .first()
        .map_or(0, |range| range.start.min(text.len()));
    let from = text.floor_char_boundary(first.saturating_sub(length / 3));
    // From the start of a word, unless that would lose the hit or the text's own start.
    let lead = text.get(from..first).unwrap_or_default();
    let whole = lead
        .find(char::is_whitespace)
        .and_then(|blank| lead.get(blank..))
        .map_or(lead, str::trim_start);
    let from = if from == 0 { 0 } else { first - whole.len() };
    let to = text.floor_char_boundary(from.saturating_add(length));
    let tail = text.get(from..to).unwrap_or_default();
    let cut = if to == text.len() {
        to
    } else {
        tail.rfind(char::is_whitespace)
            .map_or(to, |blank| from + blank)
    };
    let hit_end = ranges
        .first()
        .map_or(from, |range| range.end.min(text.len()));
    let to = cut.max(word_end(text, hit_end.max(from)).min(text.len()));
    let moved = ranges
        .iter()
        .filter(|range| range.start >= from && range.end <= to);
    (
        from..to,
        moved
            .map(|range| range.start - from..range.end - from)
            .collect(),
    )
}
