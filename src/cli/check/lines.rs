//! Findings and faults as they are printed.

use std::path::Path;

use crate::domain::finding::{Fault, Finding, Position, Severity};
use crate::text::{display_safe, wrap};

use crate::cli::error::CliError;
use crate::cli::json::Object;
use crate::cli::output::Output;

/// What a fault of the file is called.
pub(super) const FAULT: &str = "file-fault";

/// How far message and remedy stand in.
const INDENT: &str = "    ";

/// One thing that is wrong.
pub(super) struct Line {
    /// How bad it is.
    pub(super) severity: Severity,
    /// What is wrong, by code.
    pub(super) finding: &'static str,
    /// The code of the record, where it is about one.
    code: Option<String>,
    pointer: String,
    position: Option<Position>,
    message: String,
    mend: String,
}

impl From<Fault> for Line {
    fn from(fault: Fault) -> Self {
        Self {
            severity: Severity::Error,
            finding: FAULT,
            code: None,
            pointer: fault.pointer,
            position: fault.position,
            message: fault.message,
            mend: fault.mend,
        }
    }
}

impl Line {
    /// A finding, and where it is.
    pub(super) fn of(finding: Finding, position: Option<Position>) -> Self {
        Self {
            position,
            severity: finding.severity,
            finding: finding.code,
            code: Some(finding.record_code).filter(|code| !code.is_empty()),
            pointer: finding.pointer,
            message: finding.message,
            mend: finding.mend,
        }
    }

    /// The line as JSON.
    pub(super) fn object(&self) -> Object {
        Object::new()
            .with("severity", self.severity.word())
            .with("finding", self.finding)
            .with("code", &self.code)
            .with("pointer", &self.pointer)
            .with("line", &self.position.map(|position| position.line))
            .with("column", &self.position.map(|position| position.column))
            .with("message", &self.message)
            .with("mend", &self.mend)
    }

    /// `leeds.json:812:17: error: reference-dangles: LN-1d`, as editors and compilers know it.
    fn heading(&self, path: &Path) -> String {
        let place = self.position.map_or_else(String::new, |position| {
            format!(":{}:{}", position.line, position.column)
        });
        let of = self
            .code
            .as_ref()
            .map_or_else(String::new, |code| format!(": {code}"));
        let (path, severity, finding) = (path.display(), self.severity, self.finding);
        format!("{path}{place}: {severity}: {finding}{of}")
    }
}

/// Prints what is wrong, worst first, and how much there is.
pub(super) fn print(lines: &[Line], path: &Path, output: &mut Output<'_>) -> Result<(), CliError> {
    let mut counts = Vec::new();
    for severity in Severity::ALL {
        let of_severity = lines.iter().filter(|line| line.severity == *severity);
        let mut count = 0;
        for line in of_severity {
            output.line(&line.heading(path))?;
            paragraph(&line.message, output)?;
            paragraph(&line.mend, output)?;
            count += 1;
        }
        if count > 0 {
            counts.push(counted(count, *severity));
        }
    }
    if counts.is_empty() {
        return output.line(&format!("{}: nothing was found", path.display()));
    }
    output.line(&format!("{}: {}", path.display(), counts.join(", ")))
}

fn counted(count: usize, severity: Severity) -> String {
    let plural = if count == 1 { "" } else { "s" };
    match severity {
        Severity::Error => format!("{count} error{plural}"),
        Severity::Warning => format!("{count} warning{plural}"),
        Severity::Info => format!("{count} info"),
    }
}

fn paragraph(text: &str, output: &mut Output<'_>) -> Result<(), CliError> {
    let columns = output.page_columns().saturating_sub(INDENT.len());
    for line in wrap(&display_safe(text), columns) {
        output.line(&format!("{INDENT}{line}"))?;
    }
    Ok(())
}
