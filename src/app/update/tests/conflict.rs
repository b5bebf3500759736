use super::Desk;
use crate::app::effect::Effect;
use crate::app::state::{Overlay, SaveState, Stands};

/// A desk where I rated a priority red and somebody else had rated it green.
fn met() -> Desk {
    let mut desk = Desk::small();
    desk.somebody_rates("neet", "green");
    desk.saved_keys("R");
    desk
}

fn is_asked(desk: &Desk) -> bool {
    matches!(desk.state.overlays.last(), Some(Overlay::Conflict { .. }))
}

/// Before, mine and theirs of the conflict in view, and who was first.
fn shown(desk: &Desk) -> String {
    let conflict = desk.state.conflicts.front().unwrap();
    let Stands::Over { clashes, .. } = &conflict.stands else {
        panic!("nothing to put mine over: {conflict:?}");
    };
    let value = |value: &Option<crate::domain::json::Json>| {
        value
            .as_ref()
            .map_or("-".to_owned(), crate::domain::json::Json::shown)
    };
    let [clash] = clashes.as_slice() else {
        panic!("not one field: {clashes:?}");
    };
    let values = [&clash.before, &clash.mine, &clash.theirs].map(value);
    format!("{} {} {}", clash.at, clash.field, values.join(" "))
}

#[test]
fn a_conflict_shows_before_mine_and_theirs_and_keeps_theirs_meanwhile() {
    let desk = met();
    assert!(is_asked(&desk));
    assert_eq!(
        shown(&desk),
        "priority:neet/updates/2010/11 Q2 rating amber red green"
    );
    assert_eq!(desk.rated("neet"), "green improving");
    assert_eq!(desk.state.ledger.save_state(), SaveState::Saved);
}

#[test]
fn keeping_theirs_drops_mine_and_says_so() {
    let mut desk = met();
    desk.saved_keys("T");
    assert!(desk.state.overlays.is_empty() && desk.state.conflicts.is_empty());
    assert_eq!(desk.rated("neet"), "green improving");
    assert_eq!(
        desk.message(),
        "Dropped: LN-1 rated red (was amber) in 2010/11 Q2; green stays"
    );
    desk.keys("u");
    assert_eq!(desk.message(), "Nothing to undo");
}

#[test]
fn putting_mine_goes_over_theirs_and_can_be_undone_to_theirs() {
    let mut desk = met();
    desk.saved_keys("M");
    assert!(desk.state.overlays.is_empty());
    assert_eq!(desk.rated("neet"), "red improving");
    assert_eq!(&desk.disk, desk.state.workspace());
    desk.saved_keys("u");
    assert_eq!(desk.rated("neet"), "green improving");
}

#[test]
fn a_decision_put_off_stays_and_can_be_come_back_to() {
    let mut desk = met();
    desk.keys("<Esc>");
    assert!(desk.state.overlays.is_empty());
    assert_eq!(desk.state.conflicts.len(), 1);
    desk.keys("C");
    assert!(is_asked(&desk));
    desk.saved_keys("M");
    assert_eq!(desk.rated("neet"), "red improving");
    desk.keys("C");
    assert_eq!(desk.message(), "Nothing is to be decided");
}

#[test]
fn while_a_line_is_typed_the_question_waits_behind_it() {
    let mut desk = Desk::small();
    desk.saved_keys("R");
    desk.somebody_rates("neet", "green");
    let effects = desk.keys("A n two<Space>cli");
    desk.save(effects);
    desk.keys("T M");
    let Some(Overlay::Note { line, .. }) = desk.state.overlays.last() else {
        panic!("the line was taken away");
    };
    assert_eq!(line.text(), "two cliTM");
    assert!(desk.message().is_empty());
    desk.keys("<Esc>");
    assert!(is_asked(&desk));
}

