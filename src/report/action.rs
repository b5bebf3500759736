//! The page of an action.

use super::dates::{due, stated_day, stated_period, timescale_text};
use super::document::{Column, Document, Fact, Row, Span, Tone};
use super::officers::{by_role, officers_text};
use super::provenance;
use crate::analysis::deadline::{Deadline, deadline, is_unreviewed, newest_status};
use crate::analysis::moment::Moment;
use crate::analysis::naming::{code_of, title_of};
use crate::analysis::slippage::{Slippage, slippage};
use crate::domain::action::{Action, ActionStatus, Milestone, Progress};
use crate::domain::choice::Choice;
use crate::domain::id::RecordRef;
use crate::domain::kind::Kind;
use crate::domain::stated::Stated;
use crate::domain::workspace::Workspace;

/// How often a date moved, and how far in all.
fn slipped(slippage: Slippage) -> Fact {
    let times = match slippage.moves {
        1 => "once".to_owned(),
        moves => format!("{moves} times"),
    };
    let text = match slippage.days {
        Some(days) if days < 0 => format!("{times}, {} days earlier in all", -days),
        Some(days) => format!("{times}, {days} days in all"),
        None => times,
    };
    Fact::plain("Moved", text)
}

/// An action with its dates, officers, milestones, and what every tracker said of it.
pub fn action_page(workspace: &Workspace, moment: Moment, action: &Action) -> Document {
    let mut document = Document::about(
        "",
        if action.title.is_empty() {
            action.id.as_str()
        } else {
            &action.title
        },
    );
    let deadline = deadline(action, moment);
    let mut facts = Vec::new();
    let mut status = status_words(action, &deadline, moment);
    if status.is_empty() {
        status.push(Span::dim("not recorded"));
    }
    facts.push(Fact::new("Status", status));
    let due = due(action.timescale.as_ref(), &deadline);
    facts.push(Fact::new(
        "Due",
        if due.is_empty() {
            vec![Span::dim("no date")]
        } else {
            due
        },
    ));
    if let Some(timescale) = &action.timescale {
        for slip in &timescale.was {
            let on = if slip.on.is_empty() {
                String::new()
            } else {
                format!(", moved on {}", stated_day(&slip.on))
            };
            let why = if slip.why.is_empty() {
                String::new()
            } else {
                format!(": {}", slip.why)
            };
            facts.push(Fact::plain("Due before", format!("{}{on}{why}", slip.text)));
        }
        let context = action.trackers.iter().filter_map(Stated::read).max();
        facts.extend(slippage(timescale, context.or(moment.period)).map(slipped));
    }
    if !action.priority.is_empty() {
        let record = RecordRef::new(Kind::Priority, &action.priority);
        let title = format!("  {}", title_of(workspace, &record, moment));
        let value = vec![
            Span::code(code_of(workspace, &record, moment)),
            Span::plain(title),
        ];
        facts.push(Fact::new("Priority", value).naming(record));
    }
    for id in &action.recommendations {
        let record = RecordRef::new(Kind::Recommendation, id);
        let title = format!("  {}", title_of(workspace, &record, moment));
        let value = vec![
            Span::code(code_of(workspace, &record, moment)),
            Span::plain(title),
        ];
        facts.push(Fact::new("Answers", value).naming(record));
    }
    if !action.group.is_empty() {
        facts.push(Fact::plain("Group", action.group.as_str()));
    }
    let trackers: Vec<String> = action.trackers.iter().map(stated_period).collect();
    if !trackers.is_empty() {
        let carried = if deadline.carried {
            ""
        } else {
            "; not in this period's"
        };
        facts.push(Fact::plain(
            "In trackers",
            format!("{}{carried}", trackers.join(", ")),
        ));
    }
    if !action.desired_outcome.is_empty() {
        facts.push(Fact::plain("Outcome", action.desired_outcome.as_str()));
    }
    facts.extend(by_role(&action.officers));
    document.facts(facts);
    if !action.milestones.is_empty() {
        document.section("Milestones", &action.milestones.len().to_string());
        add_milestones(&mut document, action);
    }
    add_progress(&mut document, action);
    provenance::add_sources(&mut document, &[&action.rest]);
    document
}

