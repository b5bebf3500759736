//! Approving trackers on screen.

use scrutineer::domain::day::Day;
use scrutineer::domain::entry::Who;
use scrutineer::domain::workspace::Workspace;
use scrutineer::store::format;

use super::screens::hold;
use crate::support::journey::{Journey, Sitting};

/// Two rated priorities and a past quarter.
const PLAN: &str = r#"{
  "format": "scrutineer/1",
  "title": "Plan",
  "current_period": "2010/11 Q2",
  "priorities": [
    {
      "id": "p",
      "code": "P-1",
      "title": "The first",
      "updates": [
        { "period": "2010/11 Q1", "rating": "red" },
        { "period": "2010/11 Q2", "rating": "amber", "joint_with": ["r"] }
      ]
    },
    { "id": "q", "code": "Q-1", "title": "The second" },
    { "id": "r", "code": "R-1", "title": "The third" }
  ]
}
"#;

fn begin(role: &str) -> Journey {
    Sitting {
        text: PLAN,
        size: (100, 20),
        as_of: Day::new(2010, 10, 29),
        who: Who {
            user: "jh".to_owned(),
            name: "J. Harris".to_owned(),
            role: role.to_owned(),
        },
        ..Sitting::default()
    }
    .begin()
}

/// The signatures of the first priority: period, role, by, on.
fn signatures(journey: &Journey) -> Vec<String> {
    let workspace: Workspace = format::read(journey.file().as_bytes()).unwrap();
    let priority = workspace.priorities.get("p").unwrap();
    let updates = priority.updates.iter();
    let signed = updates.flat_map(|update| {
        update.approvals.iter().map(|it| {
            let by = it.by.join(", ");
            let (period, on) = (update.period.text(), it.on.text());
            assert_eq!(it.covers.len(), 64);
            format!("{period}: {} {by} {on}", it.role)
        })
    });
    signed.collect()
}

#[test]
fn a_tracker_is_approved_in_one_key_and_a_change_afterwards_shows() {
    let mut journey = begin("officer");
    journey.keys("p");
    assert!(
        journey
            .text()
            .contains("P-1 approved as officer by J. Harris (2010/11 Q2)   u undoes"),
        "{}",
        journey.text()
    );
    assert_eq!(
        signatures(&journey),
        ["2010/11 Q2: officer J. Harris 2010-10-29"]
    );
    journey.keys("p");
    assert!(journey.text().contains("already approved as"));
    journey.keys("G");
    assert!(
        journey
            .text()
            .contains("; changed since approval   u undoes")
    );
    journey.keys("k");
    hold("changed_since_approval_100x20", &mut journey);
    journey.keys("<Enter>");
    assert!(journey.text().contains("* changed since approval"));
    journey.keys("u");
    assert!(
        !journey.text().contains("changed since"),
        "{}",
        journey.text()
    );
    journey.keys("u");
    assert_eq!(signatures(&journey), [""; 0]);
}

#[test]
fn who_has_no_role_that_signs_is_asked_for_it() {
    let mut journey = begin("");
    journey.keys("p");
    hold("approve_as_100x20", &mut journey);
    journey.keys("x y n");
    assert_eq!(signatures(&journey), [""; 0]);
    journey.keys("p d p o");
    assert!(
        journey
            .text()
            .contains("though J. Harris is its director too")
    );
    assert_eq!(
        signatures(&journey),
        [
            "2010/11 Q2: officer J. Harris 2010-10-29",
            "2010/11 Q2: director J. Harris 2010-10-29"
        ]
    );
}

#[test]
fn a_joint_tracker_is_approved_from_each_of_its_priorities_once() {
    let mut journey = begin("director");
    journey.keys("g e p");
    assert!(
        journey
            .text()
            .contains("R-1 approved as director by J. Harris"),
        "{}",
        journey.text()
    );
    assert_eq!(
        signatures(&journey),
        ["2010/11 Q2: director J. Harris 2010-10-29"]
    );
    journey.keys("g g p");
    assert!(journey.text().contains("already approved as"));
}

#[test]
fn a_past_period_asks_first_and_an_unrated_priority_has_nothing_to_approve() {
    let mut journey = begin("officer");
    journey.keys("j p");
    assert!(journey.text().contains("Q-1: no rating to approve"));
    journey.keys("k < p");
    assert!(journey.text().contains("2010/11 Q1 is a past period"));
    assert_eq!(signatures(&journey), [""; 0]);
    journey.keys("y");
    assert_eq!(
        signatures(&journey),
        ["2010/11 Q1: officer J. Harris 2010-10-29"]
    );
}

#[test]
fn what_waits_for_the_officer_then_for_the_director_is_marked_and_approved_at_once() {
    let mut journey = begin("officer");
    journey.keys(": waits <Enter>");
    let text = journey.text();
    assert!(
        text.contains("2 trackers wait for your signature as officer"),
        "{text}"
    );
    journey.keys("* p");
    let text = journey.text();
    assert!(text.contains("P-1  The first"), "{text}");
    assert!(
        text.contains("waits for the officer → officer: J. Harris"),
        "{text}"
    );
    assert_eq!(signatures(&journey), [""; 0], "nothing before the answer");
    journey.keys("y");
    assert_eq!(
        signatures(&journey),
        ["2010/11 Q2: officer J. Harris 2010-10-29"]
    );
    journey.keys("u");
    assert_eq!(signatures(&journey), [""; 0]);
}

#[test]
fn a_director_who_is_first_is_told_that_the_officer_has_not_signed() {
    let mut journey = begin("director");
    journey.keys("p");
    let text = journey.text();
    assert!(
        text.contains("by J. Harris, before the officer (2010/11 Q2)"),
        "{text}"
    );
}
