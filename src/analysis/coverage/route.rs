//! One route: what it goes through, how that stands at the moment, and what is wrong with it.

use super::{interval, is_direct, resolves};
use crate::analysis::counts::is_retired;
use crate::analysis::deadline::deadline;
use crate::analysis::index::Index;
use crate::analysis::joint::shown;
use crate::analysis::moment::{Moment, is_over};
use crate::analysis::standing::{Verdict, standing};
use crate::analysis::target::{Judgement, Why};
use crate::domain::action::ActionStatus;
use crate::domain::choice::Choice;
use crate::domain::day::Day;
use crate::domain::id::{Id, RecordRef};
use crate::domain::indicator::reported;
use crate::domain::kind::Kind;
use crate::domain::period::Period;
use crate::domain::priority::Priority;
use crate::domain::rating::{Direction, Rating};
use crate::domain::recommendation::{Route, Via};
use crate::domain::workspace::Workspace;

/// A route at a moment.
#[derive(Clone, Debug)]
pub struct RouteStanding<'a> {
    /// The route.
    pub route: &'a Route,
    /// Whether it watches the thing itself.
    pub direct: bool,
    /// The record that it names, whether or not the workspace holds it.
    pub through: Option<RecordRef>,
    /// Whether the workspace holds it.
    pub found: bool,
    /// Its rating, where it is a priority.
    pub rating: Option<Rating>,
    /// Its direction, where it is a priority.
    pub direction: Option<Direction>,
    /// How it stands to its target, where it is an indicator.
    pub verdict: Option<Verdict>,
    /// How far it has come, where it is an action.
    pub status: Option<ActionStatus>,
    /// When it was last reported.
    pub reported: Reported,
    /// When it should be reported next; none where the frequency is in words, or nothing was
    /// reported yet.
    pub next: Option<Day>,
    /// What is wrong with it.
    pub troubles: Vec<Trouble>,
}

/// When something was last reported.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reported {
    /// For this period.
    For(Period),
    /// Not yet.
    Never,
    /// The workspace does not hold what plans, groups and reports say.
    Elsewhere,
}

/// What is wrong with a route.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Trouble {
    /// It names nothing, or something that is not in the file.
    Dangling,
    /// What it goes through is no longer tracked.
    Retired,
    /// What it goes through has not reported anything yet, or nothing that can be judged.
    NoData,
    /// What it goes through is rated red.
    Red,
    /// What it goes through misses its target.
    Missed,
    /// It was not reported for longer than its frequency.
    Late,
    /// It is reported at no frequency that anybody gave.
    NoFrequency,
}

impl Trouble {
    /// In words, behind the code of what it goes through.
    pub fn words(self) -> &'static str {
        match self {
            Self::Dangling => "not in the file",
            Self::Retired => "retired",
            Self::NoData => "without data",
            Self::Red => "red",
            Self::Missed => "target missed",
            Self::Late => "not reported in time",
            Self::NoFrequency => "at no frequency",
        }
    }

    /// Whether a recommendation that leans on nothing else is not really monitored.
    pub fn defeats(self) -> bool {
        !matches!(self, Self::Late | Self::NoFrequency)
    }
}

/// Where a route stands at a moment.
pub fn route_standing<'a>(
    workspace: &Workspace,
    index: &Index,
    moment: Moment,
    route: &'a Route,
) -> RouteStanding<'a> {
    let through = route.via.as_ref().and_then(Via::record);
    let found = resolves(workspace, route).is_some();
    let mut standing = RouteStanding {
        route,
        direct: is_direct(route),
        found,
        rating: None,
        direction: None,
        verdict: None,
        status: None,
        reported: Reported::Elsewhere,
        next: None,
        troubles: Vec::new(),
        through,
    };
    match standing.through.clone().filter(|_| found) {
        Some(record) => look(workspace, index, moment, &record, &mut standing),
        None => standing.troubles.push(Trouble::Dangling),
    }
    let stated = route.frequency.as_ref();
    if stated.is_none_or(|it| it.every.is_empty() && it.text.trim().is_empty()) {
        standing.troubles.push(Trouble::NoFrequency);
    }
    if let (Reported::For(period), Some(months)) = (standing.reported, interval(route)) {
        let next = period.last().plus_months(months).month_end();
        standing.next = Some(next);
        if moment.today.is_some_and(|today| next < today) {
            standing.troubles.push(Trouble::Late);
        }
    }
    standing.troubles.sort_unstable();
    standing
}

