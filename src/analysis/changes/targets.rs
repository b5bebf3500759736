//! Targets made easier: the same target in another file, the one that a newer source gives in the same
//! file, and the next year's target where it asks for less than this year's.

use super::{ChangeKind, Finder, Said};
use crate::analysis::standing::{bar, polarity};
use crate::analysis::target::Target as Bar;
use crate::domain::id::RecordRef;
use crate::domain::indicator::{Indicator, Target, reported};
use crate::domain::kind::Kind;
use crate::domain::period::Period;
use crate::domain::polarity::Polarity;
use crate::domain::unit::measured;

impl Finder<'_> {
    pub(super) fn targets(&mut self) {
        let (was, is) = (self.before, self.after);
        for indicator in &is.workspace.indicators {
            let Some(earlier) = was.workspace.indicators.get(indicator.id.as_str()) else {
                continue;
            };
            let Some(polarity) = polarity(indicator) else {
                continue;
            };
            let pairs = if self.is_one_file() {
                let mut pairs = restated(indicator, self.after.moment.period);
                pairs.extend(next_year(indicator, was.moment.period, is.moment.period));
                pairs
            } else {
                same_target(earlier, indicator)
            };
            let record = RecordRef::new(Kind::Indicator, &indicator.id);
            for (before, after) in pairs {
                if is_easier(&bar(before), &bar(after), polarity) {
                    let mut said = Said::new(
                        ChangeKind::TargetEasier,
                        words(earlier, before),
                        words(indicator, after),
                    );
                    said.part = column(after).map_or(String::new(), |period| period.to_string());
                    said.better = Some(false);
                    self.say(&record, said);
                }
            }
        }
    }
}

type Pair<'a> = (&'a Target, &'a Target);

fn column(target: &Target) -> Option<Period> {
    reported(&target.reported, &target.period).read()
}

fn is_like(one: &Target, other: &Target) -> bool {
    one.breakdown == other.breakdown && one.set_by == other.set_by
}

/// The target of one id in both files.
fn same_target<'a>(earlier: &'a Indicator, later: &'a Indicator) -> Vec<Pair<'a>> {
    let pair = |after: &'a Target| {
        let before = earlier.targets.iter().find(|it| it.id == after.id)?;
        Some((before, after))
    };
    later.targets.iter().filter_map(pair).collect()
}

/// Two targets of one body for the same thing in the year in view: the one written last counts.
fn restated(indicator: &Indicator, period: Option<Period>) -> Vec<Pair<'_>> {
    let year = period.and_then(Period::financial_year);
    let in_year = |target: &Target| {
        column(target).is_some_and(|own| year.is_none_or(|year| year.contains(own)))
    };
    let mut pairs = Vec::new();
    for (place, after) in indicator.targets.iter().enumerate() {
        let same = |it: &&Target| column(it) == column(after) && is_like(it, after);
        let before = indicator.targets.iter().take(place).rfind(same);
        pairs.extend(
            before
                .filter(|_| in_year(after))
                .map(|before| (before, after)),
        );
    }
    pairs
}

/// The target of the year in view against that of the year of the other view.
fn next_year(
    indicator: &Indicator,
    before: Option<Period>,
    after: Option<Period>,
) -> Vec<Pair<'_>> {
    let year = |period: Option<Period>| period.and_then(Period::financial_year);
    let (Some(before), Some(after)) = (year(before), year(after)) else {
        return Vec::new();
    };
    if before >= after {
        return Vec::new();
    }
    let of = |year: Period| {
        let targets = indicator.targets.iter();
        targets.filter(move |target| column(target) == Some(year))
    };
    let pair = |later| {
        let earlier = of(before).rfind(|earlier| is_like(earlier, later))?;
        Some((earlier, later))
    };
    of(after).filter_map(pair).collect()
}

/// Whether a target asks for less: a lower number for rise, a higher one for fall, a wider band.
fn is_easier(before: &Bar, after: &Bar, polarity: Polarity) -> bool {
    let number = |bar: &Bar, end: Option<f64>| bar.value.or(end);
    let values = |low: fn(&Bar) -> Option<f64>| {
        let (before, after) = (number(before, low(before))?, number(after, low(after))?);
        (!crate::domain::number::same(before, after)).then_some((before, after))
    };
    match polarity {
        Polarity::Rise => values(|bar| bar.low).is_some_and(|(before, after)| after < before),
        Polarity::Fall => values(|bar| bar.high).is_some_and(|(before, after)| after > before),
        Polarity::Range => {
            let bands = before.band().zip(after.band());
            bands.is_some_and(|((low, high), (lower, higher))| {
                lower <= low && high <= higher && (lower < low || high < higher)
            })
        }
    }
}

/// A target in words: `78% for 2010/11`.
fn words(indicator: &Indicator, target: &Target) -> String {
    let unit = indicator.unit.as_ref();
    let bar = bar(target);
    let size = match (bar.value, bar.band()) {
        (Some(value), _) => measured(value, unit),
        (None, Some((low, high))) => format!("{} to {}", measured(low, unit), measured(high, unit)),
        (None, None) => bar
            .low
            .or(bar.high)
            .map_or_else(|| target.text.clone(), |end| measured(end, unit)),
    };
    column(target).map_or(size.clone(), |period| format!("{size} for {period}"))
}
