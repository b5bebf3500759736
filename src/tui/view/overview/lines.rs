//! The rows of the overview that stand for a record.

use ratatui::layout::Rect;

use crate::analysis::off_target::OffTarget;
use crate::analysis::standing::change_sign;
use crate::analysis::summary::SummaryRow;
use crate::analysis::target;
use crate::analysis::trend::{TrendEntry, TrendRow};
use crate::domain::period::Period;
use crate::domain::rating::Direction;
use crate::tui::view::canvas::{Canvas, columns};
use crate::tui::view::frame::Columns;
use crate::tui::view::indicators::verdict;

/// From this width on there is room for whoever is accountable, and for chips in the trend.
const WIDE: u16 = 70;
/// The room of a code.
const CODE: u16 = 9;

/// Draws a text that gives way, and marks the row from a column on.
fn title(canvas: &mut Canvas<'_>, row: &Columns, from: u16, y: u16, text: &str, selected: bool) {
    let (x, width) = row.rest();
    let used = canvas.text(x, y, width, text, canvas.styles.base);
    if selected {
        let area = Rect {
            x: from,
            y,
            width: (x + used).saturating_sub(from),
            height: 1,
        };
        canvas.style(area, canvas.styles.selected);
    }
}

/// Draws a code; it never shortens. Gives back where it begins.
fn code(canvas: &mut Canvas<'_>, row: &mut Columns, y: u16, code: &str) -> u16 {
    let (x, width) = row.left(columns(code).max(CODE), 1);
    canvas.text(x, y, width, code, canvas.styles.strong);
    x
}

/// High-risk priorities, and how they stood in each period.
pub(super) fn trend(
    canvas: &mut Canvas<'_>,
    codes: &str,
    text: &str,
    trend: &TrendRow,
    area: Rect,
    selected: bool,
) {
    let mut row = Columns::of(area);
    let wide = area.width >= WIDE;
    for entries in trend.cells.iter().rev() {
        let (x, width) = row.right(period_width(wide), 1);
        cell(canvas, entries, wide, (x, area.y), width);
    }
    let from = code(canvas, &mut row, area.y, codes);
    title(canvas, &row, from, area.y, text, selected);
}

/// The room of a period in the trend.
const fn period_width(wide: bool) -> u16 {
    if wide { 5 } else { 3 }
}

/// The quarters of the trend above their columns, unless the words of the heading stand there.
pub(super) fn periods(canvas: &mut Canvas<'_>, periods: &[Period], area: Rect, used: u16) {
    let width = period_width(area.width >= WIDE);
    let all =
        u16::try_from(periods.len()).map_or(u16::MAX, |count| count.saturating_mul(width + 1));
    if used.saturating_add(all) > area.width {
        return;
    }
    let mut row = Columns::of(area);
    for period in periods.iter().rev() {
        let name = period.to_string();
        let quarter = name.split_once(' ').map_or("", |(_, quarter)| quarter);
        let (x, width) = row.right(width, 1);
        canvas.text(x, area.y, width, quarter, canvas.styles.dim);
    }
}

/// How priorities stood in a period. Where they differ, each stands by its letter and sign.
fn cell(
    canvas: &mut Canvas<'_>,
    entries: &[TrendEntry],
    wide: bool,
    (x, y): (u16, u16),
    width: u16,
) {
    let sign = |entry: &TrendEntry| entry.direction.map_or(" ", Direction::sign);
    match entries {
        [] => {
            canvas.text(x, y, width, "-", canvas.styles.dim);
        }
        [entry] if wide => {
            let used = canvas.chip(x, y, entry.rating, None);
            let style = direction_style(canvas, entry.direction);
            canvas.text(x + used, y, width.saturating_sub(used), sign(entry), style);
        }
        entries => {
            let words = entries.iter().map(|entry| {
                let none = if canvas.ascii { "." } else { "·" };
                let letter = entry.rating.map_or(none, |rating| rating.letter());
                format!("{letter}{}", sign(entry))
            });
            let text: String = words.collect();
            canvas.text(x, y, width, &text, canvas.styles.base);
        }
    }
}

fn direction_style(canvas: &Canvas<'_>, direction: Option<Direction>) -> ratatui::style::Style {
    match direction {
        Some(Direction::Improving) => canvas.styles.met,
        Some(Direction::Deteriorating) => canvas.styles.missed,
        Some(Direction::Static) | None => canvas.styles.base,
    }
}

