//! `completions SHELL`: what a shell must be told so that it completes commands, options and codes.
//!
//! The script that is printed asks this program at every Tab (the environment variable
//! [`VARIABLE`] says so), since codes are those of the file that is meant.

use std::ffi::{OsStr, OsString};
use std::path::PathBuf;

use clap::{Args, CommandFactory as _};
use clap_complete::engine::{ArgValueCompleter, CompletionCandidate};
use clap_complete::env::{CompleteEnv, Shells};

use crate::analysis::moment::Moment;
use crate::analysis::naming::{code_of, title_of};
use crate::domain::code;
use crate::domain::id::RecordRef;
use crate::domain::kind::Kind;
use crate::domain::workspace::Workspace;
use crate::store::OpenOptions;
use crate::text::display_safe;

use super::arguments::Arguments;
use super::desk;
use super::error::{CliError, Code};
use super::file;
use super::output::Output;
use super::record::every;

/// Set by the script when it asks.
const VARIABLE: &str = "SCRUTINEER_COMPLETE";
/// What the program is called.
const NAME: &str = "scrutineer";
/// A shell shows a screen of candidates at most; more only make it slow.
const MOST: usize = 200;

const EXAMPLES: &str = "\
Examples:
  source <(scrutineer completions bash)                    in ~/.bashrc
  source <(scrutineer completions zsh)                     in ~/.zshrc
  scrutineer completions fish | source                     in config.fish

Codes are completed from the file that the command line names, else from
SCRUTINEER_FILE, else from the one workspace in the folder.";

/// Which shell.
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub(super) struct CompletionsArgs {
    /// Shell: bash, zsh, fish, elvish or powershell
    shell: String,
}

/// Prints the script for a shell.
pub(super) fn run(args: &CompletionsArgs, output: &mut Output<'_>) -> Result<Code, CliError> {
    let shells = Shells::builtins();
    let Some(shell) = shells.completer(&args.shell.to_lowercase()) else {
        let names: Vec<&str> = shells.names().collect();
        return Err(CliError::usage(
            format!("no completions for “{}”", args.shell),
            format!("There are some for {}", names.join(", ")),
        ));
    };
    let mut script = Vec::new();
    shell.write_registration(VARIABLE, NAME, NAME, NAME, &mut script)?;
    output.inert(&String::from_utf8_lossy(&script))?;
    Ok(Code::DONE)
}

/// Answers a shell that asks what could come next; false if nobody asks.
pub(super) fn answered(args: &[OsString]) -> bool {
    let here = std::env::current_dir().ok();
    CompleteEnv::with_factory(Arguments::command)
        .var(VARIABLE)
        .try_complete(args.iter().cloned(), here.as_deref())
        // A shell that is asked for nothing it knows completes nothing; a message would stand in the
        // middle of what is typed.
        .unwrap_or(true)
}

/// Completes the code of any record that has a page.
pub(super) fn any_code() -> ArgValueCompleter {
    const KINDS: &[Kind] = &[
        Kind::Priority,
        Kind::Indicator,
        Kind::Recommendation,
        Kind::Theme,
        Kind::Action,
    ];
    ArgValueCompleter::new(|typed: &OsStr| codes(typed, KINDS))
}

/// Completes the code of a priority.
pub(super) fn priority_code() -> ArgValueCompleter {
    ArgValueCompleter::new(|typed: &OsStr| codes(typed, &[Kind::Priority]))
}

/// The codes that begin as typed, with their titles. What cannot be opened has none.
fn codes(typed: &OsStr, kinds: &[Kind]) -> Vec<CompletionCandidate> {
    let options = OpenOptions {
        despite_faults: true,
        ..desk::reading(true)
    };
    let Some(opened) = meant().and_then(|path| desk::open(&path, options).ok()) else {
        return Vec::new();
    };
    let workspace = &opened.workspace;
    let typed = typed.to_string_lossy();
    let all = kinds.iter().flat_map(|kind| every(workspace, *kind));
    all.filter_map(|record| candidate(workspace, &record, &typed))
        .take(MOST)
        .collect()
}

fn candidate(
    workspace: &Workspace,
    record: &RecordRef,
    typed: &str,
) -> Option<CompletionCandidate> {
    let moment = Moment::new(workspace, None, None);
    let code = code_of(workspace, record, moment);
    let id = record.id.as_str();
    let value = if code::is_prefix(typed, &code) {
        typeable(&code).unwrap_or_else(|| id.to_owned())
    } else if !typed.is_empty() && id.starts_with(typed) {
        id.to_owned()
    } else {
        return None;
    };
    let title = title_of(workspace, record, moment);
    let help = format!("{code}  {}", display_safe(&title));
    Some(CompletionCandidate::new(value).help(Some(help.into())))
}

/// A spelling of a code that no shell takes apart; `None` where there is none, and the id must do.
fn typeable(spelt: &str) -> Option<String> {
    let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '.' | '_');
    ["", "-"]
        .into_iter()
        .map(|joint| spelt.replace(' ', joint))
        .find(|written| written.chars().all(plain) && code::same(written, spelt))
}

/// The file that the command line so far names, else the usual one.
fn meant() -> Option<PathBuf> {
    let words: Vec<OsString> = std::env::args_os().collect();
    let mut named = None;
    let mut rest = words.iter().skip_while(|word| *word != "--").skip(2);
    while let Some(word) = rest.next() {
        let text = word.to_string_lossy();
        if matches!(&*text, "-f" | "--file") {
            named = rest.next().map(PathBuf::from);
        } else if let Some(path) = text.strip_prefix("--file=") {
            named = Some(PathBuf::from(path));
        } else if named.is_none() && text.ends_with(".json") {
            named = Some(PathBuf::from(word));
        }
    }
    named.filter(|path| path.is_file()).or_else(file::usual)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_offered_in_a_spelling_that_a_shell_leaves_whole_and_that_means_the_same() {
        for (code, written) in [
            ("NI 117", Some("NI117")),
            ("JAR 4", Some("JAR4")),
            ("LN-1d", Some("LN-1d")),
            ("LSP TP", Some("LSP-TP")),
            ("LN-1e(i)", None),
            ("LSP-HW2b(i)a", None),
        ] {
            assert_eq!(typeable(code).as_deref(), written, "{code}");
        }
    }
}
