//! The pane of indicators: result against target, direction, the run so far, data quality.

use ratatui::layout::Rect;
use ratatui::style::Style;

use super::actions::ELSEWHERE;
use super::canvas::{Canvas, columns};
use super::cells::{Fit, Headed, Laid, Stretch, has_header, header, lay, plain};
use super::frame::{Absent, inner, is_selected, parts, rows};
use super::sparkline::sparkline;
use crate::analysis::listing::Column;
use crate::analysis::standing::{Standing, Verdict, change_sign, standing};
use crate::analysis::target::{Change, Judgement};
use crate::app::state::{ListName, Pane, Regions, State};
use crate::domain::id::RecordRef;
use crate::domain::indicator::{Indicator, Quality, Target, reported};
use crate::domain::kind::Kind;
use crate::domain::number::Number;
use crate::text::decimal_align;

const NAME: ListName = ListName::Pane(Pane::Indicators);
/// Its headings are always there, where the pane is high enough.
const WHEN_HEADED: Headed = Headed::From(3);
/// Below this there is no room for targets.
const WITH_TARGET: u16 = 44;
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
    /// Whether the result was reported before the period in view.
    earlier: bool,
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
    let Some(inside) = parts(
        canvas,
        state,
        Pane::Indicators,
        area,
        (WHEN_HEADED, &ABSENT),
    ) else {
        return;
    };
    let body = inside.height - u16::from(has_header(list, inside.height, WHEN_HEADED));
    let offset = list.offset_for(usize::from(body));
    let cells = visible(state, offset, usize::from(body));
    let widths = Widths::of(&cells, inner(inside).width);
    let laid = lay(NAME, list, inner(inside), |column| widths.fit(column));
    let inside = header(canvas, list, inside, &laid, WHEN_HEADED);
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
                    state,
                    cells,
                    (&laid, &widths),
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
    let column = result.and_then(|it| reported(&it.reported, &it.period).read());
    let earlier = column
        .zip(state.moment.period)
        .is_some_and(|(column, period)| column.last() < period.first());
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
        earlier,
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
            target: if room >= WITH_TARGET {
                widest(&|cells| needed(&cells.target)).clamp(6, FIGURE)
            } else {
                0
            },
            run,
        }
    }

    /// The room of a column.
    fn fit(&self, column: Column) -> Fit {
        match column {
            Column::Code => Fit::left(self.code, 0),
            Column::Title => Fit::left(0, 2),
            Column::Result => Fit::right(self.result + 1 + self.unit, 2).with_unit(1 + self.unit),
            Column::Target if self.target > 0 => Fit::right(self.target, 2),
            Column::Target => Fit::right(6, 2).from(WITH_TARGET),
            Column::Status => Fit::left(4, 2).quiet(),
            Column::Change | Column::Quality => Fit::left(1, 1).quiet(),
            Column::Run if self.run > 0 => Fit::left(self.run, 1).quiet(),
            Column::Run => Fit::left(4, 1).from(WITH_RUN).quiet(),
            _ => Fit::usual(column),
        }
    }
}

fn row(
    canvas: &mut Canvas<'_>,
    state: &State,
    cells: &Cells<'_>,
    (laid, widths): (&[Laid], &Widths),
    area: Rect,
    selected: bool,
) {
    let y = area.y;
    let mut stretch = Stretch::new();
    for cell in laid {
        let (x, width) = (cell.x, cell.width);
        match cell.column {
            Column::Code => {
                let used = canvas.text(x, y, width, &cells.indicator.code, canvas.styles.strong);
                stretch.add(x, used);
            }
            Column::Title => {
                let used = canvas.text(x, y, width, &cells.indicator.title, canvas.styles.base);
                stretch.add(x, used);
            }
            Column::Result => result(canvas, cells, widths, (x, width), y),
            Column::Target => {
                canvas.right(x, y, width, &cells.target, canvas.styles.dim);
            }
            Column::Status => {
                let (mark, style) = verdict(canvas, cells.standing.verdict);
                canvas.text(x, y, width, mark, style);
            }
            Column::Change => {
                if let Some(change) = cells.standing.change {
                    let style = change_style(canvas, change);
                    canvas.text(x, y, width, change_sign(change), style);
                }
            }
            Column::Run => {
                canvas.text(x, y, width, &cells.run, canvas.styles.dim);
            }
            Column::Quality => quality(canvas, cells, x, y),
            _ => {
                let record = RecordRef::new(Kind::Indicator, &cells.indicator.id);
                plain(canvas, state, &record, *cell, y);
            }
        }
    }
    if selected {
        stretch.mark(canvas, area);
    }
}

/// The result with its unit behind it.
fn result(canvas: &mut Canvas<'_>, cells: &Cells<'_>, widths: &Widths, at: (u16, u16), y: u16) {
    let is_number = cells
        .standing
        .result
        .is_some_and(|result| result.value.is_some());
    // What was reported before the period steps back: its page says for when it is.
    let style = if is_number && !cells.earlier {
        canvas.styles.strong
    } else {
        canvas.styles.dim
    };
    let (x, width) = at;
    let figure = width.saturating_sub(widths.unit + 1);
    canvas.right(x, y, figure, &cells.result, style);
    canvas.text(
        x + figure + 1,
        y,
        width.saturating_sub(figure + 1),
        &cells.unit,
        canvas.styles.dim,
    );
}

fn change_style(canvas: &Canvas<'_>, change: Change) -> Style {
    match change {
        Change::Better => canvas.styles.met,
        Change::Same => canvas.styles.base,
        Change::Worse => canvas.styles.missed,
    }
}

/// A mark where there are concerns about the data.
fn quality(canvas: &mut Canvas<'_>, cells: &Cells<'_>, x: u16, y: u16) {
    if matches!(
        cells.standing.quality,
        Some(Quality::SomeConcerns | Quality::SignificantConcerns)
    ) {
        canvas.text(x, y, 1, "?", canvas.styles.warning);
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
