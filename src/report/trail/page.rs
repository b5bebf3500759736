//! The page of one change: when, who, why, and every field before and after.

use super::{by, changes, sentence};
use crate::analysis::moment::Moment;
use crate::domain::entry::{Entry, Reverses, What};
use crate::domain::workspace::Workspace;
use crate::report::document::{Column, Document, Fact, Row, Span};

/// The page of an entry. `undone` is whether it was taken back since.
pub fn entry_page(workspace: &Workspace, moment: Moment, entry: &Entry, undone: bool) -> Document {
    let mut document = Document::about("", &sentence(entry, workspace, moment));
    document.facts(facts(entry, undone));
    table(
        &mut document,
        "What it changed",
        &entry.edits,
        workspace,
        moment,
    );
    if let What::Outside { not_taken, .. } = &entry.what
        && !not_taken.is_empty()
    {
        table(
            &mut document,
            "What was not taken in",
            not_taken,
            workspace,
            moment,
        );
        document.prose(
            "The other program changed these fields too. What was saved here before stayed.",
        );
    }
    document
}

fn facts(entry: &Entry, undone: bool) -> Vec<Fact> {
    let day = entry
        .time
        .day()
        .map_or_else(String::new, |day| day.to_string());
    let mut facts = vec![
        Fact::plain("When", format!("{day} {} UTC", entry.time.clock())),
        Fact::plain("Who", who(entry)),
        Fact::plain("How", entry.cause.clone()),
        Fact::plain("Entry", format!("{}   {}", entry.seq, entry.hash.short())),
    ];
    let relation = match &entry.reverses {
        Reverses::Nothing => None,
        Reverses::Undoes(hashes) => Some(("Takes back", hashes)),
        Reverses::Redoes(hashes) => Some(("Makes again", hashes)),
    };
    if let Some((label, hashes)) = relation {
        let short: Vec<String> = hashes
            .iter()
            .map(crate::domain::digest::Digest::short)
            .collect();
        facts.push(Fact::plain(label, short.join(", ")));
    }
    if undone {
        facts.push(Fact::new("Now", vec![Span::mark("taken back since")]));
    }
    facts
}

/// Who made it, with role and machine as far as known.
fn who(entry: &Entry) -> String {
    let mut words = by(entry);
    if matches!(entry.what, What::Outside { .. }) {
        return format!("{words}, noticed by {}", entry.who);
    }
    if !entry.who.role.is_empty() {
        words = format!("{words}, {}", entry.who.role);
    }
    if entry.host.is_empty() {
        words
    } else {
        format!("{words}, on {}", entry.host)
    }
}

fn table(
    document: &mut Document,
    title: &str,
    edits: &[crate::domain::edit::Edit],
    workspace: &Workspace,
    moment: Moment,
) {
    document.section(title, "");
    let columns = vec![
        Column::titles("What"),
        Column::words("Before"),
        Column::words("After"),
    ];
    let rows = changes(edits, workspace, moment).into_iter().map(|change| {
        let is_there = workspace
            .record(change.record.kind, change.record.id.as_str())
            .is_some();
        let value = |value: Option<String>, tone: fn(String) -> Span| match value {
            Some(words) => vec![tone(words)],
            None => vec![Span::dim("not set")],
        };
        Row {
            cells: vec![
                vec![Span::plain(change.what)],
                value(change.before, Span::dim),
                value(change.after, Span::strong),
            ],
            record: Some(change.record).filter(|_| is_there),
        }
    });
    document.table(columns, rows.collect());
}
