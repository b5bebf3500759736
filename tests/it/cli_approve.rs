//! `approve`.

use insta::assert_snapshot;

use crate::support::cli::{Answer, Desk};

/// A rated priority with a figure, and one that shares its tracker.
const PLAN: &str = r#"{
  "format": "scrutineer/1",
  "title": "Plan",
  "current_period": "2010/11 Q2",
  "priorities": [
    {
      "id": "p",
      "code": "P-1",
      "title": "Priority",
      "indicators": ["ni-1"],
      "updates": [
        { "period": "2010/11 Q1" },
        { "period": "2010/11 Q2", "rating": "amber", "joint_with": ["q"] }
      ]
    },
    { "id": "q", "code": "Q-1", "title": "The other" }
  ],
  "indicators": [
    {
      "id": "ni-1",
      "code": "NI 1",
      "title": "Indicator",
      "polarity": "rise",
      "results": [{ "id": "r1", "reported": "2010/11 Q2", "value": 78 }]
    }
  ]
}
"#;

/// Approves on a day of the papers, as somebody with a name.
fn run(desk: &Desk, args: &[&str]) -> Answer {
    let mut all = args.to_vec();
    all.extend(["--config", "my.toml", "--as-of", "2010-10-29"]);
    desk.run(&all)
}

fn desk(settings: &str) -> Desk {
    let desk = Desk::with("plan.json", PLAN);
    desk.write("my.toml", settings);
    desk
}

