//! What one change of many records comes to.

use super::*;
use crate::domain::choice::Choice;
use crate::domain::day::Day;
use crate::domain::edit::{Step, apply_step};
use crate::domain::field::In;
use crate::domain::plan::Role;

const PLAN: &str = r#"{"format":"scrutineer/1","current_period":"2010/11 Q2","as_of":"2010-10-29",
    "boards":[{"id":"children","title":"Scrutiny Board"},{"id":"health","title":"Health Board"}],
    "priorities":[
        {"id":"a","boards":["children"],
         "officers":[{"role":"lead","post":"Old post"},{"role":"partner","organisation":"PCT"}],
         "updates":[{"period":"2010/11 Q1"},
                    {"period":"2010/11 Q2","rating":"red","joint_with":["b"]}]},
        {"id":"b"},
        {"id":"c","updates":[{"period":"2010/11 Q2","rating":"amber","direction":"static"}]},
        {"id":"d"},
        {"id":"paper","updates":[{"period":"2010/11 Q2","rating":"red",
         "approvals":[{"role":"officer","by":["O"]},{"role":"director","by":["D"]}]}]},
        {"id":"gone","retired_from":"2010/11 Q1"}],
    "indicators":[{"id":"i","owner":"Schools","boards":["children"]}],
    "actions":[
        {"id":"x","timescale":{"text":"Mar 2010"},
         "progress":[{"period":"2010/11 Q1","status":"on_track"}]},
        {"id":"y","progress":[{"period":"2010/11 Q2","status":"delayed","text":"Late."}]}],
    "recommendations":[{"id":"r","rating":"amber","due":{"text":"2010"}}],
    "programme":{"items":[{"id":"m","board":"children"}],"decisions":[{"id":"e"}]}}"#;

fn workspace() -> Workspace {
    serde_json::from_str::<In<Workspace>>(PLAN).unwrap().0
}

/// What a setting does to records, a line each, and the workspace with it and back.
fn planned(records: &str, setting: &Setting) -> (Vec<String>, Workspace) {
    let workspace = workspace();
    let index = Index::new(&workspace);
    let moment = Moment::new(&workspace, None, None);
    let records: Vec<RecordRef> = records
        .split(' ')
        .map(|name| {
            RecordRef::read(name).unwrap_or_else(|| RecordRef::new(Kind::Priority, &name.into()))
        })
        .collect();
    let planned = plan(&workspace, &index, moment, &records, setting);
    let lines = planned.lines.iter().map(|(record, outcome)| {
        let id = &record.id;
        match outcome {
            Outcome::Changes { before, after } => format!("{id}: {before} > {after}"),
            Outcome::Same(words) => format!("{id} = {words}"),
            Outcome::Refused(why) => format!("{id} ! {why}"),
        }
    });
    let lines = lines.collect();
    let mut after = workspace.clone();
    let step = Step::new("test", planned.edits);
    let applied = apply_step(&mut after, &step).unwrap();
    let mut back = after.clone();
    apply_step(&mut back, &applied.inverse).unwrap();
    assert!(back == workspace, "the inverse leads back");
    (lines, after)
}

fn lines(records: &str, setting: &Setting) -> Vec<String> {
    planned(records, setting).0
}

#[test]
fn a_rating_changes_trackers_and_recommendations_and_says_why_it_does_not_change_others() {
    assert_eq!(
        lines(
            "a c d recommendation:r gone indicator:i priority:nobody",
            &Setting::Rating(Some(Rating::Amber))
        ),
        [
            "a: red > amber",
            "c = amber",
            "d: not set > amber",
            "r = amber",
            "gone ! retired from 2010/11 Q1",
            "i ! indicator without rating",
            "nobody ! not in the file any more",
        ]
    );
    assert_eq!(
        lines("a d recommendation:r", &Setting::Rating(None)),
        ["a: red > not set", "d = not set", "r: amber > not set"]
    );
    assert_eq!(
        lines("a", &Setting::Rating(Some(Rating::Blue))),
        ["a ! that rating is not on this workspace's scale"]
    );
}

#[test]
fn a_joint_tracker_is_changed_once_where_it_stands() {
    let (lines, after) = planned("b a", &Setting::Direction(Some(Direction::Static)));
    assert_eq!(lines, ["b: not set > static", "a = static"]);
    assert!(after.priorities.get("b").unwrap().updates.is_empty());
}

#[test]
fn an_officer_takes_the_place_of_those_with_the_same_role_and_earlier_periods_keep_theirs() {
    let officer = Officer {
        role: Some(Choice::from(Role::Lead)),
        post: "New post".to_owned(),
        ..Officer::default()
    };
    let setting = Setting::Officer(Box::new(officer));
    let (lines, after) = planned("a c action:x decision:e indicator:i", &setting);
    assert_eq!(
        lines,
        [
            "a: lead: Old post > lead: New post",
            "c: lead: nobody > lead: New post",
            "x: lead: nobody > lead: New post",
            "e: lead: nobody > lead: New post",
            "i ! indicator without officers",
        ]
    );
    let a = after.priorities.get("a").unwrap();
    let posts: Vec<&str> = a.officers.iter().map(Officer::called).collect();
    assert_eq!(posts, ["New post", "PCT"]);
    let then = a.updates[0].officers.as_ref().unwrap();
    assert_eq!(then[0].called(), "Old post");
}

