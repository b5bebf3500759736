//! The screen of the history: who changed what, and whether the journal holds.

use ratatui::layout::Rect;
use ratatui::style::Style;

use super::canvas::{Canvas, columns};
use super::frame::{Columns, count_of, empty, is_focused, is_selected, remark_of, rows, shows};
use crate::analysis::naming::code_of;
use crate::app::state::{Grouping, ListName, Regions, State, Told, Unread, Verification};
use crate::report::trail::when;

/// From this width on the screen says who made each change.
const WITH_WHO: u16 = 60;
/// From this width on the proof is told in full.
const WITH_WORDS: u16 = 44;
/// The widest that the column of people gets.
const WHO: u16 = 18;
/// The columns of `14:05`.
const CLOCK: u16 = 5;
/// The columns of `10 Nov 14:05`.
const DAY_AND_CLOCK: u16 = 12;
/// From this height on a line says whether the journal holds.
const WITH_PROOF: u16 = 6;

/// Draws the list.
pub(super) fn draw(canvas: &mut Canvas<'_>, state: &State, area: Rect, regions: &mut Regions) {
    let name = ListName::History;
    let list = state.list(name);
    let heading = heading(state);
    let mut inside = canvas.frame(area, &heading, &remark_of(list), is_focused(state, name));
    if inside.height >= WITH_PROOF {
        let (x, width) = (inside.x + 1, inside.width.saturating_sub(2));
        let (words, style) = proof(canvas, state, width);
        canvas.text(x, inside.y, width, &words, style);
        inside.y += 1;
        inside.height -= 1;
    }
    if list.rows.is_empty() {
        let (why, what_now) = nothing(state);
        return empty(canvas, inside, &[why, &what_now]);
    }
    let who = list
        .rows
        .iter()
        .skip(list.offset)
        .take(usize::from(inside.height))
        .filter_map(|row| state.history.told.get(row))
        .map(|told| columns(&told.by))
        .max()
        .unwrap_or(0)
        .min(WHO);
    rows(
        canvas,
        state,
        name,
        inside,
        regions,
        |canvas, place, area| {
            let told = list
                .rows
                .get(place)
                .and_then(|row| state.history.told.get(row));
            if let Some(told) = told {
                row(
                    canvas,
                    state,
                    told,
                    area,
                    who,
                    is_selected(state, name, place),
                );
            }
        },
    );
}

/// How many changes there are, and of what.
fn heading(state: &State) -> String {
    let list = state.list(ListName::History);
    let more = match state.journal.unread {
        Unread::None | Unread::Failed => "",
        Unread::Some | Unread::Asked => "+",
    };
    let count = count_of(list, false);
    let of = state
        .history
        .about
        .as_ref()
        .map_or_else(String::new, |record| {
            let code = code_of(state.workspace(), record, state.moment);
            format!(" of {code}")
        });
    let grouping = match state.history.grouping {
        Grouping::Day => String::new(),
        other => format!("  by {}", other.word()),
    };
    format!("History{of}  {count}{more}{grouping}")
}

/// Whether the journal holds, in words that fit the width.
fn proof(canvas: &Canvas<'_>, state: &State, width: u16) -> (String, Style) {
    let styles = &canvas.styles;
    match &state.history.verification {
        Verification::Unknown => (String::new(), styles.dim),
        Verification::Running => ("Verifying the journal".to_owned(), styles.dim),
        Verification::Whole { entries: 0, .. } => (
            "No journal yet: it begins with the first change".to_owned(),
            styles.dim,
        ),
        Verification::Whole { entries, head } => {
            let newest = state.journal.entries().next();
            let words = match newest {
                _ if width < WITH_WORDS => format!("{entries} entries hold, head {head}"),
                Some(newest) if newest.seq > *entries => format!(
                    "Verified up to entry {entries}   head {head}   what came since is not verified yet"
                ),
                _ => format!("Verified: {entries} entries hold   head {head}"),
            };
            (words, styles.done)
        }
        Verification::Broken(why) => (format!("The journal does not hold: {why}"), styles.error),
        Verification::Failed(why) => (format!("Not verified: {why}"), styles.warning),
    }
}

/// Why there is nothing, and what to do.
fn nothing(state: &State) -> (&'static str, String) {
    if state.list(ListName::History).is_filtered() {
        return (
            "No change holds all of these words.",
            shows(state, "all of them"),
        );
    }
    if state.history.about.is_some() {
        return (
            "Nothing of it was changed here yet.",
            shows(state, "all changes"),
        );
    }
    if state.journal.unread == Unread::Failed {
        return (
            "The changes cannot be read.",
            "“scrutineer verify” names the first entry that is wrong.".to_owned(),
        );
    }
    ("No changes are recorded here yet.", String::new())
}

fn row(canvas: &mut Canvas<'_>, state: &State, told: &Told, area: Rect, who: u16, selected: bool) {
    let undone = state.history.undone.contains(&told.entry.hash);
    let mut row = Columns::of(area);
    let (time, wide) = match state.history.grouping {
        Grouping::Day => (told.entry.time.clock(), CLOCK),
        Grouping::Person | Grouping::Record => (when(&told.entry), DAY_AND_CLOCK),
    };
    let (x, width) = row.left(wide, 2);
    canvas.right(x, area.y, width, &time, canvas.styles.dim);
    if area.width >= WITH_WHO && state.history.grouping != Grouping::Person {
        let (x, width) = row.left(who, 2);
        canvas.text(x, area.y, width, &told.by, canvas.styles.strong);
    }
    if undone {
        let (x, width) = row.right(6, 1);
        canvas.text(x, area.y, width, "undone", canvas.styles.warning);
    }
    let style = if undone {
        canvas.styles.dim
    } else {
        canvas.styles.base
    };
    let (x, width) = row.rest();
    let used = canvas.text(x, area.y, width, &told.what, style);
    if selected {
        let area = Rect {
            x,
            width: used,
            height: 1,
            ..area
        };
        canvas.style(area, canvas.styles.selected);
    }
}
