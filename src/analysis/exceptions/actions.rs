//! Actions: overdue, stale, or never reviewed.

use super::{Finder, Group};
use crate::analysis::deadline::{Deadline, deadline, is_carried, is_closed};
use crate::domain::day::Day;
use crate::domain::id::RecordRef;
use crate::domain::kind::Kind;

impl Finder<'_> {
    pub(super) fn actions(&mut self) {
        let workspace = self.workspace;
        for action in &workspace.actions {
            if !is_carried(action, self.moment) {
                continue;
            }
            let deadline = deadline(action, self.moment);
            let record = RecordRef::new(Kind::Action, &action.id);
            if let Some(since) = deadline.overdue_since {
                let of_priority = self.late.entry(action.priority.as_str()).or_default();
                of_priority.push(since);
                self.say(Group::Overdue, &record, overdue(since, self.moment.today));
            } else if deadline.stale {
                self.say(Group::Stale, &record, reviewed(&deadline));
            } else if is_forgotten(&deadline) {
                let reason = if deadline.open_ended {
                    "ongoing, and never reviewed"
                } else {
                    "without a date, and never reviewed"
                };
                self.say(Group::NeverReviewed, &record, reason.to_owned());
            }
        }
    }
}

/// `due 31 Mar 2010, 224 days ago`.
fn overdue(since: Day, today: Option<Day>) -> String {
    let days = today.map_or(0, |today| since.days_until(today));
    let ago = if days == 1 {
        "1 day ago".to_owned()
    } else {
        format!("{days} days ago")
    };
    format!("due {} {}, {ago}", since.short(), since.year())
}

fn reviewed(deadline: &Deadline<'_>) -> String {
    let progress = deadline.progress;
    let day = progress.and_then(|it| it.reviewed.read());
    let period = progress.and_then(|it| it.period.read());
    match (day, period) {
        (Some(day), _) => format!("last reviewed {} {}", day.short(), day.year()),
        (None, Some(period)) => format!("last reviewed for {period}"),
        (None, None) => "never reviewed".to_owned(),
    }
}

/// Nothing makes it overdue, since it is ongoing or has no day, and nobody has said a word of it.
fn is_forgotten(deadline: &Deadline<'_>) -> bool {
    let open = !is_closed(deadline.status);
    open && deadline.progress.is_none() && (deadline.open_ended || deadline.due.is_empty())
}
