//! The filter of a list, as it is typed.

use crate::app::effect::Effect;
use crate::app::line::InputLine;
use crate::app::rows::refresh_from;
use crate::app::state::{Overlay, Pane, State};

/// Opens the line for the filter of the focused list.
pub(super) fn open(state: &mut State) -> Vec<Effect> {
    let pane = state.trackers.focus;
    let before = state.trackers.list(pane).filter.clone();
    state.overlays.push(Overlay::Filter {
        pane,
        line: InputLine::with(&before),
        before,
    });
    Vec::new()
}

/// Filters by what is typed so far.
pub(super) fn typed(state: &mut State) -> Vec<Effect> {
    let Some(Overlay::Filter { pane, line, .. }) = state.overlays.last() else {
        return Vec::new();
    };
    let (pane, text) = (*pane, line.text().to_owned());
    set(state, pane, text);
    Vec::new()
}

/// Keeps the filter and gives the keys back to the list.
pub(super) fn accept(state: &mut State) -> Vec<Effect> {
    state.overlays.pop();
    Vec::new()
}

/// Goes back to the filter that was on before.
pub(super) fn cancel(state: &mut State, pane: Pane, before: String) -> Vec<Effect> {
    set(state, pane, before);
    Vec::new()
}

/// Shows the whole of the focused list again.
pub(super) fn clear(state: &mut State) -> Vec<Effect> {
    let pane = state.trackers.focus;
    set(state, pane, String::new());
    Vec::new()
}

fn set(state: &mut State, pane: Pane, filter: String) {
    state.trackers.list_mut(pane).filter = filter;
    refresh_from(state, pane);
}
