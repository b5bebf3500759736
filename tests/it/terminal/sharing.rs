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

/// The title and the reason of the first priority, as the file has them.
fn first(desk: &Desk) -> (String, String) {
    let workspace: serde_json::Value = serde_json::from_str(&desk.text()).unwrap();
    let priorities = workspace["priorities"].as_array().unwrap();
    let found = priorities.iter().find(|it| it["id"] == FIRST.1).unwrap();
    let field = |name: &str| found[name].as_str().unwrap_or_default().to_owned();
    (field("title"), field("why"))
}

#[test]
fn two_forms_on_one_record_keep_what_both_entered_in_different_fields() {
    let desk = Desk::new();
    let (title, _) = first(&desk);
    let (mut one, mut other) = (desk.open(), desk.open());
    one.press("e", "Edit TP-3b");
    one.press("\t mine", " mine");
    other.press("e", "Edit TP-3b");
    other.press("\t\t\tTheirs.", "Theirs.");
    save(&mut other, "\x13", "TP-3b changed");
    one.wait_frame("their text in my form, and mine", |screen| {
        let shown = text(screen);
        shown.contains("Theirs.") && shown.contains(" mine")
    });
    save(&mut one, "\x13", "TP-3b changed");
    let (after, why) = first(&desk);
    assert_eq!(after, format!("{title} mine"));
    assert!(why.ends_with("Theirs."), "{why}");
    quit(one);
    quit(other);
}

#[test]
fn a_field_that_both_change_says_theirs_beside_mine_before_it_is_kept() {
    let desk = Desk::new();
    let (title, _) = first(&desk);
    let (mut one, mut other) = (desk.open(), desk.open());
    one.press("e", "Edit TP-3b");
    one.press("\t mine", " mine");
    other.press("e", "Edit TP-3b");
    other.press("\t\x15Theirs", "Theirs");
    save(&mut other, "\x13", "TP-3b changed");
    one.wait_frame("theirs beside mine", |screen| {
        let shown = text(screen);
        shown.contains("changed meanwhile by somebody else to: Theirs") && shown.contains(" mine")
    });
    assert_eq!(first(&desk).0, "Theirs", "nothing is written over yet");
    save(&mut one, "\x13", "TP-3b changed");
    assert_eq!(first(&desk).0, format!("{title} mine"));
    // Theirs comes back with one key.
    save(&mut one, "u", "Undone");
    assert_eq!(first(&desk).0, "Theirs");
    quit(one);
    quit(other);
}

#[test]
fn forms_that_are_kept_at_once_meet_in_a_question_and_nothing_is_lost() {
    let desk = Desk::new();
    let (mut one, mut other) = (desk.open(), desk.open());
    one.press("e", "Edit TP-3b");
    one.press("\t\x15One", "One");
    other.press("e", "Edit TP-3b");
    other.press("\t\x15Other", "Other");
    // Both wait for the same lock, so that neither knows of the other's change.
    let lock = desk.lock();
    one.send("\x13");
    one.wait_text("TP-3b changed");
    other.send("\x13");
    other.wait_text("TP-3b changed");
    drop(lock);
    let asked = "Somebody else was first";
    while ![&one, &other].iter().any(|pty| pty.text().contains(asked)) {
        one.bytes_within(SHORT_GAP);
        other.bytes_within(SHORT_GAP);
    }
    let (first_was, mut second, mine) = if other.text().contains(asked) {
        (one, other, "Other")
    } else {
        (other, one, "One")
    };
    second.press("M", mine);
    second.wait_frame("all is saved", all_saved);
    assert_eq!(first(&desk).0, mine);
    quit(first_was);
    quit(second);
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

/// Saves the list as the view “Ambers” for everybody; `keys` filter it before.
fn keep_ambers(pty: &mut Pty, keys: &str, filter: &str) {
    pty.press(keys, &format!("filter {filter}"));
    pty.press("vs", "Name of the view");
    pty.press("Ambers\r", "for you alone?");
    save(pty, "w", "View “Ambers” kept in the workspace");
}

#[test]
fn a_view_that_another_changes_and_deletes_is_as_it_is_now_or_gone() {
    let desk = Desk::new();
    let (mut one, mut other) = (desk.open(), desk.open());
    keep_ambers(&mut one, "/rating:amber\r", "rating:amber");
    // What another did stands in the last line until the next key.
    let news = |pty: &mut Pty| {
        pty.wait_frame("their change", |screen| {
            let text = text(screen);
            let last = text.trim_end().lines().last();
            last.is_some_and(|line| line.contains("Ambers"))
        });
    };
    news(&mut other);
    other.press("v", "6 Ambers");
    other.press("6", "Ambers: rating:amber");
    // Whoever looks through it keeps the list; the open menu shows the view as it is by then.
    other.press("v", "> 6 Ambers");
    keep_ambers(&mut one, "/\x15rating:red\r", "rating:red");
    news(&mut other);
    assert!(
        other.text().contains("Ambers: rating:amber"),
        "{}",
        other.text()
    );
    other.press("6", "Ambers: rating:red");
    // And what is deleted meanwhile is said to be gone, with the list as it was.
    other.press("v", "> 6 Ambers");
    one.press("vD", "Delete the view “Ambers” for everybody?");
    save(&mut one, "y", "View “Ambers” deleted");
    news(&mut other);
    other.press("6", "“Ambers” is not there any more");
    other.press("\x1b", "Ambers: rating:red");
    one.press("\x1b", "Ambers: rating:red");
    quit(one);
    quit(other);
}
