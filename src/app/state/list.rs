//! A list on screen: which records, which one is selected, what it is filtered by.

use crate::domain::id::Id;

/// Rows held by id, so that a reload or a filter never moves the user to another record.
#[derive(Clone, Debug, Default)]
pub struct List {
    /// The records shown, in order.
    pub rows: Vec<Id>,
    /// How many there would be without the filter.
    pub total: usize,
    /// The selected record.
    pub selected: Option<Id>,
    /// Where the view scrolled to when it drew last.
    pub offset: usize,
    /// What the list is filtered by; empty for nothing.
    pub filter: String,
    /// Rows that no longer fit the filter since a change, and stay until it is applied anew.
    pub lingering: Vec<Id>,
}

impl List {
    /// The place of the selected row.
    pub fn place(&self) -> Option<usize> {
        let selected = self.selected.as_ref()?;
        self.rows.iter().position(|row| row == selected)
    }

    /// Whether a filter is on.
    pub fn is_filtered(&self) -> bool {
        !self.filter.is_empty()
    }

    /// Takes new rows. The selection stays with its record; if that is gone, the row in its place is
    /// selected, or the last one.
    pub fn show(&mut self, rows: Vec<Id>, total: usize) {
        let before = self.place().unwrap_or(0);
        self.rows = rows;
        self.total = total;
        self.lingering.clear();
        if self.place().is_none() {
            self.selected = self
                .rows
                .get(before.min(self.rows.len().saturating_sub(1)))
                .cloned();
        }
    }

    /// Selects the row so many rows away, stopping at the ends.
    pub fn step(&mut self, by: isize) {
        let Some(last) = self.rows.len().checked_sub(1) else {
            return;
        };
        let place = self
            .place()
            .map_or(0, |place| place.saturating_add_signed(by).min(last));
        self.selected = self.rows.get(place).cloned();
    }

    /// Selects the first row.
    pub fn first(&mut self) {
        self.selected = self.rows.first().cloned();
    }

    /// Selects the last row.
    pub fn last(&mut self) {
        self.selected = self.rows.last().cloned();
    }

    /// The first row to draw in a pane so high, so that the selected one is in view and the pane
    /// moves as little as possible from where it was.
    pub fn offset_for(&self, height: usize) -> usize {
        if height == 0 {
            return 0;
        }
        let most = self.rows.len().saturating_sub(height);
        let offset = self.offset.min(most);
        match self.place() {
            Some(place) if place < offset => place,
            Some(place) if place >= offset + height => place + 1 - height,
            _ => offset,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn list(rows: &str, selected: &str) -> List {
        let mut list = List {
            selected: Some(Id::new(selected)),
            ..List::default()
        };
        list.show(rows.split(' ').map(Id::new).collect(), 9);
        list
    }

    #[test]
    fn the_selection_stays_with_its_record_when_the_rows_change() {
        let mut shown = list("a b c d", "c");
        shown.show(vec![Id::new("x"), Id::new("c")], 9);
        assert_eq!(shown.selected, Some(Id::new("c")));
    }

    #[test]
    fn when_the_selected_record_is_gone_the_row_in_its_place_is_selected() {
        let mut shown = list("a b c d", "c");
        shown.show(vec![Id::new("a"), Id::new("b"), Id::new("d")], 9);
        assert_eq!(shown.selected, Some(Id::new("d")));
        shown.show(vec![Id::new("a")], 9);
        assert_eq!(shown.selected, Some(Id::new("a")));
        shown.show(Vec::new(), 9);
        assert_eq!(shown.selected, None);
    }

    #[test]
    fn the_pane_scrolls_no_further_than_the_selection_needs() {
        let mut shown = list("a b c d e f", "a");
        for (step, offset) in [(2, 0), (1, 1), (2, 3), (-1, 3), (-4, 0)] {
            shown.step(step);
            shown.offset = shown.offset_for(3);
            assert_eq!(shown.offset, offset, "after {step}");
        }
        assert_eq!(shown.offset_for(0), 0);
    }
}
