//! Several sessions on one file: whatever they do in whatever order, they end with the same workspace.

use proptest::prelude::*;

use super::*;

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
        1 => Just(Act::Restart),
        1 => (0..9_u8).prop_map(Act::Outside),
    ]
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

fn perform(store: &mut Store, act: Act, file: &Path, n: usize) {
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
        let mut sessions = ["one", "two", "one"].map(|name| start(&file, name));
        for (n, (who, act)) in acts.into_iter().enumerate() {
            perform(&mut sessions[who], act, &file, n);
        }
        for session in &mut sessions {
            session.poll().unwrap();
        }
        let found = start(&file, "last").workspace().clone();
        for session in &sessions {
            prop_assert_eq!(session.workspace(), &found);
        }
        // And once all of it is in the file it says the same without a journal.
        sessions[0].snapshot().unwrap();
        let text = fs::read_to_string(&file).unwrap();
        let read = format::read(text.as_bytes()).unwrap();
        if !sessions[0].unsnapshotted() {
            prop_assert_eq!(&read, &found);
        }
        prop_assert_eq!(verify(&file).unwrap().first_bad, None);
    }
}
