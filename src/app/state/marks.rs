//! Marks: rows of a list that are to be changed together. They are held by id, so that a filter, a
//! reload or somebody else's change never marks another record.

use std::collections::HashSet;

use super::{List, ListName, State};
use crate::domain::id::{Id, RecordRef};

/// The marked rows of one list.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Marks {
    rows: HashSet<Id>,
    /// The row that was marked last, from which a stretch is marked.
    last: Option<Id>,
}

/// The records that a key is to change together.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Marked {
    /// The records, each once: those in view in the list's order, then those that are not.
    pub records: Vec<RecordRef>,
    /// How many of them are marked but not in view: a filter or another selection hides them.
    pub hidden: usize,
}

impl Marks {
    /// Whether nothing is marked.
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// How many rows are marked.
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// Whether a row is marked.
    pub fn has(&self, row: &Id) -> bool {
        self.rows.contains(row)
    }

    /// The row that was marked last.
    pub fn last(&self) -> Option<&Id> {
        self.last.as_ref()
    }

    /// Marks a row, or takes its mark away.
    pub fn toggle(&mut self, row: &Id) {
        if self.rows.remove(row) {
            self.last = None;
        } else {
            self.add(row);
        }
    }

    /// Marks a row.
    pub fn add(&mut self, row: &Id) {
        self.rows.insert(row.clone());
        self.last = Some(row.clone());
    }

    /// Takes the mark of a row away.
    pub fn remove(&mut self, row: &Id) {
        self.rows.remove(row);
    }

    /// Takes every mark away.
    pub fn clear(&mut self) {
        *self = Self::default();
    }

    /// Keeps the marks of rows that are still there.
    pub fn retain(&mut self, stays: impl Fn(&Id) -> bool) {
        self.rows.retain(|row| stays(row));
        self.last = self.last.take().filter(|row| self.rows.contains(row));
    }
}

impl List {
    /// What a heading says of its marks: `3 marked`; nothing where there are none.
    pub fn marks_words(&self) -> String {
        match self.marks.len() {
            0 => String::new(),
            count => format!("{count} marked"),
        }
    }

    /// The marked records of the list that has this name.
    fn marked(&self, name: ListName) -> Marked {
        let mut seen = HashSet::new();
        let mut take = |row: &Id| {
            let record = name.record(row)?;
            seen.insert(record.clone()).then_some(record)
        };
        let shown = self.rows.iter().filter(|row| self.marks.has(row));
        let mut records: Vec<RecordRef> = shown.filter_map(&mut take).collect();
        let in_view = records.len();
        if self.marks.len() > in_view {
            let shown: HashSet<&Id> = self.rows.iter().collect();
            let hidden = self.marks.rows.iter().filter(|row| !shown.contains(row));
            let mut hidden: Vec<&Id> = hidden.collect();
            hidden.sort_by_key(|row| row.as_str().to_owned());
            records.extend(hidden.into_iter().filter_map(&mut take));
        }
        Marked {
            hidden: records.len() - in_view,
            records,
        }
    }
}

impl State {
    /// Whether keys change the marked records of the focused list, and not the selected one alone. On a
    /// page they change what the page is about.
    pub fn has_marks(&self) -> bool {
        self.page().is_none() && !self.list(self.focused()).marks.is_empty()
    }

    /// The marked records of the focused list; none where none is marked.
    pub fn marked(&self) -> Option<Marked> {
        let name = self.focused();
        self.has_marks().then(|| self.list(name).marked(name))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn list(rows: &str, marked: &str) -> List {
        let ids = |text: &str| text.split(' ').map(Id::new).collect::<Vec<_>>();
        let mut list = List {
            rows: ids(rows),
            ..List::default()
        };
        for row in ids(marked) {
            list.marks.add(&row);
        }
        list
    }

    fn named(marked: &Marked) -> String {
        let names = marked.records.iter().map(ToString::to_string);
        names.collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn what_is_not_in_view_comes_last_and_is_counted() {
        let marked = list("a b c d", "z d b y").marked(ListName::Recommendations);
        assert_eq!(
            named(&marked),
            "recommendation:b recommendation:d recommendation:y recommendation:z"
        );
        assert_eq!(marked.hidden, 2);
    }

    #[test]
    fn a_record_that_two_marked_rows_stand_for_comes_once() {
        let mut list = List::default();
        for row in [
            "red priority:p",
            "challenge priority:p",
            "missed indicator:i",
        ] {
            list.rows.push(Id::new(row));
            list.marks.add(&Id::new(row));
        }
        let marked = list.marked(ListName::Exceptions);
        assert_eq!(named(&marked), "priority:p indicator:i");
        assert_eq!(marked.hidden, 0);
    }

    #[test]
    fn marks_of_what_is_gone_go_with_it() {
        let mut list = list("a b", "a b");
        list.marks.retain(|row| row.as_str() == "a");
        assert_eq!((list.marks.len(), list.marks.last()), (1, None));
    }
}
