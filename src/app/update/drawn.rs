//! What the view drew, for paging and the mouse.

use crate::app::effect::Effect;
use crate::app::state::{CopyView, Help, Overlay, Regions, State};

/// Remembers what was drawn; this alone never asks for another frame.
pub(super) fn drawn(state: &mut State, regions: Regions) -> Vec<Effect> {
    for list in &regions.lists {
        state.list_mut(list.list).offset = list.offset;
    }
    if let (Some(page), Some(region)) = (state.page_mut(), &regions.page) {
        page.scroll = page.scroll.min(region.lines.saturating_sub(region.height));
    }
    if let Some(first) = regions.matrix_column {
        state.recommendations.matrix.first = first;
    }
    if let Some(Overlay::Finder(finder)) = state.overlays.last_mut() {
        finder.offset = regions.finder_offset;
    }
    if let (Some(Overlay::Preview(preview)), Some((lines, height))) =
        (state.overlays.last_mut(), regions.overlay)
    {
        preview.scroll = preview.scroll.min(lines.saturating_sub(height));
    }
    if let (
        Some(
            Overlay::Help(Help { scroll, .. })
            | Overlay::CopyView(CopyView { scroll, .. })
            | Overlay::Faults { scroll }
            | Overlay::Conflict { scroll },
        ),
        Some((lines, height)),
    ) = (state.overlays.last_mut(), regions.overlay)
    {
        *scroll = (*scroll).min(lines.saturating_sub(height));
    }
    state.regions = regions;
    Vec::new()
}
