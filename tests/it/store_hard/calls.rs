//! The system refuses or the program dies at every single call in turn: with strace, where it is.

use std::fs;
use std::path::PathBuf;
use std::process::Command;

use super::{assert_whole, desk, left_out, look, note};
use crate::support::cli::{Answer, Desk};
use crate::support::pty::Pty;

/// The calls that change what is on a disk.
const WRITES: &str = "write,pwrite64";
const SYNCS: &str = "fsync,fdatasync";
const NAMES: &str = "rename,renameat,renameat2,link,linkat,unlink,unlinkat";
const OPENS: &str = "openat";
const CUTS: &str = "ftruncate,fchmod,fchown";

/// No run makes more calls of a sort on the workspace's files.
const MOST: usize = 80;

/// The command under strace, which does something at the n-th of these calls.
fn run(desk: &Desk, calls: &str, what: &str, nth: usize, number: usize) -> (Answer, bool) {
    let log: PathBuf = desk.folder().parent().unwrap().join("strace.log");
    let plain = desk.command(&["set", "P-1", "--note", &number.to_string()]);
    let mut command = Command::new("strace");
    command
        .args(["-f", "-qq", "-o"])
        .arg(&log)
        .args(["-e", &format!("trace={calls}")])
        .args(["-e", &format!("inject={calls}:{what}:when={nth}")]);
    // Only calls on what lies in the folder: its paths are known beforehand, but for the random names.
    command.arg(plain.get_program()).args(plain.get_args());
    command.current_dir(desk.folder()).env_clear();
    command.envs(desk.environment());
    command.env("PATH", std::env::var_os("PATH").unwrap_or_default());
    command.env("SCRUTINEER_JOURNAL_BYTES", "2000");
    let output = command.output().unwrap();
    let log = std::fs::read_to_string(log).unwrap_or_default();
    let hit = log.contains("(INJECTED)") || log.contains("SIGKILL");
    let answer = Answer {
        code: output.status.code().unwrap_or(137),
        out: String::from_utf8_lossy(&output.stdout).into_owned(),
        err: String::from_utf8_lossy(&output.stderr).into_owned(),
    };
    (answer, hit)
}

fn has_strace() -> bool {
    let works = Command::new("strace")
        .args(["-o", "/dev/null", "true"])
        .output();
    works.is_ok_and(|output| output.status.success())
}

/// Goes through the calls of one sort until a run is not hit any more.
fn each_call(calls: &str, what: &str) {
    if !has_strace() {
        return left_out("faults at every call: there is no strace, or it may not trace");
    }
    let desk = desk(1);
    let mut before = 0;
    for nth in 1.. {
        assert!(nth < MOST, "{calls} does not end");
        let number = nth * 10;
        let (answer, hit) = run(&desk, calls, what, nth, number);
        let now = note(&look(&desk).workspace, "p-1");
        let at = format!("{what} at call {nth} of {calls}: {answer}");
        match answer.code {
            0 => assert_eq!(now, number, "{at}"),
            // Nobody was told anything: either is right, but nothing else.
            137 => assert!(now == number || now == before, "{at}"),
            // It got no further than its own libraries, or than seeing what lies in the folder.
            2 | 127 => assert_eq!(now, before, "{at}"),
            3 | 4 if answer.err.contains("output could not be written") => {
                assert_eq!(now, number, "{at}");
            }
            3 | 4 => {
                assert_eq!(now, before, "{at}");
                assert!(answer.err.starts_with("scrutineer: "), "{at}");
            }
            _ => panic!("{at}"),
        }
        // Whatever it was, the next one works and the chain holds.
        let again = desk.run(&["set", "P-1", "--note", &(number + 1).to_string()]);
        assert_eq!(again.code, 0, "after {at}\n{again}");
        before = note(&look(&desk).workspace, "p-1");
        assert_eq!(before, number + 1);
        assert_whole(&desk.path("plan.json"));
        if !hit {
            assert!(nth > 2, "{calls} were never hit");
            return;
        }
    }
}

#[test]
fn a_failed_sync_at_every_place_loses_nothing() {
    each_call(SYNCS, "error=EIO");
}

#[test]
fn a_failed_write_at_every_place_loses_nothing() {
    each_call(WRITES, "error=ENOSPC");
}

#[test]
fn a_failed_rename_link_or_removal_at_every_place_loses_nothing() {
    each_call(NAMES, "error=EIO");
}

#[test]
fn a_kill_before_every_write_sync_and_rename_loses_nothing() {
    for calls in [SYNCS, WRITES, NAMES, CUTS] {
        each_call(calls, "signal=SIGKILL");
    }
}

#[test]
fn a_file_that_cannot_be_opened_at_every_place_loses_nothing() {
    each_call(OPENS, "error=EMFILE");
}

#[test]
fn without_file_notification_anothers_change_shows_all_the_same() {
    if !has_strace() {
        return left_out("no file notification: there is no strace, or it may not trace");
    }
    let desk = desk(1);
    let path = std::env::var("PATH").unwrap_or_default();
    let environment = desk.environment();
    let mut environment: Vec<(&str, &str)> = environment
        .iter()
        .map(|(name, value)| (*name, value.to_str().unwrap()))
        .collect();
    environment.push(("PATH", &path));
    let log = desk.folder().parent().unwrap().join("strace.log");
    let argv = [
        "strace",
        "-f",
        "-qq",
        "-o",
        log.to_str().unwrap(),
        "-e",
        "trace=inotify_init1",
        "-e",
        "inject=inotify_init1:error=EMFILE",
        env!("CARGO_BIN_EXE_scrutineer"),
        "plan.json",
    ];
    let mut pty = Pty::spawn(&argv, &desk.folder(), (100, 30), &environment);
    pty.press("", "P-1");
    assert_eq!(desk.run(&["set", "P-1", "--note", "7"]).code, 0);
    pty.wait_text("note: 7");
    pty.send("q");
    assert_eq!(pty.wait_exit().0, 0);
    assert!(fs::read_to_string(log).unwrap().contains("INJECTED"));
}
