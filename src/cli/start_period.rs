//! `start-period [PERIOD]`: the workspace goes on to the next quarter.

use clap::Args;

use crate::analysis::rollover::{NotStarted, start_period};
use crate::domain::period::Period;

use super::arguments::{Globals, period};
use super::desk::Desk;
use super::error::{CliError, Code};
use super::json::{self, Object};
use super::output::Output;

const EXAMPLES: &str = "\
Examples:
  scrutineer start-period
  scrutineer start-period '2010/11 Q3'

Every priority that is tracked gets an empty tracker, and the open actions of
the last one are carried into it; nothing is copied as if it were new. It is
one change: scrutineer undo takes it back.";

/// Which period to start.
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub(super) struct StartPeriodArgs {
    /// Period to start instead of the next one
    #[arg(value_name = "PERIOD", value_parser = period)]
    to: Option<Period>,
}

/// Starts a period.
pub(super) fn run(
    args: &StartPeriodArgs,
    globals: &Globals,
    output: &mut Output<'_>,
) -> Result<Code, CliError> {
    let mut desk = Desk::open(globals)?;
    let rollover = start_period(&desk.workspace, args.to).map_err(|why| {
        let hint = match why {
            NotStarted::NoCurrent => "Give the file its current_period first",
            NotStarted::Last(_) => "Name the period that begins",
            NotStarted::NotLater { .. } | NotStarted::Refused(_) => "",
        };
        CliError::usage(why.to_string(), hint)
    })?;
    let committed = desk.store.commit(&rollover.step)?;
    desk.saved(committed, output);
    if globals.json {
        let object = Object::new()
            .with("from", &rollover.from.to_string())
            .with("to", &rollover.to.to_string())
            .with("trackers", &rollover.trackers)
            .with("carried", &rollover.carried);
        json::print(&object, output)?;
    } else {
        output.line(&rollover.to_string())?;
    }
    Ok(Code::DONE)
}
