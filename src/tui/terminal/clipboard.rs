//! Copying over SSH: the text goes to the terminal, which puts it on the clipboard of the machine
//! where the user sits (OSC 52).
//!
//! The selection is always `c`: mosh and some others drop the sequence without it
//! (<https://github.com/mobile-shell/mosh/pull/1054>).
//!
//! tmux as it is set up at first drops both the plain sequence (`set-clipboard external` takes none from
//! programs) and a wrapped one (`allow-passthrough off`), in silence. So inside tmux the text is given to
//! tmux itself, which tells its terminal (`load-buffer -w`, tmux 3.2 and later; helix and neovim do the
//! same). The wrapped sequence goes along for those who allow it and not the other, and the plain one
//! where tmux could not be asked. Whether a terminal took it cannot be known, so a copy is always shown as
//! text as well.

use std::io::Write as _;
use std::process::{Command as Program, Stdio};
use std::sync::mpsc::channel;
use std::time::Duration;

use crossterm::Command;
use crossterm::clipboard::CopyToClipboard;

/// How long tmux has to take a text. It is on the same machine; if it does not answer, nothing else does.
const PATIENCE: Duration = Duration::from_millis(500);

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

/// What lies between the program and the terminal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Way {
    /// Nothing that we would know of.
    Straight,
    /// tmux, which took the text itself.
    TmuxTook,
    /// tmux, which could not be asked.
    Tmux,
}

impl Way {
    /// The way of a text. Inside tmux, tmux is given the text here.
    pub fn of(text: &str) -> Self {
        if std::env::var_os("TMUX").is_none() {
            Self::Straight
        } else if text.len() <= LIMIT && tmux_takes(text.to_owned()) {
            Self::TmuxTook
        } else {
            Self::Tmux
        }
    }
}

/// Gives a text to tmux, for its terminal's clipboard and as its newest buffer; false if it cannot be had.
fn tmux_takes(text: String) -> bool {
    let (sender, answer) = channel();
    let asked = std::thread::Builder::new()
        .name("clipboard".to_owned())
        .spawn(move || sender.send(load_buffer(&text).unwrap_or(false)));
    asked.is_ok() && answer.recv_timeout(PATIENCE).unwrap_or(false)
}

fn load_buffer(text: &str) -> std::io::Result<bool> {
    let mut tmux = Program::new("tmux")
        .args(["load-buffer", "-w", "-"])
        .stdin(Stdio::piped())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()?;
    let written = match tmux.stdin.take() {
        Some(mut stdin) => stdin.write_all(text.as_bytes()),
        None => Ok(()),
    };
    let ended = tmux.wait()?;
    Ok(written.is_ok() && ended.success())
}

/// The bytes to send.
///
/// # Errors
/// [`TooLong`] beyond [`LIMIT`].
pub fn sequence(text: &str, way: Way) -> Result<Vec<u8>, TooLong> {
    if text.len() > LIMIT {
        return Err(TooLong { bytes: text.len() });
    }
    let mut plain = String::new();
    // Writing to a string cannot fail.
    let _ = CopyToClipboard::to_clipboard_from(text).write_ansi(&mut plain);
    let wrapped = || format!("\x1bPtmux;{}\x1b\\", plain.replace('\x1b', "\x1b\x1b"));
    let bytes = match way {
        Way::Straight => plain,
        Way::TmuxTook => wrapped(),
        Way::Tmux => format!("{plain}{}", wrapped()),
    };
    Ok(bytes.into_bytes())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_copy_names_the_clipboard_and_is_passed_through_tmux() {
        assert_eq!(
            sequence("NI110", Way::Straight).unwrap(),
            b"\x1b]52;c;TkkxMTA=\x1b\\"
        );
        let wrapped = b"\x1b]52;c;TkkxMTA=\x1b\\\x1bPtmux;\x1b\x1b]52;c;TkkxMTA=\x1b\x1b\\\x1b\\";
        assert_eq!(sequence("NI110", Way::Tmux).unwrap(), wrapped);
        // What tmux took itself is not told to it twice.
        let wrapped = b"\x1bPtmux;\x1b\x1b]52;c;TkkxMTA=\x1b\x1b\\\x1b\\";
        assert_eq!(sequence("NI110", Way::TmuxTook).unwrap(), wrapped);
    }

    #[test]
    fn a_text_too_long_to_copy_is_refused_with_its_length() {
        assert!(sequence(&"x".repeat(LIMIT), Way::Straight).is_ok());
        assert_eq!(
            sequence(&"x".repeat(LIMIT + 1), Way::Straight),
            Err(TooLong { bytes: LIMIT + 1 })
        );
    }
}
