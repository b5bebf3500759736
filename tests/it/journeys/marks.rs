//! Many records changed at once: from keys to the file.

use scrutineer::domain::day::Day;
use scrutineer::domain::workspace::Workspace;
use scrutineer::store::format;
use scrutineer::tui::colour::ColourLevel;

use super::screens::{at_every_size, hold};
use crate::support::journey::{Journey, LEEDS, SAMPLE, Sitting};

fn workspace(journey: &Journey) -> Workspace {
    format::read(journey.file().as_bytes()).unwrap()
}

fn leeds() -> Journey {
    Sitting {
        text: LEEDS,
        as_of: Day::new(2010, 11, 10),
        ..Sitting::default()
    }
    .begin()
}

/// The ratings of the priorities in the file's current period, by code.
fn ratings(journey: &Journey) -> Vec<String> {
    let workspace = workspace(journey);
    let current = workspace.current_period.read();
    let rated = workspace.priorities.iter().map(|priority| {
        let mut updates = priority.updates.iter();
        let update = updates.find(|update| update.period.read() == current);
        let rating = update.and_then(|update| update.rating.as_ref());
        format!("{} {}", priority.code, rating.map_or("-", |it| it.text()))
    });
    rated.collect()
}

#[test]
fn marked_rows_and_the_preview_are_seen_at_every_size() {
    at_every_size("marked", "<Space> j <Space>");
    at_every_size("marked_preview", "<Space> j V / -ni <Esc> * G");
    at_every_size("marked_fields", "* e");
}

#[test]
fn marks_and_the_preview_are_read_in_ascii_without_colour_and_in_a_past_period() {
    let mut journey = Sitting {
        text: LEEDS,
        size: (80, 24),
        ascii: true,
        colours: ColourLevel::None,
        ..Sitting::default()
    }
    .begin();
    journey.keys("< * / rating:red <Enter> R");
    hold("marked_past_in_ascii_80x24", &mut journey);
}

#[test]
fn a_rating_for_all_marked_is_one_change_in_the_file_and_one_undo_takes_it_back() {
    let mut journey = Journey::sample((80, 24));
    let before = journey.file();
    journey.keys("<Space> <Space> <Space> R");
    assert_eq!(journey.file(), before, "nothing before the answer");
    journey.keys("y");
    let red = ratings(&journey)
        .iter()
        .filter(|it| it.ends_with(" red"))
        .count();
    assert!(red >= 3, "{:?}", ratings(&journey));
    let entries = journey.state.journal.entries().count();
    assert_eq!(entries, 1);
    journey.keys("u");
    assert_eq!(journey.file(), before);
}

#[test]
fn a_direction_goes_to_every_marked_tracker() {
    let mut journey = Journey::sample((120, 40));
    journey.keys("* - y");
    let workspace = workspace(&journey);
    let current = workspace.current_period.read();
    let shown = &journey.state.trackers.priorities.rows;
    assert!(!shown.is_empty());
    for id in shown {
        let priority = workspace.priorities.get(id.as_str()).unwrap();
        let mut updates = priority.updates.iter();
        let update = updates.find(|update| update.period.read() == current);
        let direction = update.and_then(|it| it.direction.as_ref());
        assert_eq!(
            direction.map(scrutineer::domain::choice::Choice::text),
            Some("deteriorating"),
            "{id:?}"
        );
    }
}

#[test]
fn an_officer_and_a_board_go_to_every_marked_recommendation() {
    let mut journey = leeds();
    journey.keys("2 <Space> <Space> e");
    assert!(
        journey.text().contains("Set of 2 marked"),
        "{}",
        journey.text()
    );
    journey.keys("j <Enter> l <Tab> Head<Space>of<Space>Service <Ctrl-s>");
    assert!(
        journey.text().contains("2 of 2 given to Head of Service"),
        "{}",
        journey.text()
    );
    journey.keys("y");
    let marked = journey.state.marked().unwrap().records;
    journey.keys("e j j <Enter> children <Ctrl-s>");
    let workspace_now = workspace(&journey);
    for record in &marked {
        let found = workspace_now
            .recommendations
            .get(record.id.as_str())
            .unwrap();
        let lead = found
            .officers
            .iter()
            .find(|it| it.post == "Head of Service");
        assert_eq!(lead.unwrap().role.as_ref().unwrap().text(), "lead");
    }
    let asks = journey.text();
    assert!(
        asks.contains("What would change") || asks.contains("already"),
        "{asks}"
    );
}

#[test]
fn a_status_and_a_due_date_go_to_every_marked_action() {
    let mut journey = leeds();
    journey.keys("/ code:LN-1d <Enter> l l * e");
    let text = journey.text();
    assert!(
        text.contains("Status") && text.contains("Due date"),
        "{text}"
    );
    journey.keys("j <Enter> d <Ctrl-s> y");
    let records = journey.state.marked().unwrap().records;
    assert!(records.len() > 1);
    journey.keys("e j j <Enter> Jan<Space>2011 <Tab> Waits<Space>for<Space>funding <Ctrl-s> y");
    let workspace = workspace(&journey);
    for record in records {
        let action = workspace.actions.get(record.id.as_str()).unwrap();
        let progress = action.progress.last().unwrap();
        assert_eq!(progress.status.as_ref().unwrap().text(), "delayed");
        assert_eq!(progress.period.text(), workspace.current_period.text());
        let timescale = action.timescale.as_ref().unwrap();
        assert_eq!(timescale.text, "Jan 2011");
        for slip in &timescale.was[timescale.was.len().saturating_sub(1)..] {
            assert_eq!(slip.why, "Waits for funding");
        }
    }
}

#[test]
fn rows_of_the_exceptions_are_marked_and_their_records_changed_once_each() {
    let mut journey = leeds();
    journey.keys("3 * e");
    let records = journey.state.marked().unwrap().records;
    let rows = journey.state.exceptions.list.marks.len();
    assert!(records.len() < rows, "some stand there for several reasons");
    assert!(
        journey
            .text()
            .contains(&format!("Set of {} marked", records.len()))
    );
}

#[test]
fn a_priority_is_retired_from_a_period_on_kept_in_earlier_ones_and_taken_up_again() {
    let mut journey = Journey::sample((80, 24));
    let before = journey.file();
    journey.keys(": retire <Enter> <Ctrl-u> 2008/09<Space>Q4 <Ctrl-s>");
    hold("retiring_80x24", &mut journey);
    assert_eq!(journey.file(), before);
    journey.keys("y");
    assert!(journey.file().contains("\"retired_from\": \"2008/09 Q4\""));
    assert!(
        !journey
            .text()
            .contains("Reduce the number of children in pov")
    );
    journey.keys("u");
    assert_eq!(journey.file(), before);
}

#[test]
fn what_somebody_else_makes_of_a_marked_record_shows_in_the_open_preview() {
    let mut journey = Journey::sample((80, 24));
    journey.keys("* G");
    let theirs = SAMPLE.replacen("\"rating\": \"amber\"", "\"rating\": \"red\"", 1);
    journey.somebody_writes(&theirs);
    journey.look();
    hold("marked_preview_after_others_80x24", &mut journey);
    journey.keys("y");
    assert!(!journey.file().contains("\"rating\": \"red\""));
}

#[test]
fn a_file_that_is_only_read_takes_no_marks() {
    let mut journey = Sitting {
        read_only: true,
        ..Sitting::default()
    }
    .begin();
    journey.keys("<Space>");
    assert!(journey.text().contains("Read-only"), "{}", journey.text());
    journey.keys("* e");
    assert!(journey.state.marked().is_none());
}