/// What every tracker said, newest first.
fn add_progress(document: &mut Document, action: &Action) {
    document.section("Progress", "");
    if action.progress.is_empty() {
        document.absence("No tracker has spoken of it yet.");
    }
    let mut entries: Vec<&Progress> = action.progress.iter().collect();
    entries.sort_by_key(|progress| std::cmp::Reverse(progress.period.read()));
    for progress in entries {
        document.heading(3, vec![Span::strong(stated_period(&progress.period))], None);
        let mut facts = Vec::new();
        if let Some(status) = &progress.status {
            facts.push(Fact::new("Status", vec![stated_status(status)]));
        }
        facts.extend(progress_facts(progress, false));
        if !progress.reviewed.is_empty() {
            facts.push(Fact::plain("Reviewed", stated_day(&progress.reviewed)));
        }
        let sources = provenance::sources_text(progress.rest.source().iter());
        if !sources.is_empty() {
            facts.push(Fact::new("Source", vec![Span::dim(sources)]));
        }
        document.facts(facts);
    }
}

/// What a tracker says: progress, next steps, risks; with the period where it is another than the
/// one in view.
pub(super) fn progress_facts(progress: &Progress, name_period: bool) -> Vec<Fact> {
    let parts = [
        ("Progress", &progress.text),
        ("Next steps", &progress.next_steps),
        ("Risks", &progress.risks),
    ];
    let mut facts = Vec::new();
    for (label, text) in parts
        .into_iter()
        .filter(|(_, text)| !text.trim().is_empty())
    {
        let mut label = label;
        for line in text.lines().map(str::trim).filter(|line| !line.is_empty()) {
            let mut value = Vec::new();
            if name_period && facts.is_empty() {
                value.push(Span::dim(format!("({}) ", stated_period(&progress.period))));
            }
            value.push(Span::plain(line));
            facts.push(Fact::new(label, value));
            label = "";
        }
    }
    facts
}

/// The milestones as facts, where nothing is known of them but what they are.
pub(super) fn plain_milestones(action: &Action) -> Vec<Fact> {
    let is_plain = |milestone: &Milestone| {
        milestone.timescale.is_none() && milestone.officers.is_empty() && milestone.status.is_none()
    };
    if !action.milestones.iter().all(is_plain) {
        return Vec::new();
    }
    let label = if action.milestones.len() == 1 {
        "Milestone"
    } else {
        "Milestones"
    };
    let fact = |(place, milestone): (usize, &Milestone)| {
        let value = vec![
            Span::dim(format!("{} ", milestone.id)),
            Span::plain(milestone.text.trim()),
        ];
        Fact::new(if place == 0 { label } else { "" }, value)
    };
    action.milestones.iter().enumerate().map(fact).collect()
}

/// Adds the milestones as a table.
pub(super) fn add_milestones(document: &mut Document, action: &Action) {
    let row = |milestone: &Milestone| Row {
        cells: vec![
            vec![Span::dim(milestone.id.as_str())],
            vec![Span::plain(milestone.text.trim())],
            vec![Span::plain(timescale_text(milestone.timescale.as_ref()))],
            vec![Span::plain(officers_text(&milestone.officers))],
            milestone.status.iter().map(stated_status).collect(),
        ],
        record: None,
    };
    let columns = vec![
        Column::fixed(""),
        Column::words("Milestone"),
        Column::words("Due").keep(90),
        Column::officers("Officer").keep(20),
        Column::fixed("Status").keep(80),
    ];
    document.table(columns, action.milestones.iter().map(row).collect());
}

/// A status that may be no known one.
fn stated_status(status: &Choice<ActionStatus>) -> Span {
    status.known().map_or_else(
        || Span::mark(format!("{} (not a status)", status.text())),
        status_span,
    )
}

/// How it stands. Where nobody has reviewed it since it was carried on, that comes first, and the status is that
/// of the period that it was given in. Empty where nothing is known.
pub(super) fn status_words(action: &Action, deadline: &Deadline<'_>, moment: Moment) -> Vec<Span> {
    let status = deadline.status.map(status_span);
    let period = moment
        .period
        .filter(|_| is_unreviewed(action, deadline, moment));
    let Some(period) = period else {
        return status.into_iter().collect();
    };
    let mut words = vec![Span::mark(format!("not reviewed in {period}"))];
    if let Some(status) = status {
        words.push(Span::plain("; "));
        words.push(status);
        if let Some((said, _)) = newest_status(action, moment) {
            words.push(Span::dim(format!(" in {said}")));
        }
    }
    words
}

/// A status in its words.
pub(super) fn status_span(status: ActionStatus) -> Span {
    let tone = match status {
        ActionStatus::Completed => Tone::Met,
        ActionStatus::Delayed => Tone::Close,
        ActionStatus::Discontinued | ActionStatus::OnHold => Tone::Dim,
        ActionStatus::NotStarted | ActionStatus::OnTrack => Tone::Plain,
    };
    Span::new(status.shown(), tone)
}
