//! What fits where the cursor stands in a query: fields, then the values of the field that is typed.

use std::ops::Range;

use super::field::{FieldSpec, KnownValue, Values};
use super::fold::Key;
use super::query::Grammar;
use super::value::{begins_a_word, begun_known, plain, without_sign};

/// No more than so many are offered: what is typed further leaves fewer.
const MOST: usize = 40;

/// What can be typed besides fields.
pub const SYNTAX: &[&str] = &[
    "'exact",
    "\"a phrase\"",
    "^start",
    "end$",
    "!not",
    "this|that",
];

/// What fits at the cursor.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Assist {
    /// The bytes of the query that a completion takes the place of.
    pub range: Range<usize>,
    /// What is being typed, in a few words; empty where it may be anything.
    pub about: String,
    /// What fits, the most likely first.
    pub options: Vec<Completion>,
}

/// Something that fits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Completion {
    /// What is put into the query.
    pub insert: String,
    /// What is shown.
    pub shown: String,
    /// What it means, where that is not plain from it.
    pub doc: String,
}

/// What fits in a query where it is cut off by the cursor at a byte.
pub fn assist(input: &str, cursor: usize, grammar: &Grammar<'_>) -> Assist {
    let before = input.get(..cursor).unwrap_or(input);
    let start = piece_start(before);
    let piece = before.get(start..).unwrap_or_default();
    let bare = piece.trim_start_matches('!');
    let start = start + piece.len() - bare.len();
    if let Some((name, values)) = bare.split_once(':')
        && let Some(field) = grammar.fields.iter().find(|field| field.is_named(name))
    {
        return of_value(field, values, start + name.len() + 1, grammar);
    }
    Assist {
        range: start..start + bare.len(),
        about: String::new(),
        options: fields(bare, grammar.fields),
    }
}

/// Where the piece begins that a text ends with: behind the last blank or bar outside quotes.
fn piece_start(before: &str) -> usize {
    let (mut start, mut quoted) = (0, false);
    for (at, c) in before.char_indices() {
        match c {
            '"' | '“' | '”' => quoted = !quoted,
            _ if !quoted && (c.is_whitespace() || c == '|') => start = at + c.len_utf8(),
            _ => {}
        }
    }
    start
}

/// The fields that a typed beginning may become; all of them while nothing is typed.
fn fields(typed: &str, fields: &[FieldSpec<'_>]) -> Vec<Completion> {
    let typed = typed.to_ascii_lowercase();
    let fits = fields.iter().filter(|field| {
        field.name.starts_with(&typed) || field.aliases.iter().any(|name| *name == typed)
    });
    let offer = |field: &FieldSpec<'_>| Completion {
        insert: format!("{}:", field.name),
        shown: format!("{}:", field.name),
        doc: field.doc.to_owned(),
    };
    fits.map(offer).collect()
}

/// The values that the last of the typed ones may become.
fn of_value(field: &FieldSpec<'_>, values: &str, at: usize, grammar: &Grammar<'_>) -> Assist {
    let last = values.rfind(',').filter(|_| !in_quotes(values));
    let from = last.map_or(0, |comma| comma + 1);
    let value = values.get(from..).unwrap_or_default();
    let (sign, rest) = without_sign(value);
    // Of a range it is the end that is typed.
    let low = rest
        .rfind("..")
        .filter(|_| field.values.is_ordered())
        .map_or(0, |dots| dots + 2);
    let typed = rest.get(low..).unwrap_or_default();
    let start = at + from + sign.len() + low;
    let typed = typed.trim_start_matches(['"', '“', '”']);
    Assist {
        range: start..at + values.len(),
        about: about(field),
        options: options(field, typed, (grammar.known)(field.name)),
    }
}

fn in_quotes(values: &str) -> bool {
    values.matches(['"', '“', '”']).count() % 2 == 1
}

fn about(field: &FieldSpec<'_>) -> String {
    match field.values {
        Values::Read { .. } => format!(
            "{}: 2010-12  <2010-12  >=2010/11  2010-09..2010-12  none",
            field.name
        ),
        Values::Steps(_) => format!("{}: 3  >=3  3..5", field.name),
        _ => format!("{}:", field.name),
    }
}

