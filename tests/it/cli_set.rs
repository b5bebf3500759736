//! `set CODE`.

use std::fs::{self, Permissions};
use std::os::unix::fs::{PermissionsExt as _, chown};
use std::os::unix::process::CommandExt as _;

use insta::assert_snapshot;

use crate::support::cli::{Desk, SAMPLE, SMALL, keys, snapshot};

/// Who has no special powers, where tests are run by root.
const NOBODY: u32 = 65534;

/// The lines that are in one text only.
fn difference(before: &str, after: &str) -> String {
    let before: Vec<&str> = before.lines().collect();
    let after: Vec<&str> = after.lines().collect();
    let gone = before
        .iter()
        .filter(|line| !after.contains(line))
        .map(|line| format!("-{line}\n"));
    let come = after
        .iter()
        .filter(|line| !before.contains(line))
        .map(|line| format!("+{line}\n"));
    assert!(before.len().abs_diff(after.len()) < 10);
    gone.chain(come).collect()
}

#[test]
fn a_rating_changes_one_line_of_the_file() {
    let desk = Desk::with_sample();
    assert_snapshot!(desk.run(&["set", "LN-1d", "--rating", "red"]), @"
    exit 0
    LN-1d, 2008/09 Q4: rating amber → red
    ");
    let (before, after) = (fs::read_to_string(SAMPLE).unwrap(), desk.read("leeds.json"));
    let changed = before
        .lines()
        .zip(after.lines())
        .filter(|(one, other)| one != other);
    assert_eq!(
        changed.collect::<Vec<_>>(),
        [(
            "          \"rating\": \"amber\",",
            "          \"rating\": \"red\","
        )]
    );
    assert_eq!(before.lines().count(), after.lines().count());
}

#[test]
fn a_joint_tracker_is_set_where_it_stands_from_each_of_its_priorities() {
    let desk = Desk::with(
        "plan.json",
        r#"{"format":"scrutineer/1","title":"T","current_period":"2010/11 Q2","priorities":[
            {"id":"a","code":"LN-1a","updates":[{"period":"2010/11 Q2","rating":"red","joint_with":["b"]}]},
            {"id":"b","code":"LN-1b","updates":[]}]}"#,
    );
    assert_snapshot!(desk.run(&["set", "LN-1b", "--rating", "green"]), @"
    exit 0
    LN-1a, 2010/11 Q2: rating red → green
    ");
}

