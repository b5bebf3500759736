//! The last door before the terminal: no text may command it.
//!
//! `text` paints data inert long before; this holds whatever a widget or a later change lets slip.

use std::borrow::Cow;

use ratatui::buffer::CellWidth;

/// What stands for a symbol that must not be sent. ASCII, so that it has one width everywhere.
const SUBSTITUTE: &str = "?";

/// A symbol that is safe to send, and the columns that it takes (at least one).
///
/// A symbol that holds a control, a direction override, a tag or another invisible command is
/// replaced as a whole by visible marks of the same width; an empty one is a blank; a combining
/// mark without a letter is replaced, since it would join its neighbour.
pub(super) fn painted(symbol: &str) -> (Cow<'_, str>, u16) {
    if let [b' '..=b'~'] = symbol.as_bytes() {
        return (Cow::Borrowed(symbol), 1);
    }
    if symbol.is_empty() {
        return (Cow::Borrowed(" "), 1);
    }
    if symbol.chars().any(commands) {
        let inert: String = symbol.chars().filter(|one| !commands(*one)).collect();
        let width = width(&inert).max(1);
        return (Cow::Owned(SUBSTITUTE.repeat(usize::from(width))), width);
    }
    match width(symbol) {
        0 => (Cow::Borrowed(SUBSTITUTE), 1),
        width => (Cow::Borrowed(symbol), width),
    }
}

/// The columns of a symbol without controls (ratatui's measure refuses those in a debug build).
fn width(symbol: &str) -> u16 {
    if symbol.is_empty() {
        0
    } else {
        symbol.cell_width()
    }
}

/// Whether a character could act on the terminal or on the order of its neighbours instead of
/// standing for itself.
///
/// U+200C and U+200D stay: they join letters and emoji and do nothing else.
fn commands(one: char) -> bool {
    one.is_control()
        || matches!(one,
            '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}'
            | '\u{feff}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e0fff}')
}

/// Whether terminals disagree about the columns of a symbol, so that the cursor must be placed
/// afresh behind it.
///
/// Arrows, discs and triangles are of ambiguous width; emoji and joined characters depend on the
/// terminal's age. Lines and blocks are ambiguous too but drawn narrow in practice, and placing the
/// cursor behind each would double a frame with borders.
pub(super) fn unsure_width(symbol: &str) -> bool {
    if symbol.len() == 1 {
        return false;
    }
    let mut chars = symbol.chars();
    let first = chars.next().unwrap_or(' ');
    chars.next().is_some()
        || matches!(first,
            '\u{2190}'..='\u{23ff}' | '\u{25a0}'..='\u{27bf}' | '\u{2900}'..='\u{2bff}' | '\u{e000}'..='\u{f8ff}' | '\u{fffd}' | '\u{1f000}'..)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_that_commands_a_terminal_is_let_through() {
        for (symbol, shown, columns) in [
            ("a", "a", 1),
            ("", " ", 1),
            ("\u{1b}", "?", 1),
            ("\u{1b}[31m", "????", 4),
            ("\u{7f}", "?", 1),
            ("\u{9b}", "?", 1),
            ("a\u{202e}", "?", 1),
            ("\u{e0041}", "?", 1),
            ("好\u{200f}", "??", 2),
            ("好", "好", 2),
            ("e\u{301}", "e\u{301}", 1),
            ("\u{301}", "?", 1),
            ("ŵ", "ŵ", 1),
        ] {
            assert_eq!(
                painted(symbol),
                (Cow::Borrowed(shown), columns),
                "{symbol:?}"
            );
        }
    }

    proptest::proptest! {
        #[test]
        fn any_symbol_is_painted_without_a_command_and_with_its_width(symbol in "\\PC{0,3}|[\\x00-\\x1f\\x7f-\\x9f]{1,2}|.{0,2}") {
            let (shown, columns) = painted(&symbol);
            proptest::prop_assert!(!shown.chars().any(commands));
            proptest::prop_assert_eq!(shown.cell_width(), columns);
        }
    }
}
