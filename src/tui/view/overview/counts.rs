//! A row of rating counts: the period, its bar, and each count with its percentage.

use ratatui::layout::Rect;

use crate::analysis::counts::{PeriodCounts, RatingCount};
use crate::report::layout::bar;
use crate::tui::view::canvas::{Canvas, columns};
use crate::tui::view::frame::Columns;

/// From this width on each count has the chip of its rating, and the row says where it comes from.
const WIDE: u16 = 60;
/// The room of a period.
const PERIOD: u16 = 10;

/// Draws a row; `number` is the selected one of its numbers, if the row is selected.
pub(super) fn row(
    canvas: &mut Canvas<'_>,
    counts: &PeriodCounts,
    most: usize,
    number: Option<usize>,
    area: Rect,
) {
    let wide = area.width >= WIDE;
    let mut row = Columns::of(area);
    let period = counts.period.to_string();
    let (x, width) = row.left(PERIOD, 1);
    canvas.text(x, area.y, width, &period, canvas.styles.strong);
    let total = number.is_some_and(|number| number >= counts.counts.len());
    if total && !wide {
        // There is no room for the total: its period stands for it.
        select(canvas, x, area.y, width);
    }
    if wide {
        let (x, width) = row.right(9, 1);
        canvas.text(x, area.y, width, counts.basis.word(), canvas.styles.dim);
        let (x, width) = row.right(4, 2);
        canvas.right(
            x,
            area.y,
            width,
            &counts.total.to_string(),
            canvas.styles.base,
        );
        if total {
            select(canvas, x, area.y, width);
        }
    }
    for (place, count) in counts.counts.iter().enumerate().rev() {
        let (x, width) = row.right(if wide { 11 } else { 7 }, 1);
        draw_count(canvas, count, wide, (x, area.y), width);
        if number == Some(place) {
            select(canvas, x, area.y, width);
        }
    }
    let (x, width) = row.rest();
    let parts: Vec<_> = counts
        .counts
        .iter()
        .map(|it| (it.rating, it.count))
        .collect();
    let mut at = x;
    for span in bar(
        &parts,
        most,
        usize::from(width.saturating_sub(1)),
        canvas.ascii,
    ) {
        at += canvas.raw(
            at,
            area.y,
            x + width - at,
            &span.text,
            canvas.styles.tone(span.tone),
        );
    }
}

fn select(canvas: &mut Canvas<'_>, x: u16, y: u16, width: u16) {
    let area = Rect {
        x,
        y,
        width,
        height: 1,
    };
    canvas.style(area, canvas.styles.selected);
}

/// A count: the rating's letter, how many, and of a hundred.
fn draw_count(
    canvas: &mut Canvas<'_>,
    count: &RatingCount,
    wide: bool,
    (x, y): (u16, u16),
    width: u16,
) {
    let percent = count.percent.map_or("-".to_owned(), |it| format!("{it}%"));
    let used = if wide {
        canvas.chip(x, y, Some(count.rating), None)
    } else {
        let letter = count.rating.letter();
        canvas.text(x, y, columns(letter), letter, canvas.styles.strong)
    };
    let rest = width.saturating_sub(used);
    let shown = count.count.to_string();
    let number = if wide { 3 } else { 2 };
    canvas.right(x + used, y, number.min(rest), &shown, canvas.styles.base);
    let after = used + number;
    canvas.right(
        x + after,
        y,
        width.saturating_sub(after),
        &percent,
        canvas.styles.dim,
    );
}
