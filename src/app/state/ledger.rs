//! What is confirmed on the disk, and what is on its way there (`store.md` §3).

use std::collections::VecDeque;
use std::sync::Arc;

use crate::domain::digest::Digest;
use crate::domain::edit::{Applied, Edit, Refusal, Step, apply_step};
use crate::domain::entry::{Entry, Reverses, What, Who};
use crate::domain::saving::SaveState;
use crate::domain::timestamp::Timestamp;
use crate::domain::trail::inverse_of;
use crate::domain::workspace::Workspace;

/// The confirmed workspace and the ordered pending steps.
pub struct Ledger {
    confirmed: Workspace,
    pending: VecDeque<Pending>,
    shown: Workspace,
    next: u64,
    in_flight: bool,
    blocked: Option<String>,
    unconfirmed: Option<String>,
}

/// A step that the disk has not got yet.
#[derive(Clone, Debug)]
pub struct Pending {
    /// Its number in this session.
    pub number: u64,
    /// The step.
    pub step: Step,
    /// What the message line says of it.
    pub said: String,
    /// The entries that it takes back, newest first; none for a step of its own. An undo among them is
    /// made again.
    pub reverses: Vec<Arc<Entry>>,
    /// What its entry in the journal will be, but for time, place and hash: so that it can be taken
    /// back before it is there.
    pub entry: Arc<Entry>,
}

impl Pending {
    /// An entry that was pending is in the journal now.
    fn settle(&mut self, provisional: Digest, real: &Arc<Entry>) {
        let mut found = false;
        for entry in &mut self.reverses {
            if entry.hash == provisional {
                *entry = Arc::clone(real);
                found = true;
            }
        }
        if found {
            let (_, reverses) = inverse_of(&self.reverses, String::new());
            let entry = Entry {
                reverses,
                ..(*self.entry).clone()
            };
            self.entry = Arc::new(entry);
        }
    }
}

/// What stands for the hash of an entry that is not in the journal yet.
fn provisional(number: u64) -> Digest {
    let mut bytes = [0xff; 32];
    bytes
        .iter_mut()
        .zip(number.to_be_bytes())
        .for_each(|(byte, of_number)| *byte = of_number);
    Digest::new(bytes)
}

/// A step that no longer fits, since somebody else changed the file. It is not pending any more.
#[derive(Clone, Debug)]
pub struct Refused {
    /// The step.
    pub pending: Pending,
    /// Why it does not fit.
    pub why: Refusal,
}

impl Ledger {
    /// A workspace as it was read.
    pub fn new(workspace: Workspace) -> Self {
        Self {
            shown: workspace.clone(),
            confirmed: workspace,
            pending: VecDeque::new(),
            next: 1,
            in_flight: false,
            blocked: None,
            unconfirmed: None,
        }
    }

    /// The workspace with the pending steps on top.
    pub fn shown(&self) -> &Workspace {
        &self.shown
    }

    /// Whether anything is not on the disk yet.
    pub fn is_pending(&self) -> bool {
        !self.pending.is_empty()
    }

    /// Why nothing gets through, if it does not.
    pub fn blocked(&self) -> Option<&str> {
        self.blocked.as_deref()
    }

    /// What the title bar says.
    pub fn save_state(&self) -> SaveState {
        match (&self.blocked, self.pending.is_empty(), &self.unconfirmed) {
            (Some(reason), _, _) => SaveState::Failed(reason.clone()),
            (None, false, _) => SaveState::Saving,
            (None, true, Some(reason)) => SaveState::Unconfirmed(reason.clone()),
            (None, true, None) => SaveState::Saved,
        }
    }

    /// The steps that the disk has not got yet, the oldest first.
    pub fn pending(&self) -> impl DoubleEndedIterator<Item = &Pending> {
        self.pending.iter()
    }

