//! Rows in columns: which of them are shown, where they stand, and their headings.
//!
//! A list shows its usual columns as far as its pane is wide enough, or those that the user chose. The column
//! that it is sorted by is always among them, with a mark behind its heading. The title gives way to all others;
//! where even that is not enough, columns go from the right, but never rating, code and title.

use ratatui::layout::Rect;

use super::canvas::{Canvas, columns};
use super::frame::inner;
use crate::analysis::listing::{Column, Seen, Sort, cell};
use crate::app::state::{List, ListName, State};
use crate::domain::id::{Id, RecordRef};
use crate::domain::rating::Rating;

/// What stays of a column that gives way.
const LEAST: u16 = 10;

/// The room that a column wants.
#[derive(Clone, Copy)]
pub(super) struct Fit {
    /// How wide it is; it does not matter for a column that gives way.
    pub(super) width: u16,
    /// The blanks before it.
    pub(super) gap: u16,
    /// From which width of the pane on it is there, where nobody chose columns.
    pub(super) from: u16,
    /// Whether it is set at the right.
    pub(super) right: bool,
    /// Whether its heading is plain from what stands below, and left out.
    pub(super) quiet: bool,
    /// How much of its width is a unit behind a figure: the heading stands over the figure.
    pub(super) unit: u16,
}

impl Fit {
    /// A column that is always there, set at the left.
    pub(super) const fn left(width: u16, gap: u16) -> Self {
        Self {
            width,
            gap,
            from: 0,
            right: false,
            quiet: false,
            unit: 0,
        }
    }

    /// The same, set at the right.
    pub(super) const fn right(width: u16, gap: u16) -> Self {
        Self {
            right: true,
            ..Self::left(width, gap)
        }
    }

    /// The same, from a width of the pane on.
    pub(super) const fn from(self, from: u16) -> Self {
        Self { from, ..self }
    }

    /// The same with a unit behind the figure.
    pub(super) const fn with_unit(self, unit: u16) -> Self {
        Self { unit, ..self }
    }

    /// The same without a heading.
    pub(super) const fn quiet(self) -> Self {
        Self {
            quiet: true,
            ..self
        }
    }

    /// The room of a column that somebody added to a list.
    pub(super) fn usual(column: Column) -> Self {
        let width = match column {
            Column::Rating | Column::Direction | Column::Marks => 3,
            Column::Met | Column::Close | Column::Missed | Column::Late | Column::Change => 4,
            Column::Stage | Column::Theme | Column::Count => 5,
            Column::Officer | Column::Organisation => 22,
            Column::Board => 14,
            Column::Quality => 20,
            Column::Status => 12,
            Column::Updated | Column::Due => 11,
            _ => 10,
        };
        Self::left(width, 2)
    }
}

/// A column in its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Laid {
    /// Which.
    pub(super) column: Column,
    /// Where it begins.
    pub(super) x: u16,
    /// How wide it is.
    pub(super) width: u16,
    right: bool,
    quiet: bool,
    unit: u16,
}

/// Sets the columns of a list into a row: as wide as they want to be, those that give way as wide as
/// the rest allows.
pub(super) fn lay(
    name: ListName,
    list: &List,
    row: Rect,
    fit: impl Fn(Column) -> Fit,
) -> Vec<Laid> {
    let sorted = list.sort.map(|sort| sort.column);
    let chosen = !list.columns.is_empty();
    let mut shown: Vec<(Column, Fit)> = shown(name, list, row.width, &fit);
    for (column, fit) in &mut shown {
        if chosen || sorted == Some(*column) {
            fit.quiet = false;
        }
        if sorted == Some(*column) && !gives_way(*column) {
            fit.width = fit.width.max(columns(column.heading()) + 1);
        }
    }
    while needed(&shown) > row.width {
        let spare = |(column, _): &(Column, Fit)| {
            let kept = matches!(column, Column::Rating | Column::Code | Column::Title);
            !kept && sorted != Some(*column) && shown.len() > 1
        };
        let Some(at) = shown.iter().rposition(spare) else {
            break;
        };
        shown.remove(at);
    }
    set(&shown, row)
}

