//! Signals, and a line that closes without one.
//!
//! A thread of its own waits for signals, and another for the terminal to hang up; neither wakes
//! otherwise. Both only send messages: the main loop saves, gives the terminal back and ends.
//! Should it not do so in time, because it is stuck in a write to a stalled line or in a child, the
//! thread restores what it can and ends the process itself. The second thread is needed because
//! SIGHUP goes to the session's leader alone; under `sudo`, or a script that ignores it, nobody
//! tells us (<https://github.com/crossterm-rs/crossterm/issues/793>).
//!
//! May import: `signal_hook`, `rustix`, and `terminal` and `editor` beside it.

use std::io;
use std::os::fd::OwnedFd;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use rustix::event::{PollFd, PollFlags, poll};
use rustix::io::Errno;
use signal_hook::consts::{SIGCONT, SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGTSTP, SIGWINCH};
use signal_hook::iterator::Signals as Incoming;

use super::editor;
use super::terminal::{job, restore_hastily};

/// How long the main loop has to end by itself. With the restoring after it, this stays within the
/// second that is promised.
const GRACE: Duration = Duration::from_millis(800);

/// What the main loop is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SignalEvent {
    /// End now, keeping everything.
    Quit(Cause),
    /// The terminal has another size, or had for a moment:
    /// [`Terminal::repaint`](super::terminal::Terminal::repaint).
    Resized,
    /// Asked from outside to stop: [`Terminal::suspend`](super::terminal::Terminal::suspend).
    Suspend,
    /// Running again: [`Terminal::resume`](super::terminal::Terminal::resume).
    Continued,
}

/// Why the program is to end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Cause {
    /// A signal, by number.
    Signal(i32),
    /// The terminal is gone.
    LineLost,
}

impl Cause {
    /// The exit code, as a shell would report the death by that signal: 128 and its number, a lost
    /// line being SIGHUP.
    #[must_use]
    pub fn exit_code(self) -> u8 {
        let number = match self {
            Self::Signal(number) => number,
            Self::LineLost => SIGHUP,
        };
        u8::try_from(128 + number).unwrap_or(u8::MAX)
    }
}

/// Where events go; it must not block.
pub type Deliver = Box<dyn Fn(SignalEvent) + Send + Sync>;

/// Handles signals as long as the process lives. Dropping it says that the main loop has ended:
/// from then on a signal ends the process at once.
#[derive(Debug)]
pub struct Signals {
    watch: Arc<Watch>,
}

impl Signals {
    /// Starts to handle signals and to watch `terminal` (see [`super::terminal::input_fd`]).
    ///
    /// # Errors
    /// If a handler or a thread cannot be made.
    pub fn start(terminal: OwnedFd, deliver: Deliver) -> io::Result<Self> {
        let mut incoming =
            Incoming::new([SIGTERM, SIGINT, SIGHUP, SIGQUIT, SIGTSTP, SIGCONT, SIGWINCH])?;
        let watch = Arc::new(Watch {
            deliver,
            stopped_with_child: AtomicBool::new(false),
            phase: Mutex::new(Phase::Running),
            ended: Condvar::new(),
        });
        let (signals, line) = (Arc::clone(&watch), Arc::clone(&watch));
        let named = |name: &str| std::thread::Builder::new().name(name.to_owned());
        named("signals")
            .spawn(move || incoming.forever().for_each(|signal| signals.handle(signal)))?;
        named("line").spawn(move || {
            if wait_for_hang_up(&terminal) {
                line.quit(Cause::LineLost);
            }
        })?;
        Ok(Self { watch })
    }
}

impl Drop for Signals {
    fn drop(&mut self) {
        *self.watch.phase() = Phase::Ended;
        self.watch.ended.notify_all();
    }
}

/// How far the program is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Phase {
    Running,
    Quitting,
    Ended,
}

struct Watch {
    deliver: Deliver,
    /// Whether we stopped beside a child and the SIGCONT that ended this is still to be handled. The child
    /// may have ended by then, and what is typed since is ours: resuming would throw it away.
    stopped_with_child: AtomicBool,
    phase: Mutex<Phase>,
    ended: Condvar,
}

impl std::fmt::Debug for Watch {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Watch")
            .field("phase", &self.phase)
            .finish_non_exhaustive()
    }
}

impl Watch {
    fn phase(&self) -> MutexGuard<'_, Phase> {
        self.phase.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn handle(&self, signal: i32) {
        let child = job::child_has_terminal();
        match signal {
            SIGWINCH => (self.deliver)(SignalEvent::Resized),
            // A child with the terminal gets these as well, and they are meant for it. If it stops,
            // we must too, or the shell would wait for us and nobody could type.
            SIGINT | SIGQUIT if child => {}
            SIGCONT if self.stopped_with_child.swap(false, Ordering::SeqCst) || child => {}
            SIGTSTP if child => {
                if job::can_stop() {
                    self.stopped_with_child.store(true, Ordering::SeqCst);
                    let _ = signal_hook::low_level::emulate_default_handler(SIGTSTP);
                }
            }
            SIGTSTP => (self.deliver)(SignalEvent::Suspend),
            SIGCONT => (self.deliver)(SignalEvent::Continued),
            _ => self.quit(Cause::Signal(signal)),
        }
    }

    /// Asks the main loop to end, and ends the process if it does not.
    fn quit(&self, cause: Cause) {
        let mut phase = self.phase();
        match *phase {
            Phase::Quitting => return,
            // The terminal may go while the last lines are printed; only a signal means that
            // somebody waits.
            Phase::Ended if cause == Cause::LineLost => return,
            Phase::Ended => drop(phase),
            Phase::Running => {
                *phase = Phase::Quitting;
                (self.deliver)(SignalEvent::Quit(cause));
                let wait = self
                    .ended
                    .wait_timeout_while(phase, GRACE, |phase| *phase == Phase::Quitting);
                if *wait.unwrap_or_else(PoisonError::into_inner).0 == Phase::Ended {
                    return;
                }
            }
        }
        job::hang_up_child();
        editor::remove_left();
        restore_hastily();
        std::process::exit(i32::from(cause.exit_code()));
    }
}

/// Sleeps until the terminal is gone; `false` if that cannot be told. No event is asked for:
/// hang-up and error are told unasked, and so typing does not wake this thread.
fn wait_for_hang_up(terminal: &OwnedFd) -> bool {
    loop {
        let mut fds = [PollFd::new(terminal, PollFlags::empty())];
        match poll(&mut fds, None) {
            Ok(_) => {
                let told = fds[0].revents();
                if !told.is_empty() {
                    return !told.contains(PollFlags::NVAL);
                }
            }
            Err(Errno::INTR) => {}
            Err(_) => return false,
        }
    }
}
