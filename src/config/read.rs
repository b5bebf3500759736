//! From the text of a settings file to settings, and to everything in it that cannot be used.

use std::ops::Range;

use toml::Spanned;
use toml::de::{DeString, DeTable, DeValue};

use super::settings::SETTINGS;
use super::{Config, Said, Trouble};

/// From this likeness on (0 to 1) a word is taken for a slip of another.
const ALIKE: f64 = 0.7;

/// What is wrong with a value: where it stands, and what to do.
pub(super) struct Wrong {
    pub(super) span: Range<usize>,
    pub(super) message: String,
    pub(super) mend: String,
}

/// Reads settings. What cannot be used is left out and said.
pub(super) fn read(text: &str) -> (Config, Vec<Trouble>) {
    // Some editors begin a file with a mark of its encoding, which TOML does not know.
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let (table, errors) = DeTable::parse_recoverable(text);
    let mut wrong: Vec<Wrong> = errors.iter().map(not_toml).collect();
    let mut config = Config::default();
    for (key, value) in in_order(table.get_ref()) {
        match SETTINGS.iter().find(|setting| setting.key == key.get_ref()) {
            Some(setting) => wrong.extend((setting.read)(&mut config, value, text)),
            None => wrong.push(unknown(key.span(), key.get_ref())),
        }
    }
    wrong.sort_by_key(|wrong| wrong.span.start);
    let troubles = wrong.into_iter().map(|wrong| Trouble {
        at: Some(line_and_column(text, wrong.span.start)),
        message: wrong.message,
        mend: wrong.mend,
    });
    (config, troubles.collect())
}

/// The entries of a table as they stand in the file.
pub(super) fn in_order<'a, 'text>(
    table: &'a DeTable<'text>,
) -> Vec<(&'a Spanned<DeString<'text>>, &'a Spanned<DeValue<'text>>)> {
    let mut entries: Vec<_> = table.iter().collect();
    entries.sort_by_key(|(key, _)| key.span().start);
    entries
}

/// A text of the file, with its place.
pub(super) fn said(words: &str, span: &Range<usize>, text: &str) -> Said {
    Said {
        text: words.trim().to_owned(),
        at: line_and_column(text, span.start),
    }
}

/// What is no TOML. The parser goes on behind it.
fn not_toml(error: &toml::de::Error) -> Wrong {
    Wrong {
        span: error.span().unwrap_or_default(),
        message: format!("this cannot be read: {}", error.message()),
        mend: "Settings are written like name = \"J. Harris\", one a line".to_owned(),
    }
}

fn unknown(span: Range<usize>, key: &str) -> Wrong {
    let known: Vec<&str> = SETTINGS.iter().map(|setting| setting.key).collect();
    Wrong {
        span,
        message: format!("there is no setting “{key}”"),
        mend: suggestion(key, &known),
    }
}

/// Takes a text.
pub(super) fn text(value: &Spanned<DeValue<'_>>, into: &mut String) -> Vec<Wrong> {
    let Some(text) = value.get_ref().as_str() else {
        return vec![Wrong {
            span: value.span(),
            message: format!("a text in quotes is needed, not {}", kind(value)),
            mend: "Put it in quotes: \"…\"".to_owned(),
        }];
    };
    text.trim().clone_into(into);
    Vec::new()
}

/// Takes `true` or `false`.
pub(super) fn yes_or_no(value: &Spanned<DeValue<'_>>, into: &mut bool) -> Vec<Wrong> {
    let Some(given) = value.get_ref().as_bool() else {
        return vec![Wrong {
            span: value.span(),
            message: format!("true or false is needed, not {}", kind(value)),
            mend: "Write true or false, without quotes".to_owned(),
        }];
    };
    *into = given;
    Vec::new()
}

