//! The state file itself: read whole, changed under a lock, replaced in one instant.
//!
//! Several programs may end at once, each with something to remember, and none may lose what another
//! wrote. But nothing in it is worth waiting for, or worth an error: where it cannot be written it is
//! not, and what cannot be read is put aside under another name.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Write as _};
use std::os::unix::fs::OpenOptionsExt as _;
use std::path::Path;
use std::time::{Duration, Instant};

use serde::Serialize;
use serde::de::DeserializeOwned;

/// The file.
pub(super) const NAME: &str = "state.json";
/// What could not be read, for whoever wants to look at it.
const BROKEN: &str = "state.broken.json";
/// What programs that write it take turns by.
const LOCK: &str = "state.lock";
/// How long to wait for one's turn: the terminal may be gone, and a second is all there is then.
const PATIENCE: Duration = Duration::from_millis(200);
/// How long between two tries.
const PAUSE: Duration = Duration::from_millis(5);
/// More than this is no state.
const LARGEST: u64 = 4 << 20;

/// What is remembered in a folder; nothing where there is no such file, and why where it cannot be read.
pub(super) fn read<T: Default + DeserializeOwned>(folder: &Path) -> Result<T, String> {
    let path = folder.join(NAME);
    let found = match fs::metadata(&path) {
        // A pipe would be waited for.
        Ok(found) if !found.is_file() => return Err("it is no file".to_owned()),
        Ok(found) if found.len() > LARGEST => return Err("it is far too large".to_owned()),
        Ok(_) => fs::read_to_string(&path),
        Err(error) => Err(error),
    };
    match found {
        Ok(text) => serde_json::from_str(&text).map_err(|error| error.to_string()),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(T::default()),
        Err(error) => Err(error.to_string()),
    }
}

/// Changes what is remembered in a folder.
pub(super) fn change<T>(folder: &Path, change: impl FnOnce(&mut T))
where
    T: Default + DeserializeOwned + Serialize,
{
    change_within(PATIENCE, folder, change);
}

/// Changes it, waiting for one's turn so long; without a turn what another wrote meanwhile may be lost.
fn change_within<T>(patience: Duration, folder: &Path, change: impl FnOnce(&mut T))
where
    T: Default + DeserializeOwned + Serialize,
{
    if fs::create_dir_all(folder).is_err() {
        return;
    }
    let _turn = turn_within(patience, folder);
    let mut memory = read(folder).unwrap_or_else(|_| {
        let _ = fs::rename(folder.join(NAME), folder.join(BROKEN));
        T::default()
    });
    change(&mut memory);
    let Ok(text) = serde_json::to_string_pretty(&memory) else {
        return;
    };
    let aside = folder.join(format!("{NAME}.{}", std::process::id()));
    if write(&aside, &text)
        .and_then(|()| fs::rename(&aside, folder.join(NAME)))
        .is_err()
    {
        let _ = fs::remove_file(&aside);
    }
}

/// One's turn to write, as long as it is held; without one after a while, or where there are no locks.
pub(in crate::tui) fn turn(folder: &Path) -> Option<File> {
    turn_within(PATIENCE, folder)
}

fn turn_within(patience: Duration, folder: &Path) -> Option<File> {
    let mut options = OpenOptions::new();
    let options = options.write(true).create(true).truncate(false).mode(0o600);
    let lock = options.open(folder.join(LOCK)).ok()?;
    let began = Instant::now();
    while let Err(fs::TryLockError::WouldBlock) = lock.try_lock() {
        if began.elapsed() >= patience {
            return None;
        }
        std::thread::sleep(PAUSE);
    }
    Some(lock)
}

/// Writes a file for its owner only: filters say what somebody looks into.
pub(in crate::tui) fn write(path: &Path, text: &str) -> io::Result<()> {
    let mut options = OpenOptions::new();
    let options = options.write(true).create(true).truncate(true).mode(0o600);
    options.open(path)?.write_all(text.as_bytes())
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;

    type Numbers = BTreeMap<String, u64>;

    #[test]
    fn of_many_who_write_at_once_none_loses_what_another_wrote() {
        let folder = tempfile::tempdir().unwrap();
        let folder = folder.path().join("state");
        // One after the other they take microseconds; together they would overwrite each other.
        std::thread::scope(|scope| {
            for writer in 0..4 {
                let folder = &folder;
                scope.spawn(move || {
                    for number in 0..10 {
                        // A slow machine may take longer than the patience that a user gets.
                        change_within(Duration::MAX, folder, |numbers: &mut Numbers| {
                            numbers.insert(format!("{writer}-{number}"), number);
                        });
                    }
                });
            }
        });
        let numbers: Numbers = read(&folder).unwrap();
        assert_eq!(numbers.len(), 40);
    }

    #[test]
    fn whoever_gets_no_turn_in_time_writes_all_the_same() {
        let folder = tempfile::tempdir().unwrap();
        let folder = folder.path();
        let _held = turn_within(Duration::MAX, folder).unwrap();
        assert!(turn_within(Duration::ZERO, folder).is_none());
        change_within(Duration::ZERO, folder, |numbers: &mut Numbers| {
            numbers.insert("a".to_owned(), 1);
        });
        assert_eq!(read(folder), Ok(Numbers::from([("a".to_owned(), 1)])));
    }

    #[test]
    fn what_cannot_be_read_is_said_and_put_aside_when_something_is_written() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join(NAME);
        assert_eq!(read(folder.path()), Ok(Numbers::new()));
        for broken in ["{", "[1, 2]", "{\"a\": \"b\"}", "\u{0}"] {
            fs::write(&path, broken).unwrap();
            assert!(read::<Numbers>(folder.path()).is_err(), "{broken}");
            change(folder.path(), |numbers: &mut Numbers| {
                numbers.insert("a".to_owned(), 1);
            });
            assert_eq!(
                read(folder.path()),
                Ok(Numbers::from([("a".to_owned(), 1)]))
            );
            let aside = fs::read_to_string(folder.path().join(BROKEN)).unwrap();
            assert_eq!(aside, broken);
        }
    }

    #[test]
    fn where_nothing_can_be_written_nothing_happens() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("file");
        fs::write(&file, "").unwrap();
        change(&file.join("state"), |numbers: &mut Numbers| numbers.clear());
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
    }
}
