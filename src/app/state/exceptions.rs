//! The screen of exceptions: what needs attention, by group.

use std::collections::HashMap;

use crate::analysis::exceptions::Exception;
use crate::domain::id::Id;

use super::list::List;

/// The screen of exceptions.
#[derive(Clone, Debug, Default)]
pub struct Exceptions {
    /// Its rows: group and record.
    pub list: List,
    /// All rows in the order of the rule, whatever the filter.
    pub order: Vec<Id>,
    /// The line behind each row.
    pub lines: HashMap<Id, ExceptionRow>,
    /// How many lines no officer has answered, as of `counted_for`.
    pub unanswered: usize,
    /// For which state of the file, and which period, they were counted; `None` where they never were.
    pub counted_for: Option<u64>,
    /// For which state of the file, and which period, its values were made
    /// ([`super::State::generation`]); `None` before it was ever shown.
    pub made_for: Option<u64>,
}

/// What the list shows of a line.
#[derive(Clone, Debug)]
pub struct ExceptionRow {
    /// The line.
    pub exception: Exception,
    /// The code of the record, of an action's priority; empty where there is none.
    pub code: String,
    /// The title of the record.
    pub title: String,
    /// The answer in words, with who gave it; empty where there is none.
    pub answer: String,
}
