//! Marks, and changing many records at once.

use super::*;
use crate::analysis::many::Outcome;
use crate::app::state::{Overlay, Preview, Question};

/// The marked rows of the focused list, in order.
fn marked(desk: &Desk) -> String {
    let list = desk.state.list(desk.state.focused());
    let mut marked: Vec<&str> = list
        .rows
        .iter()
        .filter(|row| list.marks.has(row))
        .map(crate::domain::id::Id::as_str)
        .collect();
    if list.marks.len() > marked.len() {
        marked.push("...");
    }
    marked.join(" ")
}

fn preview(desk: &Desk) -> &Preview {
    match desk.state.overlays.last() {
        Some(Overlay::Preview(preview)) => preview,
        other => panic!("no preview: {other:?}; {}", desk.message()),
    }
}

/// The lines of the open preview.
fn lines(desk: &Desk) -> Vec<String> {
    let lines = preview(desk).lines.iter().map(|line| {
        let code = &line.code;
        match &line.outcome {
            Outcome::Changes { before, after } => format!("{code}: {before} > {after}"),
            Outcome::Same(words) => format!("{code} = {words}"),
            Outcome::Refused(why) => format!("{code} ! {why}"),
        }
    });
    lines.collect()
}

fn signer(role: &str) -> Options {
    Options {
        who: Who {
            user: "jh".to_owned(),
            name: "J. Harris".to_owned(),
            role: role.to_owned(),
        },
        as_of: crate::domain::day::Day::new(2010, 10, 29),
        ..Options::default()
    }
}

#[test]
fn marks_are_set_row_by_row_by_stretch_and_all_at_once_and_lifted_with_escape() {
    for (keys, rows) in [
        ("<space>", "neet"),
        ("<space> <space>", "neet early"),
        ("<space> k <space>", ""),
        ("<space> j V", "neet early teenage"),
        ("j j <space> g g V", "neet early teenage"),
        ("j V", "early"),
        ("*", "neet early teenage dental"),
        ("* j <space>", "neet teenage dental"),
        ("<space> *", "neet early teenage dental"),
        ("* *", ""),
        ("* <Esc>", ""),
    ] {
        let mut desk = Desk::small();
        desk.keys(keys);
        assert_eq!(marked(&desk), rows, "{keys}");
    }
}

#[test]
fn what_stands_for_no_record_cannot_be_marked() {
    let mut desk = Desk::small();
    desk.keys("h <space>");
    assert_eq!(
        (marked(&desk), desk.message()),
        (String::new(), "Nothing is selected here")
    );
    desk.keys("*");
    assert_eq!(marked(&desk), "");
    desk.keys("j *");
    assert_eq!(
        marked(&desk),
        "ln hw",
        "the row for all themes is none of them"
    );
}

#[test]
fn marks_are_of_their_list_and_survive_a_filter_and_another_screen() {
    let mut desk = Desk::small();
    desk.keys("<space> <space> / t e e n <Enter>");
    assert_eq!(marked(&desk), "...");
    desk.keys("* F");
    assert_eq!(marked(&desk), "neet early teenage");
    desk.keys("2 1 l");
    assert_eq!(marked(&desk), "", "the indicators have their own");
    desk.keys("h");
    assert_eq!(marked(&desk), "neet early teenage");
}

