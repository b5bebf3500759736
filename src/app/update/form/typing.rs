//! Typing into a form: from field to field, into lists and out of them, through the user's editor.

use super::{keep, topmost};
use crate::app::command::Command;
use crate::app::effect::Effect;
use crate::app::form::{Form, Input, Level, Tone};
use crate::app::key::Key;
use crate::app::state::{Notice, Overlay, Question, State};
use crate::domain::form::Entry;

/// How wide a text of several lines is before one was drawn.
const USUAL_WIDTH: usize = 60;

fn columns(state: &State) -> usize {
    match state.regions.prose_width {
        0 => USUAL_WIDTH,
        width => width,
    }
}

/// A key that asks for nothing goes into the focused field.
pub(in crate::app::update) fn typed(state: &mut State, key: Key) -> Vec<Effect> {
    let columns = columns(state);
    if let Some((form, asked)) = topmost(state)
        && let Some(fields) = form.fields_mut()
        && let Some(field) = fields.focused_mut()
        && field.input.key(key, columns)
    {
        fields.changed(&asked);
    }
    Vec::new()
}

/// Pasted text goes into the focused field, never anywhere else.
pub(in crate::app::update) fn paste(state: &mut State, text: &str) -> Vec<Effect> {
    let taken = topmost(state).is_some_and(|(form, asked)| {
        let Some(fields) = form.fields_mut() else {
            return false;
        };
        let taken = fields
            .focused_mut()
            .is_some_and(|field| field.input.paste(text));
        fields.changed(&asked);
        taken
    });
    if !taken {
        state.notice = Some(Notice::warning(
            "Nothing was pasted: this field takes no such text, or it is too long",
        ));
    }
    Vec::new()
}

/// Goes to the next field, or the one before. A name that only one record fits is completed.
pub(in crate::app::update) fn next(state: &mut State, by: isize) -> Vec<Effect> {
    if let Some((form, asked)) = topmost(state)
        && let Some(fields) = form.fields_mut()
    {
        let doubtful = fields.focused().is_some_and(|field| {
            field.remark.tone == Tone::Trouble && !field.input.text().trim().is_empty()
        });
        if doubtful && fields.offers.len() == 1 {
            fields.take_offer(&asked);
        }
        fields.step(by, &asked);
    }
    Vec::new()
}

/// The mouse on a field, or on an item of a list: goes there; opens the item that is selected already.
pub(in crate::app::update) fn press(state: &mut State, place: usize) -> Vec<Effect> {
    let Some((form, _)) = topmost(state) else {
        return Vec::new();
    };
    let (at, opens) = match form.levels.last() {
        Some(Level::Fields(fields)) => (fields.focus, false),
        Some(Level::Items(items)) => (items.selected, items.selected == place),
        None => return Vec::new(),
    };
    let by = place.cast_signed() - at.cast_signed();
    match form.levels.last_mut() {
        Some(Level::Items(_)) if opens => accept(state),
        Some(Level::Items(items)) => {
            items.step(by);
            Vec::new()
        }
        _ if by == 0 => Vec::new(),
        _ => next(state, by),
    }
}

/// Up or down: in a list of offers, in a text, in a list, else from field to field.
pub(in crate::app::update) fn vertical(state: &mut State, by: isize) -> Vec<Effect> {
    let columns = columns(state);
    let Some((form, asked)) = topmost(state) else {
        return Vec::new();
    };
    match form.levels.last_mut() {
        Some(Level::Items(items)) => items.step(by),
        Some(Level::Fields(fields)) => {
            if fields.choose(by) {
                return Vec::new();
            }
            let key = if by < 0 { Key::Up } else { Key::Down };
            let area = fields
                .focused_mut()
                .and_then(|field| match &mut field.input {
                    Input::Area(area) => Some(area),
                    _ => None,
                });
            if !area.is_some_and(|area| area.key(key, columns)) {
                fields.step(by, &asked);
            }
        }
        None => {}
    }
    Vec::new()
}

/// Enter: a new line in a text, into a list or an object, takes an offer, goes on, and keeps on the
/// last field.
pub(in crate::app::update) fn accept(state: &mut State) -> Vec<Effect> {
    let columns = columns(state);
    let Some((form, asked)) = topmost(state) else {
        return Vec::new();
    };
    let Some(fields) = form.fields_mut() else {
        form.open(&asked);
        return Vec::new();
    };
    if fields.take_offer(&asked) {
        return Vec::new();
    }
    let is_last = fields.is_last();
    match fields.focused_mut().map(|field| &mut field.input) {
        Some(Input::Area(area)) => {
            area.key(Key::Enter, columns);
            fields.changed(&asked);
            Vec::new()
        }
        Some(Input::Nested(_)) => {
            open(form, &asked);
            Vec::new()
        }
        _ if !is_last => {
            fields.step(1, &asked);
            Vec::new()
        }
        _ => keep_level(state),
    }
}