#[test]
fn a_status_is_that_of_the_period_in_view_and_counts_as_reviewed() {
    let (lines, after) = planned(
        "action:x action:y a",
        &Setting::Status(ActionStatus::Completed),
    );
    assert_eq!(
        lines,
        [
            "x: not reviewed > completed",
            "y: delayed > completed",
            "a ! priority without status of its own",
        ]
    );
    let x = &after.actions.get("x").unwrap().progress;
    let periods: Vec<&str> = x.iter().map(|it| it.period.text()).collect();
    assert_eq!(periods, ["2010/11 Q1", "2010/11 Q2"]);
    let y = &after.actions.get("y").unwrap().progress[0];
    assert_eq!(
        (y.text.as_str(), y.reviewed.text()),
        ("Late.", "2010-10-29")
    );
}

#[test]
fn a_board_comes_in_beside_the_others_or_goes() {
    let board = |joins| Setting::Board {
        board: "health".into(),
        joins,
    };
    assert_eq!(
        lines("a c indicator:i item:m action:x", &board(true)),
        [
            "a: Scrutiny Board > Scrutiny Board, Health Board",
            "c: no board > Health Board",
            "i: Scrutiny Board > Scrutiny Board, Health Board",
            "m: Scrutiny Board > Health Board",
            "x ! action without boards",
        ]
    );
    let children = Setting::Board {
        board: "children".into(),
        joins: false,
    };
    assert_eq!(
        lines("a c item:m", &children),
        [
            "a: Scrutiny Board > no board",
            "c = no board",
            "m: Scrutiny Board > no board"
        ]
    );
    assert_eq!(lines("item:m", &board(false)), ["m = Scrutiny Board"]);
}

#[test]
fn a_due_date_that_moves_keeps_the_one_it_had_with_the_reason() {
    let setting = Setting::Due {
        words: "Dec 2010".to_owned(),
        why: "Funding came late".to_owned(),
    };
    let (lines, after) = planned("action:x action:y recommendation:r a", &setting);
    assert_eq!(
        lines,
        [
            "x: Mar 2010 > Dec 2010",
            "y: not set > Dec 2010",
            "r: 2010 > Dec 2010",
            "a ! priority without due date",
        ]
    );
    let x = after.actions.get("x").unwrap().timescale.clone().unwrap();
    assert_eq!(x.was[0].text, "Mar 2010");
    assert_eq!(x.was[0].why, "Funding came late");
    assert_eq!(x.was[0].on.read(), Day::new(2010, 10, 29));
}

#[test]
fn what_is_retired_is_taken_up_again_by_the_same_way() {
    let from = Setting::RetiredFrom(Period::read("2011/12 Q1"));
    assert_eq!(
        lines("a gone indicator:i action:x", &from),
        [
            "a: followed > retired from 2011/12 Q1",
            "gone: retired from 2010/11 Q1 > retired from 2011/12 Q1",
            "i: followed > retired from 2011/12 Q1",
            "x ! action without end",
        ]
    );
    assert_eq!(
        lines("a gone", &Setting::RetiredFrom(None)),
        ["a = followed", "gone: retired from 2010/11 Q1 > followed"]
    );
}

#[test]
fn what_is_approved_says_whose_turn_it_was() {
    let signing = |role: &str| {
        Setting::Approval(Signing {
            role: role.to_owned(),
            by: "J. Harris".to_owned(),
            on: Day::new(2010, 10, 29).unwrap(),
        })
    };
    assert_eq!(
        lines("a b c d paper", &signing("officer")),
        [
            "a: waits for the officer > officer: J. Harris",
            "b = approved as officer, unchanged since",
            "c: waits for the officer > officer: J. Harris",
            "d ! no rating to approve yet",
            "paper = approved as officer, unchanged since",
        ]
    );
    assert_eq!(
        lines("c", &signing("director")),
        ["c: waits for the officer > director: J. Harris, before the officer"]
    );
}

#[test]
fn every_field_that_is_offered_says_what_was_done() {
    let workspace = workspace();
    let moment = Moment::new(&workspace, None, None);
    for (setting, field, done) in [
        (
            Setting::Rating(Some(Rating::AmberRed)),
            Field::Rating,
            "rated amber/red in 2010/11 Q2",
        ),
        (
            Setting::Owner("Schools".into()),
            Field::Owner,
            "given to Schools",
        ),
        (
            Setting::Status(ActionStatus::OnHold),
            Field::Status,
            "set to on hold in 2010/11 Q2",
        ),
        (
            Setting::Board {
                board: "health".into(),
                joins: false,
            },
            Field::NotBoard,
            "taken from Health Board",
        ),
        (
            Setting::RetiredFrom(None),
            Field::RetiredFrom,
            "taken up again",
        ),
    ] {
        assert_eq!(setting.field(), field);
        assert_eq!(setting.done(&workspace, moment), done);
    }
    for field in Field::ALL {
        assert!(Kind::ALL.iter().any(|kind| field.fits(*kind)), "{field:?}");
    }
}
