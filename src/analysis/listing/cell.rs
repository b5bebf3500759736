//! What a column says of a record, and where that puts it among others.
//!
//! One function gives both, so that a list is sorted by what it shows. Words of a choice sort by what they
//! mean (red before green, missed before met), codes by their numbers, dates by their days.

mod indicator;
mod people;
mod priority;
mod work;

use super::Column;
use crate::analysis::boards::boards_of;
use crate::analysis::index::Index;
use crate::analysis::moment::Moment;
use crate::analysis::naming::{code_of, title_of};
use crate::analysis::updated::last_said;
use crate::domain::code;
use crate::domain::day::Day;
use crate::domain::id::{Id, RecordRef};
use crate::domain::kind::Kind;
use crate::domain::number::Number;
use crate::domain::period::Period;
use crate::domain::rating::Rating;
use crate::domain::workspace::Workspace;

use indicator::of_indicator;
use people::officer;
use priority::of_priority;
use work::{of_action, of_recommendation, when_of};

/// What records are looked at in.
#[derive(Clone, Copy)]
pub struct Seen<'a> {
    /// The workspace.
    pub workspace: &'a Workspace,
    /// Its references.
    pub index: &'a Index,
    /// The moment in view.
    pub moment: Moment,
}

/// What a column says of a record.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Cell {
    /// In words; empty for nothing.
    pub text: String,
    /// Where that puts it; `None` puts it last.
    pub key: Option<SortKey>,
}

/// A value by which records are put in order. Those of one column are of one sort.
#[derive(Clone, Debug, PartialEq, PartialOrd)]
pub enum SortKey {
    /// By number.
    Number(Number),
    /// By day.
    Day(Day),
    /// By letters and the numbers among them: NI 45 before NI 117.
    Letters(Vec<(String, u64)>),
}

impl Cell {
    fn text(text: impl Into<String>) -> Self {
        let text = text.into();
        let key = (!text.is_empty()).then(|| SortKey::Letters(code::in_order(&text)));
        Self { text, key }
    }

    fn ranked(text: impl Into<String>, rank: Option<usize>) -> Self {
        Self {
            text: text.into(),
            key: rank.and_then(count_key),
        }
    }

    /// A count; none is blank.
    fn count(count: usize) -> Self {
        let text = if count == 0 {
            String::new()
        } else {
            count.to_string()
        };
        Self::ranked(text, Some(count))
    }

    fn day(text: impl Into<String>, day: Option<Day>) -> Self {
        Self {
            text: text.into(),
            key: day.map(SortKey::Day),
        }
    }

    fn number(text: impl Into<String>, number: Option<Number>) -> Self {
        Self {
            text: text.into(),
            key: number.map(SortKey::Number),
        }
    }
}

fn count_key(count: usize) -> Option<SortKey> {
    let small = u32::try_from(count).unwrap_or(u32::MAX);
    Number::new(f64::from(small)).map(SortKey::Number)
}

/// What a column says of a record; nothing where records of its kind have no such thing.
pub fn cell(seen: Seen<'_>, record: &RecordRef, column: Column) -> Cell {
    match column {
        Column::Code => Cell::text(own_code(seen, record)),
        Column::Title => Cell::text(title_of(seen.workspace, record, seen.moment)),
        Column::Officer => Cell::text(officer(seen, record).0),
        Column::Organisation => Cell::text(officer(seen, record).1),
        Column::Board => Cell::text(boards(seen, record)),
        Column::Updated => {
            let last = last_said(seen.workspace, record, seen.moment);
            let text = last.map_or_else(String::new, |period| period.to_string());
            Cell::day(text, last.map(Period::last))
        }
        _ => of_kind(seen, record, column),
    }
}

fn of_kind(seen: Seen<'_>, record: &RecordRef, column: Column) -> Cell {
    let workspace = seen.workspace;
    let id = record.id.as_str();
    let found = match record.kind {
        Kind::Theme => (column == Column::Count).then(|| in_theme(seen, record)),
        Kind::Priority => {
            let found = workspace.priorities.get(id);
            found.map(|priority| of_priority(seen, priority, column))
        }
        Kind::Indicator => {
            let found = workspace.indicators.get(id);
            found.map(|indicator| of_indicator(seen, indicator, column))
        }
        Kind::Action => {
            let found = workspace.actions.get(id);
            found.map(|action| of_action(seen, action, column))
        }
        Kind::Recommendation => {
            let found = workspace.recommendations.get(id);
            found.map(|asked| of_recommendation(seen, asked, column))
        }
        Kind::Item | Kind::Group | Kind::Decision => {
            (column == Column::Due).then(|| when_of(seen, record))
        }
        _ => None,
    };
    found.unwrap_or_default()
}

/// The code, and nothing where a record has none.
fn own_code(seen: Seen<'_>, record: &RecordRef) -> String {
    let code = code_of(seen.workspace, record, seen.moment);
    if code != record.id.as_str() {
        return code;
    }
    let asked = seen.workspace.recommendations.get(record.id.as_str());
    let number = asked.filter(|_| record.kind == Kind::Recommendation);
    number.map_or_else(String::new, |it| it.number.clone())
}

fn in_theme(seen: Seen<'_>, record: &RecordRef) -> Cell {
    Cell::count(seen.index.priorities_under(&record.id).len())
}

fn on_day(day: Option<Day>) -> Cell {
    Cell::day(day.map_or_else(String::new, |day| day.to_string()), day)
}

fn rated(rating: Option<Rating>, text: Option<&str>) -> Cell {
    let letter = rating.map(Rating::letter).or(text).unwrap_or_default();
    let place = rating.and_then(|rating| Rating::ALL.iter().position(|it| *it == rating));
    Cell::ranked(letter, place)
}

fn boards(seen: Seen<'_>, record: &RecordRef) -> String {
    let boards = boards_of(seen.workspace, seen.index, record);
    let called = boards.iter().map(Id::as_str);
    called.collect::<Vec<_>>().join(", ")
}
