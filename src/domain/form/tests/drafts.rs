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

#[test]
fn a_code_that_changes_stays_with_the_periods_in_which_it_served() {
    let sample = |current: &str, former: &str, updates: &str| {
        let text = format!(
            r#"{{"format":"scrutineer/1","current_period":"{current}","priorities":[{{"id":"p",
                "code":"HW-1d","former_codes":[{former}],"updates":[{updates}]}}]}}"#
        );
        Json::parse(&text).unwrap().to::<In<Workspace>>().unwrap().0
    };
    let then = r#"{"code":"HW-2a","in":"2008/09"}"#;
    let (q1, q4) = (r#"{"period":"2010/11 Q1"}"#, r#"{"period":"2008/09 Q4"}"#);
    for (current, former, updates, code, kept) in [
        // Since the first tracker, up to the period before the current one.
        ("2010/11 Q2", "", q1, "HW-9", vec!["HW-1d 2010/11 Q1"]),
        ("2010/11 Q2", "", "", "HW-9", vec!["HW-1d 2010/11 Q1"]),
        ("2010/11 Q3", "", q1, "HW-9", vec!["HW-1d 2010-04..2010-09"]),
        ("2009/10 Q1", "", q4, "HW-9", vec!["HW-1d 2008/09 Q4"]),
        // Behind the code before it.
        (
            "2010/11 Q1",
            then,
            q4,
            "HW-9",
            vec!["HW-2a 2008/09", "HW-1d 2009/10"],
        ),
        (
            "2010/11 Q2",
            then,
            q4,
            "HW-9",
            vec!["HW-2a 2008/09", "HW-1d 2009-04..2010-06"],
        ),
        // Put right within the period in which it was given.
        ("2009/10 Q1", then, q4, "HW-9", vec!["HW-2a 2008/09"]),
        // The same to everybody who types it.
        ("2010/11 Q2", "", q1, "hw1D", vec![]),
        // Taken away.
        ("2010/11 Q2", "", q1, "", vec!["HW-1d 2010/11 Q1"]),
        // Nobody knows when.
        ("", "", q1, "HW-9", vec![]),
    ] {
        let before = sample(current, former, updates);
        let code = Some(Json::text(code)).filter(|_| !code.is_empty());
        let after = object(&before, Kind::Priority, "p").with("code", code);
        let mut draft = Draft::new(&before);
        let place = Place::record(Kind::Priority, &Id::new("p"));
        draft
            .change(&place, form_of(Kind::Priority), &after)
            .unwrap();
        let mut now = before.clone();
        let applied = apply_step(&mut now, &draft.into_step("form").unwrap()).unwrap();
        let codes = &now.priorities.get("p").unwrap().former_codes;
        let codes: Vec<String> = codes
            .iter()
            .map(|it| format!("{} {}", it.code, it.r#in.text()))
            .collect();
        assert_eq!(codes, kept, "{current} {former} {updates}");
        apply_step(&mut now, &applied.inverse).unwrap();
        assert!(now == before, "one step takes it back");
    }
}

#[test]
fn former_codes_that_are_entered_stand_as_they_are_entered() {
    let after = object(&workspace(), Kind::Priority, "p")
        .with("code", json("\"LN-9\""))
        .with("former_codes", json(r#"[{"code":"LN-1d","in":"2009/10"}]"#));
    let (now, _) = changed(Kind::Priority, "p", &after);
    let codes = &now.priorities.get("p").unwrap().former_codes;
    assert_eq!(codes.len(), 1);
    assert_eq!(codes[0].r#in.text(), "2009/10");
}
