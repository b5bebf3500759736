//! Taking in what others did: entries that they appended, and changes of programs that know no
//! journal. Nothing here writes.
//!
//! File notification sees nothing that another machine writes over a network, and ends with the
//! inode that a rename replaces; a look costs microseconds and works everywhere.

use std::io;
use std::mem::{Discriminant, discriminant};
use std::sync::Arc;

use super::appended::Caught;
use super::base::replay;
use super::error::OpenError;
use super::outside::{TakenIn, take_in};
use super::read::{self, Found, Hash};
use super::{Fit, Store};
use crate::domain::entry::{Entry, What};
use crate::domain::workspace::Workspace;

/// What others did since the last look.
#[derive(Clone, Debug)]
pub struct News {
    /// The workspace with it.
    pub workspace: Workspace,
    /// Their changes, the oldest first. None of them where the file was read anew, or came to be
    /// whole again.
    pub entries: Vec<Arc<Entry>>,
}

/// What another program did to the file, until the next step writes it down.
pub(super) struct Held {
    /// The file as it was found.
    pub(super) file: Hash,
    /// What it holds.
    pub(super) content: Workspace,
    /// What is taken in of it.
    pub(super) taken: TakenIn,
    /// The entry as it would be written now.
    pub(super) entry: Arc<Entry>,
}

impl Held {
    pub(super) fn new(file: Hash, content: Workspace, taken: TakenIn, store: &Store) -> Self {
        let what = What::Outside {
            file,
            ahead: taken.ahead.clone(),
            not_taken: taken.not_taken.clone(),
        };
        let edits = taken.edits.clone();
        let entry = store.identity.change(store.end.as_ref(), what, "", edits);
        Self {
            file,
            content,
            taken,
            entry: Arc::new(entry),
        }
    }
}

/// What kind of error, and for a faulty file which one: enough to say each thing once.
pub(super) type Trouble = (Discriminant<OpenError>, Option<Hash>);

/// What an error is known by.
pub(super) fn trouble(error: &OpenError, hash: Option<Hash>) -> Trouble {
    (discriminant(error), hash)
}

impl Store {
    /// Looks whether somebody else changed something, and takes it in.
    ///
    /// It costs a `stat` of the journal and one of the file where nothing happened. What is wrong is
    /// reported once; then the last good state stays until all is well again, which is news.
    pub fn poll(&mut self) -> Result<Option<News>, OpenError> {
        let was_in_trouble = self.trouble.is_some();
        match self.look() {
            Ok(false) => {}
            Ok(true) => {
                self.trouble = None;
                self.is_anew |= was_in_trouble;
            }
            Err((hash, error)) => {
                let trouble = Some(trouble(&error, hash));
                if hash.is_none() {
                    self.seen = None;
                }
                if self.trouble != trouble {
                    self.trouble = trouble;
                    return Err(error);
                }
            }
        }
        Ok(self.news())
    }

    /// What the caller was not told yet.
    fn news(&mut self) -> Option<News> {
        let is_anew = std::mem::take(&mut self.is_anew);
        let entries = std::mem::take(&mut self.untold);
        (is_anew || !entries.is_empty()).then(|| News {
            workspace: self.workspace.clone(),
            entries,
        })
    }

    /// Takes in the journal, then the file; whether the file was another one than before.
    pub(super) fn look(&mut self) -> Result<bool, (Option<Hash>, OpenError)> {
        if let Err(error) = self.catch_up() {
            return Err((None, error));
        }
        self.look_at_file()
    }

    /// Takes in what others appended.
    pub(super) fn catch_up(&mut self) -> Result<(), OpenError> {
        match self.fit {
            Fit::Whole => {}
            Fit::Unread => return Ok(()),
            Fit::Journal(_) => return self.look_for_the_decision(),
        }
        let caught = match self.appended() {
            Ok(caught) => caught,
            Err(OpenError::Damaged { reason, .. }) => {
                self.damage(reason);
                return self.find_access();
            }
            Err(error) => return Err(error),
        };
        let Some(caught) = caught else {
            return self.read_anew();
        };
        self.go_on(caught);
        if self.fit != Fit::Whole {
            return self.find_access();
        }
        Ok(())
    }

