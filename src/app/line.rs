//! A line that is typed into: text and a cursor, by graphemes.

use unicode_segmentation::UnicodeSegmentation;

use super::key::Key;

/// A line of text with a cursor.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct InputLine {
    text: String,
    /// The cursor as a byte offset, always between two graphemes.
    cursor: usize,
}

/// No line is longer, whatever is pasted.
const LONGEST: usize = 4000;

impl InputLine {
    /// A line that holds a text already, the cursor behind it.
    pub fn with(text: &str) -> Self {
        Self {
            text: text.to_owned(),
            cursor: text.len(),
        }
    }

    /// The text.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The text before the cursor.
    pub fn before(&self) -> &str {
        self.text.get(..self.cursor).unwrap_or(&self.text)
    }

    /// The text behind the cursor.
    pub fn behind(&self) -> &str {
        self.text.get(self.cursor..).unwrap_or_default()
    }

    /// Where the cursor stands, in bytes.
    pub fn cursor(&self) -> usize {
        self.cursor
    }

    /// Puts text in the place of some of the line's bytes, and the cursor behind it.
    pub fn replace(&mut self, range: std::ops::Range<usize>, text: &str) {
        if self.text.get(range.clone()).is_some() {
            self.text.replace_range(range.clone(), text);
            self.cursor = range.start + text.len();
        }
    }

    /// Whether nothing is typed.
    pub fn is_empty(&self) -> bool {
        self.text.is_empty()
    }

    /// Takes a key; false if the line has no use for it.
    pub fn key(&mut self, key: Key) -> bool {
        match key {
            Key::Char(c) => return self.insert(c.encode_utf8(&mut [0; 4])),
            Key::Backspace => self.erase(self.left()),
            Key::Delete => self.erase_forward(),
            Key::Left | Key::Ctrl('b') => self.cursor = self.left(),
            Key::Right => self.cursor = self.right(),
            Key::Home | Key::Ctrl('a') => self.cursor = 0,
            Key::End | Key::Ctrl('e') => self.cursor = self.text.len(),
            Key::Ctrl('u') => self.erase(0),
            Key::Ctrl('w') => self.erase(self.word_start()),
            Key::Ctrl('k') => self.text.truncate(self.cursor),
            _ => return false,
        }
        true
    }

    /// Puts text at the cursor; line ends and tabs become spaces, other control characters go. False
    /// if the line would grow too long: then it stays as it was.
    pub fn insert(&mut self, text: &str) -> bool {
        let spaced = |c: char| if c.is_whitespace() { ' ' } else { c };
        let clean: String = text
            .chars()
            .map(spaced)
            .filter(|c| !c.is_control())
            .collect();
        let fits = self.text.len() + clean.len() <= LONGEST;
        if fits {
            self.text.insert_str(self.cursor, &clean);
            self.cursor += clean.len();
        }
        fits
    }

    fn left(&self) -> usize {
        self.before()
            .grapheme_indices(true)
            .next_back()
            .map_or(0, |(at, _)| at)
    }

    fn right(&self) -> usize {
        self.cursor + self.behind().graphemes(true).next().map_or(0, str::len)
    }

    fn word_start(&self) -> usize {
        self.before()
            .trim_end()
            .unicode_word_indices()
            .next_back()
            .map_or(0, |(at, _)| at)
    }

    fn erase(&mut self, from: usize) {
        self.text.replace_range(from..self.cursor, "");
        self.cursor = from;
    }

    fn erase_forward(&mut self) {
        self.text.replace_range(self.cursor..self.right(), "");
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn typing_moves_and_erases_by_what_people_see_as_one_character() {
        let mut line = InputLine::with("e\u{301}té 👨‍👩‍👧");
        for (key, text) in [
            (Key::Backspace, "e\u{301}té "),
            (Key::Home, "e\u{301}té "),
            (Key::Right, "e\u{301}té "),
            (Key::Backspace, "té "),
            (Key::Char('É'), "Été "),
            (Key::End, "Été "),
            (Key::Ctrl('w'), ""),
        ] {
            assert!(line.key(key));
            assert_eq!(line.text(), text, "{key}");
        }
        assert!(!line.key(Key::Enter));
    }

    #[test]
    fn a_paste_with_line_ends_stays_on_one_line() {
        let mut line = InputLine::default();
        line.insert("one\r\ntwo\tthree\u{1b}[A");
        assert_eq!(line.text(), "one  two three[A");
    }
}
