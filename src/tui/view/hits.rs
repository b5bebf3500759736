//! What the mouse can hit, noted where it is drawn.

use ratatui::layout::Rect;

use super::layout::Layout;
use crate::app::state::{Area, Hit, Regions, SplitRegion, State, Target};

/// Notes that something was drawn.
pub(super) fn hit(regions: &mut Regions, rect: Rect, on: Target) {
    let area = area(rect);
    regions.hits.push(Hit { area, on });
}

/// Notes one line of what was drawn.
pub(super) fn line(regions: &mut Regions, x: u16, y: u16, width: u16, on: Target) {
    let height = 1;
    let rect = Rect {
        x,
        y,
        width,
        height,
    };
    hit(regions, rect, on);
}

/// Notes the lists of a screen, frames and all: what is drawn in them comes over it.
pub(super) fn lists(regions: &mut Regions, state: &State, layout: &Layout) {
    for (pane, area) in &layout.lists {
        hit(regions, *area, Target::List((*pane).into()));
    }
    if let Some(area) = layout.main {
        hit(regions, area, Target::List(state.focused()));
    }
}

/// Notes the borders: the last line of cells before each, and of those that stand upright also the first
/// behind it, which else would be a heading.
pub(super) fn splits(regions: &mut Regions, layout: &Layout) {
    for (split, within, at) in &layout.splits {
        let rect = if split.is_upright() {
            Rect {
                x: (within.x + at).saturating_sub(1),
                width: 2,
                ..*within
            }
        } else {
            Rect {
                y: (within.y + at).saturating_sub(1),
                height: 1,
                ..*within
            }
        };
        hit(regions, rect, Target::Split(*split));
        regions.splits.push(SplitRegion {
            split: *split,
            within: area(*within),
            at: *at,
        });
    }
}

fn area(rect: Rect) -> Area {
    Area {
        x: rect.x,
        y: rect.y,
        width: rect.width,
        height: rect.height,
    }
}
