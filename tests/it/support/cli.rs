//! The real binary in a folder of its own, with an environment of its own.

use std::fmt;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use tempfile::TempDir;

/// The sample workspace.
pub const SAMPLE: &str = concat!(
    env!("CARGO_MANIFEST_DIR"),
    "/tests/data/trackers-2008-q4.json"
);

/// The smallest workspace.
pub const SMALL: &str = "{\n  \"format\": \"scrutineer/1\",\n  \"title\": \"Small\",\n  \"current_period\": \"2008/09 Q4\"\n}\n";

/// A folder in which commands are run, and a home beside it.
pub struct Desk {
    around: TempDir,
}

impl Desk {
    /// A folder with nothing in it.
    pub fn empty() -> Self {
        let around = tempfile::tempdir().unwrap();
        for folder in ["desk", "home"] {
            fs::create_dir(around.path().join(folder)).unwrap();
        }
        Self { around }
    }

    /// A folder with the sample in it.
    pub fn with_sample() -> Self {
        let desk = Self::empty();
        fs::copy(SAMPLE, desk.path("leeds.json")).unwrap();
        desk
    }

    /// A folder with a file in it.
    pub fn with(name: &str, content: impl AsRef<[u8]>) -> Self {
        let desk = Self::empty();
        desk.write(name, content);
        desk
    }

    /// Puts a file into the folder.
    pub fn write(&self, name: &str, content: impl AsRef<[u8]>) {
        fs::write(self.path(name), content).unwrap();
    }

    /// A file's text.
    pub fn read(&self, name: &str) -> String {
        fs::read_to_string(self.path(name)).unwrap()
    }

    /// A path in the folder.
    pub fn path(&self, name: &str) -> PathBuf {
        self.folder().join(name)
    }

    /// The folder.
    pub fn folder(&self) -> PathBuf {
        fs::canonicalize(self.around.path()).unwrap().join("desk")
    }

    /// What is in the folder, by name.
    pub fn names(&self) -> Vec<String> {
        let entries = fs::read_dir(self.folder()).unwrap();
        let names = entries.map(|entry| entry.unwrap().file_name().into_string().unwrap());
        let mut names: Vec<String> = names.collect();
        names.sort();
        names
    }

    /// The variables that the program sees, and no others.
    pub fn environment(&self) -> Vec<(&'static str, PathBuf)> {
        let home = self.around.path().join("home");
        vec![
            ("SCRUTINEER_STATE", home.join("state")),
            ("XDG_STATE_HOME", home.join("xdg-state")),
            ("XDG_CONFIG_HOME", home.join("xdg-config")),
            ("XDG_DATA_HOME", home.join("xdg-data")),
            ("HOME", home),
            ("COLUMNS", "80".into()),
            ("TERM", "xterm".into()),
            ("LANG", "C.UTF-8".into()),
        ]
    }

    /// The program, ready to be run in the folder.
    pub fn command(&self, args: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_scrutineer"));
        command
            .args(args)
            .current_dir(self.folder())
            .env_clear()
            .envs(self.environment())
            .stdin(Stdio::null());
        command
    }

    /// Runs it to its end.
    pub fn run(&self, args: &[&str]) -> Answer {
        self.answer(self.command(args).output().unwrap())
    }

    /// What a run came to, the folder's name taken out.
    pub fn answer(&self, output: Output) -> Answer {
        let folder = self.folder();
        let text = |bytes: Vec<u8>| {
            let text = String::from_utf8(bytes).unwrap();
            text.replace(folder.to_str().unwrap(), "FOLDER")
        };
        Answer {
            code: output.status.code().unwrap(),
            out: text(output.stdout),
            err: text(output.stderr),
        }
    }
}

/// What a run came to.
#[derive(Debug)]
#[must_use]
pub struct Answer {
    /// The exit code.
    pub code: i32,
    /// Standard output.
    pub out: String,
    /// Standard error.
    pub err: String,
}

impl Answer {
    /// The one JSON value on standard output; nothing was said beside it.
    pub fn json(&self) -> serde_json::Value {
        assert_eq!(self.err, "");
        serde_json::from_str(&self.out).unwrap()
    }

    /// The first lines of standard output.
    pub fn head(&self, lines: usize) -> String {
        self.out.lines().take(lines).collect::<Vec<_>>().join("\n")
    }
}

/// Exit code, standard output, and standard error where there is any.
impl fmt::Display for Answer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "exit {}\n{}", self.code, self.out)?;
        if !self.err.is_empty() {
            write!(f, "-- error\n{}", self.err)?;
        }
        Ok(())
    }
}

/// The keys of a JSON object as they stand in the text.
pub fn keys(object: &str) -> Vec<String> {
    let mut keys = Vec::new();
    let mut rest = object;
    // Objects are printed one key a line; those of the first level stand in by the same blanks.
    let first = rest.lines().find(|line| line.trim_start().starts_with('"'));
    let indent = first.map_or(0, |line| line.len() - line.trim_start().len());
    while let Some((line, after)) = rest.split_once('\n') {
        rest = after;
        let inner = line.trim_start();
        if line.len() - inner.len() == indent
            && let Some((key, _)) = inner.strip_prefix('"').and_then(|it| it.split_once("\":"))
        {
            keys.push(key.to_owned());
        }
        if inner.starts_with('}') && line.len() - inner.len() < indent {
            break;
        }
    }
    keys
}

/// The bytes of a file and its neighbours, to see that nothing changed.
pub fn snapshot(folder: &Path) -> Vec<(PathBuf, Vec<u8>)> {
    let entries = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path());
    let mut files: Vec<_> = entries
        .map(|path| (path.clone(), fs::read(path).unwrap()))
        .collect();
    files.sort();
    files
}
