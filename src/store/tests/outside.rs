//! What other programs do to the file, and how it meets the journal.

use super::*;
use crate::domain::entry::Entry;

/// Opens the file as a new run of the program does.
fn reopen(desk: &Desk) -> Opened {
    Store::open(&desk.file).unwrap()
}

fn write(desk: &Desk, text: &str) {
    fs::write(&desk.file, text).unwrap();
}

/// The outside changes in the journal, newest first.
fn outside(desk: &Desk) -> Vec<Arc<Entry>> {
    let history = reopen(desk).store.history().unwrap();
    let entries = history.map(Result::unwrap);
    let outside = entries.filter(|entry| matches!(entry.what, What::Outside { .. }));
    outside.collect()
}

fn not_taken(entry: &Entry) -> usize {
    match &entry.what {
        What::Outside { not_taken, .. } => not_taken.len(),
        _ => panic!("{entry:?}"),
    }
}

#[test]
fn a_first_outside_change_before_any_step_is_taken_in_and_leaves_nothing_until_a_step_comes() {
    let mut desk = Desk::new();
    write(&desk, &OLD.replace("Leeds", "York"));
    let news = desk.store.poll().unwrap().unwrap();
    assert_eq!(news.workspace.organisation, "York");
    assert_eq!(news.entries[0].edits.len(), 1);
    assert_eq!(desk.names(), ["leeds.json"]);
    desk.save("Old", "New").unwrap();
    assert_eq!(desk.content(), NEW.replace("Leeds", "York"));
    let outside = outside(&desk);
    assert_eq!((outside.len(), outside[0].edits.len()), (1, 1));
}

#[test]
fn an_outside_change_meets_steps_that_the_file_has_not_got_yet() {
    let mut desk = Desk::new();
    desk.store.commit(&title("Old", "New")).unwrap();
    write(&desk, &OLD.replace("Leeds", "York"));
    // Whoever opens it now, and whoever has it open, find both.
    let found = reopen(&desk);
    assert_eq!(found.outside.unwrap().edits.len(), 1);
    assert_eq!(
        (&*found.workspace.title, &*found.workspace.organisation),
        ("New", "York")
    );
    let news = desk.store.poll().unwrap().unwrap();
    assert_eq!(news.workspace, found.workspace);
    // The next step writes it down; the file is still the other program's.
    desk.store.commit(&title("New", "Newer")).unwrap();
    let found = reopen(&desk);
    assert!(found.outside.is_none());
    assert_eq!(
        (&*found.workspace.title, &*found.workspace.organisation),
        ("Newer", "York")
    );
    desk.store.snapshot().unwrap().unwrap();
    assert_eq!(
        desk.content(),
        NEW.replace("New", "Newer").replace("Leeds", "York")
    );
}

#[test]
fn where_both_changed_one_field_the_step_stays_and_the_other_value_is_kept() {
    let mut desk = Desk::new();
    desk.store.commit(&title("Old", "New")).unwrap();
    write(
        &desk,
        &OLD.replace("Old", "Theirs").replace("Leeds", "York"),
    );
    let news = desk.store.poll().unwrap().unwrap();
    assert_eq!(
        (&*news.workspace.title, &*news.workspace.organisation),
        ("New", "York")
    );
    assert_eq!(not_taken(&news.entries[0]), 1);
    assert_eq!(reopen(&desk).workspace, news.workspace);
    desk.save("New", "Newer").unwrap();
    assert_eq!(desk.title(), "Newer");
    assert_eq!(not_taken(&outside(&desk)[0]), 1);
    assert_eq!(verify(&desk.file).unwrap().first_bad, None);
}

#[test]
fn an_old_version_that_is_put_back_is_a_change_like_any_other() {
    let mut desk = Desk::new();
    desk.save("Old", "Mid").unwrap();
    let old = desk.content();
    desk.save("Mid", "New").unwrap();
    write(&desk, &old);
    let found = reopen(&desk);
    assert_eq!(found.workspace.title, "Mid");
    assert_eq!(found.outside.unwrap().edits.len(), 1);
    let news = desk.store.poll().unwrap().unwrap();
    assert_eq!(news.workspace.title, "Mid");
    desk.save("Mid", "Last").unwrap();
    assert_eq!(desk.title(), "Last");
    assert_eq!(outside(&desk).len(), 1);
}

