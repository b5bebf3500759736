//! Recommendations with their routes and what became of them.

use super::Recipe;
use super::chance::{Chance, Stream};
use super::names::{BOARDS, MONITORS, board_of, indicator_id, priority_id, recommendation_id};
use super::prose;
use crate::domain::choice::Choice;
use crate::domain::id::Id;
use crate::domain::number::Number;
use crate::domain::plan::Role;
use crate::domain::recommendation::{
    Decision, Recommendation, RecommendationUpdate, Response, Route, RouteFrequency, RouteKind,
    Urgency, Via,
};
use crate::domain::stated::Stated;

/// Who asks.
const ASKED_BY: [&str; 3] = [
    "Joint Review 2008",
    "Annual Inspection 2009",
    "Scrutiny Inquiry 2009",
];

/// The recommendation of a number.
pub(super) fn make(recipe: Recipe, number: u32) -> Recommendation {
    let mut chance = Chance::of(recipe, Stream::Recommendation, number);
    let priority = chance.below(recipe.priorities);
    let board = BOARDS.get(board_of(priority)).map(|(id, _)| Id::new(id));
    let urgency = [Urgency::Immediate, Urgency::SixMonths, Urgency::LongerTerm];
    let urgency = urgency.get(chance.below(3) as usize).copied();
    Recommendation {
        id: recommendation_id(number),
        code: format!("JR {}", number + 1),
        number: (number + 1).to_string(),
        asked_by: chance.one(&ASKED_BY).to_owned(),
        heading: prose::aim(&mut chance),
        text: format!(
            "The council should act at once. {}",
            prose::outcome(&mut chance)
        ),
        urgency: urgency.map(Choice::from),
        officers: vec![prose::officer(&mut chance, Role::Lead)],
        boards: board.into_iter().collect(),
        made: Stated::new("2009-06-15"),
        routes: routes(recipe, priority, &mut chance),
        response: Some(Response {
            decision: Some(Choice::from(if chance.percent(85) {
                Decision::Accepted
            } else {
                Decision::Partly
            })),
            text: prose::deed(&mut chance),
            by: prose::service(&mut chance),
            approved: "2009-08".to_owned(),
            ..Response::default()
        }),
        updates: updates(&mut chance),
        ..Recommendation::default()
    }
}

/// Most are monitored directly, some through a priority or a group alone, and a few not at all.
fn routes(recipe: Recipe, priority: u32, chance: &mut Chance) -> Vec<Route> {
    let mut routes = Vec::new();
    let kind = chance.below(10);
    if kind < 6 {
        let indicator = priority * super::INDICATORS + chance.below(super::INDICATORS);
        let via = Via {
            indicator: indicator_id(indicator),
            ..Via::default()
        };
        routes.push(route("route-1", RouteKind::Direct, via, "quarterly"));
    }
    if kind < 9 {
        let via = match MONITORS.get(chance.below(8) as usize) {
            Some((_, monitor, ..)) => Via {
                monitor: Id::new(monitor),
                ..Via::default()
            },
            None => Via {
                priority: priority_id(recipe, priority),
                ..Via::default()
            },
        };
        routes.push(route("route-2", RouteKind::Indirect, via, "quarterly"));
    }
    routes
}

fn route(id: &str, kind: RouteKind, via: Via, every: &str) -> Route {
    Route {
        id: Id::new(id),
        kind: Some(Choice::from(kind)),
        via: Some(via),
        frequency: Some(RouteFrequency {
            every: every.to_owned(),
            ..RouteFrequency::default()
        }),
        ..Route::default()
    }
}

/// The stages that the board gave, a half-year apart.
fn updates(chance: &mut Chance) -> Vec<RecommendationUpdate> {
    let stages: &[u32] = match chance.below(5) {
        0 => &[6, 4, 2],
        1 => &[4, 4, 4],
        2 => &[6, 6, 4],
        3 => &[4, 5, 4],
        _ => &[6, 4, 3],
    };
    let dates = ["2009-12", "2010-06", "2010-10"];
    let mut updates = Vec::new();
    for (place, (at, stage)) in dates.iter().zip(stages).enumerate() {
        updates.push(RecommendationUpdate {
            id: Id::new(&format!("u{}", place + 1)),
            at: (*at).to_owned(),
            text: prose::deed(chance),
            stage: Number::new(f64::from(*stage)),
            ..RecommendationUpdate::default()
        });
    }
    updates
}
