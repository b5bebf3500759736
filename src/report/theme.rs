//! The page of a theme: its priorities with their ratings.

use super::document::{Document, Fact, Row};
use super::indicator::priority_columns;
use super::provenance;
use super::tracker::priority_row;
use crate::analysis::counts::is_retired;
use crate::analysis::index::Index;
use crate::analysis::moment::Moment;
use crate::domain::id::RecordRef;
use crate::domain::kind::Kind;
use crate::domain::plan::Theme;
use crate::domain::workspace::Workspace;

/// A theme with the priorities that are tracked under it.
pub fn theme_page(workspace: &Workspace, index: &Index, moment: Moment, theme: &Theme) -> Document {
    let mut document = Document::about(&theme.code, &theme.title);
    let mut facts = Vec::new();
    if !theme.plan.is_empty() {
        let plan = workspace.plans.get(theme.plan.as_str());
        let title = plan.map_or_else(|| theme.plan.to_string(), |plan| plan.title.clone());
        facts.push(Fact::plain("Plan", title).naming(RecordRef::new(Kind::Plan, &theme.plan)));
    }
    if let Some(period) = moment.period {
        facts.push(Fact::plain("Period", period.to_string()));
    }
    document.facts(facts);
    let priorities = index.priorities_under(&theme.id).iter();
    let tracked = priorities
        .filter_map(|id| workspace.priorities.get(id.as_str()))
        .filter(|priority| !is_retired(priority, moment));
    let rows: Vec<Row> = tracked
        .map(|priority| priority_row(workspace, index, moment, priority))
        .collect();
    document.section(
        "Priorities",
        &if rows.is_empty() {
            String::new()
        } else {
            rows.len().to_string()
        },
    );
    if rows.is_empty() {
        document.absence("No priorities under this theme.");
    }
    document.table(priority_columns(), rows);
    provenance::add_sources(&mut document, &[&theme.rest]);
    document
}
