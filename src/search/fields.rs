//! The fields that a query may narrow by, and how a record answers them.
//!
//! What a record answers is derived in `analysis`; here stands which question goes where.

mod belonging;
mod state;
mod time;
mod values;

use super::{FieldSpec, Filter, Values};
use crate::analysis::boards::boards_of;
use crate::analysis::index::Index;
use crate::analysis::moment::Moment;
use crate::analysis::naming::code_of;
use crate::domain::entry::Who;
use crate::domain::id::RecordRef;
use crate::domain::workspace::Workspace;

pub use values::chips_of;

/// Every field, in the order in which help lists them.
pub const FIELDS: &[FieldSpec<'static>] = &[
    FieldSpec::new("kind", Values::Choice(KINDS), "what sort of record").also(&["type"]),
    FieldSpec::new("rating", Values::Choice(RATINGS), "of the period in view").also(&["rag"]),
    FieldSpec::new(
        "direction",
        Values::Choice(DIRECTIONS),
        "direction of travel",
    )
    .also(&["dot"]),
    FieldSpec::new(
        "theme",
        Values::Known,
        "of a priority and what belongs to it",
    ),
    FieldSpec::new("code", Values::Code, "whole, or a pattern: NI*"),
    FieldSpec::new(
        "stage",
        Values::Steps(STAGES),
        "of a recommendation: confirmed, else drafted",
    ),
    FieldSpec::new(
        "coverage",
        Values::Choice(COVERAGES),
        "how a recommendation is monitored",
    ),
    FieldSpec::new(
        "status",
        Values::Choice(STATUSES),
        "of an indicator against target, of an action",
    ),
    FieldSpec::new(
        "approval",
        Values::Choice(APPROVALS),
        "of a tracker; me: waits for my role",
    )
    .also(&["approved"]),
    FieldSpec::new(
        "officer",
        Values::Text,
        "name, post or organisation; me: by the settings",
    )
    .also(&["lead", "who"]),
    FieldSpec::new("organisation", Values::Text, "of an officer").also(&["org"]),
    FieldSpec::new("board", Values::Known, "that it is relevant to"),
    FieldSpec::new("due", TIME, "when something of it is due"),
    FieldSpec::new(
        "overdue",
        Values::Choice(&["yes", "no"]),
        "late on the day in view",
    )
    .also(&["late"]),
    FieldSpec::new(
        "quality",
        Values::Choice(QUALITIES),
        "of an indicator's data",
    )
    .also(&["data"]),
    FieldSpec::new("period", TIME, "of which something is said"),
    FieldSpec::new("updated", TIME, "when something was last said"),
];

const KINDS: &[&str] = &[
    "theme",
    "priority",
    "indicator",
    "action",
    "recommendation",
    "inquiry",
    "judgement",
    "item",
    "decision",
    "group",
    "highlight",
    "answer",
    "board",
    "plan",
    "monitor",
];

const RATINGS: &[&str] = &[
    "red",
    "amber_red",
    "amber",
    "amber_green",
    "green",
    "blue",
    "none",
];

const DIRECTIONS: &[&str] = &["improving", "static", "deteriorating", "none"];

const STAGES: &[&str] = &["1", "2", "3", "4", "5", "6", "none"];

const COVERAGES: &[&str] = &["direct", "indirect", "none", "not_applicable"];

const STATUSES: &[&str] = &[
    "met",
    "close",
    "missed",
    "none",
    "not_due",
    "not_started",
    "on_track",
    "delayed",
    "on_hold",
    "completed",
    "discontinued",
];

const APPROVALS: &[&str] = &["waiting", "me", "missing", "changed", "approved"];

const QUALITIES: &[&str] = &[
    "concerns",
    "no_concerns",
    "some_concerns",
    "significant_concerns",
    "not_completed",
    "none",
];

const TIME: Values<'static> = Values::Read {
    is_one: time::is_time,
    like: time::LIKE,
};

/// What a record is asked against.
#[derive(Clone, Copy)]
pub struct Asked<'a> {
    /// The workspace.
    pub workspace: &'a Workspace,
    /// Its references.
    pub index: &'a Index,
    /// The moment in view.
    pub moment: Moment,
    /// Who asks: their role says what waits for them.
    pub who: &'a Who,
}

impl Asked<'_> {
    /// Whether a record passes a filter.
    pub fn passes(&self, record: &RecordRef, filter: &Filter) -> bool {
        let text_holds = |text: &str| filter.tests.iter().any(|test| test.holds_for_text(text));
        let code_holds = |code: &str| filter.tests.iter().any(|test| test.holds_for_code(code));
        match filter.name.as_str() {
            "kind" => state::is_one_of(filter, Some(record.kind.word())),
            "rating" => self.rating_holds(record, filter),
            "direction" => self.direction_holds(record, filter),
            "theme" => self.themes(record).iter().any(|theme| code_holds(theme)),
            "code" => code_holds(&code_of(self.workspace, record, self.moment)),
            "stage" => self.stage_holds(record, filter),
            "coverage" => self.coverage_holds(record, filter),
            "status" => self.status_holds(record, filter),
            "approval" => self.approval_holds(record, filter),
            "officer" => self.officer_holds(record, filter),
            "organisation" => self.organisations(record).into_iter().any(text_holds),
            "board" => boards_of(self.workspace, self.index, record)
                .iter()
                .any(|board| code_holds(board.as_str())),
            "due" => time::is_due(self, record, filter),
            "overdue" => self.overdue_holds(record, filter),
            "quality" => self.quality_holds(record, filter),
            "period" => time::is_of_period(self, record, filter),
            "updated" => time::was_updated(self, record, filter),
            _ => false,
        }
    }
}
