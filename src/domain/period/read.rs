//! Reads a period out of a cell's words; shared by periods, figures and timescales.

pub(crate) mod months;

use super::Period;
use crate::domain::day::read::{Found, at as day_at};
use crate::domain::token::Tokens;

/// Words that people put before a period and that change nothing about it.
const LEADS: [&str; 14] = [
    "a", "an", "as", "at", "average", "by", "during", "end", "for", "from", "in", "of", "on", "the",
];

/// What a word beside a year says about it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Name {
    Academic,
    Financial,
}

/// The period that the whole text says.
pub(super) fn whole(text: &str) -> Option<Period> {
    let tokens = Tokens::of(text);
    let mut start = 0;
    let mut end = tokens.len();
    while end > start && tokens.is_mark(end - 1, &['.', ',', ';', ':']) {
        end -= 1;
    }
    if end > 1 && tokens.is_mark(0, &['(', '[']) && tokens.is_mark(end - 1, &[')', ']']) {
        (start, end) = (1, end - 1);
    }
    while tokens.is_word(start, &LEADS) {
        start += 1;
    }
    if let Some((period, next)) = at(&tokens, start)
        && next == end
    {
        return Some(period);
    }
    if start + 1 == end {
        return Period::CalendarYear(tokens.number(start)?.year()?).checked();
    }
    match day_at(&tokens, start)? {
        (Found::Day(day), next) if next == end && day == day.month_end() => {
            Period::month_of(day).checked()
        }
        _ => None,
    }
}

/// The period at a place, and the place after it. A year standing alone is not taken here, as any
/// number could be one.
pub(crate) fn at(tokens: &Tokens, start: usize) -> Option<(Period, usize)> {
    let (period, next) = canonical_span(tokens, start)
        .or_else(|| part_first(tokens, start))
        .or_else(|| year_first(tokens, start))
        .or_else(|| calendar(tokens, start))
        .or_else(|| months::period(tokens, start))
        .or_else(|| iso_month(tokens, start))?;
    Some((period.checked()?, next))
}

/// `2010-10..2011-03`, also with `to` between.
fn canonical_span(tokens: &Tokens, start: usize) -> Option<(Period, usize)> {
    let (from, next) = year_month(tokens, start)?;
    let dots = tokens.is_mark(next, &['.']) && tokens.is_mark(next + 1, &['.']);
    let second = match (dots, tokens.is_word(next, &["to"])) {
        (true, _) => next + 2,
        (_, true) => next + 1,
        _ => return None,
    };
    let (to, next) = year_month(tokens, second)?;
    Some((Period::Span { from, to }, next))
}

/// `Q2 2010/11`, `Quarter 4 2008/09`, `Qtr 2 in 2007`, `first half of 2010/11`, `Q4 (08/09)`.
fn part_first(tokens: &Tokens, start: usize) -> Option<(Period, usize)> {
    let (part, next) = part(tokens, start)?;
    let bracketed = tokens.is_mark(next, &['(']);
    let joined = bracketed
        || tokens.is_mark(next, &[',', '-'])
        || tokens.is_word(next, &["of", "in", "for"]);
    let year_at = if joined { next + 1 } else { next };
    let (period, after) = if let Some(years) = Years::at(tokens, year_at) {
        let (name, after) = name(tokens, years.next);
        (name != Some(Name::Academic) && years.is_one()).then_some(())?;
        (part.of_financial(years.first), after)
    } else {
        let year = tokens.number(year_at)?.year()?;
        (part.of_calendar(year)?, year_at + 1)
    };
    match (bracketed, tokens.is_mark(after, &[')'])) {
        (true, true) => Some((period, after + 1)),
        (true, false) => None,
        (false, _) => Some((period, after)),
    }
}

/// `2010/11`, `2010/11 Q2`, `2008/09 academic year`, `ay 08-09`, `Academic years 2009-11`.
fn year_first(tokens: &Tokens, start: usize) -> Option<(Period, usize)> {
    let (before, at) = name(tokens, start);
    let years = Years::at(tokens, at)?;
    let (behind, named_next) = name(tokens, years.next);
    let (name, next) = if before.is_some() {
        (before, years.next)
    } else {
        (behind, named_next)
    };
    if !years.is_one() {
        let first_month = if name? == Name::Academic { 9 } else { 4 };
        let period = Period::Span {
            from: (years.first, first_month),
            to: (years.last, first_month - 1),
        };
        return Some((period, next));
    }
    if name == Some(Name::Academic) {
        return Some((Period::AcademicYear(years.first), next));
    }
    let bracketed = tokens.is_mark(next, &['(']);
    let joined = bracketed || tokens.is_mark(next, &[',', '-']);
    let part_at = if joined { next + 1 } else { next };
    if let Some((part, after)) = part(tokens, part_at) {
        // A quarter beside it makes even `2010-11` a year: no month has quarters.
        return match (bracketed, tokens.is_mark(after, &[')'])) {
            (true, true) => Some((part.of_financial(years.first), after + 1)),
            (true, false) => Some((Period::FinancialYear(years.first), next)),
            (false, _) => Some((part.of_financial(years.first), after)),
        };
    }
    (name.is_some() || !years.like_month).then_some((Period::FinancialYear(years.first), next))
}

/// `2009 Q2`, `calendar year 2007`.
fn calendar(tokens: &Tokens, start: usize) -> Option<(Period, usize)> {
    if tokens.is_word(start, &["calendar"]) {
        let at = if tokens.is_word(start + 1, &["year"]) {
            start + 2
        } else {
            start + 1
        };
        let year = tokens.number(at)?.year()?;
        return Some((Period::CalendarYear(year), at + 1));
    }
    let year = tokens.number(start)?.year()?;
    let (part, next) = part(tokens, start + 1)?;
    Some((part.of_calendar(year)?, next))
}

