use proptest::prelude::*;

use super::*;
use crate::domain::field::In;
use crate::domain::workspace::Workspace;

fn workspace() -> Workspace {
    let text = r#"{"format":"scrutineer/1","title":"T","themes":[{"id":"a"},{"id":"b"},{"id":"c"}],
        "priorities":[{"id":"p","code":"LN-1d","updates":[{"period":"2008/09 Q4","rating":"amber","x":1.50,"risks":[{"id":"r1","text":"R"}]}]}],
        "indicators":[{"id":"i","targets":[{"id":"t1","value":1},{"id":"t2","value":2}]}]}"#;
    Json::parse(text).unwrap().to::<In<Workspace>>().unwrap().0
}

fn tracker() -> Place {
    Place::record(Kind::Priority, &Id::new("p")).member("updates", "2008/09 Q4")
}

fn set(at: Place, field: &str, before: Option<&str>, after: Option<&str>) -> Edit {
    let json = |text: &str| Json::parse(text).unwrap();
    Edit::Set {
        at,
        field: field.to_owned(),
        before: before.map(json),
        after: after.map(json),
    }
}

#[test]
fn a_field_is_set_and_the_inverse_sets_it_back() {
    let mut changed = workspace();
    let applied = apply(
        &mut changed,
        &set(tracker(), "rating", Some("\"amber\""), Some("\"red\"")),
    )
    .unwrap();
    assert_eq!(
        tracker().find(&changed).unwrap().get("rating"),
        Some(Json::text("red"))
    );
    assert_eq!(applied.touched, [RecordRef::read("priority:p").unwrap()]);
    apply(&mut changed, &applied.inverse).unwrap();
    assert_eq!(changed, workspace());
}

#[test]
fn an_unknown_key_is_set_and_comes_back_as_it_was_written() {
    let mut changed = workspace();
    let applied = apply(
        &mut changed,
        &set(tracker(), "x", Some("1.50"), Some("{\"deep\":[]}")),
    )
    .unwrap();
    apply(&mut changed, &applied.inverse).unwrap();
    assert_eq!(changed, workspace());
}

#[test]
fn an_edit_is_refused_with_the_reason_and_changes_nothing() {
    let priority = || Place::record(Kind::Priority, &Id::new("p"));
    let themes = || ListPlace::Records(Kind::Theme);
    let theme = |key: &str| Edit::Insert {
        list: themes(),
        key: key.to_owned(),
        value: Json::parse(&format!("{{\"id\":\"{key}\"}}")).unwrap(),
        anchor: Anchor::first(),
    };
    for (edit, says) in [
        (
            set(tracker(), "rating", Some("\"green\""), Some("\"red\"")),
            "rating of priority:p is amber now, not green",
        ),
        (
            set(tracker(), "rating", None, Some("\"red\"")),
            "rating of priority:p is amber now, not not set",
        ),
        (
            set(tracker(), "summary", None, Some("7")),
            "summary of priority:p cannot hold 7",
        ),
        (
            set(
                tracker(),
                "period",
                Some("\"2008/09 Q4\""),
                Some("\"2009/10\""),
            ),
            "the period of priority:p never changes",
        ),
        (
            set(priority(), "id", Some("\"p\""), Some("\"q\"")),
            "the id of priority:p never changes",
        ),
        (
            set(priority().member("updates", "2010"), "rating", None, None),
            "priority:p/updates/2010 is not there any more",
        ),
        (theme("a"), "themes/a is there already"),
    ] {
        let mut changed = workspace();
        let refusal = apply(&mut changed, &edit).unwrap_err().to_string();
        assert!(refusal.starts_with(says), "{refusal}");
        assert_eq!(changed, workspace());
    }
}

#[test]
fn what_was_removed_comes_back_to_its_place_even_when_a_neighbour_has_gone() {
    let mut changed = workspace();
    let remove = |key: &str| Edit::Remove {
        list: ListPlace::Records(Kind::Theme),
        key: key.to_owned(),
        value: Json::parse(&format!("{{\"id\":\"{key}\"}}")).unwrap(),
        anchor: Anchor::default(),
    };
    let third = apply(&mut changed, &remove("c")).unwrap();
    apply(&mut changed, &remove("b")).unwrap();
    apply(&mut changed, &third.inverse).unwrap();
    let themes: Vec<&str> = changed
        .themes
        .iter()
        .map(|theme| theme.id.as_str())
        .collect();
    assert_eq!(themes, ["a", "c"]);
}

#[test]
fn a_step_holds_wholly_or_not_at_all() {
    let mut changed = workspace();
    let step = Step::new(
        "set",
        vec![
            set(tracker(), "rating", Some("\"amber\""), Some("\"red\"")),
            set(tracker(), "direction", Some("\"static\""), None),
        ],
    );
    apply_step(&mut changed, &step).unwrap_err();
    assert_eq!(changed, workspace());
}

/// Any edit that fits the little workspace, or nearly.
fn any_edit() -> impl Strategy<Value = Edit> {
    let value = prop_oneof![
        Just("\"red\""),
        Just("\"x\""),
        Just("7"),
        Just("[]"),
        Just("{\"k\":1.0}"),
        Just("\"\"")
    ];
    let field = prop_oneof![
        Just("rating"),
        Just("summary"),
        Just("x"),
        Just("source"),
        Just("note"),
        Just("exempt"),
        Just("indicators")
    ];
    let setting = (field, proptest::option::of(value)).prop_map(|(field, after)| {
        let before = tracker()
            .find(&workspace())
            .and_then(|record| record.get(field));
        Edit::Set {
            at: tracker(),
            field: field.to_owned(),
            before,
            after: after.map(|text| Json::parse(text).unwrap()),
        }
    });
    let targets = || {
        ListPlace::Inside(
            Place::record(Kind::Indicator, &Id::new("i")),
            "targets".to_owned(),
        )
    };
    let anchor = proptest::collection::vec(prop_oneof![Just("t1"), Just("t2"), Just("gone")], 0..3)
        .prop_map(|keys| Anchor(keys.into_iter().map(str::to_owned).collect()));
    let key = prop_oneof![Just("t1"), Just("t2"), Just("new")];
    let listing = (key, anchor, 0..3).prop_map(move |(key, anchor, what)| {
        let value = match key {
            "t1" => "{\"id\":\"t1\",\"value\":1}",
            "t2" => "{\"id\":\"t2\",\"value\":2}",
            _ => "{\"id\":\"new\",\"low\":1.5,\"y\":1.0}",
        };
        let (list, key, value) = (targets(), key.to_owned(), Json::parse(value).unwrap());
        match what {
            0 => Edit::Insert {
                list,
                key,
                value,
                anchor,
            },
            1 => Edit::Remove {
                list,
                key,
                value,
                anchor,
            },
            _ => Edit::Move {
                list,
                key,
                from: Anchor::default(),
                to: anchor,
            },
        }
    });
    prop_oneof![setting, listing]
}

proptest! {
    #[test]
    fn an_edit_and_its_inverse_leave_the_workspace_as_it_was(edits in proptest::collection::vec(any_edit(), 1..6)) {
        let mut changed = workspace();
        let mut undo = Vec::new();
        for edit in &edits {
            let before = changed.clone();
            if let Ok(applied) = apply(&mut changed, edit) {
                undo.push((applied.inverse, before));
            } else {
                prop_assert_eq!(&changed, &before);
            }
        }
        for (inverse, before) in undo.into_iter().rev() {
            apply(&mut changed, &inverse).unwrap();
            prop_assert_eq!(&changed, &before);
        }
    }
}
