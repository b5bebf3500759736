//! The many ways of saying that there is no figure.

use super::Missing;
use crate::domain::token::is_dash;

/// Phrases in the order they are looked for: the first that a cell contains decides.
const PHRASES: [(&str, Missing); 26] = [
    ("not completed", Missing::NotCompleted),
    ("not applicable", Missing::NotApplicable),
    ("to be set", Missing::ToBeDetermined),
    ("to be established", Missing::ToBeDetermined),
    ("to be determined", Missing::ToBeDetermined),
    ("to be confirmed", Missing::ToBeDetermined),
    ("to be agreed", Missing::ToBeDetermined),
    ("to be reviewed", Missing::ToBeDetermined),
    ("being assessed", Missing::ToBeDetermined),
    ("being established", Missing::ToBeDetermined),
    ("will be in place", Missing::ToBeDetermined),
    ("subject to", Missing::ToBeDetermined),
    ("not yet available", Missing::NotYetAvailable),
    ("will be available", Missing::NotYetAvailable),
    ("not available", Missing::NotYetAvailable),
    ("not yet published", Missing::NotYetAvailable),
    ("will be published", Missing::NotYetAvailable),
    ("are released in", Missing::NotYetAvailable),
    ("will be released", Missing::NotYetAvailable),
    ("awaited", Missing::NotYetAvailable),
    ("no target", Missing::NotSet),
    ("no baseline", Missing::NotSet),
    ("no year end prediction", Missing::NotSet),
    ("not set", Missing::NotSet),
    ("not yet set", Missing::NotSet),
    ("none set", Missing::NotSet),
];

/// How a cell without a figure says so; none for an empty or a garbled one.
pub(super) fn read(text: &str) -> Option<Missing> {
    let folded: Vec<String> = text.split_whitespace().map(str::to_lowercase).collect();
    let folded = folded.join(" ");
    if folded.is_empty() {
        return None;
    }
    if folded.chars().all(|c| is_dash(c) || c == ' ') {
        return Some(Missing::Dash);
    }
    let letters: String = folded.chars().filter(|c| c.is_alphanumeric()).collect();
    match letters.as_str() {
        "na" => return Some(Missing::NotApplicable),
        "tbd" | "tbc" | "tba" | "tbe" => return Some(Missing::ToBeDetermined),
        _ => {}
    }
    let phrase = PHRASES.iter().find(|(phrase, _)| folded.contains(phrase));
    if let Some((_, missing)) = phrase {
        return Some(*missing);
    }
    if folded.starts_with("annual") {
        return Some(Missing::AnnualOnly);
    }
    // Words with numbers among them may hold the figure (`… to 16.5% by May 2011`): a person's task.
    let wordy =
        folded.chars().any(char::is_alphabetic) && !folded.chars().any(|c| c.is_ascii_digit());
    wordy.then_some(Missing::Other)
}
