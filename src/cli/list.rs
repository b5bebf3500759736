//! `list KIND`: the records of one kind, one a line; `list --view NAME`: a saved view.

mod actions;
mod indicators;
mod others;
mod priorities;
mod views;

use clap::Args;

use crate::analysis::counts::is_retired;
use crate::domain::id::RecordRef;
use crate::domain::kind::Kind;
use crate::search::catalogue::{Catalogue, FOUND};
use crate::search::nearest;

use super::arguments::Globals;
use super::desk::{Desk, parse};
use super::error::{CliError, Code};
use super::json::{self, Object};
use super::output::Output;
use super::record::every;
use super::table::Table;

const EXAMPLES: &str = "\
Examples:
  scrutineer list priorities --where rating:red
  scrutineer list indicators --where 'status:missed theme:LN'
  scrutineer list actions --where overdue:yes
  scrutineer list priorities --where approval:me
  scrutineer list priorities --sort -late --columns code,title,late,officer
  scrutineer list --view overdue
  scrutineer list recommendations --json

Exit code 1 where there is nothing to list.";

/// What to list.
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub(super) struct ListArgs {
    /// Kind of record: priorities, indicators, actions, themes, recommendations, …
    #[arg(required_unless_present = "view")]
    kind: Option<String>,
    /// List only what fits this query
    #[arg(long = "where", value_name = "QUERY")]
    query: Option<String>,
    /// List what this saved view shows, in its order and with its columns
    #[arg(long, value_name = "NAME")]
    view: Option<String>,
    /// Sort by this column; with a dash before it the last value comes first
    #[arg(long, value_name = "COLUMN", allow_hyphen_values = true)]
    sort: Option<String>,
    /// Show these columns
    #[arg(long, value_name = "COLUMN,…", value_delimiter = ',')]
    columns: Vec<String>,
}

/// How the records of a kind are listed: as JSON, and as a table.
struct Listing {
    json: fn(&Desk, &RecordRef) -> Object,
    /// For lines of so many columns, or without an edge.
    table: fn(&Desk, &[RecordRef], Option<usize>) -> Table<'static>,
}

/// Lists records.
pub(super) fn run(
    args: &ListArgs,
    globals: &Globals,
    output: &mut Output<'_>,
) -> Result<Code, CliError> {
    let kind = args.kind.as_deref().map(read_kind).transpose()?;
    let desk = Desk::open(globals)?;
    let by_hand = args.sort.is_some() || !args.columns.is_empty();
    let kind = match (kind, &args.view) {
        (Some(kind), None) if !by_hand => kind,
        _ => return views::run(args, kind, &desk, globals, output),
    };
    let records = records(&desk, kind, args.query.as_deref())?;
    let listing = listing(kind);
    if globals.json {
        let objects: Vec<Object> = records.iter().map(|it| (listing.json)(&desk, it)).collect();
        json::print(&objects, output)?;
    } else {
        (listing.table)(&desk, &records, output.columns()).print(globals.ascii, output)?;
    }
    if records.is_empty() {
        output.note(&match &args.query {
            Some(query) => format!("no {} fits {query}", kind.word()),
            None => format!("there are no {}", kind.plural()),
        });
        return Ok(Code::NEGATIVE);
    }
    Ok(Code::DONE)
}

/// A record as JSON.
pub(super) fn object(desk: &Desk, record: &RecordRef) -> Object {
    (listing(record.kind).json)(desk, record)
}

fn listing(kind: Kind) -> Listing {
    match kind {
        Kind::Priority => Listing {
            json: priorities::json,
            table: priorities::table,
        },
        Kind::Indicator => Listing {
            json: indicators::json,
            table: indicators::table,
        },
        Kind::Action => Listing {
            json: actions::json,
            table: actions::table,
        },
        _ => Listing {
            json: super::record::head,
            table: others::table,
        },
    }
}

fn read_kind(typed: &str) -> Result<Kind, CliError> {
    let listed = || Kind::ALL.iter().filter(|kind| **kind != Kind::Workspace);
    if let Some(kind) = Kind::read(typed).filter(|kind| *kind != Kind::Workspace) {
        return Ok(kind);
    }
    let plurals: Vec<&str> = listed().map(|kind| kind.plural()).collect();
    let hint = match nearest(typed, plurals.iter().copied()) {
        Some(near) => format!("Did you mean “{near}”?"),
        None => format!("One of {}", plurals.join(", ")),
    };
    Err(CliError::usage(
        format!("“{typed}” is no kind of record"),
        hint,
    ))
}

/// The records that are tracked in the period in view and fit the query, in the file's order.
fn records(desk: &Desk, kind: Kind, query: Option<&str>) -> Result<Vec<RecordRef>, CliError> {
    let mut records = every(&desk.workspace, kind);
    if kind == Kind::Priority {
        let priorities = &desk.workspace.priorities;
        records.retain(|record| {
            let found = priorities.get(record.id.as_str());
            found.is_some_and(|priority| !is_retired(priority, desk.moment))
        });
    }
    let Some(query) = query else {
        return Ok(records);
    };
    if !FOUND.contains(&kind) {
        let found: Vec<&str> = FOUND.iter().map(|kind| kind.plural()).collect();
        return Err(CliError::usage(
            format!("--where does not work on {}", kind.plural()),
            format!("It works on {}", found.join(", ")),
        ));
    }
    let catalogue = Catalogue::new(&desk.workspace, desk.moment);
    let query = parse(&catalogue, query, "--where")?;
    Ok(catalogue.matching(&query, records, &desk.asked()))
}
