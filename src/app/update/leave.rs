//! Leaving, and questions.

use super::{change, conflict, form, history, many, rate, views};
use crate::app::effect::Effect;
use crate::app::state::{Leaving, Notice, Overlay, Question, State};

/// Leaves when everything is saved; waits for what is on its way.
pub(super) fn quit(state: &mut State) -> Vec<Effect> {
    if form::ask_to_leave(state) {
        return Vec::new();
    }
    let undecided = conflict::waiting(state);
    if let Some(reason) = state.ledger.blocked().map(str::to_owned).or(undecided) {
        ask(state, reason);
        return Vec::new();
    }
    if state.ledger.is_pending() {
        state.leaving = Leaving::WhenSaved;
        state.notice = Some(Notice::done("Saving; then the program leaves"));
        return Vec::new();
    }
    vec![Effect::Quit]
}

/// The terminal goes or the system ends: there is nobody left to ask.
pub(super) fn terminate(state: &mut State) -> Vec<Effect> {
    state.leaving = Leaving::Unattended;
    if state.ledger.is_pending() && state.ledger.blocked().is_none() {
        Vec::new()
    } else {
        vec![Effect::Quit]
    }
}

/// Asks whether to leave although something is not saved.
pub(super) fn ask(state: &mut State, reason: String) {
    state.leaving = Leaving::No;
    let asked =
        |overlay: &Overlay| matches!(overlay, Overlay::Question(Question::LeaveUnsaved { .. }));
    state.overlays.retain(|overlay| !asked(overlay));
    state
        .overlays
        .push(Overlay::Question(Question::LeaveUnsaved { reason }));
}

/// Yes to the topmost question.
pub(super) fn yes(state: &mut State) -> Vec<Effect> {
    if let Some(Overlay::Preview(_)) = state.overlays.last() {
        return many::accept(state);
    }
    let Some(Overlay::Question(question)) = state.overlays.pop() else {
        return Vec::new();
    };
    match question {
        Question::ChangePast {
            step,
            done,
            period,
            priority,
        } => {
            let effects = change::make(state, &step, &done);
            if let Some(priority) = priority {
                rate::remember(state, priority, period);
            }
            effects
        }
        Question::Do { step, done, .. } => {
            let effects = change::make(state, &step, &done);
            views::anew(state);
            effects
        }
        Question::ForgetView { name } => vec![Effect::ForgetView(name)],
        Question::OpenForm { form, outside, .. } => form::show_form(state, form, outside),
        Question::DropForm {
            whole, then_quit, ..
        } => form::drop_form(state, whole, then_quit),
        Question::Reverse { entry, .. } => history::reverse(state, entry),
        Question::LeaveUnsaved { .. } => vec![Effect::Quit],
        // They are answered with other keys.
        Question::ApproveAs { .. } | Question::ApproveMarked { .. } | Question::KeepView { .. } => {
            Vec::new()
        }
    }
}

/// No to the topmost question.
pub(super) fn no(state: &mut State) -> Vec<Effect> {
    state.overlays.pop();
    Vec::new()
}
