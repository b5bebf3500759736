//! What an action's timescale says: the last days meant, whether it is open-ended, and a status.
//!
//! Imports the standard library, [`Day`] and [`Period`]. The text itself stays with the action; this
//! reads it afresh, so nothing here needs to be stored. What cannot be read is never guessed.

mod scan;

use crate::domain::day::Day;
use crate::domain::period::Period;
use crate::domain::token::Tokens;

/// A status that a timescale says in words, for an action that has none set.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ImpliedStatus {
    /// `On hold` (paper 001, line 823).
    OnHold,
    /// `Completed` (paper 001, line 982).
    Completed,
}

/// A timescale as understood. Nothing understood is the default.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Reading {
    /// The last days meant, earliest first, each once: `September 2009 & 2010` means two.
    pub dates: Vec<Day>,
    /// Whether it is ongoing, and so never overdue.
    pub open_ended: bool,
    /// The status that the words give.
    pub status: Option<ImpliedStatus>,
    /// Whether only a part could be read: a date beside the others does not exist or lacks its year,
    /// or one of several things is completed and the text does not say which.
    pub partly: bool,
}

impl Reading {
    /// Whether anything was understood.
    #[must_use]
    pub fn is_understood(&self) -> bool {
        !self.dates.is_empty() || self.open_ended || self.status.is_some()
    }
}

/// Reads a timescale. `context` is the period of the tracker that it stands in.
///
/// Each date is the last day meant, and of a range only its end counts:
/// - a month, quarter, half, financial or academic year: its last day; a year alone: 31 December;
/// - `start of` one: its first month's last day; `early`, `mid`: the end of its first or second
///   third (of a month, the 10th and the 20th); `late` and `end of` change nothing;
/// - spring, summer, autumn, winter: the last day of May, August, November, February;
///   with `term`: of April, July and December;
/// - a quarter, month, day or term without a year: the first after the context's last day; without
///   a context it is not understood.
///
/// `Ongoing` anywhere makes it open-ended. `On hold` anywhere is a status; `Completed` is one where
/// it opens a clause (`to be completed` is not) and at most one date stands beside it.
#[must_use]
pub fn read(text: &str, context: Option<Period>) -> Reading {
    let tokens = Tokens::of(text);
    let hits = scan::hits(&tokens, context);
    let mut dates: Vec<Day> = hits.iter().flatten().copied().collect();
    dates.sort_unstable();
    dates.dedup();
    let places = || 0..tokens.len();
    let completed = places().any(|at| says_completed(&tokens, at));
    let status = if places().any(|at| says_on_hold(&tokens, at)) {
        Some(ImpliedStatus::OnHold)
    } else {
        (completed && dates.len() <= 1).then_some(ImpliedStatus::Completed)
    };
    let mut reading = Reading {
        dates,
        open_ended: places().any(|at| says_ongoing(&tokens, at)),
        status,
        partly: false,
    };
    let unread = hits.iter().any(Option::is_none) || (completed && reading.status.is_none());
    reading.partly = unread && reading.is_understood();
    reading
}

/// `Ongoing`, `on-going`, `on going`.
fn says_ongoing(tokens: &Tokens, at: usize) -> bool {
    let parted = tokens.is_word(at, &["on"])
        && (tokens.is_word(at + 1, &["going"])
            || (tokens.is_mark(at + 1, &['-']) && tokens.is_word(at + 2, &["going"])));
    tokens.is_word(at, &["ongoing"]) || parted
}

fn says_on_hold(tokens: &Tokens, at: usize) -> bool {
    let denied = at
        .checked_sub(1)
        .is_some_and(|before| tokens.is_word(before, &["not", "longer"]));
    let dashed = tokens.is_mark(at + 1, &['-']);
    let hold_at = if dashed { at + 2 } else { at + 1 };
    tokens.is_word(at, &["on"]) && tokens.is_word(hold_at, &["hold"]) && !denied
}

fn says_completed(tokens: &Tokens, at: usize) -> bool {
    let opens = at
        .checked_sub(1)
        .is_none_or(|before| tokens.mark(before).is_some());
    opens && tokens.is_word(at, &["completed", "complete"]) && !tokens.is_word(at + 1, &["by"])
}

#[cfg(test)]
mod tests;
