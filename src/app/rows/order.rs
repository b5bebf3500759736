//! The order of rows that the user asked for.
//!
//! Groups stay together and in their own order, rows are sorted within them; in the programme items stay
//! under their meeting. What a row is sorted by is worked out once and kept until something changes.

use std::collections::HashMap;

use crate::analysis::deadline::deadline;
use crate::analysis::listing::{Column, Seen, SortKey, cell};
use crate::app::state::{ListName, Pane, ProgrammeLine, SortPlaces, State};
use crate::domain::id::Id;

/// The rows in the order that the user asked for.
pub(super) fn sorted(state: &mut State, name: ListName, rows: Vec<Id>) -> Vec<Id> {
    let Some(sort) = state.list(name).sort else {
        return rows;
    };
    place(state, name, sort.column, &rows);
    let places = &state.list(name).places.by_row;
    let key = |row: &Id| places.get(row).and_then(Option::as_ref);
    let blocks = blocks(state, name, rows);
    let mut blocks: Vec<(usize, Vec<Id>)> = blocks
        .into_iter()
        .map(|(group, mut rows)| {
            // The first row heads its block.
            if let Some(below) = rows.get_mut(1..) {
                below.sort_by(|one, other| sort.compare(key(one), key(other)));
            }
            (group, rows)
        })
        .collect();
    let head = |rows: &Vec<Id>| rows.first().and_then(key);
    blocks.sort_by(|(group, rows), (other_group, others)| {
        group
            .cmp(other_group)
            .then_with(|| sort.compare(head(rows), head(others)))
    });
    blocks.into_iter().flat_map(|(_, rows)| rows).collect()
}

/// Works out where these rows stand by a column, as far as that is not known.
fn place(state: &mut State, name: ListName, column: Column, rows: &[Id]) {
    let made_for = Some((state.generation, column));
    let mut places = std::mem::take(&mut state.list_mut(name).places);
    if places.made_for != made_for {
        places = SortPlaces {
            made_for,
            by_row: HashMap::new(),
        };
    }
    let seen = Seen {
        workspace: state.workspace(),
        index: &state.index,
        moment: state.moment,
    };
    for row in rows {
        if !places.by_row.contains_key(row) {
            let record = name.record(row);
            // A meeting is no record of its own.
            let key = match record {
                Some(record) => cell(seen, &record, column).key,
                None => meeting(state, name, row),
            };
            places.by_row.insert(row.clone(), key);
        }
    }
    state.list_mut(name).places = places;
}

/// Where a meeting of the programme stands: by its day, whatever its items are sorted by.
fn meeting(state: &State, name: ListName, row: &Id) -> Option<SortKey> {
    let lines = (name == ListName::Programme).then_some(&state.programme.lines)?;
    let (_, line) = lines.get(row)?;
    let ProgrammeLine::Meeting { place, .. } = line else {
        return None;
    };
    let (meeting, _) = state.programme.meetings.get(*place)?;
    meeting.day.map(SortKey::Day)
}

/// The rows in blocks that stay together, each with the number of its group.
fn blocks(state: &State, name: ListName, rows: Vec<Id>) -> Vec<(usize, Vec<Id>)> {
    let mut blocks: Vec<(usize, Vec<Id>)> = Vec::with_capacity(rows.len());
    let mut group: (usize, Option<String>) = (0, None);
    for row in rows {
        let label = Some(label(state, name, &row));
        if group.1.as_ref().is_some_and(|_| group.1 != label) {
            group.0 += 1;
        }
        group.1 = label;
        let under = name == ListName::Programme && is_under_meeting(state, &row);
        match blocks.last_mut() {
            Some((_, rows)) if under && rows.first().is_some_and(|it| is_meeting(state, it)) => {
                rows.push(row);
            }
            _ => blocks.push((group.0, vec![row])),
        }
    }
    blocks
}

/// Whether a row of the programme is a meeting.
fn is_meeting(state: &State, row: &Id) -> bool {
    let line = state.programme.lines.get(row).map(|(_, line)| line);
    matches!(line, Some(ProgrammeLine::Meeting { .. }))
}

/// Whether a row of the programme is an item of its first section, that of the meetings.
fn is_under_meeting(state: &State, row: &Id) -> bool {
    let line = state.programme.lines.get(row);
    line.is_some_and(|(section, line)| *section == 0 && matches!(line, ProgrammeLine::Item { .. }))
}

/// What the rows of a group have in common.
fn label(state: &State, name: ListName, row: &Id) -> String {
    match name {
        // "All" stands first.
        ListName::Pane(Pane::Themes) => row.is_empty().to_string(),
        ListName::Pane(Pane::Actions) => {
            let action = state.workspace().actions.get(row.as_str());
            let carried = action.is_some_and(|action| deadline(action, state.moment).carried);
            carried.to_string()
        }
        ListName::Recommendations => {
            let shown = state.recommendations.rows.get(row);
            shown.map_or_else(String::new, |row| row.source.clone())
        }
        ListName::Gaps | ListName::Exceptions => {
            let word = row.as_str().split(' ').next();
            word.unwrap_or_default().to_owned()
        }
        ListName::Programme => {
            let section = state.programme.lines.get(row).map(|(section, _)| *section);
            section.map_or_else(String::new, |section| section.to_string())
        }
        ListName::Pane(_) | ListName::Overview | ListName::History => String::new(),
    }
}
