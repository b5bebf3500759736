//! The overview: what its rows show, and which number of a row is selected.

use std::collections::HashMap;

use super::list::List;
use crate::analysis::counts::PeriodCounts;
use crate::analysis::off_target::OffTarget;
use crate::analysis::summary::SummaryRow;
use crate::analysis::trend::TrendRow;
use crate::domain::id::Id;
use crate::domain::period::Period;

/// The overview.
#[derive(Clone, Debug, Default)]
pub struct Overview {
    /// Its rows.
    pub list: List,
    /// For which state of the file, and which period, its values were made
    /// ([`super::State::generation`]); `None` before it was ever shown.
    pub made_for: Option<u64>,
    /// The sections, from the top: heading and rows.
    pub sections: Vec<Section>,
    /// What the rows show, with the place of their section.
    pub lines: HashMap<Id, (usize, OverviewLine)>,
    /// The periods of the high-risk trend, the oldest first.
    pub periods: Vec<Period>,
    /// Which number of a row of counts is selected: one of the ratings, from the left, or behind them
    /// the total.
    pub number: usize,
}

/// A section of the overview.
#[derive(Clone, Debug, Default)]
pub struct Section {
    /// Its heading.
    pub title: String,
    /// Its rows.
    pub rows: Vec<Id>,
}

/// What a row of the overview shows.
#[derive(Clone, Debug)]
pub enum OverviewLine {
    /// The rating counts of a period.
    Counts {
        /// The counts.
        counts: PeriodCounts,
        /// The largest total of the table: its bar fills the room.
        most: usize,
    },
    /// High-risk priorities over the last periods.
    Trend {
        /// Their codes.
        codes: String,
        /// The title of the first.
        title: String,
        /// How they stood.
        row: TrendRow,
    },
    /// A priority of the summary sheet.
    Priority(SummaryRow),
    /// A judgement.
    Judgement {
        /// The grade, as it stands.
        grade: String,
        /// What was judged, by whom and when.
        title: String,
        /// Whether it limits the overall grade.
        limiting: bool,
    },
    /// An indicator off its target.
    Indicator {
        /// Where it stands.
        off: OffTarget,
        /// Its code.
        code: String,
        /// Its title.
        title: String,
        /// The result, with its unit.
        result: String,
        /// The target, with its unit.
        target: String,
    },
    /// What changed since the period before.
    Change {
        /// The code of the record; empty where it has none.
        code: String,
        /// What it was and is, of which part, and the title.
        said: String,
        /// Whether it is for the better, where that can be said.
        better: Option<bool>,
    },
}

impl Overview {
    /// What the selected row shows.
    pub fn selected(&self) -> Option<&OverviewLine> {
        let selected = self.list.selected.as_ref()?;
        self.lines.get(selected).map(|(_, line)| line)
    }

    /// How many numbers the selected row has, where it is one of counts: the ratings and the total.
    pub fn numbers(&self) -> Option<usize> {
        match self.selected()? {
            OverviewLine::Counts { counts, .. } => Some(counts.counts.len() + 1),
            _ => None,
        }
    }
}
