//! The page of an indicator's charts: drawn, with the figures below as tables.

mod figures;
mod plot;

use super::document::{Block, Document};
use super::indicator::status_line;
use crate::analysis::chart::{Chart, Scope, charts};
use crate::analysis::moment::Moment;
use crate::analysis::standing::standing;
use crate::domain::indicator::{Indicator, Unit};
use crate::domain::workspace::Workspace;

/// An indicator's figures over time as they were known at a moment.
pub fn chart_page(workspace: &Workspace, moment: Moment, indicator: &Indicator) -> Document {
    let mut document = Document::about(&indicator.code, &indicator.title);
    let standing = standing(workspace, indicator, moment);
    document
        .blocks
        .push(Block::Paragraph(status_line(moment, indicator, &standing)));
    let charts = charts(workspace, indicator, moment);
    if charts.is_empty() {
        document.section("Chart", "");
        document.absence(
            "There is nothing to draw: no baseline, result or forecast up to this period is a number.",
        );
    }
    for chart in &charts {
        document.section(heading(chart.scope, charts.len()), &aside(indicator, chart));
        let plot = plot::plot(chart);
        document.blocks.push(Block::Plot(Box::new(plot)));
        figures::add(&mut document, indicator, chart);
    }
    document
}

fn heading(scope: Scope, charts: usize) -> &'static str {
    match scope {
        Scope::Whole if charts == 1 => "Chart",
        Scope::Whole => "By year and quarter",
        Scope::Months => "By month",
    }
}

/// What the chart speaks of: the part of the population, the time, the unit.
fn aside(indicator: &Indicator, chart: &Chart) -> String {
    let time = match (chart.columns.first(), chart.columns.last()) {
        (Some(first), Some(last)) if first != last => format!("{first} to {last}"),
        (Some(only), _) => only.to_string(),
        (None, _) => String::new(),
    };
    let unit = indicator.unit.as_ref().map(Unit::suffix);
    let unit = unit.filter(|unit| !unit.is_empty());
    let parts = [
        Some(chart.breakdown.clone()).filter(|part| !part.is_empty()),
        Some(time),
        unit.map(|unit| format!("in {unit}")),
    ];
    parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests;
