//! The stretches of the scale in which a figure is close to its target.

use super::{Target, Tolerance};
use crate::domain::polarity::Polarity;

/// Where a figure is judged close to a target, as stretches from a lower to a higher number: one below
/// the bar for rise, one above it for fall, one on either side of the band of a range. Nothing where
/// the tolerance leaves no room, or the target gives no judgement.
pub fn close_to(target: &Target, polarity: Polarity, tolerance: Tolerance) -> Vec<(f64, f64)> {
    let stretches = match polarity {
        Polarity::Rise => [
            target.bar(polarity).map(|bar| below(bar, bar, tolerance)),
            None,
        ],
        Polarity::Fall => [
            target.bar(polarity).map(|bar| above(bar, bar, tolerance)),
            None,
        ],
        Polarity::Range => {
            let ends = target.band();
            [
                ends.map(|(low, _)| below(low, target.value.unwrap_or(low), tolerance)),
                ends.filter(|_| !matches!(tolerance, Tolerance::Floor(_)))
                    .map(|(_, high)| above(high, target.value.unwrap_or(high), tolerance)),
            ]
        }
    };
    let given = stretches.into_iter().flatten();
    given
        .filter(|(low, high)| low.is_finite() && high.is_finite() && low < high)
        .collect()
}

/// From the edge up to the bar; percents are of the size of `whole`.
fn below(bar: f64, whole: f64, tolerance: Tolerance) -> (f64, f64) {
    match tolerance {
        Tolerance::Floor(floor) => (floor, bar),
        _ => (bar - room(whole, tolerance), bar),
    }
}

/// From the bar up to the edge.
fn above(bar: f64, whole: f64, tolerance: Tolerance) -> (f64, f64) {
    match tolerance {
        Tolerance::Floor(ceiling) => (bar, ceiling),
        _ => (bar, bar + room(whole, tolerance)),
    }
}

fn room(whole: f64, tolerance: Tolerance) -> f64 {
    let room = match tolerance {
        Tolerance::Points(points) => points,
        Tolerance::Percent(percent) => whole.abs() * percent / 100.0,
        Tolerance::Floor(_) => 0.0,
    };
    if room.is_finite() { room.max(0.0) } else { 0.0 }
}

#[cfg(test)]
mod tests {
    use super::super::{Judgement, judge};
    use super::*;

    #[test]
    fn what_lies_inside_is_judged_close_and_what_lies_outside_is_not() {
        let band = Target {
            value: Some(12.5),
            width: Some(1.0),
            ..Target::default()
        };
        let tolerances = [
            Tolerance::Points(2.0),
            Tolerance::Percent(5.0),
            Tolerance::Points(0.0),
            Tolerance::Floor(11.0),
            Tolerance::Floor(14.0),
        ];
        let targets = [
            Target::of(12.0),
            Target::of(-12.0),
            Target::band_of(12.0, 13.0),
            band,
        ];
        for target in targets {
            for polarity in [Polarity::Rise, Polarity::Fall, Polarity::Range] {
                for tolerance in tolerances {
                    let near = close_to(&target, polarity, tolerance);
                    for tenth in -200..=200 {
                        let value = f64::from(tenth) / 10.0 + 0.037;
                        let inside = near.iter().any(|(low, high)| *low < value && value < *high);
                        let judged = judge(Some(value), &target, Some(polarity), tolerance);
                        assert_eq!(
                            inside,
                            judged == Judgement::Close,
                            "{value} against {target:?} {polarity:?} {tolerance:?}: {near:?}"
                        );
                    }
                }
            }
        }
    }
}
