use super::*;
use crate::domain::json::Json;

fn number(value: f64) -> Option<Number> {
    Number::new(value)
}

#[test]
fn a_figure_is_its_shortest_number_with_its_unit() {
    let rows = [
        (76.24, Unit::Percent, "76.24 %"),
        (78.0, Unit::Percent, "78 %"),
        (83.6, Unit::RatePer(10_000.0), "83.6 /10k"),
        (15.0, Unit::OutOf(40.0), "15 of 40"),
        (24.9, Unit::PercentagePoints, "24.9 pts"),
        (9_200_000.0, Unit::Money, "£9,200,000"),
        (35.0, Unit::Days, "35 days"),
        (5971.0, Unit::Number, "5,971"),
        (-4.6, Unit::Score, "-4.6"),
        (-1234.5, Unit::Number, "-1,234.5"),
    ];
    for (value, unit, text) in rows {
        assert_eq!(
            figure_text(number(value), Some(&unit), "as published"),
            text
        );
    }
    assert_eq!(figure_text(number(677.0), None, ""), "677");
}

#[test]
fn a_figure_that_is_words_stays_words() {
    let words = "subject to outcome of national review";
    assert_eq!(figure_text(None, Some(&Unit::Percent), words), words);
    assert_eq!(figure_text(None, Some(&Unit::Percent), ""), "");
}

#[test]
fn published_words_are_told_only_where_they_say_more_than_the_number() {
    let rows = [
        (76.24, "76.24% (1171/1536)", true),
        (73.0, "73.0%", false),
        (6700.0, "6,700", false),
        (9.5, "9.5% (2246)", true),
        (80.0, "", false),
        (51.0, "PROVISIONAL 51%", true),
    ];
    for (value, words, told) in rows {
        assert_eq!(published(number(value), words).is_some(), told, "{words}");
    }
}

#[test]
fn words_with_another_number_contradict_the_record() {
    let rows = [
        (76.24, "76.24% (1171/1536)", false),
        (67.24, "76.24% (1171/1536)", true),
        (2246.0, "9.5% (2246)", false),
        (5.0, "TBD", false),
    ];
    for (value, words, contradicted) in rows {
        assert_eq!(contradicts(number(value), words), contradicted, "{words}");
    }
}

#[test]
fn a_difference_has_no_more_places_than_the_figures() {
    assert_eq!(number_text(difference(9.5, 8.9)), "0.6");
    assert_eq!(number_text(difference(81.3, 86.0)), "-4.7");
    assert_eq!(number_text(difference(35.73, 35.75)), "-0.02");
}

#[test]
fn a_cell_that_begins_with_a_number_lines_up_on_its_point() {
    let parts = |text: &str| split_figure(&[Span::plain(text)]);
    assert_eq!(
        parts("76.24"),
        Some(Parts {
            whole: 2,
            decimals: 3,
            rest: 0
        })
    );
    assert_eq!(
        parts("£9,200 a year"),
        Some(Parts {
            whole: 6,
            decimals: 0,
            rest: 7
        })
    );
    assert_eq!(
        parts("5. of 6"),
        Some(Parts {
            whole: 1,
            decimals: 0,
            rest: 6
        })
    );
    for words in ["see below", "", "-", "N/A"] {
        assert_eq!(parts(words), None, "{words}");
    }
}

#[test]
fn an_unknown_unit_adds_nothing() {
    let unit = Unit::Other(Json::of(&"bananas").unwrap());
    assert_eq!(figure_text(number(3.0), Some(&unit), ""), "3");
}