/// A priority of the summary sheet.
pub(super) fn priority(canvas: &mut Canvas<'_>, sheet: &SummaryRow, area: Rect, selected: bool) {
    let mut row = Columns::of(area);
    let (x, _) = row.left(3, 1);
    canvas.chip(x, area.y, sheet.rating, None);
    let (x, width) = row.left(1, 2);
    let style = direction_style(canvas, sheet.direction);
    let sign = sheet.direction.map_or(" ", Direction::sign);
    canvas.text(x, area.y, width, sign, style);
    let from = code(canvas, &mut row, area.y, &sheet.code);
    if area.width >= WIDE {
        let (x, width) = row.right(area.width / 4, 2);
        let directors = sheet.directors.join(", ");
        canvas.text(x, area.y, width, &directors, canvas.styles.dim);
    }
    title(canvas, &row, from, area.y, &sheet.title, selected);
}

/// A judgement.
pub(super) fn judgement(
    canvas: &mut Canvas<'_>,
    (grade, text): (&str, &str),
    limiting: bool,
    area: Rect,
    selected: bool,
) {
    let mut row = Columns::of(area);
    let (x, width) = row.left(columns(grade).max(1), 2);
    let (grade, style) = match grade {
        "" => ("-", canvas.styles.dim),
        grade => (grade, canvas.styles.strong),
    };
    canvas.text(x, area.y, width, grade, style);
    if limiting {
        let said = "! limits the overall grade";
        let said = if area.width >= WIDE { said } else { "! limits" };
        let (x, width) = row.right(columns(said), 2);
        canvas.text(x, area.y, width, said, canvas.styles.late);
    }
    let (from, _) = row.rest();
    title(canvas, &row, from, area.y, text, selected);
}

/// The words of an indicator's row.
pub(super) struct Words<'a> {
    pub(super) code: &'a str,
    pub(super) title: &'a str,
    pub(super) result: &'a str,
    pub(super) target: &'a str,
}

/// An indicator off its target.
pub(super) fn indicator(
    canvas: &mut Canvas<'_>,
    off: &OffTarget,
    words: &Words<'_>,
    area: Rect,
    selected: bool,
) {
    let mut row = Columns::of(area);
    let from = code(canvas, &mut row, area.y, words.code);
    let (x, width) = row.right(1, 1);
    let sign = off.change.map_or(" ", change_sign);
    let style = match off.change {
        Some(target::Change::Better) => canvas.styles.met,
        Some(target::Change::Worse) => canvas.styles.missed,
        Some(target::Change::Same) | None => canvas.styles.base,
    };
    canvas.text(x, area.y, width, sign, style);
    let (x, width) = row.right(4, 1);
    let (mark, style) = verdict(canvas, off.verdict);
    canvas.text(x, area.y, width, mark, style);
    let figures = if area.width >= WIDE { 12 } else { 8 };
    let (x, width) = row.right(figures, 2);
    canvas.right(x, area.y, width, words.target, canvas.styles.dim);
    let (x, width) = row.right(figures, 1);
    let result = format!(
        "{}{}",
        words.result,
        if off.provisional { " p" } else { "" }
    );
    canvas.right(x, area.y, width, &result, canvas.styles.base);
    if area.width >= WIDE {
        let period = off.period.map(|it| it.to_string()).unwrap_or_default();
        let (x, width) = row.right(10, 1);
        canvas.text(x, area.y, width, &period, canvas.styles.dim);
    }
    title(canvas, &row, from, area.y, words.title, selected);
}

/// What changed since the period before.
pub(super) fn change(
    canvas: &mut Canvas<'_>,
    (code_text, said): (&str, &str),
    better: Option<bool>,
    area: Rect,
    selected: bool,
) {
    let mut row = Columns::of(area);
    let (mark, style) = match better {
        Some(true) => ("+", canvas.styles.met),
        Some(false) => ("-", canvas.styles.missed),
        None => (" ", canvas.styles.base),
    };
    let (x, width) = row.left(1, 1);
    canvas.text(x, area.y, width, mark, style);
    let mut from = row.rest().0;
    if !code_text.is_empty() {
        from = code(canvas, &mut row, area.y, code_text);
    }
    title(canvas, &row, from, area.y, said, selected);
}
