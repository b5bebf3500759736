//! Dates that moved, and what they come to by board and by officer.

use super::{View, cells};
use crate::analysis::slippage::{SlippageTotal, Slipped, by_board, by_officer};
use crate::report::document::{Column, Document, Row, Span, Tone};
use crate::report::programme::board_title;

/// The dates that moved with every date that they had, then the moves and days of each board and officer.
pub fn slippage_report(view: &View<'_>) -> Document {
    let mut document = view.document("Slippage");
    let found = view.slipped();
    if found.is_empty() {
        document.absence("No date moved.");
        return document;
    }
    document.section("Dates that moved", &found.len().to_string());
    let columns = vec![
        Column::fixed("Code"),
        Column::titles("Action").keep(90),
        Column::reasons("Dates"),
        Column::counts("Moves").keep(70),
        Column::counts("Days").keep(80),
        Column::reasons("Why").keep(30),
    ];
    let rows = found.iter().map(|it| row(view, it));
    document.table(columns, rows.collect());
    document.section("By board", "");
    let boards = by_board(&found);
    let rows = boards
        .iter()
        .map(|total| total_row(board_title(view.workspace, &total.of), total));
    document.table(total_columns("Board"), rows.collect());
    document.section("By officer", "");
    let officers = by_officer(&found);
    let rows = officers.iter().map(|total| {
        let name = if total.of.is_empty() {
            "nobody named".to_owned()
        } else {
            total.of.clone()
        };
        total_row(name, total)
    });
    document.table(total_columns("Officer"), rows.collect());
    document
}

fn row(view: &View<'_>, slipped: &Slipped) -> Row {
    let mut title = cells::title(view, &slipped.record);
    if !slipped.part.is_empty() {
        title.push(Span::dim(format!(": {}", slipped.part)));
    }
    let tone = match slipped.days {
        Some(days) if days > 0 => Tone::Late,
        _ => Tone::Plain,
    };
    let days = slipped.days.map_or("?".to_owned(), |it| it.to_string());
    Row {
        cells: vec![
            cells::code(view, &slipped.record),
            title,
            cells::plain(slipped.dates.join(" > ")),
            cells::plain(slipped.moves.to_string()),
            cells::toned(days, tone),
            cells::plain(slipped.why.as_str()),
        ],
        record: Some(slipped.record.clone()),
    }
}

fn total_columns(of: &str) -> Vec<Column> {
    vec![
        Column::officers(of),
        Column::counts("Dates"),
        Column::counts("Moves"),
        Column::counts("Days"),
        Column::words("Left out").keep(30),
    ]
}

fn total_row<K>(name: String, total: &SlippageTotal<K>) -> Row {
    let left_out = match total.unread {
        0 => String::new(),
        unread => format!("{unread} not in days"),
    };
    Row {
        cells: vec![
            cells::plain(name),
            cells::plain(total.slipped.len().to_string()),
            cells::plain(total.moves.to_string()),
            cells::plain(total.days.to_string()),
            cells::plain(left_out),
        ],
        record: None,
    }
}
