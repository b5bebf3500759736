//! How an action stands at a moment: its status, when it is due, whether it is late.

use super::moment::Moment;
use crate::domain::action::{Action, ActionStatus, Milestone, Progress, Timescale};
use crate::domain::choice::Choice;
use crate::domain::day::Day;
use crate::domain::period::Period;
use crate::domain::timescale::{self, ImpliedStatus};

/// An action at a moment.
#[derive(Clone, Debug)]
pub struct Deadline<'a> {
    /// Its status: what the newest progress entry says, else what the timescale says in words.
    pub status: Option<ActionStatus>,
    /// The newest progress entry up to the moment.
    pub progress: Option<&'a Progress>,
    /// The days on which something of it is due and not yet done, earliest first.
    pub due: Vec<Day>,
    /// Whether it is ongoing.
    pub open_ended: bool,
    /// The first day that has passed with something still open.
    pub overdue_since: Option<Day>,
    /// Open-ended, and not reviewed for two quarters.
    pub stale: bool,
    /// Whether the tracker of the period in view carries it.
    pub carried: bool,
}

impl Deadline<'_> {
    /// Whether something of it should have been done.
    pub fn is_overdue(&self) -> bool {
        self.overdue_since.is_some()
    }

    /// The day to show: the first that has passed, else the next that comes.
    pub fn shown_day(&self) -> Option<Day> {
        self.overdue_since.or(self.due.first().copied())
    }
}

/// What an action's progress and timescales say, read once.
struct Reading<'a> {
    status: Option<ActionStatus>,
    progress: Option<&'a Progress>,
    own: When,
    /// The milestones that are still open, each with its timescale.
    parts: Vec<(&'a Milestone, When)>,
}

fn read(action: &Action, moment: Moment) -> Reading<'_> {
    let known = |progress: &&Progress| {
        progress
            .period
            .read()
            .is_some_and(|period| moment.knows(period))
    };
    let progress = action
        .progress
        .iter()
        .filter(known)
        .max_by_key(|progress| progress.period.read());
    let context = progress
        .and_then(|progress| progress.period.read())
        .or(moment.period);
    let read = |timescale: Option<&Timescale>| {
        let read = timescale.map(|timescale| when(timescale, context));
        read.unwrap_or_default()
    };
    let own = read(action.timescale.as_ref());
    let status = newest_status(action, moment).map(|(_, status)| status);
    let parts = action.milestones.iter();
    let parts = parts.map(|milestone| (milestone, read(milestone.timescale.as_ref())));
    Reading {
        status: status.or(own.status),
        progress,
        own,
        parts: parts
            .filter(|(milestone, part)| !milestone_is_closed(milestone, part.status))
            .collect(),
    }
}

impl<'a> Reading<'a> {
    /// Every day that something of it is due, with whether that day can pass: an ongoing part is never
    /// late itself, and hides no other part that is; where the whole is ongoing nothing is late.
    fn days(&self) -> impl Iterator<Item = (Option<&'a Milestone>, Day, bool)> {
        let whole = !self.own.open_ended;
        let own = self.own.dates.iter().map(move |day| (None, *day, whole));
        let parts = self.parts.iter().flat_map(move |(milestone, part)| {
            let firm = whole && !part.open_ended;
            let days = part.dates.iter();
            days.map(move |day| (Some(*milestone), *day, firm))
        });
        own.chain(parts)
    }
}

/// Where `action` stands at a moment.
pub fn deadline(action: &Action, moment: Moment) -> Deadline<'_> {
    let reading = read(action, moment);
    let open = !is_closed(reading.status);
    let days = || reading.days().filter(|_| open);
    let mut due: Vec<Day> = days().map(|(_, day, _)| day).collect();
    due.sort_unstable();
    due.dedup();
    let late = |day: &Day| moment.today.is_some_and(|today| *day < today);
    let firm = days().filter(|(_, _, firm)| *firm).map(|(_, day, _)| day);
    let overdue_since = firm.filter(late).min();
    let parts = || reading.parts.iter().any(|(_, part)| part.open_ended);
    let open_ended = reading.own.open_ended || parts();
    Deadline {
        carried: is_carried(action, moment),
        stale: open && open_ended && is_stale(reading.progress, moment),
        status: reading.status,
        progress: reading.progress,
        due,
        open_ended,
        overdue_since,
    }
}

