use proptest::prelude::*;

use super::*;
use crate::domain::field::In;
use crate::domain::json::Json;

fn read(text: &str) -> Workspace {
    Json::parse(text).unwrap().to::<In<Workspace>>().unwrap().0
}

fn tables(workspace: &Workspace, board: Option<&str>) -> Vec<CountsTable> {
    let moment = Moment::new(workspace, None, None);
    let board = board.map(Id::new);
    counts_over_periods(workspace, &Index::new(workspace), moment, board.as_ref())
}

fn line(row: &PeriodCounts) -> String {
    let counts = row.counts.iter().map(|it| it.count.to_string());
    let percents = row
        .counts
        .iter()
        .map(|it| it.percent.map_or("-".to_owned(), |it| it.to_string()));
    let (counts, percents): (Vec<_>, Vec<_>) = (counts.collect(), percents.collect());
    format!(
        "{} {} {} {}",
        row.period,
        row.basis.word(),
        counts.join("/"),
        percents.join("/")
    )
}

/// The table of the Quarter 2 report (paper 001, lines 654 to 658), number and percent. The text
/// of the paper names too few of the ratings themselves, so that all four stand as published.
#[test]
fn the_papers_table_comes_out() {
    let sample = read(include_str!("../../../../sample-data/leeds.json"));
    let tables = tables(&sample, Some("children"));
    let lines: Vec<String> = tables[0].rows.iter().map(line).collect();
    assert_eq!(
        lines,
        [
            "2008/09 Q4 published 0/10/4 0/71/29",
            "2009/10 Q2 published 3/5/6 21/36/43",
            "2009/10 Q4 published 6/3/5 43/21/36",
            "2010/11 Q2 published 4/5/5 29/36/36",
        ]
    );
    let newest = &tables[0].rows[3].counts;
    assert_eq!(newest[0].recorded().as_deref(), Some("2 of 4 recorded"));
    assert_eq!(newest[1].recorded().as_deref(), Some("2 of 5 recorded"));
    assert_eq!(tables.len(), 1);
}

#[test]
fn counts_come_from_the_trackers_where_all_are_rated_and_else_from_what_was_published() {
    let with = |second: &str, published: &str| {
        read(&format!(
            r#"{{"current_period":"2010/11 Q2","periods":[{{"period":"2010/11 Q2","published_ratings":[{published}]}}],
            "priorities":[
                {{"id":"a","boards":["b"],"updates":[{{"period":"2010/11 Q2","rating":"red"}}]}},
                {{"id":"c","boards":["b"],"updates":[{{"period":"2010/11 Q2"{second}}}]}}]}}"#
        ))
    };
    let green = r#","rating":"green""#;
    let published = r#"{"board":"b","red":1,"amber":1,"green":0}"#;
    for (second, printed, expected, disagrees) in [
        (green, "", "2010/11 Q2 computed 1/0/1 50/0/50", false),
        (green, published, "2010/11 Q2 computed 1/0/1 50/0/50", true),
        (
            r#","rating":"amber""#,
            published,
            "2010/11 Q2 computed 1/1/0 50/50/0",
            false,
        ),
        ("", published, "2010/11 Q2 published 1/1/0 50/50/0", false),
        ("", "", "2010/11 Q2 partial 1/0/0 -/-/-", false),
    ] {
        let workspace = with(second, printed);
        let tables = tables(&workspace, None);
        let row = &tables[0].rows[0];
        assert_eq!(line(row), expected);
        assert_eq!(row.disagrees.is_some(), disagrees, "{expected}");
    }
}

