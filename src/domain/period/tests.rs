use proptest::prelude::*;

use super::Period;
use crate::domain::day::Day;

fn day(text: &str) -> Day {
    Day::read_iso(text).unwrap()
}

fn read(text: &str) -> Period {
    Period::read(text).unwrap_or_else(|| panic!("{text} should be a period"))
}

/// What stands in the papers, and the canonical form of what it means there.
const SPELLINGS: [(&str, &str); 59] = [
    // Paper 003: headings and indicator tables.
    ("2008/09 Quarter 4", "2008/09 Q4"),       // line 49
    ("2007", "2007"),                          // line 12
    ("2007/08", "2007/08"),                    // line 13
    ("Jan - Dec 2007", "2007"),                // line 15
    ("2006/07 Academic Year", "2006/07 AY"),   // line 16
    ("09/10 academic year", "2009/10 AY"),     // line 16
    ("09/010 academic year", "2009/10 AY"),    // line 17
    ("for 08/09 academic year", "2008/09 AY"), // line 18
    ("2005/06", "2005/06"),                    // line 19
    (
        "An average of Nov, Dec 2006 and Jan 2007",
        "2006-11..2007-01",
    ), // line 20
    ("Average of Nov, Dec, and Jan 2006/07", "2006-11..2007-01"), // line 293
    ("Qtr 2 in 2007", "2007 Q2"),              // line 27
    ("31st March 2009", "2009-03"),            // line 29
    ("By September 2008", "2008-09"),          // line 60
    ("Academic years 2009-11", "2009-09..2011-08"), // line 66
    ("1998", "1998"),                          // line 98
    ("for 2007", "2007"),                      // line 98
    ("Mar-10", "2010-03"),                     // line 103
    ("December 2007", "2007-12"),              // line 142
    ("Apr-Dec 2007", "2007-04..2007-12"),      // line 143
    ("Academic Year 2009-10", "2009/10 AY"),   // line 268
    ("Sept 2009", "2009-09"),                  // line 298
    ("2009/2010 academic year", "2009/10 AY"), // line 334
    ("2007/08 academic year.", "2007/08 AY"),  // line 338
    // Paper 001: headings and indicator tables.
    ("QUARTER 2 2010/11", "2010/11 Q2"), // line 101
    ("Q2 2009/10", "2009/10 Q2"),        // line 654
    ("Q4 2008/9", "2008/09 Q4"),         // line 654
    ("2010/11 Q1", "2010/11 Q1"),        // line 670
    ("October 2010 to March 2011", "2010-10..2011-03"), // line 821
    ("(2008/09 academic year)", "2008/09 AY"), // line 864
    ("08-09", "2008/09"),                // line 1234
    ("07/08", "2007/08"),                // line 1236
    ("October 2010 \u{2013} March 2011", "2010-10..2011-03"), // line 1405
    ("ay 08-09", "2008/09 AY"),          // line 1593
    ("ay 09- 10", "2009/10 AY"),         // line 1593
    ("05/06", "2005/06"),                // line 1687
    ("Feb 2010", "2010-02"),             // line 1698
    ("Q1 2009", "2009 Q1"),              // line 1700
    ("2007-2008", "2007/08"),            // line 2168
    // Paper 000.
    ("September 09", "2009-09"),         // line 8
    ("quarter 4 2009/10", "2009/10 Q4"), // line 27
    ("Q3 09/10", "2009/10 Q3"),          // line 39
    ("Q4 (08/09)", "2008/09 Q4"),        // line 48
    // The design's own examples, and others that people write.
    ("2008-09 AY", "2008/09 AY"),
    ("Quarter 4 2008/09", "2008/09 Q4"),
    ("2008/09 academic year", "2008/09 AY"),
    ("Sept 2010", "2010-09"),
    ("Sept. 2010", "2010-09"),
    ("Sep '10", "2010-09"),
    ("Oct - Mar 2011", "2010-10..2011-03"),
    ("second quarter of 2010/11", "2010/11 Q2"),
    ("2010/11 (Q2)", "2010/11 Q2"),
    ("H2 2010/11", "2010/11 H2"),
    ("1999/00", "1999/00"),
    ("1999/2000", "1999/00"),
    ("2007\u{2013}2008 school year", "2007/08 AY"),
    ("calendar year 2007", "2007"),
    ("30 June 2009", "2009-06"),
    ("2010-10 to 2011-03", "2010-10..2011-03"),
];

