//! Timescales that say no date, or one that had passed.

use super::report::{Report, quoted};
use crate::analysis::deadline::{deadline, when};
use crate::analysis::moment::Moment;
use crate::domain::action::{Action, Timescale};
use crate::domain::day::Day;
use crate::domain::period::Period;
use crate::domain::stated::Stated;
use crate::domain::timescale;
use crate::domain::workspace::Workspace;

/// Timescales of actions and milestones, and when recommendations are due.
pub(super) fn unread(workspace: &Workspace, report: &mut Report<'_>) {
    let current = workspace.current_period.read();
    for (place, action) in workspace.actions.iter().enumerate() {
        let context = context(action).or(current);
        for (pointer, timescale) in timescales(place, action) {
            look(&timescale.text, &timescale.dates, context, &pointer, report);
        }
    }
    for (place, recommendation) in workspace.recommendations.iter().enumerate() {
        let Some(due) = &recommendation.due else {
            continue;
        };
        let context = recommendation.made.read().map(Period::month_of);
        look(
            &due.text,
            &due.dates,
            context,
            &format!("/recommendations/{place}/due"),
            report,
        );
    }
}

fn look(
    text: &str,
    dates: &[Stated<Day>],
    context: Option<Period>,
    pointer: &str,
    report: &mut Report<'_>,
) {
    if text.trim().is_empty() || dates.iter().any(|date| date.read().is_some()) {
        return;
    }
    let reading = timescale::read(text, context);
    let message = match (reading.is_understood(), reading.partly) {
        (false, _) => format!("No date can be read in {}", quoted(text)),
        (true, true) => format!("Not every date can be read in {}", quoted(text)),
        (true, false) => return,
    };
    let mend = "Give the last days in \"dates\", or write each day, month or quarter with its year";
    report.say(format!("{pointer}/text"), message, mend);
}

/// Actions that were late when their own tracker last spoke of them: a date had passed, and nothing
/// says that the thing was done, dropped or put on hold.
pub(super) fn passed(workspace: &Workspace, report: &mut Report<'_>) {
    for (place, action) in workspace.actions.iter().enumerate() {
        let Some((period, reviewed)) = last_review(action) else {
            continue;
        };
        let moment = Moment {
            period: Some(period),
            today: Some(reviewed),
        };
        let Some(day) = deadline(action, moment).overdue_since else {
            continue;
        };
        let late = timescales(place, action)
            .find(|(_, timescale)| when(timescale, Some(period)).dates.contains(&day));
        let Some((pointer, _)) = late else { continue };
        let message = format!("{day} had passed when it was reviewed on {reviewed}");
        let mend = "Give its status in the progress, or the date to which it moved";
        report.say(pointer, message, mend);
    }
}

/// The period of the newest progress entry, and the day on which it was reviewed: the last of the
/// period where none is given.
fn last_review(action: &Action) -> Option<(Period, Day)> {
    let dated = action.progress.iter().filter_map(|progress| {
        let period = progress.period.read()?;
        Some((period, progress.reviewed.read().unwrap_or(period.last())))
    });
    dated.max_by_key(|(period, _)| *period)
}

fn context(action: &Action) -> Option<Period> {
    let trackers = action.trackers.iter().filter_map(Stated::read);
    last_review(action)
        .map(|(period, _)| period)
        .or(trackers.max())
}

fn timescales(place: usize, action: &Action) -> impl Iterator<Item = (String, &Timescale)> {
    let own = action.timescale.as_ref();
    let own = own.map(|timescale| (format!("/actions/{place}/timescale"), timescale));
    let parts = action
        .milestones
        .iter()
        .enumerate()
        .filter_map(move |(at, milestone)| {
            let pointer = format!("/actions/{place}/milestones/{at}/timescale");
            Some((pointer, milestone.timescale.as_ref()?))
        });
    own.into_iter().chain(parts)
}
