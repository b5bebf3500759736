//! One change of many records: what it comes to for each of them, before anybody says yes to it.
//!
//! Keys and commands plan by the same rules: a record that has no such field, or that cannot take the
//! value, is refused with the reason and keeps nobody else from theirs; one that has the value already
//! is left as it is; all others make one step together.

mod fields;
mod status;
mod trackers;

use super::approval::Signing;
use super::index::Index;
use super::moment::Moment;
use super::naming::title_of;
use crate::domain::action::ActionStatus;
use crate::domain::edit::{Edit, Place, apply};
use crate::domain::id::{Id, RecordRef};
use crate::domain::json::Json;
use crate::domain::kind::Kind;
use crate::domain::period::Period;
use crate::domain::plan::Officer;
use crate::domain::rating::{Direction, Rating};
use crate::domain::record::Record;
use crate::domain::workspace::Workspace;

/// What can be set of many records at once.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Field {
    /// The rating: of a tracker in the period in view, or of a recommendation.
    Rating,
    /// The direction of travel of a tracker in the period in view.
    Direction,
    /// An officer in the place of those with the same role.
    Officer,
    /// The service that owns an indicator.
    Owner,
    /// How an action stands in the period in view.
    Status,
    /// A board more that it is relevant to.
    Board,
    /// A board less.
    NotBoard,
    /// When it is to be done.
    Due,
    /// The first period in which it is no longer followed.
    RetiredFrom,
    /// A signature under the tracker in view.
    Approval,
}

impl Field {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Self; 10] = [
        Self::Rating,
        Self::Direction,
        Self::Officer,
        Self::Owner,
        Self::Status,
        Self::Board,
        Self::NotBoard,
        Self::Due,
        Self::RetiredFrom,
        Self::Approval,
    ];

    /// What it is called in a list of them.
    pub fn title(self) -> &'static str {
        match self {
            Self::Rating => "Rating",
            Self::Direction => "Direction of travel",
            Self::Officer => "Officer",
            Self::Owner => "Owner",
            Self::Status => "Status",
            Self::Board => "Board: add one",
            Self::NotBoard => "Board: take one out",
            Self::Due => "Due date",
            Self::RetiredFrom => "Retire from a period on",
            Self::Approval => "Approve",
        }
    }

    /// What it is called in a message, before and after it; empty where they say it themselves.
    pub fn word(self) -> &'static str {
        match self {
            Self::Rating => "rating",
            Self::Direction => "direction",
            Self::Officer => "officer",
            Self::Owner => "owner",
            Self::Status => "status",
            Self::Board | Self::NotBoard => "boards",
            Self::Due => "due date",
            Self::RetiredFrom | Self::Approval => "",
        }
    }

    /// What a record of another kind has not.
    fn missing(self) -> &'static str {
        match self {
            Self::Rating => "rating",
            Self::Direction => "direction of travel",
            Self::Officer => "officers",
            Self::Owner => "owner",
            Self::Status => "status of its own",
            Self::Board | Self::NotBoard => "boards",
            Self::Due => "due date",
            Self::RetiredFrom => "end",
            Self::Approval => "tracker to approve",
        }
    }

    /// Whether records of a kind have it.
    pub fn fits(self, kind: Kind) -> bool {
        match self {
            Self::Direction | Self::Approval => kind == Kind::Priority,
            Self::Rating => matches!(kind, Kind::Priority | Kind::Recommendation),
            Self::Officer => matches!(
                kind,
                Kind::Priority | Kind::Action | Kind::Recommendation | Kind::Decision
            ),
            Self::Owner => kind == Kind::Indicator,
            Self::Status => kind == Kind::Action,
            Self::Board | Self::NotBoard => matches!(
                kind,
                Kind::Priority
                    | Kind::Indicator
                    | Kind::Recommendation
                    | Kind::Highlight
                    | Kind::Item
            ),
            Self::Due => matches!(kind, Kind::Action | Kind::Recommendation),
            Self::RetiredFrom => matches!(kind, Kind::Priority | Kind::Indicator),
        }
    }

    /// Whether it is one of the period in view, so that a past period has its own.
    pub fn is_of_period(self) -> bool {
        matches!(
            self,
            Self::Rating | Self::Direction | Self::Status | Self::Approval
        )
    }
}

