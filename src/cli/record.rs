//! Records as commands name them: the beginning of their JSON, and what a typed code means.

use crate::analysis::naming::{code_of, resolve, title_of};
use crate::domain::id::RecordRef;
use crate::domain::kind::Kind;
use crate::domain::workspace::Workspace;
use crate::search::nearest;

use super::desk::Desk;
use super::error::{CliError, Kind as ErrorKind};
use super::json::Object;

/// So many of the records that a code can mean are named.
const NAMED: usize = 20;

/// The beginning of every record's JSON: kind, code (or id), title, id.
pub(super) fn head(desk: &Desk, record: &RecordRef) -> Object {
    let object = Object::new().with("kind", record.kind.word());
    let title = title_of(&desk.workspace, record, desk.moment);
    if has_code(&desk.workspace, record) {
        let code = code_of(&desk.workspace, record, desk.moment);
        let object = object.with("code", &code).with("title", &title);
        object.with("id", &record.id)
    } else {
        object.with("id", &record.id).with("title", &title)
    }
}

fn has_code(workspace: &Workspace, record: &RecordRef) -> bool {
    let found = workspace.record(record.kind, record.id.as_str());
    found.is_some_and(|found| found.get("code").is_some())
}

/// The record that a typed code means. Several, none, or one of another kind than can be used are
/// errors.
pub(super) fn find(desk: &Desk, typed: &str, kind: Option<Kind>) -> Result<RecordRef, CliError> {
    let found = resolve(&desk.workspace, typed, desk.moment);
    let of_kind = |record: &&RecordRef| kind.is_none_or(|kind| record.kind == kind);
    let fit: Vec<&RecordRef> = found.iter().filter(of_kind).collect();
    match (fit.as_slice(), found.first(), kind) {
        ([only], _, _) => Ok((*only).clone()),
        ([], Some(other), Some(kind)) => Err(CliError::usage(
            format!("“{typed}” is no {}: it is {other}", kind.word()),
            format!("“scrutineer list {}” gives their codes", kind.plural()),
        )),
        ([], ..) => Err(unknown(desk, typed, kind)),
        (several, ..) => Err(ambiguous(desk, typed, several)),
    }
}

fn ambiguous(desk: &Desk, typed: &str, found: &[&RecordRef]) -> CliError {
    let named = found.iter().take(NAMED).map(|record| {
        let code = code_of(&desk.workspace, record, desk.moment);
        let title = title_of(&desk.workspace, record, desk.moment);
        format!("{record}  {code}  {title}")
    });
    let mut lines = vec!["Say which one:".to_owned()];
    lines.extend(named);
    if found.len() > NAMED {
        lines.push(format!("and {} more", found.len() - NAMED));
    }
    let message = format!("“{typed}” can mean {} records", found.len());
    CliError::usage(message, lines.join("\n"))
}

fn unknown(desk: &Desk, typed: &str, kind: Option<Kind>) -> CliError {
    let names = names(desk, kind);
    let near = nearest(typed, names.iter().map(String::as_str));
    let hint = near.map_or_else(
        || "“scrutineer search” finds records by their words".to_owned(),
        |near| format!("Did you mean “{near}”?"),
    );
    let what = kind.map_or("record", Kind::word);
    CliError::new(
        ErrorKind::NoMatch,
        format!("no {what} is called “{typed}”"),
        hint,
    )
}

/// What the records that have pages are called: codes, and ids where there is none.
fn names(desk: &Desk, kind: Option<Kind>) -> Vec<String> {
    let kinds = [
        Kind::Priority,
        Kind::Indicator,
        Kind::Theme,
        Kind::Recommendation,
        Kind::Action,
    ];
    let wanted = kinds
        .iter()
        .filter(|of| kind.is_none_or(|kind| kind == **of));
    let all = wanted.flat_map(|kind| every(&desk.workspace, *kind));
    all.map(|record| code_of(&desk.workspace, &record, desk.moment))
        .collect()
}

/// Every record of a kind, in the file's order.
pub(super) fn every(workspace: &Workspace, kind: Kind) -> Vec<RecordRef> {
    let Some(records) = workspace.records(kind) else {
        return Vec::new();
    };
    let keys = (0..records.len()).filter_map(|place| records.key_at(place));
    keys.map(|key| RecordRef::new(kind, &key.into())).collect()
}
