//! The recommendations that lean on a record.

use super::document::{Column, Document, Row, Span};
use super::recommendation::frequency_text;
use crate::analysis::coverage::{LeaningRoute, leaning};
use crate::analysis::index::Index;
use crate::analysis::moment::Moment;
use crate::analysis::naming::code_of;
use crate::analysis::stage::stage;
use crate::domain::choice::Choice;
use crate::domain::id::RecordRef;
use crate::domain::kind::Kind;
use crate::domain::workspace::Workspace;

/// Adds the recommendations that are monitored through any of these records, each with its route; none
/// where nothing leans on them.
pub(super) fn add(
    document: &mut Document,
    workspace: &Workspace,
    index: &Index,
    moment: Moment,
    records: &[RecordRef],
) {
    let leaning = leaning(workspace, index, records);
    if leaning.is_empty() {
        return;
    }
    document.section(
        "Recommendations that lean on it",
        &leaning.len().to_string(),
    );
    let columns = vec![
        Column::fixed("Code"),
        Column::titles("Recommendation"),
        Column::fixed("Stage").keep(35),
        Column::fixed("Route").keep(40),
        Column::fixed("Through").keep(30),
        Column::words("How often").keep(20),
    ];
    let rows = leaning.iter().map(|it| row(workspace, moment, it));
    document.table(columns, rows.collect());
}

fn row(workspace: &Workspace, moment: Moment, leaning: &LeaningRoute<'_>) -> Row {
    let (recommendation, route) = (leaning.recommendation, leaning.route);
    let record = RecordRef::new(Kind::Recommendation, &recommendation.id);
    let said = [&recommendation.heading, &recommendation.text]
        .into_iter()
        .find(|text| !text.is_empty());
    let kind = route.kind.as_ref().map_or("", Choice::text);
    let cells = vec![
        vec![Span::code(code_of(workspace, &record, moment))],
        vec![Span::plain(said.map_or("", String::as_str))],
        vec![Span::plain(
            stage(workspace, recommendation, moment).label(),
        )],
        vec![Span::plain(kind)],
        vec![Span::code(code_of(workspace, &leaning.through, moment))],
        vec![Span::plain(frequency_text(route))],
    ];
    Row {
        cells,
        record: Some(record),
    }
}