#[test]
fn direction_and_note_come_in_with_the_rating() {
    let desk = Desk::with_sample();
    let answer = desk.run(&[
        "set",
        "ln1d",
        "--rating",
        "R",
        "--direction",
        "-",
        "--note",
        "Funding ends in March",
    ]);
    assert_snapshot!(answer, @"
    exit 0
    LN-1d, 2008/09 Q4: rating amber → red
    LN-1d, 2008/09 Q4: direction not set → deteriorating
    LN-1d, 2008/09 Q4: note not set → “Funding ends in March”
    ");
    let answer = desk.run(&[
        "set",
        "LN-1d",
        "--direction",
        "none",
        "--note",
        "",
        "--ascii",
    ]);
    assert_snapshot!(answer, @"
    exit 0
    LN-1d, 2008/09 Q4: direction deteriorating -> not set
    LN-1d, 2008/09 Q4: note “Funding ends in March” -> not set
    ");
}

#[test]
fn another_period_gets_a_tracker_of_its_own() {
    let desk = Desk::with_sample();
    let before = desk.read("leeds.json");
    let answer = desk.run(&[
        "set",
        "LN-1d",
        "--rating",
        "green",
        "--period",
        "2009/10 Q1",
    ]);
    assert_snapshot!(answer, @"
    exit 0
    LN-1d, 2009/10 Q1: rating not set → green
    ");
    assert_snapshot!(difference(&before, &desk.read("leeds.json")), @r#"
    +          "period": "2009/10 Q1",
    +          "rating": "green"
    "#);
}

#[test]
fn what_is_so_already_is_done_and_writes_nothing() {
    let desk = Desk::with_sample();
    let before = snapshot(&desk.folder());
    assert_snapshot!(desk.run(&["set", "LN-1d", "--rating", "amber"]), @"
    exit 0
    LN-1d, 2008/09 Q4: unchanged, it is so already
    ");
    assert_eq!(
        desk.run(&["set", "LN-1d", "--rating", "amber", "--json"])
            .json()["changes"],
        serde_json::json!([])
    );
    assert_eq!(snapshot(&desk.folder()), before);
}

#[test]
fn json_gives_each_field_before_and_after() {
    let desk = Desk::with_sample();
    let answer = desk.run(&[
        "set",
        "LN-1d",
        "--rating",
        "red",
        "--direction",
        "static",
        "--json",
    ]);
    assert_eq!(answer.json()["changes"][0]["field"], "rating");
    assert_eq!(
        keys(&answer.out),
        ["kind", "code", "title", "id", "period", "changes"]
    );
    assert_snapshot!(answer, @r#"
    exit 0
    {
      "kind": "priority",
      "code": "LN-1d",
      "title": "Increase the proportion of vulnerable groups engaged in education, training or employment",
      "id": "vulnerable-groups-eet",
      "period": "2008/09 Q4",
      "changes": [
        {
          "field": "rating",
          "before": "amber",
          "after": "red"
        },
        {
          "field": "direction",
          "before": null,
          "after": "static"
        }
      ]
    }
    "#);
}

#[test]
fn a_value_that_is_not_what_it_was_is_a_conflict_and_nothing_changes() {
    let desk = Desk::with_sample();
    assert_eq!(
        desk.run(&["set", "LN-1d", "--rating", "red", "--was", "rating=amber"])
            .code,
        0
    );
    let before = snapshot(&desk.folder());
    assert_snapshot!(desk.run(&["set", "LN-1d", "--rating", "green", "--was", "rating=amber"]), @"
    exit 5
    -- error
    scrutineer: LN-1d, 2008/09 Q4: rating is red now, not amber; nothing was changed
      Look at what is there now, and decide which of the two shall stay
    ");
    assert_snapshot!(desk.run(&["set", "LN-1d", "--rating", "green", "--was", "rating=red", "--was", "note=Old"]), @"
    exit 5
    -- error
    scrutineer: LN-1d, 2008/09 Q4: note is not set now, not “Old”; nothing was changed
      Look at what is there now, and decide which of the two shall stay
    ");
    assert_eq!(snapshot(&desk.folder()), before);
    assert_eq!(
        desk.run(&[
            "set",
            "LN-1d",
            "--rating",
            "green",
            "--was",
            "rating=R",
            "--was",
            "direction="
        ])
        .code,
        0
    );
}

#[test]
fn of_many_that_name_what_was_there_exactly_one_succeeds() {
    let desk = Desk::with_sample();
    let args = [
        "set",
        "LN-1d",
        "--note",
        "",
        "--rating",
        "red",
        "--was",
        "rating=amber",
    ];
    let running: Vec<_> = (0..8)
        .map(|_| {
            desk.command(&args)
                .stdout(std::process::Stdio::piped())
                .stderr(std::process::Stdio::piped())
                .spawn()
                .unwrap()
        })
        .collect();
    let mut codes: Vec<i32> = running
        .into_iter()
        .map(|it| desk.answer(it.wait_with_output().unwrap()).code)
        .collect();
    codes.sort_unstable();
    assert_eq!(codes, [0, 5, 5, 5, 5, 5, 5, 5]);
}

#[test]
fn of_many_on_different_priorities_none_is_lost() {
    let desk = Desk::with_sample();
    let codes = [
        "TP-3b", "TP-3c", "HW-2a", "HW-2b", "HW-3a", "HW-3d", "LN-1c", "LN-1d",
    ];
    let running: Vec<_> = codes
        .iter()
        .map(|code| {
            desk.command(&["set", code, "--rating", "red"])
                .spawn()
                .unwrap()
        })
        .collect();
    for mut it in running {
        assert!(it.wait().unwrap().success());
    }
    let answer = desk.run(&["list", "priorities", "--where", "rating:red", "--json"]);
    assert_eq!(answer.json().as_array().unwrap().len(), codes.len());
}

#[test]
fn what_cannot_be_set_is_a_usage_error() {
    let desk = Desk::with_sample();
    assert_snapshot!(desk.run(&["set", "LN-1d", "--rating", "blue"]), @"
    exit 2
    -- error
    scrutineer: “blue” is not on this workspace's scale
      The scale is red, amber, green
    ");
    assert_snapshot!(desk.run(&["set", "LN-1d", "--direction", "up"]), @"
    exit 2
    -- error
    scrutineer: “up” is no direction of travel
      It is improving (+), static (=) or deteriorating (-)
    ");
    assert_snapshot!(desk.run(&["set", "LN-1d", "--note", "a\u{1b}[31mb"]), @"
    exit 2
    -- error
    scrutineer: the note has control or direction-override characters
      Write it in plain text
    ");
    assert_snapshot!(desk.run(&["set", "LN-1d", "--rating", "red", "--was", "ratng=red"]), @"
    exit 2
    -- error
    scrutineer: --was ratng=red: there is no field “ratng”
      Did you mean “rating”?
    ");
    assert_snapshot!(desk.run(&["set", "LN-1d", "--rating", "red", "--was", "rating"]), @"
    exit 2
    -- error
    scrutineer: --was rating: it has no “=”
      Write it like --was rating=amber
    ");
    assert_snapshot!(desk.run(&["set", "NI 117", "--rating", "red"]), @"
    exit 2
    -- error
    scrutineer: “NI 117” is no priority: it is indicator:ni-117
      “scrutineer list priorities” gives their codes
    ");
    assert_snapshot!(desk.run(&["set", "LN-1d"]), @"
    exit 2
    -- error
    scrutineer: the following required arguments were not provided:
      <--rating <RATING>|--direction <DIRECTION>|--note <TEXT>|--status <STATUS>|--board <BOARD>|--not-board <BOARD>|--due <WHEN>|--officer <POST>|--owner <SERVICE>>
      Usage: scrutineer set CODE... [--where QUERY] [--rating R] [OPTIONS]
      For more information, try '--help'.
    ");
    assert_snapshot!(desk.run(&["set", "LN-1d", "--rating", "red", "--period", "Q5"]), @"
    exit 2
    -- error
    scrutineer: invalid value 'Q5' for '--period <PERIOD>': periods are written like “2008/09 Q4”, “2008/09”, “2009” or “Dec 2008”
      For more information, try '--help'.
    ");
    assert_eq!(desk.names(), ["leeds.json"]);
}

#[test]
fn an_unknown_priority_exits_with_one() {
    assert_snapshot!(Desk::with_sample().run(&["set", "LN-1z", "--rating", "red"]), @"
    exit 1
    -- error
    scrutineer: no priority is called “LN-1z”
      Did you mean “LN-1c”?
    ");
}

#[test]
fn without_a_current_period_one_must_be_given() {
    let text = SMALL.replace(
        "\"current_period\": \"2008/09 Q4\"",
        "\"priorities\": [{\"id\":\"p\",\"code\":\"P-1\"}]",
    );
    let desk = Desk::with("small.json", text);
    assert_snapshot!(desk.run(&["set", "P-1", "--rating", "red"]), @"
    exit 2
    -- error
    scrutineer: the workspace has no current period to set it in
      Give one with --period
    ");
    assert_eq!(
        desk.run(&["set", "P-1", "--rating", "red", "--period", "2008/09"])
            .code,
        0
    );
}

#[test]
fn the_mode_of_the_file_stays() {
    for mode in [0o600, 0o640, 0o664] {
        let desk = Desk::with_sample();
        let file = desk.path("leeds.json");
        fs::set_permissions(&file, Permissions::from_mode(mode)).unwrap();
        assert_eq!(desk.run(&["set", "LN-1d", "--rating", "red"]).code, 0);
        assert_eq!(
            fs::metadata(&file).unwrap().permissions().mode() & 0o7777,
            mode
        );
    }
}

#[test]
fn a_file_that_may_not_be_written_exits_with_four() {
    let desk = Desk::with_sample();
    let file = desk.path("leeds.json");
    let is_root = rustix::process::geteuid().is_root();
    let mut command = desk.command(&["set", "LN-1d", "--rating", "red"]);
    if is_root {
        chown(desk.folder(), Some(NOBODY), None).unwrap();
        let around = desk.folder().parent().unwrap().to_owned();
        fs::set_permissions(around, Permissions::from_mode(0o755)).unwrap();
        command.uid(NOBODY);
    }
    fs::set_permissions(&file, Permissions::from_mode(0o444)).unwrap();
    assert_snapshot!(desk.answer(command.output().unwrap()), @"
    exit 4
    -- error
    scrutineer: nothing can be changed: you have no write permission for the file
      Ask its owner for write permission, or work on a copy of it elsewhere
    ");
    assert_eq!(desk.read("leeds.json"), fs::read_to_string(SAMPLE).unwrap());
}

#[test]
fn read_only_changes_nothing() {
    let desk = Desk::with_sample();
    assert_snapshot!(desk.run(&["--read-only", "set", "LN-1d", "--rating", "red"]), @"
    exit 4
    -- error
    scrutineer: nothing can be changed: it was opened to be read only
      Open it again without asking for that
    ");
    assert_eq!(desk.names(), ["leeds.json"]);
}

#[test]
fn a_file_with_faults_is_never_written() {
    let text = fs::read_to_string(SAMPLE)
        .unwrap()
        .replace("\"actions\": [", "\"actions\": [7, ");
    let desk = Desk::with("leeds.json", &text);
    assert_snapshot!(desk.run(&["set", "LN-1d", "--rating", "red"]), @"
    exit 3
    -- error
    scrutineer: FOLDER/leeds.json: line 3916, column 15: /actions/0: Expected an object, found a number. Correct the value in an editor, or remove its key
      Mend it in an editor, or restore a copy; the version before the last change is beside it as .bak
    ");
    assert_eq!(desk.read("leeds.json"), text);
    assert_eq!(desk.names(), ["leeds.json"]);
}

#[test]
fn a_value_that_is_no_word_of_the_program_can_be_named_and_replaced() {
    let text = fs::read_to_string(SAMPLE).unwrap();
    let desk = Desk::with(
        "leeds.json",
        text.replace("\"rating\": \"amber\"", "\"rating\": \"purple\""),
    );
    let answer = desk.run(&["set", "LN-1d", "--rating", "red", "--was", "rating=purple"]);
    assert_eq!(answer.out, "LN-1d, 2008/09 Q4: rating purple → red\n");
}
