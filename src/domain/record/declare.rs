//! The declaration of records, and what it is expanded to.

use serde::Serializer;

use crate::domain::field::{Field, InField, OutField};
use crate::domain::json::Json;

/// Marks a key as read, or fails if it was.
pub(in crate::domain) fn once<E: serde::de::Error>(seen: &mut bool, key: &str) -> Result<(), E> {
    if std::mem::replace(seen, true) {
        Err(E::custom(format_args!("the key \"{key}\" twice")))
    } else {
        Ok(())
    }
}

/// A field as JSON, if it is there.
pub(in crate::domain) fn present<F: Field>(field: &F) -> Option<Json> {
    if field.is_absent() {
        None
    } else {
        Json::of(&OutField(field)).ok()
    }
}

/// A field out of JSON; absent for `None`.
pub(in crate::domain) fn field_of<F: Field>(value: Option<&Json>) -> Result<F, serde_json::Error> {
    value.map_or_else(
        || Ok(F::default()),
        |json| json.to::<InField<F>>().map(|field| field.0),
    )
}

/// Begins an object.
pub(in crate::domain) fn begin<S: Serializer>(serializer: S) -> Result<S::SerializeMap, S::Error> {
    serializer.serialize_map(None)
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

            fn equals(&self, other: &dyn $crate::domain::record::Record) -> bool {
                other.as_any().downcast_ref::<Self>() == Some(self)
            }

            fn as_any(&self) -> &dyn std::any::Any {
                self
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

impl AsKey for crate::domain::id::Id {
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

impl<T: crate::domain::stated::Readable> AsKey for crate::domain::stated::Stated<T> {
    fn as_key(&self) -> &str {
        self.text()
    }

    fn from_key(key: &str) -> Self {
        Self::new(key)
    }
}
