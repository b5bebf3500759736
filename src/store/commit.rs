//! Committing a step: on top of whatever others did, appended and synced under the lock.

use std::path::PathBuf;
use std::sync::Arc;

use super::Store;
use super::error::{CommitError, Conflict, Doing, WriteError};
use super::journal::{End, Writer, begin};
use super::lock::{self, Which};
use super::read::{self, Access, ReadOnlyReason};
use super::storage::TryLock;
use super::{companions, faithful, replace};
use crate::domain::edit::{Applied, Edit, Step, apply_step};
use crate::domain::entry::{Entry, Reverses, What};
use crate::domain::id::RecordRef;
use crate::domain::kind::Kind;
use crate::domain::workspace::Workspace;

/// A step that is saved: it survives a crash of the program or the machine.
#[derive(Debug)]
pub struct Committed {
    /// The workspace with it.
    pub workspace: Workspace,
    /// The inverse step, and the records that were touched.
    pub applied: Applied<Step>,
    /// The step as it stands in the journal.
    pub entry: Arc<Entry>,
    /// Others' changes that came in with it and were not told before, the oldest first.
    pub theirs: Vec<Arc<Entry>>,
    /// Where what a crash had left at the journal's end was set aside, if there was anything.
    pub set_aside: Option<PathBuf>,
}

impl Store {
    /// Saves a step, on top of whatever others did meanwhile.
    ///
    /// On any error nothing of it is saved, and the same step can be tried again.
    pub fn commit(&mut self, step: &Step) -> Result<Committed, CommitError> {
        self.commit_reversing(step, Reverses::Nothing)
    }

    /// Saves a step that reverses others.
    pub(super) fn commit_reversing(
        &mut self,
        step: &Step,
        reverses: Reverses,
    ) -> Result<Committed, CommitError> {
        let (file, _) = read::look(&*self.site.storage, &self.path)?;
        self.access = self
            .access_to(&file)
            .map_err(|source| WriteError::io(Doing::Check, &file, source))?;
        self.refuse_where_read_only()?;
        self.site.file = file;
        let guard = lock::acquire(&self.site, Which::Entries, self.patience)?;
        self.sweep();
        self.look_closely()?;
        self.refuse_where_read_only()?;
        if let Some(committed) = self.take_doubtful(step) {
            return Ok(committed);
        }
        match apply_step(&mut self.workspace.clone(), step) {
            Ok(_) => self.append(step, reverses),
            Err(refusal) => {
                // It may take a while to find out who it was.
                drop(guard);
                let conflict = self.conflict(step, refusal);
                Err(CommitError::Conflict(Box::new(conflict)))
            }
        }
    }

    fn refuse_where_read_only(&self) -> Result<(), CommitError> {
        match &self.access {
            Access::ReadWrite => Ok(()),
            Access::ReadOnly(reason) => Err(CommitError::ReadOnly(reason.clone())),
        }
    }

    /// Removes what a crash left behind, unless somebody is just rewriting the file: what he writes
    /// looks the same until it gets its name.
    fn sweep(&mut self) {
        let snapshot = companions::snapshot_lock(&self.site.file);
        let is_quiet = || self.site.storage.try_lock(&snapshot);
        if !self.swept && !matches!(is_quiet(), Ok(TryLock::Busy) | Err(_)) {
            replace::sweep(&*self.site.storage, &self.site.file);
            self.swept = true;
        }
    }

    /// Takes in what others did. What is wrong keeps anything from being appended.
    fn look_closely(&mut self) -> Result<(), CommitError> {
        if self.trouble.is_some() {
            self.seen = None;
        }
        self.look().map_err(|(_, error)| {
            self.seen = None;
            error
        })?;
        if self.trouble.take().is_some() {
            self.is_anew = true;
        }
        Ok(())
    }

    /// Appends a step that fits. The lock is held.
    fn append(&mut self, step: &Step, reverses: Reverses) -> Result<Committed, CommitError> {
        let site = self.site.clone();
        let mut set_aside = None;
        let mut writer = match (Writer::open(&site)?, &self.end) {
            (Some(mut writer), Some(end)) => {
                set_aside = writer.set_torn_aside(end)?;
                writer
            }
            (Some(_), None) => {
                let reason = "nothing in it can be read".to_owned();
                return Err(CommitError::ReadOnly(ReadOnlyReason::Journal(reason)));
            }
            (None, _) => {
                self.begin_journal()?;
                Writer::open(&site)?.ok_or_else(|| gone(&site))?
            }
        };
        self.confirm_name()?;
        self.write_held(&mut writer)?;
        let mut workspace = self.workspace.clone();
        // It was found to fit a moment ago, and what was held was a part of it then.
        let applied = apply_step(&mut workspace, step)
            .map_err(|refusal| CommitError::Conflict(Box::new(self.conflict(step, refusal))))?;
        readable(&workspace, step, &applied.touched)?;
        let mut end = self.end.clone().ok_or_else(|| gone(&site))?;
        let edits = applied.inverse.edits.iter().rev().map(Edit::inverse);
        let mut entry = Entry {
            reverses,
            ..(self.identity).change(Some(&end), What::Step, &step.cause, edits.collect())
        };
        if let Err(error) = writer.append(&mut entry, &mut end) {
            self.doubt(entry, &end);
            return Err(error.into());
        }
        let entry = Arc::new(entry);
        self.end = Some(end);
        self.base.push(entry.clone());
        self.journaled = workspace.clone();
        self.workspace = workspace;
        self.show_in_use();
        Ok(Committed {
            workspace: self.workspace.clone(),
            applied,
            entry,
            theirs: self.told(),
            set_aside,
        })
    }

