//! Notices that something happened to the workspace file, and wakes for nothing else.
//!
//! The folder is watched and not the file, since every change replaces the file and a watch would end
//! with the old one. Only file systems of this machine tell everything; where another machine may
//! write too, or the path leads through links that may be turned, or notification does not work at
//! all, [`start`] says so and whoever wants to know looks every [`INTERVAL`].

use std::path::{Path, PathBuf};
use std::time::Duration;

/// How often to look where nothing tells: a `stat` each.
pub const INTERVAL: Duration = Duration::from_millis(400);

/// What is told about a folder.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sign {
    /// Something happened to the file or its journal.
    Changed,
    /// The folder itself went: from here on nothing is told.
    Blind,
}

/// Starts to watch the folder of `file` on a thread of its own; `false` where that does not work.
/// `tell` gives back whether anybody still listens.
pub fn start(file: &Path, tell: impl Fn(Sign) -> bool + Send + 'static) -> bool {
    let Some((folder, stem)) = place(file) else {
        return false;
    };
    inner::start(&folder, stem, tell)
}

/// The folder and what the names in it begin with; nothing where links lead there.
fn place(file: &Path) -> Option<(PathBuf, Vec<u8>)> {
    let found = file.canonicalize().ok()?;
    let stem = file.file_stem()?.as_encoded_bytes().to_vec();
    (found == file).then_some(())?;
    Some((found.parent()?.to_owned(), stem))
}

/// Whether a name in the folder is that of the file or of its journal. Locks, copies and temporary
/// files are nothing to look for: what they lead to is told when it comes.
fn counts(name: &[u8], stem: &[u8]) -> bool {
    let beside: [&[u8]; 2] = [b".lock", b".bak"];
    name.starts_with(stem) && !beside.iter().any(|ending| name.ends_with(ending))
}

#[cfg(target_os = "linux")]
mod inner {
    use std::mem::MaybeUninit;
    use std::os::fd::OwnedFd;
    use std::path::Path;
    use std::time::{Duration, Instant};

    use rustix::event::{PollFd, PollFlags, Timespec, poll};
    use rustix::fs::inotify::{self, CreateFlags, ReadFlags, Reader, WatchFlags};
    use rustix::fs::statfs;
    use rustix::io::Errno;

    use super::{Sign, counts};

    /// File systems that only this machine writes to, by the numbers of `statfs(2)`: ext, xfs, btrfs,
    /// tmpfs, ramfs, f2fs, bcachefs, zfs, jfs, reiserfs, and overlays of them.
    const LOCAL: &[u64] = &[
        0xef53,
        0x5846_5342,
        0x9123_683e,
        0x0102_1994,
        0x8584_58f6,
        0xf2f5_2010,
        0xca45_1a4e,
        0x2fc1_2fc1,
        0x3153_464a,
        0x5265_4973,
        0x794c_7630,
    ];

    /// A program that writes in place does so in several writes: it is left this long to go on, and
    /// no longer than that, so that what it did still shows within half a second.
    const QUIET: Duration = Duration::from_millis(40);
    const LONGEST: Duration = Duration::from_millis(200);

    pub(super) fn start(
        folder: &Path,
        stem: Vec<u8>,
        tell: impl Fn(Sign) -> bool + Send + 'static,
    ) -> bool {
        let local = statfs(folder)
            .ok()
            .and_then(|found| u64::try_from(found.f_type).ok())
            .is_some_and(|kind| LOCAL.contains(&kind));
        if !local {
            return false;
        }
        let Ok(queue) = watched(folder) else {
            return false;
        };
        let named = std::thread::Builder::new().name("watch".to_owned());
        named
            .spawn(move || {
                while let Ok(sign) = next(&queue, &stem) {
                    if !tell(sign) || sign == Sign::Blind {
                        return;
                    }
                }
                tell(Sign::Blind);
            })
            .is_ok()
    }

    fn watched(folder: &Path) -> Result<OwnedFd, Errno> {
        let queue = inotify::init(CreateFlags::CLOEXEC | CreateFlags::NONBLOCK)?;
        let signs = WatchFlags::MODIFY
            | WatchFlags::ATTRIB
            | WatchFlags::CREATE
            | WatchFlags::DELETE
            | WatchFlags::MOVE
            | WatchFlags::DELETE_SELF
            | WatchFlags::MOVE_SELF
            | WatchFlags::ONLYDIR;
        inotify::add_watch(&queue, folder, signs)?;
        Ok(queue)
    }

    /// Sleeps until there is something to tell; an error when the queue fails.
    fn next(queue: &OwnedFd, stem: &[u8]) -> Result<Sign, Errno> {
        loop {
            sleep(queue, None)?;
            if let Some(sign) = read(queue, stem)? {
                return if sign == Sign::Changed {
                    settle(queue, stem)
                } else {
                    Ok(sign)
                };
            }
        }
    }

