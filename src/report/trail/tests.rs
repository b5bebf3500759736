use super::*;
use crate::domain::edit::{Anchor, set_in_update};
use crate::domain::entry::Who;
use crate::domain::id::Id;
use crate::domain::timestamp::Timestamp;
use crate::report::tests::workspace;

const INNER: &str = r#""priorities":[
    {"id":"neet","code":"LN-1d","title":"Vulnerable groups","updates":[{"period":"2010/11 Q2","rating":"amber","direction":"static"}]},
    {"id":"new","code":"HW-1","title":"New"}],
    "indicators":[{"id":"ni-117","code":"NI 117","title":"NEET"}],
    "actions":[{"id":"contract","priority":"neet","title":"Renegotiate"}]"#;

fn entry(edits: Vec<Edit>) -> Entry {
    Entry {
        seq: 1,
        time: Timestamp::default(),
        who: Who {
            user: "anna".to_owned(),
            ..Who::default()
        },
        host: String::new(),
        session: String::new(),
        what: What::Step,
        cause: String::new(),
        edits,
        reverses: Reverses::Nothing,
        prev: Vec::new(),
        hash: crate::domain::digest::Digest::new([0; 32]),
    }
}

fn told(entry: &Entry) -> String {
    let workspace = workspace(INNER);
    sentence(entry, &workspace, Moment::new(&workspace, None, None))
}

fn in_update(priority: &str, fields: &[(&str, &str)]) -> Vec<Edit> {
    let workspace = workspace(INNER);
    let period = workspace.current_period.read().unwrap();
    let fields: Vec<(&str, Option<Json>)> = fields
        .iter()
        .map(|(field, value)| (*field, Some(Json::text(value))))
        .collect();
    set_in_update(workspace.priorities.get(priority).unwrap(), period, &fields)
}

fn set(kind: Kind, id: &str, field: &str, before: Option<&str>, after: Option<&str>) -> Edit {
    let json = |text: &str| Json::parse(text).unwrap();
    Edit::Set {
        at: Place::record(kind, &Id::new(id)),
        field: field.to_owned(),
        before: before.map(json),
        after: after.map(json),
    }
}

#[test]
fn a_rating_is_told_as_the_message_line_told_it() {
    let rated = in_update("neet", &[("rating", "red")]);
    assert_eq!(
        told(&entry(rated)),
        "LN-1d rated red (was amber) in 2010/11 Q2"
    );
    let both = in_update("neet", &[("rating", "red"), ("direction", "improving")]);
    assert_eq!(
        told(&entry(both)),
        "LN-1d rated red (was amber), improving (direction was static) in 2010/11 Q2"
    );
    let first = in_update("new", &[("rating", "green"), ("direction", "static")]);
    assert_eq!(
        told(&entry(first)),
        "HW-1 rated green, static in 2010/11 Q2"
    );
    let noted = in_update("neet", &[("rating_note", "two clinics closed")]);
    assert_eq!(
        told(&entry(noted)),
        "LN-1d in 2010/11 Q2: note: two clinics closed"
    );
}

