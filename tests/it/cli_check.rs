//! `check`.

use insta::assert_snapshot;

use crate::support::cli::{Desk, SMALL, keys, snapshot};

/// One finding of each severity.
const POOR: &str = r#"{
  "format": "scrutineer/1",
  "title": "Poor",
  "current_period": "2008/09 Q4",
  "priorities": [
    {
      "id": "p",
      "code": "P-1",
      "title": "Priority",
      "theme": "nowhere",
      "updates": [{ "period": "2008/09 Q4", "rating": "purple" }]
    }
  ],
  "actions": [
    { "id": "a", "priority": "p", "title": "Act", "timescale": { "text": "when the time comes" } },
    { "id": "b", "priority": "p" }
  ]
}
"#;

#[test]
fn findings_come_worst_first_with_place_message_and_remedy() {
    let desk = Desk::with("poor.json", POOR);
    assert_snapshot!(desk.run(&["check"]), @r#"
    exit 1
    poor.json:10:16: error: reference-dangles: P-1
        There is no theme "nowhere"
        Name a theme of this file by its id, or add one with this id
    poor.json:11:55: error: choice-unknown: P-1
        "purple" is no word for this field
        Write one of red, amber_red, amber, amber_green, green or blue
    poor.json:16:5: warning: title-empty: b
        It has no title
        Write a title
    poor.json:15:74: info: timescale-unread: a
        No date can be read in "when the time comes"
        Give the last days in "dates", or write each day, month or quarter with its
        year
    poor.json: 2 errors, 1 warning, 1 info
    "#);
}

#[test]
fn the_severity_moves_the_line() {
    let desk = Desk::with_sample();
    let code = |severity: &str| desk.run(&["check", "--severity", severity]).code;
    assert_eq!((code("error"), code("warning"), code("info")), (0, 1, 1));
    let desk = Desk::with("poor.json", POOR);
    assert_eq!(desk.run(&["check"]).code, 1);
    let code = |severity: &str| {
        desk.run(&[
            "check",
            "--only",
            "timescale-unread",
            "--severity",
            severity,
        ])
        .code
    };
    assert_eq!((code("error"), code("warning"), code("info")), (0, 0, 1));
}

#[test]
fn one_sort_of_finding_can_be_looked_for() {
    let desk = Desk::with("poor.json", POOR);
    assert_snapshot!(desk.run(&["check", "--only", "reference-dangles"]), @r#"
    exit 1
    poor.json:10:16: error: reference-dangles: P-1
        There is no theme "nowhere"
        Name a theme of this file by its id, or add one with this id
    poor.json: 1 error
    "#);
    assert_snapshot!(desk.run(&["check", "--only", "reference-dangle"]), @"
    exit 2
    -- error
    scrutineer: invalid value 'reference-dangle' for '--only <CODE>': did you mean “reference-dangles”?
      For more information, try '--help'.
    ");
    assert_eq!(desk.run(&["check", "--severity", "awful"]).code, 2);
}

#[test]
fn a_workspace_that_holds_together_says_so() {
    assert_snapshot!(Desk::with("small.json", SMALL).run(&["check"]), @"
    exit 0
    small.json: nothing was found
    ");
    assert_snapshot!(Desk::with("small.json", SMALL).run(&["check", "--json"]), @"
    exit 0
    []
    ");
}

#[test]
fn json_has_the_documented_keys_in_their_order() {
    let desk = Desk::with("poor.json", POOR);
    let answer = desk.run(&["check", "--json"]);
    let documented = [
        "severity", "finding", "code", "pointer", "line", "column", "message", "mend",
    ];
    assert_eq!(keys(&answer.out), documented);
    let findings = answer.json();
    let dangling = findings
        .as_array()
        .unwrap()
        .iter()
        .find(|it| it["finding"] == "reference-dangles")
        .unwrap();
    assert_eq!(
        (&dangling["line"], &dangling["column"]),
        (&10.into(), &16.into())
    );
    assert_eq!(dangling["pointer"], "/priorities/0/theme");
}

#[test]
fn the_faults_of_a_file_are_listed_the_same_way() {
    let text = SMALL
        .replace("\"Small\"", "7")
        .replace("\"2008/09 Q4\"", "[],\n  \"themes\": {}");
    let desk = Desk::with("faulty.json", text);
    assert_snapshot!(desk.run(&["check"]), @"
    exit 3
    faulty.json:3:12: error: file-fault
        Expected a text in quotes, found a number
        Correct the value in an editor, or remove its key
    faulty.json:4:21: error: file-fault
        Expected a text in quotes, found a list
        Correct the value in an editor, or remove its key
    faulty.json:5:13: error: file-fault
        Expected a list, found an object
        Correct the value in an editor, or remove its key
    faulty.json: 3 errors
    ");
    let answer = desk.run(&["check", "--json"]);
    assert_eq!(answer.code, 3);
    assert_eq!(answer.json()[0]["finding"], "file-fault");
    assert_eq!(answer.json()[0]["line"], 3);
}

#[test]
fn checking_writes_nothing() {
    let desk = Desk::with_sample();
    let before = snapshot(&desk.folder());
    let _ = desk.run(&["check"]);
    assert_eq!(snapshot(&desk.folder()), before);
}
