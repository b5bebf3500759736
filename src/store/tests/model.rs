//! Files that exist in memory only, and lose at a crash what was not synced.
//!
//! What a file holds, and which names there are, is kept twice: as every program sees it, and as the
//! disk has it. Between the two stand the writes and renames that nobody synced. A crash may leave any
//! subset of them: a rename without the data, a later write without an earlier one, half a write, or
//! a longer file with zeros where the data should be.

use std::collections::{BTreeMap, HashSet};
use std::ffi::OsString;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard};

use crate::store::storage::{
    AppendFile, Attributes, FileKind, Guard, Hold, NewFile, ReadFile, Stamp, Storage, TryLock,
};

/// The only folder.
pub(super) const FOLDER: &str = "/desk";

/// A machine with one folder.
#[derive(Clone, Default)]
pub(super) struct Model(Arc<Mutex<Machine>>);

#[derive(Default)]
struct Machine {
    files: Vec<File>,
    names: BTreeMap<PathBuf, usize>,
    /// Names as the disk has them, and what was done to them since.
    synced_names: BTreeMap<PathBuf, usize>,
    unsynced_names: Vec<Naming>,
    locked: HashSet<PathBuf>,
    clock: i64,
    calls: usize,
    /// The call at which the machine goes off.
    off_at: Option<usize>,
}

#[derive(Clone, Default)]
struct File {
    bytes: Vec<u8>,
    synced: Vec<u8>,
    unsynced: Vec<Change>,
    modified: i64,
}

/// What was done to a file's content.
#[derive(Clone, Debug)]
enum Change {
    Write { at: usize, bytes: Vec<u8> },
    Truncate(usize),
}

/// What was done to names.
#[derive(Clone, Debug)]
enum Naming {
    Put(PathBuf, usize),
    Rename(PathBuf, PathBuf, usize),
    Remove(PathBuf),
}

/// How much of an unsynced write reached the disk.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Reached {
    Nothing,
    All,
    Half,
    Zeros,
}

const REACHED: [Reached; 4] = [
    Reached::Nothing,
    Reached::All,
    Reached::Half,
    Reached::Zeros,
];

impl Model {
    /// A machine with one file.
    pub(super) fn with(name: &str, text: &str) -> Self {
        let model = Self::default();
        let mut machine = model.0.lock().unwrap();
        machine.files.push(File {
            bytes: text.as_bytes().to_vec(),
            synced: text.as_bytes().to_vec(),
            ..File::default()
        });
        let path = Path::new(FOLDER).join(name);
        machine.names.insert(path.clone(), 0);
        machine.synced_names.insert(path, 0);
        drop(machine);
        model
    }

    /// Lets the machine go off at the n-th call, counted from 1.
    pub(super) fn off_at(&self, call: usize) {
        self.0.lock().unwrap().off_at = Some(call);
    }

    /// Whether it went off.
    pub(super) fn is_off(&self) -> bool {
        let machine = self.0.lock().unwrap();
        machine.off_at.is_some_and(|off| machine.calls >= off)
    }

    /// Every machine that may be found after it was switched on again.
    pub(super) fn found_after_a_crash(&self) -> Vec<Self> {
        let machine = self.0.lock().unwrap();
        let names = subsets(&machine.unsynced_names);
        let mut found = Vec::new();
        for done in &names {
            let mut names = machine.synced_names.clone();
            for naming in done {
                apply_naming(&mut names, naming);
            }
            let mut all = vec![Vec::new()];
            for file in &machine.files {
                let contents = file.contents();
                all = all
                    .into_iter()
                    .flat_map(|before: Vec<Vec<u8>>| {
                        contents.iter().map(move |content| {
                            let mut files = before.clone();
                            files.push(content.clone());
                            files
                        })
                    })
                    .collect();
            }
            for contents in all {
                let files = contents.into_iter().map(|bytes| File {
                    synced: bytes.clone(),
                    bytes,
                    ..File::default()
                });
                found.push(Self(Arc::new(Mutex::new(Machine {
                    files: files.collect(),
                    names: names.clone(),
                    synced_names: names.clone(),
                    clock: machine.clock + 1,
                    ..Machine::default()
                }))));
            }
        }
        found
    }

    /// What a file holds.
    pub(super) fn text(&self, name: &str) -> Option<String> {
        let machine = self.0.lock().unwrap();
        let file = *machine.names.get(&Path::new(FOLDER).join(name))?;
        String::from_utf8(machine.files[file].bytes.clone()).ok()
    }

