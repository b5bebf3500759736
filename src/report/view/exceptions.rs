//! What needs attention, group by group.

use super::{View, cells};
use crate::analysis::exceptions::{Exception, Group};
use crate::report::document::{Column, Document, Row, Span, Tone};

/// The exceptions: every group that has lines, each line with its reason and the officer's answer.
pub fn exceptions_report(view: &View<'_>) -> Document {
    let mut document = view.document("Exceptions");
    let found = view.exceptions();
    if found.lines.is_empty() {
        document.absence("Nothing needs attention.");
    }
    for group in Group::ALL {
        let lines = found.of(*group);
        if lines.is_empty() {
            continue;
        }
        document.section(group.title(), &aside(lines));
        let columns = vec![
            Column::fixed("Code"),
            Column::titles("Title").keep(50),
            Column::reasons("Why"),
            Column::reasons("Answer").keep(40),
        ];
        let rows = lines.iter().map(|line| row(view, line));
        document.table(columns, rows.collect());
    }
    document
}

/// `4, 1 of them answered`.
fn aside(lines: &[Exception]) -> String {
    let answered = lines.iter().filter(|line| line.answer.is_some()).count();
    match answered {
        0 => lines.len().to_string(),
        answered if answered == lines.len() => format!("{answered}, answered"),
        answered => format!("{}, {answered} of them answered", lines.len()),
    }
}

fn row(view: &View<'_>, line: &Exception) -> Row {
    let tone = match line.group {
        Group::Red | Group::Missed | Group::Overdue => Tone::Missed,
        _ => Tone::Plain,
    };
    Row {
        cells: vec![
            cells::code(view, &line.record),
            cells::title(view, &line.record),
            vec![Span::new(line.reason.as_str(), tone)],
            answer(view, line),
        ],
        record: Some(line.record.clone()),
    }
}

fn answer(view: &View<'_>, line: &Exception) -> Vec<Span> {
    let id = line.answer.as_ref();
    let Some(answer) = id.and_then(|id| view.workspace.answers.get(id.as_str())) else {
        return Vec::new();
    };
    let text = if answer.text.trim().is_empty() {
        "answered"
    } else {
        answer.text.trim()
    };
    let mut spans = vec![Span::plain(text)];
    if !answer.by.is_empty() {
        spans.push(Span::dim(format!(" ({})", answer.by)));
    }
    spans
}
