//! What a frame costs and what it looks like.

use super::desk::{Desk, FIRST, SECOND, is_marked, quit, save};
use super::stream::{self, Told};
use super::{LONG_GAP, SIZE};
use crate::support::journey::LEEDS;
use crate::support::pty::text;

const CLEAR: &[u8] = b"\x1b[2J";

/// Letters and looks of every cell.
fn looks(screen: &vt100::Screen) -> Vec<String> {
    screen.rows_formatted(0, u16::MAX).collect()
}

#[test]
fn a_storm_of_sizes_ends_in_the_frame_that_a_fresh_start_would_draw() {
    let desk = Desk::new();
    let mut pty = desk.open();
    for end in [SIZE, (20, 5), (60, 16), (100, 30), (160, 50), (59, 60)] {
        for step in 0..30u16 {
            pty.resize((1 + step * 37 % 150, 1 + step * 23 % 50));
        }
        pty.resize((1, 1));
        pty.resize(end);
        let fresh = desk.open_with(end, &[]);
        let wanted = looks(fresh.screen());
        pty.wait_frame("the frame of a fresh start", |screen| {
            looks(screen) == wanted
        });
        pty.bytes_within(LONG_GAP);
        assert_eq!(pty.text(), fresh.text(), "{end:?}");
        assert!(looks(pty.screen()) == wanted, "{end:?}");
        quit(fresh);
    }
    quit(pty);
    desk.assert_untouched("a storm");
}

#[test]
fn below_its_least_size_it_says_so_and_still_leaves() {
    let desk = Desk::new();
    for least in [(19, 5), (20, 4), (16, 2), (80, 1), (1, 1), (1, 50)] {
        let mut pty = desk.open();
        pty.resize(least);
        if least.0 > 15 {
            pty.wait_text("too small: 20x5");
        } else {
            pty.wait_frame("some of it", |screen| {
                ["t", "…"]
                    .iter()
                    .any(|start| text(screen).trim().starts_with(start))
            });
        }
        pty.resize((20, 5));
        pty.wait_frame("the list", |screen| text(screen).contains(FIRST.0));
        pty.resize(least);
        pty.send("q");
        assert_eq!(pty.wait_exit().0, 0);
        pty.resize(SIZE);
        pty.assert_given_back();
    }
    desk.assert_untouched("small sizes");
}

#[test]
fn many_keys_in_one_write_all_count_and_cost_a_few_frames_at_most() {
    let desk = Desk::new();
    let mut pty = desk.open();
    let before = pty.frames();
    pty.send("\x1b[B".repeat(200));
    pty.wait_frame("the last row", |screen| is_marked(screen, "HM-1a"));
    let frames = pty.frames() - before;
    assert!(frames <= 3, "{frames} frames");
    let before = pty.frames();
    pty.send(["\x1b[A".repeat(200), "j".to_owned()].concat());
    pty.wait_frame("the second row", |screen| is_marked(screen, SECOND.0));
    let frames = pty.frames() - before;
    assert!(frames <= 3, "{frames} frames");
    quit(pty);
}

#[test]
fn a_step_in_the_list_of_a_screen_costs_few_bytes() {
    let desk = Desk::changed(|workspace| {
        *workspace = serde_json::from_str(LEEDS).expect("the sample");
    });
    let mut pty = desk.open();
    for (keys, shown) in [
        ("2", "1 of 54"),
        ("m", "column 1 of"),
        ("M", "Gaps in coverage"),
        ("3", "Exceptions  "),
    ] {
        pty.press(keys, shown);
        pty.send("gg");
        pty.bytes_within(LONG_GAP);
        for at in 2..9 {
            let before = pty.raw.len();
            pty.press("j", &format!(" {at} of "));
            let bytes = pty.raw.len() - before;
            assert!(bytes <= 1500, "{bytes} bytes for row {at} after {keys:?}");
        }
    }
    quit(pty);
}

