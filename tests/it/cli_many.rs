//! Several records at once: `set`, `approve`, `retire`; and `delete`.

use insta::assert_snapshot;

use crate::support::cli::{Answer, Desk};

/// Three priorities, one of them unrated, and what refers to them.
const PLAN: &str = r#"{
  "format": "scrutineer/1",
  "title": "Plan",
  "current_period": "2010/11 Q2",
  "as_of": "2010-10-29",
  "boards": [{ "id": "children", "title": "Scrutiny Board (Children)" }],
  "themes": [{ "id": "ln", "code": "LN", "title": "Learning" }],
  "priorities": [
    {
      "id": "a",
      "code": "LN-1",
      "theme": "ln",
      "title": "The first",
      "indicators": ["ni-1"],
      "updates": [{ "period": "2010/11 Q2", "rating": "amber", "direction": "static" }]
    },
    {
      "id": "b",
      "code": "LN-2",
      "theme": "ln",
      "title": "The second",
      "updates": [{ "period": "2010/11 Q2", "rating": "red" }]
    },
    { "id": "c", "code": "HW-1", "title": "The third" }
  ],
  "indicators": [{ "id": "ni-1", "code": "NI 1", "title": "Indicator", "owner": "Schools" }],
  "actions": [
    { "id": "x", "priority": "a", "title": "Hold a fair", "timescale": { "text": "Mar 2010" } },
    { "id": "y", "priority": "a", "title": "Write a guide" }
  ]
}
"#;

fn desk() -> Desk {
    Desk::with("plan.json", PLAN)
}

/// What the file says, however it is laid out.
fn value(desk: &Desk) -> serde_json::Value {
    value_of(&desk.read("plan.json"))
}

fn value_of(text: &str) -> serde_json::Value {
    serde_json::from_str(text).unwrap()
}

/// A field of the trackers of the three priorities.
fn trackers(desk: &Desk, field: &str) -> Vec<String> {
    let workspace = value(desk);
    let priorities = workspace["priorities"].as_array().unwrap().iter();
    let value = |it: &serde_json::Value| it["updates"][0][field].as_str().unwrap_or("-").to_owned();
    priorities.map(value).collect()
}

