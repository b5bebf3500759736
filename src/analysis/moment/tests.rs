use super::*;
use crate::domain::field::In;
use crate::domain::json::Json;

fn read(text: &str) -> Workspace {
    Json::parse(text).unwrap().to::<In<Workspace>>().unwrap().0
}

#[test]
fn today_is_what_was_asked_for_then_the_workspaces_own_day_then_the_periods_last() {
    let own = r#"{"current_period":"2010/11 Q2","as_of":"2010-11-10"}"#;
    let undated = r#"{"current_period":"2010/11 Q2"}"#;
    let rows = [
        (own, None, None, Some("2010/11 Q2"), Some("2010-11-10")),
        (
            own,
            Some("2010/11 Q2"),
            None,
            Some("2010/11 Q2"),
            Some("2010-11-10"),
        ),
        // The workspace's own day is of its current period alone.
        (
            own,
            Some("2008/09 Q4"),
            None,
            Some("2008/09 Q4"),
            Some("2009-03-31"),
        ),
        (
            own,
            None,
            Some("2010-12-16"),
            Some("2010/11 Q2"),
            Some("2010-12-16"),
        ),
        (
            own,
            Some("2008/09 Q4"),
            Some("2010-12-16"),
            Some("2008/09 Q4"),
            Some("2010-12-16"),
        ),
        (undated, None, None, Some("2010/11 Q2"), Some("2010-09-30")),
        ("{}", None, None, None, None),
        ("{}", None, Some("2010-12-16"), None, Some("2010-12-16")),
        // A period that cannot be read is in no computation.
        (r#"{"current_period":"now"}"#, None, None, None, None),
    ];
    for (text, period, as_of, expected, today) in rows {
        let moment = Moment::new(
            &read(text),
            period.and_then(Period::read),
            as_of.and_then(Day::read),
        );
        assert_eq!(
            moment.period.map(|period| period.to_string()).as_deref(),
            expected,
            "{text}"
        );
        assert_eq!(
            moment.today.map(|day| day.to_string()).as_deref(),
            today,
            "{text}"
        );
    }
}

#[test]
fn a_moment_knows_what_ended_by_the_end_of_its_period() {
    let rows = [
        ("2008/09 Q4", "2008/09 Q4", true),
        ("2008/09 Q4", "2008/09", true),
        ("2008/09 Q4", "2007/08 AY", true),
        ("2008/09 Q4", "2009", false),
        ("2008/09 Q3", "2008/09", false),
        ("2008/09", "2008/09 Q4", true),
    ];
    for (period, of, known) in rows {
        let moment = Moment {
            period: Period::read(period),
            today: None,
        };
        assert_eq!(
            moment.knows(Period::read(of).unwrap()),
            known,
            "{of} in {period}"
        );
    }
    assert!(
        Moment {
            period: None,
            today: None
        }
        .knows(Period::read("2199").unwrap())
    );
}

#[test]
fn the_periods_are_those_that_something_speaks_of_oldest_first_and_each_once() {
    let workspace = read(
        r#"{"current_period":"2010/11 Q2","periods":[{"period":"2009/10 Q4"}],"priorities":[
            {"id":"a","updates":[{"period":"2010/11 Q2"},{"period":"Q4 2008/09"},{"period":"soon"}]},
            {"id":"b","updates":[{"period":"2008/09 Q4"},{"period":"2008/09"}]}]}"#,
    );
    let shown: Vec<_> = periods(&workspace)
        .into_iter()
        .map(|period| period.to_string())
        .collect();
    assert_eq!(shown, ["2008/09 Q4", "2008/09", "2009/10 Q4", "2010/11 Q2"]);
}
