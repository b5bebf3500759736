//! What changed since an earlier period.

use super::{View, cells};
use crate::analysis::changes::{Change, ChangeKind};
use crate::analysis::moment::Moment;
use crate::report::document::{Column, Document, Fact, Row, Span, Tone};

/// What changed between an earlier moment and the one in view, kind by kind.
pub fn changes_report(view: &View<'_>, before: Moment) -> Document {
    let mut document = view.document("Changes");
    if let Some(period) = before.period {
        document.facts(vec![Fact::plain("Since", period.to_string())]);
    }
    let found = view.changes(before);
    if found.is_empty() {
        document.absence("Nothing changed that is recorded.");
    }
    for kind in ChangeKind::ALL {
        let of: Vec<&Change> = found.iter().filter(|it| it.kind == *kind).collect();
        if of.is_empty() {
            continue;
        }
        document.section(kind.title(), &of.len().to_string());
        let rows = of.iter().map(|change| row(view, change));
        document.table(columns(*kind), rows.collect());
    }
    document
}

/// A new or retired record has a title and no before and after.
fn columns(kind: ChangeKind) -> Vec<Column> {
    let mut columns = vec![Column::fixed("Kind").keep(10), Column::fixed("Code")];
    match kind {
        ChangeKind::New | ChangeKind::Retired => columns.push(Column::words("Title")),
        _ => columns.extend([
            Column::titles("Title").keep(20),
            Column::reasons("Was"),
            Column::reasons("Is"),
        ]),
    }
    columns
}

fn row(view: &View<'_>, change: &Change) -> Row {
    let tone = match change.better {
        Some(true) => Tone::Better,
        Some(false) => Tone::Worse,
        None => Tone::Plain,
    };
    let mut cells = vec![
        vec![Span::dim(change.record.kind.word())],
        cells::code(view, &change.record),
    ];
    match change.kind {
        ChangeKind::New => cells.push(cells::plain(change.after.as_str())),
        ChangeKind::Retired => cells.push(cells::plain(change.before.as_str())),
        _ => {
            let mut title = cells::title(view, &change.record);
            if !change.part.is_empty() {
                title.push(Span::dim(format!(": {}", change.part)));
            }
            cells.extend([
                title,
                cells::plain(change.before.as_str()),
                cells::toned(change.after.as_str(), tone),
            ]);
        }
    }
    Row {
        cells,
        record: Some(change.record.clone()),
    }
}
