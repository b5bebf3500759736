//! The page of a priority: its action tracker of a period, in the order of the printed one
//! (paper 003).

mod actions;
mod head;
mod indicators;
mod notes;
mod related;

pub(super) use indicators::{change, quality, verdict};

use super::document::{Block, Document, Fact, Item, Row, Span, Tone};
use super::{officers, provenance};
use crate::analysis::challenge::challenge;
use crate::analysis::index::Index;
use crate::analysis::joint::shown;
use crate::analysis::moment::Moment;
use crate::analysis::tracker::{Tracker, tracker};
use crate::domain::id::{Id, RecordRef};
use crate::domain::kind::Kind;
use crate::domain::priority::{Priority, Strength};
use crate::domain::workspace::Workspace;

/// The tracker of a priority as it stood at a moment. Parts that are empty are left out; where the
/// rating, the assessment, the indicators or the actions are missing, it says so.
pub fn priority_page(
    workspace: &Workspace,
    index: &Index,
    moment: Moment,
    priority: &Priority,
) -> Document {
    let (tracker, holder) = shown(workspace, index, priority, moment);
    let mut document = Document::about(tracker.code, tracker.title);
    head::add(&mut document, workspace, moment, &tracker, holder);
    add_challenge(&mut document, workspace, index, moment, &tracker);
    add_assessment(&mut document, &tracker);
    indicators::add(&mut document, workspace, moment, &tracker);
    actions::add(&mut document, workspace, index, moment, &tracker);
    add_links(&mut document, workspace, moment, &tracker);
    add_officers(&mut document, moment, &tracker);
    related::add_leaning(&mut document, workspace, index, moment, &tracker);
    related::add_slippage(&mut document, workspace, index, moment, &tracker);
    related::add_history(&mut document, moment, priority);
    let update = tracker.update.map(|update| &update.rest);
    let records: Vec<_> = [Some(&priority.rest), update]
        .into_iter()
        .flatten()
        .collect();
    provenance::add_sources(&mut document, &records);
    document
}

/// Says where the officer's rating is better than what the figures suggest.
fn add_challenge(
    document: &mut Document,
    workspace: &Workspace,
    index: &Index,
    moment: Moment,
    tracker: &Tracker,
) {
    if let Some(challenge) = challenge(workspace, index, tracker, moment) {
        let mut text = vec![Span::mark("! Challenge  ")];
        text.push(Span::plain(format!(
            "{}; the figures suggest ",
            challenge.words()
        )));
        text.extend(Span::rating(challenge.suggestion.rating));
        document.blocks.push(Block::Paragraph(text));
    }
}

fn add_assessment(document: &mut Document, tracker: &Tracker) {
    document.section("Overall assessment", "");
    let Some(update) = tracker.update else {
        document.absence("No assessment for this period yet.");
        return;
    };
    if update.summary.trim().is_empty() {
        document.absence("No assessment for this period yet.");
    }
    document.prose(&update.summary);
    if !update.rating_note.is_empty() {
        let note = vec![
            Span::dim("On the rating: "),
            Span::plain(update.rating_note.trim()),
        ];
        document.blocks.push(Block::Paragraph(note));
    }
    let achieved = update.achievements.iter().map(|achievement| {
        let heading = achievement.heading.trim().trim_end_matches('.');
        let mut spans = Vec::new();
        if !heading.is_empty() {
            spans.push(Span::strong(format!("{heading}.")));
            spans.push(Span::plain(" "));
        }
        spans.push(Span::plain(achievement.text.trim()));
        Item::new(spans)
    });
    add_points(document, "Achievements", achieved.collect());
    let risks = update
        .risks
        .iter()
        .map(|risk| Item::new(vec![Span::plain(risk.text.trim())]));
    add_points(document, "Challenges and risks", risks.collect());
}

fn add_points(document: &mut Document, title: &str, items: Vec<Item>) {
    if !items.is_empty() {
        document.section(title, "");
        document.list(items);
    }
}

