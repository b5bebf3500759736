//! The high-risk priorities over the last five periods (paper 001, lines 666 to 676).

use std::collections::{BTreeSet, HashSet};

use super::boards::shows;
use super::counts::is_retired;
use super::index::Index;
use super::joint::{holder, update_in};
use super::moment::Moment;
use crate::domain::choice::Choice;
use crate::domain::id::{Id, RecordRef};
use crate::domain::kind::Kind;
use crate::domain::period::Period;
use crate::domain::priority::Priority;
use crate::domain::rating::{Direction, Rating};
use crate::domain::workspace::Workspace;

/// How many periods the trend goes back, the one in view included.
pub const PERIODS: usize = 5;

/// The high-risk priorities over the last periods.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Trend {
    /// The periods, oldest first: the last five of the same kind as the one in view in which a high-risk
    /// priority was tracked.
    pub periods: Vec<Period>,
    /// One row a priority; those that had one tracker in any of the periods share a row, as they do in
    /// the paper.
    pub rows: Vec<TrendRow>,
}

/// A row of the trend.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TrendRow {
    /// The priority; first the one with which a joint tracker stands.
    pub priorities: Vec<RecordRef>,
    /// For each period how they stood: nothing where there was no tracker, one entry where they
    /// stood alike.
    pub cells: Vec<Vec<TrendEntry>>,
}

/// How priorities stood in a period.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TrendEntry {
    /// Which of the row.
    pub of: Vec<RecordRef>,
    /// The rating, where one of the scale is recorded.
    pub rating: Option<Rating>,
    /// The direction of travel, where one is recorded.
    pub direction: Option<Direction>,
}

/// The trend at a moment; of one board where one is named.
pub fn trend(workspace: &Workspace, index: &Index, moment: Moment, board: Option<&Id>) -> Trend {
    let is_risky = |it: &&Priority| {
        it.high_risk == Some(true) && shows(board, &it.boards) && !is_retired(it, moment)
    };
    let risky: Vec<&Priority> = workspace
        .priorities
        .iter()
        .map(|it| &**it)
        .filter(is_risky)
        .collect();
    let periods = last_periods(&risky, moment);
    let mut trend = Trend {
        rows: Vec::new(),
        periods,
    };
    let mut placed: HashSet<&Id> = HashSet::new();
    for priority in &risky {
        if placed.contains(&priority.id) {
            continue;
        }
        let row = together(workspace, index, priority, &risky, &trend.periods);
        placed.extend(row.iter().map(|it| &it.id));
        let cells = trend.periods.iter();
        let cells = cells.map(|period| cell(workspace, index, &row, *period));
        trend.rows.push(TrendRow {
            cells: cells.collect(),
            priorities: row.iter().map(|it| record(it)).collect(),
        });
    }
    trend
}

fn record(priority: &Priority) -> RecordRef {
    RecordRef::new(Kind::Priority, &priority.id)
}

/// The last periods with a tracker of these priorities, and the one in view.
fn last_periods(risky: &[&Priority], moment: Moment) -> Vec<Period> {
    let fits = |period: &Period| {
        let alike = |own: Period| own.same_kind(*period);
        moment.knows(*period) && moment.period.is_none_or(alike)
    };
    let updates = risky.iter().flat_map(|it| &it.updates);
    let told = updates.filter_map(|update| update.period.read());
    let all: BTreeSet<Period> = told.chain(moment.period).filter(fits).collect();
    let skipped = all.len().saturating_sub(PERIODS);
    all.into_iter().skip(skipped).collect()
}

/// A priority with those that shared its tracker in one of the periods, the holder first.
fn together<'a>(
    workspace: &'a Workspace,
    index: &Index,
    priority: &'a Priority,
    risky: &[&'a Priority],
    periods: &[Period],
) -> Vec<&'a Priority> {
    let held_by = |it: &'a Priority| {
        let mut newest_first = periods.iter().rev();
        newest_first.find_map(|period| holder(workspace, index, it, Some(*period)))
    };
    let first = held_by(priority)
        .filter(|holder| risky.iter().any(|it| it.id == holder.id))
        .unwrap_or(priority);
    let served: HashSet<&Id> = periods
        .iter()
        .filter_map(|period| update_in(first, Some(*period)))
        .flat_map(|update| &update.joint_with)
        .collect();
    let others = risky.iter().copied();
    let others = others.filter(|it| it.id != first.id && served.contains(&it.id));
    std::iter::once(first).chain(others).collect()
}

