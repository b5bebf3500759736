//! Ctrl-Z and back.

use rustix::process::{Signal, kill_process};

use super::desk::{Desk, FIRST, SECOND, quit, save};
use crate::support::pty::{Pty, text};

/// Waits until the program has the terminal again and shows its lists.
fn wait_back(pty: &mut Pty) {
    pty.wait_frame("the program", |screen| {
        let text = text(screen);
        screen.alternate_screen() && text.contains(FIRST.0) && !text.contains("SHELL")
    });
    pty.assert_taken();
}

/// Leaves the program and the shell around it.
fn leave(mut pty: Pty) {
    pty.send("q");
    pty.wait_text("ENDED 0");
    pty.wait_exit();
    pty.assert_given_back();
}

#[test]
fn ctrl_z_gives_the_terminal_to_the_shell_and_fg_brings_everything_back() {
    let desk = Desk::new();
    let mut pty = desk.job();
    save(&mut pty, "jR", "TP-3c rated red");
    // From the lists and from a line that is being typed.
    for (keys, shown) in [("k", "1 of 10"), ("\x06poverty", "Keep child poverty")] {
        pty.press(keys, shown);
        let painted = pty.text();
        for _ in 0..2 {
            pty.send("\x1a");
            pty.wait_text("SHELL");
            assert!(pty.modes_are_back() && !pty.screen().alternate_screen());
            pty.send("\r");
            pty.wait_frame("the same frame", |screen| text(screen) == painted);
        }
    }
    pty.send("\x03");
    pty.wait_text("ENDED 0");
    pty.wait_exit();
    pty.assert_given_back();
    assert_eq!(desk.newest(SECOND.1, "rating").as_deref(), Some("red"));
}

#[test]
fn what_is_typed_for_the_shell_is_no_key_of_the_program() {
    let desk = Desk::new();
    let mut pty = desk.job();
    pty.send("\x1a");
    pty.wait_text("SHELL");
    pty.assert_given_back();
    pty.send("RAGq\n");
    wait_back(&mut pty);
    leave(pty);
    desk.assert_untouched("keys for the shell");
}

#[test]
fn a_stop_from_outside_gives_the_terminal_back_too() {
    let desk = Desk::new();
    let mut pty = desk.job();
    let program = pty.child();
    kill_process(program, Signal::TSTP).unwrap();
    pty.wait_text("SHELL");
    pty.assert_given_back();
    pty.send("\r");
    wait_back(&mut pty);
    // Stopped without a chance to tidy up: everything is taken and painted again.
    kill_process(program, Signal::STOP).unwrap();
    pty.wait_text("SHELL");
    pty.send("\n");
    wait_back(&mut pty);
    leave(pty);
}

#[test]
fn ctrl_z_without_a_shell_stops_nothing() {
    let desk = Desk::new();
    let mut pty = desk.open();
    pty.send("\x1a");
    pty.wait_text("no shell to go back to");
    pty.send("g");
    pty.wait_text("g ...");
    pty.assert_taken();
    pty.send("g");
    quit(pty);
}
