//! The frame of a pane, its heading, and the rows inside.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::symbols::border;
use ratatui::widgets::{Block, Widget};

use super::canvas::{Canvas, columns};
use super::cells::{Headed, sorted_by};
use super::hits::hit;
use crate::analysis::tracker::tracker;
use crate::app::command::Command;
use crate::app::place::Places;
use crate::app::state::{
    Heading, List, ListLine, ListName, ListRegion, Pane, Regions, State, Target,
};
use crate::domain::priority::Priority;
use crate::text;

/// Borders out of characters that every terminal has.
const ASCII: border::Set<'_> = border::Set {
    top_left: "+",
    top_right: "+",
    bottom_left: "+",
    bottom_right: "+",
    vertical_left: "|",
    vertical_right: "|",
    horizontal_top: "-",
    horizontal_bottom: "-",
};

impl Canvas<'_> {
    /// Draws a frame with a heading on the left and a remark on the right; gives back its inside.
    pub(super) fn frame(&mut self, area: Rect, heading: &str, remark: &str, focused: bool) -> Rect {
        let (set, style) = match (self.ascii, focused) {
            (true, _) => (
                ASCII,
                if focused {
                    self.styles.focus
                } else {
                    self.styles.border
                },
            ),
            (false, true) => (border::THICK, self.styles.focus),
            (false, false) => (border::PLAIN, self.styles.border),
        };
        let block = Block::bordered().border_set(set).border_style(style);
        let inside = block.inner(area);
        self.with_buffer(|buffer| block.render(area, buffer));
        if area.width > 4 && area.height > 0 {
            let heading_style = if focused {
                self.styles.accent
            } else {
                self.styles.strong
            };
            let room = area.width - 4;
            let used = self.text(
                area.x + 1,
                area.y,
                room,
                &format!(" {heading} "),
                heading_style,
            );
            let left = room.saturating_sub(used + 1);
            if !remark.is_empty() && columns(remark) + 2 <= left {
                self.right(
                    area.x + 1 + used + 1,
                    area.y,
                    left,
                    &format!(" {remark} "),
                    self.styles.dim,
                );
            }
        }
        inside
    }

    fn with_buffer(&mut self, draw: impl FnOnce(&mut Buffer)) {
        draw(self.buffer_mut());
    }
}

/// What a heading says of where a list stands: how many, or how many of how many through a filter, and
/// how many are marked.
pub(super) fn count_of(list: &List, without_all: bool) -> String {
    let all = usize::from(without_all);
    let total = list.total.saturating_sub(all);
    let count = if list.is_narrowed() {
        format!("{} of {total}", list.rows.len())
    } else {
        total.to_string()
    };
    with_marks(count, list)
}

/// A heading with how many rows of its list are marked.
pub(super) fn with_marks(heading: String, list: &List) -> String {
    if list.marks.is_empty() {
        return heading;
    }
    format!("{heading}  {}", list.marks_words())
}

/// What an empty pane of a priority's parts says.
pub(super) struct Absent {
    /// There is no priority to have parts.
    pub(super) unselected: &'static str,
    /// The filter shows none.
    pub(super) unmatched: &'static str,
    /// The priority has none.
    pub(super) unrecorded: &'static str,
}

/// Draws the frame of a pane that shows parts of the selected priority; gives back its inside, or
/// nothing where there are no rows and the pane says why.
pub(super) fn parts(
    canvas: &mut Canvas<'_>,
    state: &State,
    pane: Pane,
    area: Rect,
    (headed, absent): (Headed, &Absent),
) -> Option<Rect> {
    let list = state.trackers.list(pane);
    let focused = is_focused(state, pane);
    let order = sorted_by(list, area.height, headed, canvas.ascii);
    let heading = format!("{}{order}", heading_of(state, pane));
    let inside = canvas.frame(area, &heading, &remark_of(list), focused);
    if !list.rows.is_empty() {
        return Some(inside);
    }
    let lines: &[&str] = match (selected_priority(state), list.is_filtered()) {
        (None, _) => &[absent.unselected],
        (Some(_), true) => &[absent.unmatched, &shows(state, "all of them")],
        (Some(_), false) => &[absent.unrecorded],
    };
    empty(canvas, inside, lines);
    None
}