fn iso_month(tokens: &Tokens, start: usize) -> Option<(Period, usize)> {
    let ((year, month), next) = year_month(tokens, start)?;
    Some((Period::Month { year, month }, next))
}

/// `2010-09`, where no day follows.
fn year_month(tokens: &Tokens, start: usize) -> Option<((i16, u8), usize)> {
    let year = tokens.number(start)?.year()?;
    let month = tokens.number(start + 2)?;
    let day_follows = tokens.is_mark(start + 3, &['-']) && tokens.number(start + 4).is_some();
    if !tokens.is_mark(start + 1, &['-']) || month.width != 2 || month.ordinal || day_follows {
        return None;
    }
    let month = month.small().filter(|month| (1..=12).contains(month))?;
    Some(((year, month), start + 3))
}

/// Two years joined: `2010/11`, `2008/9`, `2009/2010`, `09/010`, `08-09`, `2009-11`.
pub(super) struct Years {
    pub first: i16,
    pub last: i16,
    /// Whether it is written as `YYYY-MM` is.
    pub like_month: bool,
    pub next: usize,
}

impl Years {
    pub fn at(tokens: &Tokens, start: usize) -> Option<Self> {
        let mark = tokens
            .mark(start + 1)
            .filter(|mark| matches!(mark, '/' | '-'))?;
        let (one, two) = (tokens.number(start)?, tokens.number(start + 2)?);
        // With a third part it is a date.
        if two.ordinal
            || (tokens.mark(start + 3) == Some(mark) && tokens.number(start + 4).is_some())
        {
            return None;
        }
        let first = one.year().or_else(|| one.short_year())?;
        let last = match two.width {
            4 => two.year()?,
            1..=3 if two.value < 100 => {
                let in_century = first - first.rem_euclid(100) + i16::try_from(two.value).ok()?;
                if in_century <= first {
                    in_century + 100
                } else {
                    in_century
                }
            }
            _ => return None,
        };
        let like_month =
            mark == '-' && one.width == 4 && two.width <= 2 && (1..=12).contains(&two.value);
        // Further apart than any plan, they are two numbers of something else.
        (1..=10).contains(&(last - first)).then_some(Self {
            first,
            last,
            like_month,
            next: start + 3,
        })
    }

    pub fn is_one(&self) -> bool {
        self.last - self.first == 1
    }
}

/// The word that says what kind of year stands beside it, and the place after it.
fn name(tokens: &Tokens, at: usize) -> (Option<Name>, usize) {
    let year = |at| tokens.is_word(at, &["year", "years", "yr", "yrs"]);
    let after = if year(at + 1) { at + 2 } else { at + 1 };
    match tokens.word(at) {
        Some("ay") => (Some(Name::Academic), at + 1),
        // `academic` alone serves, as the year after it is often cut (paper 001, line 1578).
        Some("academic") => (Some(Name::Academic), after),
        Some("school") if year(at + 1) => (Some(Name::Academic), after),
        Some("financial" | "fiscal" | "municipal") if year(at + 1) => {
            (Some(Name::Financial), after)
        }
        Some("fy" | "year" | "years") => (Some(Name::Financial), at + 1),
        _ => (None, at),
    }
}

/// A quarter or a half of some year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Part {
    Quarter(u8),
    Half(u8),
}

impl Part {
    pub fn of_financial(self, year: i16) -> Period {
        match self {
            Self::Quarter(quarter) => Period::FinancialQuarter { year, quarter },
            Self::Half(half) => Period::FinancialHalf { year, half },
        }
    }

    fn of_calendar(self, year: i16) -> Option<Period> {
        match self {
            Self::Quarter(quarter) => Some(Period::CalendarQuarter { year, quarter }),
            Self::Half(_) => None,
        }
    }
}

/// `Q2`, `Qtr. 3`, `quarter two`, `third quarter`, `H1`, `half 2`, and the place after it.
pub(crate) fn part(tokens: &Tokens, at: usize) -> Option<(Part, usize)> {
    let quarter = |at| tokens.is_word(at, &["q", "qtr", "quarter"]);
    let half = |at| tokens.is_word(at, &["h", "half"]);
    let (number, is_quarter, next) = if quarter(at) || half(at) {
        let dot = tokens.is_mark(at + 1, &['.']);
        let number_at = if dot { at + 2 } else { at + 1 };
        (count(tokens, number_at)?, quarter(at), number_at + 1)
    } else if quarter(at + 1) || half(at + 1) {
        (ordinal(tokens, at)?, quarter(at + 1), at + 2)
    } else {
        return None;
    };
    match (is_quarter, number) {
        (true, 1..=4) => Some((Part::Quarter(number), next)),
        (false, 1..=2) => Some((Part::Half(number), next)),
        _ => None,
    }
}

fn count(tokens: &Tokens, at: usize) -> Option<u8> {
    match tokens.word(at) {
        Some("one") => Some(1),
        Some("two") => Some(2),
        Some("three") => Some(3),
        Some("four") => Some(4),
        Some(_) => None,
        None => tokens
            .number(at)
            .filter(|number| number.width == 1 && !number.ordinal)?
            .small(),
    }
}

fn ordinal(tokens: &Tokens, at: usize) -> Option<u8> {
    match tokens.word(at) {
        Some("first") => Some(1),
        Some("second") => Some(2),
        Some("third") => Some(3),
        Some("fourth") => Some(4),
        Some(_) => None,
        None => tokens.number(at).filter(|number| number.ordinal)?.small(),
    }
}
