//! Records that came and records that went.

use std::collections::HashSet;

use super::{ChangeKind, Finder, Said, Seen};
use crate::analysis::moment::is_over;
use crate::analysis::naming::title_of;
use crate::domain::day::Day;
use crate::domain::id::{Id, RecordRef};
use crate::domain::kind::Kind;
use crate::domain::period::Period;
use crate::domain::stated::Stated;
use crate::domain::workspace::Workspace;

/// The kinds of which new and gone records are told.
const TOLD: &[Kind] = &[
    Kind::Priority,
    Kind::Indicator,
    Kind::Action,
    Kind::Recommendation,
];

impl Finder<'_> {
    /// In two files a record is new or gone by its id; in one it is new from its first day, where the
    /// file says which that is, and gone when it is retired.
    pub(super) fn records(&mut self) {
        for kind in TOLD {
            let (was, is) = (
                ids(self.before.workspace, *kind),
                ids(self.after.workspace, *kind),
            );
            let known: HashSet<&Id> = was.iter().collect();
            let there: HashSet<&Id> = is.iter().collect();
            for id in &is {
                let record = RecordRef::new(*kind, id);
                if !known.contains(id) || (self.is_one_file() && self.begins(&record)) {
                    let title = title(self.after, &record);
                    self.say(&record, Said::new(ChangeKind::New, "", title));
                } else if self.retires(&record) {
                    let title = title(self.before, &record);
                    self.say(&record, Said::new(ChangeKind::Retired, title, ""));
                }
            }
            for id in was.iter().filter(|id| !there.contains(id)) {
                let record = RecordRef::new(*kind, id);
                let title = title(self.before, &record);
                self.say(&record, Said::new(ChangeKind::Retired, title, ""));
            }
        }
    }

    /// Whether the record's first day lies behind the one view and not behind the other.
    fn begins(&self, record: &RecordRef) -> bool {
        let first = first_day(self.after.workspace, record);
        let ends = (
            self.before.moment.period.map(Period::last),
            self.after.moment.period.map(Period::last),
        );
        match (first, ends) {
            (Some(first), (Some(before), Some(after))) => first > before && first <= after,
            _ => false,
        }
    }

    fn retires(&self, record: &RecordRef) -> bool {
        let over = |seen: Seen<'_>| {
            let retired = retired_from(seen.workspace, record);
            retired.is_some_and(|retired| is_over(retired, seen.moment))
        };
        over(self.after) && !over(self.before)
    }
}

fn title(seen: Seen<'_>, record: &RecordRef) -> String {
    title_of(seen.workspace, record, seen.moment)
}

fn ids(workspace: &Workspace, kind: Kind) -> Vec<Id> {
    let Some(records) = workspace.records(kind) else {
        return Vec::new();
    };
    let keys = (0..records.len()).filter_map(|place| records.key_at(place));
    keys.map(Id::new).collect()
}

/// The first day of a record, where the file says it: of a priority that was split from another, of the
/// first tracker that carries an action, on which a recommendation was made.
fn first_day(workspace: &Workspace, record: &RecordRef) -> Option<Day> {
    let id = record.id.as_str();
    match record.kind {
        Kind::Priority => {
            let split = workspace.priorities.get(id)?.split.as_ref()?;
            split.r#in.read().map(Period::first)
        }
        Kind::Action => {
            let trackers = workspace.actions.get(id)?.trackers.iter();
            let first = trackers.filter_map(Stated::read).map(Period::first);
            first.min()
        }
        Kind::Recommendation => workspace.recommendations.get(id)?.made.read(),
        _ => None,
    }
}

fn retired_from<'a>(workspace: &'a Workspace, record: &RecordRef) -> Option<&'a Stated<Period>> {
    let id = record.id.as_str();
    match record.kind {
        Kind::Priority => Some(&workspace.priorities.get(id)?.retired_from),
        Kind::Indicator => Some(&workspace.indicators.get(id)?.retired_from),
        _ => None,
    }
}
