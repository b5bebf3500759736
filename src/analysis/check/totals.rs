//! Published rating counts against the ratings that they count.

use std::collections::HashSet;

use super::report::Report;
use crate::analysis::counts::is_retired;
use crate::analysis::moment::Moment;
use crate::analysis::tracker::tracker;
use crate::domain::id::Id;
use crate::domain::period::Period;
use crate::domain::plan::PublishedRatings;
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

/// Red, amber and green among a board's trackers of a period; none where one of them is not rated,
/// or rated something else. A joint tracker counts once.
fn counted(workspace: &Workspace, board: &Id, period: Period) -> Option<[f64; 3]> {
    let moment = Moment {
        period: Some(period),
        today: None,
    };
    let of_board = || {
        let live = workspace
            .priorities
            .iter()
            .filter(|priority| !is_retired(priority, moment));
        live.filter(|priority| priority.boards.contains(board))
            .map(|priority| tracker(priority, moment))
    };
    let served: HashSet<&Id> = of_board()
        .filter_map(|tracker| tracker.update)
        .flat_map(|update| &update.joint_with)
        .collect();
    let mut counts = [0.0; 3];
    let mut any = false;
    for tracker in of_board().filter(|tracker| !served.contains(&tracker.priority.id)) {
        let [red, amber, green] = &mut counts;
        match tracker.rating()? {
            Rating::Red => *red += 1.0,
            Rating::Amber => *amber += 1.0,
            Rating::Green => *green += 1.0,
            Rating::AmberRed | Rating::AmberGreen | Rating::Blue => return None,
        }
        any = true;
    }
    any.then_some(counts)
}
