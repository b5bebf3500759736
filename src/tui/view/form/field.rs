//! The fields of a form, line by line.

use std::ops::Range;

use ratatui::layout::{Position, Rect};
use ratatui::style::Style;

use crate::app::form::{Choices, FieldState, Fields, Input, TextArea, Tone};
use crate::app::state::Target;
use crate::text;
use crate::tui::view::canvas::{Canvas, columns};
use crate::tui::view::{Drawn, footer, hits};

/// The widest column of labels.
const LABELS: u16 = 20;
/// So many rows of a focused text are shown at least.
const LEAST_PROSE: u16 = 3;

/// So many columns are shown of what a long text was in the period before.
const BESIDE: usize = 160;

/// Below this height a text takes the rows that its help would.
const WITH_HELP: u16 = 12;

/// A line of the form.
pub(in crate::tui::view) struct Line {
    /// Which field it belongs to.
    field: usize,
    /// What stands in it.
    what: What,
}

/// What stands in a line.
enum What {
    /// The label and what stands in the field.
    Value,
    /// A further row of a focused text, or the first: a piece of it.
    Prose(Range<usize>),
    /// What is said below a field.
    Said(String, Tone),
    /// One of the records that fit.
    Offer(usize),
}

/// The columns of labels and of what stands in the fields.
fn split(fields: &Fields, width: u16) -> (u16, u16) {
    let longest = fields
        .fields
        .iter()
        .map(|field| columns(field.spec.label))
        .max();
    let labels = longest.unwrap_or(0).min(LABELS).min(width / 3);
    (labels, width.saturating_sub(labels + 6).max(1))
}

/// The lines of the form in a box so wide; a focused text takes what height is left.
pub(in crate::tui::view) fn lines(fields: &Fields, width: u16, height: u16) -> Vec<Line> {
    let (_, room) = split(fields, width);
    let mut lines = Vec::new();
    for (at, field) in fields.fields.iter().enumerate() {
        let focused = at == fields.focus;
        let mut add = |what: What| lines.push(Line { field: at, what });
        match &field.input {
            Input::Area(area) if focused => {
                let most = height.saturating_sub(4).max(LEAST_PROSE);
                for row in window(area, room, most) {
                    add(What::Prose(row));
                }
            }
            _ => add(What::Value),
        }
        for (words, tone) in said(
            field,
            focused,
            !fields.offers.is_empty(),
            height < WITH_HELP,
        ) {
            let safe = text::display_safe(&words).into_owned();
            for piece in text::wrap(&safe, usize::from(room)) {
                add(What::Said(piece.to_owned(), tone));
            }
        }
        if focused {
            (0..fields.offers.len()).for_each(|offer| add(What::Offer(offer)));
        }
    }
    lines
}

/// The rows of a text around its cursor.
fn window(area: &TextArea, room: u16, most: u16) -> Vec<Range<usize>> {
    let rows = area.rows(usize::from(room));
    let (cursor, _) = area.cursor(usize::from(room));
    let most = usize::from(most);
    let from = (cursor + 1).saturating_sub(most);
    let shown = rows.into_iter().skip(from).take(most);
    shown.collect()
}

/// What is said below a field: what somebody else put there, why it cannot be kept, how it is read;
/// below the focused one else what may be entered.
fn said(field: &FieldState, focused: bool, offered: bool, low: bool) -> Vec<(String, Tone)> {
    let mut said = Vec::new();
    if let Some(theirs) = &field.theirs {
        let words = format!("changed meanwhile by somebody else to: {theirs}; keeping puts yours");
        said.push((words, Tone::Doubt));
    }
    let remark = &field.remark;
    if focused && offered {
        said.push(("arrows choose, Enter takes".to_owned(), Tone::Plain));
    } else if !remark.words.is_empty() && (focused || remark.tone != Tone::Plain) {
        said.push((remark.words.clone(), remark.tone));
    } else if focused && !(low && field.spec.entry.is_prose()) {
        let opens = if field.spec.entry.is_nested() {
            "Enter opens: "
        } else {
            ""
        };
        said.push((format!("{opens}{}", field.spec.help), Tone::Plain));
    }
    if focused && matches!(field.input, Input::Area(_)) && !field.beside.is_empty() {
        let beside = text::truncate(&field.beside, BESIDE);
        said.push((beside.into_owned(), Tone::Plain));
    }
    said
}

