//! Chance that is the same in every run: each record has a stream of its own.

use fastrand::Rng;

use super::Recipe;

/// What a stream is for, so that no two records share one.
#[derive(Clone, Copy, Debug)]
pub(super) enum Stream {
    Frame,
    Course,
    Priority,
    Indicator,
    Action,
    Recommendation,
}

/// A stream of random numbers. Only numbers of a fixed width are drawn, which are the same on every
/// machine.
pub(super) struct Chance(Rng);

impl Chance {
    /// The stream of one record.
    pub fn of(recipe: Recipe, stream: Stream, number: u32) -> Self {
        let own = (u64::from(stream as u8) << 32) | u64::from(number);
        // An odd number spreads neighbours over the whole range.
        let spread = own.wrapping_add(1).wrapping_mul(0x9E37_79B9_7F4A_7C15);
        Self(Rng::with_seed(recipe.seed ^ spread))
    }

    /// A number below `end`; zero where there is none.
    pub fn below(&mut self, end: u32) -> u32 {
        if end == 0 { 0 } else { self.0.u32(0..end) }
    }

    /// A number from `first` to `last`.
    pub fn between(&mut self, first: u32, last: u32) -> u32 {
        first + self.below(last.saturating_sub(first) + 1)
    }

    /// True so many times in a hundred.
    pub fn percent(&mut self, percent: u32) -> bool {
        self.below(100) < percent
    }

    /// One of a list; `""` of an empty one.
    pub fn one<'a>(&mut self, list: &[&'a str]) -> &'a str {
        let count = u32::try_from(list.len()).unwrap_or(u32::MAX);
        list.get(self.below(count) as usize).copied().unwrap_or("")
    }
}
