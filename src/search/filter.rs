//! Filters: `rating:red,amber`, `stage:3..5`, `due:<2010-12`, `code:NI*`, as the tests that they ask for.
//!
//! Search knows no domain, so the caller says which fields there are (`field`) and answers whether a record
//! passes. What was typed arrives there as tests with their values (`value`); unknown ones never do.

use std::ops::Range;

use super::code::fold_code;
use super::fold::Key;
use super::letters::starts_word;

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
}
