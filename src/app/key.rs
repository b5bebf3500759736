//! The keys that the program knows, free of any terminal library.
//!
//! `app` may not name crossterm, so that every screen can be driven from a test with plain values;
//! `tui::input` makes these from the bytes that the terminal sends. The set is small on purpose.
//! Nothing is bound to Alt (a slow line joins Escape and a letter that follows it), so Alt with a
//! letter arrives as [`Key::Esc`] and then the letter, and an arrow held with Ctrl or Alt is no
//! key.
//!
//! May import: `std` only.

use std::fmt;
use std::str::FromStr;

/// One press of a key. A repeat counts as a press; a release is no key at all.
///
/// Shift is part of the character (`Char('R')`), never a flag beside it, because terminals disagree
/// on whether they report it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Key {
    /// A character as typed, shift and keyboard layout already applied.
    Char(char),
    /// A character with Ctrl, in lower case: a terminal sends the same byte for Ctrl-d and Ctrl-D.
    Ctrl(char),
    /// Return or the keypad's Enter.
    Enter,
    /// Escape pressed alone.
    Esc,
    /// Tab.
    Tab,
    /// Shift-Tab.
    BackTab,
    /// Erases backwards. Both codes that terminals use for it (0x7f and 0x08) mean this.
    Backspace,
    /// Erases forwards.
    Delete,
    /// Arrow up.
    Up,
    /// Arrow down.
    Down,
    /// Arrow left.
    Left,
    /// Arrow right.
    Right,
    /// Home.
    Home,
    /// End.
    End,
    /// Page up.
    PageUp,
    /// Page down.
    PageDown,
    /// Insert.
    Insert,
    /// A function key, from 1. Nothing is bound to them by default: many terminals keep some for
    /// themselves.
    F(u8),
}

/// The keys that have a name: how it is shown, and every way in which it may be written in a key
/// map (lower case).
const NAMED: &[(Key, &str, &[&str])] = &[
    (Key::Enter, "Enter", &["enter", "return", "cr"]),
    (Key::Esc, "Esc", &["esc", "escape"]),
    (Key::Tab, "Tab", &["tab"]),
    (Key::BackTab, "Shift-Tab", &["shift-tab", "backtab"]),
    (Key::Backspace, "Backspace", &["backspace", "bs"]),
    (Key::Delete, "Del", &["del", "delete"]),
    (Key::Up, "↑", &["up", "↑"]),
    (Key::Down, "↓", &["down", "↓"]),
    (Key::Left, "←", &["left", "←"]),
    (Key::Right, "→", &["right", "→"]),
    (Key::Home, "Home", &["home"]),
    (Key::End, "End", &["end"]),
    (Key::PageUp, "PgUp", &["pgup", "pageup"]),
    (Key::PageDown, "PgDn", &["pgdn", "pagedown"]),
    (Key::Insert, "Ins", &["ins", "insert"]),
    (Key::Char(' '), "Space", &["space"]),
];

/// Every name that a key can be written by.
pub(super) fn names() -> impl Iterator<Item = &'static str> {
    NAMED.iter().flat_map(|(.., names)| names.iter().copied())
}

/// The highest function key that terminals send.
const LAST_FUNCTION_KEY: u8 = 24;

/// Text that names no key.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("“{text}” is not a key; write a character, ctrl-x, or a name such as enter, pgdn or f5")]
pub struct UnknownKey {
    /// What stood in the key map.
    pub text: String,
}

