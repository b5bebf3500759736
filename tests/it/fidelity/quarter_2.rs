//! The indicator tables of Quarter 2 2010/11.

use std::collections::BTreeSet;

use scrutineer::domain::choice::Choice;
use scrutineer::domain::code;
use scrutineer::domain::figure::Figure;
use scrutineer::domain::indicator::{Indicator, Unit};
use scrutineer::domain::period::Period;
use scrutineer::domain::record::Rest;

use super::departures::{CODES, DEPARTURES, In, NOT_OF_TABLES, Part, TITLES, UNITS};
use super::held::{cells, code_of, held, held_of, is_in, of_row, school_year};
use super::monthly::{DATED, MONTHS, QUARTERS};
use super::papers::{cites, quarter_2};
use super::rows_2010_q2::{HEADS, INDICATORS, Printed};
use super::{indicators_of, is_of_paper, same_figure, sample};

/// In what the sample is not the cell.
fn departing(indicator: &Indicator, part: Part, cell: Option<&Printed>, column: &str) -> Vec<In> {
    let held = held(indicator, part);
    let Some(printed) = cell else {
        return held.iter().map(|_| In::Extra).collect();
    };
    let cell = &printed.cell;
    let same = held
        .iter()
        .position(|held| same_figure(held.value, cell.value));
    let Some(own) = held.get(same.unwrap_or_default()) else {
        let earlier = held_of(indicator, part, "003");
        let elsewhere = earlier
            .iter()
            .any(|held| held.value.is_some() && same_figure(held.value, cell.value));
        return match (printed.garbled, elsewhere) {
            // A garbled cell needs no record of its own.
            (true, _) => Vec::new(),
            (false, true) => vec![In::Elsewhere],
            (false, false) => vec![In::Absent],
        };
    };
    let count = Figure::read(own.text).count;
    // The sample puts the period of a forecast's data in its note: the forecast is for the year.
    let periods_agree = match cell.period.and_then(Period::read) {
        _ if part == Part::Predicted => true,
        Some(period) => own.period == Some(period),
        None => !own.own_period || own.period == school_year(column),
    };
    let reads = own.text.is_empty() || same_figure(Figure::read(own.text).value, own.value);
    let words = cell.value.is_some() || printed.garbled || own.text == cell.text;
    let aspects = [
        (In::Value, same.is_some()),
        (
            In::Fraction,
            same_figure(own.fraction[0], cell.numerator)
                && same_figure(own.fraction[1], cell.denominator),
        ),
        (In::Count, same_figure(count, cell.count)),
        (In::Period, periods_agree),
        (
            In::Provisional,
            part == Part::Predicted || own.provisional == cell.provisional,
        ),
        (In::Text, reads && words),
    ];
    let departing = aspects.into_iter().filter(|(_, agree)| !agree);
    let extra = held.iter().skip(1).map(|_| In::Extra);
    departing.map(|(aspect, _)| aspect).chain(extra).collect()
}

#[test]
fn every_cell_of_the_second_year_stands_in_the_sample_or_departs_for_a_known_reason() {
    let workspace = sample();
    let mut found = Vec::new();
    for row in INDICATORS {
        let heads = HEADS.iter().find(|heads| heads.tracker == row.tracker);
        let heads = heads.unwrap();
        let indicator = of_row(&workspace, row);
        let indicator = indicator.unwrap_or_else(|| panic!("{} {}", row.line, row.title));
        for (part, cell, head) in cells(row, heads) {
            let departing = departing(indicator, part, cell, head);
            let key = (row.line, indicator.id.as_str());
            found.extend(departing.into_iter().map(|aspect| (key, part, aspect)));
        }
    }
    let known: Vec<_> = DEPARTURES
        .iter()
        .map(|known| ((known.line, known.indicator), known.part, known.aspect))
        .collect();
    assert_eq!(found, known);
}

