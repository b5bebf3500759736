//! Figures of an indicator that do not go together.

use std::collections::HashMap;

use super::report::Report;
use crate::domain::choice::Choice;
use crate::domain::indicator::{Adds, Indicator, ResultFigure, Unit, reported, spoken_of};
use crate::domain::number::{Number, is_as_published, same, shortest};
use crate::domain::period::Period;
use crate::domain::stated::Stated;
use crate::domain::workspace::Workspace;

/// A time as it is read, else as it stands.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
enum Time<'a> {
    Read(Period),
    Text(&'a str),
}

fn time(stated: &Stated<Period>) -> Time<'_> {
    stated
        .read()
        .map_or_else(|| Time::Text(stated.text().trim()), Time::Read)
}

/// What makes two figures figures of the same thing.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
struct Same<'a> {
    list: &'static str,
    reported: Time<'a>,
    period: Time<'a>,
    breakdown: &'a str,
    set_by: &'a str,
    change_from: &'a str,
}

/// Figures for the same thing that differ. Both stand, the one written last counts (domain rules,
/// section 2). Figures without a period may be of different ones.
pub(super) fn sources(workspace: &Workspace, report: &mut Report<'_>) {
    for (place, indicator) in workspace.indicators.iter().enumerate() {
        let mut first: HashMap<Same<'_>, (f64, &str)> = HashMap::new();
        for (same_thing, at, id, value) in stated(indicator) {
            let Some(value) = value.map(Number::get) else {
                continue;
            };
            let (before, of) = *first.entry(same_thing).or_insert((value, id));
            if !same(before, value) {
                let message = format!(
                    "It is {} here and {} in {of}, for the same time",
                    shortest(value),
                    shortest(before)
                );
                let rounded = is_as_published(before, value) || is_as_published(value, before);
                let mend = if rounded {
                    "Keep the one with more digits, where the other is only it rounded"
                } else {
                    "Check both against their papers; the one written last counts"
                };
                let list = same_thing.list;
                report.say(
                    format!("/indicators/{place}/{list}/{at}/value"),
                    message,
                    mend,
                );
            }
        }
    }
}

/// Every dated baseline, target and result: what it is of, its place, id and value.
fn stated(indicator: &Indicator) -> impl Iterator<Item = (Same<'_>, usize, &str, Option<Number>)> {
    fn of<'a>(
        list: &'static str,
        column: &'a Stated<Period>,
        period: &'a Stated<Period>,
        breakdown: &'a str,
    ) -> Same<'a> {
        let (reported, period) = (
            time(reported(column, period)),
            time(spoken_of(column, period)),
        );
        Same {
            list,
            reported,
            period,
            breakdown,
            set_by: "",
            change_from: "",
        }
    }
    let baselines = indicator
        .baselines
        .iter()
        .enumerate()
        .map(|(at, baseline)| {
            let same = of(
                "baselines",
                &baseline.reported,
                &baseline.period,
                &baseline.breakdown,
            );
            (same, at, baseline.id.as_str(), baseline.value)
        });
    let targets = indicator.targets.iter().enumerate().map(|(at, target)| {
        let same = of(
            "targets",
            &target.reported,
            &target.period,
            &target.breakdown,
        );
        let same = Same {
            set_by: &target.set_by,
            change_from: &target.change_from,
            ..same
        };
        (same, at, target.id.as_str(), target.value)
    });
    let results = indicator.results.iter().enumerate().map(|(at, result)| {
        let same = of(
            "results",
            &result.reported,
            &result.period,
            &result.breakdown,
        );
        (same, at, result.id.as_str(), result.value)
    });
    baselines
        .chain(targets)
        .chain(results)
        .filter(|(same, ..)| same.period != Time::Text(""))
}

