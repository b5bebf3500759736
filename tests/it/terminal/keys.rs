//! Keys on a bad line: a sequence that arrives in pieces is that key or nothing, never the letters
//! that it is made of.

use std::time::Duration;

use serde_json::json;

use super::desk::{Desk, is_marked, quit, save};
use super::{LONG_GAP, SHORT_GAP};
use crate::support::pty::Pty;

/// So many programs take their pieces at the same time.
const ABREAST: usize = 8;

/// Every sequence for every ending: `with("\x1b[", "AB")` is up and down.
fn with(start: &str, ends: &str) -> Vec<String> {
    ends.chars().map(|end| format!("{start}{end}")).collect()
}

/// Every sequence for every number: `numbered(&[5], "~")` is `ESC [ 5 ~`.
fn numbered(numbers: &[u8], end: &str) -> Vec<String> {
    let sequence = |number| format!("\x1b[{number}{end}");
    numbers.iter().map(sequence).collect()
}

/// Waits until the program has taken everything so far, and shows that nothing is open and that the
/// keys go to the priorities.
fn take_in(pty: &mut Pty) {
    pty.send("/");
    pty.wait_text("Enter keeps");
    pty.send("\r");
    pty.wait_without("Enter keeps");
}

/// Brings the program back to its first rows after any key that moves.
const BACK: &str = "hhhlgglggh";

/// Sends each sequence in two pieces, cut at every byte, and byte by byte, with a pause between, to a
/// program whose every letter would count. A few programs work abreast, so that they pause together.
fn assert_harmless(sequences: &[String]) {
    assert_harmless_with(sequences, &[]);
}

/// The same, for a program with options.
fn assert_harmless_with(sequences: &[String], options: &[&str]) {
    for together in sequences.chunks(ABREAST) {
        let mut desks: Vec<(Desk, Pty)> = Vec::new();
        for _ in together {
            // Neither red nor amber, so that both letters would change it.
            let desk = Desk::changed(|workspace| {
                workspace["priorities"][0]["updates"][0]["rating"] = json!("green");
            });
            let pty = desk.open_by(options);
            desks.push((desk, pty));
        }
        let before = desks[0].1.text();
        let longest = together.iter().map(String::len).max().unwrap_or(0);
        for pause in [SHORT_GAP, LONG_GAP] {
            for cut in 1..longest {
                let cut_at = |sequence: &String, pty: &mut Pty, first: bool| {
                    if let Some((head, tail)) = sequence.split_at_checked(cut) {
                        pty.send(if first { head } else { tail });
                    }
                };
                for (sequence, (_, pty)) in together.iter().zip(&mut desks) {
                    cut_at(sequence, pty, true);
                }
                desks[0].1.bytes_within(pause);
                for (sequence, (_, pty)) in together.iter().zip(&mut desks) {
                    cut_at(sequence, pty, false);
                }
                settle(together, &mut desks, &before, cut, pause);
            }
            for at in 0..longest {
                for (sequence, (_, pty)) in together.iter().zip(&mut desks) {
                    pty.send(sequence.get(at..=at).unwrap_or_default());
                }
                desks[0].1.bytes_within(pause);
            }
            settle(together, &mut desks, &before, longest, pause);
        }
        for (sequence, (desk, pty)) in together.iter().zip(desks) {
            finish(sequence, &desk, pty);
        }
    }
}

/// Shows that every program is where it was.
fn settle(
    together: &[String],
    desks: &mut [(Desk, Pty)],
    before: &str,
    cut: usize,
    pause: Duration,
) {
    for (sequence, (desk, pty)) in together.iter().zip(desks) {
        pty.send(BACK);
        take_in(pty);
        let case = format!("{sequence:?} cut at {cut}, {pause:?} between");
        assert_eq!(pty.text(), before, "{case}");
        desk.assert_untouched(&case);
    }
}

/// Shows that a letter would have counted all the time, and leaves.
fn finish(sequence: &str, desk: &Desk, mut pty: Pty) {
    save(&mut pty, "R", "rated red");
    assert_ne!(desk.text(), desk.text_before(), "{sequence:?}");
    quit(pty);
}