#[test]
fn a_garbled_cell_has_no_figure_but_what_another_line_says() {
    let workspace = sample();
    let mut garbled = 0;
    for row in INDICATORS {
        let heads = HEADS.iter().find(|heads| heads.tracker == row.tracker);
        let indicator = of_row(&workspace, row).unwrap();
        for (part, cell, _) in cells(row, heads.unwrap()) {
            if cell.is_none_or(|cell| !cell.garbled) {
                continue;
            }
            garbled += 1;
            let elsewhere = DEPARTURES
                .iter()
                .any(|known| (known.line, known.part, known.aspect) == (row.line, part, In::Value));
            let held = held(indicator, part);
            assert!(
                elsewhere || held.iter().all(|held| held.value.is_none()),
                "{} {part:?}",
                indicator.code
            );
            // Its spoiled words are never the sample's.
            let spoiled = cell.map_or("", |cell| cell.cell.text);
            assert!(held.iter().all(|held| held.text != spoiled));
        }
    }
    assert_eq!(garbled, 18);
}

#[test]
fn the_rows_of_a_tracker_are_its_indicators_with_polarity_frequency_and_unit() {
    let workspace = sample();
    let (mut codes, mut titles, mut units) = (Vec::new(), Vec::new(), Vec::new());
    for heads in HEADS {
        let rows = || INDICATORS.iter().filter(|row| row.tracker == heads.tracker);
        let listed = indicators_of(&workspace, heads.tracker, quarter_2(&workspace));
        let listed: BTreeSet<_> = listed.map(|indicator| indicator.id.as_str()).collect();
        let found: BTreeSet<_> = rows()
            .filter_map(|row| of_row(&workspace, row))
            .map(|indicator| indicator.id.as_str())
            .collect();
        assert_eq!(listed, found, "{} of line {}", heads.tracker, heads.line);
        assert_eq!(found.len(), rows().count(), "{}", heads.tracker);
    }
    for row in INDICATORS {
        let indicator = of_row(&workspace, row).unwrap();
        let line = row.line;
        let polarity = match row.polarity {
            "Bell Shaped" => "range".to_owned(),
            word => word.to_lowercase(),
        };
        let held = indicator.polarity.as_ref().map(Choice::text);
        assert_eq!(held, Some(polarity.as_str()), "line {line}");
        let frequency = match row.frequency {
            "Annually" => "annual".to_owned(),
            word => word.to_lowercase(),
        };
        let held = indicator.frequency.as_ref().map(Choice::text);
        assert_eq!(held, Some(frequency.as_str()), "line {line}");
        if code_of(row).is_some_and(|code| !code::same(code, &indicator.code)) {
            codes.push(line);
        }
        if let Some(tie) = row.tie.filter(|tie| code::same(tie.code, &indicator.code)) {
            let tied = is_of_paper(&indicator.rest, tie.paper);
            assert!(tied, "line {line}: {} line {}", tie.paper, tie.line);
        }
        if !titles_agree(&indicator.title, row.title, row.title_cut) {
            titles.push((line, indicator.id.as_str()));
        }
        if !row.measure.is_empty() && indicator.unit != Some(unit_of(row.measure)) {
            units.push((line, indicator.id.as_str()));
        }
    }
    assert_eq!(codes, CODES);
    assert_eq!(
        titles,
        TITLES.iter().map(|known| known.0).collect::<Vec<_>>()
    );
    assert_eq!(units, UNITS.iter().map(|known| known.0).collect::<Vec<_>>());
}

/// Whether two titles are the same but for capitals and the signs between words.
fn titles_agree(one: &str, other: &str, cut: bool) -> bool {
    let plain = |text: &str| -> String {
        let text = text.replace('&', "and");
        let kept = text.chars().filter(|sign| sign.is_alphanumeric());
        kept.flat_map(char::to_lowercase).collect()
    };
    let (one, other) = (plain(one), plain(other));
    one == other || (cut && (one.starts_with(&other) || one.ends_with(&other)))
}

/// The unit that a measure names.
fn unit_of(measure: &str) -> Unit {
    match measure {
        "%" => Unit::Percent,
        "% points" => Unit::PercentagePoints,
        _ => Unit::Number,
    }
}