fn selected_priority(state: &State) -> Option<&Priority> {
    let selected = state.trackers.priorities.selected.as_ref()?;
    let priorities = &state.workspace().priorities;
    priorities.get(selected.as_str()).map(AsRef::as_ref)
}

/// The heading of a pane that shows parts of the selected priority.
fn heading_of(state: &State, pane: Pane) -> String {
    let code = selected_priority(state).map_or("", |priority| tracker(priority, state.moment).code);
    let count = count_of(state.trackers.list(pane), false);
    let title = pane.title();
    if code.is_empty() {
        format!("{title}  {count}")
    } else {
        format!("{title} of {code}  {count}")
    }
}

/// The remark on the right of a list's frame: the view and the filter, or the place of the selection; and
/// what was lifted, to be put on again.
pub(super) fn remark_of(list: &List) -> String {
    let view = if list.view.is_empty() {
        String::new()
    } else {
        format!("{}: ", list.view)
    };
    match (list.is_filtered(), list.place()) {
        (true, _) if list.trouble.is_some() => format!("{view}no filter yet {}", list.filter),
        (true, _) if list.view.is_empty() => format!("filter {}", list.filter),
        (true, _) => format!("{view}{}", list.filter),
        (false, Some(place)) if !list.view.is_empty() && !list.lifted.is_empty() => {
            let of = list.rows.len();
            format!("{} lifted  {} of {of}", list.view, place + 1)
        }
        (false, Some(place)) => format!("{view}{} of {}", place + 1, list.rows.len()),
        (false, None) => view.trim_end_matches([':', ' ']).to_owned(),
    }
}

