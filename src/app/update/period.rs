//! Going from period to period.

use crate::analysis::counts::rating_counts;
use crate::analysis::moment::Moment;
use crate::app::effect::Effect;
use crate::app::rows::refresh_all;
use crate::app::state::{Notice, State};

/// Goes so many periods on or back. Selections stay with their records.
pub(super) fn go(state: &mut State, by: isize) -> Vec<Effect> {
    let place = state
        .moment
        .period
        .and_then(|period| state.periods.iter().position(|known| *known == period));
    let to = place
        .and_then(|place| place.checked_add_signed(by))
        .and_then(|place| state.periods.get(place).copied());
    let Some(period) = to else {
        let which = if by < 0 { "earlier" } else { "later" };
        state.notice = Some(Notice::warning(format!(
            "There is no {which} period in this workspace"
        )));
        return Vec::new();
    };
    let workspace = state.ledger.shown();
    state.moment = Moment::new(workspace, Some(period), state.as_of);
    state.counts = rating_counts(workspace, state.moment);
    refresh_all(state);
    Vec::new()
}
