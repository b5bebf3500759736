//! The tracker of a priority as JSON.

use super::lists::stated;
use crate::analysis::approval::changed_since;
use crate::analysis::challenge::challenge;
use crate::analysis::coverage::{is_direct, leaning};
use crate::analysis::joint::shown;
use crate::analysis::tracker::Tracker;
use crate::cli::desk::Desk;
use crate::cli::json::Object;
use crate::cli::list;
use crate::cli::record::head;
use crate::domain::choice::Choice;
use crate::domain::field::Out;
use crate::domain::id::{Id, RecordRef};
use crate::domain::json::Json;
use crate::domain::kind::Kind;
use crate::domain::plan::Officer;
use crate::domain::priority::Priority;

/// The priority as `list` gives it, then what belongs to its tracker.
pub(super) fn tracker(desk: &Desk, record: &RecordRef) -> Object {
    let object = list::object(desk, record);
    let Some(priority) = desk.workspace.priorities.get(record.id.as_str()) else {
        return object;
    };
    let (tracker, holder) = shown(&desk.workspace, &desk.index, priority, desk.moment);
    let holder_name = holder.map(|it| RecordRef::new(Kind::Priority, &it.id).to_string());
    let challenge = challenge(&desk.workspace, &desk.index, &tracker, desk.moment);
    let listed = |kind: Kind, ids: &[Id]| -> Vec<Object> {
        let records = ids.iter().map(|id| RecordRef::new(kind, id));
        let held = records.filter(|it| desk.workspace.record(it.kind, it.id.as_str()).is_some());
        held.map(|record| list::object(desk, &record)).collect()
    };
    object
        .with("why", &stated(&priority.why))
        .with("joint_with", &holder_name)
        .with("challenge", &challenge.map(|it| it.words()))
        .with("changed_since_approval", &changed(desk, &tracker, holder))
        .with("update", &update(&tracker))
        .with("officers", &officers(&tracker, desk))
        .with(
            "indicator_list",
            &listed(Kind::Indicator, tracker.indicators(desk.moment)),
        )
        .with(
            "actions",
            &listed(Kind::Action, &carried(desk, &priority.id)),
        )
        .with("recommendations", &leaning_on(desk, &tracker))
        .with("history", &history(desk, priority))
}

/// The actions that the tracker of the period carries.
fn carried(desk: &Desk, priority: &Id) -> Vec<Id> {
    let actions = desk.index.actions_of(priority).iter();
    let carried = actions.filter(|id| {
        let action = desk.workspace.actions.get(id.as_str());
        action.is_some_and(|it| crate::analysis::deadline::deadline(it, desk.moment).carried)
    });
    carried.cloned().collect()
}

/// The roles whose signature covers something else than what stands there now.
fn changed<'a>(desk: &Desk, tracker: &Tracker<'a>, holder: Option<&'a Priority>) -> Vec<&'a str> {
    let stands_with = holder.unwrap_or(tracker.priority);
    tracker.update.map_or_else(Vec::new, |update| {
        let changed = changed_since(&desk.workspace, stands_with, update);
        changed.iter().map(|it| it.role.as_str()).collect()
    })
}

/// The update of the period as it stands in the file.
fn update(tracker: &Tracker<'_>) -> Option<Json> {
    tracker
        .update
        .and_then(|update| Json::of(&Out(update)).ok())
}

fn officers(tracker: &Tracker<'_>, desk: &Desk) -> Vec<Object> {
    let officers = tracker.officers(desk.moment).iter();
    let officer = |it: &Officer| {
        Object::new()
            .with("role", &it.role.as_ref().map(Choice::text))
            .with("post", &stated(&it.post))
            .with("name", &stated(&it.name))
            .with("organisation", &stated(&it.organisation))
    };
    officers.map(officer).collect()
}

/// The recommendations that lean on the priority, its indicators or its actions.
fn leaning_on(desk: &Desk, tracker: &Tracker<'_>) -> Vec<Object> {
    let mut records = vec![RecordRef::new(Kind::Priority, &tracker.priority.id)];
    let indicators = tracker.indicators(desk.moment).iter();
    records.extend(indicators.map(|id| RecordRef::new(Kind::Indicator, id)));
    let actions = desk.index.actions_of(&tracker.priority.id).iter();
    records.extend(actions.map(|id| RecordRef::new(Kind::Action, id)));
    let found = leaning(&desk.workspace, &desk.index, &records);
    let leans = found.iter().map(|it| {
        let record = RecordRef::new(Kind::Recommendation, &it.recommendation.id);
        head(desk, &record)
            .with("direct", &is_direct(it.route))
            .with("through", &it.through.to_string())
    });
    leans.collect()
}

/// The ratings of the earlier periods, newest first.
fn history(desk: &Desk, priority: &Priority) -> Vec<Object> {
    let mut earlier: Vec<_> = priority
        .updates
        .iter()
        .filter_map(|update| Some((update.period.read()?, update)))
        .filter(|(period, _)| desk.moment.period.is_none_or(|now| *period < now))
        .collect();
    earlier.sort_by_key(|(period, _)| std::cmp::Reverse(*period));
    let told = earlier.iter().map(|(period, update)| {
        Object::new()
            .with("period", &period.to_string())
            .with("rating", &update.rating.as_ref().map(Choice::text))
            .with("direction", &update.direction.as_ref().map(Choice::text))
    });
    told.collect()
}
