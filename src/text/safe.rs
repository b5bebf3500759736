//! Data made inert. Whatever a text from a file holds, no control, escape or direction-override character of
//! it reaches a terminal; what is taken out is shown, since text that looks shorter than it is can mislead.
//!
//! ratatui drops most control characters, but not all and not everywhere, and plain output has no filter at
//! all (syswatch #21, CVE-2021-42574); dropping alone would make `A` `ESC[31m` `B` read `A[31mB`.

use std::borrow::Cow;
use std::fmt::Write;

use unicode_normalization::char::is_combining_mark;
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthChar;

/// Marks kept on one character; stacks beyond that spill over the lines above and below.
const MARKS: usize = 8;
/// A tab as blanks: cells come with tabs in them when they were pasted.
const TAB: &str = "    ";
/// A line end in a place of one line.
const LINE_END: &str = "⏎";

const ZERO_WIDTH_JOINER: char = '\u{200d}';

/// A text for a place of one line: controls as `^[`, other unseen characters as `<U+202E>`, tabs as blanks,
/// line ends as `⏎`.
pub fn display_safe(text: &str) -> Cow<'_, str> {
    if is_plain(text) {
        Cow::Borrowed(text)
    } else {
        changed(text, false)
    }
}

/// The same for a place of many lines: line ends (`\n`, `\r\n`, a lone `\r`) stay, as `\n`.
pub fn display_safe_lines(text: &str) -> Cow<'_, str> {
    let plain = text
        .bytes()
        .all(|byte| byte == b'\n' || (0x20..0x7f).contains(&byte));
    if plain {
        Cow::Borrowed(text)
    } else {
        changed(text, true)
    }
}

fn is_plain(text: &str) -> bool {
    text.bytes().all(|byte| (0x20..0x7f).contains(&byte))
}

/// Borrows where nothing had to change: most accented text.
fn changed(text: &str, lines: bool) -> Cow<'_, str> {
    let made = make(text, lines);
    if made == text {
        Cow::Borrowed(text)
    } else {
        Cow::Owned(made)
    }
}

fn make(text: &str, lines: bool) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    // Whether a mark that follows has a character of the text's own to stand on.
    let mut based = false;
    for grapheme in text.graphemes(true) {
        match grapheme {
            "\n" | "\r\n" | "\r" => {
                out.push_str(if lines { "\n" } else { LINE_END });
                based = false;
            }
            "\t" => {
                out.push_str(TAB);
                based = false;
            }
            _ => based = push_grapheme(grapheme, based, &mut out),
        }
    }
    out
}

/// Appends one grapheme; tells whether it left a character that marks may stand on.
fn push_grapheme(grapheme: &str, mut based: bool, out: &mut String) -> bool {
    let mut marks = 0;
    let mut last = None;
    let mut chars = grapheme.chars().peekable();
    let mut first = true;
    while let Some(c) = chars.next() {
        // A mark that begins a grapheme has nothing to stand on, whatever was painted before it.
        let standing = based && !first;
        match kind(c) {
            Kind::Control => {
                push_visible(c, out);
                based = false;
            }
            Kind::Joiner => {
                let joins = standing
                    && last.is_some_and(is_pictograph)
                    && chars.peek().is_some_and(|next| is_pictograph(*next));
                if joins && marks < MARKS {
                    marks += 1;
                    out.push(c);
                } else {
                    push_visible(c, out);
                    based = false;
                }
            }
            Kind::Mark if !standing => {
                push_visible(c, out);
                based = false;
            }
            Kind::Mark => {
                marks += 1;
                if marks <= MARKS {
                    out.push(c);
                }
            }
            Kind::Seen => {
                out.push(c);
                based = true;
            }
        }
        // Signs of skin and style stand between a picture and its joiner.
        if !matches!(kind(c), Kind::Mark) && !('\u{1f3fb}'..='\u{1f3ff}').contains(&c)
            || last.is_none()
        {
            last = Some(c);
        }
        first = false;
    }
    based
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// Must not reach the terminal.
    Control,
    /// Kept inside emoji only.
    Joiner,
    /// Has no width of its own and stands on what is before it.
    Mark,
    Seen,
}

fn kind(c: char) -> Kind {
    match c {
        ' '..='~' => Kind::Seen,
        ZERO_WIDTH_JOINER => Kind::Joiner,
        // The two that choose between text and picture; all others can hide data.
        '\u{fe0e}' | '\u{fe0f}' => Kind::Mark,
        _ if is_forbidden(c) => Kind::Control,
        _ if is_combining_mark(c) || is_conjoining(c) => Kind::Mark,
        // Whatever else takes no column is not seen, and so must be shown.
        _ if c.width().is_none_or(|width| width == 0) => Kind::Control,
        _ => Kind::Seen,
    }
}

