//! Replacing a file so that it is the old or the new one at every instant, and whole.
//!
//! The order is the point (`store.md` §2): a temporary file in the same folder takes owner and mode
//! before anything is in it; it is written, read back and compared, because a write can report
//! success for less; it is synced, because a rename may reach the disk before the data does; the old
//! file is compared with what is expected and kept; only then the rename, and the folder's own sync.

use std::io;
use std::path::{Path, PathBuf};

use super::base::known_by;
use super::companions;
use super::error::{Doing, WriteError};
use super::read::{Hash, LIMIT, hash};
use super::storage::{NewFile, Stamp, Storage};

/// Whether what was written survives a power cut.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Durability {
    /// It does.
    Confirmed,
    /// The file has its new content for everybody who reads it, but syncing its folder failed for
    /// this reason. The next change writes and syncs anew, as does an empty step.
    NotYetConfirmed(String),
}

/// What came of replacing a file.
#[derive(Debug)]
pub(super) enum Outcome {
    /// It has the new content.
    Replaced {
        /// Whether that will stay.
        durability: Durability,
        /// Whether owner, group, mode and access list are the old ones.
        attributes_kept: bool,
        /// The new file, as it was before it got its name.
        stamp: Option<Stamp>,
    },
    /// Somebody else changed it meanwhile; nothing was replaced.
    Changed,
}

/// Replaces `file`, whose content had the hash `old`, by `new`.
pub(super) fn replace(
    storage: &dyn Storage,
    file: &Path,
    old: Hash,
    new: &[u8],
) -> Result<Outcome, WriteError> {
    let (temporary, attributes_kept) = write(storage, file, new, Some(file))?;
    let stamp = storage.attributes(&temporary.path).ok().map(|it| it.stamp);
    let compare = |source| WriteError::io(Doing::Compare, file, source);
    let before = storage.attributes(file).map_err(compare)?.stamp;
    let now = storage.read(file, LIMIT).map_err(compare)?;
    if hash(&now) != old {
        return Ok(Outcome::Changed);
    }
    keep(storage, file, &now)?;
    drop(now);
    // Keeping it took a moment, in which somebody may have come.
    let after = storage.attributes(file).map_err(compare)?.stamp;
    if known_by(&before) != known_by(&after) {
        return Ok(Outcome::Changed);
    }
    if let Err(source) = temporary.rename(file) {
        // Over a network a rename can be done and its answer lost.
        let done = storage.read(file, LIMIT).is_ok_and(|now| now == new);
        if !done {
            return Err(WriteError::io(Doing::Replace, file, source));
        }
    }
    Ok(Outcome::Replaced {
        durability: confirm(storage, file),
        attributes_kept,
        stamp,
    })
}

/// Makes a file that was not there; `None` if something has its name.
pub(super) fn create(
    storage: &dyn Storage,
    file: &Path,
    bytes: &[u8],
) -> Result<Option<Durability>, WriteError> {
    let (temporary, _) = write(storage, file, bytes, None)?;
    match temporary.rename_new(file) {
        Ok(()) => Ok(Some(confirm(storage, file))),
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => Ok(None),
        Err(source) => Err(WriteError::io(Doing::Create, file, source)),
    }
}

/// Removes temporary files that a crash left behind. Only under the lock: whoever holds it is the
/// only one who writes one (but for a new lock file, which is simply tried again). What cannot be
/// removed does no harm.
pub(super) fn sweep(storage: &dyn Storage, file: &Path) {
    for name in storage.list(companions::folder(file)).unwrap_or_default() {
        if companions::is_temporary(file, &name) {
            let _ = storage.remove(&file.with_file_name(name));
        }
    }
}

