//! Scattered letters: the fuzzy part, done by fuzzy-matcher.
//!
//! Not every run of letters that happens to stand in a title in order is a match worth showing. Scattered
//! letters must enter each word at its start (`tnpreg`: **t**ee**n**age **preg**nancy, `aftr`: **aft**e**r**), and in
//! texts of more than [`LONG`] characters a typed word must stay within one word. Both rules hold for every
//! beginning of a word for which they hold, so typing on never brings a row back. What passes is scored by the
//! skim algorithm.

use std::ops::Range;
use std::sync::LazyLock;

use fuzzy_matcher::FuzzyMatcher;
use fuzzy_matcher::skim::SkimMatcherV2;

use super::document::PreparedField;
use super::fold::Key;
use super::letters::{Class, letter_bit, words_of};
use super::rank::scattered_points;
use super::word::{Needle, Word};

/// Characters beyond which a text is searched by words.
pub(super) const LONG: usize = 64;

/// One matcher for all: it keeps its scratch memory by thread. Keys are folded before they come here, so
/// case is compared as it is. No limit is set, since with one the score and the indices may disagree.
static SKIM: LazyLock<SkimMatcherV2> = LazyLock::new(|| SkimMatcherV2::default().respect_case());

/// The points that a word's scattered letters gain in a field.
pub(super) fn points(word: &Word, field: &PreparedField) -> Option<u32> {
    let form = word.scatter()?;
    // The word's own mask is that of its stem; here every letter is needed.
    if form.mask & !field.mask != 0 {
        return None;
    }
    let first = form.text.chars().next().map_or(0, letter_bit);
    let here = (first & !field.initials == 0)
        .then(|| best_stretch(form, &field.key))
        .flatten()
        .map(|found| found.0);
    let in_code = field.code.as_deref().and_then(|code| {
        enters_words(code.as_bytes(), form.text.as_bytes())
            .then(|| SKIM.fuzzy_match(code, &form.text))
            .flatten()
    });
    Some(scattered_points(
        field.name,
        here.max(in_code)?,
        word.length,
    ))
}

/// The stretches of the key that the scattered letters of a word are found in.
pub(super) fn ranges(word: &Word, key: &Key) -> Vec<Range<usize>> {
    let Some(form) = word.scatter() else {
        return Vec::new();
    };
    let Some((_, stretch)) = best_stretch(form, key) else {
        return Vec::new();
    };
    let text = cased(form, key, stretch.clone());
    let Some((_, indices)) = SKIM.fuzzy_indices(&text, &cased_pattern(form)) else {
        return Vec::new();
    };
    let mut wanted = indices.into_iter().peekable();
    let mut found = Vec::new();
    for (number, (at, c)) in text.char_indices().enumerate() {
        if wanted.next_if_eq(&number).is_some() {
            let start = stretch.start + at;
            found.push(start..start + c.len_utf8());
        }
    }
    found
}

/// The best score, and the stretch of the key that it was found in: all of a short text, one word of a long one.
fn best_stretch(form: &Needle, key: &Key) -> Option<(i64, Range<usize>)> {
    let text = key.text();
    let pattern = form.text.as_bytes();
    let score = |stretch: Range<usize>| {
        let found = if form.capitals.is_none() {
            SKIM.fuzzy_match(text.get(stretch.clone())?, &form.text)
        } else {
            SKIM.fuzzy_match(&cased(form, key, stretch.clone()), &cased_pattern(form))
        };
        found.map(|score| (score, stretch))
    };
    if text.len() <= LONG || text.chars().count() <= LONG {
        return enters_words(text.as_bytes(), pattern)
            .then(|| score(0..text.len()))
            .flatten();
    }
    let within =
        words_of(text).filter(|(_, word)| taken_by(word.as_bytes(), pattern) == pattern.len());
    let scored = within.filter_map(|(start, word)| score(start..start + word.len()));
    // The first of the best, so that the same text always gives the same answer.
    scored.reduce(|best, next| if next.0 > best.0 { next } else { best })
}

