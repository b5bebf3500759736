//! The fields that a query may narrow by, and how a record answers them.

use super::{FieldSpec, Filter, Test};
use crate::analysis::deadline::deadline;
use crate::analysis::index::Index;
use crate::analysis::moment::Moment;
use crate::analysis::naming::code_of;
use crate::analysis::standing::standing;
use crate::analysis::tracker::tracker;
use crate::domain::code;
use crate::domain::id::{Id, RecordRef};
use crate::domain::kind::Kind;
use crate::domain::plan::Officer;
use crate::domain::workspace::Workspace;

const fn choice<'a>(name: &'a str, aliases: &'a [&'a str], values: &'a [&'a str]) -> FieldSpec<'a> {
    FieldSpec {
        name,
        aliases,
        values: Some(values),
        ordered: false,
    }
}

const fn text<'a>(name: &'a str, aliases: &'a [&'a str]) -> FieldSpec<'a> {
    FieldSpec {
        name,
        aliases,
        values: None,
        ordered: false,
    }
}

/// Every field, in the order in which help lists them.
pub const FIELDS: &[FieldSpec<'static>] = &[
    choice(
        "kind",
        &["type"],
        &["theme", "priority", "indicator", "action", "recommendation"],
    ),
    choice(
        "rating",
        &["rag"],
        &[
            "red",
            "amber_red",
            "amber",
            "amber_green",
            "green",
            "blue",
            "none",
        ],
    ),
    choice(
        "direction",
        &["dot"],
        &["improving", "static", "deteriorating", "none"],
    ),
    text("theme", &[]),
    text("code", &[]),
    text("officer", &["lead", "who"]),
    text("board", &[]),
    choice(
        "status",
        &[],
        &[
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
        ],
    ),
    choice("overdue", &["late"], &["yes", "no"]),
    choice(
        "quality",
        &["data"],
        &[
            "concerns",
            "no_concerns",
            "some_concerns",
            "significant_concerns",
            "not_completed",
            "none",
        ],
    ),
];

/// What a record is asked against.
#[derive(Clone, Copy)]
pub struct Asked<'a> {
    /// The workspace.
    pub workspace: &'a Workspace,
    /// Its references.
    pub index: &'a Index,
    /// The moment in view.
    pub moment: Moment,
}

