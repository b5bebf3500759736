//! What a step that no longer fits stumbled over, and whose change that was.

use std::sync::Arc;

use super::Store;
use super::error::Contested;
use super::history::History;
use crate::domain::edit::{Edit, Step, apply};
use crate::domain::entry::Entry;

/// How many entries are looked through for who changed a field: some seconds' worth, since an answer
/// is waited for.
const LOOKED_THROUGH: usize = 10_000;

impl Store {
    /// The first edit of the step that does not fit: its field, and the newest entry that changed it.
    pub(super) fn contested(&self, step: &Step) -> (Option<Contested>, Option<Arc<Entry>>) {
        let mut draft = self.workspace.clone();
        let failing = step
            .edits
            .iter()
            .find(|edit| apply(&mut draft, edit).is_err());
        let Some(edit) = failing else {
            return (None, None);
        };
        let contested = match edit {
            Edit::Set {
                at,
                field,
                before,
                after,
            } => Some(Contested {
                theirs: at.find(&draft).and_then(|record| record.get(field)),
                at: at.clone(),
                field: field.clone(),
                before: before.clone(),
                mine: after.clone(),
            }),
            _ => None,
        };
        (contested, self.last_to_change(edit))
    }

    fn last_to_change(&self, edit: &Edit) -> Option<Arc<Entry>> {
        let concerns = |entry: &Arc<Entry>| {
            entry.is_change()
                && entry
                    .edits
                    .iter()
                    .any(|other| concern_the_same(edit, other))
        };
        let held = self.held.iter().map(|held| held.entry.clone());
        let near = self.base.tail().iter().rev().cloned();
        held.chain(near).find(concerns).or_else(|| {
            let far = History::open(&self.site).ok()?;
            far.take(LOOKED_THROUGH)
                .map_while(Result::ok)
                .find(concerns)
        })
    }
}

/// Whether two edits concern the same field, or one the whole of what the other is a part of.
fn concern_the_same(one: &Edit, other: &Edit) -> bool {
    match (one, other) {
        (
            Edit::Set { at, field, .. },
            Edit::Set {
                at: at2,
                field: field2,
                ..
            },
        ) => (at, field) == (at2, field2),
        _ => one.record() == other.record(),
    }
}
