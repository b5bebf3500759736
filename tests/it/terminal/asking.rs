//! A command that asks before it does something, on a terminal and without one.

use super::desk::{Desk, FIRST};

/// Rates, takes that back by its number, and says how it ended.
const UNDO: &str =
    r#""$0" -f "$1" set TP-3b --rating red; "$0" -f "$1" undo 2 $2; echo "ENDED $?""#;

#[test]
fn a_change_that_is_named_is_taken_back_after_a_question() {
    for (answer, ended, rating) in [
        ("y\r", "ENDED 0", "amber"),
        ("n\r", "ENDED 1", "red"),
        ("\r", "ENDED 1", "red"),
        ("\x04", "ENDED 1", "red"),
    ] {
        let desk = Desk::new();
        let mut pty = desk.commands(UNDO, "");
        pty.wait_text("Take this back?");
        assert!(pty.text().contains("TP-3b"), "it says what");
        pty.send(answer);
        pty.wait_text(ended);
        pty.wait_exit();
        let found = desk.newest(FIRST.1, "rating");
        assert_eq!(found.as_deref(), Some(rating), "{answer:?}");
    }
}

#[test]
fn nothing_is_asked_with_yes_or_without_a_terminal() {
    for (script, more) in [
        (UNDO.to_owned(), "--yes"),
        (UNDO.replace("$2", "$2 < /dev/null"), ""),
    ] {
        let desk = Desk::new();
        let mut pty = desk.commands(&script, more);
        pty.wait_text("ENDED 0");
        pty.wait_exit();
        assert!(!pty.text().contains("Take this back?"));
        assert_eq!(desk.newest(FIRST.1, "rating").as_deref(), Some("amber"));
    }
}
