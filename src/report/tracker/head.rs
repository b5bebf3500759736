//! The head of a tracker: rating, direction, period and approvals, and what is said once.

use crate::analysis::approval::changed_since;
use crate::analysis::moment::Moment;
use crate::analysis::tracker::Tracker;
use crate::domain::choice::Choice;
use crate::domain::id::{Id, RecordRef};
use crate::domain::kind::Kind;
use crate::domain::priority::{Approval, Priority};
use crate::domain::workspace::Workspace;
use crate::report::dates::{stated_day, stated_period};
use crate::report::document::{Block, Document, Fact, Span};
use crate::report::officers::officer_text;

/// Adds rating, direction, period and approvals in one line, then the facts and the reason.
pub(super) fn add(
    document: &mut Document,
    workspace: &Workspace,
    moment: Moment,
    tracker: &Tracker,
    holder: Option<&Priority>,
) {
    let stands_with = holder.unwrap_or(tracker.priority);
    let changed = tracker.update.map_or_else(Vec::new, |update| {
        changed_since(workspace, stands_with, update)
    });
    let status = status_line(moment, tracker, !changed.is_empty());
    document.blocks.push(Block::Paragraph(status));
    let mut facts = plan_facts(workspace, tracker);
    if let Some(lead) = tracker.lead(moment) {
        facts.push(Fact::plain("Lead", officer_text(lead)));
    }
    facts.extend(name_facts(workspace, tracker));
    facts.extend(joint_fact(workspace, tracker, holder));
    facts.extend(approval_facts(tracker, &changed));
    document.facts(facts);
    if !tracker.priority.why.trim().is_empty() {
        document.section("Why this is a priority", "");
        document.prose(&tracker.priority.why);
    }
}

/// The chip and its word; what stands there where it is no rating; nothing where there is none.
pub(super) fn rating(tracker: &Tracker) -> Vec<Span> {
    match (tracker.rating(), tracker.rating_text()) {
        (Some(rating), _) => Span::rating(rating).to_vec(),
        (None, Some(other)) => vec![Span::mark(format!("{other} (not a rating)"))],
        (None, None) => Vec::new(),
    }
}

/// The sign and its word.
pub(super) fn direction(tracker: &Tracker) -> Vec<Span> {
    let stated = tracker.update.and_then(|update| update.direction.as_ref());
    match (tracker.direction(), stated.map(Choice::text)) {
        (Some(direction), _) => vec![Span::direction(direction)],
        (None, Some(other)) => vec![Span::mark(format!("{other} (not a direction)"))],
        (None, None) => Vec::new(),
    }
}

fn status_line(moment: Moment, tracker: &Tracker, is_changed: bool) -> Vec<Span> {
    let mut parts: Vec<Vec<Span>> = Vec::new();
    let rating = rating(tracker);
    parts.push(if rating.is_empty() {
        vec![Span::mark("not rated yet")]
    } else {
        rating
    });
    let direction = direction(tracker);
    parts.push(if direction.is_empty() {
        vec![Span::dim("direction not recorded")]
    } else {
        direction
    });
    let period = moment.period.map(|period| period.to_string());
    parts.extend(period.map(|period| vec![Span::plain(period)]));
    if tracker.update.is_some() {
        parts.push(vec![approval(tracker)]);
    }
    if is_changed {
        parts.push(vec![Span::mark("* changed since approval")]);
    }
    if tracker.priority.high_risk == Some(true) {
        parts.push(vec![Span::mark("! high risk")]);
    }
    let retired = tracker.priority.retired_from.read();
    if moment
        .period
        .zip(retired)
        .is_some_and(|(now, retired)| retired <= now)
    {
        parts.push(vec![Span::dim(format!(
            "retired from {}",
            stated_period(&tracker.priority.retired_from)
        ))]);
    }
    let joined = parts.into_iter().enumerate().flat_map(|(place, part)| {
        let gap = (place > 0).then(|| Span::plain("   "));
        gap.into_iter().chain(part)
    });
    joined.collect()
}

/// Who signed, in a few words.
fn approval(tracker: &Tracker) -> Span {
    let approvals = tracker.update.map_or(&[][..], |update| &update.approvals);
    let by = |role: &str| approvals.iter().any(|approval| approval.role == role);
    match (by("officer"), by("director"), approvals.is_empty()) {
        (true, true, _) => Span::plain("approved"),
        (true, false, _) => Span::mark("approved by the officer, not by the director"),
        (false, true, _) => Span::mark("approved by the director, not by the officer"),
        (false, false, true) => Span::mark("not approved"),
        (false, false, false) => Span::plain("signed"),
    }
}