    /// One call: it is done wholly, or the machine is off.
    fn call(&self) -> io::Result<MutexGuard<'_, Machine>> {
        let mut machine = self.0.lock().unwrap();
        machine.calls += 1;
        if machine.off_at.is_some_and(|off| machine.calls >= off) {
            return Err(io::Error::other("the machine is off"));
        }
        Ok(machine)
    }
}

/// All subsets, each in order.
fn subsets(all: &[Naming]) -> Vec<Vec<Naming>> {
    assert!(all.len() <= 12, "too much is left unsynced: {all:?}");
    let chosen = |set: usize| {
        let mut chosen = Vec::new();
        for (n, naming) in all.iter().enumerate() {
            if set & (1 << n) != 0 {
                chosen.push(naming.clone());
            }
        }
        chosen
    };
    (0..1 << all.len()).map(chosen).collect()
}

fn apply_naming(names: &mut BTreeMap<PathBuf, usize>, naming: &Naming) {
    match naming {
        Naming::Put(path, file) => {
            names.insert(path.clone(), *file);
        }
        Naming::Rename(from, to, file) => {
            names.remove(from);
            names.insert(to.clone(), *file);
        }
        Naming::Remove(path) => {
            names.remove(path);
        }
    }
}

impl File {
    fn change(&mut self, change: Change) {
        apply_change(&mut self.bytes, &change, Reached::All);
        self.unsynced.push(change);
    }

    fn sync(&mut self) {
        self.synced = self.bytes.clone();
        self.unsynced.clear();
    }

    /// What it may hold after a crash.
    fn contents(&self) -> Vec<Vec<u8>> {
        let mut contents = vec![self.synced.clone()];
        for change in &self.unsynced {
            let next = contents.iter().flat_map(|content| {
                REACHED.iter().map(|reached| {
                    let mut content = content.clone();
                    apply_change(&mut content, change, *reached);
                    content
                })
            });
            contents = next.collect::<HashSet<_>>().into_iter().collect();
        }
        contents
    }
}

fn apply_change(content: &mut Vec<u8>, change: &Change, reached: Reached) {
    match change {
        Change::Truncate(size) => {
            if reached == Reached::All {
                content.truncate(*size);
            }
        }
        Change::Write { at, bytes } => {
            let bytes = match reached {
                Reached::Nothing => return,
                Reached::All => bytes.clone(),
                Reached::Half => bytes[..bytes.len() / 2].to_vec(),
                Reached::Zeros => vec![0; bytes.len()],
            };
            content.resize(content.len().max(at + bytes.len()), 0);
            content[*at..at + bytes.len()].copy_from_slice(&bytes);
        }
    }
}

impl Machine {
    fn find(&self, path: &Path) -> io::Result<usize> {
        let found = self.names.get(path).copied();
        found.ok_or_else(|| io::ErrorKind::NotFound.into())
    }

    fn name(&mut self, naming: Naming) {
        apply_naming(&mut self.names, &naming);
        self.unsynced_names.push(naming);
    }

    fn stamp(&self, file: usize) -> Stamp {
        Stamp {
            device: 1,
            inode: file as u64,
            size: self.files[file].bytes.len() as u64,
            modified: (self.files[file].modified, 0),
            changed: (self.files[file].modified, 0),
        }
    }

    fn change(&mut self, file: usize, change: Change) {
        self.clock += 1;
        self.files[file].modified = self.clock;
        self.files[file].change(change);
    }
}

