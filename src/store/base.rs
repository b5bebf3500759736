//! What the workspace file holds, held against what the journal says.
//!
//! The journal is ahead of the file, by the steps since the last snapshot. The base remembers the
//! file's own content, so that a change by another program can be told from what the journal did,
//! and the journal's state at the same place, so that both can go on from there.

use std::sync::Arc;

use super::read::Hash;
use super::storage::Stamp;
use crate::domain::digest::Digest;
use crate::domain::edit::{Edit, Refusal, Step, apply, apply_step};
use crate::domain::entry::{Entry, FileStamp, What};
use crate::domain::workspace::Workspace;

/// The file, and the journal since.
#[derive(Clone, Debug)]
pub(super) struct Base {
    /// What the file holds.
    pub(super) content: Workspace,
    /// The hash of its bytes.
    pub(super) file: Hash,
    /// The journal's state at the place that the file belongs to: the content, and what the journal
    /// was ahead of it there.
    state: Workspace,
    /// Whether the two differ.
    is_ahead: bool,
    /// The entries behind that place, the oldest first.
    tail: Vec<Arc<Entry>>,
}

impl Base {
    /// A file that holds all there is.
    pub(super) fn new(content: Workspace, file: Hash) -> Self {
        Self {
            state: content.clone(),
            content,
            file,
            is_ahead: false,
            tail: Vec::new(),
        }
    }

    /// A file to which the journal's `state` belongs.
    pub(super) fn behind(content: Workspace, file: Hash, state: Workspace, is_ahead: bool) -> Self {
        Self {
            content,
            file,
            state,
            is_ahead,
            tail: Vec::new(),
        }
    }

    /// The journal goes on. An outside change makes the file another one, which somebody has read.
    pub(super) fn push(&mut self, entry: Arc<Entry>) {
        self.tail.push(entry);
    }

    /// The journal's state at the place that the file belongs to.
    pub(super) fn state(&self) -> &Workspace {
        &self.state
    }

    /// The entries behind that place, the oldest first.
    pub(super) fn tail(&self) -> &[Arc<Entry>] {
        &self.tail
    }

    /// Whether the journal holds changes that the file lacks.
    pub(super) fn lags(&self) -> bool {
        self.is_ahead || self.tail.iter().any(|entry| entry.is_change())
    }

    /// How many edits the file lacks.
    pub(super) fn edits_behind(&self) -> usize {
        self.tail.iter().map(|entry| entry.edits.len()).sum()
    }

    /// Goes forward to the newest file that is known to have been there: written by one of us, or found
    /// by one of us as another program had left it. What differs from that was changed later.
    pub(super) fn settle(&mut self) {
        let done = self.tail.iter().rev().find_map(|entry| match &entry.what {
            What::SnapshotDone { file, .. }
            | What::Outside { file, .. }
            | What::Opened { file, .. } => Some(*file),
            _ => None,
        });
        if let Some(file) = done {
            self.advance(file);
        }
    }

    /// The file has these bytes now. If the journal announced them as a snapshot, or as an outside
    /// change, the base goes forward to there; else it stays, and the file was changed by somebody
    /// else: `false`.
    pub(super) fn advance(&mut self, file: Hash) -> bool {
        let announced = self
            .tail
            .iter()
            .rev()
            .filter_map(|entry| match &entry.what {
                What::Snapshot { file: of, holds } if *of == file => Some((*holds, Vec::new())),
                What::Outside {
                    file: of, ahead, ..
                }
                | What::Opened { file: of, ahead }
                    if *of == file =>
                {
                    Some((entry.hash, ahead.clone()))
                }
                _ => None,
            });
        let announced: Vec<_> = announced.collect();
        // Several programs may announce the same bytes, some of them for a place that lies behind us.
        let goes_on = announced
            .into_iter()
            .any(|(place, ahead)| self.advance_to(file, place, &ahead));
        goes_on || file == self.file
    }

    /// The base goes forward to an entry, of which the file lacks what `ahead` says; `false` where the
    /// entry does not lie before us.
    fn advance_to(&mut self, file: Hash, place: Digest, ahead: &[Edit]) -> bool {
        let Some((state, passed)) = self.state_at(place) else {
            return false;
        };
        let mut content = state.clone();
        let back = ahead.iter().rev().map(Edit::inverse).collect();
        if apply_step(&mut content, &Step::new("", back)).is_err() {
            return false;
        }
        self.tail.drain(..passed);
        self.is_ahead = !ahead.is_empty();
        self.state = state;
        self.content = content;
        self.file = file;
        true
    }

    /// The state at an entry, and how many entries lead there; the state here where the entry is the
    /// one that the base stands at.
    fn state_at(&self, place: Digest) -> Option<(Workspace, usize)> {
        let mut state = self.state.clone();
        if let Some(at) = self.tail.iter().position(|entry| entry.hash == place) {
            for entry in self.tail.iter().take(at + 1) {
                replay(&mut state, entry).ok()?;
            }
            Some((state, at + 1))
        } else {
            // What stands before the first entry behind us is where we are.
            let first = self.tail.first()?;
            first.prev.contains(&place).then_some((state, 0))
        }
    }

    /// Whether the journal says that the file was rewritten, and that it is this one: its bytes.
    pub(super) fn knows(&self, stamp: &Stamp) -> Option<Digest> {
        self.tail.iter().rev().find_map(|entry| match &entry.what {
            What::SnapshotDone {
                file,
                stamp: Some(of),
            } => (*of == known_by(stamp)).then_some(*file),
            _ => None,
        })
    }
}

/// By what a file is known again: what a rename leaves as it is.
pub(super) fn known_by(stamp: &Stamp) -> FileStamp {
    FileStamp {
        inode: stamp.inode,
        size: stamp.size,
        modified: stamp.modified,
    }
}

/// Applies what an entry changed.
pub(super) fn replay(workspace: &mut Workspace, entry: &Entry) -> Result<(), Refusal> {
    for edit in &entry.edits {
        apply(workspace, edit)?;
    }
    Ok(())
}
