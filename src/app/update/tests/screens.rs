use super::{Desk, resumed, update};
use crate::app::effect::Effect;
use crate::app::message::Msg;
use crate::app::place::Places;
use crate::app::state::{File, LinkRegion, ListName, PageRegion, Pane, Place, Regions, Screen};
use crate::domain::id::RecordRef;

#[test]
fn a_number_shows_its_screen_and_each_is_as_it_was_left() {
    let mut desk = Desk::small();
    desk.keys("j l <Enter>");
    for (key, screen) in [
        ("2", Screen::Recommendations),
        ("3", Screen::Exceptions),
        ("4", Screen::Overview),
        ("5", Screen::Programme),
        ("6", Screen::History),
        ("1", Screen::Trackers),
    ] {
        let effects = desk.keys(key);
        assert!(effects.iter().all(|it| matches!(it, Effect::Verify)));
        assert_eq!(desk.state.screen, screen, "{key}");
    }
    assert_eq!(desk.state.trackers.focus, Pane::Indicators);
    assert_eq!(desk.state.place(), Places::INDICATORS, "early has none");
    desk.keys("h k <Enter> 2 1");
    assert_eq!(desk.opened().as_deref(), Some("priority:neet"));
    desk.keys("1");
    assert_eq!(desk.opened(), None, "its own number closes the pages");
}

#[test]
fn an_empty_screen_takes_every_way_of_moving_and_opening() {
    for screen in ["2", "3", "4", "5", "6"] {
        let mut desk = Desk::empty();
        desk.keys(screen);
        desk.keys("j k g g g e <Ctrl-d> <PgUp> h l <Tab> <Shift-Tab> <Enter> / x <Enter> F . ,");
        assert!(desk.state.page().is_none(), "{screen}");
        assert!(desk.state.overlays.is_empty(), "{screen}");
    }
}

/// The page that was drawn has links on these lines.
fn links_drawn(desk: &mut Desk, links: &[(usize, &str)]) {
    let links = links.iter().map(|(line, record)| LinkRegion {
        line: *line,
        record: RecordRef::read(record).unwrap(),
    });
    let regions = Regions {
        page: Some(PageRegion {
            lines: 60,
            height: 10,
            headings: Vec::new(),
            links: links.collect(),
        }),
        ..Regions::default()
    };
    update(&mut desk.state, Msg::Drawn(regions));
}

fn link(desk: &Desk) -> (String, usize, usize) {
    let page = desk.state.page().unwrap();
    let link = page.link.as_ref().unwrap();
    (link.record.to_string(), link.nth, page.scroll)
}

#[test]
fn the_links_of_a_page_are_walked_from_the_first_in_view_and_scroll_with_it() {
    let mut desk = Desk::small();
    desk.keys("<Enter>");
    let links = [
        (3, "indicator:ni-117"),
        (8, "indicator:ni-148"),
        (30, "indicator:ni-117"),
    ];
    links_drawn(&mut desk, &links);
    for (key, record, nth, scroll) in [
        (".", "indicator:ni-117", 0, 0),
        (".", "indicator:ni-148", 0, 0),
        (".", "indicator:ni-117", 1, 25),
        (".", "indicator:ni-117", 1, 25),
        (",", "indicator:ni-148", 0, 3),
        ("g e", "indicator:ni-148", 0, 50),
        ("g g g e k .", "indicator:ni-117", 1, 25),
    ] {
        desk.keys(key);
        links_drawn(&mut desk, &links);
        assert_eq!(link(&desk), (record.to_owned(), nth, scroll), "after {key}");
    }
}

#[test]
fn a_link_is_followed_and_escape_comes_back_to_the_same_line() {
    let mut desk = Desk::small();
    desk.keys("<Enter>");
    links_drawn(
        &mut desk,
        &[(3, "indicator:ni-117"), (8, "recommendation:rec-1")],
    );
    desk.keys("j . . <Enter>");
    assert_eq!(desk.opened().as_deref(), Some("recommendation:rec-1"));
    links_drawn(&mut desk, &[(2, "priority:teenage")]);
    desk.keys("<Enter> <Enter>");
    assert_eq!(desk.opened().as_deref(), Some("priority:teenage"));
    assert_eq!(desk.state.rated_priority(), Some("teenage".into()));
    desk.keys("<Esc> <Esc>");
    assert_eq!(desk.opened().as_deref(), Some("priority:neet"));
    let page = desk.state.page().unwrap();
    assert_eq!(page.scroll, 1);
    assert_eq!(
        page.link.as_ref().unwrap().record.to_string(),
        "recommendation:rec-1"
    );
    desk.keys("<Esc>");
    assert_eq!(desk.state.place(), Places::PRIORITIES);
}

