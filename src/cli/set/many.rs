//! What `set` is to set of several records, out of its arguments.

use crate::analysis::many::Setting;
use crate::analysis::naming::resolve;
use crate::analysis::naming::title_of;
use crate::cli::desk::Desk;
use crate::cli::error::CliError;
use crate::cli::record::every;
use crate::domain::action::ActionStatus;
use crate::domain::choice::Choice;
use crate::domain::id::{Id, RecordRef};
use crate::domain::kind::Kind;
use crate::domain::plan::{Officer, Role};
use crate::search::nearest;
use crate::text;

use super::SetArgs;
use super::change;

/// The settings that the arguments ask for, in the order of the options.
pub(super) fn settings(args: &SetArgs, desk: &Desk) -> Result<Vec<Setting>, CliError> {
    let mut settings = Vec::new();
    if let Some(text) = &args.rating {
        let is_none = change::is_none("rating", text);
        let rating = (!is_none).then(|| change::rating(text.trim(), desk));
        settings.push(Setting::Rating(rating.transpose()?));
    }
    if let Some(text) = &args.direction {
        let is_none = change::is_none("direction", text);
        let direction = (!is_none).then(|| change::direction(text.trim()));
        settings.push(Setting::Direction(direction.transpose()?));
    }
    if let Some(text) = &args.status {
        settings.push(Setting::Status(status(text)?));
    }
    for (text, joins) in [(&args.board, true), (&args.not_board, false)] {
        if let Some(text) = text {
            let board = board(text, desk)?;
            settings.push(Setting::Board { board, joins });
        }
    }
    if let Some(words) = &args.due {
        settings.push(Setting::Due {
            words: plain(words)?.to_owned(),
            why: plain(args.why.as_deref().unwrap_or_default())?.to_owned(),
        });
    }
    if let Some(post) = &args.officer {
        let officer = Officer {
            role: args.role.as_deref().map(role).transpose()?,
            post: plain(post)?.to_owned(),
            ..Officer::default()
        };
        settings.push(Setting::Officer(Box::new(officer)));
    }
    if let Some(owner) = &args.owner {
        settings.push(Setting::Owner(plain(owner)?.to_owned()));
    }
    Ok(settings)
}

fn plain(text: &str) -> Result<&str, CliError> {
    let text = text.trim();
    if text::is_safe(text) {
        return Ok(text);
    }
    Err(CliError::usage(
        "the text has control or direction-override characters",
        "Write it in plain text",
    ))
}

fn status(text: &str) -> Result<ActionStatus, CliError> {
    let folded = text.trim().to_lowercase().replace([' ', '-'], "_");
    ActionStatus::from_word(&folded).ok_or_else(|| {
        let words: Vec<&str> = ActionStatus::ALL.iter().map(|it| it.word()).collect();
        unknown(text, "status", &words)
    })
}

fn role(text: &str) -> Result<Choice<Role>, CliError> {
    let folded = text.trim().to_lowercase().replace([' ', '-'], "_");
    let role = Role::from_word(&folded).map(Choice::from);
    role.ok_or_else(|| {
        let words: Vec<&str> = Role::ALL.iter().map(|it| it.word()).collect();
        unknown(text, "role", &words)
    })
}

/// A board by its id, its title, or what its title begins with.
fn board(text: &str, desk: &Desk) -> Result<Id, CliError> {
    let named = |record: &&RecordRef| record.kind == Kind::Board;
    let found = resolve(&desk.workspace, text, desk.moment);
    if let Some(record) = found.iter().find(named) {
        return Ok(record.id.clone());
    }
    let boards = every(&desk.workspace, Kind::Board);
    let title = |record: &RecordRef| title_of(&desk.workspace, record, desk.moment);
    let wanted = text.trim().to_lowercase();
    let is_meant = |record: &&RecordRef| {
        record.id.as_str() == text || title(record).to_lowercase().starts_with(&wanted)
    };
    let fitting: Vec<&RecordRef> = boards.iter().filter(is_meant).collect();
    match fitting.as_slice() {
        [only] if !wanted.is_empty() => Ok(only.id.clone()),
        _ => {
            let ids: Vec<&str> = boards.iter().map(|it| it.id.as_str()).collect();
            Err(unknown(text, "board", &ids))
        }
    }
}

fn unknown(text: &str, what: &str, words: &[&str]) -> CliError {
    let hint = match nearest(text, words.iter().copied()) {
        Some(near) => format!("Did you mean “{near}”?"),
        None => format!("One of {}", words.join(", ")),
    };
    CliError::usage(format!("“{text}” is no {what}"), hint)
}
