//! Snapshots: the file is written anew, so that it holds what the journal holds (`store.md` §2).
//!
//! It happens off anybody's way: the state is taken at one instant and costs nothing, others append
//! meanwhile, and only two entries and two short locks are needed. First an entry announces the hash
//! of the bytes to come, then the file is replaced, then an entry says that it was. So whoever opens
//! it at any instant knows where in the journal the file belongs.

use std::time::Duration;

use super::base::known_by;
use super::error::{CommitError, Doing, WriteError};
use super::history::History;
use super::identity::Identity;
use super::journal::{self, End, Site, Writer};
use super::lock::{self, Which};
use super::read::{Hash, LIMIT, hash};
use super::replace::{Durability, Outcome, replace};
use super::storage::Stamp;
use super::{Bounds, Store, faithful};
use crate::domain::digest::Digest;
use crate::domain::entry::What;
use crate::domain::workspace::Workspace;

/// How often others may come in between before a snapshot is left to them.
const ATTEMPTS: usize = 8;

/// A file that was written anew.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Snapshot {
    /// Whether it survives a power cut. Where not, the journal still holds everything.
    pub durability: Durability,
    /// Whether owner, group, mode and access list are as before. Where not, fewer people may read
    /// the file than before, never more.
    pub attributes_kept: bool,
}

/// A snapshot to be made, on whatever thread: it holds the state of the moment at which it was asked
/// for.
pub struct Snapshotting {
    site: Site,
    identity: Identity,
    workspace: Workspace,
    /// The entry whose state that is.
    holds: Digest,
    /// By what the journal with that entry is known.
    journal: Stamp,
    /// What the file must still be.
    expected: Hash,
    /// By what that is known without reading it.
    seen: Option<Stamp>,
    bounds: Bounds,
    patience: Duration,
}

impl Store {
    /// Whether the journal holds changes that the file lacks.
    pub fn unsnapshotted(&self) -> bool {
        self.base.lags()
    }

    /// Whether the file lags so far behind that a snapshot is due, however busy anybody is.
    pub fn wants_snapshot(&self) -> bool {
        self.base.lags() && self.base.edits_behind() >= self.bounds.edits_behind
    }

    /// Writes the file anew, on this thread; `None` where it is up to date, or somebody else does so.
    pub fn snapshot(&mut self) -> Result<Option<Snapshot>, CommitError> {
        for _ in 0..ATTEMPTS {
            let Some(work) = self.snapshotting()? else {
                return Ok(None);
            };
            let done = work.run()?;
            // Our own entries are read like anybody's, and the file is known by them.
            self.look().map_err(|(_, error)| error)?;
            if done.is_some() {
                return Ok(done);
            }
        }
        Err(CommitError::Contended {
            path: self.path.clone(),
        })
    }

    /// What it takes to write the file anew, for another thread; `None` where it is up to date.
    pub fn snapshotting(&mut self) -> Result<Option<Snapshotting>, CommitError> {
        if let super::Access::ReadOnly(_) = self.access {
            return Ok(None);
        }
        self.look().map_err(|(_, error)| error)?;
        if !self.base.lags() {
            return Ok(None);
        }
        if self.held.is_some() {
            let _guard = lock::acquire(&self.site, Which::Entries, self.patience)?;
            self.catch_up()?;
            let site = self.site.clone();
            if let (Some(mut writer), Some(end)) = (Writer::open(&site)?, &self.end) {
                writer.set_torn_aside(end)?;
                self.write_held(&mut writer)?;
            }
        }
        let Some(end) = &self.end else {
            return Ok(None);
        };
        Ok(Some(Snapshotting {
            site: self.site.clone(),
            identity: self.identity.clone(),
            workspace: self.journaled.clone(),
            holds: end.hash,
            journal: end.stamp,
            expected: self.base.file,
            seen: self.seen.as_ref().map(|(_, stamp)| *stamp),
            bounds: self.bounds,
            patience: self.patience,
        }))
    }

    /// For a command on its way out: writes the file anew where nobody else will do so, or it lags
    /// far behind. `None` where there was nothing to do.
    pub fn leave(&mut self) -> Result<Option<Snapshot>, CommitError> {
        let is_alone = self.hold.take().is_none_or(|(_, hold)| hold.release());
        if is_alone || self.wants_snapshot() {
            self.snapshot()
        } else {
            Ok(None)
        }
    }
}

