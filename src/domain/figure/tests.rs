use proptest::prelude::*;

use super::{Figure, FigureUnit, Missing};
use crate::domain::number::is_as_published;
use crate::domain::period::Period;

/// What a cell should say, built up from nothing.
#[derive(Default)]
struct Says(Figure);

fn says() -> Says {
    Says::default()
}

fn number(value: f64) -> Says {
    Says(Figure {
        value: Some(value),
        ..Figure::default()
    })
}

fn percent(value: f64) -> Says {
    number(value).in_unit(FigureUnit::Percent)
}

fn points(value: f64) -> Says {
    number(value).in_unit(FigureUnit::PercentagePoints)
}

fn rate(value: f64, per: u32) -> Says {
    let mut says = number(value).in_unit(FigureUnit::RatePer(per));
    says.0.rate = Some((value, per));
    says
}

fn schools(value: f64) -> Says {
    number(value).in_unit(FigureUnit::Thing("schools".to_owned()))
}

impl Says {
    fn in_unit(mut self, unit: FigureUnit) -> Self {
        self.0.unit = Some(unit);
        self
    }
    fn count(mut self, count: f64) -> Self {
        self.0.count = Some(count);
        self
    }
    fn of(mut self, numerator: f64, denominator: f64) -> Self {
        self.0.numerator = Some(numerator);
        self.0.denominator = Some(denominator);
        self
    }
    fn period(mut self, period: &str) -> Self {
        self.0.period = Some(Period::read(period).unwrap());
        self
    }
    fn provisional(mut self) -> Self {
        self.0.provisional = true;
        self
    }
    fn suppressed(mut self) -> Self {
        self.0.suppressed = true;
        self
    }
}

fn check(rows: Vec<(&str, Says)>) {
    for (text, says) in rows {
        assert_eq!(
            Figure::read(text),
            Figure {
                text: text.to_owned(),
                ..says.0
            },
            "{text}"
        );
    }
}

#[test]
fn every_cell_of_the_first_2008_09_indicator_tables_is_read() {
    check(vec![
        ("30.4% (2007)", percent(30.4).period("2007")), // paper 003, line 12
        ("29.80%", percent(29.8)),                      // line 12
        ("27.3% (Qtr 3)", percent(27.3)),               // line 12: no year is given
        ("7.90% (2007/08) (SAP<35)", percent(7.9).period("2007/08")), // line 13
        ("6.63% (6650/100236)", percent(6.63).of(6650.0, 100_236.0)), // line 13
        ("34.59% 2007/08 (SAP>=65)", percent(34.59).period("2007/08")), // line 14
        ("6,700 (Jan - Dec 2007)", number(6700.0).period("2007")), // line 15
        (
            "6,700 - Exceptional performance in 2007 so target for 2008 is to maintain this performance",
            number(6700.0),
        ), // line 15
        ("5,971", number(5971.0)),                      // line 15
        (
            "38.2% (2006/07 Academic Year)",
            percent(38.2).period("2006/07 AY"),
        ), // line 16
        (
            "31.35% (09/10 academic year)",
            percent(31.35).period("2009/10 AY"),
        ), // line 16
        (
            "24 % points - KS2 (08/09 academic year)",
            points(24.0).period("2008/09 AY"),
        ), // line 17
        (
            "22.8 % points (09/010 academic year)",
            points(22.8).period("2009/10 AY"),
        ), // line 17
        (
            "24.9% points (07/08 academic year)",
            points(24.9).period("2007/08 AY"),
        ), // line 17
        (
            "28 % points - KS4 (for 08/09 academic year)",
            points(28.0).period("2008/09 AY"),
        ), // line 18
        (
            "32.7 % points (provisional result) (07/08 academic year)",
            points(32.7).period("2007/08 AY").provisional(),
        ), // line 18
        ("19.0% (2005/06)", percent(19.0).period("2005/06")), // line 19
        (
            "9.1% (An average of Nov, Dec 2006 and Jan 2007)",
            percent(9.1).period("2006-11..2007-01"),
        ), // line 20
        ("9.5% (2246)", percent(9.5).count(2246.0)),    // line 20
        ("74% (By September 2008)", percent(74.0).period("2008-09")), // line 60
        (
            "80% (212/264) (2007/08 academic year)",
            percent(80.0).of(212.0, 264.0).period("2007/08 AY"),
        ), // line 60
    ]);
}

