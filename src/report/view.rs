//! The derived views of a workspace as documents: exceptions, summary, counts, trend, recommendations,
//! coverage, programme, highlights, changes, slippage, what falls due.
//!
//! `analysis` works the values out; a [`View`] narrows them to a board and to the records that fit a
//! query, once, so that a document and a command's JSON always say the same.

mod cells;
mod changes;
mod counts;
mod coverage;
mod due;
mod exceptions;
mod highlight;
mod programme;
mod recommendations;
mod slippage;
mod summary;
mod trend;

pub use changes::changes_report;
pub use counts::counts_report;
pub use coverage::coverage_report;
pub use due::due_report;
pub use exceptions::exceptions_report;
pub use highlight::highlight_report;
pub use programme::programme_report;
pub use recommendations::{SourceGroup, by_source, recommendations_report};
pub use slippage::slippage_report;
pub use summary::summary_report;
pub use trend::trend_report;

use std::collections::HashSet;
use std::sync::Arc;

use super::dates::day_text;
use super::document::{Document, Fact};
use super::programme::board_title;
use crate::analysis::boards::{boards_of, shows};
use crate::analysis::changes::{Change, Seen, changes};
use crate::analysis::counts::{CountsTable, counts_over_periods};
use crate::analysis::coverage::{Gap, gaps};
use crate::analysis::due::{Due, due};
use crate::analysis::exceptions::{Exceptions, exceptions};
use crate::analysis::highlight::{Highlights, highlights};
use crate::analysis::index::Index;
use crate::analysis::moment::Moment;
use crate::analysis::programme::{Programme, programme};
use crate::analysis::slippage::{Slipped, slipped};
use crate::analysis::summary::{SummaryTheme, summary};
use crate::analysis::trend::{Trend, trend};
use crate::domain::id::{Id, RecordRef};
use crate::domain::kind::Kind;
use crate::domain::recommendation::Recommendation;
use crate::domain::workspace::Workspace;

/// What a report is of.
#[derive(Clone, Copy, Debug)]
pub struct View<'a> {
    /// The workspace.
    pub workspace: &'a Workspace,
    /// Its references.
    pub index: &'a Index,
    /// The period and day in view.
    pub moment: Moment,
    /// The board; none for all.
    pub board: Option<&'a Id>,
    /// The query with the records that fit it; none for all records.
    pub query: Option<(&'a str, &'a HashSet<RecordRef>)>,
}

