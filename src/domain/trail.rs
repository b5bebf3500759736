//! What can be taken back, by whom (`store.md` §3): pure questions to the journal's entries.
//!
//! All functions take the entries newest first, as the store streams them, and look no further than
//! they must. *Mine* is the same system user with the same configured name, whatever session or
//! host. An entry is undone when an entry that reverses it is not undone itself.

use std::collections::HashSet;
use std::sync::Arc;

use super::digest::Digest;
use super::edit::Step;
use super::entry::{Entry, Reverses, What, Who};

/// Which entries are undone, found out while going back from the newest.
#[derive(Clone, Debug, Default)]
pub struct Undone(HashSet<Digest>);

impl Undone {
    /// Takes the next older entry; whether it is undone.
    pub fn see(&mut self, entry: &Entry) -> bool {
        let undone = self.0.contains(&entry.hash);
        if !undone {
            self.0.extend(entry.reverses.hashes());
        }
        undone
    }
}

/// Whether `who` made this step.
pub fn is_mine(entry: &Entry, who: &Who) -> bool {
    entry.what == What::Step && entry.who.is_same(who)
}

/// The step that `u` takes back: my newest that is neither undone nor an undo.
pub fn undo_target<E>(
    newest_first: impl IntoIterator<Item = Result<Arc<Entry>, E>>,
    who: &Who,
) -> Result<Option<Arc<Entry>>, E> {
    let mut undone = Undone::default();
    for entry in newest_first {
        let entry = entry?;
        let is_undone = undone.see(&entry);
        if is_mine(&entry, who) && entry.reverses == Reverses::Nothing && !is_undone {
            return Ok(Some(entry));
        }
    }
    Ok(None)
}

/// The undo that `Ctrl-r` takes back: my newest that no later step of mine follows.
pub fn redo_target<E>(
    newest_first: impl IntoIterator<Item = Result<Arc<Entry>, E>>,
    who: &Who,
) -> Result<Option<Arc<Entry>>, E> {
    let mut undone = Undone::default();
    for entry in newest_first {
        let entry = entry?;
        let is_undone = undone.see(&entry);
        if !is_mine(&entry, who) {
            continue;
        }
        match entry.reverses {
            Reverses::Nothing => return Ok(None),
            Reverses::Undoes(_) if !is_undone => return Ok(Some(entry)),
            Reverses::Undoes(_) | Reverses::Redoes(_) => {}
        }
    }
    Ok(None)
}

/// My steps behind an entry that still hold, newest first: what `undo --to` takes back. `None` if
/// the entry is not there.
pub fn steps_behind<E>(
    newest_first: impl IntoIterator<Item = Result<Arc<Entry>, E>>,
    who: &Who,
    to: Digest,
) -> Result<Option<Vec<Arc<Entry>>>, E> {
    let mut undone = Undone::default();
    let mut steps = Vec::new();
    for entry in newest_first {
        let entry = entry?;
        if entry.hash == to {
            return Ok(Some(steps));
        }
        let is_undone = undone.see(&entry);
        if is_mine(&entry, who) && entry.reverses == Reverses::Nothing && !is_undone {
            steps.push(entry);
        }
    }
    Ok(None)
}

/// One step that takes several back, newest first, and what it is to them.
pub fn inverse_of(entries: &[Arc<Entry>], cause: String) -> (Step, Reverses) {
    let edits = entries
        .iter()
        .flat_map(|entry| entry.edits.iter().rev().map(super::edit::Edit::inverse));
    let step = Step::new(cause, edits.collect());
    let reverses = match entries {
        [only] => only.reversed(),
        several => Reverses::Undoes(several.iter().map(|entry| entry.hash).collect()),
    };
    (step, reverses)
}

#[cfg(test)]
mod tests;
