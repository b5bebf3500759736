//! What is to be set, held against the workspace: the step that does it, or why it cannot be.

use crate::analysis::index::Index;
use crate::analysis::joint::keeper;
use crate::analysis::naming::code_of;
use crate::cli::desk::Desk;
use crate::cli::error::{CliError, Kind as ErrorKind};
use crate::cli::record;
use crate::domain::edit::{Edit, Place, Step, set_in_update};
use crate::domain::id::RecordRef;
use crate::domain::json::Json;
use crate::domain::kind::Kind;
use crate::domain::period::Period;
use crate::domain::priority::Update;
use crate::domain::rating::{Direction, Rating};
use crate::domain::record::Record as _;
use crate::search::nearest;
use crate::text;

use super::SetArgs;

/// The fields that can be set: as they are typed, and as they stand in the file.
const FIELDS: &[(&str, &str)] = &[
    ("rating", "rating"),
    ("direction", "direction"),
    ("note", "rating_note"),
];

/// A field as it is typed, with a value; `None` takes it away.
type Value = (&'static str, &'static str, Option<Json>);

/// What the arguments ask for.
pub(super) struct Wanted {
    typed: String,
    period: Period,
    values: Vec<Value>,
    guards: Vec<Value>,
}

/// A field that changes.
pub(super) struct Change {
    /// The field as it is typed.
    pub(super) name: &'static str,
    /// What it held.
    pub(super) before: Option<Json>,
    /// What it shall hold.
    pub(super) after: Option<Json>,
}

/// What is to be done to one priority.
pub(super) struct Planned {
    /// The priority.
    pub(super) record: RecordRef,
    /// Its code.
    pub(super) code: String,
    /// The period.
    pub(super) period: Period,
    /// The fields that change.
    pub(super) changes: Vec<Change>,
    /// What makes it so.
    pub(super) step: Step,
}

impl Wanted {
    /// Reads the arguments for a workspace.
    pub(super) fn read(args: &SetArgs, desk: &Desk) -> Result<Self, CliError> {
        let given = [
            ("rating", &args.rating),
            ("direction", &args.direction),
            ("note", &args.note),
        ];
        let given = given
            .into_iter()
            .filter_map(|(name, value)| Some((name, value.as_deref()?)));
        let values = given.map(|(name, text)| value(name, text, desk));
        Ok(Self {
            values: values.collect::<Result<_, _>>()?,
            guards: args
                .was
                .iter()
                .map(|was| guard(was))
                .collect::<Result<_, _>>()?,
            typed: args.codes.first().cloned().unwrap_or_default(),
            period: desk.moment.period.ok_or_else(|| {
                CliError::usage(
                    "the workspace has no current period to set it in",
                    "Give one with --period",
                )
            })?,
        })
    }

    /// Holds what is wanted against the workspace as it is now.
    pub(super) fn plan(&self, desk: &Desk) -> Result<Planned, CliError> {
        let record = record::find(desk, &self.typed, Some(Kind::Priority))?;
        let priorities = &desk.workspace.priorities;
        let Some(priority) = priorities.get(record.id.as_str()) else {
            let message = format!("{record} is not there any more");
            return Err(CliError::new(ErrorKind::NoMatch, message, ""));
        };
        // A joint tracker is changed where it stands.
        let index = Index::new(&desk.workspace);
        let priority = keeper(&desk.workspace, &index, priority, Some(self.period));
        let record = RecordRef::new(Kind::Priority, &priority.id);
        let code = code_of(&desk.workspace, &record, desk.moment);
        let update = priority
            .updates
            .iter()
            .find(|update| update.period.read() == Some(self.period));
        let now = |field: &str| update.and_then(|update| update.get(field));
        for (name, field, was) in &self.guards {
            let now = now(field);
            if now != *was {
                return Err(changed(&code, self.period, (name, now, was.clone())));
            }
        }
        let changes = self.values.iter().map(|(name, field, after)| Change {
            name,
            before: now(field),
            after: after.clone(),
        });
        let changes = changes.filter(|it| it.before != it.after).collect();
        let fields: Vec<(&str, Option<Json>)> = self
            .values
            .iter()
            .map(|(_, field, after)| (*field, after.clone()))
            .collect();
        let mut edits = update.map_or_else(Vec::new, |update| self.held(&record, update));
        edits.extend(set_in_update(priority, self.period, &fields));
        Ok(Planned {
            step: Step::new("set", edits),
            period: self.period,
            record,
            code,
            changes,
        })
    }

