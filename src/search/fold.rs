//! Folding: the form in which texts and queries meet.
//!
//! A key is the text in NFKD with marks stripped, lower-cased, with apostrophes gone (`children's` and
//! `childrens` are one word), dashes turned into spaces (`well-being`, `16 - 18`) and runs of blanks
//! made one. fuzzy-matcher folds ASCII case only, so all folding happens here, once, before any query.
//! Each key keeps the way back to the text's own bytes, whole graphemes at a time, for highlighting.

use std::ops::Range;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;
use unicode_segmentation::UnicodeSegmentation;

/// A stretch of the key and where it came from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Segment {
    /// First byte in the key.
    folded: u32,
    /// First byte in the text.
    start: u32,
    /// One past the last byte in the text; of use only where `whole`.
    end: u32,
    /// One grapheme that can only be marked as a whole; else the bytes go one to one.
    whole: bool,
}

/// A text folded for search, with the way back to the text's own bytes.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Key {
    text: Box<str>,
    /// Empty where the key's bytes are the text's bytes.
    segments: Box<[Segment]>,
    /// The key's positions that were capitals, for words typed with a capital.
    upper: Box<[u32]>,
    /// The key with its accents, where it has any: exact accents go first.
    accented: Option<Box<str>>,
}

impl Key {
    /// Folds `text`.
    pub fn new(text: &str) -> Self {
        let mut folding = Folding::default();
        if text.is_ascii() {
            for (at, byte) in text.bytes().enumerate() {
                folding.ascii(at, byte);
            }
        } else {
            for (at, grapheme) in text.grapheme_indices(true) {
                match grapheme.as_bytes() {
                    [byte] => folding.ascii(at, *byte),
                    _ => folding.grapheme(at, grapheme),
                }
            }
        }
        folding.finish(text)
    }

    /// The folded text.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The folded positions that were capitals, ascending.
    pub(super) fn upper(&self) -> &[u32] {
        &self.upper
    }

    /// Whether the text holds `typed` (see [`accented`]) with the very accents it was typed with. A plain
    /// word in a plain text is not looked for: there is nothing to tell apart.
    pub(super) fn holds_as_typed(&self, typed: &str) -> bool {
        match &self.accented {
            Some(text) => text.contains(typed),
            None => typed.is_ascii() || self.text.contains(typed),
        }
    }

    /// Whether the capitals in `start..start + length` are exactly those of `wanted` (relative positions).
    pub(super) fn same_capitals(&self, start: usize, length: usize, wanted: &[u32]) -> bool {
        let (from, to) = (short(start), short(start + length));
        let first = self.upper.partition_point(|&at| at < from);
        let here = self.upper.get(first..).unwrap_or_default();
        let here = here.iter().take_while(|&&at| at < to).map(|at| at - from);
        here.eq(wanted.iter().copied().take_while(|&at| at < short(length)))
    }

    /// The range of the original text, on grapheme boundaries, that a range of the key came from.
    pub fn original(&self, range: Range<usize>) -> Range<usize> {
        if self.segments.is_empty() || range.is_empty() {
            return range;
        }
        let (first, last) = (self.segment(range.start), self.segment(range.end - 1));
        let start = if first.whole {
            first.start as usize
        } else {
            first.start as usize + range.start - first.folded as usize
        };
        let end = if last.whole {
            last.end as usize
        } else {
            last.start as usize + range.end - last.folded as usize
        };
        start..end
    }

    fn segment(&self, at: usize) -> Segment {
        let after = self
            .segments
            .partition_point(|segment| segment.folded as usize <= at);
        let fallback = Segment {
            folded: 0,
            start: 0,
            end: 0,
            whole: false,
        };
        self.segments
            .get(after.saturating_sub(1))
            .copied()
            .unwrap_or(fallback)
    }
}

/// A text position as the maps keep it. Texts beyond 4 GiB are not searched past that point.
pub(super) fn short(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
}

/// A key while it is made.
#[derive(Default)]
struct Folding {
    text: String,
    segments: Vec<Segment>,
    upper: Vec<u32>,
}

impl Folding {
    fn ascii(&mut self, at: usize, byte: u8) {
        match byte {
            b'-' | b'\t'..=b'\r' | b' ' => self.blank(at),
            // Apostrophes, and controls that no one sees.
            b'\'' | b'`' | 0..=0x1f | 0x7f => {}
            _ => {
                self.one_to_one(at);
                if byte.is_ascii_uppercase() {
                    self.upper.push(short(self.text.len()));
                }
                self.text.push(char::from(byte.to_ascii_lowercase()));
            }
        }
    }

    fn grapheme(&mut self, at: usize, grapheme: &str) {
        let before = self.text.len();
        for c in grapheme.chars() {
            let lettered = self.text.len();
            fold_char(c, &mut self.text);
            if c.is_uppercase() && self.text.len() > lettered {
                self.upper.push(short(lettered));
            }
        }
        let made = self.text.get(before..).unwrap_or_default();
        if made.is_empty() {
            return;
        }
        if made.chars().all(char::is_whitespace) {
            self.text.truncate(before);
            self.blank(at);
            return;
        }
        let whole = Segment {
            folded: short(before),
            start: short(at),
            end: short(at + grapheme.len()),
            whole: true,
        };
        self.segments.push(whole);
    }

    fn blank(&mut self, at: usize) {
        if !self.text.is_empty() && !self.text.ends_with(' ') {
            self.one_to_one(at);
            self.text.push(' ');
        }
    }

