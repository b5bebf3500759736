//! The process behind the terminal, as the system sees it. What is counted is read from `/proc`, as
//! Linux has it.

use std::fs;
use std::time::Instant;

use rustix::process::{Pid, Signal, kill_process};

use super::{PATIENCE, Pty};

impl Pty {
    /// Sends the program a signal.
    pub fn signal(&self, signal: Signal) {
        kill_process(self.pid, signal).expect("the process is there");
    }

    /// The only child of the program, where that is a shell.
    pub fn child(&self) -> Pid {
        let children = fs::read_to_string(format!("/proc/{0}/task/{0}/children", self.pid))
            .expect("its children");
        let child = children.trim().parse().ok().and_then(Pid::from_raw);
        child.expect("one child")
    }

    /// Waits until what a child of the program runs has stopped. Nothing on the screen says so, and as
    /// long as it only shall stop it may still take what is typed.
    pub fn wait_grandchild_stopped(&self) {
        let tasks = fs::read_dir(format!("/proc/{}/task", self.child())).expect("its threads");
        let children = tasks.map(|task| {
            let path = task.expect("a thread").path().join("children");
            fs::read_to_string(path).expect("its children")
        });
        let status = format!("/proc/{}/status", children.collect::<String>().trim());
        let end = Instant::now() + PATIENCE;
        let stopped = || fs::read_to_string(&status).is_ok_and(|it| it.contains("\nState:\tT"));
        while !stopped() {
            assert!(Instant::now() < end, "{status} says of no stop");
            std::thread::yield_now();
        }
    }

    /// How often the program's threads went to sleep so far: unchanged while nothing wakes.
    pub fn wake_ups(&self) -> u64 {
        let tasks = fs::read_dir(format!("/proc/{}/task", self.pid)).expect("its threads");
        tasks
            .map(|task| {
                let status = task.expect("a thread").path().join("status");
                let status = fs::read_to_string(status).expect("its status");
                number_after(&status, "\nvoluntary_ctxt_switches:")
            })
            .sum()
    }

    /// How often the program asked the system to write, to anything, so far.
    pub fn writes(&self) -> u64 {
        let counts = fs::read_to_string(format!("/proc/{}/io", self.pid)).expect("its counts");
        number_after(&counts, "\nsyscw:")
    }
}

/// The number behind a label of a `/proc` file.
fn number_after(text: &str, label: &str) -> u64 {
    let (_, rest) = text.split_once(label).expect("the label");
    let number = rest.trim_start().split('\n').next().map(str::parse);
    number.and_then(Result::ok).expect("a number")
}
