//! `init`.

use std::fs;
use std::os::unix::fs::MetadataExt as _;

use insta::assert_snapshot;
use scrutineer::domain::period::Period;
use scrutineer::tui::today;

use crate::support::cli::{Answer, Desk};

/// The sample that comes with the program.
const LEEDS: &str = include_str!("../../sample-data/leeds.json");

#[test]
fn a_new_workspace_has_title_period_and_scale_and_nothing_else() {
    let desk = Desk::empty();
    let args = [
        "init",
        "plan.json",
        "--title",
        "Plan",
        "--period",
        "2010/11 Q2",
    ];
    assert_snapshot!(desk.run(&args), @"
    exit 0
    plan.json: a new workspace, in 2010/11 Q2
    -- error
    scrutineer: scrutineer plan.json opens it
    ");
    assert_snapshot!(desk.read("plan.json"), @r#"
    {
      "format": "scrutineer/1",
      "title": "Plan",
      "current_period": "2010/11 Q2",
      "ratings": [
        "red",
        "amber",
        "green"
      ]
    }
    "#);
    assert_eq!(desk.names(), ["plan.json"]);
    let mode = fs::metadata(desk.path("plan.json")).unwrap().mode();
    assert_eq!(mode & 0o777, 0o600);
    assert_eq!(desk.run(&["check"]).code, 0);
}

#[test]
fn a_record_can_be_added_at_once() {
    let desk = Desk::empty();
    assert_eq!(desk.run(&["init", "plan.json"]).code, 0);
    let added = desk.run(&["add", "theme", "title=Learning", "code=LN"]);
    assert_eq!(added.code, 0, "{added}");
    assert!(desk.run(&["list", "themes"]).out.contains("Learning"));
}

#[test]
fn without_a_period_it_begins_in_the_quarter_of_today() {
    let desk = Desk::empty();
    let quarter = || Period::quarter_of(today().unwrap()).to_string();
    // A quarter may end between the two.
    let (before, answer) = (quarter(), desk.run(&["init", "plan.json", "--json"]).json());
    let period = answer["period"].as_str().unwrap();
    assert!(period == before || period == quarter(), "{period}");
    assert_eq!(answer["kind"], "workspace");
    assert_eq!(answer["id"], "plan.json");
    assert!(desk.read("plan.json").contains(period));
}

#[test]
fn a_file_that_is_there_is_left_as_it_is() {
    let desk = Desk::with("plan.json", "mine");
    assert_snapshot!(desk.run(&["init", "plan.json"]), @"
    exit 4
    -- error
    scrutineer: FOLDER/plan.json is there already
      Open it, or choose another name
    ");
    assert_eq!(desk.read("plan.json"), "mine");
    assert_eq!(desk.names(), ["plan.json"]);
}

#[test]
fn what_cannot_be_written_or_is_not_named_is_said() {
    let desk = Desk::empty();
    let without_os_number = |answer: Answer| answer.to_string().replace(" (os error 2)", "");
    assert_snapshot!(without_os_number(desk.run(&["init", "no/plan.json"])), @"
    exit 4
    -- error
    scrutineer: FOLDER/no/plan.json: making a temporary file beside it failed: No such file or directory
      Make the folder first, or choose another one
    ");
    assert_snapshot!(desk.run(&["init"]), @"
    exit 2
    -- error
    scrutineer: the following required arguments were not provided:
      <FILE>
      Usage: scrutineer init <FILE>
      For more information, try '--help'.
    ");
    assert_snapshot!(desk.run(&["init", "a.json", "-f", "b.json"]), @"
    exit 2
    -- error
    scrutineer: two files are named
      Name one: init FILE
    ");
    assert_eq!(desk.names(), [""; 0]);
}

#[test]
fn the_sample_is_copied_byte_for_byte() {
    let desk = Desk::empty();
    assert_eq!(desk.run(&["init", "try.json", "--sample"]).code, 0);
    assert!(desk.read("try.json") == LEEDS);
    assert_eq!(
        desk.run(&["init", "x.json", "--sample", "--title", "T"])
            .code,
        2
    );
}
