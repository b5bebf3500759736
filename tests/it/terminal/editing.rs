//! A long text in the user's editor: scripts stand in for one.

use std::fs;
use std::os::unix::fs::PermissionsExt as _;

use super::desk::{Desk, FIRST, quit, save};
use super::{PROMISED, SIZE};
use crate::support::pty::Pty;

/// Ctrl-s, which keeps a form.
const KEEP: &str = "\x13";
/// Says that it runs, and when it goes on after a stop; waits for a line, and writes it behind the
/// text. A stop may end the waiting with nothing.
const ASKS: &str = r#"trap 'printf AGAIN' CONT; printf READY; until read line && [ -n "$line" ]; do :; done; printf '%s\n' "$line" >> "$1""#;

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

    /// What was kept of a text that could not be taken: the one file, in a folder of its own.
    fn kept(&self, screen: &str) -> Vec<u8> {
        let folders: Vec<_> = fs::read_dir(&self.temporary).unwrap().collect();
        assert_eq!(folders.len(), 1, "{folders:?}");
        let folder = folders[0].as_ref().unwrap().path();
        let name = folder.file_name().unwrap().to_str().unwrap().to_owned();
        assert!(screen.contains(&format!("/{name}/text.txt")), "{screen}");
        let file = folder.join("text.txt");
        for path in [&folder, &file] {
            let mode = fs::metadata(path).unwrap().permissions().mode();
            assert_eq!(mode & 0o077, 0, "nobody else reads it");
        }
        fs::read(file).unwrap()
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

/// Wide enough for a folder with a long name.
const WIDE: (u16, u16) = (200, 30);

#[test]
fn what_an_editor_wrote_that_failed_or_left_no_text_is_kept_aside_and_named() {
    let too_long = vec![b'x'; 300_000];
    for (script, said, left) in [
        (
            r#"printf 'lost?' > "$1"; exit 3"#,
            "an editor ended with 3, see",
            &b"lost?"[..],
        ),
        (
            r#"printf 'lost?' > "$1"; kill -9 $$"#,
            "an editor was killed, see",
            b"lost?",
        ),
        (
            r#"printf 'a\377b' > "$1""#,
            "is no UTF-8 text, see",
            b"a\xffb",
        ),
        (
            r#"head -c 300000 /dev/zero | tr '\0' x > "$1""#,
            "is too long, see",
            &too_long,
        ),
    ] {
        let editing = Editing::with(script);
        let mut pty = editing.desk.open_with(WIDE, &editing.variables());
        pty.press("E", "the field is as it was");
        let screen = pty.text();
        assert!(screen.contains(said), "{screen}");
        assert!(editing.kept(&screen) == left, "{script}");
        pty.press("\x1b", "1 of 10");
        quit(pty);
        editing.desk.assert_untouched(script);
    }
}

#[test]
fn an_editor_that_fails_or_takes_its_file_away_leaves_the_field_as_it_was() {
    for (script, said) in [
        ("exit 1", "an editor ended with 1;"),
        (r#": > "$1"; exit 1"#, "an editor ended with 1;"),
        (r#"rm "$1""#, "cannot be read"),
        (r#"rm -r "${1%/*}""#, "cannot be read"),
        (r#"rm "$1"; mkdir "$1""#, "cannot be read"),
    ] {
        let editing = Editing::with(script);
        let mut pty = editing.desk.open_with(WIDE, &editing.variables());
        pty.press("E", "the field is as it was");
        assert!(pty.text().contains(said), "{script}: {}", pty.text());
        pty.press("\x1b", "1 of 10");
        quit(pty);
        editing.desk.assert_untouched(script);
        editing.assert_nothing_left();
    }
}

#[test]
fn an_editor_gets_the_arguments_that_stand_behind_it() {
    let editing =
        Editing::with(r#"[ "$1" = -w ] && [ "$2" = "two words" ] && printf 'Argued.\n' >> "$3""#);
    let visual = format!("{} -w 'two words'", editing.editor);
    let mut pty = editing
        .desk
        .open_with(SIZE, &[("VISUAL", &visual), ("EDITOR", "/no/such/editor")]);
    pty.press("E", "Taken from the editor");
    save(&mut pty, KEEP, "changed");
    quit(pty);
    assert!(editing.summary().ends_with("\nArgued."));
}

#[test]
fn an_editor_that_puts_another_file_in_its_place_is_read_too() {
    let editing = Editing::with(r#"printf 'Anew.\n' > "$1.new"; mv "$1.new" "$1""#);
    let mut pty = editing.open();
    pty.press("E", "Taken from the editor");
    save(&mut pty, KEEP, "changed");
    quit(pty);
    assert_eq!(editing.summary(), "Anew.");
    editing.assert_nothing_left();
}

#[test]
fn a_terminal_that_changes_its_size_while_editor_and_program_are_stopped_is_drawn_right_behind_it()
{
    let editing = Editing::with(ASKS);
    let mut pty = editing.desk.job_with(&editing.variables());
    pty.send("E");
    pty.wait_text("READY");
    pty.send("\x1a");
    pty.wait_text("SHELL");
    pty.wait_grandchild_stopped();
    pty.resize((100, 30));
    pty.send("\r");
    pty.wait_text("AGAIN");
    pty.send("Wider\r");
    pty.wait_frame("the form at its new size", |screen| {
        let contents = screen.contents();
        contents.contains("Taken from the editor") && contents.contains("Wider")
    });
    save(&mut pty, KEEP, "changed");
    pty.send("q");
    pty.wait_text("ENDED 0");
    pty.wait_exit();
    assert!(editing.summary().ends_with("\nWider"));
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
    pty.wait_grandchild_stopped();
    pty.send("\r");
    pty.wait_text("AGAIN");
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