/// A day on which an action, or a part of it, is due.
#[derive(Clone, Copy, Debug)]
pub struct DueDay<'a> {
    /// The milestone; none where it is the action's own day.
    pub milestone: Option<&'a Milestone>,
    /// The day.
    pub day: Day,
    /// Whether it has passed. A day of something ongoing never does.
    pub overdue: bool,
}

/// Every day on which something of `action` is due and not yet done, by the rules of [`deadline`].
pub fn due_days(action: &Action, moment: Moment) -> Vec<DueDay<'_>> {
    let reading = read(action, moment);
    if is_closed(reading.status) {
        return Vec::new();
    }
    let passed = |day: Day| moment.today.is_some_and(|today| day < today);
    let days = reading.days().map(|(milestone, day, firm)| DueDay {
        milestone,
        day,
        overdue: firm && passed(day),
    });
    days.collect()
}

/// Whether nothing is due any more: done, dropped or waiting on purpose.
pub(super) fn is_closed(status: Option<ActionStatus>) -> bool {
    matches!(
        status,
        Some(ActionStatus::Completed | ActionStatus::Discontinued | ActionStatus::OnHold)
    )
}

/// The newest status that a progress entry gives up to the moment, and the period of the entry.
pub fn newest_status(action: &Action, moment: Moment) -> Option<(Period, ActionStatus)> {
    let stated = action.progress.iter().filter_map(|progress| {
        let period = progress
            .period
            .read()
            .filter(|period| moment.knows(*period))?;
        Some((period, progress.status.as_ref()?.known()?))
    });
    stated.max_by_key(|(period, _)| *period)
}

fn milestone_is_closed(milestone: &Milestone, implied: Option<ActionStatus>) -> bool {
    let status = milestone
        .status
        .as_ref()
        .and_then(Choice::known)
        .or(implied);
    is_closed(status)
}

/// What a timescale says: days that somebody gave count before those that the words give.
#[derive(Default)]
pub(super) struct When {
    /// The last days meant.
    pub dates: Vec<Day>,
    open_ended: bool,
    status: Option<ActionStatus>,
}

pub(super) fn when(timescale: &Timescale, context: Option<Period>) -> When {
    let words = timescale::read(&timescale.text, context);
    let given: Vec<Day> = timescale
        .dates
        .iter()
        .filter_map(crate::domain::stated::Stated::read)
        .collect();
    When {
        dates: if given.is_empty() { words.dates } else { given },
        open_ended: words.open_ended,
        status: words.status.map(|status| match status {
            ImpliedStatus::OnHold => ActionStatus::OnHold,
            ImpliedStatus::Completed => ActionStatus::Completed,
        }),
    }
}

/// A tracker carries the actions that name its period; an action without a priority counts in every
/// period from its first to the one in which it is completed or discontinued.
pub(super) fn is_carried(action: &Action, moment: Moment) -> bool {
    let Some(period) = moment.period else {
        return true;
    };
    let mut trackers = action
        .trackers
        .iter()
        .filter_map(crate::domain::stated::Stated::read);
    if action.priority.is_empty() {
        let closed = newest_status(action, moment)
            .is_some_and(|(closed, status)| status.is_closed() && closed.last() < period.first());
        return trackers
            .min()
            .is_none_or(|first| first.first() <= period.last())
            && !closed;
    }
    action.trackers.is_empty() || trackers.any(|tracker| tracker == period)
}

/// Whether an action was carried on from an earlier tracker, and nothing is said of it in this one yet: what is
/// known of it is that of then.
pub fn is_unreviewed(action: &Action, standing: &Deadline<'_>, moment: Moment) -> bool {
    let Some(period) = moment.period else {
        return false;
    };
    let mut trackers = action
        .trackers
        .iter()
        .filter_map(crate::domain::stated::Stated::read);
    let before = trackers.any(|tracker| tracker < period);
    let said = standing.progress.and_then(|it| it.period.read());
    before && standing.carried && said.is_none_or(|said| said < period)
}

/// Not reviewed for two quarters; never reviewed is a matter of its own.
fn is_stale(progress: Option<&Progress>, moment: Moment) -> bool {
    let reviewed = progress.and_then(|progress| {
        progress
            .reviewed
            .read()
            .or(progress.period.read().map(Period::last))
    });
    match (reviewed, moment.today) {
        (Some(reviewed), Some(today)) => reviewed.plus_months(6) < today,
        _ => false,
    }
}

#[cfg(test)]
mod tests;
