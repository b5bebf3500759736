//! What the screen of recommendations shows: rows by source, gaps by reason, the matrix.

use std::collections::HashMap;

use super::refresh_from;
use crate::analysis::coverage::{GapReason, MatrixColumn, coverage, gaps, matrix};
use crate::analysis::moment::knew;
use crate::analysis::naming::{code_of, title_of};
use crate::analysis::stage::{is_closed, stage};
use crate::app::state::{CoverageMatrix, ListName, RecommendationRow, State, Table};
use crate::domain::choice::Choice;
use crate::domain::id::{Id, RecordRef};
use crate::domain::kind::Kind;
use crate::domain::recommendation::{Due, Recommendation};
use crate::domain::stated::Stated;

/// Derives what the table in view shows, and its rows.
pub(super) fn derive(state: &mut State) {
    let workspace = state.ledger.shown();
    let rows = workspace.recommendations.iter().map(|recommendation| {
        let row = row(state, recommendation);
        (recommendation.id.clone(), row)
    });
    state.recommendations.rows = rows.collect();
    match state.recommendations.shown {
        Table::List => {}
        Table::Matrix => derive_matrix(state),
        Table::Gaps => derive_gaps(state),
    }
    refresh_from(state, ListName::Recommendations);
}

fn row(state: &State, recommendation: &Recommendation) -> RecommendationRow {
    let (workspace, moment) = (state.workspace(), state.moment);
    let record = RecordRef::new(Kind::Recommendation, &recommendation.id);
    let code = code_of(workspace, &record, moment);
    let coverage = coverage(workspace, recommendation);
    let stated = recommendation.coverage.as_ref();
    let rating = recommendation.rating.as_ref();
    let updates = recommendation.updates.iter();
    RecommendationRow {
        source: source(state, recommendation),
        code: if code == record.id.as_str() {
            recommendation.number.clone()
        } else {
            code
        },
        stage: stage(workspace, recommendation, moment),
        rating: rating.and_then(Choice::known),
        rating_text: rating.map(|it| it.text().to_owned()),
        coverage: Some(coverage),
        disputed: stated.is_some_and(|stated| stated.known() != Some(coverage)),
        due: recommendation.due.as_ref().map_or_else(String::new, due),
        updated: updates
            .rev()
            .find(|update| knew(workspace, moment, &update.at))
            .map(|update| update.at.clone())
            .unwrap_or_default(),
        closed: is_closed(workspace, recommendation, moment),
        title: title_of(workspace, &record, moment),
    }
}

/// When something is due: the words, else the days.
fn due(due: &Due) -> String {
    if due.text.is_empty() {
        let days: Vec<&str> = due.dates.iter().map(Stated::text).collect();
        days.join(", ")
    } else {
        due.text.clone()
    }
}

/// What asked for it, and for an inquiry its title.
fn source(state: &State, recommendation: &Recommendation) -> String {
    let inquiries = &state.workspace().inquiries;
    let inquiry = inquiries
        .get(recommendation.inquiry.as_str())
        .map_or("", |inquiry| inquiry.title.as_str());
    match (recommendation.asked_by.is_empty(), inquiry.is_empty()) {
        (false, false) => format!("{}: {inquiry}", recommendation.asked_by),
        (false, true) => recommendation.asked_by.clone(),
        (true, false) => inquiry.to_owned(),
        (true, true) => "Source not recorded".to_owned(),
    }
}

/// Every recommendation; those of one source together, in the order in which the sources first appear.
pub(super) fn rows(state: &State) -> Vec<Id> {
    let mut sources: HashMap<&str, usize> = HashMap::new();
    let mut rows: Vec<(usize, &Id)> = Vec::new();
    for recommendation in &state.workspace().recommendations {
        let row = state.recommendations.rows.get(&recommendation.id);
        let next = sources.len();
        let source = row.map_or("", |row| row.source.as_str());
        let place = *sources.entry(source).or_insert(next);
        rows.push((place, &recommendation.id));
    }
    rows.sort_by_key(|(place, _)| *place);
    rows.into_iter().map(|(_, id)| id.clone()).collect()
}

/// The headings of its groups: what asked.
pub(super) fn group(state: &mut State) {
    let screen = &mut state.recommendations;
    let rows = &screen.rows;
    screen.list.group(|id| {
        rows.get(id)
            .map_or_else(String::new, |row| row.source.clone())
    });
}

/// Derives what is missing, and its rows.
fn derive_gaps(state: &mut State) {
    let found = gaps(state.ledger.shown(), &state.index, state.moment, None);
    let reasons = found.into_iter().map(|gap| {
        let row = format!("{} {}", gap.reason.word(), gap.recommendation);
        (Id::new(&row), gap.words)
    });
    state.recommendations.reasons = reasons.collect();
    refresh_from(state, ListName::Gaps);
}

/// Every gap: the worst reason first, within one in the file's order.
pub(super) fn rows_of_gaps(state: &State) -> Vec<Id> {
    let mut rows = Vec::new();
    for reason in GapReason::ALL {
        for recommendation in &state.workspace().recommendations {
            let record = RecordRef::new(Kind::Recommendation, &recommendation.id);
            let row = Id::new(&format!("{} {record}", reason.word()));
            if state.recommendations.reasons.contains_key(&row) {
                rows.push(row);
            }
        }
    }
    rows
}

/// The headings of the gaps: what is missing.
pub(super) fn group_gaps(state: &mut State) {
    state.recommendations.gaps.group(|row| {
        let word = row.as_str().split(' ').next().unwrap_or_default();
        let reason = GapReason::ALL.iter().find(|reason| reason.word() == word);
        reason.map_or("", |reason| reason.title()).to_owned()
    });
}

/// Derives the matrix. The selected column stays selected.
fn derive_matrix(state: &mut State) {
    let cells = matrix(state.ledger.shown(), &state.index, None);
    let label = |column: &MatrixColumn| {
        let code = code_of(state.ledger.shown(), &column.record, state.moment);
        format!("{code} {}", column.reference).trim_end().to_owned()
    };
    let places = cells.rows.iter().enumerate();
    let places = places.map(|(place, row)| (row.recommendation.id.clone(), place));
    let places = places.collect();
    let labels = cells.columns.iter().map(label).collect();
    let before = std::mem::take(&mut state.recommendations.matrix);
    state.recommendations.matrix = CoverageMatrix {
        cells,
        places,
        labels,
        ..before
    };
}