    /// Waits for a short quiet.
    fn settle(queue: &OwnedFd, stem: &[u8]) -> Result<Sign, Errno> {
        let end = Instant::now() + LONGEST;
        loop {
            let left = end.saturating_duration_since(Instant::now());
            if left.is_zero() || !sleep(queue, Some(QUIET.min(left)))? {
                return Ok(Sign::Changed);
            }
            if read(queue, stem)? == Some(Sign::Blind) {
                return Ok(Sign::Blind);
            }
        }
    }

    /// Whether something is there to be read, as long as said or for ever.
    fn sleep(queue: &OwnedFd, limit: Option<Duration>) -> Result<bool, Errno> {
        let limit = limit.and_then(|limit| Timespec::try_from(limit).ok());
        loop {
            let mut fds = [PollFd::new(queue, PollFlags::IN)];
            match poll(&mut fds, limit.as_ref()) {
                Ok(ready) => return Ok(ready > 0),
                Err(Errno::INTR) => {}
                Err(error) => return Err(error),
            }
        }
    }

    /// What the events that are there amount to. Where some were lost, something may have changed.
    fn read(queue: &OwnedFd, stem: &[u8]) -> Result<Option<Sign>, Errno> {
        let mut space = [MaybeUninit::uninit(); 4096];
        let mut reader = Reader::new(queue, &mut space);
        let mut sign = None;
        loop {
            let event = match reader.next() {
                Ok(event) => event,
                Err(Errno::AGAIN) => return Ok(sign),
                Err(Errno::INTR) => continue,
                Err(error) => return Err(error),
            };
            let happened = event.events();
            let gone = ReadFlags::DELETE_SELF
                | ReadFlags::MOVE_SELF
                | ReadFlags::UNMOUNT
                | ReadFlags::IGNORED;
            let ours = event
                .file_name()
                .is_some_and(|name| counts(name.to_bytes(), stem));
            if happened.intersects(gone) {
                return Ok(Some(Sign::Blind));
            }
            if ours || happened.contains(ReadFlags::QUEUE_OVERFLOW) {
                sign = Some(Sign::Changed);
            }
        }
    }
}

#[cfg(not(target_os = "linux"))]
mod inner {
    use std::path::Path;

    use super::Sign;

    /// Nothing of the kind is used here: the worker looks.
    pub(super) fn start(
        _folder: &Path,
        _stem: Vec<u8>,
        _tell: impl Fn(Sign) -> bool + Send + 'static,
    ) -> bool {
        false
    }
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::sync::mpsc::{Receiver, channel};

    use super::*;

    fn watched(file: &Path) -> Option<Receiver<Sign>> {
        let (sender, signs) = channel();
        start(file, move |sign| sender.send(sign).is_ok()).then_some(signs)
    }

    fn next(signs: &Receiver<Sign>) -> Sign {
        signs.recv_timeout(Duration::from_secs(20)).unwrap()
    }

    #[test]
    fn only_the_file_and_its_journal_count() {
        for (name, wanted) in [
            ("leeds.json", true),
            ("leeds.journal.jsonl", true),
            ("leeds.lock", false),
            ("leeds.json.bak", false),
            (".leeds.json.0123456789abcdef.tmp", false),
            ("york.json", false),
        ] {
            assert_eq!(counts(name.as_bytes(), b"leeds"), wanted, "{name}");
        }
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn a_write_a_replacement_and_the_end_of_the_folder_are_told() {
        let desk = tempfile::tempdir().unwrap();
        let folder = desk.path().canonicalize().unwrap().join("desk");
        fs::create_dir(&folder).unwrap();
        let file = folder.join("leeds.json");
        fs::write(&file, "{}").unwrap();
        let Some(signs) = watched(&file) else {
            // A file system that tells nothing, or nothing of other machines.
            return;
        };
        fs::write(&file, "{ }").unwrap();
        assert_eq!(next(&signs), Sign::Changed);
        fs::write(folder.join(".new"), "{}").unwrap();
        fs::rename(folder.join(".new"), &file).unwrap();
        assert_eq!(next(&signs), Sign::Changed);
        fs::rename(&folder, desk.path().join("elsewhere")).unwrap();
        assert_eq!(next(&signs), Sign::Blind);
        assert!(signs.recv().is_err(), "nothing is told after that");
    }

    #[test]
    fn a_path_through_a_link_is_looked_at_instead() {
        let desk = tempfile::tempdir().unwrap();
        let file = desk.path().join("leeds.json");
        fs::write(&file, "{}").unwrap();
        let link = desk.path().join("link.json");
        std::os::unix::fs::symlink(&file, &link).unwrap();
        assert!(watched(&link).is_none());
        assert!(watched(&desk.path().join("none.json")).is_none());
    }
}