#[test]
fn every_cell_of_the_later_2008_09_indicator_tables_is_read() {
    check(vec![
        (
            "50.4 (1998) rate per 1,000 population (Per 1,000 conceptions)",
            rate(50.4, 1000).period("1998"),
        ), // line 98
        ("45 rate per 1,000 population", rate(45.0, 1000)), // line 98
        (
            "48.1 (677) for 2007",
            number(48.1).count(677.0).period("2007"),
        ), // line 98
        ("70.5% (December 2007)", percent(70.5).period("2007-12")), // line 142
        (
            "60.2% (Apr-Dec 2007)",
            percent(60.2).period("2007-04..2007-12"),
        ), // line 143
        ("15 out of 40", number(15.0).in_unit(FigureUnit::OutOf(40))), // line 185
        ("1,281 (83.6 per 10,000)", rate(83.6, 10_000).count(1281.0)), // line 224
        ("1255 (82.1 per 10,000)", rate(82.1, 10_000).count(1255.0)), // line 224
        (
            "65.0% 2006/07 academic year",
            percent(65.0).period("2006/07 AY"),
        ), // line 259
        (
            "68% (6218/9110) 2007/08 academic year",
            percent(68.0).of(6218.0, 9110.0).period("2007/08 AY"),
        ), // line 259
        (
            "9.1% (Average of Nov, Dec, and Jan 2006/07 as per national reporting guidance)",
            percent(9.1).period("2006-11..2007-01"),
        ), // line 293
        ("76.24% (1171/1536)", percent(76.24).of(1171.0, 1536.0)), // line 294
        (
            "47% - 2006/07 academic year",
            percent(47.0).period("2006/07 AY"),
        ), // line 335
        (
            "47.2% - 2007/08 academic year (confirmed)",
            percent(47.2).period("2007/08 AY"),
        ), // line 335
        (
            "32 schools - 2006/07 academic year",
            schools(32.0).period("2006/07 AY"),
        ), // line 337
        (
            "15 schools - 2009/10 academic year (please note for this year the DCSF have changed the target to be a \
             40% reduction in schools below floor target by 2011 compared to a previous objective)",
            schools(15.0).period("2009/10 AY"),
        ), // line 337
        (
            "33.3% - 2007/08 academic year.",
            percent(33.3).period("2007/08 AY"),
        ), // line 338
        (
            "83.9% - 2007/08 academic year (provisional)",
            percent(83.9).period("2007/08 AY").provisional(),
        ), // line 339
        ("65.9% (2008)", percent(65.9).period("2008")),     // line 367
        ("19.9% (provisional)", percent(19.9).provisional()), // line 368
    ]);
}

#[test]
fn every_cell_of_the_2010_11_indicator_tables_is_read() {
    check(vec![
        (
            "74% (2007/08 academic year)",
            percent(74.0).period("2007/08 AY"),
        ), // paper 001, line 863
        ("9.30%", percent(9.3)), // line 867
        (
            "50.6 conceptions per 1000 (691) (2008)",
            rate(50.6, 1000).count(691.0).period("2008"),
        ), // line 996, the cell set right
        ("32,025", number(32_025.0)), // line 1000
        ("72.0% (07/08)", percent(72.0).period("2007/08")), // line 1093
        ("79.9% (08-09)", percent(79.9).period("2008/09")), // line 1234
        ("85% (Oct-Mar cumulative)", percent(85.0)), // line 1235
        ("1281 (2007/08)", number(1281.0).period("2007/08")), // line 1248
        ("1,357", number(1357.0)), // line 1248
        (
            "83.8 per 10,000 (2007/08)",
            rate(83.8, 10_000).period("2007/08"),
        ), // line 1249
        ("89.4 (child popn is 151,800)", number(89.4)), // line 1249
        ("28% points", points(28.0)), // line 1314
        ("(952/1263)", says()),  // line 1409: cut from its figure
        (
            "75.4% (952/1263) Provisional",
            percent(75.4).of(952.0, 1263.0).provisional(),
        ), // line 1409
        ("68.2% (1209 young people)", percent(68.2).count(1209.0)), // line 1409
        ("68.1% (422/ 620)", percent(68.1).of(422.0, 620.0)), // line 1409
        ("9.3% (1930)", percent(9.3).count(1930.0)), // as line 1409, its percentage lost: people, not a year
        (
            "51% (2008/09 academic year)",
            percent(51.0).period("2008/09 AY"),
        ), // line 1496
        (
            "PROVISIONAL 51% (2009/10 academic year)",
            percent(51.0).period("2009/10 AY").provisional(),
        ), // line 1496
        ("73% (Provisional)", percent(73.0).provisional()), // line 1594
        ("25 schools (Provisional)", schools(25.0).provisional()), // line 1595
        ("22.1% (07/08)", percent(22.1).period("2007/08")), // line 1683
        ("17.5% (Feb 2010)", percent(17.5).period("2010-02")), // line 1698
        ("16.9% (Q1 2009)", percent(16.9).period("2009 Q1")), // line 1700
        ("26.1 % points", points(26.1)),             // line 1700
        ("6,700 (2007)", number(6700.0).period("2007")), // line 1701
        ("18.5% (2008/09)", percent(18.5).period("2008/09")), // line 1701
        (
            "9.6% in September 2010 (2150 young people)",
            percent(9.6).count(2150.0).period("2010-09"),
        ), // line 1856
        ("5 ppts", points(5.0)),                     // line 1834
        ("2.3 percentage points", points(2.3)),      // line 1831
        ("63% (514)", percent(63.0).count(514.0)),   // line 1870
    ]);
}

