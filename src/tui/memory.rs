//! Where the user was: the last file, and per file the period, screen, pane, selections and filters.
//!
//! Kept in the state folder of the user, apart from settings, and safe to delete. Nothing here is
//! worth an error: what cannot be read or written is forgotten.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use directories::ProjectDirs;
use serde::{Deserialize, Serialize};

use crate::app::state::{ListName, ListPlace, Pane, Place, Screen, Sizes};
use crate::domain::id::Id;
use crate::domain::period::Period;

/// So many files are remembered.
const FILES: usize = 50;

/// The file of the state folder.
#[derive(Default, Serialize, Deserialize)]
struct Memory {
    #[serde(default)]
    last_file: Option<PathBuf>,
    #[serde(default)]
    files: BTreeMap<PathBuf, Kept>,
}

/// Where the user was in one file, as it is kept.
#[derive(Clone, Default, Serialize, Deserialize)]
struct Kept {
    #[serde(default)]
    period: String,
    #[serde(default)]
    pane: usize,
    #[serde(default)]
    theme: String,
    #[serde(default)]
    priority: String,
    #[serde(default)]
    filters: [String; 4],
    #[serde(default)]
    screen: String,
    /// Where the borders are that were moved.
    #[serde(default)]
    sizes: Vec<u16>,
    /// The lists of the other screens, by the screen's word.
    #[serde(default)]
    lists: BTreeMap<String, KeptList>,
}

/// Where the user was in a list, as it is kept.
#[derive(Clone, Default, Serialize, Deserialize)]
struct KeptList {
    #[serde(default)]
    selected: String,
    #[serde(default)]
    filter: String,
}

/// The folder for state: `SCRUTINEER_STATE`, else the one that the system gives.
fn folder() -> Option<PathBuf> {
    if let Some(folder) = std::env::var_os("SCRUTINEER_STATE").filter(|folder| !folder.is_empty()) {
        return Some(PathBuf::from(folder));
    }
    let dirs = ProjectDirs::from("", "", "scrutineer")?;
    Some(
        dirs.state_dir()
            .unwrap_or_else(|| dirs.data_local_dir())
            .to_owned(),
    )
}

fn read() -> Memory {
    let text = folder().and_then(|folder| fs::read_to_string(folder.join("state.json")).ok());
    text.and_then(|text| serde_json::from_str(&text).ok())
        .unwrap_or_default()
}

/// The file that was open last; it may be gone meanwhile.
pub fn last_file() -> Option<PathBuf> {
    read().last_file
}

/// Where the user was in this file.
pub(super) fn recall(file: &Path) -> Option<Place> {
    let kept = fs::canonicalize(file)
        .ok()
        .and_then(|file| read().files.remove(&file))?;
    Some(Place {
        period: Period::read(&kept.period),
        pane: Pane::ALL.get(kept.pane).copied().unwrap_or_default(),
        theme: Id::new(&kept.theme),
        priority: Id::new(&kept.priority),
        screen: Screen::from_word(&kept.screen).unwrap_or_default(),
        lists: ListName::SCREENS.map(|name| {
            let kept = kept.lists.get(&name.screen().word());
            kept.map_or_else(ListPlace::default, |kept| ListPlace {
                selected: Id::new(&kept.selected),
                filter: kept.filter.clone(),
            })
        }),
        sizes: Sizes::from_kept(&kept.sizes),
        filters: kept.filters,
    })
}

/// Remembers where the user is in this file.
pub(super) fn keep(place: Place, file: &Path) {
    let (Some(folder), Ok(file)) = (folder(), fs::canonicalize(file)) else {
        return;
    };
    let mut memory = read();
    let kept = Kept {
        period: place
            .period
            .map(|period| period.to_string())
            .unwrap_or_default(),
        pane: Pane::ALL
            .iter()
            .position(|pane| *pane == place.pane)
            .unwrap_or(1),
        theme: place.theme.to_string(),
        priority: place.priority.to_string(),
        filters: place.filters,
        screen: place.screen.word(),
        sizes: place.sizes.kept().to_vec(),
        lists: ListName::SCREENS
            .into_iter()
            .zip(place.lists)
            .map(|(name, list)| {
                let kept = KeptList {
                    selected: list.selected.to_string(),
                    filter: list.filter,
                };
                (name.screen().word(), kept)
            })
            .collect(),
    };
    memory.files.insert(file.clone(), kept);
    while memory.files.len() > FILES {
        memory.files.pop_first();
    }
    memory.last_file = Some(file);
    write(&folder, &memory);
}

fn write(folder: &Path, memory: &Memory) {
    let Ok(text) = serde_json::to_string_pretty(memory) else {
        return;
    };
    if fs::create_dir_all(folder).is_ok() {
        // Written aside and renamed, so that two programs that end together leave a whole file.
        let aside = folder.join(format!("state.json.{}", std::process::id()));
        if fs::write(&aside, text)
            .and_then(|()| fs::rename(&aside, folder.join("state.json")))
            .is_err()
        {
            let _ = fs::remove_file(&aside);
        }
    }
}
