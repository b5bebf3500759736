//! Identity: what a record is called inside the file, for ever.

use std::borrow::Borrow;
use std::fmt;
use std::sync::Arc;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::kind::Kind;

/// A readable slug (`teenage-conception`), unique in its kind, that never changes. Empty means none.
/// Cloning costs a counter, since selections, marks and references all hold ids.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Id(Arc<str>);

impl Id {
    /// Wraps a text as an id.
    pub fn new(text: &str) -> Self {
        Self(text.into())
    }

    /// The text of the id.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Makes a slug out of a code or title: lower case, words joined by dashes, at most 60 bytes.
    pub fn slug(text: &str) -> Self {
        let mut slug = String::new();
        for c in text.chars().flat_map(char::to_lowercase) {
            if slug.len() >= 60 {
                break;
            }
            if c.is_alphanumeric() {
                slug.push(c);
            } else if !slug.is_empty() && !slug.ends_with('-') {
                slug.push('-');
            }
        }
        Self(slug.trim_end_matches('-').into())
    }
}

impl Default for Id {
    fn default() -> Self {
        Self("".into())
    }
}

impl fmt::Debug for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&*self.0, f)
    }
}

impl fmt::Display for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl Borrow<str> for Id {
    fn borrow(&self) -> &str {
        &self.0
    }
}

impl From<&str> for Id {
    fn from(text: &str) -> Self {
        Self::new(text)
    }
}

impl From<String> for Id {
    fn from(text: String) -> Self {
        Self(text.into())
    }
}

impl Serialize for Id {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.0)
    }
}

impl<'de> Deserialize<'de> for Id {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer).map(Self::from)
    }
}

/// A record of the workspace: its kind and its id (for a period its name, for a view its name).
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RecordRef {
    /// What sort of record it is.
    pub kind: Kind,
    /// Which one of its kind; empty for the workspace itself.
    pub id: Id,
}

impl RecordRef {
    /// Names a record.
    pub fn new(kind: Kind, id: &Id) -> Self {
        Self {
            kind,
            id: id.clone(),
        }
    }

    /// Reads `kind:id`.
    pub fn read(text: &str) -> Option<Self> {
        let (kind, id) = text.split_once(':')?;
        Some(Self {
            kind: Kind::from_word(kind)?,
            id: Id::new(id),
        })
    }
}

impl fmt::Display for RecordRef {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", self.kind.word(), self.id)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slug_is_made_of_words_and_dashes() {
        for (text, slug) in [
            ("NI 117", "ni-117"),
            ("LSP-HW2b(i)a", "lsp-hw2b-i-a"),
            ("  Élan — vital! ", "élan-vital"),
            ("", ""),
        ] {
            assert_eq!(Id::slug(text).as_str(), slug);
        }
    }
}
