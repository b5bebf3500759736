mod announced;
mod crash;
mod damage;
mod faults;
mod model;
mod outside;
mod rotation;
mod sessions;
mod watched;

use std::fs;

use rustix::io::Errno;

use self::watched::{Fate, Watched};
use super::*;
use crate::domain::edit::{Edit, Place, Step};
use crate::domain::entry::What;
use crate::domain::json::Json;

/// A file that is not canonical, so that even its first step changes more than one line.
const OLD: &str = "{\"format\":\"scrutineer/1\",\"title\":\"Old\",\"organisation\":\"Leeds\"}";
const NEW: &str =
    "{\n  \"format\": \"scrutineer/1\",\n  \"title\": \"New\",\n  \"organisation\": \"Leeds\"\n}\n";

struct Desk {
    folder: tempfile::TempDir,
    file: PathBuf,
    storage: Watched,
    store: Store,
}

impl Desk {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().canonicalize().unwrap().join("leeds.json");
        fs::write(&file, OLD).unwrap();
        let storage = Watched::new();
        let store = open(&storage, &file);
        Self {
            folder,
            file,
            storage,
            store,
        }
    }

    /// One where a step was made and taken back, so that companions are there.
    fn used() -> Self {
        let mut desk = Self::new();
        let applied = desk.save("Old", "New").unwrap().applied;
        desk.store.commit(&applied.inverse).unwrap();
        desk.store.snapshot().unwrap();
        desk
    }

    /// Saves a step, and rewrites the file.
    fn save(&mut self, before: &str, after: &str) -> Result<Committed, CommitError> {
        let committed = self.store.commit(&title(before, after))?;
        self.store.snapshot()?;
        Ok(committed)
    }

    /// The title that somebody finds who opens the file now.
    fn title(&self) -> String {
        Store::open(&self.file).unwrap().workspace.title
    }

    fn content(&self) -> String {
        fs::read_to_string(&self.file).unwrap()
    }

    fn names(&self) -> Vec<String> {
        let entries = fs::read_dir(self.folder.path()).unwrap();
        let mut names: Vec<String> = entries
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .collect();
        names.sort();
        names
    }

    fn has_leftovers(&self) -> bool {
        self.names().iter().any(|name| name.ends_with("tmp"))
    }
}

fn open(storage: &Watched, file: &Path) -> Store {
    let opened = Store::open_on(Arc::new(storage.clone()), file, OpenOptions::default()).unwrap();
    assert_eq!(opened.access, Access::ReadWrite);
    opened.store
}

fn title(before: &str, after: &str) -> Step {
    set("title", Some(before), after)
}

fn set(field: &str, before: Option<&str>, after: &str) -> Step {
    Step::new(
        "set",
        vec![Edit::Set {
            at: Place::workspace(),
            field: field.to_owned(),
            before: before.map(Json::text),
            after: Some(Json::text(after)),
        }],
    )
}

#[test]
fn a_commit_is_one_write_and_one_sync_whatever_the_file_holds() {
    let mut desk = Desk::used();
    desk.store.commit(&title("Old", "Mid")).unwrap();
    desk.storage.watch(|_, _| Fate::Go);
    desk.store.commit(&title("Mid", "New")).unwrap();
    let calls = desk.storage.rest();
    let writing = calls
        .iter()
        .filter(|call| !matches!(**call, "resolve" | "attributes" | "may_write"));
    // What others may have appended is read from where it was left; the file only while it is so
    // new that its stamp proves nothing.
    let writing: Vec<_> = writing
        .filter(|call| !matches!(**call, "open" | "read"))
        .collect();
    assert_eq!(
        writing,
        [&"try_lock", &"append_to", &"append", &"sync_data"]
    );
}

#[test]
fn a_snapshot_keeps_to_the_order_that_makes_it_safe() {
    let mut desk = Desk::used();
    desk.store.commit(&title("Old", "New")).unwrap();
    desk.storage.watch(|_, _| Fate::Go);
    desk.store.snapshot().unwrap().unwrap();
    let calls = desk.storage.rest();
    let order = [
        "append",
        "sync_data",
        "create_new",
        "take_after",
        "write_all",
        "read",
        "sync",
        "link",
        "rename",
        "rename",
        "sync_folder",
        "append",
        "sync_data",
    ];
    let mut calls = calls.iter();
    for call in order {
        assert!(
            calls.any(|it| *it == call),
            "{call} is missing, or too early"
        );
    }
}

#[test]
fn where_nobody_can_be_kept_out_nothing_is_changed() {
    let mut desk = Desk::new();
    desk.storage.fate_of("try_lock", Fate::Fail(Errno::NOLCK));
    let error = desk.store.commit(&title("Old", "New")).unwrap_err();
    assert!(
        matches!(error, CommitError::ReadOnly(ReadOnlyReason::NoLocks)),
        "{error}"
    );
    assert_eq!(desk.names(), ["leeds.json"]);
    desk.storage.rest();
    desk.store.commit(&title("Old", "New")).unwrap();
}

