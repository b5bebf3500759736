//! Whether there is something to do for the commands that filter and order lists.

use crate::app::state::State;
use crate::search::fields::chips_of;

/// A filter that is on, or one that was lifted.
pub(super) fn filtered_or_lifted(state: &State) -> Option<()> {
    let list = state.list(state.focused());
    (list.is_filtered() || !list.lifted.is_empty()).then_some(())
}

pub(super) fn with_chips(state: &State) -> Option<()> {
    let chips = chips_of(state.focused().listing());
    (!chips.is_empty()).then_some(())
}

pub(super) fn sortable(state: &State) -> Option<()> {
    state.focused().listing().sorts().next().map(|_| ())
}

pub(super) fn with_chosen_columns(state: &State) -> Option<()> {
    state.focused().listing().has_columns().then_some(())
}
