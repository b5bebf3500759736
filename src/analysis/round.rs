//! The update round: everything that a period asks for, what is still missing of it, and the change
//! that a given answer makes.
//!
//! Nothing about a round is stored. What is asked for follows from the records (which priorities are
//! tracked, how often an indicator is reported, which actions are carried, which recommendations are
//! open), and what is given already from what stands in them; so a round can be left at any time,
//! resumed by anybody, and what others give meanwhile is not asked for again.
//!
//! # What is asked for
//!
//! - The **tracker** of every priority that is still tracked: rating, direction and assessment. A joint
//!   tracker is asked for once, with the priority that it stands with.
//! - A **result** of an indicator for every stretch of its frequency whose figure comes out in the
//!   period ([`figures`]); of indicators without a frequency nobody can say what is due.
//! - A **forecast** of the full year, every period while the year still runs, where there is a target
//!   or an earlier forecast to hold it against.
//! - The **progress** of every carried action that was still open.
//! - An **update** of every recommendation that is still open, unless it was updated since the period
//!   began, or its routes or its review date say that the next one comes later.
//!
//! # Nothing to report
//!
//! Whoever has nothing to say of something says that, and is not asked again in the period: a tracker, a
//! progress entry or an update of a recommendation gets the `note` [`NOTHING`] (an action counts as
//! reviewed on that day, its status stays), a result or forecast gets it as its `text`, which is no
//! figure and judged as none.

mod entry;
pub mod figures;
mod whose;

use super::deadline::{deadline, is_carried};
use super::index::Index;
use super::joint::is_served;
use super::moment::{Moment, is_over};
use super::stage::is_closed;
use super::tracker::tracker;
use crate::domain::action::{Action, ActionStatus, Progress};
use crate::domain::day::Day;
use crate::domain::id::{Id, RecordRef};
use crate::domain::indicator::Indicator;
use crate::domain::kind::Kind;
use crate::domain::period::Period;
use crate::domain::priority::{Priority, Update};
use crate::domain::recommendation::Recommendation;
use crate::domain::record::Record;
use crate::domain::workspace::Workspace;

pub use entry::{Before, Entry, entry, nothing_to_report};
pub use whose::{Person, Whose, is_known};

/// What stands in the file where somebody said that there is nothing to report.
pub const NOTHING: &str = "Nothing to report";

/// What is asked for of a record.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Ask {
    /// Rating, direction and assessment of a priority.
    Tracker,
    /// The result of an indicator for a stretch of time.
    Result(Period),
    /// The expected result of an indicator for a year.
    Forecast(Period),
    /// How far an action has come.
    Progress,
    /// What happened with a recommendation.
    Update,
}

impl Ask {
    /// The heading under which such things are asked for.
    pub fn part(self) -> &'static str {
        match self {
            Self::Tracker => "Ratings and assessments",
            Self::Result(_) => "Results",
            Self::Forecast(_) => "Forecasts",
            Self::Progress => "Actions",
            Self::Update => "Recommendations",
        }
    }

    /// Where its part stands in the round.
    fn place(self) -> u8 {
        match self {
            Self::Tracker => 0,
            Self::Result(_) => 1,
            Self::Forecast(_) => 2,
            Self::Progress => 3,
            Self::Update => 4,
        }
    }
}

/// One thing that a period asks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Task {
    /// Of which record.
    pub record: RecordRef,
    /// What.
    pub ask: Ask,
    /// What of it is still missing; empty where it is given.
    pub missing: Vec<&'static str>,
}

impl Task {
    fn new(kind: Kind, id: &Id, ask: Ask, missing: Vec<&'static str>) -> Self {
        Self {
            record: RecordRef::new(kind, id),
            ask,
            missing,
        }
    }

    /// Whether something of it is still missing.
    pub fn is_open(&self) -> bool {
        !self.missing.is_empty()
    }

    /// Whether it asks for the same thing of the same record.
    pub fn is_same(&self, other: &Self) -> bool {
        (&self.record, self.ask) == (&other.record, other.ask)
    }
}

/// Everything that the period in view asks for, given or not, in the order of the parts and in each in
/// the file's order. Without a period nothing is asked for.
pub fn tasks(workspace: &Workspace, index: &Index, moment: Moment, whose: &Whose) -> Vec<Task> {
    let mut tasks = Vec::new();
    for priority in &workspace.priorities {
        tasks.extend(of_priority(workspace, index, moment, priority));
    }
    for indicator in &workspace.indicators {
        tasks.extend(of_indicator(workspace, index, moment, indicator));
    }
    for action in &workspace.actions {
        tasks.extend(of_action(moment, action));
    }
    for recommendation in &workspace.recommendations {
        tasks.extend(of_recommendation(workspace, moment, recommendation));
    }
    // Results before forecasts; what stands in the file's order stays in it.
    tasks.sort_by_key(|task| task.ask.place());
    tasks.retain(|task| whose.has(workspace, index, moment, task));
    tasks
}

