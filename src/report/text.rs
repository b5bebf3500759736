//! A document as plain text, for commands: linear, of a given width, with colour only when asked.

use super::document::{Document, Tone};
use super::layout::lines;
use crate::domain::rating::Rating;

/// Writes a document as text, a newline behind each line. In `colour` the tones become the sixteen
/// colours of any terminal; without it there is no control character at all.
pub fn to_text(document: &Document, width: usize, ascii: bool, colour: bool) -> String {
    let mut text = String::new();
    for line in lines(document, width, ascii) {
        for span in &line.spans {
            match sgr(span.tone).filter(|_| colour) {
                Some(code) => {
                    text.push_str("\u{1b}[");
                    text.push_str(code);
                    text.push('m');
                    text.push_str(&span.text);
                    text.push_str("\u{1b}[0m");
                }
                None => text.push_str(&span.text),
            }
        }
        text.push('\n');
    }
    text
}

/// The colours and weights of a tone.
fn sgr(tone: Tone) -> Option<&'static str> {
    Some(match tone {
        Tone::Plain => return None,
        Tone::Dim => "2",
        Tone::Strong | Tone::Code => "1",
        Tone::Rating(Rating::Red) => "1;97;41",
        Tone::Rating(Rating::Amber | Rating::AmberRed) => "1;30;43",
        Tone::Rating(Rating::Green | Rating::AmberGreen) => "1;30;42",
        Tone::Rating(Rating::Blue) => "1;97;44",
        Tone::Met | Tone::Better => "32",
        Tone::Close | Tone::Mark => "33",
        Tone::Missed | Tone::Worse => "31",
        Tone::Late => "1;31",
        Tone::Link => "4",
    })
}

#[cfg(test)]
mod tests;
