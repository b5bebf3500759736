use super::*;
use crate::domain::period::Period;
use crate::domain::rating::Rating;

fn context() -> Context {
    Context {
        period: Period::read("2010/11 Q2"),
        scale: vec![Rating::Red, Rating::Amber, Rating::Green],
        unit: None,
    }
}

/// What is kept of a typed text, or why it is not.
fn kept(entry: Entry, text: &str) -> String {
    match read(entry, text, &context()) {
        Ok(typed) => typed
            .value
            .map_or("nothing".to_owned(), |it| it.to_string()),
        Err(trouble) => format!("no: {trouble}"),
    }
}

#[test]
fn every_way_of_entering_reads_what_fits_and_refuses_what_does_not() {
    let directions = Entry::Choice(words::<crate::domain::rating::Direction>);
    for (entry, text, value) in [
        (Entry::Line, "  A title ", "\"A title\""),
        (Entry::Line, "   ", "nothing"),
        (Entry::Prose, "one\ntwo\n", "\"one\\ntwo\""),
        (Entry::Number, "1,281", "1281"),
        (Entry::Number, "-4.60", "-4.6"),
        (Entry::Number, "4 apples", "no: no number"),
        (Entry::Number, "1e400", "no: no number"),
        (Entry::Period, "Q2 2010/11", "\"2010/11 Q2\""),
        (Entry::Period, "Sept 2010", "\"2010-09\""),
        (Entry::Period, "", "nothing"),
        (Entry::Day, "10th Nov 2010", "\"2010-11-10\""),
        (
            Entry::Day,
            "31 Feb 2010",
            "no: no day; write it like 10 Nov 2010 or 2010-11-10",
        ),
        (Entry::When, "December 2010", "\"2010-12\""),
        (Entry::When, "1 December 2010", "\"2010-12-01\""),
        (Entry::When, "in due course", "\"in due course\""),
        (Entry::Unit, "per 10,000", "{\"rate_per\":10000}"),
        (Entry::Unit, "out of 40", "{\"out_of\":40}"),
        (Entry::Unit, "%", "\"percent\""),
        (Entry::Tolerance, "2 points", "{\"points\":2}"),
        (Entry::Tolerance, "5%", "{\"percent\":5}"),
        (Entry::Tolerance, "floor 60", "{\"floor\":60}"),
        (
            Entry::Tolerance,
            "a bit",
            "no: no tolerance; write 2 points, 5 percent or floor 60",
        ),
        (Entry::Pairs, "A = b\nC=d e", "{\"A\":\"b\",\"C\":\"d e\"}"),
        (
            Entry::Pairs,
            "A",
            "no: “A” is no pair; write SRE = sex and relationships education",
        ),
        (Entry::Pairs, "A=b\nA=c", "no: “A” stands twice"),
        (Entry::Flag, "Y", "true"),
        (Entry::Flag, "no", "false"),
        (Entry::Flag, "maybe", "no: none of yes, no"),
        (directions, "det", "\"deteriorating\""),
        (directions, "Static", "\"static\""),
        (
            directions,
            "up",
            "no: none of improving, static, deteriorating",
        ),
        (Entry::Rating, "a", "\"amber\""),
        (Entry::Rating, "blue", "no: none of red, amber, green"),
    ] {
        assert_eq!(kept(entry, text), value, "{text:?}");
    }
    assert!(kept(Entry::Period, "next time").starts_with("no: no period"));
    assert!(kept(Entry::Unit, "per cents").starts_with("no: no unit"));
}

#[test]
fn the_reading_says_which_stretch_of_time_is_meant() {
    let reading = |entry, text: &str| read(entry, text, &context()).unwrap().reading;
    for (entry, text, words) in [
        (
            Entry::Period,
            "Q2 2010/11",
            "read as 2010/11 Q2: 1 Jul 2010 to 30 Sep 2010",
        ),
        (
            Entry::Period,
            "2008-09 AY",
            "read as 2008/09 AY: 1 Sep 2008 to 31 Aug 2009",
        ),
        (Entry::Day, "31/3/09", "read as 31 Mar 2009"),
        (
            Entry::Timescale { slips: true },
            "September 2009 & 2010",
            "read as 30 Sep 2009, 30 Sep 2010",
        ),
        (
            Entry::Timescale { slips: true },
            "Ongoing",
            "read as open-ended",
        ),
        (
            Entry::Timescale { slips: true },
            "when we can",
            "no date is read in it; kept as words",
        ),
    ] {
        assert_eq!(reading(entry, text), words, "{text}");
    }
}

