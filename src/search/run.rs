//! Words side by side: `looked after children` ranks a title that has the three as neighbours above one that
//! merely has all of them. The order in which they were typed does not count.

use super::document::{Prepared, PreparedField};
use super::fold::short;
use super::letters::{Class, word_end};
use super::matcher::{occurrences, quality_points};
use super::query::{Atom, Clause, Kind, Query};
use super::rank::{AS_TYPED, Gain, Quality, Run, phrase_points, run_points, text_points};
use super::word::Word;

/// At most so many places of one word are looked at in one text.
const PLACES: usize = 32;

/// A place of one of the words, up to the end of the word that stands there.
struct Place {
    start: usize,
    end: usize,
    word: usize,
    quality: Quality,
}

/// The most that a document gains by one field that has all plain words of the query as neighbours, with what
/// the other clauses gain; `sum`, what the clauses gain one by one, where that is more.
pub(super) fn points(query: &Query, document: &Prepared, gains: &[Gain], sum: u32) -> u32 {
    let words: Vec<&Word> = query.clauses.iter().filter_map(plain_word).collect();
    if words.is_empty() || words.len() > 64 {
        return sum;
    }
    let count = short(words.len());
    let others = query.clauses.iter().zip(gains);
    let others = others.filter(|(clause, _)| plain_word(clause).is_none());
    let others = others
        .map(|(_, gain)| gain.points)
        .fold(0, u32::saturating_add);
    let mut best = sum;
    for field in document.fields() {
        // Prose is long: it is not gone through where the words gained more elsewhere already.
        let most = text_points(field.name, Quality::Word)
            + AS_TYPED
            + run_points(Run::Whole, Quality::Word)
            + phrase_points(field.name, Quality::Word);
        let could = others.saturating_add(most.saturating_mul(count)) > best
            && words.iter().all(|word| word.mask & !field.mask == 0)
            && (count > 1 || words.iter().all(|word| could_be_all(word, field)));
        if let Some(points) = could.then(|| field_points(&words, field)).flatten() {
            best = best.max(points.saturating_add(others));
        }
    }
    best
}

fn plain_word(clause: &Clause) -> Option<&Word> {
    match clause.any.as_slice() {
        [
            Atom {
                not: false,
                kind: Kind::Word(word),
            },
        ] => Some(word),
        _ => None,
    }
}

/// Whether a text could be one word of the query and nothing else. A single word is its own neighbour, so
/// only such texts count for it.
fn could_be_all(word: &Word, field: &PreparedField) -> bool {
    let text = field.key.text();
    let blanks = |text: &str| text.bytes().filter(|byte| *byte == b' ').count();
    text.len() <= 64
        && word
            .forms
            .iter()
            .any(|form| blanks(text) <= blanks(&form.text))
}

fn field_points(words: &[&Word], field: &PreparedField) -> Option<u32> {
    let text = field.key.text();
    let mut places: Vec<Place> = Vec::new();
    let mut sum = 0_u32;
    for (number, word) in words.iter().enumerate() {
        let first = places.len();
        occurrences(word, field, |place| {
            if place.quality >= Quality::Prefix {
                places.push(Place {
                    start: place.start,
                    end: word_end(text, place.end),
                    word: number,
                    quality: place.quality,
                });
            }
            places.len() - first >= PLACES
        });
        let best = places
            .get(first..)?
            .iter()
            .map(|place| place.quality)
            .max()?;
        sum = sum.saturating_add(quality_points(word, field, best));
    }
    places.sort_by_key(|place| (place.start, place.end, place.word));
    let (run, worst) = best_run(&places, words.len(), text)?;
    let count = short(words.len());
    // A single word is no phrase.
    let phrase = if count > 1 {
        phrase_points(field.name, worst)
    } else {
        0
    };
    let each = run_points(run, worst) + phrase;
    Some(sum.saturating_add(each.saturating_mul(count)))
}

/// The best run in which all words stand, and the quality of the worst of them in it; none where there is no
/// such run.
fn best_run(places: &[Place], words: usize, text: &str) -> Option<(Run, Quality)> {
    let all = u64::MAX >> (64 - words.clamp(1, 64));
    let mut best: Option<(Run, Quality)> = None;
    // The best quality that each word has within a run; the worst of these judges it.
    let mut qualities = vec![None; words];
    let mut rest = places;
    while let Some(first) = rest.first() {
        let (mut end, mut seen, mut length) = (first.start, 0_u64, 0);
        qualities.fill(None);
        for place in rest {
            if place.start > end && has_word(text, end, place.start) {
                break;
            }
            end = end.max(place.end);
            seen |= 1 << place.word.min(63);
            if let Some(quality) = qualities.get_mut(place.word) {
                *quality = (*quality).max(Some(place.quality));
            }
            length += 1;
        }
        if seen == all {
            let whole = !has_word(text, 0, first.start) && !has_word(text, end, text.len());
            let run = if whole { Run::Whole } else { Run::Neighbours };
            let worst = qualities.iter().flatten().min().copied();
            // For a single word, mere neighbourhood says nothing.
            let counts = whole || words > 1;
            let better = |worst: &Quality| {
                best.is_none_or(|(other, least)| run_points(other, least) < run_points(run, *worst))
            };
            if let Some(worst) = worst.filter(|_| counts).filter(better) {
                best = Some((run, worst));
            }
        }
        rest = rest.get(length.max(1)..).unwrap_or_default();
    }
    best
}

/// Whether anything but blanks and signs stands between two places.
fn has_word(text: &str, from: usize, to: usize) -> bool {
    text.get(from..to)
        .is_some_and(|between| between.chars().any(|c| Class::of(c) != Class::Other))
}
