//! Where in a workspace an edit happens: by identity, never by position.

use std::fmt;

use crate::domain::id::{Id, RecordRef};
use crate::domain::kind::Kind;
use crate::domain::record::{Members, Record};
use crate::domain::workspace::Workspace;

/// A record, or a member of one of its lists (or of a list of that member).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// The record.
    pub record: RecordRef,
    /// The way down: list and key, list and key.
    pub members: Vec<(String, String)>,
}

impl Place {
    /// A record itself.
    pub fn record(kind: Kind, id: &Id) -> Self {
        Self {
            record: RecordRef::new(kind, id),
            members: Vec::new(),
        }
    }

    /// The workspace itself.
    pub fn workspace() -> Self {
        Self::record(Kind::Workspace, &Id::default())
    }

    /// A member of one of its lists.
    #[must_use]
    pub fn member(mut self, list: &str, key: &str) -> Self {
        self.members.push((list.to_owned(), key.to_owned()));
        self
    }

    /// The record or member, if it is there.
    pub fn find<'a>(&self, workspace: &'a Workspace) -> Option<&'a dyn Record> {
        let mut found = workspace.record(self.record.kind, self.record.id.as_str())?;
        for (list, key) in &self.members {
            found = found.list(list)?.member(key)?;
        }
        Some(found)
    }

    /// The same, to change it.
    pub(super) fn find_mut<'a>(&self, workspace: &'a mut Workspace) -> Option<&'a mut dyn Record> {
        let mut found: &mut dyn Record = match self.record.kind {
            Kind::Workspace => workspace,
            kind => workspace
                .records_mut(kind)?
                .member_mut(self.record.id.as_str())?,
        };
        for (list, key) in &self.members {
            found = found.list_mut(list)?.member_mut(key)?;
        }
        Some(found)
    }
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.record)?;
        self.members
            .iter()
            .try_for_each(|(list, key)| write!(f, "/{list}/{key}"))
    }
}

/// What a list member stands behind: its nearest predecessors, nearest first; none for the first
/// place. If the nearest is gone the next one serves, and if all are gone, the end of the list.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Anchor(pub Vec<String>);

/// How many predecessors are remembered: enough that a few deletions nearby do not lose the place.
const REMEMBERED: usize = 8;

impl Anchor {
    /// The first place.
    pub fn first() -> Self {
        Self::default()
    }

    /// Behind everything that is there now.
    pub fn last(list: &dyn Members) -> Self {
        Self::before_place(list, list.len())
    }

    /// Behind what stands before `place` now.
    pub fn before_place(list: &dyn Members, place: usize) -> Self {
        let keys = (0..place)
            .rev()
            .take(REMEMBERED)
            .filter_map(|at| list.key_at(at))
            .map(str::to_owned);
        Self(keys.collect())
    }

    /// The place in the list as it is now.
    pub(super) fn resolve(&self, list: &dyn Members) -> usize {
        if self.0.is_empty() {
            return 0;
        }
        self.0
            .iter()
            .find_map(|key| list.position(key))
            .map_or(list.len(), |place| place + 1)
    }
}
