//! The names of what lies beside a workspace file.

use std::ffi::{OsStr, OsString};
use std::hash::BuildHasher;
use std::hash::RandomState;
use std::path::{Path, PathBuf};

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
