//! The screen of recommendations: what each asks, under what asked for it, where it stands and how it is
//! monitored.

use ratatui::layout::Rect;
use ratatui::style::Style;

use super::canvas::{Canvas, columns};
use super::frame::{
    Columns, count_of, empty, how_to_add, inner, is_focused, is_selected, remark_of, rows, shows,
};
use crate::analysis::stage::{Stage, StageStanding};
use crate::app::state::{ListName, RecommendationRow, Regions, State};
use crate::domain::recommendation::Coverage;

const NAME: ListName = ListName::Recommendations;

/// A column beside code and title: heading, width, and from which width of the pane on it is there.
const COLUMNS: [(&str, u16, u16); 3] = [("Updated", 10, 60), ("Due", 20, 90), ("Coverage", 9, 34)];
/// From this width on a stage says what it means.
const STAGE_IN_WORDS: u16 = 110;

/// Draws the list.
pub(super) fn draw(canvas: &mut Canvas<'_>, state: &State, area: Rect, regions: &mut Regions) {
    let list = state.list(NAME);
    let heading = format!("Recommendations  {}", count_of(list, false));
    let mut inside = canvas.frame(area, &heading, &remark_of(list), is_focused(state, NAME));
    if list.rows.is_empty() {
        let lines: &[&str] = if list.is_filtered() {
            &[
                "No recommendation fits the filter.",
                &shows(state, "all of them"),
            ]
        } else {
            &["No recommendations here yet.", &how_to_add(state)]
        };
        return empty(canvas, inside, lines);
    }
    let codes = code_width(state, inside.height);
    if inside.height > 4 {
        header(canvas, inner(inside), codes);
        inside = Rect {
            y: inside.y + 1,
            height: inside.height - 1,
            ..inside
        };
    }
    rows(
        canvas,
        state,
        NAME,
        inside,
        regions,
        |canvas, place, area| {
            let id = list.rows.get(place);
            if let Some(shown) = id.and_then(|id| state.recommendations.rows.get(id)) {
                row(canvas, shown, area, codes, is_selected(state, NAME, place));
            }
        },
    );
}

/// Codes never shorten; their column is as wide as the widest of those in view.
fn code_width(state: &State, height: u16) -> u16 {
    let list = state.list(NAME);
    let near = list
        .rows
        .iter()
        .skip(list.offset.saturating_sub(usize::from(height)));
    let codes = near
        .take(3 * usize::from(height))
        .filter_map(|id| state.recommendations.rows.get(id))
        .map(|row| columns(&row.code));
    codes.max().unwrap_or(0).clamp(4, 14)
}

fn header(canvas: &mut Canvas<'_>, area: Rect, codes: u16) {
    let mut row = Columns::of(area);
    let style = canvas.styles.dim;
    for (label, width, _) in shown_columns(area.width) {
        let (x, width) = row.right(width, 2);
        canvas.text(x, area.y, width, label, style);
    }
    let (x, width) = row.left(stage_width(area.width), 1);
    canvas.text(x, area.y, width, "Stage", style);
    let (x, width) = row.left(codes, 2);
    canvas.text(x, area.y, width, "Code", style);
    let (x, width) = row.rest();
    canvas.text(x, area.y, width, "Asks", style);
}

fn shown_columns(width: u16) -> impl Iterator<Item = (&'static str, u16, u16)> {
    COLUMNS
        .into_iter()
        .filter(move |(_, _, from)| width >= *from)
}

fn stage_width(width: u16) -> u16 {
    if width >= STAGE_IN_WORDS { 20 } else { 5 }
}

fn row(canvas: &mut Canvas<'_>, shown: &RecommendationRow, area: Rect, codes: u16, selected: bool) {
    let mut row = Columns::of(area);
    for (label, width, _) in shown_columns(area.width) {
        let (x, width) = row.right(width, 2);
        let (text, style) = match label {
            "Coverage" => coverage(canvas, shown),
            "Due" => (shown.due.clone(), canvas.styles.base),
            _ => (shown.updated.clone(), canvas.styles.dim),
        };
        canvas.text(x, area.y, width, &text, style);
    }
    let (x, width) = row.left(stage_width(area.width), 1);
    stage(canvas, shown, x, area.y, width);
    let (start, width) = row.left(codes, 2);
    canvas.text(start, area.y, width, &shown.code, canvas.styles.strong);
    let (x, width) = row.rest();
    let style = if shown.closed {
        canvas.styles.dim
    } else {
        canvas.styles.base
    };
    let used = canvas.text(x, area.y, width, &shown.title, style);
    if selected {
        canvas.style(
            Rect {
                x: start,
                width: x + used - start,
                ..area
            },
            canvas.styles.selected,
        );
    }
}

/// What the routes amount to; `!` where the officer says otherwise.
fn coverage(canvas: &Canvas<'_>, shown: &RecommendationRow) -> (String, Style) {
    let (word, style) = match shown.coverage {
        Some(Coverage::Direct) => ("direct", canvas.styles.base),
        Some(Coverage::Indirect) => ("indirect", canvas.styles.close),
        Some(Coverage::None) => ("none", canvas.styles.missed),
        Some(Coverage::NotApplicable) => ("n/a", canvas.styles.dim),
        None => ("", canvas.styles.dim),
    };
    let mark = if shown.disputed { "!" } else { "" };
    (format!("{word}{mark}"), style)
}

/// The stage that counts, else what was proposed with a question mark; a rating's chip where there is no
/// stage.
fn stage(canvas: &mut Canvas<'_>, shown: &RecommendationRow, x: u16, y: u16, width: u16) {
    let (text, style) = stage_words(canvas, &shown.stage, width);
    if text.is_empty() && shown.rating_text.is_some() {
        canvas.chip(x, y, shown.rating, shown.rating_text.as_deref());
    } else {
        canvas.text(x, y, width, &text, style);
    }
}

fn stage_words(canvas: &Canvas<'_>, standing: &StageStanding, width: u16) -> (String, Style) {
    let drafts: Vec<String> = standing
        .drafts
        .iter()
        .map(|stage| stage.number().to_string())
        .collect();
    let draft = if drafts.is_empty() {
        String::new()
    } else {
        format!("{}?", drafts.join("/"))
    };
    let words = |stage: &Stage| {
        if width > 5 {
            format!("{} {}", stage.number(), stage.short())
        } else {
            stage.number().to_string()
        }
    };
    match &standing.confirmed {
        Some((stage, _)) => {
            let style = if stage.needs_decision() {
                canvas.styles.missed
            } else if stage.is_closed() {
                canvas.styles.dim
            } else {
                canvas.styles.strong
            };
            (format!("{} {draft}", words(stage)), style)
        }
        None => (draft, canvas.styles.dim),
    }
}
