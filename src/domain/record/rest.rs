//! What every object may carry beside its own fields, and the keys that nobody knows.

use serde::de::{Error as _, MapAccess};
use serde::ser::SerializeMap;

use super::declare::{field_of, once, present, record};
use crate::domain::field::{Field, FieldSpec, InField, OutField, Shape};
use crate::domain::json::Json;

/// What any object may carry beside its own fields: where it comes from, a note, whether it is left
/// out of public output, and the keys that this program does not know.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Rest(Option<Box<RestFields>>);

#[derive(Clone, Debug, Default, PartialEq)]
struct RestFields {
    source: Vec<Source>,
    note: String,
    exempt: Option<bool>,
    unknown: Vec<(Box<str>, Json)>,
}

static REST: &[FieldSpec] = &[
    FieldSpec {
        name: "source",
        shape: <Vec<Source> as Field>::shape,
    },
    FieldSpec {
        name: "note",
        shape: <String as Field>::shape,
    },
    FieldSpec {
        name: "exempt",
        shape: <Option<bool> as Field>::shape,
    },
];

impl Rest {
    /// The keys that every object may have, after its own.
    pub fn fields() -> &'static [FieldSpec] {
        REST
    }

    /// Where the record or figure comes from.
    pub fn source(&self) -> &[Source] {
        self.0.as_ref().map_or(&[], |rest| &rest.source)
    }

    /// The note that stands with it; empty for none.
    pub fn note(&self) -> &str {
        self.0.as_ref().map_or("", |rest| &rest.note)
    }

    /// Whether it is left out of public output.
    pub fn is_exempt(&self) -> bool {
        self.0
            .as_ref()
            .and_then(|rest| rest.exempt)
            .unwrap_or(false)
    }

    /// The names of the keys that this program does not know.
    pub fn unknown_keys(&self) -> impl Iterator<Item = &str> {
        self.0
            .iter()
            .flat_map(|rest| rest.unknown.iter().map(|(key, _)| &**key))
    }

    fn fields_mut(&mut self) -> &mut RestFields {
        self.0.get_or_insert_default()
    }

    fn drop_if_empty(&mut self) {
        if self.0.as_deref() == Some(&RestFields::default()) {
            self.0 = None;
        }
    }

    /// A field by its key.
    pub fn get(&self, key: &str) -> Option<Json> {
        let rest = self.0.as_deref()?;
        match key {
            "source" => present(&rest.source),
            "note" => present(&rest.note),
            "exempt" => present(&rest.exempt),
            _ => rest
                .unknown
                .iter()
                .find(|(known, _)| &**known == key)
                .map(|(_, value)| value.clone()),
        }
    }

    /// Sets a field by its key; an unknown key keeps its place, a new one goes to the end.
    pub fn set(&mut self, key: &str, value: Option<&Json>) -> Result<(), serde_json::Error> {
        let rest = self.fields_mut();
        let set = match key {
            "source" => field_of(value).map(|source| rest.source = source),
            "note" => field_of(value).map(|note| rest.note = note),
            "exempt" => field_of(value).map(|exempt| rest.exempt = exempt),
            _ => set_unknown(&mut rest.unknown, key, value),
        };
        self.drop_if_empty();
        set
    }

    /// Takes the value of a key that the record itself does not know.
    pub(in crate::domain) fn read_entry<'de, A: MapAccess<'de>>(
        &mut self,
        key: &str,
        seen: &mut RestSeen,
        map: &mut A,
    ) -> Result<(), A::Error> {
        let rest = self.fields_mut();
        match key {
            "source" => {
                once(&mut seen.source, key)?;
                rest.source = map.next_value::<InField<_>>()?.0;
            }
            "note" => {
                once(&mut seen.note, key)?;
                rest.note = map.next_value::<InField<_>>()?.0;
            }
            "exempt" => {
                once(&mut seen.exempt, key)?;
                rest.exempt = map.next_value::<InField<_>>()?.0;
            }
            _ => {
                let value: Json = map.next_value()?;
                if rest.unknown.iter().any(|(known, _)| &**known == key) || value.is_ambiguous() {
                    return Err(A::Error::custom(format_args!("the key \"{key}\" twice")));
                }
                rest.unknown.push((key.into(), value));
            }
        }
        self.drop_if_empty();
        Ok(())
    }

    /// Writes what is there, after the record's own fields.
    pub(in crate::domain) fn write_entries<M: SerializeMap>(
        &self,
        map: &mut M,
    ) -> Result<(), M::Error> {
        let Some(rest) = self.0.as_deref() else {
            return Ok(());
        };
        if !rest.source.is_absent() {
            map.serialize_entry("source", &OutField(&rest.source))?;
        }
        if !rest.note.is_absent() {
            map.serialize_entry("note", &OutField(&rest.note))?;
        }
        if !rest.exempt.is_absent() {
            map.serialize_entry("exempt", &OutField(&rest.exempt))?;
        }
        for (key, value) in &rest.unknown {
            map.serialize_entry(&**key, value)?;
        }
        Ok(())
    }
}

/// Which of the keys in [`Rest`] were read already.
#[derive(Default)]
pub(in crate::domain) struct RestSeen {
    source: bool,
    note: bool,
    exempt: bool,
}

fn set_unknown(
    unknown: &mut Vec<(Box<str>, Json)>,
    key: &str,
    value: Option<&Json>,
) -> Result<(), serde_json::Error> {
    if value.is_some_and(Json::is_ambiguous) {
        return Err(serde_json::Error::custom("the same key twice"));
    }
    let place = unknown.iter().position(|(known, _)| &**known == key);
    match (place, value) {
        (Some(place), Some(value)) => unknown[place].1 = value.clone(),
        (None, Some(value)) => unknown.push((key.into(), value.clone())),
        (Some(place), None) => drop(unknown.remove(place)),
        (None, None) => {}
    }
    Ok(())
}

record! {
    /// Where a record or figure comes from.
    pub struct Source {
        /// Which paper.
        paper: String,
        /// The page, line or paragraph.
        at: String,
    }
}

impl Shape {
    /// The shape of a key of an object, known or shared by all objects.
    pub fn field_of(fields: &'static [FieldSpec], key: &str) -> Option<Shape> {
        fields
            .iter()
            .chain(REST)
            .find(|field| field.name == key)
            .map(|field| (field.shape)())
    }
}
