//! What needs attention (`domain.md` §6): red trackers and ambers that do not improve, as the Quarter 2
//! report lists them (paper 001, lines 640 to 643), then every further group.

mod actions;
mod answer;
mod indicators;
mod priorities;
mod recommendations;

pub use answer::answer_step;

use std::collections::HashMap;

use super::boards::{boards_of, shows};
use super::index::Index;
use super::moment::Moment;
use super::standing::Verdict;
use crate::domain::choice::words;
use crate::domain::day::Day;
use crate::domain::id::{Id, RecordRef};
use crate::domain::workspace::Workspace;

words! {
    /// Why something needs attention. The word is the `finding` of an answer to it.
    pub enum Group {
        /// A tracker rated red, whatever its direction.
        Red = "red",
        /// A tracker rated amber that is static or deteriorating.
        Amber = "amber",
        /// A tracker rated amber whose direction is not recorded.
        AmberUndirected = "amber_undirected",
        /// An indicator that misses its target.
        Missed = "missed",
        /// An indicator that will miss its target.
        OutlookMissed = "outlook_missed",
        /// An indicator with concerns about its data.
        Quality = "data_quality",
        /// A carried action that should have been done.
        Overdue = "overdue",
        /// An ongoing action that was not reviewed for two quarters.
        Stale = "stale",
        /// An action that nothing makes overdue and nobody ever reviewed.
        NeverReviewed = "never_reviewed",
        /// A tracker that officer or director has not approved.
        Unapproved = "unapproved",
        /// A tracker that was changed after it was approved.
        Changed = "changed_since_approval",
        /// A rating better than the figures suggest.
        Challenge = "challenge",
        /// A recommendation at stage 3 or 5.
        Decision = "decision",
        /// A recommendation with no direct route.
        NoDirectRoute = "no_direct_route",
    }
}

impl Group {
    /// The heading of its lines.
    pub fn title(self) -> &'static str {
        match self {
            Self::Red => "Red trackers",
            Self::Amber => "Amber trackers, static or deteriorating",
            Self::AmberUndirected => "Amber trackers without a direction of travel",
            Self::Missed => "Indicators that miss their target",
            Self::OutlookMissed => "Indicators that will miss their target",
            Self::Quality => "Concerns about data quality",
            Self::Overdue => "Actions overdue",
            Self::Stale => "Ongoing actions not reviewed for two quarters",
            Self::NeverReviewed => "Actions never reviewed",
            Self::Unapproved => "Trackers not approved",
            Self::Changed => "Trackers changed since approval",
            Self::Challenge => "Ratings better than the figures suggest",
            Self::Decision => "Recommendations that need a decision",
            Self::NoDirectRoute => "Recommendations with no direct route",
        }
    }
}

/// A line of the exceptions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Exception {
    /// Why it is here.
    pub group: Group,
    /// The record that needs attention.
    pub record: RecordRef,
    /// The reason in words.
    pub reason: String,
    /// The boards that it is relevant to.
    pub boards: Vec<Id>,
    /// The officer's answer for the period in view, where there is one.
    pub answer: Option<Id>,
}

/// Everything that needs attention at a moment.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Exceptions {
    /// The lines by group, in the order of the groups, within one in the file's order.
    pub lines: Vec<Exception>,
}

impl Exceptions {
    /// The lines of a group.
    pub fn of(&self, group: Group) -> &[Exception] {
        let from = self.lines.partition_point(|line| line.group < group);
        let to = self.lines.partition_point(|line| line.group <= group);
        self.lines.get(from..to).unwrap_or_default()
    }

    /// How many lines no officer has answered.
    pub fn unanswered(&self) -> usize {
        let open = self.lines.iter().filter(|line| line.answer.is_none());
        open.count()
    }
}

/// What needs attention at a moment; of one board where one is named.
pub fn exceptions(
    workspace: &Workspace,
    index: &Index,
    moment: Moment,
    board: Option<&Id>,
) -> Exceptions {
    let mut finder = Finder {
        workspace,
        index,
        moment,
        board,
        answers: answers(workspace, moment),
        boards: HashMap::new(),
        verdicts: HashMap::new(),
        late: HashMap::new(),
        lines: Vec::new(),
    };
    // How indicators and actions stand is worked out once, and decides what challenges a rating.
    finder.indicators();
    finder.actions();
    finder.priorities();
    finder.recommendations();
    // Stable: within a group the lines keep the file's order.
    finder.lines.sort_by_key(|line| line.group);
    Exceptions {
        lines: finder.lines,
    }
}

/// The answers of the period in view, by what they answer.
fn answers(workspace: &Workspace, moment: Moment) -> HashMap<(&str, RecordRef), Id> {
    let of_period = workspace.answers.iter();
    let of_period = of_period.filter(|answer| answer.period.read() == moment.period);
    let keyed = of_period.filter_map(|answer| {
        let concerns = RecordRef::read(&answer.concerns)?;
        Some(((answer.finding.as_str(), concerns), answer.id.clone()))
    });
    keyed.collect()
}

/// Goes through a workspace and collects the lines.
struct Finder<'a> {
    workspace: &'a Workspace,
    index: &'a Index,
    moment: Moment,
    board: Option<&'a Id>,
    answers: HashMap<(&'a str, RecordRef), Id>,
    boards: HashMap<RecordRef, Vec<Id>>,
    /// How each indicator stands.
    verdicts: HashMap<&'a str, Verdict>,
    /// By priority since when its carried actions are overdue.
    late: HashMap<&'a str, Vec<Day>>,
    lines: Vec<Exception>,
}

impl Finder<'_> {
    /// Adds a line, if the board in view has to do with the record.
    fn say(&mut self, group: Group, record: &RecordRef, reason: String) {
        let boards = self
            .boards
            .entry(record.clone())
            .or_insert_with(|| boards_of(self.workspace, self.index, record));
        if !shows(self.board, boards) {
            return;
        }
        let answer = self.answers.get(&(group.word(), record.clone())).cloned();
        self.lines.push(Exception {
            group,
            record: record.clone(),
            reason,
            boards: boards.clone(),
            answer,
        });
    }
}

#[cfg(test)]
mod tests;
