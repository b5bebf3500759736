//! JSON as commands print it: keys in the order in which they are documented, and inert.

use std::borrow::Cow;
use std::fmt::Write as _;

use serde::{Serialize, Serializer};
use unicode_segmentation::UnicodeSegmentation as _;

use crate::domain::json::Json;
use crate::text;

use super::error::CliError;
use super::output::Output;

/// An object whose keys keep their order.
#[derive(Clone, Debug, Default)]
pub(super) struct Object(Vec<(&'static str, Json)>);

impl Object {
    /// An object without keys.
    pub(super) fn new() -> Self {
        Self::default()
    }

    /// Adds a key. Nothing that is printed refuses to be JSON; what did would be `null`.
    pub(super) fn with<T: Serialize + ?Sized>(mut self, key: &'static str, value: &T) -> Self {
        self.0
            .push((key, Json::of(value).unwrap_or_else(|_| Json::null())));
        self
    }
}

impl Serialize for Object {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|(key, value)| (key, value)))
    }
}

/// Prints one JSON value.
pub(super) fn print<T: Serialize + ?Sized>(
    value: &T,
    output: &mut Output<'_>,
) -> Result<(), CliError> {
    output.inert(&text(value))
}

/// One JSON value as it is printed: inert, with a newline at its end.
pub(super) fn text<T: Serialize + ?Sized>(value: &T) -> String {
    let json = Json::of(value).unwrap_or_else(|_| Json::null());
    let mut text = inert(&json.pretty(0)).into_owned();
    text.push('\n');
    text
}

/// Writes what a terminal would obey as `\u` escapes: the same JSON, and inert.
fn inert(json: &str) -> Cow<'_, str> {
    if json.bytes().all(|byte| byte.is_ascii() && byte != 0x7f) {
        return Cow::Borrowed(json);
    }
    let mut out = String::with_capacity(json.len() + 16);
    for grapheme in json.graphemes(true) {
        if text::is_safe(grapheme) {
            out.push_str(grapheme);
        } else {
            grapheme.chars().for_each(|c| push_escaped(c, &mut out));
        }
    }
    Cow::Owned(out)
}

fn push_escaped(c: char, out: &mut String) {
    if (' '..='~').contains(&c) || c == '\n' {
        return out.push(c);
    }
    for unit in c.encode_utf16(&mut [0; 2]) {
        // Writing to a string does not fail.
        write!(out, "\\u{unit:04x}").unwrap_or_default();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_terminal_would_obey_is_escaped_and_means_the_same() {
        let texts = [
            "plain",
            "é £ – 漢",
            "a\u{1b}[31m\u{7}b",
            "\u{9b}31m\u{202e}txt\u{2069}",
            "\u{7f}\u{feff}\u{200b}\u{e0041}",
            "\u{301}on nothing",
        ];
        for text in texts {
            let json = serde_json::to_string(text).unwrap();
            let inert = inert(&json);
            assert!(text::is_safe(&inert), "{inert:?}");
            assert_eq!(serde_json::from_str::<String>(&inert).unwrap(), text);
        }
        assert_eq!(inert("\"é £ – 漢\""), "\"é £ – 漢\"");
    }

    #[test]
    fn keys_keep_their_order() {
        let object = Object::new()
            .with("kind", "theme")
            .with("a", &1)
            .with("B", &None::<u8>);
        assert_eq!(
            Json::of(&object).unwrap().as_str(),
            r#"{"kind":"theme","a":1,"B":null}"#
        );
    }
}
