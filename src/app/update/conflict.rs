//! Deciding between my change and somebody else's.

use std::sync::Arc;

use super::change;
use crate::app::command::Command;
use crate::app::effect::Effect;
use crate::app::line::InputLine;
use crate::app::state::{
    Conflict, Leaving, Notice, Overlay, Refused, Stands, State, Weighed, weigh,
};
use crate::domain::edit::{Edit, Step};
use crate::domain::entry::Entry;
use crate::domain::id::RecordRef;
use crate::domain::json::Json;
use crate::report::trail::{by, refusal_words, value_words, when};

/// Steps of mine do not fit what somebody else made of the file. Where both can stand they do; where
/// they cannot the user is asked, behind whatever is open.
pub(super) fn met(state: &mut State, refused: Vec<Refused>, theirs: &[Arc<Entry>]) -> Vec<Effect> {
    let mut effects = Vec::new();
    for Refused { pending, why } in refused {
        if pending.reverses.is_empty() {
            effects.extend(decide(state, &pending.step, &pending.said, theirs));
            continue;
        }
        let why = refusal_words(&why, state.workspace(), state.moment);
        state.notice = Some(Notice::error(format!("Not undone: {why}")));
        stay(state);
    }
    effects
}

/// A step of mine does not fit: makes it fit where nothing is lost by it, and asks where something is.
pub(super) fn decide(
    state: &mut State,
    step: &Step,
    said: &str,
    theirs: &[Arc<Entry>],
) -> Vec<Effect> {
    let by = first_was(state, theirs, step);
    match weigh(state.workspace(), step) {
        Weighed::Same => {
            state.notice = Some(Notice::done(format!("{said}   {by} had done the same")));
            Vec::new()
        }
        Weighed::Both(step) => change::make(state, &step, said),
        Weighed::Decide(stands) => {
            state.conflicts.push_back(Conflict {
                step: step.clone(),
                said: said.to_owned(),
                by,
                stands,
            });
            stay(state);
            ask(state);
            Vec::new()
        }
    }
}

/// Who was first, and when: by the newest entry that touched what the step wants to change.
fn first_was(state: &State, theirs: &[Arc<Entry>], step: &Step) -> String {
    let wanted: Vec<RecordRef> = step.edits.iter().map(Edit::record).collect();
    let touches = |entry: &&Arc<Entry>| {
        let mut records = entry.edits.iter().map(Edit::record);
        records.any(|record| wanted.contains(&record))
    };
    let mut entries = theirs.iter().rev().chain(state.journal.entries());
    match entries.find(touches) {
        Some(entry) => format!("{}, {}", by(entry), when(entry)),
        None => "somebody else".to_owned(),
    }
}

/// What is not decided is seen before the program leaves.
fn stay(state: &mut State) {
    if state.leaving == Leaving::WhenSaved {
        state.leaving = Leaving::No;
    }
}

/// Shows what is to be decided, behind whatever is open.
fn ask(state: &mut State) {
    let is_shown = |overlay: &Overlay| matches!(overlay, Overlay::Conflict { .. });
    if state.conflicts.is_empty() || state.overlays.iter().any(is_shown) {
        return;
    }
    let said = state.conflicts.front().map_or("", |it| it.said.as_str());
    state.notice = Some(Notice::warning(if state.overlays.is_empty() {
        format!("Not changed yet: {said}")
    } else {
        "Somebody else was first; decide when this is closed".to_owned()
    }));
    state.overlays.insert(0, Overlay::Conflict { scroll: 0 });
}

/// The file is another one: what is to be decided is weighed anew.
pub(super) fn weigh_anew(state: &mut State) -> Vec<Effect> {
    let mut effects = Vec::new();
    for mut conflict in std::mem::take(&mut state.conflicts) {
        match weigh(state.workspace(), &conflict.step) {
            Weighed::Same => {}
            Weighed::Both(step) => effects.extend(change::make(state, &step, &conflict.said)),
            Weighed::Decide(stands) => {
                conflict.stands = stands;
                state.conflicts.push_back(conflict);
            }
        }
    }
    close(state);
    effects
}

