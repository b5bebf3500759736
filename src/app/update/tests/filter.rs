use super::{Desk, resumed};
use crate::app::rows::filter_trouble;
use crate::app::state::{File, Overlay, Pane, Place};

#[test]
fn the_list_narrows_as_one_types() {
    let mut desk = Desk::small();
    for (typed, rows) in [
        ("/", "neet early teenage dental"),
        ("learn", "neet early"),
        ("<Space>early", "early"),
        ("<Ctrl-w>", "neet early"),
        ("<Ctrl-u>", "neet early teenage dental"),
        ("rating:red", "teenage"),
        (",amber", "neet early teenage"),
    ] {
        assert!(desk.keys(typed).is_empty());
        assert_eq!(desk.rows(Pane::Priorities), rows, "after {typed}");
    }
    desk.keys("<Enter>");
    assert!(desk.state.overlays.is_empty());
    assert_eq!(desk.rows(Pane::Priorities), "neet early teenage");
}

#[test]
fn escape_restores_the_filter_and_the_row_from_before() {
    let mut desk = Desk::small();
    desk.keys("/ rating:amber,red <Enter> j");
    assert_eq!(desk.priority(), "early");
    desk.keys("/ <Ctrl-u> teenage");
    assert_eq!(desk.priority(), "teenage");
    assert_eq!(desk.rows(Pane::Indicators), "ni-112 ni-117");
    desk.keys("<Esc>");
    assert_eq!(desk.rows(Pane::Priorities), "neet early teenage");
    assert_eq!(desk.priority(), "early");
    assert_eq!(desk.rows(Pane::Indicators), "");
}

#[test]
fn escape_restores_the_row_after_nothing_fitted() {
    let mut desk = Desk::small();
    desk.keys("j j / zzzz");
    assert_eq!(desk.rows(Pane::Priorities), "");
    assert_eq!(desk.priority(), "");
    desk.keys("<Esc>");
    assert_eq!(desk.priority(), "teenage");
}

#[test]
fn shift_f_and_escape_show_the_whole_list_again() {
    for key in ["F", "<Esc>"] {
        let mut desk = Desk::small();
        desk.keys("/ teenage <Enter>");
        assert_eq!(desk.rows(Pane::Priorities), "teenage");
        desk.keys(key);
        assert_eq!(desk.rows(Pane::Priorities), "neet early teenage dental");
        assert_eq!(desk.priority(), "teenage", "the selection stays");
    }
    let mut desk = Desk::small();
    desk.keys("F");
    assert_eq!(
        desk.message(),
        "This list is not filtered, and was not before"
    );
}

#[test]
fn shift_f_lifts_the_filter_and_returns_it() {
    for lift in ["F", "<Esc>"] {
        let mut desk = Desk::small();
        desk.keys("/ teenage <Enter>");
        desk.keys(lift);
        assert!(!desk.state.list(Pane::Priorities).is_filtered());
        desk.keys("F");
        assert_eq!(desk.rows(Pane::Priorities), "teenage");
        assert_eq!(desk.state.list(Pane::Priorities).filter, "teenage");
    }
    // A list has its own: what is lifted here is not returned there.
    let mut desk = Desk::small();
    desk.keys("/ teenage <Enter> F 2 F");
    assert_eq!(
        desk.message(),
        "This list is not filtered, and was not before"
    );
    desk.keys("1 F");
    assert_eq!(desk.rows(Pane::Priorities), "teenage");
}

#[test]
fn a_filter_that_cannot_be_understood_counts_nothing_out() {
    let mut desk = Desk::small();
    desk.keys("/ rating:rde");
    let list = desk.state.list(Pane::Priorities);
    assert!(list.is_filtered() && !list.is_narrowed());
    let trouble = list.trouble.clone().unwrap();
    assert!(trouble.contains("did you mean “red”"), "{trouble}");
    desk.keys("<Esc>");
    assert_eq!(desk.state.list(Pane::Priorities).trouble, None);
}

