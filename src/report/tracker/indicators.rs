//! The indicator table of a tracker, and the notes below it.

use crate::analysis::moment::Moment;
use crate::analysis::standing::Verdict;
use crate::analysis::standing::{Standing, change_sign, standing};
use crate::analysis::target::{Change, Judgement};
use crate::analysis::tracker::Tracker;
use crate::domain::id::RecordRef;
use crate::domain::indicator::{Baseline, Indicator, Quality, Target, reported};
use crate::domain::kind::Kind;
use crate::domain::number::Number;
use crate::domain::workspace::Workspace;
use crate::report::document::{Column, Document, Item, Row, Span, Tone};
use crate::report::figures::figure_spans;
use crate::text;

/// Words longer than this stand below the table.
pub(super) const WORDS: usize = 10;

/// Adds the indicators aligned with the priority then.
pub(super) fn add(
    document: &mut Document,
    workspace: &Workspace,
    moment: Moment,
    tracker: &Tracker,
) {
    let ids = tracker.indicators(moment);
    if ids.is_empty() {
        document.section("Indicators", "");
        document.absence("No indicators are aligned with it.");
        return;
    }
    let tally = tracker.tally(workspace, moment);
    let counts = [
        (tally.met, "met"),
        (tally.close, "close"),
        (tally.missed, "missed"),
        (tally.unjudged, "not judged"),
    ];
    let counts: Vec<String> = counts
        .iter()
        .filter(|(count, _)| *count > 0)
        .map(|(count, word)| format!("{count} {word}"))
        .collect();
    document.section(
        "Indicators",
        &format!("{}: {}", ids.len(), counts.join(", ")),
    );
    let mut rows = Vec::new();
    let mut below = Vec::new();
    let (mut signs, mut provisional) = (false, false);
    for id in ids {
        let record = RecordRef::new(Kind::Indicator, id);
        let Some(indicator) = workspace.indicators.get(id.as_str()) else {
            let cells = vec![
                vec![Span::code(id.as_str())],
                vec![Span::mark("not in this file")],
            ];
            rows.push(Row {
                cells,
                record: None,
            });
            continue;
        };
        let shown = Shown::new(workspace, indicator, moment);
        signs |= shown.standing.change.is_some();
        provisional |= shown.is_provisional();
        rows.push(Row {
            cells: shown.cells(),
            record: Some(record.clone()),
        });
        let note = super::notes::of(&shown);
        if !note.is_empty() {
            let mut text = vec![Span::code(code(indicator)), Span::plain("  ")];
            text.extend(note);
            below.push(Item {
                text,
                record: Some(record),
            });
        }
    }
    document.table(columns(), rows);
    add_key(document, signs, provisional);
    document.list(below);
}

/// What the marks in the table mean, where there are any.
fn add_key(document: &mut Document, signs: bool, provisional: bool) {
    let signs = signs.then_some("+ better, = as before, - worse than the figure before");
    let provisional = provisional.then_some("p provisional");
    let key: Vec<&str> = [signs, provisional].into_iter().flatten().collect();
    if !key.is_empty() {
        document.absence(&key.join("; "));
    }
}

fn columns() -> Vec<Column> {
    vec![
        Column::fixed("Code"),
        Column::titles("Indicator"),
        Column::figures("Baseline").keep(20),
        Column::figures("Target").keep(90),
        Column::figures("Result"),
        Column::fixed("Verdict").keep(80),
        Column::fixed("Dir.").keep(70),
        Column::fixed("Data quality").keep(30),
    ]
}

fn code(indicator: &Indicator) -> &str {
    if indicator.code.is_empty() {
        indicator.id.as_str()
    } else {
        &indicator.code
    }
}

/// The figures of an indicator that a tracker shows.
pub(super) struct Shown<'a> {
    /// The indicator.
    pub indicator: &'a Indicator,
    /// Where it stands.
    pub standing: Standing<'a>,
    /// Where it started.
    pub baseline: Option<&'a Baseline>,
    /// The target that its verdict goes by.
    pub target: Option<&'a Target>,
}

