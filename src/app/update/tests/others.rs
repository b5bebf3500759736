use super::{Desk, committed, update};
use crate::app::message::Msg;
use crate::app::state::{Overlay, Pane, SaveState};
use crate::domain::finding::Fault;

fn broken(desk: &mut Desk) {
    let fault = Fault {
        pointer: "/themes".to_owned(),
        position: None,
        message: "not a list".to_owned(),
        mend: "Write a list".to_owned(),
    };
    let msg = Msg::FileTrouble {
        reason: "leeds.json has faults. Mend it".to_owned(),
        faults: vec![fault],
    };
    assert!(update(&mut desk.state, msg).is_empty());
}

#[test]
fn somebody_elses_change_shows_without_a_key_and_moves_nothing() {
    let mut desk = Desk::small();
    desk.keys("/ rating:amber <Enter> j");
    let selected = desk.priority().to_owned();
    desk.somebody_rates("neet", "green");
    assert!(desk.tell().is_empty());
    assert_eq!(desk.rated("neet"), "green improving");
    assert_eq!(desk.priority(), selected);
    assert_eq!(desk.state.trackers.priorities.filter, "rating:amber");
    assert_eq!(
        desk.message(),
        "anna: LN-1 rated green (was amber) in 2010/11 Q2"
    );
    assert_eq!(desk.state.ledger.save_state(), SaveState::Saved);
}

#[test]
fn a_half_typed_note_is_kept_and_goes_to_its_priority() {
    let mut desk = Desk::small();
    desk.keys("R n two<Space>cli");
    desk.somebody_rates("teenage", "green");
    desk.tell();
    let Some(Overlay::Note { line, .. }) = desk.state.overlays.last() else {
        panic!("the line was taken away");
    };
    assert_eq!(line.text(), "two cli");
    desk.keys("nics <Enter>");
    assert!(
        desk.message().contains("LN-1 note kept"),
        "{}",
        desk.message()
    );
}

#[test]
fn a_step_on_its_way_waits_for_the_answer_whatever_comes_in_before_it() {
    let mut desk = Desk::small();
    let first = desk.keys("R");
    desk.somebody_rates("neet", "green");
    assert!(desk.tell().is_empty());
    assert_eq!(desk.state.ledger.save_state(), SaveState::Saving);
    assert_eq!(desk.rated("neet"), "green improving");
    let pending = committed(&first).clone();
    desk.confirm(&pending);
    assert_eq!(desk.state.ledger.save_state(), SaveState::Saved);
    assert_eq!(desk.state.conflicts.len(), 1);
}

#[test]
fn a_file_that_somebody_breaks_is_reported_and_what_was_read_before_stays() {
    let mut desk = Desk::small();
    broken(&mut desk);
    assert!(matches!(
        desk.state.overlays.last(),
        Some(Overlay::Faults { .. })
    ));
    assert_eq!(
        desk.message(),
        "What was read before stays here. Somebody broke the file"
    );
    assert_eq!(desk.rows(Pane::Priorities), "neet early teenage dental");
    assert!(desk.state.can_edit());
    // Reported a second time it is one list still.
    broken(&mut desk);
    assert_eq!(desk.state.overlays.len(), 1);
    desk.tell();
    assert!(desk.state.overlays.is_empty() && desk.state.file.faults.is_empty());
    assert_eq!(desk.message(), "The file is there again, as it was");
}

#[test]
fn what_could_not_be_saved_is_saved_when_the_file_is_there_again() {
    let mut desk = Desk::small();
    let gone = Msg::FileTrouble {
        reason: "leeds.json is not there".to_owned(),
        faults: Vec::new(),
    };
    update(&mut desk.state, gone);
    desk.keys("R");
    desk.fail("leeds.json is not there any more");
    let again = desk.tell();
    assert_eq!(committed(&again).number, 1);
    desk.save(again);
    assert_eq!(desk.state.ledger.save_state(), SaveState::Saved);
    assert_eq!(&desk.disk, desk.state.workspace());
}

#[test]
fn a_file_that_becomes_read_only_says_so_and_what_waits_is_tried_when_it_is_writable_again() {
    let mut desk = Desk::small();
    desk.keys("R");
    let reason = "you have no write permission for the file";
    desk.fail(reason);
    update(&mut desk.state, Msg::Access(Some(reason.to_owned())));
    assert_eq!(desk.message(), format!("Read-only from now on: {reason}"));
    desk.keys("-");
    assert!(desk.message().starts_with("Read-only:"));
    assert_eq!(desk.state.ledger.pending().count(), 1);
    let again = update(&mut desk.state, Msg::Access(None));
    assert_eq!(committed(&again).number, 1);
}
