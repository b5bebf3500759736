//! A value as the text that states it.

/// Something that can be read out of a text as people write it.
pub trait Readable: Sized + Copy + PartialEq + std::fmt::Debug {
    /// Reads it, or says that it cannot be read.
    fn read_text(text: &str) -> Option<Self>;
}

impl Readable for super::day::Day {
    fn read_text(text: &str) -> Option<Self> {
        Self::read(text)
    }
}

impl Readable for super::period::Period {
    fn read_text(text: &str) -> Option<Self> {
        Self::read(text)
    }
}

/// A text with what it was read as. A period or date that cannot be read is a finding: it keeps its
/// text, sorts last and takes part in no computation.
#[derive(Clone, Debug, PartialEq)]
pub struct Stated<T> {
    text: Box<str>,
    read: Option<T>,
}

impl<T> Default for Stated<T> {
    fn default() -> Self {
        Self {
            text: "".into(),
            read: None,
        }
    }
}

impl<T: Readable> Stated<T> {
    /// Reads `text` and keeps it.
    pub fn new(text: &str) -> Self {
        Self {
            read: T::read_text(text),
            text: text.into(),
        }
    }
}

impl<T: Copy> Stated<T> {
    /// What it was read as.
    pub fn read(&self) -> Option<T> {
        self.read
    }

    /// The text as it stands.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Whether nothing is stated.
    pub fn is_empty(&self) -> bool {
        self.text.is_empty()
    }
}

impl<T: Readable + std::fmt::Display> From<T> for Stated<T> {
    fn from(value: T) -> Self {
        Self {
            text: value.to_string().into(),
            read: Some(value),
        }
    }
}
