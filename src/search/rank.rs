//! Ranking: one number per hit, made of what each word found and where.
//!
//! The tiers, best first: exact code, code prefix, a whole part of a code (`TP1e` of `LSP-TP1e`), title, code
//! inside, other names, officers, prose. Within a field: the whole text, neighbouring words (in any order,
//! since the order of words never matters), whole word, stem, abbreviation, prefix, substring, glossary. Words
//! side by side in a lower text count as a phrase, just below a title that has them all. A hit in which
//! any word is only scattered letters ranks below every hit without one. Equal hits keep the file's order.

use super::document::FieldName;

/// How good a hit is. Only the order means anything.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Score(pub u32);

impl Score {
    /// What a hit without scattered letters has more than any with them.
    const CONTIGUOUS: u32 = 10_000_000;

    /// Whether every word stands in one piece.
    pub(super) fn is_contiguous(self) -> bool {
        self.0 >= Self::CONTIGUOUS
    }

    /// The score of a document from the points of its words.
    pub(super) fn of(points: u32, scattered: bool) -> Self {
        let points = points.min(Self::CONTIGUOUS - 1);
        Self(if scattered {
            points
        } else {
            points + Self::CONTIGUOUS
        })
    }
}

/// How a word stands in a text; later is better.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Quality {
    /// Only what the text stands for has the word (see the glossary).
    Implied,
    /// Inside a word.
    Substring,
    /// At the start of a word.
    Prefix,
    /// The word is an abbreviation of what stands there.
    Abbreviation,
    /// Another form of the word.
    Stem,
    /// The word itself.
    Word,
}

/// How a word stands in a code; later is better.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum CodeQuality {
    /// Somewhere within.
    Inside,
    /// A whole part of it: `117`, or the code without its plan's prefix.
    Part,
    /// Its beginning.
    Prefix,
    /// All of it.
    Exact,
}

/// What a word gained in a document.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Gain {
    pub(super) points: u32,
    /// The field, by its number in the document; none for a filter or a `!not`.
    pub(super) field: Option<usize>,
    pub(super) scattered: bool,
}

/// More than any run of words may gain elsewhere, so that an exact code comes first.
const EXACT_CODE: u32 = 20_000;

/// Points of a match in a code. A record's other codes rank with its other names.
pub(super) fn code_points(name: FieldName, quality: CodeQuality) -> u32 {
    match (name, quality) {
        (FieldName::Code, CodeQuality::Exact) => EXACT_CODE,
        (FieldName::Code, CodeQuality::Prefix) => 6_000,
        (FieldName::Code, CodeQuality::Part) => 5_000,
        (FieldName::Code, CodeQuality::Inside) => 3_960,
        (_, CodeQuality::Exact) => 3_890,
        (_, CodeQuality::Prefix) => 3_600,
        (_, CodeQuality::Part) => 3_500,
        (_, CodeQuality::Inside) => 3_050,
    }
}

/// Points of a contiguous match in a text.
pub(super) fn text_points(name: FieldName, quality: Quality) -> u32 {
    field_points(name)
        + match quality {
            Quality::Word => 500,
            Quality::Stem => 450,
            Quality::Abbreviation => 400,
            Quality::Prefix => 300,
            Quality::Substring => 200,
            Quality::Implied => 100,
        }
}

fn field_points(name: FieldName) -> u32 {
    match name {
        FieldName::Code | FieldName::Title => 4_000,
        FieldName::OtherName => 3_000,
        FieldName::Officer => 2_000,
        FieldName::Prose(_) => 1_000,
    }
}

/// The most that one more look at a field of this name could gain.
pub(super) fn most_points(name: FieldName) -> u32 {
    match name {
        FieldName::Code => EXACT_CODE,
        FieldName::OtherName => code_points(name, CodeQuality::Exact),
        _ => text_points(name, Quality::Word),
    }
}

/// What each word gains when several stand side by side as they were typed below the title: a phrase that
/// somebody remembers says more than its words apart, one of them in the title. Never as much as a title
/// that has all of them.
pub(super) fn phrase_points(name: FieldName, worst: Quality) -> u32 {
    match name {
        FieldName::Officer | FieldName::Prose(_) if worst >= Quality::Stem => {
            PHRASE.saturating_sub(field_points(name))
        }
        _ => 0,
    }
}

/// Where [`phrase_points`] lift a text to, before what the words themselves gain.
const PHRASE: u32 = 3_300;

/// How a run of words covers a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Run {
    /// Every word of the query, side by side.
    Neighbours,
    /// And nothing else.
    Whole,
}

/// What each word gains when all words stand side by side, the worst of them being `worst`.
/// Mere beginnings of words gain little: a whole word goes before them.
pub(super) fn run_points(run: Run, worst: Quality) -> u32 {
    match (run, worst) {
        (Run::Whole, Quality::Stem | Quality::Word) => 400,
        (Run::Neighbours, Quality::Stem | Quality::Word) => 300,
        (Run::Whole, Quality::Prefix | Quality::Abbreviation) => 110,
        (Run::Neighbours, Quality::Prefix | Quality::Abbreviation) => 100,
        (_, Quality::Substring | Quality::Implied) => 0,
    }
}

/// What a text gains for having the word with the accents it was typed with.
pub(super) const AS_TYPED: u32 = 30;

/// Points of a word that was probably meant by a misspelt one: above all scattered letters, and below every
/// word in one piece, since a hit with it counts as scattered.
pub(super) fn meant_points(name: FieldName, quality: Quality) -> u32 {
    text_points(name, quality) - 500
}

/// Points of scattered letters: the field, then how well they stand (0 to 99), whatever else.
pub(super) fn scattered_points(name: FieldName, score: i64, letters: usize) -> u32 {
    let field = match name {
        FieldName::Code | FieldName::Title => 400,
        FieldName::OtherName => 300,
        FieldName::Officer | FieldName::Prose(_) => 200,
    };
    // A letter earns 16, and 8 more at the start of a word or beside its neighbour; the first counts double.
    let best = i64::try_from(letters)
        .unwrap_or(i64::MAX)
        .saturating_mul(24)
        .saturating_add(8);
    let share = score.clamp(0, best).saturating_mul(99) / best.max(1);
    field + u32::try_from(share).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_tiers_stand_in_their_order() {
        use FieldName::{Code, Officer, OtherName, Prose, Title};
        let whole = |name| {
            text_points(name, Quality::Word) + run_points(Run::Whole, Quality::Word) + AS_TYPED
        };
        let tiers = [
            code_points(Code, CodeQuality::Exact),
            code_points(Code, CodeQuality::Prefix),
            code_points(Code, CodeQuality::Part),
            whole(Title),
            text_points(Title, Quality::Word) + run_points(Run::Neighbours, Quality::Word),
            text_points(Title, Quality::Word),
            text_points(Title, Quality::Stem),
            text_points(Title, Quality::Prefix)
                + run_points(Run::Whole, Quality::Prefix)
                + AS_TYPED,
            text_points(Title, Quality::Substring) + AS_TYPED,
            text_points(Title, Quality::Implied) + AS_TYPED,
            code_points(Code, CodeQuality::Inside),
            whole(OtherName).max(code_points(OtherName, CodeQuality::Exact)),
            text_points(OtherName, Quality::Implied),
            whole(Officer),
            text_points(Officer, Quality::Implied),
            whole(Prose("")),
            text_points(Prose(""), Quality::Implied),
            scattered_points(Title, i64::MAX, 3),
        ];
        for pair in tiers.windows(2) {
            assert!(
                matches!(pair, [better, worse] if better > worse),
                "{tiers:?}"
            );
        }
    }
}
