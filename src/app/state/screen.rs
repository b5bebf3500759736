//! The six screens, and the lists on them.

use crate::analysis::listing::Listing;
use crate::app::place::Places;
use crate::domain::id::{Id, RecordRef};
use crate::domain::kind::Kind;

use super::trackers::Pane;

/// A screen, reached by its number (`interface.md` §1).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Screen {
    /// Themes, priorities, indicators and actions.
    #[default]
    Trackers,
    /// What inspections, notices and inquiries asked for, and how it is monitored.
    Recommendations,
    /// What needs attention.
    Exceptions,
    /// Counts, trend, summary.
    Overview,
    /// The boards' meetings and what comes before them.
    Programme,
    /// Who changed what.
    History,
}

impl Screen {
    /// The screens in the order of their numbers.
    pub const ALL: [Self; 6] = [
        Self::Trackers,
        Self::Recommendations,
        Self::Exceptions,
        Self::Overview,
        Self::Programme,
        Self::History,
    ];

    /// Its place in [`Screen::ALL`]; its key is one more.
    pub fn index(self) -> usize {
        Self::ALL
            .iter()
            .position(|screen| *screen == self)
            .unwrap_or(0)
    }

    /// Its name.
    pub fn title(self) -> &'static str {
        match self {
            Self::Trackers => "Trackers",
            Self::Recommendations => "Recommendations",
            Self::Exceptions => "Exceptions",
            Self::Overview => "Overview",
            Self::Programme => "Programme",
            Self::History => "History",
        }
    }

    /// Its name where there is little room.
    pub fn short_title(self) -> &'static str {
        match self {
            Self::Recommendations => "Recommend.",
            _ => self.title(),
        }
    }

    /// The word that stands for it in the memory file.
    pub fn word(self) -> String {
        self.title().to_lowercase()
    }

    /// Reads that word.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|screen| screen.word() == word)
    }

    /// The screen on which a record of a kind stands in a list; `None` for those that only have a page.
    pub fn of_kind(kind: Kind) -> Option<Self> {
        match kind {
            Kind::Theme | Kind::Priority | Kind::Indicator | Kind::Action => Some(Self::Trackers),
            Kind::Recommendation => Some(Self::Recommendations),
            Kind::Item | Kind::Group | Kind::Decision => Some(Self::Programme),
            _ => None,
        }
    }
}

/// A list of rows on some screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ListName {
    /// One of the four panes of the trackers.
    Pane(Pane),
    /// The recommendations by what asked for them.
    Recommendations,
    /// What is missing in their monitoring.
    Gaps,
    /// The exceptions by group.
    Exceptions,
    /// The rows of the overview.
    Overview,
    /// Meetings, groups and decisions.
    Programme,
    /// The changes.
    History,
}

impl ListName {
    /// The lists that fill a screen each.
    pub const SCREENS: [Self; 5] = [
        Self::Recommendations,
        Self::Exceptions,
        Self::Overview,
        Self::Programme,
        Self::History,
    ];

    /// The screen that it is on.
    pub fn screen(self) -> Screen {
        match self {
            Self::Pane(_) => Screen::Trackers,
            Self::Recommendations | Self::Gaps => Screen::Recommendations,
            Self::Exceptions => Screen::Exceptions,
            Self::Overview => Screen::Overview,
            Self::Programme => Screen::Programme,
            Self::History => Screen::History,
        }
    }

    /// Every list.
    pub const ALL: [Self; 10] = [
        Self::Pane(Pane::Themes),
        Self::Pane(Pane::Priorities),
        Self::Pane(Pane::Indicators),
        Self::Pane(Pane::Actions),
        Self::Recommendations,
        Self::Gaps,
        Self::Exceptions,
        Self::Overview,
        Self::Programme,
        Self::History,
    ];

    /// What it lists: the word for it, its columns, what it can be sorted by.
    pub fn listing(self) -> Listing {
        match self {
            Self::Pane(Pane::Themes) => Listing::Themes,
            Self::Pane(Pane::Priorities) => Listing::Priorities,
            Self::Pane(Pane::Indicators) => Listing::Indicators,
            Self::Pane(Pane::Actions) => Listing::Actions,
            Self::Recommendations => Listing::Recommendations,
            Self::Gaps => Listing::Gaps,
            Self::Exceptions => Listing::Exceptions,
            Self::Overview => Listing::Overview,
            Self::Programme => Listing::Programme,
            Self::History => Listing::History,
        }
    }

    /// The list that lists it.
    pub fn of_listing(listing: Listing) -> Self {
        let found = Self::ALL.into_iter().find(|name| name.listing() == listing);
        found.unwrap_or(Self::Pane(Pane::Priorities))
    }

    /// Its heading.
    pub fn title(self) -> &'static str {
        match self {
            Self::Pane(pane) => pane.title(),
            Self::Gaps => "Gaps",
            _ => self.screen().title(),
        }
    }

    /// Its keys' place.
    pub fn place(self) -> Places {
        match self {
            Self::Pane(pane) => pane.place(),
            Self::Recommendations | Self::Gaps => Places::RECOMMENDATIONS,
            Self::Exceptions => Places::EXCEPTIONS,
            Self::Overview => Places::OVERVIEW,
            Self::Programme => Places::PROGRAMME,
            Self::History => Places::HISTORY,
        }
    }

    /// The record that a row stands for. Rows of one kind are ids; rows of a mixed list end in
    /// `kind:id`, so that two of them can stand for one record (`missed indicator:ni-117`).
    pub fn record(self, row: &Id) -> Option<RecordRef> {
        if row.is_empty() {
            return None;
        }
        match self {
            Self::Pane(pane) => Some(RecordRef::new(pane.kind(), row)),
            Self::Recommendations => Some(RecordRef::new(Kind::Recommendation, row)),
            _ => {
                let name = row.as_str();
                RecordRef::read(name.rsplit_once(' ').map_or(name, |(_, record)| record))
            }
        }
    }
}

impl From<Pane> for ListName {
    fn from(pane: Pane) -> Self {
        Self::Pane(pane)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_screen_is_found_by_its_word() {
        for screen in Screen::ALL {
            assert_eq!(Screen::from_word(&screen.word()), Some(screen));
        }
    }

    #[test]
    fn every_list_is_found_by_what_it_lists() {
        for name in ListName::ALL {
            assert_eq!(ListName::of_listing(name.listing()), name);
        }
        assert_eq!(ListName::ALL.len(), Listing::ALL.len());
    }

    #[test]
    fn a_row_names_its_record_whatever_stands_before_it() {
        for (list, row, record) in [
            (ListName::Recommendations, "jar-4", "recommendation:jar-4"),
            (ListName::Pane(Pane::Actions), "clinics", "action:clinics"),
            (
                ListName::Exceptions,
                "missed indicator:ni-117",
                "indicator:ni-117",
            ),
            (ListName::Overview, "priority:neet", "priority:neet"),
            (ListName::History, "4f2a", ""),
            (ListName::Pane(Pane::Themes), "", ""),
        ] {
            let named = list.record(&Id::new(row));
            let named = named.map(|record| record.to_string()).unwrap_or_default();
            assert_eq!(named, record, "{row}");
        }
    }
}
