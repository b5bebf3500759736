//! Rating a priority in one key.

use super::{change, many, round};
use crate::analysis::joint::keeper;
use crate::analysis::many::Setting;
use crate::analysis::tracker::tracker;
use crate::app::effect::Effect;
use crate::app::line::InputLine;
use crate::app::state::{Notice, Overlay, Question, State};
use crate::domain::edit::{Edit, Step, set_in_update};
use crate::domain::id::Id;
use crate::domain::json::Json;
use crate::domain::period::Period;
use crate::domain::rating::{Direction, Rating};

/// Sets the rating of the selected priority in the period in view.
pub(super) fn rate(state: &mut State, rating: Rating) -> Vec<Effect> {
    if round::rate(state, rating) {
        return Vec::new();
    }
    if !state.workspace().scale().contains(&rating) {
        state.notice = Some(Notice::warning(format!(
            "{rating} is not on this workspace's scale"
        )));
        return Vec::new();
    }
    if let Some(marked) = state.marked() {
        return many::show(
            state,
            rating.letter(),
            marked,
            Setting::Rating(Some(rating)),
        );
    }
    set(state, "rating", rating.word(), rating.letter())
}

/// Sets its direction of travel.
pub(super) fn direct(state: &mut State, direction: Direction) -> Vec<Effect> {
    if round::direct(state, direction) {
        return Vec::new();
    }
    if let Some(marked) = state.marked() {
        let setting = Setting::Direction(Some(direction));
        return many::show(state, direction.sign(), marked, setting);
    }
    set(state, "direction", direction.word(), direction.sign())
}

/// Sets a field of the tracker in view to a word.
fn set(state: &mut State, field: &str, word: &str, key: &str) -> Vec<Effect> {
    let Some((priority, period)) = kept(state) else {
        return Vec::new();
    };
    let Some(record) = state.workspace().priorities.get(priority.as_str()) else {
        return Vec::new();
    };
    let before = tracker(record, state.moment);
    let was = before.update.and_then(|update| match field {
        "rating" => update
            .rating
            .as_ref()
            .map(|rating| rating.text().to_owned()),
        _ => update
            .direction
            .as_ref()
            .map(|direction| direction.text().to_owned()),
    });
    let code = called(before.code, &priority);
    let also = served(state, &priority);
    if was.as_deref() == Some(word) {
        state.notice = Some(Notice::done(format!(
            "{code} is {word} already in {period}{also}"
        )));
        return Vec::new();
    }
    let was = was.as_deref().unwrap_or("not set");
    let said = match field {
        "rating" => format!("{code} rated {word} (was {was}) in {period}{also}"),
        _ => format!("{code} {word} (direction was {was}) in {period}{also}"),
    };
    let edits = set_in_update(record, period, &[(field, Some(Json::text(word)))]);
    let step = Step::new(format!("key {key}"), edits);
    if state.is_past() {
        return ask(state, step, said, period, priority);
    }
    let effects = change::make(state, &step, &said);
    remember(state, priority, period);
    effects
}

/// The priority and period that the keys would rate; says why not.
pub(super) fn rated(state: &mut State) -> Option<(Id, Period)> {
    let priority = state.rated_priority()?;
    if state.moment.period.is_none() {
        state.notice = Some(Notice::warning(
            "The workspace has no current period to rate in; set current_period first",
        ));
    }
    Some((priority, state.moment.period?))
}

/// The same, of the priority with which the tracker stands: a joint one is changed there from each
/// of its priorities.
fn kept(state: &mut State) -> Option<(Id, Period)> {
    let (selected, period) = rated(state)?;
    let workspace = state.workspace();
    let record = workspace.priorities.get(selected.as_str())?;
    let keeper = keeper(workspace, &state.index, record, Some(period));
    Some((keeper.id.clone(), period))
}

/// Which priority was meant where the tracker of another serves it.
fn served(state: &State, keeper: &Id) -> String {
    let selected = state.rated_priority().filter(|it| it != keeper);
    let record = selected.and_then(|it| state.workspace().priorities.get(it.as_str()));
    record.map_or_else(String::new, |record| {
        let code = tracker(record, state.moment).code;
        format!(", and so {}", called(code, &record.id))
    })
}

/// Remembers what a note would go with.
pub(super) fn remember(state: &mut State, priority: Id, period: Period) {
    state.last_rated = Some((priority, period));
}

/// Opens the line for a note on the rating in view.
pub(super) fn open_note(state: &mut State) -> Vec<Effect> {
    let Some((priority, period)) = kept(state) else {
        return Vec::new();
    };
    let Some(record) = state.workspace().priorities.get(priority.as_str()) else {
        return Vec::new();
    };
    let tracker = tracker(record, state.moment);
    let given = tracker
        .update
        .filter(|update| update.rating.is_some() || update.direction.is_some());
    let Some(update) = given else {
        let code = called(tracker.code, &priority);
        state.notice = Some(Notice::warning(format!(
            "{code} has no rating in {period} yet: R A G rate, then n notes"
        )));
        return Vec::new();
    };
    let line = InputLine::with(&update.rating_note);
    let before = update.rating_note.clone();
    state.overlays.push(Overlay::Note {
        priority,
        period,
        before,
        line,
    });
    Vec::new()
}

/// Keeps the note that was typed; an empty one takes the note away. In a past period it asks, unless
/// the rating there was just given.
pub(super) fn accept_note(state: &mut State) -> Vec<Effect> {
    let Some(Overlay::Note {
        priority,
        period,
        before,
        line,
    }) = state.overlays.pop()
    else {
        return Vec::new();
    };
    let Some(record) = state.workspace().priorities.get(priority.as_str()) else {
        state.notice = Some(Notice::warning(
            "Not noted: somebody else took the priority out of the file",
        ));
        return Vec::new();
    };
    let text = line.text().trim();
    let note = |text: &str| (!text.is_empty()).then(|| Json::text(text));
    let mut edits = set_in_update(record, period, &[("rating_note", note(text))]);
    if edits.is_empty() || text == before {
        return Vec::new();
    }
    for edit in &mut edits {
        if let Edit::Set { before: was, .. } = edit {
            *was = note(&before);
        }
    }
    let code = called(tracker(record, state.moment).code, &priority);
    let what = if text.is_empty() {
        "taken away"
    } else {
        "kept"
    };
    let said = format!("{code} note {what}, for {period}");
    let step = Step::new("key n", edits);
    let just_rated = state.last_rated.as_ref() == Some(&(priority.clone(), period));
    if state.is_past() && !just_rated {
        return ask(state, step, said, period, priority);
    }
    change::make(state, &step, &said)
}

/// Asks before a past period is changed.
pub(super) fn ask(
    state: &mut State,
    step: Step,
    done: String,
    period: Period,
    priority: Id,
) -> Vec<Effect> {
    state.overlays.push(Overlay::Question(Question::ChangePast {
        step,
        done,
        period,
        priority: Some(priority),
    }));
    Vec::new()
}

/// The code of a priority, or its id where it has none.
pub(super) fn called<'a>(code: &'a str, priority: &'a Id) -> &'a str {
    if code.is_empty() {
        priority.as_str()
    } else {
        code
    }
}
