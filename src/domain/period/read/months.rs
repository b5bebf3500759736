//! Months as people string them together: `Apr-Dec 2007`, `Sept & Oct 2010`, `Jan 2006/07`.

use super::Years;
use crate::domain::period::Period;
use crate::domain::token::Tokens;

/// One month of a run.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Stop {
    /// 1 to 12.
    pub month: u8,
    /// The year, where one is written or a neighbour gives it.
    pub year: Option<i16>,
    /// Whether the run goes on to the next as to its end: `October 2010 – March 2011`.
    pub ranged: bool,
}

/// More months than any cell strings together; beyond it another run begins.
const LONGEST: usize = 24;

/// The months of one run, and the place after it.
pub(crate) fn run(tokens: &Tokens, start: usize) -> Option<(Vec<Stop>, usize)> {
    let mut stops = Vec::new();
    let mut at = start;
    loop {
        let month = tokens.month(at)?;
        let (year, next) = match year_after(tokens, at) {
            Some((year, next)) => (Some(year.of(month)), next),
            None => (None, at + 1),
        };
        let ranged = tokens.is_range_join(next) || tokens.is_mark(next, &['/']);
        let joined = if ranged {
            Some(next + 1)
        } else {
            tokens.after_list_join(next)
        };
        let goes_on =
            joined.filter(|further| tokens.month(*further).is_some() && stops.len() + 1 < LONGEST);
        stops.push(Stop {
            month,
            year,
            ranged: ranged && goes_on.is_some(),
        });
        let Some(further) = goes_on else {
            give_years(&mut stops);
            return Some((stops, next));
        };
        at = further;
    }
}

/// The period that a run is: one month, a range, or months that follow one another.
pub(super) fn period(tokens: &Tokens, start: usize) -> Option<(Period, usize)> {
    let (stops, next) = run(tokens, start)?;
    let months: Option<Vec<(i16, u8)>> = stops
        .iter()
        .map(|stop| Some((stop.year?, stop.month)))
        .collect();
    let months = months?;
    let (&from, &to) = (months.first()?, months.last()?);
    let ranges = stops.iter().filter(|stop| stop.ranged).count();
    let in_sequence = || {
        months
            .iter()
            .zip(months.iter().skip(1))
            .all(|(one, two)| following(*one) == *two)
    };
    let period = match stops.len() {
        1 => Period::Month {
            year: from.0,
            month: from.1,
        },
        2 if ranges == 1 => span(from, to),
        _ if ranges == 0 && in_sequence() => span(from, to),
        _ => return None,
    };
    Some((period, next))
}

fn span(from: (i16, u8), to: (i16, u8)) -> Period {
    if from.0 == to.0 && from.1 == 1 && to.1 == 12 {
        return Period::CalendarYear(from.0);
    }
    Period::Span { from, to }
}

fn following((year, month): (i16, u8)) -> (i16, u8) {
    if month == 12 {
        (year.saturating_add(1), 1)
    } else {
        (year, month + 1)
    }
}

/// A year as it stands behind a month.
#[derive(Debug, Clone, Copy)]
enum Year {
    Plain(i16),
    /// `Jan 2006/07` (paper 003, line 293) is the January in that financial year.
    Financial(i16),
}

impl Year {
    fn of(self, month: u8) -> i16 {
        match self {
            Self::Plain(year) => year,
            Self::Financial(first) if month >= 4 => first,
            Self::Financial(first) => first.saturating_add(1),
        }
    }
}

/// The year behind the month at a place, and the place after it.
fn year_after(tokens: &Tokens, month_at: usize) -> Option<(Year, usize)> {
    let shortened = tokens.word(month_at).is_some_and(|word| word.len() <= 4);
    let dotted = shortened && tokens.is_mark(month_at + 1, &['.']);
    let mark_at = if dotted { month_at + 2 } else { month_at + 1 };
    let parted = tokens.is_mark(mark_at, &['-', '\'', '\u{2019}', ',', '/']);
    let at = if parted { mark_at + 1 } else { mark_at };
    if let Some(years) = Years::at(tokens, at).filter(|years| years.is_one() && !years.like_month) {
        return Some((Year::Financial(years.first), years.next));
    }
    let number = tokens.number(at)?;
    if let Some(year) = number.year() {
        return Some((Year::Plain(year), at + 1));
    }
    let year = number.short_year()?;
    // In `7 May 19 June`, `March 31 2011` and `May 12. June 2010` the number is a day or a marker.
    let another = tokens.month(at + 1).is_some() || tokens.number(at + 1).is_some();
    let marker = tokens.is_mark(at + 1, &['.', ')', '/']) && tokens.month(at + 2).is_some();
    let loose = !parted || tokens.is_mark(mark_at, &[',', '/']);
    (!(loose && (another || marker))).then_some((Year::Plain(year), at + 1))
}

/// A month with no year of its own takes the year that puts it before the next one that has one,
/// else after the one before.
fn give_years(stops: &mut [Stop]) {
    let mut later: Option<(i16, u8)> = None;
    for stop in stops.iter_mut().rev() {
        stop.year = stop.year.or_else(|| {
            let (year, month) = later?;
            Some(if stop.month <= month {
                year
            } else {
                year.saturating_sub(1)
            })
        });
        later = stop.year.map(|year| (year, stop.month));
    }
    let mut earlier: Option<(i16, u8)> = None;
    for stop in stops {
        stop.year = stop.year.or_else(|| {
            let (year, month) = earlier?;
            Some(if stop.month >= month {
                year
            } else {
                year.saturating_add(1)
            })
        });
        earlier = stop.year.map(|year| (year, stop.month));
    }
}
