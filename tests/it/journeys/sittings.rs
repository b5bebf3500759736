//! What a user gets done.

use scrutineer::app::state::Pane;
use scrutineer::domain::workspace::Workspace;
use scrutineer::store::format;

use crate::support::journey::{EMPTY, Journey, SAMPLE, Sitting};

fn rating(file: &str, priority: &str) -> String {
    let workspace: Workspace = format::read(file.as_bytes()).unwrap();
    let record = workspace.priorities.get(priority).unwrap();
    let update = record.updates.last().unwrap();
    let rating = update.rating.as_ref().map_or("-", |it| it.text());
    let direction = update.direction.as_ref().map_or("-", |it| it.text());
    format!("{rating} {direction} {}", update.rating_note)
        .trim()
        .to_owned()
}

#[test]
fn a_priority_is_found_by_a_half_remembered_word_rated_and_noted() {
    let mut journey = Journey::sample((120, 40));
    journey.keys("<Ctrl-f> conceptn<Space>teen <Enter>");
    assert_eq!(journey.state.trackers.focus, Pane::Priorities);
    journey.keys("R - n two<Space>clinics<Space>closed <Enter>");
    assert_eq!(
        rating(&journey.file(), "teenage-conception"),
        "red deteriorating two clinics closed"
    );
    assert!(journey.text().contains("HW-2a note kept"));
    journey.keys("q");
    assert!(journey.ended);
}

#[test]
fn everything_undone_the_file_is_byte_for_byte_as_it_was() {
    let mut journey = Journey::sample((120, 40));
    let before = journey.file();
    journey.keys("R - j G + u u u u");
    assert_eq!(journey.file(), before);
    assert!(journey.text().contains("Undone"));
}

#[test]
fn looking_round_writes_nothing() {
    let mut journey = Journey::sample((80, 24));
    journey.keys(
        "j k g g g e h j l l l <Tab> <Enter> <Esc> / neet <Enter> F <Ctrl-f> a <Down> <Esc> ? j <Esc> <Esc> : a <Esc> < > y Y <Ctrl-l>",
    );
    assert_eq!(journey.file(), SAMPLE);
    assert_eq!(journey.copied.len(), 2);
}

#[test]
fn somebody_elses_change_comes_in_with_the_next_one() {
    let mut journey = Journey::sample((120, 40));
    let other = Journey::sample((80, 24)).keys("g e G").file();
    journey.somebody_writes(&other);
    journey.keys("R");
    assert!(journey.text().contains("another program: "));
    assert_eq!(
        rating(&journey.file(), "local-engagement"),
        "green improving"
    );
    assert_eq!(rating(&journey.file(), "child-poverty"), "red -");
}

#[test]
fn a_conflict_asks_and_writes_nothing_until_it_is_decided() {
    let mut journey = Journey::sample((120, 40));
    let other = Journey::sample((80, 24)).keys("G").file();
    journey.somebody_writes(&other);
    journey.keys("R");
    assert!(journey.text().contains("Somebody else was first"));
    assert_eq!(journey.file(), other);
    journey.keys("T");
    assert_eq!(journey.file(), other);
    assert!(journey.text().contains("green stays"));
    journey.keys("A");
    let third = Journey::sample((80, 24)).keys("R").file();
    journey.somebody_writes(&third);
    journey.keys("G M");
    assert_eq!(rating(&journey.file(), "child-poverty"), "green -");
}

#[test]
fn a_file_that_somebody_breaks_is_not_written_over() {
    let mut journey = Journey::sample((120, 40));
    let broken = SAMPLE.replace("\"themes\": [", "\"themes\": 7, \"rest\": [");
    journey.somebody_writes(&broken);
    journey.keys("R");
    assert_eq!(journey.file(), broken);
    assert!(journey.text().contains("NOT SAVED"), "{}", journey.text());
    journey.keys("<Enter>");
    journey.somebody_writes(SAMPLE);
    journey.keys("<Ctrl-s>");
    assert_eq!(rating(&journey.file(), "child-poverty"), "red -");
}

#[test]
fn a_read_only_file_is_looked_at_and_never_changed() {
    let mut journey = Sitting {
        read_only: true,
        ..Sitting::default()
    }
    .begin();
    journey.keys("R");
    assert!(
        journey
            .text()
            .contains("Read-only: it was opened to be read only")
    );
    assert!(journey.text().contains("READ ONLY"));
    assert_eq!(journey.file(), SAMPLE);
}

#[test]
fn an_empty_workspace_says_what_is_not_there() {
    let mut journey = Sitting {
        text: EMPTY,
        ..Sitting::default()
    }
    .begin();
    assert!(journey.text().contains("No priorities here yet."));
    assert!(journey.text().contains("o adds one."));
    journey.keys("h j l j l l R A G + - = n u <Enter> / a <Enter> F <Ctrl-f> a <Enter> <Esc>");
    assert_eq!(journey.file(), EMPTY);
}

#[test]
fn an_empty_workspace_that_is_only_read_offers_no_key_that_adds() {
    let mut journey = Sitting {
        text: EMPTY,
        read_only: true,
        ..Sitting::default()
    }
    .begin();
    assert!(!journey.text().contains("o adds one."));
    assert!(
        journey
            .text()
            .contains("The file is open for reading only.")
    );
}

#[test]
fn every_size_down_to_one_cell_keeps_the_place() {
    let mut journey = Journey::sample((120, 40));
    journey.keys("j j j l j");
    let indicator = journey.state.trackers.indicators.selected.clone();
    for size in [(1, 1), (20, 5), (40, 12), (80, 24), (200, 50), (120, 40)] {
        journey.resize(size);
    }
    assert_eq!(journey.state.trackers.indicators.selected, indicator);
    assert!(journey.text().contains("Priorities"));
}
