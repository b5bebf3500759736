//! Marking rows, to change their records together.

use super::navigate;
use crate::app::effect::Effect;
use crate::app::rows::{filter_anew, refresh_from};
use crate::app::state::{ListName, Notice, Pane, Screen, State};
use crate::domain::id::Id;

/// Marks the selected row, or takes its mark away, and goes on to the next.
pub(super) fn toggle(state: &mut State) -> Vec<Effect> {
    let name = state.focused();
    let list = state.list_mut(name);
    if let Some(row) = list
        .selected
        .clone()
        .filter(|row| name.record(row).is_some())
    {
        list.marks.toggle(&row);
        navigate::step_in(state, name, 1);
    }
    Vec::new()
}

/// Marks everything from the row that was marked last to the selected one.
pub(super) fn to_here(state: &mut State) -> Vec<Effect> {
    let name = state.focused();
    let list = state.list_mut(name);
    let Some(here) = list.place() else {
        return Vec::new();
    };
    let begun = list.marks.last();
    let from = begun.and_then(|begun| list.rows.iter().position(|row| row == begun));
    let from = from.unwrap_or(here);
    let stretch = from.min(here)..=from.max(here);
    let rows = list.rows.get(stretch).unwrap_or_default();
    let mut rows: Vec<Id> = rows
        .iter()
        .filter(|row| name.record(row).is_some())
        .cloned()
        .collect();
    if here < from {
        // The next stretch goes on from here.
        rows.reverse();
    }
    for row in &rows {
        list.marks.add(row);
    }
    Vec::new()
}

/// Marks all rows that are shown; where all of them are marked, takes their marks away.
pub(super) fn all(state: &mut State) -> Vec<Effect> {
    let name = state.focused();
    let list = state.list_mut(name);
    let rows: Vec<Id> = list
        .rows
        .iter()
        .filter(|row| name.record(row).is_some())
        .cloned()
        .collect();
    if rows.iter().all(|row| list.marks.has(row)) {
        for row in &rows {
            list.marks.remove(row);
        }
    } else {
        for row in &rows {
            list.marks.add(row);
        }
    }
    Vec::new()
}

/// Takes all marks of the focused list away.
pub(super) fn lift(state: &mut State) -> Vec<Effect> {
    let name = state.focused();
    state.list_mut(name).marks.clear();
    Vec::new()
}

/// Records came or went: marks of those that are gone go with them.
pub(super) fn prune(state: &mut State) {
    let panes = Pane::ALL.into_iter().map(ListName::Pane);
    let others = ListName::SCREENS.into_iter().chain([ListName::Gaps]);
    for name in panes.chain(others) {
        if state.list(name).marks.is_empty() {
            continue;
        }
        let mut marks = std::mem::take(&mut state.list_mut(name).marks);
        let workspace = state.workspace();
        marks.retain(|row| {
            name.record(row)
                .is_some_and(|it| workspace.record(it.kind, it.id.as_str()).is_some())
        });
        state.list_mut(name).marks = marks;
    }
}

/// Shows the trackers that wait for the signature of whoever sits here.
pub(super) fn waits_for_me(state: &mut State) -> Vec<Effect> {
    navigate::screen(state, Screen::Trackers);
    state.pages.clear(Screen::Trackers);
    let pane = ListName::Pane(Pane::Priorities);
    state.trackers.focus = Pane::Priorities;
    state.trackers.themes.filter.clear();
    state.trackers.themes.selected = Some(Id::default());
    "approval:me".clone_into(&mut state.trackers.priorities.filter);
    refresh_from(state, Pane::Themes);
    filter_anew(state, pane);
    navigate::first(state);
    let role = match state.who.role.as_str() {
        "" => "you",
        role => role,
    };
    let count = state.list(pane).rows.len();
    state.notice = Some(match count {
        0 => Notice::done(format!("Nothing waits for the signature of {role}")),
        1 => Notice::done(format!("1 tracker waits for the signature of {role}")),
        _ => Notice::done(format!(
            "{count} trackers wait for the signature of {role}   * marks all, p approves"
        )),
    });
    Vec::new()
}
