//! The rows of the history.

use crate::app::state::{ListName, State};
use crate::domain::id::Id;

/// Derives what the screen shows, and its rows.
pub(super) fn derive(state: &mut State) {
    super::refresh_from(state, ListName::History);
}

/// Every row, without the filter.
pub(super) fn rows(_: &State) -> Vec<Id> {
    Vec::new()
}

/// The headings of its groups.
pub(super) fn group(_: &mut State) {}