/// Draws the lines of a list that fit, its rows each by `row`, and remembers what was drawn.
pub(super) fn rows(
    canvas: &mut Canvas<'_>,
    state: &State,
    name: impl Into<ListName>,
    inside: Rect,
    regions: &mut Regions,
    mut row: impl FnMut(&mut Canvas<'_>, usize, Rect),
) {
    let name = name.into();
    let list = state.list(name);
    let height = usize::from(inside.height);
    let offset = list.offset_for(height);
    regions.lists.push(ListRegion {
        list: name,
        offset,
        height,
    });
    hit(regions, inside, Target::Rows(name));
    for (y, line) in (inside.top()..inside.bottom()).zip(offset..list.lines()) {
        let area = Rect {
            y,
            height: 1,
            ..inside
        };
        let place = match list.at_line(line) {
            ListLine::Heading(heading) => {
                head(canvas, heading, area);
                continue;
            }
            ListLine::Row(place) => place,
        };
        marks(canvas, state, name, place, area);
        row(canvas, place, inner(area));
    }
}

/// The heading of a group of rows. Its count stays when its words give way.
fn head(canvas: &mut Canvas<'_>, heading: &Heading, area: Rect) {
    let mut count = format!("  {}", heading.count);
    if !heading.note.is_empty() {
        count = format!("{count}  {}", heading.note);
    }
    let (x, width) = (area.x + 1, area.width.saturating_sub(2));
    let words = width.saturating_sub(columns(&count));
    let used = canvas.text(x, area.y, words, &heading.text, canvas.styles.accent);
    canvas.text(x + used, area.y, width - used, &count, canvas.styles.dim);
}

/// The marks on the left of a row: selected, changed by somebody else, not fitting the filter any more,
/// to be changed with others.
fn marks(canvas: &mut Canvas<'_>, state: &State, name: ListName, place: usize, area: Rect) {
    let list = state.list(name);
    let selected = list.place() == Some(place);
    let focused = is_focused(state, name);
    if selected {
        let style = if focused {
            canvas.styles.accent
        } else {
            canvas.styles.dim
        };
        canvas.raw(area.x, area.y, 1, ">", style);
    }
    let row = list.rows.get(place);
    let record = row.and_then(|row| name.record(row));
    if record.is_some_and(|record| state.fresh.contains(&record)) {
        canvas.raw(area.x + 1, area.y, 1, "^", canvas.styles.late);
    }
    if row.is_some_and(|row| list.lingering.contains(row)) {
        canvas.raw(area.x + 1, area.y, 1, "~", canvas.styles.dim);
    }
    if row.is_some_and(|row| list.marks.has(row)) {
        canvas.raw(area.x + 1, area.y, 1, "#", canvas.styles.accent);
    }
}

/// What a row has between the marks on its left and the border on its right.
pub(super) fn inner(area: Rect) -> Rect {
    Rect {
        x: area.x + 2,
        width: area.width.saturating_sub(3),
        ..area
    }
}

/// Whether keys go to a list.
pub(super) fn is_focused(state: &State, name: impl Into<ListName>) -> bool {
    state.focused() == name.into() && state.page().is_none()
}

/// Whether a row is the selected one of the list that keys go to.
pub(super) fn is_selected(state: &State, name: impl Into<ListName>, place: usize) -> bool {
    let name = name.into();
    is_focused(state, name) && state.list(name).place() == Some(place)
}

/// Keeps lines at the bottom of a pane, under a rule, for what there is to say of the selected row,
/// where the pane is high enough; gives back what is left for the rows. Always as many lines, so that
/// the rows do not move with the selection.
pub(super) fn detail(canvas: &mut Canvas<'_>, inside: Rect, said: &[(String, Style)]) -> Rect {
    let height = match inside.height {
        0..14 => return inside,
        14..24 => 2,
        _ => 3,
    };
    let room = inside.width.saturating_sub(2);
    let mut lines: Vec<(String, Style)> = Vec::new();
    for (text, style) in said.iter().filter(|(text, _)| !text.is_empty()) {
        let safe = text::display_safe(text);
        let wrapped = text::wrap(&safe, usize::from(room)).into_iter();
        lines.extend(wrapped.map(|line| (line.to_owned(), *style)));
    }
    let top = inside.bottom() - height;
    let rule = if canvas.ascii { "-" } else { "─" };
    let rule = rule.repeat(usize::from(inside.width));
    canvas.raw(inside.x, top - 1, inside.width, &rule, canvas.styles.border);
    for (y, (line, style)) in (top..inside.bottom()).zip(&lines) {
        canvas.text(inside.x + 1, y, room, line, *style);
    }
    Rect {
        height: inside.height - height - 1,
        ..inside
    }
}

/// Says in an empty pane why it is empty, and what to do.
pub(super) fn empty(canvas: &mut Canvas<'_>, inside: Rect, lines: &[&str]) {
    for (line, text) in (0..inside.height).zip(lines) {
        canvas.text(
            inside.x + 1,
            inside.y + line,
            inside.width.saturating_sub(1),
            text,
            canvas.styles.dim,
        );
    }
}

/// How a list that a filter leaves nothing of comes back.
pub(super) fn shows(state: &State, what: &str) -> String {
    format!("{} shows {what}.", state.key_of(Command::Back))
}

/// How an empty list comes by its first record.
pub(super) fn how_to_add(state: &State) -> String {
    if state.can_edit() {
        format!(
            "{} adds one.",
            state.keymap.named(Command::New, Places::LISTS, state.ascii)
        )
    } else {
        "The file is open for reading only.".to_owned()
    }
}

/// The columns of a row: fixed ones around one that gives way.
pub(super) struct Columns {
    x: u16,
    end: u16,
}

impl Columns {
    /// The columns of a row.
    pub(super) fn of(area: Rect) -> Self {
        Self {
            x: area.x,
            end: area.right(),
        }
    }

    /// Takes a column of a width from the left, with a gap behind it.
    pub(super) fn left(&mut self, width: u16, gap: u16) -> (u16, u16) {
        let x = self.x;
        let width = width.min(self.end.saturating_sub(x));
        self.x = (x + width + gap).min(self.end);
        (x, width)
    }

    /// Takes a column of a width from the right, with a gap before it.
    pub(super) fn right(&mut self, width: u16, gap: u16) -> (u16, u16) {
        let width = width.min(self.end.saturating_sub(self.x));
        let x = self.end - width;
        self.end = x.saturating_sub(gap).max(self.x);
        (x, width)
    }

    /// What is left in the middle.
    pub(super) fn rest(&self) -> (u16, u16) {
        (self.x, self.end.saturating_sub(self.x))
    }
}
