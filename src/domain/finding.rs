//! Faults and findings: what is wrong with a file, and where.

use std::fmt;

use super::choice::words;
use super::id::RecordRef;

/// A place in a file, counted as people count: from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Position {
    /// The line.
    pub line: usize,
    /// The character in the line.
    pub column: usize,
}

impl fmt::Display for Position {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "line {}, column {}", self.line, self.column)
    }
}

/// Something that keeps a file from being understood in full. With a fault the file is read-only:
/// nothing is ever written over what was not understood.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// The JSON pointer; empty for the file as a whole.
    pub pointer: String,
    /// Where in the file.
    pub position: Option<Position>,
    /// What is wrong.
    pub message: String,
    /// What to do about it.
    pub mend: String,
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(position) = self.position {
            write!(f, "{position}: ")?;
        }
        if !self.pointer.is_empty() {
            write!(f, "{}: ", self.pointer)?;
        }
        write!(f, "{}. {}", self.message, self.mend)
    }
}

words! {
    /// How bad a finding is.
    pub enum Severity {
        /// Something is wrong.
        Error = "error",
        /// Something is likely wrong.
        Warning = "warning",
        /// Something worth knowing.
        Info = "info",
    }
}

/// Something about a record that does not hold together. It keeps standing, and can be edited.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// The finding's own name (`reference-dangles`).
    pub code: &'static str,
    /// How bad it is.
    pub severity: Severity,
    /// The record that it is about.
    pub record: RecordRef,
    /// The record's code, or its id where it has none.
    pub record_code: String,
    /// Where in the file, as a JSON pointer.
    pub pointer: String,
    /// What is wrong.
    pub message: String,
    /// What to do about it.
    pub mend: String,
}
