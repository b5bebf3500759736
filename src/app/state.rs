//! Everything that the interactive program knows. Only `update` changes it; the view only reads.

mod ledger;
mod list;
mod overlay;
mod regions;
mod trackers;
mod undo;

use crate::analysis::counts::{RatingCounts, rating_counts};
use crate::analysis::index::Index;
use crate::analysis::moment::{Moment, periods};
use crate::domain::day::Day;
use crate::domain::finding::Fault;
use crate::domain::id::{Id, RecordRef};
use crate::domain::kind::Kind;
use crate::domain::period::Period;
use crate::domain::who::Who;
use crate::domain::workspace::Workspace;
use crate::search::catalogue::Catalogue;

use super::key::Key;
use super::place::Places;

pub use crate::domain::saving::SaveState;
pub use ledger::{Ledger, Pending, Refused};
pub use list::List;
pub use overlay::{Finder, Overlay, Palette, Question};
pub use regions::{ListRegion, PageRegion, Regions};
pub use trackers::{Page, Pane, Trackers};
pub use undo::{Undo, UndoEntry};

/// The interactive program at rest between two messages.
pub struct State {
    /// The file that is open.
    pub file: File,
    /// The confirmed workspace and the steps on their way to the disk.
    pub ledger: Ledger,
    /// Who refers to whom.
    pub index: Index,
    /// The periods that can be looked at, oldest first.
    pub periods: Vec<Period>,
    /// The period and day in view.
    pub moment: Moment,
    /// The day given on the command line.
    pub as_of: Option<Day>,
    /// The rating counts of the period in view.
    pub counts: RatingCounts,
    /// The first screen.
    pub trackers: Trackers,
    /// What lies over it, the topmost last.
    pub overlays: Vec<Overlay>,
    /// What was just done or went wrong.
    pub notice: Option<Notice>,
    /// Keys that begin something.
    pub typed: Vec<Key>,
    /// What was drawn last, for paging.
    pub regions: Regions,
    /// What can be taken back.
    pub undo: Undo,
    /// The rating just given: a note on it needs no second question in a past period.
    pub last_rated: Option<(Id, Period)>,
    /// What the finder and the filters search; made when first asked for and after changes.
    pub catalogue: Option<Catalogue>,
    /// Who sits at it.
    pub who: Who,
    /// Whether only ASCII is drawn.
    pub ascii: bool,
    /// Whether the program is to end.
    pub leaving: Leaving,
}

/// Whether the program is to end, and who wants it to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Leaving {
    /// It goes on.
    #[default]
    No,
    /// The user wants to leave, once everything is saved. What goes wrong meanwhile is said first.
    WhenSaved,
    /// The terminal is gone or the system ends: there is nobody to ask or tell.
    Unattended,
}

/// The file behind the workspace.
#[derive(Clone, Debug, Default)]
pub struct File {
    /// Its name, to be shown.
    pub name: String,
    /// Why it cannot be written, if it cannot.
    pub read_only: Option<String>,
    /// What keeps it from being understood in full.
    pub faults: Vec<Fault>,
    /// Why it cannot be read as it is now; what was read before is shown.
    pub trouble: Option<String>,
}

/// Back or on in time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// To the period before.
    Earlier,
    /// To the period after.
    Later,
}

/// A line about what just happened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    /// What happened.
    pub text: String,
    /// How much it matters.
    pub tone: NoticeTone,
}

/// How much a notice matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoticeTone {
    /// It worked.
    Done,
    /// It did not, and nothing is lost.
    Warning,
    /// Something is wrong.
    Error,
}

/// How the program is to begin.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// The period to look at.
    pub period: Option<Period>,
    /// The day that counts as today.
    pub as_of: Option<Day>,
    /// Whether only ASCII is drawn.
    pub ascii: bool,
    /// Who sits at it.
    pub who: Who,
    /// What there is to say first, such as that a setting cannot be used.
    pub said: Option<String>,
    /// Where the user was when the file was open last.
    pub resumed: Option<Place>,
}

/// Where the user is in a file: what is worth coming back to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Place {
    /// The period in view, unless it is the current one.
    pub period: Option<Period>,
    /// The focused pane.
    pub pane: Pane,
    /// The selected theme; empty for all.
    pub theme: Id,
    /// The selected priority.
    pub priority: Id,
    /// The filters of the four lists.
    pub filters: [String; 4],
}

