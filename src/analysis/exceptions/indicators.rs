//! Indicators: missed, about to be missed, or with doubtful data.

use super::{Finder, Group};
use crate::analysis::moment::is_over;
use crate::analysis::outlook::{Outlook, outlook};
use crate::analysis::standing::{Standing, Verdict, standing};
use crate::analysis::target::Judgement;
use crate::domain::id::RecordRef;
use crate::domain::indicator::{Indicator, Quality, Target, reported};
use crate::domain::kind::Kind;
use crate::domain::number::Number;
use crate::domain::unit::measured;

impl Finder<'_> {
    pub(super) fn indicators(&mut self) {
        let workspace = self.workspace;
        for indicator in &workspace.indicators {
            let stands = standing(workspace, indicator, self.moment);
            let id = indicator.id.as_str();
            self.verdicts.entry(id).or_insert(stands.verdict);
            if is_over(&indicator.retired_from, self.moment) {
                continue;
            }
            let record = RecordRef::new(Kind::Indicator, &indicator.id);
            if stands.verdict == Verdict::Judged(Judgement::Missed) {
                self.say(Group::Missed, &record, missed(indicator, &stands));
            }
            let outlook = outlook(workspace, indicator, self.moment);
            if let Some(outlook) = outlook.filter(Outlook::is_missed) {
                self.say(Group::OutlookMissed, &record, expected(indicator, &outlook));
            }
            if let Some(reason) = doubtful(indicator, &stands) {
                self.say(Group::Quality, &record, reason);
            }
        }
    }
}

/// `9.6% in 2010/11 Q2; the target is 6.8%`: of several targets the first that is missed.
fn missed(indicator: &Indicator, stands: &Standing<'_>) -> String {
    let unit = indicator.unit.as_ref();
    let result = stands.result.and_then(|result| {
        let value = result.value.map(Number::get)?;
        let period = reported(&result.reported, &result.period).read()?;
        Some(format!("{} in {period}", measured(value, unit)))
    });
    let missed =
        |(_, verdict): &&(&Target, Verdict)| *verdict == Verdict::Judged(Judgement::Missed);
    let target = stands.against.iter().find(missed);
    let target = target.map(|(target, _)| wanted(indicator, target));
    let parts: Vec<String> = result.into_iter().chain(target).collect();
    parts.join("; ")
}

/// `the target is 78%`, with who set it where somebody is named.
fn wanted(indicator: &Indicator, target: &Target) -> String {
    let unit = indicator.unit.as_ref();
    let number = |number: Option<Number>| number.map(|number| measured(number.get(), unit));
    let size = match (
        number(target.value),
        number(target.low),
        number(target.high),
    ) {
        (Some(value), ..) => value,
        (None, Some(low), Some(high)) => format!("{low} to {high}"),
        (None, Some(end), None) | (None, None, Some(end)) => end,
        (None, None, None) => target.text.clone(),
    };
    if target.set_by.is_empty() {
        format!("the target is {size}")
    } else {
        format!("the target of the {} is {size}", target.set_by)
    }
}

/// `forecast 75.4% for 2010/11; the target is 78%`, or what the figures so far make of the year.
fn expected(indicator: &Indicator, outlook: &Outlook<'_>) -> String {
    let unit = indicator.unit.as_ref();
    let year = outlook.year;
    let entered = outlook.entered.as_ref().and_then(|(forecast, judgement)| {
        let judged = *judgement == Judgement::Missed;
        let value = forecast.value.filter(|_| judged)?;
        Some(format!(
            "forecast {} for {year}",
            measured(value.get(), unit)
        ))
    });
    let computed = || {
        let (computed, _) = outlook.computed.as_ref()?;
        // Two places say enough of a figure that is worked out.
        let value = (computed.value * 100.0).round() / 100.0;
        Some(format!(
            "on course for {} in {year} by the figures so far",
            measured(value, unit)
        ))
    };
    let target = outlook.target.map(|target| wanted(indicator, target));
    let course = entered.or_else(computed);
    let parts: Vec<String> = course.into_iter().chain(target).collect();
    parts.join("; ")
}

fn doubtful(indicator: &Indicator, stands: &Standing<'_>) -> Option<String> {
    let words = match stands.quality? {
        Quality::SomeConcerns => "some concerns",
        Quality::SignificantConcerns => "significant concerns",
        Quality::NoConcerns | Quality::NotCompleted => return None,
    };
    let own = stands
        .result
        .and_then(|result| result.data_quality.as_ref());
    let note = own.or(indicator.data_quality.as_ref());
    let note = note.map_or("", |quality| quality.rest.note()).trim();
    Some(if note.is_empty() {
        words.to_owned()
    } else {
        format!("{words}: {note}")
    })
}
