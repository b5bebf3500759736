//! The real files, with somebody at every call who may let it fail.

use std::ffi::OsString;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};

use rustix::io::Errno;

use crate::store::Disk;
use crate::store::storage::{
    AppendFile, Attributes, Hold, NewFile, ReadFile, Stamp, Storage, TryLock,
};

/// What shall become of a call.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Fate {
    /// It is done.
    Go,
    /// It is not done, and says so.
    Fail(Errno),
    /// It is done, and says that it was not.
    DoneButFail(Errno),
    /// It is done by half, and says that all was well; a look at a file leaves out the times.
    Half,
}

type Hook = Box<dyn FnMut(&'static str, usize) -> Fate + Send>;

/// Storage that asks a hook before every call: its name, and the how manieth it is.
#[derive(Clone)]
pub(super) struct Watched(Arc<Mutex<State>>);

struct State {
    calls: Vec<&'static str>,
    hook: Hook,
}

impl Watched {
    pub(super) fn new() -> Self {
        let hook: Hook = Box::new(|_, _| Fate::Go);
        Self(Arc::new(Mutex::new(State {
            calls: Vec::new(),
            hook,
        })))
    }

    /// Counts from here on, and asks this hook.
    pub(super) fn watch(&self, hook: impl FnMut(&'static str, usize) -> Fate + Send + 'static) {
        let mut state = self.0.lock().unwrap();
        *state = State {
            calls: Vec::new(),
            hook: Box::new(hook),
        };
    }

    /// Lets the n-th call from here on fail, counted from 1.
    pub(super) fn fail_at(&self, n: usize, error: Errno) {
        self.watch(move |_, call| {
            if call == n {
                Fate::Fail(error)
            } else {
                Fate::Go
            }
        });
    }

    /// Lets all calls fail from the n-th on, as when a disk is gone.
    pub(super) fn fail_from(&self, n: usize, error: Errno) {
        self.watch(move |_, call| {
            if call >= n {
                Fate::Fail(error)
            } else {
                Fate::Go
            }
        });
    }

    /// Lets every call with this name have this fate.
    pub(super) fn fate_of(&self, name: &'static str, fate: Fate) {
        self.watch(move |call, _| if call == name { fate } else { Fate::Go });
    }

    /// The calls since the last hook was set, whose hook is gone now.
    pub(super) fn rest(&self) -> Vec<&'static str> {
        let mut state = self.0.lock().unwrap();
        state.hook = Box::new(|_, _| Fate::Go);
        std::mem::take(&mut state.calls)
    }

    fn fate(&self, name: &'static str) -> Fate {
        let mut state = self.0.lock().unwrap();
        state.calls.push(name);
        let n = state.calls.len();
        (state.hook)(name, n)
    }

    fn call<T>(&self, name: &'static str, call: impl FnOnce() -> io::Result<T>) -> io::Result<T> {
        match self.fate(name) {
            Fate::Go | Fate::Half => call(),
            Fate::Fail(error) => Err(error.into()),
            Fate::DoneButFail(error) => call().and(Err(error.into())),
        }
    }
}

impl Storage for Watched {
    fn resolve(&self, path: &Path) -> io::Result<PathBuf> {
        self.call("resolve", || Disk.resolve(path))
    }
    fn attributes(&self, path: &Path) -> io::Result<Attributes> {
        let fate = self.fate("attributes");
        if let Fate::Fail(error) | Fate::DoneButFail(error) = fate {
            return Err(error.into());
        }
        let mut found = Disk.attributes(path)?;
        if fate == Fate::Half {
            // As where times advance so slowly that two changes bear the same.
            found.stamp.modified = (0, 0);
            found.stamp.changed = (0, 0);
        }
        Ok(found)
    }
    fn may_write(&self, path: &Path) -> io::Result<()> {
        self.call("may_write", || Disk.may_write(path))
    }
    fn read(&self, path: &Path, limit: u64) -> io::Result<Vec<u8>> {
        self.call("read", || Disk.read(path, limit))
    }
    fn create_new(&self, path: &Path) -> io::Result<Box<dyn NewFile>> {
        let file = self.call("create_new", || Disk.create_new(path))?;
        Ok(Box::new(WatchedFile(file, self.clone())))
    }
    fn link(&self, path: &Path, second: &Path) -> io::Result<()> {
        self.call("link", || Disk.link(path, second))
    }
    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        self.call("rename", || Disk.rename(from, to))
    }
    fn rename_new(&self, from: &Path, to: &Path) -> io::Result<()> {
        self.call("rename_new", || Disk.rename_new(from, to))
    }
    fn remove(&self, path: &Path) -> io::Result<()> {
        self.call("remove", || Disk.remove(path))
    }
    fn list(&self, folder: &Path) -> io::Result<Vec<OsString>> {
        self.call("list", || Disk.list(folder))
    }
    fn sync_folder(&self, folder: &Path) -> io::Result<()> {
        self.call("sync_folder", || Disk.sync_folder(folder))
    }
    fn try_lock(&self, path: &Path) -> io::Result<TryLock> {
        match self.call("try_lock", || Disk.try_lock(path)) {
            Err(error) if Errno::from_io_error(&error) == Some(Errno::NOLCK) => {
                Ok(TryLock::Unsupported)
            }
            tried => tried,
        }
    }
    fn open(&self, path: &Path) -> io::Result<Box<dyn ReadFile>> {
        self.call("open", || Disk.open(path))
    }
    fn append_to(&self, path: &Path) -> io::Result<Box<dyn AppendFile>> {
        let file = self.call("append_to", || Disk.append_to(path))?;
        Ok(Box::new(WatchedEnd(file, self.clone())))
    }
    fn hold(&self, path: &Path) -> Option<Box<dyn Hold>> {
        Disk.hold(path)
    }
}

struct WatchedEnd(Box<dyn AppendFile>, Watched);

impl AppendFile for WatchedEnd {
    fn stamp(&self) -> io::Result<Stamp> {
        self.0.stamp()
    }
    fn append(&mut self, bytes: &[u8]) -> io::Result<()> {
        match self.1.fate("append") {
            Fate::Go => self.0.append(bytes),
            Fate::Half => self.0.append(&bytes[..bytes.len() / 2]),
            // A failing write may have written something.
            Fate::Fail(error) | Fate::DoneButFail(error) => {
                self.0.append(&bytes[..bytes.len() / 2])?;
                Err(error.into())
            }
        }
    }
    fn sync_data(&mut self) -> io::Result<()> {
        self.1.clone().call("sync_data", || self.0.sync_data())
    }
    fn truncate(&mut self, size: u64) -> io::Result<()> {
        self.1.clone().call("truncate", || self.0.truncate(size))
    }
}

struct WatchedFile(Box<dyn NewFile>, Watched);

impl NewFile for WatchedFile {
    fn take_after(&mut self, model: &Path) -> io::Result<bool> {
        self.1
            .clone()
            .call("take_after", || self.0.take_after(model))
    }
    fn write_all(&mut self, bytes: &[u8]) -> io::Result<()> {
        match self.1.fate("write_all") {
            Fate::Go => self.0.write_all(bytes),
            Fate::Half => self.0.write_all(&bytes[..bytes.len() / 2]),
            // A failing write may have written something.
            Fate::Fail(error) | Fate::DoneButFail(error) => {
                self.0.write_all(&bytes[..bytes.len() / 2])?;
                Err(error.into())
            }
        }
    }
    fn sync(&mut self) -> io::Result<()> {
        self.1.clone().call("sync", || self.0.sync())
    }
}