impl State {
    /// The program over a workspace that was just opened.
    pub fn new(workspace: Workspace, file: File, options: &Options) -> Self {
        let resumed = options.resumed.clone().unwrap_or_default();
        let periods = periods(&workspace);
        let period = options
            .period
            .or(resumed.period.filter(|period| periods.contains(period)));
        let moment = Moment::new(&workspace, period, options.as_of);
        let mut state = Self {
            index: Index::new(&workspace),
            periods,
            counts: rating_counts(&workspace, moment),
            trackers: Trackers::resumed(resumed),
            overlays: if file.faults.is_empty() {
                Vec::new()
            } else {
                vec![Overlay::Faults { scroll: 0 }]
            },
            notice: options.said.as_deref().map(Notice::warning),
            typed: Vec::new(),
            regions: Regions::default(),
            undo: Undo::default(),
            last_rated: None,
            catalogue: None,
            who: options.who.clone(),
            ascii: options.ascii,
            leaving: Leaving::No,
            as_of: options.as_of,
            ledger: Ledger::new(workspace),
            moment,
            file,
        };
        super::rows::refresh_all(&mut state);
        state
    }

    /// The workspace as it is shown: confirmed, with the pending steps on top.
    pub fn workspace(&self) -> &Workspace {
        self.ledger.shown()
    }

    /// Where the user is, to come back to it.
    pub fn whereabouts(&self) -> Place {
        let current = self.workspace().current_period.read();
        Place {
            period: self.moment.period.filter(|period| Some(*period) != current),
            ..self.trackers.whereabouts()
        }
    }

    /// Whether changes are possible at all.
    pub fn can_edit(&self) -> bool {
        self.file.read_only.is_none()
    }

    /// Where the next key goes.
    pub fn place(&self) -> Places {
        match self.overlays.last() {
            Some(overlay) => overlay.place(),
            None => match &self.trackers.page {
                Some(page) if page.record.kind == Kind::Priority => Places::PRIORITY_PAGE,
                Some(_) => Places::OTHER_PAGE,
                None => self.trackers.focus.place(),
            },
        }
    }

    /// The record that commands are about: that of the page, else the selected one.
    pub fn selected_record(&self) -> Option<RecordRef> {
        match &self.trackers.page {
            Some(page) => Some(page.record.clone()),
            None => self.trackers.selected(),
        }
    }

    /// The priority that a rating key would rate: in the pane of priorities and on its page only.
    pub fn rated_priority(&self) -> Option<Id> {
        let record = match &self.trackers.page {
            Some(page) => page.record.clone(),
            None if self.trackers.focus == Pane::Priorities => self.trackers.selected()?,
            None => return None,
        };
        (record.kind == Kind::Priority).then_some(record.id)
    }

    /// The next period on a way, if there is one. By date and not by place: somebody else may have taken
    /// out the period in view.
    pub fn period_beside(&self, way: Way) -> Option<Period> {
        let here = self.moment.period?;
        let mut periods = self.periods.iter().copied();
        match way {
            Way::Earlier => periods.rfind(|period| *period < here),
            Way::Later => periods.find(|period| *period > here),
        }
    }

    /// Whether the period in view lies before the current one.
    pub fn is_past(&self) -> bool {
        match (self.moment.period, self.workspace().current_period.read()) {
            (Some(period), Some(current)) => period < current,
            _ => false,
        }
    }

    /// The command that a typed beginning waits for, to be shown.
    pub fn typed_shown(&self) -> String {
        self.typed.iter().map(ToString::to_string).collect()
    }
}

impl Notice {
    /// It worked.
    pub fn done(text: impl Into<String>) -> Self {
        Self {
            text: text.into(),
            tone: NoticeTone::Done,
        }
    }

    /// It did not, and nothing is lost.
    pub fn warning(text: impl Into<String>) -> Self {
        Self {
            text: text.into(),
            tone: NoticeTone::Warning,
        }
    }

    /// Something is wrong.
    pub fn error(text: impl Into<String>) -> Self {
        Self {
            text: text.into(),
            tone: NoticeTone::Error,
        }
    }
}
