//! `init`: a new workspace.

use std::path::PathBuf;

use clap::Args;

use crate::domain::period::Period;
use crate::domain::workspace::Workspace;
use crate::store::{CreateError, Store};
use crate::tui::today;

use super::arguments::Globals;
use super::error::{CliError, Code};
use super::json::{self, Object};
use super::output::Output;
use super::sample;

const EXAMPLES: &str = "\
Examples:
  scrutineer init plan.json
  scrutineer init plan.json --title 'Improvement plan' --period '2026/27 Q3'
  scrutineer init try.json --sample

Nothing is asked, and a file that is there already is left as it is: exit code 4.
Without --period the workspace begins in the quarter of today.";

/// What to begin with.
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub(super) struct InitArgs {
    /// The file to write
    #[arg(value_name = "FILE", required_unless_present = "file")]
    path: Option<PathBuf>,
    /// What the workspace is called
    #[arg(long, conflicts_with = "sample")]
    title: Option<String>,
    /// Whose it is
    #[arg(long, value_name = "NAME", conflicts_with = "sample")]
    organisation: Option<String>,
    /// Write a copy of the sample, to look round in
    #[arg(long)]
    sample: bool,
}

/// Writes it.
pub(super) fn run(
    args: InitArgs,
    globals: &Globals,
    output: &mut Output<'_>,
) -> Result<Code, CliError> {
    let path = match (args.path, &globals.file) {
        (Some(path), Some(file)) if path != *file => {
            return Err(CliError::usage(
                "two files are named",
                "Name one: init FILE",
            ));
        }
        (Some(path), _) => path,
        (None, Some(file)) => file.clone(),
        (None, None) => return Err(CliError::usage("no file is named", "Name one: init FILE")),
    };
    let workspace = if args.sample {
        sample::workspace()?
    } else {
        Workspace {
            organisation: args.organisation.unwrap_or_default(),
            ..begun(args.title.unwrap_or_default(), globals.period)
        }
    };
    Store::create(&path, &workspace)?;
    let period = workspace.current_period.text();
    if globals.json {
        let object = Object::new()
            .with("kind", "workspace")
            .with("id", &path.to_string_lossy())
            .with("title", &workspace.title)
            .with("period", &period);
        json::print(&object, output)?;
    } else {
        let shown = path.display();
        output.line(&format!("{shown}: a new workspace, in {period}"))?;
        output.note(&format!("scrutineer {shown} opens it"));
    }
    Ok(Code::DONE)
}

/// A workspace with nothing in it yet, in a period; where none is named in the quarter of today.
pub(super) fn begun(title: String, period: Option<Period>) -> Workspace {
    Workspace::begun(title, period.or_else(|| today().map(Period::quarter_of)))
}

impl From<CreateError> for CliError {
    fn from(error: CreateError) -> Self {
        Self::new(error.kind().into(), error.to_string(), error.hint())
    }
}
