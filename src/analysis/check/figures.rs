//! Figures that are wrong by themselves.

use super::report::{Report, quoted};
use crate::analysis::standing::{bar, polarity as known_polarity};
use crate::domain::figure::Figure;
use crate::domain::indicator::{Indicator, Target, Unit};
use crate::domain::number::{Number, is_as_published, same, shortest};
use crate::domain::polarity::Polarity;
use crate::domain::workspace::Workspace;

/// A baseline, target, result or forecast as far as its own numbers go.
struct Said<'a> {
    pointer: String,
    value: Option<f64>,
    fraction: Option<(f64, f64)>,
    text: &'a str,
    is_change: bool,
}

fn said(place: usize, indicator: &Indicator) -> Vec<Said<'_>> {
    let pointer = |list: &str, at: usize| format!("/indicators/{place}/{list}/{at}");
    let fraction = |above: Option<Number>, below: Option<Number>| {
        above
            .zip(below)
            .map(|(above, below)| (above.get(), below.get()))
    };
    let mut said = Vec::new();
    said.extend(
        indicator
            .baselines
            .iter()
            .enumerate()
            .map(|(at, baseline)| Said {
                pointer: pointer("baselines", at),
                value: baseline.value.map(Number::get),
                fraction: fraction(baseline.numerator, baseline.denominator),
                text: &baseline.text,
                is_change: false,
            }),
    );
    said.extend(
        indicator
            .targets
            .iter()
            .enumerate()
            .map(|(at, target)| Said {
                pointer: pointer("targets", at),
                value: target.value.map(Number::get),
                fraction: None,
                text: &target.text,
                is_change: !target.change_from.is_empty(),
            }),
    );
    said.extend(
        indicator
            .results
            .iter()
            .enumerate()
            .map(|(at, result)| Said {
                pointer: pointer("results", at),
                value: result.value.map(Number::get),
                fraction: fraction(result.numerator, result.denominator),
                text: &result.text,
                is_change: false,
            }),
    );
    said.extend(
        indicator
            .forecasts
            .iter()
            .enumerate()
            .map(|(at, forecast)| Said {
                pointer: pointer("forecasts", at),
                value: forecast.value.map(Number::get),
                fraction: None,
                text: &forecast.text,
                is_change: false,
            }),
    );
    said
}

fn each(workspace: &Workspace, mut look: impl FnMut(&Indicator, Said<'_>)) {
    for (place, indicator) in workspace.indicators.iter().enumerate() {
        for said in said(place, indicator) {
            look(indicator, said);
        }
    }
}

/// Percentages that are none. A target that is a change from something may be negative.
pub(super) fn percent_range(workspace: &Workspace, report: &mut Report<'_>) {
    each(workspace, |indicator, said| {
        let value = said.value.filter(|value| !(0.0..=100.0).contains(value));
        let (Some(value), Some(Unit::Percent), false) = (value, &indicator.unit, said.is_change)
        else {
            return;
        };
        let message = format!(
            "The figure is {}, and a percentage goes from 0 to 100",
            shortest(value)
        );
        let mend = "Correct the figure, or set the unit to what it is measured in";
        report.say(format!("{}/value", said.pointer), message, mend);
    });
}

/// Fractions against the percentage or rate that they make.
pub(super) fn fraction(workspace: &Workspace, report: &mut Report<'_>) {
    each(workspace, |indicator, said| {
        let (Some(value), Some((above, below))) = (said.value, said.fraction) else {
            return;
        };
        let of = match indicator.unit {
            Some(Unit::Percent) => 100.0,
            Some(Unit::RatePer(per)) => per,
            _ => return,
        };
        let exact = of * above / below;
        if !is_as_published(value, exact) {
            let (above, below) = (shortest(above), shortest(below));
            let makes = if exact.is_finite() {
                format!("makes {exact:.2}")
            } else {
                "makes no number".to_owned()
            };
            let message = format!(
                "The figure is {}, and {above} of {below} {makes}",
                shortest(value)
            );
            let mend =
                "Correct what was copied wrongly, or say in a note that the paper prints it so";
            report.say(format!("{}/value", said.pointer), message, mend);
        }
    });
}

/// Figures against the words they were published in.
pub(super) fn text(workspace: &Workspace, report: &mut Report<'_>) {
    each(workspace, |indicator, said| {
        let (Some(value), Some(unit)) = (said.value, &indicator.unit) else {
            return;
        };
        let read = Figure::read(said.text).value_in(unit.printed().as_ref());
        if let Some(read) = read.filter(|read| !same(*read, value)) {
            let (value, read) = (shortest(value), shortest(read));
            let message = format!(
                "The figure is {value}, and {} says {read}",
                quoted(said.text)
            );
            report.say(
                format!("{}/value", said.pointer),
                message,
                "Correct the figure or its text from the paper",
            );
        }
    });
}

/// Targets of a range indicator that say how far is too far on one side at most.
pub(super) fn band(workspace: &Workspace, report: &mut Report<'_>) {
    for (place, indicator) in workspace.indicators.iter().enumerate() {
        if known_polarity(indicator) != Some(Polarity::Range) {
            continue;
        }
        for (at, target) in indicator.targets.iter().enumerate() {
            if in_figures(target) && bar(target).band().is_none() {
                let message = "A range needs a band, and the target gives none";
                let mend =
                    "Give \"low\" and \"high\", or the \"width\" on either side of the value";
                report.say(format!("/indicators/{place}/targets/{at}"), message, mend);
            }
        }
    }
}

/// Targets in figures without a word on which way is good: no judgement is possible.
pub(super) fn polarity(workspace: &Workspace, report: &mut Report<'_>) {
    for (place, indicator) in workspace.indicators.iter().enumerate() {
        if indicator.polarity.is_none() && indicator.targets.iter().any(in_figures) {
            let message = "It has targets, and nobody says whether it should rise or fall";
            let mend = "Set its polarity to rise, fall or range";
            report.say(format!("/indicators/{place}"), message, mend);
        }
    }
}

fn in_figures(target: &Target) -> bool {
    [target.value, target.low, target.high]
        .iter()
        .any(Option::is_some)
}
