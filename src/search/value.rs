//! Values as they are typed: read into tests, or an error that names the nearest.

use std::ops::Range;

use super::code::fold_code;
use super::field::{FieldSpec, KnownValue, Values};
use super::filter::{FieldKey, Filter, Test};
use super::fold::Key;
use super::letters::words_of;
use super::query::{Grammar, QueryError, Trouble};

/// What a sign before a value makes of it.
type Make = fn(String) -> Test;

/// The signs of comparison, the longer first.
const SIGNS: [(&str, Make); 5] = [
    ("<=", Test::AtMost),
    (">=", Test::AtLeast),
    ("<", Test::Below),
    (">", Test::Above),
    ("=", Test::Is),
];

/// A value as it was typed.
#[derive(Debug, Clone)]
pub(super) struct Value {
    pub(super) text: String,
    /// Quotes take the meaning off `<`, `>` and `..`.
    pub(super) quoted: bool,
    pub(super) range: Range<usize>,
}

/// A typed value without the sign of comparison before it, and that sign.
pub(super) fn without_sign(text: &str) -> (&str, &str) {
    let signs = SIGNS.iter().map(|(sign, _)| *sign);
    let sign = signs.into_iter().find(|sign| text.starts_with(sign));
    text.split_at(sign.map_or(0, str::len))
}

/// Makes a filter of a field's name and values, or says what is nearest to them.
pub(super) fn filter(
    name: (&str, Range<usize>),
    values: &[Value],
    range: Range<usize>,
    grammar: &Grammar<'_>,
) -> Result<Filter, QueryError> {
    let fields = grammar.fields;
    let found = fields.iter().enumerate();
    let Some((number, field)) = found.into_iter().find(|(_, field)| field.is_named(name.0)) else {
        return Err(unknown_field(name, fields));
    };
    let known = (grammar.known)(field.name);
    let mut tests = Vec::with_capacity(values.len());
    for value in values.iter().filter(|value| !value.text.is_empty()) {
        Reading {
            field,
            known,
            value,
        }
        .read(&mut tests)?;
    }
    if tests.is_empty() {
        let all = field.values.fixed().to_vec();
        return Err(QueryError::new(
            Trouble::MissingValue,
            (field.name, range),
            None,
            all,
        ));
    }
    Ok(Filter {
        field: FieldKey(number),
        name: field.name.to_owned(),
        tests,
        range,
    })
}

fn unknown_field(name: (&str, Range<usize>), fields: &[FieldSpec<'_>]) -> QueryError {
    let known = fields
        .iter()
        .flat_map(|field| std::iter::once(&field.name).chain(field.aliases));
    let nearest = nearest(name.0, known.copied());
    let nearest = nearest.and_then(|near| fields.iter().find(|field| field.is_named(near)));
    let all = fields.iter().map(|field| field.name).collect();
    QueryError::new(
        Trouble::UnknownField,
        name,
        nearest.map(|field| field.name),
        all,
    )
}

/// One value on its way to tests.
struct Reading<'a> {
    field: &'a FieldSpec<'a>,
    known: &'a [KnownValue],
    value: &'a Value,
}

impl Reading<'_> {
    fn read(&self, tests: &mut Vec<Test>) -> Result<(), QueryError> {
        let text = &self.value.text;
        if self.value.quoted {
            return self.words(text, tests);
        }
        if let Some((sign, make)) = SIGNS.iter().find(|(sign, _)| text.starts_with(sign)) {
            let rest = text.get(sign.len()..).unwrap_or_default();
            if *sign == "=" {
                return self.words(rest, tests);
            }
            if !self.field.values.is_ordered() {
                return Err(self.trouble(Trouble::NotOrdered));
            }
            tests.push(make(self.one(rest)?));
            return Ok(());
        }
        if let (true, Some((low, high))) = (self.field.values.is_ordered(), text.split_once("..")) {
            tests.push(match (low.is_empty(), high.is_empty()) {
                (false, false) => Test::Between(self.one(low)?, self.one(high)?),
                (false, true) => Test::AtLeast(self.one(low)?),
                (true, false) => Test::AtMost(self.one(high)?),
                (true, true) => return Err(self.trouble(Trouble::MissingValue)),
            });
            return Ok(());
        }
        if text.contains('*') {
            tests.push(Test::Like(text.clone()));
            return Ok(());
        }
        self.words(text, tests)
    }

    /// The tests for what was typed without a sign: of a choice, all that it begins.
    fn words(&self, text: &str, tests: &mut Vec<Test>) -> Result<(), QueryError> {
        if text.is_empty() {
            return Err(self.trouble(Trouble::MissingValue));
        }
        match self.field.values {
            Values::Choice(words) | Values::Steps(words) => {
                let meant = begun(text, words);
                if meant.is_empty() {
                    return Err(self.unknown(text, nearest(text, words.iter().copied())));
                }
                tests.extend(meant.into_iter().map(|word| Test::Is(word.to_owned())));
            }
            Values::Known if !self.known.is_empty() => {
                let meant = begun_known(text, self.known);
                if meant.is_empty() {
                    return Err(self.unknown(text, nearest_known(text, self.known)));
                }
                tests.extend(meant.into_iter().map(|value| Test::Is(value.shown.clone())));
            }
            Values::Read { .. } => tests.push(Test::Is(self.one(text)?)),
            Values::Text | Values::Code | Values::Known => tests.push(Test::Is(text.to_owned())),
        }
        Ok(())
    }

    /// A value to be compared with: exactly one.
    fn one(&self, text: &str) -> Result<String, QueryError> {
        if text.is_empty() {
            return Err(self.trouble(Trouble::MissingValue));
        }
        match self.field.values {
            Values::Steps(words) => {
                let known = words.iter().find(|known| plain(known) == plain(text));
                let nearest = || nearest(text, words.iter().copied());
                let unknown = || self.unknown(text, nearest());
                known.map(|known| (*known).to_owned()).ok_or_else(unknown)
            }
            Values::Read { is_one, like } if !is_one(text) => {
                let trouble = Trouble::Unreadable(self.field.name.to_owned());
                let at = (text, self.value.range.clone());
                Err(QueryError::new(trouble, at, None, vec![like]))
            }
            _ => Ok(text.to_owned()),
        }
    }

    fn trouble(&self, trouble: Trouble) -> QueryError {
        let at = (self.field.name, self.value.range.clone());
        QueryError::new(trouble, at, None, Vec::new())
    }

    fn unknown(&self, text: &str, nearest: Option<&str>) -> QueryError {
        let known = if self.known.is_empty() {
            self.field.values.fixed().to_vec()
        } else {
            self.known
                .iter()
                .map(|value| value.shown.as_str())
                .collect()
        };
        let trouble = Trouble::UnknownValue(self.field.name.to_owned());
        QueryError::new(trouble, (text, self.value.range.clone()), nearest, known)
    }
}

