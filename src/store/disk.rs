//! The real files: `std`, and `rustix` where `std` has no safe call.

use std::ffi::OsString;
use std::fs::{self, File, OpenOptions, Permissions, TryLockError};
use std::io::{self, Read, Write};
use std::os::unix::fs::{FileExt, MetadataExt, OpenOptionsExt, PermissionsExt, fchown};
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use rustix::fs::{Access, AtFlags, CWD, OFlags, RenameFlags};
use rustix::io::Errno;

use super::storage::{
    AppendFile, Attributes, FileKind, Guard, Hold, NewFile, ReadFile, Stamp, Storage, TryLock,
};

/// How far file times may lag behind: several of the kernel's ticks.
const TIME_STEP: Duration = Duration::from_millis(100);

/// The files of this machine.
#[derive(Clone, Copy, Debug, Default)]
pub struct Disk;

impl Storage for Disk {
    fn resolve(&self, path: &Path) -> io::Result<PathBuf> {
        fs::canonicalize(path)
    }

    fn attributes(&self, path: &Path) -> io::Result<Attributes> {
        let found = fs::metadata(path)?;
        let kind = match found.file_type() {
            kind if kind.is_file() => FileKind::Regular,
            kind if kind.is_dir() => FileKind::Folder,
            _ => FileKind::Other,
        };
        let changed = (found.ctime(), found.ctime_nsec());
        Ok(Attributes {
            kind,
            mode: found.mode() & 0o777,
            uid: found.uid(),
            gid: found.gid(),
            links: found.nlink(),
            stamp: stamp(&found),
            fresh: is_fresh(changed),
        })
    }

    fn may_write(&self, path: &Path) -> io::Result<()> {
        Ok(rustix::fs::accessat(
            CWD,
            path,
            Access::WRITE_OK,
            AtFlags::EACCESS,
        )?)
    }

    fn read(&self, path: &Path, limit: u64) -> io::Result<Vec<u8>> {
        let file = File::open(path)?;
        let mut bytes = Vec::new();
        file.take(limit.saturating_add(1)).read_to_end(&mut bytes)?;
        if u64::try_from(bytes.len()).is_ok_and(|size| size <= limit) {
            Ok(bytes)
        } else {
            Err(io::ErrorKind::FileTooLarge.into())
        }
    }

    fn create_new(&self, path: &Path) -> io::Result<Box<dyn NewFile>> {
        let file = OpenOptions::new()
            .write(true)
            .create_new(true)
            .mode(0o600)
            .open(path)?;
        Ok(Box::new(DiskFile(file)))
    }

    fn link(&self, path: &Path, second: &Path) -> io::Result<()> {
        fs::hard_link(path, second)
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        fs::rename(from, to)
    }

    fn rename_new(&self, from: &Path, to: &Path) -> io::Result<()> {
        match rustix::fs::renameat_with(CWD, from, CWD, to, RenameFlags::NOREPLACE) {
            // Not every file system can; a second name does not replace anything either.
            Err(Errno::INVAL | Errno::NOSYS | Errno::NOTSUP) => {
                fs::hard_link(from, to)?;
                fs::remove_file(from)
            }
            done => Ok(done?),
        }
    }

    fn remove(&self, path: &Path) -> io::Result<()> {
        fs::remove_file(path)
    }

    fn list(&self, folder: &Path) -> io::Result<Vec<OsString>> {
        fs::read_dir(folder)?
            .map(|entry| entry.map(|entry| entry.file_name()))
            .collect()
    }

    fn sync_folder(&self, folder: &Path) -> io::Result<()> {
        File::open(folder)?.sync_all()
    }

    fn try_lock(&self, path: &Path) -> io::Result<TryLock> {
        let file = match open_lock(path) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(TryLock::Missing),
            opened => opened?,
        };
        match file.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => return Ok(TryLock::Busy),
            Err(TryLockError::Error(error)) => {
                return match Errno::from_io_error(&error) {
                    // Over NFS an exclusive lock wants a file opened for writing (EBADF).
                    Some(Errno::NOLCK | Errno::NOSYS | Errno::NOTSUP | Errno::BADF) => {
                        Ok(TryLock::Unsupported)
                    }
                    _ => Err(error),
                };
            }
        }
        // A lock on a file that somebody removed meanwhile keeps nobody out.
        let held = file.metadata()?;
        match fs::symlink_metadata(path) {
            Ok(named) if (named.dev(), named.ino()) == (held.dev(), held.ino()) => {
                Ok(TryLock::Held(Guard::new(file)))
            }
            Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
            _ => Ok(TryLock::Busy),
        }
    }

    fn open(&self, path: &Path) -> io::Result<Box<dyn ReadFile>> {
        Ok(Box::new(DiskFile(File::open(path)?)))
    }

    fn append_to(&self, path: &Path) -> io::Result<Box<dyn AppendFile>> {
        let file = OpenOptions::new()
            .append(true)
            .custom_flags(no_follow())
            .open(path)?;
        Ok(Box::new(DiskFile(file)))
    }

    fn hold(&self, path: &Path) -> Option<Box<dyn Hold>> {
        let file = File::open(path).ok()?;
        // Somebody may be asking at this moment whether he is alone.
        file.lock_shared().ok()?;
        Some(Box::new(DiskFile(file)))
    }
}

fn stamp(found: &fs::Metadata) -> Stamp {
    Stamp {
        device: found.dev(),
        inode: found.ino(),
        size: found.len(),
        modified: (found.mtime(), found.mtime_nsec()),
        changed: (found.ctime(), found.ctime_nsec()),
    }
}

