//! `report NAME`: a derived view as text, Markdown or JSON, to standard output or a file.

mod destination;
mod lists;
mod names;
mod programme;
mod ratings;
mod recommendations;
mod tracker;

use std::path::PathBuf;

use clap::{Args, Subcommand, ValueEnum};
use serde::Serialize;

use crate::analysis::boards::shows;
use crate::analysis::moment::Moment;
use crate::domain::id::{Id, RecordRef};
use crate::domain::kind::Kind;
use crate::domain::period::Period;
use crate::report::document::{Document, Fact};
use crate::report::markdown::to_markdown;
use crate::report::tracker::priority_page;
use crate::report::view::{
    View, changes_report, counts_report, coverage_report, due_report, exceptions_report,
    highlight_report, programme_report, recommendations_report, slippage_report, summary_report,
    trend_report,
};
use crate::search::catalogue::Catalogue;

use super::arguments::Globals;
use super::desk::Desk;
use super::error::{CliError, Code, Kind as ErrorKind};
use super::json::{self, Object};
use super::output::Output;
use super::record;
use super::search::fitting;
use destination::{Destination, as_text};

const EXAMPLES: &str = "\
Examples:
  scrutineer report exceptions --board children
  scrutineer report counts --format md -o counts.md
  scrutineer report tracker LN-1d --period '2008/09 Q4'
  scrutineer report changes --from '2009/10 Q4'
  scrutineer report due --where officer:director --json

The same file and journal give the same report, byte for byte. The last line is
the journal's head, to be held against “scrutineer verify”. A report with nothing
in it says so and is no error.";

/// Which report, and how it is written.
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub(super) struct ReportArgs {
    #[command(subcommand)]
    name: Name,
    #[command(flatten)]
    options: Options,
}

/// The reports.
#[derive(Debug, Subcommand)]
enum Name {
    /// What needs attention, with the reason
    Exceptions,
    /// Priorities by theme: rating, direction, accountable director
    Summary,
    /// How many priorities have each rating, by period
    Counts,
    /// The high-risk priorities over the last five periods
    Trend,
    /// Recommendations by source: stage, coverage, due
    Recommendations,
    /// What monitors each recommendation, and the gaps
    Coverage,
    /// Meetings with items and what falls due before them
    Programme,
    /// Issues of the period, missed targets, doubtful data
    Highlight,
    /// The whole tracker of a priority
    Tracker {
        /// Code of the priority, or priority:id
        #[arg(add = super::completions::priority_code())]
        code: String,
    },
    /// What changed since an earlier period
    Changes {
        /// The earlier period
        #[arg(long, value_name = "PERIOD", value_parser = super::arguments::period)]
        from: Period,
    },
    /// Dates that moved, by board and officer
    Slippage,
    /// What falls due, by month and officer
    Due,
}

/// What every report takes.
#[derive(Debug, Args)]
struct Options {
    /// Report for this board only (its id, or the beginning of its name)
    #[arg(long, value_name = "BOARD", global = true)]
    board: Option<String>,
    /// Report only what fits this query
    #[arg(long = "where", value_name = "QUERY", global = true)]
    query: Option<String>,
    /// Write it as text, md or json
    #[arg(long, value_name = "FORMAT", value_enum, global = true)]
    format: Option<Format>,
    /// Write it into this file; its ending (.md, .json) says how, where --format does not
    #[arg(short, long, value_name = "FILE", global = true)]
    output: Option<PathBuf>,
}

/// How a report is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Format {
    /// Lines that fit the terminal.
    Text,
    /// Markdown.
    Md,
    /// One JSON value.
    Json,
}

/// Writes a report.
pub(super) fn run(
    args: &ReportArgs,
    globals: &Globals,
    output: &mut Output<'_>,
) -> Result<Code, CliError> {
    let format = format(&args.options, globals)?;
    let desk = Desk::open(globals)?;
    let destination = Destination::of(args.options.output.as_deref(), &desk, globals)?;
    let board = args.options.board.as_deref();
    let board = board.map(|typed| names::board(&desk.workspace, typed));
    let board = board.transpose()?;
    let query = args.options.query.as_deref();
    let fits = query.map(|query| {
        let catalogue = Catalogue::new(&desk.workspace, desk.moment);
        fitting(&catalogue, query, &desk)
    });
    let fits = fits.transpose()?;
    let view = View {
        workspace: &desk.workspace,
        index: &desk.index,
        moment: desk.moment,
        board: board.as_ref(),
        query: query.zip(fits.as_ref()),
    };
    if let Name::Changes { from } = &args.name {
        check_order(*from, desk.moment)?;
    }
    let written = match format {
        Format::Json => json::text(&value(&args.name, &desk, &view)?),
        Format::Md => to_markdown(&document(&args.name, &desk, &view)?),
        Format::Text => {
            let document = document(&args.name, &desk, &view)?;
            as_text(&document, &destination, globals, output)
        }
    };
    destination.write(&written, output)?;
    Ok(Code::DONE)
}

