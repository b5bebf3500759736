//! The moment from which a workspace is seen: a period and a day.

use std::collections::BTreeSet;

use crate::domain::day::Day;
use crate::domain::period::Period;
use crate::domain::stated::Stated;
use crate::domain::workspace::Workspace;

/// The period in view and the day that counts as today in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Moment {
    /// The period in view; `None` in a workspace that names none.
    pub period: Option<Period>,
    /// What is overdue is overdue on this day.
    pub today: Option<Day>,
}

impl Moment {
    /// The moment for a period: today is `as_of` where it was asked for, else the workspace's own day
    /// in its current period, else the last day of the period.
    pub fn new(workspace: &Workspace, period: Option<Period>, as_of: Option<Day>) -> Self {
        let current = workspace.current_period.read();
        let period = period.or(current);
        let own = workspace.as_of.read().filter(|_| period == current);
        Self {
            period,
            today: as_of.or(own).or(period.map(Period::last)),
        }
    }

    /// Whether something that speaks of, or was reported in, `period` was known at this moment.
    pub fn knows(&self, period: Period) -> bool {
        self.period.is_none_or(|own| period.last() <= own.last())
    }
}

/// Whether something is no longer tracked in the period in view: from the first day of the period that
/// its record names.
pub fn is_over(retired_from: &Stated<Period>, moment: Moment) -> bool {
    let retired = retired_from.read().zip(moment.period);
    retired.is_some_and(|(from, period)| from.first() <= period.first())
}

/// Whether something dated in words (`2010-12`, `30 November 2010`) was known at a moment. In the
/// current period and later ones everything that stands in the file is known; a past period knows what
/// had happened by its day, and what has no date that can be read.
pub fn knew(workspace: &Workspace, moment: Moment, at: &str) -> bool {
    let current = workspace.current_period.read();
    if moment
        .period
        .is_none_or(|period| current.is_none_or(|current| period >= current))
    {
        return true;
    }
    let day = Day::read(at).or_else(|| Period::read(at).map(Period::first));
    match (day, moment.today) {
        (Some(day), Some(today)) => day <= today,
        _ => true,
    }
}

/// Every period that a tracker speaks of, and the current one, oldest first.
pub fn periods(workspace: &Workspace) -> Vec<Period> {
    let updates = workspace
        .priorities
        .iter()
        .flat_map(|priority| &priority.updates)
        .filter_map(|update| update.period.read());
    let totals = workspace
        .periods
        .iter()
        .filter_map(|totals| totals.period.read());
    let all: BTreeSet<Period> = updates
        .chain(totals)
        .chain(workspace.current_period.read())
        .collect();
    all.into_iter().collect()
}

#[cfg(test)]
mod tests;
