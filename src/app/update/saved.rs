//! What the disk answers.

use super::{change, leave};
use crate::app::effect::Effect;
use crate::app::state::{Notice, Overlay, State};
use crate::domain::edit::Refusal;
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
    taken_in: bool,
    unconfirmed: Option<String>,
) -> Vec<Effect> {
    let refused = state.ledger.confirm(number, workspace, unconfirmed);
    if taken_in || !refused.is_empty() {
        change::replaced(state);
    }
    if taken_in {
        state.notice = Some(Notice::warning(
            "Somebody else changed the file; their changes are shown now",
        ));
    }
    after(state, &refused)
}

/// The disk holds something that a step does not fit: theirs stays, the step is dropped.
pub(super) fn conflict(
    state: &mut State,
    number: u64,
    refusal: &Refusal,
    theirs: Workspace,
) -> Vec<Effect> {
    let mut refused = state.ledger.refuse(number, theirs);
    refused.insert(0, refusal.clone());
    state.undo.take_done();
    change::replaced(state);
    after(state, &refused)
}

fn after(state: &mut State, refused: &[Refusal]) -> Vec<Effect> {
    if let Some(refusal) = refused.first() {
        state.notice = Some(Notice::error(format!(
            "Not changed, somebody else was first: {refusal}"
        )));
    }
    let mut effects = send(state);
    if state.leaving && !state.ledger.is_pending() {
        effects.push(Effect::Quit);
    }
    effects
}

/// The disk could not take a step. It stays pending, with the reason.
pub(super) fn failed(state: &mut State, reason: String, faults: Vec<Fault>) -> Vec<Effect> {
    state.ledger.block(reason.clone());
    if !faults.is_empty() {
        state.file.faults = faults;
        state.overlays.push(Overlay::Faults { scroll: 0 });
    }
    if state.leaving {
        return leave::ask(state, reason);
    }
    state.notice = Some(Notice::error(format!(
        "Not saved: {reason}   Ctrl-s tries again; nothing you entered is lost"
    )));
    Vec::new()
}
