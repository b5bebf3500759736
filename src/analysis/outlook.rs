//! Where an indicator will end its year: what its officer forecasts, and what the figures so far say
//! (`domain.md` §4).

use super::moment::Moment;
use super::standing::{bar, polarity, slack};
use super::target::{Judgement, judge};
use crate::domain::choice::Choice;
use crate::domain::indicator::{
    Adds, Forecast, Indicator, ResultFigure, Target, Unit, reported, spoken_of,
};
use crate::domain::number::{Number, same};
use crate::domain::period::Period;
use crate::domain::workspace::Workspace;

/// The end of the year as it looks at a moment.
#[derive(Clone, Debug)]
pub struct Outlook<'a> {
    /// The financial year.
    pub year: Period,
    /// The target for it.
    pub target: Option<&'a Target>,
    /// The officer's forecast, with what it amounts to.
    pub entered: Option<(&'a Forecast, Judgement)>,
    /// What the figures so far make of the year.
    pub computed: Option<(Computed, Judgement)>,
}

/// A year worked out of its parts.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Computed {
    /// The figure for the whole year.
    pub value: f64,
    /// By which rule.
    pub rule: Adds,
    /// Out of how many parts.
    pub parts: usize,
    /// Which share of the year they cover, 0 to 1.
    pub share: f64,
}

impl Outlook<'_> {
    /// Whether forecast and figures disagree on meeting the target.
    pub fn disagrees(&self) -> bool {
        match (&self.entered, &self.computed) {
            (Some((_, entered)), Some((_, computed))) => {
                let judged = |judgement: &Judgement| !matches!(judgement, Judgement::None(_));
                let met = |judgement: &Judgement| *judgement == Judgement::Met;
                judged(entered) && judged(computed) && met(entered) != met(computed)
            }
            _ => false,
        }
    }

    /// Whether the forecast is the target to the digit: a forecast that was not made.
    pub fn repeats_target(&self) -> bool {
        let forecast = self
            .entered
            .as_ref()
            .and_then(|(forecast, _)| forecast.value);
        let target = self.target.and_then(|target| target.value);
        forecast
            .zip(target)
            .is_some_and(|(one, other)| same(one.get(), other.get()))
    }

    /// Whether forecast or figures could be held against the target at all.
    pub fn is_judged(&self) -> bool {
        let entered = self.entered.as_ref().map(|(_, judgement)| *judgement);
        let computed = self.computed.as_ref().map(|(_, judgement)| *judgement);
        [entered, computed]
            .into_iter()
            .flatten()
            .any(|judgement| !matches!(judgement, Judgement::None(_)))
    }

    /// Whether it looks as if the target will be missed: by the officer's own forecast, or where there
    /// is none by the figures so far.
    pub fn is_missed(&self) -> bool {
        let entered = self.entered.as_ref().map(|(_, judgement)| *judgement);
        let computed = self.computed.as_ref().map(|(_, judgement)| *judgement);
        entered
            .filter(|judgement| !matches!(judgement, Judgement::None(_)))
            .or(computed)
            == Some(Judgement::Missed)
    }
}

/// The outlook for the financial year of the period in view; `None` where nothing is known of it.
pub fn outlook<'a>(
    workspace: &Workspace,
    indicator: &'a Indicator,
    moment: Moment,
) -> Option<Outlook<'a>> {
    let year = moment.period?.financial_year()?;
    let target = target_of_year(indicator, year);
    let held = |value: Option<f64>| match target {
        Some(target) => judge(
            value,
            &bar(target),
            polarity(indicator),
            slack(workspace, indicator, target),
        ),
        None => Judgement::None(super::target::Why::NoTarget),
    };
    let entered = newest_forecast(indicator, year, moment);
    let entered = entered.map(|it| (it, held(it.value.map(Number::get))));
    let computed = computed(indicator, year, moment).map(|it| (it, held(Some(it.value))));
    (entered.is_some() || computed.is_some()).then_some(Outlook {
        year,
        target,
        entered,
        computed,
    })
}

/// The target reported under the year, of the whole and in figures before others.
fn target_of_year(indicator: &Indicator, year: Period) -> Option<&Target> {
    let of_year = indicator
        .targets
        .iter()
        .filter(|target| reported(&target.reported, &target.period).read() == Some(year));
    of_year.max_by_key(|target| (target.breakdown.is_empty(), target.value.is_some()))
}

