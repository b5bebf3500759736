//! What can go wrong with a workspace file: what, where, and what to do about it.

use std::fmt;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use super::read::ReadOnlyReason;
use crate::domain::edit::{Place, Refusal};
use crate::domain::entry::Entry;
use crate::domain::finding::Fault;
use crate::domain::json::Json;
use crate::domain::workspace::Workspace;

/// What an error means for whoever called: the command line has an exit code for each.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ErrorKind {
    /// The file could not be read, or not understood.
    Read,
    /// The file could not be written.
    Write,
    /// Somebody else changed the same.
    Conflict,
}

/// Why a workspace could not be opened, or read again.
#[derive(Debug, thiserror::Error)]
pub enum OpenError {
    /// There is nothing.
    #[error("{path}: there is no such file", path = path.display())]
    Missing {
        /// Where.
        path: PathBuf,
    },
    /// It is a folder.
    #[error("{path} is a folder, not a file", path = path.display())]
    Folder {
        /// Which.
        path: PathBuf,
    },
    /// It is a device, a pipe or a socket.
    #[error("{path} is a device or pipe, not a file", path = path.display())]
    NotAFile {
        /// Which.
        path: PathBuf,
    },
    /// It is larger than any workspace.
    #[error("{path} is larger than 1 GiB", path = path.display())]
    TooLarge {
        /// Which.
        path: PathBuf,
    },
    /// The system would not let it be read.
    #[error("{path} could not be read: {source}", path = path.display())]
    Unreadable {
        /// Which.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// It is no workspace that is understood in full.
    #[error("{path}: {faults}", path = path.display(), faults = Listed(faults))]
    Faulty {
        /// Which.
        path: PathBuf,
        /// Everything that is wrong with it.
        faults: Vec<Fault>,
        /// What can be looked at in spite of it.
        salvaged: Option<Box<Workspace>>,
    },
    /// A journal is not what it was when it was written.
    #[error("{path}: {reason}", path = path.display())]
    Damaged {
        /// Which.
        path: PathBuf,
        /// What is wrong, and where.
        reason: String,
    },
}

impl OpenError {
    /// What to do about it.
    pub fn hint(&self) -> &'static str {
        match self {
            Self::Missing { .. } => "See whether the name is right, or start a new workspace there",
            Self::Folder { .. } => "Name the file in it",
            Self::NotAFile { .. } | Self::TooLarge { .. } => "See whether the name is right",
            Self::Unreadable { source, .. } => match source.kind() {
                io::ErrorKind::PermissionDenied => "Ask its owner for permission to read it",
                _ => "Try again; if it stays, restore a copy, or ask whoever runs that disk",
            },
            Self::Faulty { .. } => {
                "Mend it in an editor, or restore a copy; the version before the last change is beside it as .bak"
            }
            Self::Damaged { .. } => "“scrutineer verify” names the first entry that is wrong",
        }
    }

    /// What it means for whoever called.
    pub fn kind(&self) -> ErrorKind {
        ErrorKind::Read
    }
}

/// The first fault and the number of the others.
struct Listed<'a>(&'a [Fault]);

impl fmt::Display for Listed<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            [] => f.write_str("the file was not understood"),
            [only] => only.fmt(f),
            [first, others @ ..] => write!(f, "{first} (and {} more)", others.len()),
        }
    }
}

/// What was being done when writing failed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Doing {
    /// Finding out whether the file may be written.
    Check,
    /// Taking the lock beside it.
    Lock,
    /// Making a temporary file beside it.
    Begin,
    /// Giving the temporary file the owner and mode of the old one.
    TakeAfter,
    /// Writing the temporary file.
    Write,
    /// Reading it back.
    ReadBack,
    /// Making it survive a power cut.
    Sync,
    /// Keeping the old file.
    Keep,
    /// Comparing the old file once more.
    Compare,
    /// Putting the new file in its place.
    Replace,
    /// Giving a new file its name.
    Create,
    /// Adding to the journal.
    Append,
    /// Making what was added permanent.
    SyncJournal,
    /// Setting aside what a crash left at the journal's end.
    SetAside,
    /// Putting the journal aside as an archive.
    Rotate,
}

