use proptest::prelude::*;

use super::{ImpliedStatus, Reading, read};
use crate::domain::day::Day;
use crate::domain::period::Period;

/// The trackers of paper 003 and of paper 001.
const SPRING_2009: &str = "2008/09 Q4";
const AUTUMN_2010: &str = "2010/11 Q2";

fn context(text: &str) -> Option<Period> {
    Period::read(text)
}

fn days(texts: &[&str]) -> Vec<Day> {
    texts
        .iter()
        .map(|text| Day::read_iso(text).unwrap())
        .collect()
}

fn dates_only(rows: &[(&str, &str, &[&str])]) {
    for (text, tracker, dates) in rows {
        let expected = Reading {
            dates: days(dates),
            ..Reading::default()
        };
        assert_eq!(read(text, context(tracker)), expected, "{text}");
    }
}

#[test]
fn the_timescales_of_the_2008_09_trackers_give_their_last_days() {
    dates_only(&[
        (
            "End of 2009/10 academic year. Reviewed quarterly.",
            SPRING_2009,
            &["2010-08-31"],
        ), // paper 003, line 63
        ("Academic years 2009-11", SPRING_2009, &["2011-08-31"]), // line 66
        ("Sep-09", SPRING_2009, &["2009-09-30"]),                 // line 67
        ("Mar-10", SPRING_2009, &["2010-03-31"]),                 // line 103
        ("16th September", SPRING_2009, &["2009-09-16"]),         // line 152
        ("October 2009", SPRING_2009, &["2009-10-31"]),           // line 227
        (
            "7th May 19th June 31st July  7th August 28th August July 2010",
            SPRING_2009,
            &[
                "2009-05-07",
                "2009-06-19",
                "2009-07-31",
                "2009-08-07",
                "2009-08-28",
                "2010-07-31",
            ],
        ), // line 229
        ("December 2008", SPRING_2009, &["2008-12-31"]),          // line 230
        (
            "As the number of 3rd sector agencies is unknown it is impossible to put a date on this but it is \
             anticipated that this work will continue well into summer 2010",
            SPRING_2009,
            &["2010-08-31"],
        ), // line 232
        (
            "September 2009 & 2010",
            SPRING_2009,
            &["2009-09-30", "2010-09-30"],
        ), // line 263
        (
            " January 2010 April 2010 December 2009 Sept 2009 Sept 2009 ",
            SPRING_2009,
            &["2009-09-30", "2009-12-31", "2010-01-31", "2010-04-30"],
        ), // line 298
        (
            "June 2009, Sept 2009 and Sept 2010.",
            SPRING_2009,
            &["2009-06-30", "2009-09-30", "2010-09-30"],
        ), // line 300
        (
            "a &amp; b) July 2009 (but then starting again from September 2009) c) From September 2009",
            SPRING_2009,
            &["2009-07-31", "2009-09-30"],
        ), // line 346
        (
            "a) September 2009 b) March 2010 c) June 2009 d) Analysis - autumn term",
            SPRING_2009,
            &["2009-06-30", "2009-09-30", "2009-12-31", "2010-03-31"],
        ), // line 347
    ]);
}

#[test]
fn the_timescales_of_the_2010_11_trackers_give_their_last_days() {
    dates_only(&[
        ("April 2011", AUTUMN_2010, &["2011-04-30"]), // paper 001, line 824
        ("March 31 2011", AUTUMN_2010, &["2011-03-31"]), // line 828
        ("Autumn 2010", AUTUMN_2010, &["2010-11-30"]), // line 853
        ("Feb 2011", AUTUMN_2010, &["2011-02-28"]),   // line 856
        ("November 2010 (revised)", AUTUMN_2010, &["2010-11-30"]), // line 979
        ("October 2010 New Action", AUTUMN_2010, &["2010-10-31"]), // line 990
        ("October", AUTUMN_2010, &["2010-10-31"]),    // line 1227
        (
            "October 2010 \u{2013} March 2011",
            AUTUMN_2010,
            &["2011-03-31"],
        ), // line 1405
        ("Nov 2010", AUTUMN_2010, &["2010-11-30"]),   // line 1406
        (
            "Statutory deadline March 2011.",
            AUTUMN_2010,
            &["2011-03-31"],
        ), // line 1668
        (
            "24 November 2010 13 December 2010",
            AUTUMN_2010,
            &["2010-11-24", "2010-12-13"],
        ), // line 2343
        ("13 January 2011", AUTUMN_2010, &["2011-01-13"]), // line 2350
        ("1/12/10", AUTUMN_2010, &["2010-12-01"]),    // line 2364
        ("Jan/Feb 2010", AUTUMN_2010, &["2010-02-28"]), // line 2365
    ]);
}

