//! A full disk loses nothing and is said; with room again the same works. A line that is closed amid
//! typing loses nothing that was done.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use super::{assert_whole, left_out, look, note, plan};
use crate::support::cli::Desk;
use crate::support::pty::Pty;

/// A file system of its own in a folder, as long as it is wanted.
struct Mounted(PathBuf);

impl Mounted {
    /// `None` where mounting is not possible.
    fn at(path: &Path) -> Option<Self> {
        let mount = Command::new("mount")
            .args(["-t", "tmpfs", "-o", "size=256k", "none"])
            .arg(path)
            .output()
            .ok()?;
        mount.status.success().then(|| Self(path.to_owned()))
    }
}

impl Drop for Mounted {
    fn drop(&mut self) {
        let _ = Command::new("umount").arg(&self.0).output();
    }
}

/// Leaves so many pages of 4096 bytes free.
fn fill(path: &Path, free: u64) {
    let _ = fs::remove_file(path);
    let room = rustix::fs::statvfs(path.parent().unwrap()).unwrap();
    let pages = (room.f_bavail * room.f_frsize / 4096).saturating_sub(free);
    fs::write(path, vec![0; usize::try_from(pages * 4096).unwrap()]).unwrap();
}

#[test]
fn a_full_disk_at_any_moment_is_said_and_loses_nothing() {
    let desk = Desk::empty();
    let Some(_mounted) = Mounted::at(&desk.folder()) else {
        return left_out("a full disk: this user cannot mount");
    };
    desk.write("plan.json", plan(20));
    let (mut before, mut refused, mut done) = (0, 0, 0);
    let filler = desk.path("filler");
    for round in 1..=3 {
        for free in 0..12 {
            let number = round * 100 + usize::try_from(free).unwrap();
            fill(&filler, free);
            let answer = desk.run(&["set", "P-1", "--note", &number.to_string()]);
            let now = note(&look(&desk).workspace, "p-1");
            match answer.code {
                0 => {
                    assert_eq!(now, number, "{answer}");
                    done += 1;
                }
                4 => {
                    assert_eq!(now, before, "{answer}");
                    assert!(answer.err.contains("No space left"), "{answer}");
                    refused += 1;
                }
                _ => panic!("{free} pages free: {answer}"),
            }
            assert_whole(&desk.path("plan.json"));
            before = now;
        }
        // With room again the same command works.
        fs::remove_file(&filler).unwrap();
        let again = (round * 100 + 99).to_string();
        let answer = desk.run(&["set", "P-1", "--note", &again]);
        assert_eq!(answer.code, 0, "{answer}");
        before = note(&look(&desk).workspace, "p-1");
        assert_eq!(before.to_string(), again);
        assert_whole(&desk.path("plan.json"));
    }
    assert!(refused > 0 && done > 0, "{refused} refused, {done} done");
}

#[test]
fn on_screen_a_change_waits_with_the_reason_until_there_is_room() {
    let desk = Desk::empty();
    let Some(_mounted) = Mounted::at(&desk.folder()) else {
        return left_out("a full disk on screen: this user cannot mount");
    };
    desk.write("plan.json", plan(3));
    let filler = desk.path("filler");
    fill(&filler, 0);
    let mut pty = open(&desk);
    pty.send("R");
    pty.wait_text("No space left");
    assert_eq!(rating(&desk), "amber");
    fs::remove_file(&filler).unwrap();
    pty.send("\x13");
    pty.wait("it is saved", |screen| {
        let text = screen.contents();
        text.contains("saved") && !text.contains("No space left")
    });
    pty.send("q");
    assert_eq!(pty.wait_exit().0, 0);
    assert_eq!(rating(&desk), "red");
    assert_whole(&desk.path("plan.json"));
}

#[test]
fn a_closed_line_in_the_middle_of_a_note_keeps_what_was_done_and_nothing_half_typed() {
    let desk = Desk::with("plan.json", plan(3));
    let mut pty = open(&desk);
    pty.send("Rnhalf a no");
    pty.wait_text("half a no");
    pty.hang_up();
    pty.wait_exit();
    assert_eq!(rating(&desk), "red");
    assert_eq!(note(&look(&desk).workspace, "p-1"), 0);
    assert_whole(&desk.path("plan.json"));
}

/// The interface on the workspace, its first frame drawn.
fn open(desk: &Desk) -> Pty {
    let environment = desk.environment();
    let environment: Vec<(&str, &str)> = environment
        .iter()
        .map(|(name, value)| (*name, value.to_str().unwrap()))
        .collect();
    let argv = [env!("CARGO_BIN_EXE_scrutineer"), "plan.json"];
    let mut pty = Pty::spawn(&argv, &desk.folder(), (100, 30), &environment);
    pty.press("", "P-1");
    pty
}

/// The rating of the first priority, as anybody reads it.
fn rating(desk: &Desk) -> String {
    let workspace = look(desk).workspace;
    let priority = workspace.priorities.get("p-1").unwrap();
    let rating = priority.updates.last().unwrap().rating.as_ref().unwrap();
    rating.text().to_owned()
}