#[test]
fn pages_of_records_that_somebody_took_out_are_dropped_and_the_others_stay() {
    let mut desk = Desk::small();
    desk.keys("<Enter>");
    links_drawn(&mut desk, &[(3, "recommendation:rec-1")]);
    desk.keys(". <Enter>");
    let effects = desk.keys("<Esc> R . <Enter>");
    let gone = r#"{"id": "rec-1", "code": "R1", "text": "Report on attendance twice a year"}"#;
    desk.disk = super::read(&super::SMALL.replace(gone, ""));
    desk.save(effects);
    assert_eq!(desk.opened().as_deref(), Some("priority:neet"));
}

#[test]
fn a_list_in_groups_is_walked_group_by_group_and_filtered_with_them() {
    let mut desk = Desk::with(
        super::read(GROUPED),
        File::default(),
        &crate::app::state::Options::default(),
    );
    desk.keys("2");
    let name = ListName::Recommendations;
    let headings = |desk: &Desk| {
        let headings = desk.state.list(name).headings.iter();
        headings
            .map(|it| format!("{} {}", it.text, it.count))
            .collect::<Vec<_>>()
            .join("; ")
    };
    let selected = |desk: &Desk| desk.state.list(name).selected.clone().unwrap().to_string();
    assert_eq!(
        headings(&desk),
        "A review 2; A notice 1; Scrutiny: Absence 1"
    );
    assert_eq!(selected(&desk), "one");
    for (key, row) in [
        ("<Tab>", "two"),
        ("<Tab>", "four"),
        ("<Shift-Tab>", "two"),
        ("k", "three"),
    ] {
        desk.keys(key);
        assert_eq!(selected(&desk), row, "after {key}");
    }
    desk.keys("/ attend <Enter>");
    assert_eq!(headings(&desk), "A review 1; Scrutiny: Absence 1");
    desk.keys("<Esc>");
    assert_eq!(
        headings(&desk),
        "A review 2; A notice 1; Scrutiny: Absence 1"
    );
}

/// Recommendations of three sources, not in their order.
const GROUPED: &str = r#"{
  "format": "scrutineer/1",
  "inquiries": [{"id": "absence", "title": "Absence"}],
  "recommendations": [
    {"id": "one", "code": "R 1", "asked_by": "A review", "text": "Attend to it"},
    {"id": "two", "code": "N 1", "asked_by": "A notice", "text": "Improve"},
    {"id": "three", "code": "R 2", "asked_by": "A review", "text": "Publish"},
    {"id": "four", "asked_by": "Scrutiny", "inquiry": "absence", "text": "Attend schools"}
  ]
}"#;

#[test]
fn the_screen_its_selection_and_its_filter_come_back_the_next_time() {
    let grouped = || super::read(GROUPED);
    let mut desk = Desk::with(grouped(), File::default(), &resumed(Place::default()));
    desk.keys("2 / attend <Enter> j");
    let place = desk.state.whereabouts();
    let again = Desk::with(grouped(), File::default(), &resumed(place));
    assert_eq!(again.state.screen, Screen::Recommendations);
    let list = again.state.list(ListName::Recommendations);
    assert_eq!(list.selected.as_ref().unwrap().as_str(), "four");
    assert_eq!(list.filter, "attend");
    assert_eq!(list.rows.len(), 2);
}

#[test]
fn another_period_and_a_change_reach_the_screen_in_view() {
    let mut desk = Desk::small();
    desk.keys("2");
    let before = desk.state.recommendations.made_for;
    desk.keys("<");
    assert_ne!(desk.state.recommendations.made_for, before);
    desk.keys("1 > R");
    let stale = desk.state.recommendations.made_for;
    assert_ne!(stale, Some(desk.state.generation), "not until it is seen");
    desk.keys("2");
    assert_eq!(
        desk.state.recommendations.made_for,
        Some(desk.state.generation)
    );
}
