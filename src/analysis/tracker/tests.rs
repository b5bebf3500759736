use super::*;
use crate::domain::field::In;
use crate::domain::json::Json;

fn read(text: &str) -> Workspace {
    Json::parse(text).unwrap().to::<In<Workspace>>().unwrap().0
}

fn sample() -> Workspace {
    read(include_str!("../../../tests/data/trackers-2008-q4.json"))
}

fn moment(period: &str) -> Moment {
    let period = Period::read(period);
    Moment {
        period,
        today: period.map(Period::last),
    }
}

#[test]
fn the_code_is_the_one_that_served_then() {
    let workspace = read(
        r#"{"priorities":[{"id":"p","code":"HW-1d","former_codes":[{"code":"HW-2a","in":"2008/09"},{"code":"HW-2x","in":"2009/10 Q1"},{"code":"HW-2b","in":"2008/09 Q1"}]}]}"#,
    );
    let rows = [
        ("2008/09 Q4", "HW-2a"),
        ("2008/09", "HW-2a"),
        // The shortest that fits: it was renumbered within the year.
        ("2008/09 Q1", "HW-2b"),
        ("2009/10 Q1", "HW-2x"),
        // A code that served in a quarter is not that of the year around it.
        ("2009/10", "HW-1d"),
        ("2010/11 Q2", "HW-1d"),
        ("2007/08 Q4", "HW-1d"),
    ];
    for (period, code) in rows {
        assert_eq!(
            tracker(workspace.priorities.at(0).unwrap(), moment(period)).code,
            code,
            "{period}"
        );
    }
    let timeless = Moment {
        period: None,
        today: None,
    };
    assert_eq!(
        tracker(workspace.priorities.at(0).unwrap(), timeless).code,
        "HW-1d"
    );
}

#[test]
fn what_was_different_then_holds_back_to_the_update_that_says_it_before() {
    let workspace = read(
        r#"{"priorities":[{"id":"p","title":"Now","indicators":["c"],"area_of_weakness":false,"updates":[
            {"period":"2008/09 Q4","title":"First","indicators":[]},
            {"period":"2009/10 Q2"},
            {"period":"2009/10 Q4","title":"Second","indicators":["b"],"area_of_weakness":true},
            {"period":"2010/11 Q2"}]}]}"#,
    );
    let priority = workspace.priorities.at(0).unwrap();
    let rows: [(&str, &str, &[&str], Option<bool>); 6] = [
        ("2008/09 Q2", "First", &[], Some(true)),
        // An empty list says that there were none.
        ("2008/09 Q4", "First", &[], Some(true)),
        ("2009/10 Q2", "Second", &["b"], Some(true)),
        ("2009/10 Q4", "Second", &["b"], Some(true)),
        ("2010/11 Q1", "Now", &["c"], Some(false)),
        ("2010/11 Q2", "Now", &["c"], Some(false)),
    ];
    for (period, title, indicators, weakness) in rows {
        let then = tracker(priority, moment(period));
        let ids: Vec<_> = then
            .indicators(moment(period))
            .iter()
            .map(Id::as_str)
            .collect();
        let found = (
            then.title,
            ids.as_slice(),
            then.area_of_weakness(moment(period)),
        );
        assert_eq!(found, (title, indicators, weakness), "{period}");
    }
}

#[test]
fn the_rating_is_that_of_the_period_and_of_no_other() {
    let workspace = read(
        r#"{"priorities":[{"id":"p","updates":[
            {"period":"Q4 2008/09","rating":"amber","direction":"improving"},
            {"period":"2009/10 Q1","rating":"purple"}]}]}"#,
    );
    let rows = [
        (
            "2008/09 Q4",
            Some(Rating::Amber),
            Some("amber"),
            Some(Direction::Improving),
        ),
        ("2009/10 Q1", None, Some("purple"), None),
        ("2009/10 Q2", None, None, None),
        // The year is not its last quarter.
        ("2008/09", None, None, None),
    ];
    for (period, rating, text, direction) in rows {
        let then = tracker(workspace.priorities.at(0).unwrap(), moment(period));
        assert_eq!(
            (then.rating(), then.rating_text(), then.direction()),
            (rating, text, direction),
            "{period}"
        );
    }
}

