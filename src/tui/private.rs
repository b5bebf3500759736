//! The views that a user keeps for themselves, in the state folder, in a file of their own: what the program
//! remembers of itself can be deleted without them.

use std::fs;
use std::io;

use serde::{Deserialize, Serialize};

use super::memory::{folder, turn, write};
use crate::domain::plan::View;

/// The name of the file.
const FILE: &str = "views.json";

/// A view as it is kept: with the keys of the workspace's own.
#[derive(Clone, Default, Serialize, Deserialize)]
struct KeptView {
    #[serde(default)]
    name: String,
    #[serde(default)]
    screen: String,
    #[serde(default, rename = "where", skip_serializing_if = "String::is_empty")]
    filter: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    sort: String,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    columns: Vec<String>,
}

impl From<&KeptView> for View {
    fn from(kept: &KeptView) -> Self {
        Self {
            name: kept.name.clone(),
            screen: kept.screen.clone(),
            r#where: kept.filter.clone(),
            sort: kept.sort.clone(),
            columns: kept.columns.clone(),
            ..Self::default()
        }
    }
}

impl From<&View> for KeptView {
    fn from(view: &View) -> Self {
        Self {
            name: view.name.clone(),
            screen: view.screen.clone(),
            filter: view.r#where.clone(),
            sort: view.sort.clone(),
            columns: view.columns.clone(),
        }
    }
}

fn read() -> io::Result<Vec<KeptView>> {
    let folder = folder().ok_or(io::ErrorKind::NotFound)?;
    match fs::read_to_string(folder.join(FILE)) {
        Ok(text) => Ok(serde_json::from_str(&text)?),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(Vec::new()),
        Err(error) => Err(error),
    }
}

fn views(kept: &[KeptView]) -> Vec<View> {
    kept.iter().map(View::from).collect()
}

/// The views that this user keeps; none where the file cannot be read.
pub fn private_views() -> Vec<View> {
    read().map_or_else(|_| Vec::new(), |kept| views(&kept))
}

/// Keeps a view, in the place of one with its name; gives back all of them. What another sitting kept
/// meanwhile stays, and a file that cannot be understood is not written over.
pub(super) fn keep_view(view: &View) -> io::Result<Vec<View>> {
    change(|kept| {
        let view = KeptView::from(view);
        match kept.iter_mut().find(|it| it.name == view.name) {
            Some(there) => *there = view,
            None => kept.push(view),
        }
    })
}

/// Forgets a view; gives back the others.
pub(super) fn forget_view(name: &str) -> io::Result<Vec<View>> {
    change(|kept| kept.retain(|view| view.name != name))
}

fn change(change: impl FnOnce(&mut Vec<KeptView>)) -> io::Result<Vec<View>> {
    let folder = folder().ok_or(io::ErrorKind::NotFound)?;
    fs::create_dir_all(&folder)?;
    let _turn = turn(&folder);
    let mut kept = read()?;
    change(&mut kept);
    let text = serde_json::to_string_pretty(&kept)?;
    // Written aside and renamed, so that whoever reads it meanwhile finds a whole one.
    let aside = folder.join(format!("{FILE}.{}", std::process::id()));
    let written = write(&aside, &text).and_then(|()| fs::rename(&aside, folder.join(FILE)));
    if written.is_err() {
        let _ = fs::remove_file(&aside);
    }
    written.map(|()| views(&kept))
}
