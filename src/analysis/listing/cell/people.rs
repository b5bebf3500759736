//! Who has to do with a record, in a cell.

use super::Seen;
use crate::analysis::tracker::tracker;
use crate::domain::id::RecordRef;
use crate::domain::kind::Kind;
use crate::domain::plan::Officer;

/// Who leads a record or does it, and their organisation.
pub(super) fn officer(seen: Seen<'_>, record: &RecordRef) -> (String, String) {
    let id = record.id.as_str();
    let workspace = seen.workspace;
    let first = |officers: &[Officer]| {
        let with = officers.iter().find(|it| !it.organisation.is_empty());
        let called = officers.first().map_or("", Officer::called);
        let organisation = with.map_or("", |it| it.organisation.as_str());
        (called.to_owned(), organisation.to_owned())
    };
    let found = match record.kind {
        Kind::Priority => workspace.priorities.get(id).map(|priority| {
            let then = tracker(priority, seen.moment);
            let (called, organisation) = first(then.officers(seen.moment));
            match then.lead(seen.moment) {
                Some(lead) if lead.organisation.is_empty() => {
                    (lead.called().to_owned(), organisation)
                }
                Some(lead) => (lead.called().to_owned(), lead.organisation.clone()),
                None => (called, organisation),
            }
        }),
        Kind::Indicator => {
            let indicator = workspace.indicators.get(id);
            indicator.map(|it| (it.owner.clone(), String::new()))
        }
        Kind::Action => workspace.actions.get(id).map(|it| first(&it.officers)),
        Kind::Recommendation => {
            let asked = workspace.recommendations.get(id);
            asked.map(|it| first(&it.officers))
        }
        _ => None,
    };
    found.unwrap_or_default()
}
