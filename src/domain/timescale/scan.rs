//! Finds the dates in a timescale's words, from left to right.

use crate::domain::day::Day;
use crate::domain::day::read::{Found, at as day_at};
use crate::domain::period::Period;
use crate::domain::period::read::months::{Stop, run};
use crate::domain::period::read::{Part, at as period_at, part};
use crate::domain::token::{Number, Tokens};

/// Words after which a number of four digits is a year.
const YEAR_LEADS: [&str; 18] = [
    "and",
    "before",
    "by",
    "during",
    "early",
    "end",
    "for",
    "from",
    "in",
    "late",
    "mid",
    "of",
    "since",
    "throughout",
    "till",
    "to",
    "until",
    "year",
];

/// The last days meant, in the order of the text; none for what is written as a date and is not one.
pub(super) fn hits(tokens: &Tokens, context: Option<Period>) -> Vec<Option<Day>> {
    let mut scan = Scan {
        tokens,
        context,
        hits: Vec::new(),
        end: 0,
    };
    let mut at = 0;
    while at < tokens.len() {
        at = scan.step(at).max(at + 1);
    }
    scan.hits
}

struct Scan<'a> {
    tokens: &'a Tokens,
    context: Option<Period>,
    hits: Vec<Option<Day>>,
    /// The place after the last hit.
    end: usize,
}

