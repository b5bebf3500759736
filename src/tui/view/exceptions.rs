//! The screen of exceptions: what needs attention, by group, each line with its reason.

use ratatui::layout::Rect;

use super::canvas::{Canvas, columns};
use super::cells::{Fit, Headed, Laid, Stretch, header, lay, plain, sorted_by, widest_code};
use super::frame::{
    count_of, detail, empty, inner, is_focused, is_selected, remark_of, rows, shows,
};
use crate::analysis::listing::Column;
use crate::app::state::{ExceptionRow, ListName, Regions, State};

const NAME: ListName = ListName::Exceptions;
/// Below this width the reason takes the place of the title.
const WITH_TITLE: u16 = 60;

/// Draws the list.
pub(super) fn draw(canvas: &mut Canvas<'_>, state: &State, area: Rect, regions: &mut Regions) {
    let list = state.list(NAME);
    let unanswered = state.exceptions.unanswered;
    let order = sorted_by(list, area.height, Headed::WhenAsked, canvas.ascii);
    let heading = format!("Exceptions  {}{order}", count_of(list, false));
    let heading = if unanswered == list.total {
        heading
    } else {
        format!("{heading}  {unanswered} not answered")
    };
    let inside = canvas.frame(area, &heading, &remark_of(list), is_focused(state, NAME));
    if list.rows.is_empty() {
        let lines: &[&str] = if list.is_filtered() {
            &[
                "No exception fits the filter.",
                &shows(state, "all of them"),
            ]
        } else {
            &[
                "Nothing needs attention in this period.",
                "Red ratings, missed targets and late dates come up here by themselves.",
            ]
        };
        return empty(canvas, inside, lines);
    }
    let selected = list.selected.as_ref();
    let selected = selected.and_then(|row| state.exceptions.lines.get(row));
    let said = selected.map_or_else(Vec::new, |row| {
        vec![
            (row.exception.reason.clone(), canvas.styles.base),
            (row.answer.clone(), canvas.styles.done),
        ]
    });
    let inside = detail(canvas, inside, &said);
    let codes = code_width(state, inside.height);
    let laid = lay(NAME, list, cells_of(inner(inside)), |column| {
        fit(column, codes)
    });
    let inside = header(canvas, list, inside, &laid, Headed::WhenAsked);
    rows(
        canvas,
        state,
        NAME,
        inside,
        regions,
        |canvas, place, area| {
            let row = list.rows.get(place);
            if let Some(shown) = row.and_then(|row| state.exceptions.lines.get(row)) {
                let selected = is_selected(state, NAME, place);
                self::row(canvas, state, shown, area, &laid, selected);
            }
        },
    );
}

/// A row without the place of the mark before it: answered.
fn cells_of(row: Rect) -> Rect {
    Rect {
        x: row.x + 2,
        width: row.width.saturating_sub(2),
        ..row
    }
}

/// The room of a column. Below a width the reason takes the place of the title.
fn fit(column: Column, codes: u16) -> Fit {
    match column {
        Column::Code => Fit::left(codes, 0),
        Column::Title => Fit::left(0, 2).from(WITH_TITLE - 2),
        Column::Reason => Fit::left(0, 2),
        _ => Fit::usual(column),
    }
}

/// Codes never shorten; their column is as wide as the widest of those in view.
fn code_width(state: &State, height: u16) -> u16 {
    widest_code(state.list(NAME), height, |row| {
        Some(&state.exceptions.lines.get(row)?.code)
    })
    .clamp(4, 16)
}

fn row(
    canvas: &mut Canvas<'_>,
    state: &State,
    shown: &ExceptionRow,
    area: Rect,
    laid: &[Laid],
    selected: bool,
) {
    let answered = shown.exception.answer.is_some();
    if answered {
        canvas.text(area.x, area.y, 1, "a", canvas.styles.done);
    }
    let style = if answered {
        canvas.styles.dim
    } else {
        canvas.styles.base
    };
    let with_title = laid.iter().any(|cell| cell.column == Column::Title);
    let mut stretch = Stretch::new();
    for cell in laid {
        let (x, y, width) = (cell.x, area.y, cell.width);
        match cell.column {
            Column::Code => {
                canvas.text(x, y, width, &shown.code, canvas.styles.strong);
                stretch.add(x, columns(&shown.code).max(1));
            }
            Column::Title => {
                let used = canvas.text(x, y, width, &shown.title, style);
                stretch.add(x, used);
            }
            Column::Reason => {
                let words = if shown.code.is_empty() && !with_title {
                    format!("{}: {}", shown.title, shown.exception.reason)
                } else {
                    shown.exception.reason.clone()
                };
                canvas.text(x, y, width, &words, canvas.styles.dim);
            }
            _ => plain(canvas, state, &shown.exception.record, *cell, y),
        }
    }
    if selected {
        stretch.mark(canvas, area);
    }
}
