//! A panic when a test asks for one, to see what becomes of the terminal. Debug builds only.
//!
//! With `SCRUTINEER_PANIC=main` in the environment, the key `X`, which nothing is bound to, makes the
//! main thread panic; with `SCRUTINEER_PANIC=worker`, another thread.

use crate::app::input::InputEvent;
use crate::app::key::Key;

/// The key.
const KEY: InputEvent = InputEvent::Key(Key::Char('X'));

/// Panics if the key is among these and the variable is set.
#[expect(clippy::panic, reason = "a panic is what is asked for")]
pub(super) fn if_asked(batch: &[InputEvent]) {
    if !batch.contains(&KEY) {
        return;
    }
    match std::env::var("SCRUTINEER_PANIC").as_deref() {
        Ok("main") => panic!("asked to panic"),
        Ok("worker") => drop(std::thread::spawn(|| panic!("asked to panic"))),
        _ => {}
    }
}
