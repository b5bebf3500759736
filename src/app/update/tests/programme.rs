use super::Desk;
use crate::app::document::document;
use crate::app::state::{Overlay, ProgrammeLine};
use crate::domain::id::Id;
use crate::domain::workspace::Workspace;

const LEEDS: &str = include_str!("../../../../sample-data/leeds.json");

fn desk(text: &str) -> Desk {
    let options = super::Options::default();
    Desk::with(super::read(text), super::File::default(), &options)
}

fn select(desk: &mut Desk, row: &str) {
    desk.keys("5 <Home>");
    for _ in 0..desk.state.programme.list.rows.len() {
        if desk.state.programme.list.selected == Some(Id::new(row)) {
            return;
        }
        desk.keys("j");
    }
    panic!("no row {row}: {:?}", desk.state.programme.list.rows);
}

/// The meeting of an item on the disk.
fn meeting(workspace: &Workspace, item: &str) -> (String, String) {
    let items = &workspace.programme.as_ref().unwrap().items;
    let item = items.get(item).unwrap();
    (item.board.to_string(), item.meeting.text().to_owned())
}

#[test]
fn the_next_meeting_is_selected_first() {
    let mut desk = desk(LEEDS);
    desk.keys("5");
    let selected = desk.state.programme.list.selected.clone().unwrap();
    assert_eq!(selected.as_str(), "meeting children@2010-11-18");
}

#[test]
fn a_meeting_opens_exactly_what_it_says_falls_due_before_it() {
    let mut desk = desk(LEEDS);
    desk.keys("5 <Home>");
    let mut meetings = 0;
    for _ in 0..desk.state.programme.list.rows.len() {
        if let Some(ProgrammeLine::Meeting { place, due, .. }) = desk.state.programme.selected() {
            let (place, due) = (*place, *due);
            let items = desk.state.programme.meetings[place].0.items.len();
            desk.keys("<Enter>");
            let about = desk.state.page().unwrap().about.clone();
            let page = document(&desk.state, &about).unwrap();
            let rows: usize = page
                .blocks
                .iter()
                .map(|block| match block {
                    crate::report::document::Block::Table(table) => table.rows.len(),
                    _ => 0,
                })
                .sum();
            assert_eq!(rows, items + due);
            desk.keys("<Esc>");
            meetings += 1;
        }
        desk.keys("j");
    }
    assert_eq!(meetings, 8);
}

#[test]
fn an_item_is_moved_to_another_meeting_and_back_as_one_step() {
    let mut desk = desk(LEEDS);
    select(&mut desk, "item:fostering");
    desk.saved_keys("m k <Enter>");
    assert_eq!(meeting(&desk.disk, "fostering").1, "2011-03-17");
    assert!(
        desk.message().starts_with("Fostering moved to 17 Mar 2011"),
        "{}",
        desk.message()
    );
    assert_eq!(
        desk.state.programme.list.selected,
        Some(Id::new("item:fostering")),
        "the selection goes with it"
    );
    desk.saved_keys("u");
    assert!(
        desk.message().starts_with("Undone: Fostering meeting:"),
        "{}",
        desk.message()
    );
    assert_eq!(meeting(&desk.disk, "fostering").1, "2011-04-21");
}

#[test]
fn an_unscheduled_item_is_scheduled_and_taken_off_again() {
    let mut desk = desk(LEEDS);
    select(&mut desk, "item:young-carers");
    desk.saved_keys("m <Up> <Up> <Up> <Up> <Up> <Up> <Enter>");
    assert_eq!(meeting(&desk.disk, "young-carers").1, "2010-11-18");
    desk.saved_keys("m j j j j j j j j <Enter>");
    assert_eq!(meeting(&desk.disk, "young-carers").1, "");
}

#[test]
fn moving_to_the_meeting_of_another_board_changes_the_board_with_it() {
    let text = r#"{"format":"scrutineer/1","current_period":"2010/11 Q2","as_of":"2010-11-10",
        "boards":[{"id":"a","title":"A","meets":["2010-12-01"]},{"id":"b","title":"B","meets":["2010-11-20"]}],
        "programme":{"items":[{"id":"i","board":"a","meeting":"1 December 2010","title":"An item"}]}}"#;
    let mut desk = desk(text);
    select(&mut desk, "item:i");
    desk.keys("m");
    let Some(Overlay::Meetings(meetings)) = desk.state.overlays.last() else {
        panic!("no choice");
    };
    let words: Vec<(&str, bool)> = meetings
        .choices
        .iter()
        .map(|choice| (choice.words.as_str(), choice.is_now))
        .collect();
    assert_eq!(
        words,
        [
            ("1 Dec 2010  A", true),
            ("20 Nov 2010  B", false),
            ("Not scheduled", false)
        ]
    );
    desk.keys("<Enter>");
    assert_eq!(desk.message(), "An item stays where it is");
    desk.saved_keys("m j <Enter>");
    assert_eq!(
        meeting(&desk.disk, "i"),
        ("b".to_owned(), "2010-11-20".to_owned())
    );
}

#[test]
fn moving_is_refused_where_the_file_cannot_be_written_and_for_what_is_no_item() {
    let file = super::File {
        read_only: Some("it is somebody else's".to_owned()),
        ..super::File::default()
    };
    let mut locked = Desk::with(super::read(LEEDS), file, &super::Options::default());
    select(&mut locked, "item:fostering");
    locked.keys("m");
    assert!(locked.state.overlays.is_empty());
    assert_eq!(locked.message(), "Read-only: it is somebody else's");
    let mut desk = desk(LEEDS);
    desk.keys("5 m");
    assert!(desk.state.overlays.is_empty(), "a meeting cannot be moved");
}

#[test]
fn a_new_item_stands_for_the_meeting_in_view() {
    let mut desk = desk(LEEDS);
    select(&mut desk, "item:outdoor-education-report");
    desk.saved_keys("o School<Space>meals <Ctrl-s>");
    let items = &desk.disk.programme.as_ref().unwrap().items;
    let item = items
        .iter()
        .find(|item| item.title == "School meals")
        .unwrap();
    assert_eq!(
        meeting(&desk.disk, item.id.as_str()),
        ("children".to_owned(), "2011-01-20".to_owned())
    );
    let row = Id::new(&format!("item:{}", item.id));
    assert_eq!(desk.state.programme.list.selected, Some(row));
}

#[test]
fn decisions_and_groups_are_added_beside_those_that_are_there() {
    let mut desk = desk(LEEDS);
    select(&mut desk, "decision:nursery-fees-2011-12");
    desk.saved_keys("o Close<Space>a<Space>school <Ctrl-s>");
    let programme = desk.disk.programme.as_ref().unwrap();
    assert!(
        programme
            .decisions
            .iter()
            .any(|it| it.title == "Close a school")
    );
    select(&mut desk, "group:school-balances");
    desk.saved_keys("o School<Space>meals <Ctrl-s>");
    let programme = desk.disk.programme.as_ref().unwrap();
    assert!(programme.groups.iter().any(|it| it.title == "School meals"));
}

#[test]
fn an_empty_workspace_has_a_programme_that_can_be_begun() {
    let mut desk = Desk::empty();
    desk.keys("5 m <Enter>");
    assert!(desk.state.overlays.is_empty() && desk.state.page().is_none());
    desk.saved_keys("o First<Space>item <Ctrl-s>");
    let programme = desk.disk.programme.as_ref().unwrap();
    assert_eq!(programme.items.len(), 1);
}
