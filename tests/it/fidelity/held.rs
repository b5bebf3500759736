//! The figures of the sample by the columns of the tables of Quarter 2 2010/11.

use scrutineer::domain::code;
use scrutineer::domain::indicator::{Indicator, spoken_of};
use scrutineer::domain::number::Number;
use scrutineer::domain::period::Period;
use scrutineer::domain::record::Rest;
use scrutineer::domain::stated::Stated;
use scrutineer::domain::workspace::Workspace;

use super::departures::Part;
use super::papers::quarter_2;
use super::rows_2010_q2::{Heads, Printed, QuarterRow};
use super::{indicators_of, is_of_paper};

/// A figure of the sample, whatever column it stands in.
pub(crate) struct Held<'a> {
    /// The figure.
    pub(crate) value: Option<f64>,
    /// Numerator and denominator.
    pub(crate) fraction: [Option<f64>; 2],
    /// The period that it speaks of.
    pub(crate) period: Option<Period>,
    /// It speaks of another period than its column.
    pub(crate) own_period: bool,
    /// It is called provisional.
    pub(crate) provisional: bool,
    /// The words.
    pub(crate) text: &'a str,
}

fn number(number: Option<Number>) -> Option<f64> {
    number.map(Number::get)
}

/// Whether a column is the one of a period.
pub(crate) fn is_in(column: &Stated<Period>, text: &str) -> bool {
    column.text() == text
}

/// The figures that the sample took from the pack for a column.
pub(crate) fn held(indicator: &Indicator, part: Part) -> Vec<Held<'_>> {
    held_of(indicator, part, "001")
}

/// The figures that the sample took from a paper for a column.
pub(crate) fn held_of<'a>(indicator: &'a Indicator, part: Part, paper: &str) -> Vec<Held<'a>> {
    let of_pack = |rest: &Rest| is_of_paper(rest, paper);
    let results = |column: &'static str| {
        let all = indicator.results.iter();
        let own = all.filter(move |held| {
            of_pack(&held.rest) && held.breakdown.is_empty() && is_in(&held.reported, column)
        });
        own.map(|held| Held {
            value: number(held.value),
            fraction: [number(held.numerator), number(held.denominator)],
            period: spoken_of(&held.reported, &held.period).read(),
            own_period: !held.period.is_empty(),
            provisional: held.provisional == Some(true),
            text: &held.text,
        })
        .collect()
    };
    match part {
        Part::Baseline => {
            let all = indicator.baselines.iter();
            all.filter(|held| of_pack(&held.rest))
                .map(|held| Held {
                    value: number(held.value),
                    fraction: [number(held.numerator), number(held.denominator)],
                    period: spoken_of(&held.reported, &held.period).read(),
                    own_period: !held.period.is_empty(),
                    provisional: false,
                    text: &held.text,
                })
                .collect()
        }
        Part::Earlier => results("2008/09"),
        Part::Last => results("2009/10"),
        Part::Quarter => results("2010/11 Q2"),
        Part::Target => {
            let all = indicator.targets.iter();
            let own = all.filter(|held| {
                of_pack(&held.rest) && held.set_by.is_empty() && is_in(&held.reported, "2010/11")
            });
            own.map(|held| Held {
                value: number(held.value),
                fraction: [None, None],
                period: spoken_of(&held.reported, &held.period).read(),
                own_period: !held.period.is_empty(),
                provisional: held.provisional == Some(true),
                text: &held.text,
            })
            .collect()
        }
        Part::Predicted => {
            let all = indicator.forecasts.iter();
            let own = all.filter(|held| {
                of_pack(&held.rest)
                    && is_in(&held.made, "2010/11 Q2")
                    && is_in(&held.period, "2010/11")
            });
            own.map(|held| Held {
                value: number(held.value),
                fraction: [None, None],
                period: None,
                own_period: false,
                provisional: false,
                text: &held.text,
            })
            .collect()
        }
    }
}

/// The cells of a row, each with the head of its column.
pub(crate) fn cells<'a>(
    row: &'a QuarterRow,
    heads: &Heads,
) -> [(Part, Option<&'a Printed>, &'static str); 6] {
    [
        (Part::Baseline, row.baseline.as_ref(), ""),
        (Part::Earlier, row.earlier_year.as_ref(), heads.earlier_year),
        (Part::Last, row.last_year.as_ref(), heads.last_year),
        (Part::Target, row.target.as_ref(), heads.target),
        (Part::Quarter, row.quarter.as_ref(), heads.quarter),
        (Part::Predicted, row.predicted.as_ref(), heads.predicted),
    ]
}

/// The school year that a head names beside its financial year.
pub(crate) fn school_year(head: &str) -> Option<Period> {
    let year = match head {
        "2009/10 Result (ay 08-09)" => "2008/09 AY",
        "2010/11 Target (ay 09- 10)" | "2010/11 Result (Academic year 2009/10)" => "2009/10 AY",
        _ => return None,
    };
    Period::read(year)
}

/// The code of a row, by whatever line.
pub(crate) fn code_of(row: &QuarterRow) -> Option<&'static str> {
    row.code.or(row.tie.map(|tie| tie.code))
}

/// The indicator of a row among those of its tracker: by its code, else by its title.
pub(crate) fn of_row<'a>(workspace: &'a Workspace, row: &QuarterRow) -> Option<&'a Indicator> {
    let of_tracker = || indicators_of(workspace, row.tracker, quarter_2(workspace));
    let by_code = code_of(row)
        .and_then(|code| of_tracker().find(|indicator| code::same(&indicator.code, code)));
    by_code.or_else(|| of_tracker().find(|indicator| indicator.title.ends_with(row.title)))
}
