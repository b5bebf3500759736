//! From the state to the rows of the lists, kept there by id until something changes them.
//!
//! The panes of the trackers are made anew with every change. What the other screens show is derived
//! when they are first seen, and again when they are seen after a change ([`bring_up_to_date`]): a key
//! costs what is on the screen. One file a screen.

mod exceptions;
mod history;
mod order;
pub mod overview;
pub mod programme;
mod recommendations;

use std::collections::{HashMap, HashSet};

use crate::analysis::counts::is_retired;
use crate::analysis::deadline::deadline;
use crate::analysis::tracker::tracker;
use crate::domain::id::{Id, RecordRef};
use crate::search::QueryError;

use super::finding::current;
use super::state::{ListName, Pane, Screen, State};

/// Derives what the screen in view shows, and what the names of the screens say, unless nothing changed
/// since it was derived last.
pub fn bring_up_to_date(state: &mut State) {
    derive_screen(state);
    exceptions::count(state);
}

fn derive_screen(state: &mut State) {
    let now = Some(state.generation);
    let made_for = match state.screen {
        Screen::Trackers => return,
        Screen::Recommendations => &mut state.recommendations.made_for,
        Screen::Exceptions => &mut state.exceptions.made_for,
        Screen::Overview => &mut state.overview.made_for,
        Screen::Programme => &mut state.programme.made_for,
        Screen::History => &mut state.history.made_for,
    };
    if *made_for == now {
        return;
    }
    *made_for = now;
    match state.screen {
        Screen::Trackers => {}
        Screen::Recommendations => recommendations::derive(state),
        Screen::Exceptions => exceptions::derive(state),
        Screen::Overview => overview::derive(state),
        Screen::Programme => programme::derive(state),
        Screen::History => history::derive(state),
    }
}

/// Makes the rows of the panes anew, from left to right.
pub fn refresh_all(state: &mut State) {
    state.trackers.counts = count_by_theme(state);
    refresh_from(state, Pane::Themes);
}

fn count_by_theme(state: &State) -> HashMap<Id, usize> {
    let mut counts = HashMap::new();
    for priority in &state.workspace().priorities {
        if is_retired(priority, state.moment) {
            continue;
        }
        *counts.entry(Id::default()).or_default() += 1;
        if !priority.theme.is_empty() {
            *counts.entry(priority.theme.clone()).or_default() += 1;
        }
    }
    counts
}

/// Makes the rows of a list anew, and of those that depend on its selection. A selected record that no
/// longer fits its list's filter stays, marked: whatever changed below, the next key hits no neighbour.
pub fn refresh_from(state: &mut State, list: impl Into<ListName>) {
    match list.into() {
        ListName::Pane(pane) => from(pane).for_each(|pane| refresh(state, pane.into(), true)),
        list => refresh(state, list, true),
    }
}

/// The user asks for other rows of a list: only what fits its filter is shown.
pub fn filter_anew(state: &mut State, list: ListName) {
    match list {
        ListName::Pane(pane) => {
            from(pane).for_each(|other| refresh(state, other.into(), other != pane));
        }
        list => refresh(state, list, false),
    }
}

/// A pane and those that depend on its selection.
fn from(pane: Pane) -> impl Iterator<Item = Pane> {
    Pane::ALL
        .into_iter()
        .skip_while(move |other| *other != pane)
}

/// Makes the rows of one list anew.
fn refresh(state: &mut State, name: ListName, keep_selected: bool) {
    let all = all_rows(state, name);
    let total = all.len();
    // What a pane lists follows the selection beside it: marks there stay with their records.
    let pruned = !matches!(name, ListName::Pane(_)) && !state.list(name).marks.is_empty();
    let there = pruned.then(|| all.iter().cloned().collect::<HashSet<Id>>());
    let mut rows = filtered(state, name, all.clone());
    let selected = state.list(name).selected.clone();
    let kept = selected.filter(|id| keep_selected && all.contains(id) && !rows.contains(id));
    if let Some(kept) = &kept {
        let fits: HashSet<Id> = rows.into_iter().collect();
        rows = all
            .into_iter()
            .filter(|id| id == kept || fits.contains(id))
            .collect();
    }
    let rows = order::sorted(state, name, rows);
    let list = state.list_mut(name);
    list.show(rows, total);
    list.lingering.extend(kept);
    if let (Some(there), false) = (there, list.marks.is_empty()) {
        list.marks.retain(|row| there.contains(row));
    }
    group(state, name);
}

/// Every row of a list without its filter.
fn all_rows(state: &State, name: ListName) -> Vec<Id> {
    match name {
        ListName::Pane(pane) => rows_of_pane(state, pane),
        ListName::Recommendations => recommendations::rows(state),
        ListName::Gaps => recommendations::rows_of_gaps(state),
        ListName::Exceptions => exceptions::rows(state),
        ListName::Overview => overview::rows(state),
        ListName::Programme => programme::rows(state),
        ListName::History => history::rows(state),
    }
}

/// Puts the headings of its groups into a list.
fn group(state: &mut State, name: ListName) {
    match name {
        ListName::Pane(_) => {}
        ListName::Recommendations => recommendations::group(state),
        ListName::Gaps => recommendations::group_gaps(state),
        ListName::Exceptions => exceptions::group(state),
        ListName::Overview => overview::group(state),
        ListName::Programme => programme::group(state),
        ListName::History => history::group(state),
    }
}

