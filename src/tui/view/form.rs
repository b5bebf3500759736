//! A form: labels on the left, what stands in the fields on the right, and below the focused one how
//! it is read, what may be entered, or which records fit.

pub(super) mod field;
mod items;

use ratatui::layout::Rect;

use super::Drawn;
use super::canvas::Canvas;
use super::help::box_in;
use crate::app::form::{Form, Level};

/// No wider, so that prose stays readable.
const WIDEST: u16 = 100;

/// Draws the open level of a form.
pub(super) fn draw(canvas: &mut Canvas<'_>, form: &Form, body: Rect, drawn: &mut Drawn) {
    let width = WIDEST.min(body.width);
    let heading = heading(form, canvas.ascii);
    match form.levels.last() {
        Some(Level::Fields(fields)) => {
            let lines = field::lines(
                fields,
                width.saturating_sub(2),
                body.height.saturating_sub(2),
            );
            let height = u16::try_from(lines.len() + 2).unwrap_or(u16::MAX);
            let area = box_in(body, width, height);
            canvas.clear(area);
            let remark = format!("{} of {}", fields.focus + 1, fields.fields.len());
            let inside = canvas.frame(area, &heading, &remark, true);
            field::draw(canvas, fields, &lines, inside, drawn);
        }
        Some(Level::Items(list)) => {
            let height = u16::try_from(list.items.len() + 5).unwrap_or(u16::MAX);
            let area = box_in(body, width, height);
            canvas.clear(area);
            let inside = canvas.frame(area, &heading, &items::count(list), true);
            items::draw(canvas, list, inside, &mut drawn.regions);
        }
        None => {}
    }
}

/// The headings of the open levels, the way down from the form.
fn heading(form: &Form, ascii: bool) -> String {
    let headings = form.levels.iter().map(|level| match level {
        Level::Fields(fields) => fields.heading.as_str(),
        Level::Items(items) => items.heading.as_str(),
    });
    let headings: Vec<&str> = headings.collect();
    headings.join(if ascii { " > " } else { " › " })
}
