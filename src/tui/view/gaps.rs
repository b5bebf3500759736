//! The gaps in the monitoring of recommendations, each with its reason.

use ratatui::layout::Rect;

use super::canvas::{Canvas, columns};
use super::cells::{Fit, Headed, Laid, Stretch, header, lay, plain, sorted_by, widest_code};
use super::frame::{
    count_of, detail, empty, inner, is_focused, is_selected, remark_of, rows, shows,
};
use crate::analysis::listing::Column;
use crate::app::state::{ListName, Regions, State};

const NAME: ListName = ListName::Gaps;
/// Below this width the reason takes the place of the title.
const WITH_TITLE: u16 = 60;

/// Draws the list.
pub(super) fn draw(canvas: &mut Canvas<'_>, state: &State, area: Rect, regions: &mut Regions) {
    let list = state.list(NAME);
    let order = sorted_by(list, area.height, Headed::WhenAsked, canvas.ascii);
    let heading = format!("Gaps in coverage  {}{order}", count_of(list, false));
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
    let codes = code_width(state, inside.height);
    let laid = lay(NAME, list, inner(inside), |column| fit(column, codes));
    let inside = header(canvas, list, inside, &laid, Headed::WhenAsked);
    rows(
        canvas,
        state,
        NAME,
        inside,
        regions,
        |canvas, place, area| {
            let selected = is_selected(state, NAME, place);
            row(canvas, state, (place, area), &laid, selected);
        },
    );
}

/// Codes never shorten; their column is as wide as the widest of those in view.
fn code_width(state: &State, height: u16) -> u16 {
    widest_code(state.list(NAME), height, |gap| {
        let record = NAME.record(gap)?;
        Some(&state.recommendations.rows.get(&record.id)?.code)
    })
    .clamp(8, 14)
}

/// The room of a column. Below a width the reason takes the place of the title.
fn fit(column: Column, codes: u16) -> Fit {
    match column {
        Column::Code => Fit::left(codes, 0),
        Column::Title => Fit::left(0, 2).from(WITH_TITLE),
        Column::Reason => Fit::left(0, 2),
        _ => Fit::usual(column),
    }
}

fn row(
    canvas: &mut Canvas<'_>,
    state: &State,
    (place, area): (usize, Rect),
    laid: &[Laid],
    selected: bool,
) {
    let Some(gap) = state.list(NAME).rows.get(place) else {
        return;
    };
    let Some(record) = NAME.record(gap) else {
        return;
    };
    let shown = state.recommendations.rows.get(&record.id);
    let reason = state.recommendations.reasons.get(gap);
    let (Some(shown), Some(reason)) = (shown, reason) else {
        return;
    };
    let mut stretch = Stretch::new();
    for cell in laid {
        let (x, y, width) = (cell.x, area.y, cell.width);
        match cell.column {
            Column::Code => {
                canvas.text(x, y, width, &shown.code, canvas.styles.strong);
                stretch.add(x, columns(&shown.code).max(1));
            }
            Column::Title => {
                let used = canvas.text(x, y, width, &shown.title, canvas.styles.base);
                stretch.add(x, used);
            }
            Column::Reason => {
                canvas.text(x, y, width, reason, canvas.styles.dim);
            }
            _ => plain(canvas, state, &record, *cell, y),
        }
    }
    if selected {
        stretch.mark(canvas, area);
    }
}
