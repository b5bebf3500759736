//! Trackers: their ratings, challenges and approvals.

use super::{Finder, Group};
use crate::analysis::approval::changed_since;
use crate::analysis::challenge::{Challenge, challenged};
use crate::analysis::counts::is_retired;
use crate::analysis::tracker::{Tally, Tracker, tracker};
use crate::domain::id::RecordRef;
use crate::domain::kind::Kind;
use crate::domain::rating::{Direction, Rating};
use crate::domain::workspace::Workspace;

impl Finder<'_> {
    /// The trackers of the period: a joint one stands with one priority, and is listed there.
    pub(super) fn priorities(&mut self) {
        let workspace = self.workspace;
        for priority in &workspace.priorities {
            if is_retired(priority, self.moment) {
                continue;
            }
            let tracker = tracker(priority, self.moment);
            if tracker.update.is_none() {
                continue;
            }
            let record = RecordRef::new(Kind::Priority, &priority.id);
            if let Some((group, reason)) = rated(&tracker) {
                self.say(group, &record, reason);
            }
            if let Some(reason) = unapproved(&tracker) {
                self.say(Group::Unapproved, &record, reason.to_owned());
            }
            if let Some(reason) = changed(workspace, &tracker) {
                self.say(Group::Changed, &record, reason);
            }
            if let Some(challenge) = self.challenge(&tracker) {
                self.say(Group::Challenge, &record, challenge.words());
            }
        }
    }
}

impl Finder<'_> {
    /// The challenge to a rating, out of what is known of the indicators and actions already.
    fn challenge(&self, tracker: &Tracker<'_>) -> Option<Challenge> {
        let mut tally = Tally::default();
        let aligned = tracker.indicators(self.moment).iter();
        for verdict in aligned.filter_map(|id| self.verdicts.get(id.as_str())) {
            tally.count(*verdict);
        }
        let late = self.late.get(tracker.priority.id.as_str());
        let late = late.into_iter().flatten().copied();
        challenged(tracker, tally, late, self.moment)
    }
}

/// The rule of the Quarter 2 report: every red one, and the ambers that are static or deteriorating;
/// ambers without a direction apart.
fn rated(tracker: &Tracker<'_>) -> Option<(Group, String)> {
    let rating = tracker.rating()?;
    let word = rating.word().replace('_', "/");
    let direction = tracker.direction();
    let group = match (rating, direction) {
        (Rating::Red, _) => Group::Red,
        (Rating::AmberRed | Rating::Amber | Rating::AmberGreen, None) => Group::AmberUndirected,
        (
            Rating::AmberRed | Rating::Amber | Rating::AmberGreen,
            Some(Direction::Static | Direction::Deteriorating),
        ) => Group::Amber,
        _ => return None,
    };
    let direction = direction.map_or("direction not recorded", Direction::word);
    Some((group, format!("rated {word}, {direction}")))
}

/// What is missing of the two signatures under the tracker of a period.
fn unapproved(tracker: &Tracker<'_>) -> Option<&'static str> {
    let approvals = &tracker.update?.approvals;
    let by = |role: &str| approvals.iter().any(|approval| approval.role == role);
    match (by("officer"), by("director")) {
        (true, true) => None,
        (true, false) => Some("approved by the officer, not by the director"),
        (false, true) => Some("approved by the director, not by the officer"),
        (false, false) => Some("approved by nobody"),
    }
}

/// Whose signatures cover something else than what stands there now.
fn changed(workspace: &Workspace, tracker: &Tracker<'_>) -> Option<String> {
    let changed = changed_since(workspace, tracker.priority, tracker.update?);
    let roles: Vec<&str> = changed.iter().map(|it| it.role.as_str()).collect();
    (!roles.is_empty())
        .then(|| format!("changed since the {} approved it", roles.join(" and the ")))
}
