//! The workspace file: the only code that touches it.
//!
//! A [`Store`] is one open file. Opening and reading write nothing. A change is a
//! [`Step`] that is committed: under a lock the file is read again, what
//! others did is taken in, the step is applied to *their* state, and the file is replaced in one
//! instant. So any number of programs may have the file open, nobody's change is overwritten, and
//! after a crash, a full disk or a power cut the file is the old or the new one, whole.
//!
//! May import `domain`; knows no screen and no command line. All files are reached through
//! [`storage::Storage`], so that tests can let every single call fail.

mod companions;
mod disk;
mod error;
pub mod format;
mod lock;
mod read;
mod replace;
pub mod signs;
pub mod storage;
mod watch;

use std::fmt;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

pub use disk::Disk;
pub use error::{CommitError, Conflict, CreateError, Doing, ErrorKind, OpenError, WriteError};
pub use read::{Access, ReadOnlyReason};
pub use replace::Durability;

use crate::domain::edit::{Applied, Step, apply_step};
use crate::domain::workspace::Workspace;
use read::Hash;
use replace::Outcome;
use storage::{Stamp, Storage};
use watch::Trouble;

/// How often a program that knows no lock may come in between before a commit gives up.
const ATTEMPTS: usize = 8;

/// How to open a file.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct OpenOptions {
    /// Never change it.
    pub read_only: bool,
    /// Open a faulty file too, to look at what can be read of it, and to notice when it is mended.
    pub despite_faults: bool,
}

/// An open workspace.
#[derive(Debug)]
pub struct Opened {
    /// The way to its file.
    pub store: Store,
    /// What is in it.
    pub workspace: Workspace,
    /// What may be done with it.
    pub access: Access,
    /// The file has another name somewhere. A change replaces the file under this name only, and
    /// the other one keeps the old content.
    pub linked_elsewhere: bool,
}

/// A step that is in the file.
#[derive(Debug)]
pub struct Committed {
    /// The workspace as it is in the file now.
    pub workspace: Workspace,
    /// The inverse step, and the records that were touched.
    pub applied: Applied<Step>,
    /// Whether others' changes, not seen before, came in with it.
    pub taken_in: bool,
    /// Whether it survives a power cut.
    pub durability: Durability,
    /// Whether owner, group, mode and access list are as before. Where not, fewer people may read
    /// the file than before, never more.
    pub attributes_kept: bool,
}

/// One open workspace file.
pub struct Store {
    storage: Arc<dyn Storage>,
    /// As it was asked for, but absolute: a link on the way may be turned while it is open.
    path: PathBuf,
    options: OpenOptions,
    /// The last version that was handed to the caller, whole.
    workspace: Workspace,
    /// The hash of its file; `None` while nothing whole was read.
    hash: Option<Hash>,
    access: Access,
    /// The file that was last looked into; `None` where only reading can tell.
    seen: Option<(PathBuf, Stamp)>,
    /// What was wrong with the file when it was last looked at: said once, not at every look.
    trouble: Option<Trouble>,
    /// Whether left temporary files were removed.
    swept: bool,
    patience: Duration,
}

impl Store {
    /// Opens a workspace file to read and change it.
    pub fn open(path: &Path) -> Result<Opened, OpenError> {
        Self::open_on(Arc::new(Disk), path, OpenOptions::default())
    }

    /// Opens a workspace file in a certain way.
    pub fn open_with(path: &Path, options: OpenOptions) -> Result<Opened, OpenError> {
        Self::open_on(Arc::new(Disk), path, options)
    }

    /// Opens a workspace file of any storage.
    pub fn open_on(
        storage: Arc<dyn Storage>,
        path: &Path,
        options: OpenOptions,
    ) -> Result<Opened, OpenError> {
        let path = absolute(path);
        let found = read::find(&*storage, &path)?;
        let mut store = Self {
            storage,
            path,
            options,
            workspace: Workspace::empty(),
            hash: None,
            access: Access::ReadWrite,
            seen: None,
            trouble: None,
            swept: false,
            patience: lock::PATIENCE,
        };
        store.remember(&found);
        match read::understand(&store.path, &found.bytes) {
            Ok(workspace) => {
                store.access =
                    store
                        .access_to(&found.file)
                        .map_err(|source| OpenError::Unreadable {
                            path: store.path.clone(),
                            source,
                        })?;
                store.know(found.hash, &workspace);
            }
            Err(OpenError::Faulty {
                faults,
                salvaged: Some(salvaged),
                path,
            }) if options.despite_faults => {
                store.workspace = *salvaged;
                store.access = Access::ReadOnly(ReadOnlyReason::Faults(faults.clone()));
                let error = OpenError::Faulty {
                    path,
                    faults,
                    salvaged: None,
                };
                store.trouble = Some(watch::trouble(&error, Some(found.hash)));
            }
            Err(error) => return Err(error),
        }
        let backup = store.storage.attributes(&companions::backup(&found.file));
        let ours = backup.is_ok_and(|it| it.stamp.same_file(&found.attributes.stamp));
        Ok(Opened {
            workspace: store.workspace.clone(),
            access: store.access.clone(),
            linked_elsewhere: found.attributes.links > 1 + u64::from(ours),
            store,
        })
    }

