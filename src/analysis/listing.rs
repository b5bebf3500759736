//! The lists that can be looked at, the columns that each can show, and what it can be sorted by.
//!
//! Screens, commands and saved views name lists and columns by the same words (`domain.md` §2, `views`).

mod cell;

use std::cmp::Ordering;

use crate::domain::choice::words;
use crate::domain::kind::Kind;

pub use cell::{Cell, Seen, SortKey, cell};

words! {
    /// A list, by the word that saved views and the memory of the interface use.
    pub enum Listing {
        /// The themes.
        Themes = "themes",
        /// The priorities, of all themes or one.
        Priorities = "priorities",
        /// The indicators of a priority.
        Indicators = "indicators",
        /// The actions of a priority.
        Actions = "actions",
        /// The recommendations by what asked for them.
        Recommendations = "recommendations",
        /// What is missing in their monitoring.
        Gaps = "gaps",
        /// What needs attention.
        Exceptions = "exceptions",
        /// Counts, trend, summary.
        Overview = "overview",
        /// Meetings, groups and decisions.
        Programme = "programme",
        /// The changes.
        History = "history",
    }
}

words! {
    /// A column of a list.
    pub enum Column {
        /// The rating of the period in view.
        Rating = "rating",
        /// The direction of travel.
        Direction = "direction",
        /// The stage of a recommendation.
        Stage = "stage",
        /// The code.
        Code = "code",
        /// The title.
        Title = "title",
        /// How many indicators are met.
        Met = "met",
        /// How many are close to their target.
        Close = "close",
        /// How many are missed.
        Missed = "missed",
        /// How many actions are late.
        Late = "late",
        /// High risk, and a rating that is challenged.
        Marks = "marks",
        /// The newest result.
        Result = "result",
        /// The target that it is held against.
        Target = "target",
        /// Against target for an indicator; how far it came for an action.
        Status = "status",
        /// Better, as before or worse.
        Change = "change",
        /// The results so far, as a line.
        Run = "run",
        /// Concerns about the data.
        Quality = "quality",
        /// How a recommendation is monitored.
        Coverage = "coverage",
        /// When it is due.
        Due = "due",
        /// Who does it, or leads it.
        Officer = "officer",
        /// The organisation of that officer.
        Organisation = "organisation",
        /// The boards that it is relevant to.
        Board = "board",
        /// The theme.
        Theme = "theme",
        /// When something was last said of it.
        Updated = "updated",
        /// The signatures under the tracker.
        Approvals = "approvals",
        /// Why it stands in the list.
        Reason = "reason",
        /// How many belong to it.
        Count = "count",
    }
}

impl Listing {
    /// The list that a word means; also by the screen or kind that it is the first list of.
    pub fn read(word: &str) -> Option<Self> {
        let plain = word.trim().to_lowercase();
        let singular = |listing: &Self| listing.kind().is_some_and(|kind| kind.word() == plain);
        match plain.as_str() {
            "trackers" => Some(Self::Priorities),
            _ => Self::from_word(&plain).or_else(|| Self::ALL.iter().copied().find(singular)),
        }
    }

    /// The kind of its records, where all are of one.
    pub fn kind(self) -> Option<Kind> {
        match self {
            Self::Themes => Some(Kind::Theme),
            Self::Priorities => Some(Kind::Priority),
            Self::Indicators => Some(Kind::Indicator),
            Self::Actions => Some(Kind::Action),
            Self::Recommendations => Some(Kind::Recommendation),
            Self::Gaps | Self::Exceptions | Self::Overview | Self::Programme | Self::History => {
                None
            }
        }
    }

    /// The list that shows the records of a kind.
    pub fn of_kind(kind: Kind) -> Option<Self> {
        let lists = Self::ALL.iter().copied();
        lists.into_iter().find(|list| list.kind() == Some(kind))
    }

    /// The columns that it shows where nobody chose others, from the left.
    pub fn usual_columns(self) -> &'static [Column] {
        match self {
            Self::Themes => &[Column::Code, Column::Title, Column::Count],
            Self::Priorities => &[
                Column::Rating,
                Column::Direction,
                Column::Code,
                Column::Title,
                Column::Met,
                Column::Close,
                Column::Missed,
                Column::Late,
                Column::Marks,
            ],
            Self::Indicators => &[
                Column::Code,
                Column::Title,
                Column::Result,
                Column::Target,
                Column::Status,
                Column::Change,
                Column::Run,
                Column::Quality,
            ],
            Self::Actions => &[Column::Due, Column::Title, Column::Status, Column::Officer],
            Self::Recommendations => &[
                Column::Stage,
                Column::Code,
                Column::Title,
                Column::Coverage,
                Column::Due,
                Column::Updated,
            ],
            Self::Gaps | Self::Exceptions => &[Column::Code, Column::Title, Column::Reason],
            Self::Programme => &[Column::Due, Column::Title],
            Self::Overview | Self::History => &[],
        }
    }

    /// The columns that it can show beside those.
    pub fn other_columns(self) -> &'static [Column] {
        match self {
            Self::Priorities => &[
                Column::Theme,
                Column::Officer,
                Column::Organisation,
                Column::Board,
                Column::Due,
                Column::Updated,
                Column::Approvals,
            ],
            Self::Indicators => &[Column::Officer, Column::Board, Column::Updated],
            Self::Actions => &[Column::Organisation, Column::Board, Column::Updated],
            Self::Recommendations => &[
                Column::Rating,
                Column::Officer,
                Column::Organisation,
                Column::Board,
            ],
            Self::Gaps => &[
                Column::Stage,
                Column::Coverage,
                Column::Due,
                Column::Officer,
                Column::Board,
            ],
            Self::Exceptions => &[
                Column::Rating,
                Column::Direction,
                Column::Status,
                Column::Due,
                Column::Officer,
                Column::Board,
            ],
            Self::Themes | Self::Programme | Self::Overview | Self::History => &[],
        }
    }

    /// Whether its columns can be chosen: the rows of some lists are of several sorts, each set out in
    /// its own way.
    pub fn has_columns(self) -> bool {
        !matches!(
            self,
            Self::Themes | Self::Programme | Self::Overview | Self::History
        )
    }

    /// Every column that it can show.
    pub fn columns(self) -> impl Iterator<Item = Column> {
        let all = self.usual_columns().iter().chain(self.other_columns());
        all.copied()
    }

    /// What it can be sorted by.
    pub fn sorts(self) -> impl Iterator<Item = Column> {
        self.columns().filter(|column| column.is_sortable())
    }
}

