//! Runs the program on a real terminal: the only place that knows one.
//!
//! `terminal → input → Msg → app::update → (State, effects) → view → terminal`. The loop sleeps until
//! something arrives, takes all that is there, and draws once.

pub mod backend;
pub mod clerk;
mod clock;
pub mod colour;
#[cfg(debug_assertions)]
mod crash;
mod editor;
mod effects;
pub mod folder;
pub mod input;
pub mod keys;
mod memory;
mod private;
mod seeker;
mod session;
pub mod signals;
pub mod styles;
pub mod terminal;
pub mod theme;
pub mod view;
mod worker;

use std::sync::Arc;
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::time::{Duration, Instant};

use self::colour::ColourLevel;
use self::input::Input;
use self::seeker::Seeker;
use self::session::Desk;
use self::signals::{Cause, SignalEvent, Signals};
use self::styles::Styles;
use self::terminal::{Terminal, input_fd, install_panic_hook};
use self::theme::Palette;
use self::worker::Worker;
use crate::app::command::Command;
use crate::app::effect::Effect;
use crate::app::finding::{Finding, is_large};
use crate::app::input::InputEvent;
use crate::app::message::Msg;
use crate::app::state::{Options, State, Welcome};
use crate::app::update::update;

pub use self::terminal::TerminalError;
pub use clock::today;
pub use memory::last_file;
pub use private::private_views;
pub use session::{Files, OpenFile};

/// What the interface is started with.
pub struct Start {
    /// The file that is open, or what can be chosen where none is.
    pub with: With,
    /// How files are opened and made from within.
    pub files: Arc<dyn Files>,
    /// How the program begins.
    pub options: Options,
    /// How many colours the terminal has.
    pub colours: ColourLevel,
    /// Which colours things have.
    pub palette: Palette,
}

/// What is open at the start.
pub enum With {
    /// An open file.
    File(Box<OpenFile>),
    /// No file: one is to be chosen.
    Nothing {
        /// The workspace files of the folder, by name.
        near: Vec<String>,
        /// The file that was open last, where it is no longer there.
        gone: Option<String>,
    },
}

/// Something for the loop.
enum Event {
    Input(Vec<InputEvent>),
    Signal(SignalEvent),
    Store(Msg),
    Opened(Box<OpenFile>),
    Seeker(Msg),
    Paused,
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
    // It goes after the terminal is given back: it may have a file to write still.
    let mut desk = Desk::new(start.files, sender.clone());
    let seeker = Seeker::start({
        let sender = sender.clone();
        move |msg| drop(sender.send(Event::Seeker(msg)))
    });
    let mouse = start.options.mouse;
    let first = start.options.round.map(|mine| {
        if mine {
            Command::RoundMine
        } else {
            Command::Round
        }
    });
    let mut state = first_state(start.with, start.options, &mut desk);
    if let Some(command) = first {
        // What it opens needs nothing of the outside; a file that asks for nothing says so.
        let _ = update(&mut state, Msg::Run(command));
    }
    let mut terminal = Terminal::take(terminal::Options {
        colours: start.colours,
        mouse,
    })?;
    let input = Input::start(
        input_fd()?,
        Box::new(move |events| sender.send(Event::Input(events)).is_ok()),
    )?;
    if is_large(state.workspace()) {
        seeker.send(Finding::of_nothing(&state));
    }
    let mut outside = effects::Outside {
        terminal: &mut terminal,
        input: &input,
        desk: &mut desk,
        seeker: &seeker,
    };
    let ended = run_loop(
        &mut state,
        &mut outside,
        &events,
        &Styles::of(&start.palette, start.colours),
    );
    if let Some(path) = &desk.path {
        memory::keep(state.whereabouts(), path);
    }
    match ended {
        Err(TerminalError::LineLost) => Ok(Cause::LineLost.exit_code()),
        Err(TerminalError::GivenBack) => Ok(PANICKED),
        other => other,
    }
}

/// The program over its file, or without one.
fn first_state(with: With, mut options: Options, desk: &mut Desk) -> State {
    options.said = options.said.or_else(memory::trouble);
    match with {
        With::File(opened) => {
            let session = desk.begin(*opened);
            let options = Options {
                resumed: session.resumed,
                ..options
            };
            State::new(session.workspace, session.file, &options)
        }
        With::Nothing { near, gone } => State::welcome(Welcome {
            near,
            gone,
            options,
            ..Welcome::default()
        }),
    }
}

