//! The edits that make one workspace into another, record by record and field by field.
//!
//! For changes that other programs made to the file, and for joining two files. Applied in their
//! order to the first workspace they give the second; applied to one that differs elsewhere they
//! carry over only what was changed.

use std::collections::{HashMap, HashSet};

use super::place::{Anchor, Place};
use super::{Edit, ListPlace};
use crate::domain::json::Json;
use crate::domain::kind::Kind;
use crate::domain::plan::Theme;
use crate::domain::record::{Members, Record, Rest};
use crate::domain::workspace::Workspace;

/// The edits that make `before` into `after`.
pub fn difference(before: &Workspace, after: &Workspace) -> Vec<Edit> {
    let mut edits = Vec::new();
    let in_programme = |kind: &Kind| Workspace::pointer(*kind).starts_with("/programme/");
    let whole = programme_as_a_whole(before, after);
    for kind in Kind::ALL.iter().copied() {
        if kind == Kind::Workspace || (whole && in_programme(&kind)) {
            continue;
        }
        let (was, is) = (before.records(kind), after.records(kind));
        if !lists(was, is, &ListPlace::Records(kind), &mut edits)
            && let Some(field) = Workspace::pointer(kind).strip_prefix('/')
        {
            set(&Place::workspace(), field, before, after, &mut edits);
        }
    }
    let of_records: HashSet<&str> = Kind::ALL
        .iter()
        .filter_map(|kind| Workspace::pointer(*kind).strip_prefix('/'))
        .collect();
    let is_ours = |name: &str| !of_records.contains(name) && (whole || name != "programme");
    fields(before, after, &Place::workspace(), &is_ours, &mut edits);
    edits
}

/// Whether the programme changes as one field: what stands in it beside its lists has no place of its
/// own, nor have members without ids.
fn programme_as_a_whole(before: &Workspace, after: &Workspace) -> bool {
    let rest = |workspace: &Workspace| workspace.programme.as_ref().map(|it| it.rest.clone());
    let (was, is) = (rest(before), rest(after));
    was.unwrap_or_default() != is.unwrap_or_default()
        || [Kind::Item, Kind::Group, Kind::Decision]
            .iter()
            .flat_map(|kind| [before.records(*kind), after.records(*kind)])
            .flatten()
            .any(|list| keys(list).is_none())
}

/// One field changes, if it does.
fn set(at: &Place, field: &str, before: &dyn Record, after: &dyn Record, edits: &mut Vec<Edit>) {
    let (before, after) = (before.get(field), after.get(field));
    if before != after {
        edits.push(Edit::Set {
            at: at.clone(),
            field: field.to_owned(),
            before,
            after,
        });
    }
}

/// The fields of a record or member, known and unknown, but for keyed lists and what `is_ours` leaves
/// out.
fn fields(
    before: &dyn Record,
    after: &dyn Record,
    at: &Place,
    is_ours: &dyn Fn(&str) -> bool,
    edits: &mut Vec<Edit>,
) {
    let keyed = after.keyed();
    let known = after.fields().iter().chain(Rest::fields());
    for field in known.filter(|field| !keyed.contains(&field.name) && is_ours(field.name)) {
        set(at, field.name, before, after, edits);
    }
    unknown_fields(before, after, at, edits);
    for name in keyed {
        let place = ListPlace::Inside(at.clone(), (*name).to_owned());
        if !lists(before.list(name), after.list(name), &place, edits) {
            set(at, name, before, after, edits);
        }
    }
}

/// The fields that this program does not know, and their order.
fn unknown_fields(before: &dyn Record, after: &dyn Record, at: &Place, edits: &mut Vec<Edit>) {
    let (was, is) = (before.rest(), after.rest());
    let mut put = |field: &str, before: Option<Json>, after: Option<Json>| {
        if before != after {
            edits.push(Edit::Set {
                at: at.clone(),
                field: field.to_owned(),
                before,
                after,
            });
        }
    };
    for key in was.unknown_keys().filter(|key| is.get(key).is_none()) {
        put(key, was.get(key), None);
    }
    let stays: Vec<&str> = was
        .unknown_keys()
        .filter(|key| is.get(key).is_some())
        .collect();
    let in_order = is
        .unknown_keys()
        .take(stays.len())
        .eq(stays.iter().copied());
    for key in is.unknown_keys() {
        if in_order {
            put(key, was.get(key), is.get(key));
        } else {
            // A key that is set anew goes to the end: so all of them get their order.
            put(key, was.get(key), None);
            put(key, None, is.get(key));
        }
    }
}

