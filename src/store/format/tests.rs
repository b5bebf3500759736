use proptest::prelude::*;

use super::*;

fn faults(text: &str) -> Vec<String> {
    read(text.as_bytes())
        .map(|_| ())
        .unwrap_err()
        .iter()
        .map(ToString::to_string)
        .collect()
}

const SMALL: &str = r#"{
  "format": "scrutineer/1",
  "title": "Small",
  "later": {
    "b": [
      1.10,
      {}
    ],
    "a": 18446744073709551616
  }
}
"#;

#[test]
fn a_canonical_file_comes_back_byte_for_byte() {
    let workspace = read(SMALL.as_bytes()).unwrap();
    assert_eq!(write(&workspace).unwrap(), SMALL);
}

#[test]
fn known_keys_are_put_in_order_and_empty_ones_left_out() {
    let text = r#"{"x":1,"title":"T","themes":[{"note":"n","title":"L","id":"l","code":null,"y":[]}],"boards":[],"organisation":"","format":"scrutineer/1"}"#;
    let written = write(&read(text.as_bytes()).unwrap()).unwrap();
    assert_eq!(
        written,
        "{\n  \"format\": \"scrutineer/1\",\n  \"title\": \"T\",\n  \"themes\": [\n    {\n      \"id\": \"l\",\n      \"title\": \"L\",\n      \"note\": \"n\",\n      \"y\": []\n    }\n  ],\n  \"x\": 1\n}\n"
    );
}

#[test]
fn an_empty_list_is_written_where_it_means_none_then() {
    let text = r#"{"format":"scrutineer/1","priorities":[{"id":"p","indicators":[],"updates":[{"period":"2008/09 Q4","indicators":[],"links":[]}]}]}"#;
    let written = write(&read(text.as_bytes()).unwrap()).unwrap();
    assert_eq!(written.matches("[]").count(), 2, "{written}");
}

#[test]
fn all_faults_are_gathered_with_pointer_line_and_column() {
    let text = "{\n \"format\": \"scrutineer/1\",\n \"title\": 7,\n \"priorities\": [\n  {\"id\": \"a\", \"updates\": {}, \"x\": {\"k\": 1, \"k\": 2}},\n  5,\n  {\"id\": \"b\", \"title\": \"t\", \"title\": \"u\"}\n ],\n \"tolerance\": {\"percent\": \"five\"}\n}";
    assert_eq!(
        faults(text),
        [
            "line 3, column 11: /title: Expected a text in quotes, found a number. Correct the value in an editor, or remove its key",
            "line 5, column 26: /priorities/0/updates: Expected a list, found an object. Correct the value in an editor, or remove its key",
            "line 5, column 35: /priorities/0/x: An object in here has a key twice, or is nested too deep to be read. Remove one of the two, or the nesting",
            "line 6, column 3: /priorities/1: Expected an object, found a number. Correct the value in an editor, or remove its key",
            "line 7, column 38: /priorities/2/title: The key \"title\" is there twice. Remove one of the two",
            "line 9, column 27: /tolerance/percent: Expected a number, found a text. Correct the value in an editor, or remove its key",
        ]
    );
}

#[test]
fn a_doubled_id_or_list_key_is_a_fault_with_its_place() {
    let text = "{\"format\":\"scrutineer/1\",\n\"themes\":[{\"id\":\"a\"},\n{\"id\":\"a\"}],\"indicators\":[{\"id\":\"i\",\"targets\":[{\"id\":\"t\"},\n {\"id\":\"t\"}]}]}";
    let found = faults(text);
    assert_eq!(found.len(), 2, "{found:?}");
    assert!(
        found[0].starts_with("line 3, column 1: /themes/1: \"a\" is there twice"),
        "{found:?}"
    );
    assert!(
        found[1].starts_with("line 4, column 2: /indicators/0/targets/1: \"t\" is there twice"),
        "{found:?}"
    );
}

#[test]
fn what_is_no_workspace_is_told_apart() {
    for (text, says) in [
        ("", "The file is empty"),
        ("  \n", "The file is empty"),
        (
            "{\"format\":\"scrutineer/1\",",
            "line 1, column 25: The file ends in the middle",
        ),
        (
            "{\"format\":\"scrutineer/2\"}",
            "line 1, column 11: /format: The file has the format \"scrutineer/2\"",
        ),
        (
            "{\"name\":\"x\"}",
            "/format: The file is JSON, but no scrutineer workspace",
        ),
        ("[1]", "line 1, column 1: Expected an object, found a list"),
        (
            "{\"format\":\"scrutineer/1\"} x",
            "line 1, column 27: This is not JSON",
        ),
        (
            "{\"format\":\"scrutineer/1\",\"tolerance\":{\"percent\":1e400}}",
            "line 1, column 49: /tolerance/percent: The value cannot be read: number out of range",
        ),
        (
            "{\"format\":\"scrutineer/1\",\"title\":\"\\ud800\"}",
            "line 1, column 34: /title: The value cannot be read",
        ),
    ] {
        let found = faults(text);
        assert!(found[0].starts_with(says), "{text}: {found:?}");
    }
    let found = read(b"{\"format\":\n\"\xff\"}").unwrap_err();
    assert_eq!(found[0].position.map(|p| (p.line, p.column)), Some((2, 2)));
}

