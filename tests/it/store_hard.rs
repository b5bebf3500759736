//! The store's promises, held against the real program by force: it is killed, starved of disk, given
//! errors by the system, shut out, and run many times at once.
//!
//! Each test has a long form, which CI does not wait for: `SCRUTINEER_LONG=1 cargo test store_hard`. What
//! a machine cannot do (mounting, strace, another user) is said on standard error and left out.

mod calls;
mod flips;
mod full_disk;
mod kills;
mod permissions;
mod writers;

use std::fmt::Write as _;
use std::path::Path;

use scrutineer::domain::entry::{Entry, What};
use scrutineer::domain::workspace::Workspace;
use scrutineer::store::{OpenOptions, Opened, Store, verify};

use crate::support::cli::Desk;

/// Whether the long form is asked for.
fn is_long() -> bool {
    std::env::var_os("SCRUTINEER_LONG").is_some()
}

/// The short form's number, or the long form's.
fn times(short: usize, long: usize) -> usize {
    if is_long() { long } else { short }
}

/// Says something on standard error, past what the test harness keeps back.
fn say(what: &str) {
    use std::io::Write as _;
    let _ = writeln!(std::io::stderr(), "store_hard: {what}");
}

/// Says that a test was left out, and why.
fn left_out(why: &str) {
    say(&format!("left out: {why}"));
}

/// A folder with a workspace of so many rated priorities `P-1`, `P-2`, … in it.
fn desk(priorities: usize) -> Desk {
    Desk::with("plan.json", plan(priorities))
}

fn plan(priorities: usize) -> String {
    let mut text = String::from(
        "{\n  \"format\": \"scrutineer/1\",\n  \"title\": \"Plan\",\n  \"current_period\": \"2010/11 Q2\",\n  \"priorities\": [",
    );
    for number in 1..=priorities {
        let comma = if number > 1 { "," } else { "" };
        write!(
            text,
            "{comma}\n    {{\n      \"id\": \"p-{number}\",\n      \"code\": \"P-{number}\",\n      \"title\": \"Priority\",\n      \"updates\": [\n        {{\n          \"period\": \"2010/11 Q2\",\n          \"rating\": \"amber\",\n          \"rating_note\": \"0\"\n        }}\n      ]\n    }}"
        )
        .unwrap();
    }
    text.push_str("\n  ]\n}\n");
    text
}

/// Opens the workspace to look at it; nothing is written.
fn look(desk: &Desk) -> Opened {
    let options = OpenOptions {
        read_only: true,
        ..OpenOptions::default()
    };
    Store::open_with(&desk.path("plan.json"), options).unwrap()
}

/// The note on a priority, as a number.
fn note(workspace: &Workspace, priority: &str) -> usize {
    let priority = workspace.priorities.get(priority).unwrap();
    priority
        .updates
        .last()
        .unwrap()
        .rating_note
        .parse()
        .unwrap()
}

/// The steps in the journal, oldest first.
fn steps(desk: &Desk) -> Vec<std::sync::Arc<Entry>> {
    let history = look(desk).store.history().unwrap();
    let entries = history.map(|entry| entry.unwrap());
    let mut steps: Vec<_> = entries.filter(|entry| entry.what == What::Step).collect();
    steps.reverse();
    steps
}

/// The chain holds, and the file is one that it knows.
fn assert_whole(path: &Path) {
    let verified = verify(path).unwrap();
    assert_eq!(verified.first_bad, None);
    assert!(verified.file_is_known);
}
