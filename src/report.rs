//! Pages and reports as one document model, laid out for a screen or written as text.
//!
//! ```text
//! workspace + moment → tracker | indicator | action | … → Document → layout → lines → text, screen
//! ```
//!
//! May import `domain`, `analysis`, `search` and `text`: a page is made of values, and neither knows
//! a terminal nor where the workspace came from. The same workspace gives the same page.

pub mod action;
pub mod chart;
pub mod dates;
pub mod document;
pub mod explain;
pub mod figures;
pub mod indicator;
pub mod judgement;
pub mod layout;
mod leaning;
pub mod markdown;
pub mod officers;
mod plain;
pub mod programme;
pub mod provenance;
pub mod recommendation;
pub mod records;
pub mod round;
pub mod text;
pub mod theme;
pub mod tracker;
pub mod trail;
pub mod view;

use crate::analysis::index::Index;
use crate::analysis::moment::Moment;
use crate::domain::id::RecordRef;
use crate::domain::kind::Kind;
use crate::domain::workspace::Workspace;
use document::Document;

/// The page of a record; `None` where it is not in the workspace, or is the workspace itself.
pub fn page(
    workspace: &Workspace,
    index: &Index,
    moment: Moment,
    record: &RecordRef,
) -> Option<Document> {
    let id = record.id.as_str();
    Some(match record.kind {
        Kind::Priority => {
            tracker::priority_page(workspace, index, moment, workspace.priorities.get(id)?)
        }
        Kind::Indicator => {
            indicator::indicator_page(workspace, index, moment, workspace.indicators.get(id)?)
        }
        Kind::Action => action::action_page(workspace, moment, workspace.actions.get(id)?),
        Kind::Theme => theme::theme_page(workspace, index, moment, workspace.themes.get(id)?),
        Kind::Recommendation => recommendation::recommendation_page(
            workspace,
            index,
            moment,
            workspace.recommendations.get(id)?,
        ),
        Kind::Judgement => judgement::judgement_page(workspace.judgements.get(id)?),
        Kind::Item => programme::item_page(workspace, workspace.programme.as_ref()?.items.get(id)?),
        Kind::Group => programme::group_page(workspace.programme.as_ref()?.groups.get(id)?),
        Kind::Decision => {
            programme::decision_page(workspace.programme.as_ref()?.decisions.get(id)?)
        }
        Kind::Workspace => return None,
        Kind::Board
        | Kind::Plan
        | Kind::Monitor
        | Kind::Period
        | Kind::Highlight
        | Kind::Answer
        | Kind::Inquiry
        | Kind::View => plain::plain_page(workspace, moment, record)?,
    })
}

#[cfg(test)]
pub(crate) mod tests;
