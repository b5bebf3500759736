//! Of trackers: rating, direction, signature. A joint tracker changes where it stands.

use super::{Change, Changed, Outcome, Planner, changed, set};
use crate::analysis::approval::{Approved, NotSigned, Signing, approved_in_view, is_changed, sign};
use crate::analysis::counts::is_retired;
use crate::analysis::joint::shown;
use crate::domain::edit::set_in_update;
use crate::domain::id::RecordRef;
use crate::domain::json::Json;
use crate::domain::kind::Kind;
use crate::domain::period::Period;
use crate::domain::priority::{Priority, Update};
use crate::domain::rating::{Direction, Rating};
use crate::domain::record::Record as _;

impl Planner<'_> {
    /// A rating, of the tracker in view or of a recommendation.
    pub(super) fn rated(&self, record: &RecordRef, rating: Option<Rating>) -> Change {
        if rating.is_some_and(|rating| !self.workspace.scale().contains(&rating)) {
            let why = "that rating is not on this workspace's scale";
            return Err(Outcome::Refused(why.to_owned()));
        }
        let word = rating.map(Rating::word);
        if record.kind == Kind::Priority {
            return self.in_tracker(record, "rating", word);
        }
        let found = self.workspace.recommendations.get(record.id.as_str());
        let Some(found) = found else {
            return Err(gone());
        };
        let edits = set(record, &**found, "rating", word.map(Json::text));
        changed(words(found.get("rating")), spelt(word), edits)
    }

    /// A direction of travel, of the tracker in view.
    pub(super) fn directed(&self, record: &RecordRef, direction: Option<Direction>) -> Change {
        self.in_tracker(record, "direction", direction.map(Direction::word))
    }

    /// A field of the tracker that a priority shows in the period in view.
    fn in_tracker(&self, record: &RecordRef, field: &str, word: Option<&str>) -> Change {
        let (priority, period) = self.tracked(record)?;
        let (tracker, holder) = shown(&self.workspace, self.index, priority, self.moment);
        let before = tracker.update.and_then(|update| update.get(field));
        let holder = holder.unwrap_or(priority);
        let edits = set_in_update(holder, period, &[(field, word.map(Json::text))]);
        changed(words(before), spelt(word), edits)
    }

    /// The priority and the period in view, where it is followed in it.
    fn tracked(&self, record: &RecordRef) -> Result<(&Priority, Period), Outcome> {
        let priority = self.workspace.priorities.get(record.id.as_str());
        let priority = priority.ok_or_else(gone)?;
        let Some(period) = self.moment.period else {
            let why = "the workspace has no current period";
            return Err(Outcome::Refused(why.to_owned()));
        };
        if is_retired(priority, self.moment) {
            let from = priority.retired_from.text();
            return Err(Outcome::Refused(format!("retired from {from}")));
        }
        Ok((priority, period))
    }

    /// A signature under the tracker in view.
    pub(super) fn approved(&self, record: &RecordRef, signing: &Signing) -> Change {
        let (priority, _) = self.tracked(record)?;
        let (tracker, holder) = shown(&self.workspace, self.index, priority, self.moment);
        let holder = holder.unwrap_or(priority);
        let approved = approved_in_view(&self.workspace, self.index, priority, self.moment);
        let approved = approved.unwrap_or_default();
        // The role has signed, and nothing says that it changed: a signature out of a paper stays.
        let holds = |update: &Update| {
            let mut signatures = update.approvals.iter();
            signatures.any(|it| {
                it.role == signing.role && !is_changed(&self.workspace, holder, update, it)
            })
        };
        if tracker.update.is_some_and(holds) {
            let words = format!("approved as {}, unchanged since", signing.role);
            return Err(Outcome::Same(words));
        }
        let signed = sign(&self.workspace, &tracker, holder, signing).map_err(|why| match why {
            NotSigned::NotRated => Outcome::Refused(why.to_string()),
            NotSigned::Already { .. } => Outcome::Same(why.to_string()),
        })?;
        let early = signing.role == "director" && approved.waits_for == Some("officer");
        let remark = match &signed.twice {
            Some(other) => format!(", who is its {other} too"),
            None if early => ", before the officer".to_owned(),
            None => String::new(),
        };
        Ok(Changed {
            before: approval_words(approved),
            after: format!("{}: {}{remark}", signing.role, signing.by),
            edits: signed.edits,
        })
    }
}

/// How far an approval has come, in words.
fn approval_words(approved: Approved) -> String {
    match approved.waits_for {
        Some(_) if approved.is_changed => "changed since approval".to_owned(),
        Some(next) => format!("waits for the {next}"),
        None => "approved".to_owned(),
    }
}

fn gone() -> Outcome {
    Outcome::Refused("not in the file any more".to_owned())
}

/// A word of the file, as it is shown.
fn spelt(word: Option<&str>) -> String {
    word.map_or_else(|| "not set".to_owned(), |word| word.replace('_', "/"))
}

fn words(value: Option<Json>) -> String {
    spelt(value.map(|value| value.shown()).as_deref())
}
