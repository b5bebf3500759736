//! What a list is sorted by, and which columns it shows.

use crate::analysis::listing::{Column, Listing, Sort};
use crate::app::effect::Effect;
use crate::app::rows::refresh_from;
use crate::app::state::{ColumnMenu, ListName, Notice, Overlay, SortMenu, State};

/// Offers what the focused list can be sorted by. What it is sorted by is selected, so that the same key
/// again reverses it.
pub(super) fn open(state: &mut State) -> Vec<Effect> {
    let list = state.focused();
    let columns = list.listing().sorts().map(Some);
    let choices: Vec<Option<Column>> = std::iter::once(None).chain(columns).collect();
    let now = state.list(list).sort.map(|sort| sort.column);
    let selected = now.and_then(|now| choices.iter().position(|it| *it == Some(now)));
    state.overlays.push(Overlay::Sort(SortMenu {
        list,
        selected: selected.unwrap_or(1),
        choices,
    }));
    Vec::new()
}

/// Sorts by the selected column; by that which it is sorted by already, the other way round.
pub(super) fn accept(state: &mut State) -> Vec<Effect> {
    let Some(Overlay::Sort(menu)) = state.overlays.pop() else {
        return Vec::new();
    };
    let before = state.list(menu.list).sort;
    let chosen = menu.choices.get(menu.selected).copied().flatten();
    let sort = chosen.map(|column| match before {
        Some(sort) if sort.column == column => sort.reversed(),
        _ => Sort::by(column),
    });
    let list = state.list_mut(menu.list);
    list.sort = sort;
    list.view.clear();
    refresh_from(state, menu.list);
    let said = match sort {
        Some(sort) => format!(
            "Sorted by {}, {}{}",
            sort.column.words(),
            sort.way(),
            within(menu.list)
        ),
        None => "In the list's own order".to_owned(),
    };
    state.notice = Some(Notice::done(said));
    Vec::new()
}

/// Takes a choice by its number.
pub(super) fn pick(state: &mut State, number: usize) -> Vec<Effect> {
    if let Some(Overlay::Sort(menu)) = state.overlays.last_mut()
        && number < menu.choices.len()
    {
        menu.selected = number;
        return accept(state);
    }
    Vec::new()
}

/// Where a list is in groups these stay together.
fn within(list: ListName) -> &'static str {
    match list.listing() {
        Listing::Recommendations => ", within each source",
        Listing::Exceptions | Listing::Gaps => ", within each group",
        Listing::Programme => ", within each section",
        _ => "",
    }
}

/// Offers the columns of the focused list.
pub(super) fn open_columns(state: &mut State) -> Vec<Effect> {
    let name = state.focused();
    let menu = ColumnMenu::new(name, &state.list(name).columns);
    state.overlays.push(Overlay::Columns(menu));
    Vec::new()
}

/// Changes what is chosen, and shows it at once behind the menu.
fn change(state: &mut State, what: impl FnOnce(&mut ColumnMenu)) -> Vec<Effect> {
    let Some(Overlay::Columns(menu)) = state.overlays.last_mut() else {
        return Vec::new();
    };
    what(menu);
    let (name, chosen) = (menu.list, menu.chosen());
    let list = state.list_mut(name);
    if list.columns != chosen {
        list.columns = chosen;
        list.view.clear();
    }
    Vec::new()
}

/// Shows the selected column or hides it.
pub(super) fn toggle_column(state: &mut State) -> Vec<Effect> {
    let mut done = true;
    let effects = change(state, |menu| done = menu.toggle());
    if !done {
        state.notice = Some(Notice::warning("One column stays"));
    }
    effects
}

/// Moves the selected column to the left or right.
pub(super) fn shift_column(state: &mut State, by: isize) -> Vec<Effect> {
    change(state, |menu| menu.shift(by))
}

/// Goes back to the usual columns.
pub(super) fn usual_columns(state: &mut State) -> Vec<Effect> {
    change(state, |menu| menu.show(&[]))
}

/// Leaves the columns as they were before the menu.
pub(super) fn cancel_columns(state: &mut State, menu: ColumnMenu) -> Vec<Effect> {
    state.list_mut(menu.list).columns = menu.before;
    Vec::new()
}
