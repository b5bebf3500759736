use super::*;
use crate::domain::field::In;
use crate::domain::json::Json;
use crate::domain::period::Period;

fn read(text: &str) -> Workspace {
    Json::parse(text).unwrap().to::<In<Workspace>>().unwrap().0
}

fn line(it: &Change) -> String {
    let better = match it.better {
        Some(true) => " better",
        Some(false) => " worse",
        None => "",
    };
    let part = if it.part.is_empty() {
        String::new()
    } else {
        format!(" ({})", it.part)
    };
    format!(
        "{} {}{part}: {} > {}{better}",
        it.kind, it.record.id, it.before, it.after
    )
}

fn between(one: (&Workspace, &str), other: (&Workspace, &str), board: Option<&str>) -> Vec<String> {
    let (was, is) = (Index::new(one.0), Index::new(other.0));
    let seen = |workspace, index, period: &str| Seen {
        workspace,
        index,
        moment: Moment::new(workspace, Period::read(period), None),
    };
    let board = board.map(Id::new);
    let found = changes(
        seen(one.0, &was, one.1),
        seen(other.0, &is, other.1),
        board.as_ref(),
    );
    found.iter().map(line).collect()
}

/// Between the trackers of 2008/09 Q4 (paper 003) and those of 2010/11 Q2 (paper 001): child poverty and
/// the engagement of vulnerable groups went from amber to red, LN-1e gave way to its two parts, and the early
/// trackers' actions gave way to new ones.
#[test]
fn the_sample_changed_as_its_papers_say() {
    let sample = read(include_str!("../../../sample-data/leeds.json"));
    let found = between((&sample, "2008/09 Q4"), (&sample, "2010/11 Q2"), None);
    let of = |kind: &str| {
        let lines = found.iter().filter(|line| line.starts_with(kind));
        lines.cloned().collect::<Vec<_>>()
    };
    assert_eq!(
        of("rating"),
        [
            "rating child-poverty: amber > red worse",
            "rating vulnerable-groups-eet: amber > red worse",
        ]
    );
    assert_eq!(of("direction"), Vec::<String>::new());
    let priorities: Vec<String> = of("new")
        .into_iter()
        .filter(|line| line.contains("early-learning-"))
        .collect();
    assert!(
        priorities
            .iter()
            .any(|line| line.starts_with("new early-learning-early-years:"))
    );
    assert!(
        priorities
            .iter()
            .any(|line| line.starts_with("new early-learning-primary:"))
    );
    assert_eq!(of("retired").len(), 1);
    assert!(of("retired")[0].starts_with("retired early-learning: "));
}

#[test]
fn each_kind_of_change_between_two_periods_is_told() {
    let workspace = read(
        r#"{"current_period":"2010/11 Q2","as_of":"2010-11-10",
        "priorities":[
            {"id":"p","boards":["x"],"officers":[{"post":"New lead"},{"post":"Stays"}],"updates":[
                {"period":"2009/10 Q4","rating":"red","direction":"improving","officers":[{"post":"Old lead"},{"post":"Stays"}]},
                {"period":"2010/11 Q2","rating":"amber","direction":"static"}]},
            {"id":"half","updates":[{"period":"2010/11 Q2","rating":"red"}]},
            {"id":"split","split":{"from":"p","in":"2010/11 Q1"}},
            {"id":"over","title":"Over","retired_from":"2010/11 Q1"}],
        "indicators":[{"id":"i","unit":"percent","polarity":"rise","targets":[
            {"id":"1","reported":"2009/10","value":80},{"id":"2","reported":"2010/11","value":78},
            {"id":"3","reported":"2010/11","value":75}]},
          {"id":"fall","polarity":"fall","targets":[{"id":"1","reported":"2009/10","value":8},{"id":"2","reported":"2010/11","value":6}]},
          {"id":"unknown","targets":[{"id":"1","reported":"2009/10","value":8},{"id":"2","reported":"2010/11","value":6}]}],
        "actions":[
            {"id":"dated","trackers":["2009/10 Q4"],"timescale":{"text":"December 2010","was":[{"text":"May 2010","on":"2010-03-01"},
                {"text":"June 2010","on":"2010-06-20"},{"text":"July 2010","on":"2010-08-20"}]}},
            {"id":"undated","trackers":["2009/10 Q4"],"milestones":[{"id":"m","text":"Part","timescale":{"text":"March 2011","was":[{"text":"June 2010"}]}}]},
            {"id":"before","trackers":["2009/10 Q4"],"timescale":{"text":"March 2011","was":[{"text":"June 2009"}]}},
            {"id":"begun","trackers":["2010/11 Q2"],"title":"Begun"}],
        "recommendations":[{"id":"made","made":"2010-07-01","heading":"Made"},{"id":"old","made":"2008-07-01"}]}"#,
    );
    assert_eq!(
        between((&workspace, "2009/10 Q4"), (&workspace, "2010/11 Q2"), None),
        [
            "rating p: red > amber better",
            "direction p: improving > static worse",
            "new split:  > ",
            "new begun:  > Begun",
            "new made:  > Made",
            "retired over: Over > ",
            "target_easier i (2010/11): 78% for 2010/11 > 75% for 2010/11 worse",
            "target_easier i (2010/11): 80% for 2009/10 > 78% for 2010/11 worse",
            "target_easier i (2010/11): 80% for 2009/10 > 75% for 2010/11 worse",
            "date_slid dated: June 2010 > December 2010 worse",
            "date_slid undated (Part): June 2010 > March 2011 worse",
            "officers p: Old lead > New lead",
        ]
    );
    assert_eq!(
        between(
            (&workspace, "2009/10 Q4"),
            (&workspace, "2010/11 Q2"),
            Some("x")
        ),
        [
            "rating p: red > amber better",
            "direction p: improving > static worse",
            "officers p: Old lead > New lead"
        ]
    );
    assert_eq!(
        between((&workspace, "2010/11 Q2"), (&workspace, "2010/11 Q2"), None).len(),
        1
    );
}

#[test]
fn two_files_are_compared_by_the_ids_of_their_records() {
    let file = |rest: &str| read(&format!(r#"{{"current_period":"2010/11 Q2",{rest}}}"#));
    let one = file(
        r#""priorities":[{"id":"p","updates":[{"period":"2010/11 Q2","rating":"green"}]},{"id":"gone","title":"Gone"}],
        "indicators":[{"id":"i","polarity":"range","targets":[{"id":"t","reported":"2010/11","low":4,"high":6}]}],
        "actions":[{"id":"a","timescale":{"text":"May 2010"}},{"id":"b","timescale":{"text":"May 2010"}}]"#,
    );
    let other = file(
        r#""priorities":[{"id":"p","updates":[{"period":"2010/11 Q2","rating":"blue"}]},{"id":"come","title":"Come"}],
        "indicators":[{"id":"i","polarity":"range","targets":[{"id":"t","reported":"2010/11","low":3,"high":6}]}],
        "actions":[{"id":"a","timescale":{"text":"June 2010"}},{"id":"b","timescale":{"text":"April 2010"}}]"#,
    );
    assert_eq!(
        between((&one, "2010/11 Q2"), (&other, "2010/11 Q2"), None),
        [
            "rating p: green > blue better",
            "new come:  > Come",
            "retired gone: Gone > ",
            "target_easier i (2010/11): 4 to 6 for 2010/11 > 3 to 6 for 2010/11 worse",
            "date_slid a: May 2010 > June 2010 worse",
        ]
    );
}
