//! Where the settings lie, and fetching them.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use directories::ProjectDirs;

use super::read::read;
use super::{Config, Loaded, Trouble};

/// The environment variable that names the file.
const VARIABLE: &str = "SCRUTINEER_CONFIG";

/// Settings are written by hand; a larger file is something else.
const LARGEST: u64 = 1 << 20;

/// The system gives no folder for settings, and no file is named.
#[derive(Clone, Copy, Debug, thiserror::Error)]
#[error("the system names no home folder, so there is no place for settings")]
pub struct NoFolder;

/// Where the settings are: the file that is named, else that of `SCRUTINEER_CONFIG`, else `config.toml`
/// in the folder for settings that the system gives.
pub fn location(named: Option<&Path>) -> Result<PathBuf, NoFolder> {
    if let Some(path) = chosen(named) {
        return Ok(path);
    }
    let dirs = ProjectDirs::from("", "", "scrutineer").ok_or(NoFolder)?;
    Ok(dirs.config_dir().join("config.toml"))
}

/// The file that somebody chose.
fn chosen(named: Option<&Path>) -> Option<PathBuf> {
    let variable = || std::env::var_os(VARIABLE).filter(|path| !path.is_empty());
    named
        .map(Path::to_owned)
        .or_else(|| variable().map(PathBuf::from))
}

/// Fetches the settings. Without a file the defaults count; a file that was chosen and is not there is
/// a trouble.
pub fn load(named: Option<&Path>) -> Loaded {
    let Ok(path) = location(named) else {
        return Loaded::default();
    };
    let is_chosen = chosen(named).is_some();
    let (exists, (config, troubles)) = match text_of(&path) {
        Ok(text) => (true, read(&text)),
        Err(error) if error.kind() == io::ErrorKind::NotFound && !is_chosen => {
            (false, (Config::default(), Vec::new()))
        }
        Err(error) => {
            let exists = error.kind() != io::ErrorKind::NotFound;
            (exists, (Config::default(), vec![unread(&path, &error)]))
        }
    };
    Loaded {
        path: Some(path),
        exists,
        config,
        troubles,
    }
}

fn text_of(path: &Path) -> io::Result<String> {
    let found = fs::metadata(path)?;
    // A pipe would be waited for.
    if !found.is_file() {
        return Err(io::Error::other("it is no file"));
    }
    if found.len() > LARGEST {
        return Err(io::Error::other("it is far too large for settings"));
    }
    fs::read_to_string(path)
}

fn unread(path: &Path, error: &io::Error) -> Trouble {
    Trouble {
        at: None,
        message: format!("{} could not be read: {error}", path.display()),
        mend: "Without it everything is as it is by default".to_owned(),
    }
}
