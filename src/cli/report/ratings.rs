//! Counts, trend and summary as JSON.

use super::lists::stated;
use crate::analysis::counts::{PeriodCounts, RatingCount};
use crate::analysis::summary::{SummaryRow, SummaryTheme};
use crate::analysis::trend::TrendEntry;
use crate::cli::desk::Desk;
use crate::cli::json::Object;
use crate::cli::record::head;
use crate::domain::id::{Id, RecordRef};
use crate::domain::rating::{Direction, Rating};
use crate::report::view::View;

/// One object a board and period, the oldest period first.
pub(super) fn counts(view: &View<'_>) -> Vec<Object> {
    let tables = view.counts();
    let rows = tables.iter().flat_map(|table| {
        let board = table.board.as_ref();
        table.rows.iter().map(move |row| period(board, row))
    });
    rows.collect()
}

fn period(board: Option<&Id>, row: &PeriodCounts) -> Object {
    let ratings: Vec<Object> = row.counts.iter().map(rating).collect();
    let published = row.disagrees.map(|[red, amber, green]| {
        Object::new()
            .with("red", &red)
            .with("amber", &amber)
            .with("green", &green)
    });
    Object::new()
        .with("board", &board)
        .with("period", &row.period.to_string())
        .with("basis", row.basis.word())
        .with("ratings", &ratings)
        .with("total", &row.total)
        .with("unrated", &names(&row.unrated))
        .with("published", &published)
}

fn rating(count: &RatingCount) -> Object {
    Object::new()
        .with("rating", count.rating.word())
        .with("count", &count.count)
        .with("percent", &count.percent)
        .with("records", &names(&count.records))
}

/// Records as `kind:id`, which every command takes for a code.
fn names(records: &[RecordRef]) -> Vec<String> {
    records.iter().map(ToString::to_string).collect()
}

/// One object a row: its priorities, and a list of periods with how they stood.
pub(super) fn trend(desk: &Desk, view: &View<'_>) -> Vec<Object> {
    let found = view.trend();
    let rows = found.rows.iter().map(|row| {
        let priorities: Vec<Object> = row.priorities.iter().map(|it| head(desk, it)).collect();
        let cells = found.periods.iter().zip(&row.cells);
        let periods: Vec<Object> = cells
            .map(|(period, entries)| {
                let entries: Vec<Object> = entries.iter().map(entry).collect();
                Object::new()
                    .with("period", &period.to_string())
                    .with("standing", &entries)
            })
            .collect();
        Object::new()
            .with("priorities", &priorities)
            .with("periods", &periods)
    });
    rows.collect()
}

fn entry(entry: &TrendEntry) -> Object {
    Object::new()
        .with("of", &names(&entry.of))
        .with("rating", &entry.rating.map(Rating::word))
        .with("direction", &entry.direction.map(Direction::word))
}

/// One object a priority, theme by theme.
pub(super) fn summary(desk: &Desk, view: &View<'_>) -> Vec<Object> {
    let themes = view.summary();
    let rows = themes.iter().flat_map(|theme| {
        let rows = theme.rows.iter();
        rows.map(|row| priority(desk, theme, row))
    });
    rows.collect()
}

fn priority(desk: &Desk, theme: &SummaryTheme, row: &SummaryRow) -> Object {
    head(desk, &row.record)
        .with("theme", &stated(&theme.code))
        .with("rating", &row.rating.map(Rating::word))
        .with("direction", &row.direction.map(Direction::word))
        .with("directors", &row.directors)
        .with("high_risk", &row.high_risk)
        .with("joint_with", &row.joint.as_ref().map(ToString::to_string))
}
