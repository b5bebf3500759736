//! A page as bare text: no border, no title, nothing beside it, so that what the terminal selects is the
//! text and nothing else.

use ratatui::layout::Rect;

use super::canvas::Canvas;
use super::{Drawn, footer, page};
use crate::app::state::{CopyView, State};

/// Draws the page over the whole screen, but for the line that says how to leave.
pub(super) fn draw(
    canvas: &mut Canvas<'_>,
    state: &State,
    view: &CopyView,
    area: Rect,
    drawn: &mut Drawn,
) {
    let last = Rect {
        y: area.bottom() - 1,
        height: 1,
        ..area
    };
    footer::draw(canvas, state, last, drawn);
    let lines = page::lines(state, &view.about, area.width);
    let height = area.height - 1;
    let most = lines.len().saturating_sub(usize::from(height));
    let shown = lines.iter().skip(view.scroll.min(most));
    for (y, line) in (area.y..last.y).zip(shown) {
        let mut x = area.x;
        for span in &line.spans {
            let room = area.right().saturating_sub(x);
            x += canvas.raw(x, y, room, &span.text, canvas.styles.tone(span.tone));
        }
    }
    drawn.regions.overlay = Some((lines.len(), usize::from(height)));
}