impl Storage for Model {
    fn resolve(&self, path: &Path) -> io::Result<PathBuf> {
        let machine = self.call()?;
        machine.find(path).map(|_| path.to_owned())
    }
    fn attributes(&self, path: &Path) -> io::Result<Attributes> {
        let machine = self.call()?;
        let file = machine.find(path)?;
        let links = machine.names.values().filter(|it| **it == file).count();
        Ok(Attributes {
            kind: FileKind::Regular,
            mode: 0o600,
            uid: 0,
            gid: 0,
            links: links as u64,
            stamp: machine.stamp(file),
            fresh: false,
        })
    }
    fn may_write(&self, path: &Path) -> io::Result<()> {
        let machine = self.call()?;
        if path == Path::new(FOLDER) {
            return Ok(());
        }
        machine.find(path).map(drop)
    }
    fn read(&self, path: &Path, _: u64) -> io::Result<Vec<u8>> {
        let machine = self.call()?;
        Ok(machine.files[machine.find(path)?].bytes.clone())
    }
    fn create_new(&self, path: &Path) -> io::Result<Box<dyn NewFile>> {
        let mut machine = self.call()?;
        if machine.names.contains_key(path) {
            return Err(io::ErrorKind::AlreadyExists.into());
        }
        machine.files.push(File::default());
        let file = machine.files.len() - 1;
        machine.name(Naming::Put(path.to_owned(), file));
        Ok(Box::new(Open(self.clone(), file)))
    }
    fn link(&self, path: &Path, second: &Path) -> io::Result<()> {
        let mut machine = self.call()?;
        if machine.names.contains_key(second) {
            return Err(io::ErrorKind::AlreadyExists.into());
        }
        let file = machine.find(path)?;
        machine.name(Naming::Put(second.to_owned(), file));
        Ok(())
    }
    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        let mut machine = self.call()?;
        let file = machine.find(from)?;
        machine.name(Naming::Rename(from.to_owned(), to.to_owned(), file));
        Ok(())
    }
    fn rename_new(&self, from: &Path, to: &Path) -> io::Result<()> {
        let mut machine = self.call()?;
        if machine.names.contains_key(to) {
            return Err(io::ErrorKind::AlreadyExists.into());
        }
        let file = machine.find(from)?;
        machine.name(Naming::Rename(from.to_owned(), to.to_owned(), file));
        Ok(())
    }
    fn remove(&self, path: &Path) -> io::Result<()> {
        let mut machine = self.call()?;
        machine.find(path)?;
        machine.name(Naming::Remove(path.to_owned()));
        Ok(())
    }
    fn list(&self, _: &Path) -> io::Result<Vec<OsString>> {
        let machine = self.call()?;
        let names = machine.names.keys().filter_map(|path| path.file_name());
        Ok(names.map(ToOwned::to_owned).collect())
    }
    fn sync_folder(&self, _: &Path) -> io::Result<()> {
        let mut machine = self.call()?;
        machine.synced_names = machine.names.clone();
        machine.unsynced_names.clear();
        Ok(())
    }
    fn try_lock(&self, path: &Path) -> io::Result<TryLock> {
        let mut machine = self.call()?;
        if machine.find(path).is_err() {
            return Ok(TryLock::Missing);
        }
        if !machine.locked.insert(path.to_owned()) {
            return Ok(TryLock::Busy);
        }
        Ok(TryLock::Held(Guard::new(Locked(
            self.clone(),
            path.to_owned(),
        ))))
    }
    fn open(&self, path: &Path) -> io::Result<Box<dyn ReadFile>> {
        let machine = self.call()?;
        Ok(Box::new(Open(self.clone(), machine.find(path)?)))
    }
    fn append_to(&self, path: &Path) -> io::Result<Box<dyn AppendFile>> {
        let machine = self.call()?;
        Ok(Box::new(Open(self.clone(), machine.find(path)?)))
    }
    fn hold(&self, _: &Path) -> Option<Box<dyn Hold>> {
        None
    }
}

struct Locked(Model, PathBuf);

impl Drop for Locked {
    fn drop(&mut self) {
        self.0.0.lock().unwrap().locked.remove(&self.1);
    }
}

struct Open(Model, usize);

impl Open {
    fn write(&self, bytes: &[u8]) -> io::Result<()> {
        let mut machine = self.0.call()?;
        let at = machine.files[self.1].bytes.len();
        let bytes = bytes.to_vec();
        machine.change(self.1, Change::Write { at, bytes });
        Ok(())
    }

    fn synced(&self) -> io::Result<()> {
        self.0.call()?.files[self.1].sync();
        Ok(())
    }
}

impl ReadFile for Open {
    fn stamp(&self) -> io::Result<Stamp> {
        Ok(self.0.call()?.stamp(self.1))
    }
    fn read_at(&self, offset: u64, length: usize) -> io::Result<Vec<u8>> {
        let machine = self.0.call()?;
        let bytes = machine.files[self.1].bytes.iter();
        let from = usize::try_from(offset).unwrap();
        Ok(bytes.skip(from).take(length).copied().collect())
    }
}

impl AppendFile for Open {
    fn stamp(&self) -> io::Result<Stamp> {
        Ok(self.0.call()?.stamp(self.1))
    }
    fn append(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.write(bytes)
    }
    fn sync_data(&mut self) -> io::Result<()> {
        self.synced()
    }
    fn truncate(&mut self, size: u64) -> io::Result<()> {
        let mut machine = self.0.call()?;
        machine.change(self.1, Change::Truncate(usize::try_from(size).unwrap()));
        Ok(())
    }
}

impl NewFile for Open {
    fn take_after(&mut self, _: &Path) -> io::Result<bool> {
        self.0.call().map(|_| true)
    }
    fn write_all(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.write(bytes)
    }
    fn sync(&mut self) -> io::Result<()> {
        self.synced()
    }
}