#[test]
fn a_long_sentence_gives_each_date_in_it() {
    let text = "Tests and teacher assessments at the Early Years Foundation Stage, key stage 1 and key stage 2 will be \
                undertaken during the summer term (quarter 1) and initial provisional outcomes for the 2008/09 academic \
                year will be published during quarter 2. At the start of the 2009/10 academic year (end of quarter 2) \
                initial analysis of attainment outcomes will be undertaken"; // paper 003, line 345
    let expected = days(&["2009-06-30", "2009-07-31", "2009-08-31", "2009-09-30"]);
    assert_eq!(
        read(text, context(SPRING_2009)),
        Reading {
            dates: expected,
            ..Reading::default()
        }
    );
}

#[test]
fn a_quarter_without_its_year_is_the_next_of_that_number() {
    dates_only(&[
        ("By end of Q1", SPRING_2009, &["2009-06-30"]),
        ("Q2", SPRING_2009, &["2009-09-30"]), // paper 003, line 372
        ("Q4", SPRING_2009, &["2010-03-31"]),
        ("Q2", AUTUMN_2010, &["2011-09-30"]),
        ("Quarter 3", AUTUMN_2010, &["2010-12-31"]),
        ("by Q2 2009/10", SPRING_2009, &["2009-09-30"]),
        ("second half", SPRING_2009, &["2010-03-31"]),
    ]);
    assert_eq!(read("Q2", None), Reading::default());
    assert_eq!(read("16th September", None), Reading::default());
}

#[test]
fn other_ways_of_writing_a_date_are_read() {
    dates_only(&[
        (
            "1. January 2010 2. April 2010",
            SPRING_2009,
            &["2010-01-31", "2010-04-30"],
        ),
        (
            "1) 3 July 2009 2) Sept '09",
            SPRING_2009,
            &["2009-07-03", "2009-09-30"],
        ),
        ("10 Nov 2010", AUTUMN_2010, &["2010-11-10"]),
        ("7-9 May 2011", AUTUMN_2010, &["2011-05-09"]),
        (
            "1 December 2010 to 31 March 2011",
            AUTUMN_2010,
            &["2011-03-31"],
        ), // paper 001, line 2361
        ("by end 2010", AUTUMN_2010, &["2010-12-31"]), // paper 001, line 827
        ("By 2013 14 Diplomas", AUTUMN_2010, &["2013-12-31"]), // paper 003, line 263
        ("early 2010", SPRING_2009, &["2010-04-30"]),  // paper 003, line 66
        ("mid May 2009", SPRING_2009, &["2009-05-20"]), // paper 003, line 8
        ("mid-July 2009", SPRING_2009, &["2009-07-20"]),
        ("start of 2010/11", SPRING_2009, &["2010-04-30"]),
        ("spring 2011", AUTUMN_2010, &["2011-05-31"]), // paper 001, line 1828
        ("Winter 2010/11", AUTUMN_2010, &["2011-02-28"]),
        ("spring term 2011", AUTUMN_2010, &["2011-04-30"]),
        ("2010/11", AUTUMN_2010, &["2011-03-31"]),
        (
            "Sept & Oct 2010",
            AUTUMN_2010,
            &["2010-09-30", "2010-10-31"],
        ),
        ("29 February", SPRING_2009, &["2012-02-29"]),
        (
            "Dec, Jan and Feb 2011",
            AUTUMN_2010,
            &["2010-12-31", "2011-01-31", "2011-02-28"],
        ),
    ]);
}

