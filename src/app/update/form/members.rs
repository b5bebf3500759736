//! What `i` adds: the tracker, result or progress of the period in view, an update of a
//! recommendation. What is there already for the period is changed instead.

use super::{asked, called, present, unit_of};
use crate::analysis::joint::keeper;
use crate::app::effect::Effect;
use crate::app::form::{Form, Target};
use crate::app::state::{Notice, State};
use crate::domain::edit::{ListPlace, Place};
use crate::domain::form::{Object, member_form};
use crate::domain::id::RecordRef;
use crate::domain::indicator::{Indicator, ResultFigure, reported};
use crate::domain::json::Json;
use crate::domain::kind::Kind;
use crate::domain::period::Period;
use crate::domain::record::{Member, Record};
use crate::domain::stated::Stated;

/// Opens the form for an update, result or progress of what is selected.
pub(in crate::app::update) fn add_update(state: &mut State) -> Vec<Effect> {
    match state.selected_record() {
        Some(record) => open(state, "i", &record),
        None => Vec::new(),
    }
}

/// What is entered: the member that is there, or where a new one goes and with what; what it was
/// before, and in which period.
#[derive(Default)]
struct Entered {
    /// The key of the member that is there.
    key: Option<String>,
    /// What it holds, or what a new one begins with.
    base: Object,
    /// The place of a new one.
    place: Option<usize>,
    /// The period before with what it held.
    before: Option<(Period, Object)>,
}

/// Opens the form for an update, result or progress of a record.
pub(super) fn open(state: &mut State, key: &'static str, record: &RecordRef) -> Vec<Effect> {
    let Some((list, form)) = member_form(record.kind) else {
        return Vec::new();
    };
    if record.kind != Kind::Recommendation && state.moment.period.is_none() {
        return said(
            state,
            "The workspace has no current period; set it with e on All themes".to_owned(),
        );
    }
    let record = &kept_with(state, record);
    let Some(entered) = entered(state, record) else {
        return said(state, format!("{record} is not there any more"));
    };
    let place = Place::record(record.kind, &record.id);
    let target = match &entered.key {
        Some(key) => Target::Existing(place.member(list, key)),
        None => Target::New {
            list: ListPlace::Inside(place, list.to_owned()),
            place: entered.place,
        },
    };
    let code = called(state, record);
    let period = state
        .moment
        .period
        .filter(|_| record.kind != Kind::Recommendation);
    let when = period.map_or_else(String::new, |period| format!(" for {period}"));
    let past = if state.is_past() && period.is_some() {
        ", a past period"
    } else {
        ""
    };
    let one = form.one;
    let mut heading = format!("{one} of {code}{when}{past}");
    heading.replace_range(..1, &one.get(..1).unwrap_or_default().to_uppercase());
    let asked = asked(state, unit_of(state, record));
    let mut form = Form::new(target, form, entered.base, heading, &asked)
        .of(key, format!("{code} {one}{when}"));
    if let (Some((period, before)), Some(fields)) = (&entered.before, form.ground_mut()) {
        fields.set_beside(&period.to_string(), before, &asked);
    }
    let asks = match period {
        Some(_) => format!("The form changes what was reported of {code} then."),
        None => format!("The form is of an {one} of {code} from now on."),
    };
    present(state, form, &asks)
}

fn said(state: &mut State, words: String) -> Vec<Effect> {
    state.notice = Some(Notice::warning(words));
    Vec::new()
}

/// The record that holds what is entered: a joint tracker stands with one of its priorities.
fn kept_with(state: &State, record: &RecordRef) -> RecordRef {
    let priority = state.workspace().priorities.get(record.id.as_str());
    let (Kind::Priority, Some(priority)) = (record.kind, priority) else {
        return record.clone();
    };
    let keeper = keeper(
        state.workspace(),
        &state.index,
        priority,
        state.moment.period,
    );
    RecordRef::new(Kind::Priority, &keeper.id)
}

fn entered(state: &State, record: &RecordRef) -> Option<Entered> {
    let workspace = state.workspace();
    let id = record.id.as_str();
    let period = state.moment.period;
    match record.kind {
        Kind::Priority => {
            let updates = &workspace.priorities.get(id)?.updates;
            Some(by_period(updates, |it| &it.period, period?))
        }
        Kind::Action => {
            let progress = &workspace.actions.get(id)?.progress;
            let mut entered = by_period(progress, |it| &it.period, period?);
            if entered.key.is_none() {
                let today = state.moment.today.map(|day| Json::text(&day.to_string()));
                entered.base.set("reviewed", today);
            }
            Some(entered)
        }
        Kind::Indicator => Some(result(workspace.indicators.get(id)?, period?)),
        Kind::Recommendation => {
            workspace.recommendations.get(id)?;
            let today = state.moment.today.map(|day| Json::text(&day.to_string()));
            Some(Entered {
                base: Object::default().with("at", today),
                ..Entered::default()
            })
        }
        _ => None,
    }
}

/// The member of a period in a list that is kept oldest first.
fn by_period<T: Member>(
    members: &[T],
    of: impl Fn(&T) -> &Stated<Period>,
    period: Period,
) -> Entered {
    let at = |member: &T| of(member).read();
    let there = members.iter().find(|member| at(member) == Some(period));
    let earlier = |member: &&T| at(member).is_some_and(|other| other < period);
    let before = members
        .iter()
        .filter(earlier)
        .max_by_key(|member| at(member));
    let last_earlier = members.iter().rposition(|member| earlier(&member));
    Entered {
        key: there.map(|member| member.key().to_owned()),
        base: there.map_or_else(
            || Object::default().with("period", Some(Json::text(&period.to_string()))),
            |member| Object::of_record(member as &dyn Record),
        ),
        place: Some(last_earlier.map_or(0, |place| place + 1)),
        before: before
            .and_then(|member| Some((at(member)?, Object::of_record(member as &dyn Record)))),
    }
}

/// The result of an indicator that was reported under a period, of the whole population.
fn result(indicator: &Indicator, period: Period) -> Entered {
    let at = |result: &ResultFigure| reported(&result.reported, &result.period).read();
    let whole = || {
        indicator
            .results
            .iter()
            .filter(|result| result.breakdown.is_empty())
    };
    let there = whole().find(|result| at(result) == Some(period));
    let earlier = whole().filter(|result| at(result).is_some_and(|other| other < period));
    // A quarter stands best beside a quarter, where there is one.
    let before = earlier.max_by_key(|result| {
        let other = at(result);
        (other.is_some_and(|other| other.same_kind(period)), other)
    });
    Entered {
        key: there.map(|result| result.id.as_str().to_owned()),
        base: there.map_or_else(
            || Object::default().with("reported", Some(Json::text(&period.to_string()))),
            |result| Object::of_record(result),
        ),
        place: None,
        before: before.and_then(|result| Some((at(result)?, Object::of_record(result)))),
    }
}