#[test]
fn an_arrow_in_pieces_is_no_letter_whatever_the_pauses() {
    let ends = "ABCD";
    let mut arrows = Vec::new();
    for start in ["\x1b[", "\x1bO", "\x1b[1;2", "\x1b[1;3", "\x1b[1;5"] {
        arrows.extend(with(start, ends));
    }
    arrows.extend(with("\x1b[", "abcdZ"));
    arrows.extend(with("\x1bO", "abcd"));
    assert_harmless(&arrows);
}

#[test]
fn a_key_of_the_middle_block_in_pieces_is_no_letter_whatever_the_pauses() {
    let mut keys = numbered(&[1, 2, 3, 4, 5, 6, 7, 8], "~");
    keys.extend(with("\x1b[", "HF"));
    keys.extend(with("\x1bO", "HF"));
    keys.extend(with("\x1b[1;2", "HF"));
    keys.extend(numbered(&[3, 5, 6], ";2~"));
    keys.extend(numbered(&[3, 7], "$"));
    keys.extend(numbered(&[3, 7], "^"));
    assert_harmless(&keys);
}

#[test]
fn a_function_key_in_pieces_is_no_letter_whatever_the_pauses() {
    let mut keys = with("\x1bO", "PQRS");
    keys.extend(with("\x1b[", "PQRS"));
    keys.extend(with("\x1b[[", "ABCDE"));
    keys.extend(with("\x1b[1;2", "PQRS"));
    keys.extend(numbered(
        &[
            11, 12, 13, 14, 15, 17, 18, 19, 20, 21, 23, 24, 25, 26, 28, 29, 31, 32, 33, 34,
        ],
        "~",
    ));
    keys.extend(numbered(&[15, 24], ";2~"));
    assert_harmless(&keys);
}

#[test]
fn the_mouse_in_pieces_is_no_letter_whatever_the_pauses() {
    // Over a corner where nothing can be hit.
    let mut reports = vec!["\x1b[M !!".to_owned()];
    for (button, end) in [
        (0, 'M'),
        (0, 'm'),
        (32, 'M'),
        (64, 'M'),
        (65, 'M'),
        (35, 'M'),
    ] {
        reports.push(format!("\x1b[<{button};1;1{end}"));
    }
    assert_harmless_with(&reports, &["--mouse"]);
}

#[test]
fn whole_keys_do_what_they_say() {
    let desk = Desk::new();
    let mut pty = desk.open();
    for (keys, code) in [
        ("\x1b[B", "TP-3c"),
        ("\x1bOB", "HW-2a"),
        ("\x1b[A", "TP-3c"),
        ("\x1b[F", "HM-1a"),
        ("\x1b[1~", "TP-3b"),
        ("\x1b[4~", "HM-1a"),
        ("\x1b[H", "TP-3b"),
        ("ge", "HM-1a"),
        ("gg", "TP-3b"),
    ] {
        pty.send(keys);
        pty.wait_frame(code, |screen| is_marked(screen, code));
    }
    quit(pty);
    desk.assert_untouched("moving about");
}

#[test]
fn a_lone_escape_closes_what_is_open_and_swallows_no_key_after_it() {
    let desk = Desk::new();
    let mut pty = desk.open();
    // A letter that comes later than the hold, and one that comes with the Escape.
    for parts in [&["\x1b", "g"][..], &["\x1bg"]] {
        pty.press("?", "Keys for where you are");
        for part in parts {
            pty.send(part);
            pty.bytes_within(LONG_GAP);
        }
        pty.press("", "g ...");
        pty.press("g", "Enter open");
    }
    quit(pty);
}

#[test]
fn what_may_follow_a_key_is_said_after_a_pause_and_not_to_a_fast_typist() {
    let desk = Desk::new();
    let mut pty = desk.open();
    pty.send("ge");
    pty.wait_frame("the last", |screen| is_marked(screen, "HM-1a"));
    pty.send("gg");
    pty.wait_frame("the first", |screen| is_marked(screen, "TP-3b"));
    let raw = String::from_utf8_lossy(&pty.raw).into_owned();
    assert!(!raw.contains("First row"), "nobody paused");
    pty.press("g", "First row, or the top");
    pty.send("e");
    pty.wait_frame("the last", |screen| is_marked(screen, "HM-1a"));
    pty.wait_without("First row, or the top");
    quit(pty);
}
