use super::*;
use crate::domain::field::In;
use crate::domain::json::Json;
use crate::domain::period::Period;

fn read(text: &str) -> Workspace {
    Json::parse(text).unwrap().to::<In<Workspace>>().unwrap().0
}

fn counted(text: &str, period: &str) -> (Vec<(Rating, usize)>, usize) {
    let counts = rating_counts(
        &read(text),
        Moment {
            period: Period::read(period),
            today: None,
        },
    );
    (counts.rated, counts.unrated)
}

#[test]
fn all_ten_trackers_of_the_sample_are_amber() {
    let sample = include_str!("../../../tests/data/trackers-2008-q4.json");
    let scale = |amber| vec![(Rating::Red, 0), (Rating::Amber, amber), (Rating::Green, 0)];
    assert_eq!(counted(sample, "2008/09 Q4"), (scale(10), 0));
    assert_eq!(counted(sample, "2008/09 Q3"), (scale(0), 10));
}

#[test]
fn ratings_are_counted_along_the_scale_in_use() {
    let text = r#"{"ratings":["blue","green","amber"],"priorities":[
        {"id":"a","updates":[{"period":"2009/10 Q4","rating":"green"}]},
        {"id":"b","updates":[{"period":"2009/10 Q4","rating":"red"}]},
        {"id":"c","updates":[{"period":"2009/10 Q4","rating":"grey"}]}]}"#;
    // Red is not on the scale, and grey is no rating: both count as not rated.
    assert_eq!(
        counted(text, "2009/10 Q4"),
        (
            vec![(Rating::Blue, 0), (Rating::Green, 1), (Rating::Amber, 0)],
            2
        )
    );
}

#[test]
fn a_joint_tracker_counts_once() {
    let text = r#"{"priorities":[
        {"id":"a","updates":[{"period":"2009/10 Q4","rating":"red","joint_with":["b"]}]},
        {"id":"b","updates":[{"period":"2009/10 Q3","rating":"green"}]}]}"#;
    let counts = |red, green| {
        vec![
            (Rating::Red, red),
            (Rating::Amber, 0),
            (Rating::Green, green),
        ]
    };
    assert_eq!(counted(text, "2009/10 Q4"), (counts(1, 0), 0));
    // In the quarter before they were two.
    assert_eq!(counted(text, "2009/10 Q3"), (counts(0, 1), 1));
}

#[test]
fn a_retired_priority_counts_up_to_its_last_period() {
    let text = r#"{"priorities":[{"id":"a","retired_from":"2009/10 Q4","updates":[
        {"period":"2009/10 Q3","rating":"red"},{"period":"2009/10 Q4","rating":"red"}]}]}"#;
    let counts = |red| vec![(Rating::Red, red), (Rating::Amber, 0), (Rating::Green, 0)];
    assert_eq!(counted(text, "2009/10 Q3"), (counts(1), 0));
    assert_eq!(counted(text, "2009/10 Q4"), (counts(0), 0));
    assert_eq!(counted(text, "2010/11 Q1"), (counts(0), 0));
}