impl View<'_> {
    /// Whether a record fits the query.
    pub fn fits(&self, record: &RecordRef) -> bool {
        self.query.is_none_or(|(_, fits)| fits.contains(record))
    }

    /// Whether a record fits the query and is relevant to the board.
    pub fn holds(&self, record: &RecordRef) -> bool {
        self.fits(record) && shows(self.board, &boards_of(self.workspace, self.index, record))
    }

    /// What needs attention.
    pub fn exceptions(&self) -> Exceptions {
        let mut found = exceptions(self.workspace, self.index, self.moment, self.board);
        found.lines.retain(|line| self.fits(&line.record));
        found
    }

    /// The summary sheet.
    pub fn summary(&self) -> Vec<SummaryTheme> {
        let mut themes = summary(self.workspace, self.index, self.moment, self.board);
        for theme in &mut themes {
            theme.rows.retain(|row| self.fits(&row.record));
        }
        themes.retain(|theme| !theme.rows.is_empty());
        themes
    }

    /// The rating counts over the periods. Under a query only the trackers that fit it are counted, and
    /// nothing that was published.
    pub fn counts(&self) -> Vec<CountsTable> {
        let mut tables = counts_over_periods(self.workspace, self.index, self.moment, self.board);
        if self.query.is_some() {
            for table in &mut tables {
                let rows = table.rows.iter();
                table.rows = rows
                    .filter_map(|row| row.narrowed(|record| self.fits(record)))
                    .collect();
            }
            tables.retain(|table| !table.rows.is_empty());
        }
        tables
    }

    /// The high-risk trend: the rows of which a priority fits.
    pub fn trend(&self) -> Trend {
        let mut found = trend(self.workspace, self.index, self.moment, self.board);
        found
            .rows
            .retain(|row| row.priorities.iter().any(|record| self.fits(record)));
        found
    }

    /// The recommendations in the file's order.
    pub fn recommendations(&self) -> Vec<&Recommendation> {
        let all = self.workspace.recommendations.iter().map(Arc::as_ref);
        let held = all.filter(|it: &&Recommendation| {
            self.holds(&RecordRef::new(Kind::Recommendation, &it.id))
        });
        held.collect()
    }

    /// The gaps in the monitoring of recommendations.
    pub fn gaps(&self) -> Vec<Gap> {
        let mut found = gaps(self.workspace, self.index, self.moment, self.board);
        found.retain(|gap| self.fits(&gap.recommendation));
        found
    }

    /// What falls due, by day.
    pub fn due(&self) -> Vec<Due> {
        let mut found = due(self.workspace, self.index, self.moment, self.board);
        found.retain(|it| self.fits(&it.record));
        found
    }

    /// The work programme. A query narrows its items, groups and decisions; meetings stay.
    pub fn programme(&self) -> Programme {
        let mut found = programme(self.workspace, self.board);
        let keep = |kind: Kind, ids: &mut Vec<Id>| {
            ids.retain(|id| self.fits(&RecordRef::new(kind, id)));
        };
        for meeting in &mut found.meetings {
            keep(Kind::Item, &mut meeting.items);
        }
        keep(Kind::Item, &mut found.unscheduled);
        keep(Kind::Group, &mut found.groups);
        keep(Kind::Decision, &mut found.decisions);
        found
    }

    /// The highlights of the period.
    pub fn highlights(&self) -> Highlights {
        let mut found = highlights(self.workspace, self.index, self.moment, self.board);
        found.issues.retain(|record| self.fits(record));
        for (_, lines) in &mut found.missed {
            lines.retain(|line| self.fits(&line.record));
        }
        found.missed.retain(|(_, lines)| !lines.is_empty());
        found.quality.retain(|line| self.fits(&line.record));
        found.dual.retain(|(record, _)| self.fits(record));
        found
    }

    /// What changed since an earlier moment.
    pub fn changes(&self, before: Moment) -> Vec<Change> {
        let seen = |moment| Seen {
            workspace: self.workspace,
            index: self.index,
            moment,
        };
        let mut found = changes(seen(before), seen(self.moment), self.board);
        found.retain(|change| self.fits(&change.record));
        found
    }

    /// The dates that moved.
    pub fn slipped(&self) -> Vec<Slipped> {
        let mut found = slipped(self.workspace, self.index, self.moment, self.board);
        found.retain(|it| self.fits(&it.record));
        found
    }

    /// A document with its title, and below it what it is of.
    fn document(&self, title: &str) -> Document {
        let mut document = Document::about("", title);
        let mut facts = Vec::new();
        if !self.workspace.title.is_empty() {
            facts.push(Fact::plain("Workspace", self.workspace.title.as_str()));
        }
        let today = self.moment.today.map(day_text);
        match (self.moment.period, today) {
            (Some(period), Some(today)) => {
                facts.push(Fact::plain("Period", format!("{period}, as of {today}")));
            }
            (Some(period), None) => facts.push(Fact::plain("Period", period.to_string())),
            (None, Some(today)) => facts.push(Fact::plain("As of", today)),
            (None, None) => {}
        }
        if let Some(board) = self.board {
            facts.push(Fact::plain("Board", board_title(self.workspace, board)));
        }
        if let Some((query, _)) = self.query {
            facts.push(Fact::plain("Where", query));
        }
        document.facts(facts);
        document
    }
}

#[cfg(test)]
mod tests;
