//! Published rating counts against the ratings that they count.

use super::report::Report;
use crate::analysis::counts::trackers_of;
use crate::analysis::index::Index;
use crate::domain::id::Id;
use crate::domain::period::Period;
use crate::domain::plan::PublishedRatings;
use crate::domain::rating::Rating;
use crate::domain::workspace::Workspace;

/// Where every tracker of a board is rated, the published counts must be those of the trackers.
pub(super) fn published(workspace: &Workspace, report: &mut Report<'_>) {
    let index = Index::new(workspace);
    for (place, totals) in workspace.periods.iter().enumerate() {
        let Some(period) = totals.period.read() else {
            continue;
        };
        for (at, published) in totals.published_ratings.iter().enumerate() {
            let Some(counted) = counted(workspace, &index, &published.board, period) else {
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
    let index = Index::new(workspace);
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
            let held = trackers_of(workspace, &index, Some(&published.board), period).len();
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

/// Red, amber and green among a board's trackers of a period; none where one of them is not rated,
/// or rated something else.
fn counted(workspace: &Workspace, index: &Index, board: &Id, period: Period) -> Option<[f64; 3]> {
    let trackers = trackers_of(workspace, index, Some(board), period);
    let mut counts = [0.0; 3];
    for (_, update) in &trackers {
        let [red, amber, green] = &mut counts;
        match update.and_then(|it| it.rating.as_ref()?.known())? {
            Rating::Red => *red += 1.0,
            Rating::Amber => *amber += 1.0,
            Rating::Green => *green += 1.0,
            Rating::AmberRed | Rating::AmberGreen | Rating::Blue => return None,
        }
    }
    (!trackers.is_empty()).then_some(counts)
}
