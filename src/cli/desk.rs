//! An open workspace with what every command needs to look at it.

use std::path::{Path, PathBuf};
use std::time::Duration;

use clap::CommandFactory as _;

use crate::analysis::index::Index;
use crate::analysis::moment::Moment;
use crate::config::load;
use crate::domain::entry::Who;
use crate::domain::workspace::Workspace;
use crate::search::catalogue::Catalogue;
use crate::search::fields::Asked;
use crate::search::{Query, QueryError, nearest};
use crate::store::{Committed, Durability, OpenError, OpenOptions, Opened, Snapshot, Store};

use super::arguments::{Arguments, Globals};
use super::error::CliError;
use super::file;
use super::output::Output;

/// How long a command waits while nobody gets on: a script has more time than somebody at a screen, and
/// on a machine that is busy beyond measure whoever holds the lock may not be running.
const PATIENCE: Duration = Duration::from_secs(15);

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
        let options = OpenOptions {
            who: Some(who(globals)),
            ..reading(globals.read_only)
        };
        let mut opened = open(&file::named(globals)?, options)?;
        opened.store.set_patience(PATIENCE);
        Ok(Self {
            index: Index::new(&opened.workspace),
            moment: Moment::new(&opened.workspace, globals.period, globals.as_of),
            store: opened.store,
            workspace: opened.workspace,
            linked_elsewhere: opened.linked_elsewhere,
        })
    }

    /// A change is saved: the workspace is the one with it. What there is to know beside that is
    /// said, and the file is written anew where nobody else will do so.
    pub(super) fn saved(&mut self, committed: Committed, output: &mut Output<'_>) {
        self.workspace = committed.workspace;
        if let Some(aside) = committed.set_aside {
            output.note(&format!(
                "a crash had left half an entry at the journal's end; it is kept as {}",
                aside.display()
            ));
        }
        match self.store.leave() {
            Ok(Some(snapshot)) => self.remark(&snapshot, output),
            Ok(None) => {}
            Err(error) => output.note(&format!(
                "the change is saved in the journal, but the file could not be written anew: {error}"
            )),
        }
    }

    fn remark(&self, snapshot: &Snapshot, output: &mut Output<'_>) {
        if let Durability::NotYetConfirmed(reason) = &snapshot.durability {
            output.note(&format!(
                "the change is saved in the journal; the file has it too, but may not survive a power cut yet: {reason}"
            ));
        }
        if !snapshot.attributes_kept {
            output.note(
                "owner or access of the file could not be kept: fewer people may read it now",
            );
        }
        if self.linked_elsewhere {
            output.note("the file has another name somewhere, which keeps the old content");
        }
    }

    /// What queries are asked against.
    pub(super) fn asked(&self) -> Asked<'_> {
        Asked {
            workspace: &self.workspace,
            index: &self.index,
            moment: self.moment,
            who: self.store.who(),
        }
    }
}

/// Who makes the changes, by the settings.
pub(super) fn who(globals: &Globals) -> Who {
    load(globals.config.as_deref()).config.who()
}

/// How to open a file that is not changed by anybody in particular.
pub(super) fn reading(read_only: bool) -> OpenOptions {
    OpenOptions {
        read_only,
        ..OpenOptions::default()
    }
}

/// Opens a file. One that is not there may be a command that was mistyped.
pub(super) fn open(path: &Path, options: OpenOptions) -> Result<Opened, OpenFailure> {
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
