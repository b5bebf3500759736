//! Where the user was, from one run to the next: the state file beside other programs and in bad shape.

use std::fs;
use std::path::Path;

use serde_json::Value;

use super::desk::{Desk, quit};
use crate::support::pty::text;

fn state(desk: &Desk) -> Value {
    let text = fs::read_to_string(desk.aside("state").join("state.json")).unwrap();
    serde_json::from_str(&text).unwrap()
}

#[test]
fn two_sessions_that_end_at_once_both_remember_where_they_were() {
    let desk = Desk::new();
    let other = desk.file().with_file_name("other.json");
    fs::copy(desk.file(), &other).unwrap();
    let begin = |path: &Path| {
        let mut pty = desk.start_on(&[path.to_str().unwrap()], &[]);
        pty.wait_frame("a frame", |screen| text(screen).contains("Trackers"));
        pty
    };
    let (recommendations, exceptions) = (("2", "┏ Recommendations"), ("3", "┏ Exceptions"));
    for (left, right) in [(recommendations, exceptions), (exceptions, recommendations)] {
        let (mut one, mut two) = (begin(&desk.file()), begin(&other));
        one.send(format!("{}q", left.0));
        two.send(format!("{}q", right.0));
        assert_eq!((one.wait_exit().0, two.wait_exit().0), (0, 0));
        assert_eq!(state(&desk)["files"].as_object().unwrap().len(), 2);
        for (file, (_, heading)) in [(desk.file(), left), (other.clone(), right)] {
            let mut pty = begin(&file);
            pty.wait_text(heading);
            quit(pty);
        }
    }
    // Nothing is left of how it was written.
    let entries = fs::read_dir(desk.aside("state")).unwrap();
    let mut names: Vec<_> = entries.map(|entry| entry.unwrap().file_name()).collect();
    names.sort();
    assert_eq!(names, ["state.json", "state.lock"]);
}

#[test]
fn a_state_folder_that_cannot_be_written_is_no_trouble() {
    let desk = Desk::new();
    // Not even root makes a folder below a file.
    let state = desk.file().join("state");
    let mut pty = desk.open_with(
        super::SIZE,
        &[("SCRUTINEER_STATE", state.to_str().unwrap())],
    );
    pty.press("2", "Recommendations");
    assert!(!pty.text().contains("forgotten"), "{}", pty.text());
    quit(pty);
    desk.assert_untouched("leaving");
}

#[test]
fn a_state_file_that_cannot_be_read_is_said_and_written_anew() {
    let desk = Desk::new();
    fs::create_dir(desk.aside("state")).unwrap();
    let path = desk.aside("state").join("state.json");
    for broken in ["{ \"files\": 7 }", "no state at all"] {
        fs::write(&path, broken).unwrap();
        let mut pty = desk.open();
        pty.wait_text("Where you were is forgotten");
        quit(pty);
        assert_eq!(state(&desk)["files"].as_object().unwrap().len(), 1);
        let aside = fs::read_to_string(path.with_file_name("state.broken.json")).unwrap();
        assert_eq!(aside, broken);
    }
    let pty = desk.open();
    assert!(!pty.text().contains("forgotten"), "{}", pty.text());
    quit(pty);
}

#[test]
fn state_is_kept_apart_from_settings_and_may_be_deleted() {
    let desk = Desk::new();
    let mut pty = desk.open();
    pty.press("2", "Recommendations");
    quit(pty);
    fs::remove_dir_all(desk.aside("state")).unwrap();
    let pty = desk.open();
    assert!(pty.text().contains("Priorities"), "{}", pty.text());
    quit(pty);
    let entries = fs::read_dir(desk.aside("state")).unwrap();
    assert!(entries.count() > 0);
}
