//! Several programs with one file.

use std::sync::Barrier;
use std::time::Duration;

use scrutineer::domain::edit::{Anchor, ListPlace};
use scrutineer::domain::kind::Kind;
use scrutineer::store::{CommitError, ErrorKind, verify};

use super::*;

#[test]
fn steps_of_two_stores_on_different_fields_are_both_kept() {
    let (_folder, file) = desk();
    let (mut mine, mut theirs) = (open(&file), open(&file));
    assert!(
        mine.commit(&set("title", "Old", "New"))
            .unwrap()
            .theirs
            .is_empty()
    );
    let committed = theirs
        .commit(&set("organisation", "Leeds", "York"))
        .unwrap();
    assert_eq!(committed.theirs.len(), 1);
    assert_eq!(committed.workspace.title, "New");
    let now = Store::open(&file).unwrap().workspace;
    assert_eq!((&*now.title, &*now.organisation), ("New", "York"));
    assert_eq!(now, committed.workspace);
}

#[test]
fn two_steps_on_one_field_are_a_conflict_that_shows_theirs_and_keeps_it() {
    let (folder, file) = desk();
    let (mut mine, mut theirs) = (open(&file), open(&file));
    theirs.commit(&set("title", "Old", "Theirs")).unwrap();
    let journal = folder.path().join("leeds.journal.jsonl");
    let kept = fs::read(&journal).unwrap();
    let error = mine.commit(&set("title", "Old", "Mine")).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Conflict);
    assert_eq!(
        error.to_string(),
        "title of workspace: is Theirs now, not Old"
    );
    let CommitError::Conflict(conflict) = error else {
        panic!("{error}")
    };
    assert_eq!(conflict.theirs.len(), 1);
    assert_eq!(conflict.workspace.title, "Theirs");
    assert_eq!(fs::read(&journal).unwrap(), kept);
    // Decided for mine.
    let committed = mine.commit(&set("title", "Theirs", "Mine")).unwrap();
    assert!(committed.theirs.is_empty());
}

#[test]
fn a_look_brings_in_what_others_did_once() {
    let (_folder, file) = desk();
    let (mut mine, mut theirs) = (open(&file), open(&file));
    theirs.commit(&set("title", "Old", "Theirs")).unwrap();
    assert!(theirs.poll().unwrap().is_none());
    let news = mine.poll().unwrap().unwrap();
    assert_eq!(news.workspace.title, "Theirs");
    assert_eq!(news.entries.len(), 1);
    assert!(mine.poll().unwrap().is_none());
    assert!(
        mine.commit(&set("title", "Theirs", "Mine"))
            .unwrap()
            .theirs
            .is_empty()
    );
}

#[test]
fn a_file_that_others_rewrite_in_place_or_touch_is_taken_for_what_it_holds() {
    let (_folder, file) = desk();
    let mut store = open(&file);
    for title in ["One", "Two", "Six"] {
        fs::write(&file, OLD.replace("Old", title)).unwrap();
        assert_eq!(store.poll().unwrap().unwrap().workspace.title, title);
        fs::File::open(&file)
            .unwrap()
            .set_modified(std::time::SystemTime::now())
            .unwrap();
        assert!(store.poll().unwrap().is_none());
    }
}

#[test]
fn eight_writers_with_25_steps_each_lose_nothing() {
    let (folder, file) = desk();
    let start = Barrier::new(8);
    std::thread::scope(|scope| {
        for writer in 0..8 {
            let (file, start) = (&file, &start);
            scope.spawn(move || {
                let mut store = open(file);
                store.set_patience(Duration::from_mins(2));
                start.wait();
                for n in 0..25 {
                    let key = format!("t{writer}-{n}");
                    let value = Json::parse(&format!("{{\"id\":\"{key}\"}}")).unwrap();
                    let list = ListPlace::Records(Kind::Theme);
                    let edit = Edit::Insert {
                        list,
                        key,
                        value,
                        anchor: Anchor::first(),
                    };
                    let committed = store.commit(&Step::new("add", vec![edit])).unwrap();
                    assert_eq!(committed.entry.edits.len(), 1);
                }
            });
        }
    });
    let workspace = Store::open(&file).unwrap().workspace;
    assert_eq!(workspace.themes.len(), 200);
    for writer in 0..8 {
        let places = (0..25).map(|n| workspace.themes.place(&format!("t{writer}-{n}")).unwrap());
        assert!(
            places.rev().is_sorted(),
            "each writer's steps in their order"
        );
    }
    assert_eq!(verify(&file).unwrap().first_bad, None);
    open(&file).snapshot().unwrap().unwrap();
    assert_eq!(names(folder.path()), BESIDE);
}

#[test]
fn who_leaves_writes_the_file_unless_somebody_else_made_changes_and_will() {
    let (_folder, file) = desk();
    let (mut one, mut two, looking) = (open(&file), open(&file), open(&file));
    one.commit(&set("title", "Old", "One")).unwrap();
    two.commit(&set("organisation", "Leeds", "York")).unwrap();
    assert_eq!(one.leave().unwrap(), None);
    assert_eq!(fs::read_to_string(&file).unwrap(), OLD);
    assert!(two.leave().unwrap().is_some());
    let both = OLD.replace("Old", "One").replace("Leeds", "York");
    assert_eq!(fs::read_to_string(&file).unwrap(), both);
    drop(looking);
}

#[test]
fn a_lock_that_others_hold_is_waited_for_only_so_long() {
    let (folder, file) = desk();
    let mut store = open(&file);
    store.set_patience(Duration::from_millis(5));
    let lock = fs::File::create(folder.path().join("leeds.lock")).unwrap();
    lock.lock().unwrap();
    let error = store.commit(&set("title", "Old", "New")).unwrap_err();
    assert!(matches!(error, CommitError::Locked { .. }));
    assert!(
        error
            .to_string()
            .contains("leeds.lock has been held by another program"),
        "{error}"
    );
    assert_eq!(fs::read_to_string(&file).unwrap(), OLD);
    drop(lock);
    store.commit(&set("title", "Old", "New")).unwrap();
}

#[test]
fn a_lock_file_that_is_a_link_is_not_followed() {
    let (folder, file) = desk();
    let elsewhere = folder.path().join("elsewhere");
    symlink(&elsewhere, folder.path().join("leeds.lock")).unwrap();
    let error = open(&file).commit(&set("title", "Old", "New")).unwrap_err();
    assert!(error.to_string().contains("locking failed"), "{error}");
    assert!(!elsewhere.exists());
}
