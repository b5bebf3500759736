//! Calls that fail, or lie.

use super::*;

/// Lets every call of a change and a snapshot fail in turn.
///
/// Whatever fails: what was said to be saved is there for whoever opens the file; what was not may be
/// tried again; the file is whole; the chain holds.
fn every_call_fails(desk: fn() -> Desk, let_fail: fn(&Watched, usize, Errno)) {
    for error in [Errno::IO, Errno::NOSPC] {
        for n in 1.. {
            let mut desk = desk();
            let_fail(&desk.storage, n, error);
            let committed = desk.store.commit(&title("Old", "New"));
            let snapshot = committed.is_ok().then(|| desk.store.snapshot());
            let calls = desk.storage.rest();
            let Some(failed) = calls.get(n - 1) else {
                assert!(committed.is_ok() && n > 30, "{n} {calls:?}");
                break;
            };
            let context = format!("{error} at call {n}, {failed}: {snapshot:?}");
            let text = desk.content();
            assert!(
                [OLD, &canonical(), NEW].contains(&&*text),
                "{context}: {text}"
            );
            if let Err(error) = &committed {
                assert!(!error.to_string().is_empty() && !error.hint().is_empty());
                assert_ne!(error.kind(), ErrorKind::Conflict, "{context}");
                desk.store.commit(&title("Old", "New")).unwrap();
            }
            assert_eq!(desk.title(), "New", "{context}");
            assert_eq!(verify(&desk.file).unwrap().first_bad, None, "{context}");
            desk.store.snapshot().unwrap();
            assert_eq!(desk.content(), NEW, "{context}");
            // What was left is swept by whoever changes something next.
            let mut next = open(&desk.storage, &desk.file);
            next.commit(&title("New", "Old")).unwrap();
            let verified = verify(&desk.file).unwrap();
            assert_eq!(verified.first_bad, None, "{context}");
            assert!(!verified.torn && verified.file_is_known, "{context}");
            assert!(!desk.has_leftovers(), "{context}: {:?}", desk.names());
        }
    }
}

/// The old file, as it is written.
fn canonical() -> String {
    NEW.replace("New", "Old")
}

#[test]
fn whichever_call_of_a_first_change_fails_the_file_is_whole_and_a_retry_succeeds() {
    every_call_fails(Desk::new, Watched::fail_at);
}

#[test]
fn whichever_call_of_a_later_change_fails_the_file_is_whole_and_a_retry_succeeds() {
    every_call_fails(Desk::used, Watched::fail_at);
}

#[test]
fn wherever_the_disk_goes_away_the_file_is_whole_and_a_retry_succeeds() {
    every_call_fails(Desk::new, Watched::fail_from);
    every_call_fails(Desk::used, Watched::fail_from);
}

#[test]
fn whichever_call_of_making_a_file_fails_there_is_a_whole_file_or_none() {
    for n in 1.. {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("new.json");
        let storage = Watched::new();
        storage.fail_at(n, Errno::NOSPC);
        let result = Store::create_on(&storage, &file, &Workspace::empty());
        let count = fs::read_dir(folder.path()).unwrap().count();
        if storage.rest().len() < n {
            assert_eq!(result.unwrap(), Durability::Confirmed);
            break;
        }
        match result {
            Ok(Durability::NotYetConfirmed(_)) => assert!(Store::open(&file).is_ok()),
            Ok(Durability::Confirmed) => panic!("call {n} failed unseen"),
            Err(error) => {
                assert_eq!((error.kind(), count), (ErrorKind::Write, 0), "{error}");
                Store::create_on(&storage, &file, &Workspace::empty()).unwrap();
            }
        }
    }
}

#[test]
fn an_error_says_what_failed_on_which_file_and_what_to_do() {
    let mut desk = Desk::used();
    desk.storage.fate_of("sync_data", Fate::Fail(Errno::NOSPC));
    let error = desk.store.commit(&title("Old", "New")).unwrap_err();
    assert!(
        error
            .to_string()
            .contains("leeds.journal.jsonl: making the journal permanent failed: No space left"),
        "{error}"
    );
    assert_eq!(
        error.hint(),
        "The file is as it was. Free some space on that disk, then try again"
    );
}

