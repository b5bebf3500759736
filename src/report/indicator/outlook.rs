//! How the year looks: the officer's forecast, and what the figures so far make of it.

use crate::analysis::moment::Moment;
use crate::analysis::outlook::{Computed, Outlook, outlook};
use crate::analysis::target::Judgement;
use crate::domain::indicator::{Adds, Forecast, Indicator, Unit};
use crate::domain::number::Number;
use crate::domain::workspace::Workspace;
use crate::report::document::Document;
use crate::report::figures::{figure_text, number_text};

/// Adds the outlook, where there is one.
pub(super) fn add(
    document: &mut Document,
    workspace: &Workspace,
    moment: Moment,
    indicator: &Indicator,
) {
    let Some(outlook) = outlook(workspace, indicator, moment) else {
        return;
    };
    document.section("Outlook", &format!("for {}", outlook.year));
    for sentence in sentences(&outlook, indicator) {
        document.prose(&sentence);
    }
}

/// The outlook in sentences.
pub fn sentences(outlook: &Outlook<'_>, indicator: &Indicator) -> Vec<String> {
    let unit = indicator.unit.as_ref();
    let mut sentences = Vec::new();
    sentences.extend(
        outlook
            .entered
            .as_ref()
            .map(|(it, held)| entered(it, *held, unit)),
    );
    sentences.extend(
        outlook
            .computed
            .as_ref()
            .map(|(it, held)| computed(it, *held, unit)),
    );
    if outlook.disagrees() {
        sentences.push("The two disagree on meeting the target.".to_owned());
    }
    if outlook.repeats_target() {
        sentences.push("The forecast is the target to the digit.".to_owned());
    }
    sentences
}

fn entered(forecast: &Forecast, held: Judgement, unit: Option<&Unit>) -> String {
    let figure = figure_text(forecast.value, unit, &forecast.text);
    match held {
        Judgement::None(_) => format!("Forecast by the officer: {figure}."),
        held => format!(
            "Forecast by the officer: {figure}, which {}.",
            held_words(held)
        ),
    }
}

fn computed(computed: &Computed, held: Judgement, unit: Option<&Unit>) -> String {
    // Two digits behind the point: more would claim what a projection does not know.
    let value = Number::new((computed.value * 100.0).round() / 100.0);
    let figure = figure_text(value, unit, "");
    let share = number_text((computed.share * 100.0).round());
    let rule = match computed.rule {
        Adds::Sum | Adds::ToDate => format!("to date over {share} % of the year"),
        Adds::Ratio => "the ratio so far".to_owned(),
        Adds::Mean => "the mean so far".to_owned(),
        Adds::Latest => "the latest figure".to_owned(),
    };
    let parts = match computed.parts {
        1 => "1 figure".to_owned(),
        parts => format!("{parts} figures"),
    };
    match held {
        Judgement::None(_) => format!("By {rule}, out of {parts}: {figure}."),
        held => format!(
            "By {rule}, out of {parts}: {figure}, which {}.",
            held_words(held)
        ),
    }
}

fn held_words(held: Judgement) -> &'static str {
    match held {
        Judgement::Met => "meets the year's target",
        Judgement::Close => "is close to the year's target",
        Judgement::Missed => "misses the year's target",
        Judgement::None(_) => "is not held against a target",
    }
}
