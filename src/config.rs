//! What users set for themselves: `config.toml`, and who they are.
//!
//! The file lies in the folder for settings that the system gives (`directories`), or where
//! `SCRUTINEER_CONFIG` or `--config` say. It may be absent, and holds only what somebody wants
//! different. What cannot be used in it is a [`Trouble`] with line and remedy; everything else in it
//! counts all the same, so that a slip in the settings never keeps anybody from the plan.
//!
//! [`settings::SETTINGS`] is the one place where a setting is declared: reading, showing, checking and
//! the manual are made from it. May import `domain` only; used by `cli` and `tui`.

pub mod colours;
mod file;
mod identity;
mod keys;
mod read;
pub mod settings;

use std::path::PathBuf;

pub use colours::{Colour, Slot};
pub use file::{NoFolder, load, location};
pub use identity::user;

use crate::domain::entry::Who;

/// The settings that count: those of the file, defaults for the rest.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Config {
    /// The user's name, for signatures and the audit trail; empty for the system's user name.
    pub name: String,
    /// What the user is in the plan's affairs; empty where not said.
    pub role: String,
    /// The theme of the interface by its name; empty for the default.
    pub theme: String,
    /// The user's own colours, which stand over those of the theme.
    pub colours: Vec<(Slot, Colour)>,
    /// Whether only ASCII is drawn.
    pub ascii: bool,
    /// Whether the interface listens to the mouse from the start.
    pub mouse: bool,
    /// What is changed about the keys, in the file's order. Whether there are such commands and keys is
    /// for those to say who know them.
    pub keys: Vec<KeyChange>,
}

/// The keys of a command, instead of those that it has by default.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeyChange {
    /// The command's name.
    pub command: Said,
    /// Its keys; none takes them away.
    pub keys: Vec<Said>,
}

/// A text of the settings, and where it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Said {
    /// The text.
    pub text: String,
    /// Line and column, from 1.
    pub at: (usize, usize),
}

impl Config {
    /// The user of this process, as they call themselves.
    pub fn who(&self) -> Who {
        Who {
            user: user(),
            name: self.name.clone(),
            role: self.role.clone(),
        }
    }
}

/// The settings as they were found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Loaded {
    /// The file; `None` where the system gives no folder for one.
    pub path: Option<PathBuf>,
    /// Whether there is such a file.
    pub exists: bool,
    /// What counts.
    pub config: Config,
    /// What could not be used, in the file's order.
    pub troubles: Vec<Trouble>,
}

/// Something in the settings that cannot be used. Everything else counts.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{}{message}", .at.map(|(line, _)| format!("line {line}: ")).unwrap_or_default())]
pub struct Trouble {
    /// Line and column, from 1; `None` where the file as a whole is meant.
    pub at: Option<(usize, usize)>,
    /// What is wrong.
    pub message: String,
    /// What to do; empty where the message says it.
    pub mend: String,
}
