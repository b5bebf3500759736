//! Commands: what the program does from a shell, without a screen. No command means the interface.
//!
//! `arguments → one file a command → domain, analysis, search, report ↔ store → output`. Commands
//! read and write through the same store as the interface, and are safe beside it. Data goes to
//! standard output, messages to standard error, both through handles given in (`output`); every
//! text of the file is inert there. May import everything but `app`, of which only what [`tui`]
//! starts with.
//!
//! # Exit codes
//!
//! 0 done · 1 no match, or errors found by `check` or `verify` · 2 usage · 3 the file could not be read ·
//! 4 it could not be written · 5 somebody else changed the same. A reader that stops reading
//! (`| head`) is no error.
//!
//! # `--json`
//!
//! One JSON value, its keys in this order; what is not known is `null`. Ratings, directions and
//! statuses are the words of the file and of queries; dates are `YYYY-MM-DD`.
//!
//! - Every record begins with `kind`, then `code` (`id` where it has none), `title`, and, where there
//!   is a code, `id`.
//! - `list priorities`: … `theme`, `period`, `rating`, `direction`, `high_risk`, `indicators` (an
//!   object: `met`, `close`, `missed`, `unjudged`), `overdue_actions`.
//! - `list indicators`: … `period` (that of the result), `result`, `result_text`, `unit`, `target`
//!   (the first of them), `target_text`, `verdict`, `change`, `data_quality`.
//! - `list actions`: … `due`, `overdue`, `status`, `officers` (texts), `priority` (its code).
//! - `list` of any other kind: nothing more.
//! - `list --view NAME` of a list of several kinds: … and of the exceptions and gaps `finding`, `reason`.
//! - `show`: one such object, then `record`, the record as it stands in the file.
//! - `explain`: a list, one object a derived value: … `what`, `verdict`, `because` (sentences),
//!   `pointer`, `line`, `column`.
//! - `search`: a list, best first: … `score`, `field`, `excerpt`.
//! - `set`: one object: … `period`, `changes` (objects: `field`, `before`, `after`); no changes where
//!   all was so already.
//!   Of several records, and of other values than those of a tracker, a list, one object a record and
//!   value: … `field`, `outcome` (`changes`, `same`, `refused`), `before`, `after`, `why`. The same for
//!   `retire`.
//! - `delete`: one object: … `referrers` (a list of records).
//! - `add`: one object, of the record that was added or that got what was added: … `added` (what one is
//!   called: `result`, `tracker`, `action`).
//! - `approve`: one object: … `period`, `role`, `by` (a list), `on`, `covers` (the SHA-256 of what was
//!   approved).
//! - `start-period`: one object: `from`, `to`, `trackers`, `carried` (numbers).
//! - `round`: none; it asks, on a screen or with `--plain` in lines.
//! - `check`: a list of objects: `severity`, `finding`, `code`, `pointer`, `line`, `column`,
//!   `message`, `mend`. A fault of the file has the finding `file-fault` and no code.
//! - `history`: a list, newest first, one object an entry: `kind` (`step` or `outside`), `id` (its
//!   hash), `title` (the change in words), `seq`, `time` (RFC 3339, UTC), `user`, `name`, `role`,
//!   `host`, `session`, `cause`, `undone`, `undoes`, `redoes` (hashes), `changes` (objects: `record`,
//!   `what`, `before`, `after`), `not_taken` (the same, of what an outside change lost to a step).
//! - `undo`: one such object, of the entry that takes it back.
//! - `verify`: one object: `kind` (`journal`), `id` (the file), `title`, `entries`, `changes`,
//!   `archives`, `head`, `first_bad` (`file`, `line`, `seq`, `why`), `torn`, `file_is_known`.
//! - `report`: see below.
//! - `init`: one object: `kind` (`workspace`), `id` (the file), `title`, `period`.
//! - `config path`: an object: `path`, `exists`; `config show`: … `user`, `settings` (an object);
//!   `config check`: a list of objects: `line`, `column`, `message`, `mend`; `config keys`: a list of
//!   objects: `command`, `keys`, `default`, `doc`.
//!
//! `report NAME` gives a list of objects that begin like every record, unless it says otherwise:
//!
//! - `exceptions`: … `finding` (the word that an answer names), `reason`, `boards`, `answer` (an object: `text`,
//!   `by`, `on`).
//! - `summary`: … `theme`, `rating`, `direction`, `directors`, `high_risk`, `joint_with` (`kind:id`).
//! - `counts`: objects of `board`, `period`, `basis` (computed, published, partial), `ratings` (a list: `rating`,
//!   `count`, `percent`, `records` as `kind:id`), `total`, `unrated`, `published` (an object where it
//!   disagrees: `red`, `amber`, `green`).
//! - `trend`: objects of `priorities` (a list of records) and `periods` (a list: `period`, `standing`: a list of
//!   `of`, `rating`, `direction`).
//! - `recommendations`: … `asked_by`, `inquiry`, `stage` (1 to 6), `stage_words`, `draft_stages`, `coverage`,
//!   `rating`, `due`, `due_days`, `updated`, `review_again`, `completed`.
//! - `coverage`: … `coverage`, `stated` (the officer's), `in_words`, `routes` (a list: `direct`, `through` (a
//!   record), `number`, `found`, `rating`, `verdict`, `status`, `every`, `frequency`, `reported`, `next`,
//!   `troubles`), `gaps` (a list: `reason`, `words`).
//! - `programme`: one object: `meetings` (a list: `board`, `day`, `stated`, `held`, `items`, `due`), `unscheduled`,
//!   `groups`, `decisions`; an item is a record … `types`, `description`, `notes`.
//! - `highlight`: one object: `issues`, `missed` (a list: `theme`, `indicators`), `data_quality`,
//!   `several_boards`.
//! - `tracker`: one object: that of `list priorities` … `why`, `joint_with`, `challenge`, `changed_since_approval`
//!   (roles), `update` (as in the file), `officers`, `indicator_list`, `actions`, `recommendations`, `history`.
//! - `changes`: … `change`, `part`, `before`, `after`, `better`, `boards`.
//! - `slippage`: one object: `slipped` (records … `part`, `dates`, `why`, `moves`, `days`, `officers`, `boards`),
//!   `boards` and `officers` (totals: `dates`, `moves`, `days`, `not_in_days`).
//! - `due`: … `day`, `what`, `part`, `officers`, `boards`, `overdue`.
//!
//! [`tui`]: crate::tui

