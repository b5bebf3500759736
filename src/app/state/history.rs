//! Who changed what: the journal as a list.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use crate::domain::digest::Digest;
use crate::domain::entry::Entry;
use crate::domain::id::{Id, RecordRef};
use crate::domain::period::Period;

use super::list::List;
use super::{About, Screen, State};

/// Who changed what.
#[derive(Clone, Debug, Default)]
pub struct History {
    /// Its rows: changes, by their hashes.
    pub list: List,
    /// For which state of the file, and which period, its values were made
    /// ([`super::State::generation`]); `None` before it was ever shown.
    pub made_for: Option<u64>,
    /// The record whose changes are shown; `None` for all.
    pub about: Option<RecordRef>,
    /// What the rows stand together by.
    pub grouping: Grouping,
    /// The changes in words, by row, and for which period their codes are.
    pub told: HashMap<Id, Told>,
    /// The row of every change, so that its hash is written out once.
    pub rows: HashMap<Digest, Id>,
    /// The rows of all changes, newest first.
    pub order: Vec<Id>,
    /// The period whose codes the words name.
    pub told_for: Option<Period>,
    /// What was taken back since.
    pub undone: HashSet<Digest>,
    /// Whether the journal holds together.
    pub verification: Verification,
}

/// A change in words.
#[derive(Clone, Debug)]
pub struct Told {
    /// The entry.
    pub entry: Arc<Entry>,
    /// What was changed.
    pub what: String,
    /// Who did it.
    pub by: String,
    /// The day of it.
    pub day: String,
    /// What the filter looks in, in lower case.
    pub searched: String,
}

/// What the rows of the history stand together by.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Grouping {
    /// The day of the change.
    #[default]
    Day,
    /// Who made it.
    Person,
    /// What it changed first.
    Record,
}

impl Grouping {
    /// The next one, round and round.
    #[must_use]
    pub fn next(self) -> Self {
        match self {
            Self::Day => Self::Person,
            Self::Person => Self::Record,
            Self::Record => Self::Day,
        }
    }

    /// The word for it.
    pub fn word(self) -> &'static str {
        match self {
            Self::Day => "day",
            Self::Person => "person",
            Self::Record => "record",
        }
    }
}

/// Whether the journal holds together, as far as is known.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Verification {
    /// Nobody asked yet.
    #[default]
    Unknown,
    /// It is being found out.
    Running,
    /// Every entry holds.
    Whole {
        /// How many there are.
        entries: u64,
        /// The beginning of the last one's hash; empty where there is no entry.
        head: String,
    },
    /// An entry does not hold.
    Broken(String),
    /// It could not be read.
    Failed(String),
}

impl History {
    /// The change that a row stands for.
    pub fn entry(&self, row: &Id) -> Option<&Arc<Entry>> {
        self.told.get(row).map(|told| &told.entry)
    }

    /// The row of the selected change.
    pub fn selected(&self) -> Option<Id> {
        let row = self.list.selected.clone()?;
        self.told.contains_key(&row).then_some(row)
    }

    /// Whether only some of the changes are shown, or in another order: all must be read for that.
    pub fn wants_all(&self) -> bool {
        self.about.is_some() || self.grouping != Grouping::Day || self.list.is_filtered()
    }
}

impl State {
    /// The change that the page is about, or else the one selected in the history.
    pub fn chosen_change(&self) -> Option<&Arc<Entry>> {
        let row = match self.page() {
            Some(page) => match &page.about {
                About::Change(row) => row,
                _ => return None,
            },
            None if self.screen == Screen::History => self.history.list.selected.as_ref()?,
            None => return None,
        };
        self.history.entry(row)
    }
}
