//! Starting a period: what the workspace needs so that a new quarter can be entered.
//!
//! Nothing is copied as if it were new. Every priority that is still tracked gets an empty tracker,
//! joint ones one together as before; the actions that the last tracker carried and that are still open
//! are carried into the new one without a word of progress, so that they show as not reviewed yet.

use super::deadline::deadline;
use super::moment::{Moment, is_over};
use crate::domain::action::{Action, ActionStatus};
use crate::domain::edit::{Edit, Place, Refusal, Step, apply_step, begin_update};
use crate::domain::json::Json;
use crate::domain::kind::Kind;
use crate::domain::period::Period;
use crate::domain::priority::{Priority, Update};
use crate::domain::record::Record as _;
use crate::domain::stated::Stated;
use crate::domain::workspace::Workspace;

/// A period that can be started.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rollover {
    /// The period that ends.
    pub from: Period,
    /// The period that begins.
    pub to: Period,
    /// How many trackers begin, joint ones counted once.
    pub trackers: usize,
    /// How many open actions are carried over.
    pub carried: usize,
    /// All of it as one change.
    pub step: Step,
}

/// What was done, in words.
impl std::fmt::Display for Rollover {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let count =
            |count: usize, one: &str| format!("{count} {one}{}", if count == 1 { "" } else { "s" });
        let trackers = count(self.trackers, "empty tracker");
        let carried = count(self.carried, "open action");
        write!(f, "{} started: {trackers}, {carried} carried over", self.to)
    }
}

/// Why a period cannot be started.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NotStarted {
    /// The workspace says no current period to go on from.
    #[error("the workspace has no current period to go on from")]
    NoCurrent,
    /// There is no next one.
    #[error("no period comes after {0}")]
    Last(Period),
    /// It would go back, or stay.
    #[error("{to} does not come after the current period, {from}")]
    NotLater {
        /// The current period.
        from: Period,
        /// The one that was asked for.
        to: Period,
    },
    /// The change cannot be made.
    #[error(transparent)]
    Refused(#[from] Refusal),
}

/// What starting a period comes to: `to`, or the one after the current period.
pub fn start_period(workspace: &Workspace, to: Option<Period>) -> Result<Rollover, NotStarted> {
    let from = workspace.current_period.read();
    let from = from.ok_or(NotStarted::NoCurrent)?;
    let to = to.or_else(|| from.next()).ok_or(NotStarted::Last(from))?;
    if to <= from {
        return Err(NotStarted::NotLater { from, to });
    }
    let begun = trackers(workspace, from, to);
    let carried = carried(workspace, from, to);
    let mut rollover = Rollover {
        from,
        to,
        trackers: begun.len(),
        carried: carried.len(),
        step: Step::new("start period", Vec::new()),
    };
    rollover.step.edits = [begun, carried, moved_on(workspace, to)].concat();
    // What could not be made is said before anybody is asked.
    apply_step(&mut workspace.clone(), &rollover.step)?;
    Ok(rollover)
}

/// An empty tracker for every priority that is still tracked and has none.
fn trackers(workspace: &Workspace, from: Period, to: Period) -> Vec<Edit> {
    let moment = Moment::new(workspace, Some(to), None);
    let last = |priority: &Priority| tracker_of(priority, from).map(|it| it.joint_with.clone());
    let joint: Vec<_> = workspace
        .priorities
        .iter()
        .filter_map(|it| last(it))
        .collect();
    workspace
        .priorities
        .iter()
        .filter(|priority| !is_over(&priority.retired_from, moment))
        .filter(|priority| tracker_of(priority, to).is_none())
        // The tracker of another priority serves it too.
        .filter(|priority| {
            tracker_of(priority, from).is_some()
                || !joint.iter().flatten().any(|id| *id == priority.id)
        })
        .filter_map(|priority| {
            let together = last(priority).unwrap_or_default();
            let update = Update {
                period: Stated::from(to),
                joint_with: together,
                ..Update::default()
            };
            begin_update(priority, &update)
        })
        .collect()
}

fn tracker_of(priority: &Priority, period: Period) -> Option<&Update> {
    let mut updates = priority.updates.iter();
    updates.find(|update| update.period.read() == Some(period))
}

/// The actions that the last trackers carried and that are still open, carried by the new ones too.
/// Those without a priority need no tracker.
fn carried(workspace: &Workspace, from: Period, to: Period) -> Vec<Edit> {
    let moment = Moment::new(workspace, Some(from), None);
    let goes_on = |action: &&std::sync::Arc<Action>| {
        let stands = deadline(action, moment);
        // What is on hold is still to be done one day.
        let over = [ActionStatus::Completed, ActionStatus::Discontinued].map(Some);
        !action.priority.is_empty() && stands.carried && !over.contains(&stands.status)
    };
    let carry = |action: &Action| {
        let mut trackers = action.trackers.clone();
        if trackers.is_empty() || trackers.iter().any(|it| it.read() == Some(to)) {
            return None;
        }
        trackers.push(Stated::from(to));
        let mut after = action.clone();
        after.trackers = trackers;
        Some(Edit::Set {
            at: Place::record(Kind::Action, &action.id),
            field: "trackers".to_owned(),
            before: action.get("trackers"),
            after: after.get("trackers"),
        })
    };
    let actions = workspace.actions.iter().filter(goes_on);
    actions.filter_map(|action| carry(action)).collect()
}

/// The workspace's own period is the new one; its day was that of the old.
fn moved_on(workspace: &Workspace, to: Period) -> Vec<Edit> {
    let set = |field: &str, after: Option<Json>| {
        let before = workspace.get(field);
        (before != after).then(|| Edit::Set {
            at: Place::workspace(),
            field: field.to_owned(),
            before,
            after,
        })
    };
    let period = Json::text(&to.to_string());
    [set("current_period", Some(period)), set("as_of", None)]
        .into_iter()
        .flatten()
        .collect()
}

#[cfg(test)]
mod tests;
