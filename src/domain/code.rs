//! Codes as people see and type them: `NI 117`, `CYPP-P1-3`, `LSP-HW2b(i)a`.
//!
//! Imports the standard library alone. Two spellings are one code when they fold alike
//! (domain rules, section 2, Identity).

use crate::domain::token::is_dash;

/// What a character is to the folding.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Letter,
    Digit,
    Other,
}

fn kind(c: char) -> Kind {
    if c.is_ascii_digit() {
        Kind::Digit
    } else if c.is_alphabetic() {
        Kind::Letter
    } else {
        Kind::Other
    }
}

fn is_separator(c: char) -> bool {
    c.is_whitespace() || is_dash(c)
}

/// The form in which codes are compared.
///
/// Case is folded. Spaces and dashes vanish between a letter and a digit and become one dash between
/// digits. Between letters they become one dash as well (`LSP-TP1e` and `LSP TP1e` are one code);
/// beside any other sign, and at the ends, they vanish (`LSP- HW2b (i)a`, paper 001, line 1248).
#[must_use]
pub fn fold(code: &str) -> String {
    let mut folded = String::with_capacity(code.len());
    let mut last: Option<char> = None;
    let mut parted = false;
    for c in code.chars() {
        if is_separator(c) {
            parted = true;
            continue;
        }
        if let Some(before) = last
            && parted
            && kind(before) == kind(c)
            && kind(c) != Kind::Other
        {
            folded.push('-');
        }
        folded.extend(c.to_lowercase());
        (last, parted) = (Some(c), false);
    }
    folded
}

/// Whether two spellings are one code: `ni117` and `NI 117`, but not `CYPP-P1-3` and `CYPP-P13`.
#[must_use]
pub fn same(one: &str, other: &str) -> bool {
    fold(one) == fold(other)
}

/// The key by which codes are put in order: numbers count as numbers, so that LN-2 comes before LN-10.
#[must_use]
pub fn in_order(code: &str) -> Vec<(String, u64)> {
    let folded = fold(code);
    let mut parts = vec![(String::new(), 0_u64)];
    let mut in_number = false;
    for c in folded.chars() {
        let digit = c.to_digit(10).map(u64::from);
        if digit.is_none() && in_number {
            parts.push((String::new(), 0));
        }
        in_number = digit.is_some();
        if let Some((letters, number)) = parts.last_mut() {
            match digit {
                Some(digit) => *number = number.saturating_mul(10).saturating_add(digit),
                None => letters.push(c),
            }
        }
    }
    parts
}

/// Whether what was typed so far begins a code; nothing typed begins every code.
///
/// A dash typed after a digit says that the number is done: `CYPP-P1-` begins `CYPP-P1-3` and not
/// `CYPP-P13`.
#[must_use]
pub fn is_prefix(typed: &str, code: &str) -> bool {
    let folded = fold(code);
    let Some(rest) = folded.strip_prefix(&fold(typed)) else {
        return false;
    };
    let bare = typed.trim_end_matches(is_separator);
    let number_done = ends_in_dash(typed) && bare.ends_with(|c: char| c.is_ascii_digit());
    !(number_done && rest.starts_with(|c: char| c.is_ascii_digit()))
}

/// What is left of a code without the prefix of a plan (`LSP`, `CYPP`), which may be left off where
/// the rest is unique: `TP1e` of `LSP-TP1e`, `P1-3` of `CYPP-P1-3`.
///
/// None where the code is of another plan, or is the prefix alone.
#[must_use]
pub fn without_plan_prefix<'a>(code: &'a str, plan: &str) -> Option<&'a str> {
    let mut rest = code.trim_start();
    let mut prefix = plan.chars().filter(|c| !is_separator(*c)).peekable();
    prefix.peek()?;
    for wanted in prefix {
        let c = rest.chars().find(|c| !is_separator(*c))?;
        c.to_lowercase().eq(wanted.to_lowercase()).then_some(())?;
        rest = rest.trim_start_matches(is_separator).strip_prefix(c)?;
    }
    let bare = rest.trim_start_matches(is_separator);
    // `LSPX-1` has another prefix; `CYPP7` has this one.
    let whole = bare.len() < rest.len() || bare.starts_with(|c: char| c.is_ascii_digit());
    (whole && !bare.is_empty()).then_some(bare)
}

/// Whether a code fits a pattern in which `*` is any run of characters and `?` any one: `NI*`.
///
/// Pattern and code are folded alike. A dash between a digit and a star is kept, as it says that the
/// number is done: `CYPP-P1-*` is not `CYPP-P13`.
#[must_use]
pub fn matches_glob(pattern: &str, code: &str) -> bool {
    let mut folded = String::new();
    for part in pattern.split_inclusive('*') {
        let literal = part.strip_suffix('*').unwrap_or(part);
        folded.push_str(&fold(literal));
        let done = ends_in_dash(literal)
            && literal
                .trim_end_matches(is_separator)
                .ends_with(|c: char| c.is_ascii_digit());
        if part.len() > literal.len() {
            folded.push_str(if done { "-*" } else { "*" });
        }
    }
    let pattern: Vec<char> = folded.chars().collect();
    let code: Vec<char> = fold(code).chars().collect();
    fits(&pattern, &code)
}

fn ends_in_dash(text: &str) -> bool {
    text.chars()
        .rev()
        .take_while(|c| is_separator(*c))
        .any(is_dash)
}

/// The usual walk with one place to go back to: the last star.
fn fits(pattern: &[char], code: &[char]) -> bool {
    let (mut at, mut seen) = (0, 0);
    let mut star: Option<(usize, usize)> = None;
    while let Some(c) = code.get(seen) {
        match pattern.get(at) {
            Some('*') => {
                star = Some((at, seen));
                at += 1;
            }
            Some(wanted) if wanted == c || *wanted == '?' => {
                at += 1;
                seen += 1;
            }
            _ => {
                let Some((star_at, taken)) = star else {
                    return false;
                };
                star = Some((star_at, taken + 1));
                (at, seen) = (star_at + 1, taken + 1);
            }
        }
    }
    pattern.iter().skip(at).all(|c| *c == '*')
}

#[cfg(test)]
mod tests;
