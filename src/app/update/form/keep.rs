//! Keeping a form: one step, whatever was entered in it.

use super::super::{change, leave, many, round};
use super::{show, topmost};
use crate::app::effect::Effect;
use crate::app::form::{Form, Target};
use crate::app::state::{Notice, Overlay, State};
use crate::domain::edit::{Edit, ListPlace, Place, Refusal, Step};
use crate::domain::form::{Draft, DraftError, Object};
use crate::domain::id::{Id, RecordRef};
use crate::domain::json::Json;
use crate::domain::kind::Kind;
use crate::domain::workspace::Workspace;

/// Keeps the form as one step; in the round the task, and goes on. What cannot be kept is told beside its field, and the form stays.
pub(in crate::app::update) fn keep(state: &mut State) -> Vec<Effect> {
    if let Some(Overlay::Round(_)) = state.overlays.last() {
        return round::go_on(state);
    }
    if let Some(reason) = &state.file.read_only {
        state.notice = Some(Notice::error(format!("Not kept, read-only: {reason}")));
        return Vec::new();
    }
    let Some((form, asked)) = topmost(state) else {
        return Vec::new();
    };
    while form.levels.len() > 1 {
        if !form.close(&asked) {
            state.notice = Some(Notice::warning(
                "Not kept yet: look at the field in question",
            ));
            return Vec::new();
        }
    }
    let Some(fields) = form.ground_mut() else {
        return Vec::new();
    };
    let entered = fields.object(&asked);
    if let (Target::Many { field, marked }, Ok(object)) = (&form.target, &entered) {
        let (key, field, marked) = (form.key, *field, marked.clone());
        return many::entered(state, key, field, &marked, object).unwrap_or_else(|| {
            state.notice = Some(Notice::warning("Not yet: say what they are to have"));
            Vec::new()
        });
    }
    let made = match entered {
        Ok(object) => steps(form, &object, asked.workspace).map_err(|error| error.to_string()),
        Err(words) => Err(words),
    };
    match made {
        Ok((step, record)) => {
            let about = form.about.clone();
            let is_new = matches!(form.target, Target::New { .. });
            done(state, step, is_new.then_some(record), &about)
        }
        Err(words) => {
            state.notice = Some(Notice::warning(format!("Not kept yet: {words}")));
            Vec::new()
        }
    }
}

/// The step that a filled-in form amounts to, and the record that it is about.
fn steps(
    form: &Form,
    object: &Object,
    workspace: &Workspace,
) -> Result<(Option<Step>, RecordRef), DraftError> {
    let mut draft = Draft::new(workspace);
    let record = match &form.target {
        Target::Existing(place) => {
            draft.change(place, form.described, object)?;
            place.record.clone()
        }
        Target::New { list, place } => {
            let key = draft.insert(list, object, *place)?;
            match list {
                ListPlace::Records(kind) => RecordRef::new(*kind, &Id::new(&key)),
                ListPlace::Inside(place, _) => place.record.clone(),
            }
        }
        // It becomes a preview, and no step of its own.
        Target::Many { marked, .. } => {
            let gone = || Refusal::Gone(form.about.clone());
            marked.records.first().cloned().ok_or_else(gone)?
        }
    };
    if let Some(priority) = &form.aligned_with {
        align(&mut draft, priority, &record.id, workspace)?;
    }
    Ok((draft.into_step(format!("key {}", form.key)), record))
}

/// Puts a new indicator at the end of those that a priority is aligned with.
fn align(
    draft: &mut Draft,
    priority: &Id,
    indicator: &Id,
    workspace: &Workspace,
) -> Result<(), DraftError> {
    let Some(record) = workspace.priorities.get(priority.as_str()) else {
        return Ok(());
    };
    let mut aligned = record.indicators.clone();
    aligned.push(indicator.clone());
    let after = Object::of_record(&**record).with("indicators", Json::of(&aligned).ok());
    let form = crate::domain::form::form_of(Kind::Priority);
    draft.change(&Place::record(Kind::Priority, priority), form, &after)
}

/// The form is kept: makes the step and shows what is new.
fn done(state: &mut State, step: Option<Step>, new: Option<RecordRef>, about: &str) -> Vec<Effect> {
    state.overlays.pop();
    let Some(step) = step else {
        state.notice = Some(Notice::done(format!("{about}: nothing was changed")));
        return Vec::new();
    };
    let what = if new.is_some() { "added" } else { "changed" };
    let kept = kept_code(&step).unwrap_or_default();
    let effects = change::make(state, &step, &format!("{about} {what}{kept}"));
    if let Some(record) = new.filter(|_| !effects.is_empty() || state.ledger.is_pending()) {
        let notice = state.notice.take();
        if state.selected_record().as_ref() != Some(&record) {
            show(state, &record);
        }
        state.notice = notice;
    }
    effects
}

/// What is said of a code that the record had and keeps as a former one.
fn kept_code(step: &Step) -> Option<String> {
    let mut edits = step.edits.iter();
    if !edits.any(|edit| matches!(edit, Edit::Set { field, .. } if field == "code")) {
        return None;
    }
    step.edits.iter().find_map(|edit| match edit {
        Edit::Insert {
            list: ListPlace::Inside(_, name),
            key,
            value,
            ..
        } if name == "former_codes" => {
            let code = Object::of(value).text("code");
            Some(format!("; {code} stays its code of {key}"))
        }
        _ => None,
    })
}

/// The user lets go of what was typed: of the open level, or of the whole form.
pub(in crate::app::update) fn drop_form(
    state: &mut State,
    whole: bool,
    then_quit: bool,
) -> Vec<Effect> {
    match state.overlays.last_mut() {
        Some(Overlay::Form(form)) if !whole => form.drop_level(),
        Some(Overlay::Form(_) | Overlay::Round(_)) => drop(state.overlays.pop()),
        _ => {}
    }
    if then_quit {
        leave::quit(state)
    } else {
        Vec::new()
    }
}
