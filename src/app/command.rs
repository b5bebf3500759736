//! The registry of commands: what each does, where, on which keys.
//!
//! Keys, footer, help, palette and the key table of the README are projections of this one table, so
//! that none of them can say something else.

mod lists;
mod matching;
mod table;
mod target;

use super::place::Places;
use super::state::State;
use crate::domain::kind::Kind;

pub use matching::matching;
pub use table::COMMANDS;

/// Something that the user can ask for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Command {
    /// Selects the next row, or scrolls a line down.
    Down,
    /// Selects the row before, or scrolls a line up.
    Up,
    /// Selects the first row.
    First,
    /// Selects the last row.
    Last,
    /// Goes half a page down.
    HalfDown,
    /// Goes half a page up.
    HalfUp,
    /// Goes a page down.
    PageDown,
    /// Goes a page up.
    PageUp,
    /// Goes to the pane on the left.
    PaneLeft,
    /// Goes to the pane on the right.
    PaneRight,
    /// Goes to the next pane, round and round.
    NextPane,
    /// Goes to the pane before.
    PreviousPane,
    /// Goes to the next heading of a page.
    NextHeading,
    /// Goes to the heading before.
    PreviousHeading,
    /// Goes to the next group of a list.
    NextGroup,
    /// Goes to the group before.
    PreviousGroup,
    /// Goes to the next link of a page.
    NextLink,
    /// Goes to the link before.
    PreviousLink,
    /// Opens the page of what is selected.
    Open,
    /// Opens the page of what a link names.
    Follow,
    /// Closes what is open.
    Back,
    /// Rates red.
    RateRed,
    /// Rates amber.
    RateAmber,
    /// Rates green.
    RateGreen,
    /// Sets improving.
    Improving,
    /// Sets static.
    Static,
    /// Sets deteriorating.
    Deteriorating,
    /// Adds a note to the rating.
    Note,
    /// Marks the selected row, or takes its mark away.
    Mark,
    /// Marks from the row marked last to here.
    MarkTo,
    /// Marks everything that is shown.
    MarkAll,
    /// Takes all marks away.
    LiftMarks,
    /// Retires a priority or indicator from a period on.
    Retire,
    /// Takes up again what was retired.
    TakeUp,
    /// Shows what waits for my signature.
    WaitsForMe,
    /// Approves the tracker.
    Approve,
    /// Goes on to the next period.
    StartPeriod,
    /// Approves as officer.
    AsOfficer,
    /// Approves as director.
    AsDirector,
    /// Opens the questions that give a recommendation its stage.
    Stage,
    /// Answers the question of a stage with yes.
    StageYes,
    /// Answers the question of a stage with no.
    StageNo,
    /// Takes the last answer back.
    StageBack,
    /// Keeps the stage as the adviser's proposal.
    StageDraft,
    /// Keeps the stage as confirmed by the board.
    StageConfirm,
    /// Answers a line of the exceptions.
    Answer,
    /// Shows the coverage matrix.
    Matrix,
    /// Shows the gaps in the monitoring.
    Gaps,
    /// Goes to the column on the left.
    ColumnLeft,
    /// Goes to the column on the right.
    ColumnRight,
    /// Opens the page of what a column stands for.
    OpenColumn,
    /// Takes the last change back.
    Undo,
    /// Makes the change that was taken back.
    Redo,
    /// Tries again to save.
    Save,
    /// Filters the list.
    Filter,
    /// Shows the whole list again.
    ClearFilter,
    /// Offers what the list can be sorted by.
    Sort,
    /// Offers the columns of the list.
    Columns,
    /// Shows a column or hides it.
    ToggleColumn,
    /// Moves a column to the right.
    ColumnDown,
    /// Moves a column to the left.
    ColumnUp,
    /// Goes back to the usual columns.
    UsualColumns,
    /// Offers the values by which the list can be narrowed.
    Narrow,
    /// Goes to the next field of the chips.
    NextChips,
    /// Goes to the field before.
    PreviousChips,
    /// Picks a value or lets go of it.
    PickChip,
    /// Offers the saved views.
    Views,
    /// Saves the list in view as a view.
    SaveView,
    /// Deletes a view.
    DeleteView,
    /// Keeps a view in the workspace.
    KeepShared,
    /// Keeps a view for this user alone.
    KeepPrivate,
    /// Finds across everything.
    Find,
    /// Goes to the period before.
    EarlierPeriod,
    /// Goes to the next period.
    LaterPeriod,
    /// Copies code and title.
    Copy,
    /// Copies the page.
    CopyPage,
    /// Shows the page as bare text.
    CopyView,
    /// Selects the number on the left.
    NumberLeft,
    /// Selects the number on the right.
    NumberRight,
    /// Adds a record of a kind, whatever list is in view.
    NewOf(Kind),
    /// Edits the workspace itself.
    EditWorkspace,
    /// Edits the record of the period in view.
    EditPeriod,
    /// Moves an item to another meeting.
    MoveItem,
    /// Draws the figures of an indicator.
    Chart,
    /// Shows the trackers.
    Trackers,
    /// Shows the recommendations.
    Recommendations,
    /// Shows the exceptions.
    Exceptions,
    /// Shows the overview.
    Overview,
    /// Shows the work programme.
    Programme,
    /// Shows the history.
    History,
    /// Shows what is wrong with the file.
    Faults,
    /// Shows the keys.
    Help,
    /// Shows the palette.
    Palette,
    /// Turns the mouse on or off.
    Mouse,
    /// Gives the pane more room.
    LargerPane,
    /// Gives the pane less room.
    SmallerPane,
    /// Lets the program share the screen among the panes again.
    ResetPanes,
    /// Paints the screen anew.
    Redraw,
    /// Stops the program until the shell wakes it.
    Suspend,
    /// Leaves.
    Quit,
    /// Goes round everything that the period asks for.
    Round,
    /// The same for what is mine.
    RoundMine,
    /// Goes to the next task of the round.
    NextTask,
    /// Goes to the task before.
    PreviousTask,
    /// Goes to the next part of the round.
    NextPart,
    /// Says that there is nothing to report.
    Nothing,
    /// Opens the form of what is selected.
    Edit,
    /// Writes its long text in an editor.
    EditText,
    /// Adds an update, result or progress.
    AddUpdate,
    /// Adds a record.
    New,
    /// Completes an action.
    CompleteAction,
    /// Deletes a record.
    Delete,
    /// Goes to the next field.
    NextField,
    /// Goes to the field before.
    PreviousField,
    /// Keeps the form.
    KeepForm,
    /// Writes the field in an editor.
    FieldEditor,
    /// Adds an item to a list in a form.
    NewItem,
    /// Takes an item of a list out, or puts it back.
    ItemAway,
    /// Moves an item down.
    ItemDown,
    /// Moves an item up.
    ItemUp,
    /// Takes what was typed.
    Accept,
    /// Takes what fits where the cursor stands.
    Complete,
    /// Selects the next of a list below a line.
    NextHit,
    /// Selects the one before.
    PreviousHit,
    /// Shows the changes of the selected record.
    RecordHistory,
    /// Shows the history by day, person or record.
    Regroup,
    /// Takes the chosen change back, whoever made it.
    Reverse,
    /// Verifies the journal.
    Verify,
    /// Shows what is to be decided between my changes and others'.
    Conflicts,
    /// Keeps what somebody else made.
    KeepTheirs,
    /// Puts my change over somebody else's.
    PutMine,
    /// Makes one text out of mine and somebody else's.
    MergeTexts,
    /// Opens a copy of the sample.
    OpenSample,
    /// Opens a file.
    OpenFile,
    /// Starts a new workspace.
    NewWorkspace,
    /// Answers yes.
    Yes,
    /// Answers no.
    No,
}

