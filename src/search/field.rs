//! The fields that a query may name, as the caller's table has them.

/// A field that queries may name.
#[derive(Debug, Clone, Copy)]
pub struct FieldSpec<'a> {
    /// The name to type and to show.
    pub name: &'a str,
    /// Other names for it.
    pub aliases: &'a [&'a str],
    /// What its values are.
    pub values: Values<'a>,
    /// What it narrows by, in a few words, for help and completion.
    pub doc: &'a str,
}

/// What the values of a field are.
#[derive(Debug, Clone, Copy)]
pub enum Values<'a> {
    /// One of these words. The beginning of one stands for all that begin so.
    Choice(&'a [&'a str]),
    /// One of these words, in an order: `<`, `>` and `..` make sense of them.
    Steps(&'a [&'a str]),
    /// Any words, found at the start of words.
    Text,
    /// A code, or a pattern of one.
    Code,
    /// One of those that the workspace has (see [`Grammar`](super::Grammar)): by its short name, or by the
    /// beginning of that or of a word of its title.
    Known,
    /// Something that the caller reads and that has an order: a day, a month, a period.
    Read {
        /// Whether a text is one.
        is_one: fn(&str) -> bool,
        /// What one looks like.
        like: &'a str,
    },
}

impl<'a> FieldSpec<'a> {
    /// A field with these values.
    pub const fn new(name: &'a str, values: Values<'a>, doc: &'a str) -> Self {
        Self {
            name,
            aliases: &[],
            values,
            doc,
        }
    }

    /// The same with other names.
    #[must_use]
    pub const fn also(mut self, aliases: &'a [&'a str]) -> Self {
        self.aliases = aliases;
        self
    }

    /// Whether a typed name is this field's.
    pub(super) fn is_named(&self, typed: &str) -> bool {
        std::iter::once(&self.name)
            .chain(self.aliases)
            .any(|name| name.eq_ignore_ascii_case(typed))
    }
}

impl<'a> Values<'a> {
    /// All values, where they are a fixed choice.
    pub fn fixed(&self) -> &'a [&'a str] {
        match self {
            Self::Choice(words) | Self::Steps(words) => words,
            _ => &[],
        }
    }

    /// Whether `<`, `>` and `..` make sense of them.
    pub fn is_ordered(&self) -> bool {
        matches!(self, Self::Steps(_) | Self::Read { .. })
    }
}

/// A value that a field has in the workspace.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KnownValue {
    /// What is typed and shown.
    pub shown: String,
    /// What it means, where that is not plain from it.
    pub title: String,
}

impl KnownValue {
    /// A value and what it means.
    pub fn new(shown: &str, title: &str) -> Self {
        Self {
            shown: shown.to_owned(),
            title: title.to_owned(),
        }
    }
}
