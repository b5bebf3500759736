//! What columns say of a priority.

use super::{Cell, Seen, on_day, rated};
use crate::analysis::approval::changed_in_view;
use crate::analysis::challenge::challenge;
use crate::analysis::deadline::deadline;
use crate::analysis::joint::shown;
use crate::analysis::listing::Column;
use crate::analysis::tracker::tracker;
use crate::domain::priority::Priority;
use crate::domain::rating::Direction;

/// What a column says of a priority.
pub(super) fn of_priority(seen: Seen<'_>, priority: &Priority, column: Column) -> Cell {
    let (workspace, moment) = (seen.workspace, seen.moment);
    let then = tracker(priority, moment);
    match column {
        Column::Rating => rated(then.rating(), then.rating_text()),
        Column::Direction => {
            let direction = then.direction();
            Cell::ranked(
                direction.map_or("", Direction::sign),
                direction.map(worst_direction),
            )
        }
        Column::Met => Cell::count(then.tally(workspace, moment).met),
        Column::Close => Cell::count(then.tally(workspace, moment).close),
        Column::Missed => Cell::count(then.tally(workspace, moment).missed),
        Column::Late => Cell::count(then.overdue(workspace, seen.index, moment)),
        Column::Marks => {
            let risk = priority.high_risk == Some(true);
            let challenged = challenge(workspace, seen.index, &then, moment).is_some();
            let text = match (risk, challenged) {
                (true, true) => "!?",
                (true, false) => "!",
                (false, true) => "?",
                (false, false) => "",
            };
            Cell::ranked(text, Some(2 * usize::from(risk) + usize::from(challenged)))
        }
        Column::Theme => {
            let theme = workspace.themes.get(priority.theme.as_str());
            Cell::text(theme.map_or_else(
                || priority.theme.to_string(),
                |theme| match theme.code.as_str() {
                    "" => theme.title.clone(),
                    code => code.to_owned(),
                },
            ))
        }
        Column::Due => {
            let actions = seen.index.actions_of(&priority.id).iter();
            let actions = actions.filter_map(|id| workspace.actions.get(id.as_str()));
            let carried = actions
                .map(|action| deadline(action, moment))
                .filter(|deadline| deadline.carried);
            on_day(carried.filter_map(|deadline| deadline.shown_day()).min())
        }
        Column::Approvals => approvals(seen, priority),
        _ => Cell::default(),
    }
}

/// Who signed the tracker in view, in a word; the unsigned ones come first.
fn approvals(seen: Seen<'_>, priority: &Priority) -> Cell {
    let (then, _) = shown(seen.workspace, seen.index, priority, seen.moment);
    let Some(update) = then.update else {
        return Cell::default();
    };
    let signed = |role: &str| update.approvals.iter().any(|it| it.role == role);
    let changed = changed_in_view(seen.workspace, seen.index, priority, seen.moment);
    let (text, rank) = match (changed, signed("officer"), signed("director")) {
        (_, false, false) => ("none", 0),
        (Some(true), ..) => ("changed", 1),
        (_, true, false) => ("officer", 2),
        (_, false, true) => ("director", 3),
        (_, true, true) => ("both", 4),
    };
    Cell::ranked(text, Some(rank))
}

fn worst_direction(direction: Direction) -> usize {
    match direction {
        Direction::Deteriorating => 0,
        Direction::Static => 1,
        Direction::Improving => 2,
    }
}
