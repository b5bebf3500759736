//! The gaps in the monitoring of recommendations, each with its reason.

use ratatui::layout::Rect;

use super::canvas::{Canvas, columns};
use super::frame::{
    Columns, count_of, detail, empty, is_focused, is_selected, remark_of, rows, shows,
};
use crate::app::state::{ListName, Regions, State};

const NAME: ListName = ListName::Gaps;
/// Below this width the reason takes the place of the title.
const WITH_TITLE: u16 = 60;

/// Draws the list.
pub(super) fn draw(canvas: &mut Canvas<'_>, state: &State, area: Rect, regions: &mut Regions) {
    let list = state.list(NAME);
    let heading = format!("Gaps in coverage  {}", count_of(list, false));
    let inside = canvas.frame(area, &heading, &remark_of(list), is_focused(state, NAME));
    if list.rows.is_empty() {
        let lines: &[&str] = if list.is_filtered() {
            &["No gap fits the filter.", &shows(state, "all of them")]
        } else {
            &["Every open recommendation is monitored directly, by something that reports."]
        };
        return empty(canvas, inside, lines);
    }
    let selected = list.selected.as_ref();
    let reason = selected.and_then(|row| state.recommendations.reasons.get(row));
    let said = [(reason.cloned().unwrap_or_default(), canvas.styles.base)];
    let inside = detail(canvas, inside, &said);
    rows(
        canvas,
        state,
        NAME,
        inside,
        regions,
        |canvas, place, area| {
            row(canvas, state, place, area, is_selected(state, NAME, place));
        },
    );
}

fn row(canvas: &mut Canvas<'_>, state: &State, place: usize, area: Rect, selected: bool) {
    let Some(gap) = state.list(NAME).rows.get(place) else {
        return;
    };
    let record = NAME.record(gap);
    let shown = record.and_then(|record| state.recommendations.rows.get(&record.id));
    let reason = state.recommendations.reasons.get(gap);
    let (Some(shown), Some(reason)) = (shown, reason) else {
        return;
    };
    let mut row = Columns::of(area);
    let (start, width) = row.left(8.max(columns(&shown.code)), 2);
    canvas.text(start, area.y, width, &shown.code, canvas.styles.strong);
    let mut end = start + columns(&shown.code).max(1);
    if area.width >= WITH_TITLE {
        let (_, rest) = row.rest();
        let (x, width) = row.left(rest * 2 / 5, 2);
        end = x + canvas.text(x, area.y, width, &shown.title, canvas.styles.base);
    }
    let (x, width) = row.rest();
    canvas.text(x, area.y, width, reason, canvas.styles.dim);
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
