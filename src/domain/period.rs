//! Stretches of time that figures and updates speak of.
//!
//! Imports the standard library and [`Day`]. Every kind is made of whole months, so that containing,
//! overlapping and sorting are comparisons of month numbers.

pub(crate) mod read;

use std::cmp::Ordering;
use std::fmt;

use crate::domain::day::Day;
use crate::domain::token::YEARS;

/// A stretch of time: a year of some kind, a part of one, a month, or a span of months.
///
/// Periods sort by last day, then by length (a year after its last quarter), then by kind.
/// The years that name a period are 1900 to 2199; [`Period::read`] gives no other.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Period {
    /// 1 April to 31 March, named by the year it begins in: `2010/11`.
    FinancialYear(i16),
    /// Three months of a financial year: `2010/11 Q2` is July to September 2010.
    FinancialQuarter {
        /// The year the financial year begins in.
        year: i16,
        /// 1 (April to June) to 4 (January to March).
        quarter: u8,
    },
    /// Six months of a financial year: `2010/11 H1` is April to September 2010.
    FinancialHalf {
        /// The year the financial year begins in.
        year: i16,
        /// 1 (April to September) or 2 (October to March).
        half: u8,
    },
    /// A school year, 1 September to 31 August: `2009/10 AY`.
    AcademicYear(i16),
    /// 1 January to 31 December: `2007`.
    CalendarYear(i16),
    /// One month: `2010-09`.
    Month {
        /// The year.
        year: i16,
        /// 1 to 12.
        month: u8,
    },
    /// Three months of a calendar year: `2009 Q2` is April to June 2009.
    CalendarQuarter {
        /// The year.
        year: i16,
        /// 1 (January to March) to 4 (October to December).
        quarter: u8,
    },
    /// Whole months from one to another, both included: `2010-10..2011-03`.
    Span {
        /// The year and month it begins with.
        from: (i16, u8),
        /// The year and month it ends with.
        to: (i16, u8),
    },
}

impl Period {
    /// Reads the canonical form and what people write.
    ///
    /// - Years: `2010/11`, `07/08`, `2008/9`, `2009/2010`, `09/010`, `2008-09 AY`, `ay 08-09`,
    ///   `2008/09 academic year`, `Academic years 2009-11` (a span).
    /// - Parts: `Q2 2010/11`, `2010/11 Q2`, `Quarter 4 2008/09`, `H1 2010/11`; beside a single year
    ///   a quarter is a calendar quarter: `Q1 2009`.
    /// - Months: `Sept 2010`, `Mar-10`, `Apr-Dec 2007`, `Nov, Dec 2006 and Jan 2007`.
    ///
    /// Words before it that add nothing (`by`, `as at`, `for`, `an average of`) and brackets around
    /// it are passed over. `YYYY-MM` is always a month, so a dashed year is a year only with a word
    /// that says so or where its second part is no month; that guards four-digit years alone, as
    /// `08-09` (paper 001, line 1234) cannot be a month. January to December of one year is that
    /// calendar year, as the papers print the same baseline as `Jan - Dec 2007` (paper 003, line 15)
    /// and as `2007` (paper 001, line 1701). The last day of a month stands for the month that it
    /// ends; any other day is no period.
    #[must_use]
    pub fn read(text: &str) -> Option<Self> {
        read::whole(text)
    }

    /// The period, if its year, quarter, half and months are ones that exist.
    #[must_use]
    pub fn checked(self) -> Option<Self> {
        let exists = match self {
            Self::FinancialYear(_) | Self::AcademicYear(_) | Self::CalendarYear(_) => true,
            Self::FinancialQuarter { quarter, .. } | Self::CalendarQuarter { quarter, .. } => {
                (1..=4).contains(&quarter)
            }
            Self::FinancialHalf { half, .. } => (1..=2).contains(&half),
            Self::Month { month, .. } => (1..=12).contains(&month),
            Self::Span { from, to } => {
                from <= to && [from.1, to.1].iter().all(|month| (1..=12).contains(month))
            }
        };
        let (_, first, _, last, _) = self.fields();
        (exists && YEARS.contains(&first) && YEARS.contains(&last)).then_some(self)
    }

