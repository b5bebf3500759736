//! Why a priority or an indicator has the colours that it has: every derived value with its figures,
//! the rule, and where in the file it stands (`domain.md` §4).

use crate::analysis::challenge::{challenge, suggestion};
use crate::analysis::deadline::deadline;
use crate::analysis::index::Index;
use crate::analysis::moment::Moment;
use crate::analysis::outlook::outlook;
use crate::analysis::standing::{Standing, change_words, polarity, standing};
use crate::analysis::tracker::{Tracker, tracker};
use crate::domain::id::RecordRef;
use crate::domain::indicator::Indicator;
use crate::domain::kind::Kind;
use crate::domain::number::Number;
use crate::domain::priority::Priority;
use crate::domain::workspace::Workspace;

use super::figures::figure_text;
use super::indicator::{explained, outlook_sentences};

/// One derived value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Explanation {
    /// The record whose value it is.
    pub record: RecordRef,
    /// What is derived: `rating`, `suggested rating`, `target`, `direction`, `outlook`, `overdue`.
    pub what: &'static str,
    /// What it came to, in a word or two.
    pub verdict: String,
    /// Figures and rule, in sentences.
    pub because: Vec<String>,
    /// Where in the file it comes from, as a JSON pointer.
    pub pointer: String,
}

/// Everything that is derived of a priority or an indicator; `None` for other kinds.
pub fn explain(
    workspace: &Workspace,
    index: &Index,
    moment: Moment,
    record: &RecordRef,
) -> Option<Vec<Explanation>> {
    let id = record.id.as_str();
    match record.kind {
        Kind::Priority => {
            let priority = workspace.priorities.get(id)?;
            Some(of_priority(workspace, index, moment, priority))
        }
        Kind::Indicator => {
            let place = workspace.indicators.place(id)?;
            Some(of_indicator(
                workspace,
                moment,
                workspace.indicators.at(place)?,
                place,
            ))
        }
        _ => None,
    }
}

fn of_indicator(
    workspace: &Workspace,
    moment: Moment,
    indicator: &Indicator,
    place: usize,
) -> Vec<Explanation> {
    let standing = standing(workspace, indicator, moment);
    let base = format!("/indicators/{place}");
    let newest = standing.result.and_then(|result| {
        let at = indicator
            .results
            .iter()
            .position(|other| other.id == result.id)?;
        Some(format!("{base}/results/{at}"))
    });
    let pointer = newest.unwrap_or_else(|| base.clone());
    let say = |what, verdict: String, because, pointer| Explanation {
        record: RecordRef::new(Kind::Indicator, &indicator.id),
        what,
        verdict,
        because,
        pointer,
    };
    let because = explained(workspace, indicator, &standing);
    let mut all = vec![say(
        "target",
        standing.verdict.words().to_owned(),
        because,
        pointer.clone(),
    )];
    if let Some(change) = standing.change {
        let because = vec![direction_because(indicator, &standing)];
        all.push(say(
            "direction",
            change_words(change).to_owned(),
            because,
            pointer,
        ));
    }
    if let Some(outlook) = outlook(workspace, indicator, moment) {
        let verdict = match (outlook.is_missed(), outlook.is_judged()) {
            (true, _) => "the target will be missed",
            (false, true) => "no miss in sight",
            (false, false) => "nothing to judge by yet",
        };
        let because = outlook_sentences(&outlook, indicator);
        let forecast = outlook.entered.as_ref().and_then(|(entered, _)| {
            let at = indicator
                .forecasts
                .iter()
                .position(|other| other.id == entered.id)?;
            Some(format!("{base}/forecasts/{at}"))
        });
        all.push(say(
            "outlook",
            verdict.to_owned(),
            because,
            forecast.unwrap_or(base),
        ));
    }
    all
}