#[test]
fn a_rating_of_marked_priorities_is_shown_first_and_made_as_one_step() {
    let mut desk = Desk::small();
    let before = desk.state.workspace().clone();
    let effects = desk.keys("* R");
    assert!(effects.is_empty(), "nothing before the answer");
    assert!(desk.state.workspace() == &before);
    assert_eq!(
        lines(&desk),
        [
            "LN-1: amber > red",
            "LN-2: amber > red",
            "HW-2: not set > red",
            "HW-1 = red",
        ]
    );
    assert_eq!(preview(&desk).counts, (3, 1, 0));
    desk.keys("<Enter>");
    assert!(desk.state.workspace() == &before, "Enter is no answer");
    let effects = desk.keys("y");
    assert_eq!(committed(&effects).step.edits.len(), 3);
    assert_eq!(committed(&effects).step.cause, "key R");
    desk.save(effects);
    let rated = ["neet", "early", "teenage", "dental"].map(|id| desk.rated(id));
    assert_eq!(rated, ["red improving", "red -", "red -", "red -"]);
    assert_eq!(
        desk.message(),
        "3 priorities rated red in 2010/11 Q2   u undoes"
    );
    assert_eq!(
        marked(&desk),
        "neet early teenage dental",
        "for the next key"
    );
    desk.saved_keys("u");
    assert!(
        desk.state.workspace() == &before,
        "one undo takes all of it back"
    );
    assert!(desk.disk == before);
}

#[test]
fn a_preview_that_is_left_changes_nothing() {
    for keys in ["n", "q", "<Esc>"] {
        let mut desk = Desk::small();
        let effects = desk.keys(&format!("* + {keys}"));
        assert!(
            effects.is_empty() && desk.state.overlays.is_empty(),
            "{keys}"
        );
        assert!(desk.state.journal.undo.is_none());
    }
}

#[test]
fn what_is_so_already_is_said_without_a_question() {
    let mut desk = Desk::small();
    desk.keys("<space> <space> A");
    assert!(desk.state.overlays.is_empty());
    assert_eq!(
        desk.message(),
        "All 2 are rated amber in 2010/11 Q2 already"
    );
}

#[test]
fn marks_that_a_filter_hides_are_changed_too_and_the_preview_counts_them() {
    let mut desk = Desk::small();
    desk.keys("<space> <space> / t e e n <Enter> <space> G");
    assert_eq!(preview(&desk).marked.hidden, 2);
    assert_eq!(preview(&desk).counts, (3, 0, 0));
    desk.saved_keys("y");
    assert_eq!(desk.rated("neet"), "green improving");
    assert_eq!(desk.rated("teenage"), "green -");
}

#[test]
fn on_a_page_keys_change_what_it_is_about_and_not_what_is_marked() {
    let mut desk = Desk::small();
    desk.keys("<space> <space>");
    let effects = desk.keys("<Enter> G");
    assert_eq!(committed(&effects).step.edits.len(), 1);
    assert_eq!(desk.rated("teenage"), "green -");
    assert_eq!(desk.rated("neet"), "amber improving");
}

#[test]
fn a_past_period_is_changed_after_the_one_preview() {
    let mut desk = Desk::small();
    desk.keys("< * A");
    assert_eq!(lines(&desk)[0], "LN-1: green > amber");
    let effects = desk.keys("y");
    assert_eq!(committed(&effects).step.edits.len(), 5);
    assert!(desk.state.overlays.is_empty(), "it asks once");
    assert_eq!(desk.rated_in("neet", "2010/11 Q1"), "amber static");
    assert_eq!(desk.rated("neet"), "amber improving");
}

#[test]
fn the_form_offers_what_can_be_set_of_all_that_are_marked() {
    let mut desk = Desk::small();
    let titles = |desk: &Desk| match desk.state.overlays.last() {
        Some(Overlay::FieldChoice(choice)) => {
            let titles = choice
                .fields
                .iter()
                .map(|(field, count)| format!("{} {count}", field.title()));
            titles.collect::<Vec<_>>().join(", ")
        }
        other => panic!("{other:?}"),
    };
    desk.keys("* e");
    assert_eq!(
        titles(&desk),
        "Rating 4, Direction of travel 4, Officer 4, Board: add one 4, Board: take one out 4, \
         Retire from a period on 4, Approve 4"
    );
    desk.keys("<Esc> <Esc> l l <space> e");
    assert_eq!(titles(&desk), "Officer 1, Status 1, Due date 1");
    desk.keys("<Esc> 2 * e");
    assert_eq!(
        titles(&desk),
        "Rating 1, Officer 1, Board: add one 1, Board: take one out 1, Due date 1"
    );
}