    /// What the caller is told of now.
    pub(super) fn told(&mut self) -> Vec<Arc<Entry>> {
        self.is_anew = false;
        std::mem::take(&mut self.untold)
    }

    /// Begins the journal with the file as it was found. Its name is confirmed apart.
    fn begin_journal(&mut self) -> Result<(), CommitError> {
        let opened = What::Opened {
            file: self.base.file,
            ahead: Vec::new(),
        };
        let mut entry = self.identity.entry(None, opened);
        self.keep_first();
        let end = begin(&self.site, &mut entry)?;
        self.end = Some(end);
        self.base.push(Arc::new(entry));
        self.is_named = false;
        Ok(())
    }

    /// What another program does to the file can be told from what is kept of it, should we not live
    /// to see it. Without it such a change is seen too, but not what it changed.
    fn keep_first(&self) {
        let _ = replace::keep_first(&*self.site.storage, &self.site.file);
    }

    /// An entry is worth nothing while the journal's name may be lost.
    fn confirm_name(&mut self) -> Result<(), CommitError> {
        if !self.is_named {
            let folder = companions::folder(&self.site.file);
            (self.site.storage.sync_folder(folder))
                .map_err(|source| WriteError::io(Doing::SyncJournal, folder, source))?;
            self.is_named = true;
        }
        Ok(())
    }

    /// Writes down what another program did to the file.
    pub(super) fn write_held(&mut self, writer: &mut Writer<'_>) -> Result<(), CommitError> {
        let (Some(held), Some(end)) = (&self.held, &self.end) else {
            return Ok(());
        };
        self.keep_first();
        let mut end = end.clone();
        let mut entry = Entry {
            seq: end.seq + 1,
            prev: vec![end.hash],
            ..(*held.entry).clone()
        };
        let (file, written) = (held.file, writer.append(&mut entry, &mut end));
        written?;
        let entry = Arc::new(entry);
        let said = held.entry.clone();
        for untold in &mut self.untold {
            if Arc::ptr_eq(untold, &said) {
                *untold = entry.clone();
            }
        }
        self.end = Some(end);
        self.base.push(entry);
        self.base.advance(file);
        self.journaled = self.workspace.clone();
        self.held = None;
        Ok(())
    }

    /// A step's sync failed. Unless it could be cut off again nobody knows whether it holds.
    fn doubt(&mut self, entry: Entry, end: &End) {
        let now = self.site.storage.attributes(&self.site.journal());
        if !now.is_ok_and(|it| it.stamp.size == end.offset) {
            self.doubtful = Some(Arc::new(entry));
        }
    }

    /// A step whose sync failed, that could not be cut off, and that others have gone on from since:
    /// it holds, and is not made twice.
    fn take_doubtful(&mut self, step: &Step) -> Option<Committed> {
        let doubtful = self.doubtful.take()?;
        let at = self.untold.iter().position(|it| it.hash == doubtful.hash)?;
        let entry = self.untold.remove(at);
        if entry.cause != step.cause {
            return None;
        }
        let mut touched: Vec<RecordRef> = entry.edits.iter().map(Edit::record).collect();
        touched.dedup();
        Some(Committed {
            workspace: self.workspace.clone(),
            applied: Applied {
                inverse: entry.inverse(format!("undo of {}", step.cause)),
                touched,
            },
            entry,
            theirs: self.told(),
            set_aside: None,
        })
    }

    fn conflict(&mut self, step: &Step, refusal: crate::domain::edit::Refusal) -> Conflict {
        let (contested, by) = self.contested(step);
        Conflict {
            refusal,
            workspace: self.workspace.clone(),
            theirs: self.told(),
            contested,
            by,
        }
    }
}

fn gone(site: &super::journal::Site) -> CommitError {
    CommitError::Gone {
        path: site.journal(),
    }
}

/// Refuses a step that would leave a workspace that cannot be read again. Only what it touched is
/// looked at.
fn readable(workspace: &Workspace, step: &Step, touched: &[RecordRef]) -> Result<(), WriteError> {
    let whole_lists = step.edits.iter().any(|edit| match edit {
        Edit::Set { at, after, .. } => {
            let after = after.as_ref().map_or("", |it| it.as_str());
            at.record.kind == Kind::Workspace && after.starts_with(['{', '['])
        }
        _ => false,
    });
    if whole_lists {
        return faithful(workspace).map(drop);
    }
    let excerpt = workspace
        .excerpt(touched)
        .map_err(|error| WriteError::Unfaithful {
            reason: error.to_string(),
        })?;
    faithful(&excerpt).map(drop)
}
