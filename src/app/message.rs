//! What happens to the program.

use std::sync::Arc;

use crate::domain::day::Day;
use crate::domain::edit::Refusal;
use crate::domain::entry::Entry;
use crate::domain::finding::Fault;
use crate::domain::plan::View;
use crate::domain::workspace::Workspace;

use super::command::Command;
use super::finding::Answer;
use super::input::InputEvent;
use super::state::{File, Notice, Place, Regions, Verification};

/// Something that happened.
#[derive(Debug)]
pub enum Msg {
    /// The user did something.
    Input(InputEvent),
    /// A command is asked for otherwise than by a key.
    Run(Command),
    /// The view drew a frame with these regions.
    Drawn(Regions),
    /// The disk has a step.
    Saved {
        /// The step's number.
        number: u64,
        /// What the disk holds now.
        workspace: Box<Workspace>,
        /// The step as the journal has it.
        entry: Arc<Entry>,
        /// Others' changes that came in with it, the oldest first.
        theirs: Vec<Arc<Entry>>,
    },
    /// A step does not fit what the disk holds; it was not applied.
    Conflict {
        /// The step's number.
        number: u64,
        /// Why.
        refusal: Refusal,
        /// What the disk holds.
        workspace: Box<Workspace>,
        /// Others' changes that came in with it, the oldest first.
        theirs: Vec<Arc<Entry>>,
        /// The entry that was first, where it could be found.
        by: Option<Arc<Entry>>,
    },
    /// A step could not be saved; the file is as it was.
    SaveFailed {
        /// Why, and what to do.
        reason: String,
        /// What somebody else's write broke in the file.
        faults: Vec<Fault>,
    },
    /// Somebody else changed the file.
    TakenIn {
        /// What it holds now.
        workspace: Box<Workspace>,
        /// Their changes, the oldest first; none where nobody can say what they were.
        entries: Vec<Arc<Entry>>,
    },
    /// Changes that were made before, the newest first.
    ReadBack {
        /// The changes.
        entries: Vec<Arc<Entry>>,
        /// Whether there are older ones.
        more: bool,
    },
    /// No change further back could be read, and why.
    Unread(String),
    /// The file itself was written anew, or could not be. What is saved is in the journal either way.
    Written {
        /// Why it is not known to survive a power cut, if it is not.
        unconfirmed: Option<String>,
        /// Why it could not be written, if it could not.
        failed: Option<String>,
    },
    /// The journal was verified from its first entry to its last.
    Verified(Verification),
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
    /// The views of this user are these now, and what there is to say of it.
    PrivateViews(Vec<View>, Notice),
    /// The editor has ended: with what it left, or why there is nothing.
    Edited(Result<String, String>),
    /// Something outside has this to say.
    Said(Notice),
    /// The calendar's day, which signatures are given on. It alone asks for no frame.
    Today(Day),
    /// Nothing came for a while behind a key that begins something.
    Paused,
    /// What is in a folder.
    Listed {
        /// The folder as it was typed.
        folder: String,
        /// The names in it, in order; those of folders end in `/`.
        names: Vec<String>,
    },
    /// A file is open, where none was.
    Opened(Box<Session>),
    /// No file could be opened or made, and why.
    NotOpened(String),
    /// The program is asked to end: SIGTERM, SIGHUP.
    Terminate,
    /// The terminal changed its size or came back: all is drawn anew.
    Repaint,
}

/// A file that was just opened.
#[derive(Debug)]
pub struct Session {
    /// What is in it.
    pub workspace: Workspace,
    /// What there is to say of the file.
    pub file: File,
    /// Where the user was when it was open last.
    pub resumed: Option<Place>,
}
