//! What stands around the long lists: boards, plans, themes, published counts, the programme.

use super::Recipe;
use super::calendar::{QUARTERS, TODAY, period};
use super::chance::{Chance, Stream};
use super::course::course;
use super::names::{BOARDS, MONITORS, board_of, priority_id, theme_code, theme_title, themes};
use super::prose;
use crate::domain::choice::Choice;
use crate::domain::day::Day;
use crate::domain::field::TextMap;
use crate::domain::id::Id;
use crate::domain::indicator::Tolerance;
use crate::domain::number::Number;
use crate::domain::plan::{Board, Highlight, Monitor, PeriodTotals, Plan, PublishedRatings, Theme};
use crate::domain::programme::{ForwardDecision, Group, ITEM_TYPES, Item, Programme};
use crate::domain::rating::Rating;
use crate::domain::recommendation::Judgement;
use crate::domain::records::Records;
use crate::domain::stated::Stated;
use crate::domain::workspace::Workspace;

/// The months in which boards meet: a year of the programme.
const MEETINGS: u32 = 12;

/// The programme of any workspace fits a year: no more items than this.
const MOST_ITEMS: u32 = 500;

/// The workspace without its long lists.
pub(super) fn frame(recipe: Recipe) -> Workspace {
    let mut chance = Chance::of(recipe, Stream::Frame, 0);
    Workspace {
        title: format!("Synthetic plan of {} priorities", recipe.priorities),
        organisation: "A made-up council".to_owned(),
        current_period: period(QUARTERS.last().copied().unwrap_or_default()),
        as_of: Stated::new(TODAY),
        ratings: [Rating::Red, Rating::Amber, Rating::Green]
            .map(Choice::from)
            .to_vec(),
        tolerance: Some(Tolerance {
            percent: Number::new(5.0),
            ..Tolerance::default()
        }),
        abbreviations: TextMap(vec![(
            "SEN".to_owned(),
            "special educational needs".to_owned(),
        )]),
        boards: boards(),
        plans: plans(),
        monitors: monitors(),
        periods: totals(recipe),
        themes: all_themes(recipe),
        judgements: judgements(&mut chance),
        programme: Some(programme(recipe, &mut chance)),
        ..Workspace::empty()
    }
}

/// One in twenty priorities is put forward in the current quarter.
pub(super) fn highlights(recipe: Recipe) -> impl Iterator<Item = Highlight> {
    let priorities = (0..recipe.priorities).step_by(20);
    priorities.zip(1_u32..).map(move |(priority, number)| {
        let mut chance = Chance::of(recipe, Stream::Frame, number);
        Highlight {
            id: Id::new(&format!("highlight-{number}")),
            period: period(QUARTERS.last().copied().unwrap_or_default()),
            heading: prose::aim(&mut chance),
            text: prose::deed(&mut chance),
            boards: BOARDS
                .get(board_of(priority))
                .map(|(id, _)| Id::new(id))
                .into_iter()
                .collect(),
            concerns: vec![format!("priority:{}", priority_id(recipe, priority))],
            ..Highlight::default()
        }
    })
}

/// The day of a month's meeting: the second Thursday or so.
fn meeting(board: usize, month: u32) -> Option<Day> {
    let first = Day::new(2010, 7, 8)?;
    let later = i32::try_from(month).unwrap_or(0);
    let day = i64::try_from(board).unwrap_or(0) * 5;
    Some(first.plus_months(later).plus_days(day))
}

fn boards() -> Records<Board> {
    let board = |(place, (id, title)): (usize, &(&str, &str))| Board {
        id: Id::new(id),
        title: (*title).to_owned(),
        meets: (0..MEETINGS)
            .filter_map(|month| meeting(place, month))
            .map(Stated::from)
            .collect(),
        ..Board::default()
    };
    Records::new(BOARDS.iter().enumerate().map(board).collect())
}

fn plans() -> Records<Plan> {
    let plan = |id: &str, title: &str| Plan {
        id: Id::new(id),
        title: title.to_owned(),
        from: Stated::new("2008-04-01"),
        to: Stated::new("2011-03-31"),
        ..Plan::default()
    };
    Records::new(vec![
        plan("council-plan", "Council Plan"),
        plan("partners-plan", "Partners' Plan"),
    ])
}

