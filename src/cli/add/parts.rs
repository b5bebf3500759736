//! Parts of a record, given as JSON: an object, or a list of them. What is written in them is read by
//! the forms of the parts, as it is in `FIELD=VALUE`: figures, periods and dates as people write them,
//! records by their codes.

use super::fields::{append, field, one, whole};
use crate::cli::desk::Desk;
use crate::cli::error::CliError;
use crate::domain::form::{Context, Entry, Form, FormField, Object};
use crate::domain::json::Json;

/// Puts an object, or further items of a list, into a field.
pub(super) fn put(
    object: &mut Object,
    field: &'static FormField,
    value: &str,
    context: &Context,
    desk: &Desk,
) -> Result<(), CliError> {
    let json = Json::parse(value).map_err(|_error| no_object(field))?;
    put_json(object, field, &json, context, desk)
}

fn put_json(
    object: &mut Object,
    field: &'static FormField,
    json: &Json,
    context: &Context,
    desk: &Desk,
) -> Result<(), CliError> {
    match field.entry {
        Entry::Object(form) => {
            let part = part(form, field, json, context, desk)?;
            object.set(field.key, part.to_json());
        }
        Entry::Objects(form) => {
            for item in items(json) {
                append(
                    object,
                    field.key,
                    part(form, field, &item, context, desk)?.to_json(),
                );
            }
        }
        Entry::Members(list) => {
            for item in items(json) {
                append(
                    object,
                    field.key,
                    part(list.form, field, &item, context, desk)?.to_json(),
                );
            }
        }
        Entry::Values(_) => {
            for item in items(json) {
                one(object, field, &item.shown(), context, desk)?;
            }
        }
        _ => one(object, field, &json.shown(), context, desk)?,
    }
    Ok(())
}

/// The items of a list; one alone needs no brackets.
fn items(json: &Json) -> Vec<Json> {
    json.to().unwrap_or_else(|_| vec![json.clone()])
}

/// One object, by its form.
fn part(
    form: &'static Form,
    of: &'static FormField,
    json: &Json,
    context: &Context,
    desk: &Desk,
) -> Result<Object, CliError> {
    let given: Object = json.to().map_err(|_error| no_object(of))?;
    let mut object = Object::default();
    for key in given.keys() {
        if let Some(value) = given.get(key) {
            put_json(&mut object, field(form, key)?, value, context, desk)?;
        }
    }
    whole(&object, form, "Give it in the JSON too")?;
    Ok(object)
}

fn no_object(field: &FormField) -> CliError {
    let (form, list) = match field.entry {
        Entry::Object(form) => (form, false),
        Entry::Objects(form) => (form, true),
        Entry::Members(list) => (list.form, true),
        _ => return CliError::usage(format!("{} is no JSON", field.key), ""),
    };
    let entered = form
        .all_fields()
        .filter(|field| !matches!(field.entry, Entry::Why));
    let keys: Vec<&str> = entered.map(|field| field.key).collect();
    let first = keys.first().copied().unwrap_or_default();
    let object = format!("{{\"{first}\":\"…\"}}");
    let shape = if list { format!("[{object}]") } else { object };
    CliError::usage(
        format!("{} has parts of its own and is given as JSON", field.key),
        format!("Like {}='{shape}', with {}", field.key, keys.join(", ")),
    )
}
