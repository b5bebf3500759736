//! `FIELD=VALUE`, read as the forms read it.

use super::parts;
use crate::cli::desk::Desk;
use crate::cli::error::CliError;
use crate::cli::record::find;
use crate::domain::form::{Context, Entry, Form, FormField, Object, moved, read, read_figure};
use crate::domain::id::RecordRef;
use crate::domain::json::Json;
use crate::domain::kind::Kind;
use crate::domain::unit::Unit;
use crate::search::nearest;
use crate::text;

/// Takes fields and values apart.
pub(super) fn pairs(given: &[String]) -> Result<Vec<(String, String)>, CliError> {
    given
        .iter()
        .map(|pair| {
            let (field, value) = pair.split_once('=').ok_or_else(|| {
                CliError::usage(
                    format!("“{pair}” has no “=”"),
                    "Write it like title='Hold a fair'",
                )
            })?;
            Ok((field.to_owned(), value.to_owned()))
        })
        .collect()
}

/// Fills an object with what is given, and refuses where something needed is not.
pub(super) fn fill(
    object: &mut Object,
    form: &'static Form,
    given: &[(String, String)],
    desk: &Desk,
    of: Option<&RecordRef>,
) -> Result<(), CliError> {
    let indicator = of.and_then(|of| desk.workspace.indicators.get(of.id.as_str()));
    let mut context = Context {
        period: desk.moment.period,
        scale: desk.workspace.scale(),
        unit: indicator.and_then(|indicator| indicator.unit.clone()),
    };
    for (name, value) in given {
        let field = field(form, name)?;
        one(object, field, value, &context, desk)?;
        if matches!(field.entry, Entry::Unit) {
            context.unit = Unit::read_text(value);
        }
    }
    whole(object, form, "Write FIELD=VALUE for it")
}

/// Refuses an object without something that is needed.
pub(super) fn whole(object: &Object, form: &'static Form, hint: &str) -> Result<(), CliError> {
    let missing = form
        .all_fields()
        .filter(|field| field.required && object.get(field.key).is_none());
    let missing: Vec<&str> = missing.map(|field| field.key).collect();
    if missing.is_empty() {
        return Ok(());
    }
    let message = format!("{}: {} is missing", form.one, missing.join(" and "));
    Err(CliError::usage(message, hint))
}

/// The field that a name means: its key, or its label.
pub(super) fn field(form: &'static Form, name: &str) -> Result<&'static FormField, CliError> {
    let folded = name.to_lowercase().replace(['-', ' '], "_");
    let is = |field: &&FormField| {
        field.key == folded || field.label.to_lowercase().replace(' ', "_") == folded
    };
    form.all_fields().find(is).ok_or_else(|| {
        let keys: Vec<&str> = form.all_fields().map(|field| field.key).collect();
        let hint = nearest(&folded, keys.iter().copied()).map_or_else(
            || format!("The fields are {}", keys.join(", ")),
            |near| format!("Did you mean “{near}”?"),
        );
        CliError::usage(format!("{}: there is no field “{name}”", form.one), hint)
    })
}

/// Puts one value into the object.
pub(super) fn one(
    object: &mut Object,
    field: &'static FormField,
    value: &str,
    context: &Context,
    desk: &Desk,
) -> Result<(), CliError> {
    if !value.lines().all(text::is_safe) {
        let message = format!("{} has control or direction-override characters", field.key);
        return Err(CliError::usage(message, "Write it in plain text"));
    }
    match field.entry {
        Entry::Figure => {
            let typed = read_figure(value, context.unit.as_ref());
            for (key, value) in typed.keys {
                object.set(key, value);
            }
            if typed.provisional {
                object.set("provisional", Json::of(&true).ok());
            }
        }
        Entry::Timescale { slips } => {
            let text = Some(value.trim()).filter(|text| !text.is_empty());
            object.set(field.key, moved(None, text, slips, None, ""));
        }
        Entry::Values(list) => {
            let item = plain(list.item.entry, field.key, value, context, desk)?;
            append(object, field.key, item);
        }
        // A new record has no date that could have moved.
        Entry::Why => {}
        entry if entry.is_nested() => parts::put(object, field, value, context, desk)?,
        entry => object.set(field.key, plain(entry, field.key, value, context, desk)?),
    }
    Ok(())
}

/// Puts another item at the end of a list.
pub(super) fn append(object: &mut Object, key: &str, item: Option<Json>) {
    let held = object.get(key).and_then(|held| held.to().ok());
    let mut items: Vec<Json> = held.unwrap_or_default();
    items.extend(item);
    object.set(key, Json::of(&items).ok());
}

/// A plain value, or the record that it names.
fn plain(
    entry: Entry,
    key: &str,
    value: &str,
    context: &Context,
    desk: &Desk,
) -> Result<Option<Json>, CliError> {
    match entry {
        Entry::Reference(kind) => Ok(Some(Json::text(
            named(desk, value, Some(kind))?.id.as_str(),
        ))),
        Entry::Named => Ok(Some(Json::text(&named(desk, value, None)?.to_string()))),
        entry => read(entry, value, context)
            .map(|typed| typed.value)
            .map_err(|trouble| CliError::usage(format!("{key}={value}: {trouble}"), "")),
    }
}

/// The record that is named: by its id where its kind has no codes.
fn named(desk: &Desk, value: &str, kind: Option<Kind>) -> Result<RecordRef, CliError> {
    let by_id = kind.filter(|kind| desk.workspace.record(*kind, value).is_some());
    match by_id {
        Some(kind) => Ok(RecordRef::new(kind, &value.into())),
        None => find(desk, value, kind),
    }
}