fn options(field: &FieldSpec<'_>, typed: &str, known: &[KnownValue]) -> Vec<Completion> {
    let plainly = |word: &str| Completion {
        insert: word.to_owned(),
        shown: word.to_owned(),
        doc: String::new(),
    };
    match field.values {
        Values::Choice(words) | Values::Steps(words) => {
            let wanted = plain(typed);
            let fits = words.iter().filter(|word| plain(word).starts_with(&wanted));
            fits.map(|word| plainly(word)).collect()
        }
        Values::Known => {
            let fits = begun_known(typed, known).into_iter().take(MOST);
            fits.map(offered).collect()
        }
        Values::Text => {
            let wanted = Key::new(typed);
            let fits = known.iter().filter(|value| {
                wanted.text().is_empty() || begins_a_word(wanted.text(), &value.shown)
            });
            fits.take(MOST).map(offered).collect()
        }
        Values::Read { .. } => {
            let wanted = typed.to_lowercase();
            let fits = known
                .iter()
                .filter(|value| value.shown.to_lowercase().starts_with(&wanted));
            // A period needs no quotes: what has a blank within is read on.
            fits.take(MOST).map(|value| plainly(&value.shown)).collect()
        }
        Values::Code => Vec::new(),
    }
}

fn offered(value: &KnownValue) -> Completion {
    let parted = |c: char| c.is_whitespace() || matches!(c, ',' | '|');
    let insert = if value.shown.contains(parted) {
        format!("\"{}\"", value.shown.replace('"', ""))
    } else {
        value.shown.clone()
    };
    Completion {
        insert,
        shown: value.shown.clone(),
        doc: value.title.clone(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const FIELDS: &[FieldSpec<'static>] = &[
        FieldSpec::new("rating", Values::Choice(&["red", "amber", "green"]), "").also(&["rag"]),
        FieldSpec::new("stage", Values::Steps(&["1", "2", "3"]), ""),
        FieldSpec::new("theme", Values::Known, ""),
        FieldSpec::new("officer", Values::Text, ""),
        FieldSpec::new(
            "due",
            Values::Read {
                is_one: |_| true,
                like: "",
            },
            "",
        ),
    ];

    fn known(field: &str) -> &'static [KnownValue] {
        use std::sync::LazyLock;
        static THEMES: LazyLock<Vec<KnownValue>> = LazyLock::new(|| {
            vec![
                KnownValue::new("LN", "Learning"),
                KnownValue::new("HW", "Health and wellbeing"),
            ]
        });
        static OFFICERS: LazyLock<Vec<KnownValue>> = LazyLock::new(|| {
            vec![
                KnownValue::new("Chief Officer", ""),
                KnownValue::new("Education Leeds", ""),
                KnownValue::new("PCT", ""),
            ]
        });
        static PERIODS: LazyLock<Vec<KnownValue>> = LazyLock::new(|| {
            vec![
                KnownValue::new("2010/11 Q2", ""),
                KnownValue::new("2008/09 Q4", ""),
            ]
        });
        match field {
            "theme" => &THEMES,
            "officer" => &OFFICERS,
            "due" => &PERIODS,
            _ => &[],
        }
    }

    fn at_the_end(input: &str) -> (Assist, Vec<String>) {
        let grammar = Grammar {
            fields: FIELDS,
            is_code: &|_| false,
            known: &known,
        };
        let assist = assist(input, input.len(), &grammar);
        let taken = assist.options.iter().map(|option| {
            let mut whole = input.to_owned();
            whole.replace_range(assist.range.clone(), &option.insert);
            whole
        });
        let taken = taken.collect();
        (assist, taken)
    }

    #[test]
    fn what_is_taken_stands_in_the_place_of_what_was_typed() {
        for (input, taken) in [
            ("ra", &["rating:"] as &[&str]),
            ("word !ra", &["word !rating:"]),
            ("rag", &["rating:"]),
            ("xyz", &[]),
            ("rating:", &["rating:red", "rating:amber", "rating:green"]),
            ("rating:red,am", &["rating:red,amber"]),
            ("rag:g", &["rag:green"]),
            ("a|rating:g", &["a|rating:green"]),
            ("stage:>", &["stage:>1", "stage:>2", "stage:>3"]),
            ("stage:1..3", &["stage:1..3"]),
            ("theme:l", &["theme:LN"]),
            ("theme:well", &["theme:HW"]),
            ("officer:off", &["officer:\"Chief Officer\""]),
            ("officer:\"chief o", &["officer:\"Chief Officer\""]),
            ("officer:p", &["officer:PCT"]),
            ("due:<2010/", &["due:<2010/11 Q2"]),
        ] {
            assert_eq!(at_the_end(input).1, taken, "{input}");
        }
    }

    #[test]
    fn while_nothing_is_typed_all_fields_are_offered() {
        assert_eq!(at_the_end("").0.options.len(), FIELDS.len());
        assert_eq!(at_the_end("word ").0.range, 5..5);
    }

    #[test]
    fn a_cursor_within_the_query_sees_only_what_stands_before_it() {
        let grammar = Grammar {
            fields: FIELDS,
            is_code: &|_| false,
            known: &known,
        };
        let found = assist("rat word", 3, &grammar);
        assert_eq!((found.range, found.options.len()), (0..3, 1));
    }
}