#[test]
fn ongoing_anywhere_makes_it_open_ended() {
    let rows: [(&str, &str, &[&str]); 6] = [
        ("Ongoing", SPRING_2009, &[]), // paper 003, line 153
        ("Ongoing September 09", SPRING_2009, &["2009-09-30"]), // paper 003, line 146
        (
            "Academic Year 2009-10 and ongoing.",
            SPRING_2009,
            &["2010-08-31"],
        ), // paper 003, line 268
        (
            "Ongoing, and throughout 2010/11 academic year",
            AUTUMN_2010,
            &["2011-08-31"],
        ), // paper 001, line 1483
        (
            "Ongoing, and throughout 2010/11 academic year (review April 2011)",
            AUTUMN_2010,
            &["2011-04-30", "2011-08-31"],
        ), // paper 001, line 1483
        ("This work is on-going", SPRING_2009, &[]),
    ];
    for (text, tracker, dates) in rows {
        let expected = Reading {
            dates: days(dates),
            open_ended: true,
            ..Reading::default()
        };
        assert_eq!(read(text, context(tracker)), expected, "{text}");
    }
}

#[test]
fn words_give_a_status_where_they_speak_of_the_whole() {
    let rows = [
        ("On hold", Some(ImpliedStatus::OnHold)), // paper 001, line 823
        ("On-hold until further notice", Some(ImpliedStatus::OnHold)),
        ("Completed", Some(ImpliedStatus::Completed)),
        ("Completed October 2010", Some(ImpliedStatus::Completed)),
        ("July 2010 - completed", Some(ImpliedStatus::Completed)),
        ("To be completed by March 2011", None),
        ("Not completed", None),
        ("Complete by July 2011", None),
        ("No longer on hold", None),
    ];
    for (text, status) in rows {
        assert_eq!(read(text, context(AUTUMN_2010)).status, status, "{text}");
    }
}

#[test]
fn one_of_several_things_completed_completes_nothing() {
    let reading = read(
        "Completed October 2010 (revised) Jan 2011 Feb 2011",
        context(AUTUMN_2010),
    ); // paper 001, line 982
    let dates = days(&["2010-10-31", "2011-01-31", "2011-02-28"]);
    assert_eq!(
        reading,
        Reading {
            dates,
            partly: true,
            ..Reading::default()
        }
    );
}

#[test]
fn what_says_no_date_is_not_understood() {
    for text in [
        "",
        "See Next Steps column",             // paper 003, line 371
        "These are reviewed every 6 months", // paper 003, line 236
        "Various",                           // paper 001, line 1083
        "6-8 weekly",                        // paper 001, line 2353
        "Termly",
        "as soon as the new officer is in post",
        "it may slip",
        "31 June 2010",
        "In line with monitoring arrangements for 14-19 Plan", // paper 000, line 10
        "£2010 spent",
        "2010%",
    ] {
        let reading = read(text, context(SPRING_2009));
        assert_eq!(reading, Reading::default(), "{text}");
        assert!(!reading.is_understood(), "{text}");
    }
}

#[test]
fn a_date_that_does_not_exist_is_left_out_and_told() {
    let reading = read("31 June 2010 and 31 July 2010", None);
    assert_eq!(
        reading,
        Reading {
            dates: days(&["2010-07-31"]),
            partly: true,
            ..Reading::default()
        }
    );
    let reading = read("Q2 and October 2010", None);
    assert_eq!(
        reading,
        Reading {
            dates: days(&["2010-10-31"]),
            partly: true,
            ..Reading::default()
        }
    );
}

proptest! {
    #[test]
    fn no_text_makes_reading_fail(text in "\\PC*") {
        let _ = read(&text, None);
        let _ = read(&text, context(SPRING_2009));
    }

    #[test]
    fn dates_are_sorted_and_each_is_there_once(
        words in prop::collection::vec(prop::sample::select(vec![
            "Q", "2", "2010", "/", "11", "-", "AY", "academic year", "Sept", "May", "31st", "to", ",", "and", "&", "early",
            "autumn", "term", "of", "Completed", "ongoing", "1.", "Monday", "2199", "1900",
        ]), 0..14)
    ) {
        let reading = read(&words.join(" "), context(AUTUMN_2010));
        prop_assert!(reading.dates.is_sorted_by(|one, two| one < two));
        prop_assert!(!reading.partly || reading.is_understood());
    }

    #[test]
    fn no_context_makes_reading_fail(year in any::<i16>(), quarter in any::<u8>()) {
        let _ = read("Q2, 29 February, October, autumn term", Some(Period::FinancialQuarter { year, quarter }));
    }
}