    /// Applies a step to what is shown and puts it in the queue. `reverses` is what it takes back, if it
    /// does; `who` makes it.
    pub fn take(
        &mut self,
        step: Step,
        said: String,
        reverses: Vec<Arc<Entry>>,
        who: &Who,
    ) -> Result<Applied<Step>, Refusal> {
        let applied = apply_step(&mut self.shown, &step)?;
        let number = self.next;
        self.next += 1;
        let as_applied = applied.inverse.edits.iter().rev().map(Edit::inverse);
        let (_, relation) = inverse_of(&reverses, String::new());
        let entry = Entry {
            seq: 0,
            time: Timestamp::default(),
            who: who.clone(),
            host: String::new(),
            session: String::new(),
            what: What::Step,
            cause: step.cause.clone(),
            edits: as_applied.collect(),
            reverses: if reverses.is_empty() {
                Reverses::Nothing
            } else {
                relation
            },
            prev: Vec::new(),
            hash: provisional(number),
        };
        self.pending.push_back(Pending {
            number,
            step,
            said,
            reverses,
            entry: Arc::new(entry),
        });
        Ok(applied)
    }

    /// The step to send to the disk now, if none is on its way.
    pub fn send(&mut self) -> Option<Pending> {
        if self.in_flight {
            return None;
        }
        let first = self.pending.front()?.clone();
        self.in_flight = true;
        self.blocked = None;
        Some(first)
    }

    /// The disk has the first pending step; `confirmed` is what it holds now.
    pub fn confirm(
        &mut self,
        number: u64,
        confirmed: Workspace,
        entry: &Arc<Entry>,
    ) -> Vec<Refused> {
        self.in_flight = false;
        self.pending.pop_front_if(|first| first.number == number);
        for pending in &mut self.pending {
            pending.settle(provisional(number), entry);
        }
        self.rebase(confirmed, Vec::new())
    }

    /// The first pending step does not fit what the disk holds: theirs is taken. Gives back the step, and
    /// those behind it that fit as little.
    pub fn refuse(&mut self, number: u64, why: Refusal, theirs: Workspace) -> Vec<Refused> {
        self.in_flight = false;
        let first = self.pending.pop_front_if(|first| first.number == number);
        let mut refused: Vec<Refused> = first
            .map(|pending| Refused { pending, why })
            .into_iter()
            .collect();
        refused.extend(self.rebase(theirs, vec![provisional(number)]));
        refused
    }

    /// The disk could not take the step; it stays pending with the reason.
    pub fn block(&mut self, reason: String) {
        self.in_flight = false;
        self.blocked = Some(reason);
    }

    /// Others changed the file: takes pending steps back, theirs in, and the pending ones again.
    /// Gives back those that no longer fit, and why. One that is on its way to the
    /// disk stays: the answer tells what becomes of it.
    pub fn take_in(&mut self, confirmed: Workspace) -> Vec<Refused> {
        self.rebase(confirmed, Vec::new())
    }

    /// `never` are the hashes of entries that will not come to be: what takes them back has nothing to
    /// do any more.
    fn rebase(&mut self, confirmed: Workspace, mut never: Vec<Digest>) -> Vec<Refused> {
        let mut refused = Vec::new();
        let mut shown = confirmed.clone();
        let on_its_way = self.in_flight.then_some(self.pending.front()).flatten();
        let on_its_way = on_its_way.map(|first| first.number);
        for pending in std::mem::take(&mut self.pending) {
            let mut reversed = pending.reverses.iter();
            if reversed.any(|entry| never.contains(&entry.hash)) {
                never.push(pending.entry.hash);
                continue;
            }
            match apply_step(&mut shown, &pending.step) {
                Err(why) if on_its_way != Some(pending.number) => {
                    never.push(pending.entry.hash);
                    refused.push(Refused { pending, why });
                }
                _ => self.pending.push_back(pending),
            }
        }
        self.confirmed = confirmed;
        self.shown = shown;
        refused
    }

    /// Whether the file is known to survive a power cut since it was written; why it is not.
    pub fn written(&mut self, unconfirmed: Option<String>) {
        self.unconfirmed = unconfirmed;
    }

    /// What the disk holds.
    pub fn confirmed(&self) -> &Workspace {
        &self.confirmed
    }
}
