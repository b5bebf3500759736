//! The chart of the months: each month's figure, the targets of months and of stretches of months, and
//! what the months come to so far.

use super::{Chart, Goal, Point, Scope, Series, scale};
use crate::domain::choice::Choice;
use crate::domain::indicator::{Adds, Indicator, ResultFigure, Unit, spoken_of};
use crate::domain::number::Number;
use crate::domain::period::Period;

/// The chart of monthly figures. It reaches from the first of them to the last, and on to the end of
/// the year for which there are targets.
pub(super) fn chart(
    indicator: &Indicator,
    breakdown: &str,
    mut points: Vec<Point>,
    goals: &[Goal],
) -> Option<Chart> {
    let first = points.first()?.period;
    let newest = points.last()?.period;
    let year = newest.financial_year()?;
    let shown: Vec<Goal> = goals
        .iter()
        .filter(|goal| goal.period.overlaps(year) || goal.period.overlaps(first))
        .filter(|goal| goal.period.last() >= first.first() && is_of_months(indicator, goal))
        .cloned()
        .collect();
    let ends = shown.iter().filter(|goal| year.contains(goal.period));
    let last = ends
        .map(|goal| Period::month_of(goal.period.last()))
        .chain([newest])
        .max()?;
    points.extend(so_far(indicator, breakdown, &points, &shown));
    points.sort_by_key(|point| (point.period, point.series));
    Some(Chart {
        scope: Scope::Months,
        breakdown: breakdown.to_owned(),
        levels: scale::levels(&points, &shown),
        columns: scale::run(first, last)?,
        points,
        goals: shown,
    })
}

/// Whether a month's figure can be seen beside a target: the year's total says nothing of a month.
fn is_of_months(indicator: &Indicator, goal: &Goal) -> bool {
    let adds = indicator.adds.as_ref().and_then(Choice::known);
    let whole_year = goal.period.days() > 360;
    !(whole_year && adds == Some(Adds::Sum))
}

/// The sums of the months since their stretch began: the shortest that a target is set for, else the
/// financial year. Where a month is missing there is no sum from there on.
fn so_far(indicator: &Indicator, breakdown: &str, months: &[Point], goals: &[Goal]) -> Vec<Point> {
    let stretch = |month: Period| {
        let around = goals
            .iter()
            .map(|goal| goal.period)
            .filter(|period| *period != month && period.contains(month));
        around
            .min_by_key(|period| period.days())
            .or_else(|| month.financial_year())
    };
    let mut sums = Vec::new();
    for month in months {
        let Some(stretch) = stretch(month.period) else {
            continue;
        };
        let inside = months
            .iter()
            .filter(|other| stretch.contains(other.period) && other.period <= month.period)
            .map(|other| other.period);
        let inside: Vec<Period> = inside.collect();
        let first = Period::month_of(stretch.first());
        let unbroken = scale::run(first, month.period).is_some_and(|run| run == inside);
        // One month alone is its own figure.
        if !unbroken || inside.len() < 2 {
            continue;
        }
        sums.extend(sum(indicator, breakdown, &inside).map(|value| Point {
            series: Series::SoFar,
            period: month.period,
            value,
            provisional: false,
            verdict: None,
        }));
    }
    sums
}

/// Several months as one figure, by the indicator's rule for adding; `None` where the rule makes none
/// or a part is missing.
fn sum(indicator: &Indicator, breakdown: &str, months: &[Period]) -> Option<f64> {
    let figure = |month: &Period| -> Option<&ResultFigure> {
        indicator.results.iter().rfind(|result| {
            result.breakdown == breakdown
                && result.value.is_some()
                && spoken_of(&result.reported, &result.period).read() == Some(*month)
        })
    };
    let total = |number: fn(&ResultFigure) -> Option<Number>| -> Option<f64> {
        let parts = months.iter().map(|month| number(figure(month)?));
        parts.map(|part| part.map(Number::get)).sum()
    };
    match indicator.adds.as_ref().and_then(Choice::known)? {
        Adds::Sum => total(|result| result.value),
        Adds::Ratio => {
            let of = match indicator.unit {
                Some(Unit::Percent) => 100.0,
                Some(Unit::RatePer(per)) => per,
                _ => return None,
            };
            let whole = total(|result| result.denominator).filter(|whole| *whole != 0.0)?;
            Some(of * total(|result| result.numerator)? / whole)
        }
        Adds::ToDate | Adds::Mean | Adds::Latest => None,
    }
}
