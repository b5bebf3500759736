//! `generate`: a made-up workspace of any size.

use std::fs::{self, File, OpenOptions};
use std::io::{self, BufWriter, Write as _};
use std::os::unix::fs::OpenOptionsExt as _;
use std::path::{Path, PathBuf};

use clap::Args;

use crate::generate::{MOST, Recipe, write};

use super::error::{CliError, Code, Kind};
use super::output::Output;

const EXAMPLES: &str = "\
Examples:
  scrutineer generate -o try.json
  scrutineer generate --priorities 10000 --seed 7 -o large.json

The same number and seed give the same bytes. Fifty priorities take about a
megabyte. A file that is there already is left as it is.";

/// What to write.
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub(super) struct GenerateArgs {
    /// How many priorities
    #[arg(long, value_name = "N", default_value_t = 100, value_parser = clap::value_parser!(u32).range(0..=i64::from(MOST)))]
    priorities: u32,
    /// What chance begins with
    #[arg(long, value_name = "S", default_value_t = 1)]
    seed: u64,
    /// Write to this file instead of standard output
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,
}

/// Writes it.
pub(super) fn run(args: &GenerateArgs, output: &mut Output<'_>) -> Result<Code, CliError> {
    let recipe = Recipe {
        priorities: args.priorities,
        seed: args.seed,
    };
    match &args.output {
        Some(path) => into_file(path, recipe)?,
        // Nothing in it comes from outside, so that all of it is inert.
        None => write(recipe, output.data())?,
    }
    Ok(Code::DONE)
}

/// Writes a new file, for its owner only. What was begun and could not be finished is taken away again.
fn into_file(path: &Path, recipe: Recipe) -> Result<(), CliError> {
    let mut options = OpenOptions::new();
    let created = options.write(true).create_new(true).mode(0o600).open(path);
    let file = created.map_err(|error| not_written(path, &error))?;
    fill(file, recipe).map_err(|error| {
        let _ = fs::remove_file(path);
        not_written(path, &error)
    })
}

fn fill(file: File, recipe: Recipe) -> io::Result<()> {
    let mut file = BufWriter::new(file);
    write(recipe, &mut file)?;
    file.flush()?;
    file.get_ref().sync_all()
}

fn not_written(path: &Path, error: &io::Error) -> CliError {
    let hint = match error.kind() {
        io::ErrorKind::AlreadyExists => "Name another, or remove it first",
        _ => "",
    };
    let message = format!("{} was not written: {error}", path.display());
    CliError::new(Kind::Write, message, hint)
}
