//! Two people with one file.

use scrutineer::tui::colour::ColourLevel;

use crate::support::journey::{Journey, SAMPLE, Sitting};

/// What the file holds when somebody rated the last priority green.
fn rated_by_another() -> String {
    Journey::sample((80, 24)).keys("g e G").file()
}

#[test]
fn somebody_elses_rating_shows_at_once_and_nothing_moves() {
    let mut journey = Journey::sample((120, 40));
    journey.keys("/ rating:amber <Enter> j j");
    let selected = journey.state.trackers.priorities.selected.clone();
    journey.somebody_writes(&rated_by_another());
    journey.look();
    assert!(journey.text().contains("another program: "));
    assert_eq!(journey.state.trackers.priorities.selected, selected);
    let rated = journey.state.workspace().priorities.get("local-engagement");
    let update = rated.unwrap().updates.last().unwrap();
    assert_eq!(update.rating.as_ref().unwrap().text(), "green");
}

#[test]
fn a_read_only_sitting_follows_what_others_do_and_writes_nothing() {
    let mut journey = Sitting {
        read_only: true,
        ..Sitting::default()
    }
    .begin();
    let other = rated_by_another();
    journey.somebody_writes(&other);
    journey.look();
    assert!(journey.text().contains("another program: "));
    assert_eq!(journey.files(), ["leeds.json"]);
    assert_eq!(journey.file(), other);
}

#[test]
fn a_file_that_is_broken_while_it_is_open_keeps_its_last_good_state_and_its_faults_to_be_read() {
    let mut journey = Journey::sample((80, 24));
    let before = journey.lines();
    journey.somebody_writes(&SAMPLE.replace("\"themes\": [", "\"themes\": 7, \"rest\": ["));
    journey.look();
    super::screens::hold("broken_outside_80x24", &mut journey);
    journey.keys("<Enter>");
    assert_eq!(journey.lines()[1..22], before[1..22]);
    assert!(journey.text().contains("FILE TROUBLE"));
    journey.keys(": faults <Enter>");
    assert!(journey.text().contains("1 fault"));
    journey.somebody_writes(SAMPLE);
    journey.look();
    assert!(
        journey
            .text()
            .contains("The file is there again, as it was")
    );
    assert!(!journey.text().contains("FILE TROUBLE"));
}

#[test]
fn a_file_that_is_gone_is_said_and_what_is_entered_waits_for_it() {
    let mut journey = Journey::sample((120, 40));
    journey.somebody_removes();
    journey.look();
    assert!(
        journey.text().contains("FILE TROUBLE"),
        "{}",
        journey.text()
    );
    journey.keys("R");
    assert!(journey.text().contains("NOT SAVED"));
    // The folder is left out: with it the reason would not fit.
    let said = "Not saved: leeds.json is not there any more.";
    assert!(journey.text().contains(said), "{}", journey.text());
    journey.somebody_writes(SAMPLE);
    journey.look();
    assert!(journey.file().contains("\"red\""));
    assert!(journey.text().lines().next().unwrap().ends_with("saved"));
}

/// Puts a conflict to a day that every run has.
fn by_anna(journey: &mut Journey) {
    let conflict = journey.state.conflicts.front_mut().unwrap();
    assert!(conflict.by.starts_with("another program, "));
    "anna, 10 Nov 14:05".clone_into(&mut conflict.by);
}

#[test]
fn a_conflict_shows_before_mine_and_theirs_at_every_size() {
    let other = Journey::sample((80, 24)).keys("G").file();
    for size in [(40, 12), (80, 24), (120, 40), (200, 50)] {
        let mut journey = Journey::sample(size);
        journey.somebody_writes(&other);
        journey.keys("R");
        by_anna(&mut journey);
        super::screens::hold(&format!("conflict_{}x{}", size.0, size.1), &mut journey);
    }
}

#[test]
fn a_conflict_of_two_notes_shows_both_in_full_and_makes_one_of_them() {
    let note = |journey: &mut Journey, text: &str| {
        journey.keys("R n").paste(text).keys("<Enter>");
    };
    let mut other = Journey::sample((80, 24));
    note(
        &mut other,
        "three clinics closed for the summer and the fourth only opens on Tuesdays, so that the young people of the north of the city have nowhere to go",
    );
    let mut journey = Sitting {
        size: (80, 24),
        ascii: true,
        colours: ColourLevel::None,
        ..Sitting::default()
    }
    .begin();
    journey.keys("R n").paste("two clinics closed");
    journey.somebody_writes(&other.file());
    journey.look().keys("<Enter>");
    by_anna(&mut journey);
    super::screens::hold("conflict_of_notes_80x24", &mut journey);
    journey.keys("e").paste("; a third follows").keys("<Enter>");
    assert!(
        journey
            .file()
            .contains("two clinics closed; a third follows")
    );
}

#[test]
fn what_was_done_before_is_undone_after_coming_back() {
    let mut journey = Journey::sample((120, 40));
    journey.keys("R j G q");
    let mut journey = journey.again();
    journey.keys("u");
    assert!(
        journey
            .text()
            .contains("Undone: TP-3c rated green (was amber)")
    );
    let mut journey = journey.again();
    journey.keys("<Ctrl-r> u u");
    assert_eq!(journey.file(), SAMPLE);
}

#[test]
fn what_another_program_wrote_over_a_step_is_not_taken_in_and_that_is_said() {
    let mut journey = Journey::sample((120, 40));
    journey.keys("R j");
    journey.somebody_writes(&Journey::sample((80, 24)).keys("G").file());
    journey.look();
    let said = "not taken in: TP-3b rated green (was amber) in 2008/09 Q4";
    assert!(journey.text().contains(&format!("another program: {said}")));
    assert!(journey.text().contains("^ R "), "{}", journey.text());
    assert!(journey.file().contains("\"red\""));
    journey.keys("6");
    assert!(journey.text().contains(said), "{}", journey.text());
    journey.keys("g g r");
    let text = journey.text();
    assert!(
        text.contains("It changed nothing that could be taken back"),
        "{text}"
    );
}
