//! How many priorities have each rating in a period.

mod periods;

pub(super) use periods::trackers_of;
pub use periods::{Basis, CountsTable, PeriodCounts, RatingCount, counts_over_periods};

use super::moment::{Moment, is_over};
use super::tracker::tracker;
use crate::domain::rating::Rating;
use crate::domain::workspace::Workspace;

/// Counts by rating, in the order of the scale.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RatingCounts {
    /// How many have each rating of the scale.
    pub rated: Vec<(Rating, usize)>,
    /// How many have no rating, or one outside the scale.
    pub unrated: usize,
}

/// Counts the ratings of a period. A joint tracker stands with one priority and counts there; the
/// priorities that it serves as well are not counted again.
pub fn rating_counts(workspace: &Workspace, moment: Moment) -> RatingCounts {
    let mut counts = RatingCounts {
        rated: workspace
            .scale()
            .into_iter()
            .map(|rating| (rating, 0))
            .collect(),
        unrated: 0,
    };
    let served = served_elsewhere(workspace, moment);
    for priority in &workspace.priorities {
        if served.contains(&priority.id) || is_retired(priority, moment) {
            continue;
        }
        let rating = tracker(priority, moment).rating();
        match counts
            .rated
            .iter_mut()
            .find(|(of_scale, _)| Some(*of_scale) == rating)
        {
            Some((_, count)) => *count += 1,
            None => counts.unrated += 1,
        }
    }
    counts
}

/// Whether a priority is no longer tracked in the period in view.
pub fn is_retired(priority: &crate::domain::priority::Priority, moment: Moment) -> bool {
    is_over(&priority.retired_from, moment)
}

fn served_elsewhere(
    workspace: &Workspace,
    moment: Moment,
) -> std::collections::HashSet<crate::domain::id::Id> {
    let updates = workspace
        .priorities
        .iter()
        .filter_map(|priority| tracker(priority, moment).update);
    updates
        .flat_map(|update| update.joint_with.iter().cloned())
        .collect()
}

#[cfg(test)]
mod tests;