/// The forecast for the year that was made last by the moment.
fn newest_forecast(indicator: &Indicator, year: Period, moment: Moment) -> Option<&Forecast> {
    let of_year = indicator
        .forecasts
        .iter()
        .filter(|it| it.period.read() == Some(year));
    let made = of_year.filter(|it| it.made.read().is_none_or(|made| moment.knows(made)));
    made.max_by_key(|it| it.made.read())
}

/// The year by the indicator's rule for adding, out of the parts known at the moment.
fn computed(indicator: &Indicator, year: Period, moment: Moment) -> Option<Computed> {
    let rule = indicator.adds.as_ref().and_then(Choice::known)?;
    let parts = parts_of_year(indicator, year, moment);
    let (last, _) = parts.last()?;
    let covered: i64 = parts.iter().map(|(period, _)| period.days()).sum();
    let days = |days: i64| f64::from(i32::try_from(days).unwrap_or(i32::MAX));
    let so_far = days(year.first().days_until(last.last()) + 1) / days(year.days());
    let values = || {
        parts
            .iter()
            .filter_map(|(_, result)| result.value)
            .map(Number::get)
    };
    let (value, share) = match rule {
        Adds::Sum => {
            let share = days(covered) / days(year.days());
            (values().sum::<f64>() / share, share)
        }
        Adds::ToDate => (values().next_back()? / so_far, so_far),
        Adds::Ratio => (ratio(indicator, &parts).or_else(|| mean(values()))?, so_far),
        Adds::Mean => (mean(values())?, so_far),
        Adds::Latest => (values().next_back()?, so_far),
    };
    (value.is_finite() && share < 1.0).then_some(Computed {
        value,
        rule,
        parts: parts.len(),
        share,
    })
}

/// The results that cover the year so far without an overlap, oldest first: of the kinds of period
/// that reach furthest the finest, since it says most.
fn parts_of_year(
    indicator: &Indicator,
    year: Period,
    moment: Moment,
) -> Vec<(Period, &ResultFigure)> {
    let mut inside: Vec<(Period, &ResultFigure)> = Vec::new();
    for result in indicator
        .results
        .iter()
        .filter(|result| result.breakdown.is_empty())
    {
        let spoken = spoken_of(&result.reported, &result.period).read();
        let column = reported(&result.reported, &result.period).read();
        let Some(period) = spoken.filter(|period| year.contains(*period) && *period != year) else {
            continue;
        };
        if result.value.is_none() || !column.is_some_and(|column| moment.knows(column)) {
            continue;
        }
        match inside.iter_mut().find(|(held, _)| *held == period) {
            Some((_, held)) => *held = result,
            None => inside.push((period, result)),
        }
    }
    let last = inside.iter().map(|(period, _)| period.last()).max();
    let reaching = inside
        .iter()
        .filter(|(period, _)| Some(period.last()) == last);
    let Some(finest) = reaching
        .map(|(period, _)| *period)
        .min_by_key(|period| period.days())
    else {
        return Vec::new();
    };
    inside.retain(|(period, _)| period.same_kind(finest));
    inside.sort_by_key(|(period, _)| *period);
    inside
}

/// Numerators over denominators, in the indicator's unit; none where a part lacks one of them.
fn ratio(indicator: &Indicator, parts: &[(Period, &ResultFigure)]) -> Option<f64> {
    let of = match indicator.unit {
        Some(Unit::Percent) => 100.0,
        Some(Unit::RatePer(per)) => per,
        _ => return None,
    };
    let sum = |number: fn(&ResultFigure) -> Option<Number>| {
        parts
            .iter()
            .map(|(_, part)| number(part).map(Number::get))
            .sum::<Option<f64>>()
    };
    let below = sum(|part| part.denominator).filter(|below| *below != 0.0)?;
    Some(of * sum(|part| part.numerator)? / below)
}

fn mean(values: impl Iterator<Item = f64>) -> Option<f64> {
    let (sum, count) = values.fold((0.0, 0.0), |(sum, count), value| (sum + value, count + 1.0));
    (count > 0.0).then_some(sum / count)
}

#[cfg(test)]
mod tests;
