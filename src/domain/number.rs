//! Numbers as papers print them: reading, comparing and writing.
//!
//! Imports the standard library alone. Numbers are finite doubles.

mod finite;

pub use finite::Number;

/// How far apart two numbers may be, beside the larger, and still be the same.
pub const TOLERANCE: f64 = 1e-9;

/// Whether two numbers are the same to one part in a thousand million.
///
/// Zero is the same as zero alone: where a difference is asked for, compare what was subtracted.
#[must_use]
pub fn same(a: f64, b: f64) -> bool {
    (a - b).abs() <= TOLERANCE * a.abs().max(b.abs())
}

/// The shortest text that reads back as the number: `78` for 78.0, never an exponent, never `-0`.
#[must_use]
pub fn shortest(number: f64) -> String {
    // Adding a positive zero takes the sign from a negative one.
    format!("{}", number + 0.0)
}

/// A number, shortest, with commas between its thousands.
#[must_use]
pub fn grouped(number: f64) -> String {
    let text = shortest(number);
    let (sign, size) = text
        .strip_prefix('-')
        .map_or(("", text.as_str()), |size| ("-", size));
    let (whole, decimals) = size
        .split_once('.')
        .map_or((size, None), |(whole, decimals)| (whole, Some(decimals)));
    let mut grouped = String::from(sign);
    for (place, digit) in whole.chars().enumerate() {
        if place > 0 && (whole.len() - place).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    if let Some(decimals) = decimals {
        grouped.push('.');
        grouped.push_str(decimals);
    }
    grouped
}

/// Whether a published number can be the exact one with its last digit cut or rounded.
///
/// Trailing zeros say nothing, so 18.50 was published to one place: 78.2 is 985 of 1258 cut, and
/// 79.4 is not 1630 of 2048 (NI 59, domain rules §4).
#[must_use]
pub fn is_as_published(published: f64, exact: f64) -> bool {
    if !published.is_finite() || !exact.is_finite() {
        return false;
    }
    let places = shortest(published)
        .split_once('.')
        .map_or(0, |(_, decimals)| decimals.len());
    let unit = 10_f64.powi(-i32::try_from(places).unwrap_or(i32::MAX));
    let (size, shown) = (exact.abs(), published.abs());
    let same_side =
        shown == 0.0 || exact == 0.0 || published.is_sign_negative() == exact.is_sign_negative();
    let slack = TOLERANCE * size.max(shown);
    let short_of = size - shown;
    // Cut: less than a whole last digit too low. Rounded: at most half of one too high.
    same_side && short_of >= -unit / 2.0 - slack && short_of < unit - slack
}

/// A number as it stands in a cell, and the text after it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Printed<'a> {
    /// What it says.
    pub value: f64,
    /// Whether it was written with four digits and nothing else, as years are.
    pub like_year: bool,
    /// What follows.
    pub rest: &'a str,
}

/// Reads `1,281`, `83.6`, `-4.6`, `+3` from the start of a text.
///
/// Thousands are in full groups of three. A number with a stray mark after it is garbled and
/// refused: `0'26`, `6:02`, `35.`, `1,28` (paper 001, lines 1090, 1312, 1698).
pub(crate) fn leading(text: &str) -> Option<Printed<'_>> {
    let (negative, unsigned) = sign(text);
    let (whole, mut rest) = digits(unsigned)?;
    let mut digits_seen = whole.to_owned();
    let mut grouped = false;
    while let Some((group, after)) = rest.strip_prefix(',').and_then(digits) {
        let leads = whole.len() <= 3;
        (group.len() == 3 && leads).then_some(())?;
        digits_seen.push_str(group);
        grouped = true;
        rest = after;
    }
    let mut decimal = false;
    if let Some(after_point) = rest.strip_prefix('.') {
        let (decimals, after) = digits(after_point)?;
        digits_seen.push('.');
        digits_seen.push_str(decimals);
        decimal = true;
        rest = after;
    }
    let follows_well = rest.chars().next().is_none_or(|c| {
        c.is_whitespace()
            || c.is_alphabetic()
            || crate::domain::token::is_dash(c)
            || "%()/,;*]".contains(c)
    });
    follows_well.then_some(())?;
    let size: f64 = digits_seen
        .parse()
        .ok()
        .filter(|size: &f64| size.is_finite())?;
    let like_year = whole.len() == 4 && !grouped && !decimal && unsigned.len() == text.len();
    Some(Printed {
        value: if negative { -size } else { size },
        like_year,
        rest,
    })
}

