//! Matching: what a word finds in a field, and what all of a query finds in a document.

use super::code::code_place;
use super::document::{FieldName, Prepared, PreparedField};
use super::filter::Filter;
use super::fold::Key;
use super::glossary::Implied;
use super::letters::{ends_word, starts_word, word_end};
use super::query::{Atom, Clause, Kind, Query};
use super::rank::{
    AS_TYPED, Gain, Quality, Score, code_points, meant_points, most_points, text_points,
};
use super::word::{Needle, Word};
use super::{exact, run, scatter};

/// A contiguous place in a key.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Occurrence {
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) quality: Quality,
}

/// What a whole document gained.
#[derive(Debug, Clone, Copy)]
pub(super) struct Found {
    pub(super) score: Score,
    /// The field of the best word; none where nothing but filters was asked.
    pub(super) field: Option<usize>,
}

/// Matches a whole query. `passes` answers the filters for this document.
pub(super) fn document(
    query: &Query,
    document: &Prepared,
    passes: &dyn Fn(&Filter) -> bool,
) -> Option<Found> {
    if query
        .clauses
        .iter()
        .any(|clause| clause.any.iter().all(|atom| lacks_letters(atom, document)))
    {
        return None;
    }
    let mut gains = Vec::with_capacity(query.clauses.len());
    for clause in &query.clauses {
        gains.push(clause_gain(clause, document, passes)?);
    }
    let scattered = gains.iter().any(|gain| gain.scattered);
    let sum = gains
        .iter()
        .map(|gain| gain.points)
        .fold(0, u32::saturating_add);
    let points = if scattered {
        sum
    } else {
        run::points(query, document, &gains, sum)
    };
    let best = gains.iter().filter(|gain| gain.field.is_some());
    let best = best.reduce(|best, gain| {
        if (gain.scattered, best.points) < (best.scattered, gain.points) {
            gain
        } else {
            best
        }
    });
    Some(Found {
        score: Score::of(points, scattered),
        field: best.and_then(|gain| gain.field),
    })
}

/// Whether a glance at the document's letters rules an alternative out.
fn lacks_letters(atom: &Atom, document: &Prepared) -> bool {
    match &atom.kind {
        _ if atom.not => false,
        Kind::Word(word) => word.meant.is_empty() && word.mask & !document.mask() != 0,
        Kind::Exact(needle, _) => needle.mask & !document.mask() != 0,
        Kind::Filter(_) => false,
    }
}

/// The best of a clause's alternatives.
fn clause_gain(
    clause: &Clause,
    document: &Prepared,
    passes: &dyn Fn(&Filter) -> bool,
) -> Option<Gain> {
    let gains = clause
        .any
        .iter()
        .filter_map(|atom| atom_gain(atom, document, passes));
    gains.reduce(|best, gain| {
        let better = (!gain.scattered, gain.points) > (!best.scattered, best.points);
        if better { gain } else { best }
    })
}

fn atom_gain(atom: &Atom, document: &Prepared, passes: &dyn Fn(&Filter) -> bool) -> Option<Gain> {
    let gain = match &atom.kind {
        Kind::Filter(filter) => passes(filter).then_some(Gain {
            points: 0,
            field: None,
            scattered: false,
        }),
        Kind::Word(word) => word_gain(word, document),
        Kind::Exact(needle, edges) => {
            best_field(document, |field| exact::points(needle, *edges, field))
        }
    };
    if atom.not {
        return gain.is_none().then_some(Gain {
            points: 0,
            field: None,
            scattered: false,
        });
    }
    gain
}

fn word_gain(word: &Word, document: &Prepared) -> Option<Gain> {
    if let Some(gain) = best_field(document, |field| word_points(word, field)) {
        return Some(gain);
    }
    let meant = best_field(document, |field| meant_points_in(word, field));
    let meant = meant.map(|gain| Gain {
        scattered: true,
        ..gain
    });
    meant.or_else(|| scattered_gain(word, document))
}

/// Whether a word stands somewhere in a document in one piece.
pub(super) fn stands_in(word: &Word, document: &Prepared) -> bool {
    word.mask & !document.mask() == 0
        && document
            .fields()
            .iter()
            .any(|field| word_points(word, field).is_some())
}

/// What a misspelt word gains by the words that it was probably meant to be.
fn meant_points_in(word: &Word, field: &PreparedField) -> Option<u32> {
    let best = meant_places(word, &field.key)
        .map(|place| place.quality)
        .max();
    best.map(|quality| meant_points(field.name, quality))
}

/// Where the words stand that a misspelt one was probably meant to be.
pub(super) fn meant_places<'a>(
    word: &'a Word,
    key: &'a Key,
) -> impl Iterator<Item = Occurrence> + 'a {
    word.meant.iter().flat_map(move |needle| {
        let places = needle.finder.find_iter(key.text().as_bytes());
        places.filter_map(move |start| {
            let end = start + needle.text.len();
            let quality = if ends_word(key.text(), end) {
                Quality::Word
            } else {
                Quality::Prefix
            };
            starts_word(key.text(), start).then_some(Occurrence {
                start,
                end,
                quality,
            })
        })
    })
}

fn scattered_gain(word: &Word, document: &Prepared) -> Option<Gain> {
    word.scatter()?;
    let mut best: Option<Gain> = None;
    for (number, field) in document.fields().iter().enumerate() {
        if matches!(field.name, FieldName::Prose(_)) || word.mask & !field.mask != 0 {
            continue;
        }
        let points = scatter::points(word, field);
        if let Some(points) = points.filter(|points| best.is_none_or(|best| *points > best.points))
        {
            best = Some(Gain {
                points,
                field: Some(number),
                scattered: true,
            });
        }
    }
    best
}

