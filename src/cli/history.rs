//! `history [CODE]`: who changed what, newest first, as the journal has it.

use std::sync::Arc;

use clap::Args;

use crate::domain::day::Day;
use crate::domain::entry::{Entry, Reverses, What};
use crate::domain::id::RecordRef;
use crate::domain::period::Period;
use crate::domain::trail::Undone;
use crate::report::trail::{Change, by, changes, sentence};

use super::arguments::Globals;
use super::desk::Desk;
use super::error::{CliError, Code};
use super::json::{self, Object};
use super::output::Output;
use super::record::find;

const EXAMPLES: &str = "\
Examples:
  scrutineer history
  scrutineer history LN-1d --since 2010-10-01
  scrutineer history --by jharris --since '2010/11 Q2' --json

Times are UTC. The number in front is what “scrutineer undo” takes. The history
is fixed: what is undone stays in it, and so does the undo.";

/// What of the history to list.
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub(super) struct HistoryArgs {
    /// Only changes of this record: its code, or kind:id
    code: Option<String>,
    /// Only changes of this person: the system's user, or the name
    #[arg(long, value_name = "WHO")]
    by: Option<String>,
    /// Only changes from this day on, or from the first day of this period
    #[arg(long, value_name = "DAY|PERIOD", value_parser = since)]
    since: Option<Day>,
}

fn since(text: &str) -> Result<Day, String> {
    Day::read(text)
        .or_else(|| Period::read(text).map(Period::first))
        .ok_or_else(|| "write a day like “2009-03-31” or a period like “2008/09 Q4”".to_owned())
}

/// Lists the history.
pub(super) fn run(
    args: &HistoryArgs,
    globals: &Globals,
    output: &mut Output<'_>,
) -> Result<Code, CliError> {
    let desk = Desk::open(globals)?;
    let record = args.code.as_ref().map(|code| find(&desk, code, None));
    let record = record.transpose()?;
    let mut undone = Undone::default();
    let mut objects = Vec::new();
    let mut listed = 0_usize;
    for entry in desk.store.history()? {
        let entry = entry?;
        let is_undone = undone.see(&entry);
        let day = entry.time.day();
        if day.is_some_and(|day| args.since.is_some_and(|since| day < since)) {
            break;
        }
        if !fits(&entry, record.as_ref(), args.by.as_deref()) {
            continue;
        }
        listed += 1;
        if globals.json {
            objects.push(object(&desk, &entry, is_undone));
        } else {
            output.line(&line(&desk, &entry, is_undone))?;
        }
    }
    if globals.json {
        json::print(&objects, output)?;
    } else if listed == 0 {
        let asks = args.code.is_some() || args.by.is_some() || args.since.is_some();
        output.note(if asks {
            "no change is like that"
        } else {
            "nothing was changed yet"
        });
    }
    Ok(if listed == 0 {
        Code::NEGATIVE
    } else {
        Code::DONE
    })
}

/// Whether an entry is asked for. What the store does by itself never is.
fn fits(entry: &Arc<Entry>, record: Option<&RecordRef>, who: Option<&str>) -> bool {
    let of_record = |record: &RecordRef| entry.edits.iter().any(|edit| edit.record() == *record);
    let of_person = |who: &str| {
        let who = who.to_lowercase();
        entry.what == What::Step
            && [&entry.who.user, &entry.who.name]
                .iter()
                .any(|it| it.to_lowercase() == who)
    };
    entry.is_change() && record.is_none_or(of_record) && who.is_none_or(of_person)
}

/// `12  2010-12-10 09:30  J. Harris  LN-1d rated red (was amber) in 2010/11 Q2`
fn line(desk: &Desk, entry: &Entry, is_undone: bool) -> String {
    let day = entry.time.day().map(|day| day.to_string());
    let mark = if is_undone { "  (undone since)" } else { "" };
    format!(
        "{:>5}  {} {}  {}  {}{mark}",
        entry.seq,
        day.unwrap_or_default(),
        entry.time.clock(),
        by(entry),
        sentence(entry, &desk.workspace, desk.moment),
    )
}

/// An entry as JSON.
pub(super) fn object(desk: &Desk, entry: &Entry, is_undone: bool) -> Object {
    let told = |edits| {
        let all = changes(edits, &desk.workspace, desk.moment);
        all.iter().map(change).collect::<Vec<_>>()
    };
    let not_taken = match &entry.what {
        What::Outside { not_taken, .. } => told(not_taken),
        _ => Vec::new(),
    };
    let reversed = |is_undo: bool| {
        let hashes = match &entry.reverses {
            Reverses::Undoes(hashes) if is_undo => hashes.as_slice(),
            Reverses::Redoes(hashes) if !is_undo => hashes.as_slice(),
            _ => &[],
        };
        hashes.to_vec()
    };
    Object::new()
        .with("kind", entry.what.word())
        .with("id", &entry.hash)
        .with("title", &sentence(entry, &desk.workspace, desk.moment))
        .with("seq", &entry.seq)
        .with("time", &entry.time)
        .with("user", &entry.who.user)
        .with("name", &entry.who.name)
        .with("role", &entry.who.role)
        .with("host", &entry.host)
        .with("session", &entry.session)
        .with("cause", &entry.cause)
        .with("undone", &is_undone)
        .with("undoes", &reversed(true))
        .with("redoes", &reversed(false))
        .with("changes", &told(&entry.edits))
        .with("not_taken", &not_taken)
}

fn change(change: &Change) -> Object {
    Object::new()
        .with("record", &change.record.to_string())
        .with("what", &change.what)
        .with("before", &change.before)
        .with("after", &change.after)
}