/// Forecasts that repeat the target: likely copied, not forecast.
pub(super) fn forecast(workspace: &Workspace, report: &mut Report<'_>) {
    for (place, indicator) in workspace.indicators.iter().enumerate() {
        for (at, forecast) in indicator.forecasts.iter().enumerate() {
            let (Some(value), Some(period)) = (forecast.value, forecast.period.read()) else {
                continue;
            };
            let repeats = indicator.targets.iter().any(|target| {
                let of = [&target.reported, &target.period]
                    .into_iter()
                    .any(|of| of.read() == Some(period));
                of && target.breakdown.is_empty()
                    && target
                        .value
                        .is_some_and(|target| same(target.get(), value.get()))
            });
            if repeats {
                let message = format!("The forecast is the target, {value}, to the last digit");
                let mend = "Ask its officer what the run of results makes them expect";
                report.say(
                    format!("/indicators/{place}/forecasts/{at}/value"),
                    message,
                    mend,
                );
            }
        }
    }
}

/// Results of parts that do not add up to the result of the whole, by the indicator's rule for adding
/// (NI 59: quarter by months, 1630 of 2048 is 79.6 where 79.4 is published).
pub(super) fn parts(workspace: &Workspace, report: &mut Report<'_>) {
    for (place, indicator) in workspace.indicators.iter().enumerate() {
        let adds = indicator.adds.as_ref().and_then(Choice::known);
        let Some(adds) = adds.filter(|adds| matches!(adds, Adds::Sum | Adds::Ratio)) else {
            continue;
        };
        for (at, whole) in indicator.results.iter().enumerate() {
            let Some(value) = whole.value.map(Number::get) else {
                continue;
            };
            let made = parts_of(indicator, whole).and_then(|parts| add(adds, indicator, &parts));
            if let Some(made) = made.filter(|made| !is_as_published(value, *made)) {
                let message = format!("It is {}, and its parts make {made:.2}", shortest(value));
                let mend =
                    "Correct the whole or the part that is wrong, or say in a note why they differ";
                report.say(
                    format!("/indicators/{place}/results/{at}/value"),
                    message,
                    mend,
                );
            }
        }
    }
}

/// The results of equal parts that fill the period of another without a gap: the fewest that do. Of
/// several results for a part the last one written counts.
fn parts_of<'a>(indicator: &'a Indicator, whole: &ResultFigure) -> Option<Vec<&'a ResultFigure>> {
    let of = |result: &ResultFigure| spoken_of(&result.reported, &result.period).read();
    let own = of(whole)?;
    let mut parts: Vec<(Period, &ResultFigure)> = Vec::new();
    for result in indicator
        .results
        .iter()
        .filter(|result| result.breakdown == whole.breakdown)
    {
        let Some(period) =
            of(result).filter(|period| own.contains(*period) && period.days() < own.days())
        else {
            continue;
        };
        match parts.iter_mut().find(|(held, _)| *held == period) {
            Some((_, held)) => *held = result,
            None => parts.push((period, result)),
        }
    }
    let kinds = parts.iter().map(|(period, _)| *period);
    let fills = |kind: &Period| {
        let same = parts.iter().filter(|(period, _)| period.same_kind(*kind));
        same.map(|(period, _)| period.days()).sum::<i64>() == own.days()
    };
    let kind = kinds.filter(fills).max_by_key(|period| period.days())?;
    Some(
        parts
            .iter()
            .filter(|(period, _)| period.same_kind(kind))
            .map(|(_, result)| *result)
            .collect(),
    )
}

/// Parts put together; none where one of them lacks its numbers.
fn add(adds: Adds, indicator: &Indicator, parts: &[&ResultFigure]) -> Option<f64> {
    let sum = |number: fn(&ResultFigure) -> Option<Number>| {
        parts
            .iter()
            .map(|part| number(part).map(Number::get))
            .sum::<Option<f64>>()
    };
    if adds == Adds::Sum {
        return sum(|part| part.value);
    }
    let of = match indicator.unit {
        Some(Unit::Percent) => 100.0,
        Some(Unit::RatePer(per)) => per,
        _ => return None,
    };
    Some(of * sum(|part| part.numerator)? / sum(|part| part.denominator)?)
}
