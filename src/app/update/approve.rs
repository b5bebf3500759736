//! Approving a tracker, and noticing that a change touches an approved one.

use std::collections::HashSet;

use super::{change, many, rate};
use crate::analysis::approval::{ROLES, Signing, approved_in_view, changed_in_view, sign};
use crate::analysis::joint::shown;
use crate::analysis::many::Setting;
use crate::app::effect::Effect;
use crate::app::state::{Marked, Notice, Overlay, Question, State};
use crate::domain::edit::Step;
use crate::domain::id::Id;
use crate::domain::kind::Kind;
use crate::domain::period::Period;

/// Approves the tracker in view, in the role of the settings; asks where they name none that signs.
pub(super) fn approve(state: &mut State) -> Vec<Effect> {
    if let Some(marked) = state.marked() {
        return approve_marked(state, "p", marked);
    }
    let Some((priority, period)) = rate::rated(state) else {
        return Vec::new();
    };
    let role = state.who.role.clone();
    if ROLES.contains(&role.as_str()) {
        return approve_as(state, &priority, period, &role);
    }
    let code = code_of(state, &priority);
    state.overlays.push(Overlay::Question(Question::ApproveAs {
        priority,
        code,
        period,
    }));
    Vec::new()
}

/// Shows what approving the marked trackers comes to; asks first as what, where the settings do not say.
pub(super) fn approve_marked(state: &mut State, key: &'static str, marked: Marked) -> Vec<Effect> {
    let Some(period) = state.moment.period else {
        return warn(state, "The workspace has no current period to approve in");
    };
    let role = state.who.role.clone();
    if ROLES.contains(&role.as_str()) {
        return show_marked(state, key, marked, &role);
    }
    let question = Question::ApproveMarked {
        marked,
        key,
        period,
    };
    state.overlays.push(Overlay::Question(question));
    Vec::new()
}

fn show_marked(state: &mut State, key: &'static str, marked: Marked, role: &str) -> Vec<Effect> {
    match signing(state, role) {
        Some(signing) => many::show(state, key, marked, Setting::Approval(signing)),
        None => warn(state, NO_DAY),
    }
}

/// What is said where nobody knows the day.
const NO_DAY: &str = "Not approved: the system's clock cannot be right";

/// The signature of whoever sits here, on the day that counts as today; none where no day is known.
fn signing(state: &State, role: &str) -> Option<Signing> {
    Some(Signing {
        role: role.to_owned(),
        by: state.who.to_string(),
        on: state.as_of.or(state.today)?,
    })
}

/// The question was answered with a role.
pub(super) fn answered(state: &mut State, role: &str) -> Vec<Effect> {
    match state.overlays.pop() {
        Some(Overlay::Question(Question::ApproveAs {
            priority, period, ..
        })) => approve_as(state, &priority, period, role),
        Some(Overlay::Question(Question::ApproveMarked { marked, key, .. })) => {
            show_marked(state, key, marked, role)
        }
        other => {
            state.overlays.extend(other);
            Vec::new()
        }
    }
}

fn approve_as(state: &mut State, id: &Id, period: Period, role: &str) -> Vec<Effect> {
    let Some(signing) = signing(state, role) else {
        return warn(state, NO_DAY);
    };
    let code = code_of(state, id);
    let workspace = state.workspace();
    let Some(priority) = workspace.priorities.get(id.as_str()) else {
        return warn(
            state,
            "Not approved: somebody else took the priority out of the file",
        );
    };
    let (tracker, holder) = shown(workspace, &state.index, priority, state.moment);
    let signed = match sign(workspace, &tracker, holder.unwrap_or(priority), &signing) {
        Ok(signed) => signed,
        Err(why) => return warn(state, format!("{code}: {why}")),
    };
    let by = &signing.by;
    let approved = approved_in_view(workspace, &state.index, priority, state.moment);
    let waits_for = approved.and_then(|approved| approved.waits_for);
    let early = if role == "director" && waits_for == Some("officer") {
        ", before the officer"
    } else {
        ""
    };
    let said = match &signed.twice {
        None => format!("{code} approved as {role} by {by}{early} ({period})"),
        Some(other) => {
            format!("{code} approved as {role}, though {by} is its {other} too ({period})")
        }
    };
    let step = Step::new("key p", signed.edits);
    if state.is_past() {
        return rate::ask(state, step, said, period, id.clone());
    }
    change::make(state, &step, &said)
}

fn warn(state: &mut State, why: impl Into<String>) -> Vec<Effect> {
    state.notice = Some(Notice::warning(why));
    Vec::new()
}

/// What a priority is called in the period in view.
fn code_of(state: &State, id: &Id) -> String {
    let priority = state.workspace().priorities.get(id.as_str());
    let code = priority.map(|priority| {
        let (tracker, _) = shown(state.workspace(), &state.index, priority, state.moment);
        tracker.code.to_owned()
    });
    rate::called(&code.unwrap_or_default(), id).to_owned()
}

/// The priorities whose signed tracker of the period in view a step can change, as long as what was
/// signed still stands there.
pub(super) fn approved(state: &State, step: &Step) -> Vec<Id> {
    let mut priorities: Vec<Id> = Vec::new();
    let mut seen: HashSet<Id> = HashSet::new();
    for edit in &step.edits {
        let record = edit.record();
        let touched = match record.kind {
            Kind::Priority => std::slice::from_ref(&record.id),
            Kind::Indicator => state.index.priorities_of(&record.id),
            _ => &[],
        };
        for id in touched {
            if seen.insert(id.clone()) && changes(state, id) == Some(false) {
                priorities.push(id.clone());
            }
        }
    }
    priorities
}

/// What a message says behind a change of them: that signatures no longer cover what stands there.
pub(super) fn broken(state: &State, approved: &[Id]) -> &'static str {
    let broken = |id: &Id| changes(state, id) == Some(true);
    if approved.iter().any(broken) {
        "; changed since approval"
    } else {
        ""
    }
}

/// Whether the tracker of a priority was changed since its approval; `None` where there is nothing that
/// could have been.
fn changes(state: &State, id: &Id) -> Option<bool> {
    let workspace = state.workspace();
    let priority = workspace.priorities.get(id.as_str())?;
    changed_in_view(workspace, &state.index, priority, state.moment)
}
