//! Columns: how many a text takes, and cutting it to fit.

use std::borrow::Cow;

use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

/// What stands for the part of a text that was cut off.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Ellipsis {
    /// `…`, one column.
    #[default]
    Unicode,
    /// `...`, for terminals and readers without it.
    Ascii,
}

impl Ellipsis {
    fn sign(self) -> &'static str {
        match self {
            Self::Unicode => "…",
            Self::Ascii => "...",
        }
    }
}

/// The columns that a text takes. Control characters take none: ratatui drops them.
pub fn width(text: &str) -> usize {
    if text.is_ascii() {
        return text.bytes().filter(|byte| !byte.is_ascii_control()).count();
    }
    text.graphemes(true).map(grapheme_width).sum()
}

/// The columns of one grapheme, as ratatui counts them.
pub(super) fn grapheme_width(grapheme: &str) -> usize {
    match grapheme.as_bytes() {
        [byte] => usize::from(!byte.is_ascii_control()),
        _ if grapheme.contains(char::is_control) => 0,
        _ => grapheme.width(),
    }
}

/// The longest beginning of a text that fits, in whole graphemes.
pub(super) fn prefix(text: &str, columns: usize) -> &str {
    let mut used = 0;
    for (at, grapheme) in text.grapheme_indices(true) {
        used += grapheme_width(grapheme);
        if used > columns {
            return text.get(..at).unwrap_or_default();
        }
    }
    text
}

/// A text cut to fit, with `…` where something is missing.
pub fn truncate(text: &str, columns: usize) -> Cow<'_, str> {
    truncate_with(text, columns, Ellipsis::Unicode)
}

/// A text cut to fit, with the given sign where something is missing. It is cut between words where that
/// costs no more than a third of the room; without room for the sign, letters alone are cut.
pub fn truncate_with(text: &str, columns: usize, ellipsis: Ellipsis) -> Cow<'_, str> {
    if text.len() <= columns && text.is_ascii() || width(text) <= columns {
        return Cow::Borrowed(text);
    }
    let sign = ellipsis.sign();
    let Some(room) = columns
        .checked_sub(width(sign))
        .filter(|room| *room > 0 || ellipsis == Ellipsis::Unicode)
    else {
        return Cow::Borrowed(prefix(text, columns));
    };
    let kept = prefix(text, room);
    let next_is_blank = text
        .get(kept.len()..)
        .is_some_and(|rest| rest.starts_with(char::is_whitespace));
    let at_word = if next_is_blank {
        Some(kept.len())
    } else {
        kept.rfind(char::is_whitespace)
    };
    let at_word = at_word.and_then(|at| kept.get(..at)).map(str::trim_end);
    let kept = at_word
        .filter(|words| width(words) * 3 >= room * 2)
        .unwrap_or(kept);
    let mut cut = String::with_capacity(kept.len() + sign.len());
    cut.push_str(kept.trim_end());
    cut.push_str(sign);
    Cow::Owned(cut)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn widths_are_what_the_terminal_shows() {
        let cases = [
            ("plain", 5),
            ("cafe\u{301}", 4),
            ("日本語", 6),
            ("👩\u{200d}⚕\u{fe0f}", 2),
            ("a\u{1b}[0m", 4),
            ("ｶﾞ", 2),
            ("", 0),
            ("é\n", 1),
        ];
        for (text, columns) in cases {
            assert_eq!(width(text), columns, "{text:?}");
        }
    }

    #[test]
    fn texts_are_cut_between_words_where_that_costs_little() {
        let cases = [
            ("Reduce teenage conception", 30, "Reduce teenage conception"),
            ("Reduce teenage conception", 25, "Reduce teenage conception"),
            ("Reduce teenage conception", 20, "Reduce teenage…"),
            ("Reduce teenage conception", 15, "Reduce teenage…"),
            ("Reduce teenage conception", 13, "Reduce teena…"),
            ("Reduce teenage conception", 8, "Reduce…"),
            ("conception", 4, "con…"),
            ("conception", 1, "…"),
            ("conception", 0, ""),
            ("日本語", 5, "日本…"),
            ("日本語", 4, "日…"),
        ];
        for (text, columns, cut) in cases {
            assert_eq!(truncate(text, columns), cut, "{text:?} in {columns}");
        }
        assert_eq!(truncate_with("conception", 6, Ellipsis::Ascii), "con...");
        assert_eq!(truncate_with("conception", 3, Ellipsis::Ascii), "con");
    }
}
