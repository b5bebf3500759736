//! Forms: opening them for what is selected, or for a new record.

mod delete;
mod keep;
mod members;
mod typing;

use super::{finder, programme};
use crate::analysis::naming::{code_of, title_of};
use crate::app::effect::Effect;
use crate::app::form::{Asked, Form, Target};
use crate::app::state::{Notice, Overlay, Question, State};
use crate::domain::edit::{ListPlace, Place};
use crate::domain::form::{Object, form_of};
use crate::domain::id::{Id, RecordRef};
use crate::domain::json::Json;
use crate::domain::kind::Kind;
use crate::domain::unit::Unit;

pub(super) use delete::{ask_complete, ask_delete};
pub(super) use keep::{drop_form, keep};
pub(super) use members::add_update;
pub(super) use typing::{
    accept, ask_to_leave, back, edit_outside, edited, item_away, item_shift, new_item, next, paste,
    press, typed, vertical,
};

/// Opens the form of the selected record; of the workspace where all themes are selected.
pub(super) fn edit(state: &mut State) -> Vec<Effect> {
    if let Some(marked) = state.marked() {
        return super::many::choose(state, marked);
    }
    match state.edited_record() {
        Some(record) => open(state, "e", &record),
        None => Vec::new(),
    }
}

/// Opens the form of a record. While a past period is in view it asks first.
pub fn open(state: &mut State, key: &'static str, record: &RecordRef) -> Vec<Effect> {
    let Some(found) = state.workspace().record(record.kind, record.id.as_str()) else {
        state.notice = Some(Notice::warning(format!("{record} is not there any more")));
        return Vec::new();
    };
    let base = Object::of_record(found);
    let code = called(state, record);
    let heading = if state.is_past() {
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
    let asks = format!("The form shows and changes {code} as it is now, not as it stood then.");
    present(state, form.of(key, code), &asks)
}

/// Shows a form that was made; while a past period is in view it asks first, so that nobody takes
/// then for now.
fn present(state: &mut State, form: Form, what: &str) -> Vec<Effect> {
    let outside = form.key == "E";
    match state.moment.period.filter(|_| state.is_past()) {
        Some(period) => {
            let words = format!("{period} is a past period. {what} Open it?");
            state.overlays.push(Overlay::Question(Question::OpenForm {
                words,
                form: Box::new(form),
                outside,
            }));
            Vec::new()
        }
        None => show_form(state, Box::new(form), outside),
    }
}

/// Shows a form; its long text goes to the user's editor at once where that was asked for.
pub(super) fn show_form(state: &mut State, form: Box<Form>, outside: bool) -> Vec<Effect> {
    state.overlays.push(Overlay::Form(form));
    // Others may have changed the record while the question stood.
    refresh(state);
    if !outside {
        return Vec::new();
    }
    if let Some((form, asked)) = topmost(state)
        && let Some(fields) = form.fields_mut()
    {
        let mut fields_of = fields.fields.iter();
        let long = fields_of.find(|field| field.spec.entry.is_prose());
        if let Some(key) = long.map(|field| field.spec.key) {
            fields.go_to(key, &asked);
        }
    }
    edit_outside(state)
}

/// Opens the form of a new record of a kind. `given` holds its defaults: what is asked for is shown
/// and can be changed, the rest goes with the record. While a past period is in view it asks first.
pub fn open_new(state: &mut State, key: &'static str, kind: Kind, given: Object) -> Vec<Effect> {
    open_aligned(state, key, kind, given, None)
}

/// The same for an indicator that a priority is aligned with in the same step.
fn open_aligned(
    state: &mut State,
    key: &'static str,
    kind: Kind,
    given: Object,
    aligned_with: Option<Id>,
) -> Vec<Effect> {
    let form = form_of(kind);
    let target = Target::New {
        list: ListPlace::Records(kind),
        place: None,
    };
    let asked = asked(state, None);
    let one = form.one;
    let mut form = Form::new(target, form, given, format!("New {one}"), &asked);
    form.aligned_with = aligned_with;
    let about = format!("New {}", kind.word());
    let asks = match kind {
        Kind::Action => format!("The form is of a new {one} that its tracker carries."),
        _ => format!("The form is of a new {one} that is there from now on."),
    };
    present(state, form.of(key, about), &asks)
}

/// Opens the form of a new record of the focused list's kind, beside what is selected.
pub(super) fn new(state: &mut State) -> Vec<Effect> {
    let Some(kind) = state.listed_kind() else {
        return Vec::new();
    };
    let given = given_for(state, kind);
    let priority = state.trackers.priorities.selected.clone();
    let aligned_with = priority.filter(|_| kind == Kind::Indicator);
    open_aligned(state, "o", kind, given, aligned_with)
}

/// Opens the form of a new record of a kind, whatever list is in view.
pub(super) fn new_of(state: &mut State, kind: Kind) -> Vec<Effect> {
    if state.listed_kind() == Some(kind) {
        return new(state);
    }
    let given = given_for(state, kind);
    open_new(state, ":", kind, given)
}

/// Opens the form of the workspace itself.
pub(super) fn edit_workspace(state: &mut State) -> Vec<Effect> {
    open(state, ":", &RecordRef::new(Kind::Workspace, &Id::default()))
}

/// Opens the form of the period in view; of a new one where the file says nothing of it.
pub(super) fn edit_period(state: &mut State) -> Vec<Effect> {
    let Some(period) = state.moment.period else {
        return Vec::new();
    };
    let mut there = state.workspace().periods.iter();
    match there.find(|it| it.period.read() == Some(period)) {
        Some(found) => {
            let record = RecordRef::new(Kind::Period, &found.period.text().into());
            open(state, ":", &record)
        }
        None => new_of(state, Kind::Period),
    }
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
    if matches!(record.kind, Kind::Priority | Kind::Action) && state.moment.period.is_some() {
        members::open(state, "E", &record)
    } else {
        open(state, "E", &record)
    }
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

/// The topmost form, alone or of a task of the round, with what its fields are read against.
fn topmost(state: &mut State) -> Option<(&mut Form, Asked<'_>)> {
    let State {
        overlays,
        ledger,
        moment,
        ..
    } = state;
    let form = match overlays.last_mut()? {
        Overlay::Form(form) => form,
        Overlay::Round(round) => &mut round.open.as_mut()?.form,
        _ => return None,
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