/// Characters that must never be painted: they command the terminal, turn the direction, or hide.
fn is_forbidden(c: char) -> bool {
    let code = u32::from(c);
    c.is_control()
        || matches!(c,
            // Soft hyphen, invisible joiners and fillers.
            '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}' | '\u{180b}'..='\u{180f}'
            // Zero width, directions, line and paragraph ends, embeddings, isolates, deprecated signs.
            | '\u{200b}' | '\u{200c}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}'
            | '\u{3164}' | '\u{ffa0}' | '\u{feff}' | '\u{fff0}'..='\u{fffb}' | '\u{fe00}'..='\u{fe0d}'
            // Private use, tags, selectors.
            | '\u{e000}'..='\u{f8ff}' | '\u{e0000}'..='\u{10ffff}'
            // Shorthand and musical controls.
            | '\u{1bca0}'..='\u{1bca3}' | '\u{1d173}'..='\u{1d17a}')
        || (0xfdd0..=0xfdef).contains(&code)
        || code & 0xfffe == 0xfffe
}

/// The vowels and final consonants of Korean, which join the syllable before them.
fn is_conjoining(c: char) -> bool {
    matches!(c, '\u{1161}'..='\u{11ff}' | '\u{d7b0}'..='\u{d7fb}' | '\u{ff9e}' | '\u{ff9f}')
}

/// Roughly the characters that emoji sequences are made of.
fn is_pictograph(c: char) -> bool {
    matches!(c, '©' | '®' | '‼' | '⁉' | '™' | 'ℹ' | '\u{2190}'..='\u{2bff}' | '〰' | '〽' | '㊗' | '㊙' | '\u{1f000}'..='\u{1faff}')
}

/// Shows a character that must not be painted.
fn push_visible(c: char, out: &mut String) {
    match u32::from(c) {
        code @ 0..=0x1f => {
            out.push('^');
            out.extend(char::from_u32(code ^ 0x40));
        }
        0x7f => out.push_str("^?"),
        // Writing to a string does not fail.
        code => write!(out, "<U+{code:04X}>").unwrap_or_default(),
    }
}

/// Whether a text holds nothing that [`display_safe_lines`] would take out: for checks of what is printed.
pub fn is_safe(text: &str) -> bool {
    text.graphemes(true).all(|grapheme| {
        let mut marks = 0;
        grapheme == "\n"
            || grapheme
                .chars()
                .enumerate()
                .all(|(number, c)| match kind(c) {
                    Kind::Seen => true,
                    Kind::Control => false,
                    Kind::Joiner | Kind::Mark => {
                        marks += 1;
                        number > 0 && marks <= MARKS
                    }
                })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_would_command_the_terminal_is_shown_instead() {
        let cases = [
            ("plain & simple", "plain & simple"),
            ("A\u{1b}[31mB", "A^[[31mB"),
            ("bell\u{7} del\u{7f}", "bell^G del^?"),
            ("nul\0", "nul^@"),
            ("c1 \u{9b}31m \u{9d}0;x", "c1 <U+009B>31m <U+009D>0;x"),
            ("rtl \u{202e}fdp.exe", "rtl <U+202E>fdp.exe"),
            (
                "\u{2066}iso\u{2069} \u{200f}",
                "<U+2066>iso<U+2069> <U+200F>",
            ),
            ("tag\u{e0041}", "tag<U+E0041>"),
            ("bullet \u{f0b7}", "bullet <U+F0B7>"),
            ("line\u{2028}sep", "line<U+2028>sep"),
            ("zero\u{200b}width\u{feff}", "zero<U+200B>width<U+FEFF>"),
            ("join\u{200d}er", "join<U+200D>er"),
            ("tab\tbed", "tab    bed"),
            ("one\r\ntwo\nthree\rfour", "one⏎two⏎three⏎four"),
            ("\u{301}lone", "<U+0301>lone"),
            ("\u{1b}\u{301}", "^[<U+0301>"),
            ("Tŷ café cafe\u{301}", "Tŷ café cafe\u{301}"),
            (
                "👩\u{200d}⚕\u{fe0f} 👩🏽\u{200d}🚒 ❤\u{fe0f}\u{200d}🔥",
                "👩\u{200d}⚕\u{fe0f} 👩🏽\u{200d}🚒 ❤\u{fe0f}\u{200d}🔥",
            ),
            (
                "हिन्दी 한국어 \u{1112}\u{1161}\u{11ab}",
                "हिन्दी 한국어 \u{1112}\u{1161}\u{11ab}",
            ),
        ];
        for (text, shown) in cases {
            assert_eq!(display_safe(text), shown, "{text:?}");
            assert!(is_safe(&display_safe(text)), "{text:?}");
        }
        assert_eq!(
            display_safe_lines("one\r\ntwo\n\tthree\rfour"),
            "one\ntwo\n    three\nfour"
        );
    }

    #[test]
    fn marks_beyond_eight_on_one_character_are_left_out() {
        let zalgo = format!("a{}b", "\u{301}".repeat(40));
        assert_eq!(display_safe(&zalgo), format!("a{}b", "\u{301}".repeat(8)));
    }

    #[test]
    fn what_needs_no_change_is_borrowed() {
        assert!(matches!(display_safe("Tŷ café"), Cow::Borrowed(_)));
        assert!(matches!(display_safe_lines("one\ntwo"), Cow::Borrowed(_)));
    }
}
