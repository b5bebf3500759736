//! The numbers of the overview: which one `Enter` opens.

use crate::app::effect::Effect;
use crate::app::state::State;

/// Selects another number of the selected row of counts.
pub(super) fn number(state: &mut State, by: isize) -> Vec<Effect> {
    if let Some(numbers) = state.overview.numbers() {
        let here = state.overview.number.min(numbers.saturating_sub(1));
        let there = here.saturating_add_signed(by);
        state.overview.number = there.min(numbers.saturating_sub(1));
    }
    Vec::new()
}
