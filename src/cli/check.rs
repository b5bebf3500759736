//! `check`: what does not hold together, with the place in the file.

mod lines;

use std::path::Path;

use clap::Args;

use crate::analysis::check::{CHECKS, check};
use crate::domain::finding::Severity;
use crate::search::nearest;
use crate::store::format::{locate_all, write};
use crate::store::storage::Storage as _;
use crate::store::{Disk, OpenError, Store};

use super::arguments::Globals;
use super::desk::{open, reading};
use super::error::{CliError, Code, Kind as ErrorKind};
use super::output::Output;
use super::{file, json};
use lines::{FAULT, Line, print};

const EXAMPLES: &str = "\
Examples:
  scrutineer check
  scrutineer check --severity warning
  scrutineer check --only timescale-unread
  scrutineer check --json | jq -r '.[] | .finding' | sort | uniq -c

Exit code 1 if there are findings as bad as --severity, 3 if the file has faults
that keep it from being understood; those are listed in the same way.";

/// No workspace is larger; the store has refused it before.
const LIMIT: u64 = 1 << 30;

/// What to look for.
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub(super) struct CheckArgs {
    /// Fail from this severity on: error, warning or info
    #[arg(long, value_name = "SEVERITY", default_value = "error", value_parser = severity)]
    severity: Severity,
    /// Look only for this finding, by its code
    #[arg(long, value_name = "CODE", value_parser = finding)]
    only: Option<&'static str>,
}

fn severity(text: &str) -> Result<Severity, String> {
    Severity::from_word(text).ok_or_else(|| "use error, warning or info".to_owned())
}

/// The code of a finding, as the list of checks has it.
fn finding(text: &str) -> Result<&'static str, String> {
    let known = || CHECKS.iter().map(|check| check.code).chain([FAULT]);
    known().find(|code| *code == text).ok_or_else(|| {
        let codes: Vec<&str> = known().collect();
        nearest(text, known()).map_or_else(
            || format!("one of {}", codes.join(", ")),
            |near| format!("did you mean “{near}”?"),
        )
    })
}

/// Checks the workspace.
pub(super) fn run(
    args: &CheckArgs,
    globals: &Globals,
    output: &mut Output<'_>,
) -> Result<Code, CliError> {
    let path = file::named(globals)?;
    let (mut lines, is_understood) = match open(&path, reading(true)) {
        Ok(opened) => {
            let findings = check(&opened.workspace);
            let text = text_of(&opened.store, &path)?;
            let pointers = findings.iter().map(|finding| finding.pointer.as_str());
            let places = locate_all(&text, pointers);
            let both = findings.into_iter().zip(places);
            let lines: Vec<Line> = both.map(|(it, place)| Line::of(it, place)).collect();
            (lines, true)
        }
        Err(failure) => match failure.error {
            OpenError::Faulty { faults, .. } => {
                (faults.into_iter().map(Line::from).collect(), false)
            }
            _ => return Err(failure.into()),
        },
    };
    lines.retain(|line| args.only.is_none_or(|only| line.finding == only));
    if globals.json {
        let objects: Vec<_> = lines.iter().map(Line::object).collect();
        json::print(&objects, output)?;
    } else {
        print(&lines, &path, output)?;
    }
    // Worse severities come first.
    let fails = lines.iter().any(|line| line.severity <= args.severity);
    Ok(match (is_understood, fails) {
        (false, _) => Code::UNREAD,
        (true, true) => Code::NEGATIVE,
        (true, false) => Code::DONE,
    })
}

/// The file's text, to count lines in. Where the journal is ahead of the file it is the text that the
/// file will have.
pub(super) fn text_of(store: &Store, path: &Path) -> Result<String, CliError> {
    if store.unsnapshotted() {
        let text = write(store.workspace());
        return text.map_err(|error| CliError::new(ErrorKind::Read, error.to_string(), ""));
    }
    let bytes = Disk.read(path, LIMIT).map_err(|source| {
        let path = path.to_owned();
        CliError::from(OpenError::Unreadable { path, source })
    })?;
    let text = String::from_utf8_lossy(&bytes);
    Ok(text.strip_prefix('\u{feff}').unwrap_or(&text).to_owned())
}
