//! Records one a line, lined up, as wide as the terminal.

use crate::text::{self, Ellipsis};

use super::error::CliError;
use super::output::Output;

/// The blanks between two columns.
const GAP: usize = 2;
/// What stays of a column that gives way.
const LEAST: usize = 12;

/// How a column stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Column {
    /// At the left, never cut.
    Left,
    /// At the right, never cut.
    Right,
    /// At the left; it gives way last, but first keeps to a share of the line, one part in so many.
    Share(usize),
    /// At the left; it gives way where the line is too short.
    Title,
}

/// Lines of cells.
pub(super) struct Table<'a> {
    columns: &'a [Column],
    rows: Vec<Vec<String>>,
}

impl<'a> Table<'a> {
    /// A table without lines.
    pub(super) fn new(columns: &'a [Column]) -> Self {
        Self {
            columns,
            rows: Vec::new(),
        }
    }

    /// Adds a line. Cells are made inert here.
    pub(super) fn row(&mut self, cells: impl IntoIterator<Item = impl AsRef<str>>) {
        let inert =
            |cell: &dyn AsRef<str>| text::display_safe(cell.as_ref().trim_end()).into_owned();
        self.rows
            .push(cells.into_iter().map(|cell| inert(&cell)).collect());
    }

    /// Prints the lines. A column with nothing in it takes no room.
    pub(super) fn print(&self, ascii: bool, output: &mut Output<'_>) -> Result<(), CliError> {
        let line = output.columns();
        let widths = self.widths(line);
        let sign = if ascii {
            Ellipsis::Ascii
        } else {
            Ellipsis::Unicode
        };
        for row in &self.rows {
            let mut text = String::new();
            for ((cell, column), width) in row.iter().zip(self.columns).zip(&widths) {
                if *width > 0 {
                    let cell = text::truncate_with(cell, *width, sign);
                    let blanks = " ".repeat(width.saturating_sub(text::width(&cell)));
                    match column {
                        Column::Right => text.extend([&*blanks, &*cell]),
                        _ => text.extend([&*cell, &*blanks]),
                    }
                    text.push_str(&" ".repeat(GAP));
                }
            }
            let text = text.trim_end();
            output.line(&text::truncate_with(text, line.unwrap_or(usize::MAX), sign))?;
        }
        Ok(())
    }

    /// The widths of the columns: as wide as their cells, unless the line ends before.
    fn widths(&self, line: Option<usize>) -> Vec<usize> {
        let widest = |place: usize| {
            let cells = self.rows.iter().filter_map(|row| row.get(place));
            cells.map(|cell| text::width(cell)).max().unwrap_or(0)
        };
        let mut widths: Vec<usize> = (0..self.columns.len()).map(widest).collect();
        let Some(line) = line else { return widths };
        for (width, column) in widths.iter_mut().zip(self.columns) {
            if let Column::Share(parts) = column {
                *width = (*width).min((line / parts).max(LEAST));
            }
        }
        let gaps = GAP
            * widths
                .iter()
                .filter(|width| **width > 0)
                .count()
                .saturating_sub(1);
        let too_wide = (widths.iter().sum::<usize>() + gaps).saturating_sub(line);
        for (width, column) in widths.iter_mut().zip(self.columns) {
            if *column == Column::Title {
                *width = (*width).min(width.saturating_sub(too_wide).max(LEAST));
            }
        }
        widths
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_title_gives_way_and_nothing_else() {
        let mut table = Table::new(&[Column::Left, Column::Title, Column::Right, Column::Left]);
        table.row([
            "LN-1d",
            "Increase the proportion of vulnerable groups",
            "3 late",
            "",
        ]);
        table.row(["HM", "Short", "", ""]);
        assert_eq!(table.widths(None), [5, 44, 6, 0]);
        assert_eq!(table.widths(Some(60)), [5, 44, 6, 0]);
        assert_eq!(table.widths(Some(40)), [5, 25, 6, 0]);
        assert_eq!(table.widths(Some(10)), [5, 12, 6, 0]);
    }
}
