//! Filters: `rating:red,amber`, `stage:3..5`, `due:<2010-12`, `code:NI*`.
//!
//! Search knows no domain, so the caller says which fields there are and answers whether a record passes.
//! What was typed arrives there as tests with their values; unknown fields and values never do.

use std::ops::Range;

use super::code::fold_code;
use super::fold::Key;
use super::letters::starts_word;
use super::query::{QueryError, Trouble};

/// A field that queries may name, as the caller's table has it.
#[derive(Debug, Clone, Copy)]
pub struct FieldSpec<'a> {
    /// The name to type and to show.
    pub name: &'a str,
    /// Other names for it.
    pub aliases: &'a [&'a str],
    /// All values there are, where they are a choice.
    pub values: Option<&'a [&'a str]>,
    /// Whether `<`, `>` and `..` make sense of its values.
    pub ordered: bool,
}

/// The number of a field in the caller's table.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct FieldKey(pub usize);

/// One test of a field's value. Values of a choice are spelled as the table spells them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Test {
    /// The value itself.
    Is(String),
    /// A pattern with `*` for any run of characters.
    Like(String),
    /// `<`
    Below(String),
    /// `<=`
    AtMost(String),
    /// `>`
    Above(String),
    /// `>=`
    AtLeast(String),
    /// `a..b`, both ends within. A span of months is written the same way: the caller's field decides.
    Between(String, String),
}

/// A field with the tests of which one must hold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Filter {
    /// The field, by its number in the caller's table.
    pub field: FieldKey,
    /// The field's name in the table.
    pub name: String,
    /// One of these must hold.
    pub tests: Vec<Test>,
    /// Where the filter stands in the query.
    pub range: Range<usize>,
}

impl Test {
    /// Whether a text passes: it holds the value at the start of a word, or fits the pattern whole.
    /// Comparisons never hold for plain text.
    pub fn holds_for_text(&self, text: &str) -> bool {
        let key = Key::new(text);
        match self {
            Self::Is(value) => {
                let value = Key::new(value);
                let mut places = key.text().match_indices(value.text());
                places.any(|(at, _)| starts_word(key.text(), at))
            }
            Self::Like(pattern) => {
                fits(pattern, key.text(), |part| Key::new(part).text().to_owned())
            }
            _ => false,
        }
    }

    /// Whether a code passes: it is the value, or fits the pattern. Comparisons never hold for codes.
    pub fn holds_for_code(&self, code: &str) -> bool {
        match self {
            Self::Is(value) => fold_code(value) == fold_code(code),
            Self::Like(pattern) => fits(pattern, &fold_code(code), fold_code),
            _ => false,
        }
    }

    /// Whether an ordered value passes, given how the typed values are read. A value that cannot be read passes nothing.
    pub fn holds_for_order<T: PartialOrd>(
        &self,
        value: &T,
        read: impl Fn(&str) -> Option<T>,
    ) -> bool {
        let against = |typed: &str, holds: fn(&T, &T) -> bool| {
            read(typed).is_some_and(|limit| holds(value, &limit))
        };
        match self {
            Self::Is(typed) => against(typed, |value, limit| value == limit),
            Self::Like(_) => false,
            Self::Below(typed) => against(typed, |value, limit| value < limit),
            Self::AtMost(typed) => against(typed, |value, limit| value <= limit),
            Self::Above(typed) => against(typed, |value, limit| value > limit),
            Self::AtLeast(typed) => against(typed, |value, limit| value >= limit),
            Self::Between(low, high) => {
                against(low, |value, limit| value >= limit)
                    && against(high, |value, limit| value <= limit)
            }
        }
    }
}

/// Whether a folded text fits a pattern of parts between stars.
fn fits(pattern: &str, text: &str, fold: impl Fn(&str) -> String) -> bool {
    let parts: Vec<String> = pattern.split('*').map(fold).collect();
    let (Some(first), Some(last)) = (parts.first(), parts.last()) else {
        return false;
    };
    let Some(mut rest) = text.strip_prefix(first.as_str()) else {
        return false;
    };
    for part in parts
        .get(1..parts.len().saturating_sub(1))
        .unwrap_or_default()
    {
        let Some((_, after)) = rest.split_once(part.as_str()) else {
            return false;
        };
        rest = after;
    }
    if parts.len() == 1 {
        rest.is_empty()
    } else {
        rest.ends_with(last.as_str())
    }
}

/// What a sign before a value makes of it.
type Make = fn(String) -> Test;

/// A value as it was typed.
#[derive(Debug, Clone)]
pub(super) struct Value {
    pub(super) text: String,
    /// Quotes take the meaning off `<`, `>` and `..`.
    pub(super) quoted: bool,
    pub(super) range: Range<usize>,
}

