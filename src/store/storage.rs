//! The few operations that touch files, behind one trait.
//!
//! Everything above is written against [`Storage`], so that tests can let any single call fail, and
//! a model can keep unsynced data apart. Each method is one thing that the operating system does or
//! fails to do; the order in which they are called, where all the care lies, is not in here.

use std::ffi::OsString;
use std::fmt;
use std::io;
use std::path::{Path, PathBuf};

/// The files of a machine, or a model of them.
pub trait Storage: Send + Sync {
    /// The file that a path leads to in the end: absolute, symbolic links followed.
    fn resolve(&self, path: &Path) -> io::Result<PathBuf>;

    /// What is known of a file without reading it.
    fn attributes(&self, path: &Path) -> io::Result<Attributes>;

    /// Fails as a write to the file or folder would, without writing.
    fn may_write(&self, path: &Path) -> io::Result<()>;

    /// A file's bytes; [`io::ErrorKind::FileTooLarge`] if there are more than `limit`.
    fn read(&self, path: &Path, limit: u64) -> io::Result<Vec<u8>>;

    /// A file that was not there before, for its owner only (0600) until it takes after another.
    fn create_new(&self, path: &Path) -> io::Result<Box<dyn NewFile>>;

    /// A second name for a file.
    fn link(&self, path: &Path, second: &Path) -> io::Result<()>;

    /// Gives a file another name in one instant, replacing what had that name.
    fn rename(&self, from: &Path, to: &Path) -> io::Result<()>;

    /// Gives a file another name; [`io::ErrorKind::AlreadyExists`] if something has it.
    fn rename_new(&self, from: &Path, to: &Path) -> io::Result<()>;

    /// Takes a file's name away.
    fn remove(&self, path: &Path) -> io::Result<()>;

    /// The names in a folder.
    fn list(&self, folder: &Path) -> io::Result<Vec<OsString>>;

    /// Makes what was named, renamed and removed in a folder survive a power cut.
    fn sync_folder(&self, folder: &Path) -> io::Result<()>;

    /// Takes the lock that a file stands for, if it is free.
    fn try_lock(&self, path: &Path) -> io::Result<TryLock>;

    /// Opens a file to read parts of it: always of the same one, whatever gets its name meanwhile.
    fn open(&self, path: &Path) -> io::Result<Box<dyn ReadFile>>;

    /// Opens a file that is there to append to it. A link is not followed.
    fn append_to(&self, path: &Path) -> io::Result<Box<dyn AppendFile>>;

    /// Shows others that the file is in use, as long as the hold lives; `None` where that is not
    /// known or not possible.
    fn hold(&self, path: &Path) -> Option<Box<dyn Hold>>;
}

/// A file that is read in parts.
pub trait ReadFile: Send {
    /// Which file it is, and how long.
    fn stamp(&self) -> io::Result<Stamp>;

    /// Up to `length` bytes from `offset` on; fewer only at the end.
    fn read_at(&self, offset: u64, length: usize) -> io::Result<Vec<u8>>;
}

/// A file that is appended to.
pub trait AppendFile: Send {
    /// Which file it is, and how long.
    fn stamp(&self) -> io::Result<Stamp>;

    /// Appends all bytes.
    fn append(&mut self, bytes: &[u8]) -> io::Result<()>;

    /// Makes the content survive a power cut. If this fails what was appended is worth nothing.
    fn sync_data(&mut self) -> io::Result<()>;

    /// Cuts the file off.
    fn truncate(&mut self, size: u64) -> io::Result<()>;
}

/// A file that is shown to be in use.
pub trait Hold: Send {
    /// Gives the hold up; whether nobody else holds the file. Of several who ask at once at least
    /// one is told so.
    fn release(self: Box<Self>) -> bool;
}

/// A file that is being made. It is closed when dropped.
pub trait NewFile: Send {
    /// Takes owner, group, mode, access list and user attributes from `model`, as far as permitted;
    /// `false` where not all could be kept. Nobody gets more access than the model gives.
    fn take_after(&mut self, model: &Path) -> io::Result<bool>;

    /// Appends all bytes.
    fn write_all(&mut self, bytes: &[u8]) -> io::Result<()>;

    /// Makes the content survive a power cut. If this fails the file is worth nothing: the system
    /// may have dropped the data, and a second call would then report success for it.
    fn sync(&mut self) -> io::Result<()>;
}

/// What is known of a file without reading it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Attributes {
    /// What it is.
    pub kind: FileKind,
    /// The permission bits.
    pub mode: u32,
    /// The owner.
    pub uid: u32,
    /// The group.
    pub gid: u32,
    /// How many names it has.
    pub links: u64,
    /// What changes when the file does.
    pub stamp: Stamp,
    /// Changed so recently that a further change may leave the same stamp: file times advance in
    /// steps of some milliseconds.
    pub fresh: bool,
}

/// What stands under a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileKind {
    /// A file with content.
    Regular,
    /// A folder.
    Folder,
    /// A device, a pipe, a socket.
    Other,
}

/// What changes when a file does: a cheap sign to look closer, never a proof.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stamp {
    /// The device.
    pub device: u64,
    /// The file's number on it.
    pub inode: u64,
    /// The size in bytes.
    pub size: u64,
    /// When the content changed, in seconds and nanoseconds.
    pub modified: (i64, i64),
    /// When anything about it changed, in seconds and nanoseconds.
    pub changed: (i64, i64),
}

impl Stamp {
    /// Whether both are of one file, whatever happened to it.
    pub fn same_file(&self, other: &Self) -> bool {
        (self.device, self.inode) == (other.device, other.inode)
    }
}

/// What came of trying a lock.
#[derive(Debug)]
pub enum TryLock {
    /// It is held until the guard is dropped, or the process ends in whatever way.
    Held(Guard),
    /// Somebody else has it.
    Busy,
    /// The lock file is not there.
    Missing,
    /// This file system knows no locks.
    Unsupported,
}

/// A held lock, given back when dropped.
pub struct Guard(#[expect(dead_code, reason = "held for its drop")] Box<dyn Send>);

impl Guard {
    /// A lock that lives as long as `held`.
    pub fn new(held: impl Send + 'static) -> Self {
        Self(Box::new(held))
    }
}

impl fmt::Debug for Guard {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Guard")
    }
}
