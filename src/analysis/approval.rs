//! Signatures under trackers: what they cover, and whether it was changed since (domain rules, section 4).
//!
//! # What is signed
//!
//! `covers` is the SHA-256, in lower-case hexadecimal, of one JSON object without blanks, in UTF-8:
//! `id` (of the priority), then `period`, `rating`, `direction`, `summary`, `achievements` and `risks`
//! as the file has them, then `results`. Absent keys are left out, unknown ones too; the others stand in
//! the order of the file, numbers shortest. `results` are those of the aligned indicators reported in
//! the period (or in a part of it, such as a month of the quarter), by the indicator's id and their
//! own; each begins with `indicator`, the indicator's id. A tracker that serves several priorities
//! covers the indicators of all of them.
//!
//! Anybody can follow it. For a priority `p` rated amber, with one result:
//!
//! ```text
//! printf '%s' '{"id":"p","period":"2010/11 Q2","rating":"amber","results":[{"indicator":"ni-1","id":"r1","reported":"2010/11 Q2","value":78}]}' | sha256sum
//! 05013b4b84dc15f8587a7ae06a63e5da0b3d44b892666c8fe34f152639fcaacf
//! ```

mod sign;
mod waiting;

use std::collections::BTreeSet;

use serde_json::Value;
use sha2::{Digest as _, Sha256};

use super::index::Index;
use super::joint::shown;
use super::moment::Moment;
use super::tracker::tracker;
use crate::domain::digest::Digest;
use crate::domain::field::{FieldSpec, Shape};
use crate::domain::id::Id;
use crate::domain::indicator::{ResultFigure, reported};
use crate::domain::json::Json;
use crate::domain::priority::{Approval, Priority, Update};
use crate::domain::record::{Record, Rest};
use crate::domain::workspace::Workspace;

pub use sign::{NotSigned, Signed, Signing, sign};
pub use waiting::{Approved, approved_in_view};

/// The roles in which a tracker is signed: the accountable officer's first, then the director's.
pub const ROLES: [&str; 2] = ["officer", "director"];

/// The fields of an update that are signed, in the file's order.
const SIGNED: [&str; 6] = [
    "period",
    "rating",
    "direction",
    "summary",
    "achievements",
    "risks",
];

/// The SHA-256 of what a signature under this tracker covers, as it is now. `holder` is the priority
/// that the tracker stands with.
pub fn covers(workspace: &Workspace, holder: &Priority, update: &Update) -> String {
    let bytes = Sha256::digest(signed_text(workspace, holder, update));
    Digest::new(bytes.into()).to_string()
}

/// Whether a signature covers something else than what stands there now. One without `covers` (from a
/// paper) never does.
pub fn is_changed(
    workspace: &Workspace,
    holder: &Priority,
    update: &Update,
    approval: &Approval,
) -> bool {
    !approval.covers.is_empty()
        && !approval
            .covers
            .eq_ignore_ascii_case(&covers(workspace, holder, update))
}

/// The signatures under a tracker that cover something else than what stands there now, in the file's
/// order. Where no signature says what it covers, this costs nothing.
pub fn changed_since<'a>(
    workspace: &Workspace,
    holder: &Priority,
    update: &'a Update,
) -> Vec<&'a Approval> {
    let says = |approval: &&Approval| !approval.covers.is_empty();
    if !update.approvals.iter().any(|approval| says(&approval)) {
        return Vec::new();
    }
    let now = covers(workspace, holder, update);
    let says = update.approvals.iter().filter(says);
    says.filter(|approval| !approval.covers.eq_ignore_ascii_case(&now))
        .collect()
}

/// Whether the tracker that a priority shows at a moment was changed since its approval. `None` where
/// nobody approved it, or no signature says what it covers.
pub fn changed_in_view(
    workspace: &Workspace,
    index: &Index,
    priority: &Priority,
    moment: Moment,
) -> Option<bool> {
    let (tracker, holder) = shown(workspace, index, priority, moment);
    let update = tracker.update?;
    let signed = update.approvals.iter().any(|it| !it.covers.is_empty());
    let changed = || !changed_since(workspace, holder.unwrap_or(priority), update).is_empty();
    signed.then(changed)
}