impl Column {
    /// Its heading; short, since figures are.
    pub fn heading(self) -> &'static str {
        match self {
            Self::Rating => "RAG",
            Self::Direction => "Dir",
            Self::Stage => "Stage",
            Self::Code => "Code",
            Self::Title => "Title",
            Self::Met => "ok",
            Self::Close => "near",
            Self::Missed => "miss",
            Self::Late => "late",
            Self::Marks => "!?",
            Self::Result => "Result",
            Self::Target => "Target",
            Self::Status => "Status",
            Self::Change => "+-",
            Self::Run => "Run",
            Self::Quality => "Data",
            Self::Coverage => "Coverage",
            Self::Due => "Due",
            Self::Officer => "Officer",
            Self::Organisation => "Organisation",
            Self::Board => "Board",
            Self::Theme => "Theme",
            Self::Updated => "Updated",
            Self::Approvals => "Approved",
            Self::Reason => "Reason",
            Self::Count => "Count",
        }
    }

    /// What it shows, in a few words.
    pub fn words(self) -> &'static str {
        match self {
            Self::Rating => "rating",
            Self::Direction => "direction of travel",
            Self::Stage => "stage",
            Self::Code => "code",
            Self::Title => "title",
            Self::Met => "indicators met",
            Self::Close => "indicators close to target",
            Self::Missed => "indicators missed",
            Self::Late => "late actions",
            Self::Marks => "high risk, challenged",
            Self::Result => "newest result",
            Self::Target => "target",
            Self::Status => "status",
            Self::Change => "better or worse",
            Self::Run => "results so far",
            Self::Quality => "data quality",
            Self::Coverage => "coverage",
            Self::Due => "when it is due",
            Self::Officer => "officer",
            Self::Organisation => "organisation",
            Self::Board => "boards",
            Self::Theme => "theme",
            Self::Updated => "last said",
            Self::Approvals => "approvals",
            Self::Reason => "reason",
            Self::Count => "how many",
        }
    }

    /// Whether its values have an order.
    pub fn is_sortable(self) -> bool {
        !matches!(self, Self::Run | Self::Reason)
    }

    /// Whether most of it is what people look for first: counts and marks.
    fn begins_with_most(self) -> bool {
        matches!(
            self,
            Self::Met | Self::Close | Self::Missed | Self::Late | Self::Marks | Self::Count
        )
    }
}

/// What a list is sorted by. What has no value stands last either way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sort {
    /// The column.
    pub column: Column,
    /// Whether its last value comes first.
    pub descending: bool,
}

impl Sort {
    /// By a column, in the way that people want first: the worst, the earliest, the most.
    pub fn by(column: Column) -> Self {
        Self {
            column,
            descending: column.begins_with_most(),
        }
    }

    /// The other way round.
    #[must_use]
    pub fn reversed(self) -> Self {
        Self {
            descending: !self.descending,
            ..self
        }
    }

    /// Reads what [`Sort`] shows: a column's word, with a dash before it where the last value comes first.
    pub fn read(text: &str) -> Option<Self> {
        let text = text.trim();
        let (word, descending) = match text.strip_prefix('-') {
            Some(word) => (word, true),
            None => (text, false),
        };
        let column = Column::from_word(&word.trim().to_lowercase())?;
        Some(Self { column, descending })
    }

    /// Which of two values comes first; what has none comes last either way, and equal ones stay as they are.
    pub fn compare(self, one: Option<&SortKey>, other: Option<&SortKey>) -> Ordering {
        match (one, other) {
            (Some(one), Some(other)) => {
                let order = one.partial_cmp(other).unwrap_or(Ordering::Equal);
                if self.descending {
                    order.reverse()
                } else {
                    order
                }
            }
            (Some(_), None) => Ordering::Less,
            (None, Some(_)) => Ordering::Greater,
            (None, None) => Ordering::Equal,
        }
    }

    /// Which way it goes, for people.
    pub fn way(self) -> &'static str {
        let (up, down) = match self.column {
            Column::Rating => ("red first", "green first"),
            Column::Direction | Column::Change => ("worsening first", "improving first"),
            Column::Due | Column::Updated => ("earliest first", "latest first"),
            Column::Status | Column::Coverage | Column::Quality | Column::Approvals => {
                ("worst first", "best first")
            }
            Column::Met
            | Column::Close
            | Column::Missed
            | Column::Late
            | Column::Marks
            | Column::Count => ("fewest first", "most first"),
            Column::Result | Column::Target | Column::Stage => ("lowest first", "highest first"),
            _ => ("A to Z", "Z to A"),
        };
        if self.descending { down } else { up }
    }
}

impl std::fmt::Display for Sort {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let dash = if self.descending { "-" } else { "" };
        write!(f, "{dash}{}", self.column.word())
    }
}

#[cfg(test)]
mod tests;
