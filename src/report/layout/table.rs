//! Tables: how wide each column may be, and the lines of each row.

use super::{blank, flow, safe};
use crate::domain::id::RecordRef;
use crate::report::document::{Align, Column, Give, Span, Table, Tone};
use crate::report::figures::{Parts, split_figure};
use crate::text;

/// Between two columns.
const GAP: usize = 2;
/// Titles and officers keep this much where columns can be left out instead.
const LEAST_GIVING: usize = 16;
/// Words that wrap keep this much.
const LEAST_WRAPPING: usize = 12;

/// A table as lines.
#[derive(Default)]
pub(super) struct Laid {
    /// Its lines, each with the record of its row.
    pub lines: Vec<(Vec<Span>, Option<RecordRef>)>,
    /// The titles of the columns for which there was no room.
    pub left_out: Vec<String>,
}

/// One column with its cells, made inert.
struct Measured<'a> {
    column: &'a Column,
    cells: Vec<Vec<Span>>,
    /// How wide it is where nothing is in its way.
    natural: usize,
    /// Where its figures line up.
    figures: Parts,
}

/// Lays a table out in so many columns.
pub(super) fn lay(table: &Table, room: usize, ellipsis: &str) -> Laid {
    let mut columns: Vec<Measured> = (0..table.columns.len())
        .filter_map(|place| measure(table, place))
        .collect();
    let mut left_out = Vec::new();
    let widths = loop {
        let widths = fitted(&columns, room, false);
        if let Some(widths) = widths {
            break widths;
        }
        let Some(least) = least_kept(&columns) else {
            break fitted(&columns, room, true).unwrap_or_default();
        };
        let title = &columns.remove(least).column.title;
        left_out.push(title.clone());
    };
    // Named in the order in which they would stand.
    let place = |title: &String| {
        table
            .columns
            .iter()
            .position(|column| column.title == *title)
    };
    left_out.sort_by_key(place);
    let mut laid = Laid {
        lines: Vec::new(),
        left_out,
    };
    if columns
        .iter()
        .any(|measured| !measured.column.title.is_empty())
    {
        laid.lines.push((header(&columns, &widths, ellipsis), None));
    }
    for (place, row) in table.rows.iter().enumerate() {
        for line in row_lines(&columns, &widths, place, ellipsis) {
            laid.lines.push((line, row.record.clone()));
        }
    }
    laid
}

fn measure(table: &Table, place: usize) -> Option<Measured<'_>> {
    let column = table.columns.get(place)?;
    let cell = |row: &crate::report::document::Row| {
        row.cells
            .get(place)
            .map(|cell| safe(cell))
            .unwrap_or_default()
    };
    let cells: Vec<Vec<Span>> = table.rows.iter().map(cell).collect();
    let mut figures = Parts::default();
    let mut widest = text::width(&column.title);
    for cell in &cells {
        match (column.align, split_figure(cell)) {
            (Align::Decimal, Some(parts)) => figures = figures.widest(parts),
            _ => widest = widest.max(flow::width(cell)),
        }
    }
    Some(Measured {
        column,
        cells,
        natural: widest.max(figures.width()),
        figures,
    })
}

/// The column to leave out next: the one with the least weight, of equals the last; never the first.
fn least_kept(columns: &[Measured]) -> Option<usize> {
    let weighed = columns.iter().enumerate().skip(1).rev();
    weighed
        .min_by_key(|(_, measured)| measured.column.keep)
        .map(|(place, _)| place)
}

/// The widths of the columns, if they fit. `by_force` a single column takes what there is.
fn fitted(columns: &[Measured], room: usize, by_force: bool) -> Option<Vec<usize>> {
    let mut widths: Vec<usize> = columns.iter().map(|measured| measured.natural).collect();
    let gaps = GAP * columns.len().saturating_sub(1);
    let over = |widths: &[usize]| (widths.iter().sum::<usize>() + gaps).saturating_sub(room);
    for turn in [0, 1, 2] {
        let gives = |measured: &Measured| match measured.column.give {
            Give::First(_) => turn == 0,
            Give::Next(_) => turn == 1,
            Give::Wraps => turn == 2,
            Give::Nothing => false,
        };
        while over(&widths) > 0 {
            let giving = columns
                .iter()
                .enumerate()
                .filter(|(_, measured)| gives(measured));
            let slack = giving.filter_map(|(place, measured)| {
                let now = *widths.get(place)?;
                (now > least(measured.column)).then_some((now, place))
            });
            let Some((_, widest)) = slack.max() else {
                break;
            };
            let width = widths.get_mut(widest)?;
            *width -= 1;
        }
    }
    if over(&widths) > 0 && by_force {
        for width in &mut widths {
            *width = room.min(*width);
        }
        return Some(widths);
    }
    (over(&widths) == 0).then_some(widths)
}

