//! What keys and commands are about: the focused list, the open page, the selected record.

use super::{List, ListName, Page, Pane, Screen, State, Table};
use crate::analysis::exceptions::Exception;
use crate::app::place::Places;
use crate::domain::id::{Id, RecordRef};
use crate::domain::kind::Kind;

impl State {
    /// The list that keys go to where nothing lies over the screen.
    pub fn focused(&self) -> ListName {
        match self.screen {
            Screen::Trackers => ListName::Pane(self.trackers.focus),
            Screen::Recommendations => match self.recommendations.shown {
                Table::Gaps => ListName::Gaps,
                Table::List | Table::Matrix => ListName::Recommendations,
            },
            Screen::Exceptions => ListName::Exceptions,
            Screen::Overview => ListName::Overview,
            Screen::Programme => ListName::Programme,
            Screen::History => ListName::History,
        }
    }

    /// Whether the coverage matrix is in view.
    pub fn in_matrix(&self) -> bool {
        self.screen == Screen::Recommendations && self.recommendations.shown == Table::Matrix
    }

    /// The recommendation that commands are about.
    pub fn selected_recommendation(&self) -> Option<Id> {
        let record = self.selected_record()?;
        (record.kind == Kind::Recommendation).then_some(record.id)
    }

    /// The line of the exceptions that is selected, with nothing open over it.
    pub fn selected_exception(&self) -> Option<&Exception> {
        if self.screen != Screen::Exceptions || self.page().is_some() {
            return None;
        }
        let row = self.exceptions.list.selected.as_ref()?;
        Some(&self.exceptions.lines.get(row)?.exception)
    }

    /// A list.
    pub fn list(&self, name: impl Into<ListName>) -> &List {
        match name.into() {
            ListName::Pane(pane) => self.trackers.list(pane),
            ListName::Recommendations => &self.recommendations.list,
            ListName::Gaps => &self.recommendations.gaps,
            ListName::Exceptions => &self.exceptions.list,
            ListName::Overview => &self.overview.list,
            ListName::Programme => &self.programme.list,
            ListName::History => &self.history.list,
        }
    }

    /// The same, to change it.
    pub fn list_mut(&mut self, name: impl Into<ListName>) -> &mut List {
        match name.into() {
            ListName::Pane(pane) => self.trackers.list_mut(pane),
            ListName::Recommendations => &mut self.recommendations.list,
            ListName::Gaps => &mut self.recommendations.gaps,
            ListName::Exceptions => &mut self.exceptions.list,
            ListName::Overview => &mut self.overview.list,
            ListName::Programme => &mut self.programme.list,
            ListName::History => &mut self.history.list,
        }
    }

    /// The topmost open page of the screen in view.
    pub fn page(&self) -> Option<&Page> {
        self.pages.top(self.screen)
    }

    /// The same, to change it.
    pub fn page_mut(&mut self) -> Option<&mut Page> {
        self.pages.top_mut(self.screen)
    }

    /// Where the next key goes.
    pub fn place(&self) -> Places {
        match (self.overlays.last(), self.page()) {
            (Some(overlay), _) => overlay.place(),
            (None, Some(page)) => match page.record() {
                Some(record) if record.kind == Kind::Priority => Places::PRIORITY_PAGE,
                _ => Places::OTHER_PAGE,
            },
            (None, None) if self.in_matrix() => Places::MATRIX,
            (None, None) => self.focused().place(),
        }
    }

    /// The record that is selected in the focused list.
    pub fn selected_in_list(&self) -> Option<RecordRef> {
        let name = self.focused();
        name.record(self.list(name).selected.as_ref()?)
    }

    /// The record that commands are about: that of the page, else the selected one.
    pub fn selected_record(&self) -> Option<RecordRef> {
        match self.page() {
            Some(page) => page
                .record()
                .or(page.link.as_ref().map(|link| &link.record))
                .cloned(),
            None => self.selected_in_list(),
        }
    }

    /// What a form would change: the selected record, or the workspace itself where all themes are
    /// selected.
    pub fn edited_record(&self) -> Option<RecordRef> {
        let all = self.focused() == ListName::Pane(Pane::Themes);
        self.selected_record()
            .or_else(|| all.then(|| RecordRef::new(Kind::Workspace, &Id::default())))
    }

    /// The kind of record of the focused list, if new ones can be added to it.
    pub fn listed_kind(&self) -> Option<Kind> {
        match self.focused() {
            ListName::Pane(pane) => Some(pane.kind()),
            ListName::Recommendations => Some(Kind::Recommendation),
            ListName::Programme => Some(self.programme.listed_kind()),
            ListName::Gaps | ListName::Exceptions | ListName::Overview | ListName::History => None,
        }
    }

    /// The priority that a rating key would rate: in the pane of priorities and on its page only.
    pub fn rated_priority(&self) -> Option<Id> {
        let record = match self.page() {
            Some(page) => page.record()?.clone(),
            None if self.focused() == ListName::Pane(Pane::Priorities) => {
                self.selected_in_list()?
            }
            None => return None,
        };
        (record.kind == Kind::Priority).then_some(record.id)
    }
}
