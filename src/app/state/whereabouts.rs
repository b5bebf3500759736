//! Where the user is in a file: what is worth coming back to.

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
    /// The selected theme; empty for all.
    pub theme: Id,
    /// The selected priority.
    pub priority: Id,
    /// The filters of the four panes.
    pub filters: [String; 4],
    /// Where the borders between the panes are.
    pub sizes: Sizes,
    /// The lists of the other screens.
    pub lists: [ListPlace; ListName::SCREENS.len()],
}

/// Where the user is in a list.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ListPlace {
    /// The selected row.
    pub selected: Id,
    /// What the list is filtered by.
    pub filter: String,
}

impl State {
    /// Where the user is, to come back to it.
    pub fn whereabouts(&self) -> Place {
        let current = self.workspace().current_period.read();
        let selected = |name: ListName| self.list(name).selected.clone().unwrap_or_default();
        Place {
            period: self.moment.period.filter(|period| Some(*period) != current),
            screen: self.screen,
            pane: self.trackers.focus,
            theme: selected(Pane::Themes.into()),
            priority: selected(Pane::Priorities.into()),
            filters: Pane::ALL.map(|pane| self.list(pane).filter.clone()),
            sizes: self.sizes,
            lists: ListName::SCREENS.map(|name| ListPlace {
                selected: selected(name),
                filter: self.list(name).filter.clone(),
            }),
        }
    }

    /// Goes where the user was.
    pub(super) fn resume(&mut self, place: Place) {
        self.screen = place.screen;
        self.trackers.focus = place.pane;
        self.trackers.themes.selected = Some(place.theme);
        self.trackers.priorities.selected = Some(place.priority);
        for (pane, filter) in Pane::ALL.into_iter().zip(place.filters) {
            self.list_mut(pane).filter = filter;
        }
        for (name, was) in ListName::SCREENS.into_iter().zip(place.lists) {
            let list = self.list_mut(name);
            list.selected = Some(was.selected).filter(|id| !id.is_empty());
            list.filter = was.filter;
        }
    }
}