/// The columns that are to be shown, if there is room.
fn shown(
    name: ListName,
    list: &List,
    width: u16,
    fit: &impl Fn(Column) -> Fit,
) -> Vec<(Column, Fit)> {
    let sorted = list.sort.map(|sort| sort.column);
    let with_fit = |column: Column| (column, fit(column));
    let mut shown: Vec<(Column, Fit)> = if list.columns.is_empty() {
        let usual = name.listing().usual_columns().iter().copied();
        usual
            .map(with_fit)
            .filter(|(column, fit)| width >= fit.from || sorted == Some(*column))
            .collect()
    } else {
        list.columns.iter().copied().map(with_fit).collect()
    };
    let is_shown = |column: &Column| shown.iter().any(|(it, _)| it == column);
    if let Some(column) = sorted.filter(|column| !is_shown(column)) {
        shown.push(with_fit(column));
    }
    shown
}

/// Whether a column is as wide as the others leave it room.
fn gives_way(column: Column) -> bool {
    matches!(column, Column::Title | Column::Reason)
}

/// The blanks before a column: a text that was cut needs two behind it.
fn gap(shown: &[(Column, Fit)], place: usize) -> u16 {
    let Some(((column, fit), before)) = shown.get(place).zip(place.checked_sub(1)) else {
        return 0;
    };
    if fit.width == 0 && !gives_way(*column) {
        return fit.gap;
    }
    let behind_text = shown.get(before).is_some_and(|(it, _)| gives_way(*it));
    let least = if behind_text && *column != Column::Marks {
        2
    } else {
        0
    };
    fit.gap.max(least)
}

fn needed(shown: &[(Column, Fit)]) -> u16 {
    let widths = shown.iter().enumerate().map(|(place, (column, fit))| {
        let width = if gives_way(*column) { LEAST } else { fit.width };
        gap(shown, place) + width
    });
    widths.sum()
}

fn set(shown: &[(Column, Fit)], row: Rect) -> Vec<Laid> {
    let fixed: u16 = shown
        .iter()
        .enumerate()
        .map(|(place, (column, fit))| {
            let width = if gives_way(*column) { 0 } else { fit.width };
            gap(shown, place) + width
        })
        .sum();
    let rest = row.width.saturating_sub(fixed);
    let has = |wanted| shown.iter().any(|(column, _)| *column == wanted);
    // A reason says more than a title.
    let both = has(Column::Title) && has(Column::Reason);
    let mut x = row.x;
    let mut laid = Vec::with_capacity(shown.len());
    for (place, (column, fit)) in shown.iter().enumerate() {
        x = (x + gap(shown, place)).min(row.right());
        let wanted = match column {
            Column::Title if both => (rest + 2) * 2 / 5,
            Column::Reason if both => rest.saturating_sub((rest + 2) * 2 / 5),
            column if gives_way(*column) => rest,
            _ => fit.width,
        };
        let width = wanted.min(row.right() - x);
        laid.push(Laid {
            column: *column,
            x,
            width,
            right: fit.right,
            quiet: fit.quiet,
            unit: fit.unit,
        });
        x += width;
    }
    laid
}

/// The columns that the widest code takes, of the rows in view and a screen to either side, so that
/// the column stays as it is while one moves about.
pub(super) fn widest_code<'a>(
    list: &List,
    height: u16,
    code: impl Fn(&Id) -> Option<&'a String>,
) -> u16 {
    let height = usize::from(height);
    let near = list.rows.iter().skip(list.offset.saturating_sub(height));
    let codes = near.take(3 * height).filter_map(code);
    codes.map(|code| columns(code)).max().unwrap_or(0)
}

/// The mark behind the heading of the column that a list is sorted by.
pub(super) fn sort_mark(sort: Sort, ascii: bool) -> &'static str {
    match (sort.descending, ascii) {
        (false, false) => "↑",
        (true, false) => "↓",
        (false, true) => "^",
        (true, true) => "v",
    }
}

