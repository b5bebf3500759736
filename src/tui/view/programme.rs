//! The screen of the work programme.

use ratatui::layout::Rect;

use super::canvas::Canvas;
use super::frame::{empty, is_focused, remark_of};
use crate::app::state::{ListName, Regions, State};

/// Draws the list.
pub(super) fn draw(canvas: &mut Canvas<'_>, state: &State, area: Rect, _: &mut Regions) {
    let name = ListName::Programme;
    let list = state.list(name);
    let inside = canvas.frame(
        area,
        "Work programme",
        &remark_of(list),
        is_focused(state, name),
    );
    empty(
        canvas,
        inside,
        &["No meetings, working groups or decisions here yet."],
    );
}
