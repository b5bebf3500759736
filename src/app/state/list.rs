//! A list on screen: which records, which one is selected, what it is filtered by.

use std::collections::HashMap;

use super::marks::Marks;
use crate::analysis::listing::{Column, Sort, SortKey};
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
    /// The rows that are to be changed together.
    pub marks: Marks,
    /// The filter that was lifted last, to be put on again.
    pub lifted: String,
    /// Why the filter cannot be understood, if it cannot: then it is no filter.
    pub trouble: Option<String>,
    /// What the list is sorted by; `None` for its own order.
    pub sort: Option<Sort>,
    /// Where rows stand by that, as far as they were asked.
    pub places: SortPlaces,
    /// The columns that were chosen, from the left; empty for the usual ones.
    pub columns: Vec<Column>,
    /// The saved view that is shown, as long as nothing of it is changed; empty for none.
    pub view: String,
    /// Rows that no longer fit the filter since a change, and stay until it is applied anew.
    pub lingering: Vec<Id>,
    /// What stands above groups of rows, from the top. Headings take a line and are never selected.
    pub headings: Vec<Heading>,
}

/// Where rows stand by a column. Kept while nothing changes, since a filter asks for the same rows again
/// with every key.
#[derive(Clone, Debug, Default)]
pub struct SortPlaces {
    /// For which state of the file ([`super::State::generation`]), and by which column.
    pub made_for: Option<(u64, Column)>,
    /// By row; `None` stands last.
    pub by_row: HashMap<Id, Option<SortKey>>,
}

/// The heading of a group of rows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Heading {
    /// The place of the first row below it.
    pub before: usize,
    /// Its own line, counted from the top of the list.
    pub line: usize,
    /// What it says.
    pub text: String,
    /// How many rows stand below it.
    pub count: usize,
    /// What else there is to say of them; empty for nothing.
    pub note: String,
}

