//! The filter of a list, as it is typed.

use crate::app::effect::Effect;
use crate::app::line::InputLine;
use crate::app::rows::{filter_anew, filter_refused, refresh_from};
use crate::app::state::{Notice, Overlay, Pane, State};
use crate::domain::id::Id;

/// Opens the line for the filter of the focused list.
pub(super) fn open(state: &mut State) -> Vec<Effect> {
    let pane = state.trackers.focus;
    let list = state.trackers.list(pane);
    let (before, selected) = (list.filter.clone(), list.selected.clone());
    state.overlays.push(Overlay::Filter {
        pane,
        line: InputLine::with(&before),
        before,
        selected,
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

/// Keeps the filter and gives the keys back to the list. One that cannot be understood stays in the
/// line, with the reason.
pub(super) fn accept(state: &mut State) -> Vec<Effect> {
    let Some(Overlay::Filter { pane, .. }) = state.overlays.last() else {
        return Vec::new();
    };
    if let Some(trouble) = filter_refused(state, *pane) {
        state.notice = Some(Notice::warning(format!("No filter yet: {trouble}")));
    } else {
        state.overlays.pop();
    }
    Vec::new()
}

/// Goes back to the filter and the row that were there before.
pub(super) fn cancel(
    state: &mut State,
    pane: Pane,
    before: String,
    selected: Option<Id>,
) -> Vec<Effect> {
    let list = state.trackers.list_mut(pane);
    list.filter = before;
    list.selected = selected;
    refresh_from(state, pane);
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
    filter_anew(state, pane);
}
