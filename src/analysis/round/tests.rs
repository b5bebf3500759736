//! What a period asks for and what an answer comes to, by table and on the sample.

use super::*;
use crate::analysis::naming::code_of;
use crate::analysis::rollover::start_period;
use crate::domain::edit::apply_step;
use crate::domain::field::In;
use crate::domain::form::Object;
use crate::domain::json::Json;

fn workspace(text: &str) -> Workspace {
    Json::parse(text).unwrap().to::<In<Workspace>>().unwrap().0
}

/// What a period asks for, in a line each: what, of which record, and what of it is missing.
fn asked(workspace: &Workspace, whose: &Whose) -> Vec<String> {
    let moment = Moment::new(workspace, None, None);
    let tasks = tasks(workspace, &Index::new(workspace), moment, whose);
    let lines = tasks.iter().map(|task| {
        let what = match task.ask {
            Ask::Tracker => "tracker".to_owned(),
            Ask::Result(of) => format!("result {of}"),
            Ask::Forecast(of) => format!("forecast {of}"),
            Ask::Progress => "progress".to_owned(),
            Ask::Update => "update".to_owned(),
        };
        format!("{} {what}: {}", task.record.id, task.missing.join(" "))
    });
    lines.collect()
}

#[test]
fn a_tracker_is_asked_for_until_rating_direction_and_assessment_are_given() {
    for (update, missing) in [
        ("", Some("rating direction assessment")),
        (r#""rating":"red""#, Some("direction assessment")),
        (r#""rating":"red","direction":"static""#, Some("assessment")),
        (
            r#""rating":"red","direction":"static","summary":" ""#,
            Some("assessment"),
        ),
        (
            r#""rating":"red","direction":"static","summary":"S""#,
            Some(""),
        ),
        (r#""note":"Said twice\nnothing to report ""#, Some("")),
        (
            r#""note":"Nothing to report yet""#,
            Some("rating direction assessment"),
        ),
    ] {
        let comma = if update.is_empty() { "" } else { "," };
        let text = format!(
            r#"{{"current_period":"2010/11 Q3","priorities":[
            {{"id":"p","updates":[{{"period":"2010/11 Q2","rating":"red","direction":"static","summary":"S"}},
                                  {{"period":"2010/11 Q3"{comma}{update}}}]}}]}}"#
        );
        let expected = missing.map(|missing| format!("p tracker: {missing}"));
        assert_eq!(
            asked(&workspace(&text), &Whose::All),
            Vec::from_iter(expected),
            "{update}"
        );
    }
}

#[test]
fn a_retired_priority_is_not_asked_for_and_a_joint_tracker_once() {
    let text = r#"{"current_period":"2010/11 Q3","priorities":[
        {"id":"gone","retired_from":"2010/11 Q3"},
        {"id":"leaving","retired_from":"2010/11 Q4"},
        {"id":"served"},
        {"id":"holder","updates":[{"period":"2010/11 Q3","joint_with":["served"]}]}]}"#;
    let all = "rating direction assessment";
    assert_eq!(
        asked(&workspace(text), &Whose::All),
        [
            format!("leaving tracker: {all}"),
            format!("holder tracker: {all}")
        ]
    );
}

