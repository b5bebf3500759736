//! Taking the terminal over and giving it back: the only code that knows of raw mode.
//!
//! The rule is that the user's terminal comes back as it was, whatever happens: on quit, on a panic
//! (with `panic = "abort"` too, since the hook does it), on a signal, around an editor, on Ctrl-Z.
//! So what must be undone is kept in one place that every thread can reach, and [`restore`] may be
//! called at any time, from anywhere, any number of times.
//!
//! Order at the start: [`install_panic_hook`], [`super::signals::Signals::start`],
//! [`Terminal::take`], [`super::input::Input::start`]. Nothing is asked of the terminal: an answer
//! that comes late on a slow line would turn into keys
//! (<https://github.com/jesseduffield/lazygit/issues/5268>).
//!
//! May import: `ratatui`, `crossterm` (its names for the modes), `rustix`, and `backend`, `colour`,
//! `input` beside it.

use std::io;
use std::process::{Command, ExitStatus};
use std::sync::Once;

use ratatui::Frame;

use super::backend::{BackendError, TerseBackend, mend_wide};
use super::colour::ColourLevel;
use super::input::Input;
use device::Device;
pub use device::input_fd;
pub use held::{restore, restore_hastily};

pub mod clipboard;
mod device;
mod held;
pub(super) mod job;

/// How the terminal is taken over.
#[derive(Debug, Clone, Copy)]
pub struct Options {
    /// The colours to use; see [`super::colour::detect`].
    pub colours: ColourLevel,
    /// Whether clicks and the wheel are wanted. Off by default: the terminal's own selection then
    /// works.
    pub mouse: bool,
}

/// Why the terminal cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum TerminalError {
    /// Input or output is no terminal.
    #[error("this needs a terminal; the commands work without one (see --help)")]
    NotATerminal,
    /// The line is closed. The program should end; nothing can be shown.
    #[error("the terminal is gone")]
    LineLost,
    /// Another thread gave the terminal back, because it panicked. The program should end.
    #[error("the terminal was given back while the program was running")]
    GivenBack,
    /// The terminal refused something.
    #[error("the terminal could not be used")]
    Device(#[source] io::Error),
    /// A frame was not shown.
    #[error(transparent)]
    Frame(BackendError),
    /// The program to run in the terminal could not be started.
    #[error("“{program}” could not be started")]
    Child {
        /// What was to run.
        program: String,
        /// Why it did not.
        #[source]
        source: io::Error,
    },
    /// Too much text for the clipboard's sequence.
    #[error(transparent)]
    Copy(#[from] clipboard::TooLong),
}

impl From<BackendError> for TerminalError {
    fn from(fault: BackendError) -> Self {
        match fault {
            BackendError::LineLost(_) => Self::LineLost,
            other => Self::Frame(other),
        }
    }
}

/// What Ctrl-Z came to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Suspension {
    /// The process was stopped. It goes on with `SignalEvent::Continued`, and then
    /// [`Terminal::resume`] is due.
    Stopped,
    /// Nobody is there who could continue it (no shell with job control), so nothing was done.
    NoShell,
}

/// The terminal while it is ours. Dropping it gives the terminal back.
#[derive(Debug)]
pub struct Terminal {
    inner: ratatui::Terminal<TerseBackend<Device>>,
    mouse: bool,
    /// Given back on purpose, until resumed.
    suspended: bool,
}

impl Terminal {
    /// Takes the terminal over: raw mode, alternate screen, bracketed paste, no cursor, the mouse
    /// if wanted.
    ///
    /// # Errors
    /// [`TerminalError::NotATerminal`] if there is none, else what the terminal refused.
    pub fn take(options: Options) -> Result<Self, TerminalError> {
        if !device::is_terminal() {
            return Err(TerminalError::NotATerminal);
        }
        let backend = TerseBackend::new(Device, options.colours, device::size);
        let inner = ratatui::Terminal::new(backend)?;
        held::take(options.mouse)?;
        Ok(Self {
            inner,
            mouse: options.mouse,
            suspended: false,
        })
    }

