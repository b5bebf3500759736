use super::*;
use crate::domain::field::In;

/// One tracker with everything that is signed, and much that is not.
const FULL: &str = r#"{"format":"scrutineer/1","current_period":"2010/11 Q2",
  "priorities":[{"id":"p","code":"P-1","title":"T","indicators":["ni-2","ni-1"],"updates":[{
    "period":"2010/11 Q2","rating":"amber","direction":"static","summary":"Two “clinics” closed.",
    "achievements":[{"id":"a1","heading":"H","text":"Line\nbreak","mood":"glad",
                     "source":[{"at":"page 3","paper":"001","shelf":9}]}],
    "risks":[{"id":"r1","text":"\u00e9"}],
    "rating_note":"not signed","approvals":[{"role":"officer","by":["J"],"on":"2010-10-29"}]}]}],
  "indicators":[
    {"id":"ni-1","results":[
      {"id":"r2","period":"2010-09","value":0.1,"data_quality":{"level":"some_concerns","note":"n"}},
      {"id":"r1","reported":"2010/11 Q2","period":"2009/10 AY","value":78.0},
      {"id":"r3","reported":"2010/11 Q1","value":1},
      {"id":"r4","reported":"2010/11","value":1}]},
    {"id":"ni-2","results":[{"id":"r9","reported":"2010/11 Q2","text":"n/a"}]},
    {"id":"ni-3","results":[{"id":"r1","reported":"2010/11 Q2","value":1}]}]}"#;

/// By hand, with `printf '%s' … | sha256sum`, of
/// `{"id":"p","period":"2010/11 Q2","rating":"amber","direction":"static","summary":"Two “clinics”
/// closed.","achievements":[{"id":"a1","heading":"H","text":"Line\nbreak","source":[{"paper":"001","at":
/// "page 3"}]}],"risks":[{"id":"r1","text":"é"}],"results":[{"indicator":"ni-1","id":"r1","reported":
/// "2010/11 Q2","period":"2009/10 AY","value":78},{"indicator":"ni-1","id":"r2","period":"2010-09",
/// "value":0.1,"data_quality":{"level":"some_concerns","note":"n"}},{"indicator":"ni-2","id":"r9",
/// "reported":"2010/11 Q2","text":"n/a"}]}`, in one line.
const FULL_COVERS: &str = "58c31cb1593aa97d678eb00ba4aad85f9ee2b87e562639916ad7e3adc55a4361";

fn workspace(text: &str) -> Workspace {
    Json::parse(text).unwrap().to::<In<Workspace>>().unwrap().0
}

/// The hash of the first priority's last tracker.
fn of(text: &str) -> String {
    let workspace = workspace(text);
    let priority = workspace.priorities.at(0).unwrap();
    covers(&workspace, priority, priority.updates.last().unwrap())
}

#[test]
fn the_hash_is_that_of_the_documented_bytes() {
    let small = r#"{"format":"scrutineer/1","priorities":[{"id":"p","indicators":["ni-1"],
        "updates":[{"period":"2010/11 Q2","rating":"amber"}]}],
        "indicators":[{"id":"ni-1","results":[{"id":"r1","reported":"2010/11 Q2","value":78}]}]}"#;
    assert_eq!(
        of(small),
        "05013b4b84dc15f8587a7ae06a63e5da0b3d44b892666c8fe34f152639fcaacf"
    );
    assert_eq!(of(FULL), FULL_COVERS);
}

#[test]
fn what_is_signed_changes_the_hash_and_nothing_else_does() {
    for (before, after, changes) in [
        ("amber", "green", true),
        ("\"static\"", "\"improving\"", true),
        ("clinics", "clinic", true),
        ("\"H\"", "\"h\"", true),
        ("\\u00e9", "e", true),
        ("0.1", "0.2", true),
        ("some_concerns", "no_concerns", true),
        ("n/a", "TBD", true),
        ("\"ni-2\",\"ni-1\"", "\"ni-1\"", true),
        ("\"2010/11 Q1\"", "\"2010/11 Q2\"", true),
        ("\"ni-2\",\"ni-1\"", "\"ni-1\",\"ni-2\"", false),
        ("\\u00e9", "é", false),
        ("78.0", "7.8e1", false),
        ("glad", "sad", false),
        ("\"shelf\":9", "\"shelf\":8", false),
        ("not signed", "still not", false),
        ("\"J\"", "\"K\"", false),
        ("P-1", "P-2", false),
        ("\"2010/11\",\"value\":1", "\"2010/11\",\"value\":2", false),
    ] {
        assert!(FULL.contains(before), "{before}");
        let changed = of(&FULL.replacen(before, after, 1)) != FULL_COVERS;
        assert_eq!(changed, changes, "{before} becomes {after}");
    }
}

#[test]
fn a_joint_tracker_covers_the_figures_of_every_priority_that_it_serves() {
    let text = |value: u8| {
        format!(
            r#"{{"format":"scrutineer/1","priorities":[
            {{"id":"p","indicators":["ni-1"],"updates":[{{"period":"2010/11 Q2","rating":"amber","joint_with":["q"]}}]}},
            {{"id":"q","indicators":["ni-2"]}}],
            "indicators":[{{"id":"ni-1"}},{{"id":"ni-2","results":[{{"id":"r1","period":"2010/11 Q2","value":{value}}}]}}]}}"#
        )
    };
    assert_ne!(of(&text(1)), of(&text(2)));
}

#[test]
fn the_indicators_are_those_of_the_period() {
    let then = FULL.replacen(
        "\"rating_note\"",
        "\"indicators\":[\"ni-1\",\"ni-2\"],\"rating_note\"",
        1,
    );
    let then = then.replacen("[\"ni-2\",\"ni-1\"]", "[\"ni-3\"]", 1);
    assert_eq!(of(&then), FULL_COVERS);
}

#[test]
fn a_signature_is_changed_when_it_covers_something_else_and_never_without_saying_what() {
    let upper = FULL_COVERS.to_uppercase();
    for (covers, changed) in [
        ("", false),
        (FULL_COVERS, false),
        (upper.as_str(), false),
        ("abc", true),
    ] {
        let on = "\"on\":\"2010-10-29\"";
        let signed = FULL.replacen(on, &format!("{on},\"covers\":\"{covers}\""), 1);
        let workspace = workspace(&signed);
        let priority = workspace.priorities.get("p").unwrap();
        let update = &priority.updates[0];
        let found = changed_since(&workspace, priority, update);
        assert_eq!(!found.is_empty(), changed, "{covers}");
        let approval = &update.approvals[0];
        assert_eq!(is_changed(&workspace, priority, update, approval), changed);
    }
}
