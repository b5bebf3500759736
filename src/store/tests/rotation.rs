//! Journals that live long.

use super::*;

/// A desk whose journal is put aside at every snapshot.
fn desk() -> Desk {
    let mut desk = Desk::new();
    desk.store.bounds.journal = 1;
    desk
}

/// Ten changes, the file rewritten after every other one.
fn live(desk: &mut Desk) {
    for n in 0..10 {
        let now = desk.store.workspace().title.clone();
        desk.store.commit(&title(&now, &n.to_string())).unwrap();
        if n % 2 == 1 {
            desk.store.snapshot().unwrap().unwrap();
        }
    }
}

fn titles(desk: &Desk) -> Vec<String> {
    let history = Store::open(&desk.file).unwrap().store.history().unwrap();
    let changes = history
        .map(Result::unwrap)
        .filter(|entry| entry.is_change());
    let after = changes.map(|entry| match &entry.edits[0] {
        Edit::Set { after, .. } => after.as_ref().unwrap().shown(),
        edit => panic!("{edit:?}"),
    });
    after.collect()
}

#[test]
fn archives_are_numbered_and_read_by_verify_and_history() {
    let mut desk = desk();
    live(&mut desk);
    let archives = desk
        .names()
        .into_iter()
        .filter(|name| name.contains(".journal.0"));
    assert_eq!(
        archives.collect::<Vec<_>>(),
        (1..=5)
            .map(|n| format!("leeds.journal.{n:04}.jsonl"))
            .collect::<Vec<_>>()
    );
    let verified = verify(&desk.file).unwrap();
    assert_eq!(
        (verified.first_bad, verified.archives, verified.changes),
        (None, 5, 10)
    );
    let expected: Vec<String> = (0..10).rev().map(|n| n.to_string()).collect();
    assert_eq!(titles(&desk), expected);
    assert_eq!(desk.title(), "9");
}

#[test]
fn what_lies_in_an_archive_is_undone_like_anything_else() {
    let mut desk = desk();
    live(&mut desk);
    for n in (0..9).rev() {
        let mut store = Store::open(&desk.file).unwrap().store;
        let target = store.undo_target().unwrap().unwrap();
        let committed = store.undo(&[target]).unwrap();
        assert_eq!(committed.workspace.title, n.to_string());
    }
}

#[test]
fn who_has_the_file_open_goes_on_over_any_number_of_archives() {
    let mut desk = desk();
    desk.save("Old", "New").unwrap();
    let mut other = open(&Watched::new(), &desk.file);
    live(&mut desk);
    desk.store.commit(&title("9", "ten")).unwrap();
    let news = other.poll().unwrap().unwrap();
    assert_eq!((&*news.workspace.title, news.entries.len()), ("ten", 11));
    other.commit(&title("ten", "theirs")).unwrap();
    assert_eq!(
        desk.store.poll().unwrap().unwrap().workspace.title,
        "theirs"
    );
    assert_eq!(verify(&desk.file).unwrap().first_bad, None);
}

#[test]
fn steps_that_come_while_the_file_is_rewritten_go_with_the_new_journal() {
    let mut desk = desk();
    desk.store.commit(&title("Old", "New")).unwrap();
    let (file, mut once) = (desk.file.clone(), true);
    desk.storage.watch(move |call, _| {
        if call == "sync" && std::mem::take(&mut once) {
            let mut other = open(&Watched::new(), &file);
            other
                .commit(&set("organisation", Some("Leeds"), "York"))
                .unwrap();
        }
        Fate::Go
    });
    desk.store.snapshot().unwrap().unwrap();
    desk.storage.rest();
    let journal = fs::read_to_string(companions::journal(&desk.file)).unwrap();
    assert_eq!(journal.lines().count(), 1, "put aside");
    assert_eq!(desk.content(), NEW);
    let found = Store::open(&desk.file).unwrap();
    assert_eq!(
        (&*found.workspace.title, &*found.workspace.organisation),
        ("New", "York")
    );
    assert!(found.store.unsnapshotted());
    assert_eq!(desk.store.workspace(), &found.workspace);
    desk.store.snapshot().unwrap().unwrap();
    assert_eq!(desk.content(), NEW.replace("Leeds", "York"));
    assert_eq!(verify(&desk.file).unwrap().first_bad, None);
}

#[test]
fn an_archive_that_was_taken_away_or_changed_is_missed() {
    let mut desk = desk();
    live(&mut desk);
    let second = companions::archive(&desk.file, 2);
    let kept = fs::read(&second).unwrap();
    fs::remove_file(&second).unwrap();
    let bad = verify(&desk.file).unwrap().first_bad.unwrap();
    assert_eq!(
        (bad.path, bad.line),
        (companions::archive(&desk.file, 3), 1)
    );
    let history = desk.store.history().unwrap().collect::<Vec<_>>();
    assert!(matches!(
        history.last(),
        Some(Err(OpenError::Damaged { .. }))
    ));
    fs::write(&second, &kept[..kept.len() - 1]).unwrap();
    let bad = verify(&desk.file).unwrap().first_bad.unwrap();
    assert_eq!(bad.path, second);
    // The file is opened and changed all the same: what lies behind it is not needed for that.
    desk.store.commit(&title("9", "ten")).unwrap();
}
