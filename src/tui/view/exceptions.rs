//! The screen exceptions.

use ratatui::layout::Rect;

use super::canvas::Canvas;
use super::frame::{empty, is_focused, remark_of};
use crate::app::state::{ListName, Regions, State};

/// Draws the list.
pub(super) fn draw(canvas: &mut Canvas<'_>, state: &State, area: Rect, _: &mut Regions) {
    let name = ListName::Exceptions;
    let list = state.list(name);
    let inside = canvas.frame(
        area,
        "Exceptions",
        &remark_of(list),
        is_focused(state, name),
    );
    empty(canvas, inside, &["Nothing needs attention."]);
}
