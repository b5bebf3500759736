//! Order, columns and saved views of lists, as they look and as they end in the file.

use super::screens::{at_every_size, hold, sitting_at_every_size};
use crate::support::journey::{Journey, LEEDS, Sitting};

fn leeds() -> Sitting<'static> {
    Sitting {
        text: LEEDS,
        ..Sitting::default()
    }
}

#[test]
fn what_a_list_can_be_sorted_by() {
    at_every_size("sort_menu", "S");
}

#[test]
fn a_sorted_list_says_so_in_the_heading_of_its_column() {
    at_every_size("sorted_priorities", "S 8");
    sitting_at_every_size("sorted_recommendations", "2 S 5", leeds);
    sitting_at_every_size("sorted_exceptions", "3 S 1", leeds);
}

#[test]
fn the_heading_says_the_order_in_ascii_too() {
    let mut journey = Sitting {
        size: (40, 12),
        ascii: true,
        ..leeds()
    }
    .begin();
    journey.keys("S 8");
    hold("sorted_in_ascii_40x12", &mut journey);
    assert!(journey.text().contains("latev"), "{}", journey.text());
}

#[test]
fn the_columns_of_a_list() {
    at_every_size("columns_menu", "c j <Space>");
}

#[test]
fn a_list_with_columns_of_ones_own() {
    at_every_size(
        "columns_chosen",
        "c r j j j j <Space> j <Space> j <Space> j <Space> j <Space> j <Space> j <Space> <Enter>",
    );
}

#[test]
fn the_chips_of_a_list() {
    sitting_at_every_size("chips", "f j <Space>", leeds);
    sitting_at_every_size("chips_of_officers", "f l l l l j j <Space>", leeds);
}

#[test]
fn the_views() {
    sitting_at_every_size("views_menu", "v", leeds);
}

#[test]
fn a_view_that_comes_with_the_program() {
    sitting_at_every_size("view_overdue", "v 2", leeds);
}

#[test]
fn a_filter_always_says_how_many_of_how_many_it_shows() {
    for (keys, total) in [
        ("1 / a <Enter>", "of"),
        ("2 / a <Enter>", "of"),
        ("3 / a <Enter>", "of"),
        ("4 / a <Enter>", "of"),
        ("5 / a <Enter>", "of"),
        ("6 / a <Enter>", "of"),
        ("2 M / a <Enter>", "of"),
    ] {
        for size in [(80, 24), (120, 40), (200, 50), (40, 12)] {
            let mut journey = Sitting { size, ..leeds() }.begin();
            journey.keys(keys);
            let list = journey.state.list(journey.state.focused());
            let said = format!("{} {total} {}", list.rows.len(), list.total);
            assert!(
                journey.text().contains(&said),
                "{keys} at {size:?}: {said} in\n{}",
                journey.text()
            );
        }
    }
}

#[test]
fn a_view_goes_from_keys_into_the_file_and_out_of_it_again() {
    let mut journey = Journey::sample((120, 40));
    let before = journey.file();
    journey.keys("/ rating:amber <Enter> S 3 v s Ambers <Enter> w");
    assert!(
        journey.file().contains("\"name\": \"Ambers\""),
        "{}",
        journey.file()
    );
    journey.keys("F 2 v 6");
    assert!(
        journey.text().contains("Ambers: rating:amber"),
        "{}",
        journey.text()
    );
    journey.keys("v D y <Esc>");
    assert!(!journey.file().contains("Ambers"));
    journey.keys("u u");
    assert_eq!(journey.file(), before);
}

#[test]
fn a_private_view_is_offered_and_stands_in_no_file() {
    let mut journey = Journey::sample((120, 40));
    let before = journey.file();
    journey.keys("/ rating:amber <Enter> v s Own <Enter> p F v 6");
    assert!(
        journey.text().contains("Own: rating:amber"),
        "{}",
        journey.text()
    );
    journey.keys("v D y");
    assert!(!journey.text().contains("private"));
    assert_eq!(journey.file(), before);
}

#[test]
fn a_view_whose_filter_is_lifted_says_so() {
    let mut journey = Journey::sample((80, 24));
    journey.keys("v 3 F");
    let text = journey.text();
    assert!(
        text.contains("No update this period lifted  1 of "),
        "{text}"
    );
    journey.keys("F");
    let text = journey.text();
    assert!(
        text.contains("No update this period: updated:<this"),
        "{text}"
    );
}
