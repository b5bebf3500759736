//! The meetings to which an item can be moved.

use ratatui::layout::Rect;

use super::canvas::Canvas;
use super::help::box_in;
use super::hits;
use crate::app::state::{Meetings, Regions, Target};

/// Draws the choice; the selected meeting stays in view.
pub(super) fn draw(
    canvas: &mut Canvas<'_>,
    meetings: &Meetings,
    body: Rect,
    regions: &mut Regions,
) {
    let count = meetings.choices.len();
    let height = u16::try_from(count.saturating_add(4)).unwrap_or(u16::MAX);
    let area = box_in(body, 68, height.min(18));
    canvas.clear(area);
    let remark = format!("{} of {count}", meetings.selected + 1);
    let inside = canvas.frame(area, "Move to which meeting?", &remark, true);
    let width = inside.width.saturating_sub(2);
    canvas.text(
        inside.x + 1,
        inside.y,
        width,
        &meetings.title,
        canvas.styles.strong,
    );
    let top = (inside.y + 2).min(inside.bottom());
    let rows = usize::from(inside.bottom() - top);
    let offset = (meetings.selected + 1).saturating_sub(rows);
    let choices = meetings.choices.iter().enumerate().skip(offset);
    for (y, (place, choice)) in (top..inside.bottom()).zip(choices) {
        let (x, whole) = (inside.x, inside.width);
        hits::line(regions, x, y, whole, Target::Choice(place));
        let now = if choice.is_now { "   now" } else { "" };
        let words = format!("{}{now}", choice.words);
        let used = canvas.text(
            inside.x + 2,
            y,
            width.saturating_sub(1),
            &words,
            canvas.styles.base,
        );
        if place == meetings.selected {
            canvas.raw(inside.x, y, 1, ">", canvas.styles.accent);
            let line = Rect {
                x: inside.x + 2,
                y,
                width: used,
                height: 1,
            };
            canvas.style(line, canvas.styles.selected);
        }
    }
}
