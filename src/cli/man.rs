//! `man`: the manual page, made from the same words as `--help`.

use clap::{Args, CommandFactory as _};
use clap_mangen::Man;

use super::arguments::Arguments;
use super::error::{CliError, Code};
use super::output::Output;

const EXAMPLES: &str = "\
Examples:
  scrutineer man | man -l -
  scrutineer man set > scrutineer-set.1";

/// Which page.
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub(super) struct ManArgs {
    /// Command to print the page of; without one that of the program
    command: Option<String>,
}

/// Prints a manual page.
pub(super) fn run(args: &ManArgs, output: &mut Output<'_>) -> Result<Code, CliError> {
    let mut program = Arguments::command();
    program.build();
    let page = match &args.command {
        None => program,
        Some(name) => {
            let found = program.find_subcommand(name).cloned();
            let command = found.ok_or_else(|| unknown(name, &program))?;
            // clap names a built subcommand `scrutineer-set` already; the page is called so.
            let full = command.get_display_name().unwrap_or(name).to_owned();
            command.display_name(full)
        }
    };
    let mut text = Vec::new();
    let version = concat!("scrutineer ", env!("CARGO_PKG_VERSION"));
    Man::new(page).source(version).render(&mut text)?;
    output.inert(&String::from_utf8_lossy(&text))?;
    Ok(Code::DONE)
}

fn unknown(name: &str, program: &clap::Command) -> CliError {
    let names: Vec<&str> = program
        .get_subcommands()
        .map(clap::Command::get_name)
        .collect();
    CliError::usage(
        format!("there is no command “{name}”"),
        format!("One of {}", names.join(", ")),
    )
}
