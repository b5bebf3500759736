//! Every fault of a file at once, each with its place and its mend.

use serde_json::value::RawValue;

use super::locate::{Children, children, locate, offset, position_at};
use crate::domain::field::{FieldSpec, In, Shape, Value};
use crate::domain::finding::{Fault, Position};
use crate::domain::json::Json;
use crate::domain::kind::Kind;
use crate::domain::record::{Member, Members, Record};
use crate::domain::workspace::{FORMAT, Workspace};

/// No file lists more faults than a person would read.
const MOST: usize = 200;

/// All faults of a text, in their order.
pub(super) fn gather(text: &str) -> Vec<Fault> {
    let root: &RawValue = match serde_json::from_str(text) {
        Ok(root) => root,
        Err(error) => return vec![of_parser(&error)],
    };
    let mut walk = Walk {
        text,
        faults: Vec::new(),
    };
    if let Some(fault) = walk.other_format(root) {
        return vec![fault];
    }
    walk.value(root, Workspace::shape(), "", false);
    walk.faults
}

/// What the parser says, in our words, with its line and column.
pub(super) fn of_parser(error: &serde_json::Error) -> Fault {
    let position = Position {
        line: error.line().max(1),
        column: error.column().max(1),
    };
    let whole = error.to_string();
    let reason = whole.split(" at line ").next().unwrap_or(&whole);
    let (message, mend) = match error.classify() {
        serde_json::error::Category::Eof => (
            "The file ends in the middle".to_owned(),
            "It was cut off: restore a copy of it, or complete it in an editor".to_owned(),
        ),
        _ => (
            format!("This is not JSON: {reason}"),
            "Mend it in an editor, or restore a copy of the file".to_owned(),
        ),
    };
    Fault {
        pointer: String::new(),
        position: Some(position),
        message,
        mend,
    }
}

/// Doubled ids and list keys: references and edits would not know which one is meant.
pub(super) fn doubled(workspace: &Workspace, text: &str) -> Vec<Fault> {
    let mut faults = Vec::new();
    for kind in Kind::ALL {
        if let Some(records) = workspace.records(*kind) {
            doubled_in(records, Workspace::pointer(*kind), text, &mut faults);
        }
    }
    faults
}

fn doubled_in(list: &dyn Members, pointer: &str, text: &str, faults: &mut Vec<Fault>) {
    for place in list.doubled() {
        let pointer = format!("{pointer}/{place}");
        faults.push(Fault {
            position: locate(text, &pointer),
            message: format!(
                "\"{}\" is there twice in this list",
                list.key_at(place).unwrap_or_default()
            ),
            mend: "Give one of the two another id, and see which of them is referred to".to_owned(),
            pointer,
        });
    }
    for place in 0..list.len() {
        let Some(record) = list.member_at(place) else {
            continue;
        };
        for name in record.keyed() {
            if let Some(inner) = record.list(name).filter(|inner| !inner.is_empty()) {
                doubled_in(inner, &format!("{pointer}/{place}/{name}"), text, faults);
            }
        }
    }
}

/// The workspace without what has the wrong form, so that a faulty file can at least be read.
pub(super) fn salvage(text: &str) -> Option<Workspace> {
    let root: &RawValue = serde_json::from_str(text).ok()?;
    let Children::Object(entries) = children(root)? else {
        return None;
    };
    let mut workspace = Workspace::empty();
    for (key, value) in entries {
        if Shape::field_of(Workspace::FIELDS, &key).is_none() {
            continue;
        }
        let whole = Json::parse(value.get())
            .ok()
            .is_some_and(|json| workspace.set(&key, Some(&json)).is_ok());
        if !whole
            && let Some(kind) = Kind::ALL
                .iter()
                .find(|kind| Workspace::pointer(**kind) == format!("/{key}"))
        {
            salvage_records(&mut workspace, *kind, value);
        }
    }
    (workspace.format == FORMAT).then_some(workspace)
}

/// The records of a list that have the right form.
fn salvage_records(workspace: &mut Workspace, kind: Kind, value: &RawValue) {
    let Some(Children::List(values)) = children(value) else {
        return;
    };
    let good = match kind {
        Kind::Priority => join::<crate::domain::priority::Priority>(&values),
        Kind::Indicator => join::<crate::domain::indicator::Indicator>(&values),
        Kind::Action => join::<crate::domain::action::Action>(&values),
        Kind::Theme => join::<crate::domain::plan::Theme>(&values),
        Kind::Recommendation => join::<crate::domain::recommendation::Recommendation>(&values),
        _ => return,
    };
    if let Ok(list) = Json::parse(&good) {
        let key = Workspace::pointer(kind).trim_start_matches('/');
        // A list made of readable records is readable; were it not, the records would stay left out.
        let _ = workspace.set(key, Some(&list));
    }
}

fn join<T: Member>(values: &[&RawValue]) -> String {
    let good: Vec<&str> = values
        .iter()
        .map(|value| value.get())
        .filter(|value| serde_json::from_str::<In<T>>(value).is_ok())
        .collect();
    format!("[{}]", good.join(","))
}

