//! `round`, and `--plain`: the update round as questions and answers.

use std::io::{Read as _, Write as _};
use std::process::Stdio;

use insta::assert_snapshot;

use crate::support::cli::{Answer, Desk};

/// A quarter that has begun: a priority, an indicator, an action and a recommendation.
const QUARTER: &str = r#"{
  "format": "scrutineer/1",
  "title": "Plan",
  "current_period": "2010/11 Q3",
  "priorities": [
    {
      "id": "p",
      "code": "P-1",
      "title": "The first",
      "officers": [{ "role": "lead", "post": "Head of Learning" }],
      "updates": [
        { "period": "2010/11 Q2", "rating": "red", "direction": "static", "summary": "As \u001b[31mever" },
        { "period": "2010/11 Q3" }
      ]
    },
    { "id": "q", "code": "Q-1", "title": "The second" }
  ],
  "indicators": [
    {
      "id": "ni-1",
      "code": "NI 1",
      "title": "Counted",
      "unit": "percent",
      "polarity": "rise",
      "frequency": "quarterly",
      "targets": [{ "id": "t1", "reported": "2010/11", "value": 80 }],
      "results": [{ "id": "r1", "reported": "2010/11 Q2", "value": 75 }]
    }
  ],
  "actions": [
    {
      "id": "a",
      "priority": "p",
      "title": "Renegotiate",
      "trackers": ["2010/11 Q3"],
      "timescale": { "text": "Nov 2010" }
    }
  ],
  "recommendations": [{ "id": "r", "code": "R 1", "text": "Report twice a year" }]
}
"#;

fn desk() -> Desk {
    Desk::with("plan.json", QUARTER)
}

/// Runs it with these lines on its standard input.
fn asked(desk: &Desk, args: &[&str], answers: &str) -> Answer {
    let mut child = desk
        .command(args)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    // It may leave before it has read all.
    let _ = child.stdin.take().unwrap().write_all(answers.as_bytes());
    desk.answer(child.wait_with_output().unwrap())
}

fn value(desk: &Desk, pointer: &str) -> serde_json::Value {
    let whole: serde_json::Value = serde_json::from_str(&desk.read("plan.json")).unwrap();
    whole.pointer(pointer).cloned().unwrap_or_default()
}

