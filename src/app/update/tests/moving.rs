use super::{Desk, resumed, update};
use crate::app::effect::Effect;
use crate::app::input::InputEvent;
use crate::app::message::Msg;
use crate::app::state::{File, PageRegion, Pane, Place, Regions};

#[test]
fn rows_are_walked_to_both_ends_and_no_further() {
    let mut desk = Desk::small();
    for (script, selected) in [
        ("", "neet"),
        ("k", "neet"),
        ("j", "early"),
        ("<Down> <Down>", "dental"),
        ("j", "dental"),
        ("<Up>", "teenage"),
        ("g g", "neet"),
        ("g e", "dental"),
        ("<Home>", "neet"),
        ("<End>", "dental"),
    ] {
        assert!(desk.keys(script).is_empty());
        assert_eq!(desk.priority(), selected, "after {script}");
    }
}

#[test]
fn the_second_key_decides_and_a_wrong_one_does_nothing() {
    let mut desk = Desk::small();
    desk.keys("j g");
    assert_eq!(desk.state.typed_shown(), "g");
    for wrong in ["x", "j", "<Esc>", "R"] {
        desk.keys(wrong);
        assert_eq!(desk.state.typed_shown(), "", "{wrong}");
        assert_eq!(desk.priority(), "early", "{wrong}");
        desk.keys("g");
    }
    desk.keys("g");
    assert_eq!(desk.priority(), "neet");
}

#[test]
fn a_key_with_ctrl_means_itself_whatever_was_begun() {
    for (key, leaves) in [("<Ctrl-c>", true), ("<Ctrl-d>", false)] {
        let mut desk = Desk::small();
        let effects = desk.keys(&format!("g {key}"));
        assert_eq!(
            matches!(effects.as_slice(), [Effect::Quit]),
            leaves,
            "{key}"
        );
        assert_eq!(desk.state.typed_shown(), "");
        assert_eq!(desk.priority() == "neet", leaves, "{key}");
    }
}

#[test]
fn on_a_screen_too_small_for_anything_nothing_is_changed_unseen() {
    let mut desk = Desk::small();
    let too_small = true;
    update(
        &mut desk.state,
        Msg::Drawn(Regions {
            too_small,
            ..Regions::default()
        }),
    );
    assert!(desk.keys("R + j Enter").is_empty());
    assert_eq!(desk.priority(), "neet");
    assert!(!desk.state.ledger.is_pending());
    assert!(matches!(desk.keys("q").as_slice(), [Effect::Quit]));
}

#[test]
fn half_pages_and_pages_are_those_that_were_drawn() {
    let mut desk = Desk::sample();
    desk.drawn(Pane::Priorities, 6);
    let place = |desk: &Desk| desk.state.trackers.priorities.place().unwrap();
    for (script, at) in [
        ("<Ctrl-d>", 3),
        ("<Ctrl-u>", 0),
        ("<PgDn>", 6),
        ("<PgDn>", 9),
        ("<PgUp>", 3),
    ] {
        desk.keys(script);
        assert_eq!(place(&desk), at, "after {script}");
    }
    desk.drawn(Pane::Priorities, 1);
    desk.keys("<Ctrl-u>");
    assert_eq!(place(&desk), 2, "at least one row");
}

#[test]
fn panes_are_walked_left_and_right_and_round() {
    let mut desk = Desk::small();
    for (script, pane) in [
        ("", Pane::Priorities),
        ("h", Pane::Themes),
        ("h", Pane::Themes),
        ("l l", Pane::Indicators),
        ("<Right>", Pane::Actions),
        ("<Right>", Pane::Actions),
        ("<Tab>", Pane::Themes),
        ("<Shift-Tab>", Pane::Actions),
        ("<Shift-Tab>", Pane::Indicators),
        ("<Left>", Pane::Priorities),
    ] {
        desk.keys(script);
        assert_eq!(desk.state.trackers.focus, pane, "after {script}");
    }
}

#[test]
fn each_pane_shows_what_the_one_to_its_left_selects() {
    let mut desk = Desk::small();
    let parts = |desk: &Desk| {
        [Pane::Priorities, Pane::Indicators, Pane::Actions].map(|pane| desk.rows(pane))
    };
    assert_eq!(
        parts(&desk),
        ["neet early teenage dental", "ni-117 ni-148", "connexions"]
    );
    desk.keys("j j");
    assert_eq!(
        parts(&desk),
        ["neet early teenage dental", "ni-112 ni-117", "clinics"]
    );
    desk.keys("g g h j");
    assert_eq!(desk.selected(Pane::Themes), "ln");
    assert_eq!(parts(&desk), ["neet early", "ni-117 ni-148", "connexions"]);
    desk.keys("j");
    assert_eq!(parts(&desk), ["teenage dental", "ni-112 ni-117", "clinics"]);
    desk.keys("l j");
    assert_eq!(parts(&desk), ["teenage dental", "", ""]);
}

