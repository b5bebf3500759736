use super::{Desk, update};
use crate::app::command::Command;
use crate::app::effect::Effect;
use crate::app::message::Msg;
use crate::app::state::{About, File, ListName, Options, Overlay, Verification};
use crate::domain::entry::Entry;
use std::sync::Arc;

/// A desk whose user and a colleague made some changes in an earlier sitting.
fn before() -> Vec<Arc<Entry>> {
    let mut desk = Desk::small();
    desk.saved_keys("R");
    desk.somebody_rates("teenage", "green");
    desk.saved_keys("j G");
    desk.journal.iter().rev().cloned().collect()
}

/// The next sitting on the same file.
fn next_day() -> Desk {
    let mut desk = Desk::small();
    desk.saved_keys("R");
    desk.somebody_rates("teenage", "green");
    desk.saved_keys("j G");
    let workspace = desk.disk.clone();
    let journal = desk.journal.clone();
    let mut next = Desk::with(workspace, File::default(), &Options::default());
    next.known = journal.len();
    next.journal = journal;
    let entries: Vec<_> = next.journal.iter().rev().cloned().collect();
    next.read_back(&entries, false);
    next
}

fn said(desk: &Desk) -> Vec<String> {
    let rows = &desk.state.list(ListName::History).rows;
    rows.iter()
        .map(|row| {
            let told = &desk.state.history.told[row];
            format!("{}: {}", told.by, told.what)
        })
        .collect()
}

#[test]
fn what_i_did_in_an_earlier_sitting_is_undone_and_made_again() {
    let mut desk = next_day();
    desk.saved_keys("u");
    assert_eq!(desk.rated("early"), "amber -");
    assert_eq!(
        desk.message(),
        "Undone: LN-2 rated green (was amber) in 2010/11 Q2   Ctrl-r makes it again"
    );
    // What a colleague did between is not mine to undo by this key.
    desk.saved_keys("u");
    assert_eq!(desk.rated("neet"), "amber improving");
    assert_eq!(desk.rated("teenage"), "green -");
    desk.keys("u");
    assert_eq!(desk.message(), "Nothing to undo");
    desk.saved_keys("<Ctrl-r> <Ctrl-r>");
    assert_eq!(desk.rated("neet"), "red improving");
    assert_eq!(desk.rated("early"), "green -");
    assert_eq!(&desk.disk, desk.state.workspace());
}

#[test]
fn undos_typed_faster_than_they_are_saved_take_back_one_after_the_other() {
    let mut desk = Desk::small();
    let first = desk.keys("R j G u u <Ctrl-r>");
    assert_eq!(desk.rated("early"), "amber -");
    assert_eq!(desk.rated("neet"), "red improving");
    desk.save(first);
    assert_eq!(&desk.disk, desk.state.workspace());
    // The journal says the same as the screen did.
    desk.saved_keys("<Ctrl-r>");
    assert_eq!(desk.rated("early"), "green -");
    desk.saved_keys("u u");
    assert_eq!(&desk.disk, Desk::small().state.workspace());
}

#[test]
fn an_undo_of_a_step_that_never_came_to_be_is_dropped_with_it() {
    let mut desk = Desk::small();
    desk.somebody_rates("neet", "green");
    let first = desk.keys("R u");
    desk.save(first);
    assert_eq!(desk.rated("neet"), "green improving");
    assert!(!desk.state.ledger.is_pending());
    assert_eq!(desk.state.conflicts.len(), 1);
}

#[test]
fn what_is_further_back_than_was_read_is_looked_for() {
    let mut desk = next_day();
    desk.state.journal = crate::app::state::Journal::default();
    desk.read_back(&[], true);
    let effects = desk.keys("u");
    assert!(
        matches!(effects.as_slice(), [Effect::ReadBack]),
        "{effects:?}"
    );
    let entries = before();
    // Only a colleague's change comes first: the search goes on.
    let effects = desk.read_back(&entries[1..2], true);
    assert!(
        matches!(effects.as_slice(), [Effect::ReadBack]),
        "{effects:?}"
    );
    desk.read_back(&entries, false);
    assert_eq!(desk.message(), "Found it; u takes it back");
    desk.saved_keys("u");
    assert_eq!(desk.rated("early"), "amber -");
}

#[test]
fn the_history_tells_who_changed_what_newest_first_and_what_was_taken_back() {
    let mut desk = next_day();
    desk.saved_keys("u 6");
    assert_eq!(
        said(&desk),
        [
            ": undone: LN-2 rated green (was amber) in 2010/11 Q2",
            ": LN-2 rated green (was amber) in 2010/11 Q2",
            "anna: HW-1 rated green (was red) in 2010/11 Q2",
            ": LN-1 rated red (was amber) in 2010/11 Q2",
        ]
    );
    assert_eq!(desk.state.history.undone.len(), 1);
    let headings = &desk.state.list(ListName::History).headings;
    assert_eq!(headings.len(), 1);
    assert_eq!(headings[0].text, "5 Nov 2010");
}

