//! What the keys do to the file.

use std::fs::{self, Permissions};
use std::os::unix::fs::{MetadataExt, PermissionsExt};
use std::path::PathBuf;

use super::SIZE;
use super::desk::{Desk, FIRST, SECOND, all_saved, quit, save};
use super::stream;

/// The lines that differ.
fn changes(before: &str, after: &str) -> Vec<(String, String)> {
    assert_eq!(before.lines().count(), after.lines().count());
    let lines = before.lines().zip(after.lines());
    lines
        .filter(|(before, after)| before != after)
        .map(|(before, after)| (before.trim().to_owned(), after.trim().to_owned()))
        .collect()
}

/// Whether the row with this code has this rating.
fn shows(screen: &vt100::Screen, code: &str, letter: &str) -> bool {
    let chip = format!(" {letter} ");
    screen.rows(0, SIZE.0).any(|row| {
        row.split_once(code)
            .is_some_and(|(before, _)| before.contains(&chip))
    })
}

#[test]
fn a_rating_key_changes_one_line_of_the_file_and_is_shown_after_a_restart() {
    let desk = Desk::new();
    fs::set_permissions(desk.file(), Permissions::from_mode(0o640)).unwrap();
    let before = fs::metadata(desk.file()).unwrap();
    let mut pty = desk.open();
    save(&mut pty, "R", "TP-3b rated red (was amber) in 2008/09 Q4");
    let change = [(
        "\"rating\": \"amber\",".to_owned(),
        "\"rating\": \"red\",".to_owned(),
    )];
    assert_eq!(changes(desk.text_before(), &desk.text()), change);
    assert_eq!(desk.newest(FIRST.1, "rating").as_deref(), Some("red"));
    quit(pty);
    let written = fs::read_to_string(desk.file()).unwrap();
    assert_eq!(changes(desk.text_before(), &written), change);
    let after = fs::metadata(desk.file()).unwrap();
    assert_eq!(after.mode(), before.mode());
    assert_ne!(after.ino(), before.ino(), "replaced, not written over");
    let backup = fs::read_to_string(desk.file().with_file_name("leeds.json.bak")).unwrap();
    assert!(backup == desk.text_before());

    let mut pty = desk.open();
    assert!(shows(pty.screen(), FIRST.0, "R"));
    save(&mut pty, "A", "TP-3b rated amber (was red)");
    assert!(desk.text() == desk.text_before());
    quit(pty);
}

#[test]
fn u_takes_a_rating_back_and_ctrl_r_makes_it_again() {
    let desk = Desk::new();
    let mut pty = desk.open();
    save(&mut pty, "R", "TP-3b rated red");
    let rated = desk.text();
    save(&mut pty, "u", "Undone: TP-3b rated red");
    assert!(desk.text() == desk.text_before());
    save(&mut pty, "\x12", "Made again: TP-3b rated red");
    assert!(desk.text() == rated);
    save(&mut pty, "u", "Undone: TP-3b rated red");
    quit(pty);
    assert!(desk.text() == desk.text_before());
}

#[test]
fn opened_to_be_read_only_no_key_changes_the_file_and_the_program_says_why() {
    let desk = Desk::new();
    let mut pty = desk.open_by(&["--read-only"]);
    for key in ["R", "+", "n"] {
        pty.press(key, "Read-only:");
        pty.send("j");
        pty.wait_without("Read-only:");
    }
    quit(pty);
    desk.assert_untouched("read-only");
}

#[test]
fn two_programs_on_one_file_keep_the_ratings_of_both() {
    let desk = Desk::new();
    let (mut one, mut other) = (desk.open(), desk.open());
    // Both wait for the same lock, so that neither knows of the other's change.
    let lock = desk.lock();
    one.send("R");
    one.wait_text("TP-3b rated red");
    other.send("jG");
    other.wait_text("TP-3c rated green");
    drop(lock);
    for pty in [&mut one, &mut other] {
        pty.wait_frame("both are saved", all_saved);
    }
    let ratings = || [FIRST.1, SECOND.1].map(|id| desk.newest(id, "rating").unwrap());
    assert_eq!(ratings(), ["red", "green"]);
    // And one after the other, each over what the other left. What the message line says of it gives
    // way to the news that the file is another.
    for (pty, key, wanted) in [(&mut one, "G", ["G", "G"]), (&mut other, "R", ["G", "R"])] {
        pty.send(key);
        pty.wait_frame("both ratings", |screen| {
            shows(screen, FIRST.0, wanted[0])
                && shows(screen, SECOND.0, wanted[1])
                && all_saved(screen)
        });
    }
    assert_eq!(ratings(), ["green", "red"]);
    quit(one);
    quit(other);
    assert_eq!(ratings(), ["green", "red"]);
}

