//! Where an indicator stands at a moment: its newest result, against which targets, and its direction.

mod against;

use super::moment::Moment;
use super::target::{Change, DeadBand, Judgement, Target as Bar, Why, direction};
use crate::domain::choice::Choice;
use crate::domain::figure::FigureUnit;
use crate::domain::indicator::{
    Adds, Baseline, Indicator, Quality, ResultFigure, Target, Unit, reported, spoken_of,
};
use crate::domain::period::Period;
use crate::domain::workspace::Workspace;

pub(in crate::analysis) use against::targets_for;
use against::verdict;
pub use against::{bar, polarity, slack};

/// An indicator at a moment.
#[derive(Clone, Debug)]
pub struct Standing<'a> {
    /// The newest result reported by then.
    pub result: Option<&'a ResultFigure>,
    /// The targets that the result is held against, each with its judgement.
    pub against: Vec<(&'a Target, Verdict)>,
    /// The worst of them.
    pub verdict: Verdict,
    /// The way it went since the figure that it compares with.
    pub change: Option<Change>,
    /// That figure: its period and value.
    pub compared: Option<(Period, f64)>,
    /// The standing of the result's data, else of the indicator's.
    pub quality: Option<Quality>,
    /// Baselines and results by the period they speak of, oldest first: for a sparkline.
    pub run: Vec<f64>,
}

/// What a result amounts to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Verdict {
    /// Judged against a target, or not, with the reason.
    Judged(Judgement),
    /// A part of a year against the target of the whole year.
    NotDue,
}

impl Verdict {
    /// The mark in a narrow column.
    pub fn mark(self) -> &'static str {
        match self {
            Self::Judged(Judgement::Met) => "ok",
            Self::Judged(Judgement::Close) => "near",
            Self::Judged(Judgement::Missed) => "miss",
            Self::Judged(Judgement::None(_)) => "-",
            Self::NotDue => "due",
        }
    }

    /// What it means, in words.
    pub fn words(self) -> &'static str {
        match self {
            Self::Judged(Judgement::Met) => "target met",
            Self::Judged(Judgement::Close) => "close to target",
            Self::Judged(Judgement::Missed) => "target missed",
            Self::Judged(Judgement::None(why)) => match why {
                Why::NoFigure => "no judgement: no result in figures",
                Why::NoTarget => "no judgement: no target in figures for this period",
                Why::NoPolarity => "no judgement: nobody says whether it should rise or fall",
                Why::NoBand => {
                    "no judgement: a range needs a band, and the target gives one number"
                }
            },
            Self::NotDue => "not due yet: part of a year against the year's target",
        }
    }

    /// The word that queries use.
    pub fn query_word(self) -> &'static str {
        match self {
            Self::Judged(Judgement::Met) => "met",
            Self::Judged(Judgement::Close) => "close",
            Self::Judged(Judgement::Missed) => "missed",
            Self::Judged(Judgement::None(_)) => "none",
            Self::NotDue => "not_due",
        }
    }

    /// Worse verdicts are larger; without a judgement nothing is worse or better.
    fn rank(self) -> u8 {
        match self {
            Self::Judged(Judgement::None(_)) => 0,
            Self::Judged(Judgement::Met) => 1,
            Self::NotDue => 2,
            Self::Judged(Judgement::Close) => 3,
            Self::Judged(Judgement::Missed) => 4,
        }
    }
}

/// A change of direction as its sign.
pub fn change_sign(change: Change) -> &'static str {
    match change {
        Change::Better => "+",
        Change::Same => "=",
        Change::Worse => "-",
    }
}

/// A change of direction in words.
pub fn change_words(change: Change) -> &'static str {
    match change {
        Change::Better => "better than before",
        Change::Same => "as before",
        Change::Worse => "worse than before",
    }
}

/// Where `indicator` stands at a moment.
pub fn standing<'a>(
    workspace: &Workspace,
    indicator: &'a Indicator,
    moment: Moment,
) -> Standing<'a> {
    let result = newest(indicator, moment);
    let against: Vec<_> = result.map_or_else(Vec::new, |result| {
        targets_for(indicator, result)
            .into_iter()
            .map(|target| (target, verdict(workspace, indicator, target, result)))
            .collect()
    });
    let compared = result.and_then(|result| compared(indicator, result, moment));
    let first = against.first().map(|(target, _)| *target);
    let since = result.zip(compared);
    Standing {
        verdict: worst(result, against.iter().map(|(_, verdict)| *verdict)),
        change: since.and_then(|(result, (_, before))| change(indicator, result, before, first)),
        compared,
        quality: quality(indicator, result),
        run: run(indicator, moment),
        result,
        against,
    }
}

/// What a result amounts to against its targets: the worst of them.
pub fn judged(workspace: &Workspace, indicator: &Indicator, result: &ResultFigure) -> Verdict {
    let targets = targets_for(indicator, result).into_iter();
    let verdicts = targets.map(|target| verdict(workspace, indicator, target, result));
    worst(Some(result), verdicts)
}

