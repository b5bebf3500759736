//! The actions that answer a recommendation.

use crate::analysis::deadline::deadline;
use crate::analysis::index::Index;
use crate::analysis::moment::Moment;
use crate::domain::id::RecordRef;
use crate::domain::kind::Kind;
use crate::domain::recommendation::Recommendation;
use crate::domain::workspace::Workspace;
use crate::report::action::status_span;
use crate::report::dates::due;
use crate::report::document::{Column, Document, Row, Span};
use crate::report::officers::officers_text;

/// Adds the actions, if there are any: title, status, when due, who.
pub(super) fn add(
    document: &mut Document,
    workspace: &Workspace,
    index: &Index,
    moment: Moment,
    recommendation: &Recommendation,
) {
    let actions = index.actions_answering(&recommendation.id).iter();
    let actions = actions.filter_map(|id| workspace.actions.get(id.as_str()));
    let rows: Vec<Row> = actions
        .map(|action| {
            let deadline = deadline(action, moment);
            let status = deadline.status;
            Row {
                cells: vec![
                    vec![Span::plain(action.title.as_str())],
                    status.map(status_span).into_iter().collect(),
                    due(action.timescale.as_ref(), &deadline),
                    vec![Span::plain(officers_text(&action.officers))],
                ],
                record: Some(RecordRef::new(Kind::Action, &action.id)),
            }
        })
        .collect();
    if rows.is_empty() {
        return;
    }
    document.section("Actions", &rows.len().to_string());
    let columns = vec![
        Column::titles("Action"),
        Column::fixed("Status").keep(80),
        Column::reasons("Due").keep(90),
        Column::reasons("Who").keep(50),
    ];
    document.table(columns, rows);
}
