//! Opening: the state that file and journal make together (`store.md` §2).
//!
//! The journal is read from its end, and no further back than to the entry that the file belongs to:
//! what lies behind costs nothing.

use std::sync::Arc;

use super::base::{Base, replay};
use super::companions;
use super::error::OpenError;
use super::history::History;
use super::journal::{End, Site};
use super::outside::{TakenIn, take_in};
use super::read::{Hash, LIMIT, hash, understand};
use crate::domain::digest::Digest;
use crate::domain::edit::{Edit, Step, apply_step};
use crate::domain::entry::{Entry, What};
use crate::domain::workspace::Workspace;

/// What file and journal make together.
pub(super) struct Restored {
    /// The file, and the journal since.
    pub(super) base: Base,
    /// The journal's state.
    pub(super) journaled: Workspace,
    /// Where the journal ends; `None` where there is none.
    pub(super) end: Option<End>,
    /// What another program did to the file since it was last written.
    pub(super) outside: Option<TakenIn>,
}

/// Why file and journal do not make a state.
pub(super) enum Unfit {
    /// The journal is damaged, or does not fit the file, and why: the file is only read.
    Journal(String),
    /// Something could not be read.
    Unreadable(OpenError),
}

impl From<OpenError> for Unfit {
    fn from(error: OpenError) -> Self {
        match error {
            OpenError::Damaged { reason, .. } => Self::Journal(reason),
            error => Self::Unreadable(error),
        }
    }
}

/// Restores the state from a file's content and its journal.
pub(super) fn restore(site: &Site, content: &Workspace, file: Hash) -> Result<Restored, Unfit> {
    let mut history = History::open(site)?;
    let mut read = Read::default();
    let found = read.search(&mut history, Search::new(file))?;
    let end = history.end().cloned();
    if end.is_none() {
        return Ok(Restored {
            base: Base::new(content.clone(), file),
            journaled: content.clone(),
            end: None,
            outside: None,
        });
    }
    let base = match &found {
        Some(point) => at_point(content, file, point)?,
        None => last_done(site, &mut history, &mut read)?,
    };
    let behind = found.map_or(read.blocked, |point| Some(point.behind));
    let (base, journaled) = onwards(base, &read.entries, behind.unwrap_or_default())?;
    let outside = (base.file != file).then(|| take_in(&base.content, content, &journaled));
    Ok(Restored {
        base,
        journaled,
        end,
        outside,
    })
}

/// A place in the journal that a file belongs to.
struct Point {
    /// How many of the entries that were read lie behind it.
    behind: usize,
    /// What leads from the file to the state there.
    ahead: Vec<Edit>,
}

/// Looks for the place that a file belongs to.
struct Search {
    file: Hash,
    /// A file that counts only where no later one is known to have been written.
    newest_only: bool,
    /// The entry whose state the file holds, once known.
    holds: Option<Digest>,
}

impl Search {
    fn new(file: Hash) -> Self {
        Self {
            file,
            newest_only: true,
            holds: None,
        }
    }
}

/// The entries that were read, the newest first.
#[derive(Default)]
struct Read {
    entries: Vec<Arc<Entry>>,
    /// Where the newest file that is known to have been written belongs, if it is not the one that
    /// was found: how many entries lie behind it.
    blocked: Option<usize>,
    /// That file, and what the journal was ahead of it.
    done: Option<(Hash, Vec<Edit>)>,
}

impl Read {
    /// Goes through what was read, then further back, until the place is found.
    fn search(
        &mut self,
        history: &mut History,
        mut search: Search,
    ) -> Result<Option<Point>, Unfit> {
        for behind in 0.. {
            let entry = match self.entries.get(behind) {
                Some(entry) => entry.clone(),
                None => match history.next() {
                    Some(entry) => entry?,
                    None => return Ok(None),
                },
            };
            if behind == self.entries.len() {
                self.entries.push(entry.clone());
            }
            match self.see(&entry, behind, &mut search) {
                Seen::Found(point) => return Ok(Some(point)),
                Seen::Blocked => return Ok(None),
                Seen::Nothing => {}
            }
        }
        Ok(None)
    }

