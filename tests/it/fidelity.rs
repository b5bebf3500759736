//! Holds the sample workspace against the papers that it was taken from.
//!
//! The tables under `fidelity/` were typed from the papers by hand. Where the sample says it otherwise
//! on purpose, the difference stands in `differences.rs` with its reason; nothing here was made from
//! the sample.

mod actions_2008_q4;
mod asked;
mod cells;
mod departures;
mod differences;
mod held;
mod indicators;
mod key_actions;
mod monthly;
mod notice;
mod papers;
mod quarter_2;
mod recommendations;
mod rows_2008_q4;
mod rows_2010_q2;
mod sheet;
mod trackers;
mod trackers_2010_q2;

use scrutineer::analysis::moment::Moment;
use scrutineer::analysis::tracker::{Tracker, tracker};
use scrutineer::domain::code;
use scrutineer::domain::indicator::Indicator;
use scrutineer::domain::number::same;
use scrutineer::domain::period::Period;
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

/// Whether a record was taken from a paper, whatever the line.
fn is_of_paper(rest: &Rest, paper: &str) -> bool {
    rest.source().iter().any(|source| source.paper == paper)
}

/// The moment of the ten trackers of paper 003.
fn quarter_4(workspace: &Workspace) -> Moment {
    Moment::new(workspace, Period::read("2008/09 Q4"), None)
}

/// The trackers of a moment, in the order of the sample.
fn trackers(workspace: &Workspace, moment: Moment) -> Vec<Tracker<'_>> {
    let all = workspace
        .priorities
        .iter()
        .map(|priority| tracker(priority, moment));
    all.filter(|tracker| tracker.update.is_some()).collect()
}

/// The tracker of a moment with the code of then.
fn tracker_of<'a>(workspace: &'a Workspace, code: &str, moment: Moment) -> Option<Tracker<'a>> {
    trackers(workspace, moment)
        .into_iter()
        .find(|tracker| code::same(tracker.code, code))
}

/// The indicators that belonged to a tracker at its moment.
fn indicators_of<'a>(
    workspace: &'a Workspace,
    code: &str,
    moment: Moment,
) -> impl Iterator<Item = &'a Indicator> {
    let tracker = tracker_of(workspace, code, moment);
    let listed = tracker.map(|tracker| tracker.indicators(moment));
    let listed = listed.into_iter().flatten();
    listed
        .filter_map(|id| workspace.indicators.get(id.as_str()))
        .map(|indicator| &**indicator)
}

/// The indicator with a row's code among those of the row's tracker.
fn indicator<'a>(workspace: &'a Workspace, row: &IndicatorRow) -> Option<&'a Indicator> {
    indicators_of(workspace, row.tracker, quarter_4(workspace))
        .find(|indicator| code::same(&indicator.code, row.code))
}

/// A title without its final full stop.
fn title(text: &str) -> &str {
    text.strip_suffix('.').unwrap_or(text)
}
