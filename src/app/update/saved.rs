//! What the disk answers.

use std::sync::Arc;

use super::{change, conflict, leave, others};
use crate::app::command::Command;
use crate::app::effect::Effect;
use crate::app::state::{Leaving, Notice, Overlay, Refused, State};
use crate::domain::edit::Refusal;
use crate::domain::entry::Entry;
use crate::domain::finding::Fault;
use crate::domain::workspace::Workspace;

/// Sends the first pending step, unless one is on its way.
pub(super) fn send(state: &mut State) -> Vec<Effect> {
    state
        .ledger
        .send()
        .map(Effect::Commit)
        .into_iter()
        .collect()
}

/// The disk has a step.
pub(super) fn saved(
    state: &mut State,
    number: u64,
    workspace: Workspace,
    entry: &Arc<Entry>,
    theirs: &[Arc<Entry>],
) -> Vec<Effect> {
    others::mended(state);
    let refused = state.ledger.confirm(number, workspace, entry);
    if !theirs.is_empty() || !refused.is_empty() {
        change::replaced(state);
    }
    others::appended(state, theirs);
    state.journal.appended([entry]);
    state.history.made_for = None;
    if !theirs.is_empty() {
        others::say(state, theirs);
    }
    after(state, refused, theirs)
}

/// The disk holds something that a step does not fit: the user decides. `by` is who was first.
pub(super) fn conflict(
    state: &mut State,
    number: u64,
    why: Refusal,
    workspace: Workspace,
    mut theirs: Vec<Arc<Entry>>,
    by: Option<Arc<Entry>>,
) -> Vec<Effect> {
    let refused = state.ledger.refuse(number, why, workspace);
    change::replaced(state);
    others::appended(state, &theirs);
    theirs.extend(by);
    after(state, refused, &theirs)
}

/// What others did is in: what no longer fits is weighed, and what is pending goes on.
pub(super) fn after(
    state: &mut State,
    refused: Vec<Refused>,
    theirs: &[Arc<Entry>],
) -> Vec<Effect> {
    let mut effects = conflict::weigh_anew(state);
    effects.extend(conflict::met(state, refused, theirs));
    change::find_targets(state);
    effects.extend(send(state));
    if state.leaving != Leaving::No && !state.ledger.is_pending() {
        effects.push(Effect::Quit);
    }
    effects
}

/// The file itself was written anew, or could not be. Nothing is lost: the journal has it all.
pub(super) fn written(
    state: &mut State,
    unconfirmed: Option<String>,
    failed: Option<String>,
) -> Vec<Effect> {
    state.ledger.written(unconfirmed);
    if let Some(reason) = failed {
        state.notice = Some(Notice::warning(format!(
            "Everything is saved in the journal, but the file itself could not be written: {reason}"
        )));
    }
    Vec::new()
}

/// The disk could not take a step. It stays pending, with the reason.
pub(super) fn failed(state: &mut State, reason: String, faults: Vec<Fault>) -> Vec<Effect> {
    state.ledger.block(reason.clone());
    show_faults(state, faults);
    match state.leaving {
        Leaving::Unattended => return vec![Effect::Quit],
        Leaving::WhenSaved => leave::ask(state, reason),
        Leaving::No => {
            let again = state.key_of(Command::Save);
            state.notice = Some(Notice::error(format!(
                "Not saved: {reason}   {again} tries again; nothing you entered is lost"
            )));
        }
    }
    Vec::new()
}

/// Shows the faults, if there are any: at once, or behind the line that is being typed, so that no
/// letter meant for the line is read as a key.
pub(super) fn show_faults(state: &mut State, faults: Vec<Fault>) {
    if faults.is_empty() {
        return;
    }
    state.file.faults = faults;
    state
        .overlays
        .retain(|overlay| !matches!(overlay, Overlay::Faults { .. }));
    let faults = Overlay::Faults { scroll: 0 };
    match state.overlays.last_mut().and_then(Overlay::line_mut) {
        Some(_) => state.overlays.insert(0, faults),
        None => state.overlays.push(faults),
    }
}
