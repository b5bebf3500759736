//! The workspace file and its journal: the only code that touches them.
//!
//! A [`Store`] is one open file. Opening and reading write nothing. A change is a
//! [`Step`](crate::domain::edit::Step) that is committed: under a lock what others appended to the
//! journal is taken in, the step is applied to *their* state, and it is appended and synced as one
//! [`Entry`]. What that costs does not depend on the workspace's size. The file itself follows with a
//! [snapshot](Store::snapshot), off anybody's way. So any number of programs may have the file open,
//! nobody's change is overwritten, and after a crash, a full disk or a power cut every change that
//! was said to be saved is there, in the journal or in the file.
//!
//! ```text
//! commit    commit → catch_up (journal, then file) → journal::Writer
//! poll      one stat each → catch_up → others' entries, or what is wrong
//! snapshot  snapshot: entry, temporary file, rename, entry → journal::rotate
//! open      restore: the file, and the journal from its end back to where the file belongs
//! ```
//!
//! May import `domain`; knows no screen and no command line. All files are reached through
//! [`storage::Storage`], so that tests can let every single call fail, and a model can lose what was
//! not synced.

mod appended;
mod base;
mod catch_up;
mod commit;
mod companions;
mod conflict;
mod disk;
mod error;
pub mod format;
mod history;
mod identity;
mod journal;
mod lock;
mod opening;
mod outside;
mod read;
mod replace;
mod restore;
pub mod signs;
mod snapshot;
pub mod storage;
mod undo;
mod verify;

use std::fmt;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

pub use catch_up::News;
pub use commit::Committed;
pub use disk::Disk;
pub use error::{
    CommitError, Conflict, Contested, CreateError, Doing, ErrorKind, OpenError, WriteError,
};
pub use history::History;
pub use opening::Opened;
pub use read::{Access, ReadOnlyReason};
pub use replace::Durability;
pub use snapshot::{Snapshot, Snapshotting};
pub use undo::FindError;
pub use verify::{Bad, Verified, verify, verify_on};

use crate::domain::entry::{Entry, Who};
use crate::domain::workspace::Workspace;
use base::Base;
use catch_up::{Held, Trouble};
use identity::Identity;
use journal::{End, Site};
use read::Hash;
use storage::{Hold, Stamp};

/// How to open a file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OpenOptions {
    /// Never change it.
    pub read_only: bool,
    /// Open a faulty file too, to look at what can be read of it, and to notice when it is mended.
    pub despite_faults: bool,
    /// Whose changes they are; the operating system's user where nobody is named.
    pub who: Option<Who>,
}

/// When files are written anew.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Bounds {
    /// How many edits the file may lag behind the journal before a snapshot is due: reading it again
    /// takes that long.
    edits_behind: usize,
    /// How many bytes a journal may have before it is put aside.
    journal: u64,
}

/// How many bytes a journal may have; in debug builds what `SCRUTINEER_JOURNAL_BYTES` says, for tests
/// that want to see it put aside.
fn journal_bytes() -> u64 {
    #[cfg(debug_assertions)]
    if let Ok(Ok(bytes)) = std::env::var("SCRUTINEER_JOURNAL_BYTES").map(|it| it.parse()) {
        return bytes;
    }
    8 << 20
}

impl Default for Bounds {
    fn default() -> Self {
        Self {
            edits_behind: 2_000,
            journal: journal_bytes(),
        }
    }
}

/// How far file and journal make a state together.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Fit {
    /// They do.
    Whole,
    /// Nothing whole was read of the file yet.
    Unread,
    /// The journal cannot be gone on with, and why.
    Journal(String),
}

/// One open workspace file.
pub struct Store {
    site: Site,
    /// As it was asked for, but absolute: a link on the way may be turned while it is open.
    path: PathBuf,
    options: OpenOptions,
    identity: Identity,
    bounds: Bounds,
    /// The file, and the journal since.
    base: Base,
    /// The journal's state.
    journaled: Workspace,
    /// The journal's state, and what another program did to the file on top.
    workspace: Workspace,
    /// Where the journal ends; `None` where there is none.
    end: Option<End>,
    /// What another program did to the file, until the next step writes it down.
    held: Option<Held>,
    /// Others' changes that the caller was not told of.
    untold: Vec<Arc<Entry>>,
    /// Whether the state was read anew, so that nobody can say what changed.
    is_anew: bool,
    /// How far file and journal make a state together.
    fit: Fit,
    /// An entry whose sync failed, and that could not be cut off again.
    doubtful: Option<Arc<Entry>>,
    access: Access,
    /// The file that was last looked into; `None` where only reading can tell.
    seen: Option<(PathBuf, Stamp)>,
    /// What was wrong when it was last looked at: said once, not at every look.
    trouble: Option<Trouble>,
    /// Shows others that changes were made here, which will be written into the file from here.
    hold: Option<(Stamp, Box<dyn Hold>)>,
    /// Whether the journal's name is known to survive a power cut.
    is_named: bool,
    /// Whether left temporary files were removed.
    swept: bool,
    patience: Duration,
}

impl Store {
    /// The file's path as it was asked for, made absolute.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// What may be done with the file, as far as known: each look and each commit finds out anew.
    pub fn access(&self) -> &Access {
        &self.access
    }

    /// The workspace, as far as it was read.
    pub fn workspace(&self) -> &Workspace {
        &self.workspace
    }

    /// Whose changes the store appends.
    pub fn who(&self) -> &Who {
        &self.identity.who
    }

    /// The name of this run of the program in the journal.
    pub fn session(&self) -> &str {
        &self.identity.session
    }

    /// The newest hash of the journal, to be kept elsewhere: a chain proves nothing against somebody
    /// who rewrites all of it. `None` where there is no journal yet.
    pub fn head(&self) -> Option<Hash> {
        self.end.as_ref().map(|end| end.hash)
    }

    /// How long to wait for others' lock before giving up.
    pub fn set_patience(&mut self, patience: Duration) {
        self.patience = patience;
    }

    /// What may be done with the file as it is now.
    fn access_to(&self, file: &Path) -> io::Result<Access> {
        if self.options.read_only {
            return Ok(Access::ReadOnly(ReadOnlyReason::Asked));
        }
        let access = read::access(&*self.site.storage, file)?;
        match (&access, &self.fit) {
            (Access::ReadWrite, Fit::Journal(reason)) => {
                Ok(Access::ReadOnly(ReadOnlyReason::Journal(reason.clone())))
            }
            _ => Ok(access),
        }
    }
}

impl fmt::Debug for Store {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Store")
            .field("path", &self.path)
            .field("access", &self.access)
            .finish_non_exhaustive()
    }
}

/// The file's bytes, once they are known to say the same when read.
fn faithful(workspace: &Workspace) -> Result<Vec<u8>, WriteError> {
    let unfaithful = |reason: String| WriteError::Unfaithful { reason };
    let text = format::write(workspace).map_err(|error| unfaithful(error.to_string()))?;
    match format::read(text.as_bytes()) {
        Ok(again) if again == *workspace => Ok(text.into_bytes()),
        Ok(_) => Err(unfaithful("some of it would be different".to_owned())),
        Err(faults) => Err(unfaithful(
            faults.first().map(ToString::to_string).unwrap_or_default(),
        )),
    }
}

/// The path from the root, so that it stays the same file wherever the program goes.
fn absolute(path: &Path) -> PathBuf {
    std::path::absolute(path).unwrap_or_else(|_| path.to_owned())
}

#[cfg(test)]
mod tests;
