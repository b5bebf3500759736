//! Which file is meant.

use std::ffi::OsStr;
use std::fs::{self, File};
use std::io::Read as _;
use std::path::{Path, PathBuf};

use super::arguments::Globals;
use super::error::CliError;

/// The environment variable that names the file.
const VARIABLE: &str = "SCRUTINEER_FILE";

/// How many bytes of a file are looked at to see whether it is a workspace.
const BEGINNING: u64 = 256;

/// The file that is named, else the one workspace file in the current folder.
pub(super) fn named(globals: &Globals) -> Result<PathBuf, CliError> {
    if let Some(file) = &globals.file {
        return Ok(file.clone());
    }
    if let Some(file) = from_environment() {
        return Ok(file);
    }
    let mut found = in_folder(Path::new("."));
    match (found.pop(), found.len()) {
        (Some(only), 0) => Ok(only),
        (None, _) => Err(CliError::usage(
            "no workspace file is named, and none is in this folder",
            format!("Name one with -f FILE or {VARIABLE}, or go to the folder that it is in"),
        )),
        (Some(last), _) => {
            found.push(last);
            let names: Vec<_> = found.iter().map(|file| file.display()).collect();
            let names: Vec<String> = names.iter().map(ToString::to_string).collect();
            Err(CliError::usage(
                format!(
                    "{} workspace files are in this folder, and none is named",
                    found.len()
                ),
                format!("Name one with -f FILE: {}", names.join(", ")),
            ))
        }
    }
}

/// The file that is meant where none is named, if there is no doubt.
pub(super) fn usual() -> Option<PathBuf> {
    from_environment().or_else(|| {
        let mut found = in_folder(Path::new("."));
        found.pop().filter(|_| found.is_empty())
    })
}

fn from_environment() -> Option<PathBuf> {
    let file = std::env::var_os(VARIABLE).filter(|file| !file.is_empty());
    file.map(PathBuf::from)
}

/// The workspace files of a folder by name. What cannot be looked into is none.
pub(super) fn in_folder(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let mut found: Vec<PathBuf> = entries
        .map(|entry| PathBuf::from(entry.file_name()))
        .filter(|name| name.extension() == Some(OsStr::new("json")))
        .filter(|name| begins_a_workspace(&folder.join(name)))
        .collect();
    found.sort();
    found
}

/// Whether a file begins as workspaces do. Only files are opened: a pipe would be waited for.
fn begins_a_workspace(path: &Path) -> bool {
    let mut beginning = Vec::new();
    fs::metadata(path).is_ok_and(|it| it.is_file())
        && File::open(path)
            .and_then(|file| file.take(BEGINNING).read_to_end(&mut beginning))
            .is_ok()
        && is_beginning(&beginning)
}

/// `{ "format": "scrutineer/…`, whatever blanks stand between.
fn is_beginning(bytes: &[u8]) -> bool {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    ["{", "\"format\"", ":", "\"scrutineer/"]
        .iter()
        .try_fold(bytes, |rest, part| {
            rest.trim_ascii_start().strip_prefix(part.as_bytes())
        })
        .is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_workspace_is_known_by_its_first_key() {
        for (text, is_one) in [
            ("{\"format\":\"scrutineer/1\"", true),
            ("\u{feff}\n{\n  \"format\" : \"scrutineer/9\",", true),
            ("{\"title\":\"T\",\"format\":\"scrutineer/1\"}", false),
            ("{\"format\":\"other/1\"}", false),
            ("[]", false),
            ("", false),
        ] {
            assert_eq!(is_beginning(text.as_bytes()), is_one, "{text}");
        }
    }
}
