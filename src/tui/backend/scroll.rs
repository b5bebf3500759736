//! Finding rows that only moved, so that the terminal can move them itself.
//!
//! A list over the full width that scrolls by one line then costs one new row instead of all of
//! them.

use std::collections::HashMap;
use std::hash::{BuildHasher, RandomState};

use super::grid::{Glyph, Grid};

/// Rows `top..=bottom` move up by `lines` (down if negative).
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Scroll {
    pub(super) top: u16,
    pub(super) bottom: u16,
    pub(super) lines: i32,
}

/// A move that may save bytes. Only a guess from counting glyphs: the caller writes the frame both
/// ways and sends the shorter.
pub(super) fn find(shown: &Grid, wanted: &Grid) -> Option<Scroll> {
    let changed = rows(wanted)
        .filter(|y| shown.row(*y) != wanted.row(*y))
        .count();
    if changed < 3 {
        return None;
    }
    let lines = likeliest_shift(shown, wanted)?;
    // What each row saves if the row that is to come there is moved there.
    let gains: Vec<i64> = rows(wanted)
        .map(|y| match moved_from(y, lines, wanted) {
            Some(from) => {
                difference(shown.row(y), wanted.row(y)) - difference(shown.row(from), wanted.row(y))
            }
            None => i64::from(i32::MIN),
        })
        .collect();
    let (first, last) = best_run(&gains)?;
    let (first, last) = (u16::try_from(first).ok()?, u16::try_from(last).ok()?);
    let (top, bottom) = if lines > 0 {
        (first, moved_from(last, lines, wanted)?)
    } else {
        (moved_from(first, lines, wanted)?, last)
    };
    Some(Scroll { top, bottom, lines })
}

fn rows(grid: &Grid) -> std::ops::Range<u16> {
    0..grid.size.height
}

/// The row that comes to stand at `y`, if there is one.
fn moved_from(y: u16, lines: i32, grid: &Grid) -> Option<u16> {
    u16::try_from(i32::from(y) + lines)
        .ok()
        .filter(|from| *from < grid.size.height)
}

/// By how many rows most of the rows moved (up is positive), if any did.
fn likeliest_shift(shown: &Grid, wanted: &Grid) -> Option<i32> {
    let hasher = RandomState::new();
    let mut places: HashMap<u64, Vec<u16>> = HashMap::new();
    for y in rows(shown).filter(|y| !shown.row(*y).iter().all(Glyph::is_blank)) {
        places
            .entry(hasher.hash_one(shown.row(y)))
            .or_default()
            .push(y);
    }
    let mut votes: HashMap<i32, i32> = HashMap::new();
    for y in rows(wanted).filter(|y| shown.row(*y) != wanted.row(*y)) {
        // A row that stands in many places says nothing.
        for from in places
            .get(&hasher.hash_one(wanted.row(y)))
            .filter(|places| places.len() < 4)
            .into_iter()
            .flatten()
        {
            *votes.entry(i32::from(*from) - i32::from(y)).or_default() += 1;
        }
    }
    let (lines, count) = votes
        .into_iter()
        .max_by_key(|(lines, count)| (*count, -lines.abs(), *lines))?;
    (count >= 2 && lines != 0).then_some(lines)
}

/// The run of rows with the greatest gain, first and last.
fn best_run(gains: &[i64]) -> Option<(usize, usize)> {
    let mut best: Option<(i64, usize, usize)> = None;
    let (mut sum, mut start) = (0, 0);
    for (y, gain) in gains.iter().enumerate() {
        if sum <= 0 {
            (sum, start) = (0, y);
        }
        sum += gain;
        if sum > best.map_or(0, |(most, ..)| most) {
            best = Some((sum, start, y));
        }
    }
    best.map(|(_, first, last)| (first, last))
}

fn difference(from: &[Glyph], to: &[Glyph]) -> i64 {
    let count = from.iter().zip(to).filter(|(a, b)| a != b).count();
    i64::try_from(count).unwrap_or(i64::MAX)
}
