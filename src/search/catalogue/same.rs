//! Whether two states of a workspace have the same records: records are shared, so that it takes a glance.

use crate::domain::programme::Programme;
use crate::domain::workspace::Workspace;

/// Whether everything that can be found is the very same in both.
pub(super) fn records(one: &Workspace, other: &Workspace) -> bool {
    one.boards.is_same(&other.boards)
        && one.plans.is_same(&other.plans)
        && one.monitors.is_same(&other.monitors)
        && one.highlights.is_same(&other.highlights)
        && one.themes.is_same(&other.themes)
        && one.priorities.is_same(&other.priorities)
        && one.indicators.is_same(&other.indicators)
        && one.actions.is_same(&other.actions)
        && one.answers.is_same(&other.answers)
        && one.inquiries.is_same(&other.inquiries)
        && one.recommendations.is_same(&other.recommendations)
        && one.judgements.is_same(&other.judgements)
        && match (&one.programme, &other.programme) {
            (Some(one), Some(other)) => programme(one, other),
            (one, other) => one.is_none() && other.is_none(),
        }
}

fn programme(one: &Programme, other: &Programme) -> bool {
    one.items.is_same(&other.items)
        && one.groups.is_same(&other.groups)
        && one.decisions.is_same(&other.decisions)
}
