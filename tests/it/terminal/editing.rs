//! A long text in the user's editor: scripts stand in for one.

use std::fs;
use std::os::unix::fs::PermissionsExt as _;

use super::desk::{Desk, FIRST, quit, save};
use super::{PROMISED, SIZE};
use crate::support::pty::Pty;

/// Ctrl-s, which keeps a form.
const KEEP: &str = "\x13";
/// Says that it runs, waits for a line, and writes it behind the text.
const ASKS: &str = r#"printf READY; read line; printf '%s\n' "$line" >> "$1""#;

/// A desk whose editor is a script, with a folder for temporary files of its own.
struct Editing {
    desk: Desk,
    editor: String,
    temporary: String,
}

impl Editing {
    fn with(script: &str) -> Self {
        let desk = Desk::new();
        let path = desk.aside("an editor");
        fs::write(&path, format!("#!/bin/sh\n{script}\n")).unwrap();
        fs::set_permissions(&path, fs::Permissions::from_mode(0o755)).unwrap();
        let temporary = desk.aside("temporary");
        fs::create_dir(&temporary).unwrap();
        Self {
            editor: format!("'{}'", path.display()),
            temporary: temporary.to_str().unwrap().to_owned(),
            desk,
        }
    }

    fn variables(&self) -> [(&str, &str); 2] {
        [("EDITOR", &self.editor), ("TMPDIR", &self.temporary)]
    }

    fn open(&self) -> Pty {
        self.desk.open_with(SIZE, &self.variables())
    }

    fn assert_nothing_left(&self) {
        let left = fs::read_dir(&self.temporary).unwrap();
        let left: Vec<_> = left.map(|entry| entry.unwrap().file_name()).collect();
        assert!(left.is_empty(), "{left:?}");
    }

    fn summary(&self) -> String {
        self.desk.newest(FIRST.1, "summary").unwrap()
    }
}

#[test]
fn what_the_editor_leaves_is_kept_with_the_form_and_its_file_goes() {
    let editing = Editing::with(r#"printf 'A last word.\n' >> "$1""#);
    let mut pty = editing.open();
    pty.press("E", "Taken from the editor");
    save(&mut pty, KEEP, "changed");
    quit(pty);
    assert!(editing.summary().ends_with("\nA last word."));
    editing.assert_nothing_left();
}

#[test]
fn an_editor_that_fails_changes_nothing_whatever_it_wrote() {
    let editing = Editing::with(r#"printf 'lost' > "$1"; exit 3"#);
    let mut pty = editing.open();
    pty.press("E", "the field is as it was");
    pty.press("\x1b", "1 of 10");
    quit(pty);
    editing.desk.assert_untouched("an editor that failed");
    editing.assert_nothing_left();
}

#[test]
fn an_editor_that_is_not_there_is_named() {
    let editing = Editing::with("");
    let mut pty = editing.desk.open_with(
        SIZE,
        &[
            ("VISUAL", "/no/such/editor -f"),
            ("TMPDIR", &editing.temporary),
        ],
    );
    pty.press("E", "could not be started");
    pty.press("\x1b", "1 of 10");
    quit(pty);
    editing.desk.assert_untouched("an editor that is not there");
    editing.assert_nothing_left();
}

#[test]
fn an_editor_that_empties_the_text_loses_nothing_without_a_question() {
    let editing = Editing::with(r#": > "$1""#);
    let mut pty = editing.open();
    pty.press("E", "empty text");
    pty.press("\x1b", "lose what was typed");
    pty.press("y", "1 of 10");
    quit(pty);
    editing
        .desk
        .assert_untouched("an emptied text that was not kept");
}

#[test]
fn a_resize_while_the_editor_runs_is_painted_when_it_ends() {
    let editing = Editing::with(ASKS);
    let mut pty = editing.open();
    pty.send("E");
    pty.wait_text("READY");
    pty.resize((100, 30));
    pty.send("Wider\r");
    pty.wait_frame("the form at its new size", |screen| {
        let contents = screen.contents();
        contents.contains("Taken from the editor") && contents.contains("Wider")
    });
    save(&mut pty, KEEP, "changed");
    quit(pty);
    assert!(editing.summary().ends_with("\nWider"));
}

#[test]
fn ctrl_z_in_the_editor_stops_both_and_fg_goes_on_in_the_editor() {
    let editing = Editing::with(ASKS);
    let mut pty = editing.desk.job_with(&editing.variables());
    pty.send("E");
    pty.wait_text("READY");
    pty.send("\x1a");
    pty.wait_text("SHELL");
    pty.send("\r");
    pty.send("Later\r");
    pty.wait_text("Taken from the editor");
    save(&mut pty, KEEP, "changed");
    pty.send("q");
    pty.wait_text("ENDED 0");
    pty.wait_exit();
    assert!(editing.summary().ends_with("\nLater"));
    editing.assert_nothing_left();
}

#[test]
fn a_line_that_closes_while_the_editor_hangs_ends_both_and_leaves_no_file() {
    let editing = Editing::with("printf READY; while :; do read line; done");
    let mut pty = editing.open();
    pty.send("E");
    pty.wait_text("READY");
    pty.hang_up();
    let (_, took) = pty.wait_exit();
    assert!(took < PROMISED * 2, "{took:?}");
    editing.desk.assert_untouched("a closed line");
    editing.assert_nothing_left();
}
