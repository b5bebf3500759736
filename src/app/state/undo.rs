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
}

impl Undo {
    /// Remembers a new step; what was taken back before it cannot come again.
    pub fn did(&mut self, said: String, inverse: Step) {
        self.done.push(UndoEntry { said, inverse });
        self.undone.clear();
    }

    /// The newest step, to take it back.
    pub fn take_done(&mut self) -> Option<UndoEntry> {
        self.done.pop()
    }

    /// The newest step that was taken back, to make it again.
    pub fn take_undone(&mut self) -> Option<UndoEntry> {
        self.undone.pop()
    }

    /// A step was taken back; `inverse` makes it again.
    pub fn undid(&mut self, said: String, inverse: Step) {
        self.undone.push(UndoEntry { said, inverse });
    }

    /// A step was made again; `inverse` takes it back.
    pub fn redid(&mut self, said: String, inverse: Step) {
        self.done.push(UndoEntry { said, inverse });
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