/// Opens a lock file, which is never a link: following one would let others choose what we open.
fn open_lock(path: &Path) -> io::Result<File> {
    let open = |write| {
        OpenOptions::new()
            .read(true)
            .write(write)
            .custom_flags(no_follow())
            .open(path)
    };
    open(true).or_else(|error| match error.kind() {
        io::ErrorKind::PermissionDenied => open(false),
        _ => Err(error),
    })
}

/// The flag that lets opening a link fail.
fn no_follow() -> i32 {
    i32::try_from(OFlags::NOFOLLOW.bits()).unwrap_or_default()
}

/// Whether a time of change is so near that another change could bear the same.
fn is_fresh((seconds, nanoseconds): (i64, i64)) -> bool {
    let Ok(now) = SystemTime::now().duration_since(UNIX_EPOCH) else {
        return true;
    };
    let (Ok(seconds), Ok(nanoseconds)) = (u64::try_from(seconds), u32::try_from(nanoseconds))
    else {
        return false;
    };
    now.abs_diff(Duration::new(seconds, nanoseconds)) < TIME_STEP
}

/// An open file.
struct DiskFile(File);

impl ReadFile for DiskFile {
    fn stamp(&self) -> io::Result<Stamp> {
        Ok(stamp(&self.0.metadata()?))
    }

    fn read_at(&self, offset: u64, length: usize) -> io::Result<Vec<u8>> {
        let mut bytes = vec![0; length];
        let mut filled = 0;
        while let Some(rest) = bytes.get_mut(filled..).filter(|rest| !rest.is_empty()) {
            match self.0.read_at(rest, offset + filled as u64) {
                Ok(0) => break,
                Ok(read) => filled += read,
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                Err(error) => return Err(error),
            }
        }
        bytes.truncate(filled);
        Ok(bytes)
    }
}

impl AppendFile for DiskFile {
    fn stamp(&self) -> io::Result<Stamp> {
        Ok(stamp(&self.0.metadata()?))
    }

    fn append(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.0.write_all(bytes)
    }

    fn sync_data(&mut self) -> io::Result<()> {
        self.0.sync_data()
    }

    fn truncate(&mut self, size: u64) -> io::Result<()> {
        self.0.set_len(size)
    }
}

impl Hold for DiskFile {
    fn release(self: Box<Self>) -> bool {
        // First ours goes, so that of two who leave together the later one finds nobody.
        self.0.unlock().is_err() || self.0.try_lock().is_ok()
    }
}

impl NewFile for DiskFile {
    fn take_after(&mut self, model: &Path) -> io::Result<bool> {
        let model = File::open(model)?;
        let wanted = model.metadata()?;
        let ours = self.0.metadata()?;
        let (mut owner, mut group) = (wanted.uid() == ours.uid(), wanted.gid() == ours.gid());
        if !(owner && group) {
            owner = fchown(&self.0, Some(wanted.uid()), Some(wanted.gid())).is_ok();
            group = group || owner || fchown(&self.0, None, Some(wanted.gid())).is_ok();
        }
        let (access_list, others) = copy_extended(&model, &self.0);
        let mut mode = wanted.mode() & 0o777;
        if !(group && access_list) {
            // Another group would stand where the old one did: it gets what everybody gets.
            mode &= !0o070 | (mode << 3);
        }
        let mode_kept = self.set_mode(mode)?;
        Ok(owner && group && access_list && others && mode_kept)
    }

    fn write_all(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.0.write_all(bytes)
    }

    fn sync(&mut self) -> io::Result<()> {
        self.0.sync_all()
    }
}

impl DiskFile {
    /// Sets the mode. Some network file systems cannot; that is no failure where nobody gains by it.
    fn set_mode(&self, mode: u32) -> io::Result<bool> {
        let set = self.0.set_permissions(Permissions::from_mode(mode));
        let now = self.0.metadata()?.mode() & 0o777;
        match set {
            Ok(()) => Ok(now == mode),
            Err(_) if now & !mode == 0 => Ok(now == mode),
            Err(error) => Err(error),
        }
    }
}

/// The access list of a file, as Linux names it.
const ACCESS_LIST: &[u8] = b"system.posix_acl_access";

/// Copies access list and user attributes; whether the first, and all of the others, were kept.
fn copy_extended(from: &File, to: &File) -> (bool, bool) {
    let mut kept = (true, true);
    for name in extended_names(from) {
        if name == ACCESS_LIST {
            kept.0 = copy_attribute(from, to, &name).is_ok();
        } else if name.starts_with(b"user.") {
            kept.1 &= copy_attribute(from, to, &name).is_ok();
        }
    }
    kept
}

/// The names of a file's extended attributes; none where the file system has none.
fn extended_names(file: &File) -> Vec<Vec<u8>> {
    let mut names = Vec::new();
    let size = rustix::fs::flistxattr_query(file).unwrap_or_default();
    names.resize(size, 0);
    let size = rustix::fs::flistxattr(file, &mut names[..]).unwrap_or_default();
    names.truncate(size);
    let names = names.split(|byte| *byte == 0);
    names
        .filter(|name| !name.is_empty())
        .map(<[u8]>::to_vec)
        .collect()
}

fn copy_attribute(from: &File, to: &File, name: &[u8]) -> rustix::io::Result<()> {
    let size = rustix::fs::fgetxattr_query(from, name)?;
    let mut value = vec![0; size];
    let size = rustix::fs::fgetxattr(from, name, &mut value[..])?;
    value.truncate(size);
    rustix::fs::fsetxattr(to, name, &value, rustix::fs::XattrFlags::empty())
}
