//! What the last line says of what just happened.

use unicode_segmentation::UnicodeSegmentation as _;

/// A line about what just happened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    /// What happened.
    pub text: String,
    /// How much it matters.
    pub tone: NoticeTone,
}

/// How much a notice matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoticeTone {
    /// It worked.
    Done,
    /// It did not, and nothing is lost.
    Warning,
    /// Something is wrong.
    Error,
}

impl Notice {
    /// It worked.
    pub fn done(text: impl Into<String>) -> Self {
        Self {
            text: text.into(),
            tone: NoticeTone::Done,
        }
    }

    /// A text was put on the clipboard: how long it is, as people count characters, and what it is.
    pub fn copied(text: &str, what: &str) -> Self {
        let count = text.graphemes(true).count();
        Self::done(format!("Copied {count} characters: {what}"))
    }

    /// It did not, and nothing is lost.
    pub fn warning(text: impl Into<String>) -> Self {
        Self {
            text: text.into(),
            tone: NoticeTone::Warning,
        }
    }

    /// Something is wrong.
    pub fn error(text: impl Into<String>) -> Self {
        Self {
            text: text.into(),
            tone: NoticeTone::Error,
        }
    }
}
