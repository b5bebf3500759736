//! What can lie over the screen. Overlays are a stack in the state; none of them runs a loop.

use std::sync::Arc;

use crate::analysis::exceptions::Exception;
use crate::app::command::Command;
use crate::app::form::Form;
use crate::app::line::InputLine;
use crate::app::place::Places;
use crate::app::round::Round;
use crate::domain::edit::Step;
use crate::domain::entry::Entry;
use crate::domain::id::Id;
use crate::domain::period::Period;
use crate::domain::plan::View;
use crate::search::catalogue::{Catalogue, Found};
use crate::search::{Assist, Hits};

use super::chips::Chips;
use super::many::{FieldChoice, Preview};
use super::marks::Marked;
use super::menu::{ColumnMenu, SortMenu, ViewMenu};
use super::page::About;
use super::screen::ListName;
use super::welcome::{FileLine, Welcome};

/// Something over the screen.
#[derive(Clone, Debug)]
pub enum Overlay {
    /// The keys for a place.
    Help(Help),
    /// A page as bare text.
    CopyView(CopyView),
    /// What is wrong with the file.
    Faults {
        /// The first line shown.
        scroll: usize,
    },
    /// The commands, to be found by a word.
    Palette(Palette),
    /// Everything, to be found by a word.
    Finder(Finder),
    /// The filter of a list, while it is typed.
    Filter {
        /// The list.
        list: ListName,
        /// What is typed.
        line: InputLine,
        /// What the list was filtered by before.
        before: String,
        /// What was selected before.
        selected: Option<Id>,
        /// What fits where the cursor stands.
        assist: Assist,
    },
    /// A note for the rating just given.
    Note {
        /// The priority.
        priority: Id,
        /// The period.
        period: Period,
        /// The note when the line was opened: what somebody makes of it meanwhile is not overwritten.
        before: String,
        /// What is typed.
        line: InputLine,
    },
    /// The choice of a file, where none is open: the lowest, and always there until one is.
    Welcome(Box<Welcome>),
    /// A line in which a file is typed.
    FileLine(FileLine),
    /// A form.
    Form(Box<Form>),
    /// The update round.
    Round(Box<Round>),
    /// An answer to a line of the exceptions.
    Answer {
        /// The line.
        exception: Exception,
        /// What is typed.
        line: InputLine,
    },
    /// The questions that give a recommendation its stage.
    Stage(StageWalk),
    /// The meetings to which an item can be moved.
    Meetings(Meetings),
    /// What is to be set of many records.
    FieldChoice(FieldChoice),
    /// What a change of many records comes to.
    Preview(Box<Preview>),
    /// What a list can be sorted by.
    Sort(SortMenu),
    /// The columns of a list.
    Columns(ColumnMenu),
    /// The values by which a list can be narrowed.
    Chips(Chips),
    /// The saved views.
    Views(ViewMenu),
    /// The name of a view that is being saved.
    ViewName {
        /// What is typed.
        line: InputLine,
    },
    /// A question that is answered with yes or no.
    Question(Question),
    /// My change and somebody else's, the first of [`super::State::conflicts`].
    Conflict {
        /// The first line shown.
        scroll: usize,
    },
    /// One text made out of mine and somebody else's.
    Merge {
        /// What is typed.
        line: InputLine,
    },
}

/// The help for a place, narrowed by what is typed.
#[derive(Clone, Debug)]
pub struct Help {
    /// The place that it is about.
    pub about: Places,
    /// What is typed.
    pub line: InputLine,
    /// The names of the commands of the place that fit, and of those elsewhere, best first; `None`
    /// where nothing is typed, for then all of the place are shown.
    pub fits: Option<[Vec<&'static str>; 2]>,
    /// The first line shown.
    pub scroll: usize,
}

/// A page as bare text, for the terminal's own selection.
#[derive(Clone, Debug)]
pub struct CopyView {
    /// The page.
    pub about: About,
    /// The first line shown.
    pub scroll: usize,
}

/// The board's questions, as far as they are answered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StageWalk {
    /// The recommendation.
    pub recommendation: Id,
    /// The answers so far, from the first question on.
    pub answers: Vec<bool>,
}

