//! Answering a line of the exceptions: the officer's reason, kept for the period in view.

use super::change;
use crate::analysis::exceptions::answer_step;
use crate::app::effect::Effect;
use crate::app::line::InputLine;
use crate::app::state::{Notice, Overlay, State};
use crate::domain::edit::Step;

/// Opens the line for an answer, with the one that is there already.
pub(super) fn open(state: &mut State) -> Vec<Effect> {
    let Some(exception) = state.selected_exception().cloned() else {
        return Vec::new();
    };
    let held = exception.answer.as_ref();
    let held = held.and_then(|id| state.workspace().answers.get(id.as_str()));
    let line = InputLine::with(held.map_or("", |answer| answer.text.as_str()));
    state.overlays.push(Overlay::Answer { exception, line });
    Vec::new()
}

/// Keeps what was typed; an empty line takes the answer away.
pub(super) fn accept(state: &mut State) -> Vec<Effect> {
    let Some(Overlay::Answer { exception, line }) = state.overlays.pop() else {
        return Vec::new();
    };
    let workspace = state.workspace();
    let record = &exception.record;
    if workspace.record(record.kind, record.id.as_str()).is_none() {
        state.notice = Some(Notice::warning(
            "Not answered: somebody else took that out of the file",
        ));
        return Vec::new();
    }
    let given = answer_step(
        workspace,
        &exception,
        state.moment.period,
        line.text(),
        &state.who.to_string(),
        state.moment.today,
    );
    if given.edits.is_empty() {
        return Vec::new();
    }
    let step = Step::new("key a", given.edits);
    let code = change::called(state, record);
    let what = if line.text().trim().is_empty() {
        "answer taken away"
    } else {
        "answered"
    };
    let period = state.moment.period;
    let period = period.map_or_else(String::new, |period| format!(", for {period}"));
    change::make_in_view(state, step, format!("{code} {what}{period}"))
}