#[test]
fn a_period_is_read_in_every_spelling_of_the_papers() {
    for (text, canonical) in SPELLINGS {
        let read = Period::read(text).map(|period| period.to_string());
        assert_eq!(read.as_deref(), Some(canonical), "{text}");
    }
}

#[test]
fn each_canonical_form_is_a_kind_of_its_own() {
    let rows = [
        ("2010/11", Period::FinancialYear(2010)),
        (
            "2010/11 Q2",
            Period::FinancialQuarter {
                year: 2010,
                quarter: 2,
            },
        ),
        (
            "2010/11 H1",
            Period::FinancialHalf {
                year: 2010,
                half: 1,
            },
        ),
        ("2009/10 AY", Period::AcademicYear(2009)),
        ("2007", Period::CalendarYear(2007)),
        (
            "2010-09",
            Period::Month {
                year: 2010,
                month: 9,
            },
        ),
        (
            "2009 Q2",
            Period::CalendarQuarter {
                year: 2009,
                quarter: 2,
            },
        ),
        (
            "2010-10..2011-03",
            Period::Span {
                from: (2010, 10),
                to: (2011, 3),
            },
        ),
    ];
    for (text, period) in rows {
        assert_eq!(read(text), period, "{text}");
        assert_eq!(period.to_string(), text);
    }
}

#[test]
fn a_dashed_year_with_a_month_as_second_part_is_a_month() {
    assert_eq!(
        read("2008-09"),
        Period::Month {
            year: 2008,
            month: 9
        }
    );
    assert_eq!(
        read("2010-11"),
        Period::Month {
            year: 2010,
            month: 11
        }
    );
}

#[test]
fn a_dashed_year_is_a_year_with_a_word_or_where_its_second_part_is_no_month() {
    assert_eq!(read("2012-13"), Period::FinancialYear(2012));
    assert_eq!(read("2008-09 financial year"), Period::FinancialYear(2008));
    assert_eq!(read("FY 2008-09"), Period::FinancialYear(2008));
    assert_eq!(
        read("2008-09 Q4"),
        Period::FinancialQuarter {
            year: 2008,
            quarter: 4
        }
    );
    assert_eq!(read("2009-2010"), Period::FinancialYear(2009));
}

#[test]
fn what_is_no_period_is_refused() {
    for text in [
        "",
        "2009-13",
        "2009/11",
        "2010/10",
        "Q5 2010/11",
        "H3 2010/11",
        "1899",
        "2200",
        "2199/2200 AY Q2",
        "2010-13",
        "2010-00",
        "2010-9",
        "2008-9",
        "10 Nov 2010",
        "30 March 2009",
        "31 June 2010",
        "Q2",
        "Qtr 3",
        "September",
        "Oct-Mar cumulative",
        "373/523",
        "93/135",
        "SAP<35",
        "provisional",
        "Dec 2010 - Jan 2010",
        "June 2009, Sept 2009",
        "2011-03..2010-10",
        "Q2 2010/11 AY",
        "2010/11 onwards",
        "1/12",
        "KS2",
        "3/2010",
    ] {
        assert_eq!(Period::read(text), None, "{text}");
    }
}

