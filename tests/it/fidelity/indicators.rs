//! The indicator tables: rows, cells and data quality.

use std::collections::BTreeSet;

use scrutineer::domain::choice::Choice;
use scrutineer::domain::code;
use scrutineer::domain::figure::Figure;
use scrutineer::domain::indicator::{Baseline, Indicator, ResultFigure, Target, spoken_of};
use scrutineer::domain::number::{Number, shortest};
use scrutineer::domain::period::Period;
use scrutineer::domain::record::Rest;

use super::actions_2008_q4::TRACKERS;
use super::differences::{Aspect, Column, DIFFERENCES};
use super::rows_2008_q4::{Cell, INDICATORS, IndicatorRow};
use super::{
    columns, indicator, indicators_of, is_of_line, is_of_paper, quarter_4, same_figure, sample,
    title,
};

/// A column of the paper's table, as the sample has it.
struct Stated<'a> {
    value: Option<f64>,
    numerator: Option<f64>,
    denominator: Option<f64>,
    provisional: bool,
    period: Option<Period>,
    own_period: bool,
    text: &'a str,
}

impl<'a> Stated<'a> {
    fn baseline(baseline: &'a Baseline) -> Self {
        Self {
            value: baseline.value.map(Number::get),
            numerator: baseline.numerator.map(Number::get),
            denominator: baseline.denominator.map(Number::get),
            provisional: false,
            period: spoken_of(&baseline.reported, &baseline.period).read(),
            own_period: !baseline.period.is_empty(),
            text: &baseline.text,
        }
    }

    fn target(target: &'a Target) -> Self {
        Self {
            value: target.value.map(Number::get),
            numerator: None,
            denominator: None,
            provisional: target.provisional == Some(true),
            period: spoken_of(&target.reported, &target.period).read(),
            own_period: !target.period.is_empty(),
            text: &target.text,
        }
    }

    fn result(result: &'a ResultFigure) -> Self {
        Self {
            value: result.value.map(Number::get),
            numerator: result.numerator.map(Number::get),
            denominator: result.denominator.map(Number::get),
            provisional: result.provisional == Some(true),
            period: spoken_of(&result.reported, &result.period).read(),
            own_period: !result.period.is_empty(),
            text: &result.text,
        }
    }

    /// The cell's text: where none is kept, the shortest number with the sign of a percentage.
    fn shown(&self) -> String {
        match self.value {
            Some(value) if self.text.is_empty() => format!("{}%", shortest(value)),
            _ => self.text.to_owned(),
        }
    }
}

/// The figures of one column that the sample took from a row's line.
fn stated<'a>(indicator: &'a Indicator, row: &IndicatorRow, column: Column) -> Vec<Stated<'a>> {
    let from = |rest: &Rest| is_of_line(rest, row.line);
    match column {
        Column::Baseline => indicator
            .baselines
            .iter()
            .filter(|held| from(&held.rest))
            .map(Stated::baseline)
            .collect(),
        Column::Result => {
            let of_year = indicator
                .results
                .iter()
                .filter(|held| held.reported.text() == "2008/09");
            of_year
                .filter(|held| from(&held.rest))
                .map(Stated::result)
                .collect()
        }
        Column::Target(year) => {
            let of_year = indicator
                .targets
                .iter()
                .filter(|held| held.reported.text() == year);
            of_year
                .filter(|held| from(&held.rest))
                .map(Stated::target)
                .collect()
        }
    }
}

/// In what a figure of the sample is not the paper's cell.
fn differing(cell: &Cell, held: &Stated<'_>) -> Vec<Aspect> {
    let count = Figure::read(held.text).count;
    let period = cell.period.and_then(Period::read);
    // A cell without a period speaks of its column's: the sample must not have one of its own.
    let periods_agree = if period.is_some() {
        held.period == period
    } else {
        !held.own_period
    };
    let aspects = [
        (Aspect::Value, same_figure(cell.value, held.value)),
        (
            Aspect::Fraction,
            same_figure(cell.numerator, held.numerator),
        ),
        (
            Aspect::Fraction,
            same_figure(cell.denominator, held.denominator),
        ),
        (Aspect::Count, same_figure(cell.count, count)),
        (Aspect::Period, periods_agree),
        (Aspect::Provisional, cell.provisional == held.provisional),
        (Aspect::Text, cell.text == held.shown()),
    ];
    aspects
        .into_iter()
        .filter(|(_, agree)| !agree)
        .map(|(aspect, _)| aspect)
        .collect()
}

