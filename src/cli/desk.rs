//! An open workspace with what every command needs to look at it.

use std::path::{Path, PathBuf};

use clap::CommandFactory as _;

use crate::analysis::index::Index;
use crate::analysis::moment::Moment;
use crate::domain::workspace::Workspace;
use crate::search::catalogue::Catalogue;
use crate::search::fields::Asked;
use crate::search::{Query, QueryError, nearest};
use crate::store::{OpenError, OpenOptions, Opened, Store};

use super::arguments::{Arguments, Globals};
use super::error::CliError;
use super::file;

/// The workspace, and the moment from which it is seen.
pub(super) struct Desk {
    /// The way back to its file.
    pub(super) store: Store,
    /// The workspace as it was read.
    pub(super) workspace: Workspace,
    /// Its references.
    pub(super) index: Index,
    /// The period and day in view.
    pub(super) moment: Moment,
    /// Whether the file has another name somewhere.
    pub(super) linked_elsewhere: bool,
}

impl Desk {
    /// Opens the workspace that is meant.
    pub(super) fn open(globals: &Globals) -> Result<Self, CliError> {
        let opened = open(&file::named(globals)?, globals.read_only, false)?;
        Ok(Self {
            index: Index::new(&opened.workspace),
            moment: Moment::new(&opened.workspace, globals.period, globals.as_of),
            store: opened.store,
            workspace: opened.workspace,
            linked_elsewhere: opened.linked_elsewhere,
        })
    }

    /// What queries are asked against.
    pub(super) fn asked(&self) -> Asked<'_> {
        Asked {
            workspace: &self.workspace,
            index: &self.index,
            moment: self.moment,
        }
    }
}

/// Opens a file. One that is not there may be a command that was mistyped.
pub(super) fn open(
    path: &Path,
    read_only: bool,
    despite_faults: bool,
) -> Result<Opened, OpenFailure> {
    let options = OpenOptions {
        read_only,
        despite_faults,
    };
    Store::open_with(path, options).map_err(|error| OpenFailure {
        path: path.to_owned(),
        error,
    })
}

/// A file that was not opened, as it was named.
pub(super) struct OpenFailure {
    path: PathBuf,
    /// Why not.
    pub(super) error: OpenError,
}

impl From<OpenFailure> for CliError {
    fn from(failure: OpenFailure) -> Self {
        let typed = failure.path.to_str().unwrap_or_default().to_owned();
        let is_missing = matches!(failure.error, OpenError::Missing { .. });
        let mut error = Self::from(failure.error);
        let program = Arguments::command();
        let commands = program.get_subcommands().map(clap::Command::get_name);
        if let (true, Some(command)) = (is_missing, nearest(&typed, commands.chain(["help"]))) {
            error.hint = format!("{}\nDid you mean the command “{command}”?", error.hint);
        }
        error
    }
}

/// Understands a query, or says where it is wrong.
pub(super) fn parse(catalogue: &Catalogue, query: &str, option: &str) -> Result<Query, CliError> {
    catalogue
        .parse(query)
        .map_err(|error| misunderstood(&error, query, option))
}

/// What is wrong with a query, and the place under it.
fn misunderstood(error: &QueryError, query: &str, option: &str) -> CliError {
    let before = query.get(..error.range.start).unwrap_or_default();
    let at = crate::text::width(&crate::text::display_safe(before));
    let hint = format!("{query}\n{}^", " ".repeat(at));
    CliError::usage(format!("{option}: {error}"), hint)
}