#[test]
fn an_approval_carries_role_name_day_and_hash() {
    let desk = desk("name = \"J. Harris\"\nrole = \"officer\"");
    assert_snapshot!(run(&desk, &["approve", "P-1"]), @"
    exit 0
    P-1, 2010/11 Q2: approved as officer by J. Harris on 2010-10-29
    ");
    let workspace: serde_json::Value = serde_json::from_str(&desk.read("plan.json")).unwrap();
    let approvals = &workspace["priorities"][0]["updates"][1]["approvals"];
    // By hand: printf '%s' '{"id":"p","period":"2010/11 Q2","rating":"amber","results":[{"indicator":
    // "ni-1","id":"r1","reported":"2010/11 Q2","value":78}]}' | sha256sum
    assert_eq!(
        *approvals,
        serde_json::json!([{
            "role": "officer",
            "by": ["J. Harris"],
            "on": "2010-10-29",
            "covers": "05013b4b84dc15f8587a7ae06a63e5da0b3d44b892666c8fe34f152639fcaacf"
        }])
    );
}

#[test]
fn what_is_approved_already_is_not_approved_again_until_it_changes() {
    let desk = desk("name = \"J. Harris\"");
    let approve = ["approve", "P-1", "--as", "director"];
    assert_eq!(run(&desk, &approve).code, 0);
    assert_snapshot!(run(&desk, &approve), @"
    exit 1
    -- error
    scrutineer: P-1, 2010/11 Q2: already approved as director, unchanged since (J. Harris, 2010-10-29)
    ");
    assert_eq!(desk.run(&["set", "P-1", "--direction", "static"]).code, 0);
    assert_snapshot!(desk.run(&["check", "--only", "approval-changed"]), @"
    exit 0
    plan.json:31:25: warning: approval-changed: P-1
        It was changed, or a figure under it, since J. Harris approved it as
        director on 2010-10-29
        Have the director look at it and approve it again, or undo the change
    plan.json: 1 warning
    ");
    let page = desk.run(&["show", "P-1"]);
    assert!(page.out.contains("* changed since approval"), "{page}");
    assert_eq!(run(&desk, &approve).code, 0);
    assert_eq!(
        desk.run(&["check", "--only", "approval-changed"]).out,
        "plan.json: nothing was found\n"
    );
    assert!(!desk.run(&["show", "P-1"]).out.contains("changed since"));
}

#[test]
fn a_joint_tracker_is_approved_once_by_either_code() {
    let desk = desk("name = \"J. Harris\"\nrole = \"officer\"");
    assert_snapshot!(run(&desk, &["approve", "Q-1", "--json"]), @r#"
    exit 0
    {
      "kind": "priority",
      "code": "Q-1",
      "title": "The other",
      "id": "q",
      "period": "2010/11 Q2",
      "role": "officer",
      "by": [
        "J. Harris"
      ],
      "on": "2010-10-29",
      "covers": "05013b4b84dc15f8587a7ae06a63e5da0b3d44b892666c8fe34f152639fcaacf"
    }
    "#);
    assert_snapshot!(run(&desk, &["approve", "P-1"]), @"
    exit 1
    -- error
    scrutineer: P-1, 2010/11 Q2: already approved as officer, unchanged since (J. Harris, 2010-10-29)
    ");
}

#[test]
fn one_person_in_both_roles_is_told_so() {
    let desk = desk("name = \"J. Harris\"");
    assert_eq!(run(&desk, &["approve", "P-1", "--as", "officer"]).code, 0);
    assert_snapshot!(run(&desk, &["approve", "P-1", "--as", "director"]), @"
    exit 0
    P-1, 2010/11 Q2: approved as director by J. Harris on 2010-10-29
    -- error
    scrutineer: the same person approved it as officer; two people are wanted, and check says so
    ");
}

#[test]
fn without_a_role_a_rating_or_leave_to_write_nothing_is_approved() {
    let desk = desk("name = \"J. Harris\"\nrole = \"adviser\"");
    let before = desk.read("plan.json");
    assert_snapshot!(run(&desk, &["approve", "P-1"]), @"
    exit 2
    -- error
    scrutineer: it is not said as what you approve
      Say --as officer or --as director, or give your role in the settings
      (“scrutineer config path” says where they are)
    ");
    assert_snapshot!(run(&desk, &["approve", "P-1", "--as", "officer", "--period", "2010/11 Q1"]), @"
    exit 1
    -- error
    scrutineer: P-1, 2010/11 Q1: no rating to approve yet
      “scrutineer set P-1 --rating …” rates it
    ");
    assert_snapshot!(run(&desk, &["approve", "NI 1", "--as", "officer"]), @"
    exit 2
    -- error
    scrutineer: “NI 1” is no priority: it is indicator:ni-1
      “scrutineer list priorities” gives their codes
    ");
    assert_eq!(
        run(&desk, &["approve", "P-1", "--as", "officer", "--read-only"]).code,
        4
    );
    assert_eq!(desk.read("plan.json"), before);
}

#[test]
fn the_day_of_an_approval_is_today_unless_another_is_given() {
    let desk = desk("role = \"officer\"");
    let today = || scrutineer::tui::today().unwrap().to_string();
    let before = today();
    let approval = desk
        .run(&["approve", "P-1", "--json", "--config", "my.toml"])
        .json();
    let on = approval["on"].as_str().unwrap();
    assert!(*before <= *on && *on <= *today(), "{on}");
    // Without a name in the settings the system's user stands there.
    assert_eq!(approval["by"][0], scrutineer::config::user());
}

#[test]
fn the_list_of_what_waits_for_me_is_that_of_the_role_whose_turn_it_is() {
    let desk = desk("name = \"J. Harris\"\nrole = \"officer\"");
    desk.write("other.toml", "name = \"R. Ellis\"\nrole = \"director\"");
    let waits = |settings: &str, query: &str| {
        let query = format!("approval:{query}");
        let args = [
            "list",
            "priorities",
            "--where",
            &query,
            "--config",
            settings,
        ];
        let answer = desk.run(&args);
        let lines = answer.out.lines();
        let codes = lines.filter_map(|line| line.split_whitespace().find(|it| it.contains("-1")));
        codes.collect::<Vec<_>>().join(" ")
    };
    assert_eq!(waits("my.toml", "me"), "P-1 Q-1");
    assert_eq!(waits("other.toml", "me"), "");
    assert_eq!(run(&desk, &["approve", "P-1"]).code, 0);
    assert_eq!(waits("my.toml", "me"), "");
    assert_eq!(waits("other.toml", "me"), "P-1 Q-1");
    assert_eq!(waits("my.toml", "waiting"), "P-1 Q-1");
    assert_eq!(waits("my.toml", "missing"), "P-1 Q-1");
    let second = [
        "approve",
        "P-1",
        "--config",
        "other.toml",
        "--as-of",
        "2010-11-10",
    ];
    assert_eq!(desk.run(&second).code, 0);
    assert_eq!(waits("other.toml", "waiting"), "");
    assert_eq!(waits("other.toml", "approved"), "P-1 Q-1");
    assert_eq!(desk.run(&["set", "P-1", "--rating", "red"]).code, 0);
    assert_eq!(waits("my.toml", "changed"), "P-1 Q-1");
    assert_eq!(waits("my.toml", "me"), "P-1 Q-1", "the officer looks first");
    assert_eq!(waits("other.toml", "me"), "");
}
