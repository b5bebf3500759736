//! `config`: where the settings are, whether they can be used, and what counts.

use clap::{Args, Subcommand};

use crate::app::keymap::KeyRow;
use crate::config::settings::{SETTINGS, Setting};
use crate::config::{Config, Loaded, Trouble, load, location};
use crate::tui::keys::checked;

use super::arguments::Globals;
use super::error::{CliError, Code};
use super::json::{self, Object};
use super::output::Output;
use super::table::{Column, Table};

const EXAMPLES: &str = "\
Examples:
  scrutineer config path
  scrutineer config show > \"$(scrutineer config path)\"
  scrutineer config check
  scrutineer config keys

The settings are the file of --config, else of SCRUTINEER_CONFIG, else
config.toml in your folder for settings. It need not be there, and holds only
what you want different. Exit code 1 where check finds something.";

/// What to do with the settings.
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub(super) struct ConfigArgs {
    #[command(subcommand)]
    what: What,
}

#[derive(Clone, Copy, Debug, Subcommand)]
enum What {
    /// Print where the settings are
    Path,
    /// Say what in them cannot be used, with line and remedy
    Check,
    /// Print all settings as they count, as a file of settings
    Show,
    /// List the commands of the interface with the keys that count
    Keys,
}

/// Does it.
pub(super) fn run(
    args: &ConfigArgs,
    globals: &Globals,
    output: &mut Output<'_>,
) -> Result<Code, CliError> {
    let named = globals.config.as_deref();
    let path = location(named)
        .map_err(|error| CliError::usage(error.to_string(), "Name a file with --config"))?;
    let (loaded, keymap) = checked(load(named));
    match args.what {
        What::Path if globals.json => {
            let object = Object::new()
                .with("path", &path.to_string_lossy())
                .with("exists", &loaded.exists);
            json::print(&object, output)?;
        }
        What::Path => output.line(&path.display().to_string())?,
        What::Check => return check(&loaded, globals, output),
        What::Show => show(&loaded, globals, output)?,
        What::Keys => keys(&loaded, &keymap.rows(globals.ascii), globals, output)?,
    }
    Ok(Code::DONE)
}

fn check(loaded: &Loaded, globals: &Globals, output: &mut Output<'_>) -> Result<Code, CliError> {
    if globals.json {
        let objects: Vec<Object> = loaded.troubles.iter().map(object).collect();
        json::print(&objects, output)?;
    } else {
        for trouble in &loaded.troubles {
            output.line(&placed(loaded, trouble))?;
            if !trouble.mend.is_empty() {
                output.line(&format!("    {}", trouble.mend))?;
            }
        }
        if loaded.troubles.is_empty() {
            let state = if loaded.exists {
                "all of it can be used"
            } else {
                "not there, which is fine"
            };
            output.line(&format!("{}: {state}", shown_path(loaded)))?;
        }
    }
    Ok(if loaded.troubles.is_empty() {
        Code::DONE
    } else {
        Code::NEGATIVE
    })
}

fn object(trouble: &Trouble) -> Object {
    Object::new()
        .with("line", &trouble.at.map(|(line, _)| line))
        .with("column", &trouble.at.map(|(_, column)| column))
        .with("message", &trouble.message)
        .with("mend", &trouble.mend)
}

/// `file:line:column: message`, as compilers say it.
fn placed(loaded: &Loaded, trouble: &Trouble) -> String {
    match trouble.at {
        Some((line, column)) => {
            let path = shown_path(loaded);
            format!("{path}:{line}:{column}: {}", trouble.message)
        }
        None => trouble.message.clone(),
    }
}

fn shown_path(loaded: &Loaded) -> String {
    let path = loaded.path.as_ref();
    path.map_or_else(String::new, |path| path.display().to_string())
}

