//! What is typed or chosen in a field.

use super::area::TextArea;
use crate::app::key::Key;
use crate::app::line::InputLine;
use crate::domain::form::{Context, Entry, shown};
use crate::domain::json::Json;
use crate::domain::rating::Direction;

/// What is typed or chosen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Input {
    /// A line.
    Line(InputLine),
    /// Several lines.
    Area(TextArea),
    /// A word out of a few.
    Choice(Choices),
    /// An object or a list, changed on a level of its own.
    Nested(Option<Json>),
}

/// A word out of a few.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choices {
    /// The words as they stand in the file (`yes` and `no` for flags).
    pub words: Vec<&'static str>,
    /// Which one.
    pub chosen: Option<usize>,
    /// What stands there instead, where it is none of them.
    pub other: Option<String>,
}

impl Input {
    /// The input for a value of the file.
    pub fn new(entry: Entry, value: Option<&Json>, context: &Context) -> Self {
        let text = value.map_or_else(String::new, |value| shown(entry, value));
        match entry {
            Entry::Flag => Self::Choice(Choices::new(vec!["yes", "no"], text)),
            Entry::Choice(words) => Self::Choice(Choices::new(words(), text)),
            Entry::Rating => {
                let words = context.scale.iter().map(|rating| rating.word()).collect();
                Self::Choice(Choices::new(words, text))
            }
            entry if entry.is_nested() => Self::Nested(value.cloned()),
            entry if entry.is_prose() => Self::Area(TextArea::with(&text)),
            _ => Self::Line(InputLine::with(&text)),
        }
    }

    /// What is typed or chosen, as text.
    pub fn text(&self) -> String {
        match self {
            Self::Line(line) => line.text().to_owned(),
            Self::Area(area) => area.text().to_owned(),
            Self::Choice(choices) => choices.text().to_owned(),
            Self::Nested(value) => value.as_ref().map(Json::to_string).unwrap_or_default(),
        }
    }

    /// Takes a key; false if it has no use for it. `columns` is how wide a text of several lines is
    /// shown.
    pub fn key(&mut self, key: Key, columns: usize) -> bool {
        match self {
            Self::Line(line) => line.key(key),
            Self::Area(area) => area.key(key, columns),
            Self::Choice(choices) => choices.key(key),
            Self::Nested(_) => false,
        }
    }

    /// Puts another text in its place; false if it has no use for it.
    pub fn replace(&mut self, text: &str) -> bool {
        match self {
            Self::Line(line) => {
                let mut other = InputLine::default();
                let fits = other.insert(text);
                if fits {
                    *line = other;
                }
                fits
            }
            Self::Area(area) => {
                let mut other = TextArea::default();
                let fits = other.paste(text);
                if fits {
                    *area = other;
                }
                fits
            }
            Self::Choice(_) | Self::Nested(_) => false,
        }
    }

    /// Takes pasted text; false if it has no use for it.
    pub fn paste(&mut self, text: &str) -> bool {
        match self {
            Self::Line(line) => line.insert(text.trim_end_matches(['\r', '\n'])),
            Self::Area(area) => area.paste(text),
            Self::Choice(choices) => choices.paste(text),
            Self::Nested(_) => false,
        }
    }
}

impl Choices {
    fn new(words: Vec<&'static str>, text: String) -> Self {
        let chosen = words.iter().position(|word| *word == text);
        Self {
            words,
            chosen,
            other: Some(text).filter(|text| chosen.is_none() && !text.is_empty()),
        }
    }

    /// The word, or what stands there instead.
    pub fn text(&self) -> &str {
        let word = self.chosen.and_then(|at| self.words.get(at)).copied();
        word.or(self.other.as_deref()).unwrap_or_default()
    }

    fn choose(&mut self, at: Option<usize>) {
        self.chosen = at;
        self.other = None;
    }

    /// Arrows and the space bar go round, a letter or sign goes to the next word with it.
    fn key(&mut self, key: Key) -> bool {
        let count = self.words.len();
        if count == 0 {
            return false;
        }
        let next = self.chosen.map_or(0, |at| (at + 1) % count);
        match key {
            Key::Right | Key::Char(' ') => self.choose(Some(next)),
            Key::Left => self
                .choose(Some(self.chosen.map_or(count, |at| at + count) - 1).map(|at| at % count)),
            Key::Backspace | Key::Delete => self.choose(None),
            Key::Char(c) => {
                let round = (0..count).map(|by| (next + by) % count);
                let Some(found) = round.into_iter().find(|at| self.stands_for(*at, c)) else {
                    return false;
                };
                self.choose(Some(found));
            }
            _ => return false,
        }
        true
    }

    /// Whether a word begins with a letter, or is the direction with that sign.
    fn stands_for(&self, at: usize, c: char) -> bool {
        let word = self.words.get(at).copied().unwrap_or_default();
        let begins = word
            .chars()
            .next()
            .is_some_and(|first| first.to_lowercase().eq(c.to_lowercase()));
        let sign = Direction::from_word(word).is_some_and(|it| it.sign() == c.to_string());
        begins || sign
    }

    fn paste(&mut self, text: &str) -> bool {
        let folded = text.trim().to_lowercase().replace([' ', '-'], "_");
        let found = self
            .words
            .iter()
            .position(|word| word.to_lowercase() == folded);
        if found.is_some() {
            self.choose(found);
        }
        found.is_some()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_choice_is_made_by_letter_sign_or_arrow_and_taken_back_with_backspace() {
        let words = vec!["improving", "static", "deteriorating"];
        for (start, keys, chosen) in [
            ("", &[Key::Char('s')][..], "static"),
            ("", &[Key::Char('-')], "deteriorating"),
            ("static", &[Key::Right], "deteriorating"),
            ("static", &[Key::Right, Key::Right], "improving"),
            ("", &[Key::Left], "deteriorating"),
            ("improving", &[Key::Left], "deteriorating"),
            ("sideways", &[], "sideways"),
            ("sideways", &[Key::Char('x')], "sideways"),
            ("sideways", &[Key::Char(' ')], "improving"),
            ("static", &[Key::Backspace], ""),
        ] {
            let mut choices = Choices::new(words.clone(), start.to_owned());
            for key in keys {
                choices.key(*key);
            }
            assert_eq!(choices.text(), chosen, "{start} {keys:?}");
        }
        let mut months = Choices::new(vec!["on_track", "on_hold"], String::new());
        months.key(Key::Char('o'));
        months.key(Key::Char('o'));
        assert_eq!(months.text(), "on_hold", "the next with the same letter");
        assert!(months.paste(" On track\n"));
        assert_eq!(months.text(), "on_track");
        assert!(!months.paste("rm -rf"));
    }
}