    /// The first day.
    #[must_use]
    pub fn first(self) -> Day {
        month_start(self.months().0)
    }

    /// The last day.
    #[must_use]
    pub fn last(self) -> Day {
        month_start(self.months().1).month_end()
    }

    /// How many days it has, first and last included.
    #[must_use]
    pub fn days(self) -> i64 {
        self.first().days_until(self.last()) + 1
    }

    /// Whether every day of the other is a day of this one; a period contains itself.
    #[must_use]
    pub fn contains(self, other: Self) -> bool {
        let (mine, theirs) = (self.months(), other.months());
        mine.0 <= theirs.0 && theirs.1 <= mine.1
    }

    /// Whether the two share a day.
    #[must_use]
    pub fn overlaps(self, other: Self) -> bool {
        let (mine, theirs) = (self.months(), other.months());
        mine.0 <= theirs.1 && theirs.0 <= mine.1
    }

    /// Whether figures of the two can be compared as one series: the same kind, and for spans the
    /// same number of months.
    #[must_use]
    pub fn same_kind(self, other: Self) -> bool {
        self.kind() == other.kind() && self.length() == other.length()
    }

    /// The one of the same kind that ends where this begins; none before the year 1900.
    #[must_use]
    pub fn previous(self) -> Option<Self> {
        self.moved(-self.length())
    }

    /// The one of the same kind that begins where this ends; none after the year 2199.
    #[must_use]
    pub fn next(self) -> Option<Self> {
        self.moved(self.length())
    }

    /// The same stretch one year earlier: the second quarter of the year before.
    #[must_use]
    pub fn a_year_before(self) -> Option<Self> {
        self.moved(-12)
    }

    /// The financial year that the last day falls in, which is the one a figure is reported under
    /// first: the 2007/08 school year in 2008/09 (paper 003, line 60).
    #[must_use]
    pub fn financial_year(self) -> Option<Self> {
        Self::FinancialYear(year_and_month(self.months().1 - 3)?.0).checked()
    }

    /// The month that a day is in.
    #[must_use]
    pub fn month_of(day: Day) -> Self {
        Self::Month {
            year: day.year(),
            month: day.month(),
        }
    }

    /// The financial quarter that a day is in, as tracker periods are: 10 November 2010 is in
    /// `2010/11 Q3`.
    #[must_use]
    pub fn quarter_of(day: Day) -> Self {
        let (year, month) = (day.year(), day.month().saturating_sub(1));
        if month < 3 {
            Self::FinancialQuarter {
                year: year.saturating_sub(1),
                quarter: 4,
            }
        } else {
            Self::FinancialQuarter {
                year,
                quarter: month / 3,
            }
        }
    }

    /// First and last month, counted from the year 0.
    fn months(self) -> (i32, i32) {
        let part = |start: i32, number: u8, length: i32| {
            let first = start + (i32::from(number) - 1) * length;
            (first, first + length - 1)
        };
        match self {
            Self::FinancialYear(year) => part(month_number(year, 4), 1, 12),
            Self::FinancialQuarter { year, quarter } => part(month_number(year, 4), quarter, 3),
            Self::FinancialHalf { year, half } => part(month_number(year, 4), half, 6),
            Self::AcademicYear(year) => part(month_number(year, 9), 1, 12),
            Self::CalendarYear(year) => part(month_number(year, 1), 1, 12),
            Self::Month { year, month } => part(month_number(year, 1), month, 1),
            Self::CalendarQuarter { year, quarter } => part(month_number(year, 1), quarter, 3),
            Self::Span { from, to } => (month_number(from.0, from.1), month_number(to.0, to.1)),
        }
    }

