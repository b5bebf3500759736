//! What stands around a tracker: the recommendations that lean on it, and its earlier ratings.

use super::{code_or_id, head};
use crate::analysis::coverage::{LeaningRoute, leaning};
use crate::analysis::index::Index;
use crate::analysis::moment::Moment;
use crate::analysis::naming::code_of;
use crate::analysis::tracker::{Tracker, tracker};
use crate::domain::choice::Choice;
use crate::domain::id::{Id, RecordRef};
use crate::domain::kind::Kind;
use crate::domain::priority::Priority;
use crate::domain::workspace::Workspace;
use crate::report::document::{Column, Document, Row, Span};
use crate::report::recommendation::frequency_text;

/// The recommendations that are monitored through the priority, its indicators or its actions.
pub(super) fn add_leaning(
    document: &mut Document,
    workspace: &Workspace,
    index: &Index,
    moment: Moment,
    tracker: &Tracker,
) {
    let mut records = vec![RecordRef::new(Kind::Priority, &tracker.priority.id)];
    let named = |kind: Kind| move |id: &Id| RecordRef::new(kind, id);
    records.extend(
        tracker
            .indicators(moment)
            .iter()
            .map(named(Kind::Indicator)),
    );
    let actions = index.actions_of(&tracker.priority.id);
    records.extend(actions.iter().map(named(Kind::Action)));
    let leaning = leaning(workspace, index, &records);
    let rows: Vec<Row> = leaning
        .iter()
        .map(|it| leaning_row(it, code_of(workspace, &it.through, moment)))
        .collect();
    if rows.is_empty() {
        return;
    }
    document.section("Recommendations that lean on it", &rows.len().to_string());
    let columns = vec![
        Column::fixed("Code"),
        Column::titles("Recommendation"),
        Column::fixed("Route").keep(40),
        Column::fixed("Through").keep(30),
        Column::words("How often").keep(20),
    ];
    document.table(columns, rows);
}

fn leaning_row(leaning: &LeaningRoute<'_>, through: String) -> Row {
    let (recommendation, route) = (leaning.recommendation, leaning.route);
    let said = [&recommendation.heading, &recommendation.text]
        .into_iter()
        .find(|text| !text.is_empty());
    let kind = route.kind.as_ref().map_or("", Choice::text);
    let cells = vec![
        vec![Span::code(code_or_id(
            &recommendation.code,
            &recommendation.id,
        ))],
        vec![Span::plain(said.map_or("", String::as_str))],
        vec![Span::plain(kind)],
        vec![Span::code(through)],
        vec![Span::plain(frequency_text(route))],
    ];
    Row {
        cells,
        record: Some(RecordRef::new(Kind::Recommendation, &recommendation.id)),
    }
}

/// The ratings of earlier periods, newest first.
pub(super) fn add_history(document: &mut Document, moment: Moment, priority: &Priority) {
    let earlier = priority.updates.iter().filter_map(|update| {
        let period = update.period.read()?;
        moment
            .period
            .is_none_or(|now| period < now)
            .then_some((period, update))
    });
    let mut earlier: Vec<_> = earlier
        .filter(|(_, update)| update.rating.is_some() || update.direction.is_some())
        .collect();
    earlier.sort_by_key(|(period, _)| std::cmp::Reverse(*period));
    let rows: Vec<Row> = earlier
        .into_iter()
        .map(|(period, update)| {
            let then = tracker(
                priority,
                Moment {
                    period: Some(period),
                    ..moment
                },
            );
            let cells = vec![
                vec![Span::plain(period.to_string())],
                head::rating(&then),
                head::direction(&then),
                vec![Span::code(then.code)],
                vec![Span::plain(update.rating_note.trim())],
            ];
            Row {
                cells,
                record: None,
            }
        })
        .collect();
    if rows.is_empty() {
        return;
    }
    document.section("Earlier ratings", "");
    let columns = vec![
        Column::fixed("Period"),
        Column::fixed("Rating"),
        Column::fixed("Direction"),
        Column::fixed("Code then").keep(20),
        Column::words("Note").keep(30),
    ];
    document.table(columns, rows);
}
