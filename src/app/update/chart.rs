//! The chart of an indicator, and back to its page.

use super::follow;
use crate::app::effect::Effect;
use crate::app::state::{About, Page, State};

/// Opens the chart of the selected indicator; from the chart its page. A page that lies below is
/// come back to, so that going to and fro piles nothing up.
pub(super) fn toggle(state: &mut State) -> Vec<Effect> {
    let Some(record) = state.selected_record() else {
        return Vec::new();
    };
    let wanted = match state.page().map(|page| &page.about) {
        Some(About::Chart(_)) => About::Record(record.clone()),
        _ => About::Chart(record.clone()),
    };
    let below = state.pages.over(state.screen).iter().rev().nth(1);
    if below.is_some_and(|page| page.about == wanted) {
        state.pages.close(state.screen);
        return Vec::new();
    }
    match wanted {
        About::Record(record) => follow::open(state, record),
        wanted => {
            state.pages.open(state.screen, Page::about(wanted));
            Vec::new()
        }
    }
}
