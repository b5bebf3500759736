//! Indicators: code, title, result, target, verdict.

use std::sync::Arc;

use crate::analysis::naming::code_of;
use crate::analysis::standing::{change_words, standing};
use crate::cli::desk::Desk;
use crate::cli::json::Object;
use crate::cli::record::head;
use crate::cli::table::{Column, Table};
use crate::domain::field::OutField;
use crate::domain::id::RecordRef;
use crate::domain::indicator::{Indicator, Quality, Target, spoken_of};
use crate::domain::kind::Kind;
use crate::report::figures::figure_text;
use crate::text::{decimal_align, display_safe, truncate};

const COLUMNS: &[Column] = &[
    Column::Left,
    Column::Title,
    Column::Left,
    Column::Left,
    Column::Left,
];

fn find<'a>(desk: &'a Desk, record: &RecordRef) -> Option<&'a Arc<Indicator>> {
    desk.workspace.indicators.get(record.id.as_str())
}

/// Code, title, newest result, the first target that it is held against, verdict.
pub(super) fn table(desk: &Desk, records: &[RecordRef], line: Option<usize>) -> Table<'static> {
    let (mut results, mut targets, mut rest) = (Vec::new(), Vec::new(), Vec::new());
    for indicator in records.iter().filter_map(|record| find(desk, record)) {
        let now = standing(&desk.workspace, indicator, desk.moment);
        let unit = indicator.unit.as_ref();
        let result = now.result.map_or_else(String::new, |result| {
            figure_text(result.value, unit, &result.text)
        });
        let target = now
            .against
            .first()
            .map(|(target, _)| target_text(indicator, target));
        results.push(cell(&result, line));
        targets.push(cell(&target.unwrap_or_default(), line));
        rest.push((indicator, now.verdict.mark()));
    }
    let mut table = Table::new(COLUMNS);
    let aligned = lined_up(&results).into_iter().zip(lined_up(&targets));
    for ((indicator, mark), (result, target)) in rest.into_iter().zip(aligned) {
        let record = RecordRef::new(Kind::Indicator, &indicator.id);
        let code = code_of(&desk.workspace, &record, desk.moment);
        table.row([&code, &indicator.title, &result, &target, mark]);
    }
    table
}

/// Words in the place of a figure take no more room than this where lines end.
const FIGURE: usize = 14;

fn cell(text: &str, line: Option<usize>) -> String {
    let most = line.map_or(usize::MAX, |_| FIGURE);
    truncate(&display_safe(text), most).into_owned()
}

fn lined_up(cells: &[String]) -> Vec<String> {
    let cells: Vec<&str> = cells.iter().map(String::as_str).collect();
    decimal_align(&cells)
}

/// A target as a figure, a band, or the words that stand in its place.
fn target_text(indicator: &Indicator, target: &Target) -> String {
    let unit = indicator.unit.as_ref();
    match (target.low, target.high) {
        (Some(low), Some(high)) => format!("{low}-{}", figure_text(Some(high), unit, "")),
        _ => figure_text(target.value, unit, &target.text),
    }
}

/// An indicator as JSON.
pub(super) fn json(desk: &Desk, record: &RecordRef) -> Object {
    let object = head(desk, record);
    let Some(indicator) = find(desk, record) else {
        return object;
    };
    let now = standing(&desk.workspace, indicator, desk.moment);
    let target = now.against.first().map(|(target, _)| *target);
    let period = now
        .result
        .map(|it| spoken_of(&it.reported, &it.period).text());
    let text = |text: &'_ str| Some(text.to_owned()).filter(|text| !text.is_empty());
    object
        .with("period", &period)
        .with("result", &now.result.and_then(|result| result.value))
        .with("result_text", &now.result.and_then(|it| text(&it.text)))
        .with("unit", &OutField(&indicator.unit))
        .with("target", &target.and_then(|target| target.value))
        .with("target_text", &target.and_then(|it| text(&it.text)))
        .with("verdict", now.verdict.query_word())
        .with("change", &now.change.map(change_words))
        .with("data_quality", &now.quality.map(Quality::word))
}
