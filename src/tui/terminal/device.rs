//! The terminal as a device: two descriptors and a size.
//!
//! Writes go straight to the descriptor, not through [`std::io::stdout`]: its lock may be held by a
//! thread that is stuck in a write, and the threads that restore must never wait for it.

use std::io;
use std::os::fd::OwnedFd;
use std::time::{Duration, Instant};

use ratatui::layout::Size;
use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::io::Errno;
use rustix::stdio::{stdin, stdout};
use rustix::termios::{isatty, tcgetwinsize};

use super::TerminalError;
use super::held;

/// Taken where the terminal does not say its size (some serial lines say 0×0).
const USUAL: Size = Size {
    width: 80,
    height: 24,
};

/// Where frames are written. Nothing is written while the terminal is not ours, so that a frame in
/// the making when another thread gives the terminal back does not land in the shell.
#[derive(Debug)]
pub(super) struct Device;

impl io::Write for Device {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if held::is_held() {
            Ok(rustix::io::retry_on_intr(|| {
                rustix::io::write(stdout(), bytes)
            })?)
        } else {
            Ok(bytes.len())
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// Whether both ends are a terminal.
pub(super) fn is_terminal() -> bool {
    isatty(stdout()) && input_fd().is_ok()
}

/// A descriptor of our own for what is typed: standard input, or the controlling terminal where
/// that is redirected.
///
/// # Errors
/// [`TerminalError::NotATerminal`] if there is no terminal.
pub fn input_fd() -> Result<OwnedFd, TerminalError> {
    if isatty(stdin()) {
        return rustix::io::fcntl_dupfd_cloexec(stdin(), 3)
            .map_err(|fault| TerminalError::Device(fault.into()));
    }
    let tty = std::fs::File::options()
        .read(true)
        .write(true)
        .open("/dev/tty");
    tty.map(OwnedFd::from).or(Err(TerminalError::NotATerminal))
}

/// The terminal's size, without asking the terminal (crossterm falls back to running `tput`).
///
/// # Errors
/// If the terminal is gone.
pub(super) fn size() -> io::Result<Size> {
    let size = tcgetwinsize(stdout())?;
    let or = |value, usual| if value == 0 { usual } else { value };
    Ok(Size {
        width: or(size.ws_col, USUAL.width),
        height: or(size.ws_row, USUAL.height),
    })
}

/// Writes all, waiting for the line no longer than `patience` altogether (`None` waits for ever).
pub(super) fn write(mut bytes: &[u8], patience: Option<Duration>) -> io::Result<()> {
    let end = patience.map(|patience| Instant::now() + patience);
    while !bytes.is_empty() {
        if let Some(end) = end {
            wait_writable(end)?;
        }
        match rustix::io::write(stdout(), bytes) {
            Ok(count) => bytes = &bytes[count..],
            Err(Errno::INTR | Errno::AGAIN) => {}
            Err(fault) => return Err(fault.into()),
        }
    }
    Ok(())
}

/// Waits until a write would not block. A line that is stalled and not closed (Ctrl-S, a lost
/// network) is full for ever.
fn wait_writable(end: Instant) -> io::Result<()> {
    let left = end.saturating_duration_since(Instant::now());
    let limit = Timespec::try_from(left).unwrap_or_default();
    let output = stdout();
    let mut fds = [PollFd::new(&output, PollFlags::OUT)];
    match poll(&mut fds, Some(&limit)) {
        Ok(0) => Err(io::ErrorKind::TimedOut.into()),
        Ok(_) | Err(Errno::INTR) => Ok(()),
        Err(fault) => Err(fault.into()),
    }
}
