//! What falls due: actions and their milestones, targets, reports on routes, reviews of recommendations,
//! decisions; by day, by month, by officer (`domain.md` §6).

mod collect;
mod meetings;

pub use meetings::before_meetings;

use std::collections::{BTreeMap, HashMap};

use super::index::Index;
use super::moment::Moment;
use super::stage::is_closed;
use crate::domain::choice::words;
use crate::domain::day::Day;
use crate::domain::id::{Id, RecordRef};
use crate::domain::period::Period;
use crate::domain::recommendation::Recommendation;
use crate::domain::workspace::Workspace;

words! {
    /// What sort of thing falls due.
    pub enum DueKind {
        /// An action, or a milestone of one.
        Action = "action",
        /// A target: the end of the period that it is for.
        Target = "target",
        /// The next report on something that a recommendation is monitored through.
        Report = "report",
        /// A recommendation itself.
        Recommendation = "recommendation",
        /// The day on which a recommendation's stage is to be looked at again.
        Review = "review",
        /// A decision of the forward plan.
        Decision = "decision",
    }
}

/// Something that falls due on a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Due {
    /// The day.
    pub day: Day,
    /// What sort of thing it is.
    pub kind: DueKind,
    /// The record.
    pub record: RecordRef,
    /// What exactly is due, where that is a part of the record: a milestone's text, a target's figure,
    /// how often a report is due. Empty where it is the record itself.
    pub part: String,
    /// Who has to do with it; empty where nobody is named.
    pub officers: Vec<String>,
    /// The boards that it is relevant to.
    pub boards: Vec<Id>,
    /// Whether the day has passed and it is still open.
    pub overdue: bool,
}

/// The days on which a recommendation that is still open is due, or is to be looked at again.
pub fn days_of(workspace: &Workspace, recommendation: &Recommendation, moment: Moment) -> Vec<Day> {
    if is_closed(workspace, recommendation, moment) {
        return Vec::new();
    }
    let mut days = collect::due_of(recommendation);
    days.extend(collect::last_day(&recommendation.review_again));
    days
}

/// Everything that falls due at a moment: what is still to come, and what has passed and is not done.
/// By day, and on a day by kind and the file's order; of one board where one is named.
pub fn due(workspace: &Workspace, index: &Index, moment: Moment, board: Option<&Id>) -> Vec<Due> {
    let mut found = collect::everything(workspace, index, moment, board);
    found.sort_by_key(|it| (it.day, it.kind));
    found
}

/// The same by month, the earliest first.
pub fn by_month(due: &[Due]) -> Vec<(Period, Vec<&Due>)> {
    let mut months: BTreeMap<Period, Vec<&Due>> = BTreeMap::new();
    for it in due {
        let month = Period::month_of(it.day);
        months.entry(month).or_default().push(it);
    }
    months.into_iter().collect()
}

/// The same by officer, in the order of the alphabet; what several have to do with is listed with each of
/// them, and what nobody is named for comes last, under an empty name.
pub fn by_officer(due: &[Due]) -> Vec<(String, Vec<&Due>)> {
    let mut officers: HashMap<&str, Vec<&Due>> = HashMap::new();
    for it in due {
        if it.officers.is_empty() {
            officers.entry("").or_default().push(it);
        }
        for officer in &it.officers {
            let listed = officers.entry(officer).or_default();
            if listed.last().is_none_or(|last| !std::ptr::eq(*last, it)) {
                listed.push(it);
            }
        }
    }
    let mut officers: Vec<(String, Vec<&Due>)> = officers
        .into_iter()
        .map(|(name, due)| (name.to_owned(), due))
        .collect();
    officers.sort_by_cached_key(|(name, _)| (name.is_empty(), name.to_lowercase(), name.clone()));
    officers
}

#[cfg(test)]
mod tests;
