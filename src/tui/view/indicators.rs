//! The pane of indicators: result against target, direction, the run so far, data quality.

use ratatui::layout::Rect;
use ratatui::style::Style;

use super::actions::ELSEWHERE;
use super::canvas::{Canvas, columns};
use super::frame::{Absent, Columns, inner, is_selected, parts, rows};
use super::sparkline::sparkline;
use crate::analysis::standing::{Standing, Verdict, change_sign, standing};
use crate::analysis::target::{Change, Judgement};
use crate::app::state::{Pane, Regions, State};
use crate::domain::indicator::{Indicator, Quality, Target};
use crate::domain::number::Number;
use crate::text::decimal_align;

/// Below this there is no room for sparklines.
const WITH_RUN: u16 = 64;

/// The texts of a row, lined up with those of its neighbours.
struct Cells<'a> {
    indicator: &'a Indicator,
    standing: Standing<'a>,
    result: String,
    unit: String,
    target: String,
    run: String,
}

/// What the pane says without rows.
const ABSENT: Absent = Absent {
    unselected: "Select a priority to see its indicators.",
    unmatched: "No indicator fits the filter.",
    unrecorded: "No indicators are aligned with this priority.",
};

/// Draws the pane.
pub(super) fn draw(canvas: &mut Canvas<'_>, state: &State, area: Rect, regions: &mut Regions) {
    let list = &state.trackers.indicators;
    let Some(mut inside) = parts(canvas, state, Pane::Indicators, area, &ABSENT) else {
        return;
    };
    let with_header = inside.height >= 3;
    let body = if with_header {
        inside.height - 1
    } else {
        inside.height
    };
    let offset = list.offset_for(usize::from(body));
    let cells = visible(state, offset, usize::from(body));
    let widths = Widths::of(&cells, inner(inside).width);
    if with_header {
        header(
            canvas,
            Rect {
                height: 1,
                ..inside
            },
            &widths,
        );
        inside = Rect {
            y: inside.y + 1,
            height: body,
            ..inside
        };
    }
    rows(
        canvas,
        state,
        Pane::Indicators,
        inside,
        regions,
        |canvas, place, area| {
            if let Some(cells) = cells.get(place - offset) {
                row(
                    canvas,
                    cells,
                    &widths,
                    area,
                    is_selected(state, Pane::Indicators, place),
                );
            }
        },
    );
}

/// The rows that can be seen, their figures lined up on the decimal point.
fn visible(state: &State, offset: usize, height: usize) -> Vec<Cells<'_>> {
    let rows = state
        .trackers
        .indicators
        .rows
        .iter()
        .skip(offset)
        .take(height);
    let indicators = rows.filter_map(|id| state.workspace().indicators.get(id.as_str()));
    let mut cells: Vec<Cells<'_>> = indicators
        .map(|indicator| cells(state, indicator))
        .collect();
    line_up(cells.iter_mut().map(|cells| &mut cells.result).collect());
    line_up(cells.iter_mut().map(|cells| &mut cells.target).collect());
    cells
}

/// Lines figures up on the decimal point. Words among them keep out of it.
fn line_up(column: Vec<&mut String>) {
    let figures: Vec<&mut String> = column.into_iter().filter(|cell| is_figure(cell)).collect();
    let aligned = decimal_align(
        &figures
            .iter()
            .map(|figure| figure.as_str())
            .collect::<Vec<_>>(),
    );
    for (figure, aligned) in figures.into_iter().zip(aligned) {
        *figure = aligned;
    }
}

/// Whether a cell is a figure and not words in its place.
fn is_figure(cell: &str) -> bool {
    cell.trim_start()
        .starts_with(|c: char| c.is_ascii_digit() || c == '-')
}

fn cells<'a>(state: &'a State, indicator: &'a Indicator) -> Cells<'a> {
    let standing = standing(state.workspace(), indicator, state.moment);
    let result = standing.result;
    let provisional = if result.is_some_and(|result| result.provisional == Some(true)) {
        "p"
    } else {
        ""
    };
    let value = result.map_or_else(String::new, |result| figure(result.value, &result.text));
    Cells {
        result: format!("{value}{provisional}"),
        unit: indicator
            .unit
            .as_ref()
            .filter(|_| result.is_some_and(|result| result.value.is_some()))
            .map_or_else(String::new, crate::domain::indicator::Unit::suffix),
        target: standing
            .against
            .first()
            .map_or_else(String::new, |(target, _)| target_text(target)),
        run: sparkline(&standing.run, state.ascii),
        standing,
        indicator,
    }
}

/// A figure as a number, or as the words that stand in its place, if they are few.
fn figure(value: Option<Number>, text: &str) -> String {
    match value {
        Some(value) => value.to_string(),
        None if columns(text) > columns(ELSEWHERE) => ELSEWHERE.to_owned(),
        None => text.to_owned(),
    }
}

fn target_text(target: &Target) -> String {
    match (target.low, target.high) {
        (Some(low), Some(high)) => format!("{low}-{high}"),
        _ => figure(target.value, &target.text),
    }
}

/// How wide the columns are.
struct Widths {
    code: u16,
    result: u16,
    unit: u16,
    target: u16,
    run: u16,
}

