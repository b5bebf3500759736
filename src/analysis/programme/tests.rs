use super::*;
use crate::store::format::read;

fn workspace(inner: &str) -> Workspace {
    read(format!(r#"{{"format":"scrutineer/1",{inner}}}"#).as_bytes()).unwrap()
}

/// Day, board, items and the meeting before, a line a meeting.
fn lines(programme: &Programme) -> Vec<String> {
    let meetings = programme.meetings.iter();
    meetings
        .map(|meeting| {
            let items: Vec<&str> = meeting.items.iter().map(Id::as_str).collect();
            let previous = meeting
                .previous
                .map_or("-".to_owned(), |day| day.to_string());
            format!(
                "{} {} [{}] {previous}",
                meeting.stated,
                meeting.board.as_str(),
                items.join(" ")
            )
        })
        .collect()
}

#[test]
fn meetings_stand_by_day_with_the_items_of_each_board() {
    let workspace = workspace(
        r#""boards":[{"id":"b","title":"B","meets":["2011-02-17","2011-01-20"]},{"id":"a","title":"A","meets":["2011-01-20"]}],
           "programme":{"items":[
             {"id":"late","board":"a","meeting":"2011-02-17","title":"x"},
             {"id":"one","board":"b","meeting":"20 January 2011","title":"x"},
             {"id":"some","board":"b","meeting":"after Easter","title":"x"},
             {"id":"two","board":"b","meeting":"2011-01-20","title":"x"},
             {"id":"none","board":"b","title":"x"}]}"#,
    );
    let all = programme(&workspace, None);
    assert_eq!(
        lines(&all),
        [
            "2011-01-20 b [one two] -",
            "2011-01-20 a [] -",
            "2011-02-17 b [] 2011-01-20",
            "2011-02-17 a [late] 2011-01-20",
            "after Easter b [some] -",
        ]
    );
    assert_eq!(all.unscheduled, [Id::new("none")]);
    let board = Id::new("a");
    assert_eq!(
        lines(&programme(&workspace, Some(&board))),
        ["2011-01-20 a [] -", "2011-02-17 a [late] 2011-01-20"]
    );
}

#[test]
fn decisions_stand_by_the_day_on_which_they_are_expected_and_undated_ones_last() {
    let workspace = workspace(
        r#""programme":{"decisions":[
             {"id":"some","title":"x","expected":"in spring"},
             {"id":"second","title":"x","expected":"2011-02-01"},
             {"id":"first","title":"x","expected":"2010-12-01"}]}"#,
    );
    let decisions = programme(&workspace, None).decisions;
    let decisions: Vec<&str> = decisions.iter().map(Id::as_str).collect();
    assert_eq!(decisions, ["first", "second", "some"]);
}

#[test]
fn the_sample_has_the_programme_that_the_paper_prints() {
    // Paper 001, lines 2296 to 2331: four meetings with items, one item unscheduled.
    let workspace = read(include_bytes!("../../../sample-data/leeds.json")).unwrap();
    let programme = programme(&workspace, None);
    let with_items: Vec<(String, usize)> = programme
        .meetings
        .iter()
        .filter(|meeting| !meeting.items.is_empty())
        .map(|meeting| (meeting.stated.clone(), meeting.items.len()))
        .collect();
    let expected = [
        ("2011-01-20", 2),
        ("2011-02-17", 1),
        ("2011-03-17", 6),
        ("2011-04-21", 2),
    ];
    assert_eq!(
        with_items,
        expected.map(|(day, items)| (day.to_owned(), items))
    );
    assert_eq!(programme.unscheduled, [Id::new("young-carers")]);
    assert_eq!(programme.groups.len(), 3);
    assert_eq!(programme.decisions.len(), 3);
}

#[test]
fn a_workspace_without_a_programme_has_an_empty_one() {
    assert_eq!(
        programme(&workspace(r#""title":"x""#), None),
        Programme::default()
    );
}
