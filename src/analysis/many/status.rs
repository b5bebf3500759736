//! How an action stands in the period in view.

use super::{Change, Outcome, Planner, changed};
use crate::domain::action::ActionStatus;
use crate::domain::choice::Choice;
use crate::domain::edit::set_in_progress;
use crate::domain::id::RecordRef;
use crate::domain::json::Json;

impl Planner<'_> {
    /// A status; it counts as reviewed on the day in view.
    pub(super) fn stands(&self, record: &RecordRef, status: ActionStatus) -> Change {
        let refused = |why: &str| Outcome::Refused(why.to_owned());
        let action = self.workspace.actions.get(record.id.as_str());
        let action = action.ok_or_else(|| refused("not in the file any more"))?;
        let period = self.moment.period;
        let period = period.ok_or_else(|| refused("the workspace has no current period"))?;
        let entry = action
            .progress
            .iter()
            .find(|entry| entry.period.read() == Some(period));
        let before = entry.and_then(|entry| entry.status.as_ref());
        let after = status.shown().to_owned();
        if before.and_then(Choice::known) == Some(status) {
            return Err(Outcome::Same(after));
        }
        let mut fields = vec![("status", Some(Json::text(status.word())))];
        // Without a day in view the day on which it was reviewed last stays.
        if let Some(today) = self.moment.today {
            fields.push(("reviewed", Some(Json::text(&today.to_string()))));
        }
        let before = before.map_or_else(
            || "not reviewed".to_owned(),
            |it| it.text().replace('_', " "),
        );
        changed(before, after, set_in_progress(action, period, &fields))
    }
}
