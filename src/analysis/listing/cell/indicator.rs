//! What columns say of an indicator.

use super::{Cell, Seen};
use crate::analysis::listing::Column;
use crate::analysis::standing::{Verdict, change_sign, standing};
use crate::analysis::target::{Change, Judgement};
use crate::domain::indicator::{Indicator, Quality, Target, Unit};
use crate::domain::number::Number;

/// What a column says of an indicator.
pub(super) fn of_indicator(seen: Seen<'_>, indicator: &Indicator, column: Column) -> Cell {
    let now = standing(seen.workspace, indicator, seen.moment);
    match column {
        Column::Result => now.result.map_or_else(Cell::default, |result| {
            let text = result.value.map(|value| with_unit(indicator, value));
            Cell::number(text.unwrap_or_else(|| result.text.clone()), result.value)
        }),
        Column::Target => now
            .against
            .first()
            .map_or_else(Cell::default, |(target, _)| {
                Cell::number(target_text(indicator, target), target.value.or(target.low))
            }),
        Column::Status => Cell::ranked(now.verdict.mark(), worst_verdict(now.verdict)),
        Column::Change => {
            let rank = now.change.map(|change| match change {
                Change::Worse => 0,
                Change::Same => 1,
                Change::Better => 2,
            });
            Cell::ranked(now.change.map_or("", change_sign), rank)
        }
        Column::Quality => {
            let rank = now.quality.map(|quality| match quality {
                Quality::SignificantConcerns => 0,
                Quality::SomeConcerns => 1,
                Quality::NotCompleted => 2,
                Quality::NoConcerns => 3,
            });
            let words = now.quality.map(|quality| quality.word().replace('_', " "));
            Cell::ranked(words.unwrap_or_default(), rank)
        }
        _ => Cell::default(),
    }
}

fn with_unit(indicator: &Indicator, value: Number) -> String {
    let unit = indicator.unit.as_ref();
    let unit = unit.map_or_else(String::new, Unit::suffix);
    format!("{value} {unit}").trim_end().to_owned()
}

fn target_text(indicator: &Indicator, target: &Target) -> String {
    match (target.low, target.high, target.value) {
        (Some(low), Some(high), _) => format!("{low}-{}", with_unit(indicator, high)),
        (_, _, Some(value)) => with_unit(indicator, value),
        _ => target.text.clone(),
    }
}

fn worst_verdict(verdict: Verdict) -> Option<usize> {
    match verdict {
        Verdict::Judged(Judgement::Missed) => Some(0),
        Verdict::Judged(Judgement::Close) => Some(1),
        Verdict::NotDue => Some(2),
        Verdict::Judged(Judgement::Met) => Some(3),
        Verdict::Judged(Judgement::None(_)) => None,
    }
}