/// What was asked for, else what the file's ending says, else text.
fn format(options: &Options, globals: &Globals) -> Result<Format, CliError> {
    let ending = options.output.as_deref().and_then(|file| file.extension());
    let ending = ending.and_then(|ending| ending.to_str());
    let by_ending = match ending.map(str::to_lowercase).as_deref() {
        Some("md" | "markdown") => Format::Md,
        Some("json") => Format::Json,
        _ => Format::Text,
    };
    match (options.format, globals.json) {
        (Some(Format::Text | Format::Md), true) => Err(CliError::usage(
            "--json and --format ask for different things",
            "Give one of them",
        )),
        (_, true) => Ok(Format::Json),
        (Some(format), false) => Ok(format),
        (None, false) => Ok(by_ending),
    }
}

/// The report, and below it where the journal ends: a printed head is one kept elsewhere, against which
/// `verify` can be held (`store.md` §2).
fn document(name: &Name, desk: &Desk, view: &View<'_>) -> Result<Document, CliError> {
    let mut document = told(name, desk, view)?;
    if let Some(head) = desk.store.head() {
        document.facts(vec![Fact::plain("Journal", head.to_string())]);
    }
    Ok(document)
}

fn told(name: &Name, desk: &Desk, view: &View<'_>) -> Result<Document, CliError> {
    Ok(match name {
        Name::Exceptions => exceptions_report(view),
        Name::Summary => summary_report(view),
        Name::Counts => counts_report(view),
        Name::Trend => trend_report(view),
        Name::Recommendations => recommendations_report(view),
        Name::Coverage => coverage_report(view),
        Name::Programme => programme_report(view),
        Name::Highlight => highlight_report(view),
        Name::Tracker { code } => {
            let record = tracked(desk, view, code)?;
            let priority = desk.workspace.priorities.get(record.id.as_str());
            priority.map_or_else(Document::default, |priority| {
                priority_page(&desk.workspace, &desk.index, desk.moment, priority)
            })
        }
        Name::Changes { from } => changes_report(view, earlier(desk, *from)),
        Name::Slippage => slippage_report(view),
        Name::Due => due_report(view),
    })
}

fn value(name: &Name, desk: &Desk, view: &View<'_>) -> Result<Value, CliError> {
    Ok(match name {
        Name::Exceptions => Value::List(lists::exceptions(desk, view)),
        Name::Summary => Value::List(ratings::summary(desk, view)),
        Name::Counts => Value::List(ratings::counts(view)),
        Name::Trend => Value::List(ratings::trend(desk, view)),
        Name::Recommendations => Value::List(recommendations::listed(desk, view)),
        Name::Coverage => Value::List(recommendations::coverage(desk, view)),
        Name::Programme => Value::One(programme::programme(desk, view)),
        Name::Highlight => Value::One(lists::highlight(desk, view)),
        Name::Tracker { code } => Value::One(tracker::tracker(desk, &tracked(desk, view, code)?)),
        Name::Changes { from } => Value::List(lists::changes(desk, view, earlier(desk, *from))),
        Name::Slippage => Value::One(lists::slippage(desk, view)),
        Name::Due => Value::List(lists::due(desk, view)),
    })
}

/// A report as JSON: a list of objects, or one.
#[derive(Serialize)]
#[serde(untagged)]
enum Value {
    List(Vec<Object>),
    One(Object),
}

/// The priority that is meant, if the board and the query have it.
fn tracked(desk: &Desk, view: &View<'_>, code: &str) -> Result<RecordRef, CliError> {
    let record = record::find(desk, code, Some(Kind::Priority))?;
    let priority = desk.workspace.priorities.get(record.id.as_str());
    let boards: &[Id] = priority.map_or(&[], |it| &it.boards);
    if view.fits(&record) && shows(view.board, boards) {
        return Ok(record);
    }
    Err(CliError::new(
        ErrorKind::NoMatch,
        format!("{code} is not among what --board and --where leave"),
        "Leave them out, or name another priority",
    ))
}

/// The moment of an earlier period, as it stood then.
fn earlier(desk: &Desk, from: Period) -> Moment {
    Moment::new(&desk.workspace, Some(from), None)
}

/// Changes go forward in time.
fn check_order(from: Period, moment: Moment) -> Result<(), CliError> {
    match moment.period {
        Some(period) if from >= period => Err(CliError::usage(
            format!("--from {from} is not before {period}"),
            "Name an earlier period, or a later one with --period",
        )),
        _ => Ok(()),
    }
}
