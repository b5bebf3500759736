use super::*;
use crate::domain::field::In;
use crate::domain::json::Json;
use crate::domain::period::Period;

fn read(text: &str) -> Workspace {
    Json::parse(text).unwrap().to::<In<Workspace>>().unwrap().0
}

fn sample() -> Workspace {
    read(include_str!("../../../tests/data/trackers-2008-q4.json"))
}

fn resolved(workspace: &Workspace, typed: &str, period: &str) -> Vec<String> {
    let moment = Moment {
        period: Period::read(period),
        today: None,
    };
    resolve(workspace, typed, moment)
        .iter()
        .map(ToString::to_string)
        .collect()
}

#[test]
fn a_code_is_found_however_it_is_typed() {
    let workspace = sample();
    let rows = [
        ("NI 117", "indicator:ni-117"),
        ("ni117", "indicator:ni-117"),
        (" ni-117 ", "indicator:ni-117"),
        // The prefix of the plan may be left off.
        ("LSP-TP1e", "indicator:lsp-tp1e"),
        ("tp1e", "indicator:lsp-tp1e"),
        ("HW2b(i)", "indicator:lsp-hw2b-i"),
        ("ln1d", "priority:vulnerable-groups-eet"),
        ("LN-1D", "priority:vulnerable-groups-eet"),
        ("hw", "theme:hw"),
        ("vulnerable-groups-eet", "priority:vulnerable-groups-eet"),
        ("indicator:ni-117", "indicator:ni-117"),
        ("plan:cypp", "plan:cypp"),
        ("conference-timeliness", "action:conference-timeliness"),
    ];
    for (typed, record) in rows {
        assert_eq!(
            resolved(&workspace, typed, "2008/09 Q4"),
            [record],
            "{typed}"
        );
    }
    for typed in [
        "NI 11",
        "NI 1177",
        "",
        "LSP",
        "indicator:gone",
        "nothing of the kind",
    ] {
        assert_eq!(
            resolved(&workspace, typed, "2008/09 Q4"),
            [""; 0],
            "{typed}"
        );
    }
}

#[test]
fn a_code_means_what_it_meant_in_the_period_in_view() {
    let workspace = read(
        r#"{"priorities":[
            {"id":"conception","code":"HW-1d","former_codes":[{"code":"HW-2a","in":"2008/09"}]},
            {"id":"disability","code":"LD-1","former_codes":[{"code":"HW-3a","in":"2008/09"}]},
            {"id":"poverty","code":"HW-3a"},
            {"id":"tracked","code":"LD-9","updates":[{"period":"2008/09 Q4"}]},
            {"id":"other","code":"HW-9z","former_codes":[{"code":"XX-1","in":"2008/09"},{"code":"LD 9","in":"2008/09 Q4"}]},
            {"id":"another","code":"HW-9y","former_codes":[{"code":"XX 1","in":"2009/10"}]}]}"#,
    );
    let rows: [(&str, &str, &[&str]); 10] = [
        ("HW-2a", "2008/09 Q4", &["priority:conception"]),
        ("HW-1d", "2010/11 Q2", &["priority:conception"]),
        // A present code is known in the past too, and a former one now.
        ("HW-1d", "2008/09 Q4", &["priority:conception"]),
        ("HW-2a", "2010/11 Q2", &["priority:conception"]),
        // HW-3a names two priorities, in different years.
        ("HW-3a", "2010/11 Q2", &["priority:poverty"]),
        // The second had no tracker in 2008/09, so that nothing says that it was called so then.
        ("HW-3a", "2008/09 Q4", &["priority:disability"]),
        // With one, both went by it, and both are offered.
        (
            "LD-9",
            "2008/09 Q4",
            &["priority:tracked", "priority:other"],
        ),
        // A former code of two: the one in view, else both are offered.
        ("XX-1", "2008/09 Q3", &["priority:other"]),
        ("XX-1", "2009/10 Q1", &["priority:another"]),
        (
            "XX-1",
            "2010/11 Q2",
            &["priority:other", "priority:another"],
        ),
    ];
    for (typed, period, records) in rows {
        assert_eq!(
            resolved(&workspace, typed, period),
            records,
            "{typed} in {period}"
        );
    }
}

#[test]
fn of_several_that_fit_alike_all_are_offered_and_a_better_fit_hides_the_others() {
    let workspace = read(
        r#"{"indicators":[
            {"id":"a","code":"LSP-TP1e"},{"id":"b","code":"CYPP-TP1e"},
            {"id":"c","code":"CYPP-P1-3","also_known_as":["JAR 4"]},{"id":"d","code":"CYPP-P13"}],
            "recommendations":[{"id":"jar-4","code":"JAR 4","also_known_as":["IN 2.17"]},{"id":"e","also_known_as":["IN 2.17"]}]}"#,
    );
    let rows: [(&str, &[&str]); 7] = [
        ("TP1e", &["indicator:a", "indicator:b"]),
        ("LSP-TP1e", &["indicator:a"]),
        ("P1-3", &["indicator:c"]),
        ("P13", &["indicator:d"]),
        // A code before another record's other name.
        ("jar4", &["recommendation:jar-4"]),
        ("IN 2.17", &["recommendation:jar-4", "recommendation:e"]),
        ("in 217", &[]),
    ];
    for (typed, records) in rows {
        assert_eq!(
            resolved(&workspace, typed, "2010/11 Q2"),
            records,
            "{typed}"
        );
    }
}

#[test]
fn a_record_is_called_by_its_code_of_then_and_else_by_its_id() {
    let workspace = read(
        r#"{"themes":[{"id":"ln","code":"LN","title":"Learning"}],
            "priorities":[{"id":"p","code":"HW-1d","title":"Now","former_codes":[{"code":"HW-2a","in":"2008/09"}],
                "updates":[{"period":"2008/09 Q4","title":"Then"}]},{"id":"q"}],
            "indicators":[{"id":"i","code":"NI 1","former_codes":[{"code":"BV 1","in":"2008/09"}]}],
            "recommendations":[{"id":"r","code":"JAR 4","text":"Do it"}],"highlights":[{"id":"h","heading":"H","text":"T"}]}"#,
    );
    let rows = [
        ("priority:p", "2008/09 Q4", "HW-2a", "Then"),
        ("priority:p", "2010/11 Q2", "HW-1d", "Now"),
        ("priority:q", "2010/11 Q2", "q", ""),
        ("indicator:i", "2008/09 Q4", "BV 1", ""),
        ("indicator:i", "2010/11 Q2", "NI 1", ""),
        ("theme:ln", "2010/11 Q2", "LN", "Learning"),
        ("recommendation:r", "2010/11 Q2", "JAR 4", "Do it"),
        ("highlight:h", "2010/11 Q2", "h", "H"),
        ("priority:gone", "2010/11 Q2", "gone", ""),
    ];
    for (record, period, code, title) in rows {
        let record = RecordRef::read(record).unwrap();
        let moment = Moment {
            period: Period::read(period),
            today: None,
        };
        let called = (
            code_of(&workspace, &record, moment),
            title_of(&workspace, &record, moment),
        );
        assert_eq!(
            called,
            (code.to_owned(), title.to_owned()),
            "{record} in {period}"
        );
    }
}
