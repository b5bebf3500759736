//! Rating a priority in one key.

use super::change;
use crate::analysis::tracker::tracker;
use crate::app::effect::Effect;
use crate::app::line::InputLine;
use crate::app::state::{Notice, Overlay, Question, State};
use crate::domain::edit::{Step, set_in_update};
use crate::domain::id::Id;
use crate::domain::json::Json;
use crate::domain::period::Period;
use crate::domain::rating::{Direction, Rating};

/// Sets the rating of the selected priority in the period in view.
pub(super) fn rate(state: &mut State, rating: Rating) -> Vec<Effect> {
    if !state.workspace().scale().contains(&rating) {
        state.notice = Some(Notice::warning(format!(
            "{rating} is not on this workspace's scale"
        )));
        return Vec::new();
    }
    set(state, "rating", rating.word(), rating.letter())
}

/// Sets its direction of travel.
pub(super) fn direct(state: &mut State, direction: Direction) -> Vec<Effect> {
    set(state, "direction", direction.word(), direction.sign())
}

/// Sets a field of the tracker in view to a word.
fn set(state: &mut State, field: &str, word: &str, key: &str) -> Vec<Effect> {
    let Some((priority, period)) = rated(state) else {
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
    let code = if before.code.is_empty() {
        priority.as_str()
    } else {
        before.code
    };
    if was.as_deref() == Some(word) {
        state.notice = Some(Notice::done(format!(
            "{code} is {word} already in {period}"
        )));
        return Vec::new();
    }
    let was = was.as_deref().unwrap_or("not set");
    let said = match field {
        "rating" => format!("{code} rated {word} (was {was}) in {period}"),
        _ => format!("{code} {word} (direction was {was}) in {period}"),
    };
    let edits = set_in_update(record, period, &[(field, Some(Json::text(word)))]);
    let step = Step::new(format!("key {key}"), edits);
    if state.is_past() {
        state.overlays.push(Overlay::Question(Question::ChangePast {
            step,
            done: said,
            period,
            priority,
        }));
        return Vec::new();
    }
    let effects = change::make(state, &step, &said);
    remember(state, priority, period);
    effects
}

/// The priority and period that the keys would rate; says why not.
fn rated(state: &mut State) -> Option<(Id, Period)> {
    let priority = state.rated_priority()?;
    match state.moment.period {
        Some(period) => Some((priority, period)),
        None => {
            state.notice = Some(Notice::warning(
                "The workspace has no current period to rate in; set current_period first",
            ));
            None
        }
    }
}

/// Remembers what a note would go with.
pub(super) fn remember(state: &mut State, priority: Id, period: Period) {
    state.last_rated = Some((priority, period));
}

/// Opens the line for a note: with the rating just given, else with that of the selected priority.
pub(super) fn open_note(state: &mut State) -> Vec<Effect> {
    let selected = state.rated_priority();
    let just = state
        .last_rated
        .clone()
        .filter(|(priority, _)| selected.as_ref() == Some(priority));
    let Some((priority, period)) = just.or_else(|| rated(state)) else {
        return Vec::new();
    };
    let note = state
        .workspace()
        .priorities
        .get(priority.as_str())
        .and_then(|priority| {
            let update = priority
                .updates
                .iter()
                .find(|update| update.period.read() == Some(period))?;
            Some(update.rating_note.clone())
        });
    let line = InputLine::with(&note.unwrap_or_default());
    state.overlays.push(Overlay::Note {
        priority,
        period,
        line,
    });
    Vec::new()
}

/// Keeps the note that was typed; an empty one takes the note away.
pub(super) fn accept_note(state: &mut State) -> Vec<Effect> {
    let Some(Overlay::Note {
        priority,
        period,
        line,
    }) = state.overlays.pop()
    else {
        return Vec::new();
    };
    let Some(record) = state.workspace().priorities.get(priority.as_str()) else {
        return Vec::new();
    };
    let text = line.text().trim();
    let note = (!text.is_empty()).then(|| Json::text(text));
    let edits = set_in_update(record, period, &[("rating_note", note)]);
    if edits.is_empty() {
        return Vec::new();
    }
    let code = if record.code.is_empty() {
        priority.as_str()
    } else {
        &record.code
    };
    let said = format!(
        "{code} note {}, for {period}",
        if text.is_empty() {
            "taken away"
        } else {
            "kept"
        }
    );
    change::make(state, &Step::new("key n", edits), &said)
}
