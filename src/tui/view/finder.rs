//! The finder: a line, the hits below it, and a look at the selected one.

use ratatui::layout::Rect;

use super::Drawn;
use super::canvas::{Canvas, columns};
use super::frame::Columns;
use super::{footer, page};
use crate::analysis::naming::{code_of, title_of};
use crate::analysis::tracker::tracker;
use crate::app::state::{About, Finder, State};
use crate::domain::kind::Kind;
use crate::search::catalogue::FoundRecord;

/// From this width on a look at the selected hit stands beside the list.
const WITH_LOOK: u16 = 100;

/// Draws the finder over the whole body.
pub(super) fn draw(
    canvas: &mut Canvas<'_>,
    state: &State,
    finder: &Finder,
    body: Rect,
    drawn: &mut Drawn,
) {
    canvas.clear(body);
    let list = if body.width >= WITH_LOOK {
        Rect {
            width: body.width / 2,
            ..body
        }
    } else {
        body
    };
    let inside = canvas.frame(list, "Find", &count(finder), true);
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
        &finder.line,
        &footer::Remark::None,
        drawn,
    );
    let below = Rect {
        y: inside.y + 1,
        height: inside.height - 1,
        ..inside
    };
    if finder.found.hits.is_empty() {
        nothing(canvas, finder, below);
    } else {
        hits(canvas, state, finder, below, drawn);
    }
    if list.width < body.width {
        let look = Rect {
            x: list.right(),
            width: body.width - list.width,
            ..body
        };
        let inside = canvas.frame(look, "Look", "", false);
        if let Some(hit) = finder.found.hits.get(finder.selected) {
            let lines = page::lines(
                state,
                &About::Record(hit.record.clone()),
                inside.width.saturating_sub(2),
            );
            page::paint(canvas, inside, &lines);
        }
    }
}

fn count(finder: &Finder) -> String {
    match finder.found.hits.len() {
        0 => String::new(),
        hits => format!("{} of {hits}", finder.selected + 1),
    }
}

/// Why there is nothing, and what can be typed.
fn nothing(canvas: &mut Canvas<'_>, finder: &Finder, area: Rect) {
    let trouble = finder
        .found
        .trouble
        .as_ref()
        .filter(|trouble| !trouble.is_unfinished())
        .map(ToString::to_string);
    let first = match (&trouble, finder.line.text().trim().is_empty()) {
        (Some(trouble), _) => trouble.as_str(),
        (None, true) => "Type some of what you remember; the order of words does not matter.",
        (None, false) => "Nothing fits that.",
    };
    let help = [
        first,
        "",
        "ni 117              a code",
        "conceptn teen       pieces of words, in any order",
        "'exact  \"a phrase\"  letters as they are",
        "!not    this | that",
        "kind:action  rating:red  theme:LN  status:missed  overdue:yes",
    ];
    for (y, text) in (area.top()..area.bottom()).zip(help) {
        let style = if trouble.is_some() && y == area.top() {
            canvas.styles.warning
        } else {
            canvas.styles.dim
        };
        canvas.text(area.x + 1, y, area.width.saturating_sub(1), text, style);
    }
}

/// A line a hit, and a second one where its words stand in another text than the title.
fn hits(canvas: &mut Canvas<'_>, state: &State, finder: &Finder, area: Rect, drawn: &mut Drawn) {
    let offset = offset(finder, area.height);
    drawn.regions.finder_offset = offset;
    let mut y = area.y;
    for (place, hit) in finder.found.hits.iter().enumerate().skip(offset) {
        if y >= area.bottom() {
            break;
        }
        if place == finder.selected {
            canvas.raw(area.x, y, 1, ">", canvas.styles.accent);
        }
        let height = lines_of(hit).min(area.bottom() - y);
        one(
            canvas,
            state,
            hit,
            Rect {
                x: area.x + 2,
                y,
                width: area.width.saturating_sub(3),
                height,
            },
            place == finder.selected,
        );
        y += height;
    }
}

fn lines_of(hit: &FoundRecord) -> u16 {
    1 + u16::from(hit.excerpt.is_some())
}

/// The first hit to draw, so that the selected one is in view whole.
fn offset(finder: &Finder, height: u16) -> usize {
    let mut offset = finder.offset.min(finder.selected);
    let lines = |from: usize| -> u16 {
        finder
            .found
            .hits
            .iter()
            .take(finder.selected + 1)
            .skip(from)
            .map(lines_of)
            .sum()
    };
    while offset < finder.selected && lines(offset) > height {
        offset += 1;
    }
    offset
}

fn one(canvas: &mut Canvas<'_>, state: &State, hit: &FoundRecord, area: Rect, selected: bool) {
    let mut row = Columns::of(area);
    let kind = hit.record.kind.word();
    let (x, width) = row.right(columns(kind), 2);
    canvas.text(x, area.y, width, kind, canvas.styles.dim);
    if let Some(priority) = state
        .workspace()
        .priorities
        .get(hit.record.id.as_str())
        .filter(|_| hit.record.kind == Kind::Priority)
    {
        let (x, _) = row.left(3, 1);
        let tracker = tracker(priority, state.moment);
        canvas.chip(x, area.y, tracker.rating(), tracker.rating_text());
    }
    let code = code_of(state.workspace(), &hit.record, state.moment);
    let start = row.rest().0;
    if code != hit.record.id.as_str() {
        let (x, width) = row.left(columns(&code), 2);
        canvas.text(x, area.y, width, &code, canvas.styles.strong);
    }
    let (x, width) = row.rest();
    let title = title_of(state.workspace(), &hit.record, state.moment);
    if selected {
        let used = columns(&title).min(width);
        canvas.marked(x, area.y, width, &title, &hit.in_title, canvas.styles.base);
        canvas.style(
            Rect {
                x: start,
                y: area.y,
                width: x + used - start,
                height: 1,
            },
            canvas.styles.selected,
        );
    } else {
        canvas.marked(x, area.y, width, &title, &hit.in_title, canvas.styles.base);
    }
    if let (Some((text, ranges)), true) = (&hit.excerpt, area.height > 1) {
        let label = format!("{}: ", hit.field);
        let used = canvas.text(
            area.x + 2,
            area.y + 1,
            area.width.saturating_sub(2),
            &label,
            canvas.styles.dim,
        );
        canvas.marked(
            area.x + 2 + used,
            area.y + 1,
            area.width.saturating_sub(2 + used),
            text,
            ranges,
            canvas.styles.dim,
        );
    }
}
