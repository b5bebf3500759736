//! Rating counts over the periods, as the Quarter 2 report has them (paper 001, lines 652 to 658).

use std::collections::HashSet;

use super::is_retired;
use crate::analysis::boards::shows;
use crate::analysis::index::Index;
use crate::analysis::joint::{holder, update_in};
use crate::analysis::moment::{Moment, periods};
use crate::domain::id::{Id, RecordRef};
use crate::domain::kind::Kind;
use crate::domain::number::Number;
use crate::domain::period::Period;
use crate::domain::plan::PublishedRatings;
use crate::domain::priority::{Priority, Update};
use crate::domain::rating::Rating;
use crate::domain::workspace::Workspace;

/// The counts of one board, or of the whole workspace.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CountsTable {
    /// The board; none for the whole workspace.
    pub board: Option<Id>,
    /// The periods of which something is known, oldest first, up to the one in view.
    pub rows: Vec<PeriodCounts>,
}

/// The counts of a period.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PeriodCounts {
    /// The period.
    pub period: Period,
    /// Where the counts come from.
    pub basis: Basis,
    /// How many have each rating, in the order of the scale.
    pub counts: Vec<RatingCount>,
    /// How many were counted: what the percentages are of.
    pub total: usize,
    /// The trackers without a rating of the scale.
    pub unrated: Vec<RecordRef>,
    /// What was published instead, where the trackers make it something else: red, amber, green.
    pub disagrees: Option<[Option<usize>; 3]>,
}

impl PeriodCounts {
    /// The counts of some of the trackers only, out of the file; none where none of them is rated.
    /// What was published says nothing of them.
    pub fn narrowed(&self, keeps: impl Fn(&RecordRef) -> bool) -> Option<Self> {
        let keep = |records: &[RecordRef]| -> Vec<RecordRef> {
            records.iter().filter(|it| keeps(it)).cloned().collect()
        };
        let unrated = keep(&self.unrated);
        let kept: Vec<Vec<RecordRef>> = self.counts.iter().map(|it| keep(&it.records)).collect();
        let total = kept.iter().map(Vec::len).sum();
        let whole = unrated.is_empty();
        let counts = self.counts.iter().zip(kept);
        let counts = counts.map(|(of, records)| RatingCount {
            rating: of.rating,
            count: records.len(),
            percent: whole.then(|| percent(records.len(), total)),
            records,
        });
        (total > 0).then(|| Self {
            period: self.period,
            basis: if whole {
                Basis::Computed
            } else {
                Basis::Partial
            },
            counts: counts.collect(),
            total,
            unrated,
            disagrees: None,
        })
    }
}

/// Where counts come from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Basis {
    /// From the ratings of the trackers: all of the board have one.
    Computed,
    /// As published, since some trackers of the board have no rating in the file.
    Published,
    /// From those trackers that are rated; nothing is published of the period.
    Partial,
}

impl Basis {
    /// The label beside the counts.
    pub fn word(self) -> &'static str {
        match self {
            Self::Computed => "computed",
            Self::Published => "published",
            Self::Partial => "partial",
        }
    }
}

/// How many have one rating.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RatingCount {
    /// The rating.
    pub rating: Rating,
    /// How many have it.
    pub count: usize,
    /// Of a hundred, rounded to the nearest; none where not all are rated.
    pub percent: Option<usize>,
    /// The priorities in the file that have it. As many as counted where the counts are computed; of a
    /// published count those that are known.
    pub records: Vec<RecordRef>,
}

impl RatingCount {
    /// `1 of 6 recorded`, where a published count has more than the file knows.
    pub fn recorded(&self) -> Option<String> {
        let known = self.records.len();
        (known != self.count).then(|| format!("{known} of {} recorded", self.count))
    }
}

/// The counts of a board over the periods; of every board that has any where none is named, and of the
/// whole workspace where some priority belongs to no board.
pub fn counts_over_periods(
    workspace: &Workspace,
    index: &Index,
    moment: Moment,
    board: Option<&Id>,
) -> Vec<CountsTable> {
    let known: Vec<Period> = periods(workspace)
        .into_iter()
        .filter(|period| moment.knows(*period))
        .collect();
    let table = |board: Option<&Id>| CountsTable {
        board: board.cloned(),
        rows: known
            .iter()
            .filter_map(|period| row(workspace, index, board, *period))
            .collect(),
    };
    let tables: Vec<CountsTable> = match board {
        Some(board) => vec![table(Some(board))],
        None => every_board(workspace)
            .iter()
            .map(|board| table(board.as_ref()))
            .collect(),
    };
    tables
        .into_iter()
        .filter(|table| !table.rows.is_empty())
        .collect()
}

