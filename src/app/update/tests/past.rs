use super::{Desk, committed};
use crate::app::state::{Overlay, Pane};

#[test]
fn rating_in_a_past_period_asks_first() {
    let mut desk = Desk::small();
    assert!(desk.keys("< R").is_empty());
    let Some(Overlay::Question(question)) = desk.state.overlays.last() else {
        panic!("no question");
    };
    assert_eq!(
        question.words(),
        "2010/11 Q1 is a past period. LN-1 rated red (was green) in 2010/11 Q1: change it?"
    );
    assert_eq!(desk.rated_in("neet", "2010/11 Q1"), "green static");
}

#[test]
fn yes_changes_the_past_and_no_leaves_it() {
    for no in ["n", "<Esc>", "q"] {
        let mut desk = Desk::small();
        assert!(desk.keys("< R").is_empty());
        assert!(desk.keys(no).is_empty());
        assert!(desk.state.overlays.is_empty(), "{no}");
        assert_eq!(desk.rated_in("neet", "2010/11 Q1"), "green static");
    }
    let mut desk = Desk::small();
    let effects = desk.keys("< R y");
    committed(&effects);
    assert_eq!(desk.rated_in("neet", "2010/11 Q1"), "red static");
    assert_eq!(desk.rated("neet"), "amber improving");
    desk.save(effects);
    desk.saved_keys("u");
    assert_eq!(desk.rated_in("neet", "2010/11 Q1"), "green static");
}

#[test]
fn no_other_key_answers_the_question() {
    let mut desk = Desk::small();
    desk.keys("<");
    for key in ["R", "A", "j", "<Enter>", "<Space>", "u", "Y", "N", "1"] {
        desk.keys("R");
        assert!(desk.keys(key).is_empty(), "{key}");
        assert_eq!(desk.state.overlays.len(), 1, "{key}");
        desk.keys("n");
    }
    assert_eq!(desk.rated_in("neet", "2010/11 Q1"), "green static");
}

#[test]
fn a_note_in_the_past_asks_unless_the_rating_was_just_given() {
    let mut desk = Desk::small();
    assert!(desk.keys("< n late <Enter>").is_empty());
    assert!(matches!(
        desk.state.overlays.last(),
        Some(Overlay::Question(_))
    ));
    desk.saved_keys("y");
    desk.saved_keys("R y");
    committed(&desk.keys("n er <Enter>"));
}

#[test]
fn a_note_goes_with_the_period_in_view_and_not_with_a_rating_given_elsewhere() {
    let mut desk = Desk::small();
    desk.saved_keys("R < n");
    let Some(Overlay::Note { period, .. }) = desk.state.overlays.last() else {
        panic!("no line for a note");
    };
    assert_eq!(period.to_string(), "2010/11 Q1");
}

#[test]
fn periods_go_back_and_forward_to_their_ends() {
    let mut desk = Desk::small();
    let period = |desk: &Desk| desk.state.moment.period.unwrap().to_string();
    desk.keys(">");
    assert_eq!(desk.message(), "There is no later period in this workspace");
    desk.keys("<");
    assert_eq!(period(&desk), "2010/11 Q1");
    assert!(desk.state.is_past());
    desk.keys("<");
    assert_eq!(period(&desk), "2010/11 Q1");
    assert_eq!(
        desk.message(),
        "There is no earlier period in this workspace"
    );
    desk.keys(">");
    assert_eq!(period(&desk), "2010/11 Q2");
    assert!(!desk.state.is_past());
}

#[test]
fn the_selection_stays_with_its_record_from_period_to_period() {
    let mut desk = Desk::small();
    desk.keys("j j");
    assert_eq!(desk.priority(), "teenage");
    desk.keys("<");
    assert_eq!(
        desk.rows(Pane::Priorities),
        "neet early diplomas teenage dental"
    );
    assert_eq!(desk.priority(), "teenage");
    desk.keys(">");
    assert_eq!(desk.rows(Pane::Priorities), "neet early teenage dental");
    assert_eq!(desk.priority(), "teenage");
}

#[test]
fn the_selection_stays_where_the_filter_does_not_fit_the_other_period() {
    let mut desk = Desk::small();
    desk.keys("/ rating:amber <Enter> <");
    assert_eq!(desk.priority(), "neet");
    assert_eq!(desk.state.trackers.priorities.lingering.len(), 1);
    desk.keys(">");
    assert_eq!(desk.rows(Pane::Priorities), "neet early");
    assert!(desk.state.trackers.priorities.lingering.is_empty());
}

#[test]
fn themes_count_the_priorities_that_the_period_shows() {
    let mut desk = Desk::small();
    let counts = |desk: &Desk| {
        let counts = &desk.state.trackers.counts;
        ["", "ln", "hw"].map(|id| counts.get(id).copied().unwrap_or(0))
    };
    assert_eq!(counts(&desk), [4, 2, 2]);
    desk.keys("<");
    assert_eq!(counts(&desk), [5, 3, 2]);
}
