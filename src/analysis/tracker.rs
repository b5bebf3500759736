//! A priority as it stood in a period: its rating, and what belonged to it then.

use super::deadline::{deadline, is_carried};
use super::index::Index;
use super::moment::Moment;
use super::standing::{Verdict, standing};
use super::target::Judgement;
use crate::domain::choice::Choice;
use crate::domain::id::Id;
use crate::domain::period::Period;
use crate::domain::plan::{Officer, Role};
use crate::domain::priority::{FormerCode, Link, Priority, Update};
use crate::domain::rating::{Direction, Rating};
use crate::domain::workspace::Workspace;

/// A priority at a moment. Titles, codes, officers and indicators are those of then.
#[derive(Clone, Debug)]
pub struct Tracker<'a> {
    /// The priority.
    pub priority: &'a Priority,
    /// The tracker of the period in view.
    pub update: Option<&'a Update>,
    /// The code of then.
    pub code: &'a str,
    /// The title of then.
    pub title: &'a str,
}

/// How many indicators of a priority met their target, and how many did not.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Target met.
    pub met: usize,
    /// Close to it.
    pub close: usize,
    /// Missed.
    pub missed: usize,
    /// No judgement, or not due yet.
    pub unjudged: usize,
}

impl Tally {
    /// Counts an indicator by how it stands.
    pub fn count(&mut self, verdict: Verdict) {
        match verdict {
            Verdict::Judged(Judgement::Met) => self.met += 1,
            Verdict::Judged(Judgement::Close) => self.close += 1,
            Verdict::Judged(Judgement::Missed) => self.missed += 1,
            Verdict::Judged(Judgement::None(_)) | Verdict::NotDue => self.unjudged += 1,
        }
    }
}

/// The tracker of a priority at a moment.
pub fn tracker(priority: &Priority, moment: Moment) -> Tracker<'_> {
    let update = moment.period.and_then(|period| {
        priority
            .updates
            .iter()
            .find(|update| update.period.read() == Some(period))
    });
    let title = then(priority, moment, |update| {
        Some(update.title.as_str()).filter(|title| !title.is_empty())
    });
    Tracker {
        priority,
        update,
        code: code_in(priority, moment.period),
        title: title.unwrap_or(&priority.title),
    }
}

/// What an update says of how things were then holds for its period and the earlier ones, back to the
/// next earlier update that says it too.
fn then<'a, T: 'a>(
    priority: &'a Priority,
    moment: Moment,
    say: impl Fn(&'a Update) -> Option<T>,
) -> Option<T> {
    let period = moment.period?;
    let said = priority.updates.iter().filter_map(|update| {
        let of = update.period.read().filter(|of| *of >= period)?;
        Some((of, say(update)?))
    });
    said.min_by_key(|(of, _)| *of).map(|(_, value)| value)
}

/// The code of a period: the former code that served in it, else the present one.
fn code_in(priority: &Priority, period: Option<Period>) -> &str {
    served_in(&priority.former_codes, period).unwrap_or(&priority.code)
}

/// The former code that served in a period: the one given for it, else for the shortest around it.
pub fn served_in(former: &[FormerCode], period: Option<Period>) -> Option<&str> {
    let period = period?;
    let served = former.iter().filter_map(|former| {
        Some((
            former
                .r#in
                .read()
                .filter(|served| served.contains(period))?,
            former,
        ))
    });
    served
        .min_by_key(|(served, _)| served.days())
        .map(|(_, former)| former.code.as_str())
}

impl<'a> Tracker<'a> {
    /// The rating of the period, where there is one of the scale.
    pub fn rating(&self) -> Option<Rating> {
        self.update?.rating.as_ref()?.known()
    }

    /// The direction of travel.
    pub fn direction(&self) -> Option<Direction> {
        self.update?.direction.as_ref()?.known()
    }

    /// The rating as it stands, known or not.
    pub fn rating_text(&self) -> Option<&'a str> {
        self.update?.rating.as_ref().map(Choice::text)
    }

    /// The indicators aligned with it then.
    pub fn indicators(&self, moment: Moment) -> &'a [Id] {
        then(self.priority, moment, |update| update.indicators.as_deref())
            .unwrap_or(&self.priority.indicators)
    }

    /// The officers of then.
    pub fn officers(&self, moment: Moment) -> &'a [Officer] {
        then(self.priority, moment, |update| update.officers.as_deref())
            .unwrap_or(&self.priority.officers)
    }

    /// The links of then.
    pub fn links(&self, moment: Moment) -> &'a [Link] {
        then(self.priority, moment, |update| update.links.as_deref())
            .unwrap_or(&self.priority.links)
    }

    /// Whether it was an area of weakness then.
    pub fn area_of_weakness(&self, moment: Moment) -> Option<bool> {
        then(self.priority, moment, |update| update.area_of_weakness)
            .or(self.priority.area_of_weakness)
    }

    /// Who leads it or answers for it, to be named in one place.
    pub fn lead(&self, moment: Moment) -> Option<&'a Officer> {
        let role = |officer: &Officer| officer.role.as_ref().and_then(Choice::known);
        let officers = self.officers(moment);
        let by = |wanted: Role| {
            officers
                .iter()
                .find(|officer| role(officer) == Some(wanted))
        };
        by(Role::Lead)
            .or_else(|| by(Role::AccountableDirector))
            .or_else(|| by(Role::AccountableOfficer))
    }

    /// How its indicators stand.
    pub fn tally(&self, workspace: &Workspace, moment: Moment) -> Tally {
        let mut tally = Tally::default();
        for indicator in self
            .indicators(moment)
            .iter()
            .filter_map(|id| workspace.indicators.get(id.as_str()))
        {
            tally.count(standing(workspace, indicator, moment).verdict);
        }
        tally
    }

    /// How many of its carried actions are overdue.
    pub fn overdue(&self, workspace: &Workspace, index: &Index, moment: Moment) -> usize {
        let actions = index
            .actions_of(&self.priority.id)
            .iter()
            .filter_map(|id| workspace.actions.get(id.as_str()));
        actions
            .filter(|action| is_carried(action, moment))
            .filter(|action| deadline(action, moment).is_overdue())
            .count()
    }
}

#[cfg(test)]
mod tests;
