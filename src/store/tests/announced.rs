//! Several programs write the file and announce it while somebody else looks: whoever looks stands on
//! what was announced, and never takes it for a strange file.

use super::*;
use crate::domain::digest::Digest;
use crate::domain::entry::{Entry, Reverses};
use crate::domain::timestamp::Timestamp;
use crate::store::base::Base;
use crate::store::read::hash;

/// An entry behind another, by their names.
fn entry(name: &str, behind: &str, what: What, edits: Vec<Edit>) -> Arc<Entry> {
    Arc::new(Entry {
        seq: 0,
        time: Timestamp::default(),
        who: Who::default(),
        host: String::new(),
        session: String::new(),
        what,
        cause: String::new(),
        edits,
        reverses: Reverses::default(),
        prev: vec![digest(behind)],
        hash: digest(name),
    })
}

fn digest(name: &str) -> Digest {
    hash(name.as_bytes())
}

fn snapshot(name: &str, behind: &str, file: &str, holds: &str) -> Arc<Entry> {
    let (file, holds) = (digest(file), digest(holds));
    entry(name, behind, What::Snapshot { file, holds }, Vec::new())
}

/// A base that stands at the entry `start`, with one step behind it.
fn base() -> Base {
    let workspace = read::understand(Path::new("leeds.json"), OLD.as_bytes()).unwrap();
    let mut base = Base::new(workspace, digest("old bytes"));
    base.push(entry(
        "step",
        "start",
        What::Step,
        title("Old", "New").edits,
    ));
    base
}

#[test]
fn of_several_who_announce_the_same_bytes_one_that_lies_before_us_is_enough() {
    // The newest announcement is for a place that we have left behind, or have never heard of.
    for newest in ["long ago", "nowhere"] {
        let mut base = base();
        base.push(snapshot("one", "step", "new bytes", "step"));
        base.push(snapshot("two", "one", "new bytes", newest));
        assert!(base.advance(digest("new bytes")), "{newest}");
        assert_eq!(base.content.title, "New");
        assert!(!base.lags());
    }
}

#[test]
fn bytes_that_are_announced_again_for_where_we_stand_are_known() {
    let mut base = base();
    base.push(snapshot("one", "step", "old bytes", "start"));
    assert!(base.advance(digest("old bytes")));
    assert_eq!(base.content.title, "Old");
    assert!(base.lags(), "the step is still to come");
}

#[test]
fn bytes_that_nobody_announced_are_strange_and_the_entries_behind_us_stay() {
    let mut base = base();
    base.push(snapshot("one", "step", "new bytes", "nowhere"));
    // What the file is said to lack cannot be taken off it.
    let ahead = title("Mid", "Late").edits;
    let file = digest("their bytes");
    let outside = What::Outside {
        file,
        ahead,
        not_taken: Vec::new(),
    };
    base.push(entry("outside", "one", outside, Vec::new()));
    for strange in ["new bytes", "their bytes", "other bytes"] {
        assert!(!base.advance(digest(strange)), "{strange}");
        assert_eq!(base.tail().len(), 3, "{strange}");
    }
    base.push(snapshot("two", "outside", "new bytes", "step"));
    assert!(
        base.advance(digest("new bytes")),
        "and it can go on from there"
    );
    assert_eq!(base.content.title, "New");
}

/// Somebody else who makes a step and writes the file, twice, when they are called.
fn somebody(file: &Path) -> impl FnMut() + Send + use<> {
    let mut store = Store::open(file).unwrap().store;
    move || {
        for _ in 0..2 {
            let was = store.workspace().title.clone();
            let now = if was == "Old" { "New" } else { "Old" };
            store.commit(&title(&was, now)).unwrap();
            store.snapshot().unwrap();
        }
        let was = store.workspace().title.clone();
        store.commit(&title(&was, "Last")).unwrap();
        store.snapshot().unwrap();
    }
}

/// Lets somebody do something just before the n-th call from here on.
fn interrupt(storage: &Watched, n: usize, mut by: impl FnMut() + Send + 'static) {
    storage.watch(move |_, call| {
        if call == n {
            by();
        }
        Fate::Go
    });
}

fn is_outside(entry: &Entry) -> bool {
    matches!(entry.what, What::Outside { .. })
}

#[test]
fn a_file_that_is_written_anew_at_any_moment_of_opening_is_no_strange_one() {
    for n in 1.. {
        let desk = Desk::used();
        let storage = Watched::new();
        interrupt(&storage, n, somebody(&desk.file));
        let opened = Store::open_on(
            Arc::new(storage.clone()),
            &desk.file,
            OpenOptions::default(),
        );
        let mut opened = opened.unwrap();
        assert_eq!(opened.access, Access::ReadWrite, "at call {n}");
        assert!(opened.outside.is_none(), "at call {n}");
        let calls = storage.rest().len();
        opened.store.poll().unwrap();
        let over = calls < n;
        let now = if over { "Old" } else { "Last" };
        assert_eq!(opened.store.workspace().title, now, "at call {n}");
        opened.store.commit(&title(now, "Mine")).unwrap();
        let history = opened.store.history().unwrap().map(Result::unwrap);
        assert!(
            !history.into_iter().any(|it| is_outside(&it)),
            "at call {n}"
        );
        if over {
            break;
        }
    }
}

#[test]
fn a_file_that_is_written_anew_at_any_moment_of_a_look_is_no_strange_one() {
    for n in 1.. {
        let mut desk = Desk::used();
        let mut first = somebody(&desk.file);
        first();
        interrupt(&desk.storage, n, {
            let mut other = Store::open(&desk.file).unwrap().store;
            move || {
                for now in ["Old", "New", "End"] {
                    let was = other.workspace().title.clone();
                    other.commit(&title(&was, now)).unwrap();
                    other.snapshot().unwrap();
                }
            }
        });
        desk.store.poll().unwrap();
        let over = desk.storage.rest().len() < n;
        desk.store.poll().unwrap();
        let now = if over { "Last" } else { "End" };
        assert_eq!(desk.store.workspace().title, now, "at call {n}");
        desk.store.commit(&title(now, "Mine")).unwrap();
        let history = desk.store.history().unwrap().map(Result::unwrap);
        assert!(
            !history.into_iter().any(|it| is_outside(&it)),
            "at call {n}"
        );
        assert_eq!(verify(&desk.file).unwrap().first_bad, None);
        if over {
            break;
        }
    }
}