/// Makes a filter of a field's name and values, or says what is nearest to them.
pub(super) fn filter(
    name: (&str, Range<usize>),
    values: &[Value],
    range: Range<usize>,
    fields: &[FieldSpec<'_>],
) -> Result<Filter, QueryError> {
    let is_named = |field: &FieldSpec<'_>| {
        std::iter::once(&field.name)
            .chain(field.aliases)
            .any(|known| known.eq_ignore_ascii_case(name.0))
    };
    let Some((number, field)) = fields.iter().enumerate().find(|(_, field)| is_named(field)) else {
        let known = fields
            .iter()
            .flat_map(|field| std::iter::once(&field.name).chain(field.aliases));
        let nearest = nearest(name.0, known.copied());
        let nearest = nearest.and_then(|near| {
            fields
                .iter()
                .find(|field| field.name == near || field.aliases.contains(&near))
        });
        let all = fields.iter().map(|field| field.name).collect();
        return Err(QueryError::new(
            Trouble::UnknownField,
            name,
            nearest.map(|field| field.name),
            all,
        ));
    };
    let mut tests = Vec::with_capacity(values.len());
    for value in values.iter().filter(|value| !value.text.is_empty()) {
        tests.push(test(field, value)?);
    }
    if tests.is_empty() {
        let all = field.values.unwrap_or_default().to_vec();
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

fn test(field: &FieldSpec<'_>, value: &Value) -> Result<Test, QueryError> {
    let known = |text: &str| known_value(field, text, value);
    if value.quoted {
        return known(&value.text).map(Test::Is);
    }
    let signs: [(&str, Make); 5] = [
        ("<=", Test::AtMost),
        (">=", Test::AtLeast),
        ("<", Test::Below),
        (">", Test::Above),
        ("=", Test::Is),
    ];
    for (sign, make) in signs {
        if let Some(rest) = value.text.strip_prefix(sign) {
            if sign != "=" && !field.ordered {
                return Err(QueryError::new(
                    Trouble::NotOrdered,
                    (field.name, value.range.clone()),
                    None,
                    Vec::new(),
                ));
            }
            return known(rest).map(make);
        }
    }
    if let (true, Some((low, high))) = (field.ordered, value.text.split_once("..")) {
        return match (low.is_empty(), high.is_empty()) {
            (false, false) => Ok(Test::Between(known(low)?, known(high)?)),
            (false, true) => known(low).map(Test::AtLeast),
            (true, false) => known(high).map(Test::AtMost),
            (true, true) => Err(QueryError::new(
                Trouble::MissingValue,
                (field.name, value.range.clone()),
                None,
                Vec::new(),
            )),
        };
    }
    if value.text.contains('*') {
        return Ok(Test::Like(value.text.clone()));
    }
    known(&value.text).map(Test::Is)
}

/// The value as the table spells it, or an error that names the nearest.
fn known_value(field: &FieldSpec<'_>, text: &str, value: &Value) -> Result<String, QueryError> {
    if text.is_empty() {
        return Err(QueryError::new(
            Trouble::MissingValue,
            (field.name, value.range.clone()),
            None,
            Vec::new(),
        ));
    }
    let Some(values) = field.values else {
        return Ok(text.to_owned());
    };
    // `on track`, `on-track` and `on_track` are one choice.
    let plain = |text: &str| Key::new(text).text().replace('_', " ");
    let wanted = plain(text);
    if let Some(known) = values.iter().find(|known| plain(known) == wanted) {
        return Ok((*known).to_owned());
    }
    let nearest = nearest(text, values.iter().copied());
    Err(QueryError::new(
        Trouble::UnknownValue(field.name.to_owned()),
        (text, value.range.clone()),
        nearest,
        values.to_vec(),
    ))
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
    fn patterns_fit_codes_and_texts() {
        let like = |pattern: &str| Test::Like(pattern.to_owned());
        assert!(like("NI*").holds_for_code("NI 117"));
        assert!(like("ni 1*7").holds_for_code("NI-117"));
        assert!(!like("NI*").holds_for_code("LSP-TP1e"));
        assert!(like("*1d").holds_for_code("LN-1d"));
        assert!(!like("n*i*i").holds_for_code("ni"));
        assert!(Test::Is("ni 117".into()).holds_for_code("NI117"));
        assert!(Test::Is("threl".into()).holds_for_text("Sally Threlfall"));
        assert!(!Test::Is("fall".into()).holds_for_text("Sally Threlfall"));
        assert!(like("sally*").holds_for_text("Sally Threlfall"));
    }

    #[test]
    fn ordered_values_are_compared_as_the_caller_reads_them() {
        let read = |text: &str| text.parse::<i32>().ok();
        assert!(Test::Between("3".into(), "5".into()).holds_for_order(&5, read));
        assert!(!Test::Below("3".into()).holds_for_order(&3, read));
        assert!(Test::AtLeast("3".into()).holds_for_order(&3, read));
        assert!(!Test::Above("x".into()).holds_for_order(&3, read));
    }

    #[test]
    fn the_nearest_word_is_named_and_none_where_nothing_is_near() {
        let known = ["rating", "direction", "theme", "coverage"];
        assert_eq!(nearest("raitng", known), Some("rating"));
        assert_eq!(nearest("cover", known), Some("coverage"));
        assert_eq!(nearest("dircetion", known), Some("direction"));
        assert_eq!(nearest("zzzz", known), None);
    }
}
