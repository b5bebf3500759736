use super::*;
use crate::domain::field::In;
use crate::domain::json::Json;

fn action(fields: &str) -> Action {
    Json::parse(&format!("{{{fields}}}"))
        .unwrap()
        .to::<In<Action>>()
        .unwrap()
        .0
}

/// The moment of a period and a day in it.
fn on(period: &str, today: &str) -> Moment {
    Moment {
        period: Some(Period::read(period).unwrap()),
        today: Some(Day::read(today).unwrap()),
    }
}

fn overdue(fields: &str, today: &str) -> Option<String> {
    let action = action(&format!(r#""id":"a","priority":"p",{fields}"#));
    deadline(&action, on("2009/10 Q4", today))
        .overdue_since
        .map(|day| day.to_string())
}

#[test]
fn an_action_is_overdue_from_the_day_after_its_last_day() {
    let rows = [
        // Paper 003, line 230.
        (
            r#""timescale":{"text":"December 2008"}"#,
            "2008-12-31",
            None,
        ),
        (
            r#""timescale":{"text":"December 2008"}"#,
            "2009-01-01",
            Some("2008-12-31"),
        ),
        (r#""timescale":{"text":"Mar-10"}"#, "2010-03-31", None),
        // Line 263: two dates, the first that has passed.
        (
            r#""timescale":{"text":"September 2009 & 2010"}"#,
            "2009-10-01",
            Some("2009-09-30"),
        ),
        (
            r#""timescale":{"text":"Academic years 2009-11"}"#,
            "2010-09-01",
            None,
        ),
        // Days that somebody gave count before the words.
        (
            r#""timescale":{"text":"Dec 2008","dates":["2010-06-30"]}"#,
            "2010-01-01",
            None,
        ),
        // A day that cannot be read is in no computation.
        (
            r#""timescale":{"text":"Dec 2008","dates":["2010-06-31"]}"#,
            "2010-01-01",
            Some("2008-12-31"),
        ),
        (
            r#""timescale":{"text":"See Next Steps column"}"#,
            "2020-01-01",
            None,
        ),
        (r#""title":"T""#, "2020-01-01", None),
    ];
    for (fields, today, since) in rows {
        assert_eq!(
            overdue(fields, today).as_deref(),
            since,
            "{fields} on {today}"
        );
    }
}

#[test]
fn what_is_done_dropped_or_on_hold_is_not_overdue() {
    let rows = [
        ("not_started", true),
        ("on_track", true),
        ("delayed", true),
        ("on_hold", false),
        ("completed", false),
        ("discontinued", false),
        ("nearly there", true),
    ];
    for (status, late) in rows {
        let fields = format!(
            r#""timescale":{{"text":"Dec 2008"}},"progress":[{{"period":"2008/09 Q4","status":"{status}"}}]"#
        );
        assert_eq!(overdue(&fields, "2010-03-31").is_some(), late, "{status}");
    }
}

#[test]
fn the_newest_status_up_to_the_period_in_view_counts() {
    let fields = r#""id":"a","timescale":{"text":"Dec 2008"},"progress":[
        {"period":"2009/10 Q1","status":"completed"},{"period":"2008/09 Q4","status":"delayed"},{"period":"2009/10 Q2","text":"Nothing new"}]"#;
    let action = action(fields);
    let rows = [
        ("2008/09 Q3", None),
        ("2008/09 Q4", Some(ActionStatus::Delayed)),
        ("2009/10 Q1", Some(ActionStatus::Completed)),
        // An entry that says no status leaves the one before it.
        ("2009/10 Q2", Some(ActionStatus::Completed)),
    ];
    for (period, status) in rows {
        assert_eq!(
            deadline(&action, on(period, "2010-03-31")).status,
            status,
            "{period}"
        );
    }
}

#[test]
fn a_timescale_gives_a_status_in_words_where_none_is_set() {
    let rows = [
        (
            r#""timescale":{"text":"On hold"}"#,
            Some(ActionStatus::OnHold),
        ),
        (
            r#""timescale":{"text":"Completed"}"#,
            Some(ActionStatus::Completed),
        ),
        (
            r#""timescale":{"text":"On hold"},"progress":[{"period":"2008/09 Q4","status":"on_track"}]"#,
            Some(ActionStatus::OnTrack),
        ),
        (r#""timescale":{"text":"Mar-10"}"#, None),
    ];
    for (fields, status) in rows {
        assert_eq!(
            deadline(&action(fields), on("2008/09 Q4", "2009-03-31")).status,
            status,
            "{fields}"
        );
    }
}

#[test]
fn an_ongoing_action_is_never_overdue_and_stale_when_not_reviewed_for_two_quarters() {
    // Overdue and stale on a day, of an action reviewed at the end of 2008/09 Q4.
    let stands = |fields: &str, today: &str| {
        let action = action(fields);
        let deadline = deadline(&action, on("2009/10 Q4", today));
        (deadline.is_overdue(), deadline.open_ended, deadline.stale)
    };
    let reviewed = r#""timescale":{"text":"Ongoing"},"progress":[{"period":"2008/09 Q4","reviewed":"2009-03-31"}]"#;
    assert_eq!(stands(reviewed, "2009-09-30"), (false, true, false));
    assert_eq!(stands(reviewed, "2009-10-01"), (false, true, true));
    // Without a day of review the period's last day counts.
    let by_period = r#""timescale":{"text":"Ongoing"},"progress":[{"period":"2008/09 Q3"}]"#;
    assert_eq!(stands(by_period, "2009-07-01"), (false, true, true));
    // Never reviewed is a matter of its own, and a closed one none.
    assert_eq!(
        stands(r#""timescale":{"text":"Ongoing"}"#, "2020-01-01"),
        (false, true, false)
    );
    let closed = r#""timescale":{"text":"Ongoing"},"progress":[{"period":"2008/09 Q4","status":"completed"}]"#;
    assert_eq!(stands(closed, "2020-01-01"), (false, true, false));
    // Paper 003, line 268: ongoing anywhere in it.
    let mixed = r#""timescale":{"text":"Academic Year 2009-10 and ongoing."},"progress":[{"period":"2008/09 Q4"}]"#;
    assert_eq!(stands(mixed, "2010-09-01"), (false, true, true));
}

#[test]
fn open_milestones_are_due_too_and_closed_ones_no_more() {
    let milestone = |text: &str, status: &str| {
        format!(r#"{{"text":"M","timescale":{{"text":"{text}"}}{status}}}"#)
    };
    let rows = [
        (milestone("June 2009", ""), Some("2009-06-30")),
        (milestone("June 2009", r#","status":"completed""#), None),
        (milestone("June 2009", r#","status":"discontinued""#), None),
        (milestone("June 2009", r#","status":"on_hold""#), None),
        (
            milestone("June 2009", r#","status":"delayed""#),
            Some("2009-06-30"),
        ),
        (milestone("Completed June 2009", ""), None),
        // Paper 003, line 300: one step done, the next one late.
        (
            format!(
                "{},{}",
                milestone("June 2009", r#","status":"completed""#),
                milestone("Sept 2009", "")
            ),
            Some("2009-09-30"),
        ),
        // Line 146: the ongoing part does not hide the one that is late.
        (
            format!(
                "{},{}",
                milestone("Ongoing", ""),
                milestone("September 09", "")
            ),
            Some("2009-09-30"),
        ),
        (milestone("September 09 and ongoing", ""), None),
    ];
    for (milestones, since) in rows {
        let fields = format!(r#""milestones":[{milestones}]"#);
        assert_eq!(
            overdue(&fields, "2010-03-31").as_deref(),
            since,
            "{milestones}"
        );
    }
    let closed = format!(
        r#""milestones":[{}],"progress":[{{"period":"2008/09 Q4","status":"completed"}}]"#,
        milestone("June 2009", "")
    );
    assert_eq!(overdue(&closed, "2010-03-31"), None);
}

#[test]
fn the_day_shown_is_the_first_that_passed_else_the_next_that_comes() {
    let action = action(r#""id":"a","timescale":{"text":"September 2009 & 2010"}"#);
    let shown = |today: &str| {
        deadline(&action, on("2009/10 Q4", today))
            .shown_day()
            .map(|day| day.to_string())
    };
    assert_eq!(shown("2009-09-01").as_deref(), Some("2009-09-30"));
    assert_eq!(shown("2009-12-01").as_deref(), Some("2009-09-30"));
}

#[test]
fn a_day_without_a_year_is_the_first_after_the_tracker_that_speaks_of_it() {
    // Paper 003, line 152, in the tracker of January to March 2009.
    let action = action(
        r#""id":"a","timescale":{"text":"16th September"},"progress":[{"period":"2008/09 Q4"}]"#,
    );
    let due = deadline(&action, on("2010/11 Q4", "2009-09-17")).overdue_since;
    assert_eq!(
        due.map(|day| day.to_string()).as_deref(),
        Some("2009-09-16")
    );
}

#[test]
fn a_tracker_carries_the_actions_that_name_its_period() {
    let rows = [
        (
            r#""priority":"p","trackers":["2008/09 Q4","2009/10 Q1"]"#,
            "2008/09 Q4",
            true,
        ),
        (
            r#""priority":"p","trackers":["2008/09 Q4"]"#,
            "2009/10 Q1",
            false,
        ),
        (
            r#""priority":"p","trackers":["Q4 2008/09"]"#,
            "2008/09 Q4",
            true,
        ),
        // Without a priority: from its first period to the one that closes it.
        (r#""trackers":["2008/09 Q4"]"#, "2008/09 Q3", false),
        (r#""trackers":["2008/09 Q4"]"#, "2010/11 Q2", true),
        (
            r#""trackers":["2008/09 Q4"],"progress":[{"period":"2009/10 Q1","status":"completed"}]"#,
            "2009/10 Q1",
            true,
        ),
        (
            r#""trackers":["2008/09 Q4"],"progress":[{"period":"2009/10 Q1","status":"completed"}]"#,
            "2009/10 Q2",
            false,
        ),
        (
            r#""trackers":["2008/09 Q4"],"progress":[{"period":"2009/10 Q1","status":"discontinued"}]"#,
            "2009/10 Q2",
            false,
        ),
        (
            r#""trackers":["2008/09 Q4"],"progress":[{"period":"2009/10 Q1","status":"on_hold"}]"#,
            "2009/10 Q2",
            true,
        ),
    ];
    for (fields, period, carried) in rows {
        assert_eq!(
            deadline(&action(fields), on(period, "2009-03-31")).carried,
            carried,
            "{fields} in {period}"
        );
    }
}

#[test]
fn one_action_of_the_sample_is_overdue_at_the_end_of_2008_09() {
    let text = include_str!("../../../tests/data/trackers-2008-q4.json");
    let workspace = Json::parse(text)
        .unwrap()
        .to::<In<crate::domain::workspace::Workspace>>()
        .unwrap()
        .0;
    let moment = on("2008/09 Q4", "2009-03-31");
    let late = workspace
        .actions
        .iter()
        .filter(|action| deadline(action, moment).is_overdue());
    // Paper 003, line 230: December 2008.
    assert_eq!(
        late.map(|action| action.id.as_str()).collect::<Vec<_>>(),
        ["conference-timeliness"]
    );
}
