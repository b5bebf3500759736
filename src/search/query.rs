//! A query as it is understood: clauses that must all hold, each of one or more alternatives.

use std::fmt;
use std::ops::Range;

use super::field::{FieldSpec, KnownValue};
use super::filter::{Filter, Test};
use super::word::{Needle, Word};

/// What a query may say beyond plain words, given by the caller.
#[derive(Clone, Copy)]
pub struct Grammar<'a> {
    /// The fields that `name:value` may narrow.
    pub fields: &'a [FieldSpec<'a>],
    /// Whether a text (words with one blank between) spells a code: neighbouring words that do are one word.
    /// It may answer yes for the beginning of a code too, so that `ni 1` lists `NI 1…` on the way to `ni 117`.
    pub is_code: &'a dyn Fn(&str) -> bool,
    /// The values that a field, by its name, has in the workspace, where they can be listed.
    pub known: &'a dyn Fn(&str) -> &'a [KnownValue],
}

impl Grammar<'_> {
    /// Words only: no fields, no codes.
    pub const WORDS: Grammar<'static> = Grammar {
        fields: &[],
        is_code: &|_| false,
        known: &|_| &[],
    };
}

impl fmt::Debug for Grammar<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Grammar")
            .field("fields", &self.fields)
            .finish_non_exhaustive()
    }
}

/// A parsed query. One without clauses matches everything, in the file's order.
#[derive(Debug, Clone, Default)]
pub struct Query {
    pub(super) clauses: Vec<Clause>,
}

/// One condition: at least one of its alternatives holds.
#[derive(Debug, Clone)]
pub(super) struct Clause {
    pub(super) any: Vec<Atom>,
}

/// One alternative.
#[derive(Debug, Clone)]
pub(super) struct Atom {
    pub(super) not: bool,
    pub(super) kind: Kind,
}

/// What an alternative asks for.
#[derive(Debug, Clone)]
pub(super) enum Kind {
    /// Fuzzy.
    Word(Word),
    /// `'word`, `"two words"`, `^start`, `end$`: the letters as they are.
    Exact(Needle, Edges),
    /// `field:value`.
    Filter(Filter),
}

/// Where exact letters must begin, and where end.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Edges {
    pub(super) start: Edge,
    pub(super) end: Edge,
}

/// What one end of exact letters must meet; each asks for more than the one before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub(super) enum Edge {
    #[default]
    Anywhere,
    /// The edge of a word.
    Word,
    /// The edge of the text.
    Text,
}

/// What is wrong with a query.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Trouble {
    /// No field has that name.
    UnknownField,
    /// The named field has no such value.
    UnknownValue(String),
    /// The field's value is still to be typed.
    MissingValue,
    /// The named field's values are read, and this is none; what is known says what one looks like.
    Unreadable(String),
    /// `<`, `>` make no sense of the field.
    NotOrdered,
}

/// A query that cannot be understood, with the place and what was probably meant.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{}", self.message())]
pub struct QueryError {
    /// What is wrong.
    pub trouble: Trouble,
    /// The word at fault; the field's name where a value is missing.
    pub word: String,
    /// Its bytes in the query as typed.
    pub range: Range<usize>,
    /// The known word that is nearest to it.
    pub nearest: Option<String>,
    /// All words that could stand there, where they are few enough to name.
    pub known: Vec<String>,
}

impl QueryError {
    pub(super) fn new(
        trouble: Trouble,
        at: (&str, Range<usize>),
        nearest: Option<&str>,
        known: Vec<&str>,
    ) -> Self {
        let (word, range) = at;
        let known = known.into_iter().map(str::to_owned).collect();
        Self {
            trouble,
            word: word.to_owned(),
            range,
            nearest: nearest.map(str::to_owned),
            known,
        }
    }

    /// Whether the query is merely not finished: no reason to complain while it is typed.
    pub(super) fn is_unfinished_in(&self, query: &str) -> bool {
        let is_last = self.range.end == query.len();
        match self.trouble {
            Trouble::MissingValue => true,
            Trouble::Unreadable(_) => is_last,
            _ => false,
        }
    }

