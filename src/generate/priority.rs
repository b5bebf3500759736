//! Priorities with their trackers.

use super::Recipe;
use super::calendar::{QUARTERS, after, period};
use super::chance::{Chance, Stream};
use super::course::{Course, course};
use super::names::{
    BOARDS, board_of, indicator_id, priority_code, priority_id, theme_code, theme_of,
};
use super::prose;
use crate::domain::choice::Choice;
use crate::domain::id::Id;
use crate::domain::plan::{Officer, Role};
use crate::domain::priority::{
    Achievement, Approval, FormerCode, Link, Priority, Risk, Strength, Update,
};
use crate::domain::rating::Rating;

/// The priority of a number.
pub(super) fn make(recipe: Recipe, number: u32) -> Priority {
    let mut chance = Chance::of(recipe, Stream::Priority, number);
    let course = course(recipe, number);
    let title = prose::aim(&mut chance);
    let officers = officers(&mut chance);
    let former = chance.percent(15).then(|| FormerCode {
        code: priority_code(recipe, number, b'p'),
        r#in: period("2008/09"),
        ..FormerCode::default()
    });
    Priority {
        id: priority_id(recipe, number),
        code: priority_code(recipe, number, b'a'),
        former_codes: former.into_iter().collect(),
        theme: Id::slug(&theme_code(theme_of(recipe, number))),
        why: format!(
            "{title} was asked for in the plan. {}",
            prose::outcome(&mut chance)
        ),
        title,
        boards: BOARDS
            .get(board_of(number))
            .map(|(id, _)| Id::new(id))
            .into_iter()
            .collect(),
        high_risk: chance.percent(12).then_some(true),
        indicators: indicators(number, &course, &mut chance),
        links: links(&mut chance),
        updates: updates(&course, &officers, &mut chance),
        officers,
        ..Priority::default()
    }
}

fn officers(chance: &mut Chance) -> Vec<Officer> {
    let mut officers = vec![
        prose::officer(chance, Role::Lead),
        prose::officer(chance, Role::AccountableOfficer),
        prose::officer(chance, Role::AccountableDirector),
    ];
    for _ in 0..chance.below(3) {
        officers.push(prose::officer(chance, Role::Contributor));
    }
    officers.extend((0..chance.below(3)).map(|_| prose::partner(chance)));
    officers
}

/// Its own indicators, and sometimes one of a neighbour, which fares as the neighbour does.
fn indicators(number: u32, course: &Course, chance: &mut Chance) -> Vec<Id> {
    let own = number * super::INDICATORS;
    let mut indicators: Vec<Id> = (own..own + super::INDICATORS).map(indicator_id).collect();
    let red = course
        .last()
        .is_some_and(|(rating, _)| *rating == Rating::Red);
    if red && number > 0 && chance.percent(30) {
        indicators.push(indicator_id(own - 1));
    }
    indicators
}

fn links(chance: &mut Chance) -> Vec<Link> {
    let link = |chance: &mut Chance| Link {
        plan: Id::new("partners-plan"),
        r#ref: format!("{}.{}", chance.between(1, 9), chance.between(1, 12)),
        strength: Some(Choice::from(Strength::Related)),
        ..Link::default()
    };
    (0..chance.below(3)).map(|_| link(chance)).collect()
}

fn updates(course: &Course, officers: &[Officer], chance: &mut Chance) -> Vec<Update> {
    let mut updates = Vec::with_capacity(QUARTERS.len());
    for (place, (quarter, (rating, direction))) in QUARTERS.iter().zip(course).enumerate() {
        let is_current = place + 1 == QUARTERS.len();
        let achievements = (1..=chance.between(1, 2)).map(|number| Achievement {
            id: Id::new(&format!("a{number}")),
            text: prose::deed(chance),
            ..Achievement::default()
        });
        let achievements = achievements.collect();
        let risks = (1..=chance.below(3)).map(|number| Risk {
            id: Id::new(&format!("r{number}")),
            text: prose::hurdle(chance),
            ..Risk::default()
        });
        let risks = risks.collect();
        updates.push(Update {
            period: period(quarter),
            rating: Some(Choice::from(*rating)),
            direction: Some(Choice::from(*direction)),
            summary: prose::assessment(chance, *rating),
            achievements,
            risks,
            approvals: approvals(quarter, is_current, officers, chance),
            ..Update::default()
        });
    }
    updates
}

/// The officer's signature, then the director's; those of the current quarter are not all there yet.
fn approvals(
    quarter: &str,
    is_current: bool,
    officers: &[Officer],
    chance: &mut Chance,
) -> Vec<Approval> {
    let by = |role: Role| {
        let known = |officer: &&Officer| officer.role == Some(Choice::from(role));
        let post = officers.iter().find(known).map(|officer| &officer.post);
        post.cloned().unwrap_or_default()
    };
    let approval = |role: &str, by: String, days: u32| Approval {
        role: role.to_owned(),
        by: vec![by],
        on: after(quarter, days),
        ..Approval::default()
    };
    let officer = approval(
        "officer",
        by(Role::AccountableOfficer),
        chance.between(10, 25),
    );
    let director = approval(
        "director",
        by(Role::AccountableDirector),
        chance.between(26, 40),
    );
    match is_current {
        true if chance.percent(40) => Vec::new(),
        true if chance.percent(50) => vec![officer],
        _ if officer.by == director.by => vec![officer],
        _ => vec![officer, director],
    }
}
