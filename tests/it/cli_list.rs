//! `list KIND`.

use insta::assert_snapshot;

use crate::support::cli::{Desk, keys};

#[test]
fn priorities_are_listed_with_rating_direction_code_title_and_counts() {
    assert_snapshot!(Desk::with_sample().run(&["list", "priorities"]), @"
    exit 0
    A  amber     TP-3b  Reduce the number of children…  1 ok  1 near  4 miss
    A  amber     TP-3c  Develop extended services,…     1 ok
    A  amber     HW-2a  Reduce teenage conception and…                1 miss
    A  amber  +  HW-2b  Improve the assessment and…           2 near
    A  amber  +  HW-3a  Improve psychological, mental…
    A  amber  +  HW-3d  Improve safeguarding…                         1 miss  1 late
    A  amber     LN-1c  Improve learning outcomes and…        2 near
    A  amber     LN-1d  Increase the proportion of…     1 ok          2 miss
    A  amber     LN-1e  Improve participation and…            1 near  1 miss
    A  amber  +  HM-1a  An increased number of local…
    ");
}

#[test]
fn indicators_are_listed_with_result_target_and_verdict() {
    let answer = Desk::with_sample().run(&["list", "indicators", "--where", "quality:concerns"]);
    assert_snapshot!(answer, @"
    exit 0
    NI 117  16 - 18 year olds who are not in…                     9.5 %  8.9 %  miss
    NI 50   Emotional Health of Children                         64.1 %         -
    NI 54   Parents' experience of services for…     not applicable             -
    ");
}

#[test]
fn actions_are_listed_with_day_status_officer_and_priority() {
    let answer = Desk::with_sample().run(&["list", "actions", "--where", "theme:HM"]);
    assert_snapshot!(answer, @"
    exit 0
    2009-06-30  Engage young people and count their…            Leeds CC       HM-1a
    2009-09-30  Increase regular volunteering through the…      Leeds CC       HM-1a
    2009-09-30  Start a volunteering programme for council…     Leeds CC       HM-1a
    2009-06-30  Support local volunteering through Area…        Area Managers  HM-1a
    ");
}

#[test]
fn other_kinds_are_listed_by_code_and_title() {
    assert_snapshot!(Desk::with_sample().run(&["list", "themes"]), @"
    exit 0
    TP  Thriving places
    HW  Health and wellbeing
    LN  Learning
    HM  Harmonious communities
    ");
    assert_snapshot!(Desk::with_sample().run(&["list", "board"]), @"
    exit 0
    children  Children's Services Scrutiny Board
    ");
}

#[test]
fn a_query_narrows_the_list() {
    let answer = Desk::with_sample().run(&[
        "list",
        "priorities",
        "--where",
        "direction:improving code:HW*",
    ]);
    assert_snapshot!(answer, @"
    exit 0
    A  amber  +  HW-2b  Improve the assessment and care…      2 near
    A  amber  +  HW-3a  Improve psychological, mental…
    A  amber  +  HW-3d  Improve safeguarding arrangements…            1 miss  1 late
    ");
}

#[test]
fn a_list_of_nothing_exits_with_one_and_says_so() {
    let desk = Desk::with_sample();
    assert_snapshot!(desk.run(&["list", "priorities", "--where", "rating:green"]), @"
    exit 1
    -- error
    scrutineer: no priority fits rating:green
    ");
    assert_snapshot!(desk.run(&["list", "recommendations", "--json"]), @"
    exit 1
    []
    -- error
    scrutineer: there are no recommendations
    ");
}

#[test]
fn a_query_that_is_not_understood_is_shown_with_the_place() {
    let desk = Desk::with_sample();
    assert_snapshot!(desk.run(&["list", "priorities", "--where", "sexual ratng:red"]), @"
    exit 2
    -- error
    scrutineer: --where: there is no field “ratng”; did you mean “rating”?
      sexual ratng:red
             ^
    ");
    assert_snapshot!(desk.run(&["list", "priorities", "--where", "rating:purple"]), @"
    exit 2
    -- error
    scrutineer: --where: “purple” is no rating; one of red, amber_red, amber, amber_green, green, blue, none
      rating:purple
             ^
    ");
    assert_snapshot!(desk.run(&["list", "periods", "--where", "children"]), @"
    exit 2
    -- error
    scrutineer: --where does not work on periods
      It works on boards, plans, monitors, highlights, themes, priorities, indicators, actions, answers, inquiries, recommendations, judgements, items, groups, decisions
    ");
}

#[test]
fn an_unknown_kind_names_the_nearest() {
    let desk = Desk::with_sample();
    assert_snapshot!(desk.run(&["list", "prioritees"]), @"
    exit 2
    -- error
    scrutineer: “prioritees” is no kind of record
      Did you mean “priorities”?
    ");
    assert_eq!(desk.run(&["list", "workspace"]).code, 2);
}

#[test]
fn lines_fit_the_terminal_and_have_no_edge_in_a_pipe() {
    let desk = Desk::with_sample();
    for kind in ["priorities", "indicators", "actions", "themes"] {
        for columns in ["40", "80", "200"] {
            let output = desk
                .command(&["list", kind])
                .env("COLUMNS", columns)
                .output();
            let answer = desk.answer(output.unwrap());
            let widest = answer
                .out
                .lines()
                .map(scrutineer::text::width)
                .max()
                .unwrap();
            assert!(
                widest <= columns.parse().unwrap(),
                "{kind} at {columns}: {widest}"
            );
        }
        let output = desk.command(&["list", kind]).env_remove("COLUMNS").output();
        let answer = desk.answer(output.unwrap());
        assert!(!answer.out.contains('…'), "{kind}");
    }
}

#[test]
fn ascii_cuts_with_three_dots() {
    let answer = Desk::with_sample().run(&["list", "priorities", "--ascii"]);
    assert!(answer.out.contains("..."));
    assert!(answer.out.is_ascii());
}

#[test]
fn another_period_shows_what_was_rated_then() {
    let answer = Desk::with_sample().run(&["list", "priorities", "--period", "2007/08 Q4"]);
    assert!(
        answer
            .out
            .lines()
            .all(|line| line.starts_with("-  not rated")),
        "{answer}"
    );
}

#[test]
fn json_begins_with_kind_code_and_title() {
    let desk = Desk::with_sample();
    for (kind, first) in [
        (
            "priorities",
            "kind code title id theme period rating direction high_risk indicators overdue_actions",
        ),
        (
            "indicators",
            "kind code title id period result result_text unit target target_text verdict change data_quality",
        ),
        (
            "actions",
            "kind id title due overdue status officers priority",
        ),
        ("themes", "kind code title id"),
        ("boards", "kind id title"),
    ] {
        let answer = desk.run(&["list", kind, "--json"]);
        let list = answer.json();
        assert!(!list.as_array().unwrap().is_empty());
        let first: Vec<&str> = first.split(' ').collect();
        assert_eq!(keys(&answer.out), first, "{kind}");
    }
}

#[test]
fn json_gives_the_words_of_the_file() {
    let answer =
        Desk::with_sample().run(&["list", "priorities", "--where", "code:HW-3d", "--json"]);
    assert_snapshot!(answer, @r#"
    exit 0
    [
      {
        "kind": "priority",
        "code": "HW-3d",
        "title": "Improve safeguarding arrangements for vulnerable children and adults through better information, recognition and response to risk",
        "id": "safeguarding-vulnerable",
        "theme": "HW",
        "period": "2008/09 Q4",
        "rating": "amber",
        "direction": "improving",
        "high_risk": null,
        "indicators": {
          "met": 0,
          "close": 0,
          "missed": 1,
          "unjudged": 0
        },
        "overdue_actions": 1
      }
    ]
    "#);
    let answer =
        Desk::with_sample().run(&["list", "indicators", "--where", "code:NI117", "--json"]);
    assert_snapshot!(answer, @r#"
    exit 0
    [
      {
        "kind": "indicator",
        "code": "NI 117",
        "title": "16 - 18 year olds who are not in education training or employment (NEET)",
        "id": "ni-117",
        "period": "2008/09",
        "result": 9.5,
        "result_text": "9.5% (2246)",
        "unit": "percent",
        "target": 8.9,
        "target_text": null,
        "verdict": "missed",
        "change": null,
        "data_quality": "some_concerns"
      }
    ]
    "#);
}

#[test]
fn a_past_period_lists_the_codes_of_then() {
    let desk = Desk::with(
        "codes.json",
        r#"{"format":"scrutineer/1","current_period":"2010/11 Q2","indicators":[{"id":"conceptions","code":"NI 112","former_codes":[{"code":"BV 197","in":"2007/08"}],"title":"Under 18 conception rate"}]}"#,
    );
    for (period, code) in [("2010/11 Q2", "NI 112"), ("2007/08 Q4", "BV 197")] {
        let answer = desk.run(&["list", "indicators", "--period", period]);
        assert!(answer.out.starts_with(code), "{period}: {answer}");
        let answer = desk.run(&["search", code, "--period", period, "--json"]);
        let found: serde_json::Value = serde_json::from_str(&answer.out).unwrap();
        assert_eq!(
            (&found[0]["code"], &found[0]["field"]),
            (&code.into(), &"code".into())
        );
    }
}

#[test]
fn an_action_that_was_carried_on_and_not_reviewed_since_says_whose_status_it_has() {
    let desk = Desk::with(
        "plan.json",
        r#"{"format":"scrutineer/1","title":"T","current_period":"2010/11 Q3","actions":[
            {"id":"a","title":"Told","trackers":["2010/11 Q2","2010/11 Q3"],
             "progress":[{"period":"2010/11 Q2","status":"on_track"}]},
            {"id":"b","title":"Silent","trackers":["2010/11 Q2","2010/11 Q3"]},
            {"id":"c","title":"Reviewed","trackers":["2010/11 Q2","2010/11 Q3"],
             "progress":[{"period":"2010/11 Q3","status":"on_track"}]}]}"#,
    );
    let listed = desk.run(&["list", "actions"]).out;
    let row = |title: &str| listed.lines().find(|row| row.contains(title)).unwrap();
    assert!(row("Told").contains("on track in 2010/11 Q2"), "{listed}");
    assert!(row("Silent").contains("not reviewed"), "{listed}");
    assert!(!row("Reviewed").contains(" in 2010/11"), "{listed}");
}