    fn message(&self) -> String {
        let word = &self.word;
        let what = match &self.trouble {
            Trouble::UnknownField => format!("there is no field “{word}”"),
            Trouble::UnknownValue(field) => format!("“{word}” is no {field}"),
            Trouble::MissingValue => format!("“{word}:” needs a value"),
            Trouble::Unreadable(field) => {
                let like = self.known.join(", ");
                return format!("{field}: cannot read “{word}”; it takes {like}");
            }
            Trouble::NotOrdered => format!("“{word}” cannot be compared with < or >"),
        };
        match &self.nearest {
            Some(near) => format!("{what}; did you mean “{near}”?"),
            None if self.known.is_empty() => what,
            None => format!("{what}; one of {}", self.known.join(", ")),
        }
    }
}

impl Query {
    /// Whether the query asks for nothing, and so matches everything.
    pub fn is_empty(&self) -> bool {
        self.clauses.is_empty()
    }

    /// The filters, wherever they stand.
    pub fn filters(&self) -> impl Iterator<Item = &Filter> {
        self.clauses
            .iter()
            .flat_map(|clause| &clause.any)
            .filter_map(|atom| match &atom.kind {
                Kind::Filter(filter) => Some(filter),
                _ => None,
            })
    }

    /// Whether all that this query matches was matched by `previous` too, so that its hits are enough to look at.
    /// Sound, not complete: stems and joined codes may reach further than the shorter word did.
    pub fn narrows(&self, previous: &Query) -> bool {
        previous
            .clauses
            .iter()
            .all(|old| self.clauses.iter().any(|new| new.implies(old)))
    }
}

impl Clause {
    fn implies(&self, old: &Clause) -> bool {
        match (self.any.as_slice(), old.any.as_slice()) {
            (
                [
                    Atom {
                        not: false,
                        kind: Kind::Word(new),
                    },
                ],
                [
                    Atom {
                        not: false,
                        kind: Kind::Word(old),
                    },
                ],
            ) => new.implies(old),
            (new, old) => {
                new.len() == old.len() && new.iter().zip(old).all(|(new, old)| new.same(old))
            }
        }
    }
}

impl Atom {
    fn same(&self, other: &Atom) -> bool {
        let kinds = match (&self.kind, &other.kind) {
            (Kind::Word(one), Kind::Word(two)) => {
                one.typed == two.typed && one.joined == two.joined
            }
            (Kind::Exact(one, at), Kind::Exact(two, there)) => {
                one.text == two.text && one.capitals == two.capitals && at == there
            }
            (Kind::Filter(one), Kind::Filter(two)) => {
                one.field == two.field && one.tests == two.tests
            }
            _ => false,
        };
        kinds && self.not == other.not
    }
}

/// The query in words, to show beneath the box in which it is typed.
impl fmt::Display for Query {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (number, clause) in self.clauses.iter().enumerate() {
            if number > 0 {
                f.write_str(" and ")?;
            }
            for (number, atom) in clause.any.iter().enumerate() {
                if number > 0 {
                    f.write_str(" or ")?;
                }
                write!(f, "{atom}")?;
            }
        }
        Ok(())
    }
}

impl fmt::Display for Atom {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.not {
            f.write_str("not ")?;
        }
        match &self.kind {
            Kind::Word(word) => f.write_str(&word.typed),
            Kind::Exact(needle, edges) => {
                match (edges.start == Edge::Text, edges.end == Edge::Text) {
                    (true, true) => write!(f, "all of it “{}”", needle.text),
                    (true, false) => write!(f, "starting “{}”", needle.text),
                    (false, true) => write!(f, "ending “{}”", needle.text),
                    (false, false) => write!(f, "exactly “{}”", needle.text),
                }
            }
            Kind::Filter(filter) => {
                write!(f, "{} ", filter.name)?;
                for (number, test) in filter.tests.iter().enumerate() {
                    let or = if number > 0 { " or " } else { "" };
                    write!(f, "{or}{test}")?;
                }
                Ok(())
            }
        }
    }
}

impl fmt::Display for Test {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Is(value) => write!(f, "{value}"),
            Self::Like(pattern) => write!(f, "like {pattern}"),
            Self::Below(value) => write!(f, "below {value}"),
            Self::AtMost(value) => write!(f, "at most {value}"),
            Self::Above(value) => write!(f, "above {value}"),
            Self::AtLeast(value) => write!(f, "at least {value}"),
            Self::Between(low, high) => write!(f, "{low} to {high}"),
        }
    }
}
