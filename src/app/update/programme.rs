//! The work programme: moving an item to another meeting, and what a new one begins with.

use super::change;
use crate::analysis::programme::{Meeting, programme};
use crate::app::effect::Effect;
use crate::app::state::{MeetingChoice, Meetings, Notice, Overlay, State};
use crate::domain::edit::{Edit, Place, Step};
use crate::domain::form::Object;
use crate::domain::id::{Id, RecordRef};
use crate::domain::json::Json;
use crate::domain::kind::Kind;
use crate::domain::programme::Item;
use crate::domain::record::Record as _;
use crate::report::dates::day_text;
use crate::report::programme::board_title;

/// A new item stands for the meeting in view, else with the board of the only one that there is.
pub(super) fn given_for_item(state: &State) -> Object {
    let text = |text: &str| Some(Json::text(text)).filter(|_| !text.is_empty());
    let given = Object::default();
    if let Some(meeting) = state.programme.meeting_in_view() {
        return given
            .with("board", text(meeting.board.as_str()))
            .with("meeting", text(&meeting.stated));
    }
    let selected = state.selected_in_list().and_then(|it| item(state, &it));
    let boards = &state.workspace().boards;
    let only = boards.at(0).filter(|_| boards.len() == 1);
    let board = selected
        .map(|item| item.board.clone())
        .or_else(|| only.map(|board| board.id.clone()));
    given.with("board", board.and_then(|board| text(board.as_str())))
}

fn item<'a>(state: &'a State, record: &RecordRef) -> Option<&'a Item> {
    let programme = state.workspace().programme.as_ref()?;
    let items = (record.kind == Kind::Item).then_some(&programme.items)?;
    items.get(record.id.as_str()).map(AsRef::as_ref)
}

/// Offers the meetings to which the selected item can go: those still to come, its own board's first.
pub(super) fn open_move(state: &mut State) -> Vec<Effect> {
    let Some(record) = state.selected_record() else {
        return Vec::new();
    };
    let Some(item) = item(state, &record) else {
        return Vec::new();
    };
    let choices = choices(state, item);
    let meetings = Meetings {
        item: item.id.clone(),
        title: item.title.clone(),
        selected: choices.iter().position(|it| it.is_now).unwrap_or(0),
        choices,
    };
    state.overlays.push(Overlay::Meetings(meetings));
    Vec::new()
}

fn choices(state: &State, item: &Item) -> Vec<MeetingChoice> {
    let workspace = state.workspace();
    let day = item.meeting.read();
    let is_now = |meeting: &Meeting| {
        let same_day = match (meeting.day, day) {
            (Some(own), Some(day)) => own == day,
            _ => meeting.stated == item.meeting.text(),
        };
        meeting.board == item.board && same_day
    };
    let mut meetings = programme(workspace, None).meetings;
    meetings.retain(|it| is_now(it) || (it.day.is_some() && !it.is_past(state.moment.today)));
    meetings.sort_by_key(|meeting| meeting.board != item.board);
    let choice = |meeting: Meeting| {
        let day = meeting.day.map_or_else(|| meeting.stated.clone(), day_text);
        MeetingChoice {
            words: format!("{day}  {}", board_title(workspace, &meeting.board)),
            is_now: is_now(&meeting),
            day: meeting.stated,
            board: meeting.board,
        }
    };
    let mut choices: Vec<MeetingChoice> = meetings.into_iter().map(choice).collect();
    choices.push(MeetingChoice {
        board: item.board.clone(),
        day: String::new(),
        words: "Not scheduled".to_owned(),
        is_now: item.meeting.is_empty(),
    });
    choices
}

/// Moves the item to the selected meeting, as one step.
pub(super) fn accept_move(state: &mut State) -> Vec<Effect> {
    let Some(Overlay::Meetings(meetings)) = state.overlays.pop() else {
        return Vec::new();
    };
    let record = RecordRef::new(Kind::Item, &meetings.item);
    let Some(choice) = meetings.choices.get(meetings.selected) else {
        return Vec::new();
    };
    let Some(item) = item(state, &record) else {
        let gone = "Not moved: somebody else took the item out of the file";
        state.notice = Some(Notice::warning(gone));
        return Vec::new();
    };
    if choice.is_now {
        state.notice = Some(Notice::done(format!(
            "{} stays where it is",
            meetings.title
        )));
        return Vec::new();
    }
    let edits = edits(item, &meetings.item, choice);
    // The board is plain where it stays the same.
    let same_board = choice.board == item.board && !choice.day.is_empty();
    let when = choice.words.split("  ").next().filter(|_| same_board);
    let said = format!(
        "{} moved to {}",
        meetings.title,
        when.unwrap_or(&choice.words)
    );
    change::make(state, &Step::new("key m", edits), &said)
}

/// The fields that change: the meeting, and the board where it is another's.
fn edits(item: &Item, id: &Id, choice: &MeetingChoice) -> Vec<Edit> {
    let wanted = [("board", choice.board.as_str()), ("meeting", &choice.day)];
    let set = |(field, value): (&str, &str)| {
        let before = item.get(field);
        let after = (!value.is_empty()).then(|| Json::text(value));
        (before != after).then(|| Edit::Set {
            at: Place::record(Kind::Item, id),
            field: field.to_owned(),
            before,
            after,
        })
    };
    wanted.into_iter().filter_map(set).collect()
}
