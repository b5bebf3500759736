//! The mouse on a terminal of its own: off until asked for, and given back whatever happens.

use rustix::process::Signal;
use vt100::MouseProtocolMode;

use super::desk::{Desk, FIRST, SECOND, is_marked, quit};
use super::{SIZE, stream};
use crate::support::pty::Pty;

/// Switches the mouse.
const TOGGLE: &str = "\x07";

fn is_on(pty: &Pty) -> bool {
    pty.screen().mouse_protocol_mode() == MouseProtocolMode::ButtonMotion
}

fn is_off(pty: &Pty) -> bool {
    pty.screen().mouse_protocol_mode() == MouseProtocolMode::None
}

/// The report of a press on the row with a code.
fn press(pty: &Pty, code: &str) -> String {
    let mut rows = pty.screen().rows(0, u16::MAX);
    let row = rows.position(|row| row.contains(code)).unwrap();
    format!("\x1b[<0;12;{0}M\x1b[<0;12;{0}m", row + 1)
}

#[test]
fn the_mouse_is_the_terminals_until_a_key_asks_for_it_and_again_after_it() {
    let desk = Desk::new();
    let mut pty = desk.open();
    assert!(is_off(&pty));
    pty.press(TOGGLE, "The mouse clicks");
    assert!(is_on(&pty));
    pty.send(press(&pty, SECOND.0));
    pty.wait_frame("the second row", |screen| is_marked(screen, SECOND.0));
    pty.press(TOGGLE, "your terminal's again");
    assert!(is_off(&pty));
    // What was on its way when it was given back counts for nothing.
    pty.send(press(&pty, FIRST.0));
    pty.press("/", "Enter keeps");
    pty.press("\x1b", "2 of 10");
    quit(pty);
    desk.assert_untouched("the mouse");
}

#[test]
fn the_option_and_the_setting_turn_the_mouse_on_from_the_start() {
    let desk = Desk::new();
    let pty = desk.open_by(&["--mouse"]);
    assert!(is_on(&pty));
    quit(pty);
    let settings = desk.aside("settings.toml");
    std::fs::write(&settings, "mouse = true\n").unwrap();
    let pty = desk.open_by(&["--config", settings.to_str().unwrap()]);
    assert!(is_on(&pty));
    quit(pty);
}

#[test]
fn the_mouse_is_given_back_on_quit_signal_and_panic() {
    let desk = Desk::new();
    for signal in [Signal::TERM, Signal::HUP, Signal::INT] {
        let mut pty = desk.open_by(&["--mouse"]);
        pty.signal(signal);
        pty.wait_exit();
        pty.assert_given_back();
    }
    if cfg!(debug_assertions) {
        let mut pty = desk.open_with(SIZE, &[("SCRUTINEER_PANIC", "main")]);
        pty.press(TOGGLE, "The mouse clicks");
        pty.send("X");
        assert_eq!(pty.wait_exit().0, 101);
        pty.assert_given_back();
    }
}

#[test]
fn the_mouse_is_the_shells_while_the_program_is_stopped_and_comes_back_with_it() {
    let desk = Desk::new();
    let mut pty = desk.job();
    pty.press(TOGGLE, "The mouse clicks");
    pty.send("\x1a");
    pty.wait_text("SHELL");
    pty.assert_given_back();
    pty.send("\r");
    pty.wait_frame("the program", |screen| {
        screen.alternate_screen() && screen.mouse_protocol_mode() == MouseProtocolMode::ButtonMotion
    });
    pty.send("q");
    pty.wait_text("ENDED 0");
    pty.wait_exit();
    pty.assert_given_back();
}

#[test]
fn an_editor_gets_no_mouse_and_the_program_has_it_again_after_it() {
    let desk = Desk::new();
    let mut pty = desk.open_with(SIZE, &[("EDITOR", "sh -c 'printf EDITING; read line'")]);
    pty.press(TOGGLE, "The mouse clicks");
    pty.send("E");
    pty.wait_text("EDITING");
    assert!(is_off(&pty));
    pty.send("\r");
    pty.wait_text("Taken from the editor");
    assert!(is_on(&pty));
    pty.press("\x1b", "1 of 10");
    quit(pty);
}

#[test]
fn a_session_with_the_mouse_tells_the_terminal_nothing_else_that_is_new() {
    let desk = Desk::new();
    let mut pty = desk.open_by(&["--mouse"]);
    pty.send("q");
    assert_eq!(pty.wait_exit().0, 0);
    let mut told = stream::read(&pty.raw);
    told.retain(|one| !stream::is_expected(one));
    let on = ["?1000", "?1002", "?1006"];
    let on = on.map(|mode| stream::Told::Csi(mode.to_owned(), 'h'));
    assert_eq!(told, on);
}

/// The column where the pane of priorities begins.
fn begin(screen: &vt100::Screen) -> Option<usize> {
    let mut rows = screen.rows(0, u16::MAX);
    let row = rows.find(|row| row.contains(" Priorities "))?;
    row.chars().position(|c| c == '┏')
}

#[test]
fn a_border_stays_where_it_was_dragged_also_the_next_time() {
    let desk = Desk::new();
    let size = (120, 40);
    let mut pty = desk.open_with(size, &[]);
    let before = begin(pty.screen()).unwrap();
    pty.press(TOGGLE, "The mouse clicks");
    // Ten columns to the right, in the middle of the pane; the numbers count from 1.
    pty.send(format!("\x1b[<0;{before};6M"));
    pty.send(format!("\x1b[<32;{};6M", before + 4));
    pty.send(format!("\x1b[<32;{0};6M\x1b[<0;{0};6m", before + 10));
    pty.wait_frame("the border", |screen| begin(screen) == Some(before + 10));
    quit(pty);
    let mut pty = desk.open_with(size, &[]);
    assert_eq!(begin(pty.screen()), Some(before + 10));
    assert!(is_off(&pty), "the mouse is asked for anew");
    pty.press(":reset panes\r", "1 of 10");
    pty.wait_frame("the border", |screen| begin(screen) == Some(before));
    quit(pty);
}