#[test]
fn the_lead_is_named_first_then_the_director_then_the_officer() {
    let rows = [
        (
            r#"{"role":"accountable_officer","post":"O"},{"role":"accountable_director","post":"D"},{"role":"lead","post":"L"}"#,
            Some("L"),
        ),
        (
            r#"{"role":"accountable_officer","post":"O"},{"role":"accountable_director","post":"D"}"#,
            Some("D"),
        ),
        (
            r#"{"role":"partner","post":"P"},{"role":"accountable_officer","post":"O"}"#,
            Some("O"),
        ),
        (
            r#"{"role":"partner","post":"P"},{"role":"boss","post":"B"}"#,
            None,
        ),
    ];
    for (officers, called) in rows {
        let workspace = read(&format!(
            r#"{{"priorities":[{{"id":"p","officers":[{officers}]}}]}}"#
        ));
        let then = tracker(workspace.priorities.at(0).unwrap(), moment("2008/09 Q4"));
        assert_eq!(
            then.lead(moment("2008/09 Q4")).map(Officer::called),
            called,
            "{officers}"
        );
    }
}

/// Met, close, missed, without judgement; worked out by hand from the tables of paper 003.
const TALLIES: &[(&str, [usize; 4])] = &[
    ("TP-3b", [1, 1, 4, 5]),
    ("TP-3c", [1, 0, 0, 0]),
    ("HW-2a", [0, 0, 1, 0]),
    ("HW-2b", [0, 2, 0, 0]),
    ("HW-3a", [0, 0, 0, 3]),
    ("HW-3d", [0, 0, 1, 0]),
    ("LN-1c", [0, 2, 0, 0]),
    ("LN-1d", [1, 0, 2, 0]),
    ("LN-1e", [0, 1, 1, 6]),
    ("HM-1a", [0, 0, 0, 2]),
];

#[test]
fn the_indicators_of_a_tracker_are_counted_by_how_they_stand() {
    let workspace = sample();
    let now = moment("2008/09 Q4");
    let tallies: Vec<_> = workspace
        .priorities
        .iter()
        .map(|priority| {
            let Tally {
                met,
                close,
                missed,
                unjudged,
            } = tracker(priority, now).tally(&workspace, now);
            (priority.code.as_str(), [met, close, missed, unjudged])
        })
        .collect();
    assert_eq!(tallies, TALLIES);
}

#[test]
fn an_indicator_that_is_not_there_is_not_counted() {
    let workspace = read(r#"{"priorities":[{"id":"p","indicators":["gone"]}]}"#);
    let now = moment("2008/09 Q4");
    let tally = tracker(workspace.priorities.at(0).unwrap(), now).tally(&workspace, now);
    assert_eq!(tally, Tally::default());
}

#[test]
fn only_carried_actions_count_as_overdue() {
    let workspace = read(
        r#"{"priorities":[{"id":"p"}],"actions":[
            {"id":"a","priority":"p","trackers":["2008/09 Q4"],"timescale":{"text":"Dec 2008"}},
            {"id":"b","priority":"p","trackers":["2008/09 Q3"],"timescale":{"text":"Nov 2008"}},
            {"id":"c","priority":"p","trackers":["2008/09 Q4"],"timescale":{"text":"Dec 2009"}},
            {"id":"d","priority":"q","trackers":["2008/09 Q4"],"timescale":{"text":"Dec 2008"}}]}"#,
    );
    let now = moment("2008/09 Q4");
    let index = Index::new(&workspace);
    assert_eq!(
        tracker(workspace.priorities.at(0).unwrap(), now).overdue(&workspace, &index, now),
        1
    );
}