fn monitors() -> Records<Monitor> {
    let monitor = |(kind, id, title, meets): &(&str, &str, &str, &str)| Monitor {
        id: Id::new(id),
        kind: (*kind).to_owned(),
        title: (*title).to_owned(),
        meets: (*meets).to_owned(),
        ..Monitor::default()
    };
    Records::new(MONITORS.iter().map(monitor).collect())
}

/// The counts as a report would have published them: counted, since everything here agrees.
fn totals(recipe: Recipe) -> Records<PeriodTotals> {
    let mut counts = [[[0_u32; 3]; BOARDS.len()]; QUARTERS.len()];
    for priority in 0..recipe.priorities {
        let course = course(recipe, priority);
        for ((rating, _), boards) in course.iter().zip(&mut counts) {
            let place = match rating {
                Rating::Red => 0,
                Rating::Green => 2,
                _ => 1,
            };
            let board = boards.get_mut(board_of(priority));
            if let Some(count) = board.and_then(|board| board.get_mut(place)) {
                *count += 1;
            }
        }
    }
    let published = |((id, _), [red, amber, green]): (&(&str, &str), &[u32; 3])| PublishedRatings {
        board: Id::new(id),
        red: Number::new(f64::from(*red)),
        amber: Number::new(f64::from(*amber)),
        green: Number::new(f64::from(*green)),
        ..PublishedRatings::default()
    };
    let totals = |(quarter, boards): (&&str, &[[u32; 3]; BOARDS.len()])| PeriodTotals {
        period: period(quarter),
        published_ratings: BOARDS.iter().zip(boards).map(published).collect(),
        ..PeriodTotals::default()
    };
    Records::new(QUARTERS.iter().zip(&counts).map(totals).collect())
}

fn all_themes(recipe: Recipe) -> Records<Theme> {
    let theme = |number: u32| Theme {
        id: Id::slug(&theme_code(number)),
        code: theme_code(number),
        title: theme_title(number),
        plan: Id::new("council-plan"),
        ..Theme::default()
    };
    Records::new((0..themes(recipe)).map(theme).collect())
}

fn judgements(chance: &mut Chance) -> Records<Judgement> {
    let subjects = [
        "Overall effectiveness",
        "Safeguarding",
        "Leadership",
        "Value for money",
    ];
    let mut judgements = Vec::new();
    for (number, subject) in (1..).zip(subjects) {
        judgements.push(Judgement {
            id: Id::new(&format!("judgement-{number}")),
            body: "The inspectorate".to_owned(),
            subject: subject.to_owned(),
            grade: Number::new(f64::from(chance.between(2, 4))),
            at: "2010-10-05".to_owned(),
            ..Judgement::default()
        });
    }
    Records::new(judgements)
}

fn programme(recipe: Recipe, chance: &mut Chance) -> Programme {
    let count = (recipe.priorities / 5).clamp(6, MOST_ITEMS);
    let mut items = Vec::new();
    for number in 0..count {
        let board = chance.below(3) as usize;
        let day = meeting(board, chance.below(MEETINGS)).filter(|_| chance.percent(90));
        let kind = ITEM_TYPES.get(chance.below(6) as usize);
        items.push(Item {
            id: Id::new(&format!("item-{}", number + 1)),
            board: BOARDS
                .get(board)
                .map_or_else(Id::default, |(id, _)| Id::new(id)),
            meeting: day.map_or_else(Stated::default, Stated::from),
            title: prose::aim(chance),
            description: prose::deed(chance),
            types: kind
                .map(|(code, _)| (*code).to_owned())
                .into_iter()
                .collect(),
            ..Item::default()
        });
    }
    let groups = (1..=4).map(|number| Group {
        id: Id::new(&format!("group-{number}")),
        title: prose::task(chance),
        position: prose::deed(chance),
        ..Group::default()
    });
    let groups = groups.collect();
    let decisions = (1..=6).map(|number| ForwardDecision {
        id: Id::new(&format!("decision-{number}")),
        title: prose::task(chance),
        maker: "Executive Board".to_owned(),
        expected: meeting(0, 6 + number % 6).map_or_else(Stated::default, Stated::from),
        ..ForwardDecision::default()
    });
    Programme {
        items: Records::new(items),
        decisions: Records::new(decisions.collect()),
        groups: Records::new(groups),
        ..Programme::default()
    }
}
