//! The pane of priorities: rating, direction, code, title, and what needs a look.

use ratatui::layout::Rect;
use ratatui::style::Style;

use super::canvas::{Canvas, columns};
use super::cells::{Fit, Headed, Laid, Stretch, header, lay, plain, sorted_by};
use super::frame::{
    count_of, empty, how_to_add, inner, is_focused, is_selected, remark_of, rows, shows,
};
use crate::analysis::approval::changed_in_view;
use crate::analysis::challenge::challenge;
use crate::analysis::listing::Column;
use crate::analysis::tracker::{Tally, Tracker, tracker};
use crate::app::state::{ListName, Pane, Regions, State};
use crate::domain::id::RecordRef;
use crate::domain::kind::Kind;
use crate::domain::rating::Direction;

/// From this width on every count has a column.
const ALL_COUNTS: u16 = 84;
/// Below this there is no room for counts.
const SOME_COUNTS: u16 = 50;
/// Below this there is room for rating, direction and code, and for nothing else.
const WITH_MARKS: u16 = 24;

const NAME: ListName = ListName::Pane(Pane::Priorities);

/// Draws the pane.
pub(super) fn draw(canvas: &mut Canvas<'_>, state: &State, area: Rect, regions: &mut Regions) {
    let list = &state.trackers.priorities;
    let focused = is_focused(state, Pane::Priorities);
    let order = sorted_by(list, area.height, Headed::From(5), canvas.ascii);
    let heading = format!("Priorities  {}{order}", count_of(list, false));
    let inside = canvas.frame(area, &heading, &remark_of(list), focused);
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
    let laid = lay(NAME, list, inner(inside), |column| fit(column, codes));
    let inside = header(canvas, list, inside, &laid, Headed::From(5));
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
                    &laid,
                    is_selected(state, Pane::Priorities, place),
                );
            }
        },
    );
}

/// The room of a column. Behind the direction there is room for the mark of a change since approval.
fn fit(column: Column, codes: u16) -> Fit {
    match column {
        Column::Rating | Column::Direction => Fit::left(3, 1).quiet(),
        Column::Code => Fit::left(codes, 1),
        Column::Met => Fit::right(3, 1).from(ALL_COUNTS),
        Column::Close => Fit::right(4, 1).from(ALL_COUNTS),
        Column::Missed | Column::Late => Fit::right(4, 1).from(SOME_COUNTS),
        Column::Marks => Fit::right(2, 1).from(WITH_MARKS).quiet(),
        _ => Fit::usual(column),
    }
}

fn row(
    canvas: &mut Canvas<'_>,
    state: &State,
    tracker: &Tracker<'_>,
    area: Rect,
    laid: &[Laid],
    selected: bool,
) {
    let mut stretch = Stretch::new();
    // Counted once a row, and not where no count is shown.
    let mut tally: Option<Tally> = None;
    for cell in laid {
        let (x, y, width) = (cell.x, area.y, cell.width);
        match cell.column {
            Column::Rating => {
                canvas.chip(x, y, tracker.rating(), tracker.rating_text());
            }
            Column::Direction => {
                let (sign, style) = direction(canvas, tracker.direction());
                canvas.text(x, y, 1, sign, style);
                if is_changed(state, tracker) {
                    canvas.text(x + 2, y, 1, CHANGED, canvas.styles.warning);
                }
            }
            Column::Code => {
                let used = canvas.text(x, y, width, tracker.code, canvas.styles.strong);
                stretch.add(x, used);
            }
            Column::Title => {
                let used = canvas.text(x, y, width, tracker.title, canvas.styles.base);
                stretch.add(x, used);
            }
            Column::Met | Column::Close | Column::Missed | Column::Late => {
                let (count, style) = counted(canvas, state, tracker, &mut tally, cell.column);
                if count > 0 {
                    canvas.right(x, y, width, &count.to_string(), style);
                }
            }
            Column::Marks => {
                let marks = looks(state, tracker);
                canvas.right(x, y, width, &marks, canvas.styles.late);
            }
            _ => {
                let record = RecordRef::new(Kind::Priority, &tracker.priority.id);
                plain(canvas, state, &record, *cell, y);
            }
        }
    }
    if selected {
        stretch.mark(canvas, area);
    }
}

/// A count with its style. Zeros stay blank.
fn counted(
    canvas: &Canvas<'_>,
    state: &State,
    tracker: &Tracker<'_>,
    tally: &mut Option<Tally>,
    column: Column,
) -> (usize, Style) {
    let workspace = state.workspace();
    if column == Column::Late {
        let late = tracker.overdue(workspace, &state.index, state.moment);
        return (late, canvas.styles.late);
    }
    let tally = tally.get_or_insert_with(|| tracker.tally(workspace, state.moment));
    match column {
        Column::Met => (tally.met, canvas.styles.met),
        Column::Close => (tally.close, canvas.styles.close),
        _ => (tally.missed, canvas.styles.missed),
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