/// The palette.
#[derive(Clone, Debug, Default)]
pub struct Palette {
    /// What is typed.
    pub line: InputLine,
    /// Where the palette was opened: the commands offered are those of that place.
    pub about: Option<Places>,
    /// The commands that fit, best first.
    pub hits: Vec<Command>,
    /// The selected one.
    pub selected: usize,
}

/// The finder.
#[derive(Clone, Debug, Default)]
pub struct Finder {
    /// What is typed.
    pub line: InputLine,
    /// What was found: the hits as far as they have been looked at.
    pub found: Found,
    /// Every hit, in that catalogue.
    pub hits: Option<(Arc<Catalogue>, Hits)>,
    /// How many questions were asked; an answer to an earlier one is dropped.
    pub asked: u64,
    /// Whether the answer to the last one is still to come.
    pub waits: bool,
    /// What fits where the cursor stands.
    pub assist: Assist,
    /// The selected hit.
    pub selected: usize,
    /// The first hit drawn last.
    pub offset: usize,
}

/// The meetings to which an item can be moved.
#[derive(Clone, Debug, Default)]
pub struct Meetings {
    /// The item.
    pub item: Id,
    /// Its title.
    pub title: String,
    /// The meetings, and behind them none.
    pub choices: Vec<MeetingChoice>,
    /// The selected one.
    pub selected: usize,
}

/// A meeting to which an item can be moved.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct MeetingChoice {
    /// The board.
    pub board: Id,
    /// The day as it stands in the file; empty to take the item off the calendar.
    pub day: String,
    /// Both in words.
    pub words: String,
    /// Whether the item stands there now.
    pub is_now: bool,
}

/// A question.
#[derive(Clone, Debug)]
pub enum Question {
    /// A change of a past period.
    ChangePast {
        /// What would be done.
        step: Step,
        /// What the message will say.
        done: String,
        /// The period.
        period: Period,
        /// The priority that is rated, if it is a rating.
        priority: Option<Id>,
    },
    /// In which role a tracker is approved, where the settings do not say.
    ApproveAs {
        /// The priority.
        priority: Id,
        /// Its code.
        code: String,
        /// The period.
        period: Period,
    },
    /// In which role the marked trackers are approved, where the settings do not say.
    ApproveMarked {
        /// The trackers.
        marked: Marked,
        /// The key that asked for it.
        key: &'static str,
        /// The period.
        period: Period,
    },
    /// Something that is asked about before it is done.
    Do {
        /// The question.
        words: String,
        /// What would be done.
        step: Step,
        /// What the message will say.
        done: String,
    },
    /// A form that is opened while a past period is in view.
    OpenForm {
        /// The question.
        words: String,
        /// The form, as it would be opened.
        form: Box<Form>,
        /// Whether its long text goes to the user's editor at once.
        outside: bool,
    },
    /// Leaving a form in which something was typed.
    DropForm {
        /// What was typed.
        what: String,
        /// Whether the whole form goes, or the open level alone.
        whole: bool,
        /// Whether the program is left behind it.
        then_quit: bool,
    },
    /// Taking a change back from the history, whoever made it.
    Reverse {
        /// The change.
        entry: Arc<Entry>,
        /// What it was, who made it and when.
        words: String,
    },
    /// Where a view is to be kept.
    KeepView {
        /// The view.
        view: Box<View>,
    },
    /// Deleting a view of this user.
    ForgetView {
        /// Its name.
        name: String,
    },
    /// Leaving with changes that could not be saved.
    LeaveUnsaved {
        /// Why they could not.
        reason: String,
    },
}

