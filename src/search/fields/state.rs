//! How a record stands: rating, direction, stage, coverage, status, data quality, approval, whether it is late.
//!
//! Each answers for the kinds that have such a thing and only for them, so that `none` finds what lacks it
//! and not everything that never could have it.

use crate::analysis::approval::approved_in_view;
use crate::analysis::coverage::coverage;
use crate::analysis::deadline::deadline;
use crate::analysis::due::days_of;
use crate::analysis::stage::stage;
use crate::analysis::standing::standing;
use crate::analysis::tracker::tracker;
use crate::domain::action::ActionStatus;
use crate::domain::choice::Choice;
use crate::domain::day::Day;
use crate::domain::id::RecordRef;
use crate::domain::indicator::Quality;
use crate::domain::kind::Kind;
use crate::domain::priority::Priority;
use crate::domain::rating::{Direction, Rating};
use crate::domain::recommendation::Recommendation;
use crate::search::{Filter, Test};

use super::Asked;

/// What stands for a value that is not there.
const NONE: &str = "none";

/// Whether a value is one of those asked for; a missing one is "none".
pub(super) fn is_one_of(filter: &Filter, value: Option<&str>) -> bool {
    let value = value.unwrap_or(NONE);
    let is = |test: &Test| matches!(test, Test::Is(asked) if asked == value);
    filter.tests.iter().any(is)
}

impl Asked<'_> {
    pub(super) fn priority(&self, record: &RecordRef) -> Option<&Priority> {
        let is_priority = record.kind == Kind::Priority;
        let priorities = &self.workspace.priorities;
        is_priority
            .then(|| priorities.get(record.id.as_str()))?
            .map(|it| &**it)
    }

    /// The rating of a priority in the period in view, or of a recommendation.
    pub(super) fn rating_holds(&self, record: &RecordRef, filter: &Filter) -> bool {
        if let Some(priority) = self.priority(record) {
            let rating = tracker(priority, self.moment).rating();
            return is_one_of(filter, rating.map(Rating::word));
        }
        self.recommendation(record).is_some_and(|found| {
            let rating = found.rating.as_ref().and_then(Choice::known);
            is_one_of(filter, rating.map(Rating::word))
        })
    }

    pub(super) fn direction_holds(&self, record: &RecordRef, filter: &Filter) -> bool {
        self.priority(record).is_some_and(|priority| {
            let direction = tracker(priority, self.moment).direction();
            is_one_of(filter, direction.map(Direction::word))
        })
    }

    pub(super) fn recommendation(&self, record: &RecordRef) -> Option<&Recommendation> {
        let is_one = record.kind == Kind::Recommendation;
        let found = self.workspace.recommendations.get(record.id.as_str());
        found.filter(|_| is_one).map(|it| &**it)
    }

    /// The stage that the board confirmed; where it has confirmed none, those that its adviser drafted.
    pub(super) fn stage_holds(&self, record: &RecordRef, filter: &Filter) -> bool {
        let Some(recommendation) = self.recommendation(record) else {
            return false;
        };
        let standing = stage(self.workspace, recommendation, self.moment);
        let stages = match standing.confirmed {
            Some((stage, _)) => vec![stage],
            None => standing.drafts,
        };
        let read = |text: &str| text.parse::<u8>().ok();
        let holds = |test: &Test| {
            stages
                .iter()
                .any(|it| test.holds_for_order(&it.number(), read))
        };
        filter.tests.iter().any(holds) || stages.is_empty() && is_one_of(filter, None)
    }

    pub(super) fn coverage_holds(&self, record: &RecordRef, filter: &Filter) -> bool {
        self.recommendation(record).is_some_and(|recommendation| {
            let coverage = coverage(self.workspace, recommendation);
            is_one_of(filter, Some(coverage.word()))
        })
    }

    /// Against target for an indicator; how far it came for an action.
    pub(super) fn status_holds(&self, record: &RecordRef, filter: &Filter) -> bool {
        let id = record.id.as_str();
        match record.kind {
            Kind::Indicator => self.workspace.indicators.get(id).is_some_and(|indicator| {
                let standing = standing(self.workspace, indicator, self.moment);
                is_one_of(filter, Some(standing.verdict.query_word()))
            }),
            Kind::Action => self.workspace.actions.get(id).is_some_and(|action| {
                let status = deadline(action, self.moment).status;
                is_one_of(filter, status.map(ActionStatus::word))
            }),
            _ => false,
        }
    }

    /// How far the approval of the tracker in view has come.
    pub(super) fn approval_holds(&self, record: &RecordRef, filter: &Filter) -> bool {
        let priority = self.priority(record);
        let approved = priority.and_then(|priority| {
            approved_in_view(self.workspace, self.index, priority, self.moment)
        });
        let Some(approved) = approved else {
            return false;
        };
        let states = [
            (approved.waits_for.is_some(), "waiting"),
            (approved.waits_for_role(&self.who.role), "me"),
            (approved.is_missing, "missing"),
            (approved.is_changed, "changed"),
            (approved.is_whole(), "approved"),
        ];
        let mut states = states.into_iter().filter(|(is_so, _)| *is_so);
        states.any(|(_, word)| is_one_of(filter, Some(word)))
    }

    pub(super) fn overdue_holds(&self, record: &RecordRef, filter: &Filter) -> bool {
        let late = self.is_overdue(record);
        late.is_some_and(|late| is_one_of(filter, Some(if late { "yes" } else { "no" })))
    }

    /// Whether an action or an open recommendation is late, or a priority has an action that is carried and
    /// late; none for other kinds.
    pub(super) fn is_overdue(&self, record: &RecordRef) -> Option<bool> {
        if let Some(priority) = self.priority(record) {
            let then = tracker(priority, self.moment);
            return Some(then.overdue(self.workspace, self.index, self.moment) > 0);
        }
        if let Some(recommendation) = self.recommendation(record) {
            let days = days_of(self.workspace, recommendation, self.moment);
            let passed = |day: &Day| self.moment.today.is_some_and(|today| *day < today);
            return Some(days.iter().any(passed));
        }
        let is_action = record.kind == Kind::Action;
        let action = self.workspace.actions.get(record.id.as_str());
        let action = action.filter(|_| is_action)?;
        Some(deadline(action, self.moment).is_overdue())
    }

    /// The standing of an indicator's data; `concerns` are some or significant ones.
    pub(super) fn quality_holds(&self, record: &RecordRef, filter: &Filter) -> bool {
        let is_indicator = record.kind == Kind::Indicator;
        let indicator = self.workspace.indicators.get(record.id.as_str());
        let Some(indicator) = indicator.filter(|_| is_indicator) else {
            return false;
        };
        let level = standing(self.workspace, indicator, self.moment).quality;
        let concerns = matches!(
            level,
            Some(Quality::SomeConcerns | Quality::SignificantConcerns)
        );
        let asks_concerns = |test: &Test| matches!(test, Test::Is(asked) if asked == "concerns");
        (concerns && filter.tests.iter().any(asks_concerns))
            || is_one_of(filter, level.map(Quality::word))
    }
}
