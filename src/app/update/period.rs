//! Going from period to period.

use super::round;
use crate::analysis::counts::rating_counts;
use crate::analysis::moment::Moment;
use crate::analysis::rollover::start_period;
use crate::app::effect::Effect;
use crate::app::rows::refresh_all;
use crate::app::state::{Notice, Overlay, Question, State, Way};
use crate::domain::period::Period;

/// Goes to the next period on a way. Selections stay with their records.
pub(super) fn go(state: &mut State, way: Way) -> Vec<Effect> {
    let Some(period) = state.period_beside(way) else {
        return Vec::new();
    };
    show(state, period);
    Vec::new()
}

/// Shows a period.
pub(super) fn show(state: &mut State, period: Period) {
    let workspace = state.ledger.shown();
    state.moment = Moment::new(workspace, Some(period), state.as_of);
    state.counts = rating_counts(workspace, state.moment);
    state.generation += 1;
    refresh_all(state);
    round::replaced(state);
}

/// Asks before the workspace goes on to the next period, and says what that comes to.
pub(super) fn ask_start(state: &mut State) -> Vec<Effect> {
    match start_period(state.workspace(), None) {
        Ok(rollover) => {
            let done = rollover.to_string();
            let (from, to) = (rollover.from, rollover.to);
            state.overlays.push(Overlay::Question(Question::Do {
                words: format!(
                    "{from} ends and {to} begins: {} trackers begin empty, {} open actions are \
                     carried over. Start it? u takes it back.",
                    rollover.trackers, rollover.carried
                ),
                step: rollover.step,
                done,
            }));
        }
        Err(why) => state.notice = Some(Notice::warning(format!("Not started: {why}"))),
    }
    Vec::new()
}