/// A choice in the form in which choices compare: `on track`, `on-track` and `on_track` are one.
pub(super) fn plain(text: &str) -> String {
    Key::new(text).text().replace('_', " ")
}

/// The word that was typed whole, else all that it begins, else those of which it is the plural.
fn begun<'a>(text: &str, words: &[&'a str]) -> Vec<&'a str> {
    let wanted = plain(text);
    let fitting = |fits: &dyn Fn(&str) -> bool| -> Vec<&'a str> {
        let words = words.iter().copied();
        words.filter(|word| fits(&plain(word))).collect()
    };
    let whole = fitting(&|word| word == wanted);
    if !whole.is_empty() {
        return whole;
    }
    let begun = fitting(&|word| word.starts_with(&wanted));
    if !begun.is_empty() {
        return begun;
    }
    let single = match wanted.strip_suffix("ies") {
        Some(stem) => format!("{stem}y"),
        None => wanted.trim_end_matches('s').to_owned(),
    };
    fitting(&|word| word == single)
}

/// The value with that short name, else those of which that or a word of the title begins so.
pub(super) fn begun_known<'a>(text: &str, known: &'a [KnownValue]) -> Vec<&'a KnownValue> {
    let code = fold_code(text);
    let whole: Vec<&KnownValue> = known
        .iter()
        .filter(|value| fold_code(&value.shown) == code)
        .collect();
    if !whole.is_empty() {
        return whole;
    }
    let wanted = Key::new(text);
    let begins = |value: &&KnownValue| {
        fold_code(&value.shown).starts_with(&code)
            || begins_a_word(wanted.text(), &value.title)
            || begins_a_word(wanted.text(), &value.shown)
    };
    known.iter().filter(begins).collect()
}

/// Whether a folded text begins at a word of another.
pub(super) fn begins_a_word(wanted: &str, text: &str) -> bool {
    let key = Key::new(text);
    let mut words = words_of(key.text());
    words.any(|(at, _)| {
        key.text()
            .get(at..)
            .is_some_and(|rest| rest.starts_with(wanted))
    })
}

/// The value whose short name, or a word of whose title, is nearest.
fn nearest_known<'a>(text: &str, known: &'a [KnownValue]) -> Option<&'a str> {
    let by_name = nearest(text, known.iter().map(|value| value.shown.as_str()));
    by_name.or_else(|| {
        let titles = known
            .iter()
            .flat_map(|value| value.title.split_whitespace());
        let word = nearest(text, titles)?;
        let of = known.iter().find(|value| value.title.contains(word))?;
        Some(of.shown.as_str())
    })
}

/// The known word nearest to a mistyped one: one that it begins, else by letters wrong, missing, added or swapped.
pub fn nearest<'a>(typed: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let typed = typed.to_lowercase();
    let judged = known.into_iter().map(|word| {
        let lower = word.to_lowercase();
        let begins = typed.len() >= 2 && lower.starts_with(&typed);
        let apart = if begins {
            0
        } else {
            strsim::osa_distance(&typed, &lower)
        };
        (apart, word)
    });
    let (apart, word) = judged.min_by_key(|(apart, _)| *apart)?;
    let most = typed.chars().count().max(word.chars().count()).div_ceil(2);
    (apart <= most.min(4)).then_some(word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_nearest_word_is_named_and_none_where_nothing_is_near() {
        let known = ["rating", "direction", "theme", "coverage"];
        assert_eq!(nearest("raitng", known), Some("rating"));
        assert_eq!(nearest("cover", known), Some("coverage"));
        assert_eq!(nearest("dircetion", known), Some("direction"));
        assert_eq!(nearest("zzzz", known), None);
    }
}