#[test]
fn a_failed_sync_is_never_tried_again_on_the_same_bytes() {
    let mut desk = Desk::used();
    let journal = companions::journal(&desk.file);
    let before = fs::read(&journal).unwrap();
    desk.storage.fate_of("sync_data", Fate::Fail(Errno::IO));
    desk.store.commit(&title("Old", "New")).unwrap_err();
    let calls = desk.storage.rest();
    assert_eq!(calls.iter().filter(|call| **call == "sync_data").count(), 1);
    assert_eq!(fs::read(&journal).unwrap(), before, "cut off again");
}

#[test]
fn an_entry_that_could_be_neither_synced_nor_cut_off_is_not_made_twice() {
    let mut desk = Desk::used();
    desk.storage.watch(|call, _| match call {
        "sync_data" | "truncate" => Fate::Fail(Errno::IO),
        _ => Fate::Go,
    });
    desk.store.commit(&title("Old", "New")).unwrap_err();
    desk.storage.rest();
    // Others took it for what it seems to be, and went on.
    let mut other = open(&Watched::new(), &desk.file);
    assert_eq!(other.workspace().title, "New");
    other
        .commit(&set("organisation", Some("Leeds"), "York"))
        .unwrap();
    let committed = desk.store.commit(&title("Old", "New")).unwrap();
    assert_eq!(committed.workspace.organisation, "York");
    assert_eq!(committed.theirs.len(), 1);
    assert_eq!(verify(&desk.file).unwrap().first_bad, None);
}

#[test]
fn a_write_that_lies_is_found_out_before_anything_is_replaced() {
    let mut desk = Desk::new();
    desk.store.commit(&title("Old", "New")).unwrap();
    desk.storage.fate_of("write_all", Fate::Half);
    let error = desk.store.snapshot().unwrap_err();
    assert!(matches!(
        error,
        CommitError::Write(WriteError::Io {
            doing: Doing::ReadBack,
            ..
        })
    ));
    assert_eq!(desk.content(), OLD);
    assert_eq!(desk.title(), "New");
    assert!(!desk.has_leftovers());
}

#[test]
fn a_rename_whose_answer_was_lost_counts_as_done() {
    let mut desk = Desk::used();
    desk.store.commit(&title("Old", "New")).unwrap();
    let mut renames = 0;
    desk.storage.watch(move |call, _| {
        renames += usize::from(call == "rename");
        let the_file = call == "rename" && renames == 2;
        if the_file {
            Fate::DoneButFail(Errno::NOENT)
        } else {
            Fate::Go
        }
    });
    let snapshot = desk.store.snapshot().unwrap().unwrap();
    assert_eq!(snapshot.durability, Durability::Confirmed);
    assert_eq!(desk.content(), NEW);
}

#[test]
fn an_unsynced_folder_is_a_state_of_its_own_and_the_next_snapshot_confirms() {
    let mut desk = Desk::used();
    desk.store.commit(&title("Old", "New")).unwrap();
    desk.storage.fate_of("sync_folder", Fate::Fail(Errno::IO));
    let snapshot = desk.store.snapshot().unwrap().unwrap();
    assert!(matches!(
        snapshot.durability,
        Durability::NotYetConfirmed(_)
    ));
    desk.storage.rest();
    desk.store.commit(&title("New", "Old")).unwrap();
    let snapshot = desk.store.snapshot().unwrap().unwrap();
    assert_eq!(snapshot.durability, Durability::Confirmed);
}

#[test]
fn what_others_did_is_told_even_after_a_failed_try() {
    let mut desk = Desk::used();
    let mut other = open(&Watched::new(), &desk.file);
    other
        .commit(&set("organisation", Some("Leeds"), "York"))
        .unwrap();
    desk.storage.fate_of("sync_data", Fate::Fail(Errno::IO));
    desk.store.commit(&title("Old", "New")).unwrap_err();
    desk.storage.rest();
    let committed = desk.store.commit(&title("Old", "New")).unwrap();
    assert_eq!(committed.theirs.len(), 1);
    assert_eq!(committed.workspace.organisation, "York");
}

#[test]
fn where_a_second_name_is_not_permitted_the_old_file_is_copied() {
    let mut desk = Desk::new();
    desk.storage.fate_of("link", Fate::Fail(Errno::PERM));
    desk.save("Old", "New").unwrap();
    assert_eq!(
        fs::read_to_string(companions::backup(&desk.file)).unwrap(),
        OLD
    );
    assert!(!desk.has_leftovers());
}
