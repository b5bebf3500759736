//! A result against its targets: which they are, how far off is close, and what it amounts to.

use super::Verdict;
use crate::analysis::target::{Target as Bar, Tolerance as Slack, judge};
use crate::domain::choice::Choice;
use crate::domain::indicator::{
    Adds, Indicator, ResultFigure, Target, Tolerance, reported, spoken_of,
};
use crate::domain::period::Period;
use crate::domain::polarity::Polarity;
use crate::domain::workspace::Workspace;

/// The tolerance where neither target, indicator nor workspace gives one.
const DEFAULT_SLACK: Slack = Slack::Percent(5.0);

/// The targets that a result meets (`domain.md` §4): with the same breakdown, of the same reported
/// period, else of the shortest that contains it, else the same by the periods they speak of.
pub(in crate::analysis) fn targets_for<'a>(
    indicator: &'a Indicator,
    result: &ResultFigure,
) -> Vec<&'a Target> {
    let same_part = || {
        indicator
            .targets
            .iter()
            .filter(|target| target.breakdown == result.breakdown)
    };
    let by = |own: Option<Period>, of: &dyn Fn(&Target) -> Option<Period>| -> Vec<&'a Target> {
        let Some(own) = own else { return Vec::new() };
        let equal: Vec<_> = same_part()
            .filter(|target| of(target) == Some(own))
            .collect();
        if !equal.is_empty() {
            return equal;
        }
        let around = || {
            same_part()
                .filter_map(|target| Some((of(target)?, target)))
                .filter(|(period, _)| period.contains(own))
        };
        let Some(shortest) = around().map(|(period, _)| period.days()).min() else {
            return Vec::new();
        };
        around()
            .filter(|(period, _)| period.days() == shortest)
            .map(|(_, target)| target)
            .collect()
    };
    let found = by(
        reported(&result.reported, &result.period).read(),
        &|target| reported(&target.reported, &target.period).read(),
    );
    if found.is_empty() {
        newest_of_each(&by(
            spoken_of(&result.reported, &result.period).read(),
            &|target| spoken_of(&target.reported, &target.period).read(),
        ))
    } else {
        newest_of_each(&found)
    }
}

/// Where sources give different targets for the same thing, the newest counts: the one written last.
/// Targets of different bodies, or that speak of different times, are different things; words take no
/// figure's place.
fn newest_of_each<'a>(targets: &[&'a Target]) -> Vec<&'a Target> {
    let same = |one: &Target, other: &Target| {
        let spoken = |target: &Target| spoken_of(&target.reported, &target.period).read();
        let figures = one.value.is_some() && other.value.is_some();
        figures && one.set_by == other.set_by && spoken(one) == spoken(other)
    };
    let is_newest = |(place, target): &(usize, &Target)| {
        targets
            .iter()
            .skip(place + 1)
            .all(|later| !same(target, later))
    };
    let kept = targets.iter().copied().enumerate().filter(is_newest);
    kept.map(|(_, target)| target).collect()
}

/// A result against one target.
pub(in crate::analysis) fn verdict(
    workspace: &Workspace,
    indicator: &Indicator,
    target: &Target,
    result: &ResultFigure,
) -> Verdict {
    let adds = indicator.adds.as_ref().and_then(Choice::known);
    let parts = (
        spoken_of(&result.reported, &result.period).read(),
        spoken_of(&target.reported, &target.period).read(),
    );
    if let (Some(Adds::Sum | Adds::ToDate), (Some(part), Some(whole))) = (adds, parts)
        && whole.contains(part)
        && part.last() < whole.last()
    {
        return Verdict::NotDue;
    }
    let value = result.value.map(crate::domain::number::Number::get);
    Verdict::Judged(judge(
        value,
        &bar(target),
        polarity(indicator),
        slack(workspace, indicator, target),
    ))
}

/// What good looks like, where it is known.
pub fn polarity(indicator: &Indicator) -> Option<Polarity> {
    indicator.polarity.as_ref().and_then(Choice::known)
}

/// A target in plain numbers.
pub fn bar(target: &Target) -> Bar {
    let number = |number: Option<crate::domain::number::Number>| {
        number.map(crate::domain::number::Number::get)
    };
    Bar {
        value: number(target.value),
        low: number(target.low),
        high: number(target.high),
        width: number(target.width),
    }
}

/// The tolerance belongs to the target, else to the indicator, else to the workspace.
pub fn slack(workspace: &Workspace, indicator: &Indicator, target: &Target) -> Slack {
    let given = [
        &target.tolerance,
        &indicator.tolerance,
        &workspace.tolerance,
    ];
    given
        .into_iter()
        .flatten()
        .find_map(plain_slack)
        .unwrap_or(DEFAULT_SLACK)
}

fn plain_slack(tolerance: &Tolerance) -> Option<Slack> {
    let points = tolerance.points.map(|points| Slack::Points(points.get()));
    let percent = tolerance
        .percent
        .map(|percent| Slack::Percent(percent.get()));
    points
        .or(percent)
        .or(tolerance.floor.map(|floor| Slack::Floor(floor.get())))
}