    /// Edits that change nothing, and are refused where a field has not the value that was named:
    /// they hold under the lock too.
    fn held(&self, record: &RecordRef, update: &Update) -> Vec<Edit> {
        let at = Place::record(record.kind, &record.id).member("updates", update.period.text());
        let held = |(_, field, was): &Value| Edit::Set {
            at: at.clone(),
            field: (*field).to_owned(),
            before: was.clone(),
            after: was.clone(),
        };
        self.guards.iter().map(held).collect()
    }
}

fn changed(
    code: &str,
    period: Period,
    (name, now, was): (&str, Option<Json>, Option<Json>),
) -> CliError {
    let (now, was) = (shown(name, now.as_ref()), shown(name, was.as_ref()));
    CliError::new(
        ErrorKind::Conflict,
        format!("{code}, {period}: {name} is {now} now, not {was}; nothing was changed"),
        "Look at what is there now, and decide which of the two shall stay",
    )
}

/// A value in words; a note in quotes, since it may be any words.
pub(super) fn shown(name: &str, value: Option<&Json>) -> String {
    match value.map(Json::shown) {
        None => "not set".to_owned(),
        Some(note) if name == "note" => format!("“{note}”"),
        Some(word) => word,
    }
}

/// `FIELD=VALUE`, the value as people type it or as it stands in the file, whatever that is.
fn guard(was: &str) -> Result<Value, CliError> {
    let known = || FIELDS.iter().map(|(name, _)| *name);
    let Some((typed, text)) = was.split_once('=') else {
        return Err(CliError::usage(
            format!("--was {was}: it has no “=”"),
            "Write it like --was rating=amber",
        ));
    };
    let Some((name, field)) = FIELDS.iter().find(|(name, _)| *name == typed) else {
        return Err(CliError::usage(
            format!("--was {was}: there is no field “{typed}”"),
            nearest(typed, known()).map_or_else(
                || "The fields are rating, direction and note".to_owned(),
                |near| format!("Did you mean “{near}”?"),
            ),
        ));
    };
    let word = match *name {
        _ if is_none(name, text) => None,
        "rating" => Some(Rating::read(text).map_or(text, |rating| rating.word())),
        "direction" => Some(Direction::read(text).map_or(text, |direction| direction.word())),
        _ => Some(text),
    };
    Ok((name, field, word.map(Json::text)))
}

/// Whether a typed value takes the field away.
pub(super) fn is_none(name: &str, text: &str) -> bool {
    let text = text.trim();
    text.is_empty() || (name != "note" && text == "none")
}

/// A value as it stands in the file.
fn value(name: &'static str, text: &str, desk: &Desk) -> Result<Value, CliError> {
    let field = FIELDS.iter().find(|(known, _)| *known == name);
    let field = field.map_or(name, |(_, field)| *field);
    let text = text.trim();
    let read = match name {
        _ if is_none(name, text) => None,
        "rating" => Some(rating(text, desk)?.word().to_owned()),
        "direction" => Some(direction(text)?.word().to_owned()),
        _ => Some(note(text)?.to_owned()),
    };
    Ok((name, field, read.map(|text| Json::text(&text))))
}

pub(super) fn rating(text: &str, desk: &Desk) -> Result<Rating, CliError> {
    let scale = desk.workspace.scale();
    Rating::read(text)
        .filter(|rating| scale.contains(rating))
        .ok_or_else(|| {
            let words: Vec<&str> = scale.iter().map(|rating| rating.word()).collect();
            CliError::usage(
                format!("“{text}” is not on this workspace's scale"),
                format!("The scale is {}", words.join(", ")),
            )
        })
}

pub(super) fn direction(text: &str) -> Result<Direction, CliError> {
    Direction::read(text).ok_or_else(|| {
        CliError::usage(
            format!("“{text}” is no direction of travel"),
            "It is improving (+), static (=) or deteriorating (-)",
        )
    })
}

/// A note goes to other people's terminals and reports.
fn note(text: &str) -> Result<&str, CliError> {
    if text::is_safe(text) {
        return Ok(text);
    }
    Err(CliError::usage(
        "the note has control or direction-override characters",
        "Write it in plain text",
    ))
}