mod add;
mod approve;
mod arguments;
mod check;
mod completions;
mod config;
mod delete;
mod desk;
mod error;
mod explain;
mod file;
mod generate;
mod history;
mod init;
mod interface;
mod json;
mod list;
mod man;
mod many;
mod output;
mod record;
mod report;
mod retire;
mod round;
mod sample;
mod search;
mod set;
mod show;
mod start_period;
mod table;
mod undo;
mod verify;

use std::ffi::OsString;

use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{CommandFactory as _, FromArgMatches as _};

use self::arguments::{Arguments, Command};
use self::error::{CliError, Code};
use self::interface::Opening;
use self::output::Output;

/// Does what the arguments (the program's name first) ask for; gives back the exit code.
pub fn main(args: impl IntoIterator<Item = OsString>) -> u8 {
    let args: Vec<OsString> = args.into_iter().collect();
    if completions::answered(&args) {
        return Code::DONE.number();
    }
    let mut output = Output::standard();
    let code = run(args, &mut output).and_then(|code| {
        output.flush()?;
        Ok(code)
    });
    match code {
        Ok(code) => code.number(),
        Err(error) => {
            // What was written before the error comes before it.
            let _ = output.flush();
            output.complain(&error);
            error.kind.code().number()
        }
    }
}

fn run(
    args: impl IntoIterator<Item = OsString>,
    output: &mut Output<'_>,
) -> Result<Code, CliError> {
    // clap counts no columns where there is no terminal; nobody reads lines of 300 columns.
    let command = Arguments::command().term_width(output.columns().unwrap_or(100).min(100));
    let parsed = command.try_get_matches_from(args);
    match parsed.and_then(|matches| Arguments::from_arg_matches(&matches)) {
        Ok(arguments) => dispatch(arguments, output),
        Err(error) => say_usage(&error, output),
    }
}

