//! The store on real files.

mod damage;
mod sharing;

use std::fs;
use std::os::unix::fs::{FileTypeExt, MetadataExt, PermissionsExt, symlink};
use std::path::{Path, PathBuf};

use scrutineer::domain::edit::{Edit, Place, Step};
use scrutineer::domain::json::Json;
use scrutineer::domain::workspace::Workspace;
use scrutineer::store::{
    Access, Committed, CreateError, Durability, OpenError, OpenOptions, ReadOnlyReason, Snapshot,
    Store,
};
use tempfile::TempDir;

/// A workspace file in a folder of its own.
const OLD: &str = "{\n  \"format\": \"scrutineer/1\",\n  \"title\": \"Old\",\n  \"organisation\": \"Leeds\",\n  \"later\": 1.10\n}\n";

fn desk() -> (TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("leeds.json");
    fs::write(&file, OLD).unwrap();
    (folder, file)
}

fn open(file: &Path) -> Store {
    let opened = Store::open(file).unwrap();
    assert_eq!(opened.access, Access::ReadWrite);
    opened.store
}

fn set(field: &str, before: &str, after: &str) -> Step {
    Step::new(
        "set",
        vec![Edit::Set {
            at: Place::workspace(),
            field: field.to_owned(),
            before: Some(Json::text(before)),
            after: Some(Json::text(after)),
        }],
    )
}

/// What lies beside the workspace once it was rewritten.
const BESIDE: [&str; 5] = [
    "leeds.journal.jsonl",
    "leeds.json",
    "leeds.json.bak",
    "leeds.lock",
    "leeds.snapshot.lock",
];

/// Saves a step, and rewrites the file.
fn save(store: &mut Store, step: &Step) -> (Committed, Snapshot) {
    let committed = store.commit(step).unwrap();
    (committed, store.snapshot().unwrap().unwrap())
}

fn names(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).unwrap();
    let mut names: Vec<String> = entries
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    names
}

fn mode(path: &Path) -> u32 {
    fs::metadata(path).unwrap().mode() & 0o7777
}

#[test]
fn opening_looking_and_being_refused_write_nothing() {
    let (folder, file) = desk();
    let before = fs::metadata(&file).unwrap();
    let mut store = open(&file);
    assert!(store.poll().unwrap().is_none());
    let read_only = OpenOptions {
        read_only: true,
        ..OpenOptions::default()
    };
    let mut opened = Store::open_with(&file, read_only).unwrap();
    assert_eq!(opened.access, Access::ReadOnly(ReadOnlyReason::Asked));
    let error = opened
        .store
        .commit(&set("title", "Old", "New"))
        .unwrap_err();
    assert_eq!(
        error.to_string(),
        "nothing can be changed: it was opened to be read only"
    );
    let after = fs::metadata(&file).unwrap();
    assert_eq!(
        (before.ino(), before.mtime_nsec()),
        (after.ino(), after.mtime_nsec())
    );
    assert_eq!(names(folder.path()), ["leeds.json"]);
}

#[test]
fn companions_appear_with_the_first_step_and_take_the_files_mode() {
    let (folder, file) = desk();
    fs::set_permissions(&file, fs::Permissions::from_mode(0o640)).unwrap();
    let (_, snapshot) = save(&mut open(&file), &set("title", "Old", "New"));
    assert!(snapshot.attributes_kept);
    assert_eq!(snapshot.durability, Durability::Confirmed);
    assert_eq!(names(folder.path()), BESIDE);
    assert!(
        BESIDE
            .iter()
            .all(|name| mode(&folder.path().join(name)) == 0o640)
    );
}

#[test]
fn a_step_changes_one_line_and_the_old_file_is_kept() {
    let (folder, file) = desk();
    let mut store = open(&file);
    let (committed, _) = save(&mut store, &set("title", "Old", "New"));
    let new = OLD.replace("Old", "New");
    assert_eq!(fs::read_to_string(&file).unwrap(), new);
    let backup = folder.path().join("leeds.json.bak");
    assert_eq!(fs::read_to_string(&backup).unwrap(), OLD);
    save(&mut store, &committed.applied.inverse);
    assert_eq!(fs::read_to_string(&file).unwrap(), OLD);
    assert_eq!(fs::read_to_string(&backup).unwrap(), new);
    assert_ne!(
        fs::metadata(&file).unwrap().ino(),
        fs::metadata(&backup).unwrap().ino()
    );
}

#[test]
fn a_symbolic_link_stays_and_its_target_is_replaced() {
    let (folder, file) = desk();
    let desk = folder.path().join("desk");
    fs::create_dir(&desk).unwrap();
    let link = desk.join("mine.json");
    symlink("../leeds.json", &link).unwrap();
    save(&mut open(&link), &set("title", "Old", "New"));
    assert!(
        fs::symlink_metadata(&link)
            .unwrap()
            .file_type()
            .is_symlink()
    );
    assert_eq!(
        fs::read_to_string(&file).unwrap(),
        OLD.replace("Old", "New")
    );
    assert_eq!(names(&desk), ["mine.json"]);
    let beside: Vec<&str> = ["desk"].into_iter().chain(BESIDE).collect();
    assert_eq!(names(folder.path()), beside);
}

#[test]
fn a_link_that_is_turned_while_it_is_open_leads_to_the_new_file() {
    let (folder, file) = desk();
    let (link, other) = (
        folder.path().join("now.json"),
        folder.path().join("other.json"),
    );
    symlink(&file, &link).unwrap();
    let mut store = open(&link);
    fs::write(&other, OLD.replace("Leeds", "York")).unwrap();
    fs::remove_file(&link).unwrap();
    symlink(&other, &link).unwrap();
    let committed = store.commit(&set("title", "Old", "New")).unwrap();
    assert_eq!(committed.workspace.organisation, "York");
    assert_eq!(fs::read_to_string(&file).unwrap(), OLD);
    assert!(folder.path().join("other.journal.jsonl").exists());
}

