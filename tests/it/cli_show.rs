//! `show CODE`.

use insta::assert_snapshot;

use crate::support::cli::{Desk, keys};

/// Two records with one code.
/// A record of each kind whose page is made of what its form asks for.
const ALL: &str = r#"{"format":"scrutineer/1","current_period":"2010/11 Q2",
    "boards":[{"id":"b","title":"The board"}],
    "plans":[{"id":"p","title":"Said of it","from":"2008-04-01"}],
    "monitors":[{"id":"m","title":"Said of it","kind":"group"}],
    "periods":[{"period":"2010/11 Q2","published_ratings":[{"board":"b","red":4,"amber":5,"green":5}]}],
    "highlights":[{"id":"h","heading":"A heading","period":"2010/11 Q2","text":"Said of it.","boards":["b","gone"],
        "concerns":["indicator:n"],"source":[{"paper":"001","at":"page 59"}]}],
    "indicators":[{"id":"n","code":"NI 1","title":"A measure"}],
    "answers":[{"id":"a","concerns":"indicator:n","finding":"challenge","text":"Said of it"}],
    "inquiries":[{"id":"i","title":"Said of it","at":"2009-08"}],
    "views":[{"name":"v","screen":"trackers","where":"'Said of it'"}]}"#;
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
fn a_record_of_any_kind_has_a_page() {
    let desk = Desk::with_sample();
    assert_snapshot!(desk.run(&["show", "board:children"]), @"
    exit 0
    Children's Services Scrutiny Board

    Kind        board

    Sources and notes  ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━
    Sources     paper 001, line 652
    Note        Paper 001 lists all ten priorities as relevant to this board (lines
                700 to 724).
    ");
    let desk_with_all = Desk::with("all.json", ALL);
    for record in [
        "plan:p",
        "monitor:m",
        "highlight:h",
        "inquiry:i",
        "answer:a",
        "view:v",
    ] {
        let page = desk_with_all.run(&["show", record]);
        assert_eq!(page.code, 0, "{record} {page}");
        assert!(page.out.contains("Said of it"), "{page}");
    }
    assert_snapshot!(desk_with_all.run(&["show", "highlight:h"]), @"
    exit 0
    A heading

    Kind        highlight
    Period      2010/11 Q2

    Text  ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━
    Said of it.

    Boards  2  ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━
    - The board
    - gone

    Concerns  1  ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━
    - NI 1  A measure

    Sources and notes  ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━
    Sources     paper 001, page 59
    ");
    assert_snapshot!(desk_with_all.run(&["show", "period:2010/11 Q2"]), @"
    exit 0
    2010/11 Q2

    Kind        period

    Published ratings  1  ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━
    - The board, 4 red, 5 amber, 5 green
    ");
    assert_snapshot!(desk_with_all.run(&["show", "workspace:"]), @"
    exit 2
    -- error
    scrutineer: a workspace has no page
      Its records do: see “scrutineer list --help”
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
