//! `retire CODE…`: priorities and indicators end with a period, and earlier ones keep them.

use clap::Args;

use crate::analysis::many::Setting;
use crate::domain::period::Period;

use super::arguments::{Globals, period};
use super::desk::Desk;
use super::error::{CliError, Code};
use super::many::{self, Many};
use super::output::Output;

const EXAMPLES: &str = "\
Examples:
  scrutineer retire LN-1d
  scrutineer retire LN-1d 'NI 117' --from '2011/12 Q1'
  scrutineer retire LN-1d --take-up

What is retired is left out of lists and counts from that period on. Earlier
periods show it as they did, and nothing of it is deleted.";

/// What to retire.
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub(super) struct RetireArgs {
    /// Codes of priorities and indicators, or kind:id
    #[arg(required = true, value_name = "CODE", add = super::completions::any_code())]
    codes: Vec<String>,
    /// First period in which it is no longer followed, instead of the one after the period in view
    #[arg(long, value_name = "PERIOD", value_parser = period)]
    from: Option<Period>,
    /// Follow again what was retired
    #[arg(long, conflicts_with = "from")]
    take_up: bool,
}

/// Retires records, or takes them up again.
pub(super) fn run(
    args: &RetireArgs,
    globals: &Globals,
    output: &mut Output<'_>,
) -> Result<Code, CliError> {
    let mut desk = Desk::open(globals)?;
    let next = || desk.moment.period.and_then(Period::next);
    let from = match (args.take_up, args.from.or_else(next)) {
        (true, _) => None,
        (false, Some(from)) => Some(from),
        (false, None) => {
            let message = "the workspace has no current period after which it ends";
            return Err(CliError::usage(message, "Give one with --from"));
        }
    };
    let settings = vec![Setting::RetiredFrom(from)];
    let many = Many {
        records: many::records(&desk, &args.codes, None, &settings)?,
        settings,
        cause: "retire",
        asks: false,
        yes: true,
        globals,
    };
    many::run(&many, &mut desk, output)
}
