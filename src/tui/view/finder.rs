//! The finder: a line, the hits below it, and a look at the selected one.

use ratatui::layout::Rect;

use super::Drawn;
use super::canvas::{Canvas, columns};
use super::frame::Columns;
use super::{assist, footer, hits, page};
use crate::analysis::naming::{code_of, title_of};
use crate::analysis::tracker::tracker;
use crate::app::state::{About, Finder, State, Target};
use crate::domain::id::RecordRef;
use crate::domain::kind::Kind;
use crate::domain::rating::Rating;
use crate::search::catalogue::FoundRecord;
use crate::search::fields::FIELDS;

/// From this width on a look at the selected hit stands beside the list.
const WITH_LOOK: u16 = 100;
/// Narrower than this the kind of a hit is cut to its first letters, which the query language takes too.
const WITH_KIND: u16 = 60;
const SHORT_KIND: usize = 3;
/// From this height on what fits in the query stands under it.
const WITH_ASSIST: u16 = 8;

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
            width: body.width * 55 / 100,
            ..body
        }
    } else {
        body
    };
    let inside = canvas.frame(list, "Find", &count(finder), true);
    if inside.height == 0 {
        return;
    }
    let line = |down: u16| Rect {
        y: inside.y + down,
        height: 1,
        ..inside
    };
    let remark = &footer::Remark::None;
    footer::typed(canvas, line(0), "", &finder.line, remark, drawn);
    let above = if inside.height >= WITH_ASSIST {
        assist::draw(canvas, &finder.assist, line(1));
        2
    } else {
        1
    };
    let below = Rect {
        y: inside.y + above,
        height: inside.height - above,
        ..inside
    };
    if finder.found.hits.is_empty() {
        nothing(canvas, finder, below);
    } else {
        found(canvas, state, finder, below, drawn);
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
    match finder.found.total {
        _ if finder.waits => "searching".to_owned(),
        0 => String::new(),
        total => format!("{} of {total}", finder.selected + 1),
    }
}

/// Why there is nothing, and what can be typed.
fn nothing(canvas: &mut Canvas<'_>, finder: &Finder, area: Rect) {
    let trouble = finder.found.trouble.as_ref().map(ToString::to_string);
    let (first, style) = match &trouble {
        Some(trouble) => (trouble.as_str(), canvas.styles.warning),
        None if finder.waits => ("", canvas.styles.dim),
        None if finder.line.text().trim().is_empty() => (START, canvas.styles.dim),
        None => ("Nothing fits that.", canvas.styles.dim),
    };
    let width = area.width.saturating_sub(1);
    canvas.text(area.x + 1, area.y, width, first, style);
    let fields = FIELDS
        .iter()
        .map(|field| (format!("{}:", field.name), field.doc));
    let examples = EXAMPLES
        .iter()
        .map(|(typed, what)| ((*typed).to_owned(), *what));
    let help = examples
        .chain(std::iter::once((String::new(), "")))
        .chain(fields);
    for (y, (typed, what)) in (area.top() + 2..area.bottom()).zip(help) {
        canvas.text(area.x + 1, y, width.min(20), &typed, canvas.styles.base);
        canvas.text(
            area.x + 21,
            y,
            width.saturating_sub(20),
            what,
            canvas.styles.dim,
        );
    }
}

/// What is said before anything is typed.
const START: &str = "Type some of what you remember; the order of words does not matter.";

/// What can be typed, and what it finds.
const EXAMPLES: &[(&str, &str)] = &[
    ("ni 117", "a code"),
    (
        "conceptn teen",
        "pieces of words, slips forgiven, in any order",
    ),
    ("'exact  \"a phrase\"", "letters as they are"),
    ("^start  end$", "at the edge of a text"),
    ("!not  this | that", "without, either"),
];

