//! From JSON pointers to lines and columns.

use std::borrow::Cow;
use std::fmt;

use serde::Deserialize;
use serde::de::{Deserializer, MapAccess, SeqAccess, Visitor};
use serde_json::value::RawValue;

use crate::domain::field::Key;
use crate::domain::finding::Position;

/// Where the value at `pointer` begins in `text`; `None` where there is none.
pub fn locate(text: &str, pointer: &str) -> Option<Position> {
    let mut value: &RawValue = serde_json::from_str(text).ok()?;
    for step in pointer.split('/').skip(1) {
        let step = step.replace("~1", "/").replace("~0", "~");
        value = match children(value)? {
            Children::Object(entries) => entries.into_iter().find(|(key, _)| *key == step)?.1,
            Children::List(values) => values.get(step.parse::<usize>().ok()?).copied()?,
        };
    }
    Some(position_at(text, offset(text, value)))
}

/// Line and column of a byte offset, both from 1, columns in characters.
pub fn position_at(text: &str, offset: usize) -> Position {
    let before = text.as_bytes().get(..offset).unwrap_or(text.as_bytes());
    let line_start = before
        .iter()
        .rposition(|byte| *byte == b'\n')
        .map_or(0, |at| at + 1);
    let line = memchr::memchr_iter(b'\n', before).count() + 1;
    let column = text
        .get(line_start..before.len())
        .map_or(1, |line| line.chars().count() + 1);
    Position { line, column }
}

/// How far into `text` a value read out of it begins.
pub(super) fn offset(text: &str, value: &RawValue) -> usize {
    (value.get().as_ptr() as usize).saturating_sub(text.as_ptr() as usize)
}

/// One level of a JSON value, the values below still unread.
pub(super) enum Children<'a> {
    /// Keys and values in their order, doubled ones too.
    Object(Vec<(Cow<'a, str>, &'a RawValue)>),
    /// Values in their order.
    List(Vec<&'a RawValue>),
}

/// The level below a value, if it is a list or an object.
pub(super) fn children(value: &RawValue) -> Option<Children<'_>> {
    serde_json::from_str(value.get()).ok()
}

impl<'de: 'a, 'a> Deserialize<'de> for Children<'a> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Level;

        impl<'de> Visitor<'de> for Level {
            type Value = Children<'de>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a list or an object")
            }

            fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Self::Value, A::Error> {
                let mut values = Vec::new();
                while let Some(value) = seq.next_element()? {
                    values.push(value);
                }
                Ok(Children::List(values))
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
                let mut entries = Vec::new();
                while let Some(Key(key)) = map.next_key()? {
                    entries.push((key, map.next_value()?));
                }
                Ok(Children::Object(entries))
            }
        }

        deserializer.deserialize_any(Level)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pointer_leads_to_the_line_and_column_of_its_value() {
        let text = "{\n  \"a/b\": [1, {\"é\": \"ü\", \"x\": 7}]\n}";
        for (pointer, place) in [
            ("", Some((1, 1))),
            ("/a~1b", Some((2, 10))),
            ("/a~1b/0", Some((2, 11))),
            ("/a~1b/1/x", Some((2, 30))),
            ("/a~1b/2", None),
            ("/nothing", None),
        ] {
            let found = locate(text, pointer).map(|position| (position.line, position.column));
            assert_eq!(found, place, "{pointer}");
        }
    }
}
