//! What the view drew, given back so that paging and scrolling know their measures.

use super::trackers::Pane;

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
    /// Whether the screen was too small for anything.
    pub too_small: bool,
}

/// A list that was drawn.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListRegion {
    /// Which.
    pub pane: Pane,
    /// The first row that was drawn.
    pub offset: usize,
    /// How many rows fit.
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
}

impl Regions {
    /// How many rows of a pane fit; a handful where it was not drawn.
    pub fn height_of(&self, pane: Pane) -> usize {
        self.lists
            .iter()
            .find(|list| list.pane == pane)
            .map_or(10, |list| list.height.max(1))
    }
}
