//! However the program ends, the terminal comes back as it was and what was entered is in the file.

use std::fs;

use rustix::process::Signal;

use super::desk::{Desk, FIRST, quit};
use super::{LONG_GAP, PROMISED, SIZE};
use crate::support::pty::Pty;

/// Rates the first priority red and improving in one write, and waits until both are shown.
fn rate_twice(pty: &mut Pty) {
    pty.send("R+");
    pty.wait_text("TP-3b improving");
}

fn assert_rated_twice(desk: &Desk, after: &str) {
    let newest = |field| desk.newest(FIRST.1, field);
    assert_eq!(newest("rating").as_deref(), Some("red"), "{after}");
    assert_eq!(newest("direction").as_deref(), Some("improving"), "{after}");
}

#[test]
fn q_and_ctrl_c_leave_from_anywhere_and_give_the_terminal_back() {
    let desk = Desk::new();
    for keys in [
        "q",
        "\x03",
        "\rq",
        "\x06looked\x03",
        "/a\x03",
        "?\x03",
        "nwhy\x03",
        "\x1b[\x03",
    ] {
        let mut pty = desk.open();
        pty.assert_taken();
        pty.send(keys);
        assert_eq!(pty.wait_exit().0, 0, "{keys:?}");
        pty.assert_given_back();
        desk.assert_untouched(keys);
    }
}

#[test]
fn leaving_right_after_a_key_keeps_what_the_key_did() {
    for (key, code) in [("q", 0), ("\x03", 0)] {
        let desk = Desk::new();
        let mut pty = desk.open();
        pty.send(["R+", key].concat());
        assert_eq!(pty.wait_exit().0, code);
        pty.assert_given_back();
        assert_rated_twice(&desk, key);
    }
}

#[cfg(debug_assertions)]
#[test]
fn a_panic_gives_the_terminal_back_and_its_message_can_be_read() {
    for thread in ["main", "worker"] {
        let desk = Desk::new();
        let mut pty = desk.open_with(SIZE, &[("SCRUTINEER_PANIC", thread)]);
        pty.assert_taken();
        pty.send("X");
        assert_eq!(pty.wait_exit().0, 101, "{thread}");
        pty.assert_given_back();
        let text = pty.text();
        assert!(text.contains("asked to panic"), "{thread}: {text}");
        assert!(!text.contains(FIRST.0), "{thread}: {text}");
        desk.assert_untouched(thread);
    }
}

#[cfg(debug_assertions)]
#[test]
fn a_panic_beside_the_main_loop_loses_nothing_that_was_entered() {
    let desk = Desk::new();
    let mut pty = desk.open_with(SIZE, &[("SCRUTINEER_PANIC", "worker")]);
    let lock = desk.lock();
    rate_twice(&mut pty);
    pty.send("X");
    pty.wait_text("asked to panic");
    drop(lock);
    assert_eq!(pty.wait_exit().0, 101);
    pty.assert_given_back();
    assert_rated_twice(&desk, "a panic");
}

#[test]
fn without_the_variable_no_key_makes_it_panic() {
    let desk = Desk::new();
    let mut pty = desk.open();
    pty.send("Xg");
    pty.wait_text("g ...");
    pty.send("g");
    quit(pty);
}

#[test]
fn a_signal_ends_the_program_and_gives_the_terminal_back() {
    for (signal, number) in [
        (Signal::TERM, 15),
        (Signal::INT, 2),
        (Signal::HUP, 1),
        (Signal::QUIT, 3),
    ] {
        let desk = Desk::new();
        let mut pty = desk.open();
        rate_twice(&mut pty);
        pty.signal(signal);
        let (code, time) = pty.wait_exit();
        assert_eq!(code, 128 + number);
        assert!(time < PROMISED, "{time:?}");
        pty.assert_given_back();
        assert_rated_twice(&desk, &format!("signal {number}"));
    }
}

#[test]
fn a_signal_while_changes_wait_for_another_program_still_saves_them() {
    let desk = Desk::new();
    let mut pty = desk.open();
    let lock = desk.lock();
    rate_twice(&mut pty);
    pty.signal(Signal::TERM);
    drop(lock);
    let (code, time) = pty.wait_exit();
    assert_eq!(code, 143);
    assert!(time < PROMISED, "{time:?}");
    pty.assert_given_back();
    assert_rated_twice(&desk, "a wait");
}

#[test]
fn a_signal_ends_a_program_that_is_stuck_in_writing_to_a_stalled_line() {
    let desk = Desk::new();
    let mut pty = desk.open();
    pty.send("R");
    pty.wait_text("TP-3b rated red");
    pty.stall(true);
    for _ in 0..50 {
        pty.send("jk?\x1b");
    }
    pty.bytes_within(LONG_GAP);
    pty.signal(Signal::TERM);
    let (code, time) = pty.wait_exit();
    assert_eq!(code, 143);
    assert!(time < PROMISED, "{time:?}");
    assert!(pty.modes_are_back());
    assert_eq!(desk.newest(FIRST.1, "rating").as_deref(), Some("red"));
}

#[test]
fn a_closed_line_ends_the_program_within_a_second_and_keeps_the_last_change() {
    let desk = Desk::new();
    let mut pty = desk.open();
    rate_twice(&mut pty);
    pty.hang_up();
    let (code, time) = pty.wait_exit();
    assert_eq!(code, 129);
    assert!(time < PROMISED, "{time:?}");
    assert_rated_twice(&desk, "a closed line");
}

#[test]
fn a_closed_line_while_changes_wait_for_another_program_still_saves_them() {
    let desk = Desk::new();
    let mut pty = desk.open();
    let lock = desk.lock();
    rate_twice(&mut pty);
    pty.hang_up();
    drop(lock);
    let (code, time) = pty.wait_exit();
    assert_eq!(code, 129);
    assert!(time < PROMISED, "{time:?}");
    assert_rated_twice(&desk, "a closed line");
}

#[test]
fn a_closed_line_ends_a_program_that_nobody_signals_and_keeps_the_last_change() {
    // The session's leader ignores SIGHUP and passes on none; it says in a file how the program
    // ended.
    let desk = Desk::new();
    let report = desk.aside("report");
    let script = r#"trap "" HUP; "$0" "$1"; echo $? > "$2""#;
    let mut pty = desk.script(script, report.to_str().unwrap());
    rate_twice(&mut pty);
    pty.hang_up();
    let (_, time) = pty.wait_exit();
    assert!(time < PROMISED, "{time:?}");
    assert_eq!(fs::read_to_string(report).unwrap().trim(), "129");
    assert_rated_twice(&desk, "a closed line");
}
