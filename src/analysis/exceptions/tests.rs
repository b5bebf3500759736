use super::*;
use crate::analysis::naming::code_of;
use crate::domain::day::Day;
use crate::domain::edit::apply_step;
use crate::domain::field::In;
use crate::domain::json::Json;
use crate::domain::period::Period;

fn read(text: &str) -> Workspace {
    Json::parse(text).unwrap().to::<In<Workspace>>().unwrap().0
}

fn found(workspace: &Workspace, board: Option<&str>) -> Exceptions {
    let moment = Moment::new(workspace, None, None);
    let board = board.map(Id::new);
    exceptions(workspace, &Index::new(workspace), moment, board.as_ref())
}

fn said(exceptions: &Exceptions) -> Vec<String> {
    let line = |it: &Exception| format!("{} {}: {}", it.group.word(), it.record.id, it.reason);
    exceptions.lines.iter().map(line).collect()
}

/// Paper 001, lines 640 to 643: all red trackers, and the ambers that are static or deteriorating.
#[test]
fn every_red_tracker_and_the_ambers_that_do_not_improve_are_exceptions() {
    for (rating, direction, expected) in [
        ("red", "improving", Some(Group::Red)),
        ("red", "", Some(Group::Red)),
        ("amber", "static", Some(Group::Amber)),
        ("amber", "deteriorating", Some(Group::Amber)),
        ("amber", "improving", None),
        ("amber", "", Some(Group::AmberUndirected)),
        ("amber", "sideways", Some(Group::AmberUndirected)),
        ("amber_red", "static", Some(Group::Amber)),
        ("amber_green", "improving", None),
        ("green", "deteriorating", None),
        ("blue", "", None),
        ("", "static", None),
    ] {
        let signed = r#""approvals":[{"role":"officer"},{"role":"director"}]"#;
        let workspace = read(&format!(
            r#"{{"current_period":"2010/11 Q2","priorities":[{{"id":"p","updates":[
               {{"period":"2010/11 Q2","rating":"{rating}","direction":"{direction}",{signed}}}]}}]}}"#
        ));
        let groups: Vec<Group> = found(&workspace, None)
            .lines
            .iter()
            .map(|it| it.group)
            .collect();
        assert_eq!(groups, Vec::from_iter(expected), "{rating} {direction}");
    }
}

