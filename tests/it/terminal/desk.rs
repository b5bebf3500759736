//! A folder with a workspace and a home of its own, and the program at work in it.

#![expect(clippy::unwrap_used, reason = "support for tests fails as tests do")]

use std::fs::{self, File};
use std::path::PathBuf;

use serde_json::Value;
use tempfile::TempDir;

use super::SIZE;
use crate::support::found::found;
use crate::support::pty::{Pty, text};

/// The program.
const PROGRAM: &str = env!("CARGO_BIN_EXE_scrutineer");
/// The workspace that comes with it.
const SAMPLE: &str = include_str!("../../../tests/data/trackers-2008-q4.json");
/// The workspace file, and its lock.
const FILE: &str = "leeds.json";
const LOCK: &str = "leeds.lock";

/// The priority that is selected first, by code and id, and the one below it.
pub(super) const FIRST: (&str, &str) = ("TP-3b", "child-poverty");
pub(super) const SECOND: (&str, &str) = ("TP-3c", "extended-services");

/// A shell with job control that starts the program, says when the job stops, and continues it at a
/// line typed.
const SHELL: &str = r#"set -m; "$0" "$1"; code=$?; while [ $code -gt 128 ]; do echo "SHELL $code"; read line; fg; code=$?; done; echo "ENDED $code""#;

/// A folder of its own, gone when dropped.
pub(super) struct Desk {
    folder: TempDir,
    text: String,
}

impl Desk {
    /// A desk with the sample on it.
    pub(super) fn new() -> Self {
        Self::with(SAMPLE)
    }

    /// A desk with the sample on it, changed.
    pub(super) fn changed(change: impl FnOnce(&mut Value)) -> Self {
        let mut sample = serde_json::from_str(SAMPLE).unwrap();
        change(&mut sample);
        Self::with(&serde_json::to_string_pretty(&sample).unwrap())
    }

    fn with(text: &str) -> Self {
        let desk = Self {
            folder: tempfile::tempdir().unwrap(),
            text: text.to_owned(),
        };
        fs::create_dir(desk.folder.path().join("desk")).unwrap();
        fs::write(desk.file(), text).unwrap();
        desk
    }

    /// The workspace file.
    pub(super) fn file(&self) -> PathBuf {
        self.folder.path().join("desk").join(FILE)
    }

