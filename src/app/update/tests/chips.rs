//! Narrowing a list by values that it has.

use super::Desk;
use crate::app::state::{Chips, Overlay, Pane};

fn chips(desk: &Desk) -> &Chips {
    match desk.state.overlays.last() {
        Some(Overlay::Chips(chips)) => chips,
        other => panic!("no chips: {other:?}"),
    }
}

/// The values in view with their counts; a star before what is picked.
fn values(desk: &Desk) -> String {
    let shown = chips(desk).values.iter().map(|chip| {
        let star = if chip.picked { "*" } else { "" };
        format!("{star}{} {}", chip.value, chip.count)
    });
    shown.collect::<Vec<_>>().join(", ")
}

fn filter(desk: &Desk) -> &str {
    &desk.state.list(Pane::Priorities).filter
}

#[test]
fn values_are_offered_with_how_many_rows_have_them() {
    let mut desk = Desk::small();
    desk.keys("f");
    assert_eq!(chips(&desk).name(), "rating");
    let counted: usize = chips(&desk).values.iter().map(|chip| chip.count).sum();
    assert_eq!(counted, 4, "{}", values(&desk));
    assert!(values(&desk).starts_with("red "), "{}", values(&desk));
}

#[test]
fn picks_write_the_filter_that_can_be_edited() {
    let mut desk = Desk::small();
    desk.keys("f <Space>");
    assert_eq!(filter(&desk), "rating:red");
    assert_eq!(desk.rows(Pane::Priorities), "teenage");
    desk.keys("j <Space>");
    assert_eq!(filter(&desk), "rating:red,amber");
    desk.keys("<Space>");
    assert_eq!(filter(&desk), "rating:red");
    desk.keys("<Enter> / <Backspace> <Backspace> <Backspace> none <Enter>");
    assert_eq!(filter(&desk), "rating:none");
    desk.keys("f");
    assert!(values(&desk).contains("*none 1"), "{}", values(&desk));
}

#[test]
fn what_was_typed_around_a_pick_stays() {
    let mut desk = Desk::small();
    desk.keys("/ e <Enter> f <Space>");
    assert_eq!(filter(&desk), "e rating:amber");
    desk.keys("<Space>");
    assert_eq!(filter(&desk), "e");
}

#[test]
fn picks_of_one_field_count_within_those_of_another() {
    let mut desk = Desk::small();
    desk.keys("f <Space> l");
    assert_eq!(chips(&desk).name(), "direction");
    assert_eq!(values(&desk), "none 1", "of the red one");
    desk.keys("h");
    assert!(values(&desk).contains("amber 2"), "{}", values(&desk));
}

#[test]
fn escape_leaves_filter_and_row_as_they_were() {
    let mut desk = Desk::small();
    desk.keys("j / e <Enter>");
    let (before, row) = (filter(&desk).to_owned(), desk.priority().to_owned());
    desk.keys("f <Space> l <Space> <Esc>");
    assert_eq!(filter(&desk), before);
    assert_eq!(desk.priority(), row);
    assert!(desk.state.overlays.is_empty());
}

#[test]
fn going_round_the_fields_comes_back_to_the_first() {
    let mut desk = Desk::small();
    desk.keys("f h");
    let last = chips(&desk).name();
    desk.keys("l");
    assert_eq!(chips(&desk).name(), "rating");
    assert_eq!(last, "due");
    for _ in 0..8 {
        desk.keys("<Tab>");
    }
    assert_eq!(chips(&desk).name(), "rating");
}

#[test]
fn lists_without_values_and_filters_that_cannot_be_understood_say_so() {
    let mut desk = Desk::small();
    desk.keys("h f");
    assert_eq!(
        desk.message(),
        "This list has no values to pick; / filters it by words"
    );
    let mut desk = Desk::small();
    desk.state.trackers.priorities.filter = "rating:rde".to_owned();
    desk.keys("f");
    assert!(
        desk.message().starts_with("Mend the filter first"),
        "{}",
        desk.message()
    );
    assert!(desk.state.overlays.is_empty());
}

#[test]
fn an_empty_list_has_no_values_and_takes_every_key() {
    for screen in ["1 l l h", "2", "3", "4", "5"] {
        let mut desk = Desk::empty();
        desk.keys(screen);
        desk.keys("f j <Space> l <Space> k <Tab> <Enter>");
        assert!(desk.state.overlays.is_empty(), "{screen}");
    }
}
