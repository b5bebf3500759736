//! The first screen: themes, priorities, indicators and actions.

use std::collections::HashMap;

use crate::app::place::Places;
use crate::domain::id::Id;
use crate::domain::kind::Kind;

use super::list::List;

/// One of the four lists.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Pane {
    /// The themes, with "All" first.
    Themes,
    /// The priorities of the selected theme.
    #[default]
    Priorities,
    /// The indicators of the selected priority.
    Indicators,
    /// The actions of the selected priority.
    Actions,
}

impl Pane {
    /// The panes from left to right.
    pub const ALL: [Self; 4] = [
        Self::Themes,
        Self::Priorities,
        Self::Indicators,
        Self::Actions,
    ];

    /// Its keys' place.
    pub fn place(self) -> Places {
        match self {
            Self::Themes => Places::THEMES,
            Self::Priorities => Places::PRIORITIES,
            Self::Indicators => Places::INDICATORS,
            Self::Actions => Places::ACTIONS,
        }
    }

    /// The kind of record that it lists.
    pub fn kind(self) -> Kind {
        match self {
            Self::Themes => Kind::Theme,
            Self::Priorities => Kind::Priority,
            Self::Indicators => Kind::Indicator,
            Self::Actions => Kind::Action,
        }
    }

    /// Its heading.
    pub fn title(self) -> &'static str {
        match self {
            Self::Themes => "Themes",
            Self::Priorities => "Priorities",
            Self::Indicators => "Indicators",
            Self::Actions => "Actions",
        }
    }

    /// The pane so many further, round and round.
    #[must_use]
    pub fn further(self, by: usize) -> Self {
        let place = Self::ALL.iter().position(|pane| *pane == self).unwrap_or(0);
        Self::ALL[(place + by) % Self::ALL.len()]
    }

    /// The pane on the left, if there is one.
    #[must_use]
    pub fn left(self) -> Self {
        match self {
            Self::Themes | Self::Priorities => Self::Themes,
            Self::Indicators => Self::Priorities,
            Self::Actions => Self::Indicators,
        }
    }

    /// The pane on the right, if there is one.
    #[must_use]
    pub fn right(self) -> Self {
        match self {
            Self::Themes => Self::Priorities,
            Self::Priorities => Self::Indicators,
            Self::Indicators | Self::Actions => Self::Actions,
        }
    }
}

/// The screen of trackers.
#[derive(Clone, Debug, Default)]
pub struct Trackers {
    /// The pane that keys go to.
    pub focus: Pane,
    /// The themes; the empty id is "All".
    pub themes: List,
    /// The priorities.
    pub priorities: List,
    /// The indicators of the selected priority.
    pub indicators: List,
    /// Its actions.
    pub actions: List,
    /// How many priorities each theme has in the period in view; all of them under the empty id.
    pub counts: HashMap<Id, usize>,
}

impl Trackers {
    /// The list of a pane.
    pub fn list(&self, pane: Pane) -> &List {
        match pane {
            Pane::Themes => &self.themes,
            Pane::Priorities => &self.priorities,
            Pane::Indicators => &self.indicators,
            Pane::Actions => &self.actions,
        }
    }

    /// The same, to change it.
    pub fn list_mut(&mut self, pane: Pane) -> &mut List {
        match pane {
            Pane::Themes => &mut self.themes,
            Pane::Priorities => &mut self.priorities,
            Pane::Indicators => &mut self.indicators,
            Pane::Actions => &mut self.actions,
        }
    }

    /// The theme that the priorities are of; `None` for all.
    pub fn theme(&self) -> Option<&Id> {
        self.themes.selected.as_ref().filter(|id| !id.is_empty())
    }
}
