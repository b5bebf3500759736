//! A chart's figures as places in a plot.

use crate::analysis::chart::{Chart, Goal, Point, Series};
use crate::domain::day::Day;
use crate::domain::period::Period;
use crate::report::document::{Area, Mark, Plot, PlotColumn, Rule, Sign, Tone};
use crate::report::figures::number_text;
use crate::report::tracker::verdict;

/// The plot of a chart.
pub(super) fn plot(chart: &Chart) -> Plot {
    let scale = Scale::of(chart);
    let mut plot = Plot {
        levels: chart
            .levels
            .iter()
            .map(|level| (scale.up(*level), number_text(*level)))
            .collect(),
        columns: chart
            .columns
            .iter()
            .map(|period| scale.column(*period))
            .collect(),
        ..Plot::default()
    };
    for goal in &chart.goals {
        add_goal(&mut plot, &scale, goal);
    }
    plot.lines = lines(&scale, &chart.points);
    for point in &chart.points {
        plot.marks.push(mark(&scale, point));
    }
    // The results last, so that they hide others and are hidden by none.
    plot.marks
        .sort_by_key(|mark| matches!(mark.sign, Sign::Result | Sign::Provisional));
    plot.legend = legend(chart);
    plot
}

/// Where things stand.
struct Scale {
    from: Day,
    days: f64,
    low: f64,
    high: f64,
}

fn days(count: i64) -> f64 {
    i32::try_from(count).map_or(f64::MAX, f64::from)
}

impl Scale {
    fn of(chart: &Chart) -> Self {
        let first = chart.columns.first().copied();
        let last = chart.columns.last().copied();
        let from = first.map_or_else(|| Day::nearest(2000, 1, 1), Period::first);
        let to = last.map_or(from, Period::last);
        Self {
            from,
            days: days(from.days_until(to) + 1),
            low: chart.levels.first().copied().unwrap_or(0.0),
            high: chart.levels.last().copied().unwrap_or(1.0),
        }
    }

    /// The share from the left of a day's beginning.
    fn across(&self, day: Day) -> f64 {
        (days(self.from.days_until(day)) / self.days).clamp(0.0, 1.0)
    }

    /// From the beginning of a period to its end.
    fn stretch(&self, period: Period) -> (f64, f64) {
        (
            self.across(period.first()),
            self.across(period.last().plus_days(1)),
        )
    }

    /// The middle of a period: a figure stands above its own name.
    fn middle(&self, period: Period) -> f64 {
        let (from, to) = self.stretch(period);
        f64::midpoint(from, to)
    }

    fn up(&self, value: f64) -> f64 {
        // Halved, so that the largest numbers do not leave the range.
        let room = self.high / 2.0 - self.low / 2.0;
        if room > 0.0 {
            (value / 2.0 - self.low / 2.0) / room
        } else {
            0.5
        }
    }

    fn column(&self, period: Period) -> PlotColumn {
        let (names, group) = names(period);
        PlotColumn {
            middle: self.middle(period),
            names,
            group,
        }
    }
}

/// What a period is called below a plot, long and short, and what it is part of.
fn names(period: Period) -> ([String; 2], String) {
    match period {
        Period::FinancialQuarter { year, quarter } => {
            let name = format!("Q{quarter}");
            (
                [name.clone(), name],
                Period::FinancialYear(year).to_string(),
            )
        }
        Period::Month { year, month } => {
            let name = Day::nearest(i32::from(year), month, 1).short();
            let name = name.split(' ').next_back().unwrap_or_default().to_owned();
            let initial = name.chars().take(1).collect();
            ([name, initial], year.to_string())
        }
        other => {
            let name = other.to_string();
            let short = name.get(2..).unwrap_or(&name).to_owned();
            ([name, short], String::new())
        }
    }
}

fn add_goal(plot: &mut Plot, scale: &Scale, goal: &Goal) {
    let across = scale.stretch(goal.period);
    if across.0 >= across.1 {
        // It lies before the first period or behind the last one.
        return;
    }
    let area = |(low, high): &(f64, f64)| Area {
        across,
        up: (scale.up(*low), scale.up(*high)),
    };
    plot.areas.extend(goal.near.iter().map(area));
    let band = goal.bar.band().map(|(low, high)| [low, high]);
    let ends = [goal.bar.value, goal.bar.low, goal.bar.high];
    let ends = band.map_or_else(
        || ends.into_iter().flatten().collect::<Vec<_>>(),
        |ends| ends.to_vec(),
    );
    plot.rules.extend(ends.into_iter().map(|end| Rule {
        across,
        at: scale.up(end),
    }));
}

/// Results of one kind of period, joined: a quarter says nothing of the way from year to year.
fn lines(scale: &Scale, points: &[Point]) -> Vec<Vec<(f64, f64)>> {
    let mut lines: Vec<(Period, Vec<(f64, f64)>)> = Vec::new();
    for point in points.iter().filter(|point| point.series == Series::Result) {
        let at = (scale.middle(point.period), scale.up(point.value));
        let same = |(period, _): &&mut (Period, Vec<(f64, f64)>)| period.same_kind(point.period);
        match lines.iter_mut().find(same) {
            Some((_, line)) => line.push(at),
            None => lines.push((point.period, vec![at])),
        }
    }
    lines.into_iter().map(|(_, line)| line).collect()
}

fn mark(scale: &Scale, point: &Point) -> Mark {
    let (sign, tone) = match (point.series, point.provisional) {
        (Series::Baseline, _) => (Sign::Baseline, Tone::Plain),
        (Series::SoFar, _) => (Sign::SoFar, Tone::Plain),
        (Series::Forecast, _) => (Sign::Forecast, Tone::Plain),
        (Series::Result, true) => (Sign::Provisional, Tone::Strong),
        (Series::Result, false) => (Sign::Result, Tone::Strong),
    };
    // No judgement is not a lesser figure.
    let judged = point.verdict.map(|it| verdict(it).tone);
    Mark {
        at: (scale.middle(point.period), scale.up(point.value)),
        sign,
        tone: judged.filter(|tone| *tone != Tone::Dim).unwrap_or(tone),
    }
}

/// The signs that are in the chart.
fn legend(chart: &Chart) -> Vec<(Sign, String)> {
    let has = |series: Series, provisional: bool| {
        let mut points = chart.points.iter();
        points.any(|point| point.series == series && point.provisional == provisional)
    };
    let mut legend = Vec::new();
    let mut say = |here: bool, sign: Sign, words: &str| {
        if here {
            legend.push((sign, words.to_owned()));
        }
    };
    say(has(Series::Result, false), Sign::Result, "result");
    say(has(Series::Result, true), Sign::Provisional, "provisional");
    say(has(Series::SoFar, false), Sign::SoFar, "so far");
    say(has(Series::Baseline, false), Sign::Baseline, "baseline");
    say(has(Series::Forecast, false), Sign::Forecast, "forecast");
    say(!chart.goals.is_empty(), Sign::Target, "target");
    let near = chart.goals.iter().any(|goal| !goal.near.is_empty());
    say(near, Sign::Near, "close to it");
    legend
}