fn cell(
    workspace: &Workspace,
    index: &Index,
    row: &[&Priority],
    period: Period,
) -> Vec<TrendEntry> {
    let mut entries: Vec<TrendEntry> = Vec::new();
    for priority in row {
        let own = update_in(priority, Some(period));
        let shared = || {
            let holder = holder(workspace, index, priority, Some(period))?;
            update_in(holder, Some(period))
        };
        let Some(update) = own.or_else(shared) else {
            continue;
        };
        let rating = update.rating.as_ref().and_then(Choice::known);
        let direction = update.direction.as_ref().and_then(Choice::known);
        let alike = entries
            .iter_mut()
            .find(|it| it.rating == rating && it.direction == direction);
        match alike {
            Some(entry) => entry.of.push(record(priority)),
            None => entries.push(TrendEntry {
                of: vec![record(priority)],
                rating,
                direction,
            }),
        }
    }
    entries
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::field::In;
    use crate::domain::json::Json;

    fn read(text: &str) -> Workspace {
        Json::parse(text).unwrap().to::<In<Workspace>>().unwrap().0
    }

    fn said(workspace: &Workspace, period: Option<&str>) -> Vec<String> {
        let moment = Moment::new(workspace, period.and_then(Period::read), None);
        let trend = trend(workspace, &Index::new(workspace), moment, None);
        let entry = |it: &TrendEntry| {
            let rating = it.rating.map_or("", Rating::letter);
            format!("{rating}{}", it.direction.map_or("?", Direction::sign))
        };
        let row = |row: &TrendRow| {
            let ids: Vec<&str> = row.priorities.iter().map(|it| it.id.as_str()).collect();
            let cells = row.cells.iter();
            let cells = cells.map(|cell| {
                let entries: Vec<String> = cell.iter().map(entry).collect();
                if entries.is_empty() {
                    ".".to_owned()
                } else {
                    entries.join("&")
                }
            });
            format!("{}: {}", ids.join("+"), cells.collect::<Vec<_>>().join(" "))
        };
        trend.rows.iter().map(row).collect()
    }

    /// Paper 001, lines 670 to 673: three rows over five quarters, the joint tracker of HW-3a and HW-1e on
    /// one of them although it was split in the last. The text keeps the level arrows (`=`) and loses
    /// those that rise; the ratings of the last quarter are in the trackers' words.
    #[test]
    fn the_trend_of_the_sample_has_the_rows_and_level_arrows_of_the_paper() {
        let sample = read(include_str!("../../sample-data/leeds.json"));
        assert_eq!(
            said(&sample, None),
            [
                "teenage-conception: ? ? ? = =",
                "safeguarding-vulnerable+assessment-care-management: = ? ? ? A+",
                "vulnerable-groups-eet: = = ? = R+",
            ]
        );
    }

    #[test]
    fn priorities_that_part_stand_beside_each_other_where_they_differ() {
        let workspace = read(
            r#"{"current_period":"2010/11 Q2","priorities":[
            {"id":"b","high_risk":true,"updates":[{"period":"2010/11 Q2","rating":"amber","direction":"static"}]},
            {"id":"a","high_risk":true,"updates":[
                {"period":"2010/11 Q1","rating":"red","direction":"improving","joint_with":["b","calm"]},
                {"period":"2010/11 Q2","rating":"red"}]},
            {"id":"calm"},
            {"id":"over","high_risk":true,"retired_from":"2010/11 Q1","updates":[{"period":"2009/10 Q4","rating":"red"}]},
            {"id":"yearly","high_risk":true,"updates":[{"period":"2009/10","rating":"red"}]}]}"#,
        );
        assert_eq!(said(&workspace, None), ["a+b: R+ R?&A=", "yearly: . ."]);
        assert_eq!(
            said(&workspace, Some("2010/11 Q1")),
            ["a+b: R+", "yearly: ."]
        );
        // Over five quarters back it is not shown.
        let long = (1..=4).flat_map(|year| {
            (1..=4).map(move |quarter| {
                format!(
                    r#"{{"period":"200{year}/0{} Q{quarter}","rating":"green"}}"#,
                    year + 1
                )
            })
        });
        let long: Vec<String> = long.collect();
        let workspace = read(&format!(
            r#"{{"current_period":"2004/05 Q4","priorities":[{{"id":"a","high_risk":true,"updates":[{}]}}]}}"#,
            long.join(",")
        ));
        assert_eq!(said(&workspace, None), ["a: G? G? G? G? G?"]);
    }
}