#[test]
fn results_are_asked_for_by_frequency_kind_of_year_and_lag() {
    for (indicator, period, expected) in [
        (r#""frequency":"quarterly""#, "2010/11 Q3", "2010/11 Q3"),
        (
            r#""frequency":"monthly""#,
            "2010/11 Q3",
            "2010-10 2010-11 2010-12",
        ),
        (r#""frequency":"half_yearly""#, "2010/11 Q3", ""),
        (r#""frequency":"half_yearly""#, "2010/11 Q2", "2010/11 H1"),
        (r#""frequency":"termly""#, "2010/11 Q3", "2010-09..2010-12"),
        (r#""frequency":"termly""#, "2010/11 Q1", ""),
        (r#""frequency":"annual""#, "2010/11 Q3", ""),
        (r#""frequency":"annual""#, "2010/11 Q4", "2010/11"),
        (r#""frequency":"annual""#, "2010/11", "2010/11"),
        (
            r#""frequency":"quarterly""#,
            "2010/11 H1",
            "2010/11 Q1 2010/11 Q2",
        ),
        (
            r#""frequency":"annual","results":[{"reported":"2009/10","period":"2008/09 AY","value":1}]"#,
            "2010/11 Q2",
            "2009/10 AY",
        ),
        // The conceptions of a year come out fourteen months on.
        (
            r#""frequency":"annual","lag":"14 months","results":[{"period":"2008","value":1}]"#,
            "2010/11 Q4",
            "2009",
        ),
        (
            r#""frequency":"quarterly","lag":"6 months""#,
            "2010/11 Q2",
            "2009/10 Q4",
        ),
        (
            r#""frequency":"quarterly","lag":"one quarter late""#,
            "2010/11 Q2",
            "2010/11 Q2",
        ),
        (
            r#""frequency":"quarterly","retired_from":"2010/11 Q2""#,
            "2010/11 Q2",
            "",
        ),
        (r#""frequency":"sometimes""#, "2010/11 Q2", ""),
        (r#""title":"without a frequency""#, "2010/11 Q2", ""),
    ] {
        let text =
            format!(r#"{{"current_period":"{period}","indicators":[{{"id":"i",{indicator}}}]}}"#);
        let workspace = workspace(&text);
        let asked = asked(&workspace, &Whose::All);
        let stretches = asked.iter().map(|line| {
            let (what, missing) = line.split_once(": ").unwrap();
            assert_eq!(missing, "result", "{line}");
            what.strip_prefix("i result ").unwrap()
        });
        let stretches: Vec<&str> = stretches.collect();
        assert_eq!(stretches.join(" "), expected, "{indicator} in {period}");
    }
}

#[test]
fn a_result_is_given_by_what_it_speaks_of_or_by_the_column_it_stands_in() {
    for (frequency, result, open) in [
        ("quarterly", r#"{"reported":"2010/11 Q2","value":1}"#, 0),
        (
            "quarterly",
            r#"{"reported":"2010/11 Q2","period":"2010-08","value":1}"#,
            0,
        ),
        ("quarterly", r#"{"reported":"2010-08","value":1}"#, 0),
        ("quarterly", r#"{"reported":"2010/11 Q1","value":1}"#, 1),
        (
            "quarterly",
            r#"{"reported":"2010/11 Q3","period":"2010/11 Q2","value":1}"#,
            0,
        ),
        (
            "quarterly",
            r#"{"reported":"2010/11 Q2","text":"Nothing to report"}"#,
            0,
        ),
        ("monthly", r#"{"period":"2010-08","value":1}"#, 2),
        ("monthly", r#"{"reported":"2010/11 Q2","value":1}"#, 0),
    ] {
        let text = format!(
            r#"{{"current_period":"2010/11 Q2","indicators":[{{"id":"i","frequency":"{frequency}","results":[{result}]}}]}}"#
        );
        let workspace = workspace(&text);
        let moment = Moment::new(&workspace, None, None);
        let tasks = tasks(&workspace, &Index::new(&workspace), moment, &Whose::All);
        assert_eq!(super::open(&tasks), open, "{frequency} {result}");
    }
}

#[test]
fn a_forecast_is_asked_for_every_period_while_the_year_runs() {
    let target = r#""targets":[{"reported":"2010/11","value":78}]"#;
    let words = r#""targets":[{"reported":"2010/11","text":"to be set"}]"#;
    let forecast =
        |made: &str| format!(r#""forecasts":[{{"period":"2010/11","value":75,"made":"{made}"}}]"#);
    let (now, then) = (forecast("2010/11 Q2"), forecast("2010/11 Q1"));
    for (indicator, period, expected) in [
        (target, "2010/11 Q2", Some("forecast 2010/11: forecast")),
        (target, "2010/11 Q4", None),
        (target, "2011/12 Q1", None),
        (words, "2010/11 Q2", None),
        (&now, "2010/11 Q2", Some("forecast 2010/11: ")),
        (&then, "2010/11 Q2", Some("forecast 2010/11: forecast")),
        (&then, "2011/12 Q1", Some("forecast 2011/12: forecast")),
        (&then, "2012/13 Q1", None),
    ] {
        let text = format!(
            r#"{{"current_period":"{period}","indicators":[{{"id":"i","frequency":"annual",{indicator}}}]}}"#
        );
        let asked = asked(&workspace(&text), &Whose::All);
        let forecasts = asked.iter().filter(|line| line.contains("forecast"));
        let forecasts: Vec<&str> = forecasts
            .map(|line| line.trim_start_matches("i "))
            .collect();
        assert_eq!(
            forecasts,
            Vec::from_iter(expected),
            "{indicator} in {period}"
        );
    }
}

#[test]
fn carried_actions_that_were_open_are_asked_for_until_something_is_said_of_them() {
    for (action, expected) in [
        (r#""trackers":["2010/11 Q2"]"#, Some("progress")),
        (r#""trackers":["2010/11 Q1"]"#, None),
        (
            r#""trackers":["2010/11 Q2"],"progress":[{"period":"2010/11 Q1","status":"on_track"}]"#,
            Some("progress"),
        ),
        (
            r#""trackers":["2010/11 Q2"],"progress":[{"period":"2010/11 Q1","status":"completed"}]"#,
            None,
        ),
        (
            r#""trackers":["2010/11 Q2"],"progress":[{"period":"2010/11 Q1","status":"on_hold"}]"#,
            Some("progress"),
        ),
        (
            r#""trackers":["2010/11 Q2"],"progress":[{"period":"2010/11 Q2"}]"#,
            Some("progress"),
        ),
        (
            r#""trackers":["2010/11 Q2"],"progress":[{"period":"2010/11 Q2","status":"completed"}]"#,
            Some(""),
        ),
        (
            r#""trackers":["2010/11 Q2"],"progress":[{"period":"2010/11 Q2","reviewed":"2010-10-01"}]"#,
            Some(""),
        ),
        (
            r#""trackers":["2010/11 Q2"],"progress":[{"period":"2010/11 Q2","note":"Nothing to report"}]"#,
            Some(""),
        ),
    ] {
        let text = format!(
            r#"{{"current_period":"2010/11 Q2","actions":[{{"id":"a","priority":"p","title":"A",{action}}}]}}"#
        );
        let expected = expected.map(|missing| format!("a progress: {missing}"));
        assert_eq!(
            asked(&workspace(&text), &Whose::All),
            Vec::from_iter(expected),
            "{action}"
        );
    }
}

#[test]
fn open_recommendations_are_asked_for_by_their_routes_and_review_dates() {
    let every = |every: &str| {
        format!(
            r#""routes":[{{"id":"r1","frequency":{{"every":"{every}"}}}}],"updates":[{{"id":"u1","at":"2010-05"}}]"#
        )
    };
    for (recommendation, expected) in [
        (r#""heading":"never updated""#.to_owned(), Some("update")),
        (
            r#""updates":[{"id":"u1","at":"2010-05"}]"#.to_owned(),
            Some("update"),
        ),
        (
            r#""updates":[{"id":"u1","at":"2010-07-01"}]"#.to_owned(),
            Some(""),
        ),
        (
            r#""updates":[{"id":"u1","at":"2010-11-10"}]"#.to_owned(),
            Some(""),
        ),
        (every("quarterly"), Some("update")),
        (every("annual"), None),
        (every("now and then"), Some("update")),
        (r#""review_again":"2011-09""#.to_owned(), None),
        (r#""review_again":"2010-09""#.to_owned(), Some("update")),
        (r#""completed":{"on":"2010-05"}"#.to_owned(), None),
        (
            r#""updates":[{"id":"u1","at":"2010-05","stage":2}]"#.to_owned(),
            None,
        ),
        (
            r#""updates":[{"id":"u1","at":"2010-05","stage":4}]"#.to_owned(),
            Some("update"),
        ),
        (
            r#""updates":[{"id":"u1","at":"2010-08","stage":2}]"#.to_owned(),
            Some(""),
        ),
    ] {
        let text = format!(
            r#"{{"current_period":"2010/11 Q2","recommendations":[{{"id":"r","text":"R",{recommendation}}}]}}"#
        );
        let expected = expected.map(|missing| format!("r update: {missing}"));
        assert_eq!(
            asked(&workspace(&text), &Whose::All),
            Vec::from_iter(expected),
            "{recommendation}"
        );
    }
}

#[test]
fn one_person_gets_what_the_records_name_them_for_and_an_adviser_the_recommendations() {
    let text = r#"{"current_period":"2010/11 Q2",
        "priorities":[
            {"id":"led","officers":[{"role":"lead","post":"Head of Learning"}],"indicators":["i1"]},
            {"id":"helped","officers":[{"role":"contributor","name":"J. Harris"}],"indicators":["i2"]},
            {"id":"other","officers":[{"role":"lead","organisation":"PCT"}]}],
        "indicators":[{"id":"i1","frequency":"quarterly"},{"id":"i2","frequency":"quarterly"},
            {"id":"i3","frequency":"quarterly","owner":"Head of learning"}],
        "actions":[
            {"id":"a1","priority":"led","trackers":["2010/11 Q2"],"title":"A"},
            {"id":"a2","priority":"helped","trackers":["2010/11 Q2"],"title":"B"},
            {"id":"a3","priority":"other","trackers":["2010/11 Q2"],"title":"C",
             "milestones":[{"id":"m1","text":"M","officers":[{"name":"j harris"}]}]}],
        "recommendations":[{"id":"r1","text":"R","officers":[{"post":"Head of Learning"}]},{"id":"r2","text":"R"}]}"#;
    let workspace = workspace(text);
    let who = |called: &[&str], role: &str| Person {
        called: called.iter().map(|it| (*it).to_owned()).collect(),
        role: role.to_owned(),
    };
    for (person, known, expected) in [
        (who(&["J. Harris"], ""), true, "helped a3"),
        (
            who(&["", "Head of Learning"], "officer"),
            true,
            "led i1 i3 a1 r1",
        ),
        (
            who(&["J. Harris", "Head of Learning"], "director"),
            true,
            "led helped i1 i3 a1 a3 r1",
        ),
        (who(&["J. Harris"], "adviser"), true, "r1 r2"),
        (who(&["Somebody Else"], ""), false, ""),
        (who(&[""], ""), false, ""),
    ] {
        assert_eq!(is_known(&workspace, &person), known, "{person:?}");
        let whose = Whose::Of(person);
        let lines = asked(&workspace, &whose);
        let ids = lines.iter().map(|line| line.split(' ').next().unwrap());
        let ids: Vec<&str> = ids.collect();
        assert_eq!(ids.join(" "), expected, "{whose:?}");
    }
}

/// The sample, in the quarter after its newest.
fn next_quarter() -> Workspace {
    let text = include_bytes!("../../../sample-data/leeds.json");
    let mut workspace = crate::store::format::read(text).unwrap();
    let step = start_period(&workspace, None).unwrap().step;
    apply_step(&mut workspace, &step).unwrap();
    workspace
}

#[test]
fn whatever_is_said_of_a_task_settles_it_and_can_be_taken_back() {
    let before = next_quarter();
    let moment = Moment::new(&before, None, None);
    let index = Index::new(&before);
    let all = tasks(&before, &index, moment, &Whose::All);
    let still = open(&all);
    assert!(still > 150, "{still} tasks");
    let mut after = before.clone();
    for task in all.iter().filter(|task| task.is_open()) {
        let step = nothing_to_report(&after, moment, task, "key n")
            .unwrap()
            .unwrap();
        apply_step(&mut after, &step).unwrap();
        assert_eq!(
            nothing_to_report(&after, moment, task, "key n").unwrap(),
            None
        );
    }
    assert_eq!(open(&tasks(&after, &index, moment, &Whose::All)), 0);
    // Nothing that was said then is judged as a figure or counts as a rating.
    let code = |task: &Task| code_of(&before, &task.record, moment);
    for task in all.iter().filter(|task| task.is_open()) {
        let said = entry(&after, moment, task).unwrap();
        let begun = entry(&before, moment, task).unwrap();
        for key in [
            "value",
            "rating",
            "direction",
            "status",
            "stage",
            "draft_stage",
        ] {
            assert_eq!(
                said.base.get(key),
                begun.base.get(key),
                "{} {key}",
                code(task)
            );
        }
    }
}

/// The next quarter with what it asks for.
struct Asked {
    workspace: Workspace,
    tasks: Vec<Task>,
}

impl Asked {
    fn new() -> Self {
        let workspace = next_quarter();
        let moment = Moment::new(&workspace, None, None);
        let tasks = tasks(&workspace, &Index::new(&workspace), moment, &Whose::All);
        Self { workspace, tasks }
    }

    fn of(&self, code: &str, part: &str) -> &Task {
        let moment = Moment::new(&self.workspace, None, None);
        let mut found = self.tasks.iter();
        let is = |task: &&Task| {
            code_of(&self.workspace, &task.record, moment) == code && task.ask.part() == part
        };
        found.find(is).unwrap()
    }

    /// The workspace with an answer, which was one step that can be taken back.
    fn given(&self, task: &Task, given: &[(&str, Option<Json>)]) -> Workspace {
        let before = &self.workspace;
        let entry = entry(before, Moment::new(before, None, None), task).unwrap();
        let nothing = entry.step(before, &entry.base, "round").unwrap();
        assert_eq!(nothing, None, "nothing was said");
        let mut entered = entry.base.clone();
        for (key, value) in given {
            entered.set(key, value.clone());
        }
        let step = entry.step(before, &entered, "round").unwrap().unwrap();
        let mut after = before.clone();
        let applied = apply_step(&mut after, &step).unwrap();
        let mut back = after.clone();
        apply_step(&mut back, &applied.inverse).unwrap();
        assert!(back == *before);
        after
    }
}

/// A value as JSON writes it.
fn json(value: &str) -> Option<Json> {
    Json::parse(value).ok()
}

#[test]
fn a_rating_goes_into_the_empty_tracker_and_stands_beside_the_one_before() {
    let asked = Asked::new();
    let task = asked.of("LN-1d", "Ratings and assessments");
    let after = asked.given(
        task,
        &[
            ("rating", json("\"amber\"")),
            ("direction", json("\"static\"")),
        ],
    );
    let priority = after.priorities.get("vulnerable-groups-eet").unwrap();
    let update = priority.updates.last().unwrap();
    assert_eq!(update.period.text(), "2010/11 Q3");
    assert_eq!(update.rating.as_ref().unwrap().text(), "amber");
    assert_eq!(update.direction.as_ref().unwrap().text(), "static");
    let moment = Moment::new(&asked.workspace, None, None);
    let before = entry(&asked.workspace, moment, task)
        .unwrap()
        .before
        .unwrap();
    assert_eq!(before.when, "2010/11 Q2");
    assert_eq!(before.said.text("rating"), "red");
}

#[test]
fn figures_stand_under_the_period_in_which_they_come_out() {
    let asked = Asked::new();
    let last = |code: &str, value: &str| {
        let task = asked.of(code, "Results");
        let after = asked.given(task, &[("value", json(value))]);
        let indicator = after.indicators.get(task.record.id.as_str()).unwrap();
        let result = indicator.results.last().unwrap();
        format!("{} {}", result.reported.text(), result.period.text())
    };
    assert_eq!(last("NI 45", "68.5"), "2010/11 Q3 ");
    assert_eq!(last("NI 153", "31"), "2010/11 Q3 2010/11 Q1");
    let after = asked.given(asked.of("NI 45", "Forecasts"), &[("value", json("70"))]);
    let forecast = after
        .indicators
        .get("ni-45")
        .unwrap()
        .forecasts
        .last()
        .unwrap();
    assert_eq!(
        (forecast.period.text(), forecast.made.text()),
        ("2010/11", "2010/11 Q3")
    );
}

#[test]
fn a_date_that_moves_goes_into_the_action_and_the_rest_into_its_progress() {
    let asked = Asked::new();
    let task = asked
        .tasks
        .iter()
        .find(|task| task.ask == Ask::Progress)
        .unwrap();
    let moved = Object::default()
        .with("text", json("\"March 2011\""))
        .to_json();
    let after = asked.given(
        task,
        &[("status", json("\"delayed\"")), ("timescale", moved)],
    );
    let action = after.actions.get(task.record.id.as_str()).unwrap();
    let progress = action.progress.last().unwrap();
    assert_eq!(progress.period.text(), "2010/11 Q3");
    assert_eq!(progress.reviewed.text(), "2010-12-31");
    assert_eq!(action.timescale.as_ref().unwrap().text, "March 2011");
    assert_eq!(Object::of_record(progress).get("timescale"), None);
}

#[test]
fn a_recommendation_gets_an_update_of_the_day_with_the_stage_proposed() {
    let asked = Asked::new();
    let given = [
        ("text", json("\"Done in part\"")),
        ("draft_stage", json("\"4\"")),
    ];
    let after = asked.given(asked.of("JAR 4", "Recommendations"), &given);
    let update = after
        .recommendations
        .get("jar-4")
        .unwrap()
        .updates
        .last()
        .unwrap();
    assert_eq!(
        (update.at.as_str(), update.text.as_str()),
        ("2010-12-31", "Done in part")
    );
    let stages: Vec<String> = update.draft_stage.iter().map(ToString::to_string).collect();
    assert_eq!(stages, ["4"]);
}
