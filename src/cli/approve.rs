//! `approve CODE…`: a signature under the tracker of a priority, or of several.

use clap::Args;

use crate::analysis::approval::{NotSigned, ROLES, Signed, Signing, sign};
use crate::analysis::joint::shown;
use crate::analysis::many::Setting;
use crate::analysis::naming::code_of;
use crate::config::Config;
use crate::domain::edit::Step;
use crate::domain::id::RecordRef;
use crate::domain::kind::Kind;
use crate::tui::today;

use super::arguments::Globals;
use super::config::settings;
use super::desk::Desk;
use super::error::{CliError, Code, Kind as ErrorKind};
use super::json;
use super::many::{self, Many};
use super::output::Output;
use super::record::{find, head};

const EXAMPLES: &str = "\
Examples:
  scrutineer approve LN-1d
  scrutineer approve LN-1d --as director --period '2010/11 Q1'
  scrutineer approve --where approval:me

The officer who assigned the rating approves first, then the director who
agrees it. Your role and name come from your settings (scrutineer config
show). What is approved is kept as a hash: a later change shows.";

/// What to approve.
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub(super) struct ApproveArgs {
    /// Code of the priority, or priority:id; several are approved as one
    #[arg(value_name = "CODE", required_unless_present = "query", add = super::completions::priority_code())]
    codes: Vec<String>,
    /// Approve every tracker that fits this query: approval:me is what waits for you
    #[arg(long = "where", value_name = "QUERY")]
    query: Option<String>,
    /// Approve several without asking
    #[arg(long)]
    yes: bool,
    /// Approve as officer or director, instead of the role in your settings
    #[arg(long = "as", value_name = "ROLE", value_parser = ROLES)]
    role: Option<String>,
}

/// Approves the tracker in view.
pub(super) fn run(
    args: &ApproveArgs,
    globals: &Globals,
    output: &mut Output<'_>,
) -> Result<Code, CliError> {
    let config = settings(globals, output).config;
    let mut desk = Desk::open(globals)?;
    let signing = signing(args, globals, &config)?;
    let (Some(code), None, true) = (args.codes.first(), &args.query, args.codes.len() < 2) else {
        let settings = vec![Setting::Approval(signing)];
        let records = many::records(&desk, &args.codes, args.query.as_deref(), &settings)?;
        let many = Many {
            records,
            settings,
            cause: "approve",
            asks: true,
            yes: args.yes,
            globals,
        };
        return many::run(&many, &mut desk, output);
    };
    let record = find(&desk, code, Some(Kind::Priority))?;
    let code = code_of(&desk.workspace, &record, desk.moment);
    let signed = signed(&desk, &record, &code, &signing)?;
    let step = Step::new("approve", signed.edits.clone());
    // A change that somebody makes meanwhile is none that was approved: it shows as one made since.
    let committed = desk.store.commit(&step)?;
    desk.saved(committed, output);
    report(&desk, &record, &signed, globals, output)?;
    if let Some(other) = &signed.twice {
        output.note(&format!(
            "the same person approved it as {other}; two people are wanted, and check says so"
        ));
    }
    Ok(Code::DONE)
}

/// Who signs, as what, when.
fn signing(args: &ApproveArgs, globals: &Globals, config: &Config) -> Result<Signing, CliError> {
    let set = Some(&config.role).filter(|role| ROLES.contains(&role.as_str()));
    let role = args.role.as_ref().or(set).ok_or_else(|| {
        CliError::usage(
            "it is not said as what you approve",
            "Say --as officer or --as director, or give your role in the settings\n\
             (“scrutineer config path” says where they are)",
        )
    })?;
    let on = globals.as_of.or_else(today).ok_or_else(|| {
        CliError::usage(
            "the system's clock cannot be right",
            "Give the day with --as-of",
        )
    })?;
    Ok(Signing {
        role: role.clone(),
        by: config.who().to_string(),
        on,
    })
}

/// The signature under the tracker of a priority, or of the one that it shares a tracker with.
fn signed(
    desk: &Desk,
    record: &RecordRef,
    code: &str,
    signing: &Signing,
) -> Result<Signed, CliError> {
    let gone = || {
        CliError::new(
            ErrorKind::NoMatch,
            format!("{record} is not there any more"),
            "",
        )
    };
    let priority = desk.workspace.priorities.get(record.id.as_str());
    let priority = priority.ok_or_else(gone)?;
    let period = desk.moment.period.ok_or_else(|| {
        let hint = "Give one with --period";
        CliError::usage("the workspace has no current period to approve in", hint)
    })?;
    let (tracker, holder) = shown(&desk.workspace, &desk.index, priority, desk.moment);
    let holder = holder.unwrap_or(priority);
    sign(&desk.workspace, &tracker, holder, signing).map_err(|why| {
        let hint = match why {
            NotSigned::NotRated => format!("“scrutineer set {code} --rating …” rates it"),
            NotSigned::Already { .. } => String::new(),
        };
        CliError::new(ErrorKind::NoMatch, format!("{code}, {period}: {why}"), hint)
    })
}

fn report(
    desk: &Desk,
    record: &RecordRef,
    signed: &Signed,
    globals: &Globals,
    output: &mut Output<'_>,
) -> Result<(), CliError> {
    let approval = &signed.approval;
    let period = desk.moment.period.map(|period| period.to_string());
    if globals.json {
        let object = head(desk, record)
            .with("period", &period)
            .with("role", &approval.role)
            .with("by", &approval.by)
            .with("on", &approval.on.text())
            .with("covers", &approval.covers);
        return json::print(&object, output);
    }
    let code = code_of(&desk.workspace, record, desk.moment);
    output.line(&format!(
        "{code}, {}: approved as {} by {} on {}",
        period.unwrap_or_default(),
        approval.role,
        approval.by.join(", "),
        approval.on.text()
    ))
}
