//! No command: the interface.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::app::state::{File, Options};
use crate::config::{Loaded, load};
use crate::domain::workspace::Workspace;
use crate::store::{Access, OpenError, OpenOptions, Opened, ReadOnlyReason};
use crate::tui::colour::detect;
use crate::tui::keys::checked;
use crate::tui::{self, Start};

use super::arguments::Globals;
use super::desk::{open, reading, who};
use super::error::{CliError, Code, no_terminal};
use super::file;
use super::output::Output;

/// Opens the interface, and waits until it is left. What cannot be opened is said before the terminal
/// is touched.
pub(super) fn run(globals: &Globals, output: &mut Output<'_>) -> Result<Code, CliError> {
    if globals.json {
        return Err(CliError::usage(
            "--json needs a command",
            "One of list, show, search, set and check (see --help)",
        ));
    }
    let path = chosen(globals)?;
    let start = start(&path, globals)?;
    if !output.is_terminal() {
        return Err(no_terminal());
    }
    Ok(Code::of_interface(tui::run(start)?))
}

/// The file that is meant, else the one that was open last.
fn chosen(globals: &Globals) -> Result<PathBuf, CliError> {
    file::named(globals).or_else(|error| {
        tui::last_file().ok_or_else(|| {
            let hint = "Start with “scrutineer FILE”; it is found again the next time";
            CliError::usage(error.message, format!("{hint}\n{}", error.hint))
        })
    })
}

/// What is to be said of the settings at the start: the first trouble, and its remedy.
fn said_of(loaded: &Loaded) -> Option<String> {
    let first = loaded.troubles.first()?;
    Some(format!("Settings, {first}. {}", first.mend))
}

/// What the interface starts with. A file with faults can be looked at.
fn start(path: &Path, globals: &Globals) -> Result<Start, CliError> {
    let mut file = File {
        name: path.display().to_string(),
        ..File::default()
    };
    let options = OpenOptions {
        despite_faults: true,
        who: Some(who(globals)),
        ..reading(globals.read_only)
    };
    let (store, workspace) = match open(path, options) {
        Ok(Opened {
            store,
            workspace,
            access,
            ..
        }) => {
            if let Access::ReadOnly(reason) = access {
                file.read_only = Some(reason.to_string());
                file.faults = match reason {
                    ReadOnlyReason::Faults(faults) => faults,
                    _ => Vec::new(),
                };
            }
            (Some(store), workspace)
        }
        Err(failure) => match failure.error {
            OpenError::Faulty { faults, .. } => {
                file.read_only = Some("the file has faults".to_owned());
                file.faults = faults;
                (None, Workspace::empty())
            }
            _ => return Err(failure.into()),
        },
    };
    let (loaded, keymap) = checked(load(globals.config.as_deref()));
    Ok(Start {
        store,
        workspace,
        file,
        path: path.to_owned(),
        options: Options {
            period: globals.period,
            as_of: globals.as_of,
            ascii: globals.ascii || loaded.config.ascii,
            mouse: globals.mouse || loaded.config.mouse,
            keymap: Arc::new(keymap),
            who: loaded.config.who(),
            said: said_of(&loaded),
            ..Options::default()
        },
        colours: detect(globals.color, |name| std::env::var(name).ok()),
        palette: globals
            .theme
            .or_else(|| loaded.config.theme.parse().ok())
            .unwrap_or_default()
            .palette()
            .with(&loaded.config.colours),
    })
}
