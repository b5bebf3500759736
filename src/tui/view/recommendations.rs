//! The screen of recommendations: what each asks, under what asked for it, where it stands and how it is
//! monitored.

use ratatui::layout::Rect;
use ratatui::style::Style;

use super::canvas::Canvas;
use super::cells::{Fit, Headed, Laid, Stretch, header, lay, plain, sorted_by, widest_code};
use super::frame::{
    count_of, empty, how_to_add, inner, is_focused, is_selected, remark_of, rows, shows,
};
use crate::analysis::listing::Column;
use crate::analysis::stage::{Stage, StageStanding};
use crate::app::state::{ListName, RecommendationRow, Regions, State};
use crate::domain::id::{Id, RecordRef};
use crate::domain::kind::Kind;
use crate::domain::recommendation::Coverage;

const NAME: ListName = ListName::Recommendations;

/// From this width on a stage says what it means.
const STAGE_IN_WORDS: u16 = 110;

/// Draws the list.
pub(super) fn draw(canvas: &mut Canvas<'_>, state: &State, area: Rect, regions: &mut Regions) {
    let list = state.list(NAME);
    let order = sorted_by(list, area.height, Headed::From(5), canvas.ascii);
    let heading = format!("Recommendations  {}{order}", count_of(list, false));
    let inside = canvas.frame(area, &heading, &remark_of(list), is_focused(state, NAME));
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
    let row = inner(inside);
    let codes = code_width(state, inside.height);
    let laid = lay(NAME, list, row, |column| fit(column, codes, row.width));
    let inside = header(canvas, list, inside, &laid, Headed::From(5));
    rows(
        canvas,
        state,
        NAME,
        inside,
        regions,
        |canvas, place, area| {
            if let Some(id) = list.rows.get(place) {
                self::row(
                    canvas,
                    state,
                    id,
                    area,
                    &laid,
                    is_selected(state, NAME, place),
                );
            }
        },
    );
}

/// Codes never shorten; their column is as wide as the widest of those in view.
fn code_width(state: &State, height: u16) -> u16 {
    widest_code(state.list(NAME), height, |id| {
        Some(&state.recommendations.rows.get(id)?.code)
    })
    .clamp(4, 14)
}

/// The room of a column in a pane of a width.
fn fit(column: Column, codes: u16, width: u16) -> Fit {
    match column {
        Column::Stage if width >= STAGE_IN_WORDS => Fit::left(20, 1),
        Column::Stage => Fit::left(5, 1),
        Column::Code => Fit::left(codes, 1),
        Column::Coverage => Fit::left(9, 2).from(34),
        Column::Due => Fit::left(20, 2).from(90),
        Column::Updated => Fit::left(10, 2).from(60),
        _ => Fit::usual(column),
    }
}

fn row(canvas: &mut Canvas<'_>, state: &State, id: &Id, area: Rect, laid: &[Laid], selected: bool) {
    let Some(shown) = state.recommendations.rows.get(id) else {
        return;
    };
    let mut stretch = Stretch::new();
    for cell in laid {
        let (x, y, width) = (cell.x, area.y, cell.width);
        match cell.column {
            Column::Stage => stage(canvas, shown, x, y, width),
            Column::Code => {
                let used = canvas.text(x, y, width, &shown.code, canvas.styles.strong);
                stretch.add(x, used);
            }
            Column::Title => {
                let style = if shown.closed {
                    canvas.styles.dim
                } else {
                    canvas.styles.base
                };
                let used = canvas.text(x, y, width, &shown.title, style);
                stretch.add(x, used);
            }
            Column::Coverage => {
                let (text, style) = coverage(canvas, shown);
                canvas.text(x, y, width, &text, style);
            }
            Column::Due => {
                canvas.text(x, y, width, &shown.due, canvas.styles.base);
            }
            Column::Updated => {
                canvas.text(x, y, width, &shown.updated, canvas.styles.dim);
            }
            _ => {
                let record = RecordRef::new(Kind::Recommendation, id);
                plain(canvas, state, &record, *cell, y);
            }
        }
    }
    if selected {
        stretch.mark(canvas, area);
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
