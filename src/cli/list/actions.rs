//! Actions: when they are due, how they stand, what they are, who does them, for which priority.

use std::sync::Arc;

use crate::analysis::deadline::{Deadline, deadline, is_unreviewed, newest_status};
use crate::analysis::naming::code_of;
use crate::cli::desk::Desk;
use crate::cli::json::Object;
use crate::cli::record::head;
use crate::cli::table::{Column, Table};
use crate::domain::action::{Action, ActionStatus};
use crate::domain::id::RecordRef;
use crate::domain::kind::Kind;
use crate::domain::plan::Officer;

const COLUMNS: &[Column] = &[
    Column::Share(6),
    Column::Left,
    Column::Title,
    Column::Share(5),
    Column::Left,
];

fn find<'a>(desk: &'a Desk, record: &RecordRef) -> Option<&'a Arc<Action>> {
    desk.workspace.actions.get(record.id.as_str())
}

/// Due, status, title, officer, priority.
pub(super) fn table(desk: &Desk, records: &[RecordRef], _: Option<usize>) -> Table<'static> {
    let mut table = Table::new(COLUMNS);
    for action in records.iter().filter_map(|record| find(desk, record)) {
        let when = deadline(action, desk.moment);
        table.row([
            due(action, &when).as_str(),
            &status(desk, action, &when),
            &action.title,
            action.officers.first().map_or("", Officer::called),
            &priority(desk, action).unwrap_or_default(),
        ]);
    }
    table
}

/// A day, "ongoing", or the words that could not be read as a day.
fn due(action: &Action, when: &Deadline<'_>) -> String {
    match (when.shown_day(), &action.timescale) {
        (Some(day), _) => day.to_string(),
        (None, _) if when.open_ended => "ongoing".to_owned(),
        (None, Some(timescale)) if !timescale.text.is_empty() => timescale.text.clone(),
        (None, _) => "no date".to_owned(),
    }
}

/// How it stands; what was carried on and not reviewed since has the status of the period that gave it.
fn status(desk: &Desk, action: &Action, when: &Deadline<'_>) -> String {
    let unreviewed = is_unreviewed(action, when, desk.moment);
    match (when.status, newest_status(action, desk.moment)) {
        _ if when.is_overdue() => "late".to_owned(),
        (Some(status), Some((said, _))) if unreviewed => format!("{} in {said}", status.shown()),
        (Some(status), _) => status.shown().to_owned(),
        (None, _) if unreviewed => "not reviewed".to_owned(),
        (None, _) if when.stale => "stale".to_owned(),
        (None, _) => String::new(),
    }
}

/// The code of the priority that it serves.
fn priority(desk: &Desk, action: &Action) -> Option<String> {
    let record = RecordRef::new(Kind::Priority, &action.priority);
    (!action.priority.is_empty()).then(|| code_of(&desk.workspace, &record, desk.moment))
}

/// An action as JSON.
pub(super) fn json(desk: &Desk, record: &RecordRef) -> Object {
    let object = head(desk, record);
    let Some(action) = find(desk, record) else {
        return object;
    };
    let when = deadline(action, desk.moment);
    let officers: Vec<&str> = action.officers.iter().map(Officer::called).collect();
    object
        .with("due", &when.shown_day().map(|day| day.to_string()))
        .with("overdue", &when.is_overdue())
        .with("status", &when.status.map(ActionStatus::word))
        .with("officers", &officers)
        .with("priority", &priority(desk, action))
}
