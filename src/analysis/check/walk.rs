//! Goes through every value of a workspace, with its place in the file.

use std::fmt;

use crate::domain::choice::{Choice, Word};
use crate::domain::day::Day;
use crate::domain::field::TextMap;
use crate::domain::id::Id;
use crate::domain::indicator::Unit;
use crate::domain::kind::Kind;
use crate::domain::number::Number;
use crate::domain::period::Period;
use crate::domain::record::{Member, Rest};
use crate::domain::records::Records;
use crate::domain::stated::Stated;
use crate::domain::workspace::Workspace;

/// A value of the file that can be wrong by itself. Absent ones come by too, as empty texts.
pub(in crate::analysis) enum Leaf<'a> {
    /// A text that may say anything.
    Text(&'a str),
    /// The id of a record of a kind.
    Reference(Kind, &'a str),
    /// A record as `kind:id`.
    Named(&'a str),
    /// A period.
    Period(&'a Stated<Period>),
    /// A date.
    Day(&'a Stated<Day>),
    /// A time in words: a date, a period, or what papers write for them.
    When(&'a str),
    /// A word out of a few.
    Choice {
        /// What stands there.
        text: &'a str,
        /// Whether it is one of the words.
        known: bool,
        /// The words.
        words: fn() -> Vec<&'static str>,
    },
}

impl Leaf<'_> {
    /// What stands in the file.
    pub fn text(&self) -> &str {
        match self {
            Self::Text(text)
            | Self::Reference(_, text)
            | Self::Named(text)
            | Self::When(text)
            | Self::Choice { text, .. } => text,
            Self::Period(period) => period.text(),
            Self::Day(day) => day.text(),
        }
    }
}

/// A step down into the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::analysis) enum Step<'a> {
    /// To the value of a key.
    Key(&'a str),
    /// To a place of a list.
    Place(usize),
}

/// The way from the top of the file to a value; shown as a JSON pointer.
pub(in crate::analysis) struct Path<'a>(Vec<Step<'a>>);

impl<'a> Path<'a> {
    /// The steps from the top.
    pub fn steps(&self) -> &[Step<'a>] {
        &self.0
    }

    /// The list and the field, where this is a field of a list's member.
    pub fn field_of_member(&self) -> Option<(&'a str, &'a str)> {
        match self.0.as_slice() {
            [.., Step::Key(list), Step::Place(_), Step::Key(field)] => Some((list, field)),
            _ => None,
        }
    }

    /// The pointer of the object that holds the value.
    pub fn holder(&self) -> Path<'a> {
        let above = self.0.len().saturating_sub(1);
        Path(self.0.iter().take(above).copied().collect())
    }
}

impl fmt::Display for Path<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|step| match step {
            Step::Key(key) => write!(f, "/{}", key.replace('~', "~0").replace('/', "~1")),
            Step::Place(place) => write!(f, "/{place}"),
        })
    }
}

/// Shows every value of the workspace once, in the file's order.
pub(in crate::analysis) fn leaves<'a>(
    workspace: &'a Workspace,
    take: &mut dyn FnMut(&Path<'a>, &Leaf<'_>),
) {
    let mut walk = Walk {
        path: Path(Vec::new()),
        take,
    };
    workspace.inspect(&mut walk);
}

/// The way so far, and whom to show what is found on it.
pub(in crate::analysis) struct Walk<'a, 'f> {
    path: Path<'a>,
    take: &'f mut dyn FnMut(&Path<'a>, &Leaf<'_>),
}

impl<'a> Walk<'a, '_> {
    /// Goes one step down, and back again.
    pub fn under(&mut self, step: Step<'a>, go: impl FnOnce(&mut Self)) {
        self.path.0.push(step);
        go(self);
        self.path.0.pop();
    }

    /// Shows a value.
    pub fn leaf(&mut self, leaf: &Leaf<'_>) {
        (self.take)(&self.path, leaf);
    }
}

/// Something in the file that can be gone through.
pub(in crate::analysis) trait Inspect {
    /// Goes through it.
    fn inspect<'a>(&'a self, walk: &mut Walk<'a, '_>);
}

/// One or several ids of other records.
pub(in crate::analysis) trait Refer {
    /// Shows them as references to a kind.
    fn refer<'a>(&'a self, kind: Kind, walk: &mut Walk<'a, '_>);
}

