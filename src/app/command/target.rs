//! Whether there is something to do a command with: what the table asks of each.

use crate::analysis::many::Field;
use crate::analysis::round::Ask;
use crate::analysis::stage::{Next, walk};
use crate::app::document::behind;
use crate::app::state::{ListName, Overlay, Pane, Screen, StageWalk, State, Table, Unread, Way};
use crate::domain::form::member_form;
use crate::domain::id::RecordRef;
use crate::domain::kind::Kind;

/// A row that stands for a record, in a list, of a file that can be changed.
pub(super) fn markable(state: &State) -> Option<()> {
    state.selected_in_list()?;
    state
        .can_edit()
        .then_some(())
        .filter(|()| state.page().is_none())
}

pub(super) fn marked(state: &State) -> Option<()> {
    state.has_marks().then_some(())
}

/// Something that is followed until it is retired.
pub(super) fn retirable(state: &State) -> Option<()> {
    let fits = |record: RecordRef| Field::RetiredFrom.fits(record.kind).then_some(());
    let meant = marked(state).or_else(|| state.selected_record().and_then(fits));
    state.can_edit().then_some(()).and(meant)
}

/// Something that was retired.
pub(super) fn retired(state: &State) -> Option<()> {
    let ended = |record: RecordRef| {
        let found = state.workspace().record(record.kind, record.id.as_str())?;
        found.get("retired_from").map(|_| ())
    };
    let meant = marked(state).or_else(|| state.selected_record().and_then(ended));
    state.can_edit().then_some(()).and(meant)
}

/// A priority is selected, in its pane or on its page.
fn priority(state: &State) -> Option<()> {
    state.rated_priority().map(|_| ())
}

fn rateable_priority(state: &State) -> Option<()> {
    let marked = state.has_marks() && state.focused() == ListName::Pane(Pane::Priorities);
    priority(state).or(marked.then_some(()))
}

/// A priority that can be rated: the selected one, or marked ones.
pub(super) fn rateable(state: &State) -> Option<()> {
    state
        .can_edit()
        .then_some(())
        .and_then(|()| rateable_priority(state))
}

pub(super) fn writable(state: &State) -> Option<()> {
    state.can_edit().then_some(())
}

/// A period is in view, and the file can be written.
pub(super) fn dated(state: &State) -> Option<()> {
    writable(state).and_then(|()| state.moment.period.map(|_| ()))
}

/// Something that a form can change.
pub(super) fn editable(state: &State) -> Option<()> {
    writable(state).and_then(|()| state.edited_record().map(|_| ()))
}

/// A selected record that can be changed.
pub(super) fn changeable(state: &State) -> Option<()> {
    writable(state).and_then(|()| selection(state))
}

/// A selected record that gets updates, results or progress.
pub(super) fn updatable(state: &State) -> Option<()> {
    let record = state.selected_record().filter(|_| state.can_edit())?;
    member_form(record.kind).map(|_| ())
}

/// A list that can be added to.
pub(super) fn growable(state: &State) -> Option<()> {
    writable(state).and_then(|()| state.listed_kind().map(|_| ()))
}

/// A selected action that can be changed.
pub(super) fn open_action(state: &State) -> Option<()> {
    let action = state.selected_record().filter(|it| it.kind == Kind::Action);
    writable(state).and_then(|()| action.map(|_| ()))
}

pub(super) fn selection(state: &State) -> Option<()> {
    state.selected_record().map(|_| ())
}

/// There is a page, or one behind what is selected.
pub(super) fn paged(state: &State) -> Option<()> {
    state
        .page()
        .map(|_| ())
        .or_else(|| behind(state).map(|_| ()))
}

pub(super) fn openable(state: &State) -> Option<()> {
    let list = state.list(state.focused());
    list.selected.as_ref().map(|_| ())
}

/// There is a link on the page as it was drawn.
pub(super) fn linked(state: &State) -> Option<()> {
    let links = &state.regions.page.as_ref()?.links;
    (!links.is_empty()).then_some(())
}

/// A recommendation is selected, and the file can be written.
pub(super) fn stageable(state: &State) -> Option<()> {
    state.selected_recommendation()?;
    writable(state)
}

/// A line of the exceptions is selected, and the file can be written.
pub(super) fn answerable(state: &State) -> Option<()> {
    state.selected_exception()?;
    writable(state)
}

