//! `set CODE`: rating, direction and note of a priority, in the current period or another.

mod change;

use clap::{ArgGroup, Args};

use crate::store::CommitError;

use super::arguments::Globals;
use super::desk::Desk;
use super::error::{CliError, Code};
use super::json::{self, Object};
use super::output::Output;
use super::record::head;
use change::{Change, Planned, Wanted, shown};

const EXAMPLES: &str = "\
Examples:
  scrutineer set LN-1d --rating red --direction static
  scrutineer set LN-1d --rating R --note 'The funding ends in March'
  scrutineer set LN-1d --rating green --period '2008/09 Q3'
  scrutineer set LN-1d --rating red --was rating=amber

A value of none takes rating or direction away, an empty note the note. With
--was nothing is changed unless the field still has that value: exit code 5.";

/// How often others may change the same tracker in between.
const ATTEMPTS: usize = 8;

/// What to set.
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
#[command(
    override_usage = "scrutineer set CODE [--rating R] [--direction D] [--note TEXT] [OPTIONS]"
)]
#[command(group(ArgGroup::new("values").required(true).multiple(true)))]
pub(super) struct SetArgs {
    /// Code of the priority, or priority:id
    #[arg(add = super::completions::priority_code())]
    code: String,
    /// Set the overall progress rating: red, amber, green, … or its letter
    #[arg(long, group = "values")]
    rating: Option<String>,
    /// Set the direction of travel: improving, static, deteriorating, or + = -
    #[arg(long, group = "values", allow_hyphen_values = true)]
    direction: Option<String>,
    /// Set the note that goes with the rating
    #[arg(long, value_name = "TEXT", group = "values")]
    note: Option<String>,
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
