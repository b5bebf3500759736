//! Words, numbers and marks of a published cell, as the readers of days, periods and timescales see them.
//!
//! Imports the standard library alone. Spaces vanish, every dash is one dash and mark-up left by the
//! papers (`26<sup>th</sup> June 2008`, paper 004, line 11) is passed over, so that the readers
//! compare meanings and not spellings.

/// The first year a published paper can speak of, and one past the last.
pub(crate) const YEARS: std::ops::Range<i16> = 1900..2200;

/// Two-digit years below this belong to this century: `98` is 1998, `07` is 2007.
const PIVOT: i16 = 70;

/// One piece of a cell.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Token {
    Number(Number),
    Word { lower: String, capital: bool },
    Mark(char),
}

/// A run of decimal digits; `31st` is one number, an ordinal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Number {
    /// What the digits say; the largest number where they say more than fits.
    pub value: u32,
    /// How many digits were written, leading zeros included.
    pub width: usize,
    /// Whether `st`, `nd`, `rd` or `th` follows.
    pub ordinal: bool,
}

impl Number {
    /// The year a four-digit number names.
    pub fn year(self) -> Option<i16> {
        let year = i16::try_from(self.value).ok()?;
        (self.width == 4 && !self.ordinal && YEARS.contains(&year)).then_some(year)
    }

    /// The year a two-digit number names.
    pub fn short_year(self) -> Option<i16> {
        let year = i16::try_from(self.value).ok()?;
        (self.width == 2 && !self.ordinal).then_some(if year < PIVOT {
            2000 + year
        } else {
            1900 + year
        })
    }

    /// The number as a small one, where it is one.
    pub fn small(self) -> Option<u8> {
        u8::try_from(self.value).ok()
    }
}

/// A cell in pieces. Every look beyond the end finds nothing.
#[derive(Debug, Clone)]
pub(crate) struct Tokens(Vec<Token>);

impl Tokens {
    /// Takes a cell apart.
    pub fn of(text: &str) -> Self {
        let mut tokens: Vec<Token> = Vec::new();
        let mut rest = text;
        while let Some(first) = rest.chars().next() {
            rest = if first.is_ascii_digit() {
                let (digits, after) = split_while(rest, |c| c.is_ascii_digit());
                tokens.push(Token::Number(Number {
                    value: digits.parse().unwrap_or(u32::MAX),
                    width: digits.len(),
                    ordinal: false,
                }));
                after
            } else if first.is_alphabetic() {
                let (word, after) = split_while(rest, char::is_alphabetic);
                push_word(&mut tokens, word, first.is_uppercase());
                after
            } else if let Some(after) = after_tag(rest) {
                after
            } else {
                if !first.is_whitespace() {
                    tokens.push(Token::Mark(if is_dash(first) { '-' } else { first }));
                }
                rest.strip_prefix(first).unwrap_or_default()
            };
        }
        Self(tokens)
    }

    /// How many pieces there are.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// The number at a place.
    pub fn number(&self, at: usize) -> Option<Number> {
        match self.0.get(at) {
            Some(Token::Number(number)) => Some(*number),
            _ => None,
        }
    }

    /// The word at a place, in lower case.
    pub fn word(&self, at: usize) -> Option<&str> {
        match self.0.get(at) {
            Some(Token::Word { lower, .. }) => Some(lower),
            _ => None,
        }
    }

    /// Whether one of these words stands at a place.
    pub fn is_word(&self, at: usize, words: &[&str]) -> bool {
        self.word(at).is_some_and(|word| words.contains(&word))
    }

    /// Whether the word at a place was written with a capital: `May` is a month, `may` seldom.
    pub fn is_capital(&self, at: usize) -> bool {
        matches!(self.0.get(at), Some(Token::Word { capital: true, .. }))
    }

    /// The mark at a place.
    pub fn mark(&self, at: usize) -> Option<char> {
        match self.0.get(at) {
            Some(Token::Mark(mark)) => Some(*mark),
            _ => None,
        }
    }

    /// Whether one of these marks stands at a place.
    pub fn is_mark(&self, at: usize, marks: &[char]) -> bool {
        self.mark(at).is_some_and(|mark| marks.contains(&mark))
    }