    fn see(&mut self, entry: &Entry, behind: usize, search: &mut Search) -> Seen {
        if search.holds == Some(entry.hash) {
            return Seen::Found(Point {
                behind,
                ahead: Vec::new(),
            });
        }
        if search.holds.is_some() {
            return Seen::Nothing;
        }
        match &entry.what {
            What::Opened { file, ahead } | What::Outside { file, ahead, .. } => {
                let ahead = ahead.clone();
                if *file == search.file {
                    return Seen::Found(Point { behind, ahead });
                }
                if search.newest_only {
                    self.blocked = Some(behind);
                    self.done = Some((*file, ahead));
                    return Seen::Blocked;
                }
            }
            What::Snapshot { file, holds } if *file == search.file => search.holds = Some(*holds),
            What::SnapshotDone { file, .. } if search.newest_only && *file != search.file => {
                self.done = Some((*file, Vec::new()));
                return Seen::Blocked;
            }
            _ => {}
        }
        Seen::Nothing
    }
}

enum Seen {
    Nothing,
    Found(Point),
    Blocked,
}

/// The base at a place that the file belongs to.
fn at_point(content: &Workspace, file: Hash, point: &Point) -> Result<Base, Unfit> {
    let mut state = content.clone();
    let ahead = Step::new("", point.ahead.clone());
    apply_step(&mut state, &ahead).map_err(|refusal| Unfit::Journal(refusal.to_string()))?;
    let is_ahead = !point.ahead.is_empty();
    Ok(Base::behind(content.clone(), file, state, is_ahead))
}

/// The base at the last file that is known to have been written, rebuilt from the kept one: the file
/// itself was changed by another program.
fn last_done(site: &Site, history: &mut History, read: &mut Read) -> Result<Base, Unfit> {
    let unfit = |why: &str| Unfit::Journal(format!("another program changed the file, and {why}"));
    let Some((file, ahead)) = read.done.clone() else {
        return Err(unfit("its journal does not say what it held before"));
    };
    if read.blocked.is_none() {
        let search = Search {
            newest_only: false,
            ..Search::new(file)
        };
        let point = read.search(history, search)?;
        let point = point.ok_or_else(|| unfit("its journal does not say what it held before"))?;
        read.blocked = Some(point.behind);
    }
    let done = read.blocked.unwrap_or_default();
    let kept = companions::backup(&site.file);
    let bytes = site.storage.read(&kept, LIMIT).map_err(|error| {
        unfit(&format!(
            "what it held before is not kept beside it: {error}"
        ))
    })?;
    let search = Search {
        newest_only: false,
        ..Search::new(hash(&bytes))
    };
    let stranger = "what is kept beside it is not what it held before";
    let point = read.search(history, search)?.filter(|it| it.behind >= done);
    let point = point.ok_or_else(|| unfit(stranger))?;
    let content =
        understand(&kept, &bytes).map_err(|error| unfit(&format!("{stranger}: {error}")))?;
    let mut state = at_point(&content, file, &point)?.state().clone();
    for entry in read
        .entries
        .get(done..point.behind)
        .unwrap_or_default()
        .iter()
        .rev()
    {
        replay(&mut state, entry).map_err(|refusal| misfit(entry, &refusal.to_string()))?;
    }
    let mut content = state.clone();
    let back = Step::new("", ahead.iter().rev().map(Edit::inverse).collect());
    apply_step(&mut content, &back).map_err(|refusal| Unfit::Journal(refusal.to_string()))?;
    Ok(Base::behind(content, file, state, !ahead.is_empty()))
}

/// Goes on from the base, over the entries behind it.
fn onwards(
    mut base: Base,
    entries: &[Arc<Entry>],
    behind: usize,
) -> Result<(Base, Workspace), Unfit> {
    let mut state = base.state().clone();
    for entry in entries.iter().take(behind).rev() {
        replay(&mut state, entry).map_err(|refusal| misfit(entry, &refusal.to_string()))?;
        base.push(entry.clone());
    }
    Ok((base, state))
}

fn misfit(entry: &Entry, why: &str) -> Unfit {
    Unfit::Journal(format!(
        "entry {} does not fit what it stands upon: {why}",
        entry.seq
    ))
}
