//! Edits: the only way in which a workspace changes.
//!
//! An edit is a value that says what was and what shall be. [`apply()`] makes it true and gives back
//! its inverse, or refuses and changes nothing. A group of edits with one cause is a [`Step`], which
//! holds wholly or not at all. Keys, commands, imports and merges all come through here.

mod anew;
mod apply;
mod approve;
mod difference;
mod place;
mod progress;
mod renumber;
mod update;
mod wire;

use std::fmt;

use super::id::{Id, RecordRef};
use super::json::Json;
use super::kind::Kind;

pub use anew::{Anew, Clash, anew};
pub use apply::{Applied, apply, apply_step};
pub use approve::approve;
pub use difference::difference;
pub use place::{Anchor, Place};
pub use progress::set_in_progress;
pub use renumber::former_code;
pub use update::{begin_update, historical, set_in_update};

/// One change of one field, or of one list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Edit {
    /// A field takes another value; `None` is absent.
    Set {
        /// The record or list member.
        at: Place,
        /// The field, known or not.
        field: String,
        /// What it held.
        before: Option<Json>,
        /// What it shall hold.
        after: Option<Json>,
    },
    /// A record or list member comes in.
    Insert {
        /// The list.
        list: ListPlace,
        /// Its key.
        key: String,
        /// The whole of it.
        value: Json,
        /// What it stands behind.
        anchor: Anchor,
    },
    /// A record or list member goes.
    Remove {
        /// The list.
        list: ListPlace,
        /// Its key.
        key: String,
        /// The whole of it, so that it can come back.
        value: Json,
        /// What it stood behind.
        anchor: Anchor,
    },
    /// A record or list member takes another place.
    Move {
        /// The list.
        list: ListPlace,
        /// Its key.
        key: String,
        /// What it stood behind.
        from: Anchor,
        /// What it shall stand behind.
        to: Anchor,
    },
}

impl Edit {
    /// What takes the edit back, once it was applied as it stands.
    #[must_use]
    pub fn inverse(&self) -> Self {
        match self.clone() {
            Self::Set {
                at,
                field,
                before,
                after,
            } => Self::Set {
                at,
                field,
                before: after,
                after: before,
            },
            Self::Insert {
                list,
                key,
                value,
                anchor,
            } => Self::Remove {
                list,
                key,
                value,
                anchor,
            },
            Self::Remove {
                list,
                key,
                value,
                anchor,
            } => Self::Insert {
                list,
                key,
                value,
                anchor,
            },
            Self::Move {
                list,
                key,
                from,
                to,
            } => Self::Move {
                list,
                key,
                from: to,
                to: from,
            },
        }
    }

    /// The record that the edit is about.
    pub fn record(&self) -> RecordRef {
        match self {
            Self::Set { at, .. } => at.record.clone(),
            Self::Insert { list, key, .. }
            | Self::Remove { list, key, .. }
            | Self::Move { list, key, .. } => list.record(key),
        }
    }
}

/// A list: the records of a kind, or a named list inside a record or list member.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ListPlace {
    /// All records of a kind.
    Records(Kind),
    /// A list with keyed members.
    Inside(Place, String),
}

impl ListPlace {
    /// The record that a change of the member `key` touches.
    fn record(&self, key: &str) -> RecordRef {
        match self {
            Self::Records(kind) => RecordRef::new(*kind, &Id::new(key)),
            Self::Inside(place, _) => place.record.clone(),
        }
    }
}

/// Edits that belong together, with what caused them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// `key R`, `set`, `import FILE`, `undo of …`.
    pub cause: String,
    /// The edits, in order.
    pub edits: Vec<Edit>,
}

impl Step {
    /// A step of these edits.
    pub fn new(cause: impl Into<String>, edits: Vec<Edit>) -> Self {
        Self {
            cause: cause.into(),
            edits,
        }
    }
}

/// Why an edit was not applied. Nothing was changed.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// The record or member is not there (any more).
    #[error("{0} is not there any more")]
    Gone(String),
    /// Somebody changed the field meanwhile.
    #[error("{field} of {record} is {now} now, not {before}", before = shown(.before.as_ref()), now = shown(.now.as_ref()))]
    Changed {
        /// The record.
        record: RecordRef,
        /// The field.
        field: String,
        /// What the edit took it to be.
        before: Option<Json>,
        /// What it is.
        now: Option<Json>,
    },
    /// The value has the wrong form for its field.
    #[error("{field} of {record} cannot hold {value}: {reason}")]
    Shape {
        /// The record.
        record: RecordRef,
        /// The field.
        field: String,
        /// The value.
        value: String,
        /// What is wrong.
        reason: String,
    },
    /// The key is taken.
    #[error("{0} is there already")]
    Doubled(String),
    /// Keys never change.
    #[error("the {field} of {record} never changes")]
    Key {
        /// The record.
        record: RecordRef,
        /// The field that is its key.
        field: String,
    },
    /// There is no such list.
    #[error("there is no list {0}")]
    NoList(String),
}

/// A value in words.
fn shown(value: Option<&Json>) -> String {
    value.map_or_else(|| "not set".to_owned(), Json::shown)
}

impl fmt::Display for ListPlace {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Records(kind) => f.write_str(kind.plural()),
            Self::Inside(place, list) => write!(f, "{place}/{list}"),
        }
    }
}

#[cfg(test)]
mod tests;
