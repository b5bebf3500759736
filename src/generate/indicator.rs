//! Indicators with targets and the history of their results.

use super::Recipe;
use super::calendar::{QUARTERS, YEARS, period};
use super::chance::{Chance, Stream};
use super::course::{Course, course};
use super::names::{BOARDS, board_of, indicator_id};
use super::prose;
use crate::domain::choice::Choice;
use crate::domain::id::Id;
use crate::domain::indicator::{
    Adds, Baseline, DataQuality, Frequency, Indicator, Quality, ResultFigure, Target, Unit,
};
use crate::domain::number::Number;
use crate::domain::polarity::Polarity;
use crate::domain::rating::Rating;

/// What an indicator counts, in tenths of its unit, so that figures are exact.
struct Measure {
    unit: Unit,
    polarity: Polarity,
    /// The target of the first year.
    target: u32,
}

/// The indicator of a number.
pub(super) fn make(recipe: Recipe, number: u32) -> Indicator {
    let mut chance = Chance::of(recipe, Stream::Indicator, number);
    let priority = number / super::INDICATORS;
    let course = course(recipe, priority);
    let measure = measure(&mut chance);
    let title = prose::measure(&mut chance);
    Indicator {
        id: indicator_id(number),
        code: format!("NI {}", number + 1),
        definition: format!("{title}, counted on the last day of the quarter."),
        title,
        owner: prose::service(&mut chance),
        boards: BOARDS
            .get(board_of(priority))
            .map(|(id, _)| Id::new(id))
            .into_iter()
            .collect(),
        unit: Some(measure.unit.clone()),
        polarity: Some(Choice::from(measure.polarity)),
        frequency: Some(Choice::from(Frequency::Quarterly)),
        adds: Some(Choice::from(Adds::Latest)),
        data_quality: quality(&mut chance),
        baselines: vec![Baseline {
            id: Id::new("b1"),
            period: period("2007/08"),
            value: figure(measure.target * 9 / 10),
            ..Baseline::default()
        }],
        targets: targets(&measure),
        results: results(&measure, &course, &mut chance),
        ..Indicator::default()
    }
}

fn measure(chance: &mut Chance) -> Measure {
    let polarity = if chance.percent(70) {
        Polarity::Rise
    } else {
        Polarity::Fall
    };
    match chance.below(10) {
        0..=5 => Measure {
            unit: Unit::Percent,
            polarity,
            target: chance.between(300, 700),
        },
        6..=8 => Measure {
            unit: Unit::Number,
            polarity,
            target: chance.between(200, 900) * 10,
        },
        _ => Measure {
            unit: Unit::RatePer(10_000.0),
            polarity,
            target: chance.between(200, 1200),
        },
    }
}

fn quality(chance: &mut Chance) -> Option<DataQuality> {
    let level = match chance.below(20) {
        0 => Quality::SignificantConcerns,
        1 | 2 => Quality::SomeConcerns,
        3..=12 => Quality::NoConcerns,
        _ => return None,
    };
    Some(DataQuality {
        level: Some(Choice::from(level)),
        ..DataQuality::default()
    })
}

/// The target of a year, in tenths: it moves a little the good way.
fn target_in(measure: &Measure, year: usize) -> u32 {
    let step = measure.target / 40 * u32::try_from(year).unwrap_or(0);
    let wanted = match measure.polarity {
        Polarity::Fall => measure.target - step,
        _ => measure.target + step,
    };
    whole_where_counted(measure, wanted)
}

/// Counts are whole, everything else has tenths.
fn whole_where_counted(measure: &Measure, tenths: u32) -> u32 {
    match measure.unit {
        Unit::Number => tenths / 10 * 10,
        _ => tenths,
    }
}

fn targets(measure: &Measure) -> Vec<Target> {
    let target = |(year, text): (usize, &&str)| Target {
        id: Id::new(&format!("t{}", year + 1)),
        reported: period(text),
        value: figure(target_in(measure, year)),
        ..Target::default()
    };
    YEARS.iter().enumerate().map(target).collect()
}

/// One result a quarter, on the side of the target on which the priority's rating has it.
fn results(measure: &Measure, course: &Course, chance: &mut Chance) -> Vec<ResultFigure> {
    // Now and then the newest figure is worse than the officer's rating has it: a challenge.
    let challenged = chance.percent(3);
    let mut results = Vec::with_capacity(QUARTERS.len());
    for (place, (quarter, (rating, _))) in QUARTERS.iter().zip(course).enumerate() {
        let year = YEARS.iter().position(|year| quarter.starts_with(year));
        let target = target_in(measure, year.unwrap_or_default());
        // In thousandths of the target: how far on the good side, or on the bad.
        let rating = match *rating {
            _ if challenged && place + 1 == QUARTERS.len() => Rating::Red,
            rating => rating,
        };
        let (good, bad) = match rating {
            Rating::Green => (chance.below(60), 0),
            Rating::Amber => (0, chance.between(5, 40)),
            _ => (0, chance.between(80, 250)),
        };
        let up = (measure.polarity == Polarity::Rise) == (good > 0 || bad == 0);
        let off = target * good.max(bad) / 1000;
        let value = if up { target + off } else { target - off };
        results.push(result(measure, place, quarter, value, chance));
    }
    results
}

fn result(
    measure: &Measure,
    place: usize,
    quarter: &str,
    tenths: u32,
    chance: &mut Chance,
) -> ResultFigure {
    let mut result = ResultFigure {
        id: Id::new(&format!("r{}", place + 1)),
        period: period(quarter),
        value: figure(whole_where_counted(measure, tenths)),
        provisional: (place + 1 == QUARTERS.len() && chance.percent(20)).then_some(true),
        ..ResultFigure::default()
    };
    if measure.unit == Unit::Percent && chance.percent(60) {
        // Of a whole thousand each tenth of a percent is one.
        let thousands = chance.between(1, 3);
        let (part, whole) = (tenths * thousands, 1000 * thousands);
        result.numerator = Number::new(f64::from(part));
        result.denominator = Number::new(f64::from(whole));
    }
    result
}

/// A figure out of tenths.
fn figure(tenths: u32) -> Option<Number> {
    Number::new(f64::from(tenths) / 10.0)
}
