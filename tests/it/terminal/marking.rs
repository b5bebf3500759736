//! Many changed at once while somebody else changes one of them.

use super::SHORT_GAP;
use super::desk::{Desk, FIRST, SECOND, all_saved, quit, save};
use crate::support::pty::text;

#[test]
fn the_open_preview_says_what_another_made_of_a_marked_record_meanwhile() {
    let desk = Desk::new();
    let (mut one, mut other) = (desk.open(), desk.open());
    one.press("  R", "What would change");
    save(&mut other, "jG", "TP-3c rated green");
    one.wait_frame("theirs in the preview", |screen| {
        let shown = text(screen);
        let mut rows = shown.lines();
        rows.any(|row| row.contains(SECOND.0) && row.contains("green → red") && row.contains('^'))
    });
    save(&mut one, "y", "2 priorities rated red");
    assert_eq!(desk.newest(FIRST.1, "rating").as_deref(), Some("red"));
    assert_eq!(desk.newest(SECOND.1, "rating").as_deref(), Some("red"));
    // One undo takes both back, to what the other had made of the second.
    save(&mut one, "u", "Undone: ");
    assert_eq!(desk.newest(SECOND.1, "rating").as_deref(), Some("green"));
    quit(one);
    quit(other);
}

#[test]
fn two_who_change_the_same_record_at_once_decide_it_and_the_other_marked_ones_are_not_lost() {
    let desk = Desk::new();
    let (mut one, mut other) = (desk.open(), desk.open());
    // Both wait for the same lock, so that neither knows of the other's change.
    let lock = desk.lock();
    one.press("  R", "What would change");
    one.press("y", "2 priorities rated red");
    other.press("jG", "TP-3c rated green");
    drop(lock);
    let asked = "Somebody else was first";
    while ![&one, &other].iter().any(|pty| pty.text().contains(asked)) {
        one.bytes_within(SHORT_GAP);
        other.bytes_within(SHORT_GAP);
    }
    // Whoever is asked decides for green on the second.
    if one.text().contains(asked) {
        one.press("T", "priorities rated red");
    } else {
        other.press("M", "TP-3c rated green");
    }
    one.wait_frame("all is saved", all_saved);
    other.wait_frame("all is saved", all_saved);
    assert_eq!(desk.newest(SECOND.1, "rating").as_deref(), Some("green"));
    assert_eq!(desk.newest(FIRST.1, "rating").as_deref(), Some("red"));
    quit(one);
    quit(other);
}
