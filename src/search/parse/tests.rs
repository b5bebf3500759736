//! Queries and how they are read.

use super::*;
use crate::domain::period::Period;
use crate::search::field::{FieldSpec, Values};
use crate::search::filter::{FieldKey, Test};
use crate::search::query::Trouble;

const FIELDS: &[FieldSpec<'static>] = &[
    FieldSpec::new("rating", Values::Choice(&["red", "amber", "green"]), "").also(&["rag"]),
    FieldSpec::new("stage", Values::Steps(&["1", "2", "3", "4", "5", "6"]), ""),
    FieldSpec::new(
        "due",
        Values::Read {
            is_one: is_month,
            like: "2010-12",
        },
        "",
    ),
    FieldSpec::new("code", Values::Code, ""),
    FieldSpec::new("officer", Values::Text, "").also(&["lead"]),
    FieldSpec::new("status", Values::Choice(&["on_track", "missed"]), ""),
];

fn is_month(text: &str) -> bool {
    Period::read(text).is_some()
}

fn parse(input: &str) -> Result<Query, QueryError> {
    let is_code =
        |text: &str| text.eq_ignore_ascii_case("ni 117") || text.eq_ignore_ascii_case("ni 45");
    Query::parse(
        input,
        &Grammar {
            fields: FIELDS,
            is_code: &is_code,
            known: &|_| &[],
        },
    )
}

#[test]
fn queries_are_read_as_they_say() {
    let cases = [
        ("lookd aftr exclus", "lookd and aftr and exclus"),
        ("'word", "exactly “word”"),
        ("\"two words\" x", "exactly “two words” and x"),
        ("\"open quo", "exactly “open quo”"),
        ("“pasted quotes”", "exactly “pasted quotes”"),
        (
            "^start end$ ^all$",
            "starting “start” and ending “end” and all of it “all”",
        ),
        ("!not", "not exactly “not”"),
        (
            "!\"not these\" !rating:red",
            "not exactly “not these” and not rating red",
        ),
        ("a | b c", "a or b and c"),
        ("a|b", "a or b"),
        ("| a | | b |", "a or b"),
        ("! ' ^ | $ \"", "$"),
        ("ni 117 young", "ni 117 and young"),
        ("ni 117 | ni 45", "ni 117 or ni 45"),
        ("rating:red,amber", "rating red or amber"),
        ("RAG:Red", "rating red"),
        (
            "rating:red | due:<2010-12",
            "rating red or due below 2010-12",
        ),
        (
            "stage:3..5 stage:4.. stage:..2",
            "stage 3 to 5 and stage at least 4 and stage at most 2",
        ),
        (
            "due:>=2010 due:2010-10..2011-03",
            "due at least 2010 and due 2010-10 to 2011-03",
        ),
        ("code:NI*", "code like NI*"),
        (
            "officer:\"Sally Threlfall\",Jack",
            "officer Sally Threlfall or Jack",
        ),
        ("status:on-track", "status on_track"),
        (
            "http://x.y 9:30 note: 2:x",
            "http://x.y and 9:30 and note: and 2:x",
        ),
        ("cost US$", "cost and US$"),
        ("  doubled   blanks ", "doubled and blanks"),
        ("", ""),
    ];
    for (typed, read) in cases {
        assert_eq!(parse(typed).unwrap().to_string(), read, "{typed:?}");
    }
}

#[test]
fn a_mistyped_field_or_value_is_an_error_that_names_the_nearest_and_its_place() {
    let cases = [
        (
            "é raitng:red",
            Trouble::UnknownField,
            "raitng",
            Some("rating"),
        ),
        ("zzzzzz:1", Trouble::UnknownField, "zzzzzz", None),
        ("leda:x", Trouble::UnknownField, "leda", Some("officer")),
        (
            "rating:red,purpel",
            Trouble::UnknownValue("rating".into()),
            "purpel",
            None,
        ),
        (
            "rating:grene",
            Trouble::UnknownValue("rating".into()),
            "grene",
            Some("green"),
        ),
        (
            "stage:3..9",
            Trouble::UnknownValue("stage".into()),
            "3..9",
            Some("1"),
        ),
        ("rating:", Trouble::MissingValue, "rating:", None),
        ("due:<", Trouble::MissingValue, "<", None),
        ("rating:<red", Trouble::NotOrdered, "<red", None),
    ];
    for (typed, trouble, at, near) in cases {
        let error = parse(typed).unwrap_err();
        assert_eq!(error.trouble, trouble, "{typed}");
        assert_eq!(typed.get(error.range.clone()), Some(at), "{typed}");
        assert_eq!(error.nearest.as_deref(), near, "{typed}");
    }
    let told = parse("rating:grene").unwrap_err().to_string();
    assert_eq!(told, "“grene” is no rating; did you mean “green”?");
    assert!(parse("rating:").unwrap_err().is_unfinished_in("rating:"));
}

#[test]
fn filters_carry_the_callers_field_number() {
    let query = parse("due:<2010-12").unwrap();
    let filter = query.filters().next().unwrap();
    assert_eq!(
        (filter.field, filter.tests.as_slice()),
        (FieldKey(2), &[Test::Below("2010-12".into())][..])
    );
    assert_eq!(filter.range, 0..12);
}
