//! Choices: a word out of a few, or whatever stood there instead.

use std::fmt;

/// A type whose values are words of the file.
pub trait Word: Copy + Eq + fmt::Debug + 'static {
    /// All values, in the order in which they are offered.
    const ALL: &'static [Self];

    /// The word in the file and in commands.
    fn word(self) -> &'static str;

    /// Finds the value by its word.
    fn from_word(word: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|value| value.word() == word)
    }
}

/// Declares an enum with its words.
macro_rules! words {
    (
        $(#[$meta:meta])*
        pub enum $name:ident {
            $( $(#[$variant_meta:meta])* $variant:ident = $word:literal ),+ $(,)?
        }
    ) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name {
            $( $(#[$variant_meta])* $variant ),+
        }

        impl $crate::domain::choice::Word for $name {
            const ALL: &'static [Self] = &[$( Self::$variant ),+];

            fn word(self) -> &'static str {
                match self {
                    $( Self::$variant => $word ),+
                }
            }
        }

        impl $name {
            /// All values, in the order in which they are offered.
            pub const ALL: &'static [Self] = <Self as $crate::domain::choice::Word>::ALL;

            /// The word in the file and in commands.
            pub fn word(self) -> &'static str {
                $crate::domain::choice::Word::word(self)
            }

            /// Finds the value by its word.
            pub fn from_word(word: &str) -> Option<Self> {
                <Self as $crate::domain::choice::Word>::from_word(word)
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(self.word())
            }
        }
    };
}
pub(crate) use words;

/// A word of the list, or a text that is not: an unknown choice is a finding, and stays as it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Choice<T> {
    /// One of the words.
    Known(T),
    /// What stood there.
    Unknown(Box<str>),
}

impl<T: Word> Choice<T> {
    /// Reads a word of the file.
    pub fn read(text: &str) -> Self {
        T::from_word(text).map_or_else(|| Self::Unknown(text.into()), Self::Known)
    }

    /// The value, if it is one of the list.
    pub fn known(&self) -> Option<T> {
        match self {
            Self::Known(value) => Some(*value),
            Self::Unknown(_) => None,
        }
    }

    /// The word or the text.
    pub fn text(&self) -> &str {
        match self {
            Self::Known(value) => value.word(),
            Self::Unknown(text) => text,
        }
    }
}

impl<T> From<T> for Choice<T> {
    fn from(value: T) -> Self {
        Self::Known(value)
    }
}
