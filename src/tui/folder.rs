//! What is in a folder, for whoever types a file's name.

use std::fs::{self, DirEntry};
use std::path::{Path, PathBuf};

/// No more names are shown: nobody looks through more.
const MOST: usize = 2_000;

/// A path as it was typed; `~/` is the user's home.
pub fn path(typed: &str) -> PathBuf {
    match (typed.strip_prefix("~/"), std::env::home_dir()) {
        (Some(rest), Some(home)) => home.join(rest),
        _ => PathBuf::from(typed),
    }
}

/// The folders, with `/` behind them, and the files of a folder that may be workspaces, in order. A folder
/// that cannot be looked into has none.
pub fn names(typed: &str) -> Vec<String> {
    let folder = match typed {
        "" => PathBuf::from("."),
        typed => path(typed),
    };
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let mut names: Vec<String> = entries
        .filter_map(|entry| name(&entry))
        .take(MOST)
        .collect();
    names.sort_by_key(|name| (!name.ends_with('/'), name.to_lowercase()));
    names
}

/// The name of a folder or of a file that may be a workspace.
fn name(entry: &DirEntry) -> Option<String> {
    let name = entry.file_name().into_string().ok()?;
    // Behind a link may be a folder.
    let is_folder = fs::metadata(entry.path()).is_ok_and(|it| it.is_dir());
    let may_be_one = Path::new(&name).extension().is_some_and(|it| it == "json");
    match (is_folder, may_be_one) {
        (true, _) => Some(name + "/"),
        (false, true) => Some(name),
        (false, false) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folders_come_first_and_other_files_not_at_all() {
        let folder = tempfile::tempdir().unwrap();
        for name in ["b.json", "A.json", "notes.txt"] {
            fs::write(folder.path().join(name), "").unwrap();
        }
        fs::create_dir(folder.path().join("plans")).unwrap();
        std::os::unix::fs::symlink(folder.path(), folder.path().join("here")).unwrap();
        let typed = format!("{}/", folder.path().display());
        assert_eq!(names(&typed), ["here/", "plans/", "A.json", "b.json"]);
        assert_eq!(names(&format!("{typed}nowhere/")), [""; 0]);
    }

    #[test]
    fn the_home_is_known_by_its_sign_and_by_nothing_else() {
        let home = std::env::home_dir().unwrap();
        assert_eq!(path("~/plan.json"), home.join("plan.json"));
        assert_eq!(path("a~/plan.json"), PathBuf::from("a~/plan.json"));
    }
}
