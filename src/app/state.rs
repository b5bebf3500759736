//! Everything that the interactive program knows. Only `update` changes it; the view only reads.

mod chips;
mod conflict;
mod exceptions;
mod focus;
mod history;
mod journal;
mod ledger;
mod list;
mod many;
mod marks;
mod menu;
mod notice;
mod overlay;
mod overview;
mod page;
mod programme;
mod recommendations;
mod regions;
mod screen;
mod sizes;
mod trackers;
mod welcome;
mod whereabouts;

use std::collections::{HashSet, VecDeque};
use std::sync::Arc;

use crate::analysis::counts::{RatingCounts, rating_counts};
use crate::analysis::index::Index;
use crate::analysis::moment::{Moment, periods};
use crate::domain::day::Day;
use crate::domain::entry::Who;
use crate::domain::finding::Fault;
use crate::domain::id::{Id, RecordRef};
use crate::domain::period::Period;
use crate::domain::plan::View;
use crate::domain::workspace::Workspace;
use crate::search::catalogue::Catalogue;
use crate::search::fields::Asked;

use super::command::Command;
use super::key::Key;
use super::keymap::Keymap;

pub use crate::domain::saving::SaveState;
pub use chips::{Chip, Chips};
pub use conflict::{Conflict, Stands, Weighed, weigh};
pub use exceptions::{ExceptionRow, Exceptions};
pub use history::{Grouping, History, Told, Verification};
pub use journal::{Journal, Unread};
pub use ledger::{Ledger, Pending, Refused};
pub use list::{Heading, List, ListLine, SortPlaces};
pub use many::{FieldChoice, Preview, PreviewLine};
pub use marks::{Marked, Marks};
pub use menu::{ColumnMenu, SortMenu, ViewMenu};
pub use notice::{Notice, NoticeTone};
pub use overlay::{
    CopyView, Finder, Help, MeetingChoice, Meetings, Overlay, Palette, Question, StageWalk,
};
pub use overview::{Overview, OverviewLine, Section};
pub use page::{About, Link, Page, Pages};
pub use programme::{Programme, ProgrammeLine, Time};
pub use recommendations::{CoverageMatrix, RecommendationRow, Recommendations, Table};
pub use regions::{Area, Hit, LinkRegion, ListRegion, PageRegion, Regions, SplitRegion, Target};
pub use screen::{ListName, Screen};
pub use sizes::{Held, Sizes, Split};
pub use trackers::{Pane, Trackers};
pub use welcome::{FileLine, Offer, WantedFile, Welcome};
pub use whereabouts::{ListPlace, Place};

/// The interactive program at rest between two messages.
pub struct State {
    /// The file that is open.
    pub file: File,
    /// The confirmed workspace and the steps on their way to the disk.
    pub ledger: Ledger,
    /// Who refers to whom.
    pub index: Arc<Index>,
    /// The periods that can be looked at, oldest first.
    pub periods: Vec<Period>,
    /// The period and day in view.
    pub moment: Moment,
    /// The day given on the command line.
    pub as_of: Option<Day>,
    /// The rating counts of the period in view.
    pub counts: RatingCounts,
    /// Counts the states of the file and the periods in view: what is derived from them is made anew
    /// when this number has moved on.
    pub generation: u64,
    /// The screen in view.
    pub screen: Screen,
    /// The screens from which a jump led here, the last one last.
    pub trail: Vec<Screen>,
    /// The open pages of every screen.
    pub pages: Pages,
    /// The first screen.
    pub trackers: Trackers,
    /// The second.
    pub recommendations: Recommendations,
    /// The third.
    pub exceptions: Exceptions,
    /// The fourth.
    pub overview: Overview,
    /// The fifth.
    pub programme: Programme,
    /// The sixth.
    pub history: History,
    /// What lies over it, the topmost last.
    pub overlays: Vec<Overlay>,
    /// What was just done or went wrong.
    pub notice: Option<Notice>,
    /// The keys that count.
    pub keymap: Arc<Keymap>,
    /// Keys that begin something.
    pub typed: Vec<Key>,
    /// Whether what may follow them is shown: they have waited for a while.
    pub following: bool,
    /// What was drawn last, for paging.
    pub regions: Regions,
    /// Whether the mouse is listened to.
    pub mouse: bool,
    /// The border that the mouse holds.
    pub dragging: Option<Held>,
    /// Where the user put the borders between the panes.
    pub sizes: Sizes,
    /// What the journal tells of changes, and what can be taken back.
    pub journal: Journal,
    /// Records that others changed, until they are looked at.
    pub fresh: HashSet<RecordRef>,
    /// Changes of mine that somebody else's came before, the first to be decided first.
    pub conflicts: VecDeque<Conflict>,
    /// The rating just given: a note on it needs no second question in a past period.
    pub last_rated: Option<(Id, Period)>,
    /// What the finder and the filters search; made when first asked for and after changes.
    pub catalogue: Option<Arc<Catalogue>>,
    /// The saved views that this user keeps for themselves.
    pub private_views: Vec<View>,
    /// Who sits at it.
    pub who: Who,
    /// The calendar's day, for signatures; `None` until somebody says it.
    pub today: Option<Day>,
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

/// How the program is to begin.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// The period to look at.
    pub period: Option<Period>,
    /// The day that counts as today.
    pub as_of: Option<Day>,
    /// Whether only ASCII is drawn.
    pub ascii: bool,
    /// Whether the mouse is listened to from the start; else the terminal's own selection works.
    pub mouse: bool,
    /// The keys that count.
    pub keymap: Arc<Keymap>,
    /// Who sits at it.
    pub who: Who,
    /// What there is to say first, such as that a setting cannot be used.
    pub said: Option<String>,
    /// Whether an update round is begun before the first key, and whether of what is mine alone.
    pub round: Option<bool>,
    /// Where the user was when the file was open last.
    pub resumed: Option<Place>,
    /// The saved views that this user keeps for themselves.
    pub private_views: Vec<View>,
    /// The saved view to be shown first.
    pub view: Option<String>,
    /// The screen to be shown first, in the place of the one where the user was.
    pub screen: Option<Screen>,
}

