//! What columns say of what is to be done: actions, recommendations, the boards' programme.

use super::{Cell, Seen, on_day, rated};
use crate::analysis::coverage::coverage;
use crate::analysis::deadline::{Deadline, deadline};
use crate::analysis::due::days_of;
use crate::analysis::listing::Column;
use crate::analysis::stage::stage;
use crate::domain::action::{Action, ActionStatus};
use crate::domain::choice::Choice;
use crate::domain::day::Day;
use crate::domain::id::RecordRef;
use crate::domain::kind::Kind;
use crate::domain::recommendation::{Coverage, Recommendation};

/// What a column says of an action.
pub(super) fn of_action(seen: Seen<'_>, action: &Action, column: Column) -> Cell {
    let then = deadline(action, seen.moment);
    match column {
        Column::Due => match then.shown_day() {
            Some(day) => on_day(Some(day)),
            None if then.open_ended => Cell::day("ongoing", None),
            None => {
                let timescale = action.timescale.as_ref();
                Cell::day(timescale.map_or("", |it| it.text.as_str()), None)
            }
        },
        Column::Status => status(&then),
        _ => Cell::default(),
    }
}

/// How an action stands: what is late first, what is done last.
fn status(then: &Deadline<'_>) -> Cell {
    let (text, rank) = match then.status {
        _ if then.is_overdue() => ("late", 0),
        Some(status) => {
            let rank = match status {
                ActionStatus::Delayed => 1,
                ActionStatus::OnHold => 3,
                ActionStatus::NotStarted => 4,
                ActionStatus::OnTrack => 5,
                ActionStatus::Completed => 6,
                ActionStatus::Discontinued => 7,
            };
            (status.shown(), rank)
        }
        None if then.stale => ("stale", 2),
        None => return Cell::default(),
    };
    Cell::ranked(text, Some(rank))
}

/// What a column says of a recommendation.
pub(super) fn of_recommendation(seen: Seen<'_>, asked: &Recommendation, column: Column) -> Cell {
    let (workspace, moment) = (seen.workspace, seen.moment);
    match column {
        Column::Rating => {
            let rating = asked.rating.as_ref();
            rated(rating.and_then(Choice::known), rating.map(Choice::text))
        }
        Column::Stage => {
            let standing = stage(workspace, asked, moment);
            let confirmed = standing.confirmed.as_ref().map(|(stage, _)| *stage);
            let counts = confirmed.or(standing.drafts.first().copied());
            Cell::ranked(
                standing.label(),
                counts.map(|stage| usize::from(stage.number())),
            )
        }
        Column::Coverage => {
            let coverage = coverage(workspace, asked);
            let rank = match coverage {
                Coverage::None => 0,
                Coverage::Indirect => 1,
                Coverage::Direct => 2,
                Coverage::NotApplicable => 3,
            };
            Cell::ranked(coverage.word().replace('_', " "), Some(rank))
        }
        Column::Due => {
            let days = days_of(workspace, asked, moment).into_iter().min();
            let words = asked.due.as_ref().map_or("", |due| due.text.as_str());
            let text = days.map_or_else(|| words.to_owned(), |day| day.to_string());
            Cell::day(text, days)
        }
        _ => Cell::default(),
    }
}

/// The day of something in the programme: of its meeting, of the next date, when it is expected.
pub(super) fn when_of(seen: Seen<'_>, record: &RecordRef) -> Cell {
    let id = record.id.as_str();
    let Some(programme) = seen.workspace.programme.as_ref() else {
        return Cell::default();
    };
    let day = match record.kind {
        Kind::Item => programme.items.get(id).and_then(|it| it.meeting.read()),
        Kind::Decision => programme
            .decisions
            .get(id)
            .and_then(|it| it.expected.read()),
        _ => programme.groups.get(id).and_then(|group| {
            let days = || group.dates.iter().filter_map(|date| date.on.read());
            let ahead = |day: &Day| seen.moment.today.is_none_or(|today| *day >= today);
            days().filter(ahead).min().or_else(|| days().max())
        }),
    };
    on_day(day)
}
