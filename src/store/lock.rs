//! The lock beside a workspace: held for milliseconds, around one change.
//!
//! Whoever holds it is the only one who appends to the journal. Where a file system knows no locks
//! nothing is changed. The lock is a file of its own because a lock on the workspace file would go
//! with its inode at the rename; it is never removed, since another process may be waiting on it. A
//! second one like it is held around a snapshot, which takes longer than an entry.

use std::io;
use std::path::Path;
use std::time::{Duration, Instant};

use super::companions;
use super::error::{CommitError, Doing, WriteError};
use super::journal::Site;
use super::read::ReadOnlyReason;
use super::replace::Temporary;
use super::storage::{Guard, Stamp, Storage, TryLock};

/// How long somebody may wait for a lock that others hold for milliseconds. It counts from the last
/// time that somebody got on with it: among many who wait, chance decides whose turn it is.
pub(super) const PATIENCE: Duration = Duration::from_secs(2);
/// So many times that long is the most that anybody waits, whoever else gets on.
const TURNS: u32 = 30;
/// The shortest and the longest pause between two tries.
const PAUSES: (Duration, Duration) = (Duration::from_millis(1), Duration::from_millis(8));

/// What a lock is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Which {
    /// Appending to the journal.
    Entries,
    /// Rewriting the file.
    Snapshot,
}

/// Takes a lock of the workspace `file`, making the lock file if it is the first.
pub(super) fn acquire(site: &Site, which: Which, patience: Duration) -> Result<Guard, CommitError> {
    let (storage, file) = (&*site.storage, &*site.file);
    let lock = match which {
        Which::Entries => companions::lock(file),
        Which::Snapshot => companions::snapshot_lock(file),
    };
    let began = Instant::now();
    let mut progress = (began, journal_stamp(site));
    let mut pause = PAUSES.0;
    loop {
        match storage.try_lock(&lock) {
            Ok(TryLock::Held(guard)) => return Ok(guard),
            Ok(TryLock::Unsupported) => {
                return Err(CommitError::ReadOnly(ReadOnlyReason::NoLocks));
            }
            Ok(TryLock::Missing) => {
                make(storage, file, &lock)?;
                continue;
            }
            Ok(TryLock::Busy) => {}
            Err(source) => return Err(WriteError::io(Doing::Lock, &lock, source).into()),
        }
        if progress.0.elapsed() >= patience {
            let now = journal_stamp(site);
            let is_over = began.elapsed() >= patience.saturating_mul(TURNS);
            if is_over || now == progress.1 {
                return Err(CommitError::Locked { lock, patience });
            }
            progress = (Instant::now(), now);
        }
        std::thread::sleep(pause);
        pause = (pause * 2).min(PAUSES.1);
    }
}

/// What changes whenever somebody who holds a lock gets on.
fn journal_stamp(site: &Site) -> Option<Stamp> {
    let journal = site.storage.attributes(&site.journal());
    journal.ok().map(|it| it.stamp)
}

/// Makes the lock file. It gets its attributes before its name, so that a colleague never meets one
/// that only we may open.
fn make(storage: &dyn Storage, file: &Path, lock: &Path) -> Result<(), WriteError> {
    let at_lock = |source| WriteError::io(Doing::Lock, lock, source);
    let (temporary, mut made) = Temporary::create(storage, file).map_err(at_lock)?;
    made.take_after(file).map_err(at_lock)?;
    drop(made);
    match temporary
        .rename_new(lock)
        .map_err(|error| (error.kind(), error))
    {
        // Somebody else made it first, or swept ours having done so: either way it is there.
        Ok(()) | Err((io::ErrorKind::AlreadyExists | io::ErrorKind::NotFound, _)) => Ok(()),
        Err((_, source)) => Err(at_lock(source)),
    }
}
