//! From the state to the rows of the lists, kept there by id until something changes them.

use std::collections::{HashMap, HashSet};

use crate::analysis::counts::is_retired;
use crate::analysis::deadline::deadline;
use crate::analysis::tracker::tracker;
use crate::domain::id::{Id, RecordRef};
use crate::search::QueryError;
use crate::search::catalogue::Catalogue;
use crate::search::fields::Asked;

use super::state::{Pane, State};

/// Makes the rows of all lists anew, from left to right.
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
pub fn refresh_from(state: &mut State, pane: Pane) {
    for pane in from(pane) {
        refresh(state, pane, true);
    }
}

/// The user asks for other rows of a list: only what fits its filter is shown.
pub fn filter_anew(state: &mut State, pane: Pane) {
    for dependent in from(pane) {
        refresh(state, dependent, dependent != pane);
    }
}

/// A pane and those that depend on its selection.
fn from(pane: Pane) -> impl Iterator<Item = Pane> {
    Pane::ALL
        .into_iter()
        .skip_while(move |other| *other != pane)
}

/// Makes the rows of one list anew.
fn refresh(state: &mut State, pane: Pane, keep_selected: bool) {
    let all = all_rows(state, pane);
    let total = all.len();
    let mut rows = filtered(state, pane, all.clone());
    let selected = state.trackers.list(pane).selected.clone();
    let kept = selected.filter(|id| keep_selected && all.contains(id) && !rows.contains(id));
    if let Some(kept) = &kept {
        let fits: HashSet<Id> = rows.into_iter().collect();
        rows = all
            .into_iter()
            .filter(|id| id == kept || fits.contains(id))
            .collect();
    }
    let list = state.trackers.list_mut(pane);
    list.show(rows, total);
    list.lingering.extend(kept);
}

/// Every row of a list without its filter.
fn all_rows(state: &State, pane: Pane) -> Vec<Id> {
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
/// no filter; its message stands beside the line.
fn filtered(state: &mut State, pane: Pane, rows: Vec<Id>) -> Vec<Id> {
    let filter = state.trackers.list(pane).filter.trim().to_owned();
    if filter.is_empty() {
        return rows;
    }
    catalogue(state);
    let Some(catalogue) = &state.catalogue else {
        return rows;
    };
    let Ok(query) = catalogue.parse(&filter) else {
        return rows;
    };
    let asked = Asked {
        workspace: state.workspace(),
        index: &state.index,
        moment: state.moment,
    };
    let fits: HashSet<Id> = catalogue
        .matching(&query, pane.kind(), &asked)
        .into_iter()
        .map(|record| record.id)
        .collect();
    rows.into_iter().filter(|row| fits.contains(row)).collect()
}

/// What is wrong with the filter of a list, if anything is. While it is typed, a value that is still
/// missing is nothing wrong.
pub fn filter_trouble(state: &State, pane: Pane) -> Option<QueryError> {
    filter_refused(state, pane).filter(|trouble| !trouble.is_unfinished())
}

/// Why the filter of a list cannot be used as it stands.
pub fn filter_refused(state: &State, pane: Pane) -> Option<QueryError> {
    let filter = &state.trackers.list(pane).filter;
    state.catalogue.as_ref()?.parse(filter).err()
}

/// Makes the catalogue, if it is not there.
pub fn catalogue(state: &mut State) {
    if state.catalogue.is_none() {
        state.catalogue = Some(Catalogue::new(state.workspace()));
    }
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
        let fits = filtered(state, pane, shown.clone());
        let list = state.trackers.list_mut(pane);
        list.lingering.retain(|id| !shown.contains(id));
        list.lingering
            .extend(shown.into_iter().filter(|id| !fits.contains(id)));
    }
}