#[test]
fn a_joint_tracker_counts_once_for_each_board_that_has_to_do_with_it() {
    let workspace = read(
        r#"{"current_period":"2010/11 Q2","priorities":[
        {"id":"a","boards":["x"],"updates":[{"period":"2010/11 Q2","rating":"red","joint_with":["b"]}]},
        {"id":"b","boards":["x","y"]},
        {"id":"c","boards":["y"],"updates":[{"period":"2010/11 Q2","rating":"green"}]},
        {"id":"d","updates":[{"period":"2010/11 Q2","rating":"amber"}]}]}"#,
    );
    let tables = tables(&workspace, None);
    let said: Vec<String> = tables
        .iter()
        .map(|table| {
            let board = table.board.as_ref().map_or("all", Id::as_str);
            let ids = table.rows[0].counts.iter().flat_map(|it| &it.records);
            let ids: Vec<&str> = ids.map(|it| it.id.as_str()).collect();
            format!("{board}: {} ({})", line(&table.rows[0]), ids.join(" "))
        })
        .collect();
    assert_eq!(
        said,
        [
            "x: 2010/11 Q2 computed 1/0/0 100/0/0 (a)",
            "y: 2010/11 Q2 computed 1/0/1 50/0/50 (b c)",
            "all: 2010/11 Q2 computed 1/1/1 33/33/33 (a d c)",
        ]
    );
}

#[test]
fn a_later_period_is_not_known_in_an_earlier_one_and_percents_round_to_the_nearest() {
    let sample = read(include_str!("../../../../sample-data/leeds.json"));
    let moment = Moment::new(&sample, Period::read("2009/10 Q2"), None);
    let tables = counts_over_periods(&sample, &Index::new(&sample), moment, None);
    assert_eq!(tables[0].rows.len(), 2);
    for (count, total, expected) in [(1, 8, 13), (1, 3, 33), (2, 3, 67), (0, 0, 0), (14, 14, 100)] {
        assert_eq!(percent(count, total), expected, "{count} of {total}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    /// What a computed count says is what it opens: so many records, each once, and no record under two
    /// ratings. A published count never claims to know more than it says.
    #[test]
    fn every_computed_count_opens_as_many_records_as_it_says(
        trackers in prop::collection::vec((0_u8..5, prop::option::of(0_usize..8), 0_u8..4), 1..8),
        published in prop::option::of((0_u8..5, 0_u8..5, 0_u8..5)),
    ) {
        let one = |(at, (rating, joint, boards)): (usize, &(u8, Option<usize>, u8))| {
            let rating = ["red", "amber", "green", "odd", ""][usize::from(*rating)];
            let joint = joint.map_or(String::new(), |other| format!(r#","joint_with":["p{other}"]"#));
            let update = match rating {
                "" => String::new(),
                _ => format!(r#"{{"period":"2010/11 Q2","rating":"{rating}"{joint}}}"#),
            };
            let boards = ["", r#""x""#, r#""y""#, r#""x","y""#][usize::from(*boards)];
            format!(r#"{{"id":"p{at}","boards":[{boards}],"updates":[{update}]}}"#)
        };
        let all: Vec<String> = trackers.iter().enumerate().map(one).collect();
        let published = published.map_or(String::new(), |(red, amber, green)| {
            format!(r#"{{"board":"x","red":{red},"amber":{amber},"green":{green}}}"#)
        });
        let workspace = read(&format!(
            r#"{{"current_period":"2010/11 Q2","priorities":[{}],
            "periods":[{{"period":"2010/11 Q2","published_ratings":[{published}]}}]}}"#,
            all.join(",")
        ));
        for table in tables(&workspace, None) {
            for row in &table.rows {
                let records: Vec<&RecordRef> = row.counts.iter().flat_map(|it| &it.records).collect();
                let distinct: HashSet<&&RecordRef> = records.iter().collect();
                prop_assert_eq!(distinct.len(), records.len());
                prop_assert_eq!(row.total, row.counts.iter().map(|it| it.count).sum::<usize>());
                for count in row.counts.iter().filter(|_| row.basis != Basis::Published) {
                    prop_assert_eq!(count.count, count.records.len());
                    prop_assert_eq!(count.recorded(), None);
                }
                match row.basis {
                    Basis::Computed => prop_assert!(row.unrated.is_empty()),
                    Basis::Partial => prop_assert!(!row.unrated.is_empty()),
                    Basis::Published => prop_assert_eq!(table.board.as_ref().map(Id::as_str), Some("x")),
                }
            }
        }
    }
}
