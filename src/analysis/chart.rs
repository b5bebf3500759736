//! What a chart of an indicator shows: its figures over time, what they were to be, and a scale of
//! round numbers. Nothing here is drawn.
//!
//! Years, quarters and what lies between are one chart. Monthly figures have one of their own, since
//! twelve months in a chart of six years are a smear; beside them stand the targets of single months
//! and of stretches of months (the Improvement Notice's, paper 001, lines 1787 and 1800), and what the
//! months come to so far.

mod months;
mod scale;
mod targets;

use super::moment::Moment;
use super::standing::{Verdict, judged};
use super::target::Target as Bar;
use crate::domain::indicator::{Indicator, ResultFigure, reported, spoken_of};
use crate::domain::number::Number;
use crate::domain::period::Period;
use crate::domain::workspace::Workspace;

/// Fewer monthly figures than this stand among the others.
const FEWEST_MONTHS: usize = 2;

/// A chart of an indicator at a moment.
#[derive(Clone, Debug, PartialEq)]
pub struct Chart {
    /// Which of its figures are in it.
    pub scope: Scope,
    /// The part of the population that the figures speak of; empty for the whole.
    pub breakdown: String,
    /// The figures, by the period that they speak of and in the order of [`Series`].
    pub points: Vec<Point>,
    /// The targets, by period.
    pub goals: Vec<Goal>,
    /// The numbers at the side, round ones, from the lowest. All figures and targets lie between the
    /// first and the last.
    pub levels: Vec<f64>,
    /// The periods below, one after the other without a gap. All figures lie in them.
    pub columns: Vec<Period>,
}

/// Which figures a chart has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scope {
    /// All of them, or all that are not monthly where the months have a chart of their own.
    Whole,
    /// The monthly ones.
    Months,
}

/// What a figure is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Series {
    /// Where the indicator started.
    Baseline,
    /// What the months come to since the year began, or the stretch that a target is set for.
    SoFar,
    /// Where its officer expects it to end.
    Forecast,
    /// What it came to.
    Result,
}

/// A figure in a chart.
#[derive(Clone, Debug, PartialEq)]
pub struct Point {
    /// What it is.
    pub series: Series,
    /// The period that it speaks of.
    pub period: Period,
    /// The figure, in the indicator's unit.
    pub value: f64,
    /// Whether it may still change.
    pub provisional: bool,
    /// What it amounts to against its targets; for results.
    pub verdict: Option<Verdict>,
}

/// A target in a chart.
#[derive(Clone, Debug, PartialEq)]
pub struct Goal {
    /// The period that it is set for.
    pub period: Period,
    /// The number to reach, or the band to be in.
    pub bar: Bar,
    /// The stretches of the scale in which a figure is close to it: from, to.
    pub near: Vec<(f64, f64)>,
    /// Who set it, where it is said.
    pub set_by: String,
    /// Whether it may still change.
    pub provisional: bool,
}

/// The charts of an indicator at a moment: of its figures, then of its months. None where no figure is
/// a number with a period.
pub fn charts(workspace: &Workspace, indicator: &Indicator, moment: Moment) -> Vec<Chart> {
    let breakdown = breakdown(indicator, moment);
    let mut points = points(workspace, indicator, moment, &breakdown);
    let goals = targets::goals(workspace, indicator, &breakdown);
    let monthly = |point: &Point| {
        point.series == Series::Result && matches!(point.period, Period::Month { .. })
    };
    if points.iter().filter(|point| monthly(point)).count() < FEWEST_MONTHS {
        return whole(breakdown, points, goals).into_iter().collect();
    }
    let of_months: Vec<Point> = points
        .iter()
        .filter(|point| monthly(point))
        .cloned()
        .collect();
    points.retain(|point| !monthly(point));
    let months = months::chart(indicator, &breakdown, of_months, &goals);
    let long = goals
        .into_iter()
        .filter(|goal| !matches!(goal.period, Period::Month { .. }))
        .collect();
    whole(breakdown, points, long)
        .into_iter()
        .chain(months)
        .collect()
}

/// The chart of all figures, if there are any.
fn whole(breakdown: String, points: Vec<Point>, goals: Vec<Goal>) -> Option<Chart> {
    let columns = scale::columns(&points, &goals)?;
    Some(Chart {
        scope: Scope::Whole,
        breakdown,
        levels: scale::levels(&points, &goals),
        columns,
        points,
        goals,
    })
}

/// The part that is drawn: the whole where there is one figure of it, else that of the last result.
fn breakdown(indicator: &Indicator, moment: Moment) -> String {
    let known = || {
        indicator
            .results
            .iter()
            .filter(|result| result.value.is_some() && is_known(result, moment))
    };
    if known().any(|result| result.breakdown.is_empty()) {
        return String::new();
    }
    known()
        .next_back()
        .map(|result| result.breakdown.clone())
        .unwrap_or_default()
}

fn is_known(result: &ResultFigure, moment: Moment) -> bool {
    reported(&result.reported, &result.period)
        .read()
        .is_some_and(|column| moment.knows(column))
}

/// The figures known at the moment. Of two of one kind for one period the last one written counts.
fn points(
    workspace: &Workspace,
    indicator: &Indicator,
    moment: Moment,
    breakdown: &str,
) -> Vec<Point> {
    let mut points: Vec<Point> = Vec::new();
    let mut add = |point: Option<Point>| {
        let Some(point) = point else { return };
        let same = |held: &&mut Point| held.series == point.series && held.period == point.period;
        match points.iter_mut().find(same) {
            Some(held) => *held = point,
            None => points.push(point),
        }
    };
    for it in indicator
        .baselines
        .iter()
        .filter(|it| it.breakdown == breakdown)
    {
        let period = spoken_of(&it.reported, &it.period).read();
        add(point(Series::Baseline, period, it.value));
    }
    let results = indicator.results.iter();
    for it in results.filter(|it| it.breakdown == breakdown && is_known(it, moment)) {
        let period = spoken_of(&it.reported, &it.period).read();
        add(point(Series::Result, period, it.value).map(|point| Point {
            provisional: it.provisional == Some(true),
            verdict: Some(judged(workspace, indicator, it)),
            ..point
        }));
    }
    for it in indicator.forecasts.iter().filter(|_| breakdown.is_empty()) {
        if it.made.read().is_none_or(|made| moment.knows(made)) {
            add(point(Series::Forecast, it.period.read(), it.value));
        }
    }
    points.sort_by_key(|point| (point.period, point.series));
    points
}

fn point(series: Series, period: Option<Period>, value: Option<Number>) -> Option<Point> {
    Some(Point {
        series,
        period: period?,
        value: value?.get(),
        provisional: false,
        verdict: None,
    })
}

#[cfg(test)]
mod tests;