fn dispatch(arguments: Arguments, output: &mut Output<'_>) -> Result<Code, CliError> {
    let Arguments {
        workspace,
        view,
        screen,
        mut globals,
        command,
    } = arguments;
    globals.take_file(workspace)?;
    if let (Some(name), Some(_)) = (&view, &command) {
        return Err(CliError::usage(
            "--view before a command is for the interface",
            format!("scrutineer list --view \"{name}\" prints it"),
        ));
    }
    if let (Some(screen), Some(_)) = (screen, &command) {
        return Err(CliError::usage(
            "--screen is for the interface, not for a command",
            format!("scrutineer --screen {} opens it", screen.word()),
        ));
    }
    match command {
        None if globals.plain => round::plain(false, &globals, output),
        None => {
            let opening = Opening {
                view,
                screen,
                round: None,
            };
            interface::run(&globals, opening, output)
        }
        Some(Command::List(args)) => list::run(&args, &globals, output),
        Some(Command::Show(args)) => show::run(&args, &globals, output),
        Some(Command::Explain(args)) => explain::run(&args, &globals, output),
        Some(Command::Search(args)) => search::run(&args, &globals, output),
        Some(Command::Set(args)) => set::run(&args, &globals, output),
        Some(Command::Add(args)) => add::run(&args, &globals, output),
        Some(Command::Approve(args)) => approve::run(&args, &globals, output),
        Some(Command::Retire(args)) => retire::run(&args, &globals, output),
        Some(Command::Delete(args)) => delete::run(&args, &globals, output),
        Some(Command::Round(args)) => round::run(&args, &globals, output),
        Some(Command::StartPeriod(args)) => start_period::run(&args, &globals, output),
        Some(Command::Check(args)) => check::run(&args, &globals, output),
        Some(Command::History(args)) => history::run(&args, &globals, output),
        Some(Command::Undo(args)) => undo::run(&args, &globals, output),
        Some(Command::Verify(args)) => verify::run(&args, &globals, output),
        Some(Command::Completions(args)) => completions::run(&args, output),
        Some(Command::Man(args)) => man::run(&args, output),
        Some(Command::Init(args)) => init::run(args, &globals, output),
        Some(Command::Generate(args)) => generate::run(&args, output),
        Some(Command::Report(args)) => report::run(&args, &globals, output),
        Some(Command::Config(args)) => config::run(&args, &globals, output),
    }
}

/// Help and version go where data goes; what was not understood is said in clap's words.
fn say_usage(error: &clap::Error, output: &mut Output<'_>) -> Result<Code, CliError> {
    let text = error.render().to_string();
    if matches!(
        error.kind(),
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion
    ) {
        output.page(text.trim_end())?;
        return Ok(Code::DONE);
    }
    let (message, rest) = text.split_once("\n\n").unwrap_or((&text, ""));
    let message = message.strip_prefix("error: ").unwrap_or(message).trim();
    let mut hint: Vec<&str> = rest.lines().map(str::trim).collect();
    hint.retain(|line| !line.is_empty());
    if is_stray_word(error) {
        hint.insert(0, "A file goes before the command, or behind -f");
    }
    Err(CliError::usage(message, hint.join("\n")))
}

/// Whether a word stands where none is expected: often the file.
fn is_stray_word(error: &clap::Error) -> bool {
    let word = match error.get(ContextKind::InvalidArg) {
        Some(ContextValue::String(word)) => word.as_str(),
        _ => "-",
    };
    error.kind() == ErrorKind::UnknownArgument && !word.starts_with('-')
}
