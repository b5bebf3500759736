//! Whether there is something to rate, to mark or to retire.

use crate::analysis::many::Field;
use crate::app::state::{ListName, Pane, State};
use crate::domain::id::RecordRef;

/// A row that stands for a record, in a list, of a file that can be changed.
pub(super) fn markable(state: &State) -> Option<()> {
    state.selected_in_list()?;
    state
        .can_edit()
        .then_some(())
        .filter(|()| state.page().is_none())
}

pub(super) fn marked(state: &State) -> Option<()> {
    state.has_marks().then_some(())
}

/// Something that is followed until it is retired.
pub(super) fn retirable(state: &State) -> Option<()> {
    let fits = |record: RecordRef| Field::RetiredFrom.fits(record.kind).then_some(());
    let meant = marked(state).or_else(|| state.selected_record().and_then(fits));
    state.can_edit().then_some(()).and(meant)
}

/// Something that was retired.
pub(super) fn retired(state: &State) -> Option<()> {
    let ended = |record: RecordRef| {
        let found = state.workspace().record(record.kind, record.id.as_str())?;
        found.get("retired_from").map(|_| ())
    };
    let meant = marked(state).or_else(|| state.selected_record().and_then(ended));
    state.can_edit().then_some(()).and(meant)
}

/// A priority is selected, in its pane or on its page.
fn priority(state: &State) -> Option<()> {
    state.rated_priority().map(|_| ())
}

fn rateable_priority(state: &State) -> Option<()> {
    let marked = state.has_marks() && state.focused() == ListName::Pane(Pane::Priorities);
    priority(state).or(marked.then_some(()))
}

/// A priority that can be rated: the selected one, or marked ones.
pub(super) fn rateable(state: &State) -> Option<()> {
    state
        .can_edit()
        .then_some(())
        .and_then(|()| rateable_priority(state))
}
