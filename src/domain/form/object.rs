//! An object of the file as keys and values in their order: what a form holds while it is filled in.

use std::fmt;

use serde::de::{MapAccess, Visitor};
use serde::ser::SerializeMap as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::domain::json::Json;
use crate::domain::record::{Record, Rest};

/// Keys with their values, known or not, in the order of the file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Object(Vec<(String, Json)>);

impl Object {
    /// The object that a value is; empty where it is none.
    pub fn of(value: &Json) -> Self {
        value.to().unwrap_or_default()
    }

    /// Every field of a record that is there.
    pub fn of_record(record: &dyn Record) -> Self {
        let known = record.fields().iter().chain(Rest::fields());
        let known = known.map(|field| field.name);
        let keys = known.chain(record.rest().unknown_keys());
        Self(
            keys.filter_map(|key| Some((key.to_owned(), record.get(key)?)))
                .collect(),
        )
    }

    /// The value of a key.
    pub fn get(&self, key: &str) -> Option<&Json> {
        self.0
            .iter()
            .find(|(known, _)| known == key)
            .map(|(_, value)| value)
    }

    /// The text of a key; empty where it holds none.
    pub fn text(&self, key: &str) -> String {
        self.get(key).and_then(Json::to_text).unwrap_or_default()
    }

    /// Sets a key in its place, or takes it out.
    pub fn set(&mut self, key: &str, value: Option<Json>) {
        let place = self.0.iter().position(|(known, _)| known == key);
        match (place, value) {
            (Some(place), Some(value)) => self.0[place].1 = value,
            (None, Some(value)) => self.0.push((key.to_owned(), value)),
            (Some(place), None) => drop(self.0.remove(place)),
            (None, None) => {}
        }
    }

    /// The same object with another value of a key.
    #[must_use]
    pub fn with(mut self, key: &str, value: Option<Json>) -> Self {
        self.set(key, value);
        self
    }

    /// The keys that are there.
    pub fn keys(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(|(key, _)| key.as_str())
    }

    /// Whether there are no keys.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The object as one value; `None` where it is empty.
    pub fn to_json(&self) -> Option<Json> {
        (!self.is_empty()).then(|| Json::of(self).ok()).flatten()
    }
}

impl Serialize for Object {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(self.0.len()))?;
        for (key, value) in &self.0 {
            map.serialize_entry(key, value)?;
        }
        map.end()
    }
}

impl<'de> Deserialize<'de> for Object {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct ObjectVisitor;

        impl<'de> Visitor<'de> for ObjectVisitor {
            type Value = Object;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an object")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Object, A::Error> {
                let mut object = Object::default();
                while let Some((key, value)) = map.next_entry::<String, Json>()? {
                    object.set(&key, Some(value));
                }
                Ok(object)
            }
        }

        deserializer.deserialize_map(ObjectVisitor)
    }
}