impl Refer for Id {
    fn refer<'a>(&'a self, kind: Kind, walk: &mut Walk<'a, '_>) {
        walk.leaf(&Leaf::Reference(kind, self.as_str()));
    }
}

impl Refer for Vec<Id> {
    fn refer<'a>(&'a self, kind: Kind, walk: &mut Walk<'a, '_>) {
        for (place, id) in self.iter().enumerate() {
            walk.under(Step::Place(place), |walk| id.refer(kind, walk));
        }
    }
}

impl Refer for Option<Vec<Id>> {
    fn refer<'a>(&'a self, kind: Kind, walk: &mut Walk<'a, '_>) {
        if let Some(ids) = self {
            ids.refer(kind, walk);
        }
    }
}

impl Inspect for String {
    fn inspect<'a>(&'a self, walk: &mut Walk<'a, '_>) {
        walk.leaf(&Leaf::Text(self));
    }
}

impl Inspect for Id {
    fn inspect<'a>(&'a self, walk: &mut Walk<'a, '_>) {
        walk.leaf(&Leaf::Text(self.as_str()));
    }
}

impl Inspect for Stated<Period> {
    fn inspect<'a>(&'a self, walk: &mut Walk<'a, '_>) {
        walk.leaf(&Leaf::Period(self));
    }
}

impl Inspect for Stated<Day> {
    fn inspect<'a>(&'a self, walk: &mut Walk<'a, '_>) {
        walk.leaf(&Leaf::Day(self));
    }
}

impl<T: Word> Inspect for Choice<T> {
    fn inspect<'a>(&'a self, walk: &mut Walk<'a, '_>) {
        let known = self.known().is_some();
        walk.leaf(&Leaf::Choice {
            text: self.text(),
            known,
            words: words_of::<T>,
        });
    }
}

fn words_of<T: Word>() -> Vec<&'static str> {
    T::ALL.iter().map(|value| value.word()).collect()
}

/// Numbers, flags and units say nothing wrong by themselves.
impl Inspect for Number {
    fn inspect<'a>(&'a self, _walk: &mut Walk<'a, '_>) {}
}

impl Inspect for bool {
    fn inspect<'a>(&'a self, _walk: &mut Walk<'a, '_>) {}
}

impl Inspect for Unit {
    fn inspect<'a>(&'a self, _walk: &mut Walk<'a, '_>) {}
}

impl<T: Inspect> Inspect for Option<T> {
    fn inspect<'a>(&'a self, walk: &mut Walk<'a, '_>) {
        if let Some(value) = self {
            value.inspect(walk);
        }
    }
}

impl<T: Inspect> Inspect for Vec<T> {
    fn inspect<'a>(&'a self, walk: &mut Walk<'a, '_>) {
        for (place, value) in self.iter().enumerate() {
            walk.under(Step::Place(place), |walk| value.inspect(walk));
        }
    }
}

impl<T: Inspect + Member> Inspect for Records<T> {
    fn inspect<'a>(&'a self, walk: &mut Walk<'a, '_>) {
        for (place, record) in self.iter().enumerate() {
            walk.under(Step::Place(place), |walk| record.inspect(walk));
        }
    }
}

impl Inspect for TextMap {
    fn inspect<'a>(&'a self, walk: &mut Walk<'a, '_>) {
        for (key, text) in &self.0 {
            walk.under(Step::Key(key), |walk| text.inspect(walk));
        }
    }
}

/// Of what the program does not know it looks at texts alone.
impl Inspect for Rest {
    fn inspect<'a>(&'a self, walk: &mut Walk<'a, '_>) {
        walk.under(Step::Key("source"), |walk| {
            for (place, source) in self.source().iter().enumerate() {
                walk.under(Step::Place(place), |walk| source.inspect(walk));
            }
        });
        walk.under(Step::Key("note"), |walk| {
            walk.leaf(&Leaf::Text(self.note()));
        });
        for key in self.unknown_keys() {
            let text = self.get(key).and_then(|value| value.to_text());
            walk.under(Step::Key(key), |walk| {
                if let Some(text) = &text {
                    walk.leaf(&Leaf::Text(text));
                }
            });
        }
    }
}