/// When a list has a line of headings. Where it is sorted, or its columns are chosen, it has one from three
/// lines on.
#[derive(Clone, Copy)]
pub(super) enum Headed {
    /// Only then.
    WhenAsked,
    /// From so many lines on anyhow.
    From(u16),
}

/// Draws the headings on the first line of a pane where that is worth a line; gives back what is left for
/// the rows.
pub(super) fn header(
    canvas: &mut Canvas<'_>,
    list: &List,
    inside: Rect,
    laid: &[Laid],
    headed: Headed,
) -> Rect {
    if !has_header(list, inside.height, headed) {
        return inside;
    }
    let y = inner(inside).y;
    for cell in laid {
        let sort = list.sort.filter(|sort| sort.column == cell.column);
        if cell.quiet && sort.is_none() {
            continue;
        }
        let mark = sort.map_or("", |sort| sort_mark(sort, canvas.ascii));
        let text = format!("{}{mark}", cell.column.heading());
        let style = if sort.is_some() {
            canvas.styles.strong
        } else {
            canvas.styles.dim
        };
        if columns(&text) > cell.width {
            continue;
        }
        if cell.right {
            let over = cell.width.saturating_sub(cell.unit).max(columns(&text));
            canvas.right(cell.x, y, over, &text, style);
        } else {
            canvas.text(cell.x, y, cell.width, &text, style);
        }
    }
    Rect {
        y: inside.y + 1,
        height: inside.height - 1,
        ..inside
    }
}

/// Whether a list has a line of headings in a pane so high inside.
pub(super) fn has_header(list: &List, height: u16, headed: Headed) -> bool {
    let asked = list.sort.is_some() || !list.columns.is_empty();
    let anyhow = matches!(headed, Headed::From(least) if height >= least);
    anyhow || asked && height >= 3
}

/// What the frame of a list, so high with its borders, says of its order where it has no line for
/// headings: `by due ↓`.
pub(super) fn sorted_by(list: &List, height: u16, headed: Headed, ascii: bool) -> String {
    match list.sort {
        Some(sort) if !has_header(list, height.saturating_sub(2), headed) => {
            let mark = sort_mark(sort, ascii);
            format!("  by {}{mark}", sort.column.heading().to_lowercase())
        }
        _ => String::new(),
    }
}

/// Draws what a column says of a record in the plain way that fits every list.
pub(super) fn plain(
    canvas: &mut Canvas<'_>,
    state: &State,
    record: &RecordRef,
    laid: Laid,
    y: u16,
) {
    let seen = Seen {
        workspace: state.workspace(),
        index: &state.index,
        moment: state.moment,
    };
    let cell = cell(seen, record, laid.column);
    if laid.column == Column::Rating {
        if !cell.text.is_empty() {
            canvas.chip(laid.x, y, Rating::read(&cell.text), Some(&cell.text));
        }
        return;
    }
    let style = canvas.styles.dim;
    if laid.right {
        canvas.right(laid.x, y, laid.width, &cell.text, style);
    } else {
        canvas.text(laid.x, y, laid.width, &cell.text, style);
    }
}

/// The stretch of a row from its code to the end of its title, as it was drawn: what is marked where the
/// row is selected.
pub(super) struct Stretch {
    from: Option<u16>,
    to: u16,
}

impl Stretch {
    /// Nothing yet.
    pub(super) fn new() -> Self {
        Self { from: None, to: 0 }
    }

    /// A text was drawn so wide at a place.
    pub(super) fn add(&mut self, x: u16, used: u16) {
        if used > 0 {
            self.from = Some(self.from.map_or(x, |from| from.min(x)));
            self.to = self.to.max(x + used);
        }
    }

    /// Marks it; a row that says nothing is marked all the same.
    pub(super) fn mark(&self, canvas: &mut Canvas<'_>, row: Rect) {
        let from = self.from.unwrap_or(row.x);
        let area = Rect {
            x: from,
            width: self.to.max(from + 1) - from,
            ..row
        };
        canvas.style(area.intersection(row), canvas.styles.selected);
    }
}

#[cfg(test)]
mod tests;
