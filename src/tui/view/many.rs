//! Changing many records: what can be set of them, and what that comes to for each.

use ratatui::layout::Rect;
use ratatui::style::Style;

use super::Drawn;
use super::canvas::{Canvas, columns};
use super::help::{box_in, scrolled};
use super::hits;
use crate::analysis::many::Outcome;
use crate::app::command::Command;
use crate::app::state::{FieldChoice, Preview, PreviewLine, Regions, State, Target};
use crate::text;

/// No wider: a record and what becomes of it are read together.
const WIDEST: u16 = 110;
/// Below this a row has no room for titles.
const WITH_TITLES: u16 = 56;
/// Codes get no more; ids that stand for them are cut.
const CODES: u16 = 16;

/// Draws the choice of what is set.
pub(super) fn choice(
    canvas: &mut Canvas<'_>,
    choice: &FieldChoice,
    body: Rect,
    regions: &mut Regions,
) {
    let count = choice.fields.len();
    let height = u16::try_from(count.saturating_add(2)).unwrap_or(u16::MAX);
    let area = box_in(body, 52, height);
    canvas.clear(area);
    let marked = choice.marked.records.len();
    let heading = format!("Set of {marked} marked");
    let remark = format!("{} of {count}", choice.selected + 1);
    let inside = canvas.frame(area, &heading, &remark, true);
    let offset = (choice.selected + 1).saturating_sub(usize::from(inside.height));
    let fields = choice.fields.iter().enumerate().skip(offset);
    for (y, (place, (field, having))) in (inside.top()..inside.bottom()).zip(fields) {
        let (x, room) = (inside.x + 2, inside.width.saturating_sub(3));
        hits::line(regions, inside.x, y, inside.width, Target::Choice(place));
        let used = canvas.text(x, y, room, field.title(), canvas.styles.base);
        if *having < marked {
            let of = format!("{having} of them");
            canvas.right(x + used, y, room - used, &of, canvas.styles.dim);
        }
        if place == choice.selected {
            canvas.raw(inside.x, y, 1, ">", canvas.styles.accent);
            let row = Rect {
                x,
                y,
                width: used,
                height: 1,
            };
            canvas.style(row, canvas.styles.selected);
        }
    }
}

/// Draws what a change comes to.
pub(super) fn preview(
    canvas: &mut Canvas<'_>,
    state: &State,
    preview: &Preview,
    body: Rect,
    drawn: &mut Drawn,
) {
    let width = WIDEST.min(body.width);
    let said = said(
        canvas,
        state,
        preview,
        usize::from(width.saturating_sub(4)).max(8),
    );
    let around = u16::try_from(said.len() + 5).unwrap_or(u16::MAX);
    let rows = u16::try_from(preview.lines.len()).unwrap_or(u16::MAX);
    let area = box_in(body, width, rows.saturating_add(around));
    canvas.clear(area);
    let height = usize::from(area.height.saturating_sub(around));
    let scroll = preview
        .scroll
        .min(preview.lines.len().saturating_sub(height));
    let remark = scrolled(state, area, scroll, height, preview.lines.len());
    let inside = canvas.frame(area, "What would change", &remark, true);
    let (x, room) = (inside.x + 1, inside.width.saturating_sub(2));
    let end = inside.bottom().saturating_sub(2);
    let mut y = inside.top();
    for (words, style) in &said {
        if y < end {
            canvas.text(x, y, room, words, *style);
        }
        y += 1;
    }
    let codes = preview.lines.iter().map(|line| columns(&line.code)).max();
    let codes = codes.unwrap_or(0).min(CODES);
    for (y, line) in (y + 1..end).zip(preview.lines.iter().skip(scroll)) {
        let area = Rect {
            x,
            y,
            width: room,
            height: 1,
        };
        row(canvas, state, line, codes, area);
    }
    if inside.height > 1 {
        let [yes, no] = [Command::Yes, Command::No].map(|it| state.key_of(it));
        let keys = match preview.counts.0 {
            0 => format!("{no} closes"),
            1 => format!("{yes} changes it   {no} leaves it"),
            count => format!("{yes} changes {count} as one   {no} leaves them"),
        };
        canvas.text(x, inside.bottom() - 1, room, &keys, canvas.styles.strong);
    }
    drawn.regions.overlay = Some((preview.lines.len(), height));
}

/// What stands above the rows: how many change, and what there is to know before saying yes.
fn said(
    canvas: &Canvas<'_>,
    state: &State,
    preview: &Preview,
    room: usize,
) -> Vec<(String, Style)> {
    let styles = &canvas.styles;
    let (changing, already, refused) = preview.counts;
    let words = match preview.lines.as_slice() {
        [line] => format!("{} {}.", line.code, preview.done),
        lines => {
            let others = [(already, "already"), (refused, "cannot be")];
            let others = others.iter().filter(|(count, _)| *count > 0);
            let others: Vec<String> = others
                .map(|(count, why)| format!("; {count} {why}"))
                .collect();
            format!(
                "{changing} of {} {}{}.",
                lines.len(),
                preview.done,
                others.concat()
            )
        }
    };
    let mut said = vec![(words, styles.strong)];
    if preview.marked.hidden > 0 {
        let hidden = preview.marked.hidden;
        let them = if hidden == 1 { "is" } else { "are" };
        let words = format!("{hidden} of them {them} marked but not shown now.");
        said.push((words, styles.warning));
    }
    if let Some(period) = state.moment.period.filter(|_| state.is_past()) {
        let words = if preview.setting.field().is_of_period() {
            format!("{period} is a past period.")
        } else {
            format!("This changes them as they are now, not as they stood in {period}.")
        };
        said.push((words, styles.warning));
    }
    let wrapped = said.iter().flat_map(|(words, style)| {
        let inert = text::display_safe(words).into_owned();
        let lines = text::wrap(&inert, room);
        let lines: Vec<String> = lines.into_iter().map(str::to_owned).collect();
        lines.into_iter().map(|line| (line, *style))
    });
    wrapped.collect()
}

/// A record, and what becomes of it.
fn row(canvas: &mut Canvas<'_>, state: &State, line: &PreviewLine, codes: u16, area: Rect) {
    let styles = canvas.styles;
    let (words, style) = match &line.outcome {
        Outcome::Changes { before, after } => {
            let arrow = if canvas.ascii { "->" } else { "→" };
            (format!("{before} {arrow} {after}"), styles.base)
        }
        Outcome::Same(words) => (format!("already: {words}"), styles.dim),
        Outcome::Refused(why) => (format!("no: {why}"), styles.warning),
    };
    // Somebody else changed it since it was marked.
    if state.fresh.contains(&line.record) {
        canvas.raw(area.x, area.y, 1, "^", styles.late);
    }
    let code_style = match line.outcome {
        Outcome::Changes { .. } => styles.strong,
        _ => styles.dim,
    };
    let mut x = area.x + 2;
    canvas.text(x, area.y, codes, &line.code, code_style);
    x += codes + 2;
    let mut room = area.right().saturating_sub(x);
    // Titles give way first.
    let wanted = columns(&words);
    let left = room.saturating_sub(wanted + 2).min(room * 3 / 5);
    if area.width >= WITH_TITLES && left >= 8 {
        canvas.text(x, area.y, left, &line.title, styles.dim);
        x += left + 2;
        room -= left + 2;
    }
    canvas.text(x, area.y, room, &words, style);
}
