//! Moving about: rows, panes, pages.

use super::{filter, history, marks, matrix, sort};
use crate::app::document::behind;
use crate::app::effect::Effect;
use crate::app::rows::refresh_from;
use crate::app::state::{
    CopyView, Help, List, ListName, Overlay, Page, Pane, Screen, State, Table,
};

/// Moves the selection, or scrolls what is open.
pub(super) fn step(state: &mut State, by: isize) -> Vec<Effect> {
    match scrolled(state) {
        Some((scroll, lines, height)) => {
            *scroll = scroll
                .saturating_add_signed(by)
                .min(lines.saturating_sub(height));
        }
        None => step_in(state, state.focused(), by),
    }
    Vec::new()
}

/// Moves the selection of a list, and shows what belongs to the new one.
pub(super) fn step_in(state: &mut State, name: ListName, by: isize) {
    move_in(state, name, |list| list.step(by));
}

fn move_in(state: &mut State, name: ListName, go: impl FnOnce(&mut List)) {
    let before = state.list(name).selected.clone();
    go(state.list_mut(name));
    if state.list(name).selected != before {
        selected(state, name);
    }
}

/// Shows what belongs to the row that a list has selected now.
pub(super) fn selected(state: &mut State, name: ListName) {
    match name {
        ListName::Pane(Pane::Themes) => refresh_from(state, Pane::Priorities),
        ListName::Pane(Pane::Priorities) => refresh_from(state, Pane::Indicators),
        _ => {}
    }
}

/// The scroll of what is open over the lists, with how many lines it has and how many show.
fn scrolled(state: &mut State) -> Option<(&mut usize, usize, usize)> {
    match state.overlays.last_mut() {
        Some(
            Overlay::Help(Help { scroll, .. })
            | Overlay::CopyView(CopyView { scroll, .. })
            | Overlay::Faults { scroll }
            | Overlay::Conflict { scroll },
        ) => {
            let (lines, height) = state.regions.overlay.unwrap_or((0, 0));
            Some((scroll, lines, height))
        }
        Some(Overlay::Preview(preview)) => {
            let (lines, height) = state.regions.overlay.unwrap_or((0, 0));
            Some((&mut preview.scroll, lines, height))
        }
        Some(_) => None,
        None => {
            let region = state.regions.page.as_ref();
            let page = state.pages.top_mut(state.screen)?;
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
        None => move_in(state, state.focused(), List::first),
    }
    Vec::new()
}

/// Goes to the last row or the end.
pub(super) fn last(state: &mut State) -> Vec<Effect> {
    match scrolled(state) {
        Some((scroll, lines, height)) => *scroll = lines.saturating_sub(height),
        None => move_in(state, state.focused(), List::last),
    }
    Vec::new()
}

/// Goes a page, or a part of it, up or down.
pub(super) fn page(state: &mut State, by: isize, part: usize) -> Vec<Effect> {
    let height = match scrolled(state) {
        Some((_, _, height)) => height,
        None => state.regions.height_of(state.focused()),
    };
    let rows = (height / part).max(1);
    step(state, by * isize::try_from(rows).unwrap_or(1))
}

/// Goes to another pane. Open pages are left for it.
pub(super) fn pane(state: &mut State, to: impl FnOnce(Pane) -> Pane) -> Vec<Effect> {
    state.pages.clear(state.screen);
    if state.screen == Screen::Trackers {
        state.trackers.focus = to(state.trackers.focus);
    }
    Vec::new()
}

/// Goes to the first row of the next or previous group of the list.
pub(super) fn group(state: &mut State, forward: bool) -> Vec<Effect> {
    move_in(state, state.focused(), |list| list.step_group(forward));
    Vec::new()
}

/// Goes to the next or previous heading of the page.
pub(super) fn heading(state: &mut State, forward: bool) -> Vec<Effect> {
    let (Some(page), Some(region)) = (state.pages.top_mut(state.screen), &state.regions.page)
    else {
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
    if state.focused() == ListName::Pane(Pane::Themes) {
        return pane(state, Pane::right);
    }
    if let Some(about) = behind(state) {
        state.pages.open(state.screen, Page::about(about));
    }
    Vec::new()
}

/// Closes the topmost thing that is open; with nothing open, lifts the marks, then the filter of the list; with no
/// filter, goes back to the list of the screen, and from there to the screen from which a jump led here.
pub(super) fn back(state: &mut State) -> Vec<Effect> {
    if let Some(Overlay::Form(_)) = state.overlays.last() {
        return super::form::back(state);
    }
    if let Some(Overlay::Round(_)) = state.overlays.last() {
        return super::round::leave(state);
    }
    if super::help::clear(state) {
        return Vec::new();
    }
    match state.overlays.pop() {
        Some(Overlay::Filter {
            list,
            before,
            selected,
            ..
        }) => return filter::cancel(state, list, before, selected),
        Some(Overlay::CopyView(_)) => return super::copy_view::closed(state),
        Some(Overlay::Chips(chips)) => {
            return filter::cancel(state, chips.list, chips.before, chips.row);
        }
        Some(Overlay::Columns(menu)) => return sort::cancel_columns(state, menu),
        Some(_) => return Vec::new(),
        None => {}
    }
    if state.pages.close(state.screen) {
        return Vec::new();
    }
    if state.has_marks() {
        return marks::lift(state);
    }
    if state.list(state.focused()).is_filtered() {
        return filter::clear(state);
    }
    if state.screen == Screen::Recommendations && state.recommendations.shown != Table::List {
        return matrix::show(state, state.recommendations.shown);
    }
    if history::of_all(state) && state.trail.is_empty() {
        return Vec::new();
    }
    if let Some(screen) = state.trail.pop() {
        state.screen = screen;
    }
    Vec::new()
}

/// Shows a screen as it was left; the one in view, without its pages.
pub(super) fn screen(state: &mut State, screen: Screen) -> Vec<Effect> {
    if state.screen == screen {
        state.pages.clear(screen);
    }
    state.trail.clear();
    state.screen = screen;
    Vec::new()
}
