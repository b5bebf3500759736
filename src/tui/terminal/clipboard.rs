//! Copying over SSH: the text goes to the terminal, which puts it on the clipboard of the machine
//! where the user sits (OSC 52).
//!
//! The selection is always `c`: mosh and some others drop the sequence without it
//! (<https://github.com/mobile-shell/mosh/pull/1054>). Inside tmux both forms are sent, since each
//! works under another setting and tmux drops the other in silence: the plain one with
//! `set-clipboard on`, the wrapped one with `allow-passthrough on`. Whether a terminal took it
//! cannot be known, so a copy is always shown as text as well.

use crossterm::Command;
use crossterm::clipboard::CopyToClipboard;

/// The most text in bytes; more makes some terminals drop the sequence or show it.
pub const LIMIT: usize = 74_994;

/// Text that is too long for the sequence.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error(
    "{bytes} bytes are too much to copy through the terminal, which takes {LIMIT}; write them to a file instead"
)]
pub struct TooLong {
    /// How many bytes there were.
    pub bytes: usize,
}

/// The bytes to send, for a terminal inside tmux or not.
///
/// # Errors
/// [`TooLong`] beyond [`LIMIT`].
pub fn sequence(text: &str, tmux: bool) -> Result<Vec<u8>, TooLong> {
    if text.len() > LIMIT {
        return Err(TooLong { bytes: text.len() });
    }
    let mut plain = String::new();
    // Writing to a string cannot fail.
    let _ = CopyToClipboard::to_clipboard_from(text).write_ansi(&mut plain);
    if !tmux {
        return Ok(plain.into_bytes());
    }
    let wrapped = format!("\x1bPtmux;{}\x1b\\", plain.replace('\x1b', "\x1b\x1b"));
    Ok((plain + &wrapped).into_bytes())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_copy_names_the_clipboard_and_is_passed_through_tmux() {
        assert_eq!(
            sequence("NI110", false).unwrap(),
            b"\x1b]52;c;TkkxMTA=\x1b\\"
        );
        let wrapped = b"\x1b]52;c;TkkxMTA=\x1b\\\x1bPtmux;\x1b\x1b]52;c;TkkxMTA=\x1b\x1b\\\x1b\\";
        assert_eq!(sequence("NI110", true).unwrap(), wrapped);
    }

    #[test]
    fn a_text_too_long_to_copy_is_refused_with_its_length() {
        assert!(sequence(&"x".repeat(LIMIT), false).is_ok());
        assert_eq!(
            sequence(&"x".repeat(LIMIT + 1), false),
            Err(TooLong { bytes: LIMIT + 1 })
        );
    }
}
