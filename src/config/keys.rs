//! `[keys]`: what is changed about the keys of commands.

use toml::Spanned;
use toml::de::DeValue;

use super::read::{Wrong, in_order, kind, said};
use super::{Config, KeyChange, Said};

/// Takes the changes. Each is a command's name with a key, or with a list of keys.
pub(super) fn read(config: &mut Config, value: &Spanned<DeValue<'_>>, text: &str) -> Vec<Wrong> {
    let Some(table) = value.get_ref().as_table() else {
        return vec![Wrong {
            span: value.span(),
            message: format!("a table of keys is needed, not {}", kind(value)),
            mend: "Write [keys] on a line, and below it lines like find = \"f5\"".to_owned(),
        }];
    };
    let mut wrong = Vec::new();
    for (command, keys) in in_order(table) {
        match one_or_more(keys, text) {
            Ok(keys) => config.keys.push(KeyChange {
                command: said(command.get_ref(), &command.span(), text),
                keys,
            }),
            Err(no_key) => wrong.push(no_key),
        }
    }
    wrong
}

/// A key, or a list of keys.
fn one_or_more(value: &Spanned<DeValue<'_>>, text: &str) -> Result<Vec<Said>, Wrong> {
    let key = |value: &Spanned<DeValue<'_>>| {
        let key = value.get_ref().as_str().ok_or_else(|| Wrong {
            span: value.span(),
            message: format!("a key in quotes is needed, not {}", kind(value)),
            mend: "Write it like \"f5\", or several like [\"f5\", \"g /\"]".to_owned(),
        })?;
        Ok(said(key, &value.span(), text))
    };
    match value.get_ref().as_array() {
        Some(keys) => keys.iter().map(key).collect(),
        None => key(value).map(|key| vec![key]),
    }
}

/// The changes as they would stand in the file, a line each.
pub(super) fn shown(config: &Config) -> Option<String> {
    let quoted = |text: &str| serde_json::to_string(text).unwrap_or_default();
    let line = |change: &KeyChange| {
        let keys: Vec<String> = change.keys.iter().map(|key| quoted(&key.text)).collect();
        let command = &change.command.text;
        let bare = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_';
        let command = if !command.is_empty() && command.chars().all(bare) {
            command.clone()
        } else {
            quoted(command)
        };
        match keys.as_slice() {
            [only] => format!("{command} = {only}"),
            keys => format!("{command} = [{}]", keys.join(", ")),
        }
    };
    let lines: Vec<String> = config.keys.iter().map(line).collect();
    (!lines.is_empty()).then(|| lines.join("\n"))
}