    /// A file that is in nobody's way.
    pub(super) fn aside(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// The program on the workspace, its first frame drawn.
    pub(super) fn open(&self) -> Pty {
        self.open_with(SIZE, &[])
    }

    /// The same at a size (columns, rows) and with more variables.
    pub(super) fn open_with(&self, size: (u16, u16), more: &[(&str, &str)]) -> Pty {
        self.start(&[], size, more)
    }

    /// The same with options.
    pub(super) fn open_by(&self, options: &[&str]) -> Pty {
        self.start(options, SIZE, &[])
    }

    fn start(&self, options: &[&str], size: (u16, u16), more: &[(&str, &str)]) -> Pty {
        let file = self.file();
        let argv = [&[PROGRAM, file.to_str().unwrap()], options].concat();
        let mut pty = self.spawn(&argv, size, more);
        pty.press("", FIRST.0);
        pty
    }

    /// The program with these arguments and variables, whatever it shows first.
    pub(super) fn start_on(&self, args: &[&str], more: &[(&str, &str)]) -> Pty {
        self.spawn(&[&[PROGRAM], args].concat(), SIZE, more)
    }

    /// The program as the job of a shell.
    pub(super) fn job(&self) -> Pty {
        self.job_with(&[])
    }

    /// The same with more variables.
    pub(super) fn job_with(&self, more: &[(&str, &str)]) -> Pty {
        self.script_with(SHELL, "", more)
    }

    /// The same for a script in which the program is a command and draws no screen.
    pub(super) fn commands(&self, script: &str, argument: &str) -> Pty {
        let file = self.file();
        let argv = [
            "/bin/sh",
            "-c",
            script,
            PROGRAM,
            file.to_str().unwrap(),
            argument,
        ];
        self.spawn(&argv, SIZE, &[])
    }

    /// The program out of a shell script, which gets it as `$0`, the workspace as `$1` and another
    /// argument as `$2`.
    pub(super) fn script(&self, script: &str, argument: &str) -> Pty {
        self.script_with(script, argument, &[])
    }

    fn script_with(&self, script: &str, argument: &str, more: &[(&str, &str)]) -> Pty {
        let file = self.file();
        let argv = ["/bin/sh", "-c", script, PROGRAM, file.to_str().unwrap()];
        let mut pty = self.spawn(&[&argv[..], &[argument]].concat(), SIZE, more);
        pty.press("", FIRST.0);
        pty
    }

    fn spawn(&self, argv: &[&str], size: (u16, u16), more: &[(&str, &str)]) -> Pty {
        let home = self.folder.path().to_str().unwrap();
        let state = self.aside("state");
        let mut environment = vec![
            ("TERM", "xterm-256color"),
            ("HOME", home),
            ("XDG_CONFIG_HOME", home),
            ("XDG_DATA_HOME", home),
            ("XDG_STATE_HOME", home),
            ("XDG_CACHE_HOME", home),
            ("XDG_RUNTIME_DIR", home),
            ("SCRUTINEER_STATE", state.to_str().unwrap()),
        ];
        environment.extend_from_slice(more);
        Pty::spawn(argv, self.file().parent().unwrap(), size, &environment)
    }

    /// Takes the workspace's lock, as another program that saves does, until it is dropped.
    pub(super) fn lock(&self) -> File {
        let lock = File::create(self.file().with_file_name(LOCK)).unwrap();
        lock.lock().unwrap();
        lock
    }

    /// The workspace as somebody finds it who opens it now.
    pub(super) fn text(&self) -> String {
        found(&self.file())
    }

    /// What the file held before any program ran.
    pub(super) fn text_before(&self) -> &str {
        &self.text
    }

    /// A field of the newest update of a priority, as the file has it.
    pub(super) fn newest(&self, priority: &str, field: &str) -> Option<String> {
        let workspace: Value = serde_json::from_str(&self.text()).unwrap();
        let priorities = workspace["priorities"].as_array().unwrap();
        let found = priorities.iter().find(|found| found["id"] == priority);
        let newest = found.unwrap()["updates"]
            .as_array()
            .unwrap()
            .last()
            .unwrap();
        newest[field].as_str().map(str::to_owned)
    }

    /// Asserts that nothing was written: the file is as it was, and no companion lies beside it, as
    /// one does after any change, even one that was taken back.
    pub(super) fn assert_untouched(&self, after: &str) {
        let entries = fs::read_dir(self.file().parent().unwrap()).unwrap();
        let names: Vec<_> = entries.map(|entry| entry.unwrap().file_name()).collect();
        assert_eq!(names, [FILE], "{after}");
        assert!(self.text() == self.text, "the file changed: {after}");
    }
}

/// Whether the title bar says that all is saved.
pub(super) fn all_saved(screen: &vt100::Screen) -> bool {
    screen
        .rows(0, u16::MAX)
        .next()
        .is_some_and(|title| title.trim_end().ends_with(" saved"))
}

/// Whether the row with this code has the mark of the selection.
pub(super) fn is_marked(screen: &vt100::Screen, code: &str) -> bool {
    let rows = screen.rows(0, u16::MAX);
    rows.filter(|row| row.contains(code))
        .any(|row| row.contains("> ") || row.contains(">^"))
}

/// Types, and waits until a message is shown and everything is saved.
pub(super) fn save(pty: &mut Pty, keys: &str, message: &str) {
    pty.press(keys, message);
    pty.wait_frame("all is saved", |screen| {
        text(screen).contains(message) && all_saved(screen)
    });
}

/// Leaves by the key, and asserts that it went well.
pub(super) fn quit(mut pty: Pty) {
    pty.send("q");
    assert_eq!(pty.wait_exit().0, 0);
    pty.assert_given_back();
}