#[test]
fn what_several_come_to_is_shown_and_done_only_with_yes() {
    let desk = desk();
    let before = desk.read("plan.json");
    assert_snapshot!(desk.run(&["set", "LN-1", "ln2", "HW-1", "NI 1", "--rating", "red"]), @"
    exit 2
    LN-1, 2010/11 Q2: rating amber → red
    LN-2, 2010/11 Q2: rating unchanged, red
    HW-1, 2010/11 Q2: rating not set → red
    NI 1, 2010/11 Q2: unchanged, indicator without rating
    -- error
    scrutineer: nothing was changed
      Change 2 records as one? Say --yes
    ");
    assert_eq!(desk.read("plan.json"), before);
    assert_eq!(desk.names(), ["plan.json"]);
    let yes = ["set", "LN-1", "LN-2", "HW-1", "--rating", "red", "--yes"];
    assert_eq!(desk.run(&yes).code, 0);
    assert_eq!(trackers(&desk, "rating"), ["red", "red", "red"]);
    assert_eq!(desk.run(&["undo"]).code, 0);
    assert_eq!(
        value(&desk),
        value_of(&before),
        "one undo takes all of it back"
    );
}

#[test]
fn a_query_names_what_has_the_field_and_nothing_else() {
    let desk = desk();
    assert_snapshot!(
        desk.run(&["set", "--where", "theme:LN", "--rating", "amber", "--direction", "+", "--yes"]),
        @"
    exit 0
    LN-1, 2010/11 Q2: rating unchanged, amber
    LN-1, 2010/11 Q2: direction static → improving
    LN-2, 2010/11 Q2: rating red → amber
    LN-2, 2010/11 Q2: direction not set → improving
    "
    );
    assert_eq!(
        trackers(&desk, "direction"),
        ["improving", "improving", "-"]
    );
    assert_snapshot!(desk.run(&["set", "--where", "rating:green", "--rating", "red"]), @"
    exit 1
    -- error
    scrutineer: nothing that could be changed fits rating:green
    ");
}

#[test]
fn actions_get_a_status_and_a_due_date_that_keeps_the_one_before() {
    let desk = desk();
    let args = ["set", "--where", "kind:action", "--status", "delayed"];
    let more = ["--due", "Dec 2010", "--why", "Funding came late", "--yes"];
    assert_snapshot!(desk.run(&[&args[..], &more].concat()), @"
    exit 0
    x, 2010/11 Q2: status not reviewed → delayed
    x: due date Mar 2010 → Dec 2010
    y, 2010/11 Q2: status not reviewed → delayed
    y: due date not set → Dec 2010
    ");
    let text = desk.read("plan.json");
    assert!(text.contains("\"why\": \"Funding came late\""), "{text}");
}

#[test]
fn one_record_is_changed_without_a_question() {
    let desk = desk();
    assert_snapshot!(desk.run(&["set", "NI 1", "--board", "scrutiny", "--owner", "Health"]), @"
    exit 0
    NI 1: boards no board → Scrutiny Board (Children)
    NI 1: owner Schools → Health
    ");
    assert_snapshot!(
        desk.run(&["set", "LN-1", "--officer", "Head of Service", "--role", "lead", "--json"]),
        @r#"
    exit 0
    [
      {
        "kind": "priority",
        "code": "LN-1",
        "title": "The first",
        "id": "a",
        "field": "officers",
        "outcome": "changes",
        "before": "lead: nobody",
        "after": "lead: Head of Service"
      }
    ]
    "#
    );
    assert_snapshot!(desk.run(&["set", "LN-1", "--officer", "x", "--role", "leed"]), @"
    exit 2
    -- error
    scrutineer: “leed” is no role
      Did you mean “lead”?
    ");
    assert_snapshot!(desk.run(&["set", "LN-1", "--board", "health"]), @"
    exit 2
    -- error
    scrutineer: “health” is no board
      One of children
    ");
    assert_snapshot!(desk.run(&["set", "LN-1", "LN-2", "--note", "x"]), @"
    exit 2
    -- error
    scrutineer: --note and --was are for the tracker of one priority
      Set them in a command of their own
    ");
}

#[test]
fn what_waits_for_me_is_approved_in_one_command() {
    let desk = desk();
    desk.write("my.toml", "name = \"J. Harris\"\nrole = \"officer\"");
    let run = |args: &[&str]| -> Answer {
        desk.run(&[args, &["--config", "my.toml", "--as-of", "2010-10-29"]].concat())
    };
    let approve = ["approve", "--where", "approval:me"];
    assert_snapshot!(run(&approve), @"
    exit 2
    LN-1, 2010/11 Q2: waits for the officer → officer: J. Harris
    LN-2, 2010/11 Q2: waits for the officer → officer: J. Harris
    -- error
    scrutineer: nothing was changed
      Change 2 records as one? Say --yes
    ");
    assert_eq!(run(&[&approve[..], &["--yes"]].concat()).code, 0);
    assert_snapshot!(run(&approve), @"
    exit 1
    -- error
    scrutineer: nothing that could be changed fits approval:me
    ");
}

#[test]
fn what_is_retired_stays_in_earlier_periods_and_is_taken_up_again() {
    let desk = desk();
    assert_snapshot!(desk.run(&["retire", "LN-1", "NI 1"]), @"
    exit 0
    LN-1: followed → retired from 2010/11 Q3
    NI 1: followed → retired from 2010/11 Q3
    ");
    assert_snapshot!(desk.run(&["list", "priorities", "--period", "2010/11 Q3"]), @"
    exit 0
    -  not rated  LN-2  The second
    -  not rated  HW-1  The third
    ");
    assert!(desk.run(&["list", "priorities"]).out.contains("LN-1"));
    assert_snapshot!(desk.run(&["retire", "LN-1", "--take-up"]), @"
    exit 0
    LN-1: retired from 2010/11 Q3 → followed
    ");
    assert_snapshot!(desk.run(&["retire", "action:x"]), @"
    exit 1
    x: unchanged, action without end
    ");
}

#[test]
fn a_deletion_names_what_refers_to_it_and_can_be_undone() {
    let desk = desk();
    let before = desk.read("plan.json");
    assert_snapshot!(desk.run(&["delete", "LN-1"]), @"
    exit 2
    priority  LN-1  The first
      would point nowhere: action  x  Hold a fair
      would point nowhere: action  y  Write a guide
    -- error
    scrutineer: nothing was changed
      Delete it? Say --yes
    ");
    assert_eq!(desk.read("plan.json"), before);
    assert_snapshot!(desk.run(&["delete", "LN-1", "--yes"]), @"
    exit 0
    priority  LN-1  The first
      would point nowhere: action  x  Hold a fair
      would point nowhere: action  y  Write a guide
    deleted; scrutineer undo brings it back
    ");
    assert!(!desk.read("plan.json").contains("The first"));
    assert_eq!(desk.run(&["undo"]).code, 0);
    assert_eq!(value(&desk), value_of(&before));
    assert_eq!(
        desk.run(&["delete", "action:y", "--yes", "--json"]).json()["referrers"],
        serde_json::json!([])
    );
}

#[test]
fn no_command_changes_a_file_that_is_only_to_be_read() {
    let desk = desk();
    for args in [
        &["set", "LN-1", "--rating", "red"][..],
        &["set", "LN-1", "LN-2", "--rating", "green", "--yes"],
        &["set", "NI 1", "--owner", "Health"],
        &["approve", "LN-1", "--as", "officer"],
        &["approve", "LN-1", "LN-2", "--as", "officer", "--yes"],
        &["retire", "LN-1"],
        &["delete", "LN-1", "--yes"],
        &["add", "action", "title=x"],
        &["start-period"],
    ] {
        let answer = desk.run(&[args, &["--read-only"]].concat());
        assert_eq!(answer.code, 4, "{args:?}: {answer}");
        assert_eq!(desk.read("plan.json"), PLAN, "{args:?}");
        assert_eq!(desk.names(), ["plan.json"], "{args:?}");
    }
}
