//! Completing an action, and taking a record out: what is asked before.

use super::called;
use crate::analysis::many::Setting;
use crate::analysis::referrers::referrers;
use crate::app::command::Command;
use crate::app::effect::Effect;
use crate::app::state::{Notice, Overlay, Question, State};
use crate::domain::action::{Action, ActionStatus};
use crate::domain::choice::Choice;
use crate::domain::edit::{ListPlace, Place, Step};
use crate::domain::form::{Draft, DraftError, Object, member_form};
use crate::domain::json::Json;
use crate::domain::kind::Kind;
use crate::domain::period::Period;
use crate::domain::record::Record as _;

/// How many referring records are named before a deletion.
const NAMED: usize = 5;

/// Asks whether the selected record shall go, and names what refers to it.
pub(in crate::app::update) fn ask_delete(state: &mut State) -> Vec<Effect> {
    if state.has_marks() {
        let back = state.key_of(Command::Back);
        state.notice = Some(Notice::warning(format!(
            "One record at a time is deleted; {back} lifts the marks first"
        )));
        return Vec::new();
    }
    let Some(record) = state.selected_record() else {
        return Vec::new();
    };
    let mut draft = Draft::new(state.workspace());
    let list = ListPlace::Records(record.kind);
    if let Err(refusal) = draft.remove(&list, record.id.as_str()) {
        state.notice = Some(Notice::warning(format!("Not deleted: {refusal}")));
        return Vec::new();
    }
    let Some(step) = draft.into_step("key D") else {
        return Vec::new();
    };
    let code = called(state, &record);
    let leaning = referrers(state.workspace(), &record);
    let names: Vec<String> = leaning
        .iter()
        .take(NAMED)
        .map(|it| called(state, it))
        .collect();
    let more = leaning.len().saturating_sub(NAMED);
    let refers = match (leaning.len(), more) {
        (0, _) => "Nothing refers to it.".to_owned(),
        (_, 0) => format!("{} would point nowhere.", names.join(", ")),
        _ => format!("{} and {more} more would point nowhere.", names.join(", ")),
    };
    state.overlays.push(Overlay::Question(Question::Do {
        words: format!("Delete {code}? {refers} u brings it back."),
        done: format!("{code} deleted"),
        step,
    }));
    Vec::new()
}

/// Completes the selected action in the period in view. In a past period it asks.
pub(in crate::app::update) fn ask_complete(state: &mut State) -> Vec<Effect> {
    if let Some(marked) = state.marked() {
        let completed = Setting::Status(ActionStatus::Completed);
        return super::super::many::show(state, "x", marked, completed);
    }
    let record = state.selected_record().filter(|it| it.kind == Kind::Action);
    let (Some(record), Some(period)) = (record, state.moment.period) else {
        state.notice = Some(Notice::warning(
            "The workspace has no current period to complete it in",
        ));
        return Vec::new();
    };
    let Some(action) = state.workspace().actions.get(record.id.as_str()).cloned() else {
        return Vec::new();
    };
    let code = called(state, &record);
    let step = match completed(state, &action, period) {
        Ok(Some(step)) => step,
        Ok(None) => {
            state.notice = Some(Notice::done(format!(
                "{code} is completed already in {period}"
            )));
            return Vec::new();
        }
        Err(error) => {
            state.notice = Some(Notice::error(format!("Not completed: {error}")));
            return Vec::new();
        }
    };
    let done = format!("{code} completed in {period}");
    if state.is_past() {
        state.overlays.push(Overlay::Question(Question::Do {
            words: format!("{period} is a past period. {done}: change it?"),
            step,
            done,
        }));
        return Vec::new();
    }
    super::super::change::make(state, &step, &done)
}

/// The step that completes an action: its progress entry of the period says so, reviewed today.
fn completed(state: &State, action: &Action, period: Period) -> Result<Option<Step>, DraftError> {
    let entry = action
        .progress
        .iter()
        .find(|it| it.period.read() == Some(period));
    let is = |status: &Choice<ActionStatus>| status.known() == Some(ActionStatus::Completed);
    if entry.is_some_and(|entry| entry.status.as_ref().is_some_and(is)) {
        return Ok(None);
    }
    let Some((list, form)) = member_form(Kind::Action) else {
        return Ok(None);
    };
    let today = state.moment.today.map(|day| Json::text(&day.to_string()));
    let status = Some(Json::text(ActionStatus::Completed.word()));
    let place = Place::record(Kind::Action, &action.id);
    let mut draft = Draft::new(state.workspace());
    if let Some(entry) = entry {
        let after = Object::of_record(entry).with("status", status);
        let reviewed = today.or_else(|| entry.get("reviewed"));
        let after = after.with("reviewed", reviewed);
        draft.change(&place.member(list, entry.period.text()), form, &after)?;
    } else {
        let earlier = |it: &crate::domain::action::Progress| {
            it.period.read().is_some_and(|other| other < period)
        };
        let at = action
            .progress
            .iter()
            .rposition(earlier)
            .map_or(0, |place| place + 1);
        let entry = Object::default()
            .with("period", Some(Json::text(&period.to_string())))
            .with("status", status)
            .with("reviewed", today);
        draft.insert(&ListPlace::Inside(place, list.to_owned()), &entry, Some(at))?;
    }
    Ok(draft.into_step("key x"))
}