/// Draws the lines that fit, the focused field among them.
pub(in crate::tui::view) fn draw(
    canvas: &mut Canvas<'_>,
    fields: &Fields,
    lines: &[Line],
    inside: Rect,
    drawn: &mut Drawn,
) {
    let (labels, room) = split(fields, inside.width);
    drawn.regions.prose_width = usize::from(room);
    let offset = offset(fields.focus, lines, usize::from(inside.height));
    let mut labelled = None;
    for (y, line) in (inside.top()..inside.bottom()).zip(lines.iter().skip(offset)) {
        let Some(field) = fields.fields.get(line.field) else {
            continue;
        };
        let focused = line.field == fields.focus;
        let (x, width) = (inside.x, inside.width);
        let on = Target::Choice(line.field);
        hits::line(&mut drawn.regions, x, y, width, on);
        if labelled != Some(line.field) && matches!(line.what, What::Value | What::Prose(_)) {
            label(
                canvas,
                field,
                focused,
                Rect {
                    y,
                    width: labels,
                    height: 1,
                    ..inside
                },
            );
            labelled = Some(line.field);
        }
        let value = Rect {
            x: inside.x + labels + 4,
            y,
            width: room,
            height: 1,
        };
        match &line.what {
            What::Value => draw_value(canvas, field, focused, value, drawn),
            What::Prose(row) => prose(canvas, field, row, value, drawn),
            What::Said(words, tone) => {
                let style = match tone {
                    Tone::Plain => canvas.styles.dim,
                    Tone::Doubt => canvas.styles.warning,
                    Tone::Trouble => canvas.styles.error,
                };
                canvas.text(value.x, y, value.width, words, style);
            }
            What::Offer(at) => offer(canvas, fields, *at, value),
        }
    }
}

/// The first line to draw: none is skipped where all fit; else the focused field stands a third down,
/// and whole where it can.
fn offset(focus: usize, lines: &[Line], height: usize) -> usize {
    let most = lines.len().saturating_sub(height);
    let first = lines
        .iter()
        .position(|line| line.field == focus)
        .unwrap_or(0);
    let last = lines
        .iter()
        .rposition(|line| line.field == focus)
        .unwrap_or(0);
    let third = first.saturating_sub(height / 3);
    third
        .max((last + 1).saturating_sub(height))
        .min(first)
        .min(most)
}

/// The label, with a mark where something was entered that is not kept yet.
fn label(canvas: &mut Canvas<'_>, field: &FieldState, focused: bool, area: Rect) {
    if focused {
        canvas.raw(area.x, area.y, 1, ">", canvas.styles.accent);
    }
    if field.is_touched() {
        canvas.raw(area.x + 1, area.y, 1, "*", canvas.styles.accent);
    }
    let style = if focused {
        canvas.styles.strong
    } else {
        canvas.styles.dim
    };
    canvas.text(area.x + 2, area.y, area.width, field.spec.label, style);
}

fn draw_value(
    canvas: &mut Canvas<'_>,
    field: &FieldState,
    focused: bool,
    area: Rect,
    drawn: &mut Drawn,
) {
    let beside = beside(canvas, field, area);
    let area = Rect {
        width: area.width - beside,
        ..area
    };
    match &field.input {
        Input::Line(line) if focused => {
            let from_left = Rect {
                x: area.x - 1,
                width: area.width + 1,
                ..area
            };
            footer::typed(canvas, from_left, "", line, &footer::Remark::None, drawn);
        }
        Input::Choice(choices) if focused => choice(canvas, choices, area, drawn),
        input => {
            let shown = match input {
                Input::Choice(choices) => choices.text().replace('_', " "),
                Input::Nested(_) => field.summary.clone(),
                Input::Line(_) | Input::Area(_) => input.text(),
            };
            let (shown, style) = match shown.as_str() {
                "" if field.spec.required => ("(needed)".to_owned(), canvas.styles.dim),
                "" => (
                    if canvas.ascii { "." } else { "·" }.to_owned(),
                    canvas.styles.dim,
                ),
                _ => (shown, canvas.styles.base),
            };
            canvas.text(area.x, area.y, area.width, &shown, style);
            if focused {
                let line = Rect {
                    width: columns(&shown).min(area.width),
                    ..area
                };
                canvas.style(line, canvas.styles.selected);
            }
        }
    }
}

