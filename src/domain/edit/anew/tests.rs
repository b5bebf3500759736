use super::super::{Anchor, apply_step};
use super::*;
use crate::domain::field::In;
use crate::domain::kind::Kind;
use crate::domain::record::Members as _;

const BEFORE: &str = r#"{"format":"scrutineer/1",
    "themes":[{"id":"ln"}],
    "priorities":[{"id":"p","title":"Old","updates":[{"period":"2008/09 Q4","rating":"amber"}]}],
    "indicators":[{"id":"i","targets":[{"id":"t1","value":1}]}]}"#;

fn read(text: &str) -> Workspace {
    Json::parse(text).unwrap().to::<In<Workspace>>().unwrap().0
}

fn json(text: &str) -> Json {
    Json::parse(text).unwrap()
}

fn priority() -> Place {
    Place::record(Kind::Priority, &Id::new("p"))
}

fn set(field: &str, before: Option<&str>, after: Option<&str>) -> Edit {
    Edit::Set {
        at: priority(),
        field: field.to_owned(),
        before: before.map(json),
        after: after.map(json),
    }
}

fn insert(list: ListPlace, key: &str, value: &str) -> Edit {
    Edit::Insert {
        list,
        key: key.to_owned(),
        value: json(value),
        anchor: Anchor::first(),
    }
}

fn updates() -> ListPlace {
    ListPlace::Inside(priority(), "updates".to_owned())
}

/// What theirs looks like after somebody's edits.
fn theirs(edits: Vec<Edit>) -> Workspace {
    let mut workspace = read(BEFORE);
    apply_step(&mut workspace, &Step::new("theirs", edits)).unwrap();
    workspace
}

fn made(workspace: &Workspace, edit: Edit) -> Anew {
    let made = anew(workspace, &Step::new("mine", vec![edit])).unwrap();
    apply_step(&mut workspace.clone(), &made.step).unwrap();
    made
}

/// The clashes as text: field, before, mine, theirs.
fn clashes(made: &Anew) -> Vec<String> {
    let shown = |value: &Option<Json>| value.as_ref().map_or("-".to_owned(), Json::shown);
    made.clashes
        .iter()
        .map(|clash| {
            let values = [&clash.before, &clash.mine, &clash.theirs].map(shown);
            format!("{}/{} {}", clash.at, clash.field, values.join(" "))
        })
        .collect()
}

#[test]
fn a_field_that_somebody_set_to_something_else_is_a_clash_and_is_set_over_theirs() {
    let theirs = theirs(vec![set("title", Some("\"Old\""), Some("\"Theirs\""))]);
    let made = made(&theirs, set("title", Some("\"Old\""), Some("\"Mine\"")));
    assert_eq!(clashes(&made), ["priority:p/title Old Mine Theirs"]);
    let over = set("title", Some("\"Theirs\""), Some("\"Mine\""));
    assert_eq!(made.step.edits, [over]);
}

#[test]
fn what_somebody_made_the_same_is_no_clash_and_nothing_to_do() {
    let same = || set("title", Some("\"Old\""), Some("\"Both\""));
    let made = made(&theirs(vec![same()]), same());
    assert_eq!((made.step.edits.len(), made.clashes.len()), (0, 0));
}

#[test]
fn a_tracker_that_both_began_is_one_tracker_whose_fields_are_compared() {
    let theirs = theirs(vec![insert(
        updates(),
        "2009/10 Q1",
        r#"{"period":"2009/10 Q1","rating":"green","summary":"Theirs"}"#,
    )]);
    let mine = insert(
        updates(),
        "2009/10 Q1",
        r#"{"period":"2009/10 Q1","rating":"red","direction":"improving"}"#,
    );
    let made = made(&theirs, mine);
    assert_eq!(
        clashes(&made),
        ["priority:p/updates/2009/10 Q1/rating - red green"]
    );
    let mut after = theirs.clone();
    apply_step(&mut after, &made.step).unwrap();
    let update = &after.priorities.get("p").unwrap().updates[0];
    assert_eq!(update.rating.as_ref().unwrap().text(), "red");
    assert_eq!(update.direction.as_ref().unwrap().text(), "improving");
    assert_eq!(update.summary, "Theirs");
}

#[test]
fn a_member_under_a_number_that_somebody_used_gets_the_next_one_without_a_question() {
    let targets = || {
        ListPlace::Inside(
            Place::record(Kind::Indicator, &Id::new("i")),
            "targets".into(),
        )
    };
    let theirs = theirs(vec![insert(targets(), "t2", r#"{"id":"t2","value":5}"#)]);
    let made = made(&theirs, insert(targets(), "t2", r#"{"id":"t2","value":7}"#));
    assert!(made.clashes.is_empty());
    let over = insert(targets(), "t3", r#"{"id":"t3","value":7}"#);
    assert_eq!(made.step.edits, [over]);
}

#[test]
fn a_record_under_a_name_that_somebody_used_gets_another_name() {
    let themes = || ListPlace::Records(Kind::Theme);
    let theirs = theirs(vec![insert(
        themes(),
        "health",
        r#"{"id":"health","title":"A"}"#,
    )]);
    let made = made(
        &theirs,
        insert(themes(), "health", r#"{"id":"health","title":"B"}"#),
    );
    assert!(made.clashes.is_empty());
    let over = insert(themes(), "health-2", r#"{"id":"health-2","title":"B"}"#);
    assert_eq!(made.step.edits, [over]);
}

#[test]
fn what_i_take_out_and_somebody_changed_is_a_clash_and_what_is_gone_already_is_none() {
    let removal = |value: &str| Edit::Remove {
        list: ListPlace::Records(Kind::Theme),
        key: "ln".to_owned(),
        value: json(value),
        anchor: Anchor::first(),
    };
    let changed = Edit::Set {
        at: Place::record(Kind::Theme, &Id::new("ln")),
        field: "title".to_owned(),
        before: None,
        after: Some(json("\"Learning\"")),
    };
    let theirs_changed = theirs(vec![changed]);
    let mine = removal(r#"{"id":"ln"}"#);
    let found = made(&theirs_changed, mine.clone());
    assert_eq!(
        clashes(&found),
        [r#"theme:ln/ {"id":"ln"} - {"id":"ln","title":"Learning"}"#]
    );
    assert_eq!(
        found.step.edits,
        [removal(r#"{"id":"ln","title":"Learning"}"#)]
    );
    let gone = theirs(vec![mine.clone()]);
    let found = made(&gone, mine);
    assert_eq!((found.step.edits.len(), found.clashes.len()), (0, 0));
}

#[test]
fn a_change_of_something_that_somebody_took_out_is_refused() {
    let gone = theirs(vec![Edit::Remove {
        list: ListPlace::Records(Kind::Priority),
        key: "p".to_owned(),
        value: read(BEFORE).priorities.member_json("p").unwrap(),
        anchor: Anchor::first(),
    }]);
    let mine = Step::new(
        "mine",
        vec![set("title", Some("\"Old\""), Some("\"Mine\""))],
    );
    assert_eq!(
        anew(&gone, &mine),
        Err(Refusal::Gone("priority:p".to_owned()))
    );
}