    /// Makes a new workspace file, for its owner only (0600). What has the name already is never
    /// touched.
    pub fn create(path: &Path, workspace: &Workspace) -> Result<Durability, CreateError> {
        Self::create_on(&Disk, path, workspace)
    }

    /// Makes a new workspace file on any storage.
    pub fn create_on(
        storage: &dyn Storage,
        path: &Path,
        workspace: &Workspace,
    ) -> Result<Durability, CreateError> {
        let path = absolute(path);
        let bytes = faithful(workspace)?;
        replace::create(storage, &path, &bytes)?.ok_or(CreateError::Exists { path })
    }

    /// The file's path as it was asked for, made absolute.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// What may be done with the file, as far as known: each look and each commit finds out anew.
    pub fn access(&self) -> &Access {
        &self.access
    }

    /// The last version that was handed out.
    pub fn workspace(&self) -> &Workspace {
        &self.workspace
    }

    /// How long to wait for others' lock before giving up.
    pub fn set_patience(&mut self, patience: Duration) {
        self.patience = patience;
    }

    /// Puts a step into the file, on top of whatever others put there meanwhile. An empty step
    /// writes the file anew.
    ///
    /// On any error the file is as it was (or as others made it), and the same step can be tried
    /// again.
    pub fn commit(&mut self, step: &Step) -> Result<Committed, CommitError> {
        let (file, _) = read::look(&*self.storage, &self.path)?;
        self.access = self
            .access_to(&file)
            .map_err(|source| WriteError::io(Doing::Check, &file, source))?;
        if let Access::ReadOnly(reason) = &self.access {
            return Err(CommitError::ReadOnly(reason.clone()));
        }
        let guard = lock::acquire(&*self.storage, &file, self.patience)?;
        if guard.is_some() && !self.swept {
            replace::sweep(&*self.storage, &file);
            self.swept = true;
        }
        for _ in 0..ATTEMPTS {
            // Whatever happens, the next look reads: only reading tells what a commit left behind.
            self.seen = None;
            match self.attempt(&file, step) {
                Ok(Some(committed)) => return Ok(committed),
                Ok(None) => {}
                Err(error) => {
                    self.swept = false;
                    return Err(error);
                }
            }
        }
        Err(CommitError::Contended {
            path: self.path.clone(),
        })
    }

    /// One try to commit, under the lock; `None` if the file changed before it could be replaced.
    ///
    /// What others did becomes the store's state only when it is handed out: a failed try must not
    /// hide it from the caller.
    fn attempt(&mut self, file: &Path, step: &Step) -> Result<Option<Committed>, CommitError> {
        let found = read::find(&*self.storage, file)?;
        if found.file != file {
            // Somebody put a link in its place.
            return Ok(None);
        }
        let taken_in = self.hash != Some(found.hash);
        let mut workspace = if taken_in {
            read::understand(&self.path, &found.bytes)?
        } else {
            self.workspace.clone()
        };
        let applied = match apply_step(&mut workspace, step) {
            Ok(applied) => applied,
            Err(refusal) => {
                self.know(found.hash, &workspace);
                let conflict = Conflict {
                    refusal,
                    workspace,
                    taken_in,
                };
                return Err(CommitError::Conflict(Box::new(conflict)));
            }
        };
        workspace.derive_missing_ids();
        let bytes = faithful(&workspace)?;
        let old = (&*found.bytes, found.hash);
        match replace::replace(&*self.storage, file, old, &bytes)? {
            Outcome::Changed => Ok(None),
            Outcome::Replaced {
                durability,
                attributes_kept,
            } => {
                self.know(read::hash(&bytes), &workspace);
                Ok(Some(Committed {
                    workspace,
                    applied,
                    taken_in,
                    durability,
                    attributes_kept,
                }))
            }
        }
    }

    /// The caller gets to know this version.
    fn know(&mut self, hash: Hash, workspace: &Workspace) {
        self.hash = Some(hash);
        self.workspace = workspace.clone();
        self.trouble = None;
    }

    /// What may be done with the file as it is now.
    fn access_to(&self, file: &Path) -> io::Result<Access> {
        if self.options.read_only {
            return Ok(Access::ReadOnly(ReadOnlyReason::Asked));
        }
        read::access(&*self.storage, file)
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
