//! What a list is sorted by, and which columns it shows.

#![expect(
    clippy::cast_possible_wrap,
    reason = "places in a menu of a dozen lines"
)]

use super::{Desk, read};
use crate::analysis::listing::Column;
use crate::app::state::{File, ListName, Options, Overlay, Pane};

/// Chooses a column of the open menu by its words.
fn choose(desk: &mut Desk, column: Column) {
    let Some(Overlay::Sort(menu)) = desk.state.overlays.last() else {
        panic!("no menu");
    };
    let at = menu.choices.iter().position(|it| *it == Some(column));
    let step = at.unwrap() as isize - menu.selected as isize;
    let key = if step < 0 { "k " } else { "j " };
    desk.keys(&key.repeat(step.unsigned_abs()));
    desk.keys("<Enter>");
}

fn sort(desk: &mut Desk, column: Column) {
    desk.keys("S");
    choose(desk, column);
}

fn rows(desk: &Desk, name: ListName) -> String {
    let rows = &desk.state.list(name).rows;
    let rows: Vec<&str> = rows.iter().map(crate::domain::id::Id::as_str).collect();
    rows.join(" ")
}

#[test]
fn a_list_is_sorted_by_a_column_and_by_it_again_the_other_way_round() {
    let mut desk = Desk::small();
    let own = desk.rows(Pane::Priorities);
    sort(&mut desk, Column::Title);
    let up = desk.rows(Pane::Priorities);
    assert_eq!(up, "early teenage dental neet");
    assert_eq!(desk.message(), "Sorted by title, A to Z");
    desk.keys("S S");
    let mut down: Vec<&str> = up.split(' ').collect();
    down.reverse();
    assert_eq!(desk.rows(Pane::Priorities), down.join(" "));
    assert_eq!(desk.message(), "Sorted by title, Z to A");
    desk.keys("S 0");
    assert_eq!(desk.rows(Pane::Priorities), own);
    assert_eq!(desk.message(), "In the list's own order");
}

#[test]
fn what_has_no_value_stands_last_either_way() {
    let mut desk = Desk::small();
    sort(&mut desk, Column::Rating);
    let red_first = desk.rows(Pane::Priorities);
    assert!(red_first.ends_with("dental"), "{red_first}");
    desk.keys("S S");
    let green_first = desk.rows(Pane::Priorities);
    assert!(green_first.ends_with("dental"), "{green_first}");
    assert_ne!(red_first, green_first);
}

#[test]
fn sorting_moves_rows_and_not_the_selection() {
    let mut desk = Desk::small();
    desk.keys("j j");
    let selected = desk.priority().to_owned();
    for keys in ["S 3", "S S", "S 0"] {
        desk.keys(keys);
        assert_eq!(desk.priority(), selected, "{keys}");
    }
}

#[test]
fn a_rating_does_not_move_the_row_under_the_next_key() {
    let mut desk = Desk::small();
    sort(&mut desk, Column::Rating);
    let before = desk.rows(Pane::Priorities);
    desk.keys("g g");
    let first = desk.priority().to_owned();
    desk.keys("G");
    assert_eq!(
        desk.rows(Pane::Priorities),
        before,
        "until it is sorted anew"
    );
    assert_eq!(desk.priority(), first);
    desk.keys("S S S S");
    assert_ne!(desk.rows(Pane::Priorities), before);
    assert_eq!(desk.priority(), first);
}

#[test]
fn a_sort_stays_with_its_list_and_works_with_a_filter() {
    let mut desk = Desk::small();
    sort(&mut desk, Column::Title);
    desk.keys("2 1 / t <Enter>");
    let filtered = desk.rows(Pane::Priorities);
    let mut sorted: Vec<&str> = filtered.split(' ').collect();
    sorted.sort_by_key(|id| {
        let priority = desk.state.workspace().priorities.get(id);
        priority.unwrap().title.to_lowercase()
    });
    assert_eq!(filtered, sorted.join(" "));
    assert!(desk.state.list(Pane::Indicators).sort.is_none());
}