/// Every row of a pane.
fn rows_of_pane(state: &State, pane: Pane) -> Vec<Id> {
    let workspace = state.workspace();
    match pane {
        Pane::Themes => {
            let themes = workspace.themes.iter().map(|theme| theme.id.clone());
            std::iter::once(Id::default()).chain(themes).collect()
        }
        Pane::Priorities => {
            let shown = |id: &Id| {
                workspace
                    .priorities
                    .get(id.as_str())
                    .is_some_and(|priority| !is_retired(priority, state.moment))
            };
            match state.trackers.theme() {
                Some(theme) => state
                    .index
                    .priorities_under(theme)
                    .iter()
                    .filter(|id| shown(id))
                    .cloned()
                    .collect(),
                None => workspace
                    .priorities
                    .iter()
                    .map(|priority| priority.id.clone())
                    .filter(shown)
                    .collect(),
            }
        }
        Pane::Indicators => {
            state
                .trackers
                .priorities
                .selected
                .as_ref()
                .map_or_else(Vec::new, |id| {
                    let Some(priority) = workspace.priorities.get(id.as_str()) else {
                        return Vec::new();
                    };
                    let aligned = tracker(priority, state.moment)
                        .indicators(state.moment)
                        .iter();
                    aligned
                        .filter(|id| workspace.indicators.get(id.as_str()).is_some())
                        .cloned()
                        .collect()
                })
        }
        Pane::Actions => state
            .trackers
            .priorities
            .selected
            .as_ref()
            .map_or_else(Vec::new, |id| {
                // What the tracker carries comes first; what it does not carry forward follows.
                let mut actions = state.index.actions_of(id).to_vec();
                let carried = |id: &Id| {
                    workspace
                        .actions
                        .get(id.as_str())
                        .is_some_and(|action| deadline(action, state.moment).carried)
                };
                actions.sort_by_key(|id| !carried(id));
                actions
            }),
    }
}

/// The rows that fit the list's filter, in their order. A filter that cannot be understood (yet) is
/// no filter; its message stands beside the line. A row that stands for no record fits none.
fn filtered(state: &mut State, name: ListName, rows: Vec<Id>) -> Vec<Id> {
    let filter = state.list(name).filter.trim().to_owned();
    state.list_mut(name).trouble = None;
    if filter.is_empty() {
        return rows;
    }
    if name == ListName::History {
        return history::filtered(state, rows);
    }
    catalogue(state);
    let Some(catalogue) = &state.catalogue else {
        return rows;
    };
    let query = match catalogue.parse_so_far(&filter) {
        Ok(query) => query,
        Err(trouble) => {
            state.list_mut(name).trouble = Some(trouble.to_string());
            return rows;
        }
    };
    let asked = state.asked();
    let records: Vec<Option<RecordRef>> = rows.iter().map(|row| name.record(row)).collect();
    let fits: HashSet<RecordRef> = catalogue
        .matching(&query, records.iter().flatten().cloned(), &asked)
        .into_iter()
        .collect();
    let fitting = rows.into_iter().zip(records);
    fitting
        .filter(|(_, record)| record.as_ref().is_some_and(|record| fits.contains(record)))
        .map(|(row, _)| row)
        .collect()
}

/// The records of a list that a query leaves, whatever it is filtered by now.
pub fn records_behind(state: &State, name: ListName, query: &str) -> Vec<RecordRef> {
    let rows = all_rows(state, name);
    let records = rows.iter().filter_map(|row| name.record(row));
    let Some(catalogue) = state.catalogue.as_ref() else {
        return records.collect();
    };
    match catalogue.parse(query) {
        Ok(query) if !query.is_empty() => catalogue.matching(&query, records, &state.asked()),
        _ => records.collect(),
    }
}

/// What is wrong with the filter of a list, if anything is. While it is typed, a value that is still
/// missing is nothing wrong.
pub fn filter_trouble(state: &State, list: ListName) -> Option<QueryError> {
    let filter = state.list(list).filter.trim();
    state.catalogue.as_ref()?.parse_so_far(filter).err()
}

/// Why the filter of a list cannot be used as it stands.
pub fn filter_refused(state: &State, list: ListName) -> Option<QueryError> {
    if list == ListName::History {
        // Its filter is words and nothing else.
        return None;
    }
    let filter = &state.list(list).filter;
    state.catalogue.as_ref()?.parse(filter).err()
}

/// Makes the catalogue, or brings it up to date with the workspace and the period in view.
pub fn catalogue(state: &mut State) {
    let known = state.catalogue.as_ref();
    state.catalogue = Some(current(known, state.workspace(), state.moment));
}

/// Marks rows that no longer fit their filter since these records changed. They stay where they are,
/// so that the next key never hits a neighbour.
pub fn mark_lingering(state: &mut State, touched: &[RecordRef]) {
    for pane in Pane::ALL {
        let list = state.trackers.list(pane);
        let shown: Vec<Id> = touched
            .iter()
            .filter(|record| record.kind == pane.kind() && list.rows.contains(&record.id))
            .map(|record| record.id.clone())
            .collect();
        if !list.is_filtered() || shown.is_empty() {
            continue;
        }
        let fits = filtered(state, pane.into(), shown.clone());
        let list = state.trackers.list_mut(pane);
        list.lingering.retain(|id| !shown.contains(id));
        list.lingering
            .extend(shown.into_iter().filter(|id| !fits.contains(id)));
    }
}