fn show(loaded: &Loaded, globals: &Globals, output: &mut Output<'_>) -> Result<(), CliError> {
    let who = loaded.config.who();
    if globals.json {
        let settings = SETTINGS.iter().fold(Object::new(), |object, setting| {
            object.with(setting.key, &as_json(setting, &loaded.config).map(Shown))
        });
        let object = Object::new()
            .with("path", &shown_path(loaded))
            .with("exists", &loaded.exists)
            .with("user", &who.user)
            .with("settings", &settings);
        return json::print(&object, output);
    }
    let role = match who.role.as_str() {
        "" => String::new(),
        role => format!(", {role}"),
    };
    let user = match who.name.as_str() {
        "" => String::new(),
        _ => format!(" ({})", who.user),
    };
    output.line(&format!("# Your changes are those of {who}{user}{role}"))?;
    for setting in SETTINGS {
        output.line("")?;
        for line in setting.doc.lines() {
            output.line(&format!("# {line}"))?;
        }
        for line in in_file(setting, &loaded.config) {
            output.line(&line)?;
        }
    }
    for trouble in &loaded.troubles {
        output.note(&placed(loaded, trouble));
    }
    Ok(())
}

/// A setting as it stands in a file; behind a `#` as it could stand there, where it is not set.
fn in_file(setting: &Setting, config: &Config) -> Vec<String> {
    let value = (setting.shown)(config);
    let mark = if value.is_some() { "" } else { "# " };
    let value = value.unwrap_or_else(|| setting.example.to_owned());
    if setting.is_table {
        let heading = format!("[{}]", setting.key);
        let lines = std::iter::once(heading.as_str()).chain(value.lines());
        lines.map(|line| format!("{mark}{line}")).collect()
    } else {
        vec![format!("{mark}{} = {value}", setting.key)]
    }
}

/// A setting as JSON writes it. What TOML and JSON write alike stands as it is; the lines of a table
/// become an object.
fn as_json(setting: &Setting, config: &Config) -> Option<String> {
    let shown = (setting.shown)(config)?;
    if !setting.is_table {
        return Some(shown);
    }
    let members: Vec<String> = shown
        .lines()
        .filter_map(|line| line.split_once(" = "))
        .map(|(key, value)| format!("\"{}\":{value}", key.trim_matches('"')))
        .collect();
    Some(format!("{{{}}}", members.join(",")))
}

/// The commands with their keys; what the settings changed is marked, with what it was.
fn keys(
    loaded: &Loaded,
    rows: &[KeyRow],
    globals: &Globals,
    output: &mut Output<'_>,
) -> Result<(), CliError> {
    if globals.json {
        let objects = rows.iter().map(|row| {
            Object::new()
                .with("command", row.command)
                .with("keys", &row.keys)
                .with("default", &row.default)
                .with("doc", row.doc)
        });
        let objects: Vec<Object> = objects.collect();
        return json::print(&objects, output);
    }
    let listed = |keys: &[String]| match keys {
        [] => "palette".to_owned(),
        keys => keys.join(" "),
    };
    let mut table = Table::new(&[Column::Left, Column::Left, Column::Title]);
    for row in rows {
        let was = if row.keys == row.default {
            String::new()
        } else {
            format!("yours; it was {}. ", listed(&row.default))
        };
        table.row([
            row.command,
            &listed(&row.keys),
            &format!("{was}{}", row.doc),
        ]);
    }
    table.print(globals.ascii, output)?;
    for trouble in &loaded.troubles {
        output.note(&placed(loaded, trouble));
    }
    Ok(())
}

/// A value as a file of settings writes it; what is JSON too stands as such.
struct Shown(String);

impl serde::Serialize for Shown {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match crate::domain::json::Json::parse(&self.0) {
            Ok(json) => json.serialize(serializer),
            Err(_) => serializer.serialize_str(&self.0),
        }
    }
}

/// The settings, for a command that makes changes. What cannot be used is said beside the data.
pub(super) fn settings(globals: &Globals, output: &mut Output<'_>) -> Loaded {
    let (loaded, _) = checked(load(globals.config.as_deref()));
    for trouble in &loaded.troubles {
        let remedy = match trouble.mend.as_str() {
            "" => String::new(),
            mend => format!(". {mend}"),
        };
        output.note(&format!("{}{remedy}", placed(&loaded, trouble)));
    }
    loaded
}
