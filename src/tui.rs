//! Runs the program on a real terminal: the only place that knows one.
//!
//! `terminal → input → Msg → app::update → (State, effects) → view → terminal`. The loop sleeps until
//! something arrives, takes all that is there, and draws once.

pub mod backend;
pub mod colour;
mod effects;
pub mod input;
mod memory;
pub mod signals;
pub mod styles;
pub mod terminal;
pub mod view;
mod worker;

use std::path::PathBuf;
use std::sync::mpsc::{Receiver, channel};

use self::colour::ColourLevel;
use self::input::Input;
use self::signals::{Cause, SignalEvent, Signals};
use self::styles::Styles;
use self::terminal::{Terminal, TerminalError, input_fd, install_panic_hook};
use self::worker::Worker;
use crate::app::input::InputEvent;
use crate::app::message::Msg;
use crate::app::state::{File, Options, State};
use crate::app::update::update;
use crate::domain::workspace::Workspace;
use crate::store::Store;

pub use memory::last_file;

/// What the interface is started with.
pub struct Start {
    /// The store, unless nothing could be opened for writing.
    pub store: Option<Store>,
    /// The workspace as it was read.
    pub workspace: Workspace,
    /// What there is to say of its file.
    pub file: File,
    /// Where the file is, to come back to it.
    pub path: PathBuf,
    /// How the program begins.
    pub options: Options,
    /// How many colours the terminal has.
    pub colours: ColourLevel,
}

/// Something for the loop.
enum Event {
    Input(Vec<InputEvent>),
    Signal(SignalEvent),
    Store(Msg),
    Panicked,
}

/// Runs the interface; gives back the exit code.
pub fn run(start: Start) -> Result<u8, TerminalError> {
    let (sender, events) = channel();
    install_panic_hook({
        let sender = sender.clone();
        move || drop(sender.send(Event::Panicked))
    });
    let _signals = Signals::start(input_fd()?, {
        let sender = sender.clone();
        Box::new(move |event| drop(sender.send(Event::Signal(event))))
    })?;
    let worker = start.store.map(|store| {
        let sender = sender.clone();
        Worker::start(store, move |msg| drop(sender.send(Event::Store(msg))))
    });
    let options = Options {
        resumed: memory::recall(&start.path),
        ..start.options
    };
    let mut state = State::new(start.workspace, start.file, &options);
    let mut terminal = Terminal::take(terminal::Options {
        colours: start.colours,
        mouse: false,
    })?;
    let input = Input::start(
        input_fd()?,
        Box::new(move |events| sender.send(Event::Input(events)).is_ok()),
    )?;
    let mut outside = effects::Outside {
        terminal: &mut terminal,
        input: &input,
        worker: worker.as_ref(),
    };
    let ended = run_loop(
        &mut state,
        &mut outside,
        &events,
        &Styles::new(start.colours),
    );
    memory::keep(state.whereabouts(), &start.path);
    match ended {
        Err(TerminalError::LineLost) => Ok(Cause::LineLost.exit_code()),
        Err(TerminalError::GivenBack) => Ok(PANICKED),
        other => other,
    }
}

/// The exit code after a panic, as Rust gives it.
const PANICKED: u8 = 101;

fn run_loop(
    state: &mut State,
    outside: &mut effects::Outside<'_>,
    events: &Receiver<Event>,
    styles: &Styles,
) -> Result<u8, TerminalError> {
    let mut ending = 0;
    loop {
        draw(state, outside, styles)?;
        let Ok(first) = events.recv() else {
            return Ok(0);
        };
        let mut wanted = Vec::new();
        for event in std::iter::once(first).chain(events.try_iter()) {
            match event {
                Event::Input(batch) => batch
                    .into_iter()
                    .for_each(|event| wanted.extend(update(state, Msg::Input(event)))),
                Event::Store(msg) => wanted.extend(update(state, msg)),
                Event::Signal(SignalEvent::Quit(cause)) => {
                    ending = cause.exit_code();
                    wanted.extend(update(state, Msg::Terminate));
                }
                Event::Signal(SignalEvent::Resized) => wanted.extend(update(state, Msg::Repaint)),
                Event::Signal(SignalEvent::Suspend) => outside.suspend(state)?,
                Event::Signal(SignalEvent::Continued) => outside.resume()?,
                Event::Panicked => return Ok(PANICKED),
            }
        }
        for effect in wanted {
            if outside.perform(state, effect)? {
                return Ok(ending);
            }
        }
    }
}

/// Draws one frame, and tells the state what was drawn.
fn draw(
    state: &mut State,
    outside: &mut effects::Outside<'_>,
    styles: &Styles,
) -> Result<(), TerminalError> {
    let drawn = outside.terminal.draw(|frame| {
        let drawn = view::view(state, styles, frame.area(), frame.buffer_mut());
        if let Some(cursor) = drawn.cursor {
            frame.set_cursor_position(cursor);
        }
        drawn
    })?;
    if let Some(drawn) = drawn {
        update(state, Msg::Drawn(drawn.regions));
    }
    Ok(())
}
