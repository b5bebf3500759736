//! The menus of a list: what it is sorted by, which columns it shows.

use ratatui::layout::Rect;
use ratatui::style::Style;

use super::canvas::{Canvas, columns as width_of};
use super::cells::sort_mark;
use super::help::box_in;
use super::hits;
use crate::analysis::listing::Sort;
use crate::app::state::{ColumnMenu, Regions, SortMenu, State, Target, ViewMenu};
use crate::search::view::ListView;

/// A line of a menu.
pub(super) struct Line {
    /// Its number, by which it is taken; 0 to 9, others have none.
    pub(super) number: Option<usize>,
    /// What it is.
    pub(super) text: String,
    /// What there is to say of it, at the right.
    pub(super) remark: String,
    /// How its text looks.
    pub(super) style: Style,
}

/// Draws a menu; the selected line stays in view.
pub(super) fn draw(
    canvas: &mut Canvas<'_>,
    body: Rect,
    (title, remark, width): (&str, &str, u16),
    selected: usize,
    lines: &[Line],
    regions: &mut Regions,
) {
    let height = u16::try_from(lines.len().saturating_add(2)).unwrap_or(u16::MAX);
    let area = box_in(
        body,
        width,
        height.min(body.height.saturating_sub(2).max(5)),
    );
    canvas.clear(area);
    let inside = canvas.frame(area, title, remark, true);
    let rows = usize::from(inside.height).max(1);
    let offset = (selected + 1).saturating_sub(rows);
    let shown = lines.iter().enumerate().skip(offset);
    for (y, (place, line)) in (inside.top()..inside.bottom()).zip(shown) {
        hits::line(regions, inside.x, y, inside.width, Target::Choice(place));
        row(
            canvas,
            Rect {
                y,
                height: 1,
                ..inside
            },
            line,
            place == selected,
        );
    }
}

/// Draws a line of a menu.
pub(super) fn row(canvas: &mut Canvas<'_>, area: Rect, line: &Line, selected: bool) {
    let y = area.y;
    if selected {
        canvas.raw(area.x, y, 1, ">", canvas.styles.accent);
    }
    let mut x = area.x + 2;
    if let Some(number) = line.number {
        let number = if number < 10 {
            number.to_string()
        } else {
            String::new()
        };
        canvas.text(x, y, 1, &number, canvas.styles.strong);
        x += 2;
    }
    let room = area.right().saturating_sub(x + 1);
    let for_remark = width_of(&line.remark).min(room / 2);
    let gap = if for_remark > 0 { 2 } else { 0 };
    let used = canvas.text(
        x,
        y,
        room.saturating_sub(for_remark + gap),
        &line.text,
        line.style,
    );
    if for_remark > 0 {
        let at = area.right() - 1 - for_remark;
        canvas.text(at, y, for_remark, &line.remark, canvas.styles.dim);
    }
    if selected {
        let marked = Rect {
            x,
            width: used,
            ..area
        };
        canvas.style(marked, canvas.styles.selected);
    }
}

/// Draws what a list can be sorted by.
pub(super) fn sort(
    canvas: &mut Canvas<'_>,
    state: &State,
    menu: &SortMenu,
    body: Rect,
    regions: &mut Regions,
) {
    let now = state.list(menu.list).sort;
    let choices = menu.choices.iter().enumerate();
    let line = |(number, choice): (usize, &Option<_>)| {
        let is_now = now.map(|sort| sort.column) == *choice;
        let next = choice.map(|column| match now {
            Some(sort) if sort.column == column => sort.reversed(),
            _ => Sort::by(column),
        });
        let remark = match (next, now.filter(|_| is_now)) {
            (Some(next), Some(now)) => format!(
                "{} {}, again: {}",
                sort_mark(now, canvas.ascii),
                now.way(),
                next.way()
            ),
            (Some(next), None) => next.way().to_owned(),
            (None, _) => String::new(),
        };
        Line {
            number: Some(number),
            text: choice.map_or_else(|| "its own order".to_owned(), |it| it.words().to_owned()),
            remark,
            style: canvas.styles.base,
        }
    };
    let lines: Vec<Line> = choices.map(line).collect();
    let title = format!("Sort {} by", menu.list.title().to_lowercase());
    draw(
        canvas,
        body,
        (&title, "", 64),
        menu.selected,
        &lines,
        regions,
    );
}

/// Draws the views by number: what each shows, and where it is kept.
pub(super) fn views(canvas: &mut Canvas<'_>, menu: &ViewMenu, body: Rect, regions: &mut Regions) {
    let numbered = menu.views.iter().enumerate();
    let line = |(place, view): (usize, &ListView)| Line {
        number: Some(place + 1),
        text: view.name.clone(),
        remark: what(view),
        style: canvas.styles.base,
    };
    let lines: Vec<Line> = numbered.map(line).collect();
    let selected = menu.views.get(menu.selected);
    let remark = selected.map_or("", |view| view.keeper.word());
    draw(
        canvas,
        body,
        ("Views", remark, 76),
        menu.selected,
        &lines,
        regions,
    );
}

/// What a view shows, in a few words.
fn what(view: &ListView) -> String {
    let list = view
        .list
        .map_or("?", crate::analysis::listing::Listing::word);
    let sort = view.sort.map(|sort| format!("by {}", sort.column.words()));
    let parts = [
        Some(list.to_owned()),
        Some(view.filter.clone()).filter(|filter| !filter.is_empty()),
        sort,
    ];
    parts.into_iter().flatten().collect::<Vec<_>>().join("  ")
}

/// Draws the columns of a list, those that are shown first.
pub(super) fn columns(
    canvas: &mut Canvas<'_>,
    menu: &ColumnMenu,
    body: Rect,
    regions: &mut Regions,
) {
    let line = |(column, shown): &(crate::analysis::listing::Column, bool)| Line {
        number: None,
        text: format!("{} {}", if *shown { "[x]" } else { "[ ]" }, column.words()),
        remark: column.heading().to_owned(),
        style: if *shown {
            canvas.styles.base
        } else {
            canvas.styles.dim
        },
    };
    let lines: Vec<Line> = menu.entries.iter().map(line).collect();
    let shown = menu.entries.iter().filter(|(_, shown)| *shown).count();
    let title = format!("Columns of {}", menu.list.title().to_lowercase());
    let remark = format!("{shown} of {}", menu.entries.len());
    draw(
        canvas,
        body,
        (&title, &remark, 52),
        menu.selected,
        &lines,
        regions,
    );
}
