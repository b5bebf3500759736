//! `add`: records and their parts by the fields of the forms.

use insta::assert_snapshot;
use serde_json::Value;

use crate::support::cli::{Desk, keys};

/// A record of the file.
fn record(desk: &Desk, list: &str, id: &str) -> Value {
    let file: Value = serde_json::from_str(&desk.read("leeds.json")).unwrap();
    let found = file[list]
        .as_array()
        .unwrap()
        .iter()
        .find(|it| it["id"] == id);
    found.unwrap_or(&Value::Null).clone()
}

#[test]
fn a_result_is_added_as_it_was_published() {
    let desk = Desk::with_sample();
    assert_snapshot!(desk.run(&["add", "result", "ni153", "value=27.1% (12000)"]), @"
    exit 0
    NI 153: result added
    ");
    let results = record(&desk, "indicators", "ni-153")["results"].clone();
    let newest = results.as_array().unwrap().last().unwrap().clone();
    assert_eq!(newest["value"], 27.1);
    assert_eq!(newest["text"], "27.1% (12000)");
    assert_eq!(newest["reported"], "2008/09 Q4");
}

#[test]
fn an_update_fills_what_is_empty_and_writes_over_nothing() {
    let desk = Desk::with_sample();
    let added = desk.run(&["add", "update", "TP-3b", "direction=+", "risks note=x"]);
    assert_eq!(added.code, 2, "{added}");
    assert_snapshot!(desk.run(&["add", "update", "TP-3b", "direction=improving"]), @"
    exit 0
    TP-3b: tracker added
    ");
    assert_snapshot!(desk.run(&["add", "update", "TP-3b", "rating=red"]), @"
    exit 5
    -- error
    scrutineer: the tracker has a rating already; nothing was added
      “scrutineer set” and the interface change what is there
    ");
    let update = record(&desk, "priorities", "child-poverty")["updates"][0].clone();
    assert_eq!(
        (&update["rating"], &update["direction"]),
        (&"amber".into(), &"improving".into())
    );
}

#[test]
fn an_action_is_added_with_what_it_refers_to() {
    let desk = Desk::with_sample();
    let json = desk.run(&[
        "add",
        "action",
        "--json",
        "title=Hold a fair",
        "priority=LN-1d",
        "timescale=Sept 2009",
    ]);
    assert_eq!(keys(&json.out), ["kind", "id", "title", "added"]);
    let action = record(&desk, "actions", "hold-a-fair");
    assert_eq!(action["priority"], "vulnerable-groups-eet");
    assert_eq!(action["trackers"][0], "2008/09 Q4");
    assert_eq!(action["timescale"]["text"], "Sept 2009");
    assert_snapshot!(desk.run(&["add", "progress", "hold-a-fair", "status=on track", "reviewed=1 Apr 2009"]), @"
    exit 0
    hold-a-fair: progress added
    ");
    let progress = record(&desk, "actions", "hold-a-fair")["progress"][0].clone();
    assert_eq!(progress["status"], "on_track");
    assert_eq!(progress["reviewed"], "2009-04-01");
}

#[test]
fn what_cannot_be_added_says_why_and_changes_nothing() {
    let desk = Desk::with_sample();
    let before = desk.read("leeds.json");
    assert_snapshot!(desk.run(&["add", "acton", "title=x"]), @"
    exit 2
    -- error
    scrutineer: there is no “acton” to add
      Did you mean “action”?
    ");
    assert_snapshot!(desk.run(&["add", "action", "titel=x"]), @"
    exit 2
    -- error
    scrutineer: action: there is no field “titel”
      Did you mean “title”?
    ");
    assert_snapshot!(desk.run(&["add", "action", "priority=LN-1d"]), @"
    exit 2
    -- error
    scrutineer: action: title is missing
      Write FIELD=VALUE for it
    ");
    assert_snapshot!(desk.run(&["add", "action", "title"]), @"
    exit 2
    -- error
    scrutineer: “title” has no “=”
      Write it like title='Hold a fair'
    ");
    assert_snapshot!(desk.run(&["add", "theme", "title=x", "plan=nowhere"]), @"
    exit 1
    -- error
    scrutineer: no plan is called “nowhere”
      “scrutineer search” finds records by their words
    ");
    assert_snapshot!(desk.run(&["add", "action", "title=x", "officers=me"]), @"
    exit 2
    -- error
    scrutineer: officers has parts of its own
      Enter it in the interface: e opens the record
    ");
    assert_snapshot!(desk.run(&["add", "update", "TP-3b", "rating=purple"]), @"
    exit 2
    -- error
    scrutineer: rating=purple: none of red, amber, green
    ");
    assert_snapshot!(desk.run(&["add", "plan", "title=x", "from=31 Feb 2010"]), @"
    exit 2
    -- error
    scrutineer: from=31 Feb 2010: no day; write it like 10 Nov 2010 or 2010-11-10
    ");
    assert_snapshot!(desk.run(&["add", "theme", "title=right\u{202e}left"]), @"
    exit 2
    -- error
    scrutineer: title has control or direction-override characters
      Write it in plain text
    ");
    assert_eq!(desk.read("leeds.json"), before);
}
