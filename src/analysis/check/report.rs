//! Takes findings down, with what their check says of all of them.

use std::fmt::Display;

use super::CheckSpec;
use crate::domain::finding::Finding;
use crate::domain::id::{Id, RecordRef};
use crate::domain::kind::Kind;
use crate::domain::workspace::Workspace;

/// Where a check writes down what it found.
pub(super) struct Report<'r> {
    /// The workspace that is looked at.
    pub workspace: &'r Workspace,
    spec: &'r CheckSpec,
    findings: &'r mut Vec<Finding>,
}

impl<'r> Report<'r> {
    /// A report for one check.
    pub fn new(
        workspace: &'r Workspace,
        spec: &'r CheckSpec,
        findings: &'r mut Vec<Finding>,
    ) -> Self {
        Self {
            workspace,
            spec,
            findings,
        }
    }

    /// Takes a finding down. The record is the one in which the pointer lies.
    pub fn say(
        &mut self,
        pointer: impl Display,
        message: impl Into<String>,
        mend: impl Into<String>,
    ) {
        let pointer = pointer.to_string();
        let (record, record_code) = record_at(self.workspace, &pointer);
        self.findings.push(Finding {
            code: self.spec.code,
            severity: self.spec.severity,
            record,
            record_code,
            pointer,
            message: message.into(),
            mend: mend.into(),
        });
    }
}

/// The record in which a pointer lies, and its code; the workspace where it lies in none.
fn record_at(workspace: &Workspace, pointer: &str) -> (RecordRef, String) {
    let inside = Kind::ALL
        .iter()
        .copied()
        .filter(|kind| *kind != Kind::Workspace);
    let found = inside.filter_map(|kind| {
        let rest = pointer
            .strip_prefix(Workspace::pointer(kind))?
            .strip_prefix('/')?;
        let place = rest.split('/').next()?.parse().ok()?;
        let records = workspace.records(kind)?;
        Some((kind, records.key_at(place)?, records.member_at(place)?))
    });
    let Some((kind, key, record)) = found.into_iter().next() else {
        return (
            RecordRef::new(Kind::Workspace, &Id::default()),
            Kind::Workspace.word().to_owned(),
        );
    };
    let code = record.get("code").and_then(|code| code.to_text());
    (
        RecordRef::new(kind, &Id::new(key)),
        code.unwrap_or_else(|| key.to_owned()),
    )
}

/// How much of a text a message shows.
const SHOWN: usize = 60;

/// A text of the file in a message: in quotes, cut where it is long.
pub(super) fn quoted(text: &str) -> String {
    match text.char_indices().nth(SHOWN) {
        Some((end, _)) => format!("\"{}…\"", text.get(..end).unwrap_or_default()),
        None => format!("\"{text}\""),
    }
}

/// Words as a sentence lists them: `red, amber or green`.
pub(super) fn listed(words: &[&str]) -> String {
    match words {
        [] => String::new(),
        [one] => (*one).to_owned(),
        [first @ .., last] => format!("{} or {last}", first.join(", ")),
    }
}