#[test]
fn a_period_has_its_first_and_last_day() {
    let rows = [
        ("2010/11", "2010-04-01", "2011-03-31", 365),
        ("2010/11 Q2", "2010-07-01", "2010-09-30", 92),
        ("2008/09 Q4", "2009-01-01", "2009-03-31", 90), // paper 004, line 35, of the year before
        ("2007/08 Q4", "2008-01-01", "2008-03-31", 91), // paper 004, line 35
        ("2010/11 H2", "2010-10-01", "2011-03-31", 182),
        ("2009/10 AY", "2009-09-01", "2010-08-31", 365),
        ("2007", "2007-01-01", "2007-12-31", 365),
        ("2008-02", "2008-02-01", "2008-02-29", 29),
        ("2009 Q1", "2009-01-01", "2009-03-31", 90),
        ("2007-04..2007-12", "2007-04-01", "2007-12-31", 275),
    ];
    for (text, first, last, days) in rows {
        let period = read(text);
        assert_eq!(
            (period.first(), period.last(), period.days()),
            (day(first), day(last), days),
            "{text}"
        );
    }
}

#[test]
fn periods_sort_by_last_day_then_by_length() {
    let mut texts = [
        "2010/11",
        "2010/11 Q1",
        "2009/10",
        "2011-03",
        "2010/11 H2",
        "2010/11 Q4",
        "2010",
        "2010/11 AY",
    ];
    texts.sort_by_key(|text| read(text));
    assert_eq!(
        texts,
        [
            "2009/10",
            "2010/11 Q1",
            "2010",
            "2011-03",
            "2010/11 Q4",
            "2010/11 H2",
            "2010/11",
            "2010/11 AY"
        ]
    );
}

#[test]
fn a_period_knows_its_neighbours() {
    let rows = [
        ("2010/11", "2009/10", "2011/12", "2009/10"),
        ("2010/11 Q1", "2009/10 Q4", "2010/11 Q2", "2009/10 Q1"),
        ("2010/11 H2", "2010/11 H1", "2011/12 H1", "2009/10 H2"),
        ("2009/10 AY", "2008/09 AY", "2010/11 AY", "2008/09 AY"),
        ("2007", "2006", "2008", "2006"),
        ("2010-01", "2009-12", "2010-02", "2009-01"),
        ("2009 Q1", "2008 Q4", "2009 Q2", "2008 Q1"),
        (
            "2010-10..2011-03",
            "2010-04..2010-09",
            "2011-04..2011-09",
            "2009-10..2010-03",
        ),
    ];
    for (text, previous, next, year_before) in rows {
        let period = read(text);
        assert_eq!(period.previous(), Some(read(previous)), "{text}");
        assert_eq!(period.next(), Some(read(next)), "{text}");
        assert_eq!(period.a_year_before(), Some(read(year_before)), "{text}");
    }
    assert_eq!(read("1900").previous(), None);
    assert_eq!(read("2199/00").next(), None);
}

#[test]
fn the_financial_year_is_the_one_of_the_last_day() {
    let rows = [
        ("2007/08 AY", "2008/09"), // paper 003, line 60: reported in 2008/09
        ("2010/11 Q2", "2010/11"),
        ("2011-03", "2010/11"),
        ("2011-04", "2011/12"),
        ("2007", "2007/08"),
        ("2010/11", "2010/11"),
    ];
    for (text, year) in rows {
        assert_eq!(read(text).financial_year(), Some(read(year)), "{text}");
    }
}

#[test]
fn containing_and_overlapping_go_by_days() {
    assert!(read("2010/11").contains(read("2010/11 Q2")));
    assert!(read("2010/11").contains(read("2010/11")));
    assert!(read("2010/11 H2").contains(read("2010-10..2011-03")));
    assert!(!read("2010/11").contains(read("2010")));
    assert!(read("2010/11").overlaps(read("2010")));
    assert!(!read("2010/11").overlaps(read("2009/10")));
}