#[cfg(target_os = "linux")]
#[test]
fn a_frame_is_one_write_in_synchronised_output() {
    let desk = Desk::new();
    let mut pty = desk.open();
    let (writes, frames) = (pty.writes(), pty.frames());
    for (keys, text) in [
        ("j", "2 of 10"),
        ("\r", "Esc close"),
        ("\x06", "Find"),
        ("poverty", "Keep child poverty"),
        ("\r", "Enter open"),
        ("?", "Keys for where you are"),
        ("\x1b", "Enter open"),
        ("g", "g ..."),
        ("g", "Enter open"),
    ] {
        let before = pty.raw.len();
        pty.press(keys, text);
        let mut depth = 0;
        for told in stream::read(&pty.raw[before..]) {
            match told {
                Told::Csi(params, 'h') if params == "?2026" => depth += 1,
                Told::Csi(params, 'l') if params == "?2026" => depth -= 1,
                _ => assert_eq!(depth, 1, "{told:?} lies outside of a frame after {keys:?}"),
            }
            assert!((0..=1).contains(&depth), "after {keys:?}");
        }
        assert_eq!(depth, 0, "after {keys:?}");
    }
    pty.bytes_within(LONG_GAP);
    let frames = u64::try_from(pty.frames() - frames).unwrap();
    assert_eq!(pty.writes() - writes, frames);
    quit(pty);
}

#[test]
fn the_screen_is_cleared_only_at_the_start_after_a_resize_and_on_ctrl_l() {
    let desk = Desk::new();
    let mut pty = desk.open();
    for (keys, text) in [
        ("jlhj", "3 of 10"),
        ("\r", "Esc close"),
        ("\x1b", "Enter open"),
        ("?", "Keys for where you are"),
        ("\x1b", "Enter open"),
        ("\x06health", "health"),
        ("\x1b", "Enter open"),
    ] {
        pty.press(keys, text);
    }
    save(&mut pty, "R", "rated red");
    assert_eq!(pty.count(CLEAR), 1);
    pty.send("gg");
    pty.wait_without("rated red");
    let painted = pty.text();
    pty.send("\x0c");
    pty.wait_count(CLEAR, 2);
    assert_eq!(pty.text(), painted);
    pty.resize((100, 30));
    pty.wait_count(CLEAR, 3);
    pty.resize(SIZE);
    pty.wait_count(CLEAR, 4);
    assert_eq!(pty.text(), painted);
    quit(pty);
}

/// Whether the code of a row is shown in reverse.
fn is_reversed(screen: &vt100::Screen, code: &str) -> bool {
    let rows = screen.rows(0, u16::MAX).enumerate();
    let places =
        rows.filter_map(|(row, text)| Some((row, text.split_once(code)?.0.chars().count())));
    let mut cells = places
        .filter_map(|(row, column)| screen.cell(row.try_into().ok()?, column.try_into().ok()?));
    cells.any(vt100::Cell::inverse)
}

#[test]
fn without_colour_nothing_is_coloured_and_the_selection_is_marked_and_reversed() {
    let desk = Desk::new();
    let by_variable = desk.open_with(SIZE, &[("NO_COLOR", "1")]);
    let by_option = desk.open_by(&["--color", "never"]);
    for mut pty in [by_variable, by_option] {
        pty.send("j");
        pty.wait_frame("the second row", |screen| is_marked(screen, SECOND.0));
        assert!(is_reversed(pty.screen(), SECOND.0));
        assert!(!is_reversed(pty.screen(), FIRST.0) && !is_marked(pty.screen(), FIRST.0));
        for (keys, text) in [
            ("\r", "Esc close"),
            ("\x1b", "Enter open"),
            ("+", "TP-3c"),
            ("?", "Keys for where you are"),
            ("\x1b", "Enter open"),
            ("\x06health", "health"),
        ] {
            pty.press(keys, text);
        }
        pty.send("\x03");
        pty.wait_exit();
        pty.assert_given_back();
        let mut told = stream::read(&pty.raw);
        told.retain(stream::colours);
        assert_eq!(told, []);
    }
    let coloured = desk.open();
    assert!(stream::read(&coloured.raw).iter().any(stream::colours));
    quit(coloured);
}
