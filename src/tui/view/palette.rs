//! The palette: commands by name, word or key.

use ratatui::layout::Rect;

use super::Drawn;
use super::canvas::{Canvas, columns};
use super::footer;
use super::frame::{Columns, empty};
use super::help::box_in;
use super::hits;
use crate::app::state::{Palette, State, Target};

/// What is said where no command fits.
const NOTHING: [&str; 3] = [
    "No command fits that.",
    "Only what can be done here and now is listed;",
    "the help finds what can be done elsewhere.",
];

/// Draws the palette.
pub(super) fn draw(
    canvas: &mut Canvas<'_>,
    state: &State,
    palette: &Palette,
    body: Rect,
    drawn: &mut Drawn,
) {
    let area = box_in(body, 72, 18);
    canvas.clear(area);
    let remark = format!(
        "{} of {}",
        (palette.selected + 1).min(palette.hits.len()),
        palette.hits.len()
    );
    let inside = canvas.frame(area, "Commands", &remark, true);
    if inside.height == 0 {
        return;
    }
    footer::typed(
        canvas,
        Rect {
            height: 1,
            ..inside
        },
        "",
        &palette.line,
        &footer::Remark::None,
        drawn,
    );
    if palette.hits.is_empty() {
        let below = Rect {
            y: inside.y + 1,
            height: inside.height - 1,
            ..inside
        };
        empty(canvas, below, &NOTHING);
    }
    let rows = usize::from(inside.height - 1);
    let offset = (palette.selected + 1).saturating_sub(rows);
    for (y, (place, command)) in
        (inside.y + 1..inside.bottom()).zip(palette.hits.iter().enumerate().skip(offset))
    {
        let spec = command.spec();
        let mut row = Columns::of(Rect {
            x: inside.x + 2,
            width: inside.width.saturating_sub(3),
            y,
            height: 1,
        });
        let (x, width) = (inside.x, inside.width);
        hits::line(&mut drawn.regions, x, y, width, Target::Choice(place));
        if place == palette.selected {
            canvas.raw(inside.x, y, 1, ">", canvas.styles.accent);
        }
        let keys = state.keymap.shown(spec, state.ascii).join(" ");
        let (x, width) = row.right(columns(&keys), 2);
        canvas.text(x, y, width, &keys, canvas.styles.strong);
        let (x, width) = row.rest();
        let used = canvas.text(x, y, width, spec.doc, canvas.styles.base);
        if place == palette.selected {
            canvas.style(
                Rect {
                    x,
                    y,
                    width: used,
                    height: 1,
                },
                canvas.styles.selected,
            );
        }
    }
}
