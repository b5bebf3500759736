//! The page of a recommendation: what was asked, answered, monitored and done.

mod actions;
mod routes;

use super::dates::{stated_day, stated_period};
use super::document::{Block, Document, Fact, Span, Tone};
use super::officers::by_role;
use super::provenance;
use crate::analysis::coverage::{Crosswalk, coverage_words, crosswalk};
use crate::analysis::index::Index;
use crate::analysis::moment::{Moment, knew};
use crate::analysis::naming::{code_of, title_of};
use crate::analysis::stage::{Stage, stage};
use crate::domain::choice::Choice;
use crate::domain::id::RecordRef;
use crate::domain::kind::Kind;
use crate::domain::recommendation::{Recommendation, Route};
use crate::domain::workspace::Workspace;

/// A recommendation as it stood at a moment: what was asked and answered, how it is monitored and how
/// what monitors it stands, what is done about it, what happened.
pub fn recommendation_page(
    workspace: &Workspace,
    index: &Index,
    moment: Moment,
    recommendation: &Recommendation,
) -> Document {
    let record = RecordRef::new(Kind::Recommendation, &recommendation.id);
    let code = code_of(workspace, &record, moment);
    let named = !recommendation.code.is_empty();
    let mut document = Document::about(if named { &code } else { "" }, &recommendation.heading);
    let status = status_line(workspace, moment, recommendation);
    document.blocks.push(Block::Paragraph(status));
    let walk = crosswalk(workspace, index, moment, recommendation);
    document.facts(facts(workspace, moment, recommendation, &walk));
    document.section("Recommendation", "");
    if recommendation.text.trim().is_empty() {
        document.absence("Its text is not recorded.");
    }
    document.prose(&recommendation.text);
    add_response(&mut document, recommendation);
    routes::add(&mut document, workspace, moment, &walk);
    actions::add(&mut document, workspace, index, moment, recommendation);
    add_updates(&mut document, workspace, moment, recommendation);
    let officers = by_role(&recommendation.officers);
    if !officers.is_empty() {
        document.section("Officers and partners", "");
        document.facts(officers);
    }
    provenance::add_sources(&mut document, &[&recommendation.rest]);
    document
}

/// Rating where there is one, and the stage in words.
fn status_line(
    workspace: &Workspace,
    moment: Moment,
    recommendation: &Recommendation,
) -> Vec<Span> {
    let mut spans = match recommendation
        .rating
        .as_ref()
        .map(|rating| (rating.known(), rating.text()))
    {
        Some((Some(rating), _)) => Span::rating(rating).to_vec(),
        Some((None, other)) => vec![Span::mark(format!("{other} (not a rating)"))],
        None => Vec::new(),
    };
    if !spans.is_empty() {
        spans.push(Span::plain("   "));
    }
    let standing = stage(workspace, recommendation, moment);
    let completed = recommendation.completed.as_ref();
    let completed = completed.filter(|it| knew(workspace, moment, &it.on));
    spans.push(match (completed, &standing.confirmed) {
        (Some(completed), _) => Span::new(format!("completed {}", completed.on).trim(), Tone::Met),
        (None, Some((stage, _))) => stage_span(*stage),
        (None, None) => Span::dim("no stage confirmed yet"),
    });
    let drafts = standing.drafts.iter();
    let drafts: Vec<String> = drafts
        .map(|stage| format!("{} ({})", stage.number(), stage.short()))
        .collect();
    if !drafts.is_empty() {
        let drafts = drafts.join(" or ");
        spans.push(Span::mark(format!("   ! draft of the adviser: {drafts}")));
    }
    spans
}

/// `stage 4: not achieved, progress acceptable: continue monitoring`.
fn stage_span(stage: Stage) -> Span {
    let tone = if stage.needs_decision() {
        Tone::Missed
    } else if stage.is_closed() {
        Tone::Met
    } else {
        Tone::Plain
    };
    Span::new(format!("stage {}: {}", stage.number(), stage.words()), tone)
}