    /// Notes that the next byte of the key is the text's byte at `at`.
    fn one_to_one(&mut self, at: usize) {
        let folded = self.text.len();
        let goes_on = self.segments.last().is_some_and(|last| {
            !last.whole && last.start as usize + folded - last.folded as usize == at
        });
        if !goes_on {
            self.segments.push(Segment {
                folded: short(folded),
                start: short(at),
                end: 0,
                whole: false,
            });
        }
    }

    fn finish(mut self, original: &str) -> Key {
        if self.text.ends_with(' ') {
            self.text.pop();
        }
        let same =
            matches!(self.segments.as_slice(), [only] if only.folded == only.start && !only.whole);
        if same {
            self.segments.clear();
        }
        let accents = if original.is_ascii() {
            None
        } else {
            Some(accented(original))
        };
        let accents = accents.filter(|accents| **accents != *self.text);
        Key {
            text: self.text.into(),
            segments: self.segments.into(),
            upper: self.upper.into(),
            accented: accents.map(String::into_boxed_str),
        }
    }
}

/// Appends the folded form of one character: none for a mark, up to a few letters for a ligature.
fn fold_char(c: char, out: &mut String) {
    // An accent on its own stands in for an apostrophe; NFKD would make a blank of it.
    if c != '´' {
        std::iter::once(c)
            .nfkd()
            .for_each(|part| fold_part(part, out));
    }
}

/// Appends the folded form of one decomposed character.
fn fold_part(part: char, out: &mut String) {
    match part {
        '‘' | '’' | '‛' | 'ʼ' | '′' | '\'' | '`' => {}
        '‐' | '‑' | '‒' | '–' | '—' | '―' | '−' | '-' => out.push(' '),
        '“' | '”' | '„' | '«' | '»' => out.push('"'),
        // Letters that NFKD leaves with their stroke, though people type them without.
        'ß' | 'ẞ' => out.push_str("ss"),
        'æ' | 'Æ' => out.push_str("ae"),
        'œ' | 'Œ' => out.push_str("oe"),
        'ø' | 'Ø' => out.push('o'),
        'đ' | 'Đ' | 'ð' | 'Ð' => out.push('d'),
        'ł' | 'Ł' => out.push('l'),
        'þ' | 'Þ' => out.push_str("th"),
        'ı' => out.push('i'),
        'ς' => out.push('σ'),
        _ if part.is_whitespace() => out.push(' '),
        _ if part.is_control() || is_invisible(part) || is_combining_mark(part) => {}
        _ => out.extend(part.to_lowercase().filter(|low| !is_combining_mark(*low))),
    }
}

/// Characters that nobody types and that would keep a word from being found.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}'
        | '\u{feff}' | '\u{fe00}'..='\u{fe0f}' | '\u{e0000}'..='\u{e01ef}')
}

/// The folded form with its accents kept, composed: what "as typed" is judged by.
pub(super) fn accented(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut folded = String::new();
    for c in text.nfc() {
        folded.clear();
        fold_char(c, &mut folded);
        let kept_mark = folded.is_empty() && is_combining_mark(c);
        match folded.as_str() {
            " " if out.is_empty() || out.ends_with(' ') => {}
            plain if plain.chars().count() != 1 && !kept_mark => out.push_str(plain),
            " " | "\"" => out.push_str(&folded),
            _ => out.extend(c.to_lowercase()),
        }
    }
    out.truncate(out.trim_end().len());
    out.nfc().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_fold_to_what_officers_type() {
        let cases = [
            ("Children's  Services", "childrens services"),
            ("Children’s\tServices\n", "childrens services"),
            ("16 - 18 year olds", "16 18 year olds"),
            ("Tŷ Ddewi", "ty ddewi"),
            ("CAFÉ", "cafe"),
            ("Straße ﬁnal", "strasse final"),
            ("İstanbul Ωmega ΣΑΣ", "istanbul ωmega σασ"),
            ("zero\u{200b}width", "zerowidth"),
            ("", ""),
            (" - ", ""),
        ];
        for (text, folded) in cases {
            assert_eq!(Key::new(text).text(), folded, "{text:?}");
        }
    }

    #[test]
    fn ranges_lead_back_to_whole_graphemes_of_the_text() {
        let text = "le cafe\u{301} d’été -  Æon";
        let key = Key::new(text);
        assert_eq!(key.text(), "le cafe dete aeon");
        let at = |word: &str| {
            let start = key.text().find(word).unwrap();
            text.get(key.original(start..start + word.len())).unwrap()
        };
        assert_eq!(at("cafe"), "cafe\u{301}");
        assert_eq!(at("ete"), "été");
        assert_eq!(at("dete"), "d’été");
        assert_eq!(at("a"), "a");
        assert_eq!(at("eon"), "Æon");
    }

    #[test]
    fn accents_stay_in_the_form_that_judges_what_was_typed() {
        assert!(Key::new("Tŷ Ddewi").holds_as_typed(&accented("tŷ")));
        assert!(!Key::new("Tŷ Ddewi").holds_as_typed(&accented("ty")));
        assert!(Key::new("Ty Ddewi").holds_as_typed(&accented("ty")));
        assert!(Key::new("Children’s").holds_as_typed(&accented("children's")));
        assert!(Key::new("Te\u{301}").holds_as_typed(&accented("té")));
    }
}