const GROUPED: &str = r#"{
  "format": "scrutineer/1",
  "current_period": "2010/11 Q2",
  "boards": [{"id": "b", "title": "Board", "meets": ["2010-12-16", "2011-01-20"]}],
  "recommendations": [
    {"id": "b2", "code": "B 2", "asked_by": "Second", "text": "beta"},
    {"id": "a10", "code": "A 10", "asked_by": "First", "text": "delta"},
    {"id": "b1", "code": "B 1", "asked_by": "Second", "text": "alpha"},
    {"id": "a9", "code": "A 9", "asked_by": "First", "text": "gamma"}
  ],
  "programme": {
    "items": [
      {"id": "i2", "board": "b", "meeting": "2010-12-16", "title": "beta"},
      {"id": "i1", "board": "b", "meeting": "2010-12-16", "title": "alpha"},
      {"id": "i3", "board": "b", "meeting": "2011-01-20", "title": "gamma"},
      {"id": "i4", "board": "b", "title": "loose"}
    ],
    "decisions": [
      {"id": "d2", "title": "later", "expected": "2011-03-01"},
      {"id": "d1", "title": "sooner", "expected": "2010-12-01"}
    ]
  }
}"#;

#[test]
fn groups_stay_together_and_are_sorted_within() {
    let mut desk = Desk::with(read(GROUPED), File::default(), &Options::default());
    desk.keys("2");
    assert_eq!(rows(&desk, ListName::Recommendations), "b2 b1 a10 a9");
    sort(&mut desk, Column::Code);
    assert_eq!(rows(&desk, ListName::Recommendations), "b1 b2 a9 a10");
    assert_eq!(desk.message(), "Sorted by code, A to Z, within each source");
    let headings = &desk.state.list(ListName::Recommendations).headings;
    assert_eq!(headings.len(), 2);
}

#[test]
fn items_stay_under_their_meeting() {
    let mut desk = Desk::with(read(GROUPED), File::default(), &Options::default());
    desk.keys("5");
    sort(&mut desk, Column::Due);
    desk.keys("S S");
    let latest_first = rows(&desk, ListName::Programme);
    let at = |row: &str| latest_first.find(row).unwrap();
    assert!(at("meeting b@2011-01-20") < at("item:i3"));
    assert!(at("item:i3") < at("meeting b@2010-12-16"));
    assert!(at("meeting b@2010-12-16") < at("item:i2"));
    assert!(
        at("item:i4") < at("decision:d2"),
        "sections keep their order"
    );
    assert!(at("decision:d2") < at("decision:d1"));
    sort(&mut desk, Column::Title);
    let by_title = rows(&desk, ListName::Programme);
    assert!(
        by_title.find("item:i1") < by_title.find("item:i2"),
        "{by_title}"
    );
}

#[test]
fn lists_with_an_order_of_their_own_say_so() {
    let mut desk = Desk::small();
    desk.keys("4 S");
    assert_eq!(desk.message(), "This list keeps its own order");
    desk.keys("c");
    assert_eq!(
        desk.message(),
        "The rows here are of several sorts; their columns stay"
    );
    assert!(desk.state.overlays.is_empty());
}

#[test]
fn columns_are_shown_hidden_and_moved_at_once_and_kept_or_left_as_they_were() {
    let mut desk = Desk::small();
    let columns = |desk: &Desk| desk.state.list(Pane::Priorities).columns.clone();
    desk.keys("c <Space>");
    assert!(!columns(&desk).contains(&Column::Rating), "behind the menu");
    desk.keys("<Esc>");
    assert_eq!(columns(&desk), [], "left as it was");
    desk.keys("c <Space> j J <Enter>");
    assert_eq!(columns(&desk)[..2], [Column::Code, Column::Direction]);
    desk.keys("c r <Enter>");
    assert_eq!(columns(&desk), [], "as usual");
}

#[test]
fn the_last_column_stays() {
    let mut desk = Desk::small();
    desk.keys("c");
    for _ in 0..8 {
        desk.keys("<Space> j");
    }
    assert_eq!(desk.state.list(Pane::Priorities).columns.len(), 1);
    desk.keys("<Space>");
    assert_eq!(desk.message(), "One column stays");
    assert_eq!(desk.state.list(Pane::Priorities).columns.len(), 1);
}
