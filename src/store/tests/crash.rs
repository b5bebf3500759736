//! A power cut at every call, with every subset of what was not synced.

use super::model::{FOLDER, Model};
use super::storage::Storage as _;
use super::*;

fn file() -> PathBuf {
    Path::new(FOLDER).join("leeds.json")
}

fn open_model(model: &Model) -> Opened {
    Store::open_on(Arc::new(model.clone()), &file(), OpenOptions::default()).unwrap()
}

/// What is done until the machine goes off.
#[derive(Clone, Copy, Debug)]
enum Act {
    Change,
    Snapshot,
    /// Another program is started, and goes on.
    Restart,
}

/// Does all of it; gives back how many changes were said to be saved.
fn perform(model: &Model, acts: &[Act], journal: u64) -> usize {
    let start = || {
        let storage = Arc::new(model.clone());
        let mut store = Store::open_on(storage, &file(), OpenOptions::default())?.store;
        store.bounds.journal = journal;
        store.set_patience(Duration::ZERO);
        Ok::<_, OpenError>(store)
    };
    let Ok(mut store) = start() else { return 0 };
    let mut saved = 0;
    for act in acts {
        let done = match act {
            Act::Change => {
                let step = title(&saved.to_string(), &(saved + 1).to_string());
                store.commit(&step).is_ok()
            }
            Act::Snapshot => store.snapshot().is_ok(),
            Act::Restart => start().map(|new| store = new).is_ok(),
        };
        if !done {
            break;
        }
        saved += usize::from(matches!(act, Act::Change));
    }
    saved
}

/// A file that says how many changes it has.
fn text(changes: usize) -> String {
    NEW.replace("New", &changes.to_string())
}

/// Lets the machine go off at every call. Whatever it finds when it is on again: every change that was
/// said to be saved is there, the file is whole, the chain holds, and work goes on.
fn survive(acts: &[Act], journal: u64) {
    let mut found = 0;
    for call in 1.. {
        let model = Model::with("leeds.json", &text(0));
        model.off_at(call);
        let saved = perform(&model, acts, journal);
        let is_over = !model.is_off();
        for after in model.found_after_a_crash() {
            found += 1;
            let context = format!("off at call {call}, {saved} saved");
            let now = after.text("leeds.json").unwrap_or_default();
            assert!((0..=saved + 1).any(|n| now == text(n)), "{context}: {now}");
            let opened = open_model(&after);
            assert_eq!(opened.access, Access::ReadWrite, "{context}");
            let n: usize = opened.workspace.title.parse().unwrap();
            assert!((saved..=saved + 1).contains(&n), "{context}: {n} found");
            let verified = verify_on(Arc::new(after.clone()), &file()).unwrap();
            assert_eq!(verified.first_bad, None, "{context}");
            assert!(verified.file_is_known, "{context}");
            let mut store = opened.store;
            store
                .commit(&title(&n.to_string(), &(n + 1).to_string()))
                .unwrap();
            store.snapshot().unwrap().unwrap();
            assert_eq!(after.text("leeds.json"), Some(text(n + 1)), "{context}");
            let verified = verify_on(Arc::new(after.clone()), &file()).unwrap();
            assert_eq!(
                (verified.first_bad, verified.torn),
                (None, false),
                "{context}"
            );
        }
        if is_over {
            assert!(call > 40 && found > call, "{call} calls, {found} machines");
            return;
        }
    }
}

#[test]
fn changes_survive_a_power_cut_at_every_call_of_a_first_and_a_later_change() {
    survive(
        &[Act::Change, Act::Change, Act::Restart, Act::Change],
        u64::MAX,
    );
}

#[test]
fn changes_survive_a_power_cut_at_every_call_of_snapshots() {
    let acts = [
        Act::Change,
        Act::Snapshot,
        Act::Change,
        Act::Change,
        Act::Snapshot,
        Act::Restart,
        Act::Change,
    ];
    survive(&acts, u64::MAX);
}

#[test]
fn changes_survive_a_power_cut_at_every_call_of_rotations() {
    let acts = [
        Act::Change,
        Act::Snapshot,
        Act::Change,
        Act::Restart,
        Act::Change,
        Act::Snapshot,
        Act::Change,
    ];
    survive(&acts, 1);
}

#[test]
fn what_is_not_synced_is_lost_by_some_machine_or_other() {
    // The model would prove nothing if it lost nothing.
    let model = Model::with("leeds.json", &text(0));
    let path = Path::new(FOLDER).join("new");
    let mut new = model.create_new(&path).unwrap();
    new.write_all(b"words").unwrap();
    let found = |model: &Model| {
        let found = model.found_after_a_crash();
        let texts = found.iter().map(|it| it.text("new"));
        texts.collect::<std::collections::HashSet<_>>()
    };
    let text = |text: &str| Some(text.to_owned());
    let all = [
        None,
        text(""),
        text("wo"),
        text("words"),
        text("\0\0\0\0\0"),
    ];
    assert_eq!(found(&model), all.into_iter().collect());
    new.sync().unwrap();
    assert_eq!(found(&model), [None, text("words")].into_iter().collect());
    model.sync_folder(Path::new(FOLDER)).unwrap();
    assert_eq!(found(&model), [text("words")].into_iter().collect());
}
