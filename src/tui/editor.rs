//! A long text in the user's own editor: `$VISUAL`, else `$EDITOR`, else `vi`.
//!
//! The text goes through a file in a folder of its own that nobody else can enter, removed
//! afterwards with whatever the editor left beside it. What was written and cannot be taken (the
//! editor failed, it is no UTF-8, it is too long for its field) stays there, and the message names it. The command is split into words as a shell
//! would, but no shell is asked: nothing in it is expanded or run.

use std::ffi::OsString;
use std::fs::OpenOptions;
use std::io::{self, Write as _};
use std::os::unix::fs::{OpenOptionsExt as _, PermissionsExt as _};
use std::path::{Path, PathBuf};
use std::process::{Command, ExitStatus};
use std::sync::{Mutex, PoisonError};

use super::input::Input;
use super::terminal::{Terminal, TerminalError};

/// What is run where nothing is set; every system of this family has it.
const USUAL: &str = "vi";

/// The folder in use, so that it is removed too when the process must end at once.
static FOLDER: Mutex<Option<PathBuf>> = Mutex::new(None);

/// Lets the user write a text; gives back what they left, or why there is nothing.
pub(super) fn edit(
    terminal: &mut Terminal,
    input: &Input,
    text: &str,
) -> Result<Result<String, String>, TerminalError> {
    let words = match command(&|name| std::env::var_os(name)) {
        Ok(words) => words,
        Err(reason) => return Ok(Err(reason)),
    };
    let mut file = match Private::new(text) {
        Ok(file) => file,
        Err(error) => return Ok(Err(format!("No file for the editor: {error}"))),
    };
    let (program, arguments) = words
        .split_first()
        .map_or((USUAL, &[][..]), |(first, rest)| (first.as_str(), rest));
    let mut command = Command::new(program);
    command.args(arguments).arg(&file.path);
    match terminal.run_child(input, &mut command) {
        Ok(status) if status.success() => Ok(file.read().map_err(|why| file.kept(why))),
        Ok(status) => Ok(Err(file.kept(ended(program, status)))),
        Err(TerminalError::Child { source, .. }) => Ok(Err(format!(
            "{program} could not be started ({source}); set VISUAL or EDITOR"
        ))),
        Err(error) => Err(error),
    }
}

/// How an editor ended that did not end well, by its name alone: the line is short.
fn ended(program: &str, status: ExitStatus) -> String {
    let name = Path::new(program).file_name();
    let name = name.map_or(program.into(), |name| name.to_string_lossy());
    match status.code() {
        Some(code) => format!("{name} ended with {code}"),
        None => format!("{name} was killed"),
    }
}

/// Keeps a text that its field could not take, and says where it is.
pub(super) fn not_taken(text: &str) -> String {
    let why = "What the editor left is too long".to_owned();
    let said = match Private::new("").and_then(|mut file| {
        std::fs::write(&file.path, text)?;
        Ok(file.kept(why))
    }) {
        Ok(said) => said,
        Err(error) => format!("What the editor left is too long, and could not be kept ({error})"),
    };
    format!("{said}; the field is as it was")
}

/// The editor's command in words: the first of the variables that is set and not blank.
fn command(variable: &dyn Fn(&str) -> Option<OsString>) -> Result<Vec<String>, String> {
    for name in ["VISUAL", "EDITOR"] {
        let Some(value) = variable(name) else {
            continue;
        };
        let unreadable = || format!("{name} cannot be understood; write it like: vim -f");
        let value = value.into_string().map_err(|_value| unreadable())?;
        if value.trim().is_empty() {
            continue;
        }
        return shlex::split(&value).ok_or_else(unreadable);
    }
    Ok(vec![USUAL.to_owned()])
}

/// The text's file, for as long as the editor runs.
struct Private {
    path: PathBuf,
    /// What was written into it.
    given: Vec<u8>,
    folder: tempfile::TempDir,
}

impl Private {
    fn new(text: &str) -> io::Result<Self> {
        let folder = tempfile::Builder::new()
            .prefix("scrutineer-")
            .permissions(std::fs::Permissions::from_mode(0o700))
            .tempdir()?;
        let path = folder.path().join("text.txt");
        let mut file = OpenOptions::new()
            .write(true)
            .create_new(true)
            .mode(0o600)
            .open(&path)?;
        let mut given = text.as_bytes().to_vec();
        if !given.is_empty() {
            given.push(b'\n');
        }
        file.write_all(&given)?;
        remember(Some(folder.path()));
        Ok(Self {
            path,
            given,
            folder,
        })
    }

    /// What stands in it now; an editor may have put another file in its place.
    fn read(&self) -> Result<String, String> {
        let bytes = std::fs::read(&self.path)
            .map_err(|error| format!("What the editor left cannot be read ({error})"))?;
        String::from_utf8(bytes)
            .map_err(|_bytes| "What the editor left is no UTF-8 text".to_owned())
    }

    /// Why the text is not taken, and where it stays if somebody wrote something into it.
    fn kept(&mut self, why: String) -> String {
        let left = std::fs::read(&self.path).unwrap_or_default();
        if left.is_empty() || left == self.given {
            return why;
        }
        self.folder.disable_cleanup(true);
        format!("{why}, see {}", self.path.display())
    }
}

impl Drop for Private {
    fn drop(&mut self) {
        remember(None);
    }
}

fn remember(folder: Option<&Path>) {
    let mut known = FOLDER.lock().unwrap_or_else(PoisonError::into_inner);
    *known = folder.map(Path::to_owned);
}

/// Removes the text's file when the process must end while the editor has it.
pub(super) fn remove_left() {
    let folder = FOLDER.lock().unwrap_or_else(PoisonError::into_inner).take();
    if let Some(folder) = folder {
        // Nobody is left to be told.
        let _ = std::fs::remove_dir_all(folder);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn visual_comes_before_editor_and_the_command_may_have_arguments() {
        for (visual, editor, words) in [
            (None, None, Ok(vec!["vi"])),
            (None, Some("nano"), Ok(vec!["nano"])),
            (Some("code -w"), Some("nano"), Ok(vec!["code", "-w"])),
            (Some("  "), Some("nano"), Ok(vec!["nano"])),
            (
                Some("'my editor' \"-x y\" $(id)"),
                None,
                Ok(vec!["my editor", "-x y", "$(id)"]),
            ),
            (
                Some("'open"),
                None,
                Err("VISUAL cannot be understood; write it like: vim -f"),
            ),
        ] {
            let variable = |name: &str| match name {
                "VISUAL" => visual.map(OsString::from),
                _ => editor.map(OsString::from),
            };
            let found = command(&variable);
            let found = found.as_ref().map_err(String::as_str);
            let found = found.map(|words| words.iter().map(String::as_str).collect());
            assert_eq!(found, words, "{visual:?} {editor:?}");
        }
    }

    #[test]
    fn the_file_is_for_its_user_alone_and_goes_with_what_lies_beside_it() {
        let file = Private::new("words").unwrap();
        let folder = file.path.parent().unwrap().to_owned();
        let mode = |path: &Path| std::fs::metadata(path).unwrap().permissions().mode() & 0o777;
        assert_eq!((mode(&file.path), mode(&folder)), (0o600, 0o700));
        assert_eq!(file.read().as_deref(), Ok("words\n"));
        std::fs::File::create(folder.join("text.txt~")).unwrap();
        drop(file);
        assert!(!folder.exists());
    }
}
