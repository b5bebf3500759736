//! The screen of recommendations: what each asks, under what asked for it.

use ratatui::layout::Rect;

use super::canvas::{Canvas, columns};
use super::frame::{Columns, count_of, empty, is_focused, is_selected, remark_of, rows};
use crate::analysis::naming::{code_of, title_of};
use crate::app::state::{ListName, Regions, State};
use crate::domain::id::RecordRef;

const NAME: ListName = ListName::Recommendations;

/// Draws the list.
pub(super) fn draw(canvas: &mut Canvas<'_>, state: &State, area: Rect, regions: &mut Regions) {
    let list = state.list(NAME);
    let heading = format!("Recommendations  {}", count_of(list, false));
    let inside = canvas.frame(area, &heading, &remark_of(list), is_focused(state, NAME));
    if list.rows.is_empty() {
        let lines: &[&str] = if list.is_filtered() {
            &[
                "No recommendation fits the filter.",
                "Esc shows all of them.",
            ]
        } else {
            &["No recommendations here yet.", "Add them to the file."]
        };
        return empty(canvas, inside, lines);
    }
    rows(
        canvas,
        state,
        NAME,
        inside,
        regions,
        |canvas, place, area| {
            let record = list.rows.get(place).and_then(|row| NAME.record(row));
            if let Some(record) = record {
                row(
                    canvas,
                    state,
                    &record,
                    area,
                    is_selected(state, NAME, place),
                );
            }
        },
    );
}

fn row(canvas: &mut Canvas<'_>, state: &State, record: &RecordRef, area: Rect, selected: bool) {
    let mut row = Columns::of(area);
    let code = code_of(state.workspace(), record, state.moment);
    let (start, width) = row.left(columns(&code), 2);
    canvas.text(start, area.y, width, &code, canvas.styles.strong);
    let title = title_of(state.workspace(), record, state.moment);
    let (x, width) = row.rest();
    let used = canvas.text(x, area.y, width, &title, canvas.styles.base);
    if selected {
        canvas.style(
            Rect {
                x: start,
                width: x + used - start,
                ..area
            },
            canvas.styles.selected,
        );
    }
}