/// What a line of a list shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ListLine<'a> {
    /// The heading of a group.
    Heading(&'a Heading),
    /// The row at this place.
    Row(usize),
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

    /// Whether only part of it is shown: a filter is on, and can be understood.
    pub fn is_narrowed(&self) -> bool {
        self.is_filtered() && self.trouble.is_none()
    }

    /// Takes new rows. The selection stays with its record; if that is gone, the row in its place is
    /// selected, or the last one.
    pub fn show(&mut self, rows: Vec<Id>, total: usize) {
        let before = self.place().unwrap_or(0);
        self.rows = rows;
        self.total = total;
        self.lingering.clear();
        self.headings.clear();
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

    /// Puts a heading above every group of rows; `group` says which group a row belongs to. The rows of
    /// a group stand together.
    pub fn group(&mut self, group: impl Fn(&Id) -> String) {
        self.headings.clear();
        for (place, row) in self.rows.iter().enumerate() {
            let text = group(row);
            match self.headings.last_mut() {
                Some(heading) if heading.text == text => heading.count += 1,
                _ => self.headings.push(Heading {
                    before: place,
                    line: place + self.headings.len(),
                    text,
                    count: 1,
                    note: String::new(),
                }),
            }
        }
    }

    /// Selects the first row of the next group, or of the one before.
    pub fn step_group(&mut self, forward: bool) {
        let Some(place) = self.place() else {
            return;
        };
        let mut firsts = self.headings.iter().map(|heading| heading.before);
        let found = if forward {
            firsts.find(|first| *first > place)
        } else {
            firsts.rfind(|first| *first < place)
        };
        if let Some(row) = found.and_then(|first| self.rows.get(first)) {
            self.selected = Some(row.clone());
        }
    }

    /// Scrolls so many lines in a pane so high, stopping at the ends. The selection stays where it is as
    /// long as it is in view, else it is the row nearest to it that is.
    pub fn scroll(&mut self, by: isize, height: usize) {
        let most = self.lines().saturating_sub(height);
        self.offset = self.offset.saturating_add_signed(by).min(most);
        let Some(line) = self.place().map(|place| self.line_of(place)) else {
            return;
        };
        let view = self.offset..(self.offset + height).min(self.lines());
        let mut rows = view.clone().filter_map(|line| match self.at_line(line) {
            ListLine::Row(place) => self.rows.get(place),
            ListLine::Heading(_) => None,
        });
        let nearest = if line < view.start {
            rows.next()
        } else if line >= view.end {
            rows.next_back()
        } else {
            return;
        };
        if let Some(row) = nearest.cloned() {
            self.selected = Some(row);
        }
    }

    /// How many lines it has: rows and headings.
    pub fn lines(&self) -> usize {
        self.rows.len() + self.headings.len()
    }

    /// The line of the row at a place.
    pub fn line_of(&self, place: usize) -> usize {
        place
            + self
                .headings
                .partition_point(|heading| heading.before <= place)
    }

    /// What stands on a line.
    pub fn at_line(&self, line: usize) -> ListLine<'_> {
        let above = self
            .headings
            .partition_point(|heading| heading.line <= line);
        match above
            .checked_sub(1)
            .and_then(|last| self.headings.get(last))
        {
            Some(heading) if heading.line == line => ListLine::Heading(heading),
            _ => ListLine::Row(line - above),
        }
    }

    /// The first line to draw in a pane so high, so that the selected row is in view, with its heading
    /// where it is the first below one, and the pane moves as little as possible from where it was.
    pub fn offset_for(&self, height: usize) -> usize {
        if height == 0 {
            return 0;
        }
        let most = self.lines().saturating_sub(height);
        let offset = self.offset.min(most);
        let Some(place) = self.place() else {
            return offset;
        };
        let line = self.line_of(place);
        let begins = self.headings.iter().any(|heading| heading.before == place);
        let top = line - usize::from(begins && height > 1);
        if top < offset {
            top
        } else if line >= offset + height {
            line + 1 - height
        } else {
            offset
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

    #[test]
    fn headings_take_lines_and_are_never_selected() {
        let mut shown = list("a1 a2 b1 c1 c2", "a1");
        shown.group(|row| row.as_str().chars().take(1).collect());
        let words = |list: &List| {
            let lines = (0..list.lines()).map(|line| match list.at_line(line) {
                ListLine::Heading(heading) => format!("{}({})", heading.text, heading.count),
                ListLine::Row(place) => list.rows[place].to_string(),
            });
            lines.collect::<Vec<_>>().join(" ")
        };
        assert_eq!(words(&shown), "a(2) a1 a2 b(1) b1 c(2) c1 c2");
        for (place, line) in [(0, 1), (1, 2), (2, 4), (3, 6), (4, 7)] {
            assert_eq!(shown.line_of(place), line);
        }
        for (forward, selected) in [(true, "b1"), (true, "c1"), (true, "c1"), (false, "b1")] {
            shown.step_group(forward);
            assert_eq!(shown.selected, Some(Id::new(selected)));
        }
        shown.offset = 5;
        assert_eq!(shown.offset_for(3), 3, "the heading above comes into view");
        assert_eq!(shown.offset_for(1), 4, "the row itself counts most");
    }

    #[test]
    fn the_wheel_moves_the_pane_and_takes_the_selection_along_only_at_its_edge() {
        let mut shown = list("a1 a2 b1 c1 c2", "a2");
        shown.group(|row| row.as_str().chars().take(1).collect());
        // Lines: a, a1, a2, b, b1, c, c1, c2.
        for (by, offset, selected) in [
            (1, 1, "a2"),
            (1, 2, "a2"),
            (1, 3, "b1"),
            (9, 5, "c1"),
            (-1, 4, "c1"),
            (-9, 0, "a2"),
        ] {
            shown.scroll(by, 3);
            assert_eq!(shown.offset, offset, "after {by}");
            assert_eq!(shown.selected, Some(Id::new(selected)), "after {by}");
        }
    }
}
