//! `undo [STEP]`: takes a change back, whoever made it and whenever that was.

use std::io::{self, IsTerminal as _, Write as _};
use std::sync::Arc;

use clap::Args;

use crate::domain::entry::Entry;
use crate::domain::trail::steps_behind;
use crate::report::trail::{by, refusal_words, sentence};
use crate::store::{CommitError, Conflict, FindError};
use crate::text::display_safe_lines;

use super::arguments::Globals;
use super::desk::Desk;
use super::error::{CliError, Code, Kind};
use super::history::object;
use super::json;
use super::output::Output;

const EXAMPLES: &str = "\
Examples:
  scrutineer undo                 your newest change
  scrutineer undo 12              any change, by its number in “scrutineer history”
  scrutineer undo --to 9          all of your changes after number 9, as one
  scrutineer undo 12 --yes        without the question that is asked on a terminal

Nothing is taken out of the history: undoing adds the opposite. To make an undone
change again, undo the undo. Where a field was changed since, nothing is undone:
exit code 5.";

/// What to take back.
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
#[command(override_usage = "scrutineer undo [STEP | --to STEP] [OPTIONS]")]
pub(super) struct UndoArgs {
    /// Number of the change, or the beginning of its hash; your newest one if left out
    step: Option<String>,
    /// Take back all of your changes after this one
    #[arg(long, value_name = "STEP", conflicts_with = "step")]
    to: Option<String>,
    /// Ask nothing; without a terminal nothing is asked anyhow
    #[arg(long)]
    yes: bool,
}

/// Takes changes back.
pub(super) fn run(
    args: &UndoArgs,
    globals: &Globals,
    output: &mut Output<'_>,
) -> Result<Code, CliError> {
    let mut desk = Desk::open(globals)?;
    let entries = match (&args.step, &args.to) {
        (Some(step), _) => vec![change(&desk, step)?],
        (None, Some(to)) => later(&desk, to)?,
        (None, None) => desk.store.undo_target()?.into_iter().collect(),
    };
    if entries.is_empty() {
        let message = "there is no change of yours to take back";
        let hint = "“scrutineer history” lists all changes with their numbers";
        return Err(CliError::new(Kind::NoMatch, message, hint));
    }
    let named = args.step.is_some() || args.to.is_some();
    if named && !args.yes && !confirmed(&desk, &entries)? {
        output.note("nothing was taken back");
        return Ok(Code::NEGATIVE);
    }
    let committed = match desk.store.undo(&entries) {
        Err(CommitError::Conflict(conflict)) => return Err(refused(&desk, &entries, &conflict)),
        done => done?,
    };
    let entry = committed.entry.clone();
    desk.saved(committed, output);
    if globals.json {
        json::print(&object(&desk, &entry, false), output)?;
    } else {
        let said = sentence(&entry, &desk.workspace, desk.moment);
        output.line(&format!("{}  {said}", entry.seq))?;
    }
    Ok(Code::DONE)
}

/// Asks on the terminal whether the changes that were named shall be taken back, whoever made them
/// (store rules, section 3). Yes where there is no terminal to ask on: a script says what it means.
fn confirmed(desk: &Desk, entries: &[Arc<Entry>]) -> Result<bool, CliError> {
    let (stdin, mut stderr) = (io::stdin(), io::stderr());
    if !stdin.is_terminal() || !stderr.is_terminal() {
        return Ok(true);
    }
    let unasked =
        |error: io::Error| CliError::usage(format!("nobody could be asked: {error}"), "Say --yes");
    let told = entries.iter().map(|entry| {
        let said = sentence(entry, &desk.workspace, desk.moment);
        format!("{}  {}: {said}\n", entry.seq, by(entry))
    });
    let words = told.collect::<String>() + "Take this back? y/n ";
    let question = display_safe_lines(&words);
    stderr.write_all(question.as_bytes()).map_err(unasked)?;
    stderr.flush().map_err(unasked)?;
    let mut answer = String::new();
    stdin.read_line(&mut answer).map_err(unasked)?;
    Ok(matches!(answer.trim().to_lowercase().as_str(), "y" | "yes"))
}

/// The change that is called so.
fn change(desk: &Desk, name: &str) -> Result<Arc<Entry>, CliError> {
    let entry = desk.store.find(name)?;
    if entry.is_change() && !entry.edits.is_empty() {
        return Ok(entry);
    }
    let message = format!("entry {} is no change of the workspace", entry.seq);
    let hint = "“scrutineer history” lists all changes with their numbers";
    Err(CliError::usage(message, hint))
}

/// My later changes, newest first.
fn later(desk: &Desk, to: &str) -> Result<Vec<Arc<Entry>>, CliError> {
    let to = desk.store.find(to)?.hash;
    let steps = steps_behind(desk.store.history()?, desk.store.who(), to)?;
    Ok(steps.unwrap_or_default())
}

/// What was changed since, and by whom.
fn refused(desk: &Desk, entries: &[Arc<Entry>], conflict: &Conflict) -> CliError {
    let numbers: Vec<String> = entries.iter().map(|entry| entry.seq.to_string()).collect();
    let why = refusal_words(&conflict.refusal, &conflict.workspace, desk.moment);
    let whom = conflict.by.as_ref().map(|entry| {
        let day = entry.time.day().map(|day| day.to_string());
        let (day, clock) = (day.unwrap_or_default(), entry.time.clock());
        format!(
            "{} changed it with number {} on {day} {clock}\n",
            by(entry),
            entry.seq
        )
    });
    CliError::new(
        Kind::Conflict,
        format!("{} not undone: {why}", numbers.join(", ")),
        format!(
            "{}Undo that first, or set the field to what it shall be",
            whom.unwrap_or_default()
        ),
    )
}

impl From<FindError> for CliError {
    fn from(error: FindError) -> Self {
        let hint = "“scrutineer history” lists all changes with their numbers";
        match error {
            FindError::Journal(error) => error.into(),
            FindError::Missing(_) => Self::new(Kind::NoMatch, error.to_string(), hint),
            FindError::NoName(_) => Self::usage(error.to_string(), hint),
            FindError::Ambiguous { .. } => {
                Self::usage(error.to_string(), "Name it by more digits of its hash")
            }
        }
    }
}