/// The key with its capitals put back, where the typed word has any.
fn cased(form: &Needle, key: &Key, stretch: Range<usize>) -> String {
    let text = key.text().get(stretch.clone()).unwrap_or_default();
    if form.capitals.is_none() {
        return text.to_owned();
    }
    raised(
        text,
        key.upper()
            .iter()
            .filter_map(|at| (*at as usize).checked_sub(stretch.start)),
    )
}

fn cased_pattern(form: &Needle) -> String {
    raised(
        &form.text,
        form.capitals.iter().flatten().map(|at| *at as usize),
    )
}

/// ASCII letters at some places made capital: capitals of other scripts are not told apart here.
fn raised(text: &str, places: impl Iterator<Item = usize>) -> String {
    let mut bytes = text.as_bytes().to_vec();
    for at in places {
        if let Some(byte) = bytes.get_mut(at) {
            byte.make_ascii_uppercase();
        }
    }
    String::from_utf8(bytes).unwrap_or_default()
}

/// How many of the pattern's first letters a word takes, from its own first letter on.
fn taken_by(word: &[u8], pattern: &[u8]) -> usize {
    let (Some(first), Some(wanted)) = (word.first(), pattern.first()) else {
        return 0;
    };
    if first != wanted {
        return 0;
    }
    let mut taken = 0;
    for byte in word {
        if pattern.get(taken) == Some(byte) {
            taken += 1;
        }
    }
    taken
}

/// Whether the pattern can be laid over the text so that it enters each word at the word's start.
/// The set of pattern lengths reached so far is one bit each: patterns have fewer than 64 bytes.
fn enters_words(text: &[u8], pattern: &[u8]) -> bool {
    let goal = 1_u64 << pattern.len().min(63);
    let mut reached = 1_u64;
    let mut rest = text;
    while let Some(first) = rest.first() {
        let class = byte_class(*first);
        let length = rest
            .iter()
            .position(|byte| byte_class(*byte) != class)
            .unwrap_or(rest.len());
        let (word, after) = rest.split_at(length);
        rest = after;
        if class == Class::Other {
            continue;
        }
        let mut from = reached;
        while from != 0 {
            let at = from.trailing_zeros() as usize;
            from &= from - 1;
            let taken = taken_by(word, pattern.get(at..).unwrap_or_default());
            // Fewer letters may be taken than the word would give.
            reached |= (1..=taken).fold(0, |bits, taken| bits | 1 << (at + taken).min(63));
        }
        if reached & goal != 0 {
            return true;
        }
    }
    false
}

/// Bytes beyond ASCII count as letters: this only sorts out what the matcher need not see.
fn byte_class(byte: u8) -> Class {
    if byte.is_ascii() {
        Class::of(char::from(byte))
    } else {
        Class::Letter
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn scattered_letters_enter_each_word_at_its_start() {
        let enters = |text: &str, pattern: &str| enters_words(text.as_bytes(), pattern.as_bytes());
        assert!(enters("looked after children", "lookd"));
        assert!(enters("looked after children", "lac"));
        assert!(enters("teenage pregnancy", "tnpreg"));
        assert!(enters("looked after children", "lookaftchi"));
        assert!(!enters("looked after children", "okd"));
        assert!(!enters("looked after children", "lzz"));
        assert!(!enters("proportion of children in poverty", "ttn"));
    }

    #[test]
    fn letters_found_in_a_long_text_stay_within_one_word() {
        let long = Key::new(
            "Tackling fuel poverty - % of people receiving income based benefits living in homes with low energy",
        );
        let found = |typed: &str| {
            let word = Word::new(typed, false).unwrap();
            ranges(&word, &long)
                .iter()
                .filter_map(|range| long.text().get(range.clone()))
                .collect::<String>()
        };
        assert_eq!(found("bnfts"), "bnfts");
        assert_eq!(found("fpov"), "");
    }
}