impl Overlay {
    /// Where its keys go.
    pub fn place(&self) -> Places {
        match self {
            Self::Help(_) => Places::HELP,
            Self::CopyView(_) => Places::COPY_VIEW,
            Self::Faults { .. } => Places::FAULTS,
            Self::Palette(_) => Places::PALETTE,
            Self::Finder(_) => Places::FINDER,
            Self::Filter { .. } => Places::FILTER,
            Self::Note { .. } => Places::NOTE,
            Self::Meetings(_) => Places::MEETINGS,
            Self::FieldChoice(_) => Places::FIELD_CHOICE,
            Self::Preview(_) => Places::PREVIEW,
            Self::Sort(_) => Places::SORT,
            Self::Columns(_) => Places::COLUMNS,
            Self::Chips(_) => Places::CHIPS,
            Self::Views(_) => Places::VIEWS,
            Self::ViewName { .. } => Places::VIEW_NAME,
            Self::Question(Question::KeepView { .. }) => Places::KEEP_VIEW,
            Self::Question(Question::ApproveAs { .. } | Question::ApproveMarked { .. }) => {
                Places::ROLE
            }
            Self::Welcome(_) => Places::WELCOME,
            Self::FileLine(_) => Places::FILE_LINE,
            Self::Form(form) => form.place(),
            Self::Round(round) => round.place(),
            Self::Answer { .. } => Places::ANSWER,
            Self::Stage(_) => Places::STAGE,
            Self::Question(_) => Places::QUESTION,
            Self::Conflict { .. } => Places::CONFLICT,
            Self::Merge { .. } => Places::MERGE,
        }
    }

    /// The line that is typed into, if it has one.
    pub fn line_mut(&mut self) -> Option<&mut InputLine> {
        match self {
            Self::Help(help) => Some(&mut help.line),
            Self::Palette(palette) => Some(&mut palette.line),
            Self::Finder(finder) => Some(&mut finder.line),
            Self::FileLine(file) => Some(&mut file.line),
            Self::Filter { line, .. }
            | Self::Note { line, .. }
            | Self::Answer { line, .. }
            | Self::ViewName { line }
            | Self::Merge { line } => Some(line),
            Self::CopyView(_)
            | Self::Faults { .. }
            | Self::Form(_)
            | Self::Welcome(_)
            | Self::Round(_)
            | Self::Stage(_)
            | Self::Meetings(_)
            | Self::FieldChoice(_)
            | Self::Preview(_)
            | Self::Sort(_)
            | Self::Columns(_)
            | Self::Chips(_)
            | Self::Views(_)
            | Self::Question(_)
            | Self::Conflict { .. } => None,
        }
    }
}

impl Question {
    /// The question in words.
    pub fn words(&self) -> String {
        match self {
            Self::ChangePast { done, period, .. } => {
                format!("{period} is a past period. {done}: change it?")
            }
            Self::ApproveAs { code, period, .. } => {
                format!(
                    "Approve {code} for {period}: as the accountable officer or as the director? Your settings can say so (scrutineer config show)."
                )
            }
            Self::ApproveMarked { marked, period, .. } => {
                format!(
                    "Approve {} marked for {period}: as the accountable officer or as the director? Your settings can say so (scrutineer config show).",
                    marked.records.len()
                )
            }
            Self::Do { words, .. } | Self::OpenForm { words, .. } => words.clone(),
            Self::DropForm { what, .. } => {
                format!("Leave the form and lose what was typed ({what})?")
            }
            Self::Reverse { words, .. } => format!("Take this back? {words}"),
            Self::KeepView { view } => format!(
                "Keep the view “{}” in the workspace, for everybody who opens it, or for you alone?",
                view.name
            ),
            Self::ForgetView { name } => format!("Delete your view “{name}”?"),
            Self::LeaveUnsaved { reason } => {
                format!("Not everything is saved ({reason}). Leave and lose it?")
            }
        }
    }
}