#[test]
fn spans_are_of_one_kind_only_at_the_same_length() {
    assert!(read("Apr-Dec 2007").same_kind(read("Apr-Dec 2008")));
    assert!(!read("Apr-Dec 2007").same_kind(read("Apr-Nov 2008")));
    assert!(read("2010/11 Q1").same_kind(read("2009/10 Q4")));
    assert!(!read("2009/10 AY").same_kind(read("2009/10")));
}

#[test]
fn a_day_has_its_month_and_its_financial_quarter() {
    assert_eq!(Period::month_of(day("2010-11-10")), read("2010-11"));
    for (text, quarter) in [
        ("2010-11-10", "2010/11 Q3"),
        ("2009-03-31", "2008/09 Q4"),
        ("2010-04-01", "2010/11 Q1"),
        ("2010-09-30", "2010/11 Q2"),
    ] {
        assert_eq!(Period::quarter_of(day(text)), read(quarter), "{text}");
    }
}

#[test]
fn a_period_pads_like_a_word() {
    assert_eq!(format!("{:>12}|", read("2010/11 Q2")), "  2010/11 Q2|");
}

fn any_period() -> impl Strategy<Value = Period> {
    let year = 1900_i16..2200;
    prop_oneof![
        year.clone().prop_map(Period::FinancialYear),
        (year.clone(), 1_u8..=4)
            .prop_map(|(year, quarter)| Period::FinancialQuarter { year, quarter }),
        (year.clone(), 1_u8..=2).prop_map(|(year, half)| Period::FinancialHalf { year, half }),
        year.clone().prop_map(Period::AcademicYear),
        year.clone().prop_map(Period::CalendarYear),
        (year.clone(), 1_u8..=12).prop_map(|(year, month)| Period::Month { year, month }),
        (year.clone(), 1_u8..=4)
            .prop_map(|(year, quarter)| Period::CalendarQuarter { year, quarter }),
        ((year.clone(), 1_u8..=12), (year, 1_u8..=12)).prop_map(|(one, two)| Period::Span {
            from: one.min(two),
            to: one.max(two)
        }),
    ]
}

proptest! {
    #[test]
    fn every_period_reads_its_own_display(period in any_period()) {
        prop_assert_eq!(Period::read(&period.to_string()), Some(period));
    }

    #[test]
    fn reading_any_text_never_fails(text in "\\PC*") {
        let _ = Period::read(&text);
    }

    #[test]
    fn reading_any_text_of_dates_never_fails(
        words in prop::collection::vec(prop::sample::select(vec![
            "Q", "2", "2010", "/", "11", "-", "AY", "academic", "year", "Sept", "May", "31", "st", "..", ",", "and", "(", ")",
            "half", "first", "to", "99", "0",
        ]), 0..12)
    ) {
        let spaced = words.join(" ");
        if let Some(period) = Period::read(&spaced) {
            prop_assert_eq!(Period::read(&period.to_string()), Some(period));
        }
    }

    #[test]
    fn order_agrees_with_equality_and_neighbours_touch(one in any_period(), two in any_period()) {
        prop_assert_eq!(one == two, one.cmp(&two).is_eq());
        if let Some(next) = one.next() {
            prop_assert_eq!(next.first(), one.last().plus_days(1));
            prop_assert!(next.same_kind(one));
            prop_assert_eq!(next.previous(), Some(one));
        }
        if one.contains(two) {
            prop_assert!(one.overlaps(two));
            prop_assert!(one.days() >= two.days());
        }
    }

    #[test]
    fn a_period_made_by_hand_of_any_numbers_never_fails(year in any::<i16>(), part in any::<u8>(), to in any::<(i16, u8)>()) {
        for period in [
            Period::FinancialYear(year),
            Period::FinancialQuarter { year, quarter: part },
            Period::FinancialHalf { year, half: part },
            Period::Month { year, month: part },
            Period::Span { from: (year, part), to },
        ] {
            let _ = (period.first(), period.last(), period.days(), period.next(), period.previous());
            let _ = (period.to_string(), period.financial_year(), period.a_year_before(), period.checked());
        }
    }
}