/// What the field held in the period before, on the right; gives back how many columns it took.
fn beside(canvas: &mut Canvas<'_>, field: &FieldState, area: Rect) -> u16 {
    let most = area.width / 2;
    if field.beside.is_empty() || matches!(field.input, Input::Area(_)) || most < 8 {
        return 0;
    }
    let width = columns(&field.beside).min(most);
    canvas.text(
        area.right() - width,
        area.y,
        width,
        &field.beside,
        canvas.styles.dim,
    );
    width + 2
}

/// The words of a choice, the chosen one in brackets; that one alone where they do not fit.
fn choice(canvas: &mut Canvas<'_>, choices: &Choices, area: Rect, drawn: &mut Drawn) {
    let all: u16 = choices.words.iter().map(|word| columns(word) + 3).sum();
    let fits = all <= area.width;
    let mut x = area.x;
    drawn.cursor = Some(Position { x, y: area.y });
    let mut put = |canvas: &mut Canvas<'_>, words: &str, style: Style| {
        x += canvas.text(x, area.y, area.right().saturating_sub(x), words, style);
    };
    if let Some(other) = &choices.other {
        put(canvas, &format!("[{other}] "), canvas.styles.warning);
    }
    for (at, word) in choices.words.iter().enumerate() {
        let word = word.replace('_', " ");
        if choices.chosen == Some(at) {
            put(canvas, &format!("[{word}] "), canvas.styles.selected);
        } else if fits {
            put(canvas, &format!(" {word}  "), canvas.styles.base);
        }
    }
    if !fits && choices.chosen.is_none() && choices.other.is_none() {
        put(canvas, "a letter or an arrow chooses", canvas.styles.dim);
    }
}

/// A row of the focused text, with the cursor where it stands in it.
fn prose(
    canvas: &mut Canvas<'_>,
    field: &FieldState,
    row: &Range<usize>,
    area: Rect,
    drawn: &mut Drawn,
) {
    let Input::Area(text) = &field.input else {
        return;
    };
    let shown = text.text().get(row.clone()).unwrap_or_default();
    canvas.text(area.x, area.y, area.width, shown, canvas.styles.base);
    let rows = text.rows(usize::from(area.width));
    let (at, column) = text.cursor(usize::from(area.width));
    if rows.get(at) == Some(row) {
        let column = u16::try_from(column).unwrap_or(u16::MAX).min(area.width);
        drawn.cursor = Some(Position {
            x: area.x + column,
            y: area.y,
        });
    }
}

/// A record that fits what is typed.
fn offer(canvas: &mut Canvas<'_>, fields: &Fields, at: usize, area: Rect) {
    let Some(offer) = fields.offers.get(at) else {
        return;
    };
    let chosen = fields.offered == Some(at);
    if chosen {
        canvas.raw(area.x, area.y, 1, ">", canvas.styles.accent);
    }
    let words = if offer.code == offer.title {
        offer.title.clone()
    } else {
        format!("{}  {}", offer.code, offer.title)
    };
    let (x, width) = (area.x + 2, area.width.saturating_sub(2));
    let used = canvas.text(x, area.y, width, &words, canvas.styles.base);
    if chosen {
        let row = Rect {
            x,
            width: used,
            ..area
        };
        canvas.style(row, canvas.styles.selected);
    }
}
