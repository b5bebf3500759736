//! `start-period`.

use insta::assert_snapshot;

use crate::support::cli::Desk;

#[test]
fn the_next_period_begins_with_empty_trackers_and_can_be_taken_back() {
    let desk = Desk::with_sample();
    let before = desk.read("leeds.json");
    assert_snapshot!(desk.run(&["start-period"]), @"
    exit 0
    2009/10 Q1 started: 10 empty trackers, 62 open actions carried over
    ");
    let answer = desk.run(&["list", "priorities", "--json"]).json();
    assert_eq!(answer[0]["period"], "2009/10 Q1");
    assert_eq!(answer[0]["rating"], serde_json::Value::Null);
    // What was rated stays where it was.
    let then = desk
        .run(&["list", "priorities", "--json", "--period", "2008/09 Q4"])
        .json();
    assert_eq!(then[0]["rating"], "amber");
    assert_eq!(desk.run(&["check"]).code, 0);
    assert_eq!(desk.run(&["undo"]).code, 0);
    assert_eq!(desk.read("leeds.json"), before);
}

#[test]
fn a_period_that_does_not_follow_is_refused_and_nothing_is_changed() {
    let desk = Desk::with_sample();
    let before = desk.read("leeds.json");
    assert_snapshot!(desk.run(&["start-period", "2008/09 Q1"]), @"
    exit 2
    -- error
    scrutineer: 2008/09 Q1 does not come after the current period, 2008/09 Q4
    ");
    assert_eq!(desk.run(&["start-period", "soon"]).code, 2);
    assert_eq!(desk.read("leeds.json"), before);
}
