//! Published cells as figures, with nothing lost.
//!
//! Imports the standard library, [`Period`] and numbers. Reading never fails: what is not
//! understood is text, and the text is always kept as it stood.

mod missing;
mod read;
mod unit;

use crate::domain::period::Period;

/// What a number counts in.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum FigureUnit {
    /// `76.24%`.
    Percent,
    /// `26.1 % points`: the difference of two percentages.
    PercentagePoints,
    /// `£9.2m`, in pounds.
    Pounds,
    /// `83.6 per 10,000`: so many for each of that many.
    RatePer(u32),
    /// `15 out of 40`: a score and the highest there is.
    OutOf(u32),
    /// `35 working days`.
    Days,
    /// `28 schools`: the things that are counted, in lower case.
    Thing(String),
}

impl FigureUnit {
    /// Whether it is a percentage, or the difference of two.
    #[must_use]
    pub fn is_percentage(&self) -> bool {
        matches!(self, Self::Percent | Self::PercentagePoints)
    }
}

/// The ways in which a cell says that there is no figure.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Missing {
    /// `n/a`, `not applicable`: there is never to be one here.
    NotApplicable,
    /// `TBD`, `To be established`, `Targets to be set`, `subject to outcome of … review`.
    ToBeDetermined,
    /// `Result not yet available`, `Information will be available at Q4`.
    NotYetAvailable,
    /// `New indicator no target set`, `There is no target for …`.
    NotSet,
    /// `Annual PI`, `Annually reported`: nothing is due in this quarter.
    AnnualOnly,
    /// `Not completed`: somebody should have filled it in.
    NotCompleted,
    /// `-` and longer dashes.
    Dash,
    /// Words alone that are none of these: `*See comment at bottom of table`.
    Other,
}

/// A published cell as understood.
///
/// A number with a unit is the value, and a bare number beside it is the count behind it, whichever
/// comes first: `9.5% (2246)` and `1,281 (83.6 per 10,000)` are 9.5 percent of 2246 people and a rate
/// of 83.6 with 1,281 children, as NI 117 and LSP-HW2b(i) define themselves (paper 003, lines 20
/// and 224). Of two bare numbers the first is the value: `48.1 (677) for 2007` (line 98).
/// [`Figure::value_in`] gives the one that an indicator's unit asks for.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Figure {
    /// The number itself, in `unit`; for [`FigureUnit::Percent`] 76.24 means 76.24 percent.
    pub value: Option<f64>,
    /// What the value counts in, where the cell says so.
    pub unit: Option<FigureUnit>,
    /// How many people or things are behind the value.
    pub count: Option<f64>,
    /// The upper part of a printed fraction.
    pub numerator: Option<f64>,
    /// The lower part of a printed fraction.
    pub denominator: Option<f64>,
    /// A printed rate: so many, for each of that many.
    pub rate: Option<(f64, u32)>,
    /// Whether the cell calls itself provisional.
    pub provisional: bool,
    /// Whether the number is withheld for being small (`<5`); there is no value then.
    pub suppressed: bool,
    /// The period that the cell says it speaks of.
    pub period: Option<Period>,
    /// How the cell says that there is no figure. A garbled cell (`%0'26`) says nothing.
    pub missing: Option<Missing>,
    /// The cell as published, kept exactly.
    pub text: String,
}

impl Figure {
    /// Reads a cell. Never fails: the least it gives is the text.
    ///
    /// A bracketed number of four digits from 1990 to 2049 is a year (`50.4 (1998)`), any other is
    /// a count (`(1930)`, paper 001, line 1409). Two joined years in brackets are a period and not
    /// a fraction (`22.1% (07/08)`), unless they give the printed percentage (`90.9% (10/11)`).
    /// Numbers in a garbled cell, ranges (`30-45`) and numbers inside a sentence are left as text.
    #[must_use]
    pub fn read(text: &str) -> Self {
        let mut figure = read::figure(text.trim()).unwrap_or_default();
        let says_something =
            figure.value.is_some() || figure.suppressed || figure.numerator.is_some();
        if !says_something {
            figure.missing = missing::read(text);
        }
        text.clone_into(&mut figure.text);
        figure
    }

    /// The number that an indicator in this unit means: the count where things are counted
    /// (`None`), the rate where it is a rate per as many; else the value, unless the cell printed
    /// another unit. Papers write one gap as percent and as percentage points (NI 81, paper 001,
    /// line 1314), so either serves for the other.
    #[must_use]
    pub fn value_in(&self, unit: Option<&FigureUnit>) -> Option<f64> {
        match unit {
            Some(FigureUnit::RatePer(per)) => match self.rate {
                Some((rate, of)) => (of == *per).then_some(rate),
                None => self.value.filter(|_| self.unit.is_none()),
            },
            None | Some(FigureUnit::Thing(_)) => match self.unit {
                None | Some(FigureUnit::Thing(_)) => self.value,
                Some(_) => self.count,
            },
            Some(unit) => {
                let fits = |printed: &FigureUnit| {
                    printed == unit || (printed.is_percentage() && unit.is_percentage())
                };
                self.value.filter(|_| self.unit.as_ref().is_none_or(fits))
            }
        }
    }

    /// The fraction as a percentage, where one is printed with something below the line.
    #[must_use]
    pub fn fraction_percent(&self) -> Option<f64> {
        let (part, whole) = (self.numerator?, self.denominator?);
        (whole != 0.0).then(|| 100.0 * part / whole)
    }
}

#[cfg(test)]
mod tests;