impl Asked<'_> {
    /// Whether a record passes a filter.
    pub fn passes(&self, record: &RecordRef, filter: &Filter) -> bool {
        match filter.name.as_str() {
            "kind" => holds_for_text(filter, record.kind.word()),
            "rating" => is_one_of(filter, self.rating(record)),
            "direction" => is_one_of(filter, self.direction(record)),
            "theme" => self.theme_holds(record, filter),
            "code" => holds_for_code(filter, &code_of(self.workspace, record, self.moment)),
            "officer" => self
                .officers(record)
                .iter()
                .any(|officer| officer_holds(officer, filter)),
            "board" => self
                .boards(record)
                .iter()
                .any(|board| self.board_holds(board, filter)),
            "status" => is_one_of(filter, self.status(record)),
            "overdue" => is_one_of(
                filter,
                Some(if self.is_overdue(record) { "yes" } else { "no" }),
            ),
            "quality" => self.quality_holds(record, filter),
            _ => false,
        }
    }

    fn rating(&self, record: &RecordRef) -> Option<&str> {
        let priority = self.priority(record)?;
        tracker(priority, self.moment)
            .rating()
            .map(crate::domain::rating::Rating::word)
    }

    fn direction(&self, record: &RecordRef) -> Option<&str> {
        let priority = self.priority(record)?;
        tracker(priority, self.moment)
            .direction()
            .map(crate::domain::rating::Direction::word)
    }

    fn priority(&self, record: &RecordRef) -> Option<&crate::domain::priority::Priority> {
        (record.kind == Kind::Priority).then(|| {
            self.workspace
                .priorities
                .get(record.id.as_str())
                .map(|priority| &**priority)
        })?
    }

    /// The priorities that a record belongs to: itself, those that list an indicator, that of an action.
    fn priorities(&self, record: &RecordRef) -> Vec<Id> {
        match record.kind {
            Kind::Priority => vec![record.id.clone()],
            Kind::Indicator => self.index.priorities_of(&record.id).to_vec(),
            Kind::Action => self
                .workspace
                .actions
                .get(record.id.as_str())
                .map(|action| action.priority.clone())
                .into_iter()
                .collect(),
            _ => Vec::new(),
        }
    }

    fn theme_holds(&self, record: &RecordRef, filter: &Filter) -> bool {
        let own = (record.kind == Kind::Theme).then(|| record.id.clone());
        let priorities = self.priorities(record);
        let of_priorities = priorities
            .iter()
            .filter_map(|id| self.workspace.priorities.get(id.as_str()))
            .map(|priority| priority.theme.clone());
        own.into_iter().chain(of_priorities).any(|id| {
            let theme = self.workspace.themes.get(id.as_str());
            holds_for_code(filter, id.as_str())
                || theme.is_some_and(|theme| {
                    holds_for_code(filter, &theme.code) || holds_for_text(filter, &theme.title)
                })
        })
    }

    fn officers(&self, record: &RecordRef) -> &[Officer] {
        let id = record.id.as_str();
        match record.kind {
            Kind::Priority => self.workspace.priorities.get(id).map_or(&[], |priority| {
                tracker(priority, self.moment).officers(self.moment)
            }),
            Kind::Action => self
                .workspace
                .actions
                .get(id)
                .map_or(&[], |action| &action.officers),
            Kind::Recommendation => self
                .workspace
                .recommendations
                .get(id)
                .map_or(&[], |recommendation| &recommendation.officers),
            _ => &[],
        }
    }

    fn boards(&self, record: &RecordRef) -> Vec<Id> {
        let id = record.id.as_str();
        match record.kind {
            Kind::Indicator => {
                let own = self
                    .workspace
                    .indicators
                    .get(id)
                    .map_or(Vec::new(), |indicator| indicator.boards.clone());
                if own.is_empty() {
                    self.boards_of_priorities(record)
                } else {
                    own
                }
            }
            Kind::Recommendation => self
                .workspace
                .recommendations
                .get(id)
                .map_or(Vec::new(), |recommendation| recommendation.boards.clone()),
            _ => self.boards_of_priorities(record),
        }
    }

    fn boards_of_priorities(&self, record: &RecordRef) -> Vec<Id> {
        let priorities = self.priorities(record);
        priorities
            .iter()
            .filter_map(|id| self.workspace.priorities.get(id.as_str()))
            .flat_map(|priority| priority.boards.clone())
            .collect()
    }

    fn board_holds(&self, board: &Id, filter: &Filter) -> bool {
        let title = self
            .workspace
            .boards
            .get(board.as_str())
            .map_or("", |board| &board.title);
        holds_for_text(filter, board.as_str()) || holds_for_text(filter, title)
    }

    fn status(&self, record: &RecordRef) -> Option<&str> {
        let id = record.id.as_str();
        match record.kind {
            Kind::Indicator => {
                let indicator = self.workspace.indicators.get(id)?;
                Some(
                    standing(self.workspace, indicator, self.moment)
                        .verdict
                        .query_word(),
                )
            }
            Kind::Action => deadline(self.workspace.actions.get(id)?, self.moment)
                .status
                .map(crate::domain::action::ActionStatus::word),
            _ => None,
        }
    }

    fn is_overdue(&self, record: &RecordRef) -> bool {
        let id = record.id.as_str();
        match record.kind {
            Kind::Action => self
                .workspace
                .actions
                .get(id)
                .is_some_and(|action| deadline(action, self.moment).is_overdue()),
            Kind::Priority => self.workspace.priorities.get(id).is_some_and(|priority| {
                tracker(priority, self.moment).overdue(self.workspace, self.index, self.moment) > 0
            }),
            _ => false,
        }
    }

    fn quality_holds(&self, record: &RecordRef, filter: &Filter) -> bool {
        let level = match record.kind {
            Kind::Indicator => self
                .workspace
                .indicators
                .get(record.id.as_str())
                .and_then(|indicator| standing(self.workspace, indicator, self.moment).quality),
            _ => return false,
        };
        let concerns = matches!(
            level.map(crate::domain::indicator::Quality::word),
            Some("some_concerns" | "significant_concerns")
        );
        let asks_concerns = filter
            .tests
            .iter()
            .any(|test| matches!(test, Test::Is(asked) if asked == "concerns"));
        (asks_concerns && concerns)
            || is_one_of(filter, level.map(crate::domain::indicator::Quality::word))
    }
}

/// Whether the value is one of those asked for; a missing one is "none".
fn is_one_of(filter: &Filter, value: Option<&str>) -> bool {
    let value = value.unwrap_or("none");
    filter
        .tests
        .iter()
        .any(|test| matches!(test, Test::Is(asked) if asked == value))
}

fn holds_for_text(filter: &Filter, text: &str) -> bool {
    filter.tests.iter().any(|test| test.holds_for_text(text))
}

fn holds_for_code(filter: &Filter, code: &str) -> bool {
    filter.tests.iter().any(|test| test.holds_for_code(code))
}

fn officer_holds(officer: &Officer, filter: &Filter) -> bool {
    [
        &officer.post,
        &officer.name,
        &officer.organisation,
        &officer.r#for,
    ]
    .into_iter()
    .any(|text| !text.is_empty() && holds_for_text(filter, text))
}

/// Whether a text (words with one blank between) begins a code of the list.
pub(super) fn begins_code(codes: &[Box<str>], text: &str) -> bool {
    let folded = code::fold(text);
    // Codes are sorted, so the first one not below the text is the one that could begin with it.
    let at = codes.partition_point(|known| known.as_ref() < folded.as_str());
    !folded.is_empty()
        && codes
            .get(at)
            .is_some_and(|known| known.starts_with(&folded))
}