impl fmt::Display for Doing {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Check => "finding out whether it may be written",
            Self::Lock => "locking",
            Self::Begin => "making a temporary file beside it",
            Self::TakeAfter => "keeping owner and mode",
            Self::Write => "writing",
            Self::ReadBack => "reading back what was written",
            Self::Sync => "making it permanent",
            Self::Keep => "keeping the old version",
            Self::Compare => "comparing it once more",
            Self::Replace => "putting the new version in its place",
            Self::Create => "giving the new file its name",
            Self::Append => "adding to the journal",
            Self::SyncJournal => "making the journal permanent",
            Self::SetAside => "setting aside what a crash left in the journal",
            Self::Rotate => "putting the journal aside",
        })
    }
}

/// Why nothing was written. What was in the file is still there, whole.
#[derive(Debug, thiserror::Error)]
pub enum WriteError {
    /// The system refused.
    #[error("{path}: {doing} failed: {source}", path = path.display())]
    Io {
        /// What was being done.
        doing: Doing,
        /// With which file.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// What would be written would not be read again as the same: it is a fault of the program, or
    /// of a change that leaves no readable workspace.
    #[error("the changed workspace would not be read again as it is: {reason}")]
    Unfaithful {
        /// What would be different.
        reason: String,
    },
}

impl WriteError {
    pub(super) fn io(doing: Doing, path: &Path, source: io::Error) -> Self {
        Self::Io {
            doing,
            path: path.to_owned(),
            source,
        }
    }

    /// What to do about it.
    pub fn hint(&self) -> &'static str {
        let Self::Io { source, .. } = self else {
            return "The file is as it was. Make the change in another way, and report this one";
        };
        match source.kind() {
            io::ErrorKind::StorageFull => {
                "The file is as it was. Free some space on that disk, then try again"
            }
            io::ErrorKind::QuotaExceeded => {
                "The file is as it was. Your quota is used up: free some of it, then try again"
            }
            io::ErrorKind::PermissionDenied => {
                "The file is as it was. Ask for write permission for the file and its folder, then try again"
            }
            io::ErrorKind::ReadOnlyFilesystem => {
                "The file is as it was. The disk can only be read now: have it mounted for writing, then try again"
            }
            _ => {
                "The file is as it was. Try again; if it stays, ask whoever runs that disk, and keep a copy elsewhere"
            }
        }
    }
}

/// Why a new workspace file was not made.
#[derive(Debug, thiserror::Error)]
pub enum CreateError {
    /// Something has that name. It was not touched.
    #[error("{path} is there already", path = path.display())]
    Exists {
        /// Which.
        path: PathBuf,
    },
    /// It could not be written.
    #[error(transparent)]
    Write(#[from] WriteError),
}

impl CreateError {
    /// What to do about it.
    pub fn hint(&self) -> &'static str {
        match self {
            Self::Exists { .. } => "Open it, or choose another name",
            Self::Write(WriteError::Io { source, .. })
                if source.kind() == io::ErrorKind::NotFound =>
            {
                "Make the folder first, or choose another one"
            }
            Self::Write(error) => error.hint(),
        }
    }

    /// What it means for whoever called.
    pub fn kind(&self) -> ErrorKind {
        ErrorKind::Write
    }
}

/// A step that no longer fits, with the state that it met.
#[derive(Debug, thiserror::Error)]
#[error("{refusal}")]
pub struct Conflict {
    /// Why it was refused.
    pub refusal: Refusal,
    /// The workspace as it is now: theirs. It is the store's state from here on.
    pub workspace: Workspace,
    /// Others' changes in it that the caller has not seen yet, the oldest first.
    pub theirs: Vec<Arc<Entry>>,
    /// The field that both changed, where it is one.
    pub contested: Option<Contested>,
    /// The newest entry that changed it, with who and when, where it could be found.
    pub by: Option<Arc<Entry>>,
}

