//! Published rating counts against the ratings that they count.

use std::collections::HashSet;
use std::sync::Arc;

use super::report::Report;
use crate::analysis::counts::is_retired;
use crate::analysis::moment::Moment;
use crate::analysis::tracker::{Tracker, tracker};
use crate::domain::id::Id;
use crate::domain::period::Period;
use crate::domain::plan::PublishedRatings;
use crate::domain::priority::Priority;
use crate::domain::rating::Rating;
use crate::domain::workspace::Workspace;

/// Where every tracker of a board is rated, the published counts must be those of the trackers.
pub(super) fn published(workspace: &Workspace, report: &mut Report<'_>) {
    for (place, totals) in workspace.periods.iter().enumerate() {
        let Some(period) = totals.period.read() else {
            continue;
        };
        for (at, published) in totals.published_ratings.iter().enumerate() {
            let Some(counted) = counted(workspace, &published.board, period) else {
                continue;
            };
            let (printed, counts) = (shown(stated(published)), shown(counted.map(Some)));
            if differs(stated(published), counted) {
                let message = format!(
                    "Published as {printed} (red/amber/green), and the trackers make it {counts}"
                );
                let mend = "Correct the counts, or the rating of the tracker that is wrong";
                report.say(
                    format!("/periods/{place}/published_ratings/{at}"),
                    message,
                    mend,
                );
            }
        }
    }
}

/// In the current period the published counts add up to the priorities that the board has then. Of
/// earlier periods nobody knows which priorities it had.
pub(super) fn whole(workspace: &Workspace, report: &mut Report<'_>) {
    let current = workspace.current_period.read();
    for (place, totals) in workspace.periods.iter().enumerate() {
        let Some(period) = totals
            .period
            .read()
            .filter(|period| Some(*period) == current)
        else {
            continue;
        };
        for (at, published) in totals.published_ratings.iter().enumerate() {
            let [Some(red), Some(amber), Some(green)] = stated(published) else {
                continue;
            };
            let held = trackers_of(workspace, &published.board, period).len();
            let sum = red + amber + green;
            if !crate::domain::number::same(sum, f64::from(u32::try_from(held).unwrap_or(0))) {
                let message =
                    format!("The published counts make {sum} priorities, and the board has {held}");
                let mend = "See which priority was not counted, or does not belong to the board";
                report.say(
                    format!("/periods/{place}/published_ratings/{at}"),
                    message,
                    mend,
                );
            }
        }
    }
}

fn stated(published: &PublishedRatings) -> [Option<f64>; 3] {
    [published.red, published.amber, published.green]
        .map(|count| count.map(crate::domain::number::Number::get))
}

fn differs(printed: [Option<f64>; 3], counted: [f64; 3]) -> bool {
    printed.iter().zip(counted).any(|(printed, counted)| {
        printed.is_some_and(|printed| !crate::domain::number::same(printed, counted))
    })
}

fn shown(counts: [Option<f64>; 3]) -> String {
    counts
        .map(|count| count.map_or_else(|| "?".to_owned(), |count| count.to_string()))
        .join("/")
}

/// The trackers of a board in a period, rated or not. A joint one counts once.
fn trackers_of<'a>(workspace: &'a Workspace, board: &Id, period: Period) -> Vec<Tracker<'a>> {
    let moment = Moment {
        period: Some(period),
        today: None,
    };
    let of_board = |priority: &&Arc<Priority>| {
        priority.boards.contains(board) && !is_retired(priority, moment)
    };
    let priorities = workspace.priorities.iter().filter(of_board);
    let all: Vec<Tracker<'a>> = priorities.map(|it| tracker(it, moment)).collect();
    let joint = all
        .iter()
        .filter_map(|it| it.update)
        .flat_map(|it| &it.joint_with);
    let served: HashSet<&Id> = joint.collect();
    let own = |it: &&Tracker<'a>| !served.contains(&it.priority.id);
    all.iter().filter(own).cloned().collect()
}

/// Red, amber and green among a board's trackers of a period; none where one of them is not rated,
/// or rated something else.
fn counted(workspace: &Workspace, board: &Id, period: Period) -> Option<[f64; 3]> {
    let trackers = trackers_of(workspace, board, period);
    let mut counts = [0.0; 3];
    for tracker in &trackers {
        let [red, amber, green] = &mut counts;
        match tracker.rating()? {
            Rating::Red => *red += 1.0,
            Rating::Amber => *amber += 1.0,
            Rating::Green => *green += 1.0,
            Rating::AmberRed | Rating::AmberGreen | Rating::Blue => return None,
        }
    }
    (!trackers.is_empty()).then_some(counts)
}
