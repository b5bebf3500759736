//! `delete CODE`: a record goes, after a question that names what refers to it.

use clap::Args;

use crate::analysis::naming::{code_of, title_of};
use crate::analysis::referrers::referrers;
use crate::domain::edit::ListPlace;
use crate::domain::form::Draft;
use crate::domain::id::RecordRef;

use super::arguments::Globals;
use super::desk::Desk;
use super::error::{CliError, Code};
use super::json::{self, Object};
use super::output::Output;
use super::record::{find, head};

const EXAMPLES: &str = "\
Examples:
  scrutineer delete 'NI 117'
  scrutineer delete action:renegotiate-the-contract --yes

It shows what refers to the record and asks. What refers to it then points
nowhere, which check finds. scrutineer undo brings the record back; to end one
and keep its past, retire it instead.";

/// What to delete.
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub(super) struct DeleteArgs {
    /// Code of the record, or kind:id
    #[arg(add = super::completions::any_code())]
    code: String,
    /// Delete it without asking
    #[arg(long)]
    yes: bool,
}

/// Deletes a record.
pub(super) fn run(
    args: &DeleteArgs,
    globals: &Globals,
    output: &mut Output<'_>,
) -> Result<Code, CliError> {
    let mut desk = Desk::open(globals)?;
    let record = find(&desk, &args.code, None)?;
    let called = called(&desk, &record);
    let mut draft = Draft::new(&desk.workspace);
    draft.remove(&ListPlace::Records(record.kind), record.id.as_str())?;
    let leaning = referrers(&desk.workspace, &record);
    let object = head(&desk, &record);
    if !globals.json {
        output.line(&called)?;
        for other in &leaning {
            output.line(&format!(
                "  would point nowhere: {}",
                self::called(&desk, other)
            ))?;
        }
        if leaning.is_empty() {
            output.line("  nothing refers to it")?;
        }
    }
    if !args.yes {
        output.confirm("Delete it?")?;
    }
    if let Some(step) = draft.into_step("delete") {
        let committed = desk.store.commit(&step)?;
        desk.saved(committed, output);
    }
    if globals.json {
        let leaning: Vec<Object> = leaning.iter().map(|it| head(&desk, it)).collect();
        json::print(&object.with("referrers", &leaning), output)?;
    } else {
        output.line("deleted; scrutineer undo brings it back")?;
    }
    Ok(Code::DONE)
}

/// Kind, code and title of a record.
fn called(desk: &Desk, record: &RecordRef) -> String {
    let code = code_of(&desk.workspace, record, desk.moment);
    let title = title_of(&desk.workspace, record, desk.moment);
    format!("{}  {code}  {title}", record.kind.word())
}
