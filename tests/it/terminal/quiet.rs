//! What the program leaves alone: an idle line, and a terminal that wants to be asked nothing.

use std::time::Duration;

use super::desk::{Desk, quit, save};
use super::{LONG_GAP, SHORT_GAP, SIZE, stream};

#[cfg(target_os = "linux")]
#[test]
fn nothing_is_written_and_nothing_wakes_while_nothing_happens() {
    let desk = Desk::new();
    let mut fresh = desk.open();
    // One that has done a bit of everything is as quiet as one that just began.
    let mut used = desk.open();
    save(&mut used, "R", "rated red");
    used.press("\x06poverty", "poverty");
    used.resize((100, 30));
    used.resize(SIZE);
    used.press("\x1b", "Enter open");
    // The file itself follows what was saved when nothing was for a while.
    while std::fs::read_to_string(desk.file()).unwrap() == desk.text_before() {
        used.bytes_within(SHORT_GAP);
    }
    used.bytes_within(4 * LONG_GAP);
    fresh.bytes_within(4 * LONG_GAP);
    let wakes = (fresh.wake_ups(), used.wake_ups());
    let written = fresh.bytes_within(Duration::from_secs(2)) + used.bytes_within(Duration::ZERO);
    assert_eq!(written, 0);
    assert_eq!((fresh.wake_ups(), used.wake_ups()), wakes);
    quit(used);
    quit(fresh);
}

#[test]
fn nothing_is_asked_of_the_terminal_and_nothing_told_that_is_not_needed() {
    for variables in [
        &[][..],
        &[("COLORTERM", "truecolor")],
        &[("TERM", "xterm-kitty")],
        &[("TERM", "linux")],
        &[("TERM", "vt100")],
    ] {
        let desk = Desk::new();
        let mut pty = desk.open_with(SIZE, variables);
        for (keys, text) in [
            ("jj", "3 of 10"),
            ("R", "rated red"),
            ("u", "Undone"),
            ("y", "Copied"),
            ("\r", "Esc close"),
            ("\x04\x04", "Esc close"),
            ("\x1b", "Enter open"),
            (":", "Commands"),
            ("redraw\r", "Enter open"),
            ("\x06looked after", "looked after"),
            ("\x1b", "Enter open"),
            ("/health\r", "filter health"),
            ("F\x0c", "Enter open"),
            ("\x1a", "no shell"),
        ] {
            pty.press(keys, text);
        }
        pty.resize((150, 40));
        pty.wait_count(b"\x1b[2J", 4);
        pty.send("q");
        assert_eq!(pty.wait_exit().0, 0, "{variables:?}");
        stream::assert_expected(&pty.raw);
    }
}
