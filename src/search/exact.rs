//! Exact letters: `'word`, `"two words"`, `^start`, `end$`, and what `!` takes away.

use memchr::memmem::Finder;

use super::document::PreparedField;
use super::letters::{ends_word, starts_word};
use super::matcher::has_capitals;
use super::query::{Edge, Edges};
use super::rank::{CodeQuality, Quality, code_points, text_points};
use super::word::Needle;

/// What exact letters gain in a field.
pub(super) fn points(needle: &Needle, edges: Edges, field: &PreparedField) -> Option<u32> {
    if needle.mask & !field.mask != 0 {
        return None;
    }
    let in_code = field.code.as_deref().and_then(|code| {
        let at = places(&needle.code, code, edges, &Finder::new(&needle.code)).next()?;
        let quality = match (at, needle.code.len() == code.len()) {
            (_, true) => CodeQuality::Exact,
            (0, false) => CodeQuality::Prefix,
            _ => CodeQuality::Inside,
        };
        Some(code_points(field.name, quality))
    });
    let text = field.key.text();
    let cased = |at: &usize| has_capitals(needle, &field.key, *at, needle.text.len());
    let finder = needle.finder.as_ref();
    let place = places(&needle.text, text, edges, &finder).find(cased);
    let in_text = place.map(|at| {
        let quality = match (
            starts_word(text, at),
            ends_word(text, at + needle.text.len()),
        ) {
            (true, true) => Quality::Word,
            (true, false) => Quality::Prefix,
            _ => Quality::Substring,
        };
        text_points(field.name, quality)
    });
    in_code.max(in_text)
}

/// The places where exact letters stand with the edges that are asked for.
fn places(
    wanted: &str,
    text: &str,
    edges: Edges,
    finder: &Finder<'_>,
) -> impl Iterator<Item = usize> {
    let last = text.len().checked_sub(wanted.len());
    // At an edge of the text there is one place only, which a search from the left could step over.
    let anchored = match (edges.start, edges.end) {
        (Edge::Text, _) => Some(last.and(Some(0))),
        (_, Edge::Text) => Some(last),
        _ => None,
    };
    let loose = anchored
        .is_none()
        .then(|| finder.find_iter(text.as_bytes()));
    let anchored = anchored
        .flatten()
        .filter(|at| text.get(*at..).is_some_and(|rest| rest.starts_with(wanted)));
    let places = anchored.into_iter().chain(loose.into_iter().flatten());
    places.filter(move |&at| {
        let end = at + wanted.len();
        let starts = edges.start != Edge::Word || starts_word(text, at);
        let ends = match edges.end {
            Edge::Anywhere => true,
            Edge::Word => ends_word(text, end),
            Edge::Text => end == text.len(),
        };
        // An empty needle (a code made of blanks) stands nowhere.
        starts && ends && !wanted.is_empty()
    })
}

/// The places of exact letters in a key, for marking.
pub(super) fn ranges(needle: &Needle, edges: Edges, field: &PreparedField) -> Vec<(usize, usize)> {
    let length = needle.text.len();
    let finder = needle.finder.as_ref();
    let places = places(&needle.text, field.key.text(), edges, &finder);
    let cased = places.filter(|at| has_capitals(needle, &field.key, *at, length));
    cased.map(|at| (at, at + length)).collect()
}
