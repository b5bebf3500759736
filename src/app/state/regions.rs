//! What the view drew, given back so that paging and scrolling know their measures.

use crate::domain::id::RecordRef;

use super::page::Link;
use super::screen::ListName;

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
    /// How many lines of a list fit; a handful where it was not drawn.
    pub fn height_of(&self, name: ListName) -> usize {
        self.lists
            .iter()
            .find(|list| list.list == name)
            .map_or(10, |list| list.height.max(1))
    }
}
