//! Calls that fail, or lie.

use super::*;

/// Lets every call of a commit fail in turn; what may fail without harm is told apart by name.
fn every_call_fails(desk: fn() -> Desk, let_fail: fn(&Watched, usize, Errno), for_good: bool) {
    for error in [Errno::IO, Errno::NOSPC] {
        for n in 1.. {
            let mut desk = desk();
            let_fail(&desk.storage, n, error);
            let result = desk.store.commit(&title("Old", "New"));
            let calls = desk.storage.rest();
            let Some(failed) = calls.get(n - 1) else {
                assert!(result.is_ok() && n > 15, "{n} {calls:?}");
                break;
            };
            let context = format!("{error} at call {n}, {failed}: {result:?}");
            match result {
                Ok(Committed {
                    durability: Durability::Confirmed,
                    ..
                }) => {
                    let harmless = ["list", "link", "attributes"];
                    assert!(harmless.contains(failed) && !for_good, "{context}");
                    assert_eq!(desk.content(), NEW, "{context}");
                }
                Ok(_) => {
                    assert_eq!(*failed, "sync_folder", "{context}");
                    assert_eq!(desk.content(), NEW, "{context}");
                }
                Err(error) => {
                    assert_eq!(desk.content(), OLD, "{context}");
                    assert!(!error.to_string().is_empty() && !error.hint().is_empty());
                    assert_ne!(error.kind(), ErrorKind::Conflict, "{context}");
                    assert!(
                        for_good || !desk.has_leftovers(),
                        "{context}: {:?}",
                        desk.names()
                    );
                    let committed = desk.store.commit(&title("Old", "New")).unwrap();
                    assert_eq!(committed.durability, Durability::Confirmed, "{context}");
                    assert!(!committed.taken_in, "{context}");
                    assert_eq!(desk.content(), NEW, "{context}");
                }
            }
            let names = ["leeds.json", "leeds.json.bak", "leeds.lock"];
            assert_eq!(desk.names(), names, "{context}");
            let backup = fs::read_to_string(companions::backup(&desk.file)).unwrap();
            assert_eq!(backup, OLD, "{context}");
        }
    }
}

#[test]
fn whichever_call_of_a_first_commit_fails_the_file_is_whole_and_a_retry_succeeds() {
    every_call_fails(Desk::new, Watched::fail_at, false);
}

#[test]
fn whichever_call_of_a_later_commit_fails_the_file_is_whole_and_a_retry_succeeds() {
    every_call_fails(Desk::used, Watched::fail_at, false);
}

#[test]
fn wherever_the_disk_goes_away_the_file_is_whole_and_a_retry_sweeps_and_succeeds() {
    every_call_fails(Desk::new, Watched::fail_from, true);
    every_call_fails(Desk::used, Watched::fail_from, true);
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
    let mut desk = Desk::new();
    desk.storage.fate_of("sync", Fate::Fail(Errno::NOSPC));
    let error = desk.store.commit(&title("Old", "New")).unwrap_err();
    let CommitError::Write(WriteError::Io {
        doing: Doing::Sync,
        path,
        ..
    }) = &error
    else {
        panic!("{error:?}")
    };
    assert!(companions::is_temporary(
        &desk.file,
        path.file_name().unwrap()
    ));
    assert!(
        error
            .to_string()
            .contains("making it permanent failed: No space left"),
        "{error}"
    );
    assert_eq!(
        error.hint(),
        "The file is as it was. Free some space on that disk, then try again"
    );
}

#[test]
fn a_failed_sync_is_never_tried_again_on_the_same_file() {
    let mut desk = Desk::used();
    desk.storage.fate_of("sync", Fate::Fail(Errno::IO));
    desk.store.commit(&title("Old", "New")).unwrap_err();
    let calls = desk.storage.rest();
    assert_eq!(calls.iter().filter(|call| **call == "sync").count(), 1);
    assert_eq!(calls.last(), Some(&"remove"));
}

#[test]
fn a_write_that_lies_is_found_out_before_anything_is_replaced() {
    let mut desk = Desk::new();
    desk.storage.fate_of("write_all", Fate::Half);
    let error = desk.store.commit(&title("Old", "New")).unwrap_err();
    assert!(matches!(
        error,
        CommitError::Write(WriteError::Io {
            doing: Doing::ReadBack,
            ..
        })
    ));
    assert_eq!(desk.names(), ["leeds.json", "leeds.lock"]);
    assert_eq!(desk.content(), OLD);
}

#[test]
fn a_rename_whose_answer_was_lost_counts_as_done() {
    let mut desk = Desk::used();
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
    let committed = desk.store.commit(&title("Old", "New")).unwrap();
    assert_eq!(committed.durability, Durability::Confirmed);
    assert_eq!(desk.content(), NEW);
}

#[test]
fn an_unsynced_folder_is_a_state_of_its_own_and_an_empty_step_confirms() {
    let mut desk = Desk::new();
    desk.storage.fate_of("sync_folder", Fate::Fail(Errno::IO));
    let committed = desk.store.commit(&title("Old", "New")).unwrap();
    assert!(matches!(
        committed.durability,
        Durability::NotYetConfirmed(_)
    ));
    desk.storage.rest();
    let committed = desk.store.commit(&Step::new("again", Vec::new())).unwrap();
    assert_eq!(committed.durability, Durability::Confirmed);
    assert!(!committed.taken_in);
}

#[test]
fn what_others_did_is_told_even_after_a_failed_try() {
    let mut desk = Desk::new();
    fs::write(&desk.file, OLD.replace("Leeds", "York")).unwrap();
    desk.storage.fate_of("sync", Fate::Fail(Errno::IO));
    desk.store.commit(&title("Old", "New")).unwrap_err();
    assert_eq!(desk.store.workspace().organisation, "Leeds");
    desk.storage.rest();
    let committed = desk.store.commit(&title("Old", "New")).unwrap();
    assert!(committed.taken_in);
    assert_eq!(committed.workspace.organisation, "York");
}

#[test]
fn where_a_second_name_is_not_permitted_the_old_file_is_copied() {
    let mut desk = Desk::new();
    desk.storage.fate_of("link", Fate::Fail(Errno::PERM));
    desk.store.commit(&title("Old", "New")).unwrap();
    assert_eq!(
        fs::read_to_string(companions::backup(&desk.file)).unwrap(),
        OLD
    );
    assert!(!desk.has_leftovers());
}
