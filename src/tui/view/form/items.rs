//! The items of a list in a form.

use ratatui::layout::Rect;

use crate::app::form::Items;
use crate::app::state::{Regions, Target};
use crate::tui::view::canvas::Canvas;
use crate::tui::view::hits;

/// How many items there are, and how many of them go.
pub(super) fn count(list: &Items) -> String {
    let going = list.items.iter().filter(|item| item.goes).count();
    match going {
        0 => list.items.len().to_string(),
        going => format!("{}, {going} to go", list.items.len()),
    }
}

/// Draws a line an item, and one that adds.
pub(super) fn draw(canvas: &mut Canvas<'_>, list: &Items, inside: Rect, regions: &mut Regions) {
    let height = usize::from(inside.height);
    let rows = list.items.len() + 1;
    let offset = (list.selected + 1)
        .saturating_sub(height)
        .min(rows.saturating_sub(height));
    for (y, place) in (inside.top()..inside.bottom()).zip(offset..rows) {
        let selected = place == list.selected;
        hits::line(regions, inside.x, y, inside.width, Target::Choice(place));
        if selected {
            canvas.raw(inside.x, y, 1, ">", canvas.styles.accent);
        }
        let (x, width) = (inside.x + 2, inside.width.saturating_sub(3));
        let used = match list.items.get(place) {
            Some(item) if item.goes => {
                let words = format!("- {}   (goes; D puts it back)", item.words);
                canvas.text(x, y, width, &words, canvas.styles.dim)
            }
            Some(item) => canvas.text(x, y, width, &item.words, canvas.styles.base),
            None => {
                let words = format!("+ add {}", list.listed.one().to_lowercase());
                canvas.text(x, y, width, &words, canvas.styles.dim)
            }
        };
        if selected {
            let row = Rect {
                x,
                y,
                width: used,
                height: 1,
            };
            canvas.style(row, canvas.styles.selected);
        }
    }
}
