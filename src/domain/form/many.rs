//! The forms of a value that many records are given at once.

use super::parts::{OFFICER, STATUS};
use super::{Entry, Form, FormField, words};
use crate::domain::kind::Kind;
use crate::domain::rating::Direction;

const fn one(one: &'static str, fields: &'static [FormField]) -> Form {
    Form { one, fields, with_rest: false, left_out: &[] }
}

const fn field(
    key: &'static str,
    label: &'static str,
    entry: Entry,
    help: &'static str,
) -> FormField {
    FormField::new(key, label, entry, help)
}

/// A rating for all of them.
pub static RATING: Form = one("rating", &[
    field("rating", "Rating", Entry::Rating, "a letter or an arrow chooses").required(),
]);

/// A direction of travel for all of them.
pub static DIRECTION: Form = one("direction of travel", &[
    field("direction", "Direction", Entry::Choice(words::<Direction>), "a sign, a letter or an arrow chooses").required(),
]);

/// The service that owns all of them.
pub static OWNER: Form = one("owner", &[
    field("owner", "Owner", Entry::Line, "the service that owns them").required(),
]);

/// A status for all of them.
pub static ALL_STATUS: Form = one("status", &[
    field("status", "Status", STATUS, "how they stand in the period in view").required(),
]);

/// A board for all of them.
pub static BOARD: Form = one("board", &[
    field("board", "Board", Entry::Reference(Kind::Board), "type some of its name").required(),
]);

/// A due date for all of them.
pub static DUE: Form = one("due date", &[
    field("due", "Due", Entry::Timescale { slips: false }, "when: Nov 2010, end of Q2, ongoing").required(),
    field("why", "Why moved", Entry::Line, "kept with the dates that they had"),
]);

/// The end of all of them.
pub static RETIRED_FROM: Form = one("end", &[
    field("retired_from", "Retired from", Entry::Period, "the first period in which it is no longer followed").required(),
]);

/// An officer, who takes the place of those with the same role.
pub fn officer() -> &'static Form {
    &OFFICER
}
