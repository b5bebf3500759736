use super::{Desk, committed, update};
use crate::app::effect::Effect;
use crate::app::message::Msg;
use crate::app::state::{Notice, Overlay, Pane, SaveState};
use crate::domain::finding::Fault;

#[test]
fn one_commit_is_on_its_way_at_a_time_and_the_order_is_kept() {
    let mut desk = Desk::small();
    let first = desk.keys("R");
    assert!(desk.keys("- j G").is_empty());
    let numbers: Vec<u64> = desk.state.ledger.pending().map(|it| it.number).collect();
    assert_eq!(numbers, [1, 2, 3]);
    assert_eq!(desk.state.ledger.save_state(), SaveState::Saving);
    let mut next = first;
    for (number, cause) in [(1, "key R"), (2, "key -"), (3, "key G")] {
        let pending = committed(&next).clone();
        assert_eq!(
            (pending.number, pending.step.cause.as_str()),
            (number, cause)
        );
        next = desk.confirm(&pending);
    }
    assert!(next.is_empty());
    assert_eq!(desk.state.ledger.save_state(), SaveState::Saved);
    assert_eq!(&desk.disk, desk.state.workspace());
}

#[test]
fn what_could_not_be_saved_is_kept_said_and_tried_again() {
    let mut desk = Desk::small();
    desk.keys("R");
    assert!(desk.fail("the disk is full").is_empty());
    assert_eq!(
        desk.message(),
        "Not saved: the disk is full   Ctrl-s tries again; nothing you entered is lost"
    );
    assert_eq!(
        desk.state.ledger.save_state(),
        SaveState::Failed("the disk is full".to_owned())
    );
    assert_eq!(desk.rated("neet"), "red improving");
    let again = desk.keys("<Ctrl-s>");
    assert_eq!(committed(&again).number, 1);
    assert!(desk.save(again).is_empty());
    assert_eq!(desk.state.ledger.save_state(), SaveState::Saved);
    assert!(desk.keys("<Ctrl-s>").is_empty());
    assert_eq!(desk.message(), "Everything is saved");
}

#[test]
fn a_further_change_tries_again_with_the_first_one() {
    let mut desk = Desk::small();
    desk.keys("R");
    desk.fail("the disk is full");
    let again = desk.keys("-");
    assert_eq!(committed(&again).number, 1);
    desk.save(again);
    assert_eq!(&desk.disk, desk.state.workspace());
    assert_eq!(desk.rated("neet"), "red deteriorating");
}

#[test]
fn a_folder_that_could_not_be_synced_shows_in_the_title() {
    let mut desk = Desk::small();
    desk.keys("R");
    let pending = desk.state.ledger.pending().next().unwrap().clone();
    desk.confirm(&pending);
    let msg = Msg::Written {
        unconfirmed: Some("no sync".to_owned()),
        failed: None,
    };
    assert!(update(&mut desk.state, msg).is_empty());
    assert_eq!(
        desk.state.ledger.save_state(),
        SaveState::Unconfirmed("no sync".to_owned())
    );
}

#[test]
fn somebody_elses_change_is_taken_in_and_said() {
    let mut desk = Desk::small();
    desk.somebody_rates("teenage", "green");
    desk.saved_keys("R");
    let message = desk.message().to_owned();
    assert!(
        message.contains("rated red") && message.contains("u undoes"),
        "{message}"
    );
    assert!(
        message.ends_with("anna: HW-1 rated green (was red) in 2010/11 Q2"),
        "{message}"
    );
    assert_eq!(desk.rated("teenage"), "green -");
    assert_eq!(desk.rated("neet"), "red improving");
}

#[test]
fn steps_that_no_longer_fit_what_came_in_are_to_be_decided_one_by_one() {
    let mut desk = Desk::small();
    let first = desk.keys("R");
    desk.keys("j G");
    desk.somebody_rates("early", "red");
    desk.save(first);
    assert_eq!(desk.rated("neet"), "red improving");
    assert_eq!(desk.rated("early"), "red -");
    assert_eq!(desk.state.conflicts.len(), 1);
    desk.keys("T");
    desk.saved_keys("u");
    assert_eq!(desk.rated("neet"), "amber improving");
    assert_eq!(desk.rated("early"), "red -");
}

#[test]
fn the_selection_stays_with_its_record_when_the_file_comes_in_anew() {
    let mut desk = Desk::small();
    desk.keys("j j");
    desk.disk = super::read(&super::SMALL.replace(
        r#"{"id": "neet","#,
        r#"{"id": "first", "code": "LN-0", "theme": "ln", "title": "New"}, {"id": "neet","#,
    ));
    desk.saved_keys("G");
    assert_eq!(
        desk.rows(Pane::Priorities),
        "first neet early teenage dental"
    );
    assert_eq!(desk.priority(), "teenage");
}

#[test]
fn a_selected_row_that_no_longer_fits_what_came_in_stays_marked() {
    let mut desk = Desk::small();
    desk.keys("/ rating:amber <Enter>");
    desk.somebody_rates("teenage", "amber");
    desk.saved_keys("R");
    assert_eq!(desk.rows(Pane::Priorities), "neet early teenage");
    assert_eq!(desk.priority(), "neet");
    assert_eq!(desk.state.trackers.priorities.lingering.len(), 1);
}

#[test]
fn a_page_whose_record_somebody_took_out_is_closed() {
    let mut desk = Desk::small();
    desk.keys("j j j");
    assert_eq!(desk.priority(), "dental");
    let effects = desk.keys("R <Enter>");
    let title = r#"{"id": "dental", "code": "HW-2", "theme": "hw", "title": "Teeth of children"}"#;
    desk.disk = super::read(&super::SMALL.replace(&format!(",\n    {title}"), ""));
    desk.save(effects);
    assert!(desk.state.page().is_none());
    assert_eq!(desk.state.conflicts.len(), 1);
    assert_eq!(desk.priority(), "teenage");
}

fn broken(desk: &mut Desk) -> Vec<Effect> {
    let fault = Fault {
        pointer: "/themes".to_owned(),
        position: None,
        message: "not a list".to_owned(),
        mend: "Write a list".to_owned(),
    };
    let msg = Msg::SaveFailed {
        reason: "somebody broke the file".to_owned(),
        faults: vec![fault],
    };
    update(&mut desk.state, msg)
}

#[test]
fn faults_that_somebody_made_are_shown_at_once() {
    let mut desk = Desk::small();
    desk.keys("R");
    assert!(broken(&mut desk).is_empty());
    assert!(matches!(
        desk.state.overlays.last(),
        Some(Overlay::Faults { .. })
    ));
}

#[test]
fn faults_wait_behind_a_line_that_is_being_typed() {
    let mut desk = Desk::small();
    desk.keys("R n too");
    broken(&mut desk);
    assert!(desk.keys("<Space> quick").is_empty());
    let Some(Overlay::Note { line, .. }) = desk.state.overlays.last() else {
        panic!("the line was taken away");
    };
    assert_eq!(line.text(), "too quick");
    desk.keys("<Esc>");
    assert!(matches!(
        desk.state.overlays.last(),
        Some(Overlay::Faults { .. })
    ));
}

#[test]
fn what_the_outside_says_is_shown_until_the_next_key() {
    let mut desk = Desk::small();
    let msg = Msg::Said(Notice::done("Copied LN-1"));
    assert!(update(&mut desk.state, msg).is_empty());
    assert_eq!(desk.message(), "Copied LN-1");
    desk.keys("j");
    assert_eq!(desk.message(), "");
}
