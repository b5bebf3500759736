//! The pane of themes, and the same as a line of tabs.

use ratatui::layout::Rect;

use super::canvas::{Canvas, columns};
use super::cells::{Headed, sorted_by};
use super::frame::{Columns, count_of, empty, is_focused, is_selected, remark_of, rows};
use super::hits;
use crate::app::command::Command;
use crate::app::place::Places;
use crate::app::state::{Pane, Regions, State, Target};
use crate::domain::id::Id;

/// What is said where a filter shows no theme, in lines for the narrow pane.
fn unmatched(state: &State) -> [String; 3] {
    let back = state
        .keymap
        .named(Command::Back, Places::THEMES, state.ascii);
    [
        "No theme fits".to_owned(),
        "the filter.".to_owned(),
        format!("{back} shows all of them."),
    ]
}

/// Draws the pane.
pub(super) fn draw(canvas: &mut Canvas<'_>, state: &State, area: Rect, regions: &mut Regions) {
    let list = &state.trackers.themes;
    let remark = if list.is_filtered() {
        remark_of(list)
    } else {
        String::new()
    };
    let order = sorted_by(list, 0, Headed::WhenAsked, canvas.ascii);
    let heading = format!("Themes  {}{order}", count_of(list, true));
    let inside = canvas.frame(area, &heading, &remark, is_focused(state, Pane::Themes));
    if list.rows.is_empty() {
        return empty(
            canvas,
            inside,
            &unmatched(state).each_ref().map(String::as_str),
        );
    }
    let width = code_width(state);
    rows(
        canvas,
        state,
        Pane::Themes,
        inside,
        regions,
        |canvas, place, area| {
            let Some(id) = list.rows.get(place) else {
                return;
            };
            let mut row = Columns::of(area);
            let count = priorities_under(state, id).to_string();
            let (x, columns_of_count) = row.right(columns(&count), 1);
            canvas.text(x, area.y, columns_of_count, &count, canvas.styles.dim);
            let (code, title) = code_and_title(state, id);
            let (x, columns_of_code) = row.left(width, 2);
            canvas.text(x, area.y, columns_of_code, &code, canvas.styles.strong);
            let (title_x, columns_of_title) = row.rest();
            canvas.text(
                title_x,
                area.y,
                columns_of_title,
                &title,
                canvas.styles.base,
            );
            if is_selected(state, Pane::Themes, place) {
                let end = title_x + columns(&title).min(columns_of_title);
                canvas.style(
                    Rect {
                        x,
                        width: end - x,
                        ..area
                    },
                    canvas.styles.selected,
                );
            }
        },
    );
}

/// Draws the themes as one line of tabs.
pub(super) fn tabs(canvas: &mut Canvas<'_>, state: &State, area: Rect, regions: &mut Regions) {
    let list = &state.trackers.themes;
    let focused = is_focused(state, Pane::Themes);
    let selected = list.place().unwrap_or(0);
    let heading_style = if focused {
        canvas.styles.accent
    } else {
        canvas.styles.dim
    };
    let heading = if list.is_narrowed() {
        format!(" Themes {}  ", count_of(list, true))
    } else {
        " Themes  ".to_owned()
    };
    let mut x = area.x + canvas.text(area.x, area.y, area.width, &heading, heading_style);
    if list.rows.is_empty() {
        let said = unmatched(state).join(" ");
        canvas.text(x, area.y, area.right() - x, &said, canvas.styles.dim);
        return;
    }
    let first = first_tab(state, selected, area.width);
    for (place, id) in list.rows.iter().enumerate().skip(first) {
        let style = match (place == selected, focused) {
            (true, true) => canvas.styles.selected,
            (true, false) => canvas.styles.strong,
            (false, _) => canvas.styles.dim,
        };
        let text = tab(state, id);
        if x + columns(&text) > area.right() {
            break;
        }
        let marked = if place == selected {
            format!(">{}", text.trim_start())
        } else {
            text
        };
        let used = canvas.text(x, area.y, area.right() - x, &marked, style);
        hits::line(regions, x, area.y, used, Target::Theme(id.clone()));
        x += used + 1;
    }
}

/// The tab from which they are drawn: with many themes the selected one must be in view.
fn first_tab(state: &State, selected: usize, width: u16) -> usize {
    let rows = &state.trackers.themes.rows;
    let mut first = 0;
    while first < selected {
        let needed: u16 = rows
            .iter()
            .take(selected + 1)
            .skip(first)
            .map(|id| columns(&tab(state, id)) + 1)
            .sum();
        if needed <= width.saturating_sub(10) {
            break;
        }
        first += 1;
    }
    first
}

fn tab(state: &State, id: &Id) -> String {
    let (code, title) = code_and_title(state, id);
    let name = if code.is_empty() { title } else { code };
    format!(" {name} {} ", priorities_under(state, id))
}

fn code_width(state: &State) -> u16 {
    let codes = state
        .workspace()
        .themes
        .iter()
        .map(|theme| columns(&theme.code))
        .max();
    codes.unwrap_or(0).clamp(3, 8)
}

fn code_and_title(state: &State, id: &Id) -> (String, String) {
    match state.workspace().themes.get(id.as_str()) {
        Some(theme) => (theme.code.clone(), theme.title.clone()),
        None => ("All".to_owned(), String::new()),
    }
}

fn priorities_under(state: &State, id: &Id) -> usize {
    state.trackers.counts.get(id).copied().unwrap_or(0)
}
