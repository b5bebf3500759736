//! Joint trackers: one update that serves several priorities (`domain.md` §2). It stands with one of
//! them, the others show it, and it counts once.

use super::index::Index;
use super::moment::Moment;
use super::tracker::{Tracker, tracker};
use crate::domain::period::Period;
use crate::domain::priority::{Priority, Update};
use crate::domain::workspace::Workspace;

/// The priority whose tracker of the period serves this one too; none where nothing does.
pub fn holder<'a>(
    workspace: &'a Workspace,
    index: &Index,
    priority: &Priority,
    period: Option<Period>,
) -> Option<&'a Priority> {
    let others = index.holders_of(&priority.id).iter();
    let others = others.filter_map(|id| workspace.priorities.get(id.as_str()));
    let serves = |other: &&Priority| {
        let update = update_in(other, period);
        update.is_some_and(|update| update.joint_with.contains(&priority.id))
    };
    others.map(|other| &**other).find(serves)
}

/// The priority with which the tracker of a period stands, or would stand: this one, or the one whose
/// joint tracker serves it. What is entered for this one is entered there.
pub fn keeper<'a>(
    workspace: &'a Workspace,
    index: &Index,
    priority: &'a Priority,
    period: Option<Period>,
) -> &'a Priority {
    if update_in(priority, period).is_some() {
        return priority;
    }
    holder(workspace, index, priority, period).unwrap_or(priority)
}

/// Whether another priority's tracker serves this one, so that it does not count itself.
pub fn is_served(
    workspace: &Workspace,
    index: &Index,
    priority: &Priority,
    period: Option<Period>,
) -> bool {
    holder(workspace, index, priority, period).is_some()
}

/// The tracker that a priority shows, its own or the joint one that serves it, and in that case the
/// priority with which it stands.
pub fn shown<'a>(
    workspace: &'a Workspace,
    index: &Index,
    priority: &'a Priority,
    moment: Moment,
) -> (Tracker<'a>, Option<&'a Priority>) {
    let own = tracker(priority, moment);
    if own.update.is_some() {
        return (own, None);
    }
    let holder = holder(workspace, index, priority, moment.period);
    let update = holder.and_then(|holder| update_in(holder, moment.period));
    (Tracker { update, ..own }, holder)
}

/// The update of a period, without the code and title of then.
pub fn update_in(priority: &Priority, period: Option<Period>) -> Option<&Update> {
    let period = period?;
    let mut updates = priority.updates.iter();
    updates.find(|update| update.period.read() == Some(period))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::field::In;
    use crate::domain::json::Json;
    use crate::domain::rating::Rating;

    #[test]
    fn a_served_priority_shows_the_joint_tracker_only_while_it_is_joint() {
        let text = r#"{"priorities":[
            {"id":"a","updates":[{"period":"2009/10 Q4","rating":"red","joint_with":["b","a"]},
                                 {"period":"2010/11 Q2","rating":"green"}]},
            {"id":"b","updates":[{"period":"2010/11 Q2","rating":"amber"}]},
            {"id":"c"}]}"#;
        let workspace = Json::parse(text).unwrap().to::<In<Workspace>>().unwrap().0;
        for (period, id, rating, served) in [
            ("2009/10 Q4", "a", Some(Rating::Red), false),
            ("2009/10 Q4", "b", Some(Rating::Red), true),
            ("2009/10 Q4", "c", None, false),
            ("2010/11 Q2", "b", Some(Rating::Amber), false),
        ] {
            let moment = Moment::new(&workspace, Period::read(period), None);
            let index = Index::new(&workspace);
            let priority = workspace.priorities.get(id).unwrap();
            let (shown, holder) = shown(&workspace, &index, priority, moment);
            assert_eq!(shown.rating(), rating, "{id} in {period}");
            assert_eq!(holder.is_some(), served, "{id} in {period}");
            let found = is_served(&workspace, &index, priority, moment.period);
            assert_eq!(found, served, "{id} in {period}");
        }
    }
}
