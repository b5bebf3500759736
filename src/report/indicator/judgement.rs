//! A judgement in a sentence: the figures, the target, and the rule.

use crate::analysis::standing::{Standing, Verdict, bar, polarity, slack};
use crate::analysis::target::{Judgement, Tolerance as Slack};
use crate::domain::indicator::{Indicator, ResultFigure, Target, Unit, reported};
use crate::domain::number::Number;
use crate::domain::polarity::Polarity;
use crate::domain::workspace::Workspace;
use crate::report::dates::stated_period;
use crate::report::figures::{difference, figure_text, number_text};

/// A sentence for every target that the result was held against, or one that says why there is none.
pub fn explained(workspace: &Workspace, indicator: &Indicator, standing: &Standing) -> Vec<String> {
    let Some(result) = standing.result.filter(|_| !standing.against.is_empty()) else {
        return vec![sentence(standing.verdict.words())];
    };
    let several = standing.against.len() > 1;
    let one = |(target, verdict): &(&Target, Verdict)| {
        let said = against(workspace, indicator, result, target, *verdict);
        sentence(&said.unwrap_or_else(|| verdict.words().to_owned()))
    };
    let mut sentences: Vec<String> = standing.against.iter().map(one).collect();
    if several {
        sentences.push(format!(
            "The worst of them counts: {}.",
            standing.verdict.words()
        ));
    }
    sentences
}

/// With a capital and a full stop.
fn sentence(words: &str) -> String {
    let mut rest = words.chars();
    let first = rest.next().map(char::to_uppercase);
    let mut text: String = first.into_iter().flatten().chain(rest).collect();
    text.push('.');
    text
}

fn against(
    workspace: &Workspace,
    indicator: &Indicator,
    result: &ResultFigure,
    target: &Target,
    verdict: Verdict,
) -> Option<String> {
    let value = result.value?.get();
    let Verdict::Judged(judgement) = verdict else {
        return None;
    };
    let word = match judgement {
        Judgement::Met => "met",
        Judgement::Close => "close",
        Judgement::Missed => "missed",
        Judgement::None(_) => return None,
    };
    let unit = indicator.unit.as_ref();
    let mut whose = format!(
        " for {}",
        stated_period(reported(&target.reported, &target.period))
    );
    if !target.set_by.is_empty() {
        whose.push_str(" set by ");
        whose.push_str(&target.set_by);
    }
    let own = figure_text(result.value, unit, "");
    let (place, short) = match polarity(indicator)? {
        Polarity::Range => beside_band(value, target, unit, &whose)?,
        towards => beside_bar(value, target, towards, unit, &whose)?,
    };
    let rule = if short {
        format!(", {}", rule(workspace, indicator, target, judgement))
    } else {
        String::new()
    };
    Some(format!("{own} is {place}{rule}: {word}"))
}

/// Where the value stands beside a target, and whether it falls short of it.
fn beside_bar(
    value: f64,
    target: &Target,
    towards: Polarity,
    unit: Option<&Unit>,
    whose: &str,
) -> Option<(String, bool)> {
    let end = if towards == Polarity::Rise {
        target.low
    } else {
        target.high
    };
    let stated = target.value.or(end)?;
    let bar = figure_text(Some(stated), unit, "");
    let apart = difference(value, stated.get());
    let apart_text = number_text(apart.abs());
    let place = if crate::domain::number::same(value, stated.get()) {
        format!("exactly the target of {bar}{whose}")
    } else if apart > 0.0 {
        format!("{apart_text} above the target of {bar}{whose}")
    } else {
        format!("{apart_text} below the target of {bar}{whose}")
    };
    let short = if towards == Polarity::Rise {
        apart < 0.0
    } else {
        apart > 0.0
    };
    Some((place, short))
}

fn beside_band(
    value: f64,
    target: &Target,
    unit: Option<&Unit>,
    whose: &str,
) -> Option<(String, bool)> {
    let (low, high) = bar(target).band()?;
    let edge = |edge: f64| figure_text(Number::new(edge), unit, "");
    let band = format!("the band of {} to {}{whose}", number_text(low), edge(high));
    Some(if value < low {
        (
            format!("{} below {band}", number_text(difference(low, value))),
            true,
        )
    } else if value > high {
        (
            format!("{} above {band}", number_text(difference(value, high))),
            true,
        )
    } else {
        (format!("inside {band}"), false)
    })
}

/// The tolerance that the judgement went by.
fn rule(
    workspace: &Workspace,
    indicator: &Indicator,
    target: &Target,
    judgement: Judgement,
) -> String {
    let within = judgement == Judgement::Close;
    match (slack(workspace, indicator, target), within) {
        (Slack::Points(points), true) => format!("within the {} allowed", number_text(points)),
        (Slack::Points(points), false) => {
            format!("more than the {} allowed", number_text(points))
        }
        (Slack::Percent(percent), true) => format!("within {} % of it", number_text(percent)),
        (Slack::Percent(percent), false) => {
            format!("more than {} % of it", number_text(percent))
        }
        (Slack::Floor(floor), true) => format!("within the limit of {}", number_text(floor)),
        (Slack::Floor(floor), false) => format!("beyond the limit of {}", number_text(floor)),
    }
}
