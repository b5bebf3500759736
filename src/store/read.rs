//! Finding and reading the workspace file. Nothing here writes.

use std::io;
use std::path::{Path, PathBuf};

use sha2::{Digest as _, Sha256};

use super::companions;
use super::error::OpenError;
use super::format;
use super::storage::{Attributes, FileKind, Storage};
use crate::domain::digest::Digest;
use crate::domain::finding::Fault;
use crate::domain::workspace::Workspace;

/// The largest file that is read, so that a wrong name cannot take all memory: far beyond a million
/// records.
pub(super) const LIMIT: u64 = 1 << 30;

/// The SHA-256 of a file's bytes.
pub(super) type Hash = Digest;

/// The hash of these bytes.
pub(super) fn hash(bytes: &[u8]) -> Hash {
    Digest::new(Sha256::digest(bytes).into())
}

/// A file as it was found.
pub(super) struct Found {
    /// Where it lies, links followed.
    pub(super) file: PathBuf,
    /// Its attributes just before it was read: what changes later has another stamp.
    pub(super) attributes: Attributes,
    /// Its content.
    pub(super) bytes: Vec<u8>,
    /// The content's hash.
    pub(super) hash: Hash,
}

/// Where a path leads, and what lies there; refuses what is no file before it is opened, since a
/// pipe would be waited for.
pub(super) fn look(storage: &dyn Storage, path: &Path) -> Result<(PathBuf, Attributes), OpenError> {
    let found = storage.resolve(path).and_then(|file| {
        storage
            .attributes(&file)
            .map(|attributes| (file, attributes))
    });
    let (file, attributes) = found.map_err(|source| unreadable(path, source))?;
    let path = path.to_owned();
    match attributes.kind {
        FileKind::Folder => Err(OpenError::Folder { path }),
        FileKind::Other => Err(OpenError::NotAFile { path }),
        FileKind::Regular if attributes.stamp.size > LIMIT => Err(OpenError::TooLarge { path }),
        FileKind::Regular => Ok((file, attributes)),
    }
}

/// Reads what a path leads to.
pub(super) fn find(storage: &dyn Storage, path: &Path) -> Result<Found, OpenError> {
    let (file, attributes) = look(storage, path)?;
    let bytes = storage
        .read(&file, LIMIT)
        .map_err(|source| unreadable(path, source))?;
    let hash = hash(&bytes);
    Ok(Found {
        file,
        attributes,
        bytes,
        hash,
    })
}

/// The workspace in a file, or its faults and what can be read in spite of them.
pub(super) fn understand(path: &Path, bytes: &[u8]) -> Result<Workspace, OpenError> {
    format::read(bytes).map_err(|faults| OpenError::Faulty {
        path: path.to_owned(),
        faults,
        salvaged: format::read_leniently(bytes).map(Box::new),
    })
}

fn unreadable(path: &Path, source: io::Error) -> OpenError {
    let path = path.to_owned();
    match source.kind() {
        io::ErrorKind::NotFound => OpenError::Missing { path },
        io::ErrorKind::FileTooLarge => OpenError::TooLarge { path },
        _ => OpenError::Unreadable { path, source },
    }
}

/// What may be done with an open workspace.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Access {
    /// Read and changed.
    ReadWrite,
    /// Only read, and why.
    ReadOnly(ReadOnlyReason),
}

/// Why a workspace is only read.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ReadOnlyReason {
    /// Whoever opened it wanted it so.
    #[error("it was opened to be read only")]
    Asked,
    /// Nothing is ever written over what was not understood.
    #[error("the file has faults")]
    Faults(Vec<Fault>),
    /// The file may not be written.
    #[error("you have no write permission for the file")]
    File,
    /// The folder may not be written: a change replaces the file, which is a change of its folder.
    #[error("you have no write permission for its folder")]
    Folder,
    /// Its journal may not be written, and no change is made without.
    #[error("you have no write permission for its journal or lock")]
    Companion,
    /// Nothing can be written there by anybody.
    #[error("it lies on a read-only medium")]
    Medium,
    /// Nobody could be kept from writing at the same moment.
    #[error("its file system knows no locks")]
    NoLocks,
    /// The journal is damaged, or does not fit the file. Nothing is appended to it until somebody has
    /// looked.
    #[error("its journal cannot be gone on with: {0}")]
    Journal(String),
}

impl ReadOnlyReason {
    /// What to do about it.
    pub fn hint(&self) -> &'static str {
        match self {
            Self::Asked => "Open it again without asking for that",
            Self::Faults(_) => "Mend the faults; the file is read again when it changes",
            Self::File | Self::Folder => {
                "Ask its owner for write permission, or work on a copy of it elsewhere"
            }
            Self::Companion => {
                "Ask the owner of the files beside it for write permission, or work on a copy of it elsewhere"
            }
            Self::Medium | Self::NoLocks => "Work on a copy of it elsewhere",
            Self::Journal(_) => {
                "Nothing was changed. “scrutineer verify” says more. To go on with the file as it stands, move its journal (.journal.jsonl) to another folder and open it again"
            }
        }
    }
}

/// What the system would let us do with the file, found out without writing.
pub(super) fn access(storage: &dyn Storage, file: &Path) -> io::Result<Access> {
    let (journal, lock) = (companions::journal(file), companions::lock(file));
    for (path, reason) in [
        (file, ReadOnlyReason::File),
        (companions::folder(file), ReadOnlyReason::Folder),
        (&journal, ReadOnlyReason::Companion),
        (&lock, ReadOnlyReason::Companion),
    ] {
        let is_companion = reason == ReadOnlyReason::Companion;
        match storage
            .may_write(path)
            .map_err(|error| (error.kind(), error))
        {
            Ok(()) => {}
            Err((io::ErrorKind::NotFound, _)) if is_companion => {}
            Err((io::ErrorKind::PermissionDenied, _)) => return Ok(Access::ReadOnly(reason)),
            Err((io::ErrorKind::ReadOnlyFilesystem, _)) => {
                return Ok(Access::ReadOnly(ReadOnlyReason::Medium));
            }
            Err((_, error)) => return Err(error),
        }
    }
    Ok(Access::ReadWrite)
}
