//! Words and numbers that are none of those a field knows.

use super::report::{Report, listed, quoted};
use super::walk::{Leaf, Path};
use crate::domain::choice::Choice;
use crate::domain::indicator::Unit;
use crate::domain::number::Number;
use crate::domain::rating::Rating;
use crate::domain::workspace::Workspace;

/// The roles in which a tracker is approved.
const APPROVERS: &[&str] = &["officer", "director"];

/// The units that are words.
const UNITS: &[&str] = &[
    "percent",
    "percentage_points",
    "number",
    "score",
    "money",
    "days",
];

/// Choices of every kind, and the role of an approval.
pub(super) fn unknown(leaf: &Leaf<'_>, path: &Path<'_>, report: &mut Report<'_>) {
    let (text, words) = match leaf {
        Leaf::Choice {
            text,
            known: false,
            words,
        } => (*text, words()),
        Leaf::Text(text) if path.field_of_member() == Some(("approvals", "role")) => {
            (*text, APPROVERS.to_vec())
        }
        _ => return,
    };
    if !text.is_empty() && !words.contains(&text) {
        report.say(
            path,
            format!("{} is no word for this field", quoted(text)),
            mend(text, &words),
        );
    }
}

/// The word that was meant, where it shows; else all of them.
fn mend(text: &str, words: &[&str]) -> String {
    nearest(text, words).map_or_else(
        || format!("Write one of {}", listed(words)),
        |word| format!("Write \"{word}\""),
    )
}

/// A unit that is neither one of the words nor a rate or score out of something.
pub(super) fn unit(workspace: &Workspace, report: &mut Report<'_>) {
    for (place, indicator) in workspace.indicators.iter().enumerate() {
        let Some(Unit::Other(json)) = &indicator.unit else {
            continue;
        };
        let text = json.shown();
        let mend = nearest(&text, UNITS).map_or_else(
            || {
                format!(
                    "Write {}, {{\"rate_per\": 1000}} or {{\"out_of\": 40}}",
                    UNITS.join(", ")
                )
            },
            |word| format!("Write \"{word}\""),
        );
        report.say(
            format!("/indicators/{place}/unit"),
            format!("{} is no unit", quoted(&text)),
            mend,
        );
    }
}

/// Ratings that are known words, but not of the scale in use.
pub(super) fn off_scale(workspace: &Workspace, report: &mut Report<'_>) {
    let scale = workspace.scale();
    let mut look = |rating: Option<&Choice<Rating>>, pointer: &dyn Fn() -> String| {
        let Some(rating) = rating
            .and_then(Choice::known)
            .filter(|rating| !scale.contains(rating))
        else {
            return;
        };
        let words: Vec<&str> = scale.iter().map(|rating| rating.word()).collect();
        let message = format!("The scale of this workspace has no \"{rating}\"");
        let mend = format!("Rate it {}, or add \"{rating}\" to ratings", listed(&words));
        report.say(pointer(), message, mend);
    };
    for (place, priority) in workspace.priorities.iter().enumerate() {
        for (at, update) in priority.updates.iter().enumerate() {
            let pointer = || format!("/priorities/{place}/updates/{at}/rating");
            look(update.rating.as_ref(), &pointer);
        }
    }
    for (place, recommendation) in workspace.recommendations.iter().enumerate() {
        let pointer = || format!("/recommendations/{place}/rating");
        look(recommendation.rating.as_ref(), &pointer);
    }
}

/// Stages of recommendations (1 to 6) and grades of judgements (1 to 4).
pub(super) fn numbered(workspace: &Workspace, report: &mut Report<'_>) {
    let is_of = |number: Number, most: f64| {
        number.get().fract() == 0.0 && (1.0..=most).contains(&number.get())
    };
    for (place, recommendation) in workspace.recommendations.iter().enumerate() {
        for (at, update) in recommendation.updates.iter().enumerate() {
            let pointer = format!("/recommendations/{place}/updates/{at}");
            let drafts = update.draft_stage.iter().enumerate();
            let drafts = drafts.map(|(at, stage)| (*stage, format!("{pointer}/draft_stage/{at}")));
            let stages = drafts.chain(
                update
                    .stage
                    .map(|stage| (stage, format!("{pointer}/stage"))),
            );
            for (stage, pointer) in stages.filter(|(stage, _)| !is_of(*stage, 6.0)) {
                let message = format!("There is no stage {stage}");
                report.say(pointer, message, "Write a whole number from 1 to 6");
            }
        }
    }
    for (place, judgement) in workspace.judgements.iter().enumerate() {
        if let Some(grade) = judgement.grade.filter(|grade| !is_of(*grade, 4.0)) {
            let message = format!("There is no grade {grade}");
            let pointer = format!("/judgements/{place}/grade");
            report.say(pointer, message, "Write a whole number from 1 to 4");
        }
    }
}

/// The word that a text was likely meant for: it begins it, or differs in a third of its letters at
/// most. Compared to the length of a word, so that a long text costs little.
fn nearest<'a>(text: &str, words: &[&'a str]) -> Option<&'a str> {
    let text: String = text.trim().to_lowercase().replace([' ', '-', '/'], "_");
    let begun = words
        .iter()
        .filter(|word| text.chars().count() >= 3 && word.starts_with(&text));
    if let Some(word) = begun.min_by_key(|word| word.len()) {
        return Some(word);
    }
    let start: String = text.chars().take(40).collect();
    let apart = words
        .iter()
        .map(|word| (strsim::levenshtein(&start, word), *word));
    let (apart, word) = apart.min_by_key(|(apart, _)| *apart)?;
    (apart * 3 <= word.chars().count()).then_some(word)
}

#[cfg(test)]
mod tests {
    use super::nearest;

    #[test]
    fn the_word_that_was_meant_is_offered_and_no_other() {
        let ratings = ["red", "amber_red", "amber", "amber_green", "green"];
        let rows = [
            ("Green", Some("green")),
            ("gren", Some("green")),
            ("greeen", Some("green")),
            ("amber/red", Some("amber_red")),
            ("Amber - Green", Some("amber_green")),
            ("Amber", Some("amber")),
            ("amb", Some("amber")),
            ("rd", Some("red")),
            ("black", None),
            ("", None),
        ];
        for (text, word) in rows {
            assert_eq!(nearest(text, &ratings), word, "{text}");
        }
    }
}