impl Scan<'_> {
    /// Takes what stands at a place, and gives the place to go on from.
    fn step(&mut self, at: usize) -> usize {
        if let Some(next) = self.day(at) {
            return next;
        }
        if self.is_list_marker(at) {
            return at + 2;
        }
        let readers = [
            Self::months,
            Self::period,
            Self::part,
            Self::season,
            Self::year,
        ];
        readers
            .into_iter()
            .find_map(|reader| reader(self, at))
            .unwrap_or(at + 1)
    }

    /// Keeps a date; the end of a range takes the place of its beginning.
    fn hit(&mut self, start: usize, next: usize, day: Option<Day>) -> usize {
        let ranged = self.end > 0 && self.end + 1 == start && self.tokens.is_range_join(self.end);
        if ranged {
            self.hits.pop();
        }
        self.hits.push(day);
        self.end = next;
        next
    }

    fn day(&mut self, at: usize) -> Option<usize> {
        let (found, next) = day_at(self.tokens, at)?;
        let day = match found {
            Found::Day(day) => Some(day),
            Found::WithoutYear { month, day } => {
                self.first_after(|year| Day::new(year, month, day))
            }
            Found::Impossible => None,
        };
        Some(self.hit(at, next, day))
    }

    /// `1.` or `2)`; letters need no care, as no date begins with one of them alone.
    fn is_list_marker(&self, at: usize) -> bool {
        let short = self
            .tokens
            .number(at)
            .is_some_and(|number| number.width <= 2);
        short && self.tokens.is_mark(at + 1, &['.', ')'])
    }

    /// Months with or without years, and `September 2009 & 2010`.
    fn months(&mut self, at: usize) -> Option<usize> {
        let (stops, mut next) = run(self.tokens, at)?;
        // `may` is a month only with a year or a capital.
        if stops.iter().all(|stop| stop.year.is_none()) && !self.tokens.is_capital(at) {
            return None;
        }
        let start = self.before_modifier(at);
        for stop in stops.iter().filter(|stop| !stop.ranged) {
            let day = self.month_day(*stop, at);
            self.hit(start, next, day);
        }
        let last = *stops.last()?;
        while let Some(year_at) = self.tokens.after_list_join(next) {
            let Some(year) = self.tokens.number(year_at).and_then(Number::year) else {
                break;
            };
            if self.tokens.is_mark(year_at + 1, &['/', '-'])
                && self.tokens.number(year_at + 2).is_some()
            {
                break;
            }
            let day = self.month_day(
                Stop {
                    year: Some(year),
                    ..last
                },
                at,
            );
            next = self.hit(year_at, year_at + 1, day);
        }
        Some(next)
    }

    fn month_day(&self, stop: Stop, at: usize) -> Option<Day> {
        let month = stop.month;
        match stop.year {
            Some(year) => self.meant(Period::Month { year, month }, at),
            None => self.first_after(|year| Some(Day::new(year, month, 1)?.month_end())),
        }
    }

    fn period(&mut self, at: usize) -> Option<usize> {
        let (period, next) = period_at(self.tokens, at)?;
        let day = self.meant(period, at);
        Some(self.hit(self.before_modifier(at), next, day))
    }

    /// A quarter or half without its year: the next of that number (paper 003, line 371).
    fn part(&mut self, at: usize) -> Option<usize> {
        let (part, next) = part(self.tokens, at)?;
        let day = self.next_part(part, at);
        Some(self.hit(self.before_modifier(at), next, day))
    }

    fn next_part(&self, part: Part, at: usize) -> Option<Day> {
        let after = self.context?.last();
        let year = after.year();
        let found = (year - 1..=year + 2)
            .map(|year| part.of_financial(year))
            .find(|period| period.last() > after)?;
        self.meant(found.checked()?, at)
    }

    /// `Autumn 2010` (paper 001, line 853), `autumn term` (paper 003, line 347).
    fn season(&mut self, at: usize) -> Option<usize> {
        let season = self.tokens.word(at)?;
        let term = self.tokens.is_word(at + 1, &["term"]);
        let months = season_months(season, term)?;
        let after = if term { at + 2 } else { at + 1 };
        let years = self.season_year(after, months.0);
        if years.is_none() && !term && !self.tokens.is_capital(at) {
            return None;
        }
        let (year, next) = years.map_or((None, after), |(year, next)| (Some(year), next));
        let span = |year: i16| {
            let over = i16::from(months.1 < months.0);
            Period::Span {
                from: (year, months.0),
                to: (year.saturating_add(over), months.1),
            }
            .checked()
        };
        let day = match year {
            Some(year) => span(year).and_then(|period| self.meant(period, at)),
            None => self.first_after(|year| self.meant(span(year)?, at)),
        };
        Some(self.hit(self.before_modifier(at), next, day))
    }

    /// The year a season begins in; in `Spring 2009/10` the one that the season falls in.
    fn season_year(&self, at: usize, first_month: u8) -> Option<(i16, usize)> {
        let at = if self.tokens.is_word(at, &["of"]) {
            at + 1
        } else {
            at
        };
        if let Some((Period::FinancialYear(year) | Period::AcademicYear(year), next)) =
            period_at(self.tokens, at)
        {
            let over = i16::from(first_month < 9);
            return Some((year.saturating_add(over), next));
        }
        Some((self.tokens.number(at)?.year()?, at + 1))
    }

    /// A year alone, where the words around it allow no other number.
    fn year(&mut self, at: usize) -> Option<usize> {
        let year = self.tokens.number(at)?.year()?;
        let allowed = at
            .checked_sub(1)
            .is_none_or(|before| match self.tokens.mark(before) {
                Some(mark) => !matches!(mark, '£' | '/' | '.' | '<' | '>' | '#'),
                None => self.tokens.is_word(before, &YEAR_LEADS),
            });
        let goes_on = self.tokens.is_mark(at + 1, &['%', '/', '.', '-'])
            && self.tokens.number(at + 2).is_some();
        if !allowed || goes_on || self.tokens.is_mark(at + 1, &['%']) {
            return None;
        }
        let day = self.meant(Period::CalendarYear(year), at);
        Some(self.hit(self.before_modifier(at), at + 1, day))
    }

    /// The day a period means, after the words before it.
    fn meant(&self, period: Period, at: usize) -> Option<Day> {
        let thirds = match self.modifier(at) {
            None => return Some(period.last()),
            Some((Modifier::Start, _)) if period.days() > 31 => {
                return Some(period.first().month_end());
            }
            Some((Modifier::Start | Modifier::Early, _)) => 1,
            Some((Modifier::Mid, _)) => 2,
        };
        let first = period.first();
        if period.days() <= 31 {
            return Some(first.plus_days(10 * thirds - 1));
        }
        let months = (period.days() + 15) / 30;
        let months = i32::try_from((months * thirds + 2) / 3).ok()?;
        Some(first.plus_months(months).plus_days(-1))
    }

    /// A word such as `early` before a place, and where it stands.
    fn modifier(&self, at: usize) -> Option<(Modifier, usize)> {
        let mut place = at.checked_sub(1)?;
        while self.tokens.is_word(place, &["of", "the", "in"]) || self.tokens.is_mark(place, &['-'])
        {
            place = place.checked_sub(1)?;
        }
        let modifier = match self.tokens.word(place)? {
            "start" | "beginning" => Modifier::Start,
            "early" => Modifier::Early,
            "mid" | "middle" => Modifier::Mid,
            _ => return None,
        };
        Some((modifier, place))
    }

    /// Where the phrase begins that has its date at a place.
    fn before_modifier(&self, at: usize) -> usize {
        self.modifier(at).map_or(at, |(_, place)| place)
    }

    /// The first such day after the context's last; none without a context.
    fn first_after(&self, day: impl Fn(i16) -> Option<Day>) -> Option<Day> {
        let after = self.context?.last();
        let year = after.year();
        // Eight years are enough for a 29 February.
        (year - 1..=year + 8)
            .filter_map(day)
            .find(|day| *day > after)
    }
}

#[derive(Debug, Clone, Copy)]
enum Modifier {
    Start,
    Early,
    Mid,
}

/// First and last month of a season, or of the school term that bears its name.
fn season_months(season: &str, term: bool) -> Option<(u8, u8)> {
    Some(match (season, term) {
        ("spring", false) => (3, 5),
        ("summer", false) => (6, 8),
        ("autumn", false) => (9, 11),
        ("winter", false) => (12, 2),
        ("spring", true) => (1, 4),
        ("summer", true) => (4, 7),
        ("autumn", true) => (9, 12),
        _ => return None,
    })
}
