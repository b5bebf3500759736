//! My change and somebody else's side by side, to be decided.

use ratatui::layout::Rect;
use ratatui::style::Style;

use super::Drawn;
use super::canvas::Canvas;
use super::help::{box_in, scrolled};
use crate::app::command::Command;
use crate::app::state::{Conflict, Stands, State};
use crate::domain::edit::Clash;
use crate::domain::json::Json;
use crate::report::trail::{field_words, place_words, refusal_words, value_words};
use crate::text;

/// The widest that the box gets: two texts are compared line by line, and long lines are hard to.
const WIDEST: u16 = 92;
/// The columns of `before`, `mine`, `theirs`.
const LABEL: u16 = 8;

/// A line: what stands on its left, and the text with its style.
type ConflictLine = (&'static str, String, Style);

/// Draws the first conflict.
pub(super) fn draw(
    canvas: &mut Canvas<'_>,
    state: &State,
    scroll: usize,
    body: Rect,
    drawn: &mut Drawn,
) {
    let Some(conflict) = state.conflicts.front() else {
        return;
    };
    let width = WIDEST.min(body.width);
    let room = usize::from(width.saturating_sub(6 + LABEL)).max(8);
    let lines = lines(canvas, state, conflict, room);
    let wanted = u16::try_from(lines.len() + 4).unwrap_or(u16::MAX);
    let area = box_in(body, width, wanted);
    canvas.clear(area);
    let height = usize::from(area.height.saturating_sub(4));
    let scroll = scroll.min(lines.len().saturating_sub(height));
    let heading = match state.conflicts.len() {
        1 => "Somebody else was first".to_owned(),
        more => format!("Somebody else was first  1 of {more}"),
    };
    let remark = if lines.len() > height {
        scrolled(state, area, scroll, height, lines.len())
    } else {
        format!("{} decides later", state.key_of(Command::Back))
    };
    let inside = canvas.frame(area, &heading, &remark, true);
    let end = inside.bottom().saturating_sub(2);
    for (y, (label, text, style)) in (inside.top()..end).zip(lines.iter().skip(scroll)) {
        let (x, width) = (inside.x + 1, inside.width.saturating_sub(2));
        if label.is_empty() && style == &canvas.styles.accent {
            canvas.text(x, y, width, text, *style);
            continue;
        }
        canvas.text(x, y, LABEL, label, canvas.styles.dim);
        let x = x + LABEL;
        canvas.text(x, y, inside.right().saturating_sub(x + 1), text, *style);
    }
    if inside.height > 1 {
        let keys = keys(conflict);
        let (x, width) = (inside.x + 1, inside.width.saturating_sub(2));
        canvas.text(x, inside.bottom() - 1, width, &keys, canvas.styles.strong);
    }
    drawn.regions.overlay = Some((lines.len(), height));
}

/// The keys that decide.
fn keys(conflict: &Conflict) -> String {
    let mut keys = "T keep theirs".to_owned();
    if conflict.first().is_some() {
        keys.push_str("   M put mine");
    }
    if conflict.texts().is_some() {
        keys.push_str("   e make one of both");
    }
    keys
}

fn lines(
    canvas: &Canvas<'_>,
    state: &State,
    conflict: &Conflict,
    room: usize,
) -> Vec<ConflictLine> {
    let styles = &canvas.styles;
    let mut lines = Vec::new();
    match &conflict.stands {
        Stands::Gone(refusal) => {
            let why = refusal_words(refusal, state.workspace(), state.moment);
            put(&mut lines, "mine", &conflict.said, room, styles.strong);
            put(&mut lines, "theirs", &why, room, styles.base);
        }
        Stands::Over { clashes, .. } => {
            for clash in clashes {
                if !lines.is_empty() {
                    lines.push(("", String::new(), styles.base));
                }
                lines.push(("", what(state, clash), styles.accent));
                put(
                    &mut lines,
                    "before",
                    &value(clash.before.as_ref()),
                    room,
                    styles.dim,
                );
                put(
                    &mut lines,
                    "mine",
                    &value(clash.mine.as_ref()),
                    room,
                    styles.strong,
                );
                put(
                    &mut lines,
                    "theirs",
                    &value(clash.theirs.as_ref()),
                    room,
                    styles.base,
                );
            }
        }
    }
    put(&mut lines, "by", &conflict.by, room, styles.dim);
    lines
}

/// What stands before the line in which one text is made out of both.
pub(super) fn label(state: &State) -> String {
    let clash = state.conflicts.front().and_then(Conflict::first);
    clash.map_or_else(String::new, |clash| format!("{}: ", what(state, clash)))
}

/// What both changed.
fn what(state: &State, clash: &Clash) -> String {
    let place = place_words(&clash.at, state.workspace(), state.moment);
    if clash.field.is_empty() {
        return place;
    }
    format!("{place}: {}", field_words(&clash.field))
}

fn value(value: Option<&Json>) -> String {
    value.map_or_else(|| "not set".to_owned(), value_words)
}

/// Adds a text, wrapped; its label stands on the first line.
fn put(lines: &mut Vec<ConflictLine>, label: &'static str, words: &str, room: usize, style: Style) {
    let safe = text::display_safe_lines(words);
    let mut label = label;
    for paragraph in safe.lines() {
        for line in text::wrap(paragraph, room) {
            lines.push((label, line.to_owned(), style));
            label = "";
        }
    }
    if !label.is_empty() {
        lines.push((label, String::new(), style));
    }
}