#[test]
fn what_a_field_shows_is_read_back_as_the_same_value() {
    for (entry, value) in [
        (Entry::Unit, "\"percentage_points\""),
        (Entry::Unit, "{\"rate_per\":10000}"),
        (Entry::Unit, "{\"out_of\":40}"),
        (Entry::Tolerance, "{\"points\":2}"),
        (Entry::Tolerance, "{\"percent\":2.5}"),
        (Entry::Tolerance, "{\"floor\":60}"),
        (
            Entry::Pairs,
            "{\"SRE\":\"sex and relationships education\",\"A\":\"b\"}",
        ),
        (Entry::Flag, "true"),
        (Entry::Number, "-4.6"),
        (Entry::Period, "\"2010-10..2011-03\""),
        (Entry::Line, "\"words\""),
    ] {
        let json = Json::parse(value).unwrap();
        assert_eq!(kept(entry, &shown(entry, &json)), value);
    }
}

#[test]
fn a_figure_is_typed_as_the_papers_print_it() {
    let percent = Some(Unit::Percent);
    let per_ten_thousand = Some(Unit::RatePer(10_000.0));
    for (text, unit, value, text_kept, reading) in [
        (
            "76.24% (1171/1536)",
            &percent,
            Some("76.24"),
            true,
            "read as 76.24%, 1171 of 1536",
        ), // paper 003, line 294
        (
            "9.5% (2246)",
            &percent,
            Some("9.5"),
            true,
            "read as 9.5%, count 2246",
        ), // paper 003, line 20
        (
            "1,281 (83.6 per 10,000)",
            &per_ten_thousand,
            Some("83.6"),
            true,
            "read as 83.6 /10k, count 1281",
        ), // paper 003, line 224
        ("78", &percent, Some("78"), false, "read as 78%"),
        ("78.0", &percent, Some("78"), true, "read as 78%"),
        ("n/a", &percent, None, true, "no figure: not applicable"),
        (
            "<5",
            &None,
            None,
            true,
            "a small number that is withheld; no figure",
        ),
        (
            "%0'26",
            &percent,
            None,
            true,
            "no figure can be read in it; kept as words",
        ),
        (
            "35 working days",
            &percent,
            None,
            true,
            "35 does not fit the unit (percent); kept as words",
        ),
        ("", &percent, None, false, ""),
    ] {
        let typed = read_figure(text, unit.as_ref());
        let key = |name: &str| {
            let found = typed.keys.iter().find(|(key, _)| *key == name);
            found.and_then(|(_, value)| value.clone())
        };
        assert_eq!(
            key("value").map(|it| it.to_string()).as_deref(),
            value,
            "{text}"
        );
        assert_eq!(key("text").is_some(), text_kept, "{text}");
        assert_eq!(typed.reading, reading, "{text}");
        let mut object = Object::default();
        for (key, value) in typed.keys {
            object.set(key, value);
        }
        assert_eq!(shown_figure(&object), text, "it is shown as it was typed");
    }
    assert!(read_figure("PROVISIONAL 51%", percent.as_ref()).provisional);
    assert_eq!(
        Unit::RatePer(10_000.0).printed(),
        Some(FigureUnit::RatePer(10_000))
    );
}

#[test]
fn a_timescale_that_moves_keeps_what_it_was() {
    let before = Json::parse("{\"text\":\"Nov 2010\",\"dates\":[\"2010-11-30\"]}").unwrap();
    let on = crate::domain::day::Day::read("2010-11-10");
    let after = moved(Some(&before), Some("Mar 2011"), true, on, " staff left ").unwrap();
    assert_eq!(
        after.as_str(),
        r#"{"text":"Mar 2011","was":[{"text":"Nov 2010","on":"2010-11-10","why":"staff left"}]}"#
    );
    let again = moved(Some(&after), Some("Jun 2011"), true, None, "").unwrap();
    assert!(
        again
            .as_str()
            .ends_with(r#","why":"staff left"},{"text":"Mar 2011"}]}"#)
    );
    assert_eq!(
        moved(Some(&before), Some("Nov 2010"), true, on, "x"),
        Some(before.clone())
    );
    assert_eq!(
        moved(Some(&before), Some("2011"), false, on, "")
            .unwrap()
            .as_str(),
        r#"{"text":"2011"}"#
    );
    assert_eq!(moved(None, None, true, on, ""), None);
}
