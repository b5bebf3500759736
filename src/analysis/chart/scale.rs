//! The scales of a chart: round numbers at the side, periods below.

use super::{Goal, Point};
use crate::domain::period::Period;

/// More steps than this crowd the side.
const MOST_STEPS: f64 = 6.0;
/// A lowest number below this share of the highest makes the scale begin at nothing.
const FROM_NOTHING: f64 = 0.4;
/// Figures of so many quarters at most stand over quarters, more over years.
const MOST_QUARTERS: usize = 8;
/// More columns than this are no chart: a period of another century is a slip of the pen.
const MOST_COLUMNS: usize = 400;

/// The numbers at the side: steps of 1, 2, 2.5 or 5 times a power of ten around all figures.
pub(super) fn levels(points: &[Point], goals: &[Goal]) -> Vec<f64> {
    let numbers = || {
        let of_points = points.iter().map(|point| point.value);
        of_points
            .chain(goals.iter().flat_map(Goal::numbers))
            .filter(|number| number.is_finite())
    };
    let low = numbers().fold(f64::INFINITY, f64::min);
    let high = numbers().fold(f64::NEG_INFINITY, f64::max);
    if low > high {
        return Vec::new();
    }
    round_levels(low, high)
}

/// Round numbers from below `low` to above `high`.
fn round_levels(low: f64, high: f64) -> Vec<f64> {
    let low = if low >= 0.0 && low <= FROM_NOTHING * high {
        0.0
    } else {
        low
    };
    let (low, high) = if high - low <= f64::EPSILON * high.abs() {
        // One number alone stands in the middle.
        let room = if high == 0.0 { 1.0 } else { high.abs() * 0.1 };
        (low - room, high + room)
    } else {
        (low, high)
    };
    let step = round_step((high - low) / (MOST_STEPS - 1.0));
    if !step.is_normal() {
        return vec![low, high];
    }
    let places = places_of(step);
    let (first, last) = ((low / step + 1e-9).floor(), (high / step - 1e-9).ceil());
    let mut levels = Vec::new();
    let mut at = first;
    while at <= last && levels.len() <= 2 * 6 {
        levels.push(rounded(at * step, places));
        at += 1.0;
    }
    levels
}

/// The smallest round number that is not below a step.
fn round_step(least: f64) -> f64 {
    let power = 10_f64.powf(least.log10().floor());
    let round = [1.0, 2.0, 2.5, 5.0, 10.0];
    let step = round
        .into_iter()
        .find(|step| step * power >= least * (1.0 - 1e-9));
    step.unwrap_or(10.0) * power
}

/// How many decimals a step needs: 0.25 needs two. `None` where it is smaller than papers print.
fn places_of(step: f64) -> Option<usize> {
    let fits = |places: &i32| {
        let scaled = step * 10_f64.powi(*places);
        scaled.round() >= 1.0 && (scaled - scaled.round()).abs() < 1e-6
    };
    usize::try_from((0..12).find(fits)?).ok()
}

/// A multiple of a step without the dust of the multiplication.
fn rounded(number: f64, places: Option<usize>) -> f64 {
    let Some(places) = places else { return number };
    let text = format!("{number:.places$}");
    text.parse().map_or(number, |number: f64| number + 0.0)
}

/// The periods below a chart of all figures: quarters where they are few, else financial years.
/// `None` without a figure, or where they lie centuries apart.
pub(super) fn columns(points: &[Point], goals: &[Goal]) -> Option<Vec<Period>> {
    let first = points
        .iter()
        .map(|point| point.period)
        .min_by_key(|period| period.first())?;
    let ends = points.iter().map(|point| point.period);
    let ends = ends.chain(goals.iter().map(|goal| goal.period));
    let last = ends.max_by_key(|period| period.last())?;
    let quarters = run(
        Period::quarter_of(first.first()),
        Period::quarter_of(last.last()),
    );
    match quarters {
        Some(quarters) if quarters.len() <= MOST_QUARTERS => Some(quarters),
        _ => run(
            Period::month_of(first.first()).financial_year()?,
            last.financial_year()?,
        ),
    }
}

/// Periods of one kind from one to another.
pub(super) fn run(first: Period, last: Period) -> Option<Vec<Period>> {
    let mut periods = vec![first];
    while *periods.last()? < last {
        periods.push(periods.last()?.next()?);
        (periods.len() <= MOST_COLUMNS).then_some(())?;
    }
    Some(periods)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_numbers_at_the_side_are_round_and_reach_beyond_the_figures() {
        for (low, high, expected) in [
            (61.2, 82.2, &[60.0, 65.0, 70.0, 75.0, 80.0, 85.0][..]),
            (72.0, 90.7, &[70.0, 75.0, 80.0, 85.0, 90.0, 95.0]),
            (0.0, 1.0, &[0.0, 0.2, 0.4, 0.6, 0.8, 1.0]),
            (5.43, 6.63, &[5.25, 5.5, 5.75, 6.0, 6.25, 6.5, 6.75]),
            (574.0, 6700.0, &[0.0, 2000.0, 4000.0, 6000.0, 8000.0]),
            (-3.0, 4.0, &[-4.0, -2.0, 0.0, 2.0, 4.0]),
            (3.0, 3.0, &[2.6, 2.8, 3.0, 3.2, 3.4]),
            (0.0, 0.0, &[-1.0, -0.5, 0.0, 0.5, 1.0]),
        ] {
            assert_eq!(round_levels(low, high), expected, "{low} to {high}");
        }
    }

    #[test]
    fn any_two_numbers_have_levels_around_them_and_never_many() {
        let numbers = [
            0.0, 1e-300, 1e-9, 0.07, 1.0, 9.99, 100.0, 12_345.678, 1e15, 1e300, -1e300, -5.0,
        ];
        for low in numbers {
            for high in numbers.into_iter().filter(|high| *high >= low) {
                let levels = round_levels(low, high);
                let (first, last) = (levels.first().unwrap(), levels.last().unwrap());
                let slack = 1e-6 * (high - low).abs().max(high.abs()).max(low.abs());
                assert!(
                    (2..=13).contains(&levels.len()),
                    "{low} to {high}: {levels:?}"
                );
                assert!(
                    *first <= low + slack && *last >= high - slack,
                    "{low} to {high}: {levels:?}"
                );
                assert!(levels.is_sorted(), "{levels:?}");
            }
        }
    }
}
