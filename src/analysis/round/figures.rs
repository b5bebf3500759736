//! Which figures of an indicator a period asks for.
//!
//! A figure speaks of a stretch of time as long as the indicator's frequency: of a month, a financial
//! quarter or half, a school term, a year. Which year an annual indicator counts by (financial, school,
//! calendar) is what its results have spoken of. A figure is due in the period in which its stretch ends,
//! or, where the indicator names a `lag` in months or quarters, so much later: the conceptions of a calendar year with a
//! lag of 14 months come out in February, two years on.

use crate::analysis::counts::is_retired;
use crate::analysis::index::Index;
use crate::analysis::moment::{Moment, is_over};
use crate::analysis::standing::targets_for;
use crate::domain::choice::Choice;
use crate::domain::day::Day;
use crate::domain::indicator::{
    Forecast, Frequency, Indicator, ResultFigure, Target, reported, spoken_of,
};
use crate::domain::period::Period;
use crate::domain::stated::Stated;
use crate::domain::workspace::Workspace;

/// Whether an indicator is still reported: neither retired itself nor left without a priority that is
/// still tracked, where it had any.
pub fn is_reported(
    workspace: &Workspace,
    index: &Index,
    indicator: &Indicator,
    moment: Moment,
) -> bool {
    let priorities = index.priorities_of(&indicator.id);
    let mut priorities = priorities
        .iter()
        .filter_map(|id| workspace.priorities.get(id.as_str()))
        .peekable();
    let orphaned = priorities.peek().is_some() && priorities.all(|it| is_retired(it, moment));
    !orphaned && !is_over(&indicator.retired_from, moment)
}

/// The stretches whose results come out in a period, oldest first, each with whether its result is
/// there. A result that was reported under the period as a whole stands for all of them.
pub fn results(indicator: &Indicator, period: Period) -> Vec<(Period, bool)> {
    let Some(frequency) = indicator.frequency.as_ref().and_then(Choice::known) else {
        return Vec::new();
    };
    let cadence = Cadence::of(frequency, indicator);
    let lag = lag_of(&indicator.lag);
    let mut due = Vec::new();
    let mut stretch = cadence.around(period.last());
    while let Some(own) = stretch {
        let out = own.last().plus_months(lag).month_end();
        if out < period.first() {
            break;
        }
        if out <= period.last() {
            due.push((own, is_given(indicator, own, period)));
        }
        stretch = cadence.around(own.first().plus_days(-1));
    }
    due.reverse();
    due
}

/// The targets that a result of a stretch would be held against.
pub fn targets(indicator: &Indicator, stretch: Period) -> Vec<&Target> {
    let result = ResultFigure {
        reported: Stated::from(stretch),
        ..ResultFigure::default()
    };
    targets_for(indicator, &result)
}

fn is_given(indicator: &Indicator, stretch: Period, period: Period) -> bool {
    let part = period.contains(stretch) && period != stretch;
    indicator.results.iter().any(|result| {
        let column = reported(&result.reported, &result.period).read();
        let spoken = spoken_of(&result.reported, &result.period).read();
        let under = |column: Period| column == period || (!part && period.contains(column));
        spoken == Some(stretch) || column.is_some_and(under)
    })
}

