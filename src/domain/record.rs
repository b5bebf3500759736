//! Records: objects of the file with known keys in a fixed order, and whatever else stood in them.
//!
//! `record!` declares the fields once. Reading, writing, the shape for faults and the schema, and
//! getting and setting a field by its name for edits are all made from that one list.

use std::collections::HashSet;

use serde::Serializer;
use serde::de::{Error as _, MapAccess};
use serde::ser::SerializeMap;

use super::field::{Field, FieldSpec, In, InField, OutField, Shape, Value};
use super::json::Json;

/// An object of the file, by the names of its fields.
pub trait Record {
    /// The known keys, in the order in which they are written.
    fn fields(&self) -> &'static [FieldSpec];
    /// The names of the lists whose members have keys of their own.
    fn keyed(&self) -> &'static [&'static str];
    /// A field as JSON; `None` where it is absent.
    fn get(&self, key: &str) -> Option<Json>;
    /// Sets a field, known or not; `None` makes it absent. Fails where the JSON type is wrong.
    fn set(&mut self, key: &str, value: Option<&Json>) -> Result<(), serde_json::Error>;
    /// A list with members that have keys of their own.
    fn list(&self, name: &str) -> Option<&dyn Members>;
    /// The same, to change it.
    fn list_mut(&mut self, name: &str) -> Option<&mut dyn Members>;
    /// The source, note and unknown keys.
    fn rest(&self) -> &Rest;
}

/// A record that stands in a list under a key of its own.
pub trait Member: Record + Value + Clone {
    /// What ids are made of when none is given: `t` gives `t1`, `t2`, …; empty for records that are
    /// named after their code or title.
    const PREFIX: &'static str;
    /// Whether a missing key can be derived: from the prefix, or from code or title.
    const DERIVED: bool;
    /// The key, unique in its list.
    fn key(&self) -> &str;
    /// Gives the key, for records that came without one.
    fn set_key(&mut self, key: &str);
    /// What a readable id can be made of.
    fn naming(&self) -> &str {
        ""
    }
}

/// A list of records with keys, whatever their type.
pub trait Members {
    /// How many there are.
    fn len(&self) -> usize;
    /// Whether there are none.
    fn is_empty(&self) -> bool {
        self.len() == 0
    }
    /// Where the member with this key stands.
    fn position(&self, key: &str) -> Option<usize>;
    /// The key at a place.
    fn key_at(&self, place: usize) -> Option<&str>;
    /// The member with this key.
    fn member(&self, key: &str) -> Option<&dyn Record>;
    /// The same, to change it.
    fn member_mut(&mut self, key: &str) -> Option<&mut dyn Record>;
    /// The member at a place.
    fn member_at(&self, place: usize) -> Option<&dyn Record>;
    /// The same, to change it.
    fn member_at_mut(&mut self, place: usize) -> Option<&mut dyn Record>;
    /// Whether a member has no key although one can be derived.
    fn lacks_keys(&self) -> bool;
    /// Derives the keys that are missing, so that every reader of the same file gives the same ones.
    fn derive_keys(&mut self);
    /// The places of members whose key another one has before them.
    fn doubled(&self) -> Vec<usize>;
    /// The member as JSON.
    fn member_json(&self, key: &str) -> Option<Json>;
    /// Reads a member and puts it at a place; gives back its key. The key must be new.
    fn insert(&mut self, value: &Json, place: usize) -> Result<String, InsertError>;
    /// Takes a member out.
    fn remove(&mut self, key: &str) -> bool;
}

/// Why a member was not put in.
#[derive(Debug, thiserror::Error)]
pub enum InsertError {
    /// It is no record of this list.
    #[error("{0}")]
    Shape(#[from] serde_json::Error),
    /// It has no key.
    #[error("it has no id")]
    NoKey,
    /// The key is in the list already.
    #[error("\"{0}\" is there already")]
    Doubled(String),
}

impl<T: Member> Members for Vec<T> {
    fn len(&self) -> usize {
        self.as_slice().len()
    }

    fn position(&self, key: &str) -> Option<usize> {
        self.iter().position(|member| member.key() == key)
    }

    fn key_at(&self, place: usize) -> Option<&str> {
        self.as_slice().get(place).map(T::key)
    }

    fn member(&self, key: &str) -> Option<&dyn Record> {
        self.iter()
            .find(|member| member.key() == key)
            .map(|member| member as &dyn Record)
    }

    fn member_mut(&mut self, key: &str) -> Option<&mut dyn Record> {
        self.iter_mut()
            .find(|member| member.key() == key)
            .map(|member| member as &mut dyn Record)
    }

    fn member_at(&self, place: usize) -> Option<&dyn Record> {
        self.as_slice()
            .get(place)
            .map(|member| member as &dyn Record)
    }

    fn member_at_mut(&mut self, place: usize) -> Option<&mut dyn Record> {
        self.get_mut(place).map(|member| member as &mut dyn Record)
    }