/// The links with other plans, and whether an inspection named it.
fn add_links(document: &mut Document, workspace: &Workspace, moment: Moment, tracker: &Tracker) {
    let mut facts: Vec<Fact> = Vec::new();
    for link in tracker.links(moment) {
        let label = match link
            .strength
            .as_ref()
            .map(|strength| (strength.known(), strength.text()))
        {
            Some((Some(Strength::Direct), _)) => "Direct link".to_owned(),
            Some((Some(Strength::Related), _)) => "Related link".to_owned(),
            Some((None, other)) => other.to_owned(),
            None => "Link".to_owned(),
        };
        let plan = workspace.plans.get(link.plan.as_str());
        let plan = plan.map_or_else(|| link.plan.to_string(), |plan| plan.title.clone());
        let reference = link.r#ref.as_str();
        // The references to one plan stand behind one another.
        if let Some(last) = facts.last_mut()
            && last.label == label
            && last.value.first().is_some_and(|span| span.text == plan)
            && !reference.is_empty()
        {
            let comma = if last.value.len() > 1 { ", " } else { "  " };
            last.value
                .extend([Span::plain(comma), Span::code(reference)]);
            continue;
        }
        let mut value = vec![Span::plain(plan)];
        if !reference.is_empty() {
            value.extend([Span::plain("  "), Span::code(reference)]);
        }
        facts.push(Fact::new(&label, value));
    }
    if facts.is_empty() && tracker.priority.links_none_stated == Some(true) {
        facts.push(Fact::new(
            "Links",
            vec![Span::dim("the tracker states that there are none")],
        ));
    }
    if let Some(weak) = tracker.area_of_weakness(moment) {
        let value = if weak {
            Span::mark("yes, named by an inspection")
        } else {
            Span::plain("no")
        };
        facts.push(Fact::new("Area of weakness", vec![value]));
    }
    if !facts.is_empty() {
        document.section("Links and inspection", "");
        document.facts(facts);
    }
}

fn add_officers(document: &mut Document, moment: Moment, tracker: &Tracker) {
    let facts = officers::by_role(tracker.officers(moment));
    if !facts.is_empty() {
        document.section("Officers and partners", "");
        document.facts(facts);
    }
}

/// A priority as a row of a list: code, title, rating, direction, how its indicators and actions
/// stand.
pub(super) fn priority_row(
    workspace: &Workspace,
    index: &Index,
    moment: Moment,
    priority: &Priority,
) -> Row {
    let tracker = tracker(priority, moment);
    let tally = tracker.tally(workspace, moment);
    let counts = [
        (tally.met, "met", Tone::Met),
        (tally.close, "close", Tone::Close),
        (tally.missed, "missed", Tone::Missed),
    ];
    let mut indicators = Vec::new();
    for (count, word, tone) in counts.into_iter().filter(|(count, _, _)| *count > 0) {
        if !indicators.is_empty() {
            indicators.push(Span::plain(" "));
        }
        indicators.push(Span::new(format!("{count} {word}"), tone));
    }
    let late = match tracker.overdue(workspace, index, moment) {
        0 => Vec::new(),
        late => vec![Span::new(format!("{late} late"), Tone::Late)],
    };
    let rating = head::rating(&tracker);
    let cells = vec![
        vec![Span::code(code_or_id(tracker.code, &priority.id))],
        vec![Span::plain(tracker.title)],
        if rating.is_empty() {
            vec![Span::dim("not rated")]
        } else {
            rating
        },
        head::direction(&tracker),
        indicators,
        late,
    ];
    Row {
        cells,
        record: Some(RecordRef::new(Kind::Priority, &priority.id)),
    }
}

/// The code of a record, else its id.
fn code_or_id<'a>(code: &'a str, id: &'a Id) -> &'a str {
    if code.is_empty() { id.as_str() } else { code }
}

#[cfg(test)]
mod tests;