fn least(column: &Column) -> usize {
    match column.give {
        Give::First(_) | Give::Next(_) => LEAST_GIVING,
        Give::Wraps => LEAST_WRAPPING,
        Give::Nothing => usize::MAX,
    }
}

fn header(columns: &[Measured], widths: &[usize], ellipsis: &str) -> Vec<Span> {
    let title = |(measured, width): (&Measured, &usize)| {
        let title = vec![Span::dim(
            text::display_safe(&measured.column.title).into_owned(),
        )];
        let title = flow::fit(&title, *width, 1, ellipsis)
            .into_iter()
            .next()
            .unwrap_or_default();
        let right = measured.column.align != Align::Left;
        padded(title, *width, right)
    };
    side_by_side(columns.iter().zip(widths).map(title))
}

/// The lines of a row: as many as its tallest cell has.
fn row_lines(columns: &[Measured], widths: &[usize], row: usize, ellipsis: &str) -> Vec<Vec<Span>> {
    let cell = |(measured, width): (&Measured, &usize)| {
        measured
            .cells
            .get(row)
            .map(|cell| cell_lines(measured, cell, *width, ellipsis))
            .unwrap_or_default()
    };
    let cells: Vec<Vec<Vec<Span>>> = columns.iter().zip(widths).map(cell).collect();
    let tallest = cells.iter().map(Vec::len).max().unwrap_or(0).max(1);
    let line = |at: usize| {
        let parts = cells
            .iter()
            .zip(columns)
            .zip(widths)
            .map(|((cell, measured), width)| {
                let spans = cell.get(at).cloned().unwrap_or_default();
                padded(spans, *width, measured.column.align != Align::Left)
            });
        side_by_side(parts)
    };
    (0..tallest).map(line).collect()
}

fn cell_lines(measured: &Measured, cell: &[Span], width: usize, ellipsis: &str) -> Vec<Vec<Span>> {
    if measured.column.align == Align::Decimal
        && let Some(parts) = split_figure(cell)
    {
        return vec![aligned(cell, parts, measured.figures)];
    }
    match measured.column.give {
        Give::First(most) | Give::Next(most) => {
            flow::fit(cell, width, usize::from(most.max(1)), ellipsis)
        }
        Give::Wraps => flow::flow(cell, width),
        Give::Nothing => vec![cell.to_vec()],
    }
}

/// A figure with its point below the points of the others, and its unit below their units.
fn aligned(cell: &[Span], parts: Parts, column: Parts) -> Vec<Span> {
    let mut spans = vec![blank(column.whole - parts.whole)];
    let mut cell = cell.iter().cloned();
    let Some(number) = cell.next() else {
        return spans;
    };
    let digits = parts.whole + parts.decimals;
    let split = number
        .text
        .char_indices()
        .nth(digits)
        .map_or(number.text.len(), |(place, _)| place);
    let (figure, unit) = number
        .text
        .split_at_checked(split)
        .unwrap_or((&number.text, ""));
    spans.push(Span::new(figure, number.tone));
    spans.push(blank(column.decimals - parts.decimals));
    spans.push(Span::new(unit, number.tone));
    spans.extend(cell);
    spans.push(blank(column.rest - parts.rest));
    spans
}

fn padded(mut spans: Vec<Span>, width: usize, right: bool) -> Vec<Span> {
    let pad = blank(width.saturating_sub(flow::width(&spans)));
    if right {
        spans.insert(0, pad);
    } else {
        spans.push(pad);
    }
    spans
}

fn side_by_side(cells: impl Iterator<Item = Vec<Span>>) -> Vec<Span> {
    let mut line: Vec<Span> = Vec::new();
    for (place, cell) in cells.enumerate() {
        if place > 0 {
            line.push(blank(GAP));
        }
        line.extend(cell.into_iter().filter(|span| !span.text.is_empty()));
    }
    flow::trim_end(&mut line);
    if line.is_empty() {
        line.push(Span::new(" ", Tone::Plain));
    }
    line
}
