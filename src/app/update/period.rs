//! Going from period to period.

use crate::analysis::counts::rating_counts;
use crate::analysis::moment::Moment;
use crate::app::effect::Effect;
use crate::app::rows::refresh_all;
use crate::app::state::{State, Way};

/// Goes to the next period on a way. Selections stay with their records.
pub(super) fn go(state: &mut State, way: Way) -> Vec<Effect> {
    let Some(period) = state.period_beside(way) else {
        return Vec::new();
    };
    let workspace = state.ledger.shown();
    state.moment = Moment::new(workspace, Some(period), state.as_of);
    state.counts = rating_counts(workspace, state.moment);
    state.generation += 1;
    refresh_all(state);
    Vec::new()
}
