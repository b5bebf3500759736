//! The history: who changed what, and taking any of it back.

use std::sync::Arc;

use super::{change, follow};
use crate::app::effect::Effect;
use crate::app::rows::filter_anew;
use crate::app::state::{ListName, Notice, Overlay, Question, Screen, State, Unread, Verification};
use crate::domain::edit::Edit;
use crate::domain::entry::Entry;
use crate::report::trail::{by, sentence, when};

/// So many rows before the end of what was read, older changes are read.
const AHEAD: usize = 200;

/// What the screen needs from outside while it is in view: older changes, and whether all of it holds.
pub(super) fn wanted(state: &mut State) -> Vec<Effect> {
    if state.screen != Screen::History {
        return Vec::new();
    }
    let mut effects = Vec::new();
    if state.history.verification == Verification::Unknown {
        effects.extend(verify(state));
    }
    effects.extend(read_on(state));
    effects
}

/// Asks for older changes where they may come into view, or where all are needed.
pub(super) fn read_on(state: &mut State) -> Vec<Effect> {
    if state.screen != Screen::History || state.journal.unread != Unread::Some {
        return Vec::new();
    }
    let list = &state.history.list;
    let left = list.rows.len() - list.place().unwrap_or(0).min(list.rows.len());
    if left > AHEAD && !state.history.wants_all() {
        return Vec::new();
    }
    state.journal.unread = Unread::Asked;
    vec![Effect::ReadBack]
}

/// Verifies the journal once more.
pub(super) fn verify(state: &mut State) -> Vec<Effect> {
    state.history.verification = Verification::Running;
    vec![Effect::Verify]
}

/// Whether every entry holds is known.
pub(super) fn verified(state: &mut State, found: Verification) -> Vec<Effect> {
    if let Verification::Broken(why) = &found {
        state.notice = Some(Notice::error(format!("The journal does not hold: {why}")));
    }
    state.history.verification = found;
    Vec::new()
}

/// Shows the rows together by something else.
pub(super) fn regroup(state: &mut State) -> Vec<Effect> {
    state.history.grouping = state.history.grouping.next();
    filter_anew(state, ListName::History);
    let word = state.history.grouping.word();
    state.notice = Some(Notice::done(format!("By {word}")));
    Vec::new()
}

/// Shows the changes of the selected record; `Esc` comes back.
pub(super) fn of_record(state: &mut State) -> Vec<Effect> {
    let Some(record) = state.selected_record() else {
        return Vec::new();
    };
    state.history.about = Some(record);
    state.history.list.filter.clear();
    state.pages.clear(Screen::History);
    follow::jump(state, Screen::History);
    state.history.made_for = None;
    Vec::new()
}

/// Shows the changes of all records again; true if only one's were shown.
pub(super) fn of_all(state: &mut State) -> bool {
    if state.screen != Screen::History || state.history.about.take().is_none() {
        return false;
    }
    state.history.made_for = None;
    true
}

/// Asks whether to take the chosen change back, whoever made it.
pub(super) fn ask(state: &mut State) -> Vec<Effect> {
    let Some(entry) = state.chosen_change().cloned() else {
        return Vec::new();
    };
    if entry.edits.is_empty() {
        state.notice = Some(Notice::warning(
            "It changed nothing that could be taken back",
        ));
        return Vec::new();
    }
    let said = sentence(&entry, state.workspace(), state.moment);
    let others = match entry.edits.iter().map(Edit::record).collect::<Vec<_>>() {
        records if records.len() > 1 => format!(" ({} edits)", records.len()),
        _ => String::new(),
    };
    let words = format!("{said}{others}, by {}, {}", by(&entry), when(&entry));
    state
        .overlays
        .push(Overlay::Question(Question::Reverse { entry, words }));
    Vec::new()
}

/// Takes a change back, whoever made it.
pub(super) fn reverse(state: &mut State, entry: Arc<Entry>) -> Vec<Effect> {
    change::reverse(state, vec![entry])
}