#[test]
fn money_days_and_small_numbers_are_read() {
    let pounds = |value| number(value).in_unit(FigureUnit::Pounds);
    check(vec![
        ("£9.2m", pounds(9_200_000.0)),        // paper 003, line 298
        ("£10.295m", pounds(10_295_000.0)),    // paper 003, line 298
        ("£3.5 million", pounds(3_500_000.0)), // paper 003, line 66
        ("£647,000", pounds(647_000.0)),       // paper 001, line 2364
        ("£3,857", pounds(3857.0)),            // paper 001, line 2171
        ("35 working days", number(35.0).in_unit(FigureUnit::Days)), // paper 001, line 1235
        ("15 days", number(15.0).in_unit(FigureUnit::Days)),
        ("2 million", number(2_000_000.0)),
        ("<5", says().suppressed()),
        ("< 5", says().suppressed()),
        ("fewer than 5 (2008)", says().suppressed().period("2008")),
        ("-4.6%", percent(-4.6)),
        ("\u{2212}3.2", number(-3.2)),
        ("0%", percent(0.0)),
        ("100%", percent(100.0)),
        ("78 per cent", percent(78.0)),
        ("2246 (9.5%)", percent(9.5).count(2246.0)),
        ("1171/1536", says().of(1171.0, 1536.0)),
        ("22 of 26", says().of(22.0, 26.0)),
        ("  8.9%  ", percent(8.9)),
    ]);
}

#[test]
fn the_ways_of_saying_that_there_is_no_figure_are_told_apart() {
    use Missing::{
        AnnualOnly, Dash, NotApplicable, NotCompleted, NotSet, NotYetAvailable, Other,
        ToBeDetermined,
    };
    let rows = [
        ("To be established", Some(ToBeDetermined)), // paper 003, line 11
        ("N/A", Some(NotApplicable)),                // paper 003, line 11
        ("*See comment at bottom of table", Some(Other)), // paper 003, line 11
        ("New indicator no target set", Some(NotSet)), // paper 003, line 17
        ("Result not yet available", Some(NotYetAvailable)), // paper 003, line 19
        (
            "subject to outcome of national annual review",
            Some(ToBeDetermined),
        ), // paper 003, line 98
        ("to be reviewed", Some(ToBeDetermined)),    // paper 003, line 143
        (
            "2008/09 new data return - baseline being assessed",
            Some(ToBeDetermined),
        ), // paper 003, line 184
        (
            "2008/09 new data return - baseline will be in place by March 2009",
            Some(ToBeDetermined),
        ), // line 186
        ("Targets to be set", Some(ToBeDetermined)), // paper 003, line 184
        ("not applicable", Some(NotApplicable)),     // paper 003, line 186
        (
            "There is no target for the 2007/08 academic year. This national indicator relates to outcomes in summer 2009.",
            Some(NotSet),
        ), // paper 003, line 336
        (
            "Baseline and target to be set through Place Survey",
            Some(ToBeDetermined),
        ), // paper 003, line 368
        ("Annually reported", Some(AnnualOnly)),     // paper 001, line 863
        ("TBD", Some(ToBeDetermined)),               // paper 001, line 996
        (
            "The 2009 figures are released in February 2011",
            Some(NotYetAvailable),
        ), // paper 001, line 996
        ("n/a", Some(NotApplicable)),                // paper 001, line 1000
        ("No year end prediction is available", Some(NotSet)), // paper 001, line 1000
        ("Annual PI", Some(AnnualOnly)),             // paper 001, line 1091
        ("Not completed", Some(NotCompleted)),       // paper 001, line 1092
        ("Annual PI to be reported in Q4", Some(AnnualOnly)), // paper 001, line 1237
        ("Information will be available at Q4", Some(NotYetAvailable)), // paper 001, line 1312
        (
            "Published national indicator data not yet available",
            Some(NotYetAvailable),
        ), // paper 001, line 1598
        (
            "To be determined \u{2013} survey used to obtain this result is currently under review",
            Some(ToBeDetermined),
        ), // paper 001, line 1683
        ("-", Some(Dash)),
        ("\u{2013}", Some(Dash)),
        ("", None),
    ];
    for (text, missing) in rows {
        let expected = Figure {
            missing,
            text: text.to_owned(),
            ..Figure::default()
        };
        assert_eq!(Figure::read(text), expected, "{text}");
    }
}

