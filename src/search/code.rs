//! Codes: how they compare, and how a typed word stands in one. Case never counts here.

use super::fold::Key;
use super::letters::{ends_word, starts_word};
use super::rank::CodeQuality;
use super::word::Word;

/// The form in which codes compare, for texts as people type them: accents and apostrophes folded away
/// first, then as the domain has it.
pub fn fold_code(code: &str) -> String {
    fold_code_key(Key::new(code).text())
}

/// [`fold_code`] of a text that is folded already (its dashes are spaces by then).
pub(super) use crate::domain::code::fold as fold_code_key;

/// How a word stands in a folded code, and from which byte on. Case never counts in codes.
pub(super) fn code_place(word: &Word, code: &str) -> Option<(CodeQuality, usize)> {
    let wanted = word.code();
    if wanted.is_empty() {
        return None;
    }
    if code.starts_with(wanted) {
        let quality = if code.len() == wanted.len() {
            CodeQuality::Exact
        } else {
            CodeQuality::Prefix
        };
        return Some((quality, 0));
    }
    let mut best = None;
    for (at, _) in code.match_indices(wanted) {
        let starts = starts_word(code, at);
        if starts && wanted.len() >= 3 && ends_word(code, at + wanted.len()) {
            return Some((CodeQuality::Part, at));
        }
        if best.is_none() && (starts || word.length >= 2 && !word.joined) {
            best = Some((CodeQuality::Inside, at));
        }
    }
    best
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_compare_without_blanks_between_letter_and_digit_only() {
        let same = [
            ("ni117", "NI 117"),
            ("ni-117", "NI117"),
            ("cypp p1 3", "CYPP-P1-3"),
            ("lsp hw2b (i) a", "LSP-HW2b(i)a"),
            ("NI 187 A", "ni187a"),
            ("in 1.3", "IN 1.3"),
            ("HW–2a", "hw2a"),
        ];
        for (one, other) in same {
            assert_eq!(fold_code(one), fold_code(other));
        }
        assert_ne!(fold_code("CYPP-P1-3"), fold_code("CYPP-P13"));
        assert_eq!(fold_code("CYPP-P1-3"), "cypp-p1-3");
    }
}
