//! How the panes share the screen: a border is dragged, or the pane that keys go to gets more or less.

use crate::app::effect::Effect;
use crate::app::input::Mouse;
use crate::app::state::{Held, ListName, Notice, Pane, Sizes, Split, SplitRegion, State};

/// So much of the area a pane gets at a time, in parts of it.
const PARTS: u16 = 20;

/// Moves the border that is held to where the mouse is.
pub(super) fn drag(state: &mut State, mouse: Mouse) -> Vec<Effect> {
    let held = state.dragging;
    if let Some((held, region)) = held.and_then(|held| Some((held, region(state, held.split)?))) {
        let at = along(&region, mouse).saturating_add(held.short);
        state.sizes.put(held.split, at, size(&region));
    }
    Vec::new()
}

/// Takes hold of a border.
pub(super) fn hold(state: &mut State, split: Split, mouse: Mouse) {
    state.dragging = region(state, split).map(|region| Held {
        split,
        short: region.at.saturating_sub(along(&region, mouse)),
    });
}

/// How far along in what a border divides the mouse is.
fn along(region: &SplitRegion, mouse: Mouse) -> u16 {
    let within = region.within;
    if region.split.is_upright() {
        mouse.column.saturating_sub(within.x)
    } else {
        mouse.row.saturating_sub(within.y)
    }
}

/// How many columns or rows a border divides.
fn size(region: &SplitRegion) -> u16 {
    if region.split.is_upright() {
        region.within.width
    } else {
        region.within.height
    }
}

fn region(state: &State, split: Split) -> Option<SplitRegion> {
    let mut splits = state.regions.splits.iter();
    splits.find(|region| region.split == split).copied()
}

/// Gives the pane that keys go to more room, or less.
pub(super) fn resize(state: &mut State, more: bool) -> Vec<Effect> {
    let found = bounding(state)
        .into_iter()
        .find_map(|(split, before)| Some((region(state, split)?, before)));
    let Some((region, before)) = found else {
        state.notice = Some(Notice::warning(
            "There is no border here that could be moved",
        ));
        return Vec::new();
    };
    let of = size(&region);
    let by = (of / PARTS).max(1);
    let at = if more == before {
        region.at.saturating_add(by)
    } else {
        region.at.saturating_sub(by)
    };
    state.sizes.put(region.split, at, of);
    Vec::new()
}

/// The borders of the pane that keys go to, the likeliest first, and whether it lies before each.
fn bounding(state: &State) -> Vec<(Split, bool)> {
    if state.page().is_some() {
        return vec![(Split::Page, false)];
    }
    match state.focused() {
        ListName::Pane(Pane::Themes) => vec![(Split::Themes, true), (Split::Upper, true)],
        ListName::Pane(Pane::Priorities) => vec![(Split::Upper, true), (Split::Themes, false)],
        ListName::Pane(Pane::Indicators) => vec![
            (Split::Lower, true),
            (Split::Stacked, true),
            (Split::Upper, false),
        ],
        ListName::Pane(Pane::Actions) => vec![
            (Split::Lower, false),
            (Split::Stacked, false),
            (Split::Upper, false),
        ],
        _ => vec![(Split::Page, true)],
    }
}

/// Puts every border where the program would have it.
pub(super) fn reset(state: &mut State) -> Vec<Effect> {
    state.sizes = Sizes::default();
    Vec::new()
}
