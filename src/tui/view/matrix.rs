//! The coverage matrix: recommendations against what monitors them. The headings of rows and columns
//! stay while the cells scroll both ways.

use ratatui::layout::Rect;

use super::canvas::{Canvas, columns};
use super::frame::{count_of, detail, empty, inner, is_focused, remark_of, rows, shows};
use super::hits::hit;
use crate::analysis::naming::title_of;
use crate::app::state::{CoverageMatrix, ListName, Regions, State, Target};

const NAME: ListName = ListName::Recommendations;
/// No column is wider; names of groups and reports give way, codes are shorter.
const WIDEST: u16 = 12;

/// Draws the matrix.
pub(super) fn draw(canvas: &mut Canvas<'_>, state: &State, area: Rect, regions: &mut Regions) {
    let list = state.list(NAME);
    let matrix = &state.recommendations.matrix;
    let heading = format!("Coverage matrix  {}", count_of(list, false));
    let place = if matrix.labels.is_empty() {
        String::new()
    } else {
        format!(
            "column {} of {}",
            matrix.selected() + 1,
            matrix.labels.len()
        )
    };
    let remark = [remark_of(list), place].join("   ");
    let inside = canvas.frame(area, &heading, remark.trim_end(), is_focused(state, NAME));
    if list.rows.is_empty() || matrix.labels.is_empty() {
        let lines: &[&str] = if list.is_filtered() {
            &[
                "No recommendation fits the filter.",
                &shows(state, "all of them"),
            ]
        } else {
            &[
                "Nothing monitors any recommendation yet.",
                "The routes of a recommendation say what does.",
            ]
        };
        return empty(canvas, inside, lines);
    }
    let said = [(named_column(state, matrix), canvas.styles.base)];
    let inside = detail(canvas, inside, &said);
    if inside.height < 2 {
        return;
    }
    let grid = Grid::of(matrix, inside);
    regions.matrix_column = Some(grid.first);
    header(canvas, matrix, &grid, inside);
    let below = Rect {
        y: inside.y + 1,
        height: inside.height - 1,
        ..inside
    };
    rows(
        canvas,
        state,
        NAME,
        below,
        regions,
        |canvas, place, area| {
            row(canvas, state, &grid, place, area);
        },
    );
    for (place, x, width) in &grid.columns {
        let cells = Rect {
            x: *x,
            width: *width,
            ..inside
        };
        hit(regions, cells, Target::Column(*place));
    }
}

/// Which columns are drawn, and where.
struct Grid {
    /// The first one.
    first: usize,
    /// How wide the headings of the rows are.
    names: u16,
    /// Place, left edge and width of each.
    columns: Vec<(usize, u16, u16)>,
}

impl Grid {
    /// The columns that fit, so that the selected one is among them and they move as little as possible.
    fn of(matrix: &CoverageMatrix, inside: Rect) -> Self {
        let area = inner(inside);
        let names = (area.width * 2 / 5).clamp(8, 48).min(area.width);
        let room = area.width.saturating_sub(names + 1);
        let width = |place: usize| {
            let label = matrix.labels.get(place);
            label.map_or(0, |label| columns(label).clamp(2, WIDEST))
        };
        let selected = matrix.selected();
        let mut first = matrix.first.min(selected);
        let needed = |first: usize| {
            (first..=selected)
                .map(|place| width(place) + 1)
                .sum::<u16>()
        };
        while first < selected && needed(first) > room {
            first += 1;
        }
        let mut x = area.x + names + 1;
        let mut shown = Vec::new();
        for place in first..matrix.labels.len() {
            let left = area.right().saturating_sub(x);
            // Codes never shorten: only the selected column is cut where there is no room for one.
            if left == 0 || (place > selected && width(place) > left) {
                break;
            }
            let width = width(place).min(left);
            shown.push((place, x, width));
            x += width + 1;
        }
        Self {
            first,
            names,
            columns: shown,
        }
    }
}

fn header(canvas: &mut Canvas<'_>, matrix: &CoverageMatrix, grid: &Grid, inside: Rect) {
    let area = inner(inside);
    let more = if grid.first > 0 { "<" } else { "" };
    canvas.right(area.x, area.y, grid.names, more, canvas.styles.dim);
    for (place, x, width) in &grid.columns {
        let style = if *place == matrix.selected() {
            canvas.styles.accent
        } else {
            canvas.styles.strong
        };
        let label = matrix.labels.get(*place).map_or("", String::as_str);
        canvas.text(*x, area.y, *width, label, style);
    }
    let last = grid.columns.last().map_or(0, |(place, _, _)| place + 1);
    if last < matrix.labels.len() {
        canvas.raw(area.right(), area.y, 1, ">", canvas.styles.dim);
    }
}

fn row(canvas: &mut Canvas<'_>, state: &State, grid: &Grid, place: usize, area: Rect) {
    let list = state.list(NAME);
    let Some(id) = list.rows.get(place) else {
        return;
    };
    let matrix = &state.recommendations.matrix;
    let focused = is_focused(state, NAME) && list.place() == Some(place);
    if let Some(shown) = state.recommendations.rows.get(id) {
        let used = canvas.text(
            area.x,
            area.y,
            grid.names,
            &shown.code,
            canvas.styles.strong,
        );
        let x = area.x + used + u16::from(used > 0) * 2;
        let room = (area.x + grid.names).saturating_sub(x);
        canvas.text(x, area.y, room, &shown.title, canvas.styles.base);
    }
    for (column, x, width) in &grid.columns {
        let (letter, style) = match matrix.cell(id, *column) {
            Some(true) => ("D", canvas.styles.strong),
            Some(false) => ("i", canvas.styles.base),
            None if canvas.ascii => (".", canvas.styles.dim),
            None => ("·", canvas.styles.dim),
        };
        let middle = x + (width - 1) / 2;
        canvas.raw(middle, area.y, 1, letter, style);
        if focused && *column == matrix.selected() {
            canvas.style(
                Rect {
                    x: *x,
                    width: *width,
                    ..area
                },
                canvas.styles.selected,
            );
        }
    }
}

/// What the selected column stands for.
fn named_column(state: &State, matrix: &CoverageMatrix) -> String {
    let Some(column) = matrix.cells.columns.get(matrix.selected()) else {
        return String::new();
    };
    let label = matrix.labels.get(matrix.selected());
    let label = label.map_or("", String::as_str);
    let title = title_of(state.workspace(), &column.record, state.moment);
    let title = if title.is_empty() {
        "not in this file".to_owned()
    } else {
        title
    };
    format!("{label}   {}   {title}", column.record.kind.word())
}
