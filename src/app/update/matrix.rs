//! The tables of the recommendations: list, coverage matrix, gaps.

use super::follow;
use crate::app::effect::Effect;
use crate::app::state::{Screen, State, Table};

/// Shows a table; the one in view gives way to the list. What is selected stays so.
pub(super) fn show(state: &mut State, table: Table) -> Vec<Effect> {
    let selected = state.selected_recommendation();
    state.pages.clear(Screen::Recommendations);
    let screen = &mut state.recommendations;
    screen.shown = if screen.shown == table {
        Table::List
    } else {
        table
    };
    // Each table is derived when it is looked at.
    screen.made_for = None;
    if screen.shown != Table::Gaps && selected.is_some() {
        screen.list.selected = selected;
    }
    Vec::new()
}

/// Goes to another column of the matrix.
pub(super) fn step(state: &mut State, by: isize) -> Vec<Effect> {
    state.recommendations.matrix.step(by);
    Vec::new()
}

/// Opens the page of what monitors: the thing of the selected column.
pub(super) fn open_column(state: &mut State) -> Vec<Effect> {
    let matrix = &state.recommendations.matrix;
    let Some(column) = matrix.cells.columns.get(matrix.selected()) else {
        return Vec::new();
    };
    let record = column.record.clone();
    follow::open(state, record)
}
