use super::*;
use crate::analysis::target::Judgement;
use crate::store::format::read;

fn sample() -> Workspace {
    read(include_bytes!("../../../sample-data/leeds.json")).unwrap()
}

fn with(indicator: &str) -> Workspace {
    let text = format!(
        r#"{{"format":"scrutineer/1","current_period":"2010/11 Q2","indicators":[{indicator}]}}"#
    );
    read(text.as_bytes()).unwrap()
}

fn of(workspace: &Workspace, place: usize) -> Vec<Chart> {
    let indicator = workspace.indicators.at(place).unwrap();
    charts(workspace, indicator, Moment::new(workspace, None, None))
}

/// The points of a series: period and figure to one decimal.
fn figures(chart: &Chart, series: Series) -> Vec<(String, f64)> {
    let points = chart.points.iter().filter(|point| point.series == series);
    points
        .map(|point| {
            (
                point.period.to_string(),
                (point.value * 10.0).round() / 10.0,
            )
        })
        .collect()
}

fn rows(rows: &[(&str, f64)]) -> Vec<(String, f64)> {
    rows.iter()
        .map(|(period, value)| ((*period).to_owned(), *value))
        .collect()
}

#[test]
fn the_months_of_an_indicator_stand_beside_the_targets_of_months_and_of_stretches() {
    // Paper 001, lines 1147 to 1152 (the months) and 1787 (the notice's targets).
    let workspace = sample();
    let indicator = workspace.indicators.get("ni-59").unwrap();
    let moment = Moment::new(&workspace, None, None);
    let charts = charts(&workspace, indicator, moment);
    let [whole, months] = charts.as_slice() else {
        panic!("{charts:?}");
    };
    assert_eq!((whole.scope, months.scope), (Scope::Whole, Scope::Months));
    assert_eq!(
        figures(months, Series::Result),
        rows(&[
            ("2010-04", 75.2),
            ("2010-05", 82.4),
            ("2010-06", 80.8),
            ("2010-07", 74.4),
            ("2010-08", 81.0),
            ("2010-09", 83.8),
        ])
    );
    let goals: Vec<_> = months
        .goals
        .iter()
        .map(|goal| (goal.period.to_string(), goal.bar.value.unwrap()))
        .collect();
    assert_eq!(
        goals,
        rows(&[
            ("2010-06", 72.0),
            ("2010-10", 80.0),
            ("2010-10..2011-03", 80.0)
        ])
    );
    // 410 + 497 of 545 + 603, and so on: the counts of the same lines.
    assert_eq!(
        figures(months, Series::SoFar),
        rows(&[
            ("2010-05", 79.0),
            ("2010-06", 79.7),
            ("2010-07", 78.1),
            ("2010-08", 78.7),
            ("2010-09", 79.6),
        ])
    );
    assert_eq!(months.columns.len(), 12);
    assert!(
        whole
            .points
            .iter()
            .all(|point| !matches!(point.period, Period::Month { .. }))
    );
    assert_eq!(figures(whole, Series::Baseline), rows(&[("2008/09", 79.9)]));
    assert_eq!(whole.columns.len(), 3);
    let june = months
        .points
        .iter()
        .find(|point| point.series == Series::Result && point.period.to_string() == "2010-06");
    assert_eq!(june.unwrap().verdict, Some(Verdict::Judged(Judgement::Met)));
}

#[test]
fn a_sum_so_far_begins_anew_with_the_stretch_that_a_target_is_set_for_and_ends_at_a_gap() {
    let workspace = with(
        r#"{"id":"i","adds":"sum","targets":[{"id":"t","period":"2010-06..2010-08","value":20}],
            "results":[{"id":"1","period":"2010-04","value":1},{"id":"2","period":"2010-05","value":2},
                       {"id":"3","period":"2010-06","value":4},{"id":"4","period":"2010-07","value":8},
                       {"id":"5","period":"2010-09","value":16}]}"#,
    );
    let charts = of(&workspace, 0);
    assert_eq!(
        figures(charts.last().unwrap(), Series::SoFar),
        rows(&[("2010-05", 3.0), ("2010-07", 12.0)])
    );
}

#[test]
fn only_what_was_known_at_the_moment_is_drawn() {
    let workspace = with(
        r#"{"id":"i","results":[{"id":"1","period":"2009/10","value":5},{"id":"2","period":"2010/11","value":6}],
            "forecasts":[{"id":"f","period":"2010/11","value":7,"made":"2010/11 Q2"},
                         {"id":"g","period":"2010/11","value":8,"made":"2010/11 Q3"}]}"#,
    );
    let charts = of(&workspace, 0);
    let chart = charts.first().unwrap();
    assert_eq!(figures(chart, Series::Result), rows(&[("2009/10", 5.0)]));
    assert_eq!(figures(chart, Series::Forecast), rows(&[("2010/11", 7.0)]));
}

#[test]
fn provisional_figures_say_so_and_the_last_one_written_of_two_counts() {
    let workspace = with(
        r#"{"id":"i","results":[{"id":"1","period":"2009/10","value":5},
            {"id":"2","period":"2009/10","value":6,"provisional":true}]}"#,
    );
    let charts = of(&workspace, 0);
    let points = &charts.first().unwrap().points;
    assert_eq!(points.len(), 1);
    assert!(points[0].provisional);
    assert_eq!(
        figures(&charts[0], Series::Result),
        rows(&[("2009/10", 6.0)])
    );
}

#[test]
fn what_is_known_of_a_part_alone_is_drawn_and_named() {
    let workspace = with(
        r#"{"id":"i","targets":[{"id":"t","period":"2010/11","value":1},{"id":"u","period":"2010/11","value":2,"breakdown":"boys"}],
            "results":[{"id":"1","period":"2009/10","value":5,"breakdown":"girls"},
                       {"id":"2","period":"2009/10","value":6,"breakdown":"boys"}]}"#,
    );
    let charts = of(&workspace, 0);
    let chart = charts.first().unwrap();
    assert_eq!(chart.breakdown, "boys");
    assert_eq!(figures(chart, Series::Result), rows(&[("2009/10", 6.0)]));
    assert_eq!(chart.goals.len(), 1);
    assert_eq!(chart.goals[0].bar.value, Some(2.0));
}

#[test]
fn without_a_number_that_has_a_period_there_is_no_chart() {
    for indicator in [
        r#"{"id":"i"}"#,
        r#"{"id":"i","results":[{"id":"1","period":"2009/10","text":"TBD"},{"id":"2","period":"some day","value":3}]}"#,
        r#"{"id":"i","targets":[{"id":"1","period":"2009/10","value":3}]}"#,
    ] {
        assert!(of(&with(indicator), 0).is_empty(), "{indicator}");
    }
}

#[test]
fn all_that_a_chart_of_the_sample_shows_lies_inside_its_scales() {
    let workspace = sample();
    let moment = Moment::new(&workspace, None, None);
    let mut seen = 0;
    for indicator in &workspace.indicators {
        for chart in charts(&workspace, indicator, moment) {
            let (low, high) = (chart.levels[0], *chart.levels.last().unwrap());
            let (from, to) = (
                chart.columns[0].first(),
                chart.columns.last().unwrap().last(),
            );
            for point in &chart.points {
                assert!(
                    low <= point.value && point.value <= high,
                    "{}",
                    indicator.code
                );
                assert!(
                    from <= point.period.first() && point.period.last() <= to,
                    "{}",
                    indicator.code
                );
                seen += 1;
            }
        }
    }
    assert!(seen > 100, "{seen}");
}
