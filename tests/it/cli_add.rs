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
    assert_snapshot!(desk.run(&["add", "action", "title=x", "officers=me"]), @r#"
    exit 2
    -- error
    scrutineer: officers has parts of its own and is given as JSON
      Like officers='[{"role":"…"}]', with role, post, name, organisation, for
    "#);
    assert_snapshot!(desk.run(&["add", "action", "title=x", r#"milestones=[{"txt":"x"}]"#]), @"
    exit 2
    -- error
    scrutineer: milestone: there is no field “txt”
      Did you mean “text”?
    ");
    assert_snapshot!(desk.run(&["add", "action", "title=x", r#"milestones={"status":"on_track"}"#]), @"
    exit 2
    -- error
    scrutineer: milestone: text is missing
      Give it in the JSON too
    ");
    assert_snapshot!(desk.run(&["add", "action", "title=x", r#"milestones=["x"]"#]), @r#"
    exit 2
    -- error
    scrutineer: milestones has parts of its own and is given as JSON
      Like milestones='[{"text":"…"}]', with text, timescale, status, officers, note, source, exempt
    "#);
    assert_snapshot!(desk.run(&["add", "action", "title=x", r#"officers={"post":"\u001b[31m"}"#]), @"
    exit 2
    -- error
    scrutineer: post has control or direction-override characters
      Write it in plain text
    ");
    assert_snapshot!(desk.run(&["add", "workspace", "title=x"]), @"
    exit 2
    -- error
    scrutineer: there is no “workspace” to add
      It is update, result, target, …, or a kind: action, theme, indicator, …
    ");
    assert_snapshot!(desk.run(&["add", "target", "ni153", "reported=soon"]), @"
    exit 2
    -- error
    scrutineer: reported=soon: no period; write it like 2010/11 Q2, 2010/11, 2009 or Sept 2010
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

#[test]
fn parts_are_given_as_json_and_read_as_people_write_them() {
    let desk = Desk::with_sample();
    assert_snapshot!(desk.run(&[
        "add", "indicator", "code=NI 900", "title=Use of libraries", "unit=percent",
        r#"targets=[{"reported":"2011/12","value":"52.0% (520/1000)"},{"reported":"2012/13","value":54}]"#,
        r#"data quality={"level":"some concerns"}"#,
    ]), @"
    exit 0
    indicator:ni-900: indicator added
    ");
    let indicator = record(&desk, "indicators", "ni-900");
    assert_eq!(indicator["data_quality"]["level"], "some_concerns");
    let targets = indicator["targets"].as_array().unwrap();
    assert_eq!(targets.len(), 2);
    assert_eq!(
        (&targets[0]["value"], &targets[0]["text"]),
        (&52.into(), &"52.0% (520/1000)".into())
    );
    assert_eq!(targets[1]["value"], 54);
    assert_ne!(targets[0]["id"], targets[1]["id"], "the program gives them");
    assert_snapshot!(desk.run(&[
        "add", "action", "title=Hold a fair", r#"officers={"post":"Head of Youth"}"#,
        r#"officers=[{"post":"Head of Libraries","role":"lead"}]"#,
        r#"milestones=[{"text":"Book the hall","timescale":"June 2009"}]"#,
    ]), @"
    exit 0
    action:hold-a-fair: action added
    ");
    let action = record(&desk, "actions", "hold-a-fair");
    assert_eq!(action["officers"].as_array().unwrap().len(), 2);
    assert_eq!(action["officers"][1]["role"], "lead");
    assert_eq!(action["milestones"][0]["timescale"]["text"], "June 2009");
    assert!(action["milestones"][0]["id"].is_string());
    // A route names a record by its code.
    let asked = ["add", "recommendation", "code=JAR 4", "text=Reduce it"];
    assert_eq!(desk.run(&asked).code, 0);
    assert_snapshot!(desk.run(&["add", "route", "JAR 4", "kind=direct", r#"via={"indicator":"ni 153"}"#]), @"
    exit 0
    JAR 4: route added
    ");
    let routes = record(&desk, "recommendations", "jar-4")["routes"].clone();
    let newest = routes.as_array().unwrap().last().unwrap().clone();
    assert_eq!(newest["via"]["indicator"], "ni-153");
    assert_eq!(desk.run(&["check", "--severity", "error"]).code, 0);
}

#[test]
fn a_target_a_milestone_and_a_forecast_are_added_by_themselves() {
    let desk = Desk::with_sample();
    assert_snapshot!(desk.run(&["add", "target", "ni153", "reported=2011/12", "value=20%"]), @"
    exit 0
    NI 153: target added
    ");
    assert_snapshot!(desk.run(&["add", "forecast", "ni153", "period=2009/10", "value=21"]), @"
    exit 0
    NI 153: forecast added
    ");
    let indicator = record(&desk, "indicators", "ni-153");
    let newest = |list: &str| indicator[list].as_array().unwrap().last().unwrap().clone();
    assert_eq!(newest("targets")["value"], 20);
    assert_eq!(
        newest("forecasts")["made"],
        "2008/09 Q4",
        "in the period in view"
    );
    assert_eq!(desk.run(&["add", "action", "title=Hold a fair"]).code, 0);
    assert_snapshot!(desk.run(&["add", "milestone", "hold-a-fair", "text=Book the hall", "timescale=June 2009"]), @"
    exit 0
    hold-a-fair: milestone added
    ");
    let action = record(&desk, "actions", "hold-a-fair");
    assert_eq!(action["milestones"][0]["text"], "Book the hall");
}
