//! The page of an indicator's charts: drawn, with the figures below as tables.

mod figures;
mod plot;

use super::document::{Block, Document};
use super::indicator::status_line;
use crate::analysis::chart::{Chart, Scope, charts};
use crate::analysis::moment::Moment;
use crate::analysis::standing::standing;
use crate::domain::indicator::Indicator;
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
        document.section(heading(chart.scope, charts.len()), &aside(chart));
        let plot = plot::plot(indicator, chart);
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

fn aside(chart: &Chart) -> String {
    match (chart.columns.first(), chart.columns.last()) {
        _ if !chart.breakdown.is_empty() => chart.breakdown.clone(),
        (Some(first), Some(last)) if first != last => format!("{first} to {last}"),
        _ => String::new(),
    }
}

#[cfg(test)]
mod tests;
