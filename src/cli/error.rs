//! What ends a command early: what, and what to do about it. The kind decides the exit code.

use std::io;

use crate::domain::edit::Refusal;
use crate::store::{CommitError, ErrorKind, OpenError};
use crate::tui::TerminalError;

/// The number with which the program ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Code(u8);

impl Code {
    /// Done.
    pub(super) const DONE: Self = Self(0);
    /// Nothing matched, or `check` found errors.
    pub(super) const NEGATIVE: Self = Self(1);
    /// The arguments make no sense.
    pub(super) const USAGE: Self = Self(2);
    /// The file could not be read.
    pub(super) const UNREAD: Self = Self(3);
    /// It could not be written.
    pub(super) const UNWRITTEN: Self = Self(4);
    /// Somebody else changed the same.
    pub(super) const CONFLICT: Self = Self(5);

    /// The code with which the interface ended.
    pub(super) fn of_interface(number: u8) -> Self {
        Self(number)
    }

    /// The number itself.
    pub(super) fn number(self) -> u8 {
        self.0
    }
}

/// What sort of error it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// Nothing is called so.
    NoMatch,
    /// The arguments make no sense.
    Usage,
    /// The file could not be read, or not understood.
    Read,
    /// The file, or the output, could not be written.
    Write,
    /// Somebody else changed the same.
    Conflict,
    /// Whoever read the output has enough of it.
    Closed,
}

impl Kind {
    /// The exit code.
    pub(super) fn code(self) -> Code {
        match self {
            Self::NoMatch => Code::NEGATIVE,
            Self::Usage => Code::USAGE,
            Self::Read => Code::UNREAD,
            Self::Write => Code::UNWRITTEN,
            Self::Conflict => Code::CONFLICT,
            Self::Closed => Code::DONE,
        }
    }
}

/// Why a command did not do what it was asked to.
#[derive(Debug, thiserror::Error)]
#[error("{message}")]
pub(super) struct CliError {
    /// What sort of error it is.
    pub(super) kind: Kind,
    /// What is wrong, and where.
    pub(super) message: String,
    /// What to do about it, in one or more lines; may be empty.
    pub(super) hint: String,
}

impl CliError {
    /// An error of a kind.
    pub(super) fn new(kind: Kind, message: impl Into<String>, hint: impl Into<String>) -> Self {
        let (message, hint) = (message.into(), hint.into());
        Self {
            kind,
            message,
            hint,
        }
    }

    /// Arguments that make no sense.
    pub(super) fn usage(message: impl Into<String>, hint: impl Into<String>) -> Self {
        Self::new(Kind::Usage, message, hint)
    }
}

impl From<ErrorKind> for Kind {
    fn from(kind: ErrorKind) -> Self {
        match kind {
            ErrorKind::Read => Self::Read,
            ErrorKind::Write => Self::Write,
            ErrorKind::Conflict => Self::Conflict,
        }
    }
}

impl From<OpenError> for CliError {
    fn from(error: OpenError) -> Self {
        let hint = match &error {
            OpenError::Faulty { faults, .. } if faults.len() > 1 => {
                format!("{}\n“scrutineer check” lists all of them", error.hint())
            }
            _ => error.hint().to_owned(),
        };
        Self::new(error.kind().into(), error.to_string(), hint)
    }
}

impl From<CommitError> for CliError {
    fn from(error: CommitError) -> Self {
        Self::new(error.kind().into(), error.to_string(), error.hint())
    }
}

impl From<Refusal> for CliError {
    fn from(refusal: Refusal) -> Self {
        let hint = "Look at what is there now, and decide which of the two shall stay";
        Self::new(Kind::Conflict, refusal.to_string(), hint)
    }
}

impl From<TerminalError> for CliError {
    fn from(error: TerminalError) -> Self {
        match error {
            TerminalError::NotATerminal => no_terminal(),
            error => Self::new(Kind::Write, error.to_string(), ""),
        }
    }
}

/// The interface was asked for where there is no terminal.
pub(super) fn no_terminal() -> CliError {
    CliError::usage(
        "the interface needs a terminal",
        "Without one use a command: list, show, explain, search … (see --help)",
    )
}

/// Writing to standard output failed.
impl From<io::Error> for CliError {
    fn from(error: io::Error) -> Self {
        if error.kind() == io::ErrorKind::BrokenPipe {
            return Self::new(Kind::Closed, "", "");
        }
        let message = format!("the output could not be written: {error}");
        Self::new(Kind::Write, message, "")
    }
}