impl Key {
    /// Reads a key as people write it: `R`, `ctrl-d`, `C-d`, `^d`, `PgDn`, `↓`, `space`, `f5`.
    ///
    /// Names fold case; a single character does not, since `r` and `R` are different keys.
    ///
    /// # Errors
    /// [`UnknownKey`] with the text, for the message in the key map's report.
    pub fn parse(text: &str) -> Result<Self, UnknownKey> {
        let unknown = || UnknownKey {
            text: text.to_owned(),
        };
        if let Some(one) = only_char(text) {
            return Self::typed(one).ok_or_else(unknown);
        }
        let folded = text.to_lowercase();
        if let Some((key, ..)) = NAMED
            .iter()
            .find(|(_, _, names)| names.contains(&folded.as_str()))
        {
            return Ok(*key);
        }
        if let Some(number) = folded
            .strip_prefix('f')
            .and_then(|digits| digits.parse().ok())
        {
            return if (1..=LAST_FUNCTION_KEY).contains(&number) {
                Ok(Self::F(number))
            } else {
                Err(unknown())
            };
        }
        ["ctrl-", "c-", "^"]
            .iter()
            .find_map(|prefix| folded.strip_prefix(prefix))
            .and_then(|rest| {
                if rest == "space" {
                    Some(' ')
                } else {
                    only_char(rest)
                }
            })
            .map(Self::Ctrl)
            .ok_or_else(unknown)
    }

    /// The key's name in ASCII only, for `--ascii` and for logs: as [`Display`](fmt::Display), but
    /// arrows are words.
    #[must_use]
    pub fn ascii(self) -> String {
        match self {
            Self::Up => "Up".to_owned(),
            Self::Down => "Down".to_owned(),
            Self::Left => "Left".to_owned(),
            Self::Right => "Right".to_owned(),
            other => other.to_string(),
        }
    }

    /// The key for a character, unless it is a control character (those never stand for
    /// themselves).
    fn typed(one: char) -> Option<Self> {
        NAMED
            .iter()
            .find(|(_, shown, _)| only_char(shown) == Some(one))
            .map(|(key, ..)| *key)
            .or_else(|| (!one.is_control()).then_some(Self::Char(one)))
    }
}

/// The only character of a text that has exactly one.
fn only_char(text: &str) -> Option<char> {
    let mut chars = text.chars();
    chars.next().filter(|_| chars.next().is_none())
}

impl fmt::Display for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some((_, shown, _)) = NAMED.iter().find(|(key, ..)| key == self) {
            return f.write_str(shown);
        }
        match self {
            Self::Char(one) => write!(f, "{one}"),
            Self::Ctrl(' ') => f.write_str("Ctrl-Space"),
            Self::Ctrl(one) => write!(f, "Ctrl-{one}"),
            Self::F(number) => write!(f, "F{number}"),
            named => write!(f, "{named:?}"),
        }
    }
}

impl FromStr for Key {
    type Err = UnknownKey;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Self::parse(text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_key_is_read_back_from_its_name() {
        let mut keys: Vec<Key> = NAMED.iter().map(|(key, ..)| *key).collect();
        keys.extend((' '..='~').map(Key::Char));
        keys.extend(('a'..='z').chain([' ', '\\', ']', '^', '_']).map(Key::Ctrl));
        keys.extend((1..=LAST_FUNCTION_KEY).map(Key::F));
        for key in keys {
            assert_eq!(Key::parse(&key.to_string()), Ok(key), "{key}");
            assert_eq!(Key::parse(&key.ascii()), Ok(key), "{key}");
            assert!(key.ascii().is_ascii(), "{key}");
        }
    }

    #[test]
    fn a_key_is_read_in_the_ways_people_write_it() {
        for (text, key) in [
            ("ctrl-d", Key::Ctrl('d')),
            ("Ctrl-D", Key::Ctrl('d')),
            ("C-d", Key::Ctrl('d')),
            ("^d", Key::Ctrl('d')),
            ("^", Key::Char('^')),
            ("R", Key::Char('R')),
            ("f", Key::Char('f')),
            ("F10", Key::F(10)),
            ("PAGEDOWN", Key::PageDown),
            ("down", Key::Down),
            ("ctrl-space", Key::Ctrl(' ')),
        ] {
            assert_eq!(Key::parse(text), Ok(key), "{text}");
        }
    }

    #[test]
    fn text_that_names_no_key_is_refused_and_quoted() {
        for text in ["", "ctrl-", "f0", "f99", "alt-x", "hyper", "\u{1b}", "xy"] {
            let refused = Key::parse(text).expect_err(text);
            assert!(refused.to_string().contains(text));
        }
    }
}