#[test]
fn a_second_name_elsewhere_is_noticed_but_our_own_backup_is_not_one() {
    let (folder, file) = desk();
    assert!(!Store::open(&file).unwrap().linked_elsewhere);
    fs::hard_link(&file, folder.path().join("leeds.json.bak")).unwrap();
    assert!(!Store::open(&file).unwrap().linked_elsewhere);
    fs::hard_link(&file, folder.path().join("second.json")).unwrap();
    assert!(Store::open(&file).unwrap().linked_elsewhere);
    save(&mut open(&file), &set("title", "Old", "New"));
    assert!(names(folder.path()).contains(&"second.json".to_owned()));
}

#[test]
fn user_attributes_of_the_file_are_kept() {
    let (_folder, file) = desk();
    let none = rustix::fs::XattrFlags::empty();
    if rustix::fs::setxattr(&file, "user.office", b"Scrutiny", none).is_err() {
        return; // This file system has none.
    }
    let (_, snapshot) = save(&mut open(&file), &set("title", "Old", "New"));
    assert!(snapshot.attributes_kept);
    let mut value = [0_u8; 8];
    rustix::fs::getxattr(&file, "user.office", &mut value[..]).unwrap();
    assert_eq!(&value, b"Scrutiny");
}

#[test]
fn what_is_no_file_is_refused_by_its_name_before_it_is_opened() {
    let (folder, file) = desk();
    let pipe = folder.path().join("pipe");
    let all = rustix::fs::Mode::from_raw_mode(0o600);
    rustix::fs::mkfifoat(rustix::fs::CWD, &pipe, all).unwrap();
    assert!(fs::metadata(&pipe).unwrap().file_type().is_fifo());
    let large = folder.path().join("large.json");
    fs::File::create(&large)
        .unwrap()
        .set_len((1 << 30) + 1)
        .unwrap();
    let missing = folder.path().join("missing.json");
    let under = file.join("under.json");
    for (path, says) in [
        (&*missing, "there is no such file"),
        (folder.path(), "is a folder, not a file"),
        (&*pipe, "is a device or pipe, not a file"),
        (Path::new("/dev/zero"), "is a device or pipe, not a file"),
        (&*large, "is larger than 1 GiB"),
        (&*under, "could not be read: Not a directory"),
    ] {
        let error = Store::open(path).unwrap_err();
        assert!(error.to_string().contains(says), "{error}");
        assert!(
            error.to_string().contains(path.to_str().unwrap()),
            "{error}"
        );
        assert!(!error.hint().is_empty());
    }
}

#[test]
fn a_faulty_file_is_not_opened_but_what_can_be_read_of_it_is_handed_out() {
    let (_folder, file) = desk();
    fs::write(&file, OLD.replace("\"Old\"", "7")).unwrap();
    let error = Store::open(&file).unwrap_err();
    assert!(
        error
            .to_string()
            .contains("line 3, column 12: /title: Expected a text"),
        "{error}"
    );
    let OpenError::Faulty {
        faults, salvaged, ..
    } = error
    else {
        panic!()
    };
    assert_eq!(faults.len(), 1);
    assert_eq!(salvaged.unwrap().organisation, "Leeds");
}

#[test]
fn a_file_opened_despite_its_faults_is_never_written_until_it_is_mended() {
    let (folder, file) = desk();
    let broken = OLD.replace("\"Old\"", "7");
    fs::write(&file, &broken).unwrap();
    let despite = OpenOptions {
        despite_faults: true,
        ..OpenOptions::default()
    };
    let mut opened = Store::open_with(&file, despite).unwrap();
    assert!(matches!(
        opened.access,
        Access::ReadOnly(ReadOnlyReason::Faults(_))
    ));
    assert_eq!(opened.workspace.organisation, "Leeds");
    assert!(opened.store.poll().unwrap().is_none());
    opened
        .store
        .commit(&set("organisation", "Leeds", "York"))
        .unwrap_err();
    assert_eq!(fs::read_to_string(&file).unwrap(), broken);
    assert_eq!(names(folder.path()), ["leeds.json", "leeds.lock"]);
    fs::write(&file, OLD).unwrap();
    let news = opened.store.poll().unwrap().unwrap();
    assert_eq!(news.workspace.title, "Old");
    assert_eq!(opened.store.access(), &Access::ReadWrite);
    opened
        .store
        .commit(&set("organisation", "Leeds", "York"))
        .unwrap();
}

#[test]
fn a_new_file_is_for_its_owner_only_and_never_takes_anothers_place() {
    let (folder, file) = desk();
    let new = folder.path().join("new.json");
    assert_eq!(
        Store::create(&new, &Workspace::empty()).unwrap(),
        Durability::Confirmed
    );
    assert_eq!(mode(&new), 0o600);
    assert_eq!(Store::open(&new).unwrap().workspace, Workspace::empty());
    let dangling = folder.path().join("dangling.json");
    symlink("nowhere", &dangling).unwrap();
    for taken in [&file, &dangling, &folder.path().to_owned()] {
        let error = Store::create(taken, &Workspace::empty()).unwrap_err();
        assert!(matches!(error, CreateError::Exists { .. }), "{error}");
    }
    assert_eq!(fs::read_to_string(&file).unwrap(), OLD);
    let nowhere = folder.path().join("no/such/new.json");
    let error = Store::create(&nowhere, &Workspace::empty()).unwrap_err();
    assert_eq!(error.hint(), "Make the folder first, or choose another one");
    assert_eq!(
        names(folder.path()),
        ["dangling.json", "leeds.json", "new.json"]
    );
}
