//! The update round: from task to task, each answer kept at once.

use super::{change, form, period};
use crate::analysis::round::{Person, Whose, is_known, nothing_to_report};
use crate::app::effect::Effect;
use crate::app::form::Input;
use crate::app::round::{Round, Seen};
use crate::app::state::{Notice, Overlay, Question, State};
use crate::domain::edit::Step;
use crate::domain::form::DraftError;
use crate::domain::id::RecordRef;
use crate::domain::rating::{Direction, Rating};

/// What the steps of a round are called in the history.
const CAUSE: &str = "key U";

/// Begins a round of the current period with the first thing that is missing, everybody's or mine. Where one is open
/// already, asks for the others' tasks too, or for mine alone.
pub(super) fn open(state: &mut State, mine: bool) -> Vec<Effect> {
    if let Some(round) = round(state) {
        let whose = match round.whose {
            Whose::All => Whose::Of(me(state)),
            Whose::Of(_) => Whose::All,
        };
        return switch(state, whose);
    }
    let Some(current) = state.workspace().current_period.read() else {
        return warn(
            state,
            "The workspace has no current period; set it with e on All themes",
        );
    };
    let whose = if mine {
        Whose::Of(me(state))
    } else {
        Whose::All
    };
    if !may_ask(state, &whose) {
        return Vec::new();
    }
    if state.moment.period != Some(current) {
        period::show(state, current);
    }
    let round = Round::new(whose, seen(state));
    if round.tasks.is_empty() {
        return warn(state, "This period asks for nothing");
    }
    state.overlays.push(Overlay::Round(Box::new(round)));
    Vec::new()
}

/// Who goes round, as the settings say.
fn me(state: &State) -> Person {
    Person {
        called: vec![state.who.name.clone()],
        role: state.who.role.clone(),
    }
}

/// Whether a round can be somebody's; says why not.
fn may_ask(state: &mut State, whose: &Whose) -> bool {
    let Whose::Of(person) = whose else {
        return true;
    };
    if is_known(state.workspace(), person) {
        return true;
    }
    let name = person.called.first().map_or("", String::as_str);
    let words = if name.is_empty() {
        "Who you are is not set: give your name or post in the settings (scrutineer config path)"
            .to_owned()
    } else {
        format!("No record names {name}; U goes round everybody's")
    };
    state.notice = Some(Notice::warning(words));
    false
}

fn switch(state: &mut State, whose: Whose) -> Vec<Effect> {
    if !kept_first(state) || !may_ask(state, &whose) {
        return Vec::new();
    }
    let others = Round::new(whose, seen(state));
    if let Some(Overlay::Round(round)) = state.overlays.last_mut() {
        **round = others;
    }
    Vec::new()
}

/// Whether nothing stands in the fields that would be lost; says so.
fn kept_first(state: &mut State) -> bool {
    let entered = round(state).map_or_else(Vec::new, Round::entered);
    if !entered.is_empty() {
        let words = format!("Keep or empty this first: {}", entered.join(", "));
        state.notice = Some(Notice::warning(words));
    }
    entered.is_empty()
}

/// The round, if it lies on top.
fn round(state: &State) -> Option<&Round> {
    match state.overlays.last() {
        Some(Overlay::Round(round)) => Some(round),
        _ => None,
    }
}

/// What a round looks at.
fn seen(state: &State) -> Seen<'_> {
    Seen {
        workspace: state.ledger.shown(),
        index: &state.index,
        moment: state.moment,
    }
}

