//! Lists, their columns, and where a column puts a record.

use super::*;
use crate::analysis::index::Index;
use crate::analysis::moment::Moment;
use crate::domain::id::{Id, RecordRef};
use crate::store::format;

#[test]
fn every_list_shows_only_columns_that_it_can_show_and_none_twice() {
    for listing in Listing::ALL {
        let columns: Vec<Column> = listing.columns().collect();
        for (place, column) in columns.iter().enumerate() {
            let again = columns.iter().skip(place + 1).any(|it| it == column);
            assert!(!again, "{column} of {listing}");
        }
    }
}

#[test]
fn a_list_is_found_by_its_word_its_screen_and_its_kind() {
    for (word, listing) in [
        ("priorities", Some(Listing::Priorities)),
        ("Trackers", Some(Listing::Priorities)),
        ("priority", Some(Listing::Priorities)),
        ("recommendations", Some(Listing::Recommendations)),
        ("exceptions", Some(Listing::Exceptions)),
        ("nonsense", None),
    ] {
        assert_eq!(Listing::read(word), listing, "{word}");
    }
}

#[test]
fn a_sort_is_read_as_it_is_written() {
    for listing in Listing::ALL {
        for column in listing.sorts() {
            for sort in [Sort::by(column), Sort::by(column).reversed()] {
                assert_eq!(Sort::read(&sort.to_string()), Some(sort));
            }
        }
    }
    assert_eq!(Sort::read("-late"), Some(Sort::by(Column::Late)));
    assert_eq!(Sort::read("lateness"), None);
}

/// The ids in the order that a column gives them, those without a value left out.
fn order(kind: Kind, column: Column) -> Vec<String> {
    let text = r#"{"format":"scrutineer/1","current_period":"2010/11 Q2","as_of":"2010-11-10",
        "themes":[{"id":"t","code":"LN","title":"Learning"}],
        "priorities":[
            {"id":"a","code":"LN-10","theme":"t","title":"beta","indicators":["met"],"updates":[{"period":"2010/11 Q2","rating":"green","direction":"improving"}]},
            {"id":"b","code":"LN-2","title":"Alpha","officers":[{"role":"lead","post":"Head","organisation":"PCT"}],"indicators":["missed","missed2"],"updates":[{"period":"2010/11 Q2","rating":"red"}]},
            {"id":"c","code":"","title":"gamma","high_risk":true,"updates":[{"period":"2009/10 Q4","rating":"red"},{"period":"2010/11 Q2","rating":"amber","direction":"deteriorating"}]}],
        "indicators":[
            {"id":"met","code":"NI 117","title":"m","polarity":"rise","unit":"percent","targets":[{"reported":"2010/11 Q2","value":50}],"results":[{"reported":"2010/11 Q2","value":60}]},
            {"id":"missed","code":"NI 45","title":"x","polarity":"rise","targets":[{"reported":"2010/11 Q2","value":50}],"results":[{"reported":"2010/11 Q2","value":7}]},
            {"id":"missed2","code":"NI 5","title":"y","polarity":"rise","targets":[{"reported":"2010/11 Q2","value":50}],"results":[{"reported":"2010/11 Q2","value":8}]}],
        "actions":[
            {"id":"late","priority":"a","trackers":["2010/11 Q2"],"title":"l","timescale":{"text":"Mar-10","dates":["2010-03-31"]}},
            {"id":"done","priority":"a","trackers":["2010/11 Q2"],"title":"d","timescale":{"text":"Jan 2010","dates":["2010-01-31"]},"progress":[{"period":"2010/11 Q2","status":"completed"}]},
            {"id":"soon","priority":"a","trackers":["2010/11 Q2"],"title":"s","timescale":{"text":"Dec 2010","dates":["2010-12-31"]},"progress":[{"period":"2010/11 Q2","status":"on_track"}]}],
        "recommendations":[
            {"id":"r1","number":"10","text":"x","due":{"text":"Mar 2011","dates":["2011-03-31"]}},
            {"id":"r2","number":"9","text":"y","due":{"text":"Jan 2011","dates":["2011-01-31"]},"routes":[{"id":"1","kind":"direct","via":{"priority":"a"},"frequency":{"every":"annual"}}]}]}"#;
    let workspace = format::read(text.as_bytes()).unwrap();
    let index = Index::new(&workspace);
    let seen = Seen {
        workspace: &workspace,
        index: &index,
        moment: Moment::new(&workspace, None, None),
    };
    let records = workspace.records(kind).unwrap();
    let ids = (0..records.len()).filter_map(|at| records.key_at(at));
    let mut keyed: Vec<(String, SortKey)> = ids
        .filter_map(|id| {
            let record = RecordRef::new(kind, &Id::new(id));
            Some((id.to_owned(), cell(seen, &record, column).key?))
        })
        .collect();
    keyed.sort_by(|one, other| one.1.partial_cmp(&other.1).unwrap());
    keyed.into_iter().map(|(id, _)| id).collect()
}

#[test]
fn values_stand_in_the_order_of_what_they_mean() {
    for (kind, column, expected) in [
        (Kind::Priority, Column::Rating, &["b", "c", "a"] as &[&str]),
        (Kind::Priority, Column::Direction, &["c", "a"]),
        (Kind::Priority, Column::Code, &["b", "a"]),
        (Kind::Priority, Column::Title, &["b", "a", "c"]),
        (Kind::Priority, Column::Missed, &["a", "c", "b"]),
        (Kind::Priority, Column::Late, &["b", "c", "a"]),
        (Kind::Priority, Column::Organisation, &["b"]),
        (Kind::Priority, Column::Theme, &["a"]),
        (Kind::Indicator, Column::Code, &["missed2", "missed", "met"]),
        (
            Kind::Indicator,
            Column::Status,
            &["missed", "missed2", "met"],
        ),
        (
            Kind::Indicator,
            Column::Result,
            &["missed", "missed2", "met"],
        ),
        (Kind::Action, Column::Due, &["late", "soon"]),
        (Kind::Action, Column::Status, &["late", "soon", "done"]),
        (Kind::Recommendation, Column::Code, &["r2", "r1"]),
        (Kind::Recommendation, Column::Due, &["r2", "r1"]),
        (Kind::Recommendation, Column::Coverage, &["r1", "r2"]),
    ] {
        assert_eq!(order(kind, column), expected, "{kind:?} by {column}");
    }
}
