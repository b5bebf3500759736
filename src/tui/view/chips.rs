//! The values by which a list can be narrowed: a field at a time, with how many rows have each.

use ratatui::layout::Rect;

use super::canvas::{Canvas, columns};
use super::frame::count_of;
use super::help::box_in;
use super::hits;
use super::menu::{Line, row};
use crate::app::state::{Chip, Chips, Regions, State, Target};

/// Draws the fields, the values of the one in view, and the filter that they come to.
pub(super) fn draw(
    canvas: &mut Canvas<'_>,
    state: &State,
    chips: &Chips,
    body: Rect,
    regions: &mut Regions,
) {
    let area = box_in(body, 70, body.height.saturating_sub(2).clamp(7, 20));
    canvas.clear(area);
    let list = state.list(chips.list);
    let title = format!("Narrow {}", chips.list.title().to_lowercase());
    let inside = canvas.frame(area, &title, &count_of(list, false), true);
    if inside.height < 3 {
        return;
    }
    fields(
        canvas,
        chips,
        Rect {
            height: 1,
            ..inside
        },
    );
    let filter = if list.filter.is_empty() {
        "no filter".to_owned()
    } else {
        format!("filter {}", list.filter)
    };
    let bottom = inside.bottom() - 1;
    let room = inside.width.saturating_sub(2);
    canvas.text(inside.x + 1, bottom, room, &filter, canvas.styles.dim);
    let rows = usize::from(inside.height - 2);
    if chips.values.is_empty() {
        let said = "No row has one.";
        canvas.text(inside.x + 2, inside.y + 1, room, said, canvas.styles.dim);
    }
    let offset = (chips.selected + 1).saturating_sub(rows);
    let shown = chips.values.iter().enumerate().skip(offset).take(rows);
    for (y, (place, chip)) in (inside.y + 1..bottom).zip(shown) {
        hits::line(regions, inside.x, y, inside.width, Target::Choice(place));
        let line = line(canvas, chip, chips.is_cut);
        let area = Rect {
            y,
            height: 1,
            ..inside
        };
        row(canvas, area, &line, place == chips.selected);
    }
}

fn line(canvas: &Canvas<'_>, chip: &Chip, is_cut: bool) -> Line {
    let mark = if chip.picked { "[x]" } else { "[ ]" };
    let words = chip.value.replace('_', " ");
    let title = if chip.title.is_empty() {
        String::new()
    } else {
        format!("  {}", chip.title)
    };
    let more = if is_cut { "+" } else { "" };
    Line {
        number: None,
        text: format!("{mark} {words}{title}"),
        remark: format!("{}{more}", chip.count),
        style: if chip.picked {
            canvas.styles.strong
        } else {
            canvas.styles.base
        },
    }
}

/// The names of the fields on one line, that in view marked and always among them.
fn fields(canvas: &mut Canvas<'_>, chips: &Chips, area: Rect) {
    let width = |name: &&str| columns(name) + 3;
    let room = area.width.saturating_sub(2);
    let mut first = 0;
    let up_to = |first: usize| -> u16 {
        let shown = chips.fields.iter().take(chips.field + 1).skip(first);
        shown.map(width).sum()
    };
    while first < chips.field && up_to(first) > room {
        first += 1;
    }
    let mut x = area.x + 1;
    for (place, name) in chips.fields.iter().enumerate().skip(first) {
        let is_now = place == chips.field;
        let text = if is_now {
            format!(">{name}<")
        } else {
            format!(" {name} ")
        };
        if x + columns(&text) > area.right() {
            break;
        }
        let style = if is_now {
            canvas.styles.accent
        } else {
            canvas.styles.dim
        };
        x += canvas.text(x, area.y, area.right() - x, &text, style) + 1;
    }
}