#[test]
fn garbled_cells_and_sentences_are_text_alone() {
    for text in [
        "%0'26",
        "%0.36",
        "%08",
        "%0.06",
        "%26",                  // paper 001, lines 865 to 1234
        "%6:02",                // line 1312
        "(0.",                  // line 1684
        "PROV 35. (2009/10 ac", // line 1698
        "Narrow the gap between the Leeds out of work claimant rate & the overall rate for the combined NI areas to \
         16.5% by Q2 May 2011.", // line 1699
        "30-45 peer mentors",
        "10 - 12",
        "70% - 80%",
        "10 Nov 2010",
        "2008/09",
        "2010-09",
        "31st March 2009",
        "1,28",
        "597 115",
        "9O",
    ] {
        let figure = Figure::read(text);
        let provisional = figure.provisional;
        assert_eq!(
            figure,
            Figure {
                text: text.to_owned(),
                provisional,
                ..Figure::default()
            },
            "{text}"
        );
    }
}

#[test]
fn two_joined_years_in_brackets_are_a_fraction_only_if_they_give_the_percentage() {
    check(vec![
        ("90.9% (10/11)", percent(90.9).of(10.0, 11.0)),
        ("22.1% (10/11)", percent(22.1).period("2010/11")),
        ("87.5% (07/08)", percent(87.5).period("2007/08")),
    ]);
}

#[test]
fn an_indicator_takes_from_a_cell_the_number_of_its_unit() {
    let both = Figure::read("1,281 (83.6 per 10,000)");
    assert_eq!(
        both.value_in(Some(&FigureUnit::RatePer(10_000))),
        Some(83.6)
    );
    assert_eq!(both.value_in(Some(&FigureUnit::RatePer(1000))), None);
    assert_eq!(both.value_in(None), Some(1281.0));
    let share = Figure::read("9.5% (2246)");
    assert_eq!(share.value_in(Some(&FigureUnit::Percent)), Some(9.5));
    assert_eq!(share.value_in(None), Some(2246.0));
    assert_eq!(share.value_in(Some(&FigureUnit::Pounds)), None);
    let gap = Figure::read("28% points"); // NI 81, paper 001, line 1314, whose result is "30%"
    assert_eq!(gap.value_in(Some(&FigureUnit::Percent)), Some(28.0));
    let bare = Figure::read("48.1 (677) for 2007");
    assert_eq!(bare.value_in(Some(&FigureUnit::RatePer(1000))), Some(48.1));
    assert_eq!(bare.value_in(None), Some(48.1));
    assert_eq!(Figure::read("28 schools").value_in(None), Some(28.0));
}

#[test]
fn a_printed_fraction_can_be_checked_against_its_percentage() {
    let right = Figure::read("76.24% (1171/1536)");
    assert!(is_as_published(
        right.value.unwrap(),
        right.fraction_percent().unwrap()
    ));
    let wrong = Figure::read("35.73% (35835/100236)"); // paper 003, line 14: it is 35.75
    assert!(!is_as_published(
        wrong.value.unwrap(),
        wrong.fraction_percent().unwrap()
    ));
    assert_eq!(Figure::read("0% (0/0)").fraction_percent(), None);
}

proptest! {
    #[test]
    fn no_cell_makes_reading_fail_and_its_text_is_kept(text in "\\PC*") {
        prop_assert_eq!(Figure::read(&text).text, text);
    }

    #[test]
    fn no_cell_of_likely_pieces_makes_reading_fail(
        pieces in prop::collection::vec(prop::sample::select(vec![
            "83.6", "1,281", "(", ")", "%", "/", "per", "10,000", "2007", "08", "£", "m", "<", "5", "-", " ", " - ", "points",
            "provisional", "schools", "out of", "\u{e9}", "academic year", "Sept",
        ]), 0..10)
    ) {
        let text = pieces.concat();
        let figure = Figure::read(&text);
        prop_assert!([figure.value, figure.count, figure.numerator, figure.denominator].iter().flatten().all(|n| n.is_finite()));
        prop_assert!(!(figure.suppressed && figure.value.is_some()));
    }
}
