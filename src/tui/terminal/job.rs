//! Process groups: stopping ours for Ctrl-Z, and lending the terminal to a child.

use std::io;
use std::process::{Command, ExitStatus, Stdio};
use std::sync::atomic::{AtomicI32, Ordering};

use nix::unistd;
use rustix::process::{Pid, Signal, getpgrp, kill_process, kill_process_group};
use rustix::stdio::stdin;
use rustix::termios::isatty;

/// The child that has the terminal, or [`NOBODY`] or [`STARTING`].
static CHILD: AtomicI32 = AtomicI32::new(NOBODY);
const NOBODY: i32 = 0;
const STARTING: i32 = -1;

/// Whether a child has the terminal: what is typed, Ctrl-C too, is then meant for it.
pub(in crate::tui) fn child_has_terminal() -> bool {
    CHILD.load(Ordering::SeqCst) != NOBODY
}

/// Tells the child that its line is closed. For a process that must end at once: an editor left
/// behind would fight the shell for the terminal.
pub(in crate::tui) fn hang_up_child() {
    if let Some(child) = Pid::from_raw(CHILD.load(Ordering::SeqCst).max(NOBODY)) {
        let _ = kill_process(child, Signal::HUP);
    }
}

/// Runs a child with the terminal, to its end.
pub(super) fn run(command: &mut Command) -> io::Result<ExitStatus> {
    if !isatty(stdin()) {
        command.stdin(Stdio::from(std::fs::File::open("/dev/tty")?));
    }
    CHILD.store(STARTING, Ordering::SeqCst);
    let ended = command.spawn().and_then(|mut child| {
        CHILD.store(
            i32::try_from(child.id()).unwrap_or(STARTING),
            Ordering::SeqCst,
        );
        child.wait()
    });
    CHILD.store(NOBODY, Ordering::SeqCst);
    ended
}

/// Whether a shell is there that would continue us.
///
/// The kernel does not let Ctrl-Z stop a group without one (`ssh -t host scrutineer`, a terminal
/// started with us as its program), but it cannot look after SIGSTOP, which we must use since
/// SIGTSTP is caught: stopped so, nobody could go on. A shell with job control puts us in a group
/// of our own, and it or something else of our session is our parent.
///
/// The kernel gives 0 for a session or group whose leader lives outside our process namespace (a
/// container, a sandbox): that is nobody of ours. `rustix` takes it for a broken promise and panics
/// (its change 1443 asserts that no such number is 0), so these questions go to `nix`.
pub(in crate::tui) fn can_stop() -> bool {
    let Ok(session) = unistd::getsid(None) else {
        return false;
    };
    let parent_is_near = unistd::getsid(Some(unistd::getppid())).is_ok_and(|it| it == session);
    session.as_raw() != 0 && parent_is_near && unistd::getpgrp() != session
}

/// Stops us and whatever runs beside us in the same job, such as a script that started us.
pub(in crate::tui) fn stop_group() -> io::Result<()> {
    Ok(kill_process_group(getpgrp(), Signal::STOP)?)
}
