//! Performance indicators: baselines, targets, results, forecasts.

use super::choice::{Choice, words};
use super::id::Id;
use super::number::Number;
use super::period::Period;
use super::polarity::Polarity;
use super::record::{member, record};
use super::stated::Stated;
pub use super::unit::Unit;

use super::priority::FormerCode;

record! {
    /// A performance indicator.
    pub struct Indicator {
        /// Identity.
        id: Id,
        /// What people see and type (`NI 117`).
        code: String,
        /// The codes it had before, and when.
        former_codes: Vec<FormerCode>,
        /// Other names.
        also_known_as: Vec<String>,
        /// Its official title.
        title: String,
        /// How it is defined, beyond the title.
        definition: String,
        /// The service that owns it.
        owner: String,
        /// The boards it is relevant to.
        boards: Vec<Id>,
        /// What it is measured in.
        unit: Option<Unit>,
        /// What good looks like.
        polarity: Option<Choice<Polarity>>,
        /// How often it is reported.
        frequency: Option<Choice<Frequency>>,
        /// How the parts of a year make the year.
        adds: Option<Choice<Adds>>,
        /// How far below target is still close.
        tolerance: Option<Tolerance>,
        /// Whether it compares with the same period last year.
        seasonal: Option<bool>,
        /// How late its figures come, in words.
        lag: String,
        /// The standing of its data.
        data_quality: Option<DataQuality>,
        /// The first period in which it is no longer reported.
        retired_from: Stated<Period>,
        /// Where it started.
        baselines: Vec<Baseline>,
        /// Where it is to go.
        targets: Vec<Target>,
        /// Where it was.
        results: Vec<ResultFigure>,
        /// Where its officer expects it to end.
        forecasts: Vec<Forecast>,
    }
    keyed { former_codes, baselines, targets, results, forecasts }
}
member!(Indicator by id, named by code, title);

words! {
    /// How often an indicator is reported.
    pub enum Frequency {
        /// Every month.
        Monthly = "monthly",
        /// Every quarter.
        Quarterly = "quarterly",
        /// Twice a year.
        HalfYearly = "half_yearly",
        /// Once a year.
        Annual = "annual",
        /// Every school term.
        Termly = "termly",
    }
}

words! {
    /// How the parts of a year make the year's figure.
    pub enum Adds {
        /// The parts are added up.
        Sum = "sum",
        /// Every figure is cumulative from the year's start.
        ToDate = "to_date",
        /// Numerators and denominators are added up.
        Ratio = "ratio",
        /// The mean of the parts.
        Mean = "mean",
        /// The latest part stands for the year.
        Latest = "latest",
    }
}

words! {
    /// The standing of a figure's data.
    pub enum Quality {
        /// No concerns.
        NoConcerns = "no_concerns",
        /// Some concerns.
        SomeConcerns = "some_concerns",
        /// Significant concerns.
        SignificantConcerns = "significant_concerns",
        /// The assessment was not completed.
        NotCompleted = "not_completed",
    }
}

record! {
    /// The standing of a figure's data, with a note.
    pub struct DataQuality {
        /// The level.
        level: Option<Choice<Quality>>,
    }
}

record! {
    /// How far on the wrong side of the target still counts as close: one of the three.
    pub struct Tolerance {
        /// So many points of the unit.
        points: Option<Number>,
        /// So many percent of the target's size.
        percent: Option<Number>,
        /// A value that it may fall to (for fall: rise to).
        floor: Option<Number>,
    }
}

record! {
    /// Where an indicator started.
    pub struct Baseline {
        /// Identity.
        id: Id,
        /// The column under which it was published.
        reported: Stated<Period>,
        /// The stretch of time it speaks of.
        period: Stated<Period>,
        /// The figure.
        value: Option<Number>,
        /// What was counted.
        numerator: Option<Number>,
        /// Out of how many.
        denominator: Option<Number>,
        /// The part of the population it speaks of.
        breakdown: String,
        /// The figure as published.
        text: String,
    }
}
member!(Baseline by id, prefix "b");

record! {
    /// Where an indicator is to go.
    pub struct Target {
        /// Identity.
        id: Id,
        /// The column under which it was published.
        reported: Stated<Period>,
        /// The stretch of time it speaks of.
        period: Stated<Period>,
        /// The figure.
        value: Option<Number>,
        /// Who set it.
        set_by: String,
        /// The target as published.
        text: String,
        /// The lower edge of a band.
        low: Option<Number>,
        /// The upper edge of a band.
        high: Option<Number>,
        /// The width of a band on both sides of the figure.
        width: Option<Number>,
        /// How far off is still close, for this target.
        tolerance: Option<Tolerance>,
        /// Whether it may still change.
        provisional: Option<bool>,
        /// The part of the population it speaks of.
        breakdown: String,
        /// What it is a change from, where it is one.
        change_from: String,
    }
}
member!(Target by id, prefix "t");

record! {
    /// What an indicator came to.
    pub struct ResultFigure {
        /// Identity.
        id: Id,
        /// The column or quarter under which it was published.
        reported: Stated<Period>,
        /// The stretch of time it speaks of.
        period: Stated<Period>,
        /// The figure.
        value: Option<Number>,
        /// What was counted.
        numerator: Option<Number>,
        /// Out of how many.
        denominator: Option<Number>,
        /// Whether it may still change.
        provisional: Option<bool>,
        /// The part of the population it speaks of.
        breakdown: String,
        /// The result as published.
        text: String,
        /// The standing of this figure's data.
        data_quality: Option<DataQuality>,
    }
}
member!(ResultFigure by id, prefix "r");

record! {
    /// Where an officer expects an indicator to end.
    pub struct Forecast {
        /// Identity.
        id: Id,
        /// The stretch of time it speaks of.
        period: Stated<Period>,
        /// The figure.
        value: Option<Number>,
        /// When it was made.
        made: Stated<Period>,
        /// The forecast as published, where it is words.
        text: String,
    }
}
member!(Forecast by id, prefix "f");

/// The period under which a figure was reported: `reported`, else the period it speaks of.
pub fn reported<'a>(
    reported: &'a Stated<Period>,
    period: &'a Stated<Period>,
) -> &'a Stated<Period> {
    if reported.is_empty() {
        period
    } else {
        reported
    }
}

/// The period that a figure speaks of: `period`, else the one under which it was reported.
pub fn spoken_of<'a>(
    reported: &'a Stated<Period>,
    period: &'a Stated<Period>,
) -> &'a Stated<Period> {
    if period.is_empty() { reported } else { period }
}
