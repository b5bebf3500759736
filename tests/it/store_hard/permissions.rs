//! Shut out: a user who may not write is told so, and nothing changes.

use std::fs::{self, Permissions};
use std::os::unix::fs::{PermissionsExt as _, chown};
use std::os::unix::process::CommandExt as _;
use std::process::Command;

use super::{assert_whole, desk, left_out, look, note};
use crate::support::cli::{Answer, Desk, snapshot};

/// Somebody who is not root.
const NOBODY: u32 = 65_534;

/// A command as a user whom the system does not let do everything.
fn command(desk: &Desk, args: &[&str]) -> Command {
    let mut command = desk.command(args);
    if rustix::process::geteuid().is_root() {
        command.uid(NOBODY).gid(NOBODY);
    }
    command
}

fn run(desk: &Desk, args: &[&str]) -> Answer {
    desk.answer(command(desk, args).output().unwrap())
}

fn set_mode(desk: &Desk, name: &str, mode: u32) {
    fs::set_permissions(desk.path(name), Permissions::from_mode(mode)).unwrap();
}

/// A desk that belongs to that user, with a journal; `None` where they cannot run the program at all.
fn desk_of_nobody() -> Option<Desk> {
    let desk = desk(1);
    let folder = desk.folder();
    if rustix::process::geteuid().is_root() {
        let around = folder.parent().unwrap();
        for path in [around, &folder, &desk.path("plan.json")] {
            chown(path, Some(NOBODY), Some(NOBODY)).unwrap();
        }
    }
    let can_run = command(&desk, &["--version"]).output();
    if !can_run.is_ok_and(|output| output.status.success()) {
        left_out("permissions: another user cannot run the program from here");
        return None;
    }
    assert_eq!(run(&desk, &["set", "P-1", "--note", "1"]).code, 0);
    Some(desk)
}

#[test]
fn who_may_not_write_is_told_so_and_nothing_changes() {
    let Some(desk) = desk_of_nobody() else {
        return;
    };
    let cases = [
        ("plan.json", 0o444, 0o600),
        (".", 0o555, 0o700),
        ("plan.journal.jsonl", 0o444, 0o600),
        ("plan.lock", 0o000, 0o600),
    ];
    for (number, (name, mode, usual)) in (2..).zip(cases) {
        set_mode(&desk, name, mode);
        let before = snapshot(&desk.folder());
        let answer = run(&desk, &["set", "P-1", "--note", &number.to_string()]);
        let shown = run(&desk, &["show", "P-1"]);
        let after = snapshot(&desk.folder());
        set_mode(&desk, name, usual);
        if name == "." && answer.code == 0 {
            // The journal is there to be appended to; only the file itself waits.
            assert_eq!(note(&look(&desk).workspace, "p-1"), number, "{answer}");
        } else {
            assert_eq!(answer.code, 4, "{name}: {answer}");
            assert!(before == after, "{name} {mode:o}");
        }
        assert_eq!(shown.code, 0, "{name}: {shown}");
        // With leave to write the same works.
        let again = (number * 10).to_string();
        let answer = run(&desk, &["set", "P-1", "--note", &again]);
        assert_eq!(answer.code, 0, "{name}: {answer}");
        assert_eq!(note(&look(&desk).workspace, "p-1").to_string(), again);
        assert_whole(&desk.path("plan.json"));
    }
}

#[test]
fn a_journal_that_may_not_be_read_keeps_everybody_from_writing() {
    let Some(desk) = desk_of_nobody() else {
        return;
    };
    set_mode(&desk, "plan.journal.jsonl", 0o000);
    let answer = run(&desk, &["set", "P-1", "--note", "2"]);
    assert!(matches!(answer.code, 3 | 4), "{answer}");
    assert!(answer.err.contains("ermission denied"), "{answer}");
    set_mode(&desk, "plan.journal.jsonl", 0o600);
    assert_eq!(note(&look(&desk).workspace, "p-1"), 1);
    assert_eq!(run(&desk, &["set", "P-1", "--note", "2"]).code, 0);
    assert_whole(&desk.path("plan.json"));
}
