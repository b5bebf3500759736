//! The crosswalk: how each recommendation is monitored, through what, and whether that is enough
//! (`domain.md` §6; paper 000).

mod gaps;
mod matrix;
mod route;

pub use gaps::{Gap, GapReason, gaps};
pub use matrix::{Matrix, MatrixColumn, MatrixRow, matrix};
pub use route::{Reported, RouteStanding, Trouble, route_standing};

use super::index::Index;
use super::moment::Moment;
use crate::domain::choice::Choice;
use crate::domain::id::RecordRef;
use crate::domain::recommendation::{Coverage, Recommendation, Route, RouteKind, Via};
use crate::domain::workspace::Workspace;

/// How a recommendation is monitored at a moment.
#[derive(Clone, Debug)]
pub struct Crosswalk<'a> {
    /// What its routes amount to.
    pub coverage: Coverage,
    /// What the officer says; it stands beside the computed one and never replaces it, but for
    /// “not applicable”, which only the officer can say.
    pub stated: Option<&'a Choice<Coverage>>,
    /// Whether the frequency that makes it direct is given in words only, so that nobody can say
    /// when the next report is due.
    pub worded: bool,
    /// Each route with what it resolves to, in the file's order.
    pub routes: Vec<RouteStanding<'a>>,
}

impl Crosswalk<'_> {
    /// Whether the officer's judgement differs from the computed one.
    pub fn is_disputed(&self) -> bool {
        self.stated
            .is_some_and(|stated| stated.known() != Some(self.coverage))
    }
}

/// The crosswalk of one recommendation.
pub fn crosswalk<'a>(
    workspace: &'a Workspace,
    index: &Index,
    moment: Moment,
    recommendation: &'a Recommendation,
) -> Crosswalk<'a> {
    let counting = recommendation
        .routes
        .iter()
        .filter(|route| is_direct(route) && monitors(workspace, route));
    let worded = counting.clone().all(|route| interval(route).is_none());
    let coverage = coverage(workspace, recommendation);
    Crosswalk {
        coverage,
        stated: recommendation.coverage.as_ref(),
        worded: coverage == Coverage::Direct && worded,
        routes: recommendation
            .routes
            .iter()
            .map(|route| route_standing(workspace, index, moment, route))
            .collect(),
    }
}

/// What the routes of a recommendation amount to: direct if a direct route goes through something
/// that the workspace holds, at a frequency (words count); indirect if some other route does; none
/// otherwise; not applicable where the officer says so.
///
/// A direct route at no frequency is no monitoring: it makes the coverage neither direct nor
/// indirect. An indirect route needs none, since what it goes through is monitored for its own sake.
pub fn coverage(workspace: &Workspace, recommendation: &Recommendation) -> Coverage {
    let stated = recommendation.coverage.as_ref().and_then(Choice::known);
    if stated == Some(Coverage::NotApplicable) {
        return Coverage::NotApplicable;
    }
    let mut routes = recommendation.routes.iter();
    if routes
        .clone()
        .any(|route| is_direct(route) && monitors(workspace, route))
    {
        Coverage::Direct
    } else if routes.any(|route| !is_direct(route) && resolves(workspace, route).is_some()) {
        Coverage::Indirect
    } else {
        Coverage::None
    }
}

/// The words of a coverage, for columns and pages.
pub fn coverage_words(coverage: Coverage) -> &'static str {
    match coverage {
        Coverage::Direct => "direct",
        Coverage::Indirect => "indirect only",
        Coverage::None => "none",
        Coverage::NotApplicable => "not applicable",
    }
}

/// A route that leans on a record: for the record's page and for jumping to the recommendation.
#[derive(Clone, Debug)]
pub struct LeaningRoute<'a> {
    /// Whose route it is.
    pub recommendation: &'a Recommendation,
    /// The route.
    pub route: &'a Route,
    /// The record that it goes through: the one asked for, or one that belongs to it.
    pub through: RecordRef,
}

/// The routes that go through any of these records (a priority, its indicators, its actions), by the
/// place of their recommendation in the file.
pub fn leaning<'a>(
    workspace: &'a Workspace,
    index: &Index,
    records: &[RecordRef],
) -> Vec<LeaningRoute<'a>> {
    let mut found = Vec::new();
    for record in records {
        for leaning in index.routes_through(record) {
            let recommendations = &workspace.recommendations;
            let id = leaning.recommendation.as_str();
            let recommendation = recommendations.get(id);
            let Some((recommendation, route)) =
                recommendation.and_then(|it| Some((&**it, it.routes.get(leaning.route)?)))
            else {
                continue;
            };
            let order = (recommendations.place(id), leaning.route);
            let leaning = LeaningRoute {
                recommendation,
                route,
                through: record.clone(),
            };
            found.push((order, leaning));
        }
    }
    found.sort_by_key(|(order, _)| *order);
    found.dedup_by_key(|(order, _)| *order);
    found.into_iter().map(|(_, leaning)| leaning).collect()
}

/// Whether a route watches the thing itself. A route that does not say is taken for an indirect one.
pub fn is_direct(route: &Route) -> bool {
    route.kind.as_ref().and_then(Choice::known) == Some(RouteKind::Direct)
}

/// The record that a route goes through, if the workspace holds it.
pub fn resolves(workspace: &Workspace, route: &Route) -> Option<RecordRef> {
    let record = route.via.as_ref().and_then(Via::record)?;
    let found = workspace.record(record.kind, record.id.as_str()).is_some();
    found.then_some(record)
}

/// Whether a route goes through something, at a frequency.
fn monitors(workspace: &Workspace, route: &Route) -> bool {
    let frequency = route.frequency.as_ref();
    frequency.is_some_and(|it| !it.every.is_empty() || !it.text.trim().is_empty())
        && resolves(workspace, route).is_some()
}

/// After how many months a route's next report is due; none where the frequency is given in words.
pub(super) fn interval(route: &Route) -> Option<i32> {
    use crate::domain::indicator::Frequency;

    let every = route.frequency.as_ref()?.every.as_str();
    Some(match Frequency::from_word(every)? {
        Frequency::Monthly => 1,
        Frequency::Quarterly => 3,
        Frequency::Termly => 4,
        Frequency::HalfYearly => 6,
        Frequency::Annual => 12,
    })
}

#[cfg(test)]
mod tests;
