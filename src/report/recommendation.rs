//! The page of a recommendation: what was asked, answered, monitored and done.

use super::dates::{stated_day, stated_period};
use super::document::{Block, Column, Document, Fact, Row, Span};
use super::officers::by_role;
use super::provenance;
use crate::analysis::moment::Moment;
use crate::analysis::naming::{code_of, title_of};
use crate::analysis::tracker::tracker;
use crate::domain::choice::Choice;
use crate::domain::id::RecordRef;
use crate::domain::kind::Kind;
use crate::domain::recommendation::{Recommendation, Route, Via};
use crate::domain::workspace::Workspace;

/// A recommendation as it stands.
pub fn recommendation_page(
    workspace: &Workspace,
    moment: Moment,
    recommendation: &Recommendation,
) -> Document {
    let mut document = Document::about(&recommendation.code, &recommendation.heading);
    document
        .blocks
        .push(Block::Paragraph(status_line(recommendation)));
    document.facts(facts(workspace, moment, recommendation));
    document.section("Recommendation", "");
    if recommendation.text.trim().is_empty() {
        document.absence("Its text is not recorded.");
    }
    document.prose(&recommendation.text);
    add_response(&mut document, recommendation);
    add_routes(&mut document, workspace, moment, recommendation);
    add_updates(&mut document, recommendation);
    let officers = by_role(&recommendation.officers);
    if !officers.is_empty() {
        document.section("Officers and partners", "");
        document.facts(officers);
    }
    provenance::add_sources(&mut document, &[&recommendation.rest]);
    document
}

fn status_line(recommendation: &Recommendation) -> Vec<Span> {
    let mut spans = match recommendation
        .rating
        .as_ref()
        .map(|rating| (rating.known(), rating.text()))
    {
        Some((Some(rating), _)) => Span::rating(rating).to_vec(),
        Some((None, other)) => vec![Span::mark(format!("{other} (not a rating)"))],
        None => vec![Span::dim("not rated")],
    };
    let newest = recommendation
        .updates
        .iter()
        .rev()
        .find_map(|update| update.stage);
    let stage = match (newest, &recommendation.completed) {
        (_, Some(completed)) if !completed.on.is_empty() => format!("completed {}", completed.on),
        (_, Some(_)) => "completed".to_owned(),
        (Some(stage), None) => format!("stage {stage}"),
        (None, None) => "no stage given yet".to_owned(),
    };
    spans.extend([Span::plain("   "), Span::plain(stage)]);
    spans
}

fn facts(workspace: &Workspace, moment: Moment, recommendation: &Recommendation) -> Vec<Fact> {
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
    if let Some(coverage) = &recommendation.coverage {
        let note = if recommendation.coverage_note.is_empty() {
            String::new()
        } else {
            format!(": {}", recommendation.coverage_note)
        };
        say(
            "Coverage",
            format!("{}{note}", coverage.text().replace('_', " ")),
        );
    }
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

fn add_routes(
    document: &mut Document,
    workspace: &Workspace,
    moment: Moment,
    recommendation: &Recommendation,
) {
    document.section("How it is monitored", "");
    if recommendation.routes.is_empty() {
        document.absence("No route is recorded.");
    }
    let rows = recommendation
        .routes
        .iter()
        .map(|route| route_row(workspace, moment, route))
        .collect();
    let columns = vec![
        Column::fixed("Route"),
        Column::fixed("Through").keep(90),
        Column::titles("Title"),
        Column::fixed("Rating").keep(80),
        Column::words("How often").keep(60),
        Column::words("As published").keep(20),
    ];
    document.table(columns, rows);
}

fn route_row(workspace: &Workspace, moment: Moment, route: &Route) -> Row {
    let record = route.via.as_ref().and_then(Via::record);
    let found = record
        .as_ref()
        .filter(|record| workspace.record(record.kind, record.id.as_str()).is_some());
    let code = record
        .as_ref()
        .map(|record| code_of(workspace, record, moment))
        .unwrap_or_default();
    let reference = route.via.as_ref().map_or("", |via| via.r#ref.as_str());
    let title = match (&record, found) {
        (Some(_), None) => vec![Span::mark("not in this file")],
        (Some(record), Some(_)) => vec![Span::plain(
            format!("{} {reference}", title_of(workspace, record, moment))
                .trim()
                .to_owned(),
        )],
        (None, _) => Vec::new(),
    };
    let priority = found
        .filter(|record| record.kind == Kind::Priority)
        .and_then(|record| workspace.priorities.get(record.id.as_str()));
    let rating = priority.and_then(|priority| tracker(priority, moment).rating());
    let cells = vec![
        vec![Span::plain(route.kind.as_ref().map_or("", Choice::text))],
        vec![Span::code(code)],
        title,
        rating
            .map(|rating| Span::rating(rating).to_vec())
            .unwrap_or_default(),
        vec![Span::plain(frequency_text(route))],
        vec![Span::dim(&*route.text)],
    ];
    Row {
        cells,
        record: found.cloned(),
    }
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

/// What happened, newest first.
fn add_updates(document: &mut Document, recommendation: &Recommendation) {
    document.section("Updates", "");
    if recommendation.updates.is_empty() {
        document.absence("No updates yet.");
    }
    for update in recommendation.updates.iter().rev() {
        let mut heading = vec![Span::strong(if update.at.is_empty() {
            "undated"
        } else {
            &update.at
        })];
        let drafts: Vec<String> = update.draft_stage.iter().map(ToString::to_string).collect();
        match (update.stage, drafts.is_empty()) {
            (Some(stage), _) => heading.push(Span::plain(format!("   stage {stage}"))),
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
