//! The rows of the boards' work programme.

use crate::app::state::{ListName, State};
use crate::domain::id::Id;

/// Derives what the screen shows, and its rows.
pub(super) fn derive(state: &mut State) {
    super::refresh_from(state, ListName::Programme);
}

/// Every row, without the filter.
pub(super) fn rows(_: &State) -> Vec<Id> {
    Vec::new()
}

/// The headings of its groups.
pub(super) fn group(_: &mut State) {}

/// What `Enter` opens.
pub fn behind(state: &State) -> Option<crate::app::state::About> {
    state
        .selected_in_list()
        .map(crate::app::state::About::Record)
}
