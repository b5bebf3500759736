//! Marking rows, to change their records together.

use super::navigate;
use crate::analysis::approval::approved_in_view;
use crate::analysis::counts::is_retired;
use crate::app::effect::Effect;
use crate::app::rows::{filter_anew, refresh_from};
use crate::app::state::{ListName, Notice, Pane, Screen, State};
use crate::domain::id::Id;
use crate::domain::priority::Priority;

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

/// Shows the trackers that wait for the signature of whoever sits here. Where none does it only says so.
pub(super) fn waits_for_me(state: &mut State) -> Vec<Effect> {
    let role = match state.who.role.as_str() {
        "" => "a signature".to_owned(),
        role => format!("your signature as {role}"),
    };
    let count = waiting(state);
    if count == 0 {
        state.notice = Some(Notice::done(format!("Nothing waits for {role}")));
        return Vec::new();
    }
    navigate::screen(state, Screen::Trackers);
    state.pages.clear(Screen::Trackers);
    state.trackers.focus = Pane::Priorities;
    state.trackers.themes.filter.clear();
    state.trackers.themes.selected = Some(Id::default());
    "approval:me".clone_into(&mut state.trackers.priorities.filter);
    refresh_from(state, Pane::Themes);
    filter_anew(state, Pane::Priorities.into());
    navigate::first(state);
    let wait = match count {
        1 => "1 tracker waits".to_owned(),
        _ => format!("{count} trackers wait"),
    };
    let words = format!("{wait} for {role}   * marks all, p approves");
    state.notice = Some(Notice::done(words));
    Vec::new()
}

/// How many trackers in view wait for the signature of whoever sits here.
fn waiting(state: &State) -> usize {
    let (workspace, moment) = (state.workspace(), state.moment);
    let waits = |priority: &Priority| {
        let approved = approved_in_view(workspace, &state.index, priority, moment);
        approved.is_some_and(|it| it.waits_for_role(&state.who.role))
    };
    let followed = workspace
        .priorities
        .iter()
        .filter(|it| !is_retired(it, moment));
    followed.filter(|priority| waits(priority)).count()
}