/// `9.5 % is compared with 9.1 % of 2006/07; good is lower.`
fn direction_because(indicator: &Indicator, standing: &Standing<'_>) -> String {
    let unit = indicator.unit.as_ref();
    let own = standing
        .result
        .map_or_else(String::new, |it| figure_text(it.value, unit, &it.text));
    let before = standing
        .compared
        .map_or_else(String::new, |(period, value)| {
            format!("{} of {period}", figure_text(Number::new(value), unit, ""))
        });
    let good = match polarity(indicator) {
        Some(crate::domain::polarity::Polarity::Rise) => "higher",
        Some(crate::domain::polarity::Polarity::Fall) => "lower",
        Some(crate::domain::polarity::Polarity::Range) => "nearer the band",
        None => "not stated",
    };
    format!("{own} is compared with {before}; good is {good}.")
}

fn of_priority(
    workspace: &Workspace,
    index: &Index,
    moment: Moment,
    priority: &Priority,
) -> Vec<Explanation> {
    let tracker = tracker(priority, moment);
    let mut all = ratings(workspace, index, moment, &tracker);
    for id in tracker.indicators(moment) {
        if let Some(place) = workspace.indicators.place(id.as_str())
            && let Some(indicator) = workspace.indicators.at(place)
        {
            all.extend(of_indicator(workspace, moment, indicator, place));
        }
    }
    for id in index.actions_of(&priority.id) {
        let Some(place) = workspace.actions.place(id.as_str()) else {
            continue;
        };
        let Some(action) = workspace.actions.at(place) else {
            continue;
        };
        let standing = deadline(action, moment);
        if let (true, Some(since), Some(today)) =
            (standing.carried, standing.overdue_since, moment.today)
        {
            let days = since.days_until(today);
            all.push(Explanation {
                record: RecordRef::new(Kind::Action, &action.id),
                what: "overdue",
                verdict: format!("since {since}"),
                because: vec![format!(
                    "It was due on {since}, {days} days before {today}."
                )],
                pointer: format!("/actions/{place}/timescale"),
            });
        }
    }
    all
}

/// The officer's rating, what the figures suggest, and whether the one is better than the other.
fn ratings(
    workspace: &Workspace,
    index: &Index,
    moment: Moment,
    tracker: &Tracker<'_>,
) -> Vec<Explanation> {
    let record = RecordRef::new(Kind::Priority, &tracker.priority.id);
    let place = workspace
        .priorities
        .place(record.id.as_str())
        .unwrap_or_default();
    let base = format!("/priorities/{place}");
    let updates = &tracker.priority.updates;
    let update = tracker
        .update
        .and_then(|own| updates.iter().position(|it| it.period == own.period));
    let pointer = update.map_or(base.clone(), |at| format!("{base}/updates/{at}"));
    let rating = tracker.rating_text().unwrap_or("none");
    let mut all = vec![Explanation {
        record: record.clone(),
        what: "rating",
        verdict: rating.to_owned(),
        because: vec!["Assigned by the accountable officer.".to_owned()],
        pointer: if tracker.rating_text().is_some() {
            format!("{pointer}/rating")
        } else {
            pointer.clone()
        },
    }];
    if let Some(suggestion) = suggestion(workspace, index, tracker, moment) {
        let mut because = vec![
            format!("{}.", sentence(&suggestion.reason())),
            RULE.to_owned(),
        ];
        if let Some(challenge) = challenge(workspace, index, tracker, moment) {
            because.push(format!("Challenge: {}.", challenge.words()));
        }
        all.push(Explanation {
            record,
            what: "suggested rating",
            verdict: suggestion.rating.to_string(),
            because,
            pointer,
        });
    }
    all
}

/// The rule for the suggested rating, as `domain.md` §4 has it.
const RULE: &str = "Red when more than half of the judged indicators are missed or an action is overdue \
by more than a quarter; green when at least half are judged, all of those met and nothing is overdue; \
amber otherwise.";

fn sentence(words: &str) -> String {
    let mut rest = words.chars();
    let first = rest.next().into_iter().flat_map(char::to_uppercase);
    first.chain(rest).collect()
}

#[cfg(test)]
mod tests;
