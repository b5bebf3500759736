//! The field of a plot: cells, each with one character, and between them braille dots.

use crate::report::document::{Area, Mark, Rule, Sign, Span, Tone};

use super::{glyph, tone};

/// Dots of a braille cell: two across and four down.
const DOTS: (usize, usize) = (2, 4);
/// The bits of the dots by column and row (Unicode 10.0, block U+2800).
const BITS: [[u8; 4]; 2] = [[0x01, 0x02, 0x04, 0x40], [0x08, 0x10, 0x20, 0x80]];

/// One character of the field.
#[derive(Clone, Copy)]
enum Cell {
    Empty,
    Near,
    /// Part of a line, with its dots.
    Line(u8),
    Sign(Sign, Tone),
}

/// The cells of a plot, from the top left.
pub(super) struct Field {
    cells: Vec<Cell>,
    across: usize,
    rows: usize,
    ascii: bool,
}

/// The cell of a share among so many.
pub(super) fn cell_of(share: f64, cells: usize) -> usize {
    let share = if share.is_finite() {
        share.clamp(0.0, 1.0)
    } else {
        0.0
    };
    let last = cells.saturating_sub(1);
    // Counted and not converted: a plot has some hundred cells.
    (1..cells)
        .take_while(|cell| share * count(cells) >= count(*cell))
        .last()
        .unwrap_or(0)
        .min(last)
}

fn count(cells: usize) -> f64 {
    u32::try_from(cells).map_or(f64::MAX, f64::from)
}

impl Field {
    pub(super) fn new(across: usize, rows: usize, ascii: bool) -> Self {
        Self {
            cells: vec![Cell::Empty; across * rows],
            across,
            rows,
            ascii,
        }
    }

    /// The row of a height. The lowest number stands in the lowest row and the highest in the
    /// topmost.
    pub(super) fn row_of(&self, up: f64) -> usize {
        let last = self.rows.saturating_sub(1);
        last - self.dot_of(up, 1)
    }

    /// The height in steps from the bottom, so many steps a row.
    fn dot_of(&self, up: f64, steps: usize) -> usize {
        let gaps = self.rows.saturating_sub(1) * steps;
        let up = if up.is_finite() {
            up.clamp(0.0, 1.0)
        } else {
            0.0
        };
        (0..gaps)
            .take_while(|step| up * count(gaps) >= count(*step) + 0.5)
            .count()
    }

    fn set(&mut self, column: usize, row: usize, cell: Cell) {
        if column >= self.across {
            return;
        }
        if let Some(held) = self.cells.get_mut(row * self.across + column) {
            *held = cell;
        }
    }

    /// Shades a stretch.
    pub(super) fn area(&mut self, area: &Area) {
        let (top, bottom) = (self.row_of(area.up.1), self.row_of(area.up.0));
        for column in self.columns(area.across) {
            for row in top..=bottom {
                self.set(column, row, Cell::Near);
            }
        }
    }

    /// Draws a target over its time.
    pub(super) fn rule(&mut self, rule: &Rule) {
        let row = self.row_of(rule.at);
        for column in self.columns(rule.across) {
            self.set(column, row, Cell::Sign(Sign::Target, tone(Sign::Target)));
        }
    }

    /// The columns of a stretch; at least one.
    fn columns(&self, (from, to): (f64, f64)) -> std::ops::Range<usize> {
        let first = cell_of(from, self.across);
        let end = if to >= 1.0 {
            self.across
        } else {
            cell_of(to, self.across)
        };
        first..end.max(first + 1)
    }

    /// Puts a figure in its place.
    pub(super) fn mark(&mut self, mark: &Mark) {
        let column = cell_of(mark.at.0, self.across);
        self.set(
            column,
            self.row_of(mark.at.1),
            Cell::Sign(mark.sign, mark.tone),
        );
    }

    /// Joins figures.
    pub(super) fn line(&mut self, points: &[(f64, f64)]) {
        for pair in points.windows(2) {
            if let [from, to] = pair {
                self.stroke(*from, *to);
            }
        }
    }

    /// Draws from one place to another, dot by dot along the longer way.
    fn stroke(&mut self, from: (f64, f64), to: (f64, f64)) {
        let dots = |at: (f64, f64)| {
            let across = cell_of(at.0, self.across) * DOTS.0;
            let up = self.dot_of(at.1, DOTS.1);
            (count(across), count(up))
        };
        let (start, end) = (dots(from), dots(to));
        let (wide, high) = (end.0 - start.0, end.1 - start.1);
        let longer = wide.abs().max(high.abs());
        let mut step = 0.0;
        while step <= longer {
            let share = if longer > 0.0 { step / longer } else { 0.0 };
            self.dot(start.0 + wide * share, start.1 + high * share);
            step += 1.0;
        }
    }

    /// Puts a dot; in ASCII the whole cell is one.
    fn dot(&mut self, across: f64, up: f64) {
        let total = (self.across * DOTS.0, self.rows.saturating_sub(1) * DOTS.1);
        let nearest = |place: f64, most: usize| {
            (0..most)
                .take_while(|dot| count(*dot) + 0.5 <= place)
                .count()
        };
        let (x, y) = (nearest(across, total.0), nearest(up, total.1));
        // The lowest number is in the middle of the lowest row: two dots lie below it.
        let down = self.rows * DOTS.1 - 1 - (y + DOTS.1 / 2).min(self.rows * DOTS.1 - 1);
        let (column, row) = (x / DOTS.0, down / DOTS.1);
        let bits = BITS
            .get(x % DOTS.0)
            .and_then(|column| column.get(down % DOTS.1))
            .copied()
            .unwrap_or(0);
        let held = self.cells.get(row * self.across + column).copied();
        let cell = match held {
            Some(Cell::Line(dots)) => Cell::Line(dots | bits),
            _ => Cell::Line(bits),
        };
        self.set(column, row, cell);
    }

    /// The rows from the top, neighbours of one tone as one span.
    pub(super) fn rows(&self) -> Vec<Vec<Span>> {
        let mut rows = Vec::new();
        for row in self.cells.chunks(self.across.max(1)) {
            let mut spans: Vec<Span> = Vec::new();
            for cell in row {
                let (text, tone) = self.drawn(*cell);
                match spans.last_mut() {
                    Some(last) if last.tone == tone => last.text.push_str(&text),
                    _ => spans.push(Span::new(text, tone)),
                }
            }
            rows.push(spans);
        }
        rows
    }

    fn drawn(&self, cell: Cell) -> (String, Tone) {
        match cell {
            Cell::Empty => (" ".to_owned(), Tone::Dim),
            Cell::Near => (glyph(Sign::Near, self.ascii).to_owned(), tone(Sign::Near)),
            Cell::Line(_) if self.ascii => (".".to_owned(), Tone::Dim),
            Cell::Line(dots) => {
                let braille = char::from_u32(0x2800 + u32::from(dots)).unwrap_or(' ');
                (braille.to_string(), Tone::Plain)
            }
            Cell::Sign(sign, tone) => (glyph(sign, self.ascii).to_owned(), tone),
        }
    }
}
