//! Several sessions on one file: whatever they do in whatever order, they end with the same workspace.

use proptest::prelude::*;

use super::*;

use crate::store::snapshot::Snapshotting;

/// What a session does.
#[derive(Clone, Copy, Debug)]
enum Act {
    /// Sets one of two fields over what it knows; it may be told that it is too late.
    Set(bool, u8),
    /// Adds a theme behind all others.
    Add,
    Undo,
    Redo,
    Poll,
    Snapshot,
    /// Takes the state to be written, as a snapshot on another thread does.
    Begin,
    /// Writes what was taken.
    Finish,
    /// Leaves, and comes back.
    Restart,
    /// An editor changes the file.
    Outside(u8),
}

fn act() -> impl Strategy<Value = Act> {
    prop_oneof![
        4 => (any::<bool>(), 0..9_u8).prop_map(|(field, value)| Act::Set(field, value)),
        3 => Just(Act::Add),
        3 => Just(Act::Undo),
        2 => Just(Act::Redo),
        1 => Just(Act::Poll),
        1 => Just(Act::Snapshot),
        1 => Just(Act::Begin),
        1 => Just(Act::Finish),
        1 => Just(Act::Restart),
        1 => (0..9_u8).prop_map(Act::Outside),
    ]
}

/// What sessions do that have the file to themselves, most of all writing it.
fn act_of_ours() -> impl Strategy<Value = Act> {
    prop_oneof![
        2 => (any::<bool>(), 0..3_u8).prop_map(|(field, value)| Act::Set(field, value)),
        2 => Just(Act::Add),
        1 => Just(Act::Poll),
        3 => Just(Act::Begin),
        3 => Just(Act::Finish),
        1 => Just(Act::Restart),
    ]
}

/// One of several who work on the file.
struct Session {
    store: Store,
    /// What it took to write, and has not written yet.
    begun: Option<Snapshotting>,
}

impl Session {
    fn of(name: &str, file: &Path) -> Self {
        Self {
            store: start(file, name),
            begun: None,
        }
    }
}

fn start(file: &Path, name: &str) -> Store {
    let who = Who {
        user: "office".to_owned(),
        name: name.to_owned(),
        role: String::new(),
    };
    let options = OpenOptions {
        who: Some(who),
        ..OpenOptions::default()
    };
    let mut store = Store::open_with(file, options).unwrap().store;
    store.bounds.journal = 2_000;
    store
}

fn perform(session: &mut Session, act: Act, file: &Path, n: usize) {
    let store = &mut session.store;
    match act {
        Act::Set(field, value) => {
            let now = store.workspace();
            let (field, now) = if field {
                ("title", now.title.clone())
            } else {
                ("organisation", now.organisation.clone())
            };
            let step = set(field, Some(&now), &format!("value {value}"));
            tried(store.commit(&step));
        }
        Act::Add => {
            let key = format!("t{n}");
            let list = crate::domain::edit::ListPlace::Records(crate::domain::kind::Kind::Theme);
            let edit = Edit::Insert {
                list,
                value: Json::parse(&format!("{{\"id\":\"{key}\"}}")).unwrap(),
                key,
                anchor: crate::domain::edit::Anchor::last(&store.workspace().themes),
            };
            tried(store.commit(&Step::new("add", vec![edit])));
        }
        Act::Undo => {
            if let Some(target) = store.undo_target().unwrap() {
                tried(store.undo(&[target]));
            }
        }
        Act::Redo => {
            if let Some(target) = store.redo_target().unwrap() {
                tried(store.undo(&[target]));
            }
        }
        Act::Poll => drop(store.poll().unwrap()),
        Act::Snapshot => drop(store.snapshot().unwrap()),
        Act::Begin => session.begun = store.snapshotting().unwrap(),
        Act::Finish => {
            if let Some(begun) = session.begun.take() {
                begun.run().unwrap();
                store.poll().unwrap();
            }
        }
        Act::Restart => *store = start(file, &store.who().name.clone()),
        Act::Outside(value) => {
            let text = fs::read_to_string(file).unwrap();
            let mut workspace = format::read(text.as_bytes()).unwrap();
            workspace.title = format!("outside {value}");
            fs::write(file, format::write(&workspace).unwrap()).unwrap();
        }
    }
}

/// It is saved, or it was too late: nothing else goes wrong.
fn tried(result: Result<Committed, CommitError>) {
    if let Err(error) = result {
        assert_eq!(error.kind(), ErrorKind::Conflict, "{error}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]
    #[test]
    fn any_interleaving_of_sessions_ends_with_equal_workspaces_everywhere(
        acts in prop::collection::vec((0..3_usize, act()), 1..30),
    ) {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().canonicalize().unwrap().join("leeds.json");
        fs::write(&file, OLD).unwrap();
        let mut sessions = ["one", "two", "one"].map(|name| Session::of(name, &file));
        for (n, (who, act)) in acts.into_iter().enumerate() {
            perform(&mut sessions[who], act, &file, n);
        }
        for session in &mut sessions {
            session.store.poll().unwrap();
        }
        let found = start(&file, "last").workspace().clone();
        for session in &sessions {
            prop_assert_eq!(session.store.workspace(), &found);
        }
        // And once all of it is in the file it says the same without a journal.
        let last = &mut sessions[0].store;
        last.snapshot().unwrap();
        let text = fs::read_to_string(&file).unwrap();
        let read = format::read(text.as_bytes()).unwrap();
        if !last.unsnapshotted() {
            prop_assert_eq!(&read, &found);
        }
        prop_assert_eq!(verify(&file).unwrap().first_bad, None);
    }

    #[test]
    fn what_sessions_write_in_any_order_is_never_taken_for_another_programs_work(
        acts in prop::collection::vec((0..4_usize, act_of_ours()), 1..40),
    ) {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().canonicalize().unwrap().join("leeds.json");
        fs::write(&file, OLD).unwrap();
        let mut sessions = ["one", "two", "one", "three"].map(|name| Session::of(name, &file));
        let mut added = Vec::new();
        for (n, (who, act)) in acts.into_iter().enumerate() {
            perform(&mut sessions[who], act, &file, n);
            if let Act::Add = act {
                added.push(format!("t{n}"));
            }
        }
        prop_assert_eq!(verify(&file).unwrap().first_bad, None);
        for entry in fs::read_dir(folder.path()).unwrap() {
            let path = entry.unwrap().path();
            if path.extension().is_some_and(|it| it == "jsonl") {
                let journal = fs::read_to_string(&path).unwrap();
                prop_assert!(!journal.contains("\"what\":\"outside\""), "{}", journal);
            }
        }
        let found = start(&file, "last").workspace().clone();
        for theme in added {
            prop_assert!(found.themes.get(&theme).is_some(), "{} is gone", theme);
        }
    }
}

#[test]
fn of_several_that_write_the_file_at_once_one_does_and_the_others_announce_nothing() {
    let mut desk = Desk::new();
    desk.store.commit(&title("Old", "New")).unwrap();
    let mut others = [start(&desk.file, "one"), start(&desk.file, "two")];
    let begun = others
        .each_mut()
        .map(|it| it.snapshotting().unwrap().unwrap());
    assert!(desk.store.snapshot().unwrap().is_some());
    let journal = || fs::read(desk.file.with_file_name("leeds.journal.jsonl")).unwrap();
    let before = journal();
    for begun in begun {
        assert_eq!(begun.run().unwrap(), None);
    }
    assert_eq!(journal(), before);
    for other in &mut others {
        assert_eq!(other.snapshot().unwrap(), None, "nothing is left to write");
    }
    assert_eq!(desk.content(), NEW);
}
