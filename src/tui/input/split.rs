//! Bytes in, events out: a pure state machine that no cut in the stream can mislead.
//!
//! Why our own and not crossterm's reader:
//! * crossterm takes an ESC that ends a read for the Escape key and the rest of the sequence for
//!   letters, so that an arrow cut by the network types `[` and `A`
//!   (<https://github.com/crossterm-rs/crossterm/issues/993>), and `ESC ESC [ A` does so uncut
//!   (<https://github.com/crossterm-rs/crossterm/pull/1124>). Here `A`, `D` and `R` rate or delete.
//! * A paste whose first ESC is cut off would arrive as keys.
//! * It reads 1,024 bytes from an edge-triggered poll and leaves the rest until the next key
//!   (<https://github.com/crossterm-rs/crossterm/pull/1057>).
//! * Its `poll` blocks in `read` while a sequence is incomplete, and never returns once the
//!   terminal is gone (<https://github.com/crossterm-rs/crossterm/issues/793>), so that the thread
//!   could be neither parked nor ended.
//!
//! The rules. A sequence that has begun is waited for without limit: what comes next belongs to it,
//! however late. Only a lone ESC cannot wait: after [`HOLD`] it is the Escape key, and if the very
//! next byte is `[` or `O`, whenever it comes, it was the start of a sequence after all and
//! everything to that sequence's end is swallowed. Control characters break a sequence off and
//! count, so that `Ctrl-c` always gets through. Pasted text is text until the paste's end mark,
//! however long that takes.

use std::time::{Duration, Instant};

use super::sequence;
use crate::app::input::InputEvent;
use crate::app::key::Key;

/// How long a lone ESC waits for the rest of a sequence.
pub const HOLD: Duration = Duration::from_millis(50);

/// How long a terminal's answer (OSC or DCS text) may pause before it is given up. We ask nothing,
/// but an editor that ran before may have, and its answers come late.
const REPLY_PAUSE: Duration = Duration::from_millis(500);

/// How long a paste must have been silent before a lone `Ctrl-c` ends it, should the end mark have
/// been lost.
const PASTE_SILENCE: Duration = Duration::from_secs(1);

/// The longest paste taken, in bytes.
pub const PASTE_LIMIT: usize = 1 << 20;

/// Longer parameters than this belong to no key.
const PARAMS_LIMIT: usize = 32;

const ESC: u8 = 0x1b;
const PASTE_END: &[u8] = b"\x1b[201~";

/// The state between two reads. Feed it what was read, and call [`Splitter::tick`] when
/// [`Splitter::deadline`] has passed.
#[derive(Debug)]
pub struct Splitter {
    state: State,
    /// When the last byte came.
    last: Instant,
}

#[derive(Debug)]
enum State {
    Ground,
    /// The start of a character of several bytes.
    Character(Vec<u8>),
    /// A lone ESC, not yet the Escape key.
    Held,
    /// The last event was Escape from a lone ESC.
    Given,
    /// Inside `CSI`; `tail` when its ESC was already given as Escape, so that it must stay silent.
    Csi {
        params: Vec<u8>,
        tail: bool,
    },
    /// Inside `SS3`.
    Ss3 {
        params: Vec<u8>,
        tail: bool,
    },
    /// After the Linux console's `ESC [ [`.
    Console {
        tail: bool,
    },
    /// Bytes of an old-style mouse report still to swallow.
    OldMouse(u8),
    /// Inside a terminal's answer, until BEL or ST.
    Reply,
    /// After an ESC inside a terminal's answer: the first half of ST, or the start of something
    /// else.
    ReplyEnd,
    /// Inside a paste.
    Paste(Paste),
}

#[derive(Debug, Default)]
struct Paste {
    text: Vec<u8>,
    too_long: bool,
}

impl Splitter {
    /// A machine that has seen nothing.
    #[must_use]
    pub fn new(now: Instant) -> Self {
        Self {
            state: State::Ground,
            last: now,
        }
    }

