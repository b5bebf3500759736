//! Words for fields, members and values.

use crate::domain::edit::Place;
use crate::domain::json::Json;
use crate::domain::kind::Kind;

/// Lists whose members are known by a key that says enough: a period, a role.
pub(super) const NAMED_BY_KEY: &[&str] = &["updates", "progress"];

/// So many characters of a text are told in a line.
const BRIEF: usize = 48;

/// A field's name as people read it: `rating_note` is "rating note".
pub fn field_words(field: &str) -> String {
    field.replace('_', " ")
}

/// A value as people read it: texts without quotes, lists with commas between, objects by their
/// fields.
pub fn value_words(value: &Json) -> String {
    if let Some(text) = value.to_text() {
        return text;
    }
    if let Ok(list) = value.to::<Vec<Json>>() {
        let words: Vec<String> = list.iter().map(value_words).collect();
        return if words.is_empty() {
            "none".to_owned()
        } else {
            words.join(", ")
        };
    }
    let fields = fields(value);
    if fields.is_empty() {
        return match value.as_str() {
            "true" => "yes".to_owned(),
            "false" => "no".to_owned(),
            other => other.to_owned(),
        };
    }
    let words: Vec<String> = fields
        .iter()
        .map(|(field, value)| format!("{} {}", field_words(field), value_words(value)))
        .collect();
    words.join("; ")
}

/// A value short enough for a line.
pub(super) fn brief(value: &Json) -> String {
    let words = value_words(value)
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ");
    if words.chars().count() <= BRIEF {
        return words;
    }
    let kept: String = words.chars().take(BRIEF - 1).collect();
    format!("{}…", kept.trim_end())
}

/// The fields of an object in their order; none where the value is no object.
pub(super) fn fields(value: &Json) -> Vec<(String, Json)> {
    value.members().unwrap_or_default()
}

/// What one member of a list is called.
pub(super) fn member_word(list: &str) -> String {
    match list {
        "progress" => "progress".to_owned(),
        "published_ratings" => "published rating".to_owned(),
        _ => field_words(list.strip_suffix('s').unwrap_or(list)),
    }
}

/// A field, with the member that it belongs to where that is not plain.
pub(super) fn member_of(at: &Place, field: &str) -> String {
    let field = field_words(field);
    match at.members.last() {
        Some((list, key)) if list == "progress" => format!("progress {key}, {field}"),
        Some((list, key)) if !NAMED_BY_KEY.contains(&list.as_str()) => {
            format!("{} {key}, {field}", member_word(list))
        }
        _ => field,
    }
}

/// A record that came in: `(action) added: Renegotiate the contract`.
pub(super) fn added(kind: Kind, value: &Json) -> String {
    let named = ["title", "text", "heading", "subject", "name"];
    let fields = fields(value);
    let title = named
        .iter()
        .find_map(|name| fields.iter().find(|(field, _)| field == name));
    match title {
        Some((_, title)) => format!("({kind}) added: {}", brief(title)),
        None => format!("({kind}) added"),
    }
}

/// A list member that came in, by what is worth knowing of it.
pub(super) fn member_added(list: &str, key: &str, value: &Json) -> String {
    let fields = fields(value);
    let field = |name: &str| {
        let found = fields.iter().find(|(field, _)| field == name);
        found.map(|(_, value)| brief(value))
    };
    let word = member_word(list);
    match list {
        "updates" => {
            let told: Vec<String> = [
                field("rating").map(|rating| format!("rated {rating}")),
                field("direction"),
                field("rating_note").map(|note| format!("note: {note}")),
            ]
            .into_iter()
            .flatten()
            .collect();
            match (told.is_empty(), field("text").or_else(|| field("summary"))) {
                (false, _) => told.join(", "),
                (true, Some(text)) => format!("update added: {text}"),
                (true, None) => "update added".to_owned(),
            }
        }
        "approvals" => format!("approved as {key}"),
        "progress" => match field("text") {
            Some(text) => format!("progress {key} added: {text}"),
            None => format!("progress {key} added"),
        },
        _ => {
            let period = field("reported").or_else(|| field("period"));
            let figure = field("text")
                .or_else(|| field("value"))
                .or_else(|| field("heading"));
            match (period, figure) {
                (Some(period), Some(figure)) => format!("{word} {period} added: {figure}"),
                (Some(period), None) => format!("{word} {period} added"),
                (None, Some(figure)) => format!("{word} added: {figure}"),
                (None, None) => format!("{word} {key} added"),
            }
        }
    }
}

/// What something stands behind.
pub(super) fn behind(anchor: &[String]) -> String {
    anchor
        .first()
        .map_or_else(|| "first".to_owned(), |key| format!("behind {key}"))
}