#[test]
fn one_outside_change_after_another_is_compared_with_the_one_before() {
    let mut desk = Desk::new();
    desk.store.commit(&title("Old", "New")).unwrap();
    for (n, organisation) in ["York", "Ripon", "Derby"].into_iter().enumerate() {
        write(&desk, &OLD.replace("Leeds", organisation));
        let news = desk.store.poll().unwrap().unwrap();
        assert_eq!(news.workspace.organisation, organisation);
        assert_eq!(news.workspace.title, "New");
        if n != 1 {
            let step = set("as_of", None, "2010-11-10");
            let applied = desk.store.commit(&step).unwrap().applied;
            desk.store.commit(&applied.inverse).unwrap();
        }
        assert_eq!(reopen(&desk).workspace.organisation, organisation);
    }
    assert_eq!(outside(&desk).len(), 2);
}

#[test]
fn an_outside_change_that_somebody_else_wrote_down_is_what_the_next_one_is_compared_with() {
    let mut desk = Desk::new();
    let mut theirs = reopen(&desk).store;
    write(&desk, &OLD.replace("Leeds", "York"));
    theirs.commit(&title("Old", "New")).unwrap();
    write(&desk, &OLD.replace("Leeds", "Bath"));
    // We never saw York, but the journal says that the file held it: Bath is newer.
    let seen = desk.store.poll().unwrap().unwrap().workspace;
    assert_eq!((&*seen.title, &*seen.organisation), ("New", "Bath"));
    assert_eq!(theirs.poll().unwrap().unwrap().workspace, seen);
    assert_eq!(reopen(&desk).workspace, seen);
}

#[test]
fn two_programs_that_see_the_same_outside_change_write_it_down_once() {
    let mut desk = Desk::new();
    desk.store.commit(&title("Old", "New")).unwrap();
    let mut other = reopen(&desk).store;
    write(&desk, &OLD.replace("Leeds", "York"));
    for store in [&mut desk.store, &mut other] {
        assert_eq!(store.poll().unwrap().unwrap().entries.len(), 1);
    }
    desk.store.commit(&title("New", "Mine")).unwrap();
    let news = other.poll().unwrap().unwrap();
    assert_eq!(news.entries.len(), 1, "the change itself was told already");
    let committed = other.commit(&title("Mine", "Theirs")).unwrap();
    assert_eq!(committed.workspace.organisation, "York");
    assert_eq!(outside(&desk).len(), 1);
    desk.store.poll().unwrap();
    assert_eq!(desk.store.workspace(), other.workspace());
}

#[test]
fn bytes_that_say_the_same_are_no_news_and_a_change_taken_back_is_none_either() {
    let mut desk = Desk::new();
    write(&desk, &OLD.replace("\":\"", "\": \""));
    assert!(desk.store.poll().unwrap().is_none());
    desk.save("Old", "New").unwrap();
    let kept = desk.content();
    write(&desk, &kept.replace("Leeds", "York"));
    assert!(desk.store.poll().unwrap().is_some());
    write(&desk, &kept);
    let news = desk.store.poll().unwrap().unwrap();
    assert_eq!(news.workspace.organisation, "Leeds");
    desk.store.commit(&title("New", "Newer")).unwrap();
    assert_eq!(
        outside(&desk)
            .iter()
            .filter(|it| !it.edits.is_empty())
            .count(),
        0
    );
}

#[test]
fn a_file_changed_outside_with_nothing_to_compare_it_with_is_read_until_somebody_decides() {
    let desk = Desk::used();
    write(&desk, &OLD.replace("Leeds", "York"));
    fs::remove_file(companions::backup(&desk.file)).unwrap();
    let journal = companions::journal(&desk.file);
    let mut found = reopen(&desk);
    assert_eq!(found.workspace.organisation, "York");
    let Access::ReadOnly(ReadOnlyReason::Journal(why)) = &found.access else {
        panic!("{:?}", found.access)
    };
    assert!(why.contains("another program changed the file"), "{why}");
    assert!(found.access != Access::ReadWrite && found.store.poll().unwrap().is_none());
    found.store.commit(&title("Old", "New")).unwrap_err();
    // The decision: to go on with the file as it is.
    fs::rename(&journal, journal.with_extension("aside")).unwrap();
    assert_eq!(
        found.store.poll().unwrap().unwrap().workspace.organisation,
        "York"
    );
    found.store.commit(&title("Old", "New")).unwrap();
}
