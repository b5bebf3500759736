//! The names of what lies beside a workspace file.

use std::ffi::{OsStr, OsString};
use std::hash::BuildHasher;
use std::hash::RandomState;
use std::path::{Path, PathBuf};

/// What journals end in.
const LINES: &str = "jsonl";
/// What the journal in use ends in.
const JOURNAL: &str = "journal.jsonl";
/// What temporary files end in.
const TEMPORARY: &str = ".tmp";
/// How many hexadecimal digits tell them apart.
const DIGITS: usize = 16;

/// `leeds.json` → `leeds.lock`.
pub(super) fn lock(file: &Path) -> PathBuf {
    let lock = file.with_extension("lock");
    if lock == file {
        appended(file, ".lock")
    } else {
        lock
    }
}

/// `leeds.json` → `leeds.snapshot.lock`: held while the file is rewritten, which takes longer than an
/// entry.
pub(super) fn snapshot_lock(file: &Path) -> PathBuf {
    lock(file).with_extension("snapshot.lock")
}

/// `leeds.json` → `leeds.journal.jsonl`.
pub(super) fn journal(file: &Path) -> PathBuf {
    beside(file, JOURNAL)
}

/// `leeds.json` → `leeds.journal.0007.jsonl`.
pub(super) fn archive(file: &Path, number: u32) -> PathBuf {
    beside(file, &format!("{number:04}.{LINES}"))
}

/// `leeds.json` → `leeds.journal.torn.jsonl`: what a crash left at the end of the journal.
pub(super) fn torn(file: &Path) -> PathBuf {
    beside(file, &format!("torn.{LINES}"))
}

/// The number of an archive of `file`, by its name.
pub(super) fn archive_number(file: &Path, name: &OsStr) -> Option<u32> {
    let journal = journal(file);
    let stem = journal.file_name()?.to_str()?.strip_suffix(LINES)?;
    let number = name.to_str()?.strip_prefix(stem)?;
    let number = number.strip_suffix(LINES)?.strip_suffix('.')?;
    let is_number = number.len() >= 4 && number.bytes().all(|byte| byte.is_ascii_digit());
    is_number.then(|| number.parse().ok()).flatten()
}

/// The name of a journal: that of the file, its last ending changed.
fn beside(file: &Path, ending: &str) -> PathBuf {
    let ending = if ending == JOURNAL {
        ending.to_owned()
    } else {
        format!("journal.{ending}")
    };
    file.with_extension(ending)
}

/// `leeds.json` → `leeds.json.bak`.
pub(super) fn backup(file: &Path) -> PathBuf {
    appended(file, ".bak")
}

/// `leeds.json` → `.leeds.json.92f0c1d2a3b4e5f6.tmp`: in the same folder, so that renaming is one
/// instant, and not to be guessed, so that nobody can lay something in its place.
pub(super) fn temporary(file: &Path) -> PathBuf {
    let mut name = stem(file);
    let random = RandomState::new().hash_one(std::process::id());
    name.push(format!("{random:0DIGITS$x}{TEMPORARY}"));
    file.with_file_name(name)
}

/// Whether a name is that of a temporary file of `file`.
pub(super) fn is_temporary(file: &Path, name: &OsStr) -> bool {
    let name = name.as_encoded_bytes();
    name.strip_prefix(stem(file).as_encoded_bytes())
        .and_then(|rest| rest.strip_suffix(TEMPORARY.as_bytes()))
        .is_some_and(|digits| digits.len() == DIGITS && digits.iter().all(u8::is_ascii_hexdigit))
}

/// The folder that a file lies in.
pub(super) fn folder(file: &Path) -> &Path {
    match file.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    }
}

/// `.leeds.json.`
fn stem(file: &Path) -> OsString {
    let mut stem = OsString::from(".");
    stem.push(file.file_name().unwrap_or_default());
    stem.push(".");
    stem
}

fn appended(file: &Path, ending: &str) -> PathBuf {
    let mut name = file.as_os_str().to_owned();
    name.push(ending);
    PathBuf::from(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn companions_lie_beside_the_file_under_its_name() {
        for (file, lock_name, backup_name) in [
            ("/a/leeds.json", "/a/leeds.lock", "/a/leeds.json.bak"),
            ("/a/leeds", "/a/leeds.lock", "/a/leeds.bak"),
            ("/a/x.lock", "/a/x.lock.lock", "/a/x.lock.bak"),
            ("/a.b/.leeds", "/a.b/.leeds.lock", "/a.b/.leeds.bak"),
        ] {
            assert_eq!(lock(Path::new(file)), Path::new(lock_name));
            assert_eq!(backup(Path::new(file)), Path::new(backup_name));
        }
    }

    #[test]
    fn archives_are_numbered_and_known_by_their_names() {
        for file in ["/a/leeds.json", "/a.b/leeds", "/a/.leeds"] {
            let file = Path::new(file);
            for number in [1, 9999, 12_345] {
                let archive = archive(file, number);
                let name = archive.file_name().unwrap();
                assert_eq!(archive_number(file, name), Some(number), "{name:?}");
            }
            for other in [journal(file), torn(file), lock(file), snapshot_lock(file)] {
                assert_eq!(archive_number(file, other.file_name().unwrap()), None);
            }
        }
        let file = Path::new("/a/leeds.json");
        assert_eq!(journal(file), Path::new("/a/leeds.journal.jsonl"));
        assert_eq!(archive(file, 7), Path::new("/a/leeds.journal.0007.jsonl"));
        assert_eq!(snapshot_lock(file), Path::new("/a/leeds.snapshot.lock"));
    }

    #[test]
    fn only_our_own_temporary_files_are_taken_for_them() {
        let file = Path::new("/a/leeds.json");
        let ours = temporary(file);
        assert_eq!(ours.parent(), file.parent());
        assert!(is_temporary(file, ours.file_name().unwrap()));
        assert_ne!(ours, temporary(file));
        for name in [
            "leeds.json",
            ".leeds.json.tmp",
            ".leeds.json.0123456789abcdeg.tmp",
            ".leeds.json.0123456789abcdef0.tmp",
            ".york.json.0123456789abcdef.tmp",
            ".leeds.json.0123456789abcdef.tmp~",
        ] {
            assert!(!is_temporary(file, OsStr::new(name)), "{name}");
        }
    }
}
