//! The rows of the exceptions: a row for each group and record, in the order of the rule.

use super::refresh_from;
use crate::analysis::exceptions::{Exception, Exceptions, Group, exceptions};
use crate::analysis::naming::{code_of, title_of};
use crate::app::state::{ExceptionRow, ListName, State};
use crate::domain::id::{Id, RecordRef};
use crate::domain::kind::Kind;
use crate::domain::plan::Answer;

/// Derives what needs attention, and its rows.
pub(super) fn derive(state: &mut State) {
    let found = exceptions(state.ledger.shown(), &state.index, state.moment, None);
    counted(state, &found);
    state.exceptions.order = found.lines.iter().map(row).collect();
    let lines = found.lines.into_iter();
    let lines = lines.map(|line| (row(&line), shown(state, line)));
    state.exceptions.lines = lines.collect();
    refresh_from(state, ListName::Exceptions);
}

/// In a file of more records than this the count would cost more than a key may; there it is known when
/// the screen was looked at.
const COUNTED_AT_ONCE: usize = 2000;

/// Counts what needs attention, for the name of the screen, if it is not known.
pub(super) fn count(state: &mut State) {
    let workspace = state.ledger.shown();
    let records = workspace.priorities.len() + workspace.indicators.len() + workspace.actions.len();
    let known = state.exceptions.counted_for == Some(state.generation);
    if known || records > COUNTED_AT_ONCE {
        return;
    }
    let found = exceptions(workspace, &state.index, state.moment, None);
    counted(state, &found);
}

fn counted(state: &mut State, found: &Exceptions) {
    state.exceptions.unanswered = found.unanswered();
    state.exceptions.counted_for = Some(state.generation);
}

/// One record can stand in several groups.
fn row(line: &Exception) -> Id {
    Id::new(&format!("{} {}", line.group.word(), line.record))
}

/// What the list shows of a line. An action is called by its priority: it has no code.
fn shown(state: &State, exception: Exception) -> ExceptionRow {
    let (workspace, moment) = (state.workspace(), state.moment);
    let record = &exception.record;
    let owner = workspace
        .actions
        .get(record.id.as_str())
        .filter(|_| record.kind == Kind::Action)
        .map(|action| RecordRef::new(Kind::Priority, &action.priority));
    let named = owner.as_ref().unwrap_or(record);
    let code = code_of(workspace, named, moment);
    let answer = exception.answer.as_ref();
    let answer = answer.and_then(|id| workspace.answers.get(id.as_str()));
    ExceptionRow {
        code: if code == named.id.as_str() {
            String::new()
        } else {
            code
        },
        title: title_of(workspace, record, moment),
        answer: answer.map_or_else(String::new, |answer| answered(answer)),
        exception,
    }
}

/// `answered by … 10 Nov: …`
fn answered(answer: &Answer) -> String {
    let by = if answer.by.is_empty() {
        String::new()
    } else {
        format!(" by {}", answer.by)
    };
    let on = answer.on.read().map_or_else(String::new, |day| {
        format!(" on {} {}", day.short(), day.year())
    });
    format!("answered{by}{on}: {}", answer.text)
}

/// Every line, in the order of the rule.
pub(super) fn rows(state: &State) -> Vec<Id> {
    state.exceptions.order.clone()
}

/// The headings: the titles of the groups, with how many of their lines are answered.
pub(super) fn group(state: &mut State) {
    let screen = &mut state.exceptions;
    let lines = &screen.lines;
    let group = |row: &Id| lines.get(row).map(|line| line.exception.group);
    screen
        .list
        .group(|row| group(row).map_or("", Group::title).to_owned());
    for heading in &mut screen.list.headings {
        let rows = screen.list.rows.iter().skip(heading.before);
        let lines = rows
            .take(heading.count)
            .filter_map(|row| screen.lines.get(row));
        let answered = lines.filter(|line| line.exception.answer.is_some()).count();
        if answered > 0 {
            heading.note = format!("{answered} answered");
        }
    }
}