#[test]
fn anybodys_change_is_taken_back_from_the_history_after_asking() {
    let mut desk = next_day();
    desk.keys("6 j r");
    let Some(Overlay::Question(question)) = desk.state.overlays.last() else {
        panic!("nothing is asked");
    };
    assert!(
        question.words().starts_with(
            "Take this back? HW-1 rated green (was red) in 2010/11 Q2, by anna, 5 Nov"
        )
    );
    desk.saved_keys("y");
    assert_eq!(desk.rated("teenage"), "red -");
    assert_eq!(&desk.disk, desk.state.workspace());
    // The row that was selected is still selected, and cannot be taken back twice.
    desk.keys("r");
    assert_eq!(desk.message(), "It was taken back already");
}

#[test]
fn a_change_over_which_another_went_is_not_taken_back_and_the_reason_is_said() {
    let mut desk = next_day();
    desk.saved_keys("k A 6 g g j j j r y");
    assert_eq!(
        desk.message(),
        "Not undone: rating of LN-1 is amber now, not red"
    );
    assert_eq!(desk.rated("neet"), "amber improving");
}

#[test]
fn the_changes_of_one_record_are_shown_and_escape_comes_back() {
    let mut desk = next_day();
    desk.keys("k H");
    assert_eq!(said(&desk), [": LN-1 rated red (was amber) in 2010/11 Q2"]);
    desk.keys("<Esc>");
    assert_eq!(desk.state.screen, crate::app::state::Screen::Trackers);
    desk.keys("6");
    assert_eq!(said(&desk).len(), 3);
}

#[test]
fn rows_stand_together_by_day_person_or_record() {
    let mut desk = next_day();
    desk.keys("6");
    for (key, wanted) in [
        ("S", vec!["", "anna"]),
        ("S", vec!["priority LN-2", "priority HW-1", "priority LN-1"]),
        ("S", vec!["5 Nov 2010"]),
    ] {
        desk.keys(key);
        let headings = &desk.state.list(ListName::History).headings;
        let texts: Vec<&str> = headings.iter().map(|it| it.text.as_str()).collect();
        assert_eq!(texts, wanted);
    }
}

#[test]
fn the_filter_of_the_history_is_words_in_any_order() {
    let mut desk = next_day();
    desk.keys("6 / green<Space>hw-1 <Enter>");
    assert_eq!(said(&desk).len(), 1);
    desk.keys("F / anna <Enter>");
    assert_eq!(said(&desk).len(), 1);
    desk.keys("F / rating:red <Enter>");
    assert_eq!(said(&desk).len(), 0);
}

#[test]
fn enter_opens_the_change_and_escape_comes_back() {
    let mut desk = next_day();
    desk.keys("6 j <Enter>");
    let page = desk.state.page().unwrap();
    assert!(matches!(page.about, About::Change(_)));
    desk.keys("<Esc>");
    assert!(desk.state.page().is_none());
}

#[test]
fn older_changes_are_read_when_they_come_near_and_all_when_all_are_needed() {
    let reads = |effects: &[Effect]| effects.iter().any(|it| matches!(it, Effect::ReadBack));
    let mut desk = next_day();
    desk.state.journal = crate::app::state::Journal::default();
    let entries = before();
    desk.read_back(&entries[..2], true);
    // The screen shows the end of what was read.
    assert!(reads(&desk.keys("6")));
    // One request at a time.
    assert!(!reads(&desk.keys("j")));
    assert!(reads(&desk.read_back(&entries[2..], true)));
    assert!(!reads(&desk.read_back(&[], false)));
    assert_eq!(said(&desk).len(), 3);
}

#[test]
fn the_journal_is_verified_when_the_history_is_first_shown_and_when_asked() {
    let verifies = |effects: &[Effect]| effects.iter().any(|it| matches!(it, Effect::Verify));
    let mut desk = next_day();
    assert!(verifies(&desk.keys("6")));
    assert_eq!(desk.state.history.verification, Verification::Running);
    let found = Verification::Broken("leeds.journal.jsonl, line 3: its hash is another".to_owned());
    update(&mut desk.state, Msg::Verified(found));
    assert!(
        desk.message()
            .starts_with("The journal does not hold: leeds")
    );
    assert!(!verifies(&desk.keys("1 6")));
    assert!(verifies(&super::super::perform(
        &mut desk.state,
        Command::Verify
    )));
}

#[test]
fn rows_that_others_changed_are_marked_until_they_are_looked_at() {
    let mut desk = Desk::small();
    desk.somebody_rates("teenage", "green");
    desk.tell();
    let marked = |desk: &Desk| {
        desk.state
            .fresh
            .iter()
            .map(|it| it.id.to_string())
            .collect::<Vec<_>>()
    };
    assert_eq!(marked(&desk), ["teenage"]);
    desk.keys("j");
    assert_eq!(marked(&desk), ["teenage"]);
    desk.keys("j");
    assert_eq!(desk.priority(), "teenage");
    assert_eq!(
        marked(&desk),
        ["teenage"],
        "it is shown once with the selection on it"
    );
    desk.keys("k");
    assert!(marked(&desk).is_empty());
}

#[test]
fn what_i_do_in_another_terminal_is_mine_to_undo_here() {
    let mut desk = Desk::small();
    desk.somebody_rates("teenage", "green");
    let entry = Arc::make_mut(desk.journal.last_mut().unwrap());
    entry.who = desk.state.who.clone();
    desk.tell();
    desk.saved_keys("u");
    assert_eq!(desk.rated("teenage"), "red -");
}