#[test]
fn any_other_change_is_told_by_its_field_and_values() {
    let indicator = |field, before, after| {
        told(&entry(vec![set(
            Kind::Indicator,
            "ni-117",
            field,
            before,
            after,
        )]))
    };
    for (told, wanted) in [
        (
            indicator("title", Some("\"NEET\""), Some("\"Young people\"")),
            "NI 117 title: Young people (was NEET)",
        ),
        (
            indicator("data_quality", None, Some(r#"{"level":"some_concerns"}"#)),
            "NI 117 data quality: level some_concerns",
        ),
        (
            indicator("boards", Some(r#"["a","b"]"#), Some("[\"a\"]")),
            "NI 117 boards: a (was a, b)",
        ),
        (
            indicator("seasonal", Some("true"), None),
            "NI 117 seasonal taken away (was yes)",
        ),
        (
            told(&entry(vec![set(
                Kind::Workspace,
                "",
                "title",
                None,
                Some("\"Leeds\""),
            )])),
            "workspace title: Leeds",
        ),
    ] {
        assert_eq!(told, wanted);
    }
}

#[test]
fn members_and_records_that_come_go_and_move_are_told() {
    let results = || {
        ListPlace::Inside(
            Place::record(Kind::Indicator, &Id::new("ni-117")),
            "results".into(),
        )
    };
    let value =
        Json::parse(r#"{"id":"r1","reported":"2010/11 Q2","value":9.6,"text":"9.6%"}"#).unwrap();
    let came = Edit::Insert {
        list: results(),
        key: "r1".to_owned(),
        value: value.clone(),
        anchor: Anchor::first(),
    };
    assert_eq!(
        told(&entry(vec![came.clone()])),
        "NI 117 result 2010/11 Q2 added: 9.6%"
    );
    assert_eq!(
        told(&entry(vec![came.inverse()])),
        "NI 117 result r1 removed"
    );
    let action = Edit::Insert {
        list: ListPlace::Records(Kind::Action),
        key: "clinics".to_owned(),
        value: Json::parse(r#"{"id":"clinics","title":"Open clinics"}"#).unwrap(),
        anchor: Anchor::first(),
    };
    assert_eq!(
        told(&entry(vec![action])),
        "clinics (action) added: Open clinics"
    );
    let moved = Edit::Move {
        list: ListPlace::Records(Kind::Priority),
        key: "new".to_owned(),
        from: Anchor(vec!["neet".to_owned()]),
        to: Anchor::first(),
    };
    assert_eq!(told(&entry(vec![moved])), "HW-1 moved in its list");
}

#[test]
fn what_takes_back_is_told_by_what_it_took_back() {
    let mut undo = entry(
        in_update("neet", &[("rating", "red")])
            .iter()
            .map(Edit::inverse)
            .collect(),
    );
    undo.reverses = Reverses::Undoes(Vec::new());
    assert_eq!(
        told(&undo),
        "undone: LN-1d rated red (was amber) in 2010/11 Q2"
    );
    let mut redo = entry(in_update("neet", &[("rating", "red")]));
    redo.reverses = Reverses::Redoes(Vec::new());
    assert_eq!(
        told(&redo),
        "made again: LN-1d rated red (was amber) in 2010/11 Q2"
    );
}

#[test]
fn a_step_over_many_records_tells_the_first_and_counts_the_others() {
    let mut edits = in_update("neet", &[("rating", "red")]);
    edits.extend(in_update("new", &[("rating", "red")]));
    assert_eq!(
        told(&entry(edits.clone())),
        "LN-1d rated red (was amber) in 2010/11 Q2; and 1 other record"
    );
    edits.push(set(
        Kind::Indicator,
        "ni-117",
        "lag",
        None,
        Some("\"1 month\""),
    ));
    assert!(told(&entry(edits)).ends_with("; and 2 other records"));
}

#[test]
fn a_change_is_laid_out_field_by_field_before_and_after() {
    let workspace = workspace(INNER);
    let moment = Moment::new(&workspace, None, None);
    let mut edits = in_update("neet", &[("rating", "red")]);
    edits.extend(in_update("new", &[("rating", "green")]));
    let lines: Vec<String> = changes(&edits, &workspace, moment)
        .into_iter()
        .map(|change| {
            let value = |value: Option<String>| value.unwrap_or("-".to_owned());
            format!(
                "{} | {} | {}",
                change.what,
                value(change.before),
                value(change.after)
            )
        })
        .collect();
    assert_eq!(
        lines,
        [
            "LN-1d, 2010/11 Q2: rating | amber | red",
            "HW-1, 2010/11 Q2: period | - | 2010/11 Q2",
            "HW-1, 2010/11 Q2: rating | - | green",
        ]
    );
}

#[test]
fn a_change_from_outside_is_not_put_to_who_noticed_it() {
    let mut noticed = entry(Vec::new());
    assert_eq!(by(&noticed), "anna");
    noticed.what = What::Outside {
        file: noticed.hash,
        ahead: Vec::new(),
        not_taken: Vec::new(),
    };
    assert_eq!(by(&noticed), "another program");
}

#[test]
fn long_texts_are_shortened_in_the_line() {
    let long = format!("\"{}\"", "word ".repeat(40));
    let edit = set(Kind::Action, "contract", "title", None, Some(&long));
    let told = told(&entry(vec![edit]));
    assert!(told.chars().count() < 80 && told.ends_with('…'), "{told}");
}

#[test]
fn a_signature_is_told_as_such_given_for_the_first_time_and_anew() {
    use crate::domain::edit::approve;
    use crate::domain::priority::Approval;
    let text = INNER.replacen(
        "\"rating\":\"amber\"",
        "\"rating\":\"amber\",\"approvals\":[{\"role\":\"officer\",\"by\":[\"Post\"],\"on\":\"2010-10-01\"}]",
        1,
    );
    let workspace = workspace(&text);
    let priority = workspace.priorities.get("neet").unwrap();
    for (role, expected) in [
        (
            "officer",
            "LN-1d approved as officer by J. Harris in 2010/11 Q2",
        ),
        (
            "director",
            "LN-1d approved as director by J. Harris in 2010/11 Q2",
        ),
    ] {
        let approval = Approval {
            role: role.to_owned(),
            by: vec!["J. Harris".to_owned()],
            covers: "0".to_owned(),
            ..Approval::default()
        };
        let edits = approve(priority, &priority.updates[0], &approval);
        assert_eq!(told(&entry(edits)), expected);
    }
}
