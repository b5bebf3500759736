//! What the journal tells of changes, as far as it was read, and what of it can be taken back.
//!
//! The newest entries are there from the beginning; older ones are read when they are asked for. What
//! can be undone is a question to these entries and the pending steps, so that it outlasts a restart
//! and follows what the same person does elsewhere (`store.md` §3).

use std::collections::{HashSet, VecDeque};
use std::convert::Infallible;
use std::sync::Arc;

use crate::domain::digest::Digest;
use crate::domain::entry::{Entry, Who};
use crate::domain::trail::{redo_target, undo_target};

use super::ledger::Ledger;

/// The changes that the journal tells of, and what can be taken back.
#[derive(Clone, Debug, Default)]
pub struct Journal {
    entries: VecDeque<Arc<Entry>>,
    known: HashSet<Digest>,
    /// Whether older ones were not read yet.
    pub unread: Unread,
    /// Whether the user waits for a change of theirs that is further back than was read.
    pub sought: bool,
    /// The step that `u` takes back.
    pub undo: Option<Arc<Entry>>,
    /// The undo that `Ctrl-r` takes back.
    pub redo: Option<Arc<Entry>>,
}

/// Whether older entries were not read yet.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Unread {
    /// There may be some.
    Some,
    /// They are being read, as the newest are from the beginning.
    #[default]
    Asked,
    /// Everything was read.
    None,
    /// They could not be read.
    Failed,
}

impl Journal {
    /// The changes, newest first.
    pub fn entries(&self) -> impl DoubleEndedIterator<Item = &Arc<Entry>> + ExactSizeIterator {
        self.entries.iter()
    }

    /// Takes in what was appended, the oldest first.
    pub fn appended<'a>(&mut self, entries: impl IntoIterator<Item = &'a Arc<Entry>>) {
        for entry in entries {
            if entry.is_change() && self.known.insert(entry.hash) {
                self.entries.push_front(Arc::clone(entry));
            }
        }
    }

    /// Takes in what was read further back, the newest first.
    pub fn read_back(&mut self, entries: Vec<Arc<Entry>>, more: bool) {
        for entry in entries {
            if self.known.insert(entry.hash) {
                self.entries.push_back(entry);
            }
        }
        self.unread = if more { Unread::Some } else { Unread::None };
    }

    /// Finds out what can be taken back, with the pending steps on top.
    pub fn find_targets(&mut self, ledger: &Ledger, who: &Who) {
        let all = || {
            let pending = ledger.pending().rev().map(|pending| &pending.entry);
            pending
                .chain(&self.entries)
                .map(|entry| Ok::<_, Infallible>(Arc::clone(entry)))
        };
        let Ok(undo) = undo_target(all(), who);
        let Ok(redo) = redo_target(all(), who);
        (self.undo, self.redo) = (undo, redo);
    }
}
