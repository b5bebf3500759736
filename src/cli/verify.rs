//! `verify`: proves the chain of the journal, or names the first entry that does not hold.

use clap::Args;

use crate::store::{Bad, Verified, verify};

use super::arguments::Globals;
use super::error::{CliError, Code};
use super::file;
use super::json::{self, Object};
use super::output::Output;

const EXAMPLES: &str = "\
Examples:
  scrutineer verify
  scrutineer verify -f leeds.json --json

Every entry of the history has the hash of its content and of the entry before
it, so that none can be changed, dropped or put elsewhere unseen. That proves
nothing against somebody who writes all of them anew, unless the head is kept
elsewhere: note it in minutes or a mail, and compare.";

/// What to verify.
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub(super) struct VerifyArgs {}

/// Verifies the journal.
pub(super) fn run(
    _: &VerifyArgs,
    globals: &Globals,
    output: &mut Output<'_>,
) -> Result<Code, CliError> {
    let path = file::named(globals)?;
    let verified = verify(&path)?;
    let title = title(&verified);
    if globals.json {
        let object = Object::new()
            .with("kind", "journal")
            .with("id", &path.display().to_string())
            .with("title", &title)
            .with("entries", &verified.entries)
            .with("changes", &verified.changes)
            .with("archives", &verified.archives)
            .with("head", &verified.head)
            .with("first_bad", &verified.first_bad.as_ref().map(object))
            .with("torn", &verified.torn)
            .with("file_is_known", &verified.file_is_known);
        json::print(&object, output)?;
    } else {
        print(&title, &verified, output)?;
    }
    Ok(match verified.first_bad {
        Some(_) => Code::NEGATIVE,
        None => Code::DONE,
    })
}

fn title(verified: &Verified) -> String {
    match (&verified.first_bad, verified.entries) {
        (None, 0) => "there is no history yet: nothing was changed".to_owned(),
        (None, entries) => format!("{entries} entries, all whole and in their place"),
        (Some(_), 0) => "the first entry does not hold".to_owned(),
        (Some(_), 1) => "1 entry holds, the next does not".to_owned(),
        (Some(_), entries) => format!("{entries} entries hold, the next does not"),
    }
}

fn print(title: &str, verified: &Verified, output: &mut Output<'_>) -> Result<(), CliError> {
    output.line(title)?;
    if let Some(Bad {
        path,
        line,
        seq,
        why,
    }) = &verified.first_bad
    {
        let seq = seq.map(|seq| format!(" (entry {seq})")).unwrap_or_default();
        output.line(&format!("{}, line {line}{seq}: {why}", path.display()))?;
    }
    if let Some(head) = &verified.head {
        let word = if verified.first_bad.is_some() {
            "last good head"
        } else {
            "head"
        };
        output.line(&format!("{word} {head}"))?;
    }
    if verified.torn {
        output.line("a crash left half an entry at the end; it was never said to be saved")?;
    }
    if !verified.file_is_known {
        output.line(
            "another program changed the file since; the next change takes that in, if it can be read",
        )?;
    }
    Ok(())
}

fn object(bad: &Bad) -> Object {
    Object::new()
        .with("file", &bad.path.display().to_string())
        .with("line", &bad.line)
        .with("seq", &bad.seq)
        .with("why", &bad.why)
}