#[test]
fn the_data_quality_of_the_second_year_is_the_papers() {
    let workspace = sample();
    for row in INDICATORS {
        let indicator = of_row(&workspace, row).unwrap();
        let result = indicator.results.iter().find(|held| {
            is_in(&held.reported, "2010/11 Q2")
                && held.breakdown.is_empty()
                && held.data_quality.is_some()
        });
        let own = result.and_then(|held| held.data_quality.as_ref());
        let level = own
            .or(indicator.data_quality.as_ref())
            .and_then(|quality| quality.level.as_ref())
            .map(Choice::text);
        let printed = row.data_quality.map(|text| match text {
            "Not completed" => "not_completed",
            text if text.starts_with("Some") => "some_concerns",
            _ => "no_concerns",
        });
        // NI 117 has no figure of the year that the word could stand with.
        if row.printed == "NI 117" {
            assert_eq!(level, None);
        } else {
            assert_eq!(level, printed, "line {} {}", row.line, indicator.id);
        }
    }
}

#[test]
fn a_cell_over_two_columns_stands_in_both() {
    let workspace = sample();
    for row in INDICATORS.iter().filter(|row| row.merged) {
        let indicator = of_row(&workspace, row).unwrap();
        let (quarter, predicted) = (
            held(indicator, Part::Quarter),
            held(indicator, Part::Predicted),
        );
        let [predicted] = predicted.as_slice() else {
            panic!("{} has one forecast", indicator.id)
        };
        let kept = quarter
            .iter()
            .any(|held| same_figure(held.value, predicted.value));
        assert!(kept || quarter.is_empty(), "{}", indicator.id);
    }
}

#[test]
fn a_doubtful_target_says_what_the_other_paper_has() {
    let workspace = sample();
    for row in INDICATORS {
        if row.target.as_ref().is_some_and(|target| target.doubtful) {
            let indicator = of_row(&workspace, row).unwrap();
            let target = indicator.targets.iter().find(|target| {
                cites(&target.rest, "001", row.line) || cites(&target.rest, "001", 1699)
            });
            let note = target.map_or("", |target| target.rest.note());
            assert!(note.contains("Paper 003 prints"), "{}", indicator.id);
        }
    }
}

#[test]
fn no_figure_that_cites_the_pack_is_of_no_table() {
    let workspace = sample();
    let rows: BTreeSet<_> = INDICATORS
        .iter()
        .filter_map(|row| of_row(&workspace, row))
        .map(|indicator| indicator.id.as_str())
        .collect();
    let months = MONTHS.iter().map(|month| month.line);
    let quarters = QUARTERS.iter().flat_map(|quarter| quarter.lines);
    let dated = DATED.iter().flat_map(|dated| dated.lines);
    let lines: Vec<u32> = months.chain(quarters.chain(dated).copied()).collect();
    let columns = ["2008/09", "2009/10", "2010/11", "2010/11 Q2"];
    let mut found = Vec::new();
    for held in &workspace.indicators {
        let of_pack = |rest: &Rest| is_of_paper(rest, "001");
        let of_row = |column: &str| rows.contains(held.id.as_str()) && columns.contains(&column);
        let baselines = held.baselines.iter();
        let baselines = baselines
            .filter(|own| of_pack(&own.rest) && !rows.contains(held.id.as_str()))
            .map(|own| &own.id);
        let targets = held.targets.iter().filter(|own| {
            of_pack(&own.rest) && own.set_by.is_empty() && !of_row(own.reported.text())
        });
        let results = held.results.iter().filter(|own| {
            let told = lines.iter().any(|line| cites(&own.rest, "001", *line));
            let column = own.breakdown.is_empty() && of_row(own.reported.text());
            of_pack(&own.rest) && !told && !column
        });
        let forecasts = held.forecasts.iter();
        let forecasts = forecasts.filter(|own| of_pack(&own.rest) && !of_row(own.period.text()));
        let ids = baselines
            .chain(targets.map(|own| &own.id))
            .chain(results.map(|own| &own.id))
            .chain(forecasts.map(|own| &own.id));
        found.extend(ids.map(|own| (held.id.as_str(), own.as_str())));
    }
    let known: Vec<_> = NOT_OF_TABLES.iter().map(|known| known.0).collect();
    assert_eq!(found, known);
}
