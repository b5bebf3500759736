//! Holds the sample workspace against the paper that it was taken from.
//!
//! The tables under `fidelity/` were typed from paper 003 by hand. Where the sample says it otherwise
//! on purpose, the difference stands in `differences.rs` with its reason; nothing here was made from
//! the sample.

mod actions_2008_q4;
mod cells;
mod differences;
mod indicators;
mod rows_2008_q4;
mod trackers;

use scrutineer::domain::code;
use scrutineer::domain::indicator::Indicator;
use scrutineer::domain::number::same;
use scrutineer::domain::priority::Priority;
use scrutineer::domain::record::Rest;
use scrutineer::domain::workspace::Workspace;
use scrutineer::store::format;

use differences::Column;
use rows_2008_q4::{Cell, IndicatorRow};

fn sample() -> Workspace {
    format::read(include_bytes!("../../sample-data/leeds.json")).unwrap_or_default()
}

/// Whether a record was taken from a line of paper 003.
fn is_of_line(rest: &Rest, line: u32) -> bool {
    let at = format!("line {line}");
    rest.source()
        .iter()
        .any(|source| source.paper == "003" && source.at == at)
}

/// The cells of a row.
fn columns(row: &IndicatorRow) -> [(Column, Option<&Cell>); 5] {
    let [t08, t09, t10] = &row.targets;
    [
        (Column::Baseline, row.baseline.as_ref()),
        (Column::Target("2008/09"), t08.as_ref()),
        (Column::Target("2009/10"), t09.as_ref()),
        (Column::Target("2010/11"), t10.as_ref()),
        (Column::Result, row.result.as_ref()),
    ]
}

/// Whether two figures are the same, or both are missing.
fn same_figure(one: Option<f64>, other: Option<f64>) -> bool {
    match (one, other) {
        (Some(one), Some(other)) => same(one, other),
        (one, other) => one.is_none() && other.is_none(),
    }
}

/// The priority with a code.
fn priority<'a>(workspace: &'a Workspace, code: &str) -> Option<&'a Priority> {
    workspace
        .priorities
        .iter()
        .find(|priority| code::same(&priority.code, code))
        .map(|priority| &**priority)
}

/// The indicator with a row's code among those of the row's tracker.
fn indicator<'a>(workspace: &'a Workspace, row: &IndicatorRow) -> Option<&'a Indicator> {
    let listed = &priority(workspace, row.tracker)?.indicators;
    let found = listed
        .iter()
        .filter_map(|id| workspace.indicators.get(id.as_str()));
    found
        .map(|indicator| &**indicator)
        .find(|indicator| code::same(&indicator.code, row.code))
}

/// A title without its final full stop.
fn title(text: &str) -> &str {
    text.strip_suffix('.').unwrap_or(text)
}
