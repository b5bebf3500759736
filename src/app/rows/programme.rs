//! The rows of the boards' work programme: meetings with their items, unscheduled items, working
//! groups, decisions.

use crate::analysis::due::{before_meetings, due};
use crate::analysis::programme::{Meeting, programme};
use crate::app::state::{About, ListName, ProgrammeLine, Section, State, Time};
use crate::domain::id::{Id, RecordRef};
use crate::domain::kind::Kind;
use crate::domain::programme::{Group, Item, type_words};
use crate::report::dates::{day_text, stated_day};
use crate::report::programme::board_title;

/// A heading with its rows and what they show.
type Rows = (&'static str, Vec<(Id, ProgrammeLine)>);

/// Derives what the screen shows, and its rows. When it is first shown, the next meeting is selected.
pub(super) fn derive(state: &mut State) {
    let workspace = state.workspace();
    let programme = programme(workspace, None);
    let due = due(workspace, &state.index, state.moment, None);
    let before = before_meetings(&due, &programme.meetings, state.moment);
    let meetings: Vec<(Meeting, Vec<usize>)> =
        programme.meetings.iter().cloned().zip(before).collect();
    let item = |id: &Id| item_row(state, id);
    let sections: [Rows; 4] = [
        ("Meetings", meeting_rows(state, &meetings)),
        (
            "Unscheduled items",
            programme.unscheduled.iter().filter_map(item).collect(),
        ),
        (
            "Working groups",
            programme
                .groups
                .iter()
                .filter_map(|id| group_row(state, id))
                .collect(),
        ),
        (
            "Decisions expected",
            programme
                .decisions
                .iter()
                .filter_map(|id| decision_row(state, id))
                .collect(),
        ),
    ];
    let shown = &mut state.programme;
    shown.meetings = meetings;
    shown.due = due;
    shown.lines.clear();
    shown.sections.clear();
    for (title, rows) in sections.into_iter().filter(|(_, rows)| !rows.is_empty()) {
        let place = shown.sections.len();
        shown.sections.push(Section {
            title: title.to_owned(),
            rows: rows.iter().map(|(row, _)| row.clone()).collect(),
        });
        let lines = rows.into_iter().map(|(row, line)| (row, (place, line)));
        shown.lines.extend(lines);
    }
    if state.programme.list.selected.is_none() {
        state.programme.list.selected = next_meeting(state);
    }
    super::refresh_from(state, ListName::Programme);
}

fn next_meeting(state: &State) -> Option<Id> {
    let rows = state.programme.sections.first()?.rows.iter();
    let is_next = |row: &&Id| {
        let line = state.programme.lines.get(*row).map(|(_, line)| line);
        matches!(
            line,
            Some(ProgrammeLine::Meeting {
                time: Time::Next,
                ..
            })
        )
    };
    rows.into_iter().find(is_next).cloned()
}

/// Every row, without the filter.
pub(super) fn rows(state: &State) -> Vec<Id> {
    let sections = state.programme.sections.iter();
    sections.flat_map(|section| section.rows.clone()).collect()
}

/// The headings of its sections.
pub(super) fn group(state: &mut State) {
    let mut list = std::mem::take(&mut state.programme.list);
    let section = |row: &Id| {
        let place = state.programme.lines.get(row).map(|(place, _)| *place)?;
        state.programme.sections.get(place)
    };
    list.group(|row| section(row).map_or_else(String::new, |it| it.title.clone()));
    // Items stand under their meetings; what is counted are the meetings.
    let is_meeting = |row: &&Id| {
        let line = state.programme.lines.get(*row).map(|(_, line)| line);
        matches!(line, Some(ProgrammeLine::Meeting { .. }))
    };
    let meetings = list.rows.iter().filter(is_meeting).count();
    if let Some(heading) = list.headings.first_mut().filter(|_| meetings > 0) {
        heading.count = meetings;
    }
    state.programme.list = list;
}

/// What `Enter` opens.
pub fn behind(state: &State) -> Option<About> {
    let Some(ProgrammeLine::Meeting { place, .. }) = state.programme.selected() else {
        return state.selected_in_list().map(About::Record);
    };
    let (meeting, _) = state.programme.meetings.get(*place)?;
    Some(About::Meeting {
        board: meeting.board.clone(),
        day: meeting.stated.clone(),
    })
}

/// The meetings, each with its items below it.
fn meeting_rows(state: &State, meetings: &[(Meeting, Vec<usize>)]) -> Vec<(Id, ProgrammeLine)> {
    let workspace = state.workspace();
    let today = state.moment.today;
    let mut ahead: Vec<&Id> = Vec::new();
    let mut rows = Vec::new();
    for (place, (meeting, due)) in meetings.iter().enumerate() {
        let time = if meeting.is_past(today) {
            Time::Held
        } else if meeting.day.is_some() && !ahead.contains(&&meeting.board) {
            ahead.push(&meeting.board);
            Time::Next
        } else {
            Time::Later
        };
        let day = meeting.day.map_or_else(|| meeting.stated.clone(), day_text);
        let line = ProgrammeLine::Meeting {
            place,
            day,
            board: board_title(workspace, &meeting.board),
            time,
            due: due.len(),
        };
        let row = Id::new(&format!("meeting {}@{}", meeting.board, meeting.stated));
        rows.push((row, line));
        rows.extend(meeting.items.iter().filter_map(|id| item_row(state, id)));
    }
    rows
}

fn row_of(kind: Kind, id: &Id) -> Id {
    Id::new(&RecordRef::new(kind, id).to_string())
}

fn item_row(state: &State, id: &Id) -> Option<(Id, ProgrammeLine)> {
    let item: &Item = state
        .workspace()
        .programme
        .as_ref()?
        .items
        .get(id.as_str())?;
    let words = item.types.iter().filter_map(|code| type_words(code));
    let line = ProgrammeLine::Item {
        types: item.types.join(" "),
        words: words.collect::<Vec<_>>().join(", "),
        title: item.title.clone(),
    };
    Some((row_of(Kind::Item, id), line))
}

fn group_row(state: &State, id: &Id) -> Option<(Id, ProgrammeLine)> {
    let group: &Group = state
        .workspace()
        .programme
        .as_ref()?
        .groups
        .get(id.as_str())?;
    let days = || group.dates.iter().filter_map(|date| date.on.read());
    let next = days().filter(|day| state.moment.today.is_none_or(|today| *day >= today));
    let meets = match (next.min(), days().max(), group.dates.last()) {
        (Some(day), ..) => format!("meets {}", day_text(day)),
        (None, Some(day), _) => format!("met {}", day_text(day)),
        (None, None, Some(date)) => date.text.clone(),
        (None, None, None) => String::new(),
    };
    let line = ProgrammeLine::Group {
        title: group.title.clone(),
        meets,
    };
    Some((row_of(Kind::Group, id), line))
}

fn decision_row(state: &State, id: &Id) -> Option<(Id, ProgrammeLine)> {
    let decision = state
        .workspace()
        .programme
        .as_ref()?
        .decisions
        .get(id.as_str())?;
    let day = decision.expected.read();
    let line = ProgrammeLine::Decision {
        day: stated_day(&decision.expected),
        title: decision.title.clone(),
        maker: decision.maker.clone(),
        past: day
            .zip(state.moment.today)
            .is_some_and(|(day, today)| day < today),
    };
    Some((row_of(Kind::Decision, id), line))
}