    fn lacks_keys(&self) -> bool {
        T::DERIVED && self.iter().any(|member| member.key().is_empty())
    }

    fn derive_keys(&mut self) {
        let mut taken = self.iter().map(|member| member.key().to_owned()).collect();
        for member in self.iter_mut().filter(|member| member.key().is_empty()) {
            derive_key(member, &mut taken);
        }
    }

    fn doubled(&self) -> Vec<usize> {
        doubled(self.iter())
    }

    fn member_json(&self, key: &str) -> Option<Json> {
        let member = self.iter().find(|member| member.key() == key)?;
        Json::of(&super::field::Out(member)).ok()
    }

    fn insert(&mut self, value: &Json, place: usize) -> Result<String, InsertError> {
        let member = read_member::<T>(self, value)?;
        let key = member.key().to_owned();
        Vec::insert(self, place.min(Members::len(self)), member);
        Ok(key)
    }

    fn remove(&mut self, key: &str) -> bool {
        match self.position(key) {
            Some(place) => {
                Vec::remove(self, place);
                true
            }
            None => false,
        }
    }
}

/// Gives a member the first key that is not taken: its slug or prefix, with a number where needed.
pub(super) fn derive_key<T: Member>(member: &mut T, taken: &mut HashSet<String>) {
    let slug = super::id::Id::slug(member.naming());
    let stem = if slug.is_empty() {
        T::PREFIX
    } else {
        slug.as_str()
    };
    let numbered = (1..).map(|number| match (stem, T::PREFIX) {
        ("", _) => format!("r{number}"),
        (stem, prefix) if stem == prefix => format!("{stem}{number}"),
        (stem, _) if number == 1 => stem.to_owned(),
        (stem, _) => format!("{stem}-{number}"),
    });
    for key in numbered {
        if taken.insert(key.clone()) {
            member.set_key(&key);
            return;
        }
    }
}

/// The places of members whose key stood before. Members without a key double nobody.
pub(super) fn doubled<'a, T: Member + 'a>(members: impl Iterator<Item = &'a T>) -> Vec<usize> {
    let mut seen = HashSet::new();
    let doubled = |(_, member): &(usize, &T)| {
        !member.key().is_empty() && !seen.insert(member.key().to_owned())
    };
    members
        .enumerate()
        .filter(doubled)
        .map(|(place, _)| place)
        .collect()
}

/// Reads a member that is to join `list`: it must have a key, and a new one.
pub(super) fn read_member<T: Member>(list: &dyn Members, value: &Json) -> Result<T, InsertError> {
    let In(member) = value.to::<In<T>>()?;
    if member.key().is_empty() {
        return Err(InsertError::NoKey);
    }
    if list.position(member.key()).is_some() {
        return Err(InsertError::Doubled(member.key().to_owned()));
    }
    Ok(member)
}

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
    pub(super) fn read_entry<'de, A: MapAccess<'de>>(
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
    pub(super) fn write_entries<M: SerializeMap>(&self, map: &mut M) -> Result<(), M::Error> {
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
pub(super) struct RestSeen {
    source: bool,
    note: bool,
    exempt: bool,
}

/// Marks a key as read, or fails if it was.
pub(super) fn once<E: serde::de::Error>(seen: &mut bool, key: &str) -> Result<(), E> {
    if std::mem::replace(seen, true) {
        Err(E::custom(format_args!("the key \"{key}\" twice")))
    } else {
        Ok(())
    }
}

/// A field as JSON, if it is there.
pub(super) fn present<F: Field>(field: &F) -> Option<Json> {
    if field.is_absent() {
        None
    } else {
        Json::of(&OutField(field)).ok()
    }
}

/// A field out of JSON; absent for `None`.
pub(super) fn field_of<F: Field>(value: Option<&Json>) -> Result<F, serde_json::Error> {
    value.map_or_else(
        || Ok(F::default()),
        |json| json.to::<InField<F>>().map(|field| field.0),
    )
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

/// Declares a record: its fields in the order of the file, and which lists have keyed members.
macro_rules! record {
    (
        $(#[$meta:meta])*
        pub struct $name:ident {
            $( $(#[$field_meta:meta])* $field:ident $(as $key:literal)? : $type:ty ),* $(,)?
        }
        $( keyed { $( $list:ident ),+ } )?
    ) => {
        $(#[$meta])*
        #[derive(Clone, Debug, Default, PartialEq)]
        pub struct $name {
            $( $(#[$field_meta])* pub $field: $type, )*
            /// Source, note, exemption and unknown keys.
            pub rest: $crate::domain::record::Rest,
        }

        impl $name {
            /// The known keys, in the order in which they are written.
            pub const FIELDS: &'static [$crate::domain::field::FieldSpec] = &[
                $( $crate::domain::field::FieldSpec {
                    name: $crate::domain::record::key!($field $($key)?),
                    shape: <$type as $crate::domain::field::Field>::shape,
                } ),*
            ];
        }

        impl $crate::domain::record::Record for $name {
            fn fields(&self) -> &'static [$crate::domain::field::FieldSpec] {
                Self::FIELDS
            }

            fn keyed(&self) -> &'static [&'static str] {
                &[$( $( stringify!($list) ),+ )?]
            }

            fn get(&self, key: &str) -> Option<$crate::domain::json::Json> {
                $( if key == $crate::domain::record::key!($field $($key)?) {
                    return $crate::domain::record::present(&self.$field);
                } )*
                self.rest.get(key)
            }

            fn set(&mut self, key: &str, value: Option<&$crate::domain::json::Json>) -> Result<(), serde_json::Error> {
                $( if key == $crate::domain::record::key!($field $($key)?) {
                    self.$field = $crate::domain::record::field_of(value)?;
                    return Ok(());
                } )*
                self.rest.set(key, value)
            }

            fn list(&self, name: &str) -> Option<&dyn $crate::domain::record::Members> {
                $( $( if name == stringify!($list) {
                    return Some(&self.$list);
                } )+ )?
                let _ = name;
                None
            }

            fn list_mut(&mut self, name: &str) -> Option<&mut dyn $crate::domain::record::Members> {
                $( $( if name == stringify!($list) {
                    return Some(&mut self.$list);
                } )+ )?
                let _ = name;
                None
            }

            fn rest(&self) -> &$crate::domain::record::Rest {
                &self.rest
            }
        }

        impl $crate::domain::field::Value for $name {
            fn shape() -> $crate::domain::field::Shape {
                $crate::domain::field::Shape::Object(Self::FIELDS)
            }

            fn read<'de, D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                struct ObjectVisitor;

                impl<'de> serde::de::Visitor<'de> for ObjectVisitor {
                    type Value = $name;

                    fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                        f.write_str("an object")
                    }

                    fn visit_map<A: serde::de::MapAccess<'de>>(self, mut map: A) -> Result<$name, A::Error> {
                        let mut out = $name::default();
                        $( let mut $field = false; )*
                        let mut rest = $crate::domain::record::RestSeen::default();
                        while let Some($crate::domain::field::Key(key)) = map.next_key()? {
                            $( if key == $crate::domain::record::key!($field $($key)?) {
                                $crate::domain::record::once(&mut $field, &key)?;
                                out.$field = map.next_value::<$crate::domain::field::InField<_>>()?.0;
                                continue;
                            } )*
                            out.rest.read_entry(&key, &mut rest, &mut map)?;
                        }
                        Ok(out)
                    }
                }

                deserializer.deserialize_map(ObjectVisitor)
            }

            fn write<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                let mut map = $crate::domain::record::begin(serializer)?;
                $( if !$crate::domain::field::Field::is_absent(&self.$field) {
                    serde::ser::SerializeMap::serialize_entry(
                        &mut map,
                        $crate::domain::record::key!($field $($key)?),
                        &$crate::domain::field::OutField(&self.$field),
                    )?;
                } )*
                self.rest.write_entries(&mut map)?;
                serde::ser::SerializeMap::end(map)
            }
        }
    };
}

/// The key of a field: its own name, or the literal given for names that Rust keeps for itself.
macro_rules! key {
    ($field:ident) => {
        stringify!($field)
    };
    ($field:ident $key:literal) => {
        $key
    };
}

/// Says by which field a record is known in its list.
macro_rules! member {
    ($name:ident by $field:ident $(, prefix $prefix:literal)? $(, named by $($naming:ident),+)?) => {
        impl $crate::domain::record::Member for $name {
            const PREFIX: &'static str = concat!($($prefix)?);
            const DERIVED: bool = !concat!($($prefix,)? $($(stringify!($naming),)+)?).is_empty();

            fn key(&self) -> &str {
                $crate::domain::record::AsKey::as_key(&self.$field)
            }

            fn set_key(&mut self, key: &str) {
                self.$field = $crate::domain::record::AsKey::from_key(key);
            }

            $( fn naming(&self) -> &str {
                let mut name = "";
                $( if name.is_empty() { name = &self.$naming; } )+
                name
            } )?
        }
    };
}
pub(crate) use {key, member, record};

/// A field that can be a key.
pub trait AsKey {
    /// The key as text.
    fn as_key(&self) -> &str;
    /// The field for a key.
    fn from_key(key: &str) -> Self;
}

impl AsKey for super::id::Id {
    fn as_key(&self) -> &str {
        self.as_str()
    }

    fn from_key(key: &str) -> Self {
        Self::new(key)
    }
}

impl AsKey for String {
    fn as_key(&self) -> &str {
        self
    }

    fn from_key(key: &str) -> Self {
        key.to_owned()
    }
}

impl<T: super::stated::Readable> AsKey for super::stated::Stated<T> {
    fn as_key(&self) -> &str {
        self.text()
    }

    fn from_key(key: &str) -> Self {
        Self::new(key)
    }
}

/// Begins an object.
pub(super) fn begin<S: Serializer>(serializer: S) -> Result<S::SerializeMap, S::Error> {
    serializer.serialize_map(None)
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