#[test]
fn a_due_date_is_typed_once_read_as_it_is_typed_and_shown_before_it_moves() {
    let mut desk = Desk::small();
    desk.keys("l l <space> e j j <Enter>");
    desk.keys("N o v <space> 2 0 1 0 <tab> l a t e <ctrl-s>");
    assert_eq!(lines(&desk), ["connexions: not set > Nov 2010"]);
    desk.saved_keys("y");
    let action = desk.disk.actions.get("connexions").unwrap();
    assert_eq!(action.timescale.as_ref().unwrap().text, "Nov 2010");
    assert_eq!(
        desk.message(),
        "Renegotiate the contract made due Nov 2010   u undoes"
    );
}

#[test]
fn an_officer_and_a_status_are_entered_in_the_fitting_form() {
    let mut desk = Desk::small();
    desk.keys("* e j j <Enter> l <tab> H e a d <ctrl-s>");
    assert_eq!(lines(&desk)[0], "LN-1: lead: nobody > lead: Head");
    desk.saved_keys("y");
    let neet = desk.disk.priorities.get("neet").unwrap();
    assert_eq!(neet.officers[0].called(), "Head");
    let then = neet.updates[0].officers.as_ref().unwrap();
    assert!(then.is_empty(), "the quarter before keeps what it had");
    desk.keys("l l <space> e j <Enter> d <ctrl-s>");
    assert_eq!(lines(&desk), ["connexions: not reviewed > delayed"]);
}

#[test]
fn a_value_that_is_missing_keeps_the_form_open() {
    let mut desk = Desk::small();
    desk.keys("* e <Enter> <ctrl-s>");
    assert!(matches!(desk.state.overlays.last(), Some(Overlay::Form(_))));
    assert!(
        desk.message().starts_with("Not kept yet: Rating"),
        "{}",
        desk.message()
    );
    desk.keys("<Esc> e j j <Enter> l <ctrl-s>");
    assert_eq!(desk.message(), "Not yet: say what they are to have");
    assert!(matches!(desk.state.overlays.last(), Some(Overlay::Form(_))));
}

#[test]
fn completing_marked_actions_asks_with_the_same_preview_and_deleting_them_is_refused() {
    let mut desk = Desk::small();
    desk.keys("l l <space> x");
    assert_eq!(lines(&desk), ["connexions: not reviewed > completed"]);
    desk.keys("n D");
    assert_eq!(
        desk.message(),
        "One record at a time is deleted; Esc lifts the marks first"
    );
    assert!(desk.state.overlays.is_empty());
}

#[test]
fn marked_trackers_are_approved_in_the_configured_role_after_the_preview() {
    let mut desk = Desk::with(read(SMALL), File::default(), &signer("officer"));
    desk.keys("* p");
    assert_eq!(
        lines(&desk),
        [
            "LN-1: waits for the officer > officer: J. Harris",
            "LN-2: waits for the officer > officer: J. Harris",
            "HW-1: waits for the officer > officer: J. Harris",
            "HW-2 ! no rating to approve yet",
        ]
    );
    let effects = desk.keys("y");
    assert_eq!(committed(&effects).step.edits.len(), 3);
    desk.save(effects);
    assert_eq!(
        desk.message(),
        "3 priorities approved as officer by J. Harris in 2010/11 Q2   u undoes"
    );
    desk.keys("<Esc> <space> G y");
    assert!(
        desk.message().contains("; changed since approval"),
        "{}",
        desk.message()
    );
}

#[test]
fn without_a_role_that_signs_it_is_asked_as_what_before_the_preview() {
    let mut desk = Desk::with(read(SMALL), File::default(), &signer("adviser"));
    desk.keys("<space> <space> p");
    let asks = matches!(
        desk.state.overlays.last(),
        Some(Overlay::Question(Question::ApproveMarked { .. }))
    );
    assert!(asks);
    desk.keys("d");
    assert_eq!(
        lines(&desk)[0],
        "LN-1: waits for the officer > director: J. Harris, before the officer"
    );
    assert!(desk.keys("n").is_empty());
}

