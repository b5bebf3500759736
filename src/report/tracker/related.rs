//! What stands around a tracker: the recommendations that lean on it, the dates that moved, and
//! its earlier trackers.

use super::head;
use crate::analysis::index::Index;
use crate::analysis::moment::Moment;
use crate::analysis::naming::title_of;
use crate::analysis::slippage::slipped_of;
use crate::analysis::tracker::{Tracker, tracker};
use crate::domain::id::{Id, RecordRef};
use crate::domain::kind::Kind;
use crate::domain::priority::Priority;
use crate::domain::workspace::Workspace;
use crate::report::document::{Column, Document, Row, Span};
use crate::report::leaning;

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
    leaning::add(document, workspace, index, moment, &records);
}

/// The dates of its actions that moved, with every date that they had.
pub(super) fn add_slippage(
    document: &mut Document,
    workspace: &Workspace,
    index: &Index,
    moment: Moment,
    tracker: &Tracker,
) {
    let actions = index.actions_of(&tracker.priority.id).iter();
    let actions = actions.filter_map(|id| workspace.actions.get(id.as_str()));
    let moved = actions.flat_map(|action| slipped_of(workspace, index, moment, action));
    let rows: Vec<Row> = moved
        .map(|it| {
            let mut what = vec![Span::plain(title_of(workspace, &it.record, moment))];
            if !it.part.is_empty() {
                what.push(Span::dim(format!(": {}", it.part)));
            }
            let days = it.days.map_or("?".to_owned(), |days| days.to_string());
            Row {
                cells: vec![
                    what,
                    vec![Span::plain(it.dates.join(" > "))],
                    vec![Span::plain(days)],
                    vec![Span::plain(it.why)],
                ],
                record: Some(it.record),
            }
        })
        .collect();
    if rows.is_empty() {
        return;
    }
    document.section("Dates that moved", &rows.len().to_string());
    let columns = vec![
        Column::titles("Action"),
        Column::reasons("Dates"),
        Column::counts("Days"),
        Column::reasons("Why").keep(30),
    ];
    document.table(columns, rows);
}

/// The trackers of earlier periods, newest first: rating, direction, code of then, note, assessment.
pub(super) fn add_history(document: &mut Document, moment: Moment, priority: &Priority) {
    let earlier = priority.updates.iter().filter_map(|update| {
        let period = update.period.read()?;
        moment
            .period
            .is_none_or(|now| period < now)
            .then_some((period, update))
    });
    let mut earlier: Vec<_> = earlier
        .filter(|(_, update)| {
            let says = !update.summary.trim().is_empty();
            update.rating.is_some() || update.direction.is_some() || says
        })
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
                vec![Span::plain(update.summary.trim())],
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
    document.section("Earlier trackers", "");
    let columns = vec![
        Column::fixed("Period"),
        Column::fixed("Rating"),
        Column::fixed("Direction"),
        Column::fixed("Code then").keep(20),
        Column::reasons("Note").keep(30),
        Column::reasons("Assessment").keep(25),
    ];
    document.table(columns, rows);
}