/// Closes the question when there is nothing to decide any more; with another one, begins at its top.
fn close(state: &mut State) {
    let decided = state.conflicts.is_empty();
    state.overlays.retain_mut(|overlay| match overlay {
        Overlay::Conflict { scroll } => {
            *scroll = 0;
            !decided
        }
        Overlay::Merge { .. } => !decided,
        _ => true,
    });
}

/// Shows what is to be decided.
pub(super) fn open(state: &mut State) -> Vec<Effect> {
    state.overlays.push(Overlay::Conflict { scroll: 0 });
    Vec::new()
}

/// Keeps what somebody else made; mine is dropped.
pub(super) fn keep_theirs(state: &mut State) -> Vec<Effect> {
    if let Some(rest) = state.conflicts.front().and_then(without_theirs) {
        return put(state, &rest);
    }
    if let Some(conflict) = state.conflicts.pop_front() {
        let theirs = match &conflict.stands {
            Stands::Over { clashes, .. } => clashes.first().and_then(|it| it.theirs.as_ref()),
            Stands::Gone(_) => None,
        };
        let stays = theirs.map_or_else(
            || "theirs stays".to_owned(),
            |it| format!("{} stays", value_words(it)),
        );
        state.notice = Some(Notice::done(format!("Dropped: {}; {stays}", conflict.said)));
    }
    close(state);
    Vec::new()
}

/// What is left of a change of many records without those that somebody else changed; `None` where that
/// is nothing.
fn without_theirs(conflict: &Conflict) -> Option<Step> {
    let Stands::Over { step, clashes } = &conflict.stands else {
        return None;
    };
    let theirs = |edit: &Edit| clashes.iter().any(|it| it.at.record == edit.record());
    let edits: Vec<Edit> = step
        .edits
        .iter()
        .filter(|it| !theirs(it))
        .cloned()
        .collect();
    (!edits.is_empty()).then(|| Step::new(step.cause.clone(), edits))
}

/// Puts mine over what somebody else made; theirs stays in the history.
pub(super) fn put_mine(state: &mut State) -> Vec<Effect> {
    let Some(Stands::Over { step, .. }) = state.conflicts.front().map(|it| it.stands.clone())
    else {
        state.notice = Some(Notice::warning(
            "What you changed is not in the file any more; T lets yours go",
        ));
        return Vec::new();
    };
    put(state, &step)
}

/// Makes a step in the place of the first conflict.
fn put(state: &mut State, step: &Step) -> Vec<Effect> {
    let said = state
        .conflicts
        .pop_front()
        .map(|conflict| conflict.said)
        .unwrap_or_default();
    close(state);
    change::make(state, step, &said)
}

/// Opens a line with my text, to make one out of both. Only where the two are texts.
pub(super) fn open_merge(state: &mut State) -> Vec<Effect> {
    let mine = state.conflicts.front().and_then(Conflict::texts);
    let Some((mine, _)) = mine else {
        let [theirs, mine] = [Command::KeepTheirs, Command::PutMine].map(|it| state.key_of(it));
        state.notice = Some(Notice::warning(format!(
            "Only a text can be made out of both: {theirs} keeps theirs, {mine} puts yours"
        )));
        return Vec::new();
    };
    state.overlays.push(Overlay::Merge {
        line: InputLine::with(&mine),
    });
    Vec::new()
}

/// Takes the text that was made out of both.
pub(super) fn accept_merge(state: &mut State) -> Vec<Effect> {
    let Some(Overlay::Merge { line }) = state.overlays.pop() else {
        return Vec::new();
    };
    let text = line.text().trim();
    let front = state.conflicts.front().map(|it| it.stands.clone());
    let Some(Stands::Over { mut step, clashes }) = front else {
        return Vec::new();
    };
    let Some(clash) = clashes.first() else {
        return Vec::new();
    };
    for edit in &mut step.edits {
        if let Edit::Set {
            at, field, after, ..
        } = edit
            && (&*at, &*field) == (&clash.at, &clash.field)
        {
            *after = (!text.is_empty()).then(|| Json::text(text));
        }
    }
    put(state, &step)
}

/// How many changes are to be decided, in words.
pub(super) fn waiting(state: &State) -> Option<String> {
    match state.conflicts.len() {
        0 => None,
        1 => Some("one change met somebody else's and is not decided".to_owned()),
        more => Some(format!(
            "{more} changes met somebody else's and are not decided"
        )),
    }
}