/// Whether two names, as people write them, are one person's: case, dots and blanks say nothing.
pub fn same_person(one: &str, other: &str) -> bool {
    let folded = |name: &str| {
        let words = name
            .split(|c: char| !c.is_alphanumeric())
            .filter(|word| !word.is_empty());
        words.map(str::to_lowercase).collect::<Vec<_>>()
    };
    let one = folded(one);
    !one.is_empty() && one == folded(other)
}

/// The bytes that are signed.
fn signed_text(workspace: &Workspace, holder: &Priority, update: &Update) -> String {
    let mut text = String::from("{\"id\":");
    text.push_str(Json::text(holder.id.as_str()).as_str());
    for name in SIGNED {
        push_field(&mut text, update, name);
    }
    push_results(&mut text, workspace, holder, update);
    text.push('}');
    text
}

fn push_field(text: &mut String, record: &dyn Record, name: &str) {
    let spec = record.fields().iter().chain(Rest::fields());
    let Some(spec) = spec.into_iter().find(|spec| spec.name == name) else {
        return;
    };
    let value = record.get(name).and_then(|json| json.to::<Value>().ok());
    if let Some(value) = value {
        push_key(text, name);
        push_known(text, &value, (spec.shape)());
    }
}

fn push_key(text: &mut String, name: &str) {
    if !text.ends_with('{') {
        text.push(',');
    }
    text.push_str(Json::text(name).as_str());
    text.push(':');
}

/// A value without the keys that this program does not know.
fn push_known(text: &mut String, value: &Value, shape: Shape) {
    match (shape, value) {
        (Shape::Object(fields), Value::Object(map)) => {
            text.push('{');
            let known = fields.iter().chain(Rest::fields());
            for FieldSpec { name, shape } in known {
                if let Some(value) = map.get(*name) {
                    push_key(text, name);
                    push_known(text, value, shape());
                }
            }
            text.push('}');
        }
        (Shape::List(of), Value::Array(values)) => {
            text.push('[');
            for (place, value) in values.iter().enumerate() {
                if place > 0 {
                    text.push(',');
                }
                push_known(text, value, of());
            }
            text.push(']');
        }
        _ => text.push_str(&value.to_string()),
    }
}

fn push_results(text: &mut String, workspace: &Workspace, holder: &Priority, update: &Update) {
    let mut results: Vec<(&Id, &ResultFigure)> = Vec::new();
    for id in aligned(workspace, holder, update) {
        if let Some(indicator) = workspace.indicators.get(id.as_str()) {
            let reported = indicator.results.iter();
            let reported = reported.filter(|result| is_reported_in(result, update));
            results.extend(reported.map(|result| (&indicator.id, result)));
        }
    }
    if results.is_empty() {
        return;
    }
    results.sort_by(|(one_of, one), (other_of, other)| {
        (one_of.as_str(), one.id.as_str()).cmp(&(other_of.as_str(), other.id.as_str()))
    });
    push_key(text, "results");
    text.push('[');
    for (place, (indicator, result)) in results.into_iter().enumerate() {
        text.push_str(if place > 0 { ",{" } else { "{" });
        push_key(text, "indicator");
        text.push_str(Json::text(indicator.as_str()).as_str());
        for spec in result.fields().iter().chain(Rest::fields()) {
            push_field(text, result, spec.name);
        }
        text.push('}');
    }
    text.push(']');
}

/// The indicators aligned with a tracker's priorities in its period.
fn aligned(workspace: &Workspace, holder: &Priority, update: &Update) -> BTreeSet<Id> {
    let moment = Moment {
        period: update.period.read(),
        today: None,
    };
    let served = update.joint_with.iter();
    let served = served.filter_map(|id| workspace.priorities.get(id.as_str()).map(|it| &**it));
    std::iter::once(holder)
        .chain(served)
        .flat_map(|priority| tracker(priority, moment).indicators(moment))
        .cloned()
        .collect()
}

/// Whether a result was reported in the period of a tracker.
fn is_reported_in(result: &ResultFigure, update: &Update) -> bool {
    let of = reported(&result.reported, &result.period);
    match (update.period.read(), of.read()) {
        (Some(period), Some(of)) => period.contains(of),
        _ => !of.is_empty() && of.text() == update.period.text(),
    }
}

#[cfg(test)]
mod tests;
