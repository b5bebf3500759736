//! The work programme of the boards: items, working groups, forthcoming decisions.

use super::day::Day;
use super::id::Id;
use super::plan::Officer;
use super::record::{member, record};
use super::records::Records;
use super::stated::Stated;

record! {
    /// Everything that the boards have before them.
    pub struct Programme {
        /// Items for meetings.
        items: Records<Item>,
        /// Working groups.
        groups: Records<Group>,
        /// The forward plan's decisions.
        decisions: Records<ForwardDecision>,
    }
    keyed { items, groups, decisions }
}

record! {
    /// An item for a meeting; without a meeting it is not scheduled yet.
    pub struct Item {
        /// Identity.
        id: Id,
        /// The board.
        board: Id,
        /// The meeting's day.
        meeting: Stated<Day>,
        /// Its title.
        title: String,
        /// What it is about.
        description: String,
        /// Notes.
        notes: String,
        /// Its type codes (`RP`, `DP`).
        types: Vec<String>,
    }
}
member!(Item by id, named by title);

/// The types of items, as work programmes abbreviate them (`domain.md` §2; paper 001, the key below
/// the programme).
pub const ITEM_TYPES: [(&str, &str); 6] = [
    ("RFS", "request for scrutiny"),
    ("MSR", "monitoring scrutiny recommendations"),
    ("RP", "review of existing policy"),
    ("PM", "performance management"),
    ("DP", "development of new policy"),
    ("B", "briefing"),
];

/// What the code of an item's type stands for; `None` for one that is not among them.
pub fn type_words(code: &str) -> Option<&'static str> {
    let code = code.trim();
    let known = ITEM_TYPES.iter();
    known
        .filter(|(known, _)| known.eq_ignore_ascii_case(code))
        .map(|(_, words)| *words)
        .next()
}

record! {
    /// A working group.
    pub struct Group {
        /// Identity.
        id: Id,
        /// Its name.
        title: String,
        /// Who sits on it.
        members: Vec<String>,
        /// Where it stands.
        position: String,
        /// When it meets.
        dates: Vec<GroupDate>,
    }
}
member!(Group by id, named by title);

record! {
    /// A day of a working group.
    pub struct GroupDate {
        /// The words as given.
        text: String,
        /// The day.
        on: Stated<Day>,
    }
}

record! {
    /// A decision that is to be taken.
    pub struct ForwardDecision {
        /// Identity.
        id: Id,
        /// Its title.
        title: String,
        /// Who takes it.
        maker: String,
        /// When it is expected.
        expected: Stated<Day>,
        /// Who is consulted.
        consultation: String,
        /// The papers for it.
        documents: String,
        /// Who answers for it.
        officers: Vec<Officer>,
    }
}
member!(ForwardDecision by id, named by title);
