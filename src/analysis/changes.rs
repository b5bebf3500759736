//! What changed between two periods, or between two files (`domain.md` §6): ratings and directions that
//! moved, new and retired records, targets made easier, dates that slid, officers changed.

mod dates;
mod records;
mod targets;

use super::boards::{boards_of, shows};
use super::index::Index;
use super::joint;
use super::moment::Moment;
use crate::domain::choice::words;
use crate::domain::id::{Id, RecordRef};
use crate::domain::kind::Kind;
use crate::domain::plan::Officer;
use crate::domain::rating::{Direction, Rating};
use crate::domain::workspace::Workspace;

words! {
    /// What sort of change it is.
    pub enum ChangeKind {
        /// The rating moved.
        Rating = "rating",
        /// The direction of travel moved.
        Direction = "direction",
        /// The record is new.
        New = "new",
        /// The record is no longer tracked, or gone.
        Retired = "retired",
        /// A target is easier to reach.
        TargetEasier = "target_easier",
        /// A date slid.
        DateSlid = "date_slid",
        /// Other officers have a part in it.
        Officers = "officers",
    }
}

impl ChangeKind {
    /// The heading of a list of them.
    pub fn title(self) -> &'static str {
        match self {
            Self::Rating => "Ratings that moved",
            Self::Direction => "Directions that moved",
            Self::New => "New records",
            Self::Retired => "Records no longer tracked",
            Self::TargetEasier => "Targets made easier",
            Self::DateSlid => "Dates that slid",
            Self::Officers => "Officers changed",
        }
    }
}

/// Something that changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// What sort of change it is.
    pub kind: ChangeKind,
    /// The record.
    pub record: RecordRef,
    /// What of the record, where it is a part: a milestone's text, a target's period.
    pub part: String,
    /// What it was, in words; empty where there was nothing.
    pub before: String,
    /// What it is, in words; empty where there is nothing.
    pub after: String,
    /// Whether it is for the better, where that can be said.
    pub better: Option<bool>,
    /// The boards that it is relevant to.
    pub boards: Vec<Id>,
}

/// A workspace as it is seen from a moment.
#[derive(Clone, Copy, Debug)]
pub struct Seen<'a> {
    /// The workspace.
    pub workspace: &'a Workspace,
    /// Its references.
    pub index: &'a Index,
    /// The moment.
    pub moment: Moment,
}

/// What changed from one view to the other, by kind and in the file's order; of one board where one is
/// named. Both may be of one file, at two periods, or of two files.
pub fn changes(before: Seen<'_>, after: Seen<'_>, board: Option<&Id>) -> Vec<Change> {
    let mut finder = Finder {
        before,
        after,
        board,
        found: Vec::new(),
    };
    finder.ratings();
    finder.records();
    finder.targets();
    finder.dates();
    finder.found.sort_by_key(|change| change.kind);
    finder.found
}

struct Finder<'a> {
    before: Seen<'a>,
    after: Seen<'a>,
    board: Option<&'a Id>,
    found: Vec<Change>,
}

/// What a change says beside its record.
struct Said {
    kind: ChangeKind,
    part: String,
    before: String,
    after: String,
    better: Option<bool>,
}

impl Said {
    fn new(kind: ChangeKind, before: impl Into<String>, after: impl Into<String>) -> Self {
        Self {
            kind,
            part: String::new(),
            before: before.into(),
            after: after.into(),
            better: None,
        }
    }
}

impl Finder<'_> {
    /// Whether both views are of one file.
    fn is_one_file(&self) -> bool {
        std::ptr::eq(self.before.workspace, self.after.workspace)
    }

    fn say(&mut self, record: &RecordRef, said: Said) {
        let Seen {
            workspace, index, ..
        } = self.after;
        let id = record.id.as_str();
        let boards = if workspace.record(record.kind, id).is_some() {
            boards_of(workspace, index, record)
        } else {
            boards_of(self.before.workspace, self.before.index, record)
        };
        if shows(self.board, &boards) {
            self.found.push(Change {
                kind: said.kind,
                record: record.clone(),
                part: said.part,
                before: said.before,
                after: said.after,
                better: said.better,
                boards,
            });
        }
    }

    /// Ratings, directions and officers of priorities. A rating that is known at one moment only did
    /// not move.
    fn ratings(&mut self) {
        let (was, is) = (self.before, self.after);
        for priority in &is.workspace.priorities {
            let Some(earlier) = was.workspace.priorities.get(priority.id.as_str()) else {
                continue;
            };
            let (now, _) = joint::shown(is.workspace, is.index, priority, is.moment);
            let (then, _) = joint::shown(was.workspace, was.index, earlier, was.moment);
            let record = RecordRef::new(Kind::Priority, &priority.id);
            if let Some((before, after)) = moved(then.rating(), now.rating()) {
                let mut said = Said::new(ChangeKind::Rating, shown(before), shown(after));
                said.better = Some(after > before);
                self.say(&record, said);
            }
            if let Some((before, after)) = moved(then.direction(), now.direction()) {
                let mut said = Said::new(ChangeKind::Direction, before.word(), after.word());
                said.better = Some(rank(after) > rank(before));
                self.say(&record, said);
            }
            let (before, after) = (then.officers(was.moment), now.officers(is.moment));
            if before != after {
                let (before, after) = only(before, after);
                if !(before.is_empty() && after.is_empty()) {
                    self.say(&record, Said::new(ChangeKind::Officers, before, after));
                }
            }
        }
    }
}

fn moved<T: PartialEq>(before: Option<T>, after: Option<T>) -> Option<(T, T)> {
    before.zip(after).filter(|(before, after)| before != after)
}

fn shown(rating: Rating) -> String {
    rating.word().replace('_', "/")
}

fn rank(direction: Direction) -> u8 {
    match direction {
        Direction::Improving => 2,
        Direction::Static => 1,
        Direction::Deteriorating => 0,
    }
}

/// Those of each list that the other lacks, by what they are called.
fn only(before: &[Officer], after: &[Officer]) -> (String, String) {
    let lacking = |of: &[Officer], other: &[Officer]| {
        let missing = of
            .iter()
            .filter(|it| !other.iter().any(|known| known.called() == it.called()));
        let names: Vec<&str> = missing.map(Officer::called).collect();
        names.join("; ")
    };
    (lacking(before, after), lacking(after, before))
}

#[cfg(test)]
mod tests;