/// Writes a temporary file: its content is on the disk, and its name still says nothing to anybody.
pub(super) fn write<'a>(
    storage: &'a dyn Storage,
    file: &Path,
    bytes: &[u8],
    model: Option<&Path>,
) -> Result<(Temporary<'a>, bool), WriteError> {
    let (temporary, mut made) = Temporary::create(storage, file)
        .map_err(|source| WriteError::io(Doing::Begin, file, source))?;
    let at = |doing| {
        let path = temporary.path.clone();
        move |source| WriteError::Io {
            doing,
            path,
            source,
        }
    };
    let kept = model.map_or(Ok(true), |model| made.take_after(model));
    let kept = kept.map_err(at(Doing::TakeAfter))?;
    made.write_all(bytes).map_err(at(Doing::Write))?;
    let back = storage
        .read(&temporary.path, LIMIT)
        .map_err(at(Doing::ReadBack))?;
    if back != bytes {
        let differs = format!(
            "{} bytes were written, {} or others came back",
            bytes.len(),
            back.len()
        );
        return Err(at(Doing::ReadBack)(io::Error::other(differs)));
    }
    made.sync().map_err(at(Doing::Sync))?;
    Ok((temporary, kept))
}

/// Keeps the old content as `.bak`: under a second name, or as a copy where that is not permitted.
pub(super) fn keep(storage: &dyn Storage, file: &Path, old: &[u8]) -> Result<(), WriteError> {
    let backup = companions::backup(file);
    let at = |source| WriteError::io(Doing::Keep, &backup, source);
    // Left by a try that failed after this: renaming a file over itself would do nothing.
    if let (Ok(kept), Ok(file)) = (storage.attributes(&backup), storage.attributes(file))
        && kept.stamp.same_file(&file.stamp)
    {
        return Ok(());
    }
    let second = Temporary::of(storage, file);
    if storage.link(file, &second.path).is_ok() {
        return second.rename(&backup).map_err(at);
    }
    drop(second);
    let (copy, _) = write(storage, file, old, Some(file))?;
    copy.rename(&backup).map_err(at)
}

/// Files up to this size are copied where a second name would do but for programs that write in place.
const COPIED: u64 = 4 << 20;

/// Keeps a file that was not replaced yet, if nothing is kept.
pub(super) fn keep_first(storage: &dyn Storage, file: &Path) -> Result<(), WriteError> {
    let backup = companions::backup(file);
    if storage.attributes(&backup).is_ok() {
        return Ok(());
    }
    let at = |source| WriteError::io(Doing::Keep, &backup, source);
    if storage.attributes(file).map_err(at)?.stamp.size > COPIED {
        return storage.link(file, &backup).map_err(at);
    }
    let bytes = storage.read(file, LIMIT).map_err(at)?;
    let (copy, _) = write(storage, file, &bytes, Some(file))?;
    copy.rename_new(&backup).map_err(at)
}

/// Makes the new name survive a power cut.
fn confirm(storage: &dyn Storage, file: &Path) -> Durability {
    match storage.sync_folder(companions::folder(file)) {
        Ok(()) => Durability::Confirmed,
        Err(error) => Durability::NotYetConfirmed(error.to_string()),
    }
}

/// A temporary file, removed again unless it gets its name.
pub(super) struct Temporary<'a> {
    storage: &'a dyn Storage,
    path: PathBuf,
    named: bool,
}

impl<'a> Temporary<'a> {
    /// A name for a temporary file of `file`.
    fn of(storage: &'a dyn Storage, file: &Path) -> Self {
        Self {
            storage,
            path: companions::temporary(file),
            named: false,
        }
    }

    /// An empty temporary file of `file`.
    pub(super) fn create(
        storage: &'a dyn Storage,
        file: &Path,
    ) -> io::Result<(Self, Box<dyn NewFile>)> {
        let path = companions::temporary(file);
        let made = storage.create_new(&path)?;
        Ok((
            Self {
                storage,
                path,
                named: false,
            },
            made,
        ))
    }

    /// Takes the place of what is called `name`.
    pub(super) fn rename(mut self, name: &Path) -> io::Result<()> {
        self.storage.rename(&self.path, name)?;
        self.named = true;
        Ok(())
    }

    /// Gets a name that nothing has.
    pub(super) fn rename_new(mut self, name: &Path) -> io::Result<()> {
        self.storage.rename_new(&self.path, name)?;
        self.named = true;
        Ok(())
    }
}

impl Drop for Temporary<'_> {
    fn drop(&mut self) {
        if !self.named {
            // Nothing depends on it, and the next change sweeps what is left.
            let _ = self.storage.remove(&self.path);
        }
    }
}
