//! The screen of exceptions: what needs attention, by group, each line with its reason.

use ratatui::layout::Rect;

use super::canvas::{Canvas, columns};
use super::frame::{
    Columns, count_of, detail, empty, is_focused, is_selected, remark_of, rows, shows,
};
use crate::app::state::{ExceptionRow, ListName, Regions, State};

const NAME: ListName = ListName::Exceptions;
/// Below this width the reason takes the place of the title.
const WITH_TITLE: u16 = 60;

/// Draws the list.
pub(super) fn draw(canvas: &mut Canvas<'_>, state: &State, area: Rect, regions: &mut Regions) {
    let list = state.list(NAME);
    let unanswered = state.exceptions.unanswered;
    let heading = format!("Exceptions  {}", count_of(list, false));
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
    rows(
        canvas,
        state,
        NAME,
        inside,
        regions,
        |canvas, place, area| {
            let row = list.rows.get(place);
            if let Some(shown) = row.and_then(|row| state.exceptions.lines.get(row)) {
                self::row(canvas, shown, area, codes, is_selected(state, NAME, place));
            }
        },
    );
}

/// Codes never shorten; their column is as wide as the widest of those in view.
fn code_width(state: &State, height: u16) -> u16 {
    let list = state.list(NAME);
    let near = list
        .rows
        .iter()
        .skip(list.offset.saturating_sub(usize::from(height)));
    let codes = near
        .take(3 * usize::from(height))
        .filter_map(|row| state.exceptions.lines.get(row))
        .map(|row| columns(&row.code));
    codes.max().unwrap_or(0).clamp(4, 16)
}

fn row(canvas: &mut Canvas<'_>, shown: &ExceptionRow, area: Rect, codes: u16, selected: bool) {
    let mut row = Columns::of(area);
    let answered = shown.exception.answer.is_some();
    let (mark, width) = row.left(1, 1);
    if answered {
        canvas.text(mark, area.y, width, "a", canvas.styles.done);
    }
    let style = if answered {
        canvas.styles.dim
    } else {
        canvas.styles.base
    };
    let (start, width) = row.left(codes, 2);
    canvas.text(start, area.y, width, &shown.code, canvas.styles.strong);
    let mut end = start + columns(&shown.code).max(1);
    if area.width >= WITH_TITLE {
        let (_, rest) = row.rest();
        let (x, width) = row.left(rest * 2 / 5, 2);
        end = x + canvas.text(x, area.y, width, &shown.title, style);
    }
    let (x, width) = row.rest();
    let words = if shown.code.is_empty() && area.width < WITH_TITLE {
        format!("{}: {}", shown.title, shown.exception.reason)
    } else {
        shown.exception.reason.clone()
    };
    canvas.text(x, area.y, width, &words, canvas.styles.dim);
    if selected {
        canvas.style(
            Rect {
                x: start,
                width: end - start,
                ..area
            },
            canvas.styles.selected,
        );
    }
}
