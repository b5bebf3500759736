//! Where a report goes: standard output, or a file that is not the workspace.

use std::fs;
use std::io;
use std::os::unix::fs::MetadataExt as _;
use std::path::{Path, PathBuf};

use crate::cli::arguments::Globals;
use crate::cli::desk::Desk;
use crate::cli::error::{CliError, Kind};
use crate::cli::output::Output;
use crate::report::document::Document;
use crate::report::text::to_text;

/// How wide text is in a file, which has no edge.
const FILE_COLUMNS: usize = 100;

/// Where a report goes.
pub(super) enum Destination {
    /// To standard output.
    Output,
    /// Into a file; what was there before goes.
    File(PathBuf),
}

impl Destination {
    /// The file that is named, else standard output. The workspace itself is never written over.
    pub(super) fn of(
        file: Option<&Path>,
        desk: &Desk,
        globals: &Globals,
    ) -> Result<Self, CliError> {
        let Some(file) = file.filter(|file| *file != Path::new("-")) else {
            return Ok(Self::Output);
        };
        let workspace = crate::cli::file::named(globals)?;
        if is_same(file, &workspace) || is_same(file, desk.store.path()) {
            return Err(CliError::usage(
                format!("{} is the workspace itself", file.display()),
                "Name another file with -o",
            ));
        }
        Ok(Self::File(file.to_owned()))
    }

    /// Writes a report whole.
    pub(super) fn write(&self, report: &str, output: &mut Output<'_>) -> Result<(), CliError> {
        match self {
            Self::Output => output.inert(report),
            Self::File(file) => fs::write(file, report).map_err(|error| unwritten(file, &error)),
        }
    }
}

/// Whether two names are of one file, whatever links lead to it.
fn is_same(one: &Path, other: &Path) -> bool {
    let found = fs::metadata(one).ok().zip(fs::metadata(other).ok());
    found.is_some_and(|(one, other)| (one.dev(), one.ino()) == (other.dev(), other.ino()))
}

fn unwritten(file: &Path, error: &io::Error) -> CliError {
    let hint = match error.kind() {
        io::ErrorKind::NotFound => "The folder is not there: make it, or name another",
        io::ErrorKind::PermissionDenied => "You may not write there: name another place",
        _ => "Name another place with -o",
    };
    let message = format!("{} could not be written: {error}", file.display());
    CliError::new(Kind::Write, message, hint)
}

/// A document as text: as wide as the terminal and in its colours, or plain in a file.
pub(super) fn as_text(
    document: &Document,
    destination: &Destination,
    globals: &Globals,
    output: &Output<'_>,
) -> String {
    match destination {
        Destination::Output => {
            let colours = output.colours(globals.color);
            to_text(document, output.page_columns(), globals.ascii, colours)
        }
        Destination::File(_) => to_text(document, FILE_COLUMNS, globals.ascii, false),
    }
}