impl State {
    /// The program over a workspace that was just opened.
    pub fn new(workspace: Workspace, file: File, options: &Options) -> Self {
        let mut resumed = options.resumed.clone().unwrap_or_default();
        resumed.screen = options.screen.unwrap_or(resumed.screen);
        let periods = periods(&workspace);
        let period = options
            .period
            .or(resumed.period.filter(|period| periods.contains(period)));
        let moment = Moment::new(&workspace, period, options.as_of);
        let mut state = Self {
            index: Arc::new(Index::new(&workspace)),
            periods,
            counts: rating_counts(&workspace, moment),
            generation: 0,
            screen: resumed.screen,
            trail: Vec::new(),
            pages: Pages::default(),
            trackers: Trackers::default(),
            recommendations: Recommendations::default(),
            exceptions: Exceptions::default(),
            overview: Overview::default(),
            programme: Programme::default(),
            history: History::default(),
            overlays: if file.faults.is_empty() {
                Vec::new()
            } else {
                vec![Overlay::Faults { scroll: 0 }]
            },
            notice: options.said.as_deref().map(Notice::warning),
            keymap: Arc::clone(&options.keymap),
            typed: Vec::new(),
            following: false,
            regions: Regions::default(),
            mouse: options.mouse,
            dragging: None,
            sizes: resumed.sizes,
            journal: Journal::default(),
            fresh: HashSet::new(),
            conflicts: VecDeque::new(),
            last_rated: None,
            catalogue: None,
            private_views: options.private_views.clone(),
            who: options.who.clone(),
            today: None,
            ascii: options.ascii,
            leaving: Leaving::No,
            as_of: options.as_of,
            ledger: Ledger::new(workspace),
            moment,
            file,
        };
        state.resume(resumed);
        super::rows::refresh_all(&mut state);
        super::rows::bring_up_to_date(&mut state);
        if let Some(name) = &options.view {
            super::update::show_view(&mut state, name);
        }
        state
    }

    /// The workspace as it is shown: confirmed, with the pending steps on top.
    pub fn workspace(&self) -> &Workspace {
        self.ledger.shown()
    }

    /// What queries are asked against.
    pub fn asked(&self) -> Asked<'_> {
        Asked {
            workspace: self.workspace(),
            index: &self.index,
            moment: self.moment,
            who: &self.who,
        }
    }

    /// Whether changes are possible at all.
    pub fn can_edit(&self) -> bool {
        self.file.read_only.is_none()
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

    /// The first key of a command where the user is, for a sentence that names it.
    pub fn key_of(&self, command: Command) -> String {
        self.keymap.named(command, self.place(), self.ascii)
    }

    /// Whether a key that begins something waits, and nothing says yet what may follow it. Only then
    /// does time matter.
    pub fn awaits_key(&self) -> bool {
        !self.typed.is_empty() && !self.following
    }

    /// The command that a typed beginning waits for, to be shown.
    pub fn typed_shown(&self) -> String {
        self.typed.iter().map(ToString::to_string).collect()
    }
}