/// What is to be set. `None` takes a value away.
#[derive(Clone, Debug, PartialEq)]
pub enum Setting {
    /// The rating.
    Rating(Option<Rating>),
    /// The direction of travel.
    Direction(Option<Direction>),
    /// An officer, in the place of those with the same role.
    Officer(Box<Officer>),
    /// The service that owns an indicator.
    Owner(String),
    /// How an action stands.
    Status(ActionStatus),
    /// A board comes in or goes.
    Board {
        /// The board.
        board: Id,
        /// Whether it comes in.
        joins: bool,
    },
    /// When it is to be done, in words, and why that moved.
    Due {
        /// The words.
        words: String,
        /// Why; empty for no reason given.
        why: String,
    },
    /// The first period in which it is no longer followed; `None` takes it up again.
    RetiredFrom(Option<Period>),
    /// A signature.
    Approval(Signing),
}

impl Setting {
    /// What it sets.
    pub fn field(&self) -> Field {
        match self {
            Self::Rating(_) => Field::Rating,
            Self::Direction(_) => Field::Direction,
            Self::Officer(_) => Field::Officer,
            Self::Owner(_) => Field::Owner,
            Self::Status(_) => Field::Status,
            Self::Board { joins: true, .. } => Field::Board,
            Self::Board { joins: false, .. } => Field::NotBoard,
            Self::Due { .. } => Field::Due,
            Self::RetiredFrom(_) => Field::RetiredFrom,
            Self::Approval(_) => Field::Approval,
        }
    }

    /// What is done to a record, as a message goes on after its name: `rated red in 2010/11 Q2`.
    pub fn done(&self, workspace: &Workspace, moment: Moment) -> String {
        let done = match self {
            Self::Rating(Some(rating)) => format!("rated {}", rating.word().replace('_', "/")),
            Self::Rating(None) => "left without a rating".to_owned(),
            Self::Direction(Some(direction)) => format!("set to {direction}"),
            Self::Direction(None) => "left without a direction".to_owned(),
            Self::Officer(officer) => format!("given to {}", officer.called()),
            Self::Owner(owner) => format!("given to {owner}"),
            Self::Status(status) => format!("set to {}", status.shown()),
            Self::Board { board, joins } => {
                let board = fields::board_words(workspace, board, moment);
                let what = if *joins { "put before" } else { "taken from" };
                format!("{what} {board}")
            }
            Self::Due { words, .. } => format!("made due {words}"),
            Self::RetiredFrom(Some(period)) => format!("retired from {period}"),
            Self::RetiredFrom(None) => "taken up again".to_owned(),
            Self::Approval(signing) => format!("approved as {} by {}", signing.role, signing.by),
        };
        match moment.period.filter(|_| self.field().is_of_period()) {
            Some(period) => format!("{done} in {period}"),
            None => done,
        }
    }
}

/// What becomes of one record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// It changes.
    Changes {
        /// What it has now, in words.
        before: String,
        /// What it will have.
        after: String,
    },
    /// It is so already.
    Same(String),
    /// It cannot be, and why.
    Refused(String),
}

/// What becomes of many records.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Planned {
    /// Every record with what becomes of it, in the order in which they were named.
    pub lines: Vec<(RecordRef, Outcome)>,
    /// What makes it so: the edits of one step.
    pub edits: Vec<Edit>,
}

impl Planned {
    /// How many records change, are so already, and cannot be changed.
    pub fn counts(&self) -> (usize, usize, usize) {
        let mut counts = (0, 0, 0);
        for (_, outcome) in &self.lines {
            match outcome {
                Outcome::Changes { .. } => counts.0 += 1,
                Outcome::Same(_) => counts.1 += 1,
                Outcome::Refused(_) => counts.2 += 1,
            }
        }
        counts
    }
}