    /// The month, 1 to 12, that the word at a place names.
    pub fn month(&self, at: usize) -> Option<u8> {
        month(self.word(at)?)
    }

    /// The place after a joining word or mark of a list: `,`, `and`, `&`, `, and`.
    pub fn after_list_join(&self, at: usize) -> Option<usize> {
        if self.is_mark(at, &[',']) {
            Some(if self.is_word(at + 1, &["and"]) {
                at + 2
            } else {
                at + 1
            })
        } else {
            (self.is_mark(at, &['&']) || self.is_word(at, &["and"])).then_some(at + 1)
        }
    }

    /// Whether what stands at a place runs on to a later end: `-`, `to`, `until`.
    pub fn is_range_join(&self, at: usize) -> bool {
        self.is_mark(at, &['-']) || self.is_word(at, &["to", "until", "till"])
    }
}

/// Any of the dashes that the papers use for one another.
pub(crate) fn is_dash(c: char) -> bool {
    matches!(c, '-' | '\u{2010}'..='\u{2015}' | '\u{2212}')
}

/// The English name or usual short form of a month.
pub(crate) fn month(word: &str) -> Option<u8> {
    Some(match word {
        "jan" | "january" => 1,
        "feb" | "february" => 2,
        "mar" | "march" => 3,
        "apr" | "april" => 4,
        "may" => 5,
        "jun" | "june" => 6,
        "jul" | "july" => 7,
        "aug" | "august" => 8,
        "sep" | "sept" | "september" => 9,
        "oct" | "october" => 10,
        "nov" | "november" => 11,
        "dec" | "december" => 12,
        _ => return None,
    })
}

/// Splits where the characters stop being of a kind.
fn split_while(text: &str, kind: impl Fn(char) -> bool) -> (&str, &str) {
    let end = text.find(|c| !kind(c)).unwrap_or(text.len());
    text.split_at_checked(end).unwrap_or((text, ""))
}

/// A word, or the tail that makes the number before it an ordinal (`18 th` in paper 001, line 98).
fn push_word(tokens: &mut Vec<Token>, word: &str, capital: bool) {
    let lower = word.to_lowercase();
    match tokens.last_mut() {
        Some(Token::Number(number)) if matches!(lower.as_str(), "st" | "nd" | "rd" | "th") => {
            number.ordinal = true;
        }
        _ => tokens.push(Token::Word { lower, capital }),
    }
}

/// What follows a tag such as `<sup>` or `</u>`, if one stands here.
fn after_tag(text: &str) -> Option<&str> {
    let inner = text.strip_prefix('<')?;
    let named = inner.strip_prefix('/').unwrap_or(inner);
    let (name, after) = split_while(named, |c| c.is_ascii_alphanumeric());
    name.starts_with(|c: char| c.is_ascii_alphabetic())
        .then_some(())?;
    after.strip_prefix('>')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_ordinal_is_one_number_however_it_is_spaced() {
        for text in ["26<sup>th</sup> June", "26th June", "26 th June"] {
            let tokens = Tokens::of(text);
            assert_eq!(tokens.len(), 2, "{text}");
            assert!(tokens.number(0).unwrap().ordinal, "{text}");
            assert_eq!(tokens.month(1), Some(6), "{text}");
        }
    }

    #[test]
    fn every_dash_is_one_dash_and_spaces_vanish() {
        let tokens = Tokens::of("Oct \u{2013} Mar");
        assert_eq!(tokens.mark(1), Some('-'));
        assert_eq!(tokens.len(), 3);
    }

    #[test]
    fn a_number_too_long_to_hold_is_kept_as_the_largest() {
        let tokens = Tokens::of("99999999999999999999");
        assert_eq!(tokens.number(0).unwrap().value, u32::MAX);
        assert_eq!(tokens.number(0).unwrap().year(), None);
    }

    #[test]
    fn two_digit_years_fall_within_living_memory() {
        let year = |text: &str| Tokens::of(text).number(0).and_then(Number::short_year);
        assert_eq!(year("07"), Some(2007));
        assert_eq!(year("98"), Some(1998));
        assert_eq!(year("7"), None);
    }
}
