use super::*;
use crate::domain::edit::{Edit, ListPlace, Place, apply_step};
use crate::domain::field::In;
use crate::domain::id::Id;

fn workspace() -> Workspace {
    let text = r#"{"format":"scrutineer/1","current_period":"2010/11 Q2",
        "priorities":[{"id":"p","code":"LN-1d","title":"Old","x":1.50,"indicators":["i"],
          "updates":[{"period":"2010/11 Q1","rating":"amber"},{"period":"2010/11 Q2","rating":"red"}]}],
        "indicators":[{"id":"i","code":"NI 1","title":"T",
          "targets":[{"id":"t1","value":1},{"id":"t2","value":2},{"id":"t3","value":3}]}]}"#;
    Json::parse(text).unwrap().to::<In<Workspace>>().unwrap().0
}

/// A record as an object, to be changed.
fn object(workspace: &Workspace, kind: Kind, id: &str) -> Object {
    Object::of_record(workspace.record(kind, id).unwrap())
}

fn json(text: &str) -> Option<Json> {
    Json::parse(text).ok()
}

/// Makes a record hold an object, and gives back the workspace after, checked to be undone wholly.
fn changed(kind: Kind, id: &str, after: &Object) -> (Workspace, Vec<Edit>) {
    let before = workspace();
    let mut draft = Draft::new(&before);
    draft
        .change(&Place::record(kind, &Id::new(id)), form_of(kind), after)
        .unwrap();
    let step = draft.into_step("form").unwrap();
    let mut now = before.clone();
    let applied = apply_step(&mut now, &step).unwrap();
    let mut back = now.clone();
    apply_step(&mut back, &applied.inverse).unwrap();
    assert!(back == before, "the inverse takes everything back");
    (now, step.edits)
}

#[test]
fn a_form_without_a_change_is_no_step() {
    let workspace = workspace();
    let mut draft = Draft::new(&workspace);
    let after = object(&workspace, Kind::Priority, "p");
    let place = Place::record(Kind::Priority, &Id::new("p"));
    draft
        .change(&place, form_of(Kind::Priority), &after)
        .unwrap();
    assert!(draft.into_step("form").is_none());
}

#[test]
fn only_the_fields_that_differ_are_set_and_unknown_keys_stay() {
    let after = object(&workspace(), Kind::Priority, "p").with("why", json("\"Because\""));
    let (now, edits) = changed(Kind::Priority, "p", &after);
    assert_eq!(edits.len(), 1);
    let record = now.record(Kind::Priority, "p").unwrap();
    assert_eq!(record.get("x"), json("1.50"));
    assert_eq!(record.get("why"), json("\"Because\""));
}

#[test]
fn a_new_title_leaves_the_old_one_with_the_newest_earlier_tracker() {
    let after = object(&workspace(), Kind::Priority, "p").with("title", json("\"New\""));
    let (now, _) = changed(Kind::Priority, "p", &after);
    let priority = now.priorities.get("p").unwrap();
    let titles: Vec<&str> = priority
        .updates
        .iter()
        .map(|it| it.title.as_str())
        .collect();
    assert_eq!((priority.title.as_str(), titles), ("New", vec!["Old", ""]));
}

#[test]
fn officers_that_were_none_are_written_as_none_then() {
    let officers = json(r#"[{"role":"lead","post":"Head of Service"}]"#);
    let after = object(&workspace(), Kind::Priority, "p").with("officers", officers);
    let (now, _) = changed(Kind::Priority, "p", &after);
    let priority = now.priorities.get("p").unwrap();
    assert_eq!(priority.updates[0].officers.as_deref(), Some(&[][..]));
    assert_eq!(priority.updates[1].officers, None);
}

#[test]
fn members_come_go_change_and_take_other_places_by_their_keys() {
    let targets = json(r#"[{"id":"t3","value":3},{"value":9},{"id":"t1","value":7,"x":true}]"#);
    let after = object(&workspace(), Kind::Indicator, "i").with("targets", targets);
    let (now, _) = changed(Kind::Indicator, "i", &after);
    let indicator = now.indicators.get("i").unwrap();
    let targets: Vec<(&str, String)> = indicator
        .targets
        .iter()
        .map(|it| (it.id.as_str(), it.value.unwrap().to_string()))
        .collect();
    let pair = |id, value: &str| (id, value.to_owned());
    assert_eq!(targets, [pair("t3", "3"), pair("t2", "9"), pair("t1", "7")]);
}

#[test]
fn a_new_record_is_one_insertion_with_ids_given_by_the_program() {
    let before = workspace();
    let mut draft = Draft::new(&before);
    let new = Object::default()
        .with("code", json("\"NI 1\""))
        .with("title", json("\"Twice\""))
        .with("results", json(r#"[{"value":5},{"value":6}]"#));
    let list = ListPlace::Records(Kind::Indicator);
    assert_eq!(draft.insert(&list, &new, None).unwrap(), "ni-1");
    assert_eq!(draft.insert(&list, &new, None).unwrap(), "ni-1-2");
    let step = draft.into_step("form").unwrap();
    assert_eq!(step.edits.len(), 2);
    let mut now = before.clone();
    apply_step(&mut now, &step).unwrap();
    let results = &now.indicators.get("ni-1-2").unwrap().results;
    let ids: Vec<&str> = results.iter().map(|it| it.id.as_str()).collect();
    assert_eq!(ids, ["r1", "r2"]);
}

#[test]
fn the_first_item_makes_the_programme_and_its_inverse_takes_it_away() {
    let before = workspace();
    let mut draft = Draft::new(&before);
    let item = Object::default().with("title", json("\"Obesity\""));
    let list = ListPlace::Records(Kind::Item);
    assert_eq!(draft.insert(&list, &item, None).unwrap(), "obesity");
    let step = draft.into_step("form").unwrap();
    let mut now = before.clone();
    let applied = apply_step(&mut now, &step).unwrap();
    assert!(now.record(Kind::Item, "obesity").is_some());
    apply_step(&mut now, &applied.inverse).unwrap();
    assert!(now == before);
}

#[test]
fn a_record_that_is_gone_or_a_key_that_stands_twice_is_refused() {
    let workspace = workspace();
    let mut draft = Draft::new(&workspace);
    let gone = Place::record(Kind::Priority, &Id::new("gone"));
    assert!(
        draft
            .change(&gone, form_of(Kind::Priority), &Object::default())
            .is_err()
    );
    let update = Object::default().with("period", json("\"2010/11 Q2\""));
    let place = Place::record(Kind::Priority, &Id::new("p"));
    let list = ListPlace::Inside(place, "updates".to_owned());
    let refused = draft.insert(&list, &update, None).unwrap_err();
    assert!(refused.to_string().contains("there already"), "{refused}");
}
