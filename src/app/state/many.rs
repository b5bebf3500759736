//! Changing many records at once: what is to be set, and what that comes to.

use super::marks::Marked;
use crate::analysis::many::{Field, Outcome, Setting};
use crate::domain::edit::Edit;
use crate::domain::id::RecordRef;

/// The choice of what is to be set of the marked records.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldChoice {
    /// The records.
    pub marked: Marked,
    /// What some of them have, and how many have it.
    pub fields: Vec<(Field, usize)>,
    /// The selected one.
    pub selected: usize,
}

impl FieldChoice {
    /// Selects another one, so many further.
    pub fn step(&mut self, by: isize) {
        let last = self.fields.len().saturating_sub(1);
        self.selected = self.selected.saturating_add_signed(by).min(last);
    }
}

/// What a change of many records comes to, before anybody says yes to it.
#[derive(Clone, Debug, PartialEq)]
pub struct Preview {
    /// What is set.
    pub setting: Setting,
    /// The records.
    pub marked: Marked,
    /// The key that asked for it, for the cause of the step.
    pub key: &'static str,
    /// What is done to them: `rated red in 2010/11 Q2`.
    pub done: String,
    /// What becomes of each: those that change, those that cannot, those that are so already.
    pub lines: Vec<PreviewLine>,
    /// How many of each of the three.
    pub counts: (usize, usize, usize),
    /// What makes it so.
    pub edits: Vec<Edit>,
    /// The first line shown.
    pub scroll: usize,
}

/// What becomes of one record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PreviewLine {
    /// The record.
    pub record: RecordRef,
    /// Its code, or its id.
    pub code: String,
    /// Its title.
    pub title: String,
    /// What becomes of it.
    pub outcome: Outcome,
}