#[test]
fn a_query_that_cannot_be_understood_is_no_filter_and_says_why() {
    let mut desk = Desk::small();
    desk.keys("/ ratting:red");
    assert_eq!(desk.rows(Pane::Priorities), "neet early teenage dental");
    let trouble = filter_trouble(&desk.state, Pane::Priorities.into()).unwrap();
    assert_eq!(
        trouble.to_string(),
        "there is no field “ratting”; did you mean “rating”?"
    );
    desk.keys("<Enter>");
    assert!(matches!(
        desk.state.overlays.last(),
        Some(Overlay::Filter { .. })
    ));
    assert!(desk.message().contains("did you mean “rating”?"));
    desk.keys("<Ctrl-u> rating:purple");
    let trouble = filter_trouble(&desk.state, Pane::Priorities.into()).unwrap();
    assert!(trouble.to_string().starts_with("“purple” is no rating"));
}

#[test]
fn a_query_that_is_not_finished_is_no_mistake_until_it_is_taken() {
    let mut desk = Desk::small();
    desk.keys("/ rating:");
    assert!(filter_trouble(&desk.state, Pane::Priorities.into()).is_none());
    assert_eq!(desk.rows(Pane::Priorities), "neet early teenage dental");
    desk.keys("<Enter>");
    let said = "No filter yet: “rating:” needs a value; one of red, ";
    assert!(desk.message().starts_with(said), "{}", desk.message());
    assert_eq!(desk.state.overlays.len(), 1);
}

#[test]
fn each_list_has_its_own_filter() {
    let mut desk = Desk::small();
    desk.keys("l / 148 <Enter>");
    assert_eq!(desk.rows(Pane::Indicators), "ni-148");
    assert_eq!(desk.rows(Pane::Priorities), "neet early teenage dental");
    desk.keys("h j j");
    assert_eq!(desk.rows(Pane::Indicators), "", "it holds for the next one");
    desk.keys("k k l F");
    assert_eq!(desk.rows(Pane::Indicators), "ni-117 ni-148");
}

#[test]
fn the_arrows_move_the_selection_while_the_filter_is_typed() {
    let mut desk = Desk::small();
    desk.keys("/ learn <Down>");
    assert_eq!(desk.priority(), "early");
    desk.keys("<Ctrl-p>");
    assert_eq!(desk.priority(), "neet");
    desk.keys("<Ctrl-n> <Enter>");
    assert_eq!(desk.priority(), "early");
}

#[test]
fn letters_in_the_line_are_letters() {
    let mut desk = Desk::small();
    assert!(desk.keys("/ RAGunqyFV+=-<>:?1").is_empty());
    assert_eq!(desk.state.trackers.priorities.filter, "RAGunqyFV+=-<>:?1");
    assert!(desk.state.journal.undo.is_none());
}

#[test]
fn the_filters_of_the_last_time_come_back() {
    let mut place = Place {
        pane: Pane::Indicators,
        ..Place::default()
    };
    place.list_mut(Pane::Priorities).selected = "neet".into();
    place.list_mut(Pane::Priorities).filter = "rating:amber".to_owned();
    place.list_mut(Pane::Indicators).filter = "148".to_owned();
    let desk = Desk::with(
        super::read(super::SMALL),
        File::default(),
        &resumed(place.clone()),
    );
    assert_eq!(desk.rows(Pane::Priorities), "neet early");
    assert_eq!(desk.rows(Pane::Indicators), "ni-148");
    assert_eq!(desk.state.trackers.focus, Pane::Indicators);
    let mut now = desk.state.whereabouts();
    for pane in Pane::ALL {
        let (now, was) = (now.list_mut(pane), place.list_mut(pane));
        assert_eq!(now.filter, was.filter);
    }
    assert_eq!(now.list_mut(Pane::Priorities).selected.as_str(), "neet");
}
