//! How a priority fares, quarter by quarter: what its ratings, figures and actions have in common.

use super::Recipe;
use super::calendar::QUARTERS;
use super::chance::{Chance, Stream};
use crate::domain::rating::{Direction, Rating};

/// Rating and direction of a priority in each quarter.
pub(super) type Course = [(Rating, Direction); QUARTERS.len()];

/// The ratings, worst first.
const SCALE: [Rating; 3] = [Rating::Red, Rating::Amber, Rating::Green];

/// How a priority fares. Ratings stay more often than they move, and move by one step.
pub(super) fn course(recipe: Recipe, priority: u32) -> Course {
    let mut chance = Chance::of(recipe, Stream::Course, priority);
    let mut place = chance.below(3) as usize;
    let mut course = [(Rating::Amber, Direction::Static); QUARTERS.len()];
    for step in &mut course {
        let before = place;
        match chance.below(100) {
            0..=14 => place = place.saturating_sub(1),
            15..=34 => place = (place + 1).min(SCALE.len() - 1),
            _ => {}
        }
        let direction = match place.cmp(&before) {
            std::cmp::Ordering::Less => Direction::Deteriorating,
            std::cmp::Ordering::Greater => Direction::Improving,
            std::cmp::Ordering::Equal if chance.percent(30) => Direction::Improving,
            std::cmp::Ordering::Equal => Direction::Static,
        };
        *step = (
            SCALE.get(place).copied().unwrap_or(Rating::Amber),
            direction,
        );
    }
    course
}

/// Where a priority stands now.
pub(super) fn rating_now(recipe: Recipe, priority: u32) -> Rating {
    course(recipe, priority)
        .last()
        .map_or(Rating::Amber, |(rating, _)| *rating)
}
