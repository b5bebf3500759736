//! The page of an indicator: what it measures, all its figures, and how its result was judged.

mod figures;
mod judgement;
mod outlook;

use super::dates::stated_period;
use super::document::{Block, Column, Document, Fact, Row, Span};
use super::tracker::{change, priority_row, quality, verdict};
use super::{leaning, provenance};
use crate::analysis::index::Index;
use crate::analysis::moment::Moment;
use crate::analysis::standing::{Standing, change_words, polarity, standing};
use crate::domain::choice::Choice;
use crate::domain::id::RecordRef;
use crate::domain::indicator::{Indicator, Tolerance, Unit, reported, spoken_of};
use crate::domain::kind::Kind;
use crate::domain::polarity::Polarity;
use crate::domain::workspace::Workspace;

pub use judgement::explained;
pub use outlook::sentences as outlook_sentences;

/// An indicator as it stands at a moment, with all its figures.
pub fn indicator_page(
    workspace: &Workspace,
    index: &Index,
    moment: Moment,
    indicator: &Indicator,
) -> Document {
    let mut document = Document::about(&indicator.code, &indicator.title);
    let standing = standing(workspace, indicator, moment);
    document
        .blocks
        .push(Block::Paragraph(status_line(moment, indicator, &standing)));
    document.facts(facts(workspace, indicator, &standing));
    if !indicator.definition.trim().is_empty() {
        document.section("Definition", "");
        document.prose(&indicator.definition);
    }
    document.section("Judgement", "");
    for sentence in explained(workspace, indicator, &standing) {
        document.prose(&sentence);
    }
    outlook::add(&mut document, workspace, moment, indicator);
    figures::add(&mut document, indicator);
    add_priorities(&mut document, workspace, index, moment, indicator);
    let record = RecordRef::new(Kind::Indicator, &indicator.id);
    leaning::add(&mut document, workspace, index, moment, &[record]);
    provenance::add_sources(&mut document, &[&indicator.rest]);
    document
}

/// Result, verdict and direction in one line.
pub(super) fn status_line(moment: Moment, indicator: &Indicator, standing: &Standing) -> Vec<Span> {
    let Some(result) = standing.result else {
        let until = moment
            .period
            .map_or_else(String::new, |period| format!(" up to {period}"));
        return vec![Span::dim(format!("no result{until}"))];
    };
    let mut spans =
        super::figures::figure_spans(result.value, indicator.unit.as_ref(), &result.text);
    if result.provisional == Some(true) {
        spans.push(Span::mark(" p"));
    }
    spans.push(Span::plain(format!(
        "  {}",
        period_words(&result.reported, &result.period)
    )));
    if !result.breakdown.is_empty() {
        spans.push(Span::dim(format!(", {}", result.breakdown)));
    }
    spans.extend([
        Span::plain("   "),
        Span::new(standing.verdict.words(), verdict(standing.verdict).tone),
    ]);
    if let Some(way) = standing.change {
        let sign = change(way);
        spans.extend([
            Span::plain("   "),
            Span::new(format!("{} {}", sign.text, change_words(way)), sign.tone),
        ]);
    }
    spans
}

/// The period spoken of, and the one reported under where it is another.
fn period_words(
    under: &crate::domain::stated::Stated<crate::domain::period::Period>,
    of: &crate::domain::stated::Stated<crate::domain::period::Period>,
) -> String {
    let spoken = stated_period(spoken_of(under, of));
    let column = stated_period(reported(under, of));
    if spoken == column {
        spoken
    } else {
        format!("{spoken}, reported in {column}")
    }
}