impl Snapshotting {
    /// Writes the file; `None` where another program changed it meanwhile: look, and try again.
    pub fn run(self) -> Result<Option<Snapshot>, CommitError> {
        let _snapshot = lock::acquire(&self.site, Which::Snapshot, self.patience)?;
        // Many may have waited for each other here, and whoever came first wrote for all: nothing is
        // announced that will not be done.
        if !self.is_as_expected()? {
            return Ok(None);
        }
        let bytes = faithful(&self.workspace)?;
        let file = hash(&bytes);
        let announced = What::Snapshot {
            file,
            holds: self.holds,
        };
        self.append(announced)?;
        let outcome = replace(&*self.site.storage, &self.site.file, self.expected, &bytes)?;
        let Outcome::Replaced {
            durability,
            attributes_kept,
            stamp,
        } = outcome
        else {
            return Ok(None);
        };
        if durability == Durability::Confirmed {
            self.conclude(file, stamp)?;
        }
        Ok(Some(Snapshot {
            durability,
            attributes_kept,
        }))
    }

    /// Whether the file is still the one to be replaced, and the journal the one that has the entry:
    /// whoever opens a new journal would not know which state that was.
    fn is_as_expected(&self) -> Result<bool, WriteError> {
        let (storage, file) = (&*self.site.storage, &self.site.file);
        let journal = storage.attributes(&self.site.journal());
        if !journal.is_ok_and(|it| it.stamp.same_file(&self.journal)) {
            return Ok(false);
        }
        let compare = |source| WriteError::io(Doing::Compare, file, source);
        let stamp = storage.attributes(file).map_err(compare)?.stamp;
        if self
            .seen
            .as_ref()
            .is_some_and(|seen| known_by(seen) == known_by(&stamp))
        {
            return Ok(true);
        }
        let now = storage.read(file, LIMIT).map_err(compare)?;
        Ok(hash(&now) == self.expected)
    }

    /// Says that the file was written, and puts the journal aside where it has grown long.
    fn conclude(&self, file: Hash, stamp: Option<Stamp>) -> Result<(), CommitError> {
        let done = What::SnapshotDone {
            file,
            stamp: stamp.as_ref().map(known_by),
        };
        let end = self.append(done)?;
        if end.offset >= self.bounds.journal {
            // Where it does not work today the next snapshot tries again.
            let _ = self.rotate(file);
        }
        Ok(())
    }

    /// Appends an entry behind whatever is there.
    fn append(&self, what: What) -> Result<End, CommitError> {
        let _guard = lock::acquire(&self.site, Which::Entries, self.patience)?;
        let journal = self.site.journal();
        let gone = || CommitError::Gone {
            path: journal.clone(),
        };
        let mut end = self.end()?.ok_or_else(gone)?;
        let mut writer = Writer::open(&self.site)?.ok_or_else(gone)?;
        writer.set_torn_aside(&end)?;
        let mut entry = self.identity.entry(Some(&end), what);
        writer.append(&mut entry, &mut end)?;
        Ok(end)
    }

    /// Where the journal ends now.
    fn end(&self) -> Result<Option<End>, CommitError> {
        let mut history = History::open(&self.site)?;
        if let Some(newest) = history.next() {
            newest?;
        }
        Ok(history.end().cloned())
    }

    /// Puts the journal aside. The new one begins with the file that was just written, and with what
    /// was appended since its state.
    fn rotate(&self, file: Hash) -> Result<(), CommitError> {
        let _guard = lock::acquire(&self.site, Which::Entries, self.patience)?;
        let mut history = History::open(&self.site)?;
        let mut since = Vec::new();
        let mut is_newest = false;
        for entry in history.by_ref() {
            let entry = entry?;
            if entry.hash == self.holds {
                is_newest = true;
                break;
            }
            if let What::Outside { .. } = entry.what {
                // The file is another one by now; the next snapshot will do.
                return Ok(());
            }
            since.push(entry);
        }
        let Some(end) = history.end().filter(|_| is_newest) else {
            return Ok(());
        };
        let ahead = since.iter().rev().flat_map(|entry| entry.edits.clone());
        let ahead = ahead.collect();
        let mut first = self.identity.entry(Some(end), What::Opened { file, ahead });
        let torn = Writer::open(&self.site)?.map(|mut writer| writer.set_torn_aside(end));
        torn.transpose()?;
        journal::rotate(&self.site, &mut first).map_err(|error| match error {
            WriteError::Io {
                doing: Doing::Begin,
                path,
                source,
            } => WriteError::Io {
                doing: Doing::Rotate,
                path,
                source,
            },
            error => error,
        })?;
        Ok(())
    }
}
