//! What a field of a record can hold, and how it is read and written.
//!
//! A *value* is something that stands in the file; a *field* may also be absent. Absent means
//! unknown: `null`, an empty text and an empty list are read as absent and not written.

use std::fmt;

use serde::de::Visitor;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::choice::{Choice, Word};
use super::id::Id;
use super::json::Json;
use super::number::Number;
use super::stated::{Readable, Stated};

/// What a JSON value must look like: for faults of a file, and for the schema.
#[derive(Clone, Copy)]
pub enum Shape {
    /// A string.
    Text,
    /// A number.
    Number,
    /// `true` or `false`.
    Flag,
    /// Any value.
    Any,
    /// An object from strings to strings.
    TextMap,
    /// A list of one shape.
    List(fn() -> Shape),
    /// An object with these known keys (unknown ones are welcome).
    Object(&'static [FieldSpec]),
    /// A string, or an object.
    TextOrObject,
}

impl Shape {
    /// The shape in words, for "expected …".
    pub fn words(self) -> &'static str {
        match self {
            Self::Text => "a text in quotes",
            Self::Number => "a number",
            Self::Flag => "true or false",
            Self::Any => "any value",
            Self::TextMap => "an object of texts",
            Self::List(_) => "a list",
            Self::Object(_) => "an object",
            Self::TextOrObject => "a text or an object",
        }
    }
}

/// One known key of a record.
pub struct FieldSpec {
    /// The key in the file.
    pub name: &'static str,
    /// What it holds.
    pub shape: fn() -> Shape,
}

/// Something that stands in the file.
pub trait Value: Sized {
    /// What it looks like.
    fn shape() -> Shape;
    /// Reads it.
    fn read<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error>;
    /// Writes it.
    fn write<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error>;
    /// Whether it says nothing, like an empty text.
    fn is_blank(&self) -> bool {
        false
    }
}

/// Something that a key of a record holds, or does not.
pub trait Field: Sized + Default {
    /// What it looks like when it is there.
    fn shape() -> Shape;
    /// Whether the key is left out.
    fn is_absent(&self) -> bool;
    /// Reads it; `null` is absent.
    fn read<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error>;
    /// Writes it.
    fn write<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error>;
}

/// Lets serde read a [`Value`].
pub struct In<T>(pub T);

impl<'de, T: Value> Deserialize<'de> for In<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        T::read(deserializer).map(In)
    }
}

/// Lets serde write a [`Value`].
pub struct Out<'a, T>(pub &'a T);

impl<T: Value> Serialize for Out<'_, T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.0.write(serializer)
    }
}

/// Lets serde read a [`Field`].
pub struct InField<T>(pub T);

impl<'de, T: Field> Deserialize<'de> for InField<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        T::read(deserializer).map(InField)
    }
}

/// Lets serde write a [`Field`].
pub struct OutField<'a, T>(pub &'a T);

impl<T: Field> Serialize for OutField<'_, T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.0.write(serializer)
    }
}

impl<T: Value> Field for Option<T> {
    fn shape() -> Shape {
        T::shape()
    }

    fn is_absent(&self) -> bool {
        self.is_none()
    }

    fn read<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let value = Option::<In<T>>::deserialize(deserializer)?;
        Ok(value.map(|value| value.0).filter(|value| !value.is_blank()))
    }

    fn write<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Some(value) => value.write(serializer),
            None => serializer.serialize_none(),
        }
    }
}

impl<T: Value> Field for Vec<T> {
    fn shape() -> Shape {
        Shape::List(T::shape)
    }

    fn is_absent(&self) -> bool {
        self.is_empty()
    }

    fn read<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let values = Option::<Vec<In<T>>>::deserialize(deserializer)?;
        Ok(values
            .unwrap_or_default()
            .into_iter()
            .map(|value| value.0)
            .collect())
    }

    fn write<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.iter().map(Out))
    }
}

/// A list where "none" and "not said" differ.
impl<T: Value> Value for Vec<T> {
    fn shape() -> Shape {
        Shape::List(T::shape)
    }

    fn read<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let values = Vec::<In<T>>::deserialize(deserializer)?;
        Ok(values.into_iter().map(|value| value.0).collect())
    }

    fn write<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.iter().map(Out))
    }
}

