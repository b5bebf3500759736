//! The work programme by date: the boards' meetings with their items, and what is not dated yet.
//!
//! A board meets on the days that it lists, and on any other day for which an item is set. Items for a
//! day that cannot be read stand under its words, last.

use std::collections::BTreeMap;

use crate::domain::day::Day;
use crate::domain::id::Id;
use crate::domain::programme::{ForwardDecision, Item};
use crate::domain::workspace::Workspace;

/// The boards' work, in the order of time.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Programme {
    /// The meetings by day, then in the order of the boards; those whose day cannot be read last.
    pub meetings: Vec<Meeting>,
    /// Items without a meeting.
    pub unscheduled: Vec<Id>,
    /// The working groups, in the file's order.
    pub groups: Vec<Id>,
    /// Decisions by the day on which they are expected; those without one last.
    pub decisions: Vec<Id>,
}

/// A meeting of a board.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Meeting {
    /// The board; empty for items that name none.
    pub board: Id,
    /// Its day, as it stands in the file.
    pub stated: String,
    /// Its day, where it can be read.
    pub day: Option<Day>,
    /// The day of the board's meeting before: what falls due behind it falls due before this one.
    pub previous: Option<Day>,
    /// What is set for it, in the file's order.
    pub items: Vec<Id>,
}

impl Meeting {
    /// Whether it lies before a day.
    pub fn is_past(&self, today: Option<Day>) -> bool {
        self.day.zip(today).is_some_and(|(day, today)| day < today)
    }
}

/// The work programme of a board, or of all of them. Working groups and decisions name no board.
pub fn programme(workspace: &Workspace, board: Option<&Id>) -> Programme {
    let recorded = workspace.programme.as_ref();
    let items = recorded.into_iter().flat_map(|it| it.items.iter());
    let mut unscheduled = Vec::new();
    let mut meetings = listed(workspace, board);
    for item in items.filter(|item| board.is_none_or(|board| item.board == *board)) {
        if item.meeting.is_empty() {
            unscheduled.push(item.id.clone());
        } else {
            meetings.entry(key(workspace, item)).or_default().push(item);
        }
    }
    let groups = recorded.into_iter().flat_map(|it| it.groups.iter());
    Programme {
        meetings: with_previous(meetings),
        unscheduled,
        groups: groups.map(|group| group.id.clone()).collect(),
        decisions: decisions(workspace),
    }
}

/// The decisions by the day on which they are expected.
fn decisions(workspace: &Workspace) -> Vec<Id> {
    let recorded = workspace.programme.iter();
    let mut decisions: Vec<&ForwardDecision> = recorded
        .flat_map(|it| it.decisions.iter())
        .map(AsRef::as_ref)
        .collect();
    decisions.sort_by_key(|decision| {
        let day = decision.expected.read();
        (day.is_none(), day)
    });
    decisions.into_iter().map(|it| it.id.clone()).collect()
}

/// What orders meetings: readable days first, the day, the words of one that cannot be read, the
/// board's place, the board.
type Key = (bool, Option<Day>, String, usize, Id);

fn key_of(workspace: &Workspace, board: &Id, stated: &str, day: Option<Day>) -> Key {
    let boards = &workspace.boards;
    let place = boards.place(board.as_str()).unwrap_or(boards.len());
    // Two ways of writing one day are one meeting.
    let stated = day.map_or_else(|| stated.to_owned(), |day| day.to_string());
    (day.is_none(), day, stated, place, board.clone())
}

fn key(workspace: &Workspace, item: &Item) -> Key {
    let day = item.meeting.read();
    key_of(workspace, &item.board, item.meeting.text(), day)
}

/// The meetings that the boards list.
fn listed<'a>(workspace: &Workspace, board: Option<&Id>) -> BTreeMap<Key, Vec<&'a Item>> {
    let boards = workspace.boards.iter();
    let boards = boards.filter(|it| board.is_none_or(|board| it.id == *board));
    let days = boards.flat_map(|board| {
        let days = board.meets.iter().filter(|stated| !stated.is_empty());
        days.map(|stated| key_of(workspace, &board.id, stated.text(), stated.read()))
    });
    days.map(|key| (key, Vec::new())).collect()
}

/// The meetings in order, each with the day of its board's meeting before.
fn with_previous(meetings: BTreeMap<Key, Vec<&Item>>) -> Vec<Meeting> {
    let mut last: BTreeMap<Id, Day> = BTreeMap::new();
    let in_order = meetings.into_iter();
    in_order
        .map(|((_, day, stated, _, board), items)| {
            let previous = match day {
                Some(day) => last.insert(board.clone(), day),
                None => None,
            };
            Meeting {
                board,
                stated,
                day,
                previous,
                items: items.into_iter().map(|item| item.id.clone()).collect(),
            }
        })
        .collect()
}

#[cfg(test)]
mod tests;
