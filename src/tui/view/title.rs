//! The title bar: what is open, which period and day, the rating counts, whether all is saved.

use ratatui::layout::Rect;
use ratatui::style::Style;

use super::canvas::{Canvas, columns};
use super::frame::Columns;
use super::hits;
use crate::app::command::Command;
use crate::app::state::{Regions, SaveState, State, Target, Way};
use crate::domain::rating::Rating;

/// A name with less room than this says nothing.
const SHORTEST_NAME: u16 = 8;
/// Below this the day gives way to the period.
const WITH_DAY: u16 = 60;
/// The columns of a rating's chip.
const CHIP: u16 = 3;

/// Draws the title bar.
pub(super) fn draw(canvas: &mut Canvas<'_>, state: &State, area: Rect, regions: &mut Regions) {
    let mut bar = Columns::of(Rect {
        x: area.x + 1,
        width: area.width.saturating_sub(2),
        ..area
    });
    let (saved, style) = save_state(canvas, state);
    let (x, width) = bar.right(columns(&saved), 3);
    canvas.text(x, area.y, width, &saved, style);
    counts(canvas, state, area, &mut bar);
    period(canvas, state, area, &mut bar, regions);
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
    if !state.conflicts.is_empty() {
        let open = state.conflicts.len();
        return (format!("{open} TO DECIDE"), canvas.styles.error);
    }
    match state.ledger.save_state() {
        // What is saved lies in a file that is not there, or that nobody can read.
        SaveState::Saved | SaveState::Unconfirmed(_) if state.file.trouble.is_some() => {
            ("FILE TROUBLE".to_owned(), canvas.styles.error)
        }
        SaveState::Saved => ("saved".to_owned(), canvas.styles.dim),
        SaveState::Unconfirmed(_) => ("saved, not yet confirmed".to_owned(), canvas.styles.warning),
        SaveState::Saving => ("saving".to_owned(), canvas.styles.dim),
        SaveState::Failed(_) => ("NOT SAVED".to_owned(), canvas.styles.error),
    }
}

/// A chip and a number for each rating of the scale, where that leaves room for the period.
fn counts(canvas: &mut Canvas<'_>, state: &State, area: Rect, bar: &mut Columns) {
    let numbers: Vec<(Rating, String)> = state
        .counts
        .rated
        .iter()
        .rev()
        .map(|(rating, count)| (*rating, count.to_string()))
        .collect();
    let wanted: u16 = numbers
        .iter()
        .map(|(_, number)| CHIP + 1 + columns(number) + 1)
        .sum();
    if wanted + columns(&period_words(state)) > bar.rest().1 {
        return;
    }
    for (rating, number) in numbers {
        let (x, width) = bar.right(CHIP + 1 + columns(&number), 1);
        canvas.chip(x, area.y, Some(rating), None);
        canvas.text(
            x + CHIP + 1,
            area.y,
            width - CHIP - 1,
            &number,
            canvas.styles.base,
        );
    }
}

/// The period in view, with arrows where there is another one to go to.
fn period_words(state: &State) -> String {
    let Some(period) = state.moment.period else {
        return String::new();
    };
    let arrow = |way: Way, arrow: &'static str| {
        let there = state.period_beside(way);
        there.map_or("", |_| arrow)
    };
    let (earlier, later) = (arrow(Way::Earlier, "< "), arrow(Way::Later, " >"));
    format!("{earlier}{period}{later}")
}

fn period(
    canvas: &mut Canvas<'_>,
    state: &State,
    area: Rect,
    bar: &mut Columns,
    regions: &mut Regions,
) {
    if state.moment.period.is_none() {
        return;
    }
    if let (Some(today), true) = (state.moment.today, area.width >= WITH_DAY) {
        let text = if area.width >= 100 {
            format!("as of {} {}", today.short(), today.year())
        } else {
            today.short()
        };
        let (x, width) = bar.right(columns(&text), 2);
        canvas.text(x, area.y, width, &text, canvas.styles.dim);
    }
    let text = period_words(state);
    let (x, width) = bar.right(columns(&text), 2);
    let style = if state.is_past() {
        canvas.styles.warning
    } else {
        canvas.styles.accent
    };
    canvas.text(x, area.y, width, &text, style);
    // The arrows can be pressed, with a cell beside them.
    if state.period_beside(Way::Earlier).is_some() {
        let earlier = Target::Command(Command::EarlierPeriod);
        hits::line(regions, x, area.y, 2, earlier);
    }
    if state.period_beside(Way::Later).is_some() {
        let later = Target::Command(Command::LaterPeriod);
        hits::line(regions, (x + width).saturating_sub(2), area.y, 2, later);
    }
}