#[test]
fn several_conflicts_are_decided_one_after_the_other() {
    let mut desk = Desk::small();
    desk.somebody_rates("neet", "green");
    desk.somebody_rates("early", "green");
    let effects = desk.keys("R j R");
    desk.save(effects);
    desk.saved_keys("<Esc>");
    assert_eq!(desk.state.conflicts.len(), 2);
    desk.saved_keys("C M");
    assert!(is_asked(&desk));
    desk.saved_keys("T");
    assert!(!is_asked(&desk));
    assert_eq!(desk.rated("neet"), "red improving");
    assert_eq!(desk.rated("early"), "green -");
}

#[test]
fn what_somebody_made_the_same_is_no_conflict() {
    let mut desk = Desk::small();
    desk.somebody_rates("neet", "red");
    desk.saved_keys("R");
    assert!(desk.state.overlays.is_empty() && desk.state.conflicts.is_empty());
    assert!(
        desk.message().ends_with("had done the same"),
        "{}",
        desk.message()
    );
}

#[test]
fn a_tracker_that_both_began_holds_what_both_said() {
    let mut desk = Desk::small();
    desk.somebody_rates("dental", "green");
    desk.saved_keys("g e -");
    assert!(desk.state.conflicts.is_empty());
    assert_eq!(desk.rated("dental"), "green deteriorating");
    assert_eq!(&desk.disk, desk.state.workspace());
}

#[test]
fn a_conflict_about_something_that_is_gone_offers_theirs_only() {
    let mut desk = Desk::small();
    let effects = desk.keys("g e R");
    let title = r#"{"id": "dental", "code": "HW-2", "theme": "hw", "title": "Teeth of children"}"#;
    desk.disk = super::read(&super::SMALL.replace(&format!(",\n    {title}"), ""));
    desk.save(effects);
    desk.keys("M");
    assert!(is_asked(&desk));
    desk.keys("T");
    assert!(desk.state.conflicts.is_empty());
}

#[test]
fn a_conflict_is_weighed_anew_when_somebody_changes_the_field_again() {
    let mut desk = met();
    desk.somebody_rates("neet", "amber");
    let effects = desk.tell();
    // It is as it was before both: mine fits again.
    assert!(
        matches!(effects.as_slice(), [Effect::Commit(_)]),
        "{effects:?}"
    );
    assert!(desk.state.conflicts.is_empty() && desk.state.overlays.is_empty());
    desk.save(effects);
    assert_eq!(desk.rated("neet"), "red improving");
}

#[test]
fn two_notes_can_be_made_one() {
    let mut desk = Desk::small();
    desk.somebody_notes("neet", "three clinics closed");
    desk.saved_keys("R n two<Space>clinics<Space>closed <Enter>");
    assert!(is_asked(&desk));
    assert!(shown(&desk).ends_with("- two clinics closed three clinics closed"));
    desk.keys("e");
    desk.saved_keys(", <Space> three<Space>more<Space>soon <Enter>");
    assert!(desk.state.conflicts.is_empty() && desk.state.overlays.is_empty());
    let update = &desk
        .state
        .workspace()
        .priorities
        .get("neet")
        .unwrap()
        .updates;
    assert_eq!(
        update.last().unwrap().rating_note,
        "two clinics closed, three more soon"
    );
}

#[test]
fn a_note_begun_before_somebody_elses_came_in_does_not_go_over_it_unasked() {
    let mut desk = Desk::small();
    desk.saved_keys("R n two<Space>clinics");
    desk.somebody_notes("neet", "three clinics");
    desk.tell();
    desk.saved_keys("<Enter>");
    assert!(is_asked(&desk));
    assert!(shown(&desk).ends_with("- two clinics three clinics"));
    // Left as it was when it was opened, it takes nothing of theirs away.
    let mut desk = Desk::small();
    desk.saved_keys("R n");
    desk.somebody_notes("neet", "three clinics");
    desk.tell();
    assert!(desk.saved_keys("<Enter>").is_empty());
    assert!(desk.state.conflicts.is_empty());
}
