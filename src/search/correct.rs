//! Misspelt words: a word that stands nowhere is taken for those that it nearly is.
//!
//! Only a word that no text has in one piece is corrected, whatever else was typed, so that each further
//! word still only takes rows away. What is found so ranks with scattered letters, below every hit in which
//! all words stand as they were typed.

use std::collections::HashMap;
use std::sync::Arc;

use super::document::Prepared;
use super::letters::{letter_mask, words_of};
use super::matcher::stands_in;
use super::query::{Kind, Query};
use super::word::{Needle, Word};

/// Shorter words are too near to too many others.
const SHORTEST: usize = 4;
/// From so many letters on two of them may be wrong.
const LONG: usize = 8;
/// No more than so many words are taken for one misspelt word.
const MOST: usize = 16;

/// The words of all texts, by their first letter.
#[derive(Debug, Default)]
pub(super) struct Vocabulary {
    by_initial: HashMap<char, Vec<(Box<str>, u64)>>,
}

impl Vocabulary {
    /// Gathers the words of texts.
    pub(super) fn of(documents: &[Prepared]) -> Self {
        let mut words: std::collections::HashSet<&str> = std::collections::HashSet::new();
        for field in documents.iter().flat_map(Prepared::fields) {
            let long = words_of(field.key.text()).filter(|(_, word)| word.len() >= SHORTEST);
            words.extend(long.map(|(_, word)| word));
        }
        let mut words: Vec<&str> = words.into_iter().collect();
        words.sort_unstable();
        let mut by_initial: HashMap<char, Vec<(Box<str>, u64)>> = HashMap::new();
        for word in words {
            if let Some(initial) = word.chars().next() {
                let of = by_initial.entry(initial).or_default();
                of.push((word.into(), letter_mask(word)));
            }
        }
        Self { by_initial }
    }

    /// The words that a misspelt one, perhaps not typed to its end, is nearest to; none where none is near.
    fn near(&self, typed: &str) -> Vec<&str> {
        let letters: Vec<char> = typed.chars().collect();
        let most = if letters.len() >= LONG { 2 } else { 1 };
        let mask = letter_mask(typed);
        // The first letter is seldom wrong, unless it changed places with the second.
        let mut best = most;
        let mut near: Vec<(usize, &str)> = Vec::new();
        let initials = letters.iter().take(2);
        for (word, has) in initials
            .filter_map(|initial| self.by_initial.get(initial))
            .flatten()
        {
            let lacks = (mask & !has).count_ones() as usize;
            if lacks > best {
                continue;
            }
            let Some(apart) = apart(typed, letters.len(), word, best) else {
                continue;
            };
            best = best.min(apart.max(1));
            near.push((apart, word));
        }
        near.retain(|(apart, _)| *apart <= best);
        near.truncate(MOST);
        near.into_iter().map(|(_, word)| word).collect()
    }
}

/// How many letters are wrong, missing, added or swapped between what was typed and the beginning of a word
/// that is most like it; none where that is more than `most`.
fn apart(typed: &str, length: usize, word: &str, most: usize) -> Option<usize> {
    let ends = word.char_indices().map(|(at, c)| at + c.len_utf8());
    let ends = ends.enumerate().map(|(number, end)| (number + 1, end));
    let near = ends.filter(|(letters, _)| letters.abs_diff(length) <= most);
    let beginnings = near.filter_map(|(_, end)| word.get(..end));
    let apart = beginnings.map(|beginning| strsim::osa_distance(typed, beginning));
    apart.min().filter(|apart| *apart <= most)
}

/// The query with the misspelt words taken for others; none where there are none to correct.
pub(super) fn correct<'a>(
    query: &Query,
    documents: &[Prepared],
    vocabulary: impl Fn() -> &'a Arc<Vocabulary>,
) -> Option<Query> {
    let mut corrected = query.clone();
    let mut any = false;
    for atom in corrected
        .clauses
        .iter_mut()
        .flat_map(|clause| &mut clause.any)
    {
        let (Kind::Word(word), false) = (&mut atom.kind, atom.not) else {
            continue;
        };
        if !can_be_misspelt(word) || documents.iter().any(|it| stands_in(word, it)) {
            continue;
        }
        let Some(typed) = word.forms.first().map(|form| form.text.clone()) else {
            continue;
        };
        let near = vocabulary().near(&typed);
        word.meant = near.into_iter().filter_map(Needle::new).collect();
        any |= !word.meant.is_empty();
    }
    any.then_some(corrected)
}

/// Plain words of letters are misspelt; codes and numbers are other codes and numbers.
fn can_be_misspelt(word: &Word) -> bool {
    let Some(form) = word.forms.first() else {
        return false;
    };
    !word.joined && word.length >= SHORTEST && form.text.chars().all(char::is_alphabetic)
}

#[cfg(test)]
mod tests {
    use super::super::{Field, FieldName, Glossary};
    use super::*;

    #[test]
    fn a_misspelt_word_is_taken_for_the_nearest_that_is_written_somewhere() {
        let text =
            "Harassment, attendance, trafficking, short breaks, governors, behaviour, attended";
        let fields = [Field::new(FieldName::Prose("text"), text)];
        let documents = [Prepared::new(&fields, &Glossary::empty())];
        let words = Vocabulary::of(&documents);
        for (typed, meant) in [
            ("harrasment", &["harassment"] as &[&str]),
            ("attendence", &["attendance"]),
            ("attenden", &["attendance", "attended"]),
            ("traficking", &["trafficking"]),
            ("ahrassment", &["harassment"]),
            ("breks", &["breaks"]),
            ("governers", &["governors"]),
            ("behavior", &["behaviour"]),
            ("zzzzz", &[]),
            ("poverty", &[]),
        ] {
            assert_eq!(words.near(typed), meant, "{typed}");
        }
    }
}