/// The year of which a period asks for a forecast, and whether one was made in it. None where nobody asks
/// for one: the year ends with the period, nobody says how often the indicator is reported, or it has neither a target for
/// the year nor a forecast for it or the one before.
pub fn forecast(indicator: &Indicator, period: Period) -> Option<(Period, bool)> {
    indicator.frequency.as_ref().and_then(Choice::known)?;
    let made = |it: &Forecast| it.made.read().is_some_and(|made| period.contains(made));
    let newest = indicator.forecasts.iter();
    let newest = newest.filter_map(|it| it.period.read()).max();
    let cadence = newest.map_or(Cadence::FinancialYear, Cadence::year_like);
    let year = cadence.around(period.last())?;
    let is_year = |it: &Period| *it == year;
    let of_year = |it: &&Forecast| it.period.read().as_ref().is_some_and(is_year);
    if indicator.forecasts.iter().filter(of_year).any(made) {
        return Some((year, true));
    }
    let aimed = |target: &Target| {
        let figures = target.value.or(target.low).or(target.high).is_some();
        figures && spoken_of(&target.reported, &target.period).read() == Some(year)
    };
    let before = year.previous();
    let expected = indicator.forecasts.iter().any(|it| {
        it.period
            .read()
            .is_some_and(|it| it == year || Some(it) == before)
    });
    let asked = year.last() > period.last() && (expected || indicator.targets.iter().any(aimed));
    asked.then_some((year, false))
}

/// The stretches of time that figures speak of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Cadence {
    Month,
    FinancialQuarter,
    FinancialHalf,
    /// Autumn to December, spring to March, summer to August.
    Term,
    FinancialYear,
    AcademicYear,
    CalendarYear,
}

impl Cadence {
    fn of(frequency: Frequency, indicator: &Indicator) -> Self {
        match frequency {
            Frequency::Monthly => Self::Month,
            Frequency::Quarterly => Self::FinancialQuarter,
            Frequency::HalfYearly => Self::FinancialHalf,
            Frequency::Termly => Self::Term,
            Frequency::Annual => Self::year_of(indicator),
        }
    }

    /// The kind of year that most of the results speak of; of as many the one of the newest.
    fn year_of(indicator: &Indicator) -> Self {
        let spoken = |it: &ResultFigure| spoken_of(&it.reported, &it.period).read();
        let mut years: Vec<Period> = indicator.results.iter().filter_map(spoken).collect();
        years.retain(|it| (360..=370).contains(&it.days()));
        years.sort_unstable();
        let count = |year: &Period| years.iter().filter(|it| it.same_kind(*year)).count();
        let most = years.iter().max_by_key(|year| count(year));
        most.map_or(Self::FinancialYear, |year| Self::year_like(*year))
    }

    fn year_like(period: Period) -> Self {
        match period {
            Period::AcademicYear(_) => Self::AcademicYear,
            Period::CalendarYear(_) => Self::CalendarYear,
            _ => Self::FinancialYear,
        }
    }

    /// The stretch that a day is in.
    fn around(self, day: Day) -> Option<Period> {
        let (year, month) = (day.year(), day.month());
        let began = |first: u8| if month >= first { year } else { year - 1 };
        let stretch = match self {
            Self::Month => Period::month_of(day),
            Self::FinancialQuarter => Period::quarter_of(day),
            Self::FinancialHalf => Period::FinancialHalf {
                year: began(4),
                half: if (4..=9).contains(&month) { 1 } else { 2 },
            },
            Self::Term => {
                let (from, to) = match month {
                    9.. => (9, 12),
                    4..=8 => (4, 8),
                    _ => (1, 3),
                };
                Period::Span {
                    from: (year, from),
                    to: (year, to),
                }
            }
            Self::FinancialYear => Period::FinancialYear(began(4)),
            Self::AcademicYear => Period::AcademicYear(began(9)),
            Self::CalendarYear => Period::CalendarYear(year),
        };
        stretch.checked()
    }
}

/// How many months late figures come: the first number of the words, counted in months, quarters or years. None where
/// they say no such thing.
fn lag_of(words: &str) -> i32 {
    let mut words = words.split_whitespace();
    let Some(number) = words.by_ref().find_map(|word| word.parse::<i32>().ok()) else {
        return 0;
    };
    let months = match words.next().unwrap_or_default().to_lowercase() {
        unit if unit.starts_with("month") => 1,
        unit if unit.starts_with("quarter") => 3,
        unit if unit.starts_with("year") => 12,
        _ => 0,
    };
    number.clamp(0, 120).saturating_mul(months)
}
