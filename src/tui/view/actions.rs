//! The pane of actions: late or not, when, what, how it stands, who.

use ratatui::layout::Rect;
use ratatui::style::Style;

use super::canvas::{Canvas, columns};
use super::frame::{Absent, Columns, is_selected, parts, rows};
use crate::analysis::deadline::{Deadline, deadline};
use crate::app::state::{Pane, Regions, State};
use crate::domain::action::{Action, ActionStatus};
use crate::domain::day::Day;

/// From this width on the officer has a column.
const WITH_OFFICER: u16 = 66;
/// In the place of words that do not fit: a piece of them would say nothing.
pub(super) const ELSEWHERE: &str = "see page";
/// The width of a day or the words in its place.
const WHEN: u16 = 11;

/// What the pane says without rows.
const ABSENT: Absent = Absent {
    unselected: "Select a priority to see its actions.",
    unmatched: "No action fits the filter.",
    unrecorded: "No actions are recorded for this priority.",
};

/// Draws the pane.
pub(super) fn draw(canvas: &mut Canvas<'_>, state: &State, area: Rect, regions: &mut Regions) {
    let list = &state.trackers.actions;
    let Some(inside) = parts(canvas, state, Pane::Actions, area, &ABSENT) else {
        return;
    };
    rows(
        canvas,
        state,
        Pane::Actions,
        inside,
        regions,
        |canvas, place, area| {
            let found = list
                .rows
                .get(place)
                .and_then(|id| state.workspace().actions.get(id.as_str()));
            if let Some(action) = found {
                let standing = deadline(action, state.moment);
                row(
                    canvas,
                    action,
                    &standing,
                    area,
                    is_selected(state, Pane::Actions, place),
                );
            }
        },
    );
}

fn row(
    canvas: &mut Canvas<'_>,
    action: &Action,
    standing: &Deadline<'_>,
    area: Rect,
    selected: bool,
) {
    let mut row = Columns::of(area);
    let faded = !standing.carried || standing.status.is_some_and(ActionStatus::is_closed);
    let base = if faded {
        canvas.styles.dim
    } else {
        canvas.styles.base
    };
    if area.width >= WITH_OFFICER {
        let (x, width) = row.right((area.width / 4).min(24), 2);
        let officer = action
            .officers
            .first()
            .map_or("", crate::domain::plan::Officer::called);
        canvas.text(x, area.y, width, officer, canvas.styles.dim);
    }
    status(canvas, standing, area.y, &mut row, base);
    let (x, _) = row.left(1, 1);
    if is_late(standing) {
        canvas.text(x, area.y, 1, "!", canvas.styles.late);
    }
    let (x, width) = row.left(WHEN, 1);
    let (when, style) = when(canvas, action, standing);
    canvas.text(x, area.y, width, &when, style);
    let (x, width) = row.rest();
    let used = canvas.text(x, area.y, width, &action.title, base);
    if selected {
        canvas.style(
            Rect {
                x,
                width: used,
                ..area
            },
            canvas.styles.selected,
        );
    }
}

/// The status in words, where there is one worth a word.
fn status(
    canvas: &mut Canvas<'_>,
    standing: &Deadline<'_>,
    y: u16,
    row: &mut Columns,
    base: Style,
) {
    let (text, style) = match standing.status {
        _ if !standing.carried => ("not carried", canvas.styles.dim),
        Some(ActionStatus::Delayed) => ("delayed", canvas.styles.close),
        Some(status) => (status.shown(), base),
        None if is_late(standing) => ("late", canvas.styles.late),
        None if standing.stale => ("stale", canvas.styles.close),
        None => ("", base),
    };
    if !text.is_empty() {
        let (x, width) = row.right(columns(text), 2);
        canvas.text(x, y, width, text, style);
    }
}

/// Late on a tracker that carries it; what is not carried forward is nobody's to chase.
fn is_late(standing: &Deadline<'_>) -> bool {
    standing.carried && standing.is_overdue()
}

/// When it is due: a day, "ongoing", or the words that could not be read as one.
fn when(canvas: &Canvas<'_>, action: &Action, standing: &Deadline<'_>) -> (String, Style) {
    if let Some(day) = standing.shown_day() {
        let style = match (standing.carried, is_late(standing)) {
            (false, _) => canvas.styles.dim,
            (true, true) => canvas.styles.late,
            (true, false) => canvas.styles.base,
        };
        return (month_or_day(day), style);
    }
    if standing.open_ended {
        return ("ongoing".to_owned(), canvas.styles.dim);
    }
    let words = action
        .timescale
        .as_ref()
        .map_or("", |timescale| timescale.text.as_str());
    (
        match columns(words) {
            0 => "no date".to_owned(),
            1..=WHEN => words.to_owned(),
            _ => ELSEWHERE.to_owned(),
        },
        canvas.styles.dim,
    )
}

/// A day at the end of a month stands for the month, as papers give it.
fn month_or_day(day: Day) -> String {
    let short = day.short();
    if day == day.month_end() {
        let month = short.split_once(' ').map_or("", |(_, month)| month);
        return format!("{month} {}", day.year());
    }
    format!("{short} {}", day.year())
}
