//! The finder: everything, by a half-remembered word.

use crate::app::effect::Effect;
use crate::app::rows::{catalogue, refresh_all, refresh_from};
use crate::app::state::{Finder, Overlay, Page, Pane, State};
use crate::domain::id::{Id, RecordRef};
use crate::domain::kind::Kind;
use crate::search::fields::Asked;

/// More hits than this are not listed; the count says how many there are.
const MOST: usize = 500;

/// Opens the finder.
pub(super) fn open(state: &mut State) -> Vec<Effect> {
    catalogue(state);
    state.overlays.push(Overlay::Finder(Finder::default()));
    Vec::new()
}

/// Finds what is typed so far.
pub(super) fn typed(state: &mut State) -> Vec<Effect> {
    catalogue(state);
    let Some(Overlay::Finder(finder)) = state.overlays.last() else {
        return Vec::new();
    };
    let asked = Asked {
        workspace: state.workspace(),
        index: &state.index,
        moment: state.moment,
    };
    let found = state
        .catalogue
        .as_ref()
        .map(|catalogue| catalogue.find(finder.line.text(), &asked, MOST));
    if let (Some(Overlay::Finder(finder)), Some(found)) = (state.overlays.last_mut(), found) {
        finder.found = found;
        finder.selected = 0;
        finder.offset = 0;
    }
    Vec::new()
}

/// Goes to the selected hit.
pub(super) fn accept(state: &mut State) -> Vec<Effect> {
    let Some(Overlay::Finder(finder)) = state.overlays.last() else {
        return Vec::new();
    };
    let Some(record) = finder
        .found
        .hits
        .get(finder.selected)
        .map(|hit| hit.record.clone())
    else {
        return Vec::new();
    };
    state.overlays.pop();
    go_to(state, &record);
    Vec::new()
}

/// Selects a record, and in the panes to its left what it belongs to. Filters that hide it are lifted.
/// A record that has no pane is opened as a page.
pub(super) fn go_to(state: &mut State, record: &RecordRef) {
    state.trackers.page = None;
    match record.kind {
        Kind::Theme => select(state, Pane::Themes, &record.id),
        Kind::Priority => go_to_priority(state, &record.id),
        Kind::Indicator => {
            let priorities = state.index.priorities_of(&record.id);
            let selected = state.trackers.priorities.selected.as_ref();
            let priority = priorities
                .iter()
                .find(|id| Some(*id) == selected)
                .or(priorities.first())
                .cloned();
            go_to_part(state, priority, Pane::Indicators, record);
        }
        Kind::Action => {
            let priority = state
                .workspace()
                .actions
                .get(record.id.as_str())
                .map(|action| action.priority.clone());
            go_to_part(
                state,
                priority.filter(|id| !id.is_empty()),
                Pane::Actions,
                record,
            );
        }
        _ => {
            state.trackers.page = Some(Page {
                record: record.clone(),
                scroll: 0,
            })
        }
    }
}

fn go_to_part(state: &mut State, priority: Option<Id>, pane: Pane, record: &RecordRef) {
    match priority {
        Some(priority) => {
            go_to_priority(state, &priority);
            select(state, pane, &record.id);
        }
        None => {
            state.trackers.page = Some(Page {
                record: record.clone(),
                scroll: 0,
            })
        }
    }
}

fn go_to_priority(state: &mut State, id: &Id) {
    let theme = state
        .workspace()
        .priorities
        .get(id.as_str())
        .map(|priority| priority.theme.clone());
    let shown = state.trackers.theme().cloned();
    if shown.is_some() && shown != theme {
        state.trackers.themes.selected = Some(Id::default());
        refresh_all(state);
    }
    select(state, Pane::Priorities, id);
}

fn select(state: &mut State, pane: Pane, id: &Id) {
    if !state.trackers.list(pane).rows.contains(id) {
        state.trackers.list_mut(pane).filter.clear();
        refresh_from(state, pane);
    }
    state.trackers.focus = pane;
    state.trackers.list_mut(pane).selected = Some(id.clone());
    super::navigate::selected(state, pane);
}
