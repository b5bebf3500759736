//! Columns in a row: none over another, none outside, at every width.

use super::*;
use crate::app::state::Pane;

const NAME: ListName = ListName::Pane(Pane::Priorities);

fn laid(list: &List, width: u16) -> Vec<Laid> {
    let row = Rect {
        x: 3,
        y: 0,
        width,
        height: 1,
    };
    lay(NAME, list, row, Fit::usual)
}

fn shown(list: &List, width: u16) -> Vec<Column> {
    laid(list, width).into_iter().map(|it| it.column).collect()
}

#[test]
fn columns_stand_side_by_side_within_their_row_whatever_was_chosen() {
    let all: Vec<Column> = NAME.listing().columns().collect();
    let mut reversed = all.clone();
    reversed.reverse();
    for columns in [Vec::new(), all, reversed, vec![Column::Board]] {
        for sort in [None, Some(Sort::by(Column::Late))] {
            let list = List {
                columns: columns.clone(),
                sort,
                ..List::default()
            };
            for width in 1..200 {
                let mut end = 3;
                for cell in laid(&list, width) {
                    assert!(cell.x >= end, "{width} {columns:?}");
                    end = cell.x + cell.width;
                }
                assert!(end <= 3 + width, "{width} {columns:?}");
            }
        }
    }
}

#[test]
fn what_a_list_is_sorted_by_is_shown_at_every_width_and_never_hidden() {
    let list = List {
        columns: vec![Column::Code, Column::Title],
        sort: Some(Sort::by(Column::Late)),
        ..List::default()
    };
    for width in 20..120 {
        assert!(shown(&list, width).contains(&Column::Late), "{width}");
    }
}

#[test]
fn where_there_is_no_room_columns_go_from_the_right_and_never_rating_code_or_title() {
    let list = List {
        columns: NAME.listing().columns().collect(),
        ..List::default()
    };
    let narrow = shown(&list, 34);
    for kept in [Column::Rating, Column::Code, Column::Title] {
        assert!(narrow.contains(&kept), "{kept} in {narrow:?}");
    }
    assert!(!narrow.contains(&Column::Approvals));
    assert!(shown(&list, 200).contains(&Column::Approvals));
}
