//! The rows of the history: the changes that were read, newest first.

use std::collections::HashMap;

use crate::analysis::naming::code_of;
use crate::app::state::{Grouping, ListName, State, Told};
use crate::domain::edit::Edit;
use crate::domain::id::{Id, RecordRef};
use crate::domain::kind::Kind;
use crate::domain::trail::Undone;
use crate::report::trail::{by, sentence, when};

/// Derives what the screen shows, and its rows. A change is put into words once; what comes in costs
/// what came in.
pub(super) fn derive(state: &mut State) {
    let period = state.moment.period;
    if state.history.told_for != period {
        state.history.told.clear();
        state.history.told_for = period;
    }
    let mut undone = Undone::default();
    let mut taken_back = std::mem::take(&mut state.history.undone);
    taken_back.clear();
    let mut new = Vec::new();
    let mut order = Vec::with_capacity(state.journal.entries().len());
    for entry in state.journal.entries() {
        if undone.see(entry) {
            taken_back.insert(entry.hash);
        }
        let row = state.history.rows.entry(entry.hash);
        let row = row
            .or_insert_with(|| Id::new(&entry.hash.to_string()))
            .clone();
        order.push(row.clone());
        if !state.history.told.contains_key(&row) {
            new.push((row, std::sync::Arc::clone(entry)));
        }
    }
    state.history.undone = taken_back;
    state.history.order = order;
    for (row, entry) in new {
        let told = told(state, entry);
        state.history.told.insert(row, told);
    }
    super::refresh_from(state, ListName::History);
}

fn told(state: &State, entry: std::sync::Arc<crate::domain::entry::Entry>) -> Told {
    let what = sentence(&entry, state.workspace(), state.moment);
    let by = by(&entry);
    let searched = format!("{what} {by} {} {}", entry.who.user, when(&entry)).to_lowercase();
    let day = entry.time.day();
    Told {
        day: day.map_or_else(String::new, |day| format!("{} {}", day.short(), day.year())),
        entry,
        what,
        by,
        searched,
    }
}

/// Every row, without the filter: newest first, those of a group together.
pub(super) fn rows(state: &State) -> Vec<Id> {
    let about = state.history.about.as_ref();
    let touches = |row: &&Id, record: &RecordRef| {
        let entry = state.history.entry(row);
        entry.is_some_and(|entry| entry.edits.iter().any(|edit| edit.record() == *record))
    };
    let rows = state.history.order.iter();
    let rows = rows
        .filter(|row| about.is_none_or(|record| touches(row, record)))
        .cloned();
    if state.history.grouping == Grouping::Day {
        return rows.collect();
    }
    // Groups in the order of their newest change.
    let mut groups: Vec<Vec<Id>> = Vec::new();
    let mut places: HashMap<String, usize> = HashMap::new();
    for row in rows {
        let place = *places.entry(group_of(state, &row)).or_insert(groups.len());
        match groups.get_mut(place) {
            Some(group) => group.push(row),
            None => groups.push(vec![row]),
        }
    }
    groups.concat()
}

/// The rows that hold every word of the filter.
pub(super) fn filtered(state: &State, rows: Vec<Id>) -> Vec<Id> {
    let filter = state.history.list.filter.to_lowercase();
    let words: Vec<&str> = filter.split_whitespace().collect();
    let fits = |row: &Id| {
        let told = state.history.told.get(row);
        told.is_some_and(|told| words.iter().all(|word| told.searched.contains(word)))
    };
    rows.into_iter().filter(fits).collect()
}

/// The headings of its groups.
pub(super) fn group(state: &mut State) {
    let mut list = std::mem::take(&mut state.history.list);
    list.group(|row| group_of(state, row));
    state.history.list = list;
}

/// What a row stands together with others by.
fn group_of(state: &State, row: &Id) -> String {
    let Some(told) = state.history.told.get(row) else {
        return String::new();
    };
    match state.history.grouping {
        Grouping::Day => told.day.clone(),
        Grouping::Person => told.by.clone(),
        Grouping::Record => match told.entry.edits.first().map(Edit::record) {
            Some(RecordRef {
                kind: Kind::Workspace,
                ..
            })
            | None => "workspace".to_owned(),
            Some(record) => {
                let code = code_of(state.workspace(), &record, state.moment);
                format!("{} {code}", record.kind)
            }
        },
    }
}
