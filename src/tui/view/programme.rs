//! The screen of the work programme: meetings with their items, unscheduled items, working groups,
//! decisions.

use ratatui::layout::Rect;

use super::canvas::{Canvas, columns};
use super::cells::{Headed, sorted_by};
use super::frame::{
    Columns, count_of, empty, how_to_add, is_focused, is_selected, remark_of, rows, shows,
    with_marks,
};
use crate::app::state::{ListName, ProgrammeLine, Regions, State, Time};

const NAME: ListName = ListName::Programme;
/// From this width on the types of items are spelled out.
const SPELLED_OUT: u16 = 70;
/// The room of a day.
const DAY: u16 = 11;

/// Draws the list.
pub(super) fn draw(canvas: &mut Canvas<'_>, state: &State, area: Rect, regions: &mut Regions) {
    let list = state.list(NAME);
    let focused = is_focused(state, NAME);
    let order = sorted_by(list, 0, Headed::WhenAsked, canvas.ascii);
    let heading = if list.is_narrowed() {
        format!("Work programme  {}{order}", count_of(list, false))
    } else {
        with_marks(format!("Work programme{order}"), list)
    };
    let inside = canvas.frame(area, &heading, &remark_of(list), focused);
    if list.rows.is_empty() {
        let lines: &[&str] = if list.is_filtered() {
            &["Nothing here fits the filter.", &shows(state, "all of it")]
        } else {
            &[
                "No meetings, working groups or decisions here yet.",
                &how_to_add(state),
            ]
        };
        return empty(canvas, inside, lines);
    }
    rows(
        canvas,
        state,
        NAME,
        inside,
        regions,
        |canvas, place, area| {
            let line = list.rows.get(place);
            let line = line.and_then(|row| state.programme.lines.get(row));
            if let Some((section, line)) = line {
                let under_meeting = *section == 0 && !state.programme.meetings.is_empty();
                row(
                    canvas,
                    line,
                    area,
                    under_meeting,
                    is_selected(state, NAME, place),
                );
            }
        },
    );
}

fn row(
    canvas: &mut Canvas<'_>,
    line: &ProgrammeLine,
    area: Rect,
    under_meeting: bool,
    selected: bool,
) {
    match line {
        ProgrammeLine::Meeting {
            day,
            board,
            time,
            due,
            ..
        } => meeting(canvas, (day, board), *time, *due, area, selected),
        ProgrammeLine::Item {
            types,
            words,
            title,
        } => {
            let indent = if under_meeting { 2 } else { 0 };
            let area = Rect {
                x: area.x + indent,
                width: area.width.saturating_sub(indent),
                ..area
            };
            item(canvas, (types, words), title, area, selected);
        }
        ProgrammeLine::Group { title, meets } => {
            let mut row = Columns::of(area);
            let (x, width) = row.right(columns(meets), 2);
            canvas.text(x, area.y, width, meets, canvas.styles.dim);
            named(canvas, &row, area.y, title, selected);
        }
        ProgrammeLine::Decision {
            day,
            title,
            maker,
            past,
        } => decision(canvas, (day, title), maker, *past, area, selected),
    }
}

/// Draws the text that gives way, marked where the row is selected.
fn named(canvas: &mut Canvas<'_>, row: &Columns, y: u16, text: &str, selected: bool) {
    let (x, width) = row.rest();
    let used = canvas.text(x, y, width, text, canvas.styles.base);
    if selected {
        let area = Rect {
            x,
            y,
            width: used,
            height: 1,
        };
        canvas.style(area, canvas.styles.selected);
    }
}

/// A meeting: its day, its board, and how much falls due before it.
fn meeting(
    canvas: &mut Canvas<'_>,
    (day, board): (&str, &str),
    time: Time,
    due: usize,
    area: Rect,
    selected: bool,
) {
    let mut row = Columns::of(area);
    let style = match time {
        Time::Held => canvas.styles.dim,
        Time::Next => canvas.styles.accent,
        Time::Later => canvas.styles.strong,
    };
    let (x, width) = row.left(columns(day).max(DAY), 2);
    canvas.text(x, area.y, width, day, style);
    let said = match (time, due) {
        (Time::Held, _) => "held".to_owned(),
        (Time::Next, 0) => "next".to_owned(),
        (Time::Next, due) => format!("next, {due} due"),
        (Time::Later, 0) => String::new(),
        (Time::Later, due) => format!("{due} due"),
    };
    let (x, width) = row.right(columns(&said), 2);
    canvas.text(x, area.y, width, &said, canvas.styles.dim);
    named(canvas, &row, area.y, board, selected);
}

/// An item: the codes of its types, its title, and the types in words where there is room.
fn item(
    canvas: &mut Canvas<'_>,
    (types, words): (&str, &str),
    title: &str,
    area: Rect,
    selected: bool,
) {
    let mut row = Columns::of(area);
    let (x, width) = row.left(columns(types).max(7), 2);
    canvas.text(x, area.y, width, types, canvas.styles.strong);
    if area.width >= SPELLED_OUT {
        let room = columns(words).min(area.width * 2 / 5);
        let (x, width) = row.right(room, 2);
        canvas.text(x, area.y, width, words, canvas.styles.dim);
    }
    named(canvas, &row, area.y, title, selected);
}

/// A decision: when it is expected, its title, and who takes it where there is room.
fn decision(
    canvas: &mut Canvas<'_>,
    (day, title): (&str, &str),
    maker: &str,
    past: bool,
    area: Rect,
    selected: bool,
) {
    let mut row = Columns::of(area);
    let style = if past {
        canvas.styles.dim
    } else {
        canvas.styles.strong
    };
    let day = if day.is_empty() { "no date" } else { day };
    let (x, width) = row.left(columns(day).max(DAY), 2);
    canvas.text(x, area.y, width, day, style);
    if area.width >= SPELLED_OUT {
        let (x, width) = row.right(area.width * 2 / 5, 2);
        canvas.text(x, area.y, width, maker, canvas.styles.dim);
    }
    named(canvas, &row, area.y, title, selected);
}
