//! Text from the file is painted, never obeyed.

use serde_json::{Value, json};

use super::desk::Desk;
use super::stream;
use crate::support::pty::Pty;

/// Everything that a terminal could obey, between letters to look for.
const HOSTILE: &str = "Q\u{1b}]0;own\u{7}\u{1b}[31m\u{1b}[2J\u{1b}P\u{9b}7m\u{90}\u{85}\u{7f}\u{8}\r\n\u{0}\u{202e}\u{2066}\u{200f}\u{61c}\u{2028}\u{2029}\u{e0041}\u{feff}\u{200b}Z";

fn hostile(before: &str) -> Value {
    json!(format!("{before}{HOSTILE}"))
}

fn desk() -> Desk {
    Desk::changed(|workspace| {
        workspace["title"] = hostile("Leeds");
        workspace["organisation"] = hostile("Council");
        workspace["abbreviations"][HOSTILE] = hostile("short");
        workspace["themes"][0]["title"] = hostile("Theme");
        let priority = &mut workspace["priorities"][0];
        priority["title"] = hostile("Title");
        priority["code"] = json!("TP-3b\u{1b}[5m\u{202e}");
        priority["note"] = hostile("Note");
        priority["officers"][0]["name"] = hostile("Officer");
        priority["officers"][0]["organisation"] = hostile("Body");
        let update = &mut priority["updates"][0];
        update["summary"] = hostile("Summary");
        update["assessment"] = hostile("Assessment");
        update["rating_note"] = hostile("Why");
        update["achievements"][0]["heading"] = hostile("Heading");
        update["achievements"][0]["text"] = hostile("Text");
        workspace["priorities"][1]["updates"][0]["rating"] = hostile("rating");
        workspace["indicators"][0]["title"] = hostile("Measure");
        workspace["indicators"][0]["code"] = hostile("NI");
        workspace["actions"][0]["title"] = hostile("Action");
    })
}

/// Shows every screen that the text comes up on.
fn look_everywhere(pty: &mut Pty) {
    for (keys, text) in [
        ("R", "rated red"),
        ("y", "Copied"),
        ("Y", "Copied"),
        ("n", "Note on the rating"),
        ("\x1b", "Enter open"),
        ("\r", "Esc close"),
        ("\x1b[6~", "Esc close"),
        ("\x1b[6~", "Esc close"),
        ("\x1b[F", "Esc close"),
        ("\x1b", "Enter open"),
        ("l\r", "Esc close"),
        ("\x1b", "Enter open"),
        ("l\r", "Esc close"),
        ("\x1b", "Enter open"),
        ("\x06own", "own"),
        ("\x1b", "Enter open"),
        ("/own", "own"),
        ("\x1b", "Enter open"),
    ] {
        pty.press(keys, text);
    }
}

#[test]
fn text_that_would_command_the_terminal_is_shown_and_not_sent() {
    for (size, variables) in [
        ((80, 24), &[][..]),
        ((160, 50), &[][..]),
        ((100, 30), &[("NO_COLOR", "1")]),
    ] {
        let desk = desk();
        let mut pty = desk.open_with(size, variables);
        assert!(pty.text().contains("LeedsQ^[]0;own"), "{}", pty.text());
        look_everywhere(&mut pty);
        pty.send("u\x03");
        assert_eq!(pty.wait_exit().0, 0);
        pty.assert_given_back();
        stream::assert_expected(&pty.raw);
        // What is copied is pasted somewhere, perhaps into a shell.
        let copied = stream::copied(&pty.raw);
        assert_eq!(copied.len(), 2);
        for text in copied {
            assert!(text.starts_with("TP-3b"), "{text:?}");
            let unseen = |one: char| one != '\n' && stream::is_unseen(one);
            assert_eq!(text.find(unseen), None, "{text:?}");
        }
    }
}
