//! Opening a workspace file, and making a new one.

use std::path::Path;
use std::sync::Arc;

use super::base::Base;
use super::catch_up::{Held, trouble};
use super::error::{CreateError, OpenError};
use super::identity::Identity;
use super::journal::Site;
use super::read::{self, Access, Found, Hash, ReadOnlyReason};
use super::replace::{self, Durability};
use super::restore::{Restored, Unfit, restore};
use super::storage::Storage;
use super::{Bounds, Disk, Fit, OpenOptions, Store, absolute, companions, faithful, lock};
use crate::domain::entry::Entry;
use crate::domain::workspace::Workspace;

/// How often a file may be written anew while it is being opened.
const ATTEMPTS: usize = 8;

/// An open workspace.
#[derive(Debug)]
pub struct Opened {
    /// The way to its file.
    pub store: Store,
    /// What is in it.
    pub workspace: Workspace,
    /// What may be done with it.
    pub access: Access,
    /// The file has another name somewhere. A snapshot replaces the file under this name only, and
    /// the other one keeps the old content.
    pub linked_elsewhere: bool,
    /// What another program did to the file since it was last written; it is in the workspace, and
    /// comes into the journal with the next step.
    pub outside: Option<Arc<Entry>>,
}

impl Store {
    /// Opens a workspace file to read and change it.
    pub fn open(path: &Path) -> Result<Opened, OpenError> {
        Self::open_on(Arc::new(Disk), path, OpenOptions::default())
    }

    /// Opens a workspace file in a certain way.
    pub fn open_with(path: &Path, options: OpenOptions) -> Result<Opened, OpenError> {
        Self::open_on(Arc::new(Disk), path, options)
    }

    /// Opens a workspace file of any storage.
    pub fn open_on(
        storage: Arc<dyn Storage>,
        path: &Path,
        options: OpenOptions,
    ) -> Result<Opened, OpenError> {
        let path = absolute(path);
        let found = read::find(&*storage, &path)?;
        let site = Site {
            storage,
            file: found.file.clone(),
        };
        let nothing = Workspace::empty();
        let mut store = Self {
            base: Base::new(nothing.clone(), found.hash),
            journaled: nothing.clone(),
            workspace: nothing,
            site,
            path,
            identity: Identity::new(options.who.clone()),
            options,
            bounds: Bounds::default(),
            end: None,
            held: None,
            untold: Vec::new(),
            is_anew: false,
            fit: Fit::Whole,
            doubtful: None,
            access: Access::ReadWrite,
            seen: None,
            trouble: None,
            hold: None,
            is_named: false,
            swept: false,
            patience: lock::PATIENCE,
        };
        store.remember(&found);
        store.begin(&found)?;
        Ok(Opened {
            workspace: store.workspace.clone(),
            access: store.access.clone(),
            linked_elsewhere: store.is_linked_elsewhere(&found),
            outside: store.held.as_ref().map(|held| held.entry.clone()),
            store,
        })
    }

    /// Takes in what was found, for the first time.
    fn begin(&mut self, found: &Found) -> Result<(), OpenError> {
        match read::understand(&self.path, &found.bytes) {
            Ok(content) => {
                self.start_from(&content, found)?;
                self.find_access()
            }
            Err(OpenError::Faulty {
                faults,
                salvaged: Some(salvaged),
                path,
            }) if self.options.despite_faults => {
                self.fit = Fit::Unread;
                self.workspace = *salvaged;
                self.access = Access::ReadOnly(ReadOnlyReason::Faults(faults.clone()));
                let error = OpenError::Faulty {
                    path,
                    faults,
                    salvaged: None,
                };
                self.trouble = Some(trouble(&error, Some(found.hash)));
                Ok(())
            }
            Err(error) => Err(error),
        }
    }

    /// Finds out what may be done with the file.
    pub(super) fn find_access(&mut self) -> Result<(), OpenError> {
        let access = self.access_to(&self.site.file);
        self.access = access.map_err(|source| OpenError::Unreadable {
            path: self.path.clone(),
            source,
        })?;
        Ok(())
    }

