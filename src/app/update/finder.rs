//! The finder: everything, by a half-remembered word.

use super::follow;
use crate::analysis::counts::is_retired;
use crate::analysis::tracker::tracker;
use crate::app::effect::Effect;
use crate::app::rows::{bring_up_to_date, catalogue, refresh_all, refresh_from};
use crate::app::state::{Finder, ListName, Notice, Overlay, Page, Pane, Screen, State};
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
    if state
        .workspace()
        .record(record.kind, record.id.as_str())
        .is_none()
    {
        state.notice = Some(Notice::warning("Somebody else took that out of the file"));
        return Vec::new();
    }
    go_to(state, &record);
    Vec::new()
}

/// Goes to the screen that lists a record and selects it there, in the panes to the left what it belongs
/// to. Filters that hide it are lifted. A record that no list shows is opened as a page, where one is.
pub(super) fn go_to(state: &mut State, record: &RecordRef) {
    let from = state.screen;
    if let Some(screen) = Screen::of_kind(record.kind) {
        follow::jump(state, screen);
        bring_up_to_date(state);
    }
    state.pages.clear(state.screen);
    let shown = match record.kind {
        Kind::Theme => select(state, Pane::Themes.into(), &record.id),
        Kind::Priority => go_to_priority(state, &record.id),
        Kind::Indicator => {
            let priority = aligned(state, &record.id);
            go_to_part(state, priority, Pane::Indicators, record)
        }
        Kind::Action => {
            let found = state.workspace().actions.get(record.id.as_str());
            let priority = found.map(|action| action.priority.clone());
            go_to_part(state, priority, Pane::Actions, record)
        }
        Kind::Recommendation => select(state, ListName::Recommendations, &record.id),
        _ => select_named(state, record),
    };
    if !shown {
        if state.screen != from {
            state.trail.pop();
            state.screen = from;
        }
        state.pages.open(from, Page::of(record.clone()));
    }
}

/// Selects the first row of the list in view that stands for a record; false where none does.
fn select_named(state: &mut State, record: &RecordRef) -> bool {
    let name = state.focused();
    let stands_for = |row: &&Id| name.record(row).as_ref() == Some(record);
    let row = state.list(name).rows.iter().find(stands_for).cloned();
    row.is_some_and(|row| select(state, name, &row))
}

/// A priority that the indicator is aligned with in the period in view: the selected one, if it is.
fn aligned(state: &State, indicator: &Id) -> Option<Id> {
    let lists_it = |id: &&Id| {
        let priority = state.workspace().priorities.get(id.as_str());
        priority.is_some_and(|priority| {
            tracker(priority, state.moment)
                .indicators(state.moment)
                .contains(indicator)
        })
    };
    let priorities = state.index.priorities_of(indicator).iter();
    let mut aligned = priorities.filter(lists_it);
    let selected = state.trackers.priorities.selected.as_ref();
    let first = aligned.clone().next();
    aligned.find(|id| Some(*id) == selected).or(first).cloned()
}

/// Selects a part of a priority in its pane; false where it cannot be shown there.
fn go_to_part(state: &mut State, priority: Option<Id>, pane: Pane, record: &RecordRef) -> bool {
    priority.is_some_and(|priority| {
        go_to_priority(state, &priority) && select(state, pane.into(), &record.id)
    })
}

/// Selects a priority; false where the period in view does not show it.
fn go_to_priority(state: &mut State, id: &Id) -> bool {
    let Some(priority) = state.workspace().priorities.get(id.as_str()) else {
        return false;
    };
    let theme = priority.theme.clone();
    if is_retired(priority, state.moment) {
        return false;
    }
    if state.trackers.theme().is_some_and(|shown| *shown != theme) {
        // Every filter leaves out "All".
        state.trackers.themes.filter.clear();
        state.trackers.themes.selected = Some(Id::default());
        refresh_all(state);
    }
    select(state, Pane::Priorities.into(), id)
}

/// Selects a row of a list and gives it the keys, without the filter where that hides it; false where
/// the list does not have it.
fn select(state: &mut State, name: ListName, row: &Id) -> bool {
    if !state.list(name).rows.contains(row) {
        state.list_mut(name).filter.clear();
        refresh_from(state, name);
    }
    if !state.list(name).rows.contains(row) {
        return false;
    }
    if let ListName::Pane(pane) = name {
        state.trackers.focus = pane;
    }
    state.list_mut(name).selected = Some(row.clone());
    super::navigate::selected(state, name);
    true
}