struct Walk<'a> {
    text: &'a str,
    faults: Vec<Fault>,
}

impl Walk<'_> {
    fn fault(&mut self, value: &RawValue, pointer: &str, message: String, mend: &str) {
        if self.faults.len() < MOST {
            let position = Some(position_at(self.text, offset(self.text, value)));
            self.faults.push(Fault {
                pointer: pointer.to_owned(),
                position,
                message,
                mend: mend.to_owned(),
            });
        }
    }

    /// A file of another format is not walked: its own rules are not known here.
    fn other_format(&self, root: &RawValue) -> Option<Fault> {
        let Some(Children::Object(entries)) = children(root) else {
            return None;
        };
        let format = entries.iter().find(|(key, _)| key == "format");
        let said = format.and_then(|(_, value)| serde_json::from_str::<String>(value.get()).ok());
        let position = format.map(|(_, value)| position_at(self.text, offset(self.text, value)));
        let (message, mend) = match said {
            Some(said) if said == FORMAT => return None,
            Some(said) if said.starts_with("scrutineer/") => (
                format!("The file has the format \"{said}\"; this program reads \"{FORMAT}\""),
                "Open it with a newer version of scrutineer",
            ),
            _ => (
                "The file is JSON, but no scrutineer workspace".to_owned(),
                "A workspace begins with \"format\": \"scrutineer/1\"; see whether this is the right file",
            ),
        };
        Some(Fault {
            pointer: "/format".to_owned(),
            position,
            message,
            mend: mend.to_owned(),
        })
    }

    fn value(&mut self, value: &RawValue, shape: Shape, pointer: &str, in_list: bool) {
        let text = value.get();
        if text == "null" && !in_list {
            return;
        }
        let fits = match shape {
            Shape::Any => true,
            Shape::Text => text.starts_with('"'),
            Shape::Flag => text == "true" || text == "false",
            Shape::Number => text.starts_with(|c: char| c == '-' || c.is_ascii_digit()),
            Shape::List(_) => text.starts_with('['),
            Shape::Object(_) | Shape::TextMap => text.starts_with('{'),
            Shape::TextOrObject => text.starts_with(['"', '{']),
        };
        if !fits {
            let message = format!("Expected {}, found {}", shape.words(), found(text));
            self.fault(
                value,
                pointer,
                message,
                "Correct the value in an editor, or remove its key",
            );
            return;
        }
        match shape {
            Shape::Any | Shape::TextOrObject => self.ambiguous(value, pointer),
            Shape::Text => self.readable::<String>(value, pointer),
            Shape::Number => self.readable::<f64>(value, pointer),
            Shape::Flag => {}
            Shape::List(of) => self.list(value, of, pointer),
            Shape::Object(fields) => self.object(value, Some(fields), pointer),
            Shape::TextMap => self.object(value, None, pointer),
        }
    }

    fn readable<T: serde::de::DeserializeOwned>(&mut self, value: &RawValue, pointer: &str) {
        if let Err(error) = serde_json::from_str::<T>(value.get()) {
            let whole = error.to_string();
            let reason = whole.split(" at line ").next().unwrap_or(&whole).to_owned();
            self.fault(
                value,
                pointer,
                format!("The value cannot be read: {reason}"),
                "Correct it in an editor",
            );
        }
    }

    fn ambiguous(&mut self, value: &RawValue, pointer: &str) {
        if Json::parse(value.get()).is_ok_and(|json| json.is_ambiguous()) {
            self.fault(
                value,
                pointer,
                "An object in here has a key twice, or is nested too deep to be read".to_owned(),
                "Remove one of the two, or the nesting",
            );
        }
    }

    fn list(&mut self, value: &RawValue, of: fn() -> Shape, pointer: &str) {
        let Some(Children::List(values)) = children(value) else {
            return;
        };
        for (place, value) in values.into_iter().enumerate() {
            self.value(value, of(), &format!("{pointer}/{place}"), true);
        }
    }

    fn object(&mut self, value: &RawValue, fields: Option<&'static [FieldSpec]>, pointer: &str) {
        let Some(Children::Object(entries)) = children(value) else {
            self.readable::<serde::de::IgnoredAny>(value, pointer);
            return;
        };
        let mut seen = std::collections::HashSet::new();
        for (key, value) in &entries {
            let pointer = format!("{pointer}/{}", key.replace('~', "~0").replace('/', "~1"));
            if !seen.insert(key) {
                self.fault(
                    value,
                    &pointer,
                    format!("The key \"{key}\" is there twice"),
                    "Remove one of the two",
                );
            }
            let shape = match fields {
                Some(fields) => Shape::field_of(fields, key).unwrap_or(Shape::Any),
                None => Shape::Text,
            };
            self.value(value, shape, &pointer, fields.is_none());
        }
    }
}

/// What stands there, in words.
fn found(text: &str) -> &'static str {
    match text.as_bytes().first() {
        Some(b'"') => "a text",
        Some(b'[') => "a list",
        Some(b'{') => "an object",
        Some(b't' | b'f') => "true or false",
        Some(b'n') => "null",
        _ => "a number",
    }
}
