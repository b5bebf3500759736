//! All dates that moved, and what that comes to for each officer and board.

use std::collections::HashMap;

use super::slippage;
use crate::analysis::boards::{boards_of, shows};
use crate::analysis::index::Index;
use crate::analysis::moment::Moment;
use crate::analysis::tracker::tracker;
use crate::domain::action::{Action, Milestone, Slip, Timescale};
use crate::domain::id::{Id, RecordRef};
use crate::domain::kind::Kind;
use crate::domain::period::Period;
use crate::domain::plan::Officer;
use crate::domain::stated::Stated;
use crate::domain::workspace::Workspace;

/// An action, or a milestone of one, whose date moved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Slipped {
    /// The action.
    pub record: RecordRef,
    /// The milestone's text; empty where it is the action's own date.
    pub part: String,
    /// Every date that it had, in words, the first one first and the present one last.
    pub dates: Vec<String>,
    /// The reason that was given last; empty where none was.
    pub why: String,
    /// How often it moved.
    pub moves: usize,
    /// From the first date to the present one; negative where it was brought forward, none where one of
    /// the two cannot be read.
    pub days: Option<i64>,
    /// Who has to do with it.
    pub officers: Vec<String>,
    /// The boards that it is relevant to.
    pub boards: Vec<Id>,
}

/// What moved dates come to for an officer or a board.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SlippageTotal<K> {
    /// Whose they are.
    pub of: K,
    /// The places of what slipped, in the list that was added up.
    pub slipped: Vec<usize>,
    /// How often dates moved.
    pub moves: usize,
    /// By how many days altogether; what cannot be read adds nothing.
    pub days: i64,
    /// How many of them cannot be put in days.
    pub unread: usize,
}

/// Every date that moved by the moment, in the file's order; of one board where one is named. A move
/// whose day nobody wrote down counts in every period.
pub fn slipped(
    workspace: &Workspace,
    index: &Index,
    moment: Moment,
    board: Option<&Id>,
) -> Vec<Slipped> {
    let moved = workspace
        .actions
        .iter()
        .flat_map(|action| slipped_of(workspace, index, moment, action));
    moved.filter(|it| shows(board, &it.boards)).collect()
}

/// The dates of one action that moved by the moment: its own, and those of its milestones.
pub fn slipped_of(
    workspace: &Workspace,
    index: &Index,
    moment: Moment,
    action: &Action,
) -> Vec<Slipped> {
    let own = action.timescale.as_ref().map(|it| (None, it));
    let parts = action.milestones.iter();
    let parts = parts.filter_map(|it| Some((Some(it), it.timescale.as_ref()?)));
    let all = own.into_iter().chain(parts);
    let moved = all.filter(|(_, timescale)| !timescale.was.is_empty());
    let record = RecordRef::new(Kind::Action, &action.id);
    let told = moved.filter_map(|(milestone, timescale)| {
        let timescale = as_known(timescale, moment)?;
        let slip = slippage(&timescale, context(action, moment)).unwrap_or_default();
        let texts = timescale.was.iter().map(|slip| slip.text.clone());
        Some(Slipped {
            record: record.clone(),
            part: milestone.map_or(String::new(), |it| it.text.clone()),
            why: why(&timescale),
            moves: slip.moves,
            days: slip.days,
            officers: officers(workspace, moment, action, milestone),
            boards: boards_of(workspace, index, &record),
            dates: texts.chain([words(&timescale)]).collect(),
        })
    });
    told.collect()
}

/// The timescale as it stood at the moment: a later move had not happened. None where none had.
fn as_known(timescale: &Timescale, moment: Moment) -> Option<Timescale> {
    let later = |slip: &Slip| {
        let on = slip.on.read().zip(moment.today);
        on.is_some_and(|(on, today)| on > today)
    };
    let known = timescale.was.iter().take_while(|slip| !later(slip)).count();
    if known == 0 {
        return None;
    }
    let mut then = timescale.clone();
    if let Some(next) = timescale.was.get(known) {
        then.text.clone_from(&next.text);
        then.dates.clear();
        then.was.truncate(known);
    }
    Some(then)
}

/// The tracker period that the words are of: the newest one known.
fn context(action: &Action, moment: Moment) -> Option<Period> {
    let periods = action.trackers.iter().filter_map(Stated::read);
    periods
        .filter(|period| moment.knows(*period))
        .max()
        .or(moment.period)
}

fn words(timescale: &Timescale) -> String {
    if !timescale.text.is_empty() {
        return timescale.text.clone();
    }
    let days = timescale.dates.iter().map(|day| day.text().to_owned());
    days.collect::<Vec<_>>().join(", ")
}

fn why(timescale: &Timescale) -> String {
    let mut newest_first = timescale.was.iter().rev().map(|slip| slip.why.trim());
    newest_first
        .find(|why| !why.is_empty())
        .unwrap_or_default()
        .to_owned()
}

/// Those of the milestone, else those of the action, else who leads its priority.
fn officers(
    workspace: &Workspace,
    moment: Moment,
    action: &Action,
    milestone: Option<&Milestone>,
) -> Vec<String> {
    let lead = || {
        let priority = workspace.priorities.get(action.priority.as_str())?;
        tracker(priority, moment).lead(moment)
    };
    let own = milestone.map_or(&[][..], |it| &it.officers);
    let own: Vec<&Officer> = match (own, action.officers.as_slice()) {
        ([], []) => lead().into_iter().collect(),
        ([], action) => action.iter().collect(),
        (own, _) => own.iter().collect(),
    };
    let names = own.into_iter().map(|officer| officer.called().to_owned());
    names.filter(|name| !name.is_empty()).collect()
}

