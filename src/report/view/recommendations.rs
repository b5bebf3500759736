//! Recommendations by what asked for them.

use super::{View, cells};
use crate::analysis::coverage::{coverage, coverage_words};
use crate::analysis::moment::knew;
use crate::analysis::stage::{StageStanding, stage};
use crate::domain::choice::Choice;
use crate::domain::id::RecordRef;
use crate::domain::kind::Kind;
use crate::domain::recommendation::Recommendation;
use crate::domain::workspace::Workspace;
use crate::report::dates::stated_day;
use crate::report::document::{Column, Document, Row, Span, Tone};

/// The recommendations of one source.
#[derive(Clone, Debug)]
pub struct SourceGroup<'a> {
    /// What asked for them, with the inquiry where there is one.
    pub title: String,
    /// The recommendations in the file's order.
    pub recommendations: Vec<&'a Recommendation>,
}

/// Recommendations by what asked for them, in the order in which the sources first come.
pub fn by_source<'a>(
    workspace: &Workspace,
    recommendations: &[&'a Recommendation],
) -> Vec<SourceGroup<'a>> {
    let mut groups: Vec<SourceGroup<'a>> = Vec::new();
    let mut places = std::collections::HashMap::new();
    for recommendation in recommendations {
        let key = (&recommendation.asked_by, &recommendation.inquiry);
        let place = *places.entry(key).or_insert_with(|| {
            groups.push(SourceGroup {
                title: source(workspace, recommendation),
                recommendations: Vec::new(),
            });
            groups.len() - 1
        });
        if let Some(group) = groups.get_mut(place) {
            group.recommendations.push(recommendation);
        }
    }
    groups
}

fn source(workspace: &Workspace, recommendation: &Recommendation) -> String {
    let inquiry = workspace.inquiries.get(recommendation.inquiry.as_str());
    let inquiry = inquiry.map_or(recommendation.inquiry.as_str(), |it| &it.title);
    let parts = [recommendation.asked_by.as_str(), inquiry];
    let parts: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    if parts.is_empty() {
        "No source named".to_owned()
    } else {
        parts.join(": ")
    }
}

/// The recommendations by source: stage, coverage, rating, due, last update.
pub fn recommendations_report(view: &View<'_>) -> Document {
    let mut document = view.document("Recommendations");
    let all = view.recommendations();
    if all.is_empty() {
        document.absence("No recommendations.");
    }
    for group in by_source(view.workspace, &all) {
        document.section(&group.title, &group.recommendations.len().to_string());
        let columns = vec![
            Column::fixed("Code"),
            Column::titles("Recommendation"),
            Column::fixed("Stage").keep(90),
            Column::fixed("Coverage").keep(80),
            Column::fixed("Rating").keep(70),
            Column::words("Due").keep(60),
            Column::fixed("Updated").keep(50),
        ];
        let rows = group.recommendations.iter().map(|it| row(view, it));
        document.table(columns, rows.collect());
    }
    document
}

fn row(view: &View<'_>, recommendation: &Recommendation) -> Row {
    let record = RecordRef::new(Kind::Recommendation, &recommendation.id);
    let rating = recommendation.rating.as_ref().and_then(Choice::known);
    let cells = vec![
        cells::code(view, &record),
        cells::title(view, &record),
        stage_cell(&stage(view.workspace, recommendation, view.moment)),
        cells::plain(coverage_words(coverage(view.workspace, recommendation))),
        rating
            .map(|rating| Span::rating(rating).to_vec())
            .unwrap_or_default(),
        cells::plain(due(recommendation)),
        cells::plain(updated(view, recommendation)),
    ];
    Row {
        cells,
        record: Some(record),
    }
}

fn stage_cell(standing: &StageStanding) -> Vec<Span> {
    let tone = match &standing.confirmed {
        Some((stage, _)) if stage.needs_decision() => Tone::Missed,
        Some((stage, _)) if stage.is_closed() => Tone::Met,
        Some(_) => Tone::Plain,
        None => Tone::Dim,
    };
    cells::toned(standing.label(), tone)
}

/// When it is due, in the words given.
fn due(recommendation: &Recommendation) -> String {
    let Some(due) = &recommendation.due else {
        return String::new();
    };
    if due.text.is_empty() {
        let days: Vec<String> = due.dates.iter().map(stated_day).collect();
        days.join(", ")
    } else {
        due.text.clone()
    }
}

/// When something was last said of it.
fn updated(view: &View<'_>, recommendation: &Recommendation) -> String {
    let mut newest_first = recommendation.updates.iter().rev();
    let newest = newest_first.find(|it| knew(view.workspace, view.moment, &it.at));
    newest.map_or(String::new(), |it| it.at.clone())
}