fn facts(
    workspace: &Workspace,
    moment: Moment,
    recommendation: &Recommendation,
    walk: &Crosswalk<'_>,
) -> Vec<Fact> {
    let mut facts = Vec::new();
    let mut say = |label: &str, value: String| {
        if !value.is_empty() {
            facts.push(Fact::plain(label, value));
        }
    };
    say("Asked by", recommendation.asked_by.clone());
    say("Number", recommendation.number.clone());
    let named = |kind: Kind, id: &crate::domain::id::Id| {
        title_of(workspace, &RecordRef::new(kind, id), moment)
    };
    say("Inquiry", named(Kind::Inquiry, &recommendation.inquiry));
    say(
        "Part of",
        if recommendation.part_of.is_empty() {
            String::new()
        } else {
            code_of(
                workspace,
                &RecordRef::new(Kind::Recommendation, &recommendation.part_of),
                moment,
            )
        },
    );
    say("Also known as", recommendation.also_known_as.join(", "));
    say(
        "Urgency",
        recommendation
            .urgency
            .as_ref()
            .map(|urgency| urgency.text().replace('_', " "))
            .unwrap_or_default(),
    );
    say("Made", stated_day(&recommendation.made));
    if let Some(due) = &recommendation.due {
        let days: Vec<String> = due.dates.iter().map(stated_day).collect();
        say(
            "Due",
            if due.text.is_empty() {
                days.join(", ")
            } else {
                due.text.clone()
            },
        );
    }
    let boards = recommendation
        .boards
        .iter()
        .map(|id| named(Kind::Board, id));
    say("Board", boards.collect::<Vec<_>>().join("; "));
    say("Coverage", coverage_text(recommendation, walk));
    for tag in &recommendation.tags {
        let state = if tag.tagged == Some(false) {
            "not tagged"
        } else {
            "tagged"
        };
        let words: Vec<&str> = [tag.scheme.as_str(), state, &tag.text]
            .into_iter()
            .filter(|word| !word.is_empty())
            .collect();
        say(
            "Tag",
            format!("{} {}", words.join(" "), stated_period(&tag.at))
                .trim()
                .to_owned(),
        );
    }
    say("Review again", recommendation.review_again.clone());
    facts
}

/// What the routes amount to, and what the officer says beside it.
fn coverage_text(recommendation: &Recommendation, walk: &Crosswalk<'_>) -> String {
    let mut text = coverage_words(walk.coverage).to_owned();
    if walk.worded {
        text.push_str(", at a frequency in words");
    }
    if let Some(stated) = walk.stated.filter(|_| walk.is_disputed()) {
        text.push_str("; the officer says ");
        text.push_str(&stated.text().replace('_', " "));
    }
    let note = recommendation.coverage_note.trim();
    if !note.is_empty() {
        text.push_str(": ");
        text.push_str(note);
    }
    text
}

fn add_response(document: &mut Document, recommendation: &Recommendation) {
    let Some(response) = &recommendation.response else {
        return;
    };
    let decision = response.decision.as_ref().map_or("", Choice::text);
    document.section("Response", decision);
    document.prose(&response.text);
    let mut facts = Vec::new();
    if !response.by.is_empty() {
        facts.push(Fact::plain("By", response.by.as_str()));
    }
    if !response.approved.is_empty() {
        facts.push(Fact::plain("Approved", response.approved.as_str()));
    }
    document.facts(facts);
}

/// How often a route is reported: the words, else the interval.
pub(super) fn frequency_text(route: &Route) -> String {
    let Some(frequency) = &route.frequency else {
        return String::new();
    };
    if frequency.text.is_empty() {
        frequency.every.replace('_', " ")
    } else {
        frequency.text.clone()
    }
}

/// What happened by the moment, newest first.
fn add_updates(
    document: &mut Document,
    workspace: &Workspace,
    moment: Moment,
    recommendation: &Recommendation,
) {
    document.section("Updates", "");
    let known = recommendation.updates.iter().rev();
    let known: Vec<_> = known
        .filter(|update| knew(workspace, moment, &update.at))
        .collect();
    if known.is_empty() {
        document.absence("No updates yet.");
    }
    for update in known {
        let at = if update.at.is_empty() {
            "undated"
        } else {
            &update.at
        };
        let mut heading = vec![Span::strong(at)];
        let drafts: Vec<String> = update.draft_stage.iter().map(ToString::to_string).collect();
        match (update.stage, drafts.is_empty()) {
            (Some(number), _) => {
                heading.push(Span::plain("   "));
                heading.push(Stage::of(number).map_or_else(
                    || Span::mark(format!("stage {number} (not one of 1 to 6)")),
                    stage_span,
                ));
            }
            (None, false) => heading.push(Span::dim(format!(
                "   stage {} proposed",
                drafts.join(" or ")
            ))),
            (None, true) => {}
        }
        document.heading(3, heading, None);
        document.prose(&update.text);
    }
}