    /// A journal that cannot be gone on with stays so until somebody moved it away.
    fn look_for_the_decision(&mut self) -> Result<(), OpenError> {
        match self.site.storage.attributes(&self.site.journal()) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => self.read_anew(),
            _ => Ok(()),
        }
    }

    /// The journal cannot be gone on with; what was taken in before stays.
    fn damage(&mut self, reason: String) {
        self.fit = Fit::Journal(reason);
        self.is_anew = true;
    }

    /// Goes on with entries that others appended.
    fn go_on(&mut self, caught: Caught) {
        let mut has_changed = false;
        for entry in caught.entries {
            if let Err(refusal) = replay(&mut self.journaled, &entry) {
                self.damage(format!(
                    "entry {} does not fit what it stands upon: {refusal}",
                    entry.seq
                ));
                return;
            }
            if let (What::Outside { file, .. }, Some(held)) = (&entry.what, &self.held)
                && *file == held.file
            {
                // Somebody else wrote down what we saw too, and had been told of.
                self.held = None;
                self.base.push(entry.clone());
                self.base.advance(*file);
                has_changed = true;
                continue;
            }
            self.base.push(entry.clone());
            if entry.is_change() {
                has_changed = true;
                self.untold.push(entry);
            }
        }
        self.end = caught.end;
        self.go_on_showing();
        // First the base: what is held is what was changed since the newest file that somebody knew.
        self.base.settle();
        if has_changed {
            self.rest_on_journal();
        }
    }

    /// The workspace is the journal's state, and what is held on top.
    fn rest_on_journal(&mut self) {
        self.workspace = self.journaled.clone();
        if let Some(held) = self.held.take() {
            let taken = take_in(&self.base.content, &held.content, &self.journaled);
            self.workspace = taken.workspace.clone();
            self.held = Some(Held::new(held.file, held.content, taken, self));
        }
    }

    /// Another program changed the file.
    pub(super) fn hold_outside(&mut self, held: Held) {
        self.workspace = held.taken.workspace.clone();
        self.held = Some(held);
    }

    /// Looks whether another program changed the file; `false` where it is as it was.
    pub(super) fn look_at_file(&mut self) -> Result<bool, (Option<Hash>, OpenError)> {
        let none = |error| (None, error);
        let (file, attributes) = read::look(&*self.site.storage, &self.path).map_err(none)?;
        let seen = self.seen.as_ref();
        if seen.is_some_and(|(at, stamp)| (at, stamp) == (&file, &attributes.stamp)) {
            return Ok(false);
        }
        if file == self.site.file
            && self.held.is_none()
            && let Some(hash) = self.base.knows(&attributes.stamp)
            && self.base.advance(hash)
        {
            self.seen = (!attributes.fresh).then_some((file, attributes.stamp));
            return Ok(true);
        }
        let mut found = read::find(&*self.site.storage, &file).map_err(none)?;
        loop {
            self.remember(&found);
            if let (false, Ok(access)) = (self.fit == Fit::Unread, self.access_to(&found.file)) {
                self.access = access;
            }
            match self.take(&found) {
                Ok(None) => return Ok(true),
                Ok(Some(newer)) => found = newer,
                Err(error) => return Err((Some(found.hash), error)),
            }
        }
    }

    /// Takes in the file as it was found; gives it back as it is now where it was written anew
    /// meanwhile.
    fn take(&mut self, found: &Found) -> Result<Option<Found>, OpenError> {
        if found.file != self.site.file || self.fit != Fit::Whole {
            if found.file == self.site.file
                && self.fit != Fit::Unread
                && found.hash == self.base.file
            {
                return Ok(None);
            }
            let content = read::understand(&self.path, &found.bytes)?;
            self.start_from(&content, found)?;
            self.is_anew = true;
            return self.find_access().map(|()| None);
        }
        if self
            .held
            .as_ref()
            .is_some_and(|held| held.file == found.hash)
        {
            return Ok(None);
        }
        // It may have been rewritten by somebody who announced it between our two looks.
        self.catch_up()?;
        if self.base.advance(found.hash) {
            if self.held.take().is_some() {
                self.workspace = self.journaled.clone();
                self.is_anew = true;
            }
            return Ok(None);
        }
        // The journal was read after the file. What it knows by now may be a newer one, beside which ours
        // looks like an old version that somebody put back.
        let again = read::find(&*self.site.storage, &self.path)?;
        if again.hash != found.hash {
            return Ok(Some(again));
        }
        let content = read::understand(&self.path, &found.bytes)?;
        let taken = take_in(&self.base.content, &content, &self.journaled);
        let held = Held::new(found.hash, content, taken, self);
        // Other bytes may say the same: a blank, another order of keys. What was not taken in is told
        // even where it is all of it.
        let says_the_same = held.taken.edits.is_empty() && held.taken.not_taken.is_empty();
        if !says_the_same || self.held.is_some() {
            self.untold.push(held.entry.clone());
        }
        self.hold_outside(held);
        Ok(None)
    }

    /// Reads file and journal as if for the first time.
    fn read_anew(&mut self) -> Result<(), OpenError> {
        let found = read::find(&*self.site.storage, &self.path)?;
        let content = read::understand(&self.path, &found.bytes)?;
        self.remember(&found);
        self.start_from(&content, &found)?;
        self.is_anew = true;
        self.find_access()
    }

    /// The file was looked into; unless it is so new that a further change would not show.
    pub(super) fn remember(&mut self, found: &Found) {
        let settled = !found.attributes.fresh;
        self.seen = settled.then(|| (found.file.clone(), found.attributes.stamp));
    }
}
