//! The pane of actions: late or not, when, what, how it stands, who.

use ratatui::layout::Rect;
use ratatui::style::Style;

use super::canvas::{Canvas, columns};
use super::cells::{Fit, Headed, Stretch, header, lay, plain};
use super::frame::{Absent, inner, is_selected, parts, rows};
use crate::analysis::deadline::{Deadline, deadline, is_unreviewed};
use crate::analysis::listing::Column;
use crate::app::state::{ListName, Pane, Regions, State};
use crate::domain::action::{Action, ActionStatus};
use crate::domain::day::Day;
use crate::domain::id::RecordRef;
use crate::domain::kind::Kind;
use crate::domain::plan::Officer;

/// From this width on the officer has a column.
const WITH_OFFICER: u16 = 66;
/// In the place of words that do not fit: a piece of them would say nothing.
pub(super) const ELSEWHERE: &str = "see page";
/// The width of a day or the words in its place.
const WHEN: u16 = 11;

/// The width of the longest status.
const STATUS: u16 = 12;

/// What the pane says without rows.
const ABSENT: Absent = Absent {
    unselected: "Select a priority to see its actions.",
    unmatched: "No action fits the filter.",
    unrecorded: "No actions are recorded for this priority.",
};

const NAME: ListName = ListName::Pane(Pane::Actions);

/// Draws the pane.
pub(super) fn draw(canvas: &mut Canvas<'_>, state: &State, area: Rect, regions: &mut Regions) {
    let list = &state.trackers.actions;
    let Some(inside) = parts(
        canvas,
        state,
        Pane::Actions,
        area,
        (Headed::WhenAsked, &ABSENT),
    ) else {
        return;
    };
    let room = inner(inside);
    let laid = lay(NAME, list, room, |column| fit(column, room.width, STATUS));
    let inside = header(canvas, list, inside, &laid, Headed::WhenAsked);
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
                row(
                    canvas,
                    state,
                    action,
                    area,
                    is_selected(state, Pane::Actions, place),
                );
            }
        },
    );
}

/// The room of a column in a pane of a width, that of the status given. Before the day there is a place
/// for the mark of what is late.
fn fit(column: Column, width: u16, status: u16) -> Fit {
    match column {
        Column::Due => Fit::left(2 + WHEN, 1),
        Column::Status => Fit::right(status, if status > 0 { 2 } else { 0 }),
        Column::Officer => Fit::left((width / 4).min(24), 2).from(WITH_OFFICER),
        Column::Title => Fit::left(0, 1),
        _ => Fit::usual(column),
    }
}

fn row(canvas: &mut Canvas<'_>, state: &State, action: &Action, area: Rect, selected: bool) {
    let standing = &deadline(action, state.moment);
    let faded = !standing.carried || standing.status.is_some_and(ActionStatus::is_closed);
    let base = if faded {
        canvas.styles.dim
    } else {
        canvas.styles.base
    };
    let list = &state.trackers.actions;
    let unreviewed = is_unreviewed(action, standing, state.moment);
    let (status, status_style) = status(canvas, standing, unreviewed, base);
    // The title runs on where there is nothing to say of the status; columns that were chosen stand firm.
    let room = if list.columns.is_empty() {
        columns(status)
    } else {
        STATUS
    };
    let laid = lay(NAME, list, area, |column| fit(column, area.width, room));
    let y = area.y;
    let mut stretch = Stretch::new();
    for cell in laid {
        let (x, width) = (cell.x, cell.width);
        match cell.column {
            Column::Due => {
                if is_late(standing) {
                    canvas.text(x, y, 1, "!", canvas.styles.late);
                }
                let (when, style) = when(canvas, action, standing);
                canvas.text(x + 2, y, width.saturating_sub(2), &when, style);
            }
            Column::Title => {
                let used = canvas.text(x, y, width, &action.title, base);
                stretch.add(x, used);
            }
            Column::Status => {
                canvas.right(x, y, width, status, status_style);
            }
            Column::Officer => {
                let officer = action.officers.first().map_or("", Officer::called);
                canvas.text(x, y, width, officer, canvas.styles.dim);
            }
            _ => {
                let record = RecordRef::new(Kind::Action, &action.id);
                plain(canvas, state, &record, cell, y);
            }
        }
    }
    if selected {
        stretch.mark(canvas, area);
    }
}

/// The status in words, where there is one worth a word.
fn status(
    canvas: &Canvas<'_>,
    standing: &Deadline<'_>,
    unreviewed: bool,
    base: Style,
) -> (&'static str, Style) {
    match standing.status {
        _ if !standing.carried => ("not carried", canvas.styles.dim),
        // How it stood the last time, until somebody looks at it again.
        Some(status) if unreviewed => (status.shown(), canvas.styles.dim),
        Some(ActionStatus::Delayed) => ("delayed", canvas.styles.close),
        Some(status) => (status.shown(), base),
        None if is_late(standing) => ("late", canvas.styles.late),
        None if unreviewed => ("not reviewed", canvas.styles.dim),
        None if standing.stale => ("stale", canvas.styles.close),
        None => ("", base),
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
