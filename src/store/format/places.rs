//! Where many pointers lead, found in one walk: one by one, a large file would be read anew for each.

use std::borrow::Cow;
use std::collections::{BTreeMap, HashMap};

use serde_json::value::RawValue;

use crate::domain::field::Key;
use crate::domain::finding::Position;

/// The pointers that are asked for, by their steps.
#[derive(Default)]
struct Asked {
    /// Those that end here, by number.
    here: Vec<usize>,
    below: BTreeMap<String, Asked>,
}

/// Where the values at these pointers begin in a JSON text. A pointer to something that is missing
/// leads to what it should be in; without JSON nothing leads anywhere.
pub fn locate_all<'a>(
    text: &str,
    pointers: impl IntoIterator<Item = &'a str>,
) -> Vec<Option<Position>> {
    let mut asked = Asked::default();
    let mut count = 0;
    for pointer in pointers {
        let mut node = &mut asked;
        for step in pointer.split('/').skip(1) {
            let step = step.replace("~1", "/").replace("~0", "~");
            node = node.below.entry(step).or_default();
        }
        node.here.push(count);
        count += 1;
    }
    let mut offsets = vec![None; count];
    if let Ok(value) = serde_json::from_str::<&RawValue>(text) {
        walk(text, value, &asked, &mut offsets);
    }
    let lines: Vec<usize> = memchr::memchr_iter(b'\n', text.as_bytes()).collect();
    let position = |offset| position(text, &lines, offset);
    offsets.into_iter().map(|it| it.map(position)).collect()
}

fn walk(text: &str, value: &RawValue, asked: &Asked, offsets: &mut [Option<usize>]) {
    // The value is a piece of the text.
    let offset = (value.get().as_ptr() as usize).saturating_sub(text.as_ptr() as usize);
    set(asked, offset, offsets);
    if asked.below.is_empty() {
        return;
    }
    for (step, below) in children(value) {
        if let Some(asked) = asked.below.get(&*step) {
            walk(text, below, asked, offsets);
        }
    }
}

/// Everything from here on is at least here; what is found further down is set anew.
fn set(asked: &Asked, offset: usize, offsets: &mut [Option<usize>]) {
    for number in &asked.here {
        if let Some(slot) = offsets.get_mut(*number) {
            *slot = Some(offset);
        }
    }
    for below in asked.below.values() {
        set(below, offset, offsets);
    }
}

/// The values in an object or list, by their step in a pointer.
fn children(value: &RawValue) -> Vec<(Cow<'_, str>, &RawValue)> {
    if value.get().starts_with('{') {
        let object = serde_json::from_str::<HashMap<Name<'_>, &RawValue>>(value.get());
        object
            .into_iter()
            .flatten()
            .map(|(name, value)| (name.0, value))
            .collect()
    } else {
        let list = serde_json::from_str::<Vec<&RawValue>>(value.get());
        let list = list.into_iter().flatten().enumerate();
        list.map(|(place, value)| (place.to_string().into(), value))
            .collect()
    }
}

/// A key of an object, borrowed where it has no escapes.
#[derive(PartialEq, Eq, Hash)]
struct Name<'a>(Cow<'a, str>);

impl<'de: 'a, 'a> serde::Deserialize<'de> for Name<'a> {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Key::deserialize(deserializer).map(|key| Self(key.0))
    }
}

/// Line and column of a byte offset, by the offsets of the line ends.
fn position(text: &str, lines: &[usize], offset: usize) -> Position {
    let before = lines.partition_point(|end| *end < offset);
    let start = before
        .checked_sub(1)
        .and_then(|line| lines.get(line))
        .map_or(0, |end| end + 1);
    let column = text
        .get(start..offset)
        .map_or(0, |line| line.chars().count());
    Position {
        line: before + 1,
        column: column + 1,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::format::locate;

    #[test]
    fn many_pointers_lead_where_each_leads_alone() {
        let text = include_str!("../../../tests/data/trackers-2008-q4.json");
        let pointers = [
            "/indicators/3/results/0/value",
            "/title",
            "/priorities/1",
            "/actions/0/id",
        ];
        let alone: Vec<_> = pointers.map(|pointer| locate(text, pointer)).into();
        assert!(alone.iter().all(Option::is_some));
        assert_eq!(locate_all(text, pointers), alone);
    }

    #[test]
    fn a_pointer_to_what_is_missing_leads_to_what_it_should_be_in() {
        let text = "{\n  \"a/b\": [1, {\"é\": \"ü\", \"x\": 7}]\n}";
        for (pointer, place) in [
            ("", (1, 1)),
            ("/a~1b", (2, 10)),
            ("/a~1b/1/x", (2, 30)),
            ("/a~1b/1/y/z", (2, 14)),
            ("/a~1b/2", (2, 10)),
            ("/nothing", (1, 1)),
        ] {
            let found = locate_all(text, [pointer]);
            let found = found[0].map(|position| (position.line, position.column));
            assert_eq!(found, Some(place), "{pointer}");
        }
        assert_eq!(locate_all("no JSON", ["/a", ""]), [None, None]);
    }
}
