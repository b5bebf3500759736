//! The values by which a list can be narrowed.

use crate::domain::id::Id;

use super::screen::ListName;

/// The chips of a list: fields, and the values of the one in view.
#[derive(Clone, Debug)]
pub struct Chips {
    /// The list.
    pub list: ListName,
    /// The fields, by their names in queries.
    pub fields: &'static [&'static str],
    /// The one in view.
    pub field: usize,
    /// Its values.
    pub values: Vec<Chip>,
    /// The selected value.
    pub selected: usize,
    /// Whether there are more rows than were looked through.
    pub is_cut: bool,
    /// What the list was filtered by before.
    pub before: String,
    /// The row that was selected before.
    pub row: Option<Id>,
}

/// A value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chip {
    /// As queries have it.
    pub value: String,
    /// What it means, where that is not plain from it.
    pub title: String,
    /// How many rows have it, of those that the rest of the filter leaves.
    pub count: usize,
    /// Whether the filter asks for it.
    pub picked: bool,
}

impl Chips {
    /// The name of the field in view.
    pub fn name(&self) -> &'static str {
        self.fields.get(self.field).copied().unwrap_or_default()
    }

    /// Selects the value so many further, stopping at the ends.
    pub fn step(&mut self, by: isize) {
        let last = self.values.len().saturating_sub(1);
        self.selected = self.selected.saturating_add_signed(by).min(last);
    }
}
