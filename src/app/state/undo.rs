//! What can be taken back in this session.

use crate::domain::edit::Step;

/// Steps that were made and steps that were taken back, the newest last.
#[derive(Clone, Debug, Default)]
pub struct Undo {
    done: Vec<UndoEntry>,
    undone: Vec<UndoEntry>,
}

/// A step that can be taken back, or made again.
#[derive(Clone, Debug)]
pub struct UndoEntry {
    /// What was done, in words.
    pub said: String,
    /// What reverses it.
    pub inverse: Step,
    /// The number of the step that it reverses, as the ledger counts.
    pub number: u64,
}

impl Undo {
    /// Remembers a new step; what was taken back before it cannot come again.
    pub fn did(&mut self, entry: UndoEntry) {
        self.done.push(entry);
        self.undone.clear();
    }

    /// A step never came to be after all: there is nothing to take back or make again of it.
    pub fn forget(&mut self, number: u64) {
        self.done.retain(|entry| entry.number != number);
        self.undone.retain(|entry| entry.number != number);
    }

    /// The newest step, to take it back.
    pub fn take_done(&mut self) -> Option<UndoEntry> {
        self.done.pop()
    }

    /// The newest step that was taken back, to make it again.
    pub fn take_undone(&mut self) -> Option<UndoEntry> {
        self.undone.pop()
    }

    /// A step was taken back; the entry makes it again.
    pub fn undid(&mut self, entry: UndoEntry) {
        self.undone.push(entry);
    }

    /// A step was made again; the entry takes it back.
    pub fn redid(&mut self, entry: UndoEntry) {
        self.done.push(entry);
    }

    /// Whether there is something to take back.
    pub fn can_undo(&self) -> bool {
        !self.done.is_empty()
    }

    /// Whether there is something to make again.
    pub fn can_redo(&self) -> bool {
        !self.undone.is_empty()
    }
}
