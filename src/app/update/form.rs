//! Forms: opening them for what is selected, or for a new record.

mod delete;
mod keep;
mod members;
mod typing;

use super::{finder, programme};
use crate::analysis::naming::{code_of, title_of};
use crate::app::effect::Effect;
use crate::app::form::{Asked, Form, Target};
use crate::app::state::{Notice, Overlay, State};
use crate::domain::edit::{ListPlace, Place};
use crate::domain::form::{Object, form_of};
use crate::domain::id::RecordRef;
use crate::domain::json::Json;
use crate::domain::kind::Kind;
use crate::domain::unit::Unit;

pub(super) use delete::{ask_complete, ask_delete};
pub(super) use keep::{drop_form, keep};
pub(super) use members::add_update;
pub(super) use typing::{
    accept, ask_to_leave, back, edit_outside, edited, item_away, item_shift, new_item, next, paste,
    typed, vertical,
};

/// Opens the form of the selected record; of the workspace where all themes are selected.
pub(super) fn edit(state: &mut State) -> Vec<Effect> {
    match state.edited_record() {
        Some(record) => open(state, "e", &record),
        None => Vec::new(),
    }
}

/// Opens the form of a record.
pub fn open(state: &mut State, key: &'static str, record: &RecordRef) -> Vec<Effect> {
    let Some(found) = state.workspace().record(record.kind, record.id.as_str()) else {
        state.notice = Some(Notice::warning(format!("{record} is not there any more")));
        return Vec::new();
    };
    let base = Object::of_record(found);
    let code = called(state, record);
    let heading = if is_past_of_priority(state, record) {
        format!("{code} as it is now")
    } else {
        format!("Edit {code}")
    };
    let asked = asked(state, unit_of(state, record));
    let place = Place::record(record.kind, &record.id);
    let form = Form::new(
        Target::Existing(place),
        form_of(record.kind),
        base,
        heading,
        &asked,
    );
    state
        .overlays
        .push(Overlay::Form(Box::new(form.of(key, code))));
    Vec::new()
}

/// Whether a priority is seen as it stood in the past: its form changes what it is now.
fn is_past_of_priority(state: &State, record: &RecordRef) -> bool {
    record.kind == Kind::Priority && state.is_past()
}

/// Opens the form of a new record of a kind. `given` holds its defaults: what is asked for is shown
/// and can be changed, the rest goes with the record.
pub fn open_new(state: &mut State, key: &'static str, kind: Kind, given: Object) -> Vec<Effect> {
    let form = form_of(kind);
    let target = Target::New {
        list: ListPlace::Records(kind),
        place: None,
    };
    let asked = asked(state, None);
    let form = Form::new(target, form, given, format!("New {}", form.one), &asked);
    let about = format!("New {}", kind.word());
    state
        .overlays
        .push(Overlay::Form(Box::new(form.of(key, about))));
    Vec::new()
}

/// Opens the form of a new record of the focused list's kind, beside what is selected.
pub(super) fn new(state: &mut State) -> Vec<Effect> {
    let Some(kind) = state.listed_kind() else {
        return Vec::new();
    };
    let given = given_for(state, kind);
    let priority = state.trackers.priorities.selected.clone();
    let effects = open_new(state, "o", kind, given);
    if let (Kind::Indicator, Some(Overlay::Form(form))) = (kind, state.overlays.last_mut()) {
        form.aligned_with = priority;
    }
    effects
}

/// What a new record begins with: the theme, priority or board that is in view, and the period.
fn given_for(state: &State, kind: Kind) -> Object {
    let text = |text: &str| Some(Json::text(text)).filter(|_| !text.is_empty());
    let period = state.moment.period.map(|it| it.to_string());
    let period = period.as_deref().and_then(text);
    let theme = state.trackers.theme().and_then(|id| text(id.as_str()));
    let priority = state.trackers.priorities.selected.as_ref();
    let priority = priority.and_then(|id| text(id.as_str()));
    let given = Object::default();
    match kind {
        Kind::Priority => given.with("theme", theme),
        Kind::Action => {
            let trackers = period.and_then(|it| Json::of(&[it]).ok());
            given.with("priority", priority).with("trackers", trackers)
        }
        Kind::Item => programme::given_for_item(state),
        Kind::Highlight | Kind::Period | Kind::Answer => given.with("period", period),
        _ => given,
    }
}

/// Opens the form of what is selected with its long text in the user's editor.
pub(super) fn edit_text(state: &mut State) -> Vec<Effect> {
    let Some(record) = state.edited_record() else {
        return Vec::new();
    };
    let before = state.overlays.len();
    if matches!(record.kind, Kind::Priority | Kind::Action) && state.moment.period.is_some() {
        members::open(state, "E", &record);
    } else {
        open(state, "E", &record);
    }
    if state.overlays.len() == before {
        return Vec::new();
    }
    if let Some((form, asked)) = topmost(state)
        && let Some(fields) = form.fields_mut()
    {
        let long = fields
            .fields
            .iter()
            .find(|field| field.spec.entry.is_prose());
        if let Some(key) = long.map(|field| field.spec.key) {
            fields.go_to(key, &asked);
        }
    }
    edit_outside(state)
}

/// The code of a record, or what it is where it has none.
fn called(state: &State, record: &RecordRef) -> String {
    let code = code_of(state.workspace(), record, state.moment);
    match record.kind {
        Kind::Workspace => "the workspace".to_owned(),
        kind if code == record.id.as_str() => {
            let title = title_of(state.workspace(), record, state.moment);
            let title = if title.is_empty() { code } else { title };
            format!("{} {}", kind.word(), crate::text::truncate(&title, 40))
        }
        _ => code,
    }
}

/// What the figures of a record are measured in.
fn unit_of(state: &State, record: &RecordRef) -> Option<Unit> {
    let indicators = &state.workspace().indicators;
    (record.kind == Kind::Indicator)
        .then(|| indicators.get(record.id.as_str())?.unit.clone())
        .flatten()
}

/// What the fields of a form are read against.
fn asked(state: &State, unit: Option<Unit>) -> Asked<'_> {
    Asked::new(state.ledger.shown(), state.moment, unit)
}

/// The topmost form, with what its fields are read against.
fn topmost(state: &mut State) -> Option<(&mut Form, Asked<'_>)> {
    let State {
        overlays,
        ledger,
        moment,
        ..
    } = state;
    let Some(Overlay::Form(form)) = overlays.last_mut() else {
        return None;
    };
    let asked = Asked::new(ledger.shown(), *moment, form.unit.clone());
    Some((form, asked))
}

/// The workspace is another one: forms show what others changed, and keep what was typed.
pub(super) fn refresh(state: &mut State) {
    let State {
        overlays,
        ledger,
        moment,
        ..
    } = state;
    for overlay in overlays {
        let Overlay::Form(form) = overlay else {
            continue;
        };
        let Target::Existing(place) = &form.target else {
            continue;
        };
        let Some(record) = place.find(ledger.shown()) else {
            continue;
        };
        let base = Object::of_record(record);
        let asked = Asked::new(ledger.shown(), *moment, form.unit.clone());
        if let Some(fields) = form.ground_mut() {
            fields.refresh(base, &asked);
        }
    }
}

/// Goes to a record that was just made.
fn show(state: &mut State, record: &RecordRef) {
    finder::go_to(state, record);
}
