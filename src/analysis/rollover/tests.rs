use super::*;
use crate::domain::field::In;
use crate::domain::id::Id;

const PLAN: &str = r#"{
  "format": "scrutineer/1", "current_period": "2010/11 Q2", "as_of": "2010-11-10",
  "priorities": [
    {"id": "neet", "title": "N", "updates": [
      {"period": "2010/11 Q2", "rating": "red", "direction": "static", "summary": "S",
       "approvals": [{"role": "officer", "by": ["A"], "on": "2010-10-29"}]}]},
    {"id": "safe", "title": "S", "updates": [{"period": "2010/11 Q2", "joint_with": ["care"]}]},
    {"id": "care", "title": "C"},
    {"id": "new", "title": "Never reported"},
    {"id": "old", "title": "O", "retired_from": "2010/11 Q3"},
    {"id": "begun", "title": "B", "updates": [{"period": "2010/11 Q3", "rating": "green"}]}
  ],
  "actions": [
    {"id": "open", "priority": "neet", "title": "O", "trackers": ["2010/11 Q2"],
     "progress": [{"period": "2010/11 Q2", "status": "on_track", "text": "T"}]},
    {"id": "held", "priority": "neet", "title": "H", "trackers": ["2010/11 Q2"],
     "progress": [{"period": "2010/11 Q2", "status": "on_hold"}]},
    {"id": "done", "priority": "neet", "title": "D", "trackers": ["2010/11 Q2"],
     "progress": [{"period": "2010/11 Q2", "status": "completed"}]},
    {"id": "left", "priority": "neet", "title": "L", "trackers": ["2010/11 Q1"]},
    {"id": "carried", "priority": "neet", "title": "C", "trackers": ["2010/11 Q2", "2010/11 Q3"]},
    {"id": "loose", "title": "L"}
  ]
}"#;

fn plan(text: &str) -> Workspace {
    Json::parse(text).unwrap().to::<In<Workspace>>().unwrap().0
}

fn started(workspace: &Workspace) -> (Rollover, Workspace) {
    let rollover = start_period(workspace, None).unwrap();
    let mut after = workspace.clone();
    apply_step(&mut after, &rollover.step).unwrap();
    (rollover, after)
}

/// The tracker of the new quarter as JSON.
fn new_tracker(workspace: &Workspace, id: &str) -> Option<String> {
    let priority = workspace.priorities.get(id).unwrap();
    let update = tracker_of(priority, Period::read("2010/11 Q3").unwrap())?;
    Some(
        Json::of(&crate::domain::field::Out(update))
            .unwrap()
            .to_string(),
    )
}

#[test]
fn every_tracked_priority_gets_an_empty_tracker_and_nothing_is_copied_as_new() {
    let (rollover, after) = started(&plan(PLAN));
    for (id, tracker) in [
        ("neet", Some(r#"{"period":"2010/11 Q3"}"#)),
        (
            "safe",
            Some(r#"{"period":"2010/11 Q3","joint_with":["care"]}"#),
        ),
        ("care", None),
        ("new", Some(r#"{"period":"2010/11 Q3"}"#)),
        ("old", None),
        ("begun", Some(r#"{"period":"2010/11 Q3","rating":"green"}"#)),
    ] {
        assert_eq!(new_tracker(&after, id).as_deref(), tracker, "{id}");
    }
    assert_eq!(rollover.trackers, 3);
    assert_eq!(after.current_period.text(), "2010/11 Q3");
    // The day that counted as today was one of the quarter that ended.
    assert!(after.as_of.text().is_empty());
}

#[test]
fn open_actions_of_the_last_tracker_are_carried_without_a_word_of_progress() {
    let (rollover, after) = started(&plan(PLAN));
    let carried: Vec<&str> = after
        .actions
        .iter()
        .filter(|action| action.trackers.iter().any(|it| it.text() == "2010/11 Q3"))
        .map(|action| action.id.as_str())
        .collect();
    assert_eq!(carried, ["open", "held", "carried"]);
    assert_eq!(rollover.carried, 2);
    assert_eq!(after.actions.get("open").unwrap().progress.len(), 1);
}

#[test]
fn the_whole_of_it_is_one_change_that_can_be_taken_back() {
    let before = plan(PLAN);
    let mut changed = before.clone();
    let step = start_period(&before, None).unwrap().step;
    let undo = apply_step(&mut changed, &step).unwrap().inverse;
    apply_step(&mut changed, &undo).unwrap();
    assert_eq!(changed, before);
}

#[test]
fn a_period_that_cannot_be_started_is_told_why() {
    let none = plan(r#"{"format": "scrutineer/1"}"#);
    assert_eq!(start_period(&none, None), Err(NotStarted::NoCurrent));
    let workspace = plan(PLAN);
    for (to, says) in [
        (
            "2010/11 Q1",
            "2010/11 Q1 does not come after the current period, 2010/11 Q2",
        ),
        (
            "2010/11 Q2",
            "2010/11 Q2 does not come after the current period, 2010/11 Q2",
        ),
    ] {
        let told = start_period(&workspace, Period::read(to)).unwrap_err();
        assert_eq!(told.to_string(), says);
    }
    let skipped = start_period(&workspace, Period::read("2010/11 Q4")).unwrap();
    assert_eq!(skipped.to.to_string(), "2010/11 Q4");
}

#[test]
fn the_sample_goes_on_to_the_third_quarter() {
    let sample = plan(include_str!("../../../sample-data/leeds.json"));
    let (rollover, after) = started(&sample);
    assert_eq!(
        (rollover.from.to_string(), rollover.to.to_string()),
        ("2010/11 Q2".to_owned(), "2010/11 Q3".to_owned())
    );
    // From Quarter 2 on the two trackers that were one stand for themselves (the footnote of the summary).
    let moment = Moment::new(&after, None, None);
    let tracked = after.priorities.iter();
    let tracked = tracked
        .filter(|it| !is_over(&it.retired_from, moment))
        .count();
    assert_eq!(rollover.trackers, tracked);
    let neet = after
        .priorities
        .get(Id::new("vulnerable-groups-eet").as_str())
        .unwrap();
    let new = tracker_of(neet, rollover.to).unwrap();
    assert!(new.rating.is_none() && new.approvals.is_empty() && new.summary.is_empty());
}

#[test]
fn what_is_carried_on_counts_as_not_reviewed_until_something_is_said_of_it() {
    use crate::analysis::deadline::{deadline, is_unreviewed};
    for (action, unreviewed) in [
        (r#""trackers":["2010/11 Q2","2010/11 Q3"]"#, true),
        (
            r#""trackers":["2010/11 Q2","2010/11 Q3"],"progress":[{"period":"2010/11 Q2","status":"on_track"}]"#,
            true,
        ),
        (
            r#""trackers":["2010/11 Q2","2010/11 Q3"],"progress":[{"period":"2010/11 Q3","status":"on_track"}]"#,
            false,
        ),
        (r#""trackers":["2010/11 Q3"]"#, false),
        (r#""trackers":["2010/11 Q2"]"#, false),
    ] {
        let text = format!(
            r#"{{"current_period":"2010/11 Q3","actions":[{{"id":"a","priority":"p","title":"A",{action}}}]}}"#
        );
        let workspace = Json::parse(&text).unwrap().to::<In<Workspace>>().unwrap().0;
        let moment = Moment::new(&workspace, None, None);
        let action_there = workspace.actions.get("a").unwrap();
        let standing = deadline(action_there, moment);
        let found = is_unreviewed(action_there, &standing, moment);
        assert_eq!(found, unreviewed, "{action}");
    }
}