#[test]
fn deep_nesting_is_a_fault_and_no_overflow() {
    for deep in [
        "[".repeat(100_000),
        format!(
            "{{\"format\":\"scrutineer/1\",\"x\":{}1{}}}",
            "[".repeat(5_000),
            "]".repeat(5_000)
        ),
    ] {
        assert!(read(deep.as_bytes()).is_err());
    }
}

#[test]
fn missing_ids_are_derived_the_same_way_by_every_reader() {
    let text = r#"{"format":"scrutineer/1","indicators":[{"code":"NI 45","targets":[{"value":1},{"id":"t1"},{}]},{"id":"ni-45"},{"title":"No code"},{}]}"#;
    let workspace = read(text.as_bytes()).unwrap();
    let ids: Vec<&str> = workspace
        .indicators
        .iter()
        .map(|indicator| indicator.id.as_str())
        .collect();
    assert_eq!(ids, ["ni-45-2", "ni-45", "no-code", "r1"]);
    let targets: Vec<&str> = workspace
        .indicators
        .at(0)
        .unwrap()
        .targets
        .iter()
        .map(|target| target.id.as_str())
        .collect();
    assert_eq!(targets, ["t2", "t1", "t3"]);
    assert_eq!(read(text.as_bytes()).unwrap(), workspace);
}

#[test]
fn what_has_the_right_form_in_a_faulty_file_can_still_be_looked_at() {
    let text = r#"{"format":"scrutineer/1","title":5,"priorities":[{"id":"a","title":"Good"},{"id":"b","title":7}]}"#;
    let workspace = read_leniently(text.as_bytes()).unwrap();
    assert_eq!(workspace.priorities.len(), 1);
    assert_eq!(workspace.title, "");
}

fn any_json() -> impl Strategy<Value = serde_json::Value> {
    use serde_json::Value;
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<f64>()
            .prop_filter("finite", |f| f.is_finite())
            .prop_map(Value::from),
        "[a-z/~\"\\\\é]{0,6}".prop_map(Value::from),
        Just(Value::from("2008/09 Q4")),
        Just(Value::from("red")),
    ];
    leaf.prop_recursive(5, 60, 6, |inner| {
        let key = prop_oneof![
            "[a-z]{1,3}",
            proptest::sample::select(vec![
                "id",
                "code",
                "title",
                "updates",
                "targets",
                "value",
                "period",
                "rating",
                "officers",
                "unit",
                "note",
                "source",
                "text",
                "timescale"
            ])
            .prop_map(str::to_owned),
        ];
        prop_oneof![
            proptest::collection::vec(inner.clone(), 0..4).prop_map(Value::from),
            proptest::collection::vec((key, inner), 0..5)
                .prop_map(|entries| Value::Object(entries.into_iter().collect())),
        ]
    })
}

proptest! {
    #[test]
    fn any_bytes_are_answered_without_a_panic(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
        let _ = read(&bytes);
        let _ = read_leniently(&bytes);
    }

    #[test]
    fn what_is_read_and_written_is_read_again_the_same(themes in any_json(), priorities in any_json(), indicators in any_json(), extra in any_json()) {
        let text = serde_json::json!({"format": "scrutineer/1", "themes": themes, "priorities": [priorities], "indicators": indicators, "zz": extra}).to_string();
        match read(text.as_bytes()) {
            Ok(workspace) => {
                let written = write(&workspace).unwrap();
                let again = read(written.as_bytes()).unwrap();
                prop_assert_eq!(&again, &workspace);
                prop_assert_eq!(write(&again).unwrap(), written);
            }
            Err(faults) => {
                prop_assert!(!faults.is_empty());
                let _ = read_leniently(text.as_bytes());
            }
        }
    }
}

#[test]
fn the_sample_is_canonical() {
    let text = include_str!("../../../sample-data/leeds.json");
    let workspace = read(text.as_bytes()).unwrap();
    let written = write(&workspace).unwrap();
    let difference = text
        .lines()
        .zip(written.lines())
        .enumerate()
        .find(|(_, (a, b))| a != b);
    assert_eq!(difference, None);
    assert_eq!(text, written);
}