fn plan_facts(workspace: &Workspace, tracker: &Tracker) -> Vec<Fact> {
    let priority = tracker.priority;
    let mut facts = Vec::new();
    if let Some(theme) = workspace.themes.get(priority.theme.as_str()) {
        let mut value = vec![
            Span::code(&*theme.code),
            Span::plain(format!(" {}", theme.title)),
        ];
        if let Some(plan) = workspace.plans.get(theme.plan.as_str()) {
            value.push(Span::plain(format!(", {}", plan.title)));
        }
        facts.push(Fact::new("Theme", value).naming(RecordRef::new(Kind::Theme, &theme.id)));
    } else if !priority.theme.is_empty() {
        facts.push(Fact::plain("Theme", priority.theme.as_str()));
    }
    if !priority.partnership.is_empty() {
        facts.push(Fact::plain("Partnership", priority.partnership.as_str()));
    }
    let title = |id: &Id| {
        workspace
            .boards
            .get(id.as_str())
            .map_or_else(|| id.to_string(), |board| board.title.clone())
    };
    let boards: Vec<String> = priority.boards.iter().map(title).collect();
    if !boards.is_empty() {
        facts.push(Fact::plain("Board", boards.join("; ")));
    }
    facts
}

fn name_facts(workspace: &Workspace, tracker: &Tracker) -> Vec<Fact> {
    let priority = tracker.priority;
    let mut facts = Vec::new();
    if !priority.also_known_as.is_empty() {
        facts.push(Fact::plain(
            "Also known as",
            priority.also_known_as.join(", "),
        ));
    }
    let mut names: Vec<Span> = Vec::new();
    if tracker.code != priority.code && !priority.code.is_empty() {
        names.extend([Span::code(&*priority.code), Span::plain(" now")]);
    }
    for former in priority
        .former_codes
        .iter()
        .filter(|former| former.code != tracker.code)
    {
        if !names.is_empty() {
            names.push(Span::plain(", "));
        }
        names.extend([
            Span::code(&*former.code),
            Span::plain(format!(" in {}", stated_period(&former.r#in))),
        ]);
    }
    if !names.is_empty() {
        facts.push(Fact::new("Other codes", names));
    }
    if let Some(split) = &priority.split {
        let from = RecordRef::new(Kind::Priority, &split.from);
        let code = workspace
            .priorities
            .get(split.from.as_str())
            .map_or(split.from.as_str(), |from| &from.code);
        let value = vec![
            Span::code(code),
            Span::plain(format!(" in {}", stated_period(&split.r#in))),
        ];
        facts.push(Fact::new("Split from", value).naming(from));
    }
    facts
}

/// The other priorities of a joint tracker.
fn joint_fact(workspace: &Workspace, tracker: &Tracker, holder: Option<&Priority>) -> Option<Fact> {
    let served = tracker.update.map_or(&[][..], |update| &update.joint_with);
    let others = served.iter().filter(|id| **id != tracker.priority.id);
    let all: Vec<&Id> = holder
        .map(|holder| &holder.id)
        .into_iter()
        .chain(others)
        .collect();
    let first = all.first()?;
    let record = RecordRef::new(Kind::Priority, first);
    let code = |id: &&Id| {
        workspace
            .priorities
            .get(id.as_str())
            .map_or(id.as_str(), |priority| &priority.code)
            .to_owned()
    };
    let codes: Vec<String> = all.iter().map(code).collect();
    Some(Fact::plain("One tracker with", codes.join(", ")).naming(record))
}

fn approval_facts(tracker: &Tracker, changed: &[&Approval]) -> Vec<Fact> {
    let approvals = tracker.update.map_or(&[][..], |update| &update.approvals);
    let says = |approval: &Approval| {
        let by = approval.by.join(", ");
        let on = stated_day(&approval.on);
        let parts = [approval.role.as_str(), &by, &on];
        let parts: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
        parts.join(", ")
    };
    let fact = |(place, approval): (usize, &Approval)| {
        let mut value = vec![Span::plain(says(approval))];
        if changed
            .iter()
            .any(|changed| std::ptr::eq(*changed, approval))
        {
            value.push(Span::mark("   * changed since"));
        }
        Fact::new(if place == 0 { "Approved by" } else { "" }, value)
    };
    approvals.iter().enumerate().map(fact).collect()
}