/// The first field of those that gain most; fields that cannot gain more are not looked at.
fn best_field(document: &Prepared, points: impl Fn(&PreparedField) -> Option<u32>) -> Option<Gain> {
    let mut best: Option<Gain> = None;
    for (number, field) in document.fields().iter().enumerate() {
        if best.is_some_and(|best| best.points >= most_points(field.name) + AS_TYPED) {
            continue;
        }
        if let Some(points) =
            points(field).filter(|points| best.is_none_or(|best| *points > best.points))
        {
            best = Some(Gain {
                points,
                field: Some(number),
                scattered: false,
            });
        }
    }
    best
}

/// What a word gains in a field by standing in it in one piece.
fn word_points(word: &Word, field: &PreparedField) -> Option<u32> {
    if word.mask & !field.mask != 0 {
        return None;
    }
    let in_code = field
        .code
        .as_deref()
        .and_then(|code| code_place(word, code));
    let in_code = in_code.map(|(quality, _)| code_points(field.name, quality));
    let in_text = text_quality(word, field).map(|quality| quality_points(word, field, quality));
    in_code.max(in_text)
}

/// The points of a quality, with a little more where accents stand as typed.
pub(super) fn quality_points(word: &Word, field: &PreparedField, quality: Quality) -> u32 {
    let as_typed = if field.key.holds_as_typed(&word.as_typed) {
        AS_TYPED
    } else {
        0
    };
    text_points(field.name, quality) + as_typed
}

/// How well a word stands in a field's text, if it does.
pub(super) fn text_quality(word: &Word, field: &PreparedField) -> Option<Quality> {
    let mut best = None;
    occurrences(word, field, |place| {
        best = best.max(Some(place.quality));
        place.quality == Quality::Word
    });
    if best >= Some(Quality::Abbreviation) {
        return best;
    }
    // An abbreviation typed whole says more than a word that happens to begin with its letters.
    let stands_for = implied(word, field).map(|implied| {
        let is_short = word
            .forms
            .iter()
            .any(|form| form.text == implied.key.text());
        if is_short {
            Quality::Abbreviation
        } else {
            Quality::Implied
        }
    });
    best.max(stands_for.max())
}

/// Visits the places where a word stands in one piece, until the visitor has seen enough.
pub(super) fn occurrences(
    word: &Word,
    field: &PreparedField,
    enough: impl FnMut(Occurrence) -> bool,
) {
    // Two letters stand inside too many words of a long text to mean anything, one letter inside any.
    let least = if matches!(field.name, FieldName::Prose(_)) {
        3
    } else {
        2
    };
    visit(
        word,
        &field.key,
        word.length >= least && !word.joined,
        enough,
    );
}

/// What a text stands for and in which the word is.
pub(super) fn implied<'a>(
    word: &'a Word,
    field: &'a PreparedField,
) -> impl Iterator<Item = &'a Implied> + 'a {
    let stands_for = |key: &Key| {
        let mut found = false;
        visit(word, key, false, |_| {
            found = true;
            true
        });
        found
    };
    field
        .implied
        .iter()
        .filter(move |implied| stands_for(&implied.key))
}

/// Visits the places of a key where a form of the word stands, inside words too if so asked.
fn visit(word: &Word, key: &Key, inside: bool, mut enough: impl FnMut(Occurrence) -> bool) {
    for (number, form) in word.forms.iter().enumerate() {
        let stem = word.stem.as_ref().filter(|_| number == 0);
        let finder = stem.map_or(&form.finder, |(_, finder)| finder);
        for at in finder.find_iter(key.text().as_bytes()) {
            if let Some(place) = judge(word, form, key, at, inside)
                && enough(place)
            {
                return;
            }
        }
    }
}

/// Judges one place where a form, or the stem of it, stands.
fn judge(word: &Word, form: &Needle, key: &Key, at: usize, inside: bool) -> Option<Occurrence> {
    let text = key.text();
    let starts = starts_word(text, at);
    if !starts && !inside {
        return None;
    }
    let stems = || {
        let (stem, _) = word.stem.as_ref().filter(|_| starts)?;
        let end = word_end(text, at + stem.length);
        let same = super::stem::stem(text.get(at..end)?) == *stem;
        (same && has_capitals(form, key, at, stem.length)).then_some(end)
    };
    let end = at + form.text.len();
    if !text
        .as_bytes()
        .get(at..)
        .is_some_and(|rest| rest.starts_with(form.text.as_bytes()))
    {
        return stems().map(|end| Occurrence {
            start: at,
            end,
            quality: Quality::Stem,
        });
    }
    if !has_capitals(form, key, at, form.text.len()) {
        return None;
    }
    if !starts {
        return Some(Occurrence {
            start: at,
            end,
            quality: Quality::Substring,
        });
    }
    if ends_word(text, end) {
        return Some(Occurrence {
            start: at,
            end,
            quality: Quality::Word,
        });
    }
    let stem = stems().map(|end| Occurrence {
        start: at,
        end,
        quality: Quality::Stem,
    });
    stem.or(Some(Occurrence {
        start: at,
        end,
        quality: Quality::Prefix,
    }))
}

pub(super) fn has_capitals(form: &Needle, key: &Key, at: usize, length: usize) -> bool {
    form.capitals
        .as_ref()
        .is_none_or(|wanted| key.same_capitals(at, length, wanted))
}