/// A field that two changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Contested {
    /// The record or list member.
    pub at: Place,
    /// The field.
    pub field: String,
    /// What it held when I changed it.
    pub before: Option<Json>,
    /// What I would have it hold.
    pub mine: Option<Json>,
    /// What it holds.
    pub theirs: Option<Json>,
}

/// Why a step was not committed. Nothing was written, and the same step can be tried again.
#[derive(Debug, thiserror::Error)]
pub enum CommitError {
    /// The file is only read.
    #[error("nothing can be changed: {0}")]
    ReadOnly(ReadOnlyReason),
    /// Others held the lock all the time.
    #[error("{lock} has been held by another program for {patience:?}", lock = lock.display())]
    Locked {
        /// The lock file.
        lock: PathBuf,
        /// How long was waited.
        patience: Duration,
    },
    /// The file is not there any more.
    #[error("{path} is not there any more", path = path.display())]
    Gone {
        /// Which.
        path: PathBuf,
    },
    /// Somebody replaced the file by one that is not understood. It was not touched.
    #[error("{path} was changed by somebody and has faults now: {faults}", path = path.display(), faults = Listed(faults))]
    Broken {
        /// Which.
        path: PathBuf,
        /// Everything that is wrong with it.
        faults: Vec<Fault>,
    },
    /// The file could not be read to see whether somebody changed it.
    #[error(transparent)]
    Unreadable(OpenError),
    /// The step does not fit what is in the file now.
    #[error(transparent)]
    Conflict(Box<Conflict>),
    /// Another program that knows no lock changed the file at every try.
    #[error("{path} is being changed by another program all the time", path = path.display())]
    Contended {
        /// Which.
        path: PathBuf,
    },
    /// What is to be taken back was taken back already.
    #[error("entry {seq} was taken back already")]
    Undone {
        /// Which entry.
        seq: u64,
    },
    /// It could not be written.
    #[error(transparent)]
    Write(#[from] WriteError),
}

impl From<OpenError> for CommitError {
    fn from(error: OpenError) -> Self {
        match error {
            OpenError::Missing { path } => Self::Gone { path },
            OpenError::Faulty { path, faults, .. } => Self::Broken { path, faults },
            other => Self::Unreadable(other),
        }
    }
}

impl CommitError {
    /// What to do about it.
    pub fn hint(&self) -> &'static str {
        match self {
            Self::ReadOnly(reason) => reason.hint(),
            Self::Locked { .. } => {
                "Try again; if it stays, see which program has the file open and is stopped or hanging"
            }
            Self::Gone { .. } => {
                "Put it back, or save under a new name: what was read of it is still here"
            }
            Self::Broken { .. } => {
                "Mend it in an editor, or restore a copy, then try again: what was read before is still here"
            }
            Self::Unreadable(error) => error.hint(),
            Self::Conflict(_) => {
                "Look at what is there now, and decide which of the two shall stay"
            }
            Self::Undone { .. } => "To make it again, undo the entry that took it back",
            Self::Contended { .. } => "Find out which program that is, then try again",
            Self::Write(error) => error.hint(),
        }
    }

    /// What it means for whoever called.
    pub fn kind(&self) -> ErrorKind {
        match self {
            Self::Gone { .. } | Self::Broken { .. } | Self::Unreadable(_) => ErrorKind::Read,
            Self::Conflict(_) | Self::Undone { .. } => ErrorKind::Conflict,
            Self::ReadOnly(_) | Self::Locked { .. } | Self::Contended { .. } | Self::Write(_) => {
                ErrorKind::Write
            }
        }
    }
}