fn facts(workspace: &Workspace, indicator: &Indicator, standing: &Standing) -> Vec<Fact> {
    let mut facts = Vec::new();
    let mut say = |label: &str, value: String| {
        if !value.is_empty() {
            facts.push(Fact::plain(label, value));
        }
    };
    let good = match polarity(indicator) {
        Some(Polarity::Rise) => "higher (rise)".to_owned(),
        Some(Polarity::Fall) => "lower (fall)".to_owned(),
        Some(Polarity::Range) => "inside a band (range)".to_owned(),
        None => indicator
            .polarity
            .as_ref()
            .map_or("not recorded", Choice::text)
            .to_owned(),
    };
    say("Good is", good);
    say(
        "Measured in",
        indicator.unit.as_ref().map(unit_words).unwrap_or_default(),
    );
    say(
        "Reported",
        indicator
            .frequency
            .as_ref()
            .map(|every| every.text().replace('_', " "))
            .unwrap_or_default(),
    );
    say(
        "A year is",
        indicator.adds.as_ref().map(adds_words).unwrap_or_default(),
    );
    if indicator.seasonal == Some(true) {
        say("Compared with", "the same period a year before".to_owned());
    }
    say("Lag", indicator.lag.clone());
    say("Owner", indicator.owner.clone());
    let boards = indicator.boards.iter().map(|id| {
        workspace
            .boards
            .get(id.as_str())
            .map_or_else(|| id.to_string(), |board| board.title.clone())
    });
    say("Board", boards.collect::<Vec<_>>().join("; "));
    say(
        "Tolerance",
        indicator
            .tolerance
            .as_ref()
            .map(tolerance_words)
            .unwrap_or_default(),
    );
    say("Also known as", indicator.also_known_as.join(", "));
    let former = indicator
        .former_codes
        .iter()
        .map(|former| format!("{} in {}", former.code, stated_period(&former.r#in)));
    say("Other codes", former.collect::<Vec<_>>().join(", "));
    if !indicator.retired_from.is_empty() {
        say("Retired from", stated_period(&indicator.retired_from));
    }
    if let Some(level) = standing.quality {
        let mut value = vec![quality(level)];
        let own = standing
            .result
            .and_then(|result| result.data_quality.as_ref());
        let note = own
            .or(indicator.data_quality.as_ref())
            .map_or("", |quality| quality.rest.note());
        if !note.is_empty() {
            value.push(Span::plain(format!(": {note}")));
        }
        facts.push(Fact::new("Data quality", value));
    }
    facts
}

fn unit_words(unit: &Unit) -> String {
    match unit {
        Unit::Percent => "percent".to_owned(),
        Unit::PercentagePoints => "percentage points".to_owned(),
        Unit::Number => "number".to_owned(),
        Unit::Score => "score".to_owned(),
        Unit::Money => "pounds".to_owned(),
        Unit::Days => "days".to_owned(),
        Unit::RatePer(per) => format!("a rate per {}", super::figures::number_text(*per)),
        Unit::OutOf(of) => format!("a score out of {}", super::figures::number_text(*of)),
        Unit::Other(json) => json.to_text().unwrap_or_else(|| json.as_str().to_owned()),
    }
}

fn adds_words(adds: &Choice<crate::domain::indicator::Adds>) -> String {
    use crate::domain::indicator::Adds;

    match adds.known() {
        Some(Adds::Sum) => "the sum of its parts".to_owned(),
        Some(Adds::ToDate) => "cumulative from its start".to_owned(),
        Some(Adds::Ratio) => "what was counted over all its parts, out of how many".to_owned(),
        Some(Adds::Mean) => "the mean of its parts".to_owned(),
        Some(Adds::Latest) => "its latest part".to_owned(),
        None => adds.text().to_owned(),
    }
}

fn tolerance_words(tolerance: &Tolerance) -> String {
    let points = tolerance.points.map(|points| format!("{points} points"));
    let percent = tolerance
        .percent
        .map(|percent| format!("{percent} % of the target"));
    points
        .or(percent)
        .or(tolerance.floor.map(|floor| format!("up to {floor}")))
        .unwrap_or_default()
}

fn add_priorities(
    document: &mut Document,
    workspace: &Workspace,
    index: &Index,
    moment: Moment,
    indicator: &Indicator,
) {
    let priorities = index.priorities_of(&indicator.id).iter();
    let rows: Vec<Row> = priorities
        .filter_map(|id| workspace.priorities.get(id.as_str()))
        .map(|priority| priority_row(workspace, index, moment, priority))
        .collect();
    document.section(
        "Priorities that list it",
        &if rows.is_empty() {
            String::new()
        } else {
            rows.len().to_string()
        },
    );
    if rows.is_empty() {
        document.absence("No priority lists it.");
    }
    document.table(priority_columns(), rows);
}

/// The columns of a list of priorities.
pub(super) fn priority_columns() -> Vec<Column> {
    vec![
        Column::fixed("Code"),
        Column::titles("Priority"),
        Column::fixed("Rating").keep(90),
        Column::fixed("Direction").keep(80),
        Column::fixed("Indicators").keep(40),
        Column::fixed("Actions").keep(30),
    ]
}

#[cfg(test)]
mod tests;
