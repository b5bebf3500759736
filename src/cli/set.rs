//! `set CODE…`: rating, direction and note of a priority, in the current period or another; and, shown
//! before it is done, one value for several records.

mod change;
mod many;

use clap::{ArgGroup, Args};

use crate::store::CommitError;

use super::arguments::Globals;
use super::desk::Desk;
use super::error::{CliError, Code};
use super::json::{self, Object};
use super::many::Many;
use super::output::Output;
use super::record::head;
use change::{Change, Planned, Wanted, shown};

const EXAMPLES: &str = "\
Examples:
  scrutineer set LN-1d --rating red --direction static
  scrutineer set LN-1d --rating R --note 'The funding ends in March'
  scrutineer set LN-1d --rating green --period '2008/09 Q3'
  scrutineer set LN-1d --rating red --was rating=amber
  scrutineer set LN-1d LN-1b HW-1d --direction static
  scrutineer set --where 'kind:action officer:connexions' --due 'Dec 2010' --yes

A value of none takes rating or direction away, an empty note the note. With
--was nothing is changed unless the field still has that value: exit code 5.
What several records or a query would come to is shown and asked about first,
and done as one change; --yes answers yes.";

/// How often others may change the same tracker in between.
const ATTEMPTS: usize = 8;

/// What to set.
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
#[command(override_usage = "scrutineer set CODE... [--where QUERY] [--rating R] [OPTIONS]")]
#[command(group(ArgGroup::new("values").required(true).multiple(true)))]
pub(super) struct SetArgs {
    /// Code of the priority, or kind:id; several are changed as one
    #[arg(value_name = "CODE", required_unless_present = "query", add = super::completions::any_code())]
    codes: Vec<String>,
    /// Set it of everything that fits this query and has it
    #[arg(long = "where", value_name = "QUERY")]
    query: Option<String>,
    /// Set the overall progress rating: red, amber, green, … or its letter
    #[arg(long, group = "values")]
    rating: Option<String>,
    /// Set the direction of travel: improving, static, deteriorating, or + = -
    #[arg(long, group = "values", allow_hyphen_values = true)]
    direction: Option<String>,
    /// Set the note that goes with the rating
    #[arg(long, value_name = "TEXT", group = "values")]
    note: Option<String>,
    /// Set how actions stand: not_started, on_track, delayed, on_hold, completed, discontinued
    #[arg(long, group = "values")]
    status: Option<String>,
    /// Put it before this board too
    #[arg(long, group = "values")]
    board: Option<String>,
    /// Take it from this board
    #[arg(long, value_name = "BOARD", group = "values")]
    not_board: Option<String>,
    /// Set when actions or recommendations are due, in words or as a day
    #[arg(long, value_name = "WHEN", group = "values")]
    due: Option<String>,
    /// Say why the due date moves
    #[arg(long, value_name = "TEXT", requires = "due")]
    why: Option<String>,
    /// Give it to this officer, by post, in the place of those with the same role
    #[arg(long, value_name = "POST", group = "values")]
    officer: Option<String>,
    /// Say what the officer does: lead, accountable_officer, accountable_director, …
    #[arg(long, requires = "officer")]
    role: Option<String>,
    /// Set the service that owns indicators
    #[arg(long, value_name = "SERVICE", group = "values")]
    owner: Option<String>,
    /// Change several records without asking
    #[arg(long)]
    yes: bool,
    /// Change nothing unless the field (rating, direction or note) still has this value
    #[arg(long, value_name = "FIELD=VALUE")]
    was: Vec<String>,
}

/// Sets fields of a tracker.
pub(super) fn run(
    args: &SetArgs,
    globals: &Globals,
    output: &mut Output<'_>,
) -> Result<Code, CliError> {
    let mut desk = Desk::open(globals)?;
    if !args.is_of_one_tracker() {
        return run_many(args, &mut desk, globals, output);
    }
    let wanted = Wanted::read(args, &desk)?;
    for _ in 0..ATTEMPTS {
        let planned = wanted.plan(&desk)?;
        if planned.changes.is_empty() {
            report(&desk, &planned, globals, output)?;
            return Ok(Code::DONE);
        }
        match desk.store.commit(&planned.step) {
            Ok(committed) => {
                desk.saved(committed, output);
                report(&desk, &planned, globals, output)?;
                return Ok(Code::DONE);
            }
            // Somebody changed the same tracker meanwhile: what is wanted is held against theirs.
            Err(CommitError::Conflict(conflict)) => desk.workspace = conflict.workspace,
            Err(error) => return Err(error.into()),
        }
    }
    Err(CommitError::Contended {
        path: desk.store.path().to_owned(),
    }
    .into())
}

impl SetArgs {
    /// Whether it is about the tracker of one priority, and about nothing else.
    fn is_of_one_tracker(&self) -> bool {
        let others = [&self.status, &self.board, &self.not_board];
        let more = [&self.due, &self.officer, &self.owner];
        let others = others.into_iter().chain(more).any(Option::is_some);
        self.codes.len() == 1 && self.query.is_none() && !others
    }
}

/// Sets fields of several records, or such as are not of a tracker.
fn run_many(
    args: &SetArgs,
    desk: &mut Desk,
    globals: &Globals,
    output: &mut Output<'_>,
) -> Result<Code, CliError> {
    if args.note.is_some() || !args.was.is_empty() {
        return Err(CliError::usage(
            "--note and --was are for the tracker of one priority",
            "Set them in a command of their own",
        ));
    }
    let settings = many::settings(args, desk)?;
    let records = super::many::records(desk, &args.codes, args.query.as_deref(), &settings)?;
    let many = Many {
        asks: records.len() > 1 || args.query.is_some(),
        records,
        settings,
        cause: "set",
        yes: args.yes,
        globals,
    };
    super::many::run(&many, desk, output)
}

/// Says what changed, from what to what.
fn report(
    desk: &Desk,
    planned: &Planned,
    globals: &Globals,
    output: &mut Output<'_>,
) -> Result<(), CliError> {
    if globals.json {
        let changes: Vec<Object> = planned.changes.iter().map(object).collect();
        let object = head(desk, &planned.record)
            .with("period", &planned.period.to_string())
            .with("changes", &changes);
        return json::print(&object, output);
    }
    let (code, period) = (&planned.code, planned.period);
    if planned.changes.is_empty() {
        return output.line(&format!("{code}, {period}: unchanged, it is so already"));
    }
    let arrow = if globals.ascii { "->" } else { "→" };
    for Change {
        name,
        before,
        after,
    } in &planned.changes
    {
        let (before, after) = (shown(name, before.as_ref()), shown(name, after.as_ref()));
        output.line(&format!(
            "{code}, {period}: {name} {before} {arrow} {after}"
        ))?;
    }
    Ok(())
}

fn object(change: &Change) -> Object {
    Object::new()
        .with("field", change.name)
        .with("before", &change.before)
        .with("after", &change.after)
}
