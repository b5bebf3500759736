//! What an answer means: a word out of a few by its beginning or sign, a figure, words, a date.

use crate::domain::day::Day;
use crate::domain::form::{Context, Entry, FormField, Object, moved, read, read_figure};
use crate::domain::json::Json;
use crate::domain::rating::Direction;
use crate::text;

/// The words of a choice; empty where it is none.
pub(super) fn words(field: &FormField, context: &Context) -> Vec<&'static str> {
    match field.entry {
        Entry::Rating => context.scale.iter().map(|rating| rating.word()).collect(),
        Entry::Choice(words) => words(),
        _ => Vec::new(),
    }
}

/// Puts an answer into the object; gives back how it was read, or why it cannot be kept.
pub(super) fn put(
    object: &mut Object,
    field: &'static FormField,
    answer: &str,
    context: &Context,
    today: Option<Day>,
) -> Result<String, String> {
    if !text::is_safe(answer) {
        return Err("control or direction characters cannot be kept".to_owned());
    }
    match field.entry {
        Entry::Figure => {
            let typed = read_figure(answer, context.unit.as_ref());
            for (key, value) in typed.keys {
                object.set(key, value);
            }
            if typed.provisional {
                object.set("provisional", Json::of(&true).ok());
            }
            Ok(typed.reading)
        }
        Entry::Timescale { slips } => {
            let typed = read(field.entry, answer, context).map_err(|it| it.to_string())?;
            let after = moved(object.get(field.key), Some(answer), slips, today, "");
            object.set(field.key, after);
            Ok(typed.reading)
        }
        Entry::Rating | Entry::Choice(_) => {
            let word = chosen(&words(field, context), answer)?;
            object.set(field.key, Some(Json::text(word)));
            Ok(word.replace('_', " "))
        }
        entry => {
            let typed = read(entry, answer, context).map_err(|it| it.to_string())?;
            object.set(field.key, typed.value);
            Ok(typed.reading)
        }
    }
}

/// The word that an answer means: all of it, its beginning, or a direction's sign.
fn chosen(words: &[&'static str], answer: &str) -> Result<&'static str, String> {
    let folded = answer.trim().to_lowercase().replace([' ', '-'], "_");
    let signed =
        |word: &&&str| Direction::from_word(word).is_some_and(|it| it.sign() == answer.trim());
    let whole = words.iter().find(|word| **word == folded);
    if let Some(word) = whole.or_else(|| words.iter().find(signed)) {
        return Ok(word);
    }
    let begun: Vec<&&str> = words
        .iter()
        .filter(|word| !folded.is_empty() && word.starts_with(&folded))
        .collect();
    let listed = |words: Vec<&&str>| {
        let shown: Vec<String> = words.into_iter().map(|it| it.replace('_', " ")).collect();
        shown.join(", ")
    };
    match begun.as_slice() {
        [word] => Ok(word),
        [] => Err(format!("none of {}", listed(words.iter().collect()))),
        _ => Err(format!("it could be {}", listed(begun))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_is_meant_by_its_beginning_its_sign_or_all_of_it() {
        let status = ["not_started", "on_track", "on_hold", "delayed", "completed"];
        let direction = ["improving", "static", "deteriorating"];
        for (words, answer, expected) in [
            (&status[..], "d", Ok("delayed")),
            (&status, "On hold", Ok("on_hold")),
            (&status, "on-t", Ok("on_track")),
            (&status, "o", Err("it could be on track, on hold")),
            (
                &status,
                "x",
                Err("none of not started, on track, on hold, delayed, completed"),
            ),
            (&direction, "-", Ok("deteriorating")),
            (&direction, "=", Ok("static")),
            (&direction, "i", Ok("improving")),
            (
                &direction,
                "",
                Err("none of improving, static, deteriorating"),
            ),
        ] {
            let expected = expected.map_err(str::to_owned);
            assert_eq!(chosen(words, answer), expected, "{answer}");
        }
    }
}
