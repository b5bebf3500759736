//! The arguments, as clap reads and explains them. Doc comments here are what `--help` says.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand};

use crate::app::state::Screen;
use crate::domain::day::Day;
use crate::domain::period::Period;
use crate::search::nearest;
use crate::tui::colour::{ColourChoice, UnknownColour};
use crate::tui::theme::{Theme, UnknownTheme};

use super::error::CliError;
use super::{
    add, approve, check, completions, config, delete, explain, generate, history, init, list, man,
    report, retire, round, search, set, show, start_period, undo, verify,
};

const EXAMPLES: &str = "\
Examples:
  scrutineer leeds.json
  scrutineer leeds.json --view overdue
  scrutineer list priorities --where rating:red,amber
  scrutineer show LN-1d
  scrutineer search teenage conception
  scrutineer set LN-1d --rating red --direction static
  scrutineer report exceptions --board children
  scrutineer check

The workspace is FILE or -f FILE, else SCRUTINEER_FILE, else the one workspace
file in the current folder; else the interface opens the file that was open last.

Exit codes: 0 done, 1 no match or errors found by check or verify, 2 usage, 3
the file could not be read, 4 it could not be written, 5 somebody else changed it.";

/// Improvement plans in a terminal: priorities, indicators, actions and recommendations.
///
/// Without a command the interface opens.
#[derive(Debug, Parser)]
#[command(name = "scrutineer", version, after_help = EXAMPLES)]
pub(super) struct Arguments {
    /// Workspace file
    #[arg(value_name = "FILE")]
    pub(super) workspace: Option<PathBuf>,
    /// Open the interface on this saved view
    #[arg(long, value_name = "NAME")]
    pub(super) view: Option<String>,
    /// Open the interface on this screen: trackers, recommendations, exceptions, overview, programme
    /// or history, or its number
    #[arg(long, value_name = "NAME", value_parser = screen, conflicts_with = "view")]
    pub(super) screen: Option<Screen>,
    #[command(flatten)]
    pub(super) globals: Globals,
    #[command(subcommand)]
    pub(super) command: Option<Command>,
}

/// What can be done without the interface.
#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// Start a new workspace
    Init(init::InitArgs),
    /// List records of one kind
    List(list::ListArgs),
    /// Show the page of a record
    Show(show::ShowArgs),
    /// Explain why a priority or an indicator has its colours
    Explain(explain::ExplainArgs),
    /// Search all records
    Search(search::SearchArgs),
    /// Set rating, direction or note; or one value of many
    Set(Box<set::SetArgs>),
    /// Add a record, or an update, result or progress of one
    Add(add::AddArgs),
    /// Approve the tracker of a priority
    Approve(approve::ApproveArgs),
    /// Retire priorities or indicators from a period on
    Retire(retire::RetireArgs),
    /// Delete a record, after naming what refers to it
    Delete(delete::DeleteArgs),
    /// Go round everything that the period still asks for
    Round(round::RoundArgs),
    /// Go on to the next period, with empty trackers
    StartPeriod(start_period::StartPeriodArgs),
    /// Find what does not hold together
    Check(check::CheckArgs),
    /// List who changed what, newest first
    History(history::HistoryArgs),
    /// Take a change back
    Undo(undo::UndoArgs),
    /// Prove that the history is whole
    Verify(verify::VerifyArgs),
    /// Write a report: exceptions, summary, counts, tracker, …
    Report(report::ReportArgs),
    /// Print what a shell needs to complete commands and codes
    Completions(completions::CompletionsArgs),
    /// Print the manual page
    Man(man::ManArgs),
    /// Write a made-up workspace of any size, to try things out
    Generate(generate::GenerateArgs),
    /// Show or check your settings
    Config(config::ConfigArgs),
}

/// Options that stand before or behind any command.
#[derive(Debug, Args)]
#[command(next_help_heading = "Global options")]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is a switch of its own on the command line"
)]
pub(super) struct Globals {
    /// Workspace file
    #[arg(short, long, value_name = "FILE", global = true)]
    pub(super) file: Option<PathBuf>,
    /// Take your settings from this file
    #[arg(long, value_name = "FILE", global = true)]
    pub(super) config: Option<PathBuf>,
    /// Never change the file
    #[arg(long, global = true)]
    pub(super) read_only: bool,
    /// Look at this period ("2008/09 Q4") instead of the current one
    #[arg(long, value_name = "PERIOD", value_parser = period, global = true)]
    pub(super) period: Option<Period>,
    /// Take this day ("2009-03-31") for today
    #[arg(long, value_name = "DAY", value_parser = day, global = true)]
    pub(super) as_of: Option<Day>,
    /// Use colours: auto, never, 16, 256 or truecolor
    #[arg(long, value_name = "WHEN", default_value = "auto", hide_default_value = true, value_parser = colour, global = true)]
    pub(super) color: ColourChoice,
    /// Theme: terminal, dark, light, high-contrast, colour-blind, colour-blind-light or monochrome
    #[arg(long, value_name = "NAME", value_parser = theme, global = true)]
    pub(super) theme: Option<Theme>,
    /// Go round what is missing as questions in plain lines
    #[arg(long, global = true)]
    pub(super) plain: bool,
    /// Draw with ASCII characters only
    #[arg(long, global = true)]
    pub(super) ascii: bool,
    /// Let the mouse click, scroll and drag (interface only)
    #[arg(long, global = true)]
    pub(super) mouse: bool,
    /// Print one JSON value (commands only)
    #[arg(long, global = true)]
    pub(super) json: bool,
}

impl Globals {
    /// Takes the file that was given without `-f`. Two different files are one too many.
    pub(super) fn take_file(&mut self, given: Option<PathBuf>) -> Result<(), CliError> {
        match (&self.file, given) {
            (Some(file), Some(given)) if *file != given => Err(CliError::usage(
                format!(
                    "two files are named: {} and {}",
                    given.display(),
                    file.display()
                ),
                "Name one: FILE or -f FILE",
            )),
            (None, given) => {
                self.file = given;
                Ok(())
            }
            _ => Ok(()),
        }
    }
}

pub(super) fn period(text: &str) -> Result<Period, String> {
    Period::read(text).ok_or_else(|| {
        "periods are written like “2008/09 Q4”, “2008/09”, “2009” or “Dec 2008”".to_owned()
    })
}

/// A screen by its word, or by the key that shows it.
fn screen(text: &str) -> Result<Screen, String> {
    let word = text.trim().to_lowercase();
    let mut all = Screen::ALL.into_iter();
    let found = all.find(|it| it.word() == word || (it.index() + 1).to_string() == word);
    found.ok_or_else(|| {
        let words = Screen::ALL.map(Screen::word);
        let near = nearest(&word, words.iter().map(String::as_str));
        near.map_or_else(
            || format!("the screens are {}", words.join(", ")),
            |near| format!("did you mean “{near}”?"),
        )
    })
}

fn day(text: &str) -> Result<Day, String> {
    Day::read(text)
        .ok_or_else(|| "days are written like “2009-03-31” or “31 March 2009”".to_owned())
}

fn theme(text: &str) -> Result<Theme, String> {
    text.parse()
        .map_err(|unknown: UnknownTheme| unknown.to_string())
}

fn colour(text: &str) -> Result<ColourChoice, String> {
    text.parse()
        .map_err(|unknown: UnknownColour| unknown.to_string())
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory as _;

    use super::*;

    #[test]
    fn the_arguments_do_not_contradict_each_other() {
        Arguments::command().debug_assert();
    }
}