    /// Takes what one read gave, and adds the events that are complete with it.
    pub fn feed(&mut self, bytes: &[u8], now: Instant, events: &mut Vec<InputEvent>) {
        let silence = now.saturating_duration_since(self.last);
        self.last = now;
        if matches!(self.state, State::Paste(_)) && bytes == [0x03] && silence >= PASTE_SILENCE {
            self.state = State::Ground;
            return;
        }
        for (index, byte) in bytes.iter().enumerate() {
            self.byte(*byte, bytes.get(index + 1).copied(), events);
        }
    }

    /// When [`tick`](Self::tick) is due, if nothing arrives before. `None` almost always: nothing
    /// wakes an idle program.
    #[must_use]
    pub fn deadline(&self) -> Option<Instant> {
        match self.state {
            State::Held => Some(self.last + HOLD),
            State::Reply | State::ReplyEnd => Some(self.last + REPLY_PAUSE),
            _ => None,
        }
    }

    /// Takes note of the time: a lone ESC held long enough is the Escape key.
    pub fn tick(&mut self, now: Instant, events: &mut Vec<InputEvent>) {
        if self.deadline().is_none_or(|deadline| now < deadline) {
            return;
        }
        if matches!(self.state, State::Held) {
            events.push(InputEvent::Key(Key::Esc));
            self.state = State::Given;
        } else {
            self.state = State::Ground;
        }
    }

    /// Takes one byte; `next` is the one after it in the same read.
    fn byte(&mut self, byte: u8, next: Option<u8>, events: &mut Vec<InputEvent>) {
        match std::mem::replace(&mut self.state, State::Ground) {
            State::Ground => self.ground(byte, events),
            State::Given => self.given(byte, events),
            State::Character(start) => self.character(start, byte, events),
            State::Csi { params, tail } => self.csi(params, tail, byte, events),
            State::Ss3 { params, tail } => self.ss3(params, tail, byte, events),
            State::Console { tail } => self.console(tail, byte, events),
            State::OldMouse(left) => {
                self.state = if left > 1 {
                    State::OldMouse(left - 1)
                } else {
                    State::Ground
                }
            }
            State::Reply => self.reply(byte, events),
            State::ReplyEnd if byte == b'\\' => {}
            State::Held | State::ReplyEnd => self.held(byte, next, events),
            State::Paste(paste) => self.paste(paste, byte, events),
        }
    }

    fn ground(&mut self, byte: u8, events: &mut Vec<InputEvent>) {
        match byte {
            ESC => self.state = State::Held,
            0x00..=0x1f | 0x7f => events.push(InputEvent::Key(control(byte))),
            b' '..=b'~' => events.push(InputEvent::Key(Key::Char(char::from(byte)))),
            // CSI and SS3 as one byte, which cannot start a UTF-8 character.
            0x9b => {
                self.state = State::Csi {
                    params: Vec::new(),
                    tail: false,
                }
            }
            0x8f => {
                self.state = State::Ss3 {
                    params: Vec::new(),
                    tail: false,
                }
            }
            0xc2..=0xf4 => self.state = State::Character(vec![byte]),
            _ => {}
        }
    }

    /// After an Escape that may have been a sequence's start.
    fn given(&mut self, byte: u8, events: &mut Vec<InputEvent>) {
        match byte {
            b'[' => {
                self.state = State::Csi {
                    params: Vec::new(),
                    tail: true,
                }
            }
            b'O' => {
                self.state = State::Ss3 {
                    params: Vec::new(),
                    tail: true,
                }
            }
            _ => self.ground(byte, events),
        }
    }

    fn held(&mut self, byte: u8, next: Option<u8>, events: &mut Vec<InputEvent>) {
        match (byte, next) {
            (b'[', _) => {
                self.state = State::Csi {
                    params: Vec::new(),
                    tail: false,
                }
            }
            (b'O', _) => {
                self.state = State::Ss3 {
                    params: Vec::new(),
                    tail: false,
                }
            }
            // A terminal's answer begins so; Alt with these letters is not followed by such a byte
            // in the same read.
            (b']', Some(b'0'..=b'9')) | (b'P', Some(b'0' | b'1' | b'>' | b'!' | b'$' | b'+')) => {
                self.state = State::Reply;
            }
            _ => {
                events.push(InputEvent::Key(Key::Esc));
                self.ground(byte, events);
            }
        }
    }

