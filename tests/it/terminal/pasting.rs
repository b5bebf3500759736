//! Pasted text is text.

use super::desk::{Desk, quit};
use super::{LONG_GAP, SIZE};
use crate::support::pty::text;

/// What the message line says.
const REFUSED: &str = "Pasted text is taken in a line only";

fn pasted(text: &str) -> String {
    format!("\x1b[200~{text}\x1b[201~")
}

#[test]
fn a_large_paste_on_a_list_changes_nothing_and_says_so() {
    let desk = Desk::new();
    let mut pty = desk.open();
    let text = "RAGqD\r".repeat(5 * 1024 / 6);
    // On every list and on the page.
    for place in ["", "h", "lll", "h", "h\r"] {
        pty.send(place);
        pty.send(pasted(&text));
        pty.wait_text(REFUSED);
        // The next key takes the message away.
        pty.send("gg");
        pty.wait_without(REFUSED);
        desk.assert_untouched(place);
    }
    pty.send("\x03");
    assert_eq!(pty.wait_exit().0, 0);
    pty.assert_given_back();
    desk.assert_untouched("pastes");
}

#[test]
fn a_paste_whose_marks_arrive_in_pieces_is_still_text() {
    let desk = Desk::new();
    let mut pty = desk.open();
    let whole = pasted("RAGq");
    for cut in [1, 2, 4, 5, 6, 8, 10, 11, 12, 15] {
        let (head, tail) = whole.split_at(cut);
        pty.send(head);
        pty.bytes_within(LONG_GAP);
        pty.send(tail);
        pty.wait_text(REFUSED);
        pty.send("gg");
        pty.wait_without(REFUSED);
        desk.assert_untouched(&format!("cut at {cut}"));
    }
    quit(pty);
}

#[test]
fn a_paste_into_the_finder_goes_into_its_line() {
    let desk = Desk::new();
    // Wide enough for the line to show the whole of it.
    let mut pty = desk.open_with((120, SIZE.1), &[]);
    pty.send("\x06");
    pty.send(pasted("sexual health RAG"));
    pty.wait_text("sexual health RAG");
    pty.send("\x7f".repeat(4));
    pty.wait_frame("its hits", |screen| {
        let text = text(screen);
        text.contains("HW-2a") && !text.contains("RAG")
    });
    pty.send("\x03");
    assert_eq!(pty.wait_exit().0, 0);
    desk.assert_untouched("a paste");
}

#[test]
fn a_paste_that_commands_are_hidden_in_stays_text_in_a_line() {
    let desk = Desk::new();
    let mut pty = desk.open();
    pty.send("\x06");
    pty.send(pasted("pov\x1b[31m\x1b]0;x\x07\r\x03\x1aq\u{202e}erty"));
    pty.wait_text("erty");
    pty.assert_taken();
    pty.send("\x03");
    assert_eq!(pty.wait_exit().0, 0);
    super::stream::assert_expected(&pty.raw);
    desk.assert_untouched("a paste");
}