/// What slipped, added up for each officer, the most days first; under an empty name what nobody is
/// named for. What several have to do with counts with each.
pub fn by_officer(slipped: &[Slipped]) -> Vec<SlippageTotal<String>> {
    totals(slipped, |it| it.officers.clone())
}

/// The same for each board.
pub fn by_board(slipped: &[Slipped]) -> Vec<SlippageTotal<Id>> {
    totals(slipped, |it| it.boards.clone())
}

fn totals<K: Clone + Default + Eq + std::hash::Hash + Ord>(
    slipped: &[Slipped],
    keys: impl Fn(&Slipped) -> Vec<K>,
) -> Vec<SlippageTotal<K>> {
    let mut totals: HashMap<K, SlippageTotal<K>> = HashMap::new();
    for (place, it) in slipped.iter().enumerate() {
        let mut keys = keys(it);
        keys.sort();
        keys.dedup();
        if keys.is_empty() {
            keys.push(K::default());
        }
        for key in keys {
            let total = totals.entry(key.clone()).or_insert(SlippageTotal {
                of: key,
                slipped: Vec::new(),
                moves: 0,
                days: 0,
                unread: 0,
            });
            total.slipped.push(place);
            total.moves += it.moves;
            total.days += it.days.unwrap_or(0);
            total.unread += usize::from(it.days.is_none());
        }
    }
    let mut totals: Vec<SlippageTotal<K>> = totals.into_values().collect();
    totals.sort_by(|one, other| {
        (other.days, other.moves, &one.of).cmp(&(one.days, one.moves, &other.of))
    });
    totals
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::field::In;
    use crate::domain::json::Json;

    fn read(text: &str) -> Workspace {
        Json::parse(text).unwrap().to::<In<Workspace>>().unwrap().0
    }

    fn found(workspace: &Workspace, period: Option<&str>) -> Vec<Slipped> {
        let moment = Moment::new(workspace, period.and_then(Period::read), None);
        slipped(workspace, &Index::new(workspace), moment, None)
    }

    /// The revised dates of the Quarter 2 trackers: the summit (one move, paper 001), the accreditation and
    /// the work with young fathers (two moves), none of them with the day of the move.
    #[test]
    fn the_sample_has_the_revised_dates_of_its_papers() {
        let sample = read(include_str!("../../../sample-data/leeds.json"));
        let found = found(&sample, None);
        let said: Vec<(usize, usize)> = found.iter().map(|it| (it.moves, it.dates.len())).collect();
        assert_eq!(said.iter().map(|(moves, _)| moves).sum::<usize>(), 4);
        assert!(said.iter().all(|(moves, dates)| moves + 1 == *dates));
        let total = by_board(&found);
        assert_eq!(total.len(), 1);
        assert_eq!((total[0].of.as_str(), total[0].moves), ("children", 4));
    }

    #[test]
    fn moves_are_added_up_by_officer_and_board_as_they_stood() {
        let workspace = read(
            r#"{"current_period":"2010/11 Q2","as_of":"2010-11-10",
            "priorities":[{"id":"p","boards":["x","y"],"officers":[{"role":"lead","post":"Lead"}]}],
            "actions":[
                {"id":"a","priority":"p","trackers":["2010/11 Q2"],"officers":[{"post":"Clerk"}],
                 "timescale":{"text":"31 December 2010","was":[
                    {"text":"31 August 2010","on":"2010-08-20","why":"staff"},{"text":"30 November 2010","on":"2010-10-20"}]},
                 "milestones":[{"id":"m","text":"Part","officers":[{"post":"Clerk"},{"post":"Aide"}],
                    "timescale":{"text":"when ready","was":[{"text":"June 2010"}]}}]},
                {"id":"b","priority":"p","timescale":{"text":"1 June 2010","was":[{"text":"30 June 2010","on":"2010-05-01"}]}},
                {"id":"still","priority":"p","timescale":{"text":"1 June 2010"}}]}"#,
        );
        let line = |it: &Slipped| {
            let days = it.days.map_or("?".to_owned(), |days| days.to_string());
            format!(
                "{}{} {} in {days} [{}] {}",
                it.record.id,
                it.part,
                it.moves,
                it.dates.join(" > "),
                it.why
            )
        };
        let lines = |period: Option<&str>| {
            found(&workspace, period)
                .iter()
                .map(line)
                .collect::<Vec<_>>()
        };
        assert_eq!(
            lines(None),
            [
                "a 2 in 122 [31 August 2010 > 30 November 2010 > 31 December 2010] staff",
                "aPart 1 in ? [June 2010 > when ready] ",
                "b 1 in -29 [30 June 2010 > 1 June 2010] ",
            ]
        );
        assert_eq!(
            lines(Some("2010/11 Q1")),
            [
                "aPart 1 in ? [June 2010 > when ready] ",
                "b 1 in -29 [30 June 2010 > 1 June 2010] "
            ]
        );
        let now = found(&workspace, None);
        let officers = by_officer(&now);
        let said: Vec<_> = officers
            .iter()
            .map(|it| (it.of.as_str(), it.moves, it.days, it.unread))
            .collect();
        assert_eq!(
            said,
            [("Clerk", 3, 122, 1), ("Aide", 1, 0, 1), ("Lead", 1, -29, 0)]
        );
        let boards = by_board(&now);
        let said: Vec<_> = boards
            .iter()
            .map(|it| (it.of.as_str(), it.moves, it.days))
            .collect();
        assert_eq!(said, [("x", 4, 93), ("y", 4, 93)]);
    }
}
