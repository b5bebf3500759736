//! Where words begin and end in a folded text, and which letters it has.

/// What words are made of. A word ends where the class changes: `117` is a word of `NI117`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Class {
    Letter,
    Digit,
    Other,
}

impl Class {
    pub(super) fn of(c: char) -> Self {
        if c.is_ascii_alphabetic() {
            Self::Letter
        } else if c.is_ascii_digit() {
            Self::Digit
        } else if c.is_ascii() {
            Self::Other
        } else if c.is_alphabetic() {
            Self::Letter
        } else if c.is_numeric() {
            Self::Digit
        } else {
            Self::Other
        }
    }

    fn before(text: &str, at: usize) -> Option<Self> {
        text.get(..at)?.chars().next_back().map(Self::of)
    }

    fn after(text: &str, at: usize) -> Option<Self> {
        text.get(at..)?.chars().next().map(Self::of)
    }
}

/// Whether a word may start at `at`.
pub(super) fn starts_word(text: &str, at: usize) -> bool {
    match (Class::before(text, at), Class::after(text, at)) {
        (None, _) | (_, None | Some(Class::Other)) => true,
        (before, after) => before != after,
    }
}

/// Whether a word may end at `at`.
pub(super) fn ends_word(text: &str, at: usize) -> bool {
    match (Class::before(text, at), Class::after(text, at)) {
        (_, None) | (None | Some(Class::Other), _) => true,
        (before, after) => before != after,
    }
}

/// Where the word that reaches `at` ends: the end of the letters or digits that go on there.
pub(super) fn word_end(text: &str, at: usize) -> usize {
    let Some(class) = Class::before(text, at).filter(|class| *class != Class::Other) else {
        return at;
    };
    let rest = text.get(at..).unwrap_or_default();
    let stop = rest.char_indices().find(|(_, c)| Class::of(*c) != class);
    stop.map_or(text.len(), |(offset, _)| at + offset)
}

/// The letters and digits of a folded text as a set of 64 bits: a text without a word's letters cannot match it.
pub(super) fn letter_mask(folded: &str) -> u64 {
    folded.chars().fold(0, |mask, c| mask | letter_bit(c))
}

/// The bit of one character; blanks and signs have none, as they differ between text and code.
pub(super) fn letter_bit(c: char) -> u64 {
    match c {
        'a'..='z' => 1 << (u32::from(c) - u32::from('a')),
        '0'..='9' => 1 << (26 + u32::from(c) - u32::from('0')),
        _ if !c.is_ascii() && c.is_alphanumeric() => 1 << (36 + u32::from(c) % 28),
        _ => 0,
    }
}

/// The words of a folded text with their places: runs of letters or of digits.
pub(super) fn words_of(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut at = 0;
    std::iter::from_fn(move || {
        let rest = text.get(at..)?;
        let (offset, first) = rest
            .char_indices()
            .find(|(_, c)| Class::of(*c) != Class::Other)?;
        let start = at + offset;
        at = word_end(text, start + first.len_utf8());
        Some((start, text.get(start..at)?))
    })
}

/// The runs of letters and digits together, as abbreviations have them (`KS2`).
pub(super) fn tokens_of(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut at = 0;
    std::iter::from_fn(move || {
        let rest = text.get(at..)?;
        let (offset, _) = rest
            .char_indices()
            .find(|(_, c)| Class::of(*c) != Class::Other)?;
        let start = at + offset;
        let run = text.get(start..)?;
        let length = run
            .char_indices()
            .find(|(_, c)| Class::of(*c) == Class::Other)
            .map_or(run.len(), |(end, _)| end);
        at = start + length;
        Some((start, text.get(start..at)?))
    })
}