#[test]
fn the_round_is_asked_in_plain_lines_and_every_answer_is_kept() {
    let desk = desk();
    let answers = "r\n=\nAs before\nskip\n76.2%\n79\nde\nLate\n\nMarch 2011\nnothing\n";
    let answer = asked(&desk, &["--plain", "round"], answers);
    assert_snapshot!(answer.to_string(), @r#"
    exit 0
    Update round of 2010/11 Q3: 6 of 6 still missing.
    Empty passes over, "nothing" has nothing to report, "skip" goes to the next, "back" to the one before, "q" leaves.

    1 of 6. P-1. The first
    Tracker for 2010/11 Q3. Missing: rating, direction, assessment.
    Suggested: amber: no indicator could be judged, 1 action overdue
    2010/11 Q2: red · static · As ^[[31mever
    Rating (red, amber, green; 2010/11 Q2: red):   red
    Direction (improving, static, deteriorating; 2010/11 Q2: static):   static
    Summary: 
    2 of 6. Q-1. The second
    Tracker for 2010/11 Q3. Missing: rating, direction, assessment.
    Rating (red, amber, green): 
    3 of 6. NI 1. Counted
    Result for 2010/11 Q3. Missing: result.
    Target: 80 %; good is more
    Figure (2010/11 Q2: 75):   read as 76.2%

    4 of 6. NI 1. Counted
    Expected result for 2010/11, as of 2010/11 Q3. Missing: forecast.
    Target: 80 %; good is more
    Newest result: 76.2% for 2010/11 Q3
    Figure:   read as 79%

    5 of 6. Renegotiate
    Progress of the action in 2010/11 Q3. Missing: progress.
    For: P-1  The first
    Due: Nov 2010, overdue
    Status (not started, on track, delayed, on hold, completed, discontinued):   delayed
    Progress: Next steps: Timescale (now Nov 2010):   read as 31 Mar 2011

    6 of 6. R 1. Report twice a year
    Update of the recommendation in 2010/11 Q3. Missing: update.
    Text: 
    1 still missing; begin again to go on with them.
    "#);
    assert_eq!(value(&desk, "/priorities/0/updates/1/rating"), "red");
    assert_eq!(value(&desk, "/priorities/0/updates/1/summary"), "As before");
    assert_eq!(value(&desk, "/indicators/0/results/1/text"), "76.2%");
    assert_eq!(value(&desk, "/indicators/0/forecasts/0/made"), "2010/11 Q3");
    assert_eq!(value(&desk, "/actions/0/progress/0/status"), "delayed");
    assert_eq!(value(&desk, "/actions/0/timescale/was/0/text"), "Nov 2010");
    assert_eq!(
        value(&desk, "/recommendations/0/updates/0/note"),
        "Nothing to report"
    );
}

#[test]
fn no_byte_of_it_commands_a_terminal() {
    let desk = desk();
    let answer = asked(
        &desk,
        &["--plain", "round"],
        "r\nback\n\n\n\nx\n\u{1b}[2Jtext\nq\n",
    );
    let plain = |c: char| c == '\n' || !c.is_control();
    assert!(answer.out.chars().all(plain), "{answer}");
    let boxes = |c: char| ('\u{2500}'..='\u{259f}').contains(&c);
    assert!(!answer.out.contains(boxes), "{answer}");
    assert_eq!((answer.code, answer.err.as_str()), (0, ""));
}

#[test]
fn it_is_left_with_q_or_the_end_of_the_answers_and_goes_on_with_what_is_missing() {
    let desk = desk();
    for answers in ["g\n+\nBetter\nq\n", ""] {
        let answer = asked(&desk, &["--plain", "plan.json"], answers);
        assert_eq!(answer.code, 0, "{answer}");
    }
    // The file was written when it was left, and the first task is not asked for again.
    assert_eq!(
        value(&desk, "/priorities/0/updates/1/direction"),
        "improving"
    );
    let answer = asked(&desk, &["--plain", "round"], "q\n");
    assert!(
        answer
            .out
            .starts_with("Update round of 2010/11 Q3: 5 of 6 still missing.")
    );
    assert!(answer.out.contains("2 of 6. Q-1. The second"), "{answer}");
    assert_eq!(desk.run(&["undo"]).code, 0);
}

#[test]
fn what_cannot_be_read_is_said_and_asked_again() {
    let desk = desk();
    let answer = asked(&desk, &["--plain", "round"], "blue\nam\n+\n\nq\n");
    assert!(
        answer.out.contains("Not kept: none of red, amber, green"),
        "{answer}"
    );
    assert_eq!(value(&desk, "/priorities/0/updates/1/rating"), "amber");
}

#[test]
fn mine_is_what_the_settings_name() {
    let desk = desk();
    desk.write("me.toml", "name = \"head of learning\"\n");
    let args = ["--plain", "--config", "me.toml", "round", "--mine"];
    let answer = asked(&desk, &args, "q\n");
    assert!(
        answer
            .out
            .starts_with("Update round of 2010/11 Q3: 2 of 2 still missing."),
        "{answer}"
    );
    desk.write("me.toml", "name = \"Nobody\"\n");
    assert_eq!(asked(&desk, &args, "").code, 1);
    assert_eq!(asked(&desk, &["--plain", "round", "--mine"], "").code, 2);
}

#[test]
fn without_a_terminal_the_interface_cannot_begin_the_round() {
    let desk = desk();
    assert_eq!(desk.run(&["round"]).code, 2);
    assert_eq!(desk.run(&["round", "--json"]).code, 2);
    let answer = asked(
        &Desk::with("plan.json", "{\"format\":\"scrutineer/1\"}"),
        &["--plain"],
        "",
    );
    assert_eq!(answer.code, 2, "{answer}");
}

/// Goes round in plain lines; before each answer another process runs the commands that stand beside it, once
/// the question is there. Gives back all that was said.
fn asked_while(desk: &Desk, talk: &[(&str, &[&[&str]], &str)]) -> String {
    let mut child = desk
        .command(&["--plain", "round"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut answers = child.stdin.take().unwrap();
    let mut out = child.stdout.take().unwrap();
    let mut said = Vec::new();
    let mut seen = 0;
    for (question, meanwhile, answer) in talk {
        let mut byte = [0];
        while !said.get(seen..).unwrap().ends_with(question.as_bytes()) {
            let read = out.read(&mut byte).unwrap();
            assert!(read > 0, "{question}: {}", String::from_utf8_lossy(&said));
            said.extend_from_slice(&byte);
        }
        seen = said.len();
        for args in *meanwhile {
            assert_eq!(desk.run(args).code, 0);
        }
        answers.write_all(answer.as_bytes()).unwrap();
    }
    drop(answers);
    out.read_to_end(&mut said).unwrap();
    assert!(child.wait().unwrap().success());
    String::from_utf8(said).unwrap()
}

/// What another process does: rates the first priority green.
const GREEN: &[&str] = &["set", "P-1", "--rating", "green"];

#[test]
fn what_somebody_else_gave_between_question_and_answer_is_said_and_not_overwritten() {
    for (then, rating) in [("\n", "green"), ("r\n", "red")] {
        let desk = desk();
        let said = asked_while(
            &desk,
            &[
                ("2010/11 Q2: red): ", &[GREEN], "r\n"),
                // Asked again with theirs beside it: to pass over leaves it, to answer is to mean it.
                ("now green; 2010/11 Q2: red): ", &[], then),
                ("static): ", &[], "=\n"),
                ("Summary: ", &[], "q\n"),
            ],
        );
        assert!(
            said.contains("Not kept: somebody else changed it meanwhile.\n"),
            "{said}"
        );
        assert!(
            said.contains("P-1 rated green (was not set) in 2010/11 Q3"),
            "{said}"
        );
        assert_eq!(value(&desk, "/priorities/0/updates/1/rating"), rating);
        assert_eq!(value(&desk, "/priorities/0/updates/1/direction"), "static");
    }
}

#[test]
fn an_answer_and_another_field_of_the_same_tracker_are_both_kept() {
    let desk = desk();
    let said = asked_while(
        &desk,
        &[
            (
                "2010/11 Q2: red): ",
                &[&["set", "P-1", "--direction", "improving"]],
                "r\n",
            ),
            ("now improving; 2010/11 Q2: static): ", &[], "\n"),
            ("Summary: ", &[], "q\n"),
        ],
    );
    assert!(!said.contains("Not kept"), "{said}");
    assert_eq!(value(&desk, "/priorities/0/updates/1/rating"), "red");
    assert_eq!(
        value(&desk, "/priorities/0/updates/1/direction"),
        "improving"
    );
}

#[test]
fn what_somebody_else_gave_of_a_task_ahead_is_said_and_not_asked_for() {
    let desk = desk();
    let said = asked_while(
        &desk,
        &[
            ("2010/11 Q2: red): ", &[], "skip\n"),
            (
                "green): ",
                &[&["add", "result", "NI 1", "value=76.2%"]],
                "skip\n",
            ),
            ("Figure: ", &[], "q\n"),
        ],
    );
    assert!(said.contains("Meanwhile "), "{said}");
    assert!(!said.contains("3 of 6. NI 1"), "{said}");
    assert!(said.contains("4 of 6. NI 1"), "{said}");
}
