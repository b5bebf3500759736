//! The overview: counts over periods with their bars, the high-risk trend, the summary sheet,
//! judgements, indicators off target, and what changed since the period before.

mod counts;
mod lines;

use ratatui::layout::Rect;

use super::canvas::{Canvas, columns};
use super::frame::{
    count_of, empty, inner, is_focused, is_selected, remark_of, rows, shows, with_marks,
};
use crate::app::state::{ListName, OverviewLine, Regions, State};

const NAME: ListName = ListName::Overview;

/// Draws the list.
pub(super) fn draw(canvas: &mut Canvas<'_>, state: &State, area: Rect, regions: &mut Regions) {
    let list = state.list(NAME);
    let heading = if list.is_narrowed() {
        format!("Overview  {}", count_of(list, false))
    } else {
        with_marks("Overview".to_owned(), list)
    };
    let inside = canvas.frame(area, &heading, &remark_of(list), is_focused(state, NAME));
    if list.rows.is_empty() {
        let lines: &[&str] = if list.is_filtered() {
            &["Nothing here fits the filter.", &shows(state, "all of it")]
        } else {
            &[
                "Nothing to count yet.",
                "Ratings, judgements and results are counted here, as soon as there are any.",
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
            let line = line.and_then(|row| state.overview.lines.get(row));
            if let Some((_, line)) = line {
                row(canvas, state, line, area, is_selected(state, NAME, place));
            }
        },
    );
    periods(canvas, state, inside, regions);
}

/// Writes the periods of the trend above their columns, where the heading leaves room.
fn periods(canvas: &mut Canvas<'_>, state: &State, inside: Rect, regions: &Regions) {
    let list = state.list(NAME);
    let heading = list.headings.iter().find(|heading| {
        let row = list.rows.get(heading.before);
        let line = row.and_then(|row| state.overview.lines.get(row));
        matches!(line, Some((_, OverviewLine::Trend { .. })))
    });
    let region = regions.lists.iter().find(|region| region.list == NAME);
    let (Some(heading), Some(region)) = (heading, region) else {
        return;
    };
    let Some(down) = heading.line.checked_sub(region.offset) else {
        return;
    };
    let Some(y) = u16::try_from(down).ok().map(|down| inside.y + down) else {
        return;
    };
    if y < inside.bottom() {
        let area = Rect {
            y,
            height: 1,
            ..inner(inside)
        };
        let used = columns(&format!("{}  {}", heading.text, heading.count));
        lines::periods(canvas, &state.overview.periods, area, used);
    }
}

fn row(canvas: &mut Canvas<'_>, state: &State, line: &OverviewLine, area: Rect, selected: bool) {
    match line {
        OverviewLine::Counts { counts, most } => {
            let number = selected.then_some(state.overview.number);
            counts::row(canvas, counts, *most, number, area);
        }
        OverviewLine::Trend { codes, title, row } => {
            lines::trend(canvas, codes, title, row, area, selected);
        }
        OverviewLine::Priority(row) => lines::priority(canvas, row, area, selected),
        OverviewLine::Judgement {
            grade,
            title,
            limiting,
        } => lines::judgement(canvas, (grade, title), *limiting, area, selected),
        OverviewLine::Indicator {
            off,
            code,
            title,
            result,
            target,
        } => {
            let words = lines::Words {
                code,
                title,
                result,
                target,
            };
            lines::indicator(canvas, off, &words, area, selected);
        }
        OverviewLine::Change { code, said, better } => {
            lines::change(canvas, (code, said), *better, area, selected);
        }
    }
}