/// A line a hit, and a second one where its words stand in another text than the title.
fn found(canvas: &mut Canvas<'_>, state: &State, finder: &Finder, area: Rect, drawn: &mut Drawn) {
    let offset = offset(finder, area.height);
    drawn.regions.finder_offset = offset;
    let shown = finder.found.hits.iter().enumerate().skip(offset);
    let shown = shown.take(usize::from(area.height));
    let codes = codes_width(state, shown.clone().map(|(_, hit)| hit)).min(area.width / 4);
    let rated = shown
        .clone()
        .any(|(_, hit)| rating(state, &hit.record).is_some());
    let needs = HitColumns { codes, rated };
    let mut y = area.y;
    for (place, hit) in shown {
        if y >= area.bottom() {
            break;
        }
        let selected = place == finder.selected;
        if selected {
            canvas.raw(area.x, y, 1, ">", canvas.styles.accent);
        }
        let height = lines_of(hit).min(area.bottom() - y);
        let row = Rect {
            x: area.x + 2,
            y,
            width: area.width.saturating_sub(3),
            height,
        };
        one(canvas, state, hit, row, needs, selected);
        hits::hit(&mut drawn.regions, row, Target::Choice(place));
        y += height;
    }
}

/// Which columns the hits in view need.
#[derive(Clone, Copy)]
struct HitColumns {
    /// How wide the codes are.
    codes: u16,
    /// Whether any of them has a rating.
    rated: bool,
}

/// How wide the widest of the codes in view is.
fn codes_width<'a>(state: &State, hits: impl Iterator<Item = &'a FoundRecord>) -> u16 {
    hits.filter_map(|hit| code(state, hit))
        .map(|code| columns(&code))
        .max()
        .unwrap_or(0)
}

/// The code of a hit, where it has one.
fn code(state: &State, hit: &FoundRecord) -> Option<String> {
    let code = code_of(state.workspace(), &hit.record, state.moment);
    (code != hit.record.id.as_str()).then_some(code)
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

/// Code, rating, title, kind; below the title the text that matched, with what it is.
fn one(
    canvas: &mut Canvas<'_>,
    state: &State,
    hit: &FoundRecord,
    area: Rect,
    needs: HitColumns,
    selected: bool,
) {
    let mut row = Columns::of(area);
    let kind = hit.record.kind.word();
    let kind = if area.width < WITH_KIND {
        kind.get(..SHORT_KIND).unwrap_or(kind)
    } else {
        kind
    };
    let (x, width) = row.right(columns(kind), 2);
    canvas.text(x, area.y, width, kind, canvas.styles.dim);
    if needs.codes > 0 {
        let (x, width) = row.left(needs.codes, 1);
        let code = code(state, hit).unwrap_or_default();
        canvas.marked(x, area.y, width, &code, &hit.in_code, canvas.styles.strong);
    }
    if needs.rated {
        let (x, _) = row.left(3, 1);
        if let Some((rating, stated)) = rating(state, &hit.record) {
            canvas.chip(x, area.y, rating, stated);
        }
    }
    let (x, width) = row.rest();
    let title = title_of(state.workspace(), &hit.record, state.moment);
    canvas.marked(x, area.y, width, &title, &hit.in_title, canvas.styles.base);
    if selected {
        let used = Rect {
            x: area.x,
            y: area.y,
            width: x + columns(&title).min(width) - area.x,
            height: 1,
        };
        canvas.style(used, canvas.styles.selected);
    }
    if area.height > 1 {
        // Where there is little room the text takes what the code leaves.
        let x = if area.width < WITH_LOOK {
            area.x + 2
        } else {
            x
        };
        let below = Rect {
            x,
            y: area.y + 1,
            width: area.right().saturating_sub(x),
            height: 1,
        };
        why(canvas, hit, below);
    }
}

/// The text that matched, and what it is to its record.
fn why(canvas: &mut Canvas<'_>, hit: &FoundRecord, area: Rect) {
    let Some((text, ranges)) = &hit.excerpt else {
        return;
    };
    let label = format!("{}: ", hit.field);
    let used = canvas.text(area.x, area.y, area.width, &label, canvas.styles.dim);
    let room = area.width.saturating_sub(used);
    canvas.marked(area.x + used, area.y, room, text, ranges, canvas.styles.dim);
}

/// The rating of a priority in the period in view, or of a recommendation.
fn rating<'a>(state: &'a State, record: &RecordRef) -> Option<(Option<Rating>, Option<&'a str>)> {
    let id = record.id.as_str();
    match record.kind {
        Kind::Priority => {
            let tracker = tracker(state.workspace().priorities.get(id)?, state.moment);
            Some((tracker.rating(), tracker.rating_text()))
        }
        Kind::Recommendation => {
            let rating = state.workspace().recommendations.get(id)?.rating.as_ref()?;
            Some((rating.known(), Some(rating.text())))
        }
        _ => None,
    }
}