/// The members of a list: gone ones, then changed ones, then new and moved ones in their order. `false`
/// where members without keys cannot be named, so that the list has to change as a whole.
fn lists(
    before: Option<&dyn Members>,
    after: Option<&dyn Members>,
    list: &ListPlace,
    edits: &mut Vec<Edit>,
) -> bool {
    let nothing: Vec<Theme> = Vec::new();
    let (before, after) = (before.unwrap_or(&nothing), after.unwrap_or(&nothing));
    let (Some(was), Some(is)) = (keys(before), keys(after)) else {
        return false;
    };
    let is_there: HashSet<&str> = is.iter().copied().collect();
    let mut places: HashMap<&str, usize> = HashMap::with_capacity(was.len());
    for (place, key) in was.iter().copied().enumerate() {
        if is_there.contains(key) {
            places.insert(key, place);
        } else if let Some(value) = before.member_json(key) {
            edits.push(Edit::Remove {
                list: list.clone(),
                key: key.to_owned(),
                value,
                anchor: Anchor::before_place(before, place),
            });
        }
    }
    for key in is.iter().copied() {
        if let (Some(was), Some(is)) = (before.member(key), after.member(key))
            && !was.equals(is)
        {
            fields(was, is, &member_place(list, key), &|_| true, edits);
        }
    }
    order(before, after, &is, &places, list, edits);
    true
}

fn order(
    before: &dyn Members,
    after: &dyn Members,
    is: &[&str],
    places: &HashMap<&str, usize>,
    list: &ListPlace,
    edits: &mut Vec<Edit>,
) {
    let stays = longest_rising(is.iter().map(|key| places.get(key).copied()));
    for (place, key) in is.iter().copied().enumerate() {
        let anchor = Anchor::before_place(after, place);
        match places.get(key) {
            None => {
                if let Some(value) = after.member_json(key) {
                    edits.push(Edit::Insert {
                        list: list.clone(),
                        key: key.to_owned(),
                        value,
                        anchor,
                    });
                }
            }
            Some(was) if !stays.contains(was) => edits.push(Edit::Move {
                list: list.clone(),
                key: key.to_owned(),
                from: Anchor::before_place(before, *was),
                to: anchor,
            }),
            Some(_) => {}
        }
    }
}

fn member_place(list: &ListPlace, key: &str) -> Place {
    match list {
        ListPlace::Records(kind) => Place::record(*kind, &key.into()),
        ListPlace::Inside(place, name) => place.clone().member(name, key),
    }
}

/// The keys of a list in order; `None` where one is empty or stands twice.
fn keys(list: &dyn Members) -> Option<Vec<&str>> {
    let keys: Vec<&str> = (0..list.len()).filter_map(|at| list.key_at(at)).collect();
    let different: HashSet<&str> = keys.iter().copied().filter(|key| !key.is_empty()).collect();
    (different.len() == list.len()).then_some(keys)
}

/// The values of a longest rising run, gaps passed over: what need not be moved.
fn longest_rising(values: impl Iterator<Item = Option<usize>>) -> HashSet<usize> {
    let values: Vec<usize> = values.flatten().collect();
    if values.is_sorted() {
        return values.into_iter().collect();
    }
    // For each length the place of the smallest value that such a run can end with.
    let mut ends: Vec<usize> = Vec::new();
    let mut before: Vec<Option<usize>> = Vec::with_capacity(values.len());
    for (place, value) in values.iter().enumerate() {
        let length = ends.partition_point(|end| values[*end] < *value);
        before.push(length.checked_sub(1).and_then(|it| ends.get(it).copied()));
        if length == ends.len() {
            ends.push(place);
        } else {
            ends[length] = place;
        }
    }
    let last = ends.last().copied();
    std::iter::successors(last, |place| before[*place])
        .map(|place| values[place])
        .collect()
}

#[cfg(test)]
mod tests;
