//! Open pages: a stack over each screen, so that whoever follows a link comes back the same way.

use crate::domain::id::{Id, RecordRef};
use crate::domain::kind::Kind;
use crate::domain::period::Period;

use super::screen::Screen;

/// An open page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Page {
    /// What it is about.
    pub about: About,
    /// The first line shown.
    pub scroll: usize,
    /// The link that `Enter` follows.
    pub link: Option<Link>,
}

/// What a page is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum About {
    /// One record.
    Record(RecordRef),
    /// The figures of an indicator over time, drawn.
    Chart(RecordRef),
    /// A meeting of a board.
    Meeting {
        /// The board.
        board: Id,
        /// Its day, as it stands in the file.
        day: String,
    },
    /// One change of the history, by its row.
    Change(Id),
    /// Several records: those behind a number.
    Records {
        /// What they have in common.
        title: String,
        /// What else there is to say, as `1 of 6 recorded`.
        note: String,
        /// Which they are.
        records: Vec<RecordRef>,
        /// The period in which they are seen, where it is another than the one in view.
        period: Option<Period>,
    },
}

/// A link on a page. A page can name a record more than once.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    /// The record that it leads to.
    pub record: RecordRef,
    /// How many links to the same record stand above it.
    pub nth: usize,
}

impl Page {
    /// The page of a record, from its top.
    pub fn of(record: RecordRef) -> Self {
        Self::about(About::Record(record))
    }

    /// A page from its top.
    pub fn about(about: About) -> Self {
        Self {
            about,
            scroll: 0,
            link: None,
        }
    }

    /// The record that it is about, if it is about one.
    pub fn record(&self) -> Option<&RecordRef> {
        match &self.about {
            About::Record(record) | About::Chart(record) => Some(record),
            About::Meeting { .. } | About::Change(_) | About::Records { .. } => None,
        }
    }
}

/// The open pages of every screen, the topmost last.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Pages {
    stacks: [Vec<Page>; Screen::ALL.len()],
}

impl Pages {
    /// The pages over a screen, the topmost last.
    pub fn over(&self, screen: Screen) -> &[Page] {
        self.stacks.get(screen.index()).map_or(&[], Vec::as_slice)
    }

    /// The topmost page over a screen.
    pub fn top(&self, screen: Screen) -> Option<&Page> {
        self.over(screen).last()
    }

    /// The same, to change it.
    pub fn top_mut(&mut self, screen: Screen) -> Option<&mut Page> {
        self.stacks.get_mut(screen.index())?.last_mut()
    }

    /// Opens a page over a screen.
    pub fn open(&mut self, screen: Screen, page: Page) {
        if let Some(stack) = self.stacks.get_mut(screen.index()) {
            stack.push(page);
        }
    }

    /// Closes the topmost page over a screen; true if there was one.
    pub fn close(&mut self, screen: Screen) -> bool {
        self.stacks
            .get_mut(screen.index())
            .and_then(Vec::pop)
            .is_some()
    }

    /// Closes every page over a screen.
    pub fn clear(&mut self, screen: Screen) {
        if let Some(stack) = self.stacks.get_mut(screen.index()) {
            stack.clear();
        }
    }

    /// Drops pages of records that are not there any more; of several, those that are stay.
    pub fn retain(&mut self, is_there: impl Fn(&RecordRef) -> bool) {
        for stack in &mut self.stacks {
            stack.retain_mut(|page| match &mut page.about {
                About::Record(record) | About::Chart(record) => is_there(record),
                // What was is there for ever.
                About::Change(_) => true,
                About::Meeting { board, .. } => {
                    board.is_empty() || is_there(&RecordRef::new(Kind::Board, board))
                }
                About::Records { records, .. } => {
                    records.retain(&is_there);
                    !records.is_empty()
                }
            });
        }
    }
}
