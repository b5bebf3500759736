//! What happens to the program.

use crate::domain::edit::Refusal;
use crate::domain::finding::Fault;
use crate::domain::workspace::Workspace;

use super::input::InputEvent;
use super::state::{Notice, Regions};

/// Something that happened.
#[derive(Debug)]
pub enum Msg {
    /// The user did something.
    Input(InputEvent),
    /// The view drew a frame with these regions.
    Drawn(Regions),
    /// The disk has a step.
    Saved {
        /// The step's number.
        number: u64,
        /// What the disk holds now.
        workspace: Box<Workspace>,
        /// Whether somebody else's change came in with it.
        taken_in: bool,
        /// Why the folder could not be synced, if it could not.
        unconfirmed: Option<String>,
    },
    /// A step does not fit what the disk holds; it was not applied.
    Conflict {
        /// The step's number.
        number: u64,
        /// Why.
        refusal: Refusal,
        /// What the disk holds.
        theirs: Box<Workspace>,
    },
    /// A step could not be saved; the file is as it was.
    SaveFailed {
        /// Why, and what to do.
        reason: String,
        /// What somebody else's write broke in the file.
        faults: Vec<Fault>,
    },
    /// Something outside has this to say.
    Said(Notice),
    /// The program is asked to end: SIGTERM, SIGHUP.
    Terminate,
    /// The terminal changed its size or came back: all is drawn anew.
    Repaint,
}
