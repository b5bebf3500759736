//! The figures of a chart as a table, a row a period.

use crate::analysis::chart::{Chart, Goal, Point, Series};
use crate::domain::indicator::Indicator;
use crate::domain::number::Number;
use crate::domain::period::Period;
use crate::report::document::{Column, Document, Row, Span};
use crate::report::figures::{bar_spans, figure_spans, number_text};
use crate::report::tracker::verdict;

/// Adds the table; it has every figure that is drawn.
pub(super) fn add(document: &mut Document, indicator: &Indicator, chart: &Chart) {
    let mut periods: Vec<Period> = chart.points.iter().map(|point| point.period).collect();
    periods.extend(chart.goals.iter().map(|goal| goal.period));
    periods.sort_unstable();
    periods.dedup();
    let rows = periods
        .into_iter()
        .flat_map(|period| rows_of(indicator, chart, period))
        .collect();
    let columns = vec![
        Column::fixed("Period"),
        Column::figures("Baseline").keep(40),
        Column::figures("Result"),
        Column::fixed("Judged").keep(50),
        Column::figures("So far").keep(70),
        Column::figures("Target").keep(90),
        Column::fixed("Close").keep(30),
        Column::figures("Forecast").keep(60),
        Column::words("Set by").keep(20),
    ];
    document.table(columns, rows);
}

/// The rows of a period: one, and another for each further target.
fn rows_of(indicator: &Indicator, chart: &Chart, period: Period) -> Vec<Row> {
    let of = |series: Series| {
        let mut points = chart.points.iter();
        points.find(|point| point.series == series && point.period == period)
    };
    let figure = |point: Option<&Point>| {
        point.map_or_else(Vec::new, |point| {
            let value = Number::new(point.value).map(|value| rounded(point, value));
            let mut spans = figure_spans(value, indicator.unit.as_ref(), "");
            if point.provisional {
                spans.push(Span::mark(" p"));
            }
            spans
        })
    };
    let result = of(Series::Result);
    let judged = result.and_then(|point| point.verdict).map(verdict);
    let mut goals = chart.goals.iter().filter(|goal| goal.period == period);
    let first = goals.next();
    let mut rows = vec![row(
        indicator,
        vec![
            vec![Span::plain(period.to_string())],
            figure(of(Series::Baseline)),
            figure(result),
            judged.into_iter().collect(),
            figure(of(Series::SoFar)),
        ],
        first,
        figure(of(Series::Forecast)),
    )];
    let others = goals.map(|goal| row(indicator, vec![Vec::new(); 5], Some(goal), Vec::new()));
    rows.extend(others);
    rows
}

/// A sum worked out of parts is shown as papers print it; what was published stands as it is.
fn rounded(point: &Point, value: Number) -> Number {
    if point.series != Series::SoFar {
        return value;
    }
    let text = format!("{:.1}", point.value);
    text.parse().ok().and_then(Number::new).unwrap_or(value)
}

fn row(
    indicator: &Indicator,
    mut cells: Vec<Vec<Span>>,
    goal: Option<&Goal>,
    forecast: Vec<Span>,
) -> Row {
    let of_goal = |words: fn(&Goal) -> String| -> Vec<Span> {
        goal.map(|goal| Span::plain(words(goal)))
            .filter(|span| !span.text.is_empty())
            .into_iter()
            .collect()
    };
    let mut bar = goal.map_or_else(Vec::new, |goal| {
        bar_spans(&goal.bar, indicator.unit.as_ref())
    });
    if goal.is_some_and(|goal| goal.provisional) {
        bar.push(Span::mark(" p"));
    }
    cells.push(bar);
    cells.push(of_goal(near_text));
    cells.push(forecast);
    cells.push(of_goal(|goal| goal.set_by.clone()));
    Row {
        cells,
        record: None,
    }
}

/// The stretches in which a figure is close.
fn near_text(goal: &Goal) -> String {
    let short = |number: f64| {
        let text = format!("{number:.2}");
        number_text(text.parse().unwrap_or(number))
    };
    let stretches = goal.near.iter();
    let words = stretches.map(|(low, high)| format!("{}-{}", short(*low), short(*high)));
    words.collect::<Vec<_>>().join(", ")
}
