//! The thread that reads the terminal.
//!
//! It sleeps in one `poll` over the terminal and a pipe of our own, without a time limit, so that
//! an idle program does not wake; only a held ESC sets a limit. All that is there is read at once
//! and handed over as one batch, so that 200 arrows that a slow line delivers together cost one
//! frame. It reads bytes itself and not through crossterm; [`split`] says why.
//!
//! The thread must not read while an editor owns the terminal
//! (<https://github.com/vinhnx/VTCode/issues/654>): [`Input::park`] returns only when it has
//! stopped.

use std::io;
use std::os::fd::{AsFd, BorrowedFd, OwnedFd};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::io::Errno;
use rustix::pipe::{PipeFlags, pipe_with};

use crate::app::input::InputEvent;
use split::Splitter;

mod sequence;
pub mod split;

/// One read. The kernel's line buffer holds 4,096 bytes.
const CHUNK: usize = 4096;

/// The most that one batch takes, so that a line that never falls silent cannot starve the screen.
const BATCH: usize = 1 << 16;

const PARK: u8 = b'p';
const RESUME: u8 = b'r';
const END: u8 = b'e';

/// Where the events go: all that were there together; `false` when nobody listens any more.
pub type Deliver = Box<dyn FnMut(Vec<InputEvent>) -> bool + Send>;

/// A handle to the reading thread. Dropping it ends the thread.
#[derive(Debug)]
pub struct Input {
    orders: OwnedFd,
    obeyed: Receiver<()>,
    thread: Option<JoinHandle<()>>,
}

impl Input {
    /// Starts to read `terminal` (see `terminal::input_fd`).
    ///
    /// # Errors
    /// If the pipe or the thread cannot be made.
    pub fn start(terminal: OwnedFd, deliver: Deliver) -> io::Result<Self> {
        let (orders_in, orders) = pipe_with(PipeFlags::CLOEXEC)?;
        let (acknowledge, obeyed) = channel();
        let reader = Reader {
            terminal,
            orders: orders_in,
            deliver,
            acknowledge,
        };
        let thread = std::thread::Builder::new()
            .name("input".to_owned())
            .spawn(move || reader.run())?;
        Ok(Self {
            orders,
            obeyed,
            thread: Some(thread),
        })
    }

    /// Stops reading and returns when nothing reads any more, so that a child or the shell gets
    /// every key. Half a sequence is forgotten.
    pub fn park(&self) {
        if self.order(PARK) {
            // Fails only if the thread has ended, and then nothing reads either.
            let _ = self.obeyed.recv();
        }
    }

    /// Throws away what has arrived and reads on. Returns when it is thrown away: what is typed to
    /// the frame that is drawn next counts.
    pub fn resume(&self) {
        if self.order(RESUME) {
            let _ = self.obeyed.recv();
        }
    }

    fn order(&self, order: u8) -> bool {
        rustix::io::retry_on_intr(|| rustix::io::write(&self.orders, &[order])).is_ok()
    }
}

impl Drop for Input {
    fn drop(&mut self) {
        if self.order(END)
            && let Some(thread) = self.thread.take()
        {
            let _ = thread.join();
        }
    }
}

struct Reader {
    terminal: OwnedFd,
    orders: OwnedFd,
    deliver: Deliver,
    acknowledge: Sender<()>,
}

impl Reader {
    /// Reads until ordered to end, until nobody listens, or until the terminal is gone (which the
    /// watchdog in `signals` reports).
    fn run(mut self) {
        let mut splitter = Splitter::new(Instant::now());
        loop {
            let limit = splitter
                .deadline()
                .map(|at| at.saturating_duration_since(Instant::now()));
            let Ok(ready) = wait(self.terminal.as_fd(), self.orders.as_fd(), limit) else {
                return;
            };
            if ready.orders {
                match self.obey() {
                    Some(()) => splitter = Splitter::new(Instant::now()),
                    None => return,
                }
                continue;
            }
            let mut events = Vec::new();
            let alive = if ready.terminal {
                self.drain(&mut splitter, &mut events)
            } else {
                true
            };
            splitter.tick(Instant::now(), &mut events);
            if (!events.is_empty() && !(self.deliver)(events)) || !alive {
                return;
            }
        }
    }

    /// Reads all that is there. `false` when the terminal is gone.
    fn drain(&self, splitter: &mut Splitter, events: &mut Vec<InputEvent>) -> bool {
        let mut buffer = [0; CHUNK];
        let mut taken = 0;
        while taken < BATCH && readable(self.terminal.as_fd()) {
            match rustix::io::read(&self.terminal, &mut buffer) {
                Ok(0) => return false,
                Ok(count) => {
                    taken += count;
                    splitter.feed(&buffer[..count], Instant::now(), events);
                }
                Err(Errno::INTR | Errno::AGAIN) => {}
                Err(_) => return false,
            }
        }
        true
    }

    /// Takes an order; after [`PARK`] it waits for the next. `None` to end.
    fn obey(&self) -> Option<()> {
        loop {
            match self.next_order()? {
                PARK => self.acknowledge.send(()).ok()?,
                RESUME => {
                    self.discard();
                    return self.acknowledge.send(()).ok();
                }
                _ => return None,
            }
        }
    }

    fn next_order(&self) -> Option<u8> {
        let mut order = [0];
        let count =
            rustix::io::retry_on_intr(|| rustix::io::read(&self.orders, &mut order)).ok()?;
        (count == 1).then_some(order[0])
    }

    /// Throws away what arrived while something else had the terminal, such as answers to an
    /// editor's questions.
    fn discard(&self) {
        let mut buffer = [0; CHUNK];
        for _ in 0..BATCH / CHUNK {
            if !readable(self.terminal.as_fd())
                || rustix::io::read(&self.terminal, &mut buffer).unwrap_or(0) == 0
            {
                return;
            }
        }
    }
}

/// What woke the thread.
struct Ready {
    terminal: bool,
    orders: bool,
}

/// Sleeps until there is something to read or the time is up.
fn wait(
    terminal: BorrowedFd<'_>,
    orders: BorrowedFd<'_>,
    limit: Option<Duration>,
) -> rustix::io::Result<Ready> {
    let mut fds = [
        PollFd::from_borrowed_fd(terminal, PollFlags::IN),
        PollFd::from_borrowed_fd(orders, PollFlags::IN),
    ];
    let limit = limit.and_then(|limit| Timespec::try_from(limit).ok());
    match poll(&mut fds, limit.as_ref()) {
        Ok(_) => Ok(Ready {
            terminal: !fds[0].revents().is_empty(),
            orders: !fds[1].revents().is_empty(),
        }),
        Err(Errno::INTR) => Ok(Ready {
            terminal: false,
            orders: false,
        }),
        Err(fault) => Err(fault),
    }
}

/// Whether a read would return at once. The terminal's descriptor stays blocking: its open file is
/// shared with the shell.
fn readable(terminal: BorrowedFd<'_>) -> bool {
    let mut fds = [PollFd::from_borrowed_fd(terminal, PollFlags::IN)];
    poll(&mut fds, Some(&Timespec::default())).is_ok_and(|count| count > 0)
}
