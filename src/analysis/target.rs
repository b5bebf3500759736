//! Results against target, and the direction between two results (domain rules, section 4).
//!
//! Pure functions of numbers; imports `domain` alone. A missing figure is never good news: it gives
//! no judgement, and the reason why.

mod near;

use crate::domain::figure::FigureUnit;
use crate::domain::number::TOLERANCE;
use crate::domain::polarity::Polarity;

pub use near::close_to;

/// What a result is held against, in the indicator's unit.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Target {
    /// The number to reach; for a range, the middle of the band.
    pub value: Option<f64>,
    /// The lower end of the band.
    pub low: Option<f64>,
    /// The upper end of the band.
    pub high: Option<f64>,
    /// How far the band reaches on either side of `value`.
    pub width: Option<f64>,
}

impl Target {
    /// A target that is one number.
    #[must_use]
    pub fn of(value: f64) -> Self {
        Self {
            value: Some(value),
            ..Self::default()
        }
    }

    /// A band from one number to another.
    #[must_use]
    pub fn band_of(low: f64, high: f64) -> Self {
        Self {
            low: Some(low),
            high: Some(high),
            ..Self::default()
        }
    }

    /// The band of a range: `low` to `high` where both are given, else `value` ± `width`.
    ///
    /// None for a lone target, one open end, or ends the wrong way round.
    #[must_use]
    pub fn band(&self) -> Option<(f64, f64)> {
        let given = self.low.zip(self.high);
        let around = || {
            let (middle, width) = self.value.zip(self.width)?;
            Some((middle - width, middle + width))
        };
        let (low, high) = given.or_else(around)?;
        (low.is_finite() && high.is_finite() && low <= high).then_some((low, high))
    }

    /// The number that a rising or falling result has to reach. A target given as an end of a band
    /// is that end: at least `low` for rise, at most `high` for fall.
    fn bar(&self, polarity: Polarity) -> Option<f64> {
        let end = match polarity {
            Polarity::Rise => self.low,
            Polarity::Fall => self.high,
            Polarity::Range => None,
        };
        self.value.or(end).filter(|bar| bar.is_finite())
    }
}

/// How far short of its target a result may fall and still be close to it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Tolerance {
    /// So much, in the indicator's unit.
    Points(f64),
    /// So many percent of the target's size; of the band's nearer end where a range has no middle.
    Percent(f64),
    /// Down to this number; for fall, up to it. In a range it is the floor below the band, and above
    /// the band nothing is close.
    Floor(f64),
}

/// A result against its target.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Judgement {
    /// On or beyond the target, or inside the band.
    Met,
    /// Short of it, within the tolerance.
    Close,
    /// Short of it by more.
    Missed,
    /// No judgement, and why.
    None(Why),
}

/// Why there is no judgement.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Why {
    /// The result is missing, textual or suppressed.
    NoFigure,
    /// There is no target in figures.
    NoTarget,
    /// Nobody says what good looks like, and it is never guessed.
    NoPolarity,
    /// A range has a lone target: its width is to be asked for.
    NoBand,
}

/// How far a result is on the good side of its target, in its unit; negative when short of it.
///
/// Rise: value − target. Fall: target − value. Range: 0 inside the band, else minus the distance to
/// it. None without a finite value, a target, or for a range a band.
#[must_use]
pub fn headroom(value: f64, target: &Target, polarity: Polarity) -> Option<f64> {
    value.is_finite().then_some(())?;
    let room = match polarity {
        Polarity::Rise => value - target.bar(polarity)?,
        Polarity::Fall => target.bar(polarity)? - value,
        Polarity::Range => {
            let (low, high) = target.band()?;
            -(low - value).max(value - high).max(0.0)
        }
    };
    // No negative zero: inside the band is plainly 0.
    Some(room + 0.0)
}

/// Judges a result against a target. A boundary belongs to its better side, to one part in a
/// thousand million of the largest number involved.
#[must_use]
pub fn judge(
    value: Option<f64>,
    target: &Target,
    polarity: Option<Polarity>,
    tolerance: Tolerance,
) -> Judgement {
    let Some(value) = value.filter(|value| value.is_finite()) else {
        return Judgement::None(Why::NoFigure);
    };
    let Some(polarity) = polarity else {
        return Judgement::None(Why::NoPolarity);
    };
    match polarity {
        Polarity::Rise | Polarity::Fall => {
            let Some(bar) = target.bar(polarity) else {
                return Judgement::None(Why::NoTarget);
            };
            if polarity == Polarity::Rise {
                above(value, bar, bar, tolerance)
            } else {
                // A fall is a rise seen in the mirror.
                above(-value, -bar, bar, tolerance.mirrored())
            }
        }
        Polarity::Range => judge_range(value, target, tolerance),
    }
}