#[test]
fn each_further_group_has_its_reason_in_words() {
    let workspace = read(
        r#"{"current_period":"2010/11 Q2","as_of":"2010-11-10",
        "priorities":[
            {"id":"challenged","indicators":["missed"],"updates":[{"period":"2010/11 Q2","rating":"green",
                "approvals":[{"role":"officer"}]}]},
            {"id":"joint","updates":[{"period":"2010/11 Q2","rating":"red","joint_with":["served"],
                "approvals":[{"role":"officer"},{"role":"director"}]}]},
            {"id":"served"},
            {"id":"altered","updates":[{"period":"2010/11 Q2","rating":"green",
                "approvals":[{"role":"officer","covers":"0"},{"role":"director"}]}]},
            {"id":"retired","retired_from":"2010/11 Q1","updates":[{"period":"2010/11 Q2","rating":"red"}]},
            {"id":"before","updates":[{"period":"2010/11 Q1","rating":"red"}]}],
        "indicators":[
            {"id":"missed","unit":"percent","polarity":"fall",
             "targets":[{"id":"t","reported":"2010/11","value":6.8}],
             "results":[{"id":"r","reported":"2010/11 Q2","value":9.6,"data_quality":{"level":"some_concerns","note":"late returns"}}]},
            {"id":"expected","unit":"percent","polarity":"rise","adds":"latest",
             "targets":[{"id":"t","reported":"2010/11","value":78,"set_by":"Improvement Notice"}],
             "results":[{"id":"r","reported":"2010/11 Q2","value":78}],
             "forecasts":[{"id":"f","period":"2010/11","value":70}]},
            {"id":"over","retired_from":"2010/11","polarity":"rise","targets":[{"id":"t","reported":"2010/11","value":6}],
             "results":[{"id":"r","reported":"2010/11 Q2","value":1}]}],
        "actions":[
            {"id":"late","timescale":{"text":"31 March 2010"}},
            {"id":"done","timescale":{"text":"31 March 2010"},"progress":[{"period":"2010/11 Q1","status":"completed"}]},
            {"id":"ongoing","timescale":{"text":"Ongoing"},"progress":[{"period":"2009/10 Q4","reviewed":"2010-04-09"}]},
            {"id":"forgotten","timescale":{"text":"Ongoing"}},
            {"id":"undated"},
            {"id":"future","timescale":{"text":"31 March 2011"}},
            {"id":"elsewhere","priority":"joint","trackers":["2008/09 Q4"],"timescale":{"text":"31 March 2009"}}],
        "recommendations":[
            {"id":"stuck","coverage":"not_applicable","updates":[{"id":"u","at":"2010-09","stage":3}]},
            {"id":"drafted","coverage":"not_applicable","updates":[{"id":"u","at":"2010-09","draft_stage":[3]}]},
            {"id":"bare"},
            {"id":"achieved","updates":[{"id":"u","at":"2010-09","stage":2}]},
            {"id":"around","routes":[{"id":"1","kind":"indirect","via":{"priority":"joint"}}]}]}"#,
    );
    assert_eq!(
        said(&found(&workspace, None)),
        [
            "red joint: rated red, direction not recorded",
            "missed missed: 9.6% in 2010/11 Q2; the target is 6.8%",
            "outlook_missed expected: forecast 70% for 2010/11; the target of the Improvement Notice is 78%",
            "data_quality missed: some concerns: late returns",
            "overdue late: due 31 Mar 2010, 224 days ago",
            "stale ongoing: last reviewed 9 Apr 2010",
            "never_reviewed forgotten: ongoing, and never reviewed",
            "never_reviewed undated: without a date, and never reviewed",
            "unapproved challenged: approved by the officer, not by the director",
            "changed_since_approval altered: changed since the officer approved it",
            "challenge challenged: rated green; 1 of 1 judged indicators missed",
            "decision stuck: stage 3 in 2010-09: not achieved (obstacle): the board determines action",
            "no_direct_route bare: no route is recorded",
            "no_direct_route around: monitored indirectly only",
        ]
    );
}

#[test]
fn a_board_sees_its_own_and_an_answer_stands_with_the_line_of_its_period() {
    let workspace = read(
        r#"{"current_period":"2010/11 Q2","priorities":[
            {"id":"a","boards":["children"],"updates":[{"period":"2010/11 Q2","rating":"red"}]},
            {"id":"b","boards":["health"],"updates":[{"period":"2010/11 Q2","rating":"red"}]}],
        "answers":[
            {"id":"old","finding":"red","concerns":"priority:a","period":"2010/11 Q1"},
            {"id":"other","finding":"unapproved","concerns":"priority:b","period":"2010/11 Q2"},
            {"id":"own","finding":"red","concerns":"priority:b","period":"Q2 2010/11"}]}"#,
    );
    let answers = |board: Option<&str>| {
        let found = found(&workspace, board);
        let red = found.of(Group::Red).iter();
        red.map(|it| {
            (
                it.record.id.to_string(),
                it.answer.as_ref().map(Id::to_string),
            )
        })
        .collect::<Vec<_>>()
    };
    let (a, b) = (
        ("a".to_owned(), None),
        ("b".to_owned(), Some("own".to_owned())),
    );
    assert_eq!(answers(None), [a.clone(), b.clone()]);
    assert_eq!(answers(Some("children")), [a]);
    assert_eq!(answers(Some("health")), [b]);
    assert_eq!(answers(Some("nobody")), []);
    assert_eq!(found(&workspace, None).unanswered(), 2);
}

