//! The update round while somebody else gives what it asks for.

use serde_json::Value;

use super::SHORT_GAP;
use super::desk::{Desk, FIRST, SECOND, all_saved, quit, save};
use crate::support::pty::{Pty, text};

/// A desk on which the second priority has a direction, and its rating alone is missing.
fn unrated() -> Desk {
    Desk::changed(|workspace| {
        let priorities = workspace["priorities"].as_array_mut().unwrap();
        let second = priorities.iter_mut().find(|it| it["id"] == SECOND.1);
        let update = second.unwrap()["updates"]
            .as_array_mut()
            .unwrap()
            .last_mut()
            .unwrap()
            .as_object_mut()
            .unwrap();
        update.remove("rating");
        update.insert("direction".to_owned(), Value::from("static"));
    })
}

/// How many tasks the round says are missing.
fn missing(screen: &vt100::Screen) -> Option<usize> {
    let shown = text(screen);
    let heading = shown.lines().find(|row| row.contains("Update round"))?;
    let (before, _) = heading.split_once(" missing")?;
    before.split_whitespace().last()?.parse().ok()
}

/// Opens the round at the first priority and gives back how many tasks are missing.
fn go_round(pty: &mut Pty) -> usize {
    pty.press("U", "missing: direction");
    assert!(pty.text().contains(FIRST.0), "{}", pty.text());
    missing(pty.screen()).unwrap()
}

/// Leaves the round and the program.
fn leave(mut pty: Pty) {
    pty.press("\x1b", "still missing; U goes on");
    quit(pty);
}

#[test]
fn what_another_gives_is_counted_at_once_and_not_asked_for_any_more() {
    let desk = unrated();
    let (mut one, mut other) = (desk.open(), desk.open());
    let before = go_round(&mut one);
    save(&mut other, "jG", "TP-3c rated green");
    one.wait_frame("one less is missing", |screen| {
        missing(screen) == Some(before - 1)
    });
    // What is in view stays in view, and what follows is not what the other gave.
    assert!(one.text().contains("missing: direction"), "{}", one.text());
    one.send("=\r");
    one.wait_frame("the task behind theirs", |screen| {
        missing(screen) == Some(before - 2) && text(screen).contains("3 of ")
    });
    one.wait_frame("all is saved", all_saved);
    assert_eq!(desk.newest(SECOND.1, "rating").as_deref(), Some("green"));
    assert_eq!(desk.newest(FIRST.1, "direction").as_deref(), Some("static"));
    quit(other);
    leave(one);
}

#[test]
fn two_who_give_different_fields_of_one_tracker_keep_both() {
    let desk = unrated();
    let (mut one, mut other) = (desk.open(), desk.open());
    go_round(&mut one);
    one.press("=", "*Direction  static");
    save(&mut other, "R", "TP-3b rated red");
    one.wait_frame("their rating beside my direction", |screen| {
        let shown = text(screen);
        shown.contains("[red]") && shown.contains("*Direction  static")
    });
    save(&mut one, "\r", "TP-3b kept");
    assert_eq!(desk.newest(FIRST.1, "rating").as_deref(), Some("red"));
    assert_eq!(desk.newest(FIRST.1, "direction").as_deref(), Some("static"));
    quit(other);
    leave(one);
}

#[test]
fn a_field_that_both_give_says_theirs_before_mine_is_kept() {
    let desk = unrated();
    let (mut one, mut other) = (desk.open(), desk.open());
    go_round(&mut one);
    one.press("R", "[red]");
    save(&mut other, "G", "TP-3b rated green");
    one.wait_frame("theirs beside mine", |screen| {
        let shown = text(screen);
        shown.contains("changed meanwhile by somebody else to: green") && shown.contains("[red]")
    });
    assert_eq!(desk.newest(FIRST.1, "rating").as_deref(), Some("green"));
    save(&mut one, "\r", "TP-3b kept");
    assert_eq!(desk.newest(FIRST.1, "rating").as_deref(), Some("red"));
    quit(other);
    leave(one);
}

#[test]
fn answers_that_are_kept_at_once_meet_in_a_question_when_the_round_is_closed() {
    let desk = unrated();
    let (mut one, mut other) = (desk.open(), desk.open());
    go_round(&mut one);
    go_round(&mut other);
    // Both wait for the same lock, so that neither knows of the other's change.
    let lock = desk.lock();
    one.press("R", "[red]");
    one.press("\r", "TP-3b kept");
    other.press("G", "[green]");
    other.press("\r", "TP-3b kept");
    drop(lock);
    let asked = "Somebody else was first";
    while ![&one, &other].iter().any(|pty| pty.text().contains(asked)) {
        one.bytes_within(SHORT_GAP);
        other.bytes_within(SHORT_GAP);
    }
    let (first, mut second, mine) = if other.text().contains(asked) {
        (one, other, "green")
    } else {
        (other, one, "red")
    };
    // The round is not interrupted; nothing is written over until it is closed and decided.
    assert!(second.text().contains("decide when this is closed"));
    assert_ne!(desk.newest(FIRST.1, "rating").as_deref(), Some(mine));
    second.press("\x1b", "put mine");
    second.press("M", "TP-3b");
    second.wait_frame("all is saved", all_saved);
    assert_eq!(desk.newest(FIRST.1, "rating").as_deref(), Some(mine));
    leave(first);
    quit(second);
}
