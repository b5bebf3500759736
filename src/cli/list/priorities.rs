//! Priorities: rating, direction, code, title, and how their indicators and actions stand.

use std::sync::Arc;

use crate::analysis::tracker::{Tally, Tracker, tracker};
use crate::cli::desk::Desk;
use crate::cli::json::Object;
use crate::cli::record::head;
use crate::cli::table::{Column, Table};
use crate::domain::id::RecordRef;
use crate::domain::priority::Priority;
use crate::domain::rating::{Direction, Rating};

const COLUMNS: &[Column] = &[
    Column::Left,
    Column::Left,
    Column::Left,
    Column::Left,
    Column::Title,
    Column::Right,
    Column::Right,
    Column::Right,
    Column::Right,
];

fn find<'a>(desk: &'a Desk, record: &RecordRef) -> Option<&'a Arc<Priority>> {
    desk.workspace.priorities.get(record.id.as_str())
}

/// Rating as letter and word, direction, code, title, counts; zeros stay blank.
pub(super) fn table(desk: &Desk, records: &[RecordRef], _: Option<usize>) -> Table<'static> {
    let mut table = Table::new(COLUMNS);
    for priority in records.iter().filter_map(|record| find(desk, record)) {
        let then = tracker(priority, desk.moment);
        let tally = then.tally(&desk.workspace, desk.moment);
        let late = then.overdue(&desk.workspace, &desk.index, desk.moment);
        let counted = |count: usize, word: &str| match count {
            0 => String::new(),
            count => format!("{count} {word}"),
        };
        let (letter, word) = rating(&then);
        table.row([
            letter.to_owned(),
            word.to_owned(),
            then.direction().map_or("", Direction::sign).to_owned(),
            code(&then).to_owned(),
            then.title.to_owned(),
            counted(tally.met, "ok"),
            counted(tally.close, "near"),
            counted(tally.missed, "miss"),
            counted(late, "late"),
        ]);
    }
    table
}

/// The code of then, or the id where there is none.
fn code<'a>(then: &Tracker<'a>) -> &'a str {
    match then.code {
        "" => then.priority.id.as_str(),
        code => code,
    }
}

/// The letter and word of a rating; a word outside the scale stands as it is.
fn rating<'a>(then: &Tracker<'a>) -> (&'static str, &'a str) {
    match (then.rating(), then.rating_text()) {
        (Some(rating), _) => (rating.letter(), rating.word()),
        (None, Some(text)) => ("?", text),
        (None, None) => ("-", "not rated"),
    }
}

/// A priority as JSON.
pub(super) fn json(desk: &Desk, record: &RecordRef) -> Object {
    let object = head(desk, record);
    let Some(priority) = find(desk, record) else {
        return object;
    };
    let then = tracker(priority, desk.moment);
    let theme = desk.workspace.themes.get(priority.theme.as_str());
    let theme = theme.map_or_else(|| priority.theme.as_str(), |theme| &theme.code);
    object
        .with("theme", &Some(theme).filter(|theme| !theme.is_empty()))
        .with(
            "period",
            &desk.moment.period.map(|period| period.to_string()),
        )
        .with(
            "rating",
            &then.rating().map(Rating::word).or(then.rating_text()),
        )
        .with("direction", &then.direction().map(Direction::word))
        .with("high_risk", &priority.high_risk)
        .with(
            "indicators",
            &tallied(then.tally(&desk.workspace, desk.moment)),
        )
        .with(
            "overdue_actions",
            &then.overdue(&desk.workspace, &desk.index, desk.moment),
        )
}

fn tallied(tally: Tally) -> Object {
    Object::new()
        .with("met", &tally.met)
        .with("close", &tally.close)
        .with("missed", &tally.missed)
        .with("unjudged", &tally.unjudged)
}
