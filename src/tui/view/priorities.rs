//! The pane of priorities: rating, direction, code, title, and what needs a look.

use ratatui::layout::Rect;
use ratatui::style::Style;

use super::canvas::{Canvas, columns};
use super::frame::{
    Columns, count_of, empty, how_to_add, inner, is_focused, is_selected, remark_of, rows, shows,
};
use crate::analysis::approval::changed_in_view;
use crate::analysis::challenge::challenge;
use crate::analysis::tracker::{Tally, Tracker, tracker};
use crate::app::state::{Pane, Regions, State};
use crate::domain::rating::Direction;

/// From this width on every count has a column.
const ALL_COUNTS: u16 = 84;
/// Below this there is no room for counts.
const SOME_COUNTS: u16 = 50;
/// Below this there is room for rating, direction and code, and for nothing else.
const WITH_MARKS: u16 = 24;

/// Draws the pane.
pub(super) fn draw(canvas: &mut Canvas<'_>, state: &State, area: Rect, regions: &mut Regions) {
    let list = &state.trackers.priorities;
    let focused = is_focused(state, Pane::Priorities);
    let heading = format!("Priorities  {}", count_of(list, false));
    let mut inside = canvas.frame(area, &heading, &remark_of(list), focused);
    if list.rows.is_empty() {
        let lines: &[&str] = match (list.is_filtered(), state.trackers.theme().is_some()) {
            (true, _) => &["No priority fits the filter.", &shows(state, "all of them")],
            (false, true) => &[
                "No priorities here yet.",
                "Choose another theme on the left.",
                &how_to_add(state),
            ],
            (false, false) => &["No priorities here yet.", &how_to_add(state)],
        };
        return empty(canvas, inside, lines);
    }
    let codes = code_width(state);
    if inside.height > 4 {
        header(
            canvas,
            Rect {
                height: 1,
                ..inside
            },
            codes,
        );
        inside = Rect {
            y: inside.y + 1,
            height: inside.height - 1,
            ..inside
        };
    }
    rows(
        canvas,
        state,
        Pane::Priorities,
        inside,
        regions,
        |canvas, place, area| {
            let found = list
                .rows
                .get(place)
                .and_then(|id| state.workspace().priorities.get(id.as_str()));
            if let Some(priority) = found {
                row(
                    canvas,
                    state,
                    &tracker(priority, state.moment),
                    area,
                    codes,
                    is_selected(state, Pane::Priorities, place),
                );
            }
        },
    );
}

fn header(canvas: &mut Canvas<'_>, area: Rect, codes: u16) {
    let area = inner(area);
    let mut row = Columns::of(area);
    let style = canvas.styles.dim;
    for (label, width, gap) in count_columns(area.width) {
        let (x, width) = row.right(*width, *gap);
        canvas.right(x, area.y, width, label, style);
    }
    row.left(6, 2);
    let (x, width) = row.left(codes, 2);
    canvas.text(x, area.y, width, "Code", style);
    let (x, width) = row.rest();
    canvas.text(x, area.y, width, "Title", style);
}

/// The columns on the right, from the right: heading, width, gap before.
fn count_columns(width: u16) -> &'static [(&'static str, u16, u16)] {
    if width >= ALL_COUNTS {
        &[
            ("", 2, 1),
            ("late", 4, 1),
            ("miss", 4, 1),
            ("near", 4, 1),
            ("ok", 3, 2),
        ]
    } else if width >= SOME_COUNTS {
        &[("", 2, 1), ("late", 4, 1), ("miss", 4, 2)]
    } else if width >= WITH_MARKS {
        &[("", 2, 1)]
    } else {
        &[]
    }
}

fn row(
    canvas: &mut Canvas<'_>,
    state: &State,
    tracker: &Tracker<'_>,
    area: Rect,
    codes: u16,
    selected: bool,
) {
    let mut row = Columns::of(area);
    marks(canvas, state, tracker, area, &mut row);
    let (x, _) = row.left(3, 1);
    canvas.chip(x, area.y, tracker.rating(), tracker.rating_text());
    let (x, width) = row.left(1, 3);
    let (sign, style) = direction(canvas, tracker.direction());
    canvas.text(x, area.y, width, sign, style);
    if is_changed(state, tracker) {
        canvas.text(x + 2, area.y, 1, CHANGED, canvas.styles.warning);
    }
    let (code_x, width) = row.left(codes, 2);
    canvas.text(code_x, area.y, width, tracker.code, canvas.styles.strong);
    let (x, width) = row.rest();
    let used = canvas.text(x, area.y, width, tracker.title, canvas.styles.base);
    if selected {
        canvas.style(
            Rect {
                x: code_x,
                width: x + used - code_x,
                ..area
            },
            canvas.styles.selected,
        );
    }
}

/// What needs a look: counts by verdict, late actions, high risk. Zeros stay blank.
fn marks(
    canvas: &mut Canvas<'_>,
    state: &State,
    tracker: &Tracker<'_>,
    area: Rect,
    row: &mut Columns,
) {
    let workspace = state.workspace();
    let Tally {
        met, close, missed, ..
    } = tracker.tally(workspace, state.moment);
    let late = tracker.overdue(workspace, &state.index, state.moment);
    for (label, width, gap) in count_columns(area.width) {
        let (x, width) = row.right(*width, *gap);
        let (text, style) = match *label {
            "late" => (late.to_string(), canvas.styles.late),
            "miss" => (missed.to_string(), canvas.styles.missed),
            "near" => (close.to_string(), canvas.styles.close),
            "ok" => (met.to_string(), canvas.styles.met),
            _ => (looks(state, tracker), canvas.styles.late),
        };
        if text != "0" {
            canvas.right(x, area.y, width, &text, style);
        }
    }
}

/// The mark between direction and code of a tracker that was changed since its approval.
const CHANGED: &str = "*";

/// Whether what was approved is not what stands there now.
fn is_changed(state: &State, tracker: &Tracker<'_>) -> bool {
    let (workspace, moment) = (state.workspace(), state.moment);
    changed_in_view(workspace, &state.index, tracker.priority, moment) == Some(true)
}

/// `!` for a high risk, `?` for a rating that is better than the figures suggest.
fn looks(state: &State, tracker: &Tracker<'_>) -> String {
    let risk = tracker.priority.high_risk == Some(true);
    let challenged = challenge(state.workspace(), &state.index, tracker, state.moment).is_some();
    match (risk, challenged) {
        (true, true) => "!?".to_owned(),
        (true, false) => "! ".to_owned(),
        (false, true) => " ?".to_owned(),
        (false, false) => String::new(),
    }
}

fn direction(canvas: &Canvas<'_>, direction: Option<Direction>) -> (&'static str, Style) {
    match direction {
        Some(Direction::Improving) => ("+", canvas.styles.met),
        Some(Direction::Static) => ("=", canvas.styles.base),
        Some(Direction::Deteriorating) => ("-", canvas.styles.missed),
        None => ("", canvas.styles.dim),
    }
}

/// Codes never shorten: their column is as wide as the widest of the list that can be seen.
fn code_width(state: &State) -> u16 {
    let visible = state.trackers.priorities.rows.iter().take(400);
    let codes = visible
        .filter_map(|id| state.workspace().priorities.get(id.as_str()))
        .map(|priority| columns(tracker(priority, state.moment).code));
    codes.max().unwrap_or(0).clamp(4, 14)
}
