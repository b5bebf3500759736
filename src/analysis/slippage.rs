//! Dates that moved: how often, and by how many days (`domain.md` §4).

mod totals;

pub use totals::{SlippageTotal, Slipped, by_board, by_officer, slipped, slipped_of};

use super::deadline::when;
use crate::domain::action::Timescale;
use crate::domain::period::Period;

/// What became of a date.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Slippage {
    /// How often it moved.
    pub moves: usize,
    /// From the first last day to the present one; negative where it was brought forward, none where
    /// one of the two cannot be read.
    pub days: Option<i64>,
}

/// How a timescale moved; `None` where it never did. `context` is the tracker period of the words.
pub fn slippage(timescale: &Timescale, context: Option<Period>) -> Option<Slippage> {
    let first = timescale.was.first()?;
    let as_timescale = |text: &str| Timescale {
        text: text.to_owned(),
        ..Timescale::default()
    };
    let first = when(&as_timescale(&first.text), context)
        .dates
        .last()
        .copied();
    let present = when(timescale, context).dates.last().copied();
    let days = first
        .zip(present)
        .map(|(first, present)| first.days_until(present));
    Some(Slippage {
        moves: timescale.was.len(),
        days,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::action::Slip;

    fn moved(was: &[&str], now: &str) -> Timescale {
        let slip = |text: &&str| Slip {
            text: (*text).to_owned(),
            ..Slip::default()
        };
        Timescale {
            text: now.to_owned(),
            was: was.iter().map(slip).collect(),
            ..Timescale::default()
        }
    }

    #[test]
    fn moves_are_counted_and_days_go_from_the_first_date_to_the_present_one() {
        for (was, now, expected) in [
            (&[][..], "Nov 2010", None),
            (&["Sep 2010"], "Nov 2010 (revised)", Some((1, Some(61)))),
            (&["Sep 2010", "Oct 2010"], "Dec 2010", Some((2, Some(92)))),
            (&["Dec 2010"], "Nov 2010", Some((1, Some(-31)))),
            (&["when ready"], "Nov 2010", Some((1, None))),
        ] {
            let found = slippage(&moved(was, now), None).map(|it| (it.moves, it.days));
            assert_eq!(found, expected, "{was:?} -> {now}");
        }
    }
}
