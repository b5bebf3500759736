//! The summary sheet by theme.

use super::{View, cells};
use crate::analysis::naming::code_of;
use crate::analysis::summary::SummaryRow;
use crate::report::document::{Column, Document, Row, Span};

/// The summary sheet: by theme every priority with rating, direction and accountable director.
pub fn summary_report(view: &View<'_>) -> Document {
    let mut document = view.document("Summary sheet");
    let themes = view.summary();
    if themes.is_empty() {
        document.absence("No priorities are tracked in this period.");
    }
    for theme in &themes {
        let title = format!("{} {}", theme.code, theme.title);
        document.section(title.trim(), &theme.rows.len().to_string());
        let columns = vec![
            Column::fixed("Code"),
            Column::fixed("Rating"),
            Column::fixed("Direction").keep(80),
            Column::titles("Priority"),
            Column::fixed("Risk").keep(75),
            Column::officers("Accountable director").keep(70),
        ];
        let rows = theme.rows.iter().map(|row| line(view, row));
        document.table(columns, rows.collect());
    }
    document
}

fn line(view: &View<'_>, row: &SummaryRow) -> Row {
    let mut title = vec![Span::plain(row.title.as_str())];
    if let Some(holder) = &row.joint {
        let code = code_of(view.workspace, holder, view.moment);
        title.push(Span::dim(format!(" (one tracker with {code})")));
    }
    Row {
        cells: vec![
            vec![Span::code(row.code.as_str())],
            cells::rating(row.rating),
            cells::direction(row.direction),
            title,
            if row.high_risk {
                vec![Span::mark("! high")]
            } else {
                Vec::new()
            },
            cells::plain(row.directors.join("; ")),
        ],
        record: Some(row.record.clone()),
    }
}