#[test]
fn every_row_of_the_paper_is_found_by_its_code_under_its_tracker() {
    let workspace = sample();
    assert_eq!(INDICATORS.len(), 34);
    for row in INDICATORS {
        let found = indicator(&workspace, row).map(|indicator| title(&indicator.title));
        assert_eq!(found, Some(title(row.title)), "line {}", row.line);
    }
}

#[test]
fn the_sample_has_no_indicator_of_the_paper_without_a_row() {
    let workspace = sample();
    let printed: BTreeSet<_> = INDICATORS.iter().map(|row| code::fold(row.code)).collect();
    let held: Vec<_> = workspace
        .indicators
        .iter()
        .filter(|indicator| is_of_paper(&indicator.rest, "003"))
        .map(|indicator| code::fold(&indicator.code))
        .collect();
    // NI 117 and NI 92 stand in two trackers each, as one indicator.
    assert_eq!((held.len(), printed.len()), (32, 32));
    assert_eq!(held.into_iter().collect::<BTreeSet<_>>(), printed);
    for tracker in TRACKERS {
        let rows = INDICATORS
            .iter()
            .filter(|row| row.tracker == tracker.code)
            .map(|row| code::fold(row.code));
        let listed = indicators_of(&workspace, tracker.code, quarter_4(&workspace));
        assert_eq!(
            listed
                .map(|held| code::fold(&held.code))
                .collect::<Vec<_>>(),
            rows.collect::<Vec<_>>(),
            "{}",
            tracker.code
        );
    }
}

#[test]
fn every_cell_of_the_paper_stands_in_the_sample_or_differs_for_a_known_reason() {
    let workspace = sample();
    let mut found = Vec::new();
    for row in INDICATORS {
        let indicator = indicator(&workspace, row).unwrap();
        for (column, cell) in columns(row) {
            let held = stated(indicator, row, column);
            let held = held.as_slice();
            assert_eq!(
                held.len(),
                usize::from(cell.is_some()),
                "line {}, {column:?}",
                row.line
            );
            if let (Some(cell), [held]) = (cell, held) {
                found.extend(
                    differing(cell, held)
                        .into_iter()
                        .map(|aspect| (row.line, column, aspect)),
                );
            }
        }
    }
    let known: Vec<_> = DIFFERENCES
        .iter()
        .map(|known| (known.line, known.column, known.aspect))
        .collect();
    assert_eq!(found, known);
}

#[test]
fn no_figure_that_cites_the_paper_is_without_a_row() {
    let workspace = sample();
    for held in &workspace.indicators {
        let lines: Vec<_> = INDICATORS
            .iter()
            .filter(|row| code::same(row.code, &held.code))
            .map(|row| row.line)
            .collect();
        let of_a_row = |rest: &Rest| lines.iter().any(|line| is_of_line(rest, *line));
        let baselines = held.baselines.iter().map(|figure| &figure.rest);
        let targets = held.targets.iter().map(|figure| &figure.rest);
        let results = held.results.iter().map(|figure| &figure.rest);
        let forecasts = held.forecasts.iter().map(|figure| &figure.rest);
        let figures = baselines.chain(targets).chain(results).chain(forecasts);
        let without: Vec<_> = figures
            .filter(|rest| is_of_paper(rest, "003") && !of_a_row(rest))
            .map(Rest::source)
            .collect();
        assert!(without.is_empty(), "{}: {without:?}", held.code);
    }
}

#[test]
fn the_data_quality_is_the_papers() {
    let workspace = sample();
    for row in INDICATORS {
        let results = &indicator(&workspace, row).unwrap().results;
        let result = results
            .iter()
            .find(|result| is_of_line(&result.rest, row.line));
        let quality = result.and_then(|result| result.data_quality.as_ref());
        let level = quality
            .and_then(|quality| quality.level.as_ref())
            .map(Choice::text);
        // Line 20 leaves the cell of NI 117 empty; line 293 fills it for the same figure.
        let printed = if row.line == 20 {
            Some("some_concerns")
        } else {
            row.data_quality
        };
        assert_eq!(level, printed, "line {}", row.line);
    }
}

#[test]
fn a_shortened_cell_of_a_target_has_a_note() {
    let workspace = sample();
    let shortened = DIFFERENCES
        .iter()
        .filter(|known| known.reason.starts_with("shortened"));
    for known in shortened {
        let row = INDICATORS
            .iter()
            .find(|row| row.line == known.line)
            .unwrap();
        let targets = indicator(&workspace, row).unwrap().targets.iter();
        let mut of_column = targets.filter(|target| match known.column {
            Column::Target(year) => target.reported.text() == year,
            Column::Baseline | Column::Result => false,
        });
        assert!(
            of_column.all(|target| !target.rest.note().is_empty()),
            "line {}",
            known.line
        );
    }
}
