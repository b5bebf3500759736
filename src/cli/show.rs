//! `show CODE`: the page of one record.

use clap::Args;

use crate::domain::kind::Kind;
use crate::report::page;
use crate::report::text::to_text;

use super::arguments::Globals;
use super::desk::Desk;
use super::error::{CliError, Code};
use super::output::Output;
use super::{json, list, record};

const EXAMPLES: &str = "\
Examples:
  scrutineer show LN-1d
  scrutineer show 'NI 117'
  scrutineer show priority:teenage-conception
  scrutineer show LN-1d --period '2008/09 Q4' --json

A code is found however it is spelt (ln1d), by its former codes and other names too.";

/// Which record to show.
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub(super) struct ShowArgs {
    /// Code of the record, or kind:id
    #[arg(add = super::completions::any_code())]
    code: String,
}

/// Shows a record.
pub(super) fn run(
    args: &ShowArgs,
    globals: &Globals,
    output: &mut Output<'_>,
) -> Result<Code, CliError> {
    let desk = Desk::open(globals)?;
    let record = record::find(&desk, &args.code, None)?;
    let workspace = &desk.workspace;
    if globals.json {
        let object = list::object(&desk, &record);
        let records = workspace.records(record.kind);
        let whole = records.and_then(|records| records.member_json(record.id.as_str()));
        json::print(&object.with("record", &whole), output)?;
        return Ok(Code::DONE);
    }
    let Some(document) = page(workspace, &desk.index, desk.moment, &record) else {
        return Err(without_page(record.kind));
    };
    let colours = output.colours(globals.color);
    let text = to_text(&document, output.page_columns(), globals.ascii, colours);
    output.inert(&text)?;
    Ok(Code::DONE)
}

fn without_page(kind: Kind) -> CliError {
    let hint = match kind {
        Kind::Workspace => "Its records do: see “scrutineer list --help”".to_owned(),
        kind => format!(
            "“scrutineer list {}” lists them, and --json shows one",
            kind.plural()
        ),
    };
    CliError::usage(format!("a {} has no page", kind.word()), hint)
}