    /// Draws one frame, and hands back what `render` returned (the regions drawn). While suspended
    /// nothing is drawn: `None`.
    ///
    /// # Errors
    /// [`TerminalError::LineLost`] or [`TerminalError::GivenBack`] when the program should end;
    /// else the frame is repainted whole the next time.
    pub fn draw<R>(
        &mut self,
        render: impl FnOnce(&mut Frame<'_>) -> R,
    ) -> Result<Option<R>, TerminalError> {
        if self.suspended {
            return Ok(None);
        }
        if !held::is_held() {
            return Err(TerminalError::GivenBack);
        }
        let mut made = None;
        self.inner.draw(|frame| {
            made = Some(render(frame));
            mend_wide(frame.buffer_mut());
        })?;
        Ok(made)
    }

    /// Clears the screen with the next frame and paints everything: for Ctrl-L, and after a resize,
    /// since a terminal that shrank and grew again has lost cells though its size is the same.
    ///
    /// # Errors
    /// If the terminal's size is not known.
    pub fn repaint(&mut self) -> Result<(), TerminalError> {
        self.inner.backend_mut().forget();
        // Resets both of ratatui's buffers, so that its diff names every cell; nothing is written
        // before the frame.
        Ok(self.inner.clear()?)
    }

    /// Turns the mouse on or off.
    ///
    /// # Errors
    /// If the terminal cannot be written to.
    pub fn set_mouse(&mut self, on: bool) -> Result<(), TerminalError> {
        self.mouse = on;
        Ok(held::set_mouse(on)?)
    }

    /// Puts text on the clipboard of the user's own machine; see [`clipboard`].
    ///
    /// # Errors
    /// [`TerminalError::Copy`] if the text is too long, else if the terminal cannot be written to.
    /// That it arrived cannot be known.
    pub fn copy(&mut self, text: &str) -> Result<(), TerminalError> {
        let way = clipboard::Way::of(text);
        let sequence = clipboard::sequence(text, way)?;
        Ok(device::write(&sequence, None)?)
    }

    /// Gives the terminal back and stops the whole process group, as Ctrl-Z does elsewhere.
    ///
    /// Returns when the group was told to stop, which may be before or after it was continued: draw
    /// nothing, wait for `SignalEvent::Continued`, then call [`resume`](Self::resume).
    ///
    /// # Errors
    /// If the group could not be stopped; the terminal is ours again then.
    pub fn suspend(&mut self, input: &Input) -> Result<Suspension, TerminalError> {
        if self.suspended {
            return Ok(Suspension::Stopped);
        }
        if !job::can_stop() {
            return Ok(Suspension::NoShell);
        }
        input.park();
        restore();
        self.suspended = true;
        match job::stop_group() {
            Ok(()) => Ok(Suspension::Stopped),
            Err(fault) => {
                self.resume(input)?;
                Err(TerminalError::Device(fault))
            }
        }
    }

    /// Takes the terminal back after the process was continued, whoever stopped it; everything is
    /// painted anew.
    ///
    /// # Errors
    /// As [`take`](Self::take), but a terminal that is no longer there is
    /// [`TerminalError::LineLost`].
    pub fn resume(&mut self, input: &Input) -> Result<(), TerminalError> {
        if !self.suspended {
            // Stopped by a signal that cannot be caught: the shell has set its own modes meanwhile.
            input.park();
            restore();
        }
        self.suspended = true;
        held::take(self.mouse).map_err(|fault| match fault {
            // It was there before. A line that closes wakes us too: SIGCONT comes with its SIGHUP.
            TerminalError::NotATerminal => TerminalError::LineLost,
            other => other,
        })?;
        self.suspended = false;
        input.resume();
        self.repaint()
    }

    /// Runs a program, such as an editor, in the terminal, and takes the terminal back when it
    /// ends.
    ///
    /// Meanwhile nothing here reads, Ctrl-C and Ctrl-Z are the program's (see `signals`), and what
    /// it left unread is thrown away.
    ///
    /// # Errors
    /// [`TerminalError::Child`] if it did not start, else as [`take`](Self::take). How it ended is
    /// for the caller to judge.
    pub fn run_child(
        &mut self,
        input: &Input,
        command: &mut Command,
    ) -> Result<ExitStatus, TerminalError> {
        input.park();
        restore();
        self.suspended = true;
        let ended = job::run(command);
        self.resume(input)?;
        ended.map_err(|source| TerminalError::Child {
            program: command.get_program().to_string_lossy().into_owned(),
            source,
        })
    }
}

impl Drop for Terminal {
    fn drop(&mut self) {
        restore();
    }
}

/// Makes a panic give the terminal back before the hook that was there says what happened, so that
/// it can be read.
///
/// `notify` is called after that, on the thread that panics: it should wake the main loop with a
/// message, since a worker's panic leaves the loop asleep, and [`Terminal::draw`] can tell only
/// when it is called. Only the first call does anything.
pub fn install_panic_hook(notify: impl Fn() + Send + Sync + 'static) {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        let previous = std::panic::take_hook();
        std::panic::set_hook(Box::new(move |panic| {
            restore();
            previous(panic);
            notify();
        }));
    });
}
