//! No command: the interface.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::app::effect::NewFile;
use crate::app::state::{File, Options, Screen};
use crate::config::{Loaded, load};
use crate::domain::entry::Who;
use crate::domain::period::Period;
use crate::domain::workspace::Workspace;
use crate::search::view::{named, offered};
use crate::store::{Access, OpenError, OpenOptions, Opened, ReadOnlyReason, Store};
use crate::text;
use crate::tui::colour::detect;
use crate::tui::keys::checked;
use crate::tui::{self, Files, OpenFile, Start, With};

use super::arguments::Globals;
use super::desk::{open, reading};
use super::error::{CliError, Code, no_terminal};
use super::output::Output;
use super::{file, init, sample};

/// What is to be seen first.
#[derive(Debug, Default)]
pub(super) struct Opening {
    /// A saved view.
    pub(super) view: Option<String>,
    /// A screen.
    pub(super) screen: Option<Screen>,
    /// An update round, and whether of what is mine alone.
    pub(super) round: Option<bool>,
}

/// Opens the interface, and waits until it is left. What cannot be opened is said before the terminal
/// is touched.
pub(super) fn run(
    globals: &Globals,
    opening: Opening,
    output: &mut Output<'_>,
) -> Result<Code, CliError> {
    if globals.json {
        return Err(CliError::usage(
            "--json needs a command",
            "One of list, show, search, set and check (see --help)",
        ));
    }
    let (loaded, keymap) = checked(load(globals.config.as_deref()));
    let files = FilesOf {
        read_only: globals.read_only,
        period: globals.period,
        who: loaded.config.who(),
    };
    let with = with(&files, globals, output)?;
    let private_views = tui::private_views();
    if let (Some(name), With::File(opened)) = (&opening.view, &with) {
        named(&offered(&opened.workspace, &private_views), name)?;
    }
    if !output.is_terminal() {
        return Err(no_terminal());
    }
    let start = Start {
        with,
        files: Arc::new(files),
        options: Options {
            period: globals.period,
            as_of: globals.as_of,
            ascii: globals.ascii || loaded.config.ascii,
            mouse: globals.mouse || loaded.config.mouse,
            keymap: Arc::new(keymap),
            who: loaded.config.who(),
            private_views,
            view: opening.view,
            screen: opening.screen,
            said: said_of(&loaded),
            round: opening.round,
            ..Options::default()
        },
        colours: detect(globals.color, |name| std::env::var(name).ok()),
        palette: globals
            .theme
            .or_else(|| loaded.config.theme.parse().ok())
            .unwrap_or_default()
            .palette()
            .with(&loaded.config.colours),
    };
    Ok(Code::of_interface(tui::run(start)?))
}

/// The file that is meant, else the one that was open last, else a choice of what to begin with.
fn with(files: &FilesOf, globals: &Globals, output: &Output<'_>) -> Result<With, CliError> {
    let path = match (file::named(globals), tui::last_file()) {
        (Ok(path), _) => path,
        (Err(_), Some(last)) if last.is_file() => last,
        (Err(error), _) if !output.is_terminal() => {
            let hint = "Start with “scrutineer FILE”; it is found again the next time";
            return Err(CliError::usage(
                error.message,
                format!("{hint}\n{}", error.hint),
            ));
        }
        (Err(_), last) => {
            let near = file::in_folder(Path::new("."));
            return Ok(With::Nothing {
                near: near.iter().map(|it| it.display().to_string()).collect(),
                gone: last.map(|it| it.display().to_string()),
            });
        }
    };
    Ok(With::File(Box::new(files.read(&path)?)))
}

/// The columns of the message line on the narrowest usual terminal.
const LINE: usize = 79;

/// What is to be said of the settings at the start: the only trouble and its remedy where the line holds
/// both, else how many there are and what lists them.
fn said_of(loaded: &Loaded) -> Option<String> {
    let first = loaded.troubles.first()?;
    let lists = "“scrutineer config check” lists";
    Some(match loaded.troubles.len() {
        1 => {
            let whole = format!("Settings, {first}. {}", first.mend);
            if text::width(&whole) <= LINE {
                whole
            } else {
                format!("1 fault in the settings: {lists} it")
            }
        }
        more => format!("{more} faults in the settings: {lists} them"),
    })
}

/// How files are opened and made.
struct FilesOf {
    read_only: bool,
    period: Option<Period>,
    who: Who,
}

impl FilesOf {
    /// Opens a file. One with faults can be looked at.
    fn read(&self, path: &Path) -> Result<OpenFile, CliError> {
        let mut file = File {
            name: path.display().to_string(),
            ..File::default()
        };
        let options = OpenOptions {
            despite_faults: true,
            who: Some(self.who.clone()),
            ..reading(self.read_only)
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
        Ok(OpenFile {
            store,
            workspace,
            file,
            path: PathBuf::from(path),
        })
    }

    fn write(&self, path: &Path, content: &NewFile) -> Result<(), CliError> {
        let workspace = match content {
            NewFile::Sample => sample::workspace()?,
            NewFile::Titled(title) => init::begun(title.clone(), self.period),
        };
        Store::create(path, &workspace)?;
        Ok(())
    }
}

impl Files for FilesOf {
    fn open(&self, path: &Path) -> Result<OpenFile, String> {
        self.read(path).map_err(|error| in_a_line(&error))
    }

    fn make(&self, path: &Path, content: &NewFile) -> Result<(), String> {
        self.write(path, content).map_err(|error| in_a_line(&error))
    }
}

/// What is wrong and what to do, for the message line.
fn in_a_line(error: &CliError) -> String {
    let hint = error.hint.lines().next().unwrap_or_default();
    [&*error.message, hint]
        .join(". ")
        .trim_end_matches(['.', ' '])
        .to_owned()
}