#[test]
fn a_copy_goes_to_the_clipboard_of_the_terminal_and_through_tmux() {
    let text = "TP-3b Reduce the number of children in poverty";
    for (variables, through_tmux) in [(&[][..], 0), (&[("TMUX", "/tmp/tmux-0/default,1,0")], 1)] {
        let desk = Desk::new();
        let mut pty = desk.open_with(SIZE, variables);
        pty.press("y", &format!("Copied 46 characters: {text}"));
        assert_eq!(pty.count(b"\x1b]52;c;"), 1 + through_tmux);
        assert_eq!(pty.count(b"\x1bPtmux;\x1b\x1b]52;c;"), through_tmux);
        if through_tmux == 0 {
            assert_eq!(stream::copied(&pty.raw), [text]);
        }
        quit(pty);
        desk.assert_untouched("a copy");
    }
}

/// A folder with a script that stands in for a program: it keeps what it is asked and given.
struct StandIn {
    folder: String,
    asked: PathBuf,
    given: PathBuf,
}

impl StandIn {
    fn of(desk: &Desk, name: &str) -> Self {
        let bin = desk.aside("bin");
        let (asked, given) = (desk.aside("asked"), desk.aside("given"));
        fs::create_dir(&bin).unwrap();
        let script = format!(
            "#!/bin/sh\necho \"$@\" > '{}'\nwhile IFS= read -r line || [ -n \"$line\" ]; do printf %s \"$line\"; done > '{}'\n",
            asked.display(),
            given.display()
        );
        let program = bin.join(name);
        fs::write(&program, script).unwrap();
        fs::set_permissions(&program, Permissions::from_mode(0o755)).unwrap();
        Self {
            folder: bin.to_str().unwrap().to_owned(),
            asked,
            given,
        }
    }

    fn assert(&self, asked: &str, given: &str) {
        let read = |path| fs::read_to_string(path).unwrap();
        assert_eq!(read(&self.asked).trim(), asked);
        assert_eq!(read(&self.given), given);
    }
}

#[test]
fn inside_tmux_a_copy_is_given_to_tmux_which_tells_its_terminal_even_as_it_is_set_up_at_first() {
    let desk = Desk::new();
    let tmux = StandIn::of(&desk, "tmux");
    let variables = [("TMUX", "/tmp/tmux-0/default,1,0"), ("PATH", &tmux.folder)];
    let mut pty = desk.open_with(SIZE, &variables);
    pty.press("y", "Copied 46 characters");
    let text = "TP-3b Reduce the number of children in poverty";
    tmux.assert("load-buffer -w -", text);
    assert_eq!(pty.count(b"\x1bPtmux;\x1b\x1b]52;c;"), 1);
    assert_eq!(pty.count(b"\x1b]52;c;"), 1, "only within the wrapped one");
    quit(pty);
}

#[test]
fn on_a_desktop_a_copy_goes_to_its_clipboard_too_and_over_ssh_it_does_not() {
    let text = "TP-3b Reduce the number of children in poverty";
    for ssh in [false, true] {
        let desk = Desk::new();
        let program = StandIn::of(&desk, "wl-copy");
        let mut variables = vec![("WAYLAND_DISPLAY", "wayland-0"), ("PATH", &program.folder)];
        if ssh {
            variables.push(("SSH_CONNECTION", "10.0.0.1 50000 10.0.0.2 22"));
        }
        let mut pty = desk.open_with(SIZE, &variables);
        pty.press("y", "Copied 46 characters");
        if ssh {
            assert!(!program.asked.exists());
        } else {
            program.assert("", text);
        }
        assert_eq!(
            stream::copied(&pty.raw),
            [text],
            "the terminal is told as well"
        );
        quit(pty);
    }
}
