//! A text of several lines that is typed into: text and a cursor, by graphemes, softly wrapped.

use std::ops::Range;

use unicode_segmentation::UnicodeSegmentation;

use crate::app::key::Key;
use crate::text::{width, wrap_at};

/// A text of several lines with a cursor.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TextArea {
    text: String,
    /// The cursor as a byte offset, always between two graphemes.
    cursor: usize,
    /// The column that going up and down aims at.
    aim: Option<usize>,
}

/// No text is longer, whatever is pasted.
const LONGEST: usize = 200_000;

impl TextArea {
    /// A text that is there already, the cursor behind it.
    pub fn with(text: &str) -> Self {
        Self {
            text: text.to_owned(),
            cursor: text.len(),
            aim: None,
        }
    }

    /// The text.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Takes a key; false if the text has no use for it. `columns` is how wide it is shown.
    pub fn key(&mut self, key: Key, columns: usize) -> bool {
        if !matches!(key, Key::Up | Key::Down) {
            self.aim = None;
        }
        match key {
            Key::Char(c) => self.insert(c.encode_utf8(&mut [0; 4])),
            Key::Enter => self.insert("\n"),
            Key::Backspace => self.erase(self.left()..self.cursor),
            Key::Delete => self.erase(self.cursor..self.right()),
            Key::Left | Key::Ctrl('b') => self.cursor = self.left(),
            Key::Right => self.cursor = self.right(),
            Key::Up => return self.shift(-1, columns),
            Key::Down => return self.shift(1, columns),
            Key::Home | Key::Ctrl('a') => self.cursor = self.line_start(),
            Key::End | Key::Ctrl('e') => self.cursor = self.line_end(),
            Key::Ctrl('u') => self.erase(self.line_start()..self.cursor),
            Key::Ctrl('k') => self.erase(self.cursor..self.line_end()),
            Key::Ctrl('w') => self.erase(self.word_start()..self.cursor),
            _ => return false,
        }
        true
    }

    /// Puts text at the cursor. Line ends stay, tabs become spaces, other control characters go;
    /// false if the text would grow too long.
    pub fn paste(&mut self, text: &str) -> bool {
        let text = text.replace("\r\n", "\n").replace('\r', "\n");
        let spaced = |c: char| if c == '\t' { ' ' } else { c };
        let clean: String = text
            .chars()
            .map(spaced)
            .filter(|c| *c == '\n' || !c.is_control())
            .collect();
        if self.text.len() + clean.len() > LONGEST {
            return false;
        }
        self.insert(&clean);
        true
    }

    fn insert(&mut self, text: &str) {
        if self.text.len() + text.len() <= LONGEST {
            self.text.insert_str(self.cursor, text);
            self.cursor += text.len();
        }
    }

    /// The lines as shown so wide, as places in the text.
    pub fn rows(&self, columns: usize) -> Vec<Range<usize>> {
        wrap_at(&self.text, columns.max(1))
    }

    /// The row and column of the cursor, shown so wide.
    pub fn cursor(&self, columns: usize) -> (usize, usize) {
        let rows = self.rows(columns);
        let row = rows
            .iter()
            .rposition(|row| row.start <= self.cursor)
            .unwrap_or(0);
        let start = rows.get(row).map_or(0, |row| row.start);
        let before = self.text.get(start..self.cursor).unwrap_or_default();
        (row, width(before))
    }

    /// Goes a shown row up or down; false at the first and the last.
    fn shift(&mut self, by: isize, columns: usize) -> bool {
        let rows = self.rows(columns);
        let (row, column) = self.cursor(columns);
        let aim = *self.aim.get_or_insert(column);
        let Some(to) = row.checked_add_signed(by).and_then(|row| rows.get(row)) else {
            return false;
        };
        let line = self.text.get(to.clone()).unwrap_or_default();
        let mut passed = 0;
        let mut at = to.end;
        for (place, grapheme) in line.grapheme_indices(true) {
            if passed >= aim {
                at = to.start + place;
                break;
            }
            passed += width(grapheme);
        }
        self.cursor = at;
        true
    }

    fn before(&self) -> &str {
        self.text.get(..self.cursor).unwrap_or(&self.text)
    }

    fn behind(&self) -> &str {
        self.text.get(self.cursor..).unwrap_or_default()
    }

    fn left(&self) -> usize {
        let last = self.before().grapheme_indices(true).next_back();
        last.map_or(0, |(at, _)| at)
    }

    fn right(&self) -> usize {
        self.cursor + self.behind().graphemes(true).next().map_or(0, str::len)
    }

    fn line_start(&self) -> usize {
        self.before().rfind('\n').map_or(0, |at| at + 1)
    }

    fn line_end(&self) -> usize {
        self.behind()
            .find('\n')
            .map_or(self.text.len(), |at| self.cursor + at)
    }

    fn word_start(&self) -> usize {
        let mut words = self.before().trim_end().unicode_word_indices();
        words.next_back().map_or(0, |(at, _)| at)
    }

    fn erase(&mut self, range: Range<usize>) {
        self.cursor = range.start;
        self.text.replace_range(range, "");
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typed(start: &str, keys: &[Key]) -> String {
        let mut area = TextArea::with(start);
        for key in keys {
            area.key(*key, 10);
        }
        let mut text = area.text.clone();
        text.insert(area.cursor, '|');
        text
    }

    #[test]
    fn the_cursor_goes_by_what_is_shown_and_by_what_people_see_as_one_character() {
        for (start, keys, after) in [
            (
                "",
                &[Key::Char('a'), Key::Enter, Key::Char('b')][..],
                "a\nb|",
            ),
            ("one two three", &[Key::Up], "one t|wo three"),
            ("one two three", &[Key::Up, Key::Up], "one t|wo three"),
            (
                "abc\n\nxyz",
                &[Key::Up, Key::Up, Key::Down, Key::Down],
                "abc\n\nxyz|",
            ),
            (
                "one\ntwo",
                &[Key::Home, Key::Left, Key::Char('!')],
                "one!|\ntwo",
            ),
            ("one\ntwo", &[Key::Ctrl('u'), Key::Backspace], "one|"),
            (
                "one two",
                &[Key::Ctrl('w'), Key::Ctrl('a'), Key::Ctrl('k')],
                "|",
            ),
            ("👨‍👩‍👧é", &[Key::Left, Key::Backspace], "|é"),
        ] {
            assert_eq!(typed(start, keys), after, "{start:?} {keys:?}");
        }
    }

    #[test]
    fn a_paste_keeps_its_lines_and_loses_what_a_terminal_would_obey() {
        let mut area = TextArea::default();
        assert!(area.paste("one\r\ntwo\rthree\tfour\u{1b}[31m\u{7}"));
        assert_eq!(area.text(), "one\ntwo\nthree four[31m");
        assert!(!area.paste(&"x".repeat(LONGEST)));
        assert_eq!(area.text().len(), 22, "what is too long is dropped whole");
    }
}