#[test]
fn an_answer_is_given_changed_and_taken_away_and_each_step_has_an_inverse() {
    let mut workspace = read(
        r#"{"current_period":"2010/11 Q2","priorities":[
            {"id":"a","updates":[{"period":"2010/11 Q2","rating":"red"}]}]}"#,
    );
    let untouched = workspace.clone();
    let period = workspace.current_period.read();
    let on = Day::new(2010, 11, 12);
    let mut inverses = Vec::new();
    for (text, by, expected) in [
        ("", "Officer", None),
        ("  Staff were short. ", "Officer", Some("Staff were short.")),
        ("Staff are back.", "Director", Some("Staff are back.")),
        ("Staff are back.", "Somebody", Some("Staff are back.")),
        (" ", "Officer", None),
    ] {
        let line = found(&workspace, None).of(Group::Red)[0].clone();
        let step = answer_step(&workspace, &line, period, text, by, on);
        let (next, applied) = {
            let mut next = workspace.clone();
            let applied = apply_step(&mut next, &step).unwrap();
            (next, applied)
        };
        workspace = next;
        inverses.push(applied.inverse);
        let line = found(&workspace, None).of(Group::Red)[0].clone();
        let answer = line
            .answer
            .map(|id| workspace.answers.get(id.as_str()).unwrap().clone());
        assert_eq!(
            answer.as_ref().map(|it| it.text.as_str()),
            expected,
            "{text}"
        );
        if let Some(answer) = answer {
            assert_ne!(answer.by, "Somebody");
            assert_eq!(answer.on.text(), "2010-11-12");
        }
    }
    for inverse in inverses.iter().rev() {
        apply_step(&mut workspace, inverse).unwrap();
    }
    assert_eq!(workspace, untouched);
}

/// The Quarter 2 report prints the traffic lights as pictures, which are lost; what its text still says
/// rates TP-3b and LN-1d red, and HW-1e and HW-3a amber and improving, so that the rule does not
/// take those two (the pack prints their trackers all the same). HW-1c, HW-1d, LN-1c and both parts of LN-1e are printed by exception too, but no text says
/// in which colour: they are not rated in the sample, and can be on no list of ratings.
#[test]
fn the_rated_exceptions_of_the_sample_are_those_that_the_paper_rates() {
    let workspace = read(include_str!("../../../sample-data/leeds.json"));
    let moment = Moment::new(&workspace, None, None);
    let found = found(&workspace, Some("children"));
    let codes = |group: Group| {
        let lines = found.of(group).iter();
        let codes = lines.map(|line| code_of(&workspace, &line.record, moment));
        codes.collect::<Vec<_>>()
    };
    assert_eq!(codes(Group::Red), ["TP-3b", "LN-1d"]);
    assert_eq!(codes(Group::Amber), Vec::<String>::new());
    assert_eq!(codes(Group::AmberUndirected), Vec::<String>::new());
    // HW-1c is signed by one of the two (paper 001).
    assert_eq!(codes(Group::Unapproved), ["HW-1c"]);
}

#[test]
fn a_past_period_has_the_exceptions_of_then() {
    let workspace = read(include_str!("../../../sample-data/leeds.json"));
    let moment = Moment::new(&workspace, Period::read("2008/09 Q4"), None);
    let index = Index::new(&workspace);
    let found = exceptions(&workspace, &index, moment, None);
    // Paper 003 rates all ten amber; the text has an arrow for none of the six listed here.
    let codes: Vec<String> = found
        .of(Group::AmberUndirected)
        .iter()
        .map(|line| code_of(&workspace, &line.record, moment))
        .collect();
    assert_eq!(
        codes,
        ["TP-3b", "TP-3c", "HW-2a", "LN-1c", "LN-1d", "LN-1e"]
    );
    assert_eq!(found.of(Group::Red), []);
}

#[test]
fn a_rating_is_challenged_here_as_on_its_page() {
    use crate::analysis::challenge::challenge;
    use crate::analysis::tracker::tracker;

    let workspace = read(include_str!("../../../sample-data/leeds.json"));
    let index = Index::new(&workspace);
    let mut some = 0;
    for period in ["2008/09 Q4", "2010/11 Q2"] {
        let moment = Moment::new(&workspace, Period::read(period), None);
        let found = exceptions(&workspace, &index, moment, None);
        let listed: Vec<(&str, &str)> = found
            .of(Group::Challenge)
            .iter()
            .map(|line| (line.record.id.as_str(), line.reason.as_str()))
            .collect();
        let on_pages: Vec<(&str, String)> = workspace
            .priorities
            .iter()
            .filter_map(|priority| {
                let tracker = tracker(priority, moment);
                let challenge = challenge(&workspace, &index, &tracker, moment)?;
                Some((priority.id.as_str(), challenge.words()))
            })
            .collect();
        let on_pages: Vec<(&str, &str)> =
            on_pages.iter().map(|(id, it)| (*id, it.as_str())).collect();
        assert_eq!(listed, on_pages, "{period}");
        some += listed.len();
    }
    assert!(some > 0);
}
