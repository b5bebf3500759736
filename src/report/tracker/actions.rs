//! The actions of a tracker, under their groups.

use crate::analysis::deadline::{Deadline, deadline, is_unreviewed};
use crate::analysis::index::Index;
use crate::analysis::moment::Moment;
use crate::analysis::tracker::Tracker;
use crate::domain::action::Action;
use crate::domain::id::RecordRef;
use crate::domain::kind::Kind;
use crate::domain::workspace::Workspace;
use crate::report::action::{add_milestones, plain_milestones, progress_facts, status_words};
use crate::report::dates::{due, stated_period};
use crate::report::document::{Document, Fact, Item, Span};
use crate::report::officers::officers_text;

/// Adds the actions that the tracker carries, and names those that it left behind.
pub(super) fn add(
    document: &mut Document,
    workspace: &Workspace,
    index: &Index,
    moment: Moment,
    tracker: &Tracker,
) {
    let actions = index
        .actions_of(&tracker.priority.id)
        .iter()
        .filter_map(|id| workspace.actions.get(id.as_str()));
    let all: Vec<(&Action, Deadline)> = actions
        .map(|action| (&**action, deadline(action, moment)))
        .collect();
    let (carried, others): (Vec<_>, Vec<_>) =
        all.into_iter().partition(|(_, deadline)| deadline.carried);
    document.section("Actions", &counts(&carried, moment));
    if carried.is_empty() {
        document.absence("No actions in this period's tracker.");
    }
    let mut groups: Vec<&str> = Vec::new();
    for (action, _) in &carried {
        if !groups.contains(&action.group.as_str()) {
            groups.push(&action.group);
        }
    }
    // Actions of no group stand first, where no group's heading can claim them.
    groups.sort_by_key(|group| !group.is_empty());
    for group in groups {
        if !group.is_empty() {
            document.heading(2, vec![Span::strong(group)], None);
        }
        for (action, deadline) in carried.iter().filter(|(action, _)| action.group == group) {
            add_action(document, moment, action, deadline);
        }
    }
    add_left_behind(document, moment, &others);
}

fn counts(carried: &[(&Action, Deadline)], moment: Moment) -> String {
    if carried.is_empty() {
        return String::new();
    }
    let overdue = carried
        .iter()
        .filter(|(_, deadline)| deadline.is_overdue())
        .count();
    let silent = carried
        .iter()
        .filter(|(_, deadline)| deadline.status.is_none())
        .count();
    let unreviewed = carried
        .iter()
        .filter(|(action, deadline)| is_unreviewed(action, deadline, moment))
        .count();
    let mut text = carried.len().to_string();
    let mut parts = Vec::new();
    if overdue > 0 {
        parts.push(format!("{overdue} overdue"));
    }
    if silent == carried.len() {
        parts.push("no status recorded".to_owned());
    } else if silent > 0 {
        parts.push(format!("{silent} without a status"));
    }
    if unreviewed > 0 {
        parts.push(format!("{unreviewed} not reviewed yet"));
    }
    if !parts.is_empty() {
        text.push_str(": ");
        text.push_str(&parts.join(", "));
    }
    text
}

fn add_action(document: &mut Document, moment: Moment, action: &Action, deadline: &Deadline) {
    let record = RecordRef::new(Kind::Action, &action.id);
    let title = if action.title.is_empty() {
        action.id.as_str()
    } else {
        &action.title
    };
    document.heading(3, vec![Span::strong(title)], Some(record));
    let mut facts = Vec::new();
    let status = status_words(action, deadline, moment);
    if !status.is_empty() {
        facts.push(Fact::new("Status", status));
    }
    let due = due(action.timescale.as_ref(), deadline);
    if !due.is_empty() {
        facts.push(Fact::new("Due", due));
    }
    let officers = officers_text(&action.officers);
    let label = if action.officers.len() > 1 {
        "Officers"
    } else {
        "Officer"
    };
    if !officers.is_empty() {
        facts.push(Fact::plain(label, officers));
    }
    if !action.desired_outcome.is_empty() {
        facts.push(Fact::plain("Outcome", action.desired_outcome.as_str()));
    }
    if let Some(progress) = deadline.progress {
        facts.extend(progress_facts(
            progress,
            progress.period.read() != moment.period,
        ));
    }
    if facts.is_empty() {
        document.absence("Nothing is recorded of it yet.");
    }
    let milestones = plain_milestones(action);
    let listed = !milestones.is_empty();
    facts.extend(milestones);
    document.facts(facts);
    if !listed {
        add_milestones(document, action);
    }
}

/// Actions of an earlier tracker that nobody closed and this one does not carry.
fn add_left_behind(document: &mut Document, moment: Moment, others: &[(&Action, Deadline)]) {
    let open = others.iter().filter(|(_, deadline)| {
        !deadline
            .status
            .is_some_and(crate::domain::action::ActionStatus::is_closed)
    });
    let items = open.filter_map(|(action, _)| {
        let trackers = action
            .trackers
            .iter()
            .filter(|tracker| tracker.read().is_some_and(|period| moment.knows(period)));
        let last = trackers.max_by_key(|tracker| tracker.read())?;
        let text = vec![
            Span::plain(&*action.title),
            Span::dim(format!(", last in {}", stated_period(last))),
        ];
        Some(Item {
            text,
            record: Some(RecordRef::new(Kind::Action, &action.id)),
        })
    });
    let items: Vec<Item> = items.collect();
    if !items.is_empty() {
        document.heading(2, vec![Span::strong("Not carried forward")], None);
        document.list(items);
    }
}
