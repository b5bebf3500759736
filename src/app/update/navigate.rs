//! Moving about: rows, panes, pages.

use super::filter;
use crate::app::effect::Effect;
use crate::app::rows::refresh_from;
use crate::app::state::{Overlay, Page, Pane, State};

/// Moves the selection, or scrolls what is open.
pub(super) fn step(state: &mut State, by: isize) -> Vec<Effect> {
    match scrolled(state) {
        Some((scroll, lines, height)) => {
            *scroll = scroll
                .saturating_add_signed(by)
                .min(lines.saturating_sub(height));
        }
        None => step_in(state, state.trackers.focus, by),
    }
    Vec::new()
}

/// Moves the selection of a list, and shows what belongs to the new one.
pub(super) fn step_in(state: &mut State, pane: Pane, by: isize) {
    move_in(state, pane, |list| list.step(by));
}

fn move_in(state: &mut State, pane: Pane, go: impl FnOnce(&mut crate::app::state::List)) {
    let before = state.trackers.list(pane).selected.clone();
    go(state.trackers.list_mut(pane));
    if state.trackers.list(pane).selected != before {
        selected(state, pane);
    }
}

/// Shows what belongs to the row that a list has selected now.
pub(super) fn selected(state: &mut State, pane: Pane) {
    match pane {
        Pane::Themes => refresh_from(state, Pane::Priorities),
        Pane::Priorities => refresh_from(state, Pane::Indicators),
        Pane::Indicators | Pane::Actions => {}
    }
}

/// The scroll of what is open over the lists, with how many lines it has and how many show.
fn scrolled(state: &mut State) -> Option<(&mut usize, usize, usize)> {
    match state.overlays.last_mut() {
        Some(Overlay::Help { scroll, .. } | Overlay::Faults { scroll }) => {
            let (lines, height) = state.regions.overlay.unwrap_or((0, 0));
            Some((scroll, lines, height))
        }
        Some(_) => None,
        None => {
            let region = state.regions.page.as_ref();
            let page = state.trackers.page.as_mut()?;
            Some((
                &mut page.scroll,
                region.map_or(0, |region| region.lines),
                region.map_or(0, |region| region.height),
            ))
        }
    }
}

/// Goes to the first row or the top.
pub(super) fn first(state: &mut State) -> Vec<Effect> {
    match scrolled(state) {
        Some((scroll, _, _)) => *scroll = 0,
        None => move_in(state, state.trackers.focus, crate::app::state::List::first),
    }
    Vec::new()
}

/// Goes to the last row or the end.
pub(super) fn last(state: &mut State) -> Vec<Effect> {
    match scrolled(state) {
        Some((scroll, lines, height)) => *scroll = lines.saturating_sub(height),
        None => move_in(state, state.trackers.focus, crate::app::state::List::last),
    }
    Vec::new()
}

/// Goes a page, or a part of it, up or down.
pub(super) fn page(state: &mut State, by: isize, part: usize) -> Vec<Effect> {
    let height = match scrolled(state) {
        Some((_, _, height)) => height,
        None => state.regions.height_of(state.trackers.focus),
    };
    let rows = (height / part).max(1);
    step(state, by * isize::try_from(rows).unwrap_or(1))
}

/// Goes to another pane. An open page is left for it.
pub(super) fn pane(state: &mut State, to: impl FnOnce(Pane) -> Pane) -> Vec<Effect> {
    state.trackers.page = None;
    state.trackers.focus = to(state.trackers.focus);
    Vec::new()
}

/// Goes to the next or previous heading of the page.
pub(super) fn heading(state: &mut State, forward: bool) -> Vec<Effect> {
    let (Some(page), Some(region)) = (&mut state.trackers.page, &state.regions.page) else {
        return Vec::new();
    };
    let mut headings = region.headings.iter().copied();
    let found = if forward {
        headings.find(|line| *line > page.scroll)
    } else {
        headings.rfind(|line| *line < page.scroll)
    };
    if let Some(line) = found {
        page.scroll = line.min(region.lines.saturating_sub(region.height));
    }
    Vec::new()
}

/// Opens the page of what is selected; on a theme goes on to its priorities.
pub(super) fn open(state: &mut State) -> Vec<Effect> {
    if state.trackers.focus == Pane::Themes {
        return pane(state, Pane::right);
    }
    if let Some(record) = state.trackers.selected() {
        state.trackers.page = Some(Page { record, scroll: 0 });
    }
    Vec::new()
}

/// Closes the topmost thing that is open; with nothing open, lifts the filter of the list.
pub(super) fn back(state: &mut State) -> Vec<Effect> {
    match state.overlays.pop() {
        Some(Overlay::Filter {
            pane,
            before,
            selected,
            ..
        }) => filter::cancel(state, pane, before, selected),
        None if state.trackers.page.take().is_none() && state.trackers.is_filtered() => {
            filter::clear(state)
        }
        _ => Vec::new(),
    }
}

/// Shows the four panes.
pub(super) fn trackers(state: &mut State) -> Vec<Effect> {
    state.trackers.page = None;
    Vec::new()
}
