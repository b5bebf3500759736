//! `round`: goes round everything that the period still asks for, in the interface or, with `--plain`, as
//! questions and answers.

mod answer;
mod ask;

use clap::Args;

use crate::analysis::round::{Person, Whose, is_known};
use crate::config::load;

use super::arguments::Globals;
use super::desk::Desk;
use super::error::{CliError, Code, Kind};
use super::interface::{self, Opening};
use super::output::Output;

const EXAMPLES: &str = "\
Examples:
  scrutineer round
  scrutineer round --mine
  scrutineer --plain round

With --plain it asks one question after the other in plain lines, without a
screen: an empty answer passes it over, “nothing” says that there is nothing to
report, “skip” goes to the next one, “back” to the one before, “q” leaves. Each
answer is saved at once. Begin again at any time: what is given is not asked for.";

/// Whose tasks are asked for.
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub(super) struct RoundArgs {
    /// Ask only for what the records name you for (see “scrutineer config show”)
    #[arg(long)]
    mine: bool,
}

/// Goes round.
pub(super) fn run(
    args: &RoundArgs,
    globals: &Globals,
    output: &mut Output<'_>,
) -> Result<Code, CliError> {
    if globals.json {
        return Err(CliError::usage(
            "round has no --json",
            "“scrutineer add --json” and “set --json” enter single things",
        ));
    }
    if globals.plain {
        return plain(args.mine, globals, output);
    }
    let opening = Opening {
        round: Some(args.mine),
        ..Opening::default()
    };
    interface::run(globals, opening, output)
}

/// The round as questions and answers.
pub(super) fn plain(
    mine: bool,
    globals: &Globals,
    output: &mut Output<'_>,
) -> Result<Code, CliError> {
    let desk = Desk::open(globals)?;
    if desk.moment.period.is_none() {
        return Err(CliError::usage(
            "the workspace has no current period",
            "Give the file its current_period first, or say --period '2010/11 Q2'",
        ));
    }
    let whose = if mine {
        Whose::Of(me(globals, &desk)?)
    } else {
        Whose::All
    };
    ask::Asking::new(desk, whose, std::io::stdin().lock()).run(output)
}

/// Who goes round, as the settings say.
fn me(globals: &Globals, desk: &Desk) -> Result<Person, CliError> {
    let who = load(globals.config.as_deref()).config.who();
    let person = Person {
        called: vec![who.name.clone()],
        role: who.role,
    };
    if is_known(&desk.workspace, &person) {
        return Ok(person);
    }
    let hint = "Give your name or post, and your role, in the settings (“scrutineer config path”)";
    Err(if who.name.is_empty() {
        CliError::usage("it is not said who you are", hint)
    } else {
        let message = format!("no record names {}", who.name);
        CliError::new(Kind::NoMatch, message, hint)
    })
}
