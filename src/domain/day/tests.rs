use proptest::prelude::*;

use super::Day;

fn day(text: &str) -> Day {
    Day::read_iso(text).unwrap()
}

#[test]
fn a_day_is_read_in_every_spelling_of_the_papers() {
    let rows = [
        ("31st March 2009", "2009-03-31"),           // paper 003, line 29
        ("26<sup>th</sup> June 2008", "2008-06-26"), // paper 004, line 11
        ("16th July 2008", "2008-07-16"),            // paper 002, line 9
        ("16 December 2010", "2010-12-16"),          // paper 001, line 1730
        ("9 August 2010", "2010-08-09"),             // paper 001, line 978
        ("March 31 2011", "2011-03-31"),             // paper 001, line 828
        ("May 6th 2008", "2008-05-06"),              // paper 002, line 34
        ("20.10.2010", "2010-10-20"),                // paper 001, line 814
        ("29/10/10", "2010-10-29"),                  // paper 001, line 971
        ("10.11.10", "2010-11-10"),                  // paper 001, line 1074
        ("3/11/10", "2010-11-03"),                   // paper 001, line 1296
        ("1/2/11", "2011-02-01"),                    // paper 001, line 2376
        ("30/04/09", "2009-04-30"),                  // paper 003, line 256
        ("18 th November 2010", "2010-11-18"),       // paper 001, line 98
        ("Thursday, 20 th January 2011", "2011-01-20"), // paper 001, line 112
        ("10 Nov 2010", "2010-11-10"),
        ("10-Nov-10", "2010-11-10"),
        ("1st of April, 2009", "2009-04-01"),
        ("2009-03-31", "2009-03-31"),
        ("16/12/2010", "2010-12-16"),
        ("29 February 2008.", "2008-02-29"),
    ];
    for (text, iso) in rows {
        assert_eq!(Day::read(text), Some(day(iso)), "{text}");
    }
}

#[test]
fn what_is_no_day_is_refused() {
    for text in [
        "",
        "31 June 2010",
        "29 February 2009",
        "16/13/2010",
        "12/16/2010",
        "2010-02-30",
        "16th September",
        "September 2010",
        "2010",
        "Friday, 20 January 2011",
        "1.2.3.4",
        "31st March 2009 onwards",
        "10 Nov 1776",
        "45 March",
        "\u{661}/\u{661}/2010",
        "32nd March 2010",
    ] {
        assert_eq!(Day::read(text), None, "{text}");
    }
}

#[test]
fn only_the_file_form_is_read_as_the_file_form() {
    assert_eq!(
        Day::read_iso("2010-11-10")
            .map(|d| d.to_string())
            .as_deref(),
        Some("2010-11-10")
    );
    for text in [
        "2010-11-1",
        "20101110",
        "2010-11-10 ",
        "+010-11-10",
        "2010-11-10-1",
        "10/11/2010",
        "2010-11-31",
    ] {
        assert_eq!(Day::read_iso(text), None, "{text}");
    }
}

#[test]
fn days_and_months_are_counted_both_ways() {
    assert_eq!(day("2010-01-31").plus_months(1), day("2010-02-28"));
    assert_eq!(day("2008-02-29").plus_months(-12), day("2007-02-28"));
    assert_eq!(day("2010-03-31").plus_days(1), day("2010-04-01"));
    assert_eq!(day("2010-03-31").days_until(day("2010-11-10")), 224);
    assert_eq!(day("2010-11-10").days_until(day("2010-03-31")), -224);
    assert_eq!(day("2010-02-10").month_end(), day("2010-02-28"));
}

#[test]
fn a_day_shows_itself_short_and_sorts_by_time() {
    assert_eq!(day("2010-11-10").short(), "10 Nov");
    assert_eq!(format!("{:>12}", day("2010-11-10")), "  2010-11-10");
    assert!(day("2009-12-31") < day("2010-01-01"));
}

#[test]
fn no_count_of_days_or_months_leaves_the_calendar() {
    for days in [i64::MIN, i64::MAX] {
        let _ = day("2010-11-10").plus_days(days);
    }
    for months in [i32::MIN, i32::MAX] {
        let _ = day("2010-11-10").plus_months(months);
    }
}

proptest! {
    #[test]
    fn reading_any_text_never_fails_and_a_day_reads_its_own_display(text in "\\PC*", days in 0_i64..100_000) {
        let _ = (Day::read(&text), Day::read_iso(&text));
        let some = day("1900-01-01").plus_days(days);
        prop_assert_eq!(Day::read_iso(&some.to_string()), Some(some));
        prop_assert_eq!(Day::read(&some.to_string()), Some(some));
    }
}
