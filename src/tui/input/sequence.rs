//! What a whole escape sequence means.
//!
//! The tables hold what xterm, rxvt, the Linux console, PuTTY, screen and tmux send. Shift on an
//! arrow or a page key is that key; Ctrl or Alt on one is no key, since nothing is bound to it and
//! something else must not happen instead.

use crate::app::input::{InputEvent, Mouse, MouseAction};
use crate::app::key::Key;

/// The modifiers of a key, as xterm numbers them (one more than these bits).
const SHIFT: u16 = 1;
const CTRL: u16 = 4;
/// Caps lock and num lock, which change nothing here.
const LOCKS: u16 = 64 | 128;
/// How a key event of the kitty protocol says that the key was let go.
const RELEASED: u16 = 3;

/// The event of `CSI <params> <last>`, if it is one.
pub(super) fn csi(params: &[u8], last: u8) -> Option<InputEvent> {
    if let Some(rest) = params.strip_prefix(b"<") {
        return mouse(rest, last).map(InputEvent::Mouse);
    }
    let params = Params::read(params)?;
    if params.released() {
        return None;
    }
    let key = match last {
        b'~' if params.number(0) == 27 => return other_key(params.number(2), params.modifiers(1)),
        b'u' => return other_key(params.number(0), params.modifiers(1)),
        b'~' | b'$' => numbered(params.number(0))?,
        b'Z' => return Some(InputEvent::Key(Key::BackTab)),
        b'a'..=b'd' => arrow(last.to_ascii_uppercase())?,
        _ => arrow(last).or_else(|| function(last))?,
    };
    plain(key, params.modifiers(1))
}

/// The event of `SS3 <params> <last>`: arrows and keypad in application mode, and the first four
/// function keys.
pub(super) fn ss3(params: &[u8], last: u8) -> Option<InputEvent> {
    let params = Params::read(params)?;
    let key = match last {
        b'M' => Key::Enter,
        b' ' => Key::Char(' '),
        b'I' => Key::Tab,
        b'X' => Key::Char('='),
        // The keypad: `*` is sent as `j`, and so on to `9` as `y`.
        b'j'..=b'y' => Key::Char(char::from(last - b'j' + b'*')),
        _ => arrow(last).or_else(|| function(last))?,
    };
    plain(key, params.modifiers(usize::from(params.count > 1)))
}

/// The event of the Linux console's `ESC [ [ <last>`: its first five function keys.
pub(super) fn console(last: u8) -> Option<InputEvent> {
    matches!(last, b'A'..=b'E').then(|| InputEvent::Key(Key::F(last - b'A' + 1)))
}

/// A key that is bound only without modifiers, or with a shift that changes nothing.
fn plain(key: Key, modifiers: u16) -> Option<InputEvent> {
    let shifted = modifiers == SHIFT && !matches!(key, Key::F(_));
    (modifiers == 0 || shifted).then_some(InputEvent::Key(key))
}

fn arrow(last: u8) -> Option<Key> {
    Some(match last {
        b'A' => Key::Up,
        b'B' => Key::Down,
        b'C' => Key::Right,
        b'D' => Key::Left,
        b'H' => Key::Home,
        b'F' => Key::End,
        _ => return None,
    })
}

fn function(last: u8) -> Option<Key> {
    matches!(last, b'P'..=b'S').then(|| Key::F(last - b'P' + 1))
}

/// The keys of `CSI <number> ~`. The gaps in the function keys are the VT220's.
fn numbered(number: u16) -> Option<Key> {
    let function = |base: u16| u8::try_from(number - base).ok().map(Key::F);
    match number {
        1 | 7 => Some(Key::Home),
        2 => Some(Key::Insert),
        3 => Some(Key::Delete),
        4 | 8 => Some(Key::End),
        5 => Some(Key::PageUp),
        6 => Some(Key::PageDown),
        11..=15 => function(10),
        17..=21 => function(11),
        23..=26 => function(12),
        28 | 29 => function(13),
        31..=34 => function(14),
        _ => None,
    }
}

/// A key told by its character code (`CSI u` and xterm's `modifyOtherKeys`). We ask for neither,
/// but some users set them for good.
fn other_key(code: u16, modifiers: u16) -> Option<InputEvent> {
    let shifted = modifiers & SHIFT != 0;
    let key = match (char::from_u32(u32::from(code))?, modifiers & !SHIFT) {
        ('\r', 0) => Key::Enter,
        ('\u{1b}', 0) => Key::Esc,
        ('\t', 0) => [Key::Tab, Key::BackTab][usize::from(shifted)],
        ('\u{7f}' | '\u{8}', 0) => Key::Backspace,
        // The kitty protocol keeps its own keys (modifiers alone, media) in the private-use area.
        ('\u{e000}'..='\u{f8ff}', _) => return None,
        (one, 0) if shifted => Key::Char(one.to_uppercase().next()?),
        (one, 0) => Key::Char(one),
        (one, CTRL) => Key::Ctrl(one.to_ascii_lowercase()),
        _ => return None,
    };
    let inert = matches!(key, Key::Char(one) | Key::Ctrl(one) if one.is_control());
    (!inert).then_some(InputEvent::Key(key))
}

/// The mouse's `CSI < button ; column ; row M` (a press) or `m` (a release).
fn mouse(params: &[u8], last: u8) -> Option<Mouse> {
    let params = Params::read(params)?;
    let action = match (params.number(0), last) {
        (0, b'M') => MouseAction::Press,
        (0, b'm') => MouseAction::Release,
        (32, b'M') => MouseAction::Drag,
        (2, b'M') => MouseAction::Menu,
        (64, b'M') => MouseAction::ScrollUp,
        (65, b'M') => MouseAction::ScrollDown,
        _ => return None,
    };
    Some(Mouse {
        action,
        column: params.number(1).checked_sub(1)?,
        row: params.number(2).checked_sub(1)?,
    })
}

/// The numbers of a sequence, each with its sub-parameter.
struct Params {
    values: [(u16, u16); 3],
    count: usize,
}

impl Params {
    /// The first three numbers; nothing if anything else stands there, for then it is some
    /// terminal's answer and no key.
    fn read(bytes: &[u8]) -> Option<Self> {
        let text = std::str::from_utf8(bytes).ok()?;
        let number = |part: &str| {
            if part.is_empty() {
                Some(0)
            } else {
                part.parse().ok()
            }
        };
        let mut read = Self {
            values: [(0, 0); 3],
            count: 0,
        };
        for part in text.split(';').filter(|_| !text.is_empty()) {
            let mut pieces = part.split(':');
            let first = pieces.next().and_then(number)?;
            let second = pieces.next().map_or(Some(0), number)?;
            if let Some(value) = read.values.get_mut(read.count) {
                *value = (first, second);
                read.count += 1;
            }
        }
        Some(read)
    }

    fn number(&self, index: usize) -> u16 {
        self.values[index].0
    }

    /// The modifiers at a place, without the locks.
    fn modifiers(&self, index: usize) -> u16 {
        self.number(index).saturating_sub(1) & !LOCKS
    }

    /// Whether the key was let go rather than pressed or repeated.
    fn released(&self) -> bool {
        self.values[1].1 == RELEASED
    }
}
