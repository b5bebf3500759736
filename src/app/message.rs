//! What happens to the program.

use crate::domain::day::Day;
use crate::domain::edit::Refusal;
use crate::domain::finding::Fault;
use crate::domain::workspace::Workspace;

use super::finding::Answer;
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
    /// Somebody else changed the file; this is what it holds now.
    TakenIn(Box<Workspace>),
    /// The file cannot be read, or not be understood, as somebody left it. What was read before stays.
    FileTrouble {
        /// What is wrong, and what to do.
        reason: String,
        /// What is wrong with it where it was read.
        faults: Vec<Fault>,
    },
    /// What may be done with the file is another thing now: why it cannot be written, or nothing.
    Access(Option<String>),
    /// Something was found.
    Found(Box<Answer>),
    /// The editor has ended: with what it left, or why there is nothing.
    Edited(Result<String, String>),
    /// Something outside has this to say.
    Said(Notice),
    /// The calendar's day, which signatures are given on. It alone asks for no frame.
    Today(Day),
    /// The program is asked to end: SIGTERM, SIGHUP.
    Terminate,
    /// The terminal changed its size or came back: all is drawn anew.
    Repaint,
}
