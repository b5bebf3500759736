//! Noticing what others do to the file: by a `stat`, and by reading where that leaves a doubt.
//!
//! File notification sees nothing that another machine writes over a network, and ends with the
//! inode that a rename replaces; a look costs microseconds and works everywhere.

use std::mem::{Discriminant, discriminant};

use super::Store;
use super::error::OpenError;
use super::read::{self, Found, Hash};
use crate::domain::workspace::Workspace;

/// What kind of error, and for a faulty file which one: enough to say each thing once.
pub(super) type Trouble = (Discriminant<OpenError>, Option<Hash>);

/// What an error is known by.
pub(super) fn trouble(error: &OpenError, hash: Option<Hash>) -> Trouble {
    (discriminant(error), hash)
}

impl Store {
    /// Looks whether somebody else changed the file, and reads it if so.
    ///
    /// It costs one `stat` where nothing happened. What is wrong with the file is reported once;
    /// then the last good state stays until the file is whole again, which is reported as a change.
    pub fn reload_if_changed(&mut self) -> Result<Option<Workspace>, OpenError> {
        let (file, attributes) = match read::look(&*self.storage, &self.path) {
            Ok(found) => found,
            Err(error) => return self.report(None, error),
        };
        if self
            .seen
            .as_ref()
            .is_some_and(|(at, stamp)| (at, stamp) == (&file, &attributes.stamp))
        {
            return Ok(None);
        }
        let found = match read::find(&*self.storage, &file) {
            Ok(found) => found,
            Err(error) => return self.report(None, error),
        };
        self.remember(&found);
        if let Ok(access) = self.access_to(&found.file) {
            self.access = access;
        }
        if self.hash == Some(found.hash) {
            let mended = self.trouble.take().is_some();
            return Ok(mended.then(|| self.workspace.clone()));
        }
        match read::understand(&self.path, &found.bytes) {
            Ok(workspace) => {
                self.know(found.hash, &workspace);
                Ok(Some(workspace))
            }
            Err(error) => self.report(Some(found.hash), error),
        }
    }

    /// Gives an error out unless it is the one that was given out last.
    fn report(
        &mut self,
        hash: Option<Hash>,
        error: OpenError,
    ) -> Result<Option<Workspace>, OpenError> {
        let trouble = Some(trouble(&error, hash));
        if hash.is_none() {
            self.seen = None;
        }
        if self.trouble == trouble {
            return Ok(None);
        }
        self.trouble = trouble;
        Err(error)
    }

    /// The file was looked into; unless it is so new that a further change would not show.
    pub(super) fn remember(&mut self, found: &Found) {
        let settled = !found.attributes.fresh;
        self.seen = settled.then(|| (found.file.clone(), found.attributes.stamp));
    }
}
