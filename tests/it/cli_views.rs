//! `list --view`, `--sort`, `--columns`, and `--view` for the interface.

use crate::support::cli::Desk;

const VIEWED: &str = r#"{
  "format": "scrutineer/1",
  "current_period": "2010/11 Q2",
  "as_of": "2010-11-10",
  "priorities": [
    {"id": "a", "code": "LN-10", "title": "Attendance", "updates": [{"period": "2010/11 Q2", "rating": "amber"}]},
    {"id": "b", "code": "LN-2", "title": "Behaviour", "updates": [{"period": "2010/11 Q2", "rating": "red"}]},
    {"id": "c", "code": "LN-1", "title": "Care", "updates": [{"period": "2010/11 Q2", "rating": "red"}]}
  ],
  "actions": [
    {"id": "late", "priority": "b", "trackers": ["2010/11 Q2"], "title": "Too late", "timescale": {"text": "Mar 2010", "dates": ["2010-03-31"]}},
    {"id": "later", "priority": "b", "trackers": ["2010/11 Q2"], "title": "Later", "timescale": {"text": "Jan 2010", "dates": ["2010-01-31"]}}
  ],
  "views": [
    {"name": "Reds", "screen": "priorities", "where": "rating:red", "sort": "code", "columns": ["code", "title", "late"]},
    {"name": "Broken", "screen": "priorities", "where": "rating:rde"},
    {"name": "Crooked", "screen": "priorities", "sort": "lete"}
  ]
}"#;

fn desk() -> Desk {
    Desk::with("w.json", VIEWED)
}

fn said(args: &[&str]) -> String {
    desk().run(args).to_string()
}

#[test]
fn a_view_is_listed_in_its_order_with_its_columns() {
    assert_eq!(
        said(&["list", "--view", "reds"]),
        "exit 0\nLN-1  Care\nLN-2  Behaviour  2\n"
    );
}

#[test]
fn what_is_overdue_is_listed_by_its_day() {
    assert_eq!(
        said(&["list", "--view", "overdue"]),
        "exit 0\noverdue  Later     due 31 Jan 2010, 283 days ago\noverdue  Too late  due 31 Mar 2010, 224 days ago\n"
    );
}

#[test]
fn a_list_is_sorted_and_its_columns_are_chosen_without_a_view() {
    assert_eq!(
        said(&[
            "list",
            "priorities",
            "--sort",
            "-code",
            "--columns",
            "code,rating"
        ]),
        "exit 0\nLN-10  A\nLN-2   R\nLN-1   R\n"
    );
}

#[test]
fn what_cannot_be_understood_is_said_with_what_is_nearest() {
    for (args, words) in [
        (
            &["list", "--view", "rads"] as &[&str],
            "Did you mean “Reds”?",
        ),
        (&["list", "--view", "broken"], "did you mean “red”"),
        (&["list", "--view", "crooked"], "did you mean “late”"),
        (
            &["list", "priorities", "--sort", "codde"],
            "did you mean “code”",
        ),
        (
            &["list", "priorities", "--columns", "titel"],
            "did you mean “title”",
        ),
        (
            &["list", "boards", "--sort", "code"],
            "do not work on boards",
        ),
        (&["--view", "rads"], "Did you mean “Reds”?"),
        (&["--view", "reds", "list", "priorities"], "list --view"),
    ] {
        let answer = said(args);
        assert!(answer.starts_with("exit 2"), "{args:?}: {answer}");
        assert!(answer.contains(words), "{args:?}: {answer}");
    }
}

#[test]
fn the_lines_of_a_view_are_json_like_those_of_a_list() {
    let answer = said(&["list", "--view", "overdue", "--json"]);
    for part in [
        "\"kind\": \"action\"",
        "\"overdue\": true",
        "\"finding\": \"overdue\"",
        "\"reason\":",
    ] {
        assert!(answer.contains(part), "{part} in {answer}");
    }
}

#[test]
fn a_private_view_is_found_and_outlives_what_the_program_remembers_of_itself() {
    let desk = desk();
    let state = desk.path("../home/state");
    std::fs::create_dir_all(&state).unwrap();
    let own = r#"[{"name":"Own","screen":"priorities","where":"rating:amber","columns":["code"]}]"#;
    std::fs::write(state.join("views.json"), own).unwrap();
    std::fs::write(state.join("state.json"), "rubbish").unwrap();
    assert_eq!(
        desk.run(&["list", "--view", "own"]).to_string(),
        "exit 0\nLN-10\n"
    );
}