/// Opens the object or list of the focused field. The unit that was typed counts for its figures.
fn open(form: &mut Form, asked: &crate::app::form::Asked<'_>) {
    if let Some(fields) = form.ground()
        && let Some(unit) = fields
            .fields
            .iter()
            .find(|it| matches!(it.spec.entry, Entry::Unit))
    {
        form.unit = crate::domain::unit::Unit::read_text(&unit.input.text()).or(form.unit.take());
    }
    let mut asked_there =
        crate::app::form::Asked::new(asked.workspace, asked.moment, form.unit.clone());
    asked_there.context.period = asked.context.period;
    form.open(&asked_there);
}

/// Enter on the last field: closes the level, or keeps the form.
fn keep_level(state: &mut State) -> Vec<Effect> {
    let Some((form, asked)) = topmost(state) else {
        return Vec::new();
    };
    if form.levels.len() < 2 {
        return keep(state);
    }
    form.close(&asked);
    Vec::new()
}

/// Escape: goes up a level with what was entered there; on the form itself asks before anything is
/// lost.
pub(in crate::app::update) fn back(state: &mut State) -> Vec<Effect> {
    let Some((form, asked)) = topmost(state) else {
        return Vec::new();
    };
    if form.levels.len() > 1 {
        if form.close(&asked) {
            return Vec::new();
        }
        state.overlays.push(Overlay::Question(Question::DropForm {
            what: "what cannot be kept here".to_owned(),
            whole: false,
            then_quit: false,
        }));
        return Vec::new();
    }
    let entered = form.entered();
    if entered.is_empty() {
        state.overlays.pop();
        return Vec::new();
    }
    state.overlays.push(Overlay::Question(Question::DropForm {
        what: entered.join(", "),
        whole: true,
        then_quit: false,
    }));
    Vec::new()
}

/// Asks before the program is left with something typed in a form; true if it asks.
pub(in crate::app::update) fn ask_to_leave(state: &mut State) -> bool {
    let forms = state.overlays.iter().filter_map(|overlay| match overlay {
        Overlay::Form(form) => Some(form.entered()),
        Overlay::Round(round) => Some(round.entered()),
        _ => None,
    });
    let entered: Vec<String> = forms.flatten().collect();
    if entered.is_empty() {
        return false;
    }
    let asks = |overlay: &Overlay| matches!(overlay, Overlay::Question(Question::DropForm { .. }));
    state.overlays.retain(|overlay| !asks(overlay));
    state.overlays.push(Overlay::Question(Question::DropForm {
        what: entered.join(", "),
        whole: true,
        then_quit: true,
    }));
    true
}

/// Adds an item to the open list.
pub(in crate::app::update) fn new_item(state: &mut State) -> Vec<Effect> {
    if let Some((form, asked)) = topmost(state) {
        if let Some(items) = form.items_mut() {
            items.selected = items.items.len();
        }
        form.open(&asked);
    }
    Vec::new()
}

/// Takes the selected item out of the list when the form is kept, or puts it back.
pub(in crate::app::update) fn item_away(state: &mut State) -> Vec<Effect> {
    if let Some(items) = topmost(state).and_then(|(form, _)| form.items_mut()) {
        items.toggle();
    }
    Vec::new()
}

/// Moves the selected item of a list.
pub(in crate::app::update) fn item_shift(state: &mut State, by: isize) -> Vec<Effect> {
    if let Some(items) = topmost(state).and_then(|(form, _)| form.items_mut()) {
        items.shift(by);
    }
    Vec::new()
}

/// Hands the focused text to the user's editor.
pub(in crate::app::update) fn edit_outside(state: &mut State) -> Vec<Effect> {
    let text = topmost(state).and_then(|(form, _)| {
        let field = form.fields()?.focused()?;
        match &field.input {
            Input::Area(area) => Some(area.text().to_owned()),
            Input::Line(line) => Some(line.text().to_owned()),
            Input::Choice(_) | Input::Nested(_) => None,
        }
    });
    let Some(text) = text else {
        state.notice = Some(Notice::warning(
            "This field has no text to write in an editor",
        ));
        return Vec::new();
    };
    vec![Effect::EditText(text)]
}

/// The editor has ended: what it left goes into the focused field. An emptied file asks for nothing:
/// the field is emptied, and kept only with the form.
pub(in crate::app::update) fn edited(
    state: &mut State,
    outcome: Result<String, String>,
) -> Vec<Effect> {
    let text = match outcome {
        Ok(text) => text,
        Err(reason) => {
            state.notice = Some(Notice::error(format!("{reason}; the field is as it was")));
            return Vec::new();
        }
    };
    let Some((form, asked)) = topmost(state) else {
        return Vec::new();
    };
    let Some(fields) = form.fields_mut() else {
        return Vec::new();
    };
    let taken = fields
        .focused_mut()
        .is_some_and(|field| field.input.replace(text.trim_end()));
    fields.changed(&asked);
    if !taken {
        return vec![Effect::KeepText(text)];
    }
    let (keep, back) = (state.key_of(Command::KeepForm), state.key_of(Command::Back));
    state.notice = Some(if text.trim().is_empty() {
        Notice::warning(format!(
            "The editor left an empty text; {keep} keeps it so, {back} keeps the form as it was"
        ))
    } else {
        Notice::done(format!("Taken from the editor; {keep} keeps the form"))
    });
    Vec::new()
}