fn judge_range(value: f64, target: &Target, tolerance: Tolerance) -> Judgement {
    let Some((low, high)) = target.band() else {
        let lone = [target.value, target.low, target.high]
            .iter()
            .any(Option::is_some);
        return Judgement::None(if lone { Why::NoBand } else { Why::NoTarget });
    };
    let below = above(value, low, target.value.unwrap_or(low), tolerance);
    if below != Judgement::Met {
        return below;
    }
    match tolerance {
        // No ceiling is given with a floor.
        Tolerance::Floor(_) => above(-value, -high, high, Tolerance::Points(0.0)),
        _ => above(-value, -high, target.value.unwrap_or(high), tolerance),
    }
}

/// Judges a value that is good at `bar` and above; percents are of the size of `whole`.
fn above(value: f64, bar: f64, whole: f64, tolerance: Tolerance) -> Judgement {
    // What is no number, or less than nothing, is no tolerance.
    let usable = |slack: f64| {
        if slack.is_finite() {
            slack.max(0.0)
        } else {
            0.0
        }
    };
    let (edge, size) = match tolerance {
        Tolerance::Points(points) => (bar - usable(points), usable(points)),
        Tolerance::Percent(percent) => {
            let slack = whole.abs() * (usable(percent) / 100.0);
            (bar - slack, slack)
        }
        Tolerance::Floor(floor) if floor.is_finite() => (floor, floor.abs()),
        Tolerance::Floor(_) => (bar, 0.0),
    };
    // Compared at the size of what was subtracted, so that a difference near zero has no dust.
    let dust = TOLERANCE * value.abs().max(bar.abs());
    if value >= bar - dust {
        Judgement::Met
    } else if value >= edge - dust.max(TOLERANCE * size) {
        Judgement::Close
    } else {
        Judgement::Missed
    }
}

impl Tolerance {
    /// The tolerance for a value and a bar with their signs turned.
    fn mirrored(self) -> Self {
        match self {
            Self::Floor(floor) => Self::Floor(-floor),
            same => same,
        }
    }
}

/// The change that is too small for an arrow; a change of exactly this much is too small.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum DeadBand {
    /// So much, in the indicator's unit.
    Points(f64),
    /// So many percent of the earlier figure's size. From zero every change counts.
    Percent(f64),
}

impl DeadBand {
    /// Half a point where the unit is a percentage, else half a percent.
    #[must_use]
    pub fn for_unit(unit: Option<&FigureUnit>) -> Self {
        match unit {
            Some(FigureUnit::Percent | FigureUnit::PercentagePoints) => Self::Points(0.5),
            _ => Self::Percent(0.5),
        }
    }
}

/// The direction of an indicator from one result to the next that it is compared with.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Change {
    /// Towards what is good.
    Better,
    /// Within the dead band.
    Same,
    /// Away from what is good.
    Worse,
}

/// The direction between two results; a range goes by the distance from the `band`'s ends.
///
/// None where a figure is not finite or a range has no band: an arrow would be a guess.
#[must_use]
pub fn direction(
    previous: f64,
    current: f64,
    polarity: Polarity,
    band: &Target,
    dead_band: DeadBand,
) -> Option<Change> {
    (previous.is_finite() && current.is_finite()).then_some(())?;
    let gain = match polarity {
        Polarity::Rise => current - previous,
        Polarity::Fall => previous - current,
        Polarity::Range => headroom(current, band, polarity)? - headroom(previous, band, polarity)?,
    };
    let least = match dead_band {
        DeadBand::Points(points) => points,
        DeadBand::Percent(percent) => previous.abs() * percent / 100.0,
    };
    let dust = TOLERANCE * previous.abs().max(current.abs());
    Some(if gain.abs() <= least.max(0.0) + dust {
        Change::Same
    } else if gain > 0.0 {
        Change::Better
    } else {
        Change::Worse
    })
}

#[cfg(test)]
mod tests;