/// The boards that have priorities or published counts, in the file's order and then as they come.
fn every_board(workspace: &Workspace) -> Vec<Option<Id>> {
    let of_file = workspace.boards.iter().map(|board| &board.id);
    let published = workspace.periods.iter();
    let published = published.flat_map(|it| it.published_ratings.iter().map(|it| &it.board));
    let of_priorities = workspace.priorities.iter().flat_map(|it| &it.boards);
    let mut seen = HashSet::new();
    let named = of_file.chain(published).chain(of_priorities);
    let named = named.filter(|id| !id.is_empty() && seen.insert((*id).clone()));
    let mut boards: Vec<Option<Id>> = named.cloned().map(Some).collect();
    let homeless = workspace.priorities.iter().any(|it| it.boards.is_empty());
    if homeless {
        boards.push(None);
    }
    boards
}

/// The trackers of a board in a period, each with its update where there is one. A joint one counts
/// once: with the priority that it stands with, if that is the board's too.
pub(in crate::analysis) fn trackers_of<'a>(
    workspace: &'a Workspace,
    index: &Index,
    board: Option<&Id>,
    period: Period,
) -> Vec<(&'a Priority, Option<&'a Update>)> {
    let moment = Moment {
        period: Some(period),
        today: None,
    };
    let is_of_board = |it: &Priority| shows(board, &it.boards) && !is_retired(it, moment);
    let own = |priority: &'a Priority| {
        let Some(holder) = holder(workspace, index, priority, moment.period) else {
            return Some((priority, update_in(priority, moment.period)));
        };
        let counted_there = is_of_board(holder);
        (!counted_there).then(|| (priority, update_in(holder, moment.period)))
    };
    let priorities = workspace.priorities.iter().map(|it| &**it);
    priorities
        .filter(|it| is_of_board(it))
        .filter_map(own)
        .collect()
}

/// The counts of a period; none where nothing is known of it.
fn row(
    workspace: &Workspace,
    index: &Index,
    board: Option<&Id>,
    period: Period,
) -> Option<PeriodCounts> {
    let scale = workspace.scale();
    let mut rated: Vec<Vec<RecordRef>> = vec![Vec::new(); scale.len()];
    let mut unrated = Vec::new();
    for (priority, update) in trackers_of(workspace, index, board, period) {
        let record = RecordRef::new(Kind::Priority, &priority.id);
        let rating = update.and_then(|update| update.rating.as_ref()?.known());
        let place = scale.iter().position(|of_scale| Some(*of_scale) == rating);
        match place.and_then(|place| rated.get_mut(place)) {
            Some(records) => records.push(record),
            None => unrated.push(record),
        }
    }
    let published = board.and_then(|board| published(workspace, board, period));
    let known = rated.iter().any(|records| !records.is_empty());
    let basis = match (unrated.is_empty() && known, published) {
        (true, _) => Basis::Computed,
        (false, Some(_)) => Basis::Published,
        (false, None) if known => Basis::Partial,
        (false, None) => return None,
    };
    let counts: Vec<usize> = scale
        .iter()
        .zip(&rated)
        .map(|(rating, records)| match (basis, published) {
            (Basis::Published, Some(published)) => printed(published, *rating).unwrap_or(0),
            _ => records.len(),
        })
        .collect();
    let total = counts.iter().sum();
    let differs = |published: &[Option<usize>; 3]| {
        let trackers = scale.iter().zip(&counts);
        let mut of_both =
            trackers.filter_map(|(rating, count)| Some((printed(*published, *rating)?, *count)));
        basis == Basis::Computed && of_both.any(|(printed, count)| printed != count)
    };
    let percent = |count| (basis != Basis::Partial).then(|| percent(count, total));
    let counts = scale.iter().zip(&counts).zip(rated);
    Some(PeriodCounts {
        period,
        basis,
        counts: counts
            .map(|((rating, count), records)| RatingCount {
                rating: *rating,
                count: *count,
                percent: percent(*count),
                records,
            })
            .collect(),
        total,
        unrated,
        disagrees: published.filter(differs),
    })
}

/// What was published for a board: red, amber, green.
fn published(workspace: &Workspace, board: &Id, period: Period) -> Option<[Option<usize>; 3]> {
    let mut of_period = workspace.periods.iter();
    let totals = of_period.find(|totals| totals.period.read() == Some(period))?;
    let mut of_board = totals.published_ratings.iter();
    let PublishedRatings {
        red, amber, green, ..
    } = of_board.find(|published| published.board == *board)?;
    let counts = [red, amber, green].map(|count| count.and_then(whole));
    counts.iter().any(Option::is_some).then_some(counts)
}

fn whole(count: Number) -> Option<usize> {
    crate::domain::number::shortest(count.get()).parse().ok()
}

/// The published count of a rating; of others than the three nothing is published.
fn printed([red, amber, green]: [Option<usize>; 3], rating: Rating) -> Option<usize> {
    match rating {
        Rating::Red => red,
        Rating::Amber => amber,
        Rating::Green => green,
        Rating::AmberRed | Rating::AmberGreen | Rating::Blue => None,
    }
}

/// Of a hundred, to the nearest whole number, as the paper prints it: 3 of 14 is 21.
fn percent(count: usize, total: usize) -> usize {
    (200 * count + total).checked_div(2 * total).unwrap_or(0)
}

#[cfg(test)]
mod tests;
