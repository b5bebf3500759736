//! Changes that another program made to the file: an editor, `jq`, `git pull` (`store.md` §2, §3).
//!
//! They are compared with what the file held before, and carried over onto what the journal holds
//! now. Where a step changed the same field, the step's value stays and the other one is kept in the
//! entry, so that nothing is lost and nobody overwritten.

use crate::domain::edit::{Edit, Refusal, apply, difference};
use crate::domain::workspace::Workspace;

/// An outside change, carried over.
#[derive(Debug)]
pub(super) struct TakenIn {
    /// The workspace with it.
    pub(super) workspace: Workspace,
    /// What of it holds, as it was applied.
    pub(super) edits: Vec<Edit>,
    /// What of it does not, since the journal had changed the same.
    pub(super) not_taken: Vec<Edit>,
    /// What leads from the file as it was found to the workspace.
    pub(super) ahead: Vec<Edit>,
}

/// Carries over what was done to the file, from `before` to `found`, onto `now`.
pub(super) fn take_in(before: &Workspace, found: &Workspace, now: &Workspace) -> TakenIn {
    let mut workspace = now.clone();
    let mut edits = Vec::new();
    let mut not_taken = Vec::new();
    for edit in difference(before, found) {
        match apply(&mut workspace, &edit) {
            Ok(applied) => edits.push(applied.inverse.inverse()),
            Err(refusal) if is_so_already(&edit, &refusal) => {}
            Err(_) => not_taken.push(edit),
        }
    }
    TakenIn {
        ahead: difference(found, &workspace),
        workspace,
        edits,
        not_taken,
    }
}

/// Whether both did the same.
fn is_so_already(edit: &Edit, refusal: &Refusal) -> bool {
    match (edit, refusal) {
        (Edit::Set { after, .. }, Refusal::Changed { now, .. }) => now == after,
        (Edit::Remove { .. }, Refusal::Gone(_)) => true,
        _ => false,
    }
}
