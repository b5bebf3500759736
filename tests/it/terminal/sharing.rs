//! Several programs on one file, each on a terminal of its own.

use std::fs;
use std::time::{Duration, Instant};

use super::SHORT_GAP;
use super::desk::{Desk, FIRST, SECOND, all_saved, quit, save};
use crate::support::pty::{Pty, text};

/// How soon another's change is to show.
const SOON: Duration = Duration::from_millis(500);

/// Whether the row with this code has this rating.
fn shows(screen: &vt100::Screen, code: &str, letter: &str) -> bool {
    let chip = format!(" {letter} ");
    text(screen).lines().any(|row| {
        row.split_once(code)
            .is_some_and(|(before, _)| before.contains(&chip))
    })
}

fn wait_shows(pty: &mut Pty, code: &str, letter: &str) {
    pty.wait_frame("the rating", |screen| shows(screen, code, letter));
}

#[test]
fn anothers_rating_shows_within_half_a_second_without_a_key() {
    let desk = Desk::new();
    let (mut one, mut other) = (desk.open(), desk.open());
    // A busy machine may be late once; the program is not late every time.
    let mut soonest = Duration::MAX;
    for (key, letter) in [("R", "R"), ("G", "G"), ("A", "A"), ("R", "R")] {
        save(&mut one, key, "TP-3b rated");
        let saved = Instant::now();
        wait_shows(&mut other, FIRST.0, letter);
        soonest = soonest.min(saved.elapsed());
    }
    assert!(soonest < SOON, "{soonest:?}");
    quit(one);
    quit(other);
}

#[test]
fn what_another_program_writes_in_place_shows_and_the_selection_stays() {
    let desk = Desk::new();
    let mut pty = desk.open();
    pty.press("j", "2 of 10");
    let theirs = desk
        .text_before()
        .replacen("\"rating\": \"amber\"", "\"rating\": \"green\"", 1);
    fs::write(desk.file(), &theirs).unwrap();
    pty.wait_frame("their change", |screen| {
        text(screen).contains("another program: ") && text(screen).contains("2 of 10")
    });
    save(&mut pty, "R", "TP-3c rated red");
    assert_eq!(desk.newest(SECOND.1, "rating").as_deref(), Some("red"));
    quit(pty);
}

#[test]
fn a_half_typed_note_survives_anothers_change() {
    let desk = Desk::new();
    let (mut one, mut other) = (desk.open(), desk.open());
    save(&mut one, "R", "TP-3b rated red");
    wait_shows(&mut other, FIRST.0, "R");
    one.press("ntwo clinics", "two clinics");
    save(&mut other, "jG", "TP-3c rated green");
    wait_shows(&mut one, SECOND.0, "G");
    one.press(" closed", "two clinics closed");
    save(&mut one, "\r", "note kept");
    assert_eq!(
        desk.newest(FIRST.1, "rating_note").as_deref(),
        Some("two clinics closed")
    );
    quit(one);
    quit(other);
}

#[test]
fn a_program_that_only_reads_follows_and_leaves_nothing_behind() {
    let desk = Desk::new();
    let mut pty = desk.open_by(&["--read-only"]);
    let theirs = desk
        .text_before()
        .replacen("\"rating\": \"amber\"", "\"rating\": \"green\"", 1);
    fs::write(desk.file(), &theirs).unwrap();
    pty.wait_text("another program: ");
    quit(pty);
    let folder = fs::read_dir(desk.file().parent().unwrap()).unwrap();
    assert_eq!(folder.count(), 1);
}

#[test]
fn two_who_rate_the_same_at_once_are_asked_and_nothing_is_lost() {
    for (decision, rating) in [("T", "red"), ("M", "green")] {
        let desk = Desk::new();
        let (mut one, mut other) = (desk.open(), desk.open());
        // Both wait for the same lock, so that neither knows of the other's change.
        let lock = desk.lock();
        one.send("R");
        one.wait_text("TP-3b rated red");
        other.send("G");
        other.wait_text("TP-3b rated green");
        drop(lock);
        // One of the two is asked; which one is the lock's choice.
        let asked = "Somebody else was first";
        while ![&one, &other].iter().any(|pty| pty.text().contains(asked)) {
            one.bytes_within(SHORT_GAP);
            other.bytes_within(SHORT_GAP);
        }
        let (mut first, mut second, wanted) = if other.text().contains(asked) {
            (one, other, rating)
        } else {
            (other, one, if rating == "red" { "green" } else { "red" })
        };
        second.press(decision, FIRST.0);
        let letter = if wanted == "red" { "R" } else { "G" };
        wait_shows(&mut second, FIRST.0, letter);
        wait_shows(&mut first, FIRST.0, letter);
        second.wait_frame("all is saved", all_saved);
        assert_eq!(desk.newest(FIRST.1, "rating").as_deref(), Some(wanted));
        quit(first);
        quit(second);
    }
}
