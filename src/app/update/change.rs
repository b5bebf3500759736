//! Making, undoing and redoing changes.

use std::sync::Arc;

use super::{approve, conflict, form, many, marks, period, round, saved};
use crate::analysis::counts::rating_counts;
use crate::analysis::index::Index;
use crate::analysis::moment::{Moment, periods};
use crate::analysis::naming::{code_of, title_of};
use crate::app::command::Command;
use crate::app::effect::Effect;
use crate::app::rows::{mark_lingering, refresh_all};
use crate::app::state::{Notice, Overlay, Question, State, Unread};
use crate::domain::edit::{Edit, ListPlace, Refusal, Step};
use crate::domain::entry::{Entry, Reverses};
use crate::domain::id::RecordRef;
use crate::domain::kind::Kind;
use crate::domain::trail::inverse_of;
use crate::report::trail::{edits_in_words, refusal_words};
use crate::search::catalogue::Catalogue;

/// Makes a change: shows it at once, sends it to the disk and remembers how to take it back.
/// `said` is what the message line says of it.
pub(super) fn make(state: &mut State, step: &Step, said: &str) -> Vec<Effect> {
    let approved = approve::approved(state, step);
    match take(state, step, said, Vec::new()) {
        Ok(()) => {
            let broken = approve::broken(state, &approved);
            let stays = if lingers(state) {
                "   ~ outside the filter"
            } else {
                ""
            };
            let undo = state.key_of(Command::Undo);
            let text = format!("{said}{broken}   {undo} undoes{stays}");
            state.notice = Some(Notice::done(text));
            saved::send(state)
        }
        // Somebody else's change came in after the user began with this one.
        Err(_) => conflict::decide(state, step, said, &[]),
    }
}

/// What a message calls a record: its code, else its title.
pub(super) fn called(state: &State, record: &RecordRef) -> String {
    let code = code_of(state.workspace(), record, state.moment);
    if code == record.id.as_str() {
        title_of(state.workspace(), record, state.moment)
    } else {
        code
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
/// `reverses` is what it takes back, if it does.
fn take(
    state: &mut State,
    step: &Step,
    said: &str,
    reverses: Vec<Arc<Entry>>,
) -> Result<(), Refusal> {
    let current = state.workspace().current_period.read();
    let in_current = current == state.moment.period;
    let applied = state
        .ledger
        .take(step.clone(), said.to_owned(), reverses, &state.who)?;
    if changes_workspace(step) {
        replaced(state);
        let now = state.workspace().current_period.read();
        if let Some(now) = now.filter(|now| in_current && Some(*now) != current) {
            // Who was in the current period goes on with it, there and back.
            period::show(state, now);
        }
    } else {
        touched(state, &applied.touched, Catalogue::depends_on(step));
        if changes_own_fields(step) {
            refresh_all(state);
        }
    }
    find_targets(state);
    Ok(())
}

/// Finds out what can be taken back now.
pub(super) fn find_targets(state: &mut State) {
    state.journal.find_targets(&state.ledger, &state.who);
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
    many::refresh(state);
    round::touched(state, records);
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
    marks::prune(state);
    refresh_all(state);
    let workspace = state.ledger.shown();
    state
        .pages
        .retain(|record| workspace.record(record.kind, record.id.as_str()).is_some());
    form::refresh(state);
    many::refresh(state);
    round::replaced(state);
}

/// Takes my newest change back, whenever and wherever I made it.
pub(super) fn undo(state: &mut State) -> Vec<Effect> {
    match state.journal.undo.clone() {
        Some(entry) => reverse(state, vec![entry]),
        None if state.journal.unread == Unread::Some => {
            state.journal.unread = Unread::Asked;
            state.journal.sought = true;
            state.notice = Some(Notice::warning(
                "Looking further back for a change of yours",
            ));
            vec![Effect::ReadBack]
        }
        None => Vec::new(),
    }
}

/// Makes the change again that I took back last.
pub(super) fn redo(state: &mut State) -> Vec<Effect> {
    match state.journal.redo.clone() {
        Some(entry) => reverse(state, vec![entry]),
        None => Vec::new(),
    }
}

/// Takes entries back, newest first, as one step; an undo among them is made again.
pub(super) fn reverse(state: &mut State, entries: Vec<Arc<Entry>>) -> Vec<Effect> {
    let Some(first) = entries.first().cloned() else {
        return Vec::new();
    };
    let again = matches!(first.reverses, Reverses::Undoes(_));
    let edits = if again {
        first.inverse("").edits
    } else {
        first.edits.clone()
    };
    let said = edits_in_words(&edits, state.workspace(), state.moment);
    let cause = match first.seq {
        0 => format!("undo of {}", first.cause),
        seq => format!("undo of {seq}"),
    };
    let (step, _) = inverse_of(&entries, cause);
    let (done, not_done) = if again {
        (
            format!(
                "Made again: {said}   {} undoes",
                state.key_of(Command::Undo)
            ),
            "Not made again",
        )
    } else {
        (
            format!(
                "Undone: {said}   {} makes it again",
                state.key_of(Command::Redo)
            ),
            "Not undone",
        )
    };
    match take(state, &step, &said, entries) {
        Ok(()) => {
            state.notice = Some(Notice::done(done));
            saved::send(state)
        }
        Err(refusal) => refused(state, not_done, &refusal),
    }
}

/// Changes further back in the journal were read.
pub(super) fn read_back(state: &mut State, entries: Vec<Arc<Entry>>, more: bool) -> Vec<Effect> {
    let sought = std::mem::take(&mut state.journal.sought);
    state.journal.read_back(entries, more);
    state.history.made_for = None;
    find_targets(state);
    if !sought {
        return Vec::new();
    }
    match (&state.journal.undo, more) {
        (Some(_), _) => {
            let undo = state.key_of(Command::Undo);
            state.notice = Some(Notice::done(format!("Found it; {undo} takes it back")));
        }
        (None, false) => state.notice = Some(Notice::warning("Nothing to undo")),
        (None, true) => return undo(state),
    }
    Vec::new()
}

/// No change further back could be read. What was read stays.
pub(super) fn unread(state: &mut State, reason: String) -> Vec<Effect> {
    state.journal.sought = false;
    state.journal.unread = Unread::Failed;
    state.notice = Some(Notice::warning(reason));
    Vec::new()
}
