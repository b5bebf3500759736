//! Forms: what can be entered of each kind of record, field by field.
//!
//! A form is a projection of the declared records: a test walks both and holds that every known
//! field is asked for here, or left out with a reason, and that the entry fits the field's shape.
//! Screens and the commands that add records ask by the same forms, so that both take, refuse and
//! explain the same.

mod draft;
mod entry;
mod figures;
// Tables with a line a field.
#[rustfmt::skip]
mod kinds;
#[rustfmt::skip]
pub mod many;
#[rustfmt::skip]
mod members;
mod object;
#[rustfmt::skip]
mod parts;
mod stretch;

use super::choice::Word;
use super::kind::Kind;

pub use draft::{Draft, DraftError};
pub use entry::{Context, Trouble, Typed, read, shown};
pub use figures::{FIGURE_KEYS, FigureTyped, read_figure, shown_figure};
pub use kinds::form_of;
pub use members::member_form;
pub use object::Object;
pub use stretch::{moved, stretch_text};

/// What is asked for of one record or object.
pub struct Form {
    /// What one is called: `indicator`, `officer`.
    pub one: &'static str,
    /// The fields, in the order in which they are asked for.
    pub fields: &'static [FormField],
    /// Whether the fields that any object may carry are asked for behind them.
    pub with_rest: bool,
    /// The known fields that are not asked for, each with the reason.
    pub left_out: &'static [(&'static str, &'static str)],
}

/// One field of a form.
pub struct FormField {
    /// The key in the file.
    pub key: &'static str,
    /// What it is called on screen.
    pub label: &'static str,
    /// What to enter, in a line.
    pub help: &'static str,
    /// How it is entered.
    pub entry: Entry,
    /// Whether the record makes no sense without it.
    pub required: bool,
}

/// How a field is entered.
#[derive(Clone, Copy)]
pub enum Entry {
    /// One line of text.
    Line,
    /// A text of several lines.
    Prose,
    /// Yes or no.
    Flag,
    /// A number.
    Number,
    /// A published figure as people type it; it fills the keys of [`FIGURE_KEYS`] that the record has.
    Figure,
    /// A period as people write it.
    Period,
    /// A day as people write it.
    Day,
    /// A time in words: a day, a period, or anything.
    When,
    /// When something is to be done: words, and the days that they mean.
    Timescale {
        /// Whether what it was before is kept when it moves.
        slips: bool,
    },
    /// Why the timescale before it was moved; kept with the old one.
    Why,
    /// What an indicator is measured in.
    Unit,
    /// How far off target is still close.
    Tolerance,
    /// Short and long forms, one pair a line.
    Pairs,
    /// A word out of a few.
    Choice(fn() -> Vec<&'static str>),
    /// A rating of the workspace's scale.
    Rating,
    /// Another record, by its id.
    Reference(Kind),
    /// Another record of any kind, as `kind:id`.
    Named,
    /// An object with fields of its own.
    Object(&'static Form),
    /// A list that is set as a whole, of plain values.
    Values(&'static ValueList),
    /// A list that is set as a whole, of objects.
    Objects(&'static Form),
    /// A list whose members have keys of their own.
    Members(&'static MemberList),
}

/// A list of plain values.
pub struct ValueList {
    /// One of them.
    pub item: FormField,
}

/// A list whose members have keys.
pub struct MemberList {
    /// The form of one.
    pub form: &'static Form,
    /// The field that is its key; `id` is given by the program.
    pub key: &'static str,
}

impl Form {
    /// The fields that are asked for, those that any object may carry last.
    pub fn all_fields(&self) -> impl Iterator<Item = &'static FormField> {
        let rest: &'static [FormField] = if self.with_rest { parts::REST } else { &[] };
        self.fields.iter().chain(rest)
    }

    /// The field with a key.
    pub fn field(&self, key: &str) -> Option<&'static FormField> {
        self.all_fields().find(|field| field.key == key)
    }
}

impl FormField {
    /// A field that may stay empty.
    pub(in crate::domain) const fn new(
        key: &'static str,
        label: &'static str,
        entry: Entry,
        help: &'static str,
    ) -> Self {
        Self {
            key,
            label,
            help,
            entry,
            required: false,
        }
    }

    /// The same field, which may not stay empty.
    pub(in crate::domain) const fn required(mut self) -> Self {
        self.required = true;
        self
    }
}

impl std::fmt::Debug for FormField {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.key)
    }
}

impl Entry {
    /// Whether it is typed in one line.
    pub fn is_line(self) -> bool {
        matches!(
            self,
            Self::Line
                | Self::Number
                | Self::Figure
                | Self::Period
                | Self::Day
                | Self::When
                | Self::Timescale { .. }
                | Self::Why
                | Self::Unit
                | Self::Tolerance
                | Self::Reference(_)
                | Self::Named
        )
    }

    /// Whether it is typed in several lines.
    pub fn is_prose(self) -> bool {
        matches!(self, Self::Prose | Self::Pairs)
    }

    /// Whether it opens a form or a list of its own.
    pub fn is_nested(self) -> bool {
        matches!(
            self,
            Self::Object(_) | Self::Values(_) | Self::Objects(_) | Self::Members(_)
        )
    }
}

/// The words of a choice, in the order in which they are offered.
pub(in crate::domain) fn words<T: Word>() -> Vec<&'static str> {
    T::ALL.iter().map(|value| value.word()).collect()
}

#[cfg(test)]
mod tests;
