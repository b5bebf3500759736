//! Where the user was: the last file, and per file the period, screen, pane, and of every list selection,
//! filter, order, columns and view.
//!
//! Kept in the state folder of the user, apart from settings, and safe to delete. Nothing here is
//! worth an error: what cannot be read is said once and forgotten, what cannot be written is forgotten.

mod file;

pub(super) use self::file::{turn, write};

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use directories::ProjectDirs;
use serde::{Deserialize, Serialize};

use crate::analysis::listing::{Column, Sort};
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
    /// Grows with every file that is left: the lowest was open longest ago.
    #[serde(default)]
    turn: u64,
    #[serde(default)]
    period: String,
    #[serde(default)]
    pane: usize,
    #[serde(default)]
    screen: String,
    /// Where the borders are that were moved.
    #[serde(default)]
    sizes: Vec<u16>,
    /// The lists, by their words.
    #[serde(default)]
    lists: BTreeMap<String, KeptList>,
}

/// Where the user was in a list, as it is kept.
#[derive(Clone, Default, Serialize, Deserialize)]
struct KeptList {
    #[serde(default, skip_serializing_if = "String::is_empty")]
    selected: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    filter: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    lifted: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    sort: String,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    columns: Vec<String>,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    view: String,
}

/// The folder for state: `SCRUTINEER_STATE`, else the one that the system gives.
pub(super) fn folder() -> Option<PathBuf> {
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

/// What is remembered; nothing where it cannot be read.
fn read() -> Memory {
    let read = folder().and_then(|folder| file::read(&folder).ok());
    read.unwrap_or_default()
}

/// Why nothing is remembered, where something should be.
pub(super) fn trouble() -> Option<String> {
    let folder = folder()?;
    let why = file::read::<Memory>(&folder).err()?;
    let path = folder.join(file::NAME);
    Some(format!(
        "Where you were is forgotten: {} cannot be read ({why}). It is written anew when you leave",
        path.display()
    ))
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
        screen: Screen::from_word(&kept.screen).unwrap_or_default(),
        lists: ListName::ALL.map(|name| {
            let kept = kept.lists.get(name.listing().word());
            kept.map_or_else(ListPlace::default, list_place)
        }),
        sizes: Sizes::from_kept(&kept.sizes),
    })
}

fn list_place(kept: &KeptList) -> ListPlace {
    let columns = kept.columns.iter();
    ListPlace {
        selected: Id::new(&kept.selected),
        filter: kept.filter.clone(),
        lifted: kept.lifted.clone(),
        sort: Sort::read(&kept.sort),
        columns: columns.filter_map(|word| Column::from_word(word)).collect(),
        view: kept.view.clone(),
    }
}

fn kept_list(list: ListPlace) -> KeptList {
    let columns = list.columns.iter();
    KeptList {
        selected: list.selected.to_string(),
        filter: list.filter,
        lifted: list.lifted,
        sort: list.sort.map_or_else(String::new, |sort| sort.to_string()),
        columns: columns.map(|column| column.word().to_owned()).collect(),
        view: list.view,
    }
}

/// Remembers where the user is in this file.
pub(super) fn keep(place: Place, file: &Path) {
    let (Some(folder), Ok(file)) = (folder(), fs::canonicalize(file)) else {
        return;
    };
    let kept = Kept {
        turn: 0,
        period: place
            .period
            .map(|period| period.to_string())
            .unwrap_or_default(),
        pane: Pane::ALL
            .iter()
            .position(|pane| *pane == place.pane)
            .unwrap_or(1),
        screen: place.screen.word(),
        sizes: place.sizes.kept().to_vec(),
        lists: ListName::ALL
            .into_iter()
            .zip(place.lists)
            .map(|(name, list)| (name.listing().word().to_owned(), kept_list(list)))
            .collect(),
    };
    file::change(&folder, |memory: &mut Memory| memory.remember(file, kept));
}

impl Memory {
    /// Remembers a file as the newest, and no more files than [`FILES`].
    fn remember(&mut self, file: PathBuf, mut kept: Kept) {
        let newest = self.files.values().map(|kept| kept.turn).max();
        kept.turn = newest.map_or(0, |turn| turn.saturating_add(1));
        self.files.insert(file.clone(), kept);
        self.last_file = Some(file);
        while self.files.len() > FILES {
            let oldest = self.files.iter().min_by_key(|(_, kept)| kept.turn);
            let Some(oldest) = oldest.map(|(path, _)| path.clone()) else {
                return;
            };
            self.files.remove(&oldest);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_file_that_was_open_longest_ago_is_forgotten_first() {
        let mut memory = Memory::default();
        let name = |number: usize| PathBuf::from(format!("/{:03}", 999 - number));
        for number in 0..FILES + 3 {
            memory.remember(name(number), Kept::default());
            memory.remember(name(0), Kept::default());
        }
        assert_eq!(memory.files.len(), FILES);
        assert_eq!(memory.last_file, Some(name(0)));
        assert!(memory.files.contains_key(&name(0)));
        assert!(memory.files.contains_key(&name(FILES + 2)));
        assert!(!memory.files.contains_key(&name(1)));
    }
}
