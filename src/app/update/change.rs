//! Making, undoing and redoing changes.

use super::{approve, conflict, form, saved};
use crate::analysis::counts::rating_counts;
use crate::analysis::index::Index;
use crate::analysis::moment::{Moment, periods};
use crate::app::effect::Effect;
use crate::app::rows::{mark_lingering, refresh_all};
use crate::app::state::{Notice, Overlay, Pending, Question, Refused, State, UndoEntry};
use crate::domain::edit::{Edit, ListPlace, Refusal, Step};
use crate::domain::id::RecordRef;
use crate::domain::kind::Kind;
use crate::report::trail::refusal_words;
use crate::search::catalogue::Catalogue;

/// Makes a change: shows it at once, sends it to the disk and remembers how to take it back.
/// `said` is what the message line says of it.
pub(super) fn make(state: &mut State, step: &Step, said: &str) -> Vec<Effect> {
    let approved = approve::approved(state, step);
    match take(state, step, said, false) {
        Ok(entry) => {
            state.undo.did(entry);
            let broken = approve::broken(state, &approved);
            let stays = if lingers(state) {
                "   ~ outside the filter"
            } else {
                ""
            };
            state.notice = Some(Notice::done(format!("{said}{broken}   u undoes{stays}")));
            saved::send(state)
        }
        Err(why) => {
            // Somebody else's change came in after the user began with this one.
            let pending = Pending {
                number: 0,
                step: step.clone(),
                said: said.to_owned(),
                takes_back: false,
            };
            conflict::met(state, vec![Refused { pending, why }], &[])
        }
    }
}

/// Makes a change of the period in view; in a past one it asks first.
pub(super) fn make_in_view(state: &mut State, step: Step, said: String) -> Vec<Effect> {
    match state.moment.period.filter(|_| state.is_past()) {
        Some(period) => {
            state.overlays.push(Overlay::Question(Question::ChangePast {
                step,
                done: said,
                period,
                priority: None,
            }));
            Vec::new()
        }
        None => make(state, &step, &said),
    }
}

/// Whether the selected row stands in its list only because it was there before.
fn lingers(state: &State) -> bool {
    let list = state.list(state.focused());
    list.selected
        .as_ref()
        .is_some_and(|id| list.lingering.contains(id))
}

fn refused(state: &mut State, what: &str, refusal: &Refusal) -> Vec<Effect> {
    let why = refusal_words(refusal, state.workspace(), state.moment);
    state.notice = Some(Notice::error(format!("{what}: {why}")));
    Vec::new()
}

/// Puts a step on top of what is shown, and brings up to date what depends on the records it touched.
/// Gives back what reverses it.
fn take(
    state: &mut State,
    step: &Step,
    said: &str,
    takes_back: bool,
) -> Result<UndoEntry, Refusal> {
    let (number, applied) = state
        .ledger
        .take(step.clone(), said.to_owned(), takes_back)?;
    if changes_workspace(step) {
        replaced(state);
    } else {
        touched(state, &applied.touched, Catalogue::depends_on(step));
        if changes_own_fields(step) {
            refresh_all(state);
        }
    }
    Ok(UndoEntry {
        said: said.to_owned(),
        inverse: applied.inverse,
        number,
    })
}

/// Whether a step changes a field of a record itself, and so perhaps which records the lists show.
/// Ratings are fields of trackers, so no row moves for them.
fn changes_own_fields(step: &Step) -> bool {
    let own = |edit: &Edit| matches!(edit, Edit::Set { at, .. } if at.members.is_empty());
    step.edits.iter().any(own)
}

/// Whether a step changes the workspace as a whole: a record comes, goes or takes another place, or
/// the period, the day or the scale is another one.
fn changes_workspace(step: &Step) -> bool {
    step.edits.iter().any(|edit| match edit {
        Edit::Set { at, .. } => at.record.kind == Kind::Workspace,
        Edit::Insert { list, .. } | Edit::Remove { list, .. } | Edit::Move { list, .. } => {
            matches!(list, ListPlace::Records(_))
        }
    })
}

/// Brings up to date what depends on these records. Rows stay where they are.
fn touched(state: &mut State, records: &[RecordRef], texts: bool) {
    if texts && Index::depends_on(records) {
        state.index = Index::new(state.ledger.shown()).into();
    }
    state.counts = rating_counts(state.ledger.shown(), state.moment);
    state.generation += 1;
    mark_lingering(state, records);
    form::refresh(state);
}

/// The workspace under the screen is another one now: everything derived is made anew. Selections
/// stay with their records.
pub(super) fn replaced(state: &mut State) {
    let workspace = state.ledger.shown();
    state.index = Index::new(workspace).into();
    state.periods = periods(workspace);
    state.moment = Moment::new(workspace, state.moment.period, state.as_of);
    state.counts = rating_counts(workspace, state.moment);
    state.generation += 1;
    refresh_all(state);
    let workspace = state.ledger.shown();
    state
        .pages
        .retain(|record| workspace.record(record.kind, record.id.as_str()).is_some());
    form::refresh(state);
}

/// Takes the newest change back.
pub(super) fn undo(state: &mut State) -> Vec<Effect> {
    let Some(entry) = state.undo.take_done() else {
        return Vec::new();
    };
    match take(state, &entry.inverse, &entry.said, true) {
        Ok(redo) => {
            state.notice = Some(Notice::done(format!(
                "Undone: {}   Ctrl-r makes it again",
                entry.said
            )));
            state.undo.undid(redo);
            saved::send(state)
        }
        Err(refusal) => refused(state, "Not undone", &refusal),
    }
}

/// Makes the change again that was taken back last.
pub(super) fn redo(state: &mut State) -> Vec<Effect> {
    let Some(entry) = state.undo.take_undone() else {
        return Vec::new();
    };
    match take(state, &entry.inverse, &entry.said, true) {
        Ok(undo) => {
            state.notice = Some(Notice::done(format!(
                "Made again: {}   u undoes",
                entry.said
            )));
            state.undo.redid(undo);
            saved::send(state)
        }
        Err(refusal) => refused(state, "Not made again", &refusal),
    }
}
