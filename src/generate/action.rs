//! Actions with milestones, timescales and progress.

use super::Recipe;
use super::calendar::{QUARTERS, from_today, period};
use super::chance::{Chance, Stream};
use super::course::rating_now;
use super::names::{action_id, priority_id, recommendation_id};
use super::prose;
use crate::domain::action::{Action, ActionStatus, Milestone, Progress, Slip, Timescale};
use crate::domain::choice::Choice;
use crate::domain::day::Day;
use crate::domain::plan::Role;
use crate::domain::rating::Rating;
use crate::domain::stated::Stated;

/// How an action stands, and how many days from today it is due.
struct Standing {
    status: ActionStatus,
    due: i64,
}

/// The action of a number.
pub(super) fn make(recipe: Recipe, number: u32) -> Action {
    let mut chance = Chance::of(recipe, Stream::Action, number);
    let priority = number / super::ACTIONS;
    let standing = standing(rating_now(recipe, priority), &mut chance);
    let since = QUARTERS.len() - chance.between(1, 4) as usize;
    let carried = QUARTERS.get(since..).unwrap_or_default();
    let asked = chance.percent(25);
    let recommendations = asked.then(|| recommendation_id(chance.below(recipe.recommendations())));
    Action {
        id: action_id(number),
        priority: priority_id(recipe, priority),
        recommendations: recommendations.into_iter().collect(),
        trackers: carried.iter().map(|quarter| period(quarter)).collect(),
        title: prose::task(&mut chance),
        desired_outcome: prose::outcome(&mut chance),
        officers: vec![prose::officer(&mut chance, Role::Lead)],
        milestones: milestones(&standing, &mut chance),
        timescale: from_today(standing.due).map(|due| timescale(due, &mut chance)),
        progress: progress(carried, &standing, &mut chance),
        ..Action::default()
    }
}

/// Nothing is late under a green priority, something may be under an amber one, and much is under a red.
fn standing(rating: Rating, chance: &mut Chance) -> Standing {
    let late = match rating {
        Rating::Green => 0,
        Rating::Amber => 15,
        _ => 40,
    };
    if chance.percent(late) {
        let due = -i64::from(chance.between(5, 60));
        let status = ActionStatus::Delayed;
        return Standing { status, due };
    }
    match chance.below(4) {
        0 => Standing {
            status: ActionStatus::Completed,
            due: -i64::from(chance.between(10, 200)),
        },
        1 => Standing {
            status: ActionStatus::NotStarted,
            due: i64::from(chance.between(60, 400)),
        },
        _ => Standing {
            status: ActionStatus::OnTrack,
            due: i64::from(chance.between(10, 300)),
        },
    }
}

fn timescale(due: Day, chance: &mut Chance) -> Timescale {
    let was = chance.percent(15).then(|| Slip {
        text: in_words(due.plus_months(-3)),
        on: Stated::from(due.plus_days(-120)),
        why: prose::hurdle(chance),
        ..Slip::default()
    });
    Timescale {
        text: in_words(due),
        was: was.into_iter().collect(),
        ..Timescale::default()
    }
}

/// A day as trackers have it: `29 Oct 2010`.
fn in_words(day: Day) -> String {
    format!("{} {}", day.short(), day.year())
}

fn milestones(standing: &Standing, chance: &mut Chance) -> Vec<Milestone> {
    let count = chance.below(4);
    let mut milestones = Vec::new();
    for number in 1..=count {
        // They lead up to the end, a month apart, the last of them with it.
        let due = from_today(standing.due - i64::from(count - number) * 30);
        let passed = standing.due - i64::from(count - number) * 30 < 0;
        let status = match standing.status {
            ActionStatus::Delayed if number == count => ActionStatus::Delayed,
            ActionStatus::Completed => ActionStatus::Completed,
            _ if passed => ActionStatus::Completed,
            _ => ActionStatus::NotStarted,
        };
        milestones.push(Milestone {
            id: crate::domain::id::Id::new(&format!("m{number}")),
            text: prose::task(chance),
            timescale: due.map(|due| Timescale {
                text: in_words(due),
                ..Timescale::default()
            }),
            status: Some(Choice::from(status)),
            ..Milestone::default()
        });
    }
    milestones
}

/// An entry a quarter. What is late was last reviewed before it was due.
fn progress(carried: &[&str], standing: &Standing, chance: &mut Chance) -> Vec<Progress> {
    let mut entries = Vec::new();
    for (place, quarter) in carried.iter().enumerate() {
        let ago = i64::try_from(carried.len() - place).unwrap_or(0) * 91 - 75;
        let is_last = place + 1 == carried.len();
        let reviewed = from_today(-ago.max(5 - standing.due));
        let status = match standing.status {
            ActionStatus::Completed if !is_last => ActionStatus::OnTrack,
            status => status,
        };
        let reviewed = reviewed.filter(|_| is_last);
        entries.push(Progress {
            period: period(quarter),
            text: prose::deed(chance),
            next_steps: if chance.percent(50) {
                prose::task(chance)
            } else {
                String::new()
            },
            status: Some(Choice::from(status)),
            reviewed: reviewed.map_or_else(Stated::default, Stated::from),
            ..Progress::default()
        });
    }
    entries
}
