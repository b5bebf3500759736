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

/// How long a program has to take a text. It runs on the same machine; a desktop that is gone never answers.
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
    /// The way of a text. What lies between and takes it by itself is given it here: tmux, and the desktop
    /// that the program runs on, since not every terminal there takes the sequence.
    pub fn of(text: &str) -> Self {
        if text.len() > LIMIT {
            return Self::Straight;
        }
        let set = |name: &str| std::env::var_os(name).is_some_and(|value| !value.is_empty());
        for program in desktop(&set) {
            if takes(program, text) {
                break;
            }
        }
        if !set("TMUX") {
            Self::Straight
        } else if takes(&["tmux", "load-buffer", "-w", "-"], text) {
            Self::TmuxTook
        } else {
            Self::Tmux
        }
    }
}

/// The programs that put a text on the clipboard of the desktop that the program runs on, the likeliest
/// first. Over SSH none: that desktop is not the one where the user sits.
fn desktop(set: &dyn Fn(&str) -> bool) -> &'static [&'static [&'static str]] {
    if set("SSH_CONNECTION") || set("SSH_TTY") {
        &[]
    } else if cfg!(target_os = "macos") {
        &[&["pbcopy"]]
    } else if set("WAYLAND_DISPLAY") {
        &[&["wl-copy"]]
    } else if set("DISPLAY") {
        &[
            &["xclip", "-selection", "clipboard"],
            &["xsel", "--clipboard", "--input"],
        ]
    } else {
        &[]
    }
}

/// Gives a text to a program; false if it cannot be had, or does not take it in time.
fn takes(program: &'static [&'static str], text: &str) -> bool {
    let (sender, answer) = channel();
    let text = text.to_owned();
    let asked = std::thread::Builder::new()
        .name("clipboard".to_owned())
        .spawn(move || sender.send(give(program, &text).unwrap_or(false)));
    asked.is_ok() && answer.recv_timeout(PATIENCE).unwrap_or(false)
}

fn give(program: &[&str], text: &str) -> std::io::Result<bool> {
    let Some((name, arguments)) = program.split_first() else {
        return Ok(false);
    };
    let mut program = Program::new(name)
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()?;
    let written = match program.stdin.take() {
        Some(mut stdin) => stdin.write_all(text.as_bytes()),
        None => Ok(()),
    };
    let ended = program.wait()?;
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

    #[test]
    fn the_desktop_is_told_where_the_user_sits_at_it_and_not_over_ssh() {
        for (variables, program) in [
            (&["WAYLAND_DISPLAY", "DISPLAY"][..], Some("wl-copy")),
            (&["DISPLAY"], Some("xclip")),
            (&["DISPLAY", "SSH_CONNECTION"], None),
            (&[], None),
        ] {
            let found = desktop(&|name| variables.contains(&name));
            let first = found.first().and_then(|program| program.first()).copied();
            if cfg!(target_os = "linux") {
                assert_eq!(first, program, "{variables:?}");
            }
        }
    }
}