/// The exit code after a panic, as Rust gives it.
const PANICKED: u8 = 101;

/// How long changes have to reach the disk when the terminal is of no more use. Less than the watchdog
/// in `signals` gives, so that the program ends by itself.
const LAST_SAVES: Duration = Duration::from_millis(600);

/// How long a key that begins something waits before it is said what may follow. Who knows types on.
const PAUSE: Duration = Duration::from_millis(500);

fn run_loop(
    state: &mut State,
    outside: &mut effects::Outside<'_>,
    events: &Receiver<Event>,
    styles: &Styles,
) -> Result<u8, TerminalError> {
    let mut ending = 0;
    loop {
        match turn(state, outside, events, styles, &mut ending) {
            Ok(false) => {}
            Ok(true) => return Ok(ending),
            Err(fault) => {
                save_the_rest(state, outside, events);
                return Err(fault);
            }
        }
    }
}

/// Draws, sleeps until something happens, and does what follows from it; true when the program is to
/// end. A fault keeps nothing else from being done, least of all from being saved.
fn turn(
    state: &mut State,
    outside: &mut effects::Outside<'_>,
    events: &Receiver<Event>,
    styles: &Styles,
    ending: &mut u8,
) -> Result<bool, TerminalError> {
    draw(state, outside, styles)?;
    let Some(first) = next(state, events) else {
        return Ok(true);
    };
    if let Some(day) = today().filter(|day| state.today != Some(*day)) {
        update(state, Msg::Today(day));
    }
    let mut wanted = Vec::new();
    let mut outcome = Ok(());
    for event in std::iter::once(first).chain(events.try_iter()) {
        match event {
            Event::Input(batch) => {
                #[cfg(debug_assertions)]
                crash::if_asked(&batch);
                for event in batch {
                    wanted.extend(update(state, Msg::Input(event)));
                }
            }
            Event::Store(msg) | Event::Seeker(msg) => wanted.extend(update(state, msg)),
            Event::Opened(opened) => wanted.extend(outside.begin(state, *opened)),
            Event::Paused => wanted.extend(update(state, Msg::Paused)),
            Event::Signal(SignalEvent::Quit(cause)) => {
                *ending = cause.exit_code();
                wanted.extend(update(state, Msg::Terminate));
            }
            Event::Signal(SignalEvent::Resized) => wanted.extend(update(state, Msg::Repaint)),
            Event::Signal(SignalEvent::Suspend) => wanted.push(Effect::Suspend),
            Event::Signal(SignalEvent::Continued) => outcome = outcome.and(outside.resume()),
            Event::Panicked => outcome = outcome.and(Err(TerminalError::GivenBack)),
        }
    }
    let mut ends = false;
    for effect in wanted {
        match outside.perform(state, effect) {
            Ok(quits) => ends |= quits,
            Err(fault) => outcome = outcome.and(Err(fault)),
        }
    }
    outcome.map(|()| ends)
}

/// Sleeps until something happens; only while a key waits for another one is time something that happens.
fn next(state: &State, events: &Receiver<Event>) -> Option<Event> {
    if !state.awaits_key() {
        return events.recv().ok();
    }
    match events.recv_timeout(PAUSE) {
        Err(RecvTimeoutError::Timeout) => Some(Event::Paused),
        received => received.ok(),
    }
}

/// Nothing can be shown any more, but what was entered still goes to the disk, within [`LAST_SAVES`].
fn save_the_rest(state: &mut State, outside: &mut effects::Outside<'_>, events: &Receiver<Event>) {
    let end = Instant::now() + LAST_SAVES;
    let mut wanted = update(state, Msg::Terminate);
    loop {
        wanted.retain(|effect| matches!(effect, Effect::Commit(_) | Effect::Quit));
        for effect in wanted.drain(..) {
            if !matches!(outside.perform(state, effect), Ok(false)) {
                return;
            }
        }
        match events.recv_timeout(end.saturating_duration_since(Instant::now())) {
            Ok(Event::Store(msg)) => wanted = update(state, msg),
            Ok(_) => {}
            Err(_) => return,
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