/// Takes one of some words.
pub(super) fn one_of(
    value: &Spanned<DeValue<'_>>,
    words: &[&str],
    into: &mut String,
) -> Vec<Wrong> {
    let mut given = String::new();
    let wrong = text(value, &mut given);
    if !wrong.is_empty() || given.is_empty() {
        return wrong;
    }
    let folded = given.to_lowercase();
    if words.contains(&folded.as_str()) {
        *into = folded;
        return Vec::new();
    }
    vec![Wrong {
        span: value.span(),
        message: format!("“{given}” is no word for this setting"),
        mend: suggestion(&given, words),
    }]
}

/// The word that was probably meant, else all of them.
pub(super) fn suggestion(given: &str, words: &[&str]) -> String {
    let folded = given.to_lowercase();
    let likeness = |word: &&str| strsim::jaro_winkler(word, &folded);
    let nearest = words
        .iter()
        .max_by(|one, other| likeness(one).total_cmp(&likeness(other)));
    match nearest.filter(|word| likeness(word) >= ALIKE) {
        Some(word) => format!("Did you mean “{word}”?"),
        None => format!("It can be: {}", words.join(", ")),
    }
}

/// What a value is, in words.
pub(super) fn kind(value: &Spanned<DeValue<'_>>) -> &'static str {
    match value.get_ref() {
        DeValue::String(_) => "a text",
        DeValue::Integer(_) | DeValue::Float(_) => "a number",
        DeValue::Boolean(_) => "true or false",
        DeValue::Datetime(_) => "a date",
        DeValue::Array(_) => "a list",
        DeValue::Table(_) => "a table",
    }
}

/// Line and column of a place, both from 1; the column counts characters.
fn line_and_column(text: &str, at: usize) -> (usize, usize) {
    let before = text.get(..at).unwrap_or(text);
    let line = before.matches('\n').count() + 1;
    let begin = before.rfind('\n').map_or(0, |end| end + 1);
    let column = before.get(begin..).unwrap_or_default().chars().count() + 1;
    (line, column)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn config(name: &str, role: &str) -> Config {
        Config {
            name: name.to_owned(),
            role: role.to_owned(),
            ..Config::default()
        }
    }

    #[test]
    fn what_can_be_read_counts_and_the_rest_is_named_with_line_and_remedy() {
        for (text, expected, troubles) in [
            ("", config("", ""), vec![]),
            (
                "# me\nname = \" J. Harris \"\n",
                config("J. Harris", ""),
                vec![],
            ),
            ("\u{feff}role = 'Director'", config("", "director"), vec![]),
            (
                "nmae = \"J\"\nrole = \"officer\"",
                config("", "officer"),
                vec![(1, 1, "there is no setting “nmae”", "Did you mean “name”?")],
            ),
            (
                "name = \"J\"\n  role = \"directer\"",
                config("J", ""),
                vec![(
                    2,
                    10,
                    "“directer” is no word for this setting",
                    "Did you mean “director”?",
                )],
            ),
            (
                "name = 7\n\n[zzz]\na = 1",
                config("", ""),
                vec![
                    (
                        1,
                        8,
                        "a text in quotes is needed, not a number",
                        "Put it in quotes: \"…\"",
                    ),
                    (
                        3,
                        2,
                        "there is no setting “zzz”",
                        "It can be: name, role, theme, ascii, mouse, colours, keys",
                    ),
                ],
            ),
        ] {
            let (read, found) = read(text);
            let found: Vec<_> = found
                .iter()
                .map(|it| {
                    let (line, column) = it.at.unwrap();
                    (line, column, it.message.as_str(), it.mend.as_str())
                })
                .collect();
            assert_eq!((read, found), (expected, troubles), "{text}");
        }
    }

    #[test]
    fn a_line_that_is_no_toml_costs_no_other_line() {
        let (read, troubles) = read("name = \"J\nrole = \"officer\"\n");
        assert_eq!(read.role, "officer");
        assert_eq!(troubles.first().and_then(|it| it.at), Some((1, 10)));
    }
}
