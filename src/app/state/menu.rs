//! The menus of a list: what it is sorted by, which columns it shows, saved views.

use crate::analysis::listing::Column;
use crate::search::view::ListView;

use super::screen::ListName;

/// What a list can be sorted by.
#[derive(Clone, Debug)]
pub struct SortMenu {
    /// The list.
    pub list: ListName,
    /// The columns; `None`, the first, stands for the list's own order.
    pub choices: Vec<Option<Column>>,
    /// The selected one.
    pub selected: usize,
}

/// The columns of a list, as they are chosen.
#[derive(Clone, Debug)]
pub struct ColumnMenu {
    /// The list.
    pub list: ListName,
    /// Every column that it can show, from the left, and whether it is shown.
    pub entries: Vec<(Column, bool)>,
    /// The selected one.
    pub selected: usize,
    /// What was chosen before; empty for the usual columns.
    pub before: Vec<Column>,
}

/// The views that can be chosen.
#[derive(Clone, Debug)]
pub struct ViewMenu {
    /// The views as they were when the menu was opened, so that no number changes under a finger.
    pub views: Vec<ListView>,
    /// The selected one.
    pub selected: usize,
}

impl ViewMenu {
    /// Selects the view so many further, stopping at the ends.
    pub fn step(&mut self, by: isize) {
        let last = self.views.len().saturating_sub(1);
        self.selected = self.selected.saturating_add_signed(by).min(last);
    }
}

impl SortMenu {
    /// Selects the choice so many further, stopping at the ends.
    pub fn step(&mut self, by: isize) {
        let last = self.choices.len().saturating_sub(1);
        self.selected = self.selected.saturating_add_signed(by).min(last);
    }
}

impl ColumnMenu {
    /// The columns of a list that shows these; empty for the usual ones.
    pub fn new(list: ListName, before: &[Column]) -> Self {
        let mut menu = Self {
            list,
            entries: Vec::new(),
            selected: 0,
            before: before.to_vec(),
        };
        menu.show(before);
        menu
    }

    /// Marks these as shown, in their order, the others behind them; empty for the usual ones.
    pub fn show(&mut self, columns: &[Column]) {
        let listing = self.list.listing();
        let shown = match columns {
            [] => listing.usual_columns(),
            columns => columns,
        };
        let others = listing.columns().filter(|column| !shown.contains(column));
        let shown = shown.iter().map(|column| (*column, true));
        self.entries = shown.chain(others.map(|column| (column, false))).collect();
    }

    /// Those that are shown; empty where they are the usual ones.
    pub fn chosen(&self) -> Vec<Column> {
        let shown = self.entries.iter().filter(|(_, shown)| *shown);
        let chosen: Vec<Column> = shown.map(|(column, _)| *column).collect();
        if chosen == self.list.listing().usual_columns() {
            return Vec::new();
        }
        chosen
    }

    /// Selects the column so many further, stopping at the ends.
    pub fn step(&mut self, by: isize) {
        let last = self.entries.len().saturating_sub(1);
        self.selected = self.selected.saturating_add_signed(by).min(last);
    }

    /// Moves the selected column by one place, and the selection with it.
    pub fn shift(&mut self, by: isize) {
        let to = self.selected.saturating_add_signed(by);
        if to < self.entries.len() {
            self.entries.swap(self.selected, to);
            self.selected = to;
        }
    }

    /// Shows the selected column or hides it; false where it is the last one that is shown.
    pub fn toggle(&mut self) -> bool {
        let shown = self.entries.iter().filter(|(_, shown)| *shown).count();
        match self.entries.get_mut(self.selected) {
            Some((_, true)) if shown == 1 => false,
            Some((_, is_shown)) => {
                *is_shown = !*is_shown;
                true
            }
            None => true,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::state::Pane;

    #[test]
    fn the_usual_columns_are_no_choice_and_one_column_always_stays() {
        let mut menu = ColumnMenu::new(ListName::Pane(Pane::Actions), &[]);
        assert_eq!(menu.chosen(), []);
        menu.shift(1);
        assert_eq!(
            menu.chosen(),
            [Column::Title, Column::Due, Column::Status, Column::Officer]
        );
        menu.show(&[Column::Title]);
        menu.selected = 0;
        assert!(!menu.toggle());
        assert_eq!(menu.chosen(), [Column::Title]);
        menu.show(&[]);
        assert_eq!(menu.chosen(), []);
    }
}