/// Does something with the round, wherever it lies, and with what it looks at.
fn with_round(state: &mut State, act: impl FnOnce(&mut Round, Seen<'_>)) {
    let State {
        overlays,
        ledger,
        index,
        moment,
        ..
    } = state;
    let found = overlays.iter_mut().find_map(|overlay| match overlay {
        Overlay::Round(round) => Some(round),
        _ => None,
    });
    if let Some(round) = found {
        let seen = Seen {
            workspace: ledger.shown(),
            index,
            moment: *moment,
        };
        act(round, seen);
    }
}

/// These records were changed, here or by others.
pub(super) fn touched(state: &mut State, records: &[RecordRef]) {
    with_round(state, |round, seen| round.touched(records, seen));
}

/// The workspace is another one. A round that nobody looks at any more, since its period is not the one in
/// view, is worked out for the one that is.
pub(super) fn replaced(state: &mut State) {
    with_round(state, Round::replaced);
}

fn warn(state: &mut State, words: &str) -> Vec<Effect> {
    state.notice = Some(Notice::warning(words));
    Vec::new()
}

/// Enter: a new line in a text, else keeps and goes on.
pub(super) fn accept(state: &mut State) -> Vec<Effect> {
    let open = round(state).and_then(|round| round.open.as_ref());
    let focused = open.and_then(|open| open.form.fields()?.focused());
    match focused.map(|field| &field.input) {
        Some(Input::Area(_)) => form::accept(state),
        _ => go_on(state),
    }
}

/// Keeps what was entered and goes on with the next thing that is missing; behind the last one comes the
/// end, and from there it begins with the first one that was passed over.
pub(super) fn go_on(state: &mut State) -> Vec<Effect> {
    let Some(effects) = keep(state) else {
        return Vec::new();
    };
    with_round(state, |round, seen| {
        let from = if round.task().is_some() {
            round.at + 1
        } else {
            0
        };
        let next = round.next_open(from).unwrap_or(round.tasks.len());
        round.show(next, seen);
    });
    effects
}

/// Keeps what was entered and goes to the task beside, given or not.
pub(super) fn beside(state: &mut State, forward: bool) -> Vec<Effect> {
    let Some(effects) = keep(state) else {
        return Vec::new();
    };
    with_round(state, |round, seen| {
        let at = if forward {
            round.at + 1
        } else {
            round.at.saturating_sub(1)
        };
        round.show(at, seen);
    });
    effects
}

/// Keeps what was entered and goes to the next part of the round, or to the one before.
pub(super) fn part(state: &mut State, forward: bool) -> Vec<Effect> {
    let Some(effects) = keep(state) else {
        return Vec::new();
    };
    with_round(state, |round, seen| {
        let last = if forward { round.tasks.len() } else { 0 };
        let at = round.next_part(forward).unwrap_or(last);
        round.show(at, seen);
    });
    effects
}

/// Keeps what was entered as one step. None where that cannot be: the reason stands beside its field.
fn keep(state: &mut State) -> Option<Vec<Effect>> {
    let entered = round(state).map_or_else(Vec::new, Round::entered);
    if entered.is_empty() {
        return Some(Vec::new());
    }
    if let Some(reason) = state.file.read_only.clone() {
        state.notice = Some(Notice::error(format!("Not kept, read-only: {reason}")));
        return None;
    }
    let mut made: Result<Option<Step>, String> = Ok(None);
    with_round(state, |round, seen| {
        let Some(open) = round.open.as_mut() else {
            return;
        };
        let unit = open.form.unit.clone();
        let asked = crate::app::form::Asked::new(seen.workspace, seen.moment, unit);
        let object = match open.form.ground_mut() {
            Some(fields) => fields.object(&asked),
            None => return,
        };
        made = object.and_then(|object| {
            let step = open.entry.step(seen.workspace, &object, CAUSE);
            step.map_err(|error| error.to_string())
        });
    });
    match made {
        Ok(step) => Some(step.map_or_else(Vec::new, |step| done(state, &step, "kept"))),
        Err(words) => {
            let words = format!("Not kept yet: {words}");
            state.notice = Some(Notice::warning(words));
            None
        }
    }
}

/// Makes a step of the round.
fn done(state: &mut State, step: &Step, what: &str) -> Vec<Effect> {
    let record = round(state).and_then(|round| Some(round.task()?.record.clone()));
    let called = record.map_or_else(String::new, |record| change::called(state, &record));
    let said = format!("{called} {what}");
    let effects = change::make(state, step, &said);
    // In a field `u` is a letter.
    if let Some(notice) = &mut state.notice {
        notice.text = notice.text.replace("u undoes", "PgUp goes back to it");
    }
    effects
}

/// Says that there is nothing to report of the task in view, and goes on.
pub(super) fn nothing(state: &mut State) -> Vec<Effect> {
    if !kept_first(state) {
        return Vec::new();
    }
    let Some(task) = round(state).and_then(Round::task).cloned() else {
        return Vec::new();
    };
    let made: Result<Option<Step>, DraftError> =
        nothing_to_report(state.workspace(), state.moment, &task, CAUSE);
    let mut effects = match made {
        Ok(Some(step)) => done(state, &step, "has nothing to report"),
        Ok(None) => Vec::new(),
        Err(error) => return warn(state, &format!("Not kept: {error}")),
    };
    let notice = state.notice.take();
    effects.extend(go_on(state));
    state.notice = notice;
    effects
}

/// Chooses a rating in the fields of a tracker; true if one is in view.
pub(super) fn rate(state: &mut State, rating: Rating) -> bool {
    if round(state).is_some() && !state.workspace().scale().contains(&rating) {
        warn(state, &format!("{rating} is not on this workspace's scale"));
        return true;
    }
    choose(state, "rating", rating.word())
}

/// Chooses a direction; true if a tracker is in view.
pub(super) fn direct(state: &mut State, direction: Direction) -> bool {
    choose(state, "direction", direction.word())
}

fn choose(state: &mut State, key: &str, word: &str) -> bool {
    if round(state).is_none() {
        return false;
    }
    with_round(state, |round, seen| {
        let Some(open) = round.open.as_mut() else {
            return;
        };
        let asked = crate::app::form::Asked::new(seen.workspace, seen.moment, None);
        if let Some(fields) = open.form.fields_mut() {
            fields.set(key, word, &asked);
        }
    });
    true
}

/// Takes the last change back and shows what is missing again for it.
pub(super) fn undo(state: &mut State) -> Vec<Effect> {
    let Some(before) = round(state).map(|round| round.tasks.clone()) else {
        return change::undo(state);
    };
    let effects = change::undo(state);
    with_round(state, |round, seen| {
        let again = round.tasks.iter().zip(&before);
        let again = again.into_iter().position(|(now, then)| now != then);
        if let Some(at) = again {
            round.show(at, seen);
        }
    });
    effects
}

/// Hands the long text to the user's editor: the focused one, else the first.
pub(super) fn editor(state: &mut State) -> Vec<Effect> {
    with_round(state, |round, seen| {
        let Some(open) = round.open.as_mut() else {
            return;
        };
        let asked = crate::app::form::Asked::new(seen.workspace, seen.moment, None);
        if let Some(fields) = open.form.fields_mut() {
            let typed = fields
                .focused()
                .is_some_and(|field| matches!(field.input, Input::Line(_) | Input::Area(_)));
            let prose = fields
                .fields
                .iter()
                .find(|field| field.spec.entry.is_prose());
            if let (false, Some(key)) = (typed, prose.map(|field| field.spec.key)) {
                fields.go_to(key, &asked);
            }
        }
    });
    form::edit_outside(state)
}

/// Escape: leaves the round, to be resumed anywhere; asks where something was entered and is not kept.
pub(super) fn leave(state: &mut State) -> Vec<Effect> {
    let Some(round) = round(state) else {
        return Vec::new();
    };
    let entered = round.entered();
    if !entered.is_empty() {
        state.overlays.push(Overlay::Question(Question::DropForm {
            what: entered.join(", "),
            whole: true,
            then_quit: false,
        }));
        return Vec::new();
    }
    let missing = round.missing();
    state.overlays.pop();
    state.notice = Some(Notice::done(match missing {
        0 => "The round is done: nothing is missing".to_owned(),
        missing => format!("{missing} still missing; U goes on with them"),
    }));
    Vec::new()
}
