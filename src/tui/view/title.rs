//! The title bar: what is open, which period and day, the rating counts, whether all is saved.

use ratatui::layout::Rect;
use ratatui::style::Style;

use super::canvas::{Canvas, columns};
use super::frame::Columns;
use crate::app::state::{SaveState, State};

/// A name with less room than this says nothing.
const SHORTEST_NAME: u16 = 8;
/// Below this the day gives way to the period.
const WITH_DAY: u16 = 60;

/// Draws the title bar.
pub(super) fn draw(canvas: &mut Canvas<'_>, state: &State, area: Rect) {
    let mut bar = Columns::of(Rect {
        x: area.x + 1,
        width: area.width.saturating_sub(2),
        ..area
    });
    let (saved, style) = save_state(canvas, state);
    let (x, width) = bar.right(columns(&saved), 3);
    canvas.text(x, area.y, width, &saved, style);
    counts(canvas, state, area, &mut bar);
    period(canvas, state, area, &mut bar);
    let workspace = state.workspace();
    let name = if workspace.title.is_empty() {
        &state.file.name
    } else {
        &workspace.title
    };
    let name = if area.width >= 100 {
        format!("Scrutineer   {name}")
    } else {
        name.clone()
    };
    let (x, width) = bar.rest();
    if width >= SHORTEST_NAME {
        canvas.text(x, area.y, width, &name, canvas.styles.strong);
    }
}

fn save_state(canvas: &Canvas<'_>, state: &State) -> (String, Style) {
    if state.file.read_only.is_some() {
        return ("READ ONLY".to_owned(), canvas.styles.warning);
    }
    match state.ledger.save_state() {
        SaveState::Saved => ("saved".to_owned(), canvas.styles.dim),
        SaveState::Unconfirmed(_) => ("saved, not yet confirmed".to_owned(), canvas.styles.warning),
        SaveState::Saving => ("saving".to_owned(), canvas.styles.dim),
        SaveState::Failed(_) => ("NOT SAVED".to_owned(), canvas.styles.error),
    }
}

/// A chip and a number for each rating of the scale.
fn counts(canvas: &mut Canvas<'_>, state: &State, area: Rect, bar: &mut Columns) {
    for (rating, count) in state.counts.rated.iter().rev() {
        let number = count.to_string();
        let (x, width) = bar.right(4 + columns(&number), 1);
        if width >= 5 {
            let chip = canvas.chip(x, area.y, Some(*rating), None);
            canvas.text(
                x + chip + 1,
                area.y,
                width - chip - 1,
                &number,
                canvas.styles.base,
            );
        }
    }
}

fn period(canvas: &mut Canvas<'_>, state: &State, area: Rect, bar: &mut Columns) {
    let Some(period) = state.moment.period else {
        return;
    };
    if let (Some(today), true) = (state.moment.today, area.width >= WITH_DAY) {
        let text = if area.width >= 100 {
            format!("as of {} {}", today.short(), today.year())
        } else {
            today.short()
        };
        let (x, width) = bar.right(columns(&text), 2);
        canvas.text(x, area.y, width, &text, canvas.styles.dim);
    }
    // The arrows stand where there is a period to go to.
    let at = state.periods.iter().position(|known| *known == period);
    let earlier = if at.is_some_and(|at| at > 0) {
        "< "
    } else {
        ""
    };
    let later = if at.is_some_and(|at| at + 1 < state.periods.len()) {
        " >"
    } else {
        ""
    };
    let text = format!("{earlier}{period}{later}");
    let (x, width) = bar.right(columns(&text), 2);
    let style = if state.is_past() {
        canvas.styles.warning
    } else {
        canvas.styles.accent
    };
    canvas.text(x, area.y, width, &text, style);
}
