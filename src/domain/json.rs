//! A JSON value kept as its own text.
//!
//! Unknown keys and the values of edits must survive to the letter: a number of forty digits, an
//! escape as it was typed. So nothing is parsed into numbers here; only the white space between
//! tokens is taken out, and put back when the file is written.

use std::fmt;

use serde::de::{DeserializeOwned, MapAccess, SeqAccess, Visitor};
use serde::ser::Error as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use serde_json::value::RawValue;

/// A JSON value as compact text, equal when the text is equal.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct Json(Box<str>);

impl Json {
    /// The value `null`.
    pub fn null() -> Self {
        Self("null".into())
    }

    /// A JSON string holding `text`.
    pub fn text(text: &str) -> Self {
        Self::of(&text).unwrap_or_else(|_| Self::null())
    }

    /// Writes any serialisable value. Fails only where the value itself refuses.
    pub fn of<T: Serialize + ?Sized>(value: &T) -> Result<Self, serde_json::Error> {
        serde_json::to_string(value).map(|text| Self(text.into()))
    }

    /// Reads `text` as one JSON value, keeping numbers and escapes as they are written.
    pub fn parse(text: &str) -> Result<Self, serde_json::Error> {
        let raw: &RawValue = serde_json::from_str(text)?;
        Ok(Self(compact(raw.get()).into()))
    }

    /// The compact text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Turns the value into a Rust one.
    pub fn to<T: DeserializeOwned>(&self) -> Result<T, serde_json::Error> {
        serde_json::from_str(&self.0)
    }

    /// The string that this value is, if it is one.
    pub fn to_text(&self) -> Option<String> {
        self.to().ok()
    }

    /// The value in words for a message: a string without its quotes, anything else as it is.
    pub fn shown(&self) -> String {
        self.to_text().unwrap_or_else(|| self.0.to_string())
    }

    /// An object of these keys and values.
    pub fn object(members: impl IntoIterator<Item = (String, Self)>) -> Self {
        let members: Vec<String> = members
            .into_iter()
            .map(|(key, value)| format!("{}:{value}", Self::text(&key)))
            .collect();
        Self(format!("{{{}}}", members.join(",")).into())
    }

    /// The keys and values of an object in their order; nothing where the value is none.
    pub fn members(&self) -> Option<Vec<(String, Self)>> {
        self.to().ok().map(|Pairs(pairs)| pairs)
    }

    /// Whether an object somewhere inside has the same key twice, or the nesting is too deep to say.
    pub fn is_ambiguous(&self) -> bool {
        serde_json::from_str::<EachKeyOnce>(&self.0).is_err()
    }

    /// The value over several lines, two spaces a level, beginning at `level`.
    pub fn pretty(&self, level: usize) -> String {
        pretty(&self.0, level)
    }
}

impl fmt::Debug for Json {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Display for Json {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl<'de> Deserialize<'de> for Json {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let raw = <&RawValue>::deserialize(deserializer)?;
        Ok(Self(compact(raw.get()).into()))
    }
}

impl Serialize for Json {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let raw: &RawValue = serde_json::from_str(&self.0).map_err(S::Error::custom)?;
        raw.serialize(serializer)
    }
}

/// Takes out the white space between tokens; what stands inside strings stays.
fn compact(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut strings = Strings::default();
    for c in text.chars() {
        let inside = strings.step(c);
        if inside || !c.is_ascii_whitespace() {
            out.push(c);
        }
    }
    out
}

/// Lays compact text out again, as `serde_json`'s pretty writer would.
fn pretty(text: &str, level: usize) -> String {
    let mut out = String::with_capacity(text.len() * 2);
    let mut strings = Strings::default();
    let mut level = level;
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        if strings.step(c) {
            out.push(c);
            continue;
        }
        match c {
            '{' | '[' => {
                out.push(c);
                if matches!(chars.peek(), Some('}' | ']')) {
                    out.extend(chars.next());
                } else {
                    level += 1;
                    new_line(&mut out, level);
                }
            }
            '}' | ']' => {
                level = level.saturating_sub(1);
                new_line(&mut out, level);
                out.push(c);
            }
            ',' => {
                out.push(c);
                new_line(&mut out, level);
            }
            ':' => out.push_str(": "),
            _ => out.push(c),
        }
    }
    out
}