#[test]
fn enter_opens_what_is_selected_and_on_a_theme_goes_to_its_priorities() {
    for (script, page) in [
        ("<Enter>", "priority:neet"),
        ("l j <Enter>", "indicator:ni-148"),
        ("l l <Enter>", "action:connexions"),
    ] {
        let mut desk = Desk::small();
        desk.keys(script);
        let opened = desk.opened();
        assert_eq!(opened.as_deref(), Some(page), "after {script}");
        desk.keys("<Esc>");
        assert!(desk.state.page().is_none());
    }
    for script in ["h <Enter>", "h j <Enter>"] {
        let mut desk = Desk::small();
        desk.keys(script);
        assert_eq!(desk.message(), "", "after {script}");
        assert_eq!(desk.state.trackers.focus, Pane::Priorities, "{script}");
        assert!(desk.state.page().is_none());
    }
}

fn page_drawn(desk: &mut Desk) {
    let regions = Regions {
        page: Some(PageRegion {
            lines: 40,
            height: 10,
            headings: vec![5, 12, 33],
            links: Vec::new(),
        }),
        ..Regions::default()
    };
    update(&mut desk.state, Msg::Drawn(regions));
}

#[test]
fn a_page_scrolls_by_lines_pages_and_headings_within_its_ends() {
    let mut desk = Desk::small();
    desk.keys("<Enter>");
    page_drawn(&mut desk);
    for (script, line) in [
        ("k", 0),
        ("j j", 2),
        ("<Ctrl-d>", 7),
        ("<PgDn>", 17),
        ("<End>", 30),
        ("j", 30),
        ("g g", 0),
        ("<Tab>", 5),
        ("<Tab>", 12),
        ("<Tab>", 30),
        ("<Shift-Tab>", 12),
        ("<Shift-Tab> <Shift-Tab>", 5),
    ] {
        assert!(desk.keys(script).is_empty());
        let page = desk.state.page().unwrap();
        assert_eq!(page.scroll, line, "after {script}");
    }
    assert_eq!(desk.priority(), "neet", "the list did not move");
}

#[test]
fn keys_for_panes_leave_the_page() {
    for key in ["h", "l", "1"] {
        let mut desk = Desk::small();
        desk.keys("<Enter>");
        desk.keys(key);
        assert!(desk.state.page().is_none(), "{key}");
    }
}

#[test]
fn escape_with_nothing_open_says_how_to_leave() {
    let mut desk = Desk::small();
    assert!(desk.keys("<Esc>").is_empty());
    assert_eq!(desk.message(), "Nothing is open; q leaves");
}

#[test]
fn code_and_title_and_the_page_are_copied() {
    let mut desk = Desk::small();
    let effects = desk.keys("y");
    let [Effect::Copy { text, .. }] = effects.as_slice() else {
        panic!("{effects:?}");
    };
    assert_eq!(text, "LN-1 Young people in work or learning");
    let effects = desk.keys("l l Y");
    let [Effect::Copy { text, what }] = effects.as_slice() else {
        panic!("{effects:?}");
    };
    assert!(text.contains("Renegotiate the contract"), "{text}");
    assert_eq!(what, "the page of connexions");
    assert!(desk.keys("h h h y").is_empty(), "“All” is no record");
    assert_eq!(desk.message(), "Nothing is selected here");
}

#[test]
fn the_place_of_the_last_time_comes_back() {
    let mut desk = Desk::small();
    desk.keys("h j j l j <");
    let place = desk.state.whereabouts();
    let again = Desk::with(super::read(super::SMALL), File::default(), &resumed(place));
    assert_eq!(again.priority(), "dental");
    assert_eq!(again.selected(Pane::Themes), "hw");
    assert!(again.state.is_past());
    let mut gone = Place::default();
    gone.list_mut(Pane::Themes).selected = "gone".into();
    gone.list_mut(Pane::Priorities).selected = "gone".into();
    let desk = Desk::with(super::read(super::SMALL), File::default(), &resumed(gone));
    assert_eq!(desk.selected(Pane::Themes), "");
    assert_eq!(desk.priority(), "neet");
}

#[test]
fn a_key_that_begins_something_says_after_a_pause_what_may_follow_until_the_next_key() {
    let mut desk = Desk::small();
    update(&mut desk.state, Msg::Paused);
    assert!(!desk.state.following, "nothing waits");
    desk.keys("g");
    assert!(desk.state.awaits_key() && !desk.state.following);
    update(&mut desk.state, Msg::Paused);
    assert!(desk.state.following && !desk.state.awaits_key());
    desk.keys("e");
    assert!(!desk.state.following && !desk.state.awaits_key());
    // A paste takes the beginning away; the next one has to wait anew.
    desk.keys("g");
    update(&mut desk.state, Msg::Paused);
    let paste = InputEvent::Paste("e".to_owned());
    update(&mut desk.state, Msg::Input(paste));
    desk.keys("g");
    assert!(desk.state.awaits_key() && !desk.state.following);
}