    /// Collects a character of several bytes; one that breaks off is dropped and its breaker read
    /// afresh.
    fn character(&mut self, mut start: Vec<u8>, byte: u8, events: &mut Vec<InputEvent>) {
        if !(0x80..0xc0).contains(&byte) {
            return self.ground(byte, events);
        }
        start.push(byte);
        match std::str::from_utf8(&start) {
            Ok(text) => events.extend(
                text.chars()
                    .filter(|one| !one.is_control())
                    .map(|one| InputEvent::Key(Key::Char(one))),
            ),
            Err(fault) if fault.error_len().is_none() => self.state = State::Character(start),
            Err(_) => {}
        }
    }

    fn csi(&mut self, mut params: Vec<u8>, tail: bool, byte: u8, events: &mut Vec<InputEvent>) {
        // rxvt ends a shifted key with `$`, which elsewhere never ends anything.
        let shifted = byte == b'$' && !params.is_empty() && params.iter().all(u8::is_ascii_digit);
        match byte {
            b'[' if params.is_empty() => self.state = State::Console { tail },
            b'M' if params.is_empty() => self.state = State::OldMouse(3),
            b'~' if params == b"200" => self.state = State::Paste(Paste::default()),
            0x20..=0x3f if !shifted => {
                if params.len() < PARAMS_LIMIT {
                    params.push(byte);
                }
                self.state = State::Csi { params, tail };
            }
            0x20..=0x7e => events.extend(sequence::csi(&params, byte).filter(|_| !tail)),
            _ => self.ground(byte, events),
        }
    }

    fn ss3(&mut self, mut params: Vec<u8>, tail: bool, byte: u8, events: &mut Vec<InputEvent>) {
        match byte {
            b'0'..=b'9' | b';' => {
                if params.len() < PARAMS_LIMIT {
                    params.push(byte);
                }
                self.state = State::Ss3 { params, tail };
            }
            0x20..=0x7e => events.extend(sequence::ss3(&params, byte).filter(|_| !tail)),
            _ => self.ground(byte, events),
        }
    }

    fn console(&mut self, tail: bool, byte: u8, events: &mut Vec<InputEvent>) {
        match byte {
            0x20..=0x7e => events.extend(sequence::console(byte).filter(|_| !tail)),
            _ => self.ground(byte, events),
        }
    }

    /// Swallows a terminal's answer.
    fn reply(&mut self, byte: u8, events: &mut Vec<InputEvent>) {
        match byte {
            0x07 | 0x9c => {}
            ESC => self.state = State::ReplyEnd,
            0x00..=0x1f => self.ground(byte, events),
            _ => self.state = State::Reply,
        }
    }

    fn paste(&mut self, mut paste: Paste, byte: u8, events: &mut Vec<InputEvent>) {
        paste.text.push(byte);
        if paste.text.ends_with(PASTE_END) {
            paste.text.truncate(paste.text.len() - PASTE_END.len());
            events.push(if paste.too_long {
                InputEvent::PasteTooLong
            } else {
                InputEvent::Paste(String::from_utf8_lossy(&paste.text).into_owned())
            });
            return;
        }
        if paste.text.len() > PASTE_LIMIT {
            // Only what may still be the end mark is kept.
            paste.text.drain(..paste.text.len() - PASTE_END.len());
            paste.too_long = true;
        }
        self.state = State::Paste(paste);
    }
}

/// The key of a control character.
///
/// 0x08 is what some consoles and a PuTTY setting send for Backspace, and 0x0a what a terminal
/// sends for Ctrl-j.
fn control(byte: u8) -> Key {
    match byte {
        b'\r' => Key::Enter,
        b'\t' => Key::Tab,
        0x08 | 0x7f => Key::Backspace,
        0x00 => Key::Ctrl(' '),
        _ => Key::Ctrl(char::from(byte + 0x40).to_ascii_lowercase()),
    }
}

#[cfg(test)]
mod tests;