/// A text; empty means absent.
impl Field for String {
    fn shape() -> Shape {
        Shape::Text
    }

    fn is_absent(&self) -> bool {
        self.is_empty()
    }

    fn read<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Ok(Option::<String>::deserialize(deserializer)?.unwrap_or_default())
    }

    fn write<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self)
    }
}

impl Field for Id {
    fn shape() -> Shape {
        Shape::Text
    }

    fn is_absent(&self) -> bool {
        self.is_empty()
    }

    fn read<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Ok(Option::<Id>::deserialize(deserializer)?.unwrap_or_default())
    }

    fn write<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.serialize(serializer)
    }
}

impl<T: Readable> Field for Stated<T> {
    fn shape() -> Shape {
        Shape::Text
    }

    fn is_absent(&self) -> bool {
        self.is_empty()
    }

    fn read<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = Option::<String>::deserialize(deserializer)?.unwrap_or_default();
        Ok(Self::new(&text))
    }

    fn write<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.text())
    }
}

/// Values that serde reads and writes by itself.
macro_rules! plain_value {
    ($type:ty, $shape:expr, $value:ident => $blank:expr) => {
        impl Value for $type {
            fn shape() -> Shape {
                $shape
            }

            fn read<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                Self::deserialize(deserializer)
            }

            fn write<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                self.serialize(serializer)
            }

            fn is_blank(&self) -> bool {
                let $value = self;
                $blank
            }
        }
    };
}

plain_value!(String, Shape::Text, text => text.is_empty());
plain_value!(Id, Shape::Text, id => id.is_empty());
plain_value!(Number, Shape::Number, _number => false);
plain_value!(bool, Shape::Flag, _flag => false);
plain_value!(Json, Shape::Any, json => json.as_str() == "null");

impl<T: Word> Value for Choice<T> {
    fn shape() -> Shape {
        Shape::Text
    }

    fn read<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = Key::deserialize(deserializer)?;
        Ok(Self::read(&text.0))
    }

    fn write<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.text())
    }

    fn is_blank(&self) -> bool {
        self.text().is_empty()
    }
}

impl<T: Readable> Value for Stated<T> {
    fn shape() -> Shape {
        Shape::Text
    }

    fn read<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = Key::deserialize(deserializer)?;
        Ok(Self::new(&text.0))
    }

    fn write<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.text())
    }

    fn is_blank(&self) -> bool {
        self.is_empty()
    }
}

/// A key or word, borrowed from the file where it has no escapes.
pub struct Key<'a>(pub std::borrow::Cow<'a, str>);

impl<'de> Deserialize<'de> for Key<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct KeyVisitor;

        impl<'de> Visitor<'de> for KeyVisitor {
            type Value = Key<'de>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a text in quotes")
            }

            fn visit_borrowed_str<E>(self, text: &'de str) -> Result<Self::Value, E> {
                Ok(Key(text.into()))
            }

            fn visit_str<E>(self, text: &str) -> Result<Self::Value, E> {
                Ok(Key(text.to_owned().into()))
            }
        }

        deserializer.deserialize_str(KeyVisitor)
    }
}

/// Texts by key, in the file's order: the abbreviations of a workspace.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TextMap(pub Vec<(String, String)>);

impl Field for TextMap {
    fn shape() -> Shape {
        Shape::TextMap
    }

    fn is_absent(&self) -> bool {
        self.0.is_empty()
    }

    fn read<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct MapVisitor;

        impl<'de> Visitor<'de> for MapVisitor {
            type Value = TextMap;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an object of texts")
            }

            fn visit_unit<E>(self) -> Result<TextMap, E> {
                Ok(TextMap::default())
            }

            fn visit_map<A: serde::de::MapAccess<'de>>(
                self,
                mut map: A,
            ) -> Result<TextMap, A::Error> {
                let mut texts: Vec<(String, String)> = Vec::new();
                while let Some((key, text)) = map.next_entry::<String, String>()? {
                    if texts.iter().any(|(known, _)| *known == key) {
                        return Err(serde::de::Error::custom(format_args!(
                            "the key \"{key}\" twice"
                        )));
                    }
                    texts.push((key, text));
                }
                Ok(TextMap(texts))
            }
        }

        deserializer.deserialize_any(MapVisitor)
    }

    fn write<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|(key, text)| (key, text)))
    }
}
