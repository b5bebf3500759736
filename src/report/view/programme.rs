//! The work programme with what falls due before each meeting.

use super::{View, cells, due};
use crate::analysis::due::{Due, before_meetings};
use crate::analysis::naming::title_of;
use crate::analysis::programme::Meeting;
use crate::domain::id::{Id, RecordRef};
use crate::domain::kind::Kind;
use crate::domain::programme::Programme;
use crate::report::dates::{day_text, stated_day};
use crate::report::document::{Column, Document, Item, Row, Span};
use crate::report::programme::{board_title, type_text};

/// The meetings ahead with their items and what falls due before them; what is not scheduled; the
/// working groups; the decisions; the meetings held.
pub fn programme_report(view: &View<'_>) -> Document {
    let mut document = view.document("Work programme");
    let found = view.programme();
    let due = view.due();
    let before = before_meetings(&due, &found.meetings, view.moment);
    let is_held = |meeting: &Meeting| meeting.is_past(view.moment.today);
    let ahead = found.meetings.iter().filter(|it| !is_held(it)).count();
    document.section("Meetings ahead", &ahead.to_string());
    if ahead == 0 {
        document.absence("No meeting is planned.");
    }
    for (meeting, places) in found.meetings.iter().zip(&before) {
        if !is_held(meeting) {
            let falls: Vec<&Due> = places.iter().filter_map(|at| due.get(*at)).collect();
            add_meeting(&mut document, view, meeting, &falls);
        }
    }
    if !found.unscheduled.is_empty() {
        document.section("Not scheduled", &found.unscheduled.len().to_string());
        items(&mut document, view, &found.unscheduled);
    }
    add_groups(&mut document, view, &found.groups);
    add_decisions(&mut document, view, &found.decisions);
    let held: Vec<&Meeting> = found.meetings.iter().filter(|it| is_held(it)).collect();
    add_held(&mut document, view, &held);
    document
}

fn recorded<'a>(view: &View<'a>) -> Option<&'a Programme> {
    view.workspace.programme.as_ref()
}

/// `16 Dec 2010  Children's Services Scrutiny Board`.
fn heading(view: &View<'_>, meeting: &Meeting) -> Vec<Span> {
    let day = meeting.day.map_or(meeting.stated.clone(), day_text);
    vec![
        Span::strong(day),
        Span::plain(format!("  {}", board_title(view.workspace, &meeting.board))),
    ]
}

fn add_meeting(document: &mut Document, view: &View<'_>, meeting: &Meeting, due: &[&Due]) {
    document.heading(2, heading(view, meeting), None);
    if meeting.items.is_empty() && due.is_empty() {
        document.absence("No items yet, and nothing falls due before it.");
    }
    items(document, view, &meeting.items);
    if !due.is_empty() {
        let late = due.iter().filter(|it| it.overdue).count();
        let mut text = vec![Span::strong("Falls due before it")];
        text.push(Span::dim(match late {
            0 => format!("  {}", due.len()),
            late if late == due.len() => format!("  {late}, all of them overdue"),
            late => format!("  {}, {late} of them overdue", due.len()),
        }));
        document.heading(3, text, None);
        due::table(document, view, due);
    }
}

fn items(document: &mut Document, view: &View<'_>, ids: &[Id]) {
    let columns = vec![
        Column::words("Item"),
        Column::words("Type").keep(60),
        Column::words("What about").keep(40),
    ];
    let found = ids
        .iter()
        .filter_map(|id| recorded(view)?.items.get(id.as_str()));
    let rows = found.map(|item| {
        let types: Vec<String> = item.types.iter().map(|code| type_text(code)).collect();
        let about: Vec<&str> = [item.description.trim(), item.notes.trim()]
            .into_iter()
            .filter(|text| !text.is_empty())
            .collect();
        Row {
            cells: vec![
                cells::plain(item.title.as_str()),
                cells::plain(types.join(", ")),
                cells::plain(about.join(" ")),
            ],
            record: Some(RecordRef::new(Kind::Item, &item.id)),
        }
    });
    document.table(columns, rows.collect());
}

fn add_groups(document: &mut Document, view: &View<'_>, groups: &[Id]) {
    let found: Vec<_> = groups
        .iter()
        .filter_map(|id| recorded(view)?.groups.get(id.as_str()))
        .collect();
    if found.is_empty() {
        return;
    }
    document.section("Working groups", &found.len().to_string());
    let columns = vec![
        Column::words("Group"),
        Column::words("Meets").keep(50),
        Column::words("Where it stands").keep(60),
    ];
    let rows = found.iter().map(|group| {
        let dates = group.dates.iter().map(|date| {
            if date.text.is_empty() {
                stated_day(&date.on)
            } else {
                date.text.clone()
            }
        });
        Row {
            cells: vec![
                cells::plain(group.title.as_str()),
                cells::plain(dates.collect::<Vec<_>>().join(", ")),
                cells::plain(group.position.trim()),
            ],
            record: Some(RecordRef::new(Kind::Group, &group.id)),
        }
    });
    document.table(columns, rows.collect());
}

fn add_decisions(document: &mut Document, view: &View<'_>, decisions: &[Id]) {
    let found: Vec<_> = decisions
        .iter()
        .filter_map(|id| recorded(view)?.decisions.get(id.as_str()))
        .collect();
    if found.is_empty() {
        return;
    }
    document.section("Decisions expected", &found.len().to_string());
    let columns = vec![
        Column::fixed("Expected"),
        Column::words("Decision"),
        Column::officers("Taken by").keep(50),
    ];
    let rows = found.iter().map(|decision| Row {
        cells: vec![
            cells::plain(stated_day(&decision.expected)),
            cells::plain(decision.title.as_str()),
            cells::plain(decision.maker.as_str()),
        ],
        record: Some(RecordRef::new(Kind::Decision, &decision.id)),
    });
    document.table(columns, rows.collect());
}

fn add_held(document: &mut Document, view: &View<'_>, held: &[&Meeting]) {
    if held.is_empty() {
        return;
    }
    document.section("Meetings held", &held.len().to_string());
    let points = held.iter().map(|meeting| {
        let mut text = heading(view, meeting);
        let titles = meeting.items.iter().map(|id| {
            let record = RecordRef::new(Kind::Item, id);
            title_of(view.workspace, &record, view.moment)
        });
        let titles: Vec<String> = titles.collect();
        if !titles.is_empty() {
            text.push(Span::dim(format!(": {}", titles.join("; "))));
        }
        Item::new(text)
    });
    document.list(points.collect());
}