fn look(
    workspace: &Workspace,
    index: &Index,
    moment: Moment,
    record: &RecordRef,
    standing: &mut RouteStanding<'_>,
) {
    let id = record.id.as_str();
    match record.kind {
        Kind::Priority => {
            if let Some(priority) = workspace.priorities.get(id) {
                look_at_priority(workspace, index, moment, priority, standing);
            }
        }
        Kind::Indicator => look_at_indicator(workspace, index, moment, &record.id, standing),
        Kind::Action => {
            if let Some(action) = workspace.actions.get(id) {
                let deadline = deadline(action, moment);
                standing.status = deadline.status;
                let period = deadline.progress.and_then(|it| it.period.read());
                standing.reported = period.map_or(Reported::Never, Reported::For);
                if period.is_none() {
                    standing.troubles.push(Trouble::NoData);
                }
            }
        }
        Kind::Plan => {
            let to = workspace.plans.get(id).and_then(|plan| plan.to.read());
            if to.zip(moment.today).is_some_and(|(to, today)| to < today) {
                standing.troubles.push(Trouble::Retired);
            }
        }
        _ => {}
    }
}

fn look_at_priority(
    workspace: &Workspace,
    index: &Index,
    moment: Moment,
    priority: &Priority,
    standing: &mut RouteStanding<'_>,
) {
    let (shown, _) = shown(workspace, index, priority, moment);
    let update = shown.update;
    standing.rating = update.and_then(|it| it.rating.as_ref()?.known());
    standing.direction = update.and_then(|it| it.direction.as_ref()?.known());
    let newest = newest_update(priority, moment);
    let newest = newest.max(update.and_then(|it| it.period.read()));
    standing.reported = newest.map_or(Reported::Never, Reported::For);
    if newest.is_none() {
        standing.troubles.push(Trouble::NoData);
    }
    if standing.rating == Some(Rating::Red) {
        standing.troubles.push(Trouble::Red);
    }
    if is_retired(priority, moment) {
        standing.troubles.push(Trouble::Retired);
    }
}

fn newest_update(priority: &Priority, moment: Moment) -> Option<Period> {
    let periods = priority.updates.iter().filter_map(|it| it.period.read());
    periods.filter(|period| moment.knows(*period)).max()
}

fn look_at_indicator(
    workspace: &Workspace,
    index: &Index,
    moment: Moment,
    id: &Id,
    route: &mut RouteStanding<'_>,
) {
    let Some(indicator) = workspace.indicators.get(id.as_str()) else {
        return;
    };
    let stands = standing(workspace, indicator, moment);
    route.verdict = Some(stands.verdict);
    let newest = stands
        .result
        .and_then(|it| reported(&it.reported, &it.period).read());
    route.reported = newest.map_or(Reported::Never, Reported::For);
    match stands.verdict {
        Verdict::Judged(Judgement::None(Why::NoFigure)) => route.troubles.push(Trouble::NoData),
        Verdict::Judged(Judgement::Missed) => route.troubles.push(Trouble::Missed),
        _ => {}
    }
    let all_retired = || {
        let mut priorities = index.priorities_of(id).iter();
        let retired = |id: &Id| {
            let found = workspace.priorities.get(id.as_str());
            found.is_some_and(|it| is_retired(it, moment))
        };
        priorities.len() > 0 && priorities.all(retired)
    };
    if is_over(&indicator.retired_from, moment) || all_retired() {
        route.troubles.push(Trouble::Retired);
    }
}

impl RouteStanding<'_> {
    /// How the thing stands today, in words; empty where nothing is known of it.
    pub fn words(&self) -> String {
        if let Some(rating) = self.rating {
            let direction = self.direction.map_or("", Direction::word);
            return format!("{} {direction}", rating.word().replace('_', "/"))
                .trim()
                .to_owned();
        }
        if let Some(verdict) = self.verdict {
            return verdict.words().split(':').next().unwrap_or("").to_owned();
        }
        self.status.map_or("", ActionStatus::shown).to_owned()
    }

    /// The choice that a route's kind is, as it stands in the file.
    pub fn kind_text(&self) -> &str {
        self.route.kind.as_ref().map_or("", Choice::text)
    }
}