/// No figure is wider than this; words in the place of one get the room that figures leave them.
const FIGURE: u16 = 14;

impl Widths {
    fn of(cells: &[Cells<'_>], room: u16) -> Self {
        let widest = |text: &dyn Fn(&Cells<'_>) -> u16| cells.iter().map(text).max().unwrap_or(0);
        let needed = |cell: &String| {
            if is_figure(cell) {
                columns(cell)
            } else {
                columns(cell).min(columns(ELSEWHERE))
            }
        };
        let run = if room >= WITH_RUN {
            widest(&|cells| columns(&cells.run))
        } else {
            0
        };
        Self {
            code: widest(&|cells| columns(&cells.indicator.code)).clamp(4, 14),
            result: widest(&|cells| needed(&cells.result)).clamp(6, FIGURE),
            unit: widest(&|cells| columns(&cells.unit)),
            target: if room >= 44 {
                widest(&|cells| needed(&cells.target)).clamp(6, FIGURE)
            } else {
                0
            },
            run,
        }
    }
}

fn header(canvas: &mut Canvas<'_>, area: Rect, widths: &Widths) {
    let style = canvas.styles.dim;
    let fields = fields(inner(area), widths);
    canvas.text(fields.code.0, area.y, fields.code.1, "Code", style);
    canvas.text(fields.title.0, area.y, fields.title.1, "Title", style);
    canvas.right(fields.result.0, area.y, fields.result.1, "Result", style);
    if widths.target > 0 {
        canvas.right(fields.target.0, area.y, fields.target.1, "Target", style);
    }
}

/// Where the columns of a row stand: start and width.
struct Fields {
    code: (u16, u16),
    title: (u16, u16),
    result: (u16, u16),
    unit: (u16, u16),
    target: (u16, u16),
    verdict: (u16, u16),
    change: (u16, u16),
    run: (u16, u16),
    quality: (u16, u16),
}

fn fields(area: Rect, widths: &Widths) -> Fields {
    let mut row = Columns::of(area);
    let quality = row.right(1, 1);
    let run = row.right(widths.run, u16::from(widths.run > 0));
    let change = row.right(1, 1);
    let verdict = row.right(4, 2);
    let target = row.right(widths.target, if widths.target > 0 { 2 } else { 0 });
    let unit = row.right(widths.unit, 1);
    let result = row.right(widths.result, 2);
    let code = row.left(widths.code, 2);
    Fields {
        code,
        title: row.rest(),
        result,
        unit,
        target,
        verdict,
        change,
        run,
        quality,
    }
}

fn row(canvas: &mut Canvas<'_>, cells: &Cells<'_>, widths: &Widths, area: Rect, selected: bool) {
    let fields = fields(area, widths);
    let y = area.y;
    canvas.text(
        fields.code.0,
        y,
        fields.code.1,
        &cells.indicator.code,
        canvas.styles.strong,
    );
    let used = canvas.text(
        fields.title.0,
        y,
        fields.title.1,
        &cells.indicator.title,
        canvas.styles.base,
    );
    let is_number = cells
        .standing
        .result
        .is_some_and(|result| result.value.is_some());
    let style = if is_number {
        canvas.styles.strong
    } else {
        canvas.styles.dim
    };
    canvas.right(fields.result.0, y, fields.result.1, &cells.result, style);
    canvas.text(
        fields.unit.0,
        y,
        fields.unit.1,
        &cells.unit,
        canvas.styles.dim,
    );
    canvas.right(
        fields.target.0,
        y,
        fields.target.1,
        &cells.target,
        canvas.styles.dim,
    );
    let (mark, style) = verdict(canvas, cells.standing.verdict);
    canvas.text(fields.verdict.0, y, fields.verdict.1, mark, style);
    if let Some(change) = cells.standing.change {
        let style = match change {
            Change::Better => canvas.styles.met,
            Change::Same => canvas.styles.base,
            Change::Worse => canvas.styles.missed,
        };
        canvas.text(
            fields.change.0,
            y,
            fields.change.1,
            change_sign(change),
            style,
        );
    }
    canvas.text(fields.run.0, y, fields.run.1, &cells.run, canvas.styles.dim);
    if matches!(
        cells.standing.quality,
        Some(Quality::SomeConcerns | Quality::SignificantConcerns)
    ) {
        canvas.text(
            fields.quality.0,
            y,
            fields.quality.1,
            "?",
            canvas.styles.warning,
        );
    }
    if selected {
        canvas.style(
            Rect {
                x: fields.code.0,
                width: fields.title.0 + used - fields.code.0,
                ..area
            },
            canvas.styles.selected,
        );
    }
}

/// The mark of a verdict with its style.
pub(super) fn verdict(canvas: &Canvas<'_>, verdict: Verdict) -> (&'static str, Style) {
    let style = match verdict {
        Verdict::Judged(Judgement::Met) => canvas.styles.met,
        Verdict::Judged(Judgement::Close) => canvas.styles.close,
        Verdict::Judged(Judgement::Missed) => canvas.styles.missed,
        Verdict::Judged(Judgement::None(_)) | Verdict::NotDue => canvas.styles.dim,
    };
    (verdict.mark(), style)
}