fn new_line(out: &mut String, level: usize) {
    out.push('\n');
    for _ in 0..level {
        out.push_str("  ");
    }
}

/// Follows where strings begin and end.
#[derive(Default)]
struct Strings {
    inside: bool,
    escaped: bool,
}

impl Strings {
    /// Takes the next character; true if it belongs to a string (its quotes too).
    fn step(&mut self, c: char) -> bool {
        if !self.inside {
            self.inside = c == '"';
            return self.inside;
        }
        if self.escaped {
            self.escaped = false;
        } else if c == '\\' {
            self.escaped = true;
        } else if c == '"' {
            self.inside = false;
        }
        true
    }
}

/// An object as a list of its keys and values.
struct Pairs(Vec<(String, Json)>);

impl<'de> Deserialize<'de> for Pairs {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(PairsVisitor)
    }
}

struct PairsVisitor;

impl<'de> Visitor<'de> for PairsVisitor {
    type Value = Pairs;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Pairs, A::Error> {
        let mut pairs = Vec::new();
        while let Some(pair) = map.next_entry()? {
            pairs.push(pair);
        }
        Ok(Pairs(pairs))
    }
}

/// A value read only to see that no object in it says a key twice: `serde_json` keeps the last one
/// silently.
struct EachKeyOnce;

impl<'de> Deserialize<'de> for EachKeyOnce {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(EachKeyOnceVisitor)
    }
}

struct EachKeyOnceVisitor;

impl<'de> Visitor<'de> for EachKeyOnceVisitor {
    type Value = EachKeyOnce;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a JSON value")
    }

    fn visit_bool<E>(self, _: bool) -> Result<EachKeyOnce, E> {
        Ok(EachKeyOnce)
    }

    fn visit_i64<E>(self, _: i64) -> Result<EachKeyOnce, E> {
        Ok(EachKeyOnce)
    }

    fn visit_u64<E>(self, _: u64) -> Result<EachKeyOnce, E> {
        Ok(EachKeyOnce)
    }

    fn visit_f64<E>(self, _: f64) -> Result<EachKeyOnce, E> {
        Ok(EachKeyOnce)
    }

    fn visit_str<E>(self, _: &str) -> Result<EachKeyOnce, E> {
        Ok(EachKeyOnce)
    }

    fn visit_unit<E>(self) -> Result<EachKeyOnce, E> {
        Ok(EachKeyOnce)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<EachKeyOnce, A::Error> {
        while seq.next_element::<EachKeyOnce>()?.is_some() {}
        Ok(EachKeyOnce)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<EachKeyOnce, A::Error> {
        let mut keys = std::collections::HashSet::new();
        while let Some(key) = map.next_key::<String>()? {
            if !keys.insert(key) {
                return Err(serde::de::Error::custom("the same key twice"));
            }
            map.next_value::<EachKeyOnce>()?;
        }
        Ok(EachKeyOnce)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_and_escapes_keep_their_letters() {
        let text = r#"{"a": 1.10, "b": [18446744073709551616, "\u00e9 [ ] { } , :"] }"#;
        let json = Json::parse(text).unwrap();
        assert_eq!(
            json.as_str(),
            r#"{"a":1.10,"b":[18446744073709551616,"\u00e9 [ ] { } , :"]}"#
        );
    }

    #[test]
    fn pretty_text_is_what_serde_json_would_write() {
        let value = serde_json::json!({"a": [1, {"b": []}, {}], "c": "x\"y"});
        let json = Json::of(&value).unwrap();
        assert_eq!(
            json.pretty(0),
            serde_json::to_string_pretty(&value).unwrap()
        );
    }

    #[test]
    fn a_key_said_twice_deep_inside_is_seen() {
        assert!(
            Json::parse(r#"{"a":[{"b":1,"b":2}]}"#)
                .unwrap()
                .is_ambiguous()
        );
        assert!(
            !Json::parse(r#"{"a":[{"b":1},{"b":2}]}"#)
                .unwrap()
                .is_ambiguous()
        );
    }
}
