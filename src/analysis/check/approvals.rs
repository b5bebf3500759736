//! Signatures under trackers.

use super::report::{Report, quoted};
use crate::analysis::approval::{is_changed, same_person};
use crate::domain::priority::{Approval, Update};
use crate::domain::workspace::Workspace;

fn updates(workspace: &Workspace) -> impl Iterator<Item = (String, &Update)> {
    workspace
        .priorities
        .iter()
        .enumerate()
        .flat_map(|(place, priority)| {
            let updates = priority.updates.iter().enumerate();
            updates.map(move |(at, update)| {
                (
                    format!("/priorities/{place}/updates/{at}/approvals"),
                    update,
                )
            })
        })
}

/// A rating agreed before there was a whole period to rate.
pub(super) fn early(workspace: &Workspace, report: &mut Report<'_>) {
    for (pointer, update) in updates(workspace) {
        let Some(period) = update.period.read() else {
            continue;
        };
        for (at, approval) in update.approvals.iter().enumerate() {
            let Some(on) = approval.on.read().filter(|on| *on < period.last()) else {
                continue;
            };
            let end = period.last();
            let message = format!("It was approved on {on}, and {period} ended on {end}");
            let mend = "Correct the day, or approve the tracker again after the end of its period";
            report.say(format!("{pointer}/{at}/on"), message, mend);
        }
    }
}

/// The accountable officer assigns a rating and the director agrees it: two people.
pub(super) fn twice(workspace: &Workspace, report: &mut Report<'_>) {
    for (pointer, update) in updates(workspace) {
        for (at, approval) in update.approvals.iter().enumerate() {
            let Some((before, _)) = update.approvals.split_at_checked(at) else {
                continue;
            };
            let shared = |other: &Approval| {
                approval
                    .by
                    .iter()
                    .find(|name| other.by.iter().any(|by| same_person(by, name)))
            };
            let Some((other, name)) = before
                .iter()
                .find_map(|other| Some((other, shared(other)?)))
            else {
                continue;
            };
            let (one, two) = (&other.role, &approval.role);
            let message = format!("{} approved it as {one} and as {two}", quoted(name));
            let mend = format!("Have somebody else approve it as {two}");
            report.say(format!("{pointer}/{at}/by"), message, mend);
        }
    }
}

/// What was signed is not what stands there now.
pub(super) fn changed(workspace: &Workspace, report: &mut Report<'_>) {
    for (place, priority) in workspace.priorities.iter().enumerate() {
        for (at, update) in priority.updates.iter().enumerate() {
            for (signed, approval) in update.approvals.iter().enumerate() {
                if !is_changed(workspace, priority, update, approval) {
                    continue;
                }
                let (role, by) = (&approval.role, approval.by.join(", "));
                let on = approval.on.text();
                let message = format!(
                    "It was changed, or a figure under it, since {by} approved it as {role} on {on}"
                );
                let mend =
                    format!("Have the {role} look at it and approve it again, or undo the change");
                report.say(
                    format!("/priorities/{place}/updates/{at}/approvals/{signed}/covers"),
                    message,
                    mend,
                );
            }
        }
    }
}
