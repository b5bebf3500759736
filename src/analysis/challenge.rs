//! What the figures suggest a priority's rating should be, and where the officer's is better than that
//! (`domain.md` §4). Only ever shown beside the officer's rating, never written over it.

use super::deadline::{deadline, is_carried};
use super::index::Index;
use super::moment::Moment;
use super::tracker::{Tally, Tracker};
use crate::domain::day::Day;
use crate::domain::rating::Rating;
use crate::domain::workspace::Workspace;

/// A rating that the figures suggest, with what led to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Suggestion {
    /// Red, amber or green.
    pub rating: Rating,
    /// How the aligned indicators stand.
    pub tally: Tally,
    /// How many carried actions are overdue.
    pub overdue: usize,
    /// How many of them by more than a quarter.
    pub long_overdue: usize,
}

/// An officer's rating that is better than what the figures suggest.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Challenge {
    /// What the officer gave.
    pub rated: Rating,
    /// What the figures suggest.
    pub suggestion: Suggestion,
}

/// The rating that the figures suggest: red when more than half of the judged indicators are missed, or
/// a carried action is overdue by more than a quarter; green only when at least half of the aligned
/// indicators are judged, all of those met, and nothing is overdue; amber otherwise. None where
/// nothing can be judged and nothing is overdue.
pub fn suggestion(
    workspace: &Workspace,
    index: &Index,
    tracker: &Tracker<'_>,
    moment: Moment,
) -> Option<Suggestion> {
    let tally = tracker.tally(workspace, moment);
    let actions = index.actions_of(&tracker.priority.id).iter();
    let actions = actions.filter_map(|id| workspace.actions.get(id.as_str()));
    let carried = actions.filter(|action| is_carried(action, moment));
    let late = carried.filter_map(|action| deadline(action, moment).overdue_since);
    suggested(tally, late, moment)
}

/// The rule itself: how the aligned indicators stand, and since when carried actions are overdue.
fn suggested(tally: Tally, late: impl Iterator<Item = Day>, moment: Moment) -> Option<Suggestion> {
    let (mut overdue, mut long_overdue) = (0, 0);
    for since in late {
        overdue += 1;
        let quarter_on = moment
            .today
            .is_some_and(|today| since.plus_months(3) < today);
        long_overdue += usize::from(quarter_on);
    }
    let judged = tally.met + tally.close + tally.missed;
    let aligned = judged + tally.unjudged;
    if judged == 0 && overdue == 0 {
        return None;
    }
    let rating = if tally.missed * 2 > judged || long_overdue > 0 {
        Rating::Red
    } else if judged > 0 && judged * 2 >= aligned && tally.met == judged && overdue == 0 {
        Rating::Green
    } else {
        Rating::Amber
    };
    Some(Suggestion {
        rating,
        tally,
        overdue,
        long_overdue,
    })
}

/// The challenge to a tracker's rating, where there is one.
pub fn challenge(
    workspace: &Workspace,
    index: &Index,
    tracker: &Tracker<'_>,
    moment: Moment,
) -> Option<Challenge> {
    let rated = tracker.rating()?;
    let suggestion = suggestion(workspace, index, tracker, moment)?;
    (standing_of(rated) > standing_of(suggestion.rating)).then_some(Challenge { rated, suggestion })
}

/// The same where it is known already how the indicators stand and since when actions are overdue.
pub(super) fn challenged(
    tracker: &Tracker<'_>,
    tally: Tally,
    late: impl Iterator<Item = Day>,
    moment: Moment,
) -> Option<Challenge> {
    let rated = tracker.rating()?;
    let suggestion = suggested(tally, late, moment)?;
    (standing_of(rated) > standing_of(suggestion.rating)).then_some(Challenge { rated, suggestion })
}

/// Better ratings are higher.
fn standing_of(rating: Rating) -> u8 {
    match rating {
        Rating::Red => 0,
        Rating::AmberRed => 1,
        Rating::Amber => 2,
        Rating::AmberGreen => 3,
        Rating::Green => 4,
        Rating::Blue => 5,
    }
}

impl Suggestion {
    /// What led to it, in words: `3 of 4 indicators missed, 1 action overdue by more than a quarter`.
    pub fn reason(&self) -> String {
        let Tally {
            met, close, missed, ..
        } = self.tally;
        let judged = met + close + missed;
        let mut reasons = Vec::new();
        if judged > 0 {
            reasons.push(match (missed, close) {
                (0, 0) if judged == 1 => "the one judged indicator met".to_owned(),
                (0, 0) => format!("all {judged} judged indicators met"),
                (0, close) => format!("{close} of {judged} judged indicators close to target"),
                (missed, _) => format!("{missed} of {judged} judged indicators missed"),
            });
        } else {
            reasons.push("no indicator could be judged".to_owned());
        }
        if self.long_overdue > 0 {
            reasons.push(format!(
                "{} overdue by more than a quarter",
                actions(self.long_overdue)
            ));
        } else if self.overdue > 0 {
            reasons.push(format!("{} overdue", actions(self.overdue)));
        }
        reasons.join(", ")
    }
}

fn actions(count: usize) -> String {
    if count == 1 {
        "1 action".to_owned()
    } else {
        format!("{count} actions")
    }
}

impl Challenge {
    /// The challenge in words: `rated green; 3 of 4 judged indicators missed`.
    pub fn words(&self) -> String {
        format!("rated {}; {}", self.rated, self.suggestion.reason())
    }
}

#[cfg(test)]
mod tests;