/// The worst of a result's verdicts; without one the reason why there is none.
fn worst(result: Option<&ResultFigure>, verdicts: impl Iterator<Item = Verdict>) -> Verdict {
    let why = if result.is_some_and(|result| result.value.is_some()) {
        Why::NoTarget
    } else {
        Why::NoFigure
    };
    verdicts
        .max_by_key(|verdict| verdict.rank())
        .unwrap_or(Verdict::Judged(Judgement::None(why)))
}

/// The newest result that was reported by the moment: by the period under which it was reported, then
/// by the one it speaks of. Of several the last one written counts; a figure counts before words.
fn newest(indicator: &Indicator, moment: Moment) -> Option<&ResultFigure> {
    let known = indicator.results.iter().filter_map(|result| {
        let column = reported(&result.reported, &result.period).read()?;
        let spoken = spoken_of(&result.reported, &result.period).read()?;
        let order = (
            column,
            spoken,
            result.breakdown.is_empty(),
            result.value.is_some(),
        );
        moment.knows(column).then_some((order, result))
    });
    known
        .max_by_key(|(order, _)| *order)
        .map(|(_, result)| result)
}

/// The figures that were known at the moment, by the period they speak of and the column they stood in.
fn figures(indicator: &Indicator, moment: Moment) -> Vec<(Period, f64, Option<Period>)> {
    let of_baseline = |baseline: &Baseline| {
        Some((
            spoken_of(&baseline.reported, &baseline.period).read()?,
            baseline.value?.get(),
            None,
        ))
    };
    let of_result = |result: &ResultFigure| {
        let column = reported(&result.reported, &result.period).read()?;
        Some((
            spoken_of(&result.reported, &result.period).read()?,
            result.value?.get(),
            Some(column),
        ))
    };
    let whole = indicator
        .results
        .iter()
        .filter(|result| result.breakdown.is_empty());
    let baselines = indicator
        .baselines
        .iter()
        .filter(|baseline| baseline.breakdown.is_empty());
    let mut figures: Vec<_> = baselines
        .filter_map(of_baseline)
        .chain(whole.filter_map(of_result))
        .collect();
    figures.retain(|(_, _, column)| column.is_none_or(|column| moment.knows(column)));
    figures.sort_by_key(|(period, _, column)| (*period, *column));
    figures
}

/// Baselines and results known at the moment, one a period (the last one written counts).
fn run(indicator: &Indicator, moment: Moment) -> Vec<f64> {
    let mut run: Vec<(Period, f64)> = Vec::new();
    for (period, value, _) in figures(indicator, moment) {
        match run.last_mut() {
            Some((last, held)) if *last == period => *held = value,
            _ => run.push((period, value)),
        }
    }
    run.into_iter().map(|(_, value)| value).collect()
}

/// The figure that a result compares with: of the same period a year before where the indicator is seasonal,
/// cumulative or of school years, else the figure before it of the same kind. A dated baseline is such a
/// figure too: it says what the indicator was in its period.
fn compared(indicator: &Indicator, result: &ResultFigure, moment: Moment) -> Option<(Period, f64)> {
    let own = spoken_of(&result.reported, &result.period).read()?;
    let adds = indicator.adds.as_ref().and_then(Choice::known);
    let yearly = indicator.seasonal == Some(true)
        || adds == Some(Adds::ToDate)
        || matches!(own, Period::AcademicYear(_));
    let figures = figures(indicator, moment);
    let mut before = figures
        .iter()
        .filter(|(period, _, _)| period.same_kind(own) && *period < own);
    let previous = if yearly {
        before.rfind(|(period, _, _)| Some(*period) == own.a_year_before())
    } else {
        before.next_back()
    };
    previous.map(|(period, value, _)| (*period, *value))
}

/// The direction of a result since another figure.
fn change(
    indicator: &Indicator,
    result: &ResultFigure,
    previous: f64,
    band: Option<&Target>,
) -> Option<Change> {
    let band = band.map_or_else(Bar::default, bar);
    let dead = dead_band(indicator.unit.as_ref());
    direction(
        previous,
        result.value?.get(),
        polarity(indicator)?,
        &band,
        dead,
    )
}

fn dead_band(unit: Option<&Unit>) -> DeadBand {
    let unit = match unit {
        Some(Unit::Percent) => Some(FigureUnit::Percent),
        Some(Unit::PercentagePoints) => Some(FigureUnit::PercentagePoints),
        _ => None,
    };
    DeadBand::for_unit(unit.as_ref())
}

fn quality(indicator: &Indicator, result: Option<&ResultFigure>) -> Option<Quality> {
    let own = result.and_then(|result| result.data_quality.as_ref());
    own.or(indicator.data_quality.as_ref())?
        .level
        .as_ref()?
        .known()
}

#[cfg(test)]
mod tests;
