//! What the indicator table has no room for: the words published, the periods spoken of, the targets
//! of several bodies, the notes.

use super::indicators::{Shown, WORDS};
use crate::analysis::standing::Verdict;
use crate::domain::indicator::{Baseline, ResultFigure, Target, reported};
use crate::domain::number::Number;
use crate::report::dates::stated_period;
use crate::report::document::Span;
use crate::report::figures::{contradicts, figure_text, published};
use crate::text;

/// The notes of an indicator, as sentences one behind the other; none where nothing is to be said.
pub(super) fn of(shown: &Shown) -> Vec<Span> {
    let mut notes = Notes::default();
    if let Some(baseline) = shown.baseline {
        notes.baseline(baseline);
    }
    if shown.standing.against.len() > 1 {
        for (target, verdict) in &shown.standing.against {
            notes.say("Target", &each_target(shown, target, *verdict));
        }
    } else if let Some(target) = shown.target {
        notes.target(target);
    }
    if let Some(result) = shown.standing.result {
        notes.result(result);
        if result.value.is_none() {
            notes.say("Note", shown.indicator.rest.note());
        }
        let data = result.data_quality.as_ref();
        notes.say(
            "Data quality",
            data.map_or("", |quality| quality.rest.note()),
        );
    }
    notes.spans
}

/// One of several targets: the figure, who set it, for when, and how the result stands to it.
fn each_target(shown: &Shown, target: &Target, verdict: Verdict) -> String {
    let mut text = figure_text(target.value, shown.indicator.unit.as_ref(), &target.text);
    if !target.set_by.is_empty() {
        text.push_str(" set by ");
        text.push_str(&target.set_by);
    }
    let period = stated_period(reported(&target.reported, &target.period));
    format!("{text} for {period}: {}", verdict.words())
}

#[derive(Default)]
struct Notes {
    spans: Vec<Span>,
}

impl Notes {
    fn baseline(&mut self, baseline: &Baseline) {
        let words = said(baseline.value, &baseline.text);
        let of = || {
            (!baseline.period.is_empty()).then(|| format!("of {}", stated_period(&baseline.period)))
        };
        self.figure(
            "Baseline",
            &words.or_else(of).unwrap_or_default(),
            baseline.rest.note(),
        );
        self.contradiction(baseline.value, &baseline.text);
    }

    fn target(&mut self, target: &Target) {
        let words = said(target.value, &target.text);
        let set_by = (!target.set_by.is_empty()).then(|| format!("set by {}", target.set_by));
        let words: Vec<String> = [words, set_by].into_iter().flatten().collect();
        self.figure("Target", &words.join(", "), target.rest.note());
        self.contradiction(target.value, &target.text);
    }

    fn result(&mut self, result: &ResultFigure) {
        let mut parts: Vec<String> = said(result.value, &result.text).into_iter().collect();
        let elsewhere = !result.reported.is_empty()
            && !result.period.is_empty()
            && result.reported != result.period;
        if elsewhere && parts.is_empty() {
            let (of, under) = (
                stated_period(&result.period),
                stated_period(&result.reported),
            );
            parts.push(format!("of {of}, reported in {under}"));
        }
        if !result.breakdown.is_empty() {
            parts.push(result.breakdown.clone());
        }
        let says_so = result.text.to_lowercase().contains("provisional");
        if result.provisional == Some(true) && !says_so {
            parts.push("provisional".to_owned());
        }
        self.figure("Result", &parts.join(", "), result.rest.note());
        self.contradiction(result.value, &result.text);
    }

    /// What was published of a figure, then the note that stands with it.
    fn figure(&mut self, label: &str, words: &str, note: &str) {
        self.say(label, words);
        if words.is_empty() {
            self.say(label, note);
        } else {
            self.say("", note);
        }
    }

    fn say(&mut self, label: &str, words: &str) {
        let words = words.trim().trim_end_matches('.');
        if words.is_empty() {
            return;
        }
        if !self.spans.is_empty() {
            self.spans.push(Span::plain(" "));
        }
        if !label.is_empty() {
            self.spans.push(Span::dim(format!("{label}: ")));
        }
        self.spans.push(Span::plain(format!("{words}.")));
    }

    /// Words and number that do not agree are for somebody to settle.
    fn contradiction(&mut self, value: Option<Number>, words: &str) {
        if let Some(value) = value.filter(|value| contradicts(Some(*value), words)) {
            self.spans
                .push(Span::mark(format!(" ! The record says {value}.")));
        }
    }
}

/// The words of a figure: what was published where it differs, or what stands instead of a number
/// and is too long for the table.
fn said(value: Option<Number>, words: &str) -> Option<String> {
    if value.is_none() {
        return (text::width(words) > WORDS).then(|| words.trim().to_owned());
    }
    published(value, words).map(str::to_owned)
}
