//! Dates that slid between the two views.

use super::{ChangeKind, Finder, Said};
use crate::analysis::deadline::when;
use crate::domain::action::{Action, Slip, Timescale};
use crate::domain::day::Day;
use crate::domain::id::{Id, RecordRef};
use crate::domain::kind::Kind;
use crate::domain::period::Period;
use crate::domain::stated::Stated;

impl Finder<'_> {
    pub(super) fn dates(&mut self) {
        let (was, is) = (self.before, self.after);
        for action in &is.workspace.actions {
            let Some(earlier) = was.workspace.actions.get(action.id.as_str()) else {
                continue;
            };
            let record = RecordRef::new(Kind::Action, &action.id);
            for (key, part, timescale) in timescales(action) {
                let said = if self.is_one_file() {
                    self.moved_within(action, timescale)
                } else {
                    let before = timescales(earlier)
                        .into_iter()
                        .find(|(own, ..)| *own == key);
                    before.and_then(|(_, _, before)| moved_between(action, before, timescale))
                };
                if let Some((before, after)) = said {
                    let mut said = Said::new(ChangeKind::DateSlid, before, after);
                    part.clone_into(&mut said.part);
                    said.better = Some(false);
                    self.say(&record, said);
                }
            }
        }
    }

    /// What a date of one file was at the one view and is at the other. A move whose day nobody wrote down
    /// is taken to have happened when the date that it gave up had come.
    fn moved_within(&self, action: &Action, timescale: &Timescale) -> Option<(String, String)> {
        let ends = (
            self.before.moment.period.map(Period::last)?,
            self.after.moment.today?,
        );
        let happened = |slip: &Slip| {
            let given_up = || {
                let then = Timescale {
                    text: slip.text.clone(),
                    ..Timescale::default()
                };
                last_day(action, &then)
            };
            slip.on.read().or_else(given_up)
        };
        let within = |slip: &&Slip| happened(slip).is_some_and(|day| ends.0 < day && day <= ends.1);
        let first = timescale.was.iter().find(within)?;
        let last = timescale.was.iter().rposition(|slip| within(&slip))?;
        let after = timescale.was.get(last + 1);
        let after = after.map_or_else(|| words(timescale), |slip| slip.text.clone());
        Some((first.text.clone(), after))
    }
}

/// What a date was in the one file and is in the other, where it is later now.
fn moved_between(
    action: &Action,
    before: &Timescale,
    after: &Timescale,
) -> Option<(String, String)> {
    let days = last_day(action, before).zip(last_day(action, after));
    let slid = days.is_some_and(|(before, after)| before < after);
    slid.then(|| (words(before), words(after)))
}

fn last_day(action: &Action, timescale: &Timescale) -> Option<Day> {
    let context = action.trackers.iter().filter_map(Stated::read).max();
    when(timescale, context).dates.last().copied()
}

/// The timescale of an action and those of its milestones, each with its key and text.
fn timescales(action: &Action) -> Vec<(Option<&Id>, &str, &Timescale)> {
    let own = action.timescale.as_ref().map(|it| (None, "", it));
    let parts = action.milestones.iter();
    let parts =
        parts.filter_map(|it| Some((Some(&it.id), it.text.as_str(), it.timescale.as_ref()?)));
    own.into_iter().chain(parts).collect()
}

fn words(timescale: &Timescale) -> String {
    if !timescale.text.is_empty() {
        return timescale.text.clone();
    }
    let days = timescale.dates.iter().map(Stated::text);
    days.collect::<Vec<_>>().join(", ")
}