/// What the period in view asks for of one record.
pub fn tasks_of(
    workspace: &Workspace,
    index: &Index,
    moment: Moment,
    record: &RecordRef,
) -> Vec<Task> {
    let id = record.id.as_str();
    match record.kind {
        Kind::Priority => workspace
            .priorities
            .get(id)
            .and_then(|it| of_priority(workspace, index, moment, it))
            .into_iter()
            .collect(),
        Kind::Indicator => workspace
            .indicators
            .get(id)
            .map(|it| of_indicator(workspace, index, moment, it))
            .unwrap_or_default(),
        Kind::Action => workspace
            .actions
            .get(id)
            .and_then(|it| of_action(moment, it))
            .into_iter()
            .collect(),
        Kind::Recommendation => workspace
            .recommendations
            .get(id)
            .and_then(|it| of_recommendation(workspace, moment, it))
            .into_iter()
            .collect(),
        _ => Vec::new(),
    }
}

/// How many of the tasks are still open.
pub fn open(tasks: &[Task]) -> usize {
    tasks.iter().filter(|task| task.is_open()).count()
}

fn of_priority(
    workspace: &Workspace,
    index: &Index,
    moment: Moment,
    priority: &Priority,
) -> Option<Task> {
    let period = moment.period?;
    if is_over(&priority.retired_from, moment)
        || is_served(workspace, index, priority, Some(period))
    {
        return None;
    }
    let update = tracker(priority, moment).update;
    let lacks = |empty: fn(&Update) -> bool, what| update.is_none_or(empty).then_some(what);
    let missing = [
        lacks(|it| it.rating.is_none(), "rating"),
        lacks(|it| it.direction.is_none(), "direction"),
        lacks(|it| it.summary.trim().is_empty(), "assessment"),
    ];
    let settled = update.is_some_and(|update| says_nothing(update));
    let missing = missing.into_iter().flatten().filter(|_| !settled);
    let missing = missing.collect();
    Some(Task::new(
        Kind::Priority,
        &priority.id,
        Ask::Tracker,
        missing,
    ))
}

/// The results, oldest first, and behind them the forecast.
fn of_indicator(
    workspace: &Workspace,
    index: &Index,
    moment: Moment,
    indicator: &Indicator,
) -> Vec<Task> {
    let reported = figures::is_reported(workspace, index, indicator, moment);
    let Some(period) = moment.period.filter(|_| reported) else {
        return Vec::new();
    };
    let task = |ask: Ask, what: &'static str, given: bool| {
        let missing = if given { vec![] } else { vec![what] };
        Task::new(Kind::Indicator, &indicator.id, ask, missing)
    };
    let results = figures::results(indicator, period).into_iter();
    let results = results.map(|(of, given)| task(Ask::Result(of), "result", given));
    let forecast = figures::forecast(indicator, period);
    let forecast = forecast.map(|(of, given)| task(Ask::Forecast(of), "forecast", given));
    results.chain(forecast).collect()
}

fn of_action(moment: Moment, action: &Action) -> Option<Task> {
    let period = moment.period?;
    let mut entries = action.progress.iter();
    let entry = entries.find(|it| it.period.read() == Some(period));
    let given = entry.is_some_and(is_said);
    let status = deadline(action, moment).status;
    let open = is_carried(action, moment) && !status.is_some_and(ActionStatus::is_closed);
    let missing = if given { vec![] } else { vec!["progress"] };
    (given || open).then(|| Task::new(Kind::Action, &action.id, Ask::Progress, missing))
}

/// Whether a progress entry says anything.
fn is_said(entry: &Progress) -> bool {
    let texts = [&entry.text, &entry.next_steps, &entry.risks];
    texts.iter().any(|text| !text.trim().is_empty())
        || entry.status.is_some()
        || !entry.reviewed.is_empty()
        || says_nothing(entry)
}

fn of_recommendation(
    workspace: &Workspace,
    moment: Moment,
    recommendation: &Recommendation,
) -> Option<Task> {
    let period = moment.period?;
    let days = recommendation
        .updates
        .iter()
        .filter_map(|it| day_of(&it.at));
    let last = days.max();
    let given = last.is_some_and(|day| day >= period.first());
    let waits = is_later(recommendation, last, period);
    let closed = is_closed(workspace, recommendation, moment);
    let missing = if given { vec![] } else { vec!["update"] };
    let task = || {
        Task::new(
            Kind::Recommendation,
            &recommendation.id,
            Ask::Update,
            missing,
        )
    };
    (given || !(waits || closed)).then(task)
}

/// Whether the next word on a recommendation is expected after the period: by the day on which it is to
/// be looked at again, else by the shortest frequency of its routes.
fn is_later(recommendation: &Recommendation, last: Option<Day>, period: Period) -> bool {
    if let Some(review) = day_of(&recommendation.review_again) {
        return review > period.last();
    }
    let routes = recommendation.routes.iter();
    let months = routes.filter_map(super::coverage::interval).min();
    let next = last.zip(months);
    next.is_some_and(|(last, months)| last.plus_months(months).month_end() > period.last())
}

/// The last day of a date in words.
fn day_of(text: &str) -> Option<Day> {
    Day::read(text).or_else(|| Period::read(text).map(Period::last))
}

/// Whether the note of an update says that there is nothing to report, alone or among other lines.
fn says_nothing(update: &dyn Record) -> bool {
    let note = update.get("note").and_then(|note| note.to_text());
    let note = note.unwrap_or_default();
    note.lines()
        .any(|line| line.trim().eq_ignore_ascii_case(NOTHING))
}

#[cfg(test)]
mod tests;
