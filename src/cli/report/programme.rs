//! The work programme as JSON.

use super::lists::{due_object, stated};
use crate::analysis::due::before_meetings;
use crate::cli::desk::Desk;
use crate::cli::json::Object;
use crate::cli::record::head;
use crate::domain::id::{Id, RecordRef};
use crate::domain::kind::Kind;
use crate::domain::programme::{Item, type_words};
use crate::report::view::View;

pub(super) fn programme(desk: &Desk, view: &View<'_>) -> Object {
    let found = view.programme();
    let due = view.due();
    let before = before_meetings(&due, &found.meetings, view.moment);
    let meetings: Vec<Object> = found
        .meetings
        .iter()
        .zip(&before)
        .map(|(meeting, places)| {
            let falls = places.iter().filter_map(|at| due.get(*at));
            let falls: Vec<Object> = falls.map(|it| due_object(desk, it)).collect();
            Object::new()
                .with("board", &stated(meeting.board.as_str()))
                .with("day", &meeting.day.map(|day| day.to_string()))
                .with("stated", &meeting.stated)
                .with("held", &meeting.is_past(view.moment.today))
                .with("items", &items(desk, &meeting.items))
                .with("due", &falls)
        })
        .collect();
    let heads = |kind: Kind, ids: &[Id]| -> Vec<Object> {
        let records = ids.iter().map(|id| RecordRef::new(kind, id));
        records.map(|record| head(desk, &record)).collect()
    };
    let decisions: Vec<Object> = found
        .decisions
        .iter()
        .map(|id| decision(desk, id))
        .collect();
    Object::new()
        .with("meetings", &meetings)
        .with("unscheduled", &items(desk, &found.unscheduled))
        .with("groups", &heads(Kind::Group, &found.groups))
        .with("decisions", &decisions)
}

fn items(desk: &Desk, ids: &[Id]) -> Vec<Object> {
    let programme = desk.workspace.programme.as_ref();
    let found = ids
        .iter()
        .filter_map(|id| programme?.items.get(id.as_str()));
    found.map(|found| item(desk, found)).collect()
}

fn item(desk: &Desk, item: &Item) -> Object {
    let types: Vec<Object> = item
        .types
        .iter()
        .map(|code| {
            Object::new()
                .with("code", code)
                .with("words", &type_words(code))
        })
        .collect();
    head(desk, &RecordRef::new(Kind::Item, &item.id))
        .with("types", &types)
        .with("description", &stated(&item.description))
        .with("notes", &stated(&item.notes))
}

fn decision(desk: &Desk, id: &Id) -> Object {
    let object = head(desk, &RecordRef::new(Kind::Decision, id));
    let programme = desk.workspace.programme.as_ref();
    let found = programme.and_then(|it| it.decisions.get(id.as_str()));
    object
        .with("maker", &found.and_then(|it| stated(&it.maker)))
        .with("expected", &found.and_then(|it| stated(it.expected.text())))
}
