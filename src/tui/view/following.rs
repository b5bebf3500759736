//! What may follow a key that begins something, once it has waited for a while.

use ratatui::layout::Rect;

use super::canvas::{Canvas, columns};
use crate::app::state::State;

/// Draws the keys in the corner above the footer, which says what was typed.
pub(super) fn draw(canvas: &mut Canvas<'_>, state: &State, body: Rect) {
    let (place, ascii) = (state.place(), state.ascii);
    let found = state.keymap.following(&state.typed, place, ascii);
    let keys = found.iter().map(|(keys, _)| columns(keys)).max();
    let words = found.iter().map(|(_, spec)| columns(spec.doc)).max();
    let (Some(keys), Some(words)) = (keys, words) else {
        return;
    };
    let width = (keys + words + 6).min(body.width);
    let height = u16::try_from(found.len()).unwrap_or(u16::MAX);
    let height = height.saturating_add(2).min(body.height);
    let area = Rect {
        x: body.right() - width,
        y: body.bottom() - height,
        width,
        height,
    };
    canvas.clear(area);
    let inside = canvas.frame(area, &format!("After {}", state.typed_shown()), "", true);
    for (y, (typed, spec)) in (inside.top()..inside.bottom()).zip(&found) {
        canvas.text(inside.x + 1, y, keys, typed, canvas.styles.strong);
        let x = (inside.x + 1 + keys + 2).min(inside.right());
        let room = inside.right() - x;
        canvas.text(x, y, room, spec.doc, canvas.styles.base);
    }
}
