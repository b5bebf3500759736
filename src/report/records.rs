//! The page of several records: those that a number counts.

use super::document::{Column, Document, Row, Span};
use crate::analysis::moment::Moment;
use crate::analysis::naming::{code_of, title_of};
use crate::analysis::tracker::tracker;
use crate::domain::id::RecordRef;
use crate::domain::kind::Kind;
use crate::domain::workspace::Workspace;

/// The records in the order given, each line leading to its record. `note` is what else there is to
/// say of them.
pub fn records_page(
    workspace: &Workspace,
    moment: Moment,
    title: &str,
    note: &str,
    records: &[RecordRef],
) -> Document {
    let mut document = Document::about("", title);
    document.prose(note);
    let kinds_differ = records
        .windows(2)
        .any(|pair| matches!(pair, [one, other] if one.kind != other.kind));
    let columns = vec![
        Column::fixed("Kind").keep(20),
        Column::fixed("Rating").keep(40),
        Column::fixed("Code").keep(90),
        Column::titles("Title"),
    ];
    let rows = records
        .iter()
        .map(|record| row(workspace, moment, record, kinds_differ));
    document.table(columns, rows.collect());
    document
}

fn row(workspace: &Workspace, moment: Moment, record: &RecordRef, with_kind: bool) -> Row {
    let kind = if with_kind { record.kind.word() } else { "" };
    let rating = Some(record.id.as_str())
        .filter(|_| record.kind == Kind::Priority)
        .and_then(|id| workspace.priorities.get(id))
        .and_then(|priority| tracker(priority, moment).rating());
    Row {
        cells: vec![
            vec![Span::dim(kind)],
            rating
                .map(|rating| Span::rating(rating).to_vec())
                .unwrap_or_default(),
            vec![Span::code(code_of(workspace, record, moment))],
            vec![Span::plain(title_of(workspace, record, moment))],
        ],
        record: Some(record.clone()),
    }
}
