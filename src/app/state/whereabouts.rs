//! Where the user is in a file: what is worth coming back to.

use crate::analysis::listing::{Column, Sort};
use crate::domain::id::Id;
use crate::domain::period::Period;

use super::State;
use super::screen::{ListName, Screen};
use super::sizes::Sizes;
use super::trackers::Pane;

/// Where the user is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Place {
    /// The period in view, unless it is the current one.
    pub period: Option<Period>,
    /// The screen in view.
    pub screen: Screen,
    /// The focused pane of the trackers.
    pub pane: Pane,
    /// Where the borders between the panes are.
    pub sizes: Sizes,
    /// The lists, in the order of [`ListName::ALL`].
    pub lists: [ListPlace; ListName::ALL.len()],
}

/// Where the user is in a list.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ListPlace {
    /// The selected row.
    pub selected: Id,
    /// What the list is filtered by.
    pub filter: String,
    /// The filter that was lifted last.
    pub lifted: String,
    /// What it is sorted by.
    pub sort: Option<Sort>,
    /// The columns that were chosen; empty for the usual ones.
    pub columns: Vec<Column>,
    /// The saved view that is shown.
    pub view: String,
}

impl Place {
    /// What is kept of a list.
    pub fn list_mut(&mut self, name: impl Into<ListName>) -> &mut ListPlace {
        let name = name.into();
        let at = ListName::ALL.iter().position(|it| *it == name);
        &mut self.lists[at.unwrap_or(0)]
    }
}

impl State {
    /// Where the user is, to come back to it.
    pub fn whereabouts(&self) -> Place {
        let current = self.workspace().current_period.read();
        Place {
            period: self.moment.period.filter(|period| Some(*period) != current),
            screen: self.screen,
            pane: self.trackers.focus,
            sizes: self.sizes,
            lists: ListName::ALL.map(|name| {
                let list = self.list(name);
                ListPlace {
                    selected: list.selected.clone().unwrap_or_default(),
                    filter: list.filter.clone(),
                    lifted: list.lifted.clone(),
                    sort: list.sort,
                    columns: list.columns.clone(),
                    view: list.view.clone(),
                }
            }),
        }
    }

    /// Goes where the user was.
    pub(super) fn resume(&mut self, place: Place) {
        self.screen = place.screen;
        self.trackers.focus = place.pane;
        for (name, was) in ListName::ALL.into_iter().zip(place.lists) {
            let list = self.list_mut(name);
            // Of the themes the empty one is "All".
            let is_one = |id: &Id| !id.is_empty() || name == Pane::Themes.into();
            list.selected = Some(was.selected).filter(is_one);
            list.filter = was.filter;
            list.lifted = was.lifted;
            list.sort = was.sort;
            list.columns = was.columns;
            list.view = was.view;
        }
    }
}