#[test]
fn what_waits_for_me_is_a_list_of_its_own() {
    let mut desk = Desk::with(read(SMALL), File::default(), &signer("officer"));
    desk.keys("5 :");
    desk.keys("w a i t s <Enter>");
    assert_eq!(desk.rows(Pane::Priorities), "neet early teenage");
    assert_eq!(
        desk.message(),
        "3 trackers wait for your signature as officer   * marks all, p approves"
    );
    desk.saved_keys("* p y");
    desk.keys(":");
    desk.keys("w a i t s <Enter>");
    assert_eq!(
        desk.message(),
        "Nothing waits for your signature as officer"
    );
}

#[test]
fn a_priority_is_retired_from_a_period_on_and_taken_up_again() {
    let mut desk = Desk::small();
    desk.keys(": r e t i r e <Enter>");
    desk.keys("<ctrl-u> 2 0 1 0 / 1 1 <space> Q 2 <ctrl-s>");
    assert_eq!(lines(&desk), ["LN-1: followed > retired from 2010/11 Q2"]);
    desk.saved_keys("y");
    assert_eq!(desk.message(), "LN-1 retired from 2010/11 Q2   u undoes");
    assert_eq!(desk.rows(Pane::Priorities), "early teenage dental");
    desk.keys("<");
    assert_eq!(
        desk.rows(Pane::Priorities),
        "neet early diplomas teenage dental"
    );
    desk.keys("g g : t a k e - u p <Enter>");
    assert_eq!(lines(&desk), ["LN-1: retired from 2010/11 Q2 > followed"]);
    desk.saved_keys("y >");
    assert_eq!(desk.rows(Pane::Priorities), "neet early teenage dental");
}

#[test]
fn the_period_that_is_offered_for_retiring_is_the_next_one() {
    let mut desk = Desk::small();
    desk.keys("l : r e t i r e <Enter> <ctrl-s>");
    assert_eq!(lines(&desk), ["NI 117: followed > retired from 2010/11 Q3"]);
}

#[test]
fn others_changes_show_in_the_preview_before_anybody_says_yes() {
    let mut desk = Desk::small();
    desk.keys("* R");
    desk.somebody_rates("early", "red");
    desk.tell();
    assert_eq!(
        lines(&desk),
        [
            "LN-1: amber > red",
            "HW-2: not set > red",
            "LN-2 = red",
            "HW-1 = red"
        ]
    );
    let effects = desk.keys("y");
    assert_eq!(committed(&effects).step.edits.len(), 2);
    assert!(desk.save(effects).is_empty());
    assert!(desk.state.conflicts.is_empty());
}

#[test]
fn a_marked_record_that_somebody_takes_out_is_no_longer_marked() {
    let mut desk = Desk::small();
    desk.keys("*");
    let mut draft = crate::domain::form::Draft::new(&desk.disk);
    let list = crate::domain::edit::ListPlace::Records(crate::domain::kind::Kind::Priority);
    draft.remove(&list, "early").unwrap();
    desk.somebody(draft.into_step("D").unwrap().edits);
    desk.tell();
    assert_eq!(marked(&desk), "neet teenage dental");
}

#[test]
fn where_one_of_many_meets_anothers_change_keeping_theirs_lets_mine_stand_for_the_others() {
    let mut desk = Desk::small();
    let effects = desk.keys("* R y");
    desk.somebody_rates("early", "green");
    desk.save(effects);
    assert_eq!(desk.state.conflicts.len(), 1);
    let effects = desk.keys("T");
    desk.save(effects);
    let rated = ["neet", "early", "dental"].map(|id| desk.rated(id));
    assert_eq!(rated, ["red improving", "green -", "red -"]);
    assert!(desk.disk == *desk.state.workspace());
}
