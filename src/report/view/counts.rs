//! Rating counts over the periods, as bars and as a table.

use super::{View, cells};
use crate::analysis::counts::{Basis, CountsTable, PeriodCounts, RatingCount};
use crate::report::document::{Bar, Block, Column, Document, Row, Span};
use crate::report::programme::board_title;

/// The counts of each board: bars, then number and percent by period, with where they come from.
pub fn counts_report(view: &View<'_>) -> Document {
    let mut document = view.document("Rating counts");
    let tables = view.counts();
    if tables.is_empty() {
        document.absence("No ratings are recorded or published up to this period.");
    }
    for table in &tables {
        let title = table.board.as_ref().map_or_else(
            || "All priorities".to_owned(),
            |board| board_title(view.workspace, board),
        );
        document.section(&title, "");
        document
            .blocks
            .push(Block::Bars(table.rows.iter().map(bar).collect()));
        add_table(&mut document, table);
    }
    document
}

fn bar(row: &PeriodCounts) -> Bar {
    Bar {
        label: row.period.to_string(),
        parts: row.counts.iter().map(|it| (it.rating, it.count)).collect(),
        aside: Vec::new(),
        record: None,
    }
}

fn add_table(document: &mut Document, table: &CountsTable) {
    let Some(first) = table.rows.first() else {
        return;
    };
    let mut columns = vec![Column::fixed("Period")];
    for count in &first.counts {
        let word = count.rating.word().replace('_', "/");
        columns.push(Column::counts(&word));
        columns.push(Column::counts("%"));
    }
    columns.push(Column::counts("all").keep(60));
    columns.push(Column::words("Where from").keep(50));
    let rows = table.rows.iter().map(row);
    document.table(columns, rows.collect());
}

fn row(row: &PeriodCounts) -> Row {
    let mut cells = vec![cells::plain(row.period.to_string())];
    for count in &row.counts {
        cells.push(cells::plain(count.count.to_string()));
        let percent = count.percent.map_or("-".to_owned(), |it| it.to_string());
        cells.push(cells::plain(percent));
    }
    cells.push(cells::plain(row.total.to_string()));
    cells.push(origin(row));
    Row {
        cells,
        record: None,
    }
}

/// Where the counts come from, and what of them the file knows.
fn origin(row: &PeriodCounts) -> Vec<Span> {
    let mut spans = vec![Span::plain(row.basis.word())];
    let said = match row.basis {
        Basis::Computed => String::new(),
        Basis::Partial => format!(", {} not rated", row.unrated.len()),
        Basis::Published => {
            let recorded = |it: &RatingCount| {
                let words = it.recorded()?;
                Some(format!("{} {words}", it.rating.letter()))
            };
            let recorded: Vec<String> = row.counts.iter().filter_map(recorded).collect();
            if recorded.is_empty() {
                String::new()
            } else {
                format!("; {}", recorded.join(", "))
            }
        }
    };
    spans.push(Span::dim(said));
    if let Some(published) = row.disagrees {
        let shown = |count: Option<usize>| count.map_or("?".to_owned(), |count| count.to_string());
        let published = published.map(shown).join("/");
        spans.push(Span::mark(format!(" ! published as {published}")));
    }
    spans
}