    /// The state is what this file and its journal make together, whatever it was before.
    pub(super) fn start_from(
        &mut self,
        content: &Workspace,
        found: &Found,
    ) -> Result<(), OpenError> {
        self.site.file.clone_from(&found.file);
        self.held = None;
        self.fit = Fit::Whole;
        self.is_named = false;
        let (content, hash, restored) = self.restore_as_it_is(content, found)?;
        match restored {
            Ok(Restored {
                base,
                journaled,
                end,
                outside,
            }) => {
                self.base = base;
                self.workspace = journaled.clone();
                self.journaled = journaled;
                self.end = end;
                if let Some(taken) = outside {
                    self.hold_outside(Held::new(hash, content, taken, self));
                }
            }
            Err(Unfit::Journal(reason)) => {
                self.base = Base::new(content.clone(), hash);
                self.journaled = content.clone();
                self.workspace = content;
                self.end = None;
                self.fit = Fit::Journal(reason);
            }
            Err(Unfit::Unreadable(error)) => return Err(error),
        }
        self.go_on_showing();
        Ok(())
    }

    /// Restores the state of a file that was found. Somebody may have written it anew between our
    /// reading it and our reading the journal, which then speaks of another file: what looks like a
    /// strange file is looked at again before it is taken for one.
    fn restore_as_it_is(
        &mut self,
        content: &Workspace,
        found: &Found,
    ) -> Result<(Workspace, Hash, Result<Restored, Unfit>), OpenError> {
        let (mut content, mut hash) = (content.clone(), found.hash);
        let mut restored = restore(&self.site, &content, hash);
        for _ in 0..ATTEMPTS {
            let is_strange = match &restored {
                Ok(restored) => restored.outside.is_some(),
                Err(unfit) => matches!(unfit, Unfit::Journal(_)),
            };
            if !is_strange {
                break;
            }
            let again = read::find(&*self.site.storage, &self.path)?;
            if again.hash == hash {
                break;
            }
            let Ok(newer) = read::understand(&self.path, &again.bytes) else {
                break;
            };
            self.site.file.clone_from(&again.file);
            self.remember(&again);
            (content, hash) = (newer, again.hash);
            restored = restore(&self.site, &content, hash);
        }
        Ok((content, hash, restored))
    }

    /// Shows others that changes were made here, and that the file will be written anew from here: a
    /// lock on the journal, shared by all who made some.
    pub(super) fn show_in_use(&mut self) {
        let Some(stamp) = self.end.as_ref().map(|end| end.stamp) else {
            return;
        };
        if self
            .hold
            .as_ref()
            .is_some_and(|(of, _)| of.same_file(&stamp))
        {
            return;
        }
        let hold = self.site.storage.hold(&self.site.journal());
        self.hold = hold.map(|hold| (stamp, hold));
    }

    /// The journal may have been put aside: what is shown is shown on the new one.
    pub(super) fn go_on_showing(&mut self) {
        if self.hold.is_some() {
            self.show_in_use();
        }
    }

    fn is_linked_elsewhere(&self, found: &Found) -> bool {
        let storage = &*self.site.storage;
        let backup = storage.attributes(&companions::backup(&found.file));
        let ours = backup.is_ok_and(|it| it.stamp.same_file(&found.attributes.stamp));
        found.attributes.links > 1 + u64::from(ours)
    }

    /// Makes a new workspace file, for its owner only (0600). What has the name already is never
    /// touched.
    pub fn create(path: &Path, workspace: &Workspace) -> Result<Durability, CreateError> {
        Self::create_on(&Disk, path, workspace)
    }

    /// Makes a new workspace file on any storage.
    pub fn create_on(
        storage: &dyn Storage,
        path: &Path,
        workspace: &Workspace,
    ) -> Result<Durability, CreateError> {
        let path = absolute(path);
        let bytes = faithful(workspace)?;
        replace::create(storage, &path, &bytes)?.ok_or(CreateError::Exists { path })
    }
}
