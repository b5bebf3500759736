//! The filter of a list, as it is typed.

use super::finder::assist_of;
use crate::app::command::Command;
use crate::app::effect::Effect;
use crate::app::line::InputLine;
use crate::app::rows::{catalogue, filter_anew, filter_refused, refresh_from};
use crate::app::state::{ListName, Notice, Overlay, State};
use crate::domain::id::Id;
use crate::search::Assist;

/// Opens the line for the filter of the focused list.
pub(super) fn open(state: &mut State) -> Vec<Effect> {
    let name = state.focused();
    let list = state.list(name);
    let (before, selected) = (list.filter.clone(), list.selected.clone());
    state.overlays.push(Overlay::Filter {
        list: name,
        line: InputLine::with(&before),
        before,
        selected,
        assist: Assist::default(),
    });
    catalogue(state);
    help(state);
    Vec::new()
}

/// Filters by what is typed so far.
pub(super) fn typed(state: &mut State) -> Vec<Effect> {
    let Some(Overlay::Filter { list, line, .. }) = state.overlays.last() else {
        return Vec::new();
    };
    let (list, text) = (*list, line.text().to_owned());
    set(state, list, text);
    help(state);
    Vec::new()
}

/// Brings up to date what fits where the cursor stands.
fn help(state: &mut State) {
    let Some(Overlay::Filter { line, .. }) = state.overlays.last() else {
        return;
    };
    let fits = assist_of(state, line);
    if let Some(Overlay::Filter { assist, .. }) = state.overlays.last_mut() {
        *assist = fits;
    }
}

/// Keeps the filter and gives the keys back to the list. One that cannot be understood stays in the
/// line, with the reason.
pub(super) fn accept(state: &mut State) -> Vec<Effect> {
    let Some(Overlay::Filter { list, before, .. }) = state.overlays.last() else {
        return Vec::new();
    };
    if let Some(trouble) = filter_refused(state, *list) {
        state.notice = Some(Notice::warning(format!("No filter yet: {trouble}")));
    } else {
        let (list, before) = (*list, before.clone());
        state.overlays.pop();
        let list = state.list_mut(list);
        if list.filter != before {
            list.view.clear();
        }
    }
    Vec::new()
}

/// Goes back to the filter and the row that were there before.
pub(super) fn cancel(
    state: &mut State,
    name: ListName,
    before: String,
    selected: Option<Id>,
) -> Vec<Effect> {
    let list = state.list_mut(name);
    list.filter = before;
    list.selected = selected;
    refresh_from(state, name);
    Vec::new()
}

/// Shows the whole of the focused list again; what it was filtered by can be put on again.
pub(super) fn clear(state: &mut State) -> Vec<Effect> {
    let name = state.focused();
    let list = state.list_mut(name);
    let lifted = std::mem::take(&mut list.filter);
    list.lifted = lifted;
    filter_anew(state, name);
    Vec::new()
}

/// Lifts the filter of the focused list, or puts the lifted one on again.
pub(super) fn toggle(state: &mut State) -> Vec<Effect> {
    let name = state.focused();
    let list = state.list(name);
    if list.is_filtered() {
        let key = state.key_of(Command::ClearFilter);
        let said = format!("Lifted {}   {key} filters by it again", list.filter);
        clear(state);
        state.notice = Some(Notice::done(said));
    } else {
        let lifted = std::mem::take(&mut state.list_mut(name).lifted);
        state.list_mut(name).filter = lifted;
        catalogue(state);
        filter_anew(state, name);
    }
    Vec::new()
}

/// Filters a list by something else than before.
pub(super) fn set(state: &mut State, list: ListName, filter: String) {
    state.list_mut(list).filter = filter;
    filter_anew(state, list);
}
