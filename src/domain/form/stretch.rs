//! Timescales and due dates: the words, the days they mean, and every date that they had before.

use super::Object;
use super::entry::in_words;
use crate::domain::day::Day;
use crate::domain::json::Json;
use crate::domain::period::Period;
use crate::domain::timescale::{self, ImpliedStatus};

/// The words of a timescale.
pub fn stretch_text(value: &Json) -> String {
    Object::of(value).text("text")
}

/// The timescale with other words. Days that somebody gave for the old words go with them; where
/// slips are kept, the old words stay in `was` with the day and the reason, so that no date that was
/// ever promised is lost (domain rules, section 4, slippage).
pub fn moved(
    before: Option<&Json>,
    text: Option<&str>,
    slips: bool,
    on: Option<Day>,
    why: &str,
) -> Option<Json> {
    let mut object = before.map(Object::of).unwrap_or_default();
    let old = object.text("text");
    if text == Some(old.as_str()) || (text.is_none() && old.is_empty()) {
        return before.cloned();
    }
    if slips && !old.is_empty() {
        let mut was: Vec<Json> = object
            .get("was")
            .and_then(|was| was.to().ok())
            .unwrap_or_default();
        let slip = Object::default()
            .with("text", Some(Json::text(&old)))
            .with("on", on.map(|day| Json::text(&day.to_string())))
            .with(
                "why",
                Some(why.trim())
                    .filter(|why| !why.is_empty())
                    .map(Json::text),
            );
        was.extend(slip.to_json());
        object.set("was", Json::of(&was).ok());
    }
    object.set("dates", None);
    object.set("text", text.map(Json::text));
    object.to_json()
}

/// What the words of a timescale mean, and whether that is worth a second look.
pub(super) fn reading_of(text: &str, period: Option<Period>) -> (String, bool) {
    let read = timescale::read(text, period);
    let mut said: Vec<String> = read.dates.iter().map(|day| in_words(*day)).collect();
    if read.open_ended {
        said.push("open-ended".to_owned());
    }
    said.extend(read.status.map(|status| {
        match status {
            ImpliedStatus::OnHold => "on hold",
            ImpliedStatus::Completed => "completed",
        }
        .to_owned()
    }));
    if said.is_empty() {
        return ("no date is read in it; kept as words".to_owned(), true);
    }
    let partly = if read.partly {
        "; the rest is not understood"
    } else {
        ""
    };
    (format!("read as {}{partly}", said.join(", ")), read.partly)
}