    /// How many months it has.
    fn length(self) -> i32 {
        let (first, last) = self.months();
        last - first + 1
    }

    /// The same kind, so many months later.
    fn moved(self, months: i32) -> Option<Self> {
        let (first, last) = self.months();
        let at = year_and_month(first + months)?;
        let financial = year_and_month(first + months - 3)?;
        match self {
            Self::FinancialYear(_) => Self::FinancialYear(financial.0),
            Self::FinancialQuarter { .. } => Self::FinancialQuarter {
                year: financial.0,
                quarter: (financial.1 - 1) / 3 + 1,
            },
            Self::FinancialHalf { .. } => Self::FinancialHalf {
                year: financial.0,
                half: (financial.1 - 1) / 6 + 1,
            },
            Self::AcademicYear(_) => Self::AcademicYear(at.0),
            Self::CalendarYear(_) => Self::CalendarYear(at.0),
            Self::Month { .. } => Self::Month {
                year: at.0,
                month: at.1,
            },
            Self::CalendarQuarter { .. } => Self::CalendarQuarter {
                year: at.0,
                quarter: (at.1 - 1) / 3 + 1,
            },
            Self::Span { .. } => Self::Span {
                from: at,
                to: year_and_month(last + months)?,
            },
        }
        .checked()
    }

    /// The kind, as a number that settles ties in sorting.
    fn kind(self) -> u8 {
        self.fields().0
    }

    /// Kind and numbers, so that periods which are not equal never sort as equal.
    fn fields(self) -> (u8, i16, u8, i16, u8) {
        match self {
            Self::Month { year, month } => (0, year, month, year, month),
            Self::CalendarQuarter { year, quarter } => (1, year, quarter, year, quarter),
            Self::FinancialQuarter { year, quarter } => (2, year, quarter, year, quarter),
            Self::FinancialHalf { year, half } => (3, year, half, year, half),
            Self::CalendarYear(year) => (4, year, 0, year, 0),
            Self::AcademicYear(year) => (5, year, 0, year, 0),
            Self::FinancialYear(year) => (6, year, 0, year, 0),
            Self::Span { from, to } => (7, from.0, from.1, to.0, to.1),
        }
    }
}

impl Ord for Period {
    fn cmp(&self, other: &Self) -> Ordering {
        let key = |period: &Self| (period.months().1, period.length(), period.fields());
        key(self).cmp(&key(other))
    }
}

impl PartialOrd for Period {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

/// The canonical form, which [`Period::read`] takes back.
impl fmt::Display for Period {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let pair = |year: i16| format!("{year}/{:02}", (i32::from(year) + 1).rem_euclid(100));
        let text = match *self {
            Self::FinancialYear(year) => pair(year),
            Self::FinancialQuarter { year, quarter } => format!("{} Q{quarter}", pair(year)),
            Self::FinancialHalf { year, half } => format!("{} H{half}", pair(year)),
            Self::AcademicYear(year) => format!("{} AY", pair(year)),
            Self::CalendarYear(year) => year.to_string(),
            Self::Month { year, month } => format!("{year}-{month:02}"),
            Self::CalendarQuarter { year, quarter } => format!("{year} Q{quarter}"),
            Self::Span { from, to } => format!("{}-{:02}..{}-{:02}", from.0, from.1, to.0, to.1),
        };
        f.pad(&text)
    }
}

/// Months since the year 0.
fn month_number(year: i16, month: u8) -> i32 {
    i32::from(year) * 12 + i32::from(month) - 1
}

fn year_and_month(number: i32) -> Option<(i16, u8)> {
    let year = i16::try_from(number.div_euclid(12)).ok()?;
    let month = u8::try_from(number.rem_euclid(12)).ok()?;
    Some((year, month + 1))
}

fn month_start(number: i32) -> Day {
    let month = u8::try_from(number.rem_euclid(12)).unwrap_or_default();
    Day::nearest(number.div_euclid(12), month + 1, 1)
}

#[cfg(test)]
mod tests;
