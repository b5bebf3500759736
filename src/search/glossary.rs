//! Abbreviations and what they stand for, both ways.
//!
//! The glossary works on texts, not on queries: a text that says `LAC` quietly also says "looked after
//! children", and the other way round. So a query stays a plain list of words that must all match, words
//! may be typed in any order, and each added word can only take rows away.

use std::collections::HashMap;
use std::sync::Arc;

use super::abbreviations::BUILT_IN;
use super::fold::Key;
use super::letters::{tokens_of, words_of};
use super::stem::stem;

/// An abbreviation and one name that it stands for.
#[derive(Debug, Clone)]
struct Entry {
    short: Arc<Key>,
    long: Arc<Key>,
    /// The name's folded words.
    words: Vec<String>,
}

/// A text that a stretch of another text also stands for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Implied {
    pub(super) key: Arc<Key>,
    /// The stretch of the key that implies it.
    pub(super) start: usize,
    pub(super) end: usize,
}

/// Abbreviations in both directions: the built-in ones and a workspace's own.
#[derive(Debug, Clone, Default)]
pub struct Glossary {
    entries: Vec<Entry>,
    by_short: HashMap<String, Vec<usize>>,
    by_first_stem: HashMap<String, Vec<usize>>,
    /// The first two letters that names start with, as a glance before the look-up: most words start no name.
    openings: [u32; 26],
    /// Whether some abbreviation begins with a small letter; else only capitals are looked up.
    small: bool,
}

impl Glossary {
    /// No abbreviations at all.
    pub fn empty() -> Self {
        Self::default()
    }

    /// The abbreviations of children's services and local government.
    pub fn built_in() -> Self {
        Self::built_in_and([])
    }

    /// The built-in abbreviations and a workspace's own, each an abbreviation and its name.
    pub fn built_in_and<'a>(own: impl IntoIterator<Item = (&'a str, &'a str)>) -> Self {
        let mut glossary = Self::empty();
        for (short, long) in BUILT_IN.iter().copied().chain(own) {
            glossary.add(short, long);
        }
        glossary
    }

    /// Adds one abbreviation; an empty or many-worded one, or one without a name, is passed over.
    pub fn add(&mut self, short: &str, long: &str) {
        let (short, long) = (Key::new(short), Key::new(long));
        let words: Vec<String> = words_of(long.text())
            .map(|(_, word)| word.to_owned())
            .collect();
        let (Some(first), false) = (
            words.first(),
            short.text().is_empty() || short.text().contains(' '),
        ) else {
            return;
        };
        let at = self.entries.len();
        self.small |= short.upper().first() != Some(&0);
        if let Some((row, bit)) = opening(first)
            && let Some(row) = self.openings.get_mut(row)
        {
            *row |= bit;
        }
        self.by_first_stem
            .entry(stem_text(first).to_owned())
            .or_default()
            .push(at);
        self.by_short
            .entry(short.text().to_owned())
            .or_default()
            .push(at);
        self.entries.push(Entry {
            short: Arc::new(short),
            long: Arc::new(long),
            words,
        });
    }

    /// What the stretches of a key also stand for.
    pub(super) fn implied(&self, key: &Key) -> Vec<Implied> {
        let mut found = Vec::new();
        if self.entries.is_empty() {
            return found;
        }
        let text = key.text();
        let may_be_short = |start: usize| self.small || key.same_capitals(start, 1, &[0]);
        for (start, token) in tokens_of(text).filter(|(start, _)| may_be_short(*start)) {
            self.long_for(key, start, token, &mut found);
        }
        let opens = |word: &str| {
            opening(word)
                .is_none_or(|(row, bit)| self.openings.get(row).is_some_and(|row| row & bit != 0))
        };
        for (start, word) in words_of(text).filter(|(_, word)| opens(word)) {
            self.short_for(text, start, word, &mut found);
        }
        found
    }

    /// The names of the abbreviation that stands at `start`, which must be written in its capitals
    /// (`SEN` is not the Japanese coin, `it` not information technology); a plural `s` may follow.
    fn long_for(&self, key: &Key, start: usize, token: &str, found: &mut Vec<Implied>) {
        let singular = token.strip_suffix('s').unwrap_or(token);
        for form in [token, singular] {
            for entry in self
                .by_short
                .get(form)
                .into_iter()
                .flatten()
                .filter_map(|at| self.entries.get(*at))
            {
                if key.same_capitals(start, form.len(), entry.short.upper()) {
                    found.push(Implied {
                        key: Arc::clone(&entry.long),
                        start,
                        end: start + token.len(),
                    });
                }
            }
            if singular == token {
                break;
            }
        }
    }

    /// The abbreviations of the names that start with `word`; its forms count (`child in need`).
    fn short_for(&self, text: &str, start: usize, word: &str, found: &mut Vec<Implied>) {
        for entry in self
            .by_first_stem
            .get(stem_text(word))
            .into_iter()
            .flatten()
            .filter_map(|at| self.entries.get(*at))
        {
            let rest = text.get(start..).unwrap_or_default();
            let mut here = words_of(rest);
            let mut end = 0;
            let all = entry.words.iter().all(|wanted| {
                here.next().is_some_and(|(at, word)| {
                    end = at + word.len();
                    word == wanted
                        || stem_text(word) == stem_text(wanted) && stem(word) == stem(wanted)
                })
            });
            if all {
                found.push(Implied {
                    key: Arc::clone(&entry.short),
                    start,
                    end: start + end,
                });
            }
        }
    }
}

/// The place of a word's first two letters in the table of openings; none for other than Latin letters.
fn opening(word: &str) -> Option<(usize, u32)> {
    let &[first, second, ..] = word.as_bytes() else {
        return None;
    };
    let both = first.is_ascii_lowercase() && second.is_ascii_lowercase();
    both.then(|| (usize::from(first - b'a'), 1 << (second - b'a')))
}

fn stem_text(word: &str) -> &str {
    word.get(..stem(word).length).unwrap_or(word)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn implied(text: &str) -> Vec<String> {
        let glossary = Glossary::built_in_and([("OSC", "Outer South Cluster")]);
        glossary
            .implied(&Key::new(text))
            .into_iter()
            .map(|implied| implied.key.text().to_owned())
            .collect()
    }

    #[test]
    fn an_abbreviation_stands_for_its_name_and_the_name_for_its_abbreviation() {
        let cases: [(&str, &[&str]); 8] = [
            ("Stability of LAC", &["looked after children"]),
            ("Emotional health of Looked After Children", &["lac"]),
            ("PCTs", &["primary care trust"]),
            ("the sen of Japan, lac insects", &[]),
            ("at KS2", &["key stage 2"]),
            ("Key Stage 2", &["ks2"]),
            ("clusters (OSC)", &["outer south cluster"]),
            ("not in education, training or employment", &["neet"]),
        ];
        for (text, expected) in cases {
            assert_eq!(implied(text), expected, "{text}");
        }
    }
}
