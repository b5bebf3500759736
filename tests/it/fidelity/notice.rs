//! Monthly counts, quarters and the targets of the Improvement Notice.

use scrutineer::domain::figure::Figure;
use scrutineer::domain::indicator::{Indicator, ResultFigure, spoken_of};
use scrutineer::domain::number::Number;
use scrutineer::domain::period::Period;

use super::monthly::{CONTRADICTIONS, DATED, MONTHS, NOTICE_TARGETS, QUARTERS, SUMS, VOLUMES};
use super::papers::{by_code, cites};
use super::{same_figure, sample};

/// The results of an indicator that speak of a period.
fn results<'a>(indicator: &'a Indicator, period: &str) -> Vec<&'a ResultFigure> {
    let wanted = Period::read(period);
    let all = indicator.results.iter();
    all.filter(|held| spoken_of(&held.reported, &held.period).read() == wanted)
        .collect()
}

fn get(number: Option<Number>) -> Option<f64> {
    number.map(Number::get)
}

#[test]
fn every_month_has_its_counts_and_percentage() {
    let workspace = sample();
    for month in MONTHS {
        let held = results(by_code(&workspace, month.code).unwrap(), month.period);
        let [held] = held.as_slice() else {
            panic!("{} {}", month.code, month.period)
        };
        assert!(cites(&held.rest, "001", month.line), "line {}", month.line);
        let all = month.in_time + month.late;
        assert!(same_figure(get(held.numerator), Some(month.in_time)));
        assert!(same_figure(get(held.denominator), Some(all)));
        assert!(same_figure(get(held.value), Some(month.percent_in_time)));
        // The two percentages are shares of one whole, and so is the fraction.
        assert!((month.percent_in_time + month.percent_late - 100.0).abs() < 1e-9);
        assert!((100.0 * month.in_time / all - month.percent_in_time).abs() < 0.1);
    }
}

#[test]
fn the_months_of_the_sample_add_up_to_the_papers_sums() {
    let workspace = sample();
    for (code, period, in_time, all) in SUMS {
        let whole = Period::read(period).unwrap();
        let months = MONTHS.iter().filter(|month| {
            month.code == *code && Period::read(month.period).is_some_and(|of| whole.contains(of))
        });
        let indicator = by_code(&workspace, code).unwrap();
        let held: Vec<_> = months
            .flat_map(|month| results(indicator, month.period))
            .collect();
        let numerators = held.iter().filter_map(|held| get(held.numerator)).sum();
        let denominators = held.iter().filter_map(|held| get(held.denominator)).sum();
        assert!(
            same_figure(Some(numerators), Some(*in_time)),
            "{code} {period}"
        );
        assert!(
            same_figure(Some(denominators), Some(*all)),
            "{code} {period}"
        );
    }
}

#[test]
fn published_quarters_are_the_papers_and_not_the_sum_of_months() {
    let workspace = sample();
    for quarter in QUARTERS {
        let held = results(by_code(&workspace, quarter.code).unwrap(), quarter.period);
        let [held] = held.as_slice() else {
            panic!("{} {}", quarter.code, quarter.period)
        };
        let at = format!("{} {}", quarter.code, quarter.period);
        assert!(same_figure(get(held.value), Some(quarter.value)), "{at}");
        let mut lines = quarter.lines.iter();
        assert!(lines.any(|line| cites(&held.rest, "001", *line)), "{at}");
    }
}

#[test]
fn the_notices_targets_are_the_samples_and_no_other_is() {
    let workspace = sample();
    for target in NOTICE_TARGETS {
        // The pack says NI 102 and means its part for Key Stage 4.
        let code = if target.code == "NI 102" {
            "NI 102B"
        } else {
            target.code
        };
        let indicator = by_code(&workspace, code).unwrap();
        let period = target.period.and_then(Period::read);
        let mut all = indicator.targets.iter();
        let held = all.find(|held| {
            held.set_by == "Improvement Notice"
                && spoken_of(&held.reported, &held.period).read() == period
        });
        let held = held.unwrap_or_else(|| panic!("{code}: {}", target.text));
        assert!(
            same_figure(get(held.value), target.value),
            "{code}: {}",
            target.text
        );
        assert_eq!(
            held.text.contains("cumulative"),
            target.cumulative,
            "{code}"
        );
        assert!(
            cites(&held.rest, "001", target.line),
            "{code}: {}",
            target.text
        );
    }
    let all = workspace.indicators.iter().flat_map(|held| &held.targets);
    let all = all.filter(|target| target.set_by == "Improvement Notice");
    assert_eq!(all.count(), NOTICE_TARGETS.len());
}

/// Figures of the text that the sample tells in words: month, and how it says them.
const IN_WORDS: &[(&str, &str, &str)] = &[
    ("NI 117, after the return", "2010-10", "8.2%"),
    ("not known", "2010-09", "26% (6561)"),
    ("not known", "2009-09", "36.6% (9596)"),
    ("initial conferences in time", "2010-07", "July 34%"),
    ("initial conferences in time", "2010-08", "August 38.6%"),
    ("initial conferences in time", "2010-09", "September 62.6%"),
];

#[test]
fn dated_figures_of_the_text_are_results_or_words() {
    let workspace = sample();
    let file = include_str!("../../../sample-data/leeds.json");
    for dated in DATED {
        let at = format!("{} {} of {:?}", dated.subject, dated.period, dated.lines);
        let words = IN_WORDS
            .iter()
            .find(|known| (known.0, known.1) == (dated.subject, dated.period));
        if let Some((_, _, words)) = words {
            assert!(file.contains(words), "{at}");
            continue;
        }
        let code = dated.subject.split(',').next().unwrap();
        let all = results(by_code(&workspace, code).unwrap(), dated.period);
        let held = all
            .into_iter()
            .find(|held| same_figure(get(held.value), Some(dated.value)));
        let held = held.unwrap_or_else(|| panic!("{at}"));
        let count = Figure::read(&held.text).count;
        assert!(
            dated.count.is_none() || same_figure(count, dated.count),
            "{at}"
        );
    }
}

/// How the sample tells what the pack contradicts, by line: in words, or in the note of the other figure.
const CONTRADICTED: &[(u32, &str)] = &[
    (1213, "from 511 in March"),
    (1876, "from 551 in March"),
    (1741, "March 2010 (lines 1741"),
    (1759, "January 2010 (line 1759)"),
    (1030, "The summary says 71.1% (line 1030)."),
    (1090, "The table says 70.2% (line 1090)."),
    (1441, "summary (line 1441) says 53%."),
    (1496, "PROVISIONAL 51% (2009/10 academic year)"),
];

#[test]
fn growth_of_volume_and_contradictions_are_told() {
    let file = include_str!("../../../sample-data/leeds.json");
    // Of the two volumes the sample tells the larger.
    let told = VOLUMES.iter().filter(|(line, code, of, since, percent)| {
        assert_eq!(
            (*of, *since),
            ("2010/11 Q2", "2009/10 Q2"),
            "{code} of line {line}"
        );
        file.contains(&format!("{percent}% more"))
    });
    assert_eq!(told.count(), 1);
    for (subject, line, one, other_line, other) in CONTRADICTIONS {
        for (line, words) in [(line, one), (other_line, other)] {
            let said = CONTRADICTED.iter().find(|(of, _)| of == line);
            let (_, said) = said.unwrap_or_else(|| panic!("{subject}: line {line}"));
            assert!(said.contains(words.trim_end_matches('%')), "{subject}");
            assert!(file.contains(said), "{subject}: {words} of line {line}");
        }
    }
}
