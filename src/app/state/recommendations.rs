//! The screen of recommendations: the list by source, the coverage matrix, the gaps.

use std::collections::HashMap;

use crate::analysis::coverage::{Matrix, MatrixColumn};
use crate::analysis::stage::StageStanding;
use crate::domain::id::Id;
use crate::domain::rating::Rating;
use crate::domain::recommendation::Coverage;

use super::list::List;

/// The screen of recommendations.
#[derive(Clone, Debug, Default)]
pub struct Recommendations {
    /// The recommendations by what asked for them.
    pub list: List,
    /// What is missing in their monitoring, by reason.
    pub gaps: List,
    /// Which of its tables is in view.
    pub shown: Table,
    /// What the list shows of each recommendation.
    pub rows: HashMap<Id, RecommendationRow>,
    /// The reason in words of each gap, by its row.
    pub reasons: HashMap<Id, String>,
    /// The coverage matrix; made when it is first shown.
    pub matrix: CoverageMatrix,
    /// For which state of the file, and which period, its values were made
    /// ([`super::State::generation`]); `None` before it was ever shown.
    pub made_for: Option<u64>,
}

/// A table of the screen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Table {
    /// The recommendations by source.
    #[default]
    List,
    /// Recommendations against what monitors them.
    Matrix,
    /// What is missing.
    Gaps,
}

/// What the list shows of a recommendation.
#[derive(Clone, Debug, Default)]
pub struct RecommendationRow {
    /// What asked for it.
    pub source: String,
    /// Its code, else its number within its source.
    pub code: String,
    /// Where it stands in the scheme of stages.
    pub stage: StageStanding,
    /// Its rating.
    pub rating: Option<Rating>,
    /// The words in the place of a rating that the scale does not know.
    pub rating_text: Option<String>,
    /// What its routes amount to.
    pub coverage: Option<Coverage>,
    /// Whether the officer says otherwise.
    pub disputed: bool,
    /// When it is due, in words.
    pub due: String,
    /// When something was last said of it.
    pub updated: String,
    /// Whether nothing more is expected of it.
    pub closed: bool,
    /// Its heading, else what it asks.
    pub title: String,
}

/// The coverage matrix, with what its columns are called.
#[derive(Clone, Debug, Default)]
pub struct CoverageMatrix {
    /// The cells.
    pub cells: Matrix,
    /// The place of each recommendation among the rows of the cells.
    pub places: HashMap<Id, usize>,
    /// The heading of each column: a code, or the beginning of a name.
    pub labels: Vec<String>,
    /// The selected column.
    pub column: Option<MatrixColumn>,
    /// The first column that was drawn last.
    pub first: usize,
}

impl CoverageMatrix {
    /// The place of the selected column; the first one where it is gone.
    pub fn selected(&self) -> usize {
        let columns = &self.cells.columns;
        let selected = self.column.as_ref();
        selected
            .and_then(|selected| columns.iter().position(|column| column == selected))
            .unwrap_or(0)
    }

    /// Selects the column so many columns away, stopping at the ends.
    pub fn step(&mut self, by: isize) {
        let last = self.cells.columns.len().saturating_sub(1);
        let place = self.selected().saturating_add_signed(by).min(last);
        self.column = self.cells.columns.get(place).cloned();
    }

    /// Whether a recommendation is monitored through the thing of a column: directly or not.
    pub fn cell(&self, recommendation: &Id, column: usize) -> Option<bool> {
        let place = self.places.get(recommendation)?;
        self.cells.rows.get(*place)?.cells.get(&column).copied()
    }
}
