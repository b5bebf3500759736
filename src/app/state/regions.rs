//! What the view drew, given back so that paging and scrolling know their measures, and the mouse what is
//! under it.

use crate::app::command::Command;
use crate::domain::id::{Id, RecordRef};

use super::page::Link;
use super::screen::{ListName, Screen};
use super::sizes::Split;

/// The regions of the last frame.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Regions {
    /// The lists that were drawn.
    pub lists: Vec<ListRegion>,
    /// The page that was drawn.
    pub page: Option<PageRegion>,
    /// How many lines the topmost overlay has in all, and how many it shows.
    pub overlay: Option<(usize, usize)>,
    /// The first hit of the finder that was drawn.
    pub finder_offset: usize,
    /// How wide a text of several lines was shown in a form; 0 where none was.
    pub prose_width: usize,
    /// The first column of the coverage matrix that was drawn.
    pub matrix_column: Option<usize>,
    /// Whether the screen was too small for anything.
    pub too_small: bool,
    /// What the mouse can hit, the topmost last.
    pub hits: Vec<Hit>,
    /// The borders that can be moved.
    pub splits: Vec<SplitRegion>,
}

/// A rectangle of cells.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Area {
    /// Its first column.
    pub x: u16,
    /// Its first row.
    pub y: u16,
    /// How many columns it has.
    pub width: u16,
    /// How many rows it has.
    pub height: u16,
}

impl Area {
    /// Whether a cell lies in it.
    pub fn contains(&self, column: u16, row: u16) -> bool {
        let within = |at: u16, from: u16, size: u16| at >= from && at - from < size;
        within(column, self.x, self.width) && within(row, self.y, self.height)
    }
}

/// Something that the mouse can hit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hit {
    /// Where it was drawn.
    pub area: Area,
    /// What it is.
    pub on: Target,
}

/// What the mouse can hit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Target {
    /// The name of a screen.
    Screen(Screen),
    /// The tab of a theme.
    Theme(Id),
    /// A pane with a list, its frame included.
    List(ListName),
    /// The lines of a list.
    Rows(ListName),
    /// A column of the coverage matrix.
    Column(usize),
    /// The lines of the page.
    Page,
    /// A command that stands on the screen.
    Command(Command),
    /// A line of the topmost overlay, or a field of the form.
    Choice(usize),
    /// A border.
    Split(Split),
}

/// A border that was drawn and can be moved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SplitRegion {
    /// Which.
    pub split: Split,
    /// What it divides.
    pub within: Area,
    /// How many columns or rows of it lie before the border.
    pub at: u16,
}

/// A list that was drawn.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListRegion {
    /// Which.
    pub list: ListName,
    /// The first line that was drawn.
    pub offset: usize,
    /// How many lines fit.
    pub height: usize,
}

/// A page that was drawn.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PageRegion {
    /// How many lines it has.
    pub lines: usize,
    /// How many fit.
    pub height: usize,
    /// The lines with headings.
    pub headings: Vec<usize>,
    /// What leads to another record, from the top.
    pub links: Vec<LinkRegion>,
}

/// A link that stands on a page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LinkRegion {
    /// Its line, counted from the top of the page.
    pub line: usize,
    /// The record that it leads to.
    pub record: RecordRef,
}

impl PageRegion {
    /// The place of a link among all.
    pub fn place_of(&self, link: &Link) -> Option<usize> {
        let places = self.links.iter().enumerate();
        places
            .filter(|(_, found)| found.record == link.record)
            .nth(link.nth)
            .map(|(place, _)| place)
    }

    /// The link at a place.
    pub fn link_at(&self, place: usize) -> Option<Link> {
        let record = &self.links.get(place)?.record;
        let above = self.links.iter().take(place);
        Some(Link {
            record: record.clone(),
            nth: above.filter(|link| link.record == *record).count(),
        })
    }
}

impl Regions {
    /// The first line of a list that was drawn.
    pub fn offset_of(&self, name: ListName) -> usize {
        let drawn = self.lists.iter().find(|list| list.list == name);
        drawn.map_or(0, |list| list.offset)
    }

    /// How many lines of a list fit; a handful where it was not drawn.
    pub fn height_of(&self, name: ListName) -> usize {
        self.lists
            .iter()
            .find(|list| list.list == name)
            .map_or(10, |list| list.height.max(1))
    }
}