pub(super) fn with_columns(state: &State) -> Option<()> {
    let columns = &state.recommendations.matrix.cells.columns;
    (!columns.is_empty()).then_some(())
}

/// The questions of a stage, while they are asked.
fn questions(state: &State) -> Option<&StageWalk> {
    match state.overlays.last()? {
        Overlay::Stage(questions) => Some(questions),
        _ => None,
    }
}

pub(super) fn asking(state: &State) -> Option<()> {
    matches!(walk(&questions(state)?.answers), Next::Ask(_)).then_some(())
}

pub(super) fn answered(state: &State) -> Option<()> {
    (!questions(state)?.answers.is_empty()).then_some(())
}

pub(super) fn staged(state: &State) -> Option<()> {
    matches!(walk(&questions(state)?.answers), Next::Stage(_)).then_some(())
}

pub(super) fn grouped(state: &State) -> Option<()> {
    let list = state.list(state.focused());
    (list.headings.len() > 1).then_some(())
}

pub(super) fn counted(state: &State) -> Option<()> {
    state.overview.numbers().map(|_| ())
}

pub(super) fn movable(state: &State) -> Option<()> {
    let record = state.can_edit().then(|| state.selected_record())??;
    (record.kind == Kind::Item).then_some(())
}

pub(super) fn indicator(state: &State) -> Option<()> {
    let record = state.selected_record()?;
    (record.kind == Kind::Indicator).then_some(())
}

/// A tracker of the round is in view.
pub(super) fn tracker_in_round(state: &State) -> Option<()> {
    match state.overlays.last()? {
        Overlay::Round(round) => (round.task()?.ask == Ask::Tracker).then_some(()),
        _ => None,
    }
}

/// A task of the round is in view, not the end.
pub(super) fn task_in_view(state: &State) -> Option<()> {
    match state.overlays.last()? {
        Overlay::Round(round) => round.task().map(|_| ()),
        _ => None,
    }
}

pub(super) fn startable(state: &State) -> Option<()> {
    let current = state.workspace().current_period.read();
    state.can_edit().then_some(current?).map(|_| ())
}

pub(super) fn with_earlier(state: &State) -> Option<()> {
    state.period_beside(Way::Earlier).map(|_| ())
}

pub(super) fn with_later(state: &State) -> Option<()> {
    state.period_beside(Way::Later).map(|_| ())
}

pub(super) fn undoable(state: &State) -> Option<()> {
    let can = state.journal.undo.is_some() || state.journal.unread == Unread::Some;
    (state.can_edit() && can).then_some(())
}

pub(super) fn redoable(state: &State) -> Option<()> {
    (state.can_edit() && state.journal.redo.is_some()).then_some(())
}

pub(super) fn unsaved(state: &State) -> Option<()> {
    state.ledger.blocked().map(|_| ())
}

pub(super) fn completable(state: &State) -> Option<()> {
    let assist = match state.overlays.last() {
        Some(Overlay::Finder(finder)) => &finder.assist,
        Some(Overlay::Filter { assist, .. }) => assist,
        Some(Overlay::FileLine(line)) => return line.fits.first().map(|_| ()),
        _ => return None,
    };
    assist.options.first().map(|_| ())
}

pub(super) fn closable(state: &State) -> Option<()> {
    let choosing = matches!(state.overlays.as_slice(), [Overlay::Welcome(_)]);
    let open = !state.overlays.is_empty() && !choosing
        || state.page().is_some()
        || !state.trail.is_empty();
    let table =
        state.screen == Screen::Recommendations && state.recommendations.shown != Table::List;
    (open || table || state.has_marks() || state.list(state.focused()).is_filtered()).then_some(())
}

pub(super) fn can_reverse(state: &State) -> Option<()> {
    let entry = state.chosen_change()?;
    (state.can_edit() && !state.history.undone.contains(&entry.hash)).then_some(())
}

pub(super) fn undecided(state: &State) -> Option<()> {
    (!state.conflicts.is_empty()).then_some(())
}

pub(super) fn mine_fits(state: &State) -> Option<()> {
    state.conflicts.front()?.first().map(|_| ())
}

pub(super) fn both_texts(state: &State) -> Option<()> {
    state.conflicts.front()?.texts().map(|_| ())
}

pub(super) fn resized(state: &State) -> Option<()> {
    state.sizes.are_moved().then_some(())
}

pub(super) fn faulty(state: &State) -> Option<()> {
    (!state.file.faults.is_empty()).then_some(())
}
