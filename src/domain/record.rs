//! Records: objects of the file with known keys in a fixed order, and whatever else stood in them.
//!
//! `record!` declares the fields once. Reading, writing, the shape for faults and the schema, and
//! getting and setting a field by its name for edits are all made from that one list.

mod declare;
mod members;
mod rest;

use super::field::{FieldSpec, Value};
use super::json::Json;

pub use declare::AsKey;
pub(crate) use declare::key;
pub(in crate::domain) use declare::{begin, field_of, member, once, present, record};
pub use members::{InsertError, Members};
pub(in crate::domain) use members::{completed, derive_key, derive_keys, doubled, read_member};
pub(in crate::domain) use rest::RestSeen;
pub use rest::{Rest, Source};

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
    /// Whether both are of one type and hold the same.
    fn equals(&self, other: &dyn Record) -> bool;
    /// The record itself, for [`Record::equals`].
    fn as_any(&self) -> &dyn std::any::Any;
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
        self.key()
    }
}