#[test]
fn a_change_from_outside_that_races_a_snapshot_is_taken_in_first() {
    let mut desk = Desk::new();
    desk.store.commit(&title("Old", "New")).unwrap();
    let (file, mut once) = (desk.file.clone(), true);
    desk.storage.watch(move |call, _| {
        // Between announcing the new file and replacing the old one.
        if call == "sync" && std::mem::take(&mut once) {
            fs::write(&file, OLD.replace("Leeds", "York")).unwrap();
        }
        Fate::Go
    });
    desk.store.snapshot().unwrap().unwrap();
    desk.storage.rest();
    assert_eq!(desk.content(), NEW.replace("Leeds", "York"));
    let told = desk.store.poll().unwrap().unwrap().entries;
    assert!(matches!(told[0].what, What::Outside { .. }), "{told:?}");
    assert_eq!(verify(&desk.file).unwrap().first_bad, None);
}

#[test]
fn a_file_that_never_rests_is_given_up_untouched_and_nothing_is_lost() {
    let mut desk = Desk::new();
    desk.store.commit(&title("Old", "New")).unwrap();
    let (file, mut n) = (desk.file.clone(), 0);
    desk.storage.watch(move |call, _| {
        if call == "sync" {
            n += 1;
            fs::write(&file, OLD.replace("Leeds", &n.to_string())).unwrap();
        }
        Fate::Go
    });
    let error = desk.store.snapshot().unwrap_err();
    assert!(matches!(error, CommitError::Contended { .. }), "{error}");
    desk.storage.rest();
    assert!(desk.content().contains("Old") && !desk.has_leftovers());
    assert_eq!(desk.title(), "New");
}

#[test]
fn what_may_not_be_written_is_opened_to_be_read_with_the_reason() {
    let desk = Desk::new();
    for (which, error, reason) in [
        (1, Errno::ACCESS, ReadOnlyReason::File),
        (2, Errno::ACCESS, ReadOnlyReason::Folder),
        (1, Errno::ROFS, ReadOnlyReason::Medium),
    ] {
        let mut asked = 0;
        desk.storage.watch(move |call, _| {
            asked += usize::from(call == "may_write");
            let this = call == "may_write" && asked == which;
            if this { Fate::Fail(error) } else { Fate::Go }
        });
        let storage = Arc::new(desk.storage.clone());
        let opened = Store::open_on(storage, &desk.file, OpenOptions::default()).unwrap();
        assert_eq!(opened.access, Access::ReadOnly(reason));
        // The permission came back meanwhile.
        let mut store = opened.store;
        store.commit(&Step::new("again", Vec::new())).unwrap();
        assert_eq!(store.access(), &Access::ReadWrite);
        store.snapshot().unwrap();
    }
}

#[test]
fn a_look_at_an_unchanged_file_does_not_read_it() {
    let mut desk = Desk::new();
    let long_ago = std::time::SystemTime::now() - Duration::from_mins(1);
    fs::File::open(&desk.file)
        .unwrap()
        .set_modified(long_ago)
        .unwrap();
    let reads = |calls: Vec<&str>| calls.iter().filter(|call| **call == "read").count();
    // Right after a change only reading can tell; some looks later a stamp is enough.
    let settled = (0..10_000).find(|_| {
        desk.storage.rest();
        assert!(desk.store.poll().unwrap().is_none());
        std::thread::yield_now();
        reads(desk.storage.rest()) == 0
    });
    assert!(settled.is_some());
    fs::write(&desk.file, OLD.replace("Leeds", "York")).unwrap();
    let news = desk.store.poll().unwrap().unwrap();
    assert_eq!(news.workspace.organisation, "York");
}

#[test]
fn a_change_that_could_not_be_read_again_is_not_written() {
    let mut desk = Desk::new();
    let list = "[{\"id\":\"a\"},{\"id\":\"a\"}]";
    let step = Step::new(
        "set",
        vec![Edit::Set {
            at: Place::workspace(),
            field: "themes".to_owned(),
            before: None,
            after: Some(Json::parse(list).unwrap()),
        }],
    );
    let error = desk.store.commit(&step).unwrap_err();
    assert!(
        error.to_string().contains("\"a\" is there twice"),
        "{error}"
    );
    assert_eq!(desk.content(), OLD);
    assert!(!desk.has_leftovers());
}

#[test]
fn a_change_right_after_a_look_is_noticed_though_size_and_time_are_the_same() {
    let mut desk = Desk::new();
    desk.storage.fate_of("attributes", Fate::Half);
    for organisation in ["Derby", "Ripon", "Truro"] {
        fs::write(&desk.file, OLD.replace("Leeds", organisation)).unwrap();
        let now = desk.store.poll().unwrap().unwrap();
        assert_eq!(now.workspace.organisation, organisation);
    }
}
