//! The high-risk priorities over the last periods.

use super::View;
use crate::analysis::naming::{code_of, title_of};
use crate::analysis::trend::{TrendEntry, TrendRow};
use crate::domain::rating::Direction;
use crate::report::document::{Column, Document, Row, Span, Tone};

/// The high-risk trend: a row a priority, a column a period, in each how it was rated and where it went.
pub fn trend_report(view: &View<'_>) -> Document {
    let mut document = view.document("High-risk trend");
    let found = view.trend();
    if found.rows.is_empty() {
        document.absence("No priority is marked as a high risk.");
        return document;
    }
    let mut columns = vec![Column::titles("Priority")];
    columns.extend(found.periods.iter().enumerate().map(|(place, period)| {
        // The oldest period goes first where there is no room for all.
        let weight = u8::try_from(place).unwrap_or(u8::MAX).saturating_add(30);
        Column::fixed(&period.to_string()).keep(weight)
    }));
    let rows = found.rows.iter().map(|row| line(view, row));
    document.table(columns, rows.collect());
    document.absence(
        "R A G the rating where one is recorded; + improving, = static, - deteriorating, ? no direction recorded.",
    );
    document
}

fn line(view: &View<'_>, row: &TrendRow) -> Row {
    let each = |of: &dyn Fn(&crate::domain::id::RecordRef) -> String| {
        let all: Vec<String> = row.priorities.iter().map(of).collect();
        all.join(" / ")
    };
    let code = each(&|record| code_of(view.workspace, record, view.moment));
    let title = each(&|record| title_of(view.workspace, record, view.moment));
    let mut cells = vec![vec![Span::code(code), Span::plain(format!("  {title}"))]];
    cells.extend(row.cells.iter().map(|entries| cell(entries)));
    Row {
        cells,
        record: row.priorities.first().cloned(),
    }
}

fn cell(entries: &[TrendEntry]) -> Vec<Span> {
    let mut spans = Vec::new();
    for entry in entries {
        if !spans.is_empty() {
            spans.push(Span::dim(" / "));
        }
        if let Some(rating) = entry.rating {
            let chip = format!(" {} ", rating.letter());
            spans.push(Span::new(chip, Tone::Rating(rating)));
            spans.push(Span::plain(" "));
        }
        spans.push(match entry.direction {
            Some(direction) => Span::new(direction.sign(), tone(direction)),
            None => Span::dim("?"),
        });
    }
    spans
}

fn tone(direction: Direction) -> Tone {
    match direction {
        Direction::Improving => Tone::Better,
        Direction::Static => Tone::Plain,
        Direction::Deteriorating => Tone::Worse,
    }
}