/// The parts of the help.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Topic {
    /// Moving about.
    Move,
    /// Rating and other changes.
    Change,
    /// New records of any kind, and what has no list of its own.
    Record,
    /// Finding and filtering.
    Find,
    /// Everything else.
    Program,
    /// Inside overlays.
    Overlay,
}

impl Topic {
    /// The order in which they are told: what can be done with what is selected comes first.
    pub const TOLD: [Self; 6] = [
        Self::Change,
        Self::Find,
        Self::Move,
        Self::Program,
        Self::Record,
        Self::Overlay,
    ];

    /// Whether its commands change the file.
    pub fn changes(self) -> bool {
        matches!(self, Self::Change | Self::Record)
    }

    /// Its heading.
    pub fn heading(self) -> &'static str {
        match self {
            Self::Move => "Moving",
            Self::Change => "Changing",
            Self::Record => "Other records",
            Self::Find => "Finding",
            Self::Program => "The program",
            Self::Overlay => "In a dialogue",
        }
    }
}

/// What there is to know about a command.
pub struct CommandSpec {
    /// The command.
    pub command: Command,
    /// What it is called in palette and configuration.
    pub name: &'static str,
    /// What it does, in a line.
    pub doc: &'static str,
    /// The part of the help.
    pub topic: Topic,
    /// Where it can be asked for.
    pub places: Places,
    /// Its keys there; several in a row are typed one after the other (`g g`).
    pub keys: &'static [&'static str],
    /// The word in the footer; empty for commands that are not shown there.
    pub hint: &'static str,
    /// Other words by which the palette finds it.
    pub synonyms: &'static str,
    /// Whether there is something to do it with; `None` if not.
    pub target: fn(&State) -> Option<()>,
}

impl Command {
    /// Its entry in the table.
    pub fn spec(self) -> &'static CommandSpec {
        // The table holds every command (a test says so); the first one stands in for none.
        COMMANDS
            .iter()
            .find(|spec| spec.command == self)
            .unwrap_or(&COMMANDS[0])
    }
}

/// The commands that can be asked for in a place, in the table's order.
pub fn commands_in(place: Places) -> impl Iterator<Item = &'static CommandSpec> {
    COMMANDS.iter().filter(move |spec| spec.places.has(place))
}

#[cfg(test)]
mod tests;