/// Reads a whole number such as the `10,000` of `per 10,000`, and gives the text after it.
pub(crate) fn leading_count(text: &str) -> Option<(u32, &str)> {
    let printed = leading(text)?;
    let whole =
        printed.value.fract() == 0.0 && (1.0..=f64::from(u32::MAX)).contains(&printed.value);
    let count = whole.then(|| shortest(printed.value).parse().ok())??;
    Some((count, printed.rest))
}

/// Whether a minus stands before, and the text after the sign. A dash parted from its number by a
/// space is no sign.
fn sign(text: &str) -> (bool, &str) {
    for minus in ['-', '\u{2212}', '\u{2013}'] {
        if let Some(rest) = text.strip_prefix(minus) {
            return (true, rest);
        }
    }
    (false, text.strip_prefix('+').unwrap_or(text))
}

fn digits(text: &str) -> Option<(&str, &str)> {
    let end = text
        .find(|c: char| !c.is_ascii_digit())
        .unwrap_or(text.len());
    if end == 0 {
        None
    } else {
        text.split_at_checked(end)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_written_shortest() {
        let rows = [
            (78.0, "78"),
            (76.24, "76.24"),
            (-0.0, "0"),
            (0.1, "0.1"),
            (-4.6, "-4.6"),
            (9_200_000.0, "9200000"),
        ];
        for (number, text) in rows {
            assert_eq!(shortest(number), text);
        }
    }

    #[test]
    fn sums_that_differ_only_in_the_dust_are_the_same() {
        assert!(same(0.1 + 0.2, 0.3));
        assert!(same(0.0, 0.0));
        assert!(!same(79.4, 79.400_001));
        assert!(!same(0.0, 1e-12));
        assert!(!same(f64::NAN, f64::NAN));
    }

    #[test]
    fn a_published_number_may_be_cut_or_rounded_in_its_last_digit() {
        let rows = [
            (76.24, 1171.0, 1536.0, true),      // paper 003, line 294
            (68.9, 93.0, 135.0, true),          // paper 003, line 295
            (78.2, 985.0, 1258.0, true),        // paper 003, line 143: 78.298 cut
            (71.3, 373.0, 523.0, true),         // paper 003, line 142
            (80.0, 212.0, 264.0, true),         // paper 003, line 60
            (68.0, 6218.0, 9110.0, true),       // paper 003, line 259
            (6.63, 6650.0, 100_236.0, true),    // paper 003, line 13
            (35.73, 35835.0, 100_236.0, false), // paper 003, line 14: it is 35.75
            (79.4, 1630.0, 2048.0, false),      // domain rules, section 4
            (-79.6, 1630.0, 2048.0, false),
        ];
        for (published, part, whole, agrees) in rows {
            assert_eq!(
                is_as_published(published, 100.0 * part / whole),
                agrees,
                "{published}"
            );
        }
    }

    #[test]
    fn garbled_numbers_are_refused() {
        for text in [
            "0'26",
            "6:02",
            "35. (2009/10",
            "1,28",
            "12,34,567",
            "1234,567",
            ".5",
            "",
            "per",
            "- 5",
            "5\u{b2}",
        ] {
            assert_eq!(leading(text), None, "{text}");
        }
    }

    #[test]
    fn a_number_is_read_with_its_sign_and_thousands() {
        let rows = [
            ("1,281 (", 1281.0),
            ("151,800)", 151_800.0),
            ("-4.6%", -4.6),
            ("\u{2212}3", -3.0),
            ("+2.5", 2.5),
        ];
        for (text, value) in rows {
            assert!(
                leading(text).is_some_and(|printed| same(printed.value, value)),
                "{text}"
            );
        }
        assert_eq!(
            leading_count("10,000 population"),
            Some((10_000, " population"))
        );
        assert_eq!(leading_count("0.5"), None);
    }
}