impl<'a> Shown<'a> {
    fn new(workspace: &Workspace, indicator: &'a Indicator, moment: Moment) -> Self {
        let standing = standing(workspace, indicator, moment);
        let part = standing
            .result
            .map_or("", |result| result.breakdown.as_str());
        let baseline = indicator
            .baselines
            .iter()
            .rev()
            .find(|baseline| baseline.breakdown == part);
        // Of several targets the one that the verdict goes by.
        let judged = standing
            .against
            .iter()
            .find(|(_, verdict)| *verdict == standing.verdict);
        let target = judged
            .map(|(target, _)| *target)
            .or_else(|| target_of(indicator, moment, part));
        Self {
            indicator,
            standing,
            baseline,
            target,
        }
    }

    fn is_provisional(&self) -> bool {
        let result = self.standing.result.and_then(|result| result.provisional);
        let target = self.target.and_then(|target| target.provisional);
        [result, target].contains(&Some(true))
    }

    fn cells(&self) -> Vec<Vec<Span>> {
        let baseline = self
            .baseline
            .map(|figure| self.figure(figure.value, &figure.text, None));
        let target = self.target.map(|figure| self.target_figure(figure));
        let result = self
            .standing
            .result
            .map(|figure| self.figure(figure.value, &figure.text, figure.provisional));
        vec![
            vec![Span::code(code(self.indicator))],
            vec![Span::plain(&*self.indicator.title)],
            baseline.unwrap_or_default(),
            target.unwrap_or_else(|| vec![Span::dim("none")]),
            result.unwrap_or_else(|| vec![Span::dim("none")]),
            vec![verdict(self.standing.verdict)],
            self.standing.change.map(change).into_iter().collect(),
            self.standing.quality.map(quality).into_iter().collect(),
        ]
    }

    /// A figure; words that are too long for the column stand below the table.
    fn figure(&self, value: Option<Number>, words: &str, provisional: Option<bool>) -> Vec<Span> {
        if value.is_none() && text::width(words) > WORDS {
            return vec![Span::dim("see below")];
        }
        let mut spans = figure_spans(value, self.indicator.unit.as_ref(), words);
        if provisional == Some(true) {
            spans.push(Span::mark(" p"));
        }
        spans
    }

    fn target_figure(&self, target: &Target) -> Vec<Span> {
        let number = |number: Number| crate::report::figures::number_text(number.get());
        match (target.value, target.low, target.high) {
            (None, Some(low), Some(high)) => {
                vec![Span::plain(format!("{} to {}", number(low), number(high)))]
            }
            (None, Some(low), None) => vec![Span::plain(format!("from {}", number(low)))],
            (None, None, Some(high)) => vec![Span::plain(format!("to {}", number(high)))],
            _ => self.figure(target.value, &target.text, target.provisional),
        }
    }
}

/// The target of the period in view, for an indicator that has no result yet.
fn target_of<'a>(indicator: &'a Indicator, moment: Moment, part: &str) -> Option<&'a Target> {
    let now = moment.period?;
    let around = indicator
        .targets
        .iter()
        .filter(|target| target.breakdown == part)
        .filter_map(|target| {
            let period = reported(&target.reported, &target.period).read()?;
            period.contains(now).then_some((period.days(), target))
        });
    around
        .min_by_key(|(days, _)| *days)
        .map(|(_, target)| target)
}

/// A verdict in a word.
pub(in crate::report) fn verdict(verdict: Verdict) -> Span {
    match verdict {
        Verdict::Judged(Judgement::Met) => Span::new("met", Tone::Met),
        Verdict::Judged(Judgement::Close) => Span::new("close", Tone::Close),
        Verdict::Judged(Judgement::Missed) => Span::new("missed", Tone::Missed),
        Verdict::Judged(Judgement::None(_)) => Span::dim("-"),
        Verdict::NotDue => Span::dim("not due"),
    }
}

/// The sign of an indicator's direction.
pub(in crate::report) fn change(change: Change) -> Span {
    let tone = match change {
        Change::Better => Tone::Better,
        Change::Same => Tone::Plain,
        Change::Worse => Tone::Worse,
    };
    Span::new(change_sign(change), tone)
}

/// The standing of data: concerns are to be noticed.
pub(in crate::report) fn quality(quality: Quality) -> Span {
    match quality {
        Quality::NoConcerns => Span::dim("no concerns"),
        Quality::SomeConcerns => Span::mark("some concerns"),
        Quality::SignificantConcerns => Span::mark("significant"),
        Quality::NotCompleted => Span::mark("not completed"),
    }
}
