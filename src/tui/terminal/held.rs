//! What must be undone to give the terminal back, where every thread can reach it.

use std::io;
use std::os::fd::OwnedFd;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use crossterm::cursor::{Hide, Show};
use crossterm::event::{DisableBracketedPaste, EnableBracketedPaste};
use crossterm::queue;
use crossterm::terminal::{EndSynchronizedUpdate, EnterAlternateScreen, LeaveAlternateScreen};
use rustix::termios::{OptionalActions, Termios, tcgetattr, tcgetpgrp, tcsetattr};

use super::{TerminalError, device};

/// Presses, releases, the wheel, and movements with a button held, told in decimal numbers; presses alone
/// where a terminal knows no movements. Not crossterm's `EnableMouseCapture`: that asks for every movement,
/// and each would be a message over the line.
const MOUSE_ON: &[u8] = b"\x1b[?1000h\x1b[?1002h\x1b[?1006h";
const MOUSE_OFF: &[u8] = b"\x1b[?1006l\x1b[?1002l\x1b[?1000l";

/// How long a thread that must end the process waits for the line.
const HASTE: Duration = Duration::from_millis(100);

/// `Some` while the terminal is ours.
static HELD: Mutex<Option<Held>> = Mutex::new(None);

struct Held {
    input: OwnedFd,
    before: Termios,
}

/// Never held during a write, so that no thread can be kept from restoring.
fn held() -> MutexGuard<'static, Option<Held>> {
    HELD.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Whether the terminal is ours.
pub(super) fn is_held() -> bool {
    held().is_some()
}

/// Takes the terminal. From the background this stops the process until it is in the foreground, as
/// the kernel has it.
pub(super) fn take(mouse: bool) -> Result<(), TerminalError> {
    if is_held() {
        return Ok(());
    }
    let input = device::input_fd()?;
    let device = |fault: rustix::io::Errno| TerminalError::from(io::Error::from(fault));
    let before = tcgetattr(&input).map_err(device)?;
    let mut raw = before.clone();
    raw.make_raw();
    let target = input.try_clone().map_err(TerminalError::Device)?;
    // Noted first, so that no moment is without an undoing; and the lock is free again, since from
    // the background the next call stops the process.
    *held() = Some(Held { input, before });
    if let Err(fault) = rustix::io::retry_on_intr(|| tcsetattr(&target, OptionalActions::Now, &raw))
    {
        held().take();
        return Err(device(fault));
    }
    let mut bytes = Vec::new();
    queue!(bytes, EnterAlternateScreen, EnableBracketedPaste, Hide)
        .map_err(TerminalError::Device)?;
    if mouse {
        bytes.extend_from_slice(MOUSE_ON);
    }
    device::write(&bytes, None).map_err(TerminalError::from)
}

/// Gives the terminal back as it was: modes first, since that never blocks, then screen, paste,
/// mouse, colours and cursor. Does nothing if it is not ours. Faults are passed over: nobody is
/// left to tell.
pub fn restore() {
    give_back(None);
}

/// As [`restore`], but gives up on a line that does not take the bytes: for a thread that is about
/// to end the process.
pub fn restore_hastily() {
    give_back(Some(HASTE));
}

fn give_back(patience: Option<Duration>) {
    let Some(Held { input, before }) = held().take() else {
        return;
    };
    if !in_foreground(&input) {
        // The shell has the terminal and has set it up for itself; touching it would stop us.
        return;
    }
    let _ = rustix::io::retry_on_intr(|| tcsetattr(&input, OptionalActions::Now, &before));
    let mut bytes = Vec::new();
    let _ = queue!(bytes, EndSynchronizedUpdate);
    bytes.extend_from_slice(b"\x1b[0m");
    bytes.extend_from_slice(MOUSE_OFF);
    let _ = queue!(bytes, DisableBracketedPaste, LeaveAlternateScreen, Show);
    let _ = device::write(&bytes, patience);
}

/// Whether the terminal listens to us. Where it cannot be told, it is assumed.
fn in_foreground(input: &OwnedFd) -> bool {
    tcgetpgrp(input).map_or(true, |group| group == rustix::process::getpgrp())
}

/// Turns the mouse on or off, if the terminal is ours.
pub(super) fn set_mouse(on: bool) -> io::Result<()> {
    if !is_held() {
        return Ok(());
    }
    device::write(if on { MOUSE_ON } else { MOUSE_OFF }, None)
}

impl From<io::Error> for TerminalError {
    fn from(fault: io::Error) -> Self {
        super::super::backend::write_error(fault).into()
    }
}
