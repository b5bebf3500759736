//! What the program wants done outside of itself. Nothing here does it.

use crate::domain::plan::View;

use super::finding::Finding;
use super::state::Pending;

/// Something for the terminal or the store to do.
#[derive(Debug)]
pub enum Effect {
    /// Bring a step to the disk.
    Commit(Pending),
    /// Read changes further back in the journal.
    ReadBack,
    /// Verify the journal from its first entry to its last.
    Verify,
    /// Put text on the terminal's clipboard, and say so.
    Copy {
        /// The text.
        text: String,
        /// What it is, for the message.
        what: String,
    },
    /// Find something, on a thread of its own.
    Find(Box<Finding>),
    /// Let the user write a text in an editor; the answer is [`Msg::Edited`](super::message::Msg).
    EditText(String),
    /// Keep a text that an editor left and no field takes, where the user finds it, and say where.
    KeepText(String),
    /// Listen to the mouse, or leave it to the terminal.
    Mouse(bool),
    /// Say what is in a folder, as it was typed; the answer is [`Msg::Listed`](super::message::Msg).
    ListFolder(String),
    /// Open a file, where none is open.
    Open {
        /// Its path as it was typed.
        path: String,
    },
    /// Make a file that is not there, and open it.
    Make {
        /// Its path as it was typed.
        path: String,
        /// What is to be in it.
        content: NewFile,
    },
    /// Keep a view for this user alone; the answer is [`Msg::PrivateViews`](super::message::Msg).
    KeepView(Box<View>),
    /// Forget a view of this user; the answer is the same.
    ForgetView(String),
    /// Paint everything anew.
    Repaint,
    /// Stop until the shell wakes the program.
    Suspend,
    /// End.
    Quit,
}

/// What a new file begins with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NewFile {
    /// A copy of the sample.
    Sample,
    /// Nothing but a title.
    Titled(String),
}
