//! `show CODE`.

use insta::assert_snapshot;

use crate::support::cli::{Desk, keys};

/// Two records with one code.
const TWINS: &str = r#"{"format":"scrutineer/1","title":"T",
    "priorities":[{"id":"one","code":"X-1","title":"First"}],
    "indicators":[{"id":"two","code":"X-1","title":"Second"}]}"#;

#[test]
fn the_page_of_a_priority_begins_with_code_title_and_rating() {
    let answer = Desk::with_sample().run(&["show", "LN-1d"]);
    assert_eq!(answer.code, 0);
    assert_snapshot!(answer.head(8), @"
    LN-1d  Increase the proportion of vulnerable groups engaged in education,
           training or employment

     A  amber   direction not recorded   2008/09 Q4   not approved

    Theme       LN Learning, Leeds Strategic Plan
    Board       Children's Services Scrutiny Board
    Lead        Leeds CC
    ");
}

#[test]
fn a_code_is_found_however_it_is_spelt() {
    let desk = Desk::with_sample();
    let page = desk.run(&["show", "NI 117"]).out;
    for spelling in ["ni117", "NI-117", "indicator:ni-117"] {
        assert_eq!(desk.run(&["show", spelling]).out, page, "{spelling}");
    }
}

#[test]
fn an_unknown_code_names_the_nearest() {
    let desk = Desk::with_sample();
    assert_snapshot!(desk.run(&["show", "LN-1f"]), @"
    exit 1
    -- error
    scrutineer: no record is called “LN-1f”
      Did you mean “LN-1c”?
    ");
    assert_snapshot!(desk.run(&["show", "zzzzzz"]), @"
    exit 1
    -- error
    scrutineer: no record is called “zzzzzz”
      “scrutineer search” finds records by their words
    ");
}

#[test]
fn a_code_of_several_records_lists_them() {
    let desk = Desk::with("twins.json", TWINS);
    assert_snapshot!(desk.run(&["show", "x1"]), @"
    exit 2
    -- error
    scrutineer: “x1” can mean 2 records
      Say which one:
      priority:one  X-1  First
      indicator:two  X-1  Second
    ");
    assert_eq!(desk.run(&["show", "indicator:two"]).code, 0);
}

#[test]
fn a_record_without_a_page_is_shown_as_json_only() {
    let desk = Desk::with_sample();
    assert_snapshot!(desk.run(&["show", "board:children"]), @"
    exit 2
    -- error
    scrutineer: a board has no page
      “scrutineer list boards” lists them, and --json shows one
    ");
    assert_eq!(
        desk.run(&["show", "board:children", "--json"]).json()["record"]["id"],
        "children"
    );
}

#[test]
fn json_is_one_object_with_the_record_as_it_stands() {
    let answer = Desk::with_sample().run(&["show", "LN-1d", "--json"]);
    let object = answer.json();
    assert_eq!(keys(&answer.out)[..3], ["kind", "code", "title"]);
    assert_eq!(keys(&answer.out).last().unwrap(), "record");
    assert_eq!(object["record"]["code"], "LN-1d");
    assert_eq!(object["rating"], "amber");
}

#[test]
fn colours_come_when_asked_for_and_never_into_a_pipe_of_their_own_accord() {
    let desk = Desk::with_sample();
    assert!(!desk.run(&["show", "LN-1d"]).out.contains('\u{1b}'));
    assert!(
        desk.run(&["show", "LN-1d", "--color", "16"])
            .out
            .contains("\u{1b}[1")
    );
    let output = desk
        .command(&["show", "LN-1d"])
        .env("CLICOLOR_FORCE", "1")
        .output();
    assert!(desk.answer(output.unwrap()).out.contains("\u{1b}[1"));
}
