//! `explain CODE`: why a priority or an indicator has the colours that it has.

use clap::Args;

use crate::domain::finding::Position;
use crate::domain::kind::Kind;
use crate::report::explain::{Explanation, explain};
use crate::store::format::locate_all;
use crate::text;

use super::arguments::Globals;
use super::check::text_of;
use super::desk::Desk;
use super::error::{CliError, Code};
use super::json::Object;
use super::output::Output;
use super::{file, json, record};

const EXAMPLES: &str = "\
Examples:
  scrutineer explain LN-1d
  scrutineer explain 'NI 117' --period '2008/09 Q4'
  scrutineer explain LN-1d --json

For each derived value: what it came to, the figures and the rule, and where in the file it stands.";

/// What to explain.
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub(super) struct ExplainArgs {
    /// Code of a priority or an indicator, or kind:id
    #[arg(add = super::completions::any_code())]
    code: String,
}

/// Explains a record.
pub(super) fn run(
    args: &ExplainArgs,
    globals: &Globals,
    output: &mut Output<'_>,
) -> Result<Code, CliError> {
    let desk = Desk::open(globals)?;
    let about = record::find(&desk, &args.code, None)?;
    let Some(all) = explain(&desk.workspace, &desk.index, desk.moment, &about) else {
        return Err(without_colours(about.kind));
    };
    let path = file::named(globals)?;
    let text = text_of(&desk.store, &path)?;
    let places = locate_all(&text, all.iter().map(|it| it.pointer.as_str()));
    let both: Vec<(&Explanation, Option<Position>)> = all.iter().zip(places).collect();
    if globals.json {
        let objects: Vec<Object> = both.iter().map(|(it, at)| object(&desk, it, *at)).collect();
        json::print(&objects, output)?;
        return Ok(Code::DONE);
    }
    let width = output.page_columns();
    for (explanation, at) in both {
        print(
            &desk,
            explanation,
            at,
            &path.display().to_string(),
            width,
            output,
        )?;
    }
    Ok(Code::DONE)
}

fn object(desk: &Desk, explanation: &Explanation, at: Option<Position>) -> Object {
    record::head(desk, &explanation.record)
        .with("what", explanation.what)
        .with("verdict", &explanation.verdict)
        .with("because", &explanation.because)
        .with("pointer", &explanation.pointer)
        .with("line", &at.map(|at| at.line))
        .with("column", &at.map(|at| at.column))
}

fn print(
    desk: &Desk,
    explanation: &Explanation,
    at: Option<Position>,
    path: &str,
    width: usize,
    output: &mut Output<'_>,
) -> Result<(), CliError> {
    let code = crate::analysis::naming::code_of(&desk.workspace, &explanation.record, desk.moment);
    let place = at.map_or_else(String::new, |at| {
        format!("   {path}:{}:{}", at.line, at.column)
    });
    output.inert(&format!(
        "{code}  {}: {}{place}\n",
        explanation.what, explanation.verdict
    ))?;
    for sentence in &explanation.because {
        let safe = text::display_safe(sentence);
        for line in text::wrap(&safe, width.saturating_sub(4).max(20)) {
            output.inert(&format!("    {line}\n"))?;
        }
    }
    Ok(())
}

fn without_colours(kind: Kind) -> CliError {
    CliError::usage(
        format!("nothing is derived of a {}", kind.word()),
        "Explain a priority or an indicator; “scrutineer show” shows any record",
    )
}
