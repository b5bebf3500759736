//! The highlight report of a period.

use super::{View, cells};
use crate::analysis::exceptions::Exception;
use crate::domain::id::{Id, RecordRef};
use crate::report::document::{Column, Document, Row, Span};
use crate::report::programme::board_title;

/// The issues of significance of the period, the indicators that miss their target by theme, concerns
/// about data, and what several boards see.
pub fn highlight_report(view: &View<'_>) -> Document {
    let mut document = view.document("Highlights");
    let found = view.highlights();
    document.section("Issues of significance", &found.issues.len().to_string());
    if found.issues.is_empty() {
        document.absence("None is recorded for this period.");
    }
    for issue in &found.issues {
        add_issue(&mut document, view, issue);
    }
    let missed: usize = found.missed.iter().map(|(_, lines)| lines.len()).sum();
    document.section("Indicators that miss their target", &missed.to_string());
    if missed == 0 {
        document.absence("None.");
    }
    for (theme, lines) in &found.missed {
        let heading = match theme {
            Some(theme) => {
                let mut text = cells::code(view, theme);
                text.push(Span::plain("  "));
                text.extend(cells::title(view, theme));
                text
            }
            None => vec![Span::plain("Under no priority")],
        };
        document.heading(2, heading, theme.clone());
        table(&mut document, view, lines);
    }
    document.section(
        "Concerns about data quality",
        &found.quality.len().to_string(),
    );
    if found.quality.is_empty() {
        document.absence("None.");
    }
    table(&mut document, view, &found.quality);
    document.section("Reported to several boards", &found.dual.len().to_string());
    if found.dual.is_empty() {
        document.absence("None.");
    }
    let columns = vec![
        Column::fixed("Code"),
        Column::titles("Title"),
        Column::words("Boards"),
    ];
    let rows = found.dual.iter().map(|(record, boards)| Row {
        cells: vec![
            cells::code(view, record),
            cells::title(view, record),
            cells::plain(titles(view, boards)),
        ],
        record: Some(record.clone()),
    });
    document.table(columns, rows.collect());
    document
}

fn titles(view: &View<'_>, boards: &[Id]) -> String {
    let titles = boards
        .iter()
        .map(|board| board_title(view.workspace, board));
    titles.collect::<Vec<_>>().join("; ")
}

fn add_issue(document: &mut Document, view: &View<'_>, issue: &RecordRef) {
    let Some(highlight) = view.workspace.highlights.get(issue.id.as_str()) else {
        return;
    };
    let heading = vec![Span::strong(highlight.heading.as_str())];
    document.heading(3, heading, Some(issue.clone()));
    document.prose(&highlight.text);
    let concerns = highlight.concerns.iter();
    let concerns = concerns.filter_map(|it| RecordRef::read(it));
    let codes: Vec<String> = concerns.map(|it| cells::code_text(view, &it)).collect();
    let parts = [
        titles(view, &highlight.boards),
        if codes.is_empty() {
            String::new()
        } else {
            format!("about {}", codes.join(", "))
        },
    ];
    let parts: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    if !parts.is_empty() {
        document.absence(&parts.join("; "));
    }
}

fn table(document: &mut Document, view: &View<'_>, lines: &[Exception]) {
    let columns = vec![
        Column::fixed("Code"),
        Column::titles("Indicator"),
        Column::reasons("Why"),
    ];
    let rows = lines.iter().map(|line| Row {
        cells: vec![
            cells::code(view, &line.record),
            cells::title(view, &line.record),
            cells::plain(line.reason.as_str()),
        ],
        record: Some(line.record.clone()),
    });
    document.table(columns, rows.collect());
}