/// What a record would become, or why it stays.
type Change = Result<Changed, Outcome>;

/// What a record would become.
struct Changed {
    before: String,
    after: String,
    edits: Vec<Edit>,
}

/// Plans the same change of many records. Each is held against what the ones before it leave, so that
/// a tracker that two of them share changes once.
pub fn plan(
    workspace: &Workspace,
    index: &Index,
    moment: Moment,
    records: &[RecordRef],
    setting: &Setting,
) -> Planned {
    let mut desk = Planner {
        workspace: workspace.clone(),
        index,
        moment,
    };
    let mut planned = Planned::default();
    for record in records {
        let outcome = match desk.made(record, setting) {
            Ok(changed) => {
                planned.edits.extend(changed.edits);
                Outcome::Changes {
                    before: changed.before,
                    after: changed.after,
                }
            }
            Err(outcome) => outcome,
        };
        planned.lines.push((record.clone(), outcome));
    }
    planned
}

/// The workspace as the records so far leave it.
struct Planner<'a> {
    workspace: Workspace,
    index: &'a Index,
    moment: Moment,
}

impl Planner<'_> {
    /// Makes the change of one record, or none of it.
    fn made(&mut self, record: &RecordRef, setting: &Setting) -> Change {
        let changed = self.change(record, setting)?;
        let mut inverses = Vec::new();
        for edit in &changed.edits {
            match apply(&mut self.workspace, edit) {
                Ok(applied) => inverses.push(applied.inverse),
                Err(refusal) => {
                    for inverse in inverses.iter().rev() {
                        // It takes back what just held.
                        let _ = apply(&mut self.workspace, inverse);
                    }
                    return Err(Outcome::Refused(refusal.to_string()));
                }
            }
        }
        Ok(changed)
    }

    fn change(&self, record: &RecordRef, setting: &Setting) -> Change {
        let id = record.id.as_str();
        if self.workspace.record(record.kind, id).is_none() {
            return Err(Outcome::Refused("not in the file any more".to_owned()));
        }
        let field = setting.field();
        if !field.fits(record.kind) {
            let (kind, missing) = (record.kind.word(), field.missing());
            return Err(Outcome::Refused(format!("{kind} without {missing}")));
        }
        match setting {
            Setting::Rating(rating) => self.rated(record, *rating),
            Setting::Direction(direction) => self.directed(record, *direction),
            Setting::Officer(officer) => self.given(record, officer),
            Setting::Owner(owner) => self.owned(record, owner),
            Setting::Status(status) => self.stands(record, *status),
            Setting::Board { board, joins } => self.before_board(record, board, *joins),
            Setting::Due { words, why } => self.due(record, words, why),
            Setting::RetiredFrom(period) => self.retired(record, *period),
            Setting::Approval(signing) => self.approved(record, signing),
        }
    }
}

/// Sets a field of a record; no edit where it holds the value already.
fn set(record: &RecordRef, now: &dyn Record, field: &str, after: Option<Json>) -> Vec<Edit> {
    let before = now.get(field);
    if before == after {
        return Vec::new();
    }
    vec![Edit::Set {
        at: Place::record(record.kind, &record.id),
        field: field.to_owned(),
        before,
        after,
    }]
}

/// A change with what stood there and what will; where there is nothing to do, what stands there.
fn changed(before: String, after: String, edits: Vec<Edit>) -> Change {
    if edits.is_empty() {
        return Err(Outcome::Same(after));
    }
    Ok(Changed {
        before,
        after,
        edits,
    })
}

/// What a record is called in a list, where a code says nothing.
fn title(workspace: &Workspace, record: &RecordRef, moment: Moment) -> String {
    let title = title_of(workspace, record, moment);
    if title.is_empty() {
        record.id.to_string()
    } else {
        title
    }
}

#[cfg(test)]
mod tests;
