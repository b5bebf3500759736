//! The screen history.

use ratatui::layout::Rect;

use super::canvas::Canvas;
use super::frame::{empty, is_focused, remark_of};
use crate::app::state::{ListName, Regions, State};

/// Draws the list.
pub(super) fn draw(canvas: &mut Canvas<'_>, state: &State, area: Rect, _: &mut Regions) {
    let name = ListName::History;
    let list = state.list(name);
    let inside = canvas.frame(area, "History", &remark_of(list), is_focused(state, name));
    empty(canvas, inside, &["No changes are recorded here yet."]);
}
