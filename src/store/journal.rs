//! The journal beside a workspace: lines that are only ever appended (`store.md` §2).
//!
//! Appending happens under the lock and is one write and one sync, whatever the workspace's size. An
//! entry whose sync failed is cut off again, since nobody knows what the disk has of it.

mod backward;
mod line;
mod rotate;

use std::io;
use std::path::PathBuf;
use std::sync::Arc;

pub(super) use backward::Backward;
pub(super) use line::{LineFault, decode, encode};
pub(super) use rotate::{archives, rotate};

use super::companions;
use super::error::{Doing, WriteError};
use super::replace::Temporary;
use super::storage::{AppendFile, Stamp, Storage};
use crate::domain::digest::Digest;
use crate::domain::entry::Entry;

/// A workspace file in its storage, with everything beside it.
#[derive(Clone)]
pub(super) struct Site {
    pub(super) storage: Arc<dyn Storage>,
    /// The workspace file, links followed.
    pub(super) file: PathBuf,
}

impl Site {
    /// Where the journal lies.
    pub(super) fn journal(&self) -> PathBuf {
        companions::journal(&self.file)
    }
}

/// The end of the journal, as far as somebody read it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct End {
    /// The file, as it was just before it was read.
    pub(super) stamp: Stamp,
    /// Where its last whole entry ends.
    pub(super) offset: u64,
    /// That entry's number.
    pub(super) seq: u64,
    /// That entry's hash.
    pub(super) hash: Digest,
}

/// The journal, open to append to it, under the lock.
pub(super) struct Writer<'a> {
    site: &'a Site,
    file: Box<dyn AppendFile>,
}

impl<'a> Writer<'a> {
    /// Opens the journal by its path; `None` if there is none.
    pub(super) fn open(site: &'a Site) -> Result<Option<Self>, WriteError> {
        let path = site.journal();
        match site.storage.append_to(&path) {
            Ok(file) => Ok(Some(Self { site, file })),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
            Err(source) => Err(WriteError::io(Doing::Append, &path, source)),
        }
    }

    /// Appends an entry, gives it its hash, and makes it permanent; `end` is then behind it.
    pub(super) fn append(&mut self, entry: &mut Entry, end: &mut End) -> Result<(), WriteError> {
        let path = self.site.journal();
        let at = |doing| {
            let path = path.clone();
            move |source| WriteError::Io {
                doing,
                path,
                source,
            }
        };
        let line = encode(entry).map_err(|error| WriteError::Unfaithful {
            reason: error.to_string(),
        })?;
        let written = (self.file.append(&line).map_err(at(Doing::Append)))
            .and_then(|()| self.file.sync_data().map_err(at(Doing::SyncJournal)));
        if let Err(error) = written {
            // Where this fails too the line stays, unsaid: see `Store::doubtful`.
            let _ = self.file.truncate(end.offset);
            return Err(error);
        }
        end.offset += line.len() as u64;
        end.seq = entry.seq;
        end.hash = entry.hash;
        if let Ok(stamp) = self.file.stamp() {
            end.stamp = stamp;
        }
        Ok(())
    }

    /// Sets aside what a crash left behind the last whole entry; where to, if there was anything.
    pub(super) fn set_torn_aside(&mut self, end: &End) -> Result<Option<PathBuf>, WriteError> {
        let path = self.site.journal();
        let at = |source| WriteError::io(Doing::SetAside, &path, source);
        let size = self.file.stamp().map_err(at)?.size;
        let Some(torn) = size.checked_sub(end.offset).filter(|torn| *torn > 0) else {
            return Ok(None);
        };
        let length = usize::try_from(torn).unwrap_or(usize::MAX);
        let storage = &*self.site.storage;
        let bytes = storage
            .open(&path)
            .and_then(|file| file.read_at(end.offset, length))
            .map_err(at)?;
        let aside = companions::torn(&self.site.file);
        keep_torn(self.site, &bytes, &aside).map_err(at)?;
        self.file.truncate(end.offset).map_err(at)?;
        Ok(Some(aside))
    }
}

fn keep_torn(site: &Site, bytes: &[u8], aside: &std::path::Path) -> io::Result<()> {
    let (temporary, mut made) = Temporary::create(&*site.storage, &site.file)?;
    made.take_after(&site.file)?;
    made.write_all(bytes)?;
    drop(made);
    temporary.rename(aside)
}

/// Begins the journal with its first entry; the end is then behind it.
pub(super) fn begin(site: &Site, entry: &mut Entry) -> Result<End, WriteError> {
    let path = site.journal();
    let temporary = write_first(site, entry)?;
    temporary
        .rename_new(&path)
        .map_err(|source| WriteError::io(Doing::Begin, &path, source))?;
    let at = |source| WriteError::io(Doing::SyncJournal, &path, source);
    let stamp = site.storage.attributes(&path).map_err(at)?.stamp;
    Ok(End {
        offset: stamp.size,
        stamp,
        seq: entry.seq,
        hash: entry.hash,
    })
}

/// A temporary file that holds one entry, permanent but for its name.
fn write_first<'a>(site: &'a Site, entry: &mut Entry) -> Result<Temporary<'a>, WriteError> {
    let line = encode(entry).map_err(|error| WriteError::Unfaithful {
        reason: error.to_string(),
    })?;
    super::replace::write(&*site.storage, &site.file, &line, Some(&site.file))
        .map(|(temporary, _)| temporary)
}
