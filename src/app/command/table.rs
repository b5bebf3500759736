//! The table itself.

use super::lists::{filtered_or_lifted, sortable, with_chips, with_chosen_columns};
use super::target::{
    answerable, answered, asking, both_texts, can_reverse, changeable, closable, completable,
    counted, dated, editable, faulty, grouped, growable, indicator, linked, markable, marked,
    mine_fits, movable, open_action, openable, paged, rateable, redoable, resized, retirable,
    retired, selection, stageable, staged, startable, task_in_view, tracker_in_round, undecided,
    undoable, unsaved, updatable, with_columns, with_earlier, with_later, writable,
};
use super::{Command, CommandSpec, Topic};
use crate::app::place::Places;
use crate::app::state::State;
use crate::domain::kind::Kind;

/// The lists and the pages.
const BASE: Places = Places::BASE;
/// Where left and right go from pane to pane.
const SIDEWAYS: Places = Places::PANES.and(Places::PAGES);
/// The tables of the recommendations.
const COVERAGE: Places = Places::RECOMMENDATIONS.and(Places::MATRIX);
/// Where a recommendation can be selected.
const STAGED: Places = COVERAGE.and(Places::OTHER_PAGE).and(Places::EXCEPTIONS);
/// Where rows are sorted. The history is put in another order by what it is grouped by.
const SORTED: Places = Places::PANES
    .and(Places::RECOMMENDATIONS)
    .and(Places::EXCEPTIONS)
    .and(Places::OVERVIEW)
    .and(Places::PROGRAMME);
/// Where something moves up and down.
const SCROLLING: Places = Places::BASE
    .and(Places::FAULTS)
    .and(Places::CONFLICT)
    .and(Places::COPY_VIEW)
    .and(Places::PREVIEW);
/// The same, where letters are typed too.
const PAGING: Places = SCROLLING.and(Places::HELP);
/// Where a line is typed or a list chosen from.
const CLOSING: Places = Places::TYPING
    .and(Places::QUESTION)
    .and(Places::ROLE)
    .and(Places::CONFLICT)
    .and(Places::STAGE)
    .and(Places::HELP)
    .and(Places::FAULTS)
    .and(Places::COPY_VIEW)
    .and(Places::FORM_LIST)
    .and(Places::MEETINGS)
    .and(Places::FIELD_CHOICE)
    .and(Places::PREVIEW)
    .and(Places::WELCOME)
    .and(Places::ROUND)
    .and(Places::SORT)
    .and(Places::COLUMNS)
    .and(Places::VIEWS)
    .and(Places::KEEP_VIEW)
    .and(Places::CHIPS);
/// Where rows are marked.
const MARKING: Places = Places::LISTS.and(Places::MATRIX);
/// A menu that is gone through with letters.
const MENU: Places = Places::SORT
    .and(Places::COLUMNS)
    .and(Places::VIEWS)
    .and(Places::CHIPS);
/// A form.
const FORM: Places = Places::FORM.and(Places::FORM_LIST);
/// The update round.
const ROUND: Places = Places::ROUND.and(Places::ROUND_TEXT);

const fn spec(
    command: Command,
    name: &'static str,
    topic: Topic,
    places: Places,
    keys: &'static [&'static str],
    doc: &'static str,
) -> CommandSpec {
    CommandSpec {
        command,
        name,
        doc,
        topic,
        places,
        keys,
        hint: "",
        synonyms: "",
        target: always,
    }
}

impl CommandSpec {
    const fn hint(mut self, hint: &'static str) -> Self {
        self.hint = hint;
        self
    }

    const fn also(mut self, synonyms: &'static str) -> Self {
        self.synonyms = synonyms;
        self
    }

    const fn on(mut self, target: fn(&State) -> Option<()>) -> Self {
        self.target = target;
        self
    }
}

#[expect(
    clippy::unnecessary_wraps,
    reason = "it stands where others answer whether there is something to do"
)]
fn always(_: &State) -> Option<()> {
    Some(())
}

/// Every command of the program.
#[rustfmt::skip]
pub static COMMANDS: &[CommandSpec] = &[
    spec(Command::Down, "down", Topic::Move, SCROLLING, &["j", "down"], "Next row, or a line down").also("next"),
    spec(Command::Up, "up", Topic::Move, SCROLLING, &["k", "up"], "Previous row, or a line up").also("previous"),
    spec(Command::First, "first", Topic::Move, SCROLLING, &["g g", "home"], "First row, or the top").also("top begin"),
    spec(Command::Last, "last", Topic::Move, SCROLLING, &["g e", "end"], "Last row, or the end").also("bottom end"),
    spec(Command::HalfDown, "half-page-down", Topic::Move, PAGING, &["ctrl-d"], "Half a page down"),
    spec(Command::HalfUp, "half-page-up", Topic::Move, SCROLLING, &["ctrl-u"], "Half a page up"),
    spec(Command::PageDown, "page-down", Topic::Move, PAGING, &["pgdn"], "A page down"),
    spec(Command::PageUp, "page-up", Topic::Move, PAGING, &["pgup"], "A page up"),
    spec(Command::PaneLeft, "pane-left", Topic::Move, SIDEWAYS, &["h", "left"], "Pane on the left").also("themes"),
    spec(Command::PaneRight, "pane-right", Topic::Move, SIDEWAYS, &["l", "right"], "Pane on the right"),
    spec(Command::NumberLeft, "number-left", Topic::Move, Places::OVERVIEW, &["h", "left"], "Number on the left of a row of counts").hint("number").on(counted),
    spec(Command::NumberRight, "number-right", Topic::Move, Places::OVERVIEW, &["l", "right"], "Number on the right of a row of counts").hint("number").on(counted),
    spec(Command::ColumnLeft, "column-left", Topic::Move, Places::MATRIX, &["h", "left"], "Column on the left").hint("column"),
    spec(Command::ColumnRight, "column-right", Topic::Move, Places::MATRIX, &["l", "right"], "Column on the right").hint("column"),
    spec(Command::OpenColumn, "open-column", Topic::Move, Places::MATRIX, &["t"], "Open what monitors: the thing of the column").hint("what monitors").also("route through").on(with_columns),
    spec(Command::NextPane, "next-pane", Topic::Move, Places::PANES, &["tab"], "Next pane").hint("pane"),
    spec(Command::PreviousPane, "previous-pane", Topic::Move, Places::PANES, &["shift-tab"], "Previous pane"),
    spec(Command::NextGroup, "next-group", Topic::Move, Places::FULL.and(Places::MATRIX), &["tab"], "Next group of the list").hint("group").also("section").on(grouped),
    spec(Command::PreviousGroup, "previous-group", Topic::Move, Places::FULL.and(Places::MATRIX), &["shift-tab"], "Previous group of the list").also("section").on(grouped),
    spec(Command::NextHeading, "next-heading", Topic::Move, Places::PAGES, &["tab"], "Next heading of the page").hint("heading"),
    spec(Command::PreviousHeading, "previous-heading", Topic::Move, Places::PAGES, &["shift-tab"], "Previous heading of the page"),
    spec(Command::NextLink, "next-link", Topic::Move, Places::PAGES, &["."], "Next link of the page").hint("link").also("follow jump").on(linked),
    spec(Command::PreviousLink, "previous-link", Topic::Move, Places::PAGES, &[","], "Previous link of the page").hint("link").on(linked),
    spec(Command::Chart, "chart", Topic::Move, Places::LISTS.and(Places::PAGES), &["t"], "Draw the indicator's figures over time; again for its page").hint("chart").also("graph plot line trend figures").on(indicator),
    spec(Command::Open, "open", Topic::Move, Places::LISTS.and(Places::MATRIX), &["enter"], "Open what is selected").hint("open").also("tracker page show view").on(openable),
    spec(Command::Follow, "follow", Topic::Move, Places::PAGES, &["enter"], "Go where the link leads; Esc comes back").hint("follow").also("jump").on(linked),
    spec(Command::Accept, "keep-task", Topic::Overlay, ROUND, &["enter"], "Keep, and go on with what is missing; a line in a text").hint("next"),
    spec(Command::KeepForm, "keep-task-now", Topic::Overlay, ROUND, &["ctrl-s"], "Keep, and go on with what is missing, from a text too").hint("next"),
    spec(Command::Back, "back", Topic::Move, BASE.and(CLOSING), &["esc"], "Close what is open, lift the filter, go back").hint("close").also("return").on(closable),
    spec(Command::Down, "help-down", Topic::Overlay, Places::HELP, &["down", "ctrl-n"], "A line down").hint("scroll"),
    spec(Command::Up, "help-up", Topic::Overlay, Places::HELP, &["up", "ctrl-p"], "A line up").hint("scroll"),
    spec(Command::RateRed, "rate-red", Topic::Change, Places::RATING, &["R"], "Rate the priority red").hint("rate").also("rag rating").on(rateable),
    spec(Command::RateAmber, "rate-amber", Topic::Change, Places::RATING, &["A"], "Rate the priority amber").hint("rate").also("rag rating yellow").on(rateable),
    spec(Command::RateGreen, "rate-green", Topic::Change, Places::RATING, &["G"], "Rate the priority green").hint("rate").also("rag rating").on(rateable),
    spec(Command::Improving, "improving", Topic::Change, Places::RATING, &["+"], "Set the direction of travel to improving").hint("direction").also("arrow up better").on(rateable),
    spec(Command::Static, "static", Topic::Change, Places::RATING, &["="], "Set the direction of travel to static").hint("direction").also("arrow same").on(rateable),
    spec(Command::Deteriorating, "deteriorating", Topic::Change, Places::RATING, &["-"], "Set the direction of travel to deteriorating").hint("direction").also("arrow down worse").on(rateable),
    spec(Command::Note, "note", Topic::Change, Places::RATING, &["n"], "Add a note to the rating").hint("note").also("comment reason").on(rateable),
    spec(Command::Approve, "approve", Topic::Change, Places::RATING, &["p"], "Approve the tracker, as officer or director").hint("approve").also("sign agree").on(rateable),
    spec(Command::Stage, "stage", Topic::Change, STAGED, &["s"], "Give the recommendation its stage, question by question").hint("stage").also("status scrutiny board confirm draft").on(stageable),
    spec(Command::Answer, "answer", Topic::Change, Places::EXCEPTIONS, &["a"], "Answer this line: why it is so, what is done").hint("answer").also("reason explain challenge").on(answerable),
    spec(Command::AddUpdate, "add-update", Topic::Change, BASE, &["i"], "Add the period's update, result or progress").hint("update").also("tracker assessment summary figure").on(updatable),
    spec(Command::Edit, "edit", Topic::Change, BASE, &["e"], "Edit what is selected in a form").hint("edit").also("change form fields").on(editable),
    spec(Command::EditText, "edit-text", Topic::Change, BASE, &["E"], "Write its long text in your editor").also("vi emacs nano").on(editable),
    spec(Command::New, "new", Topic::Change, Places::LISTS, &["o"], "New record in this list").hint("new").also("add create insert").on(growable),
    spec(Command::CompleteAction, "complete-action", Topic::Change, BASE, &["x"], "Complete the action").also("done finish close").on(open_action),
    spec(Command::Mark, "mark", Topic::Change, MARKING, &["space"], "Mark this row, to change many at once; again unmarks").hint("mark").also("select tag many bulk").on(markable),
    spec(Command::MarkTo, "mark-to-here", Topic::Change, MARKING, &["V"], "Mark from the row marked last to here").also("select range many bulk").on(markable),
    spec(Command::MarkAll, "mark-all", Topic::Change, MARKING, &["*"], "Mark all that are shown; again unmarks them").also("select everything many bulk").on(markable),
    spec(Command::LiftMarks, "lift-marks", Topic::Find, MARKING, &[], "Take all marks of this list away").also("unmark deselect").on(marked),
    spec(Command::Retire, "retire", Topic::Change, BASE, &[], "Retire it from a period on; earlier ones keep it").also("end close discontinue archive remove").on(retirable),
    spec(Command::TakeUp, "take-up", Topic::Change, BASE, &[], "Take up again what was retired").also("unretire restore reopen").on(retired),
    spec(Command::WaitsForMe, "waits-for-me", Topic::Find, BASE, &[], "Show the trackers that wait for my signature").also("approval approve sign unapproved inbox todo"),
    spec(Command::Delete, "delete", Topic::Change, BASE, &["D"], "Delete what is selected, after a question").also("remove drop").on(changeable),
    spec(Command::Matrix, "matrix", Topic::Program, COVERAGE, &["m"], "Show the coverage matrix, or the list again").hint("matrix").also("crosswalk table routes direct indirect"),
    spec(Command::Gaps, "gaps", Topic::Program, COVERAGE, &["M"], "Show the gaps in coverage, or the list again").hint("gaps").also("missing not monitored"),
    spec(Command::MoveItem, "move-item", Topic::Change, Places::PROGRAMME.and(Places::OTHER_PAGE), &["m"], "Move the item to another meeting").hint("move").also("reschedule programme agenda").on(movable),
    spec(Command::Undo, "undo", Topic::Change, BASE, &["u"], "Take the last change back").hint("undo").also("revert").on(undoable),
    spec(Command::Redo, "redo", Topic::Change, BASE, &["ctrl-r"], "Make the change that was taken back").hint("redo").on(redoable),
    spec(Command::Save, "save", Topic::Change, BASE, &["ctrl-s"], "Try again to save what could not be saved").hint("save again").also("write retry").on(unsaved),
    spec(Command::Round, "round", Topic::Change, BASE, &["U"], "Go round everything that this period still asks for").hint("round").also("update enter quarter missing queue").on(startable),
    spec(Command::RoundMine, "round-mine", Topic::Change, BASE, &[], "Go round what this period asks me for").also("update enter quarter missing queue my").on(startable),
    spec(Command::StartPeriod, "start-period", Topic::Change, BASE, &[], "Start the next period, with empty trackers").also("new quarter roll over begin").on(startable),
    spec(Command::Reverse, "take-back", Topic::Change, Places::HISTORY.and(Places::OTHER_PAGE), &["r"], "Take this change back, whoever made it").hint("take back").also("undo revert").on(can_reverse),
    spec(Command::Conflicts, "conflicts", Topic::Change, BASE, &["C"], "Decide what somebody else changed too").hint("decide").also("conflict theirs mine").on(undecided),
    spec(Command::Filter, "filter", Topic::Find, Places::LISTS.and(Places::MATRIX), &["/"], "Filter this list as you type").hint("filter").also("search narrow"),
    spec(Command::ClearFilter, "clear-filter", Topic::Find, Places::LISTS.and(Places::MATRIX), &["F"], "Show the whole list, or filter it as before").hint("all").also("lift return").on(filtered_or_lifted),
    spec(Command::Narrow, "narrow", Topic::Find, Places::LISTS, &["f"], "Narrow this list by values that it has").hint("filter").also("chips facets rating direction status officer organisation board due").on(with_chips),
    spec(Command::Sort, "sort", Topic::Find, SORTED, &["S"], "Sort this list by a column; again reverses it").also("order arrange ascending descending").on(sortable),
    spec(Command::Columns, "columns", Topic::Find, Places::LISTS, &["c"], "Choose the columns of this list and their order").also("fields show hide").on(with_chosen_columns),
    spec(Command::Views, "views", Topic::Find, BASE, &["v"], "Show a saved view, by its number; save this list as one").hint("views").also("saved overdue mine exceptions approval waiting"),
    spec(Command::Find, "find", Topic::Find, BASE, &["ctrl-f"], "Find across everything").hint("find").also("search go"),
    spec(Command::EarlierPeriod, "earlier-period", Topic::Move, BASE, &["<"], "See the period before, as it stood").hint("period").also("quarter back past").on(with_earlier),
    spec(Command::LaterPeriod, "later-period", Topic::Move, BASE, &[">"], "See the period after").hint("period").also("quarter forward").on(with_later),
    spec(Command::Copy, "copy", Topic::Program, BASE, &["y"], "Copy code and title to your terminal's clipboard").also("yank clipboard").on(selection),
    spec(Command::CopyPage, "copy-page", Topic::Program, BASE.and(Places::COPY_VIEW), &["Y"], "Copy the whole page to your terminal's clipboard").also("yank clipboard").on(paged),
    spec(Command::CopyView, "copy-view", Topic::Program, BASE, &["w"], "Show the page without borders, for your terminal to select").also("plain text selection clipboard bare").on(paged),
    spec(Command::Back, "close-copy-view", Topic::Overlay, Places::COPY_VIEW, &["q", "w"], "Close the copy view"),
    spec(Command::Trackers, "trackers", Topic::Program, BASE, &["1"], "Show the trackers").also("home panes screen priorities"),
    spec(Command::Recommendations, "recommendations", Topic::Program, BASE, &["2"], "Show the recommendations and how they are monitored").also("screen coverage inspections inquiries"),
    spec(Command::Exceptions, "exceptions", Topic::Program, BASE, &["3"], "Show what needs attention").also("screen red late missed"),
    spec(Command::Overview, "overview", Topic::Program, BASE, &["4"], "Show counts, trend and summary").also("screen chart"),
    spec(Command::Programme, "programme", Topic::Program, BASE, &["5"], "Show the boards' work programme").also("screen meetings decisions"),
    spec(Command::History, "history", Topic::Program, BASE, &["6"], "Show who changed what").also("screen audit trail"),
    spec(Command::RecordHistory, "record-history", Topic::Program, BASE, &["H"], "Show who changed this record").also("audit trail changes").on(selection),
    spec(Command::Regroup, "regroup", Topic::Program, Places::HISTORY, &["S"], "By day, by person or by record").hint("by day, person, record").also("sort group"),
    spec(Command::Verify, "verify", Topic::Program, Places::HISTORY, &[], "Verify the journal from its first entry to its last").also("chain proof audit"),
    spec(Command::NewOf(Kind::Theme), "new-theme", Topic::Record, BASE, &[], "New theme").also("add heading plan create record").on(writable),
    spec(Command::NewOf(Kind::Priority), "new-priority", Topic::Record, BASE, &[], "New priority").also("add tracker create record").on(writable),
    spec(Command::NewOf(Kind::Indicator), "new-indicator", Topic::Record, BASE, &[], "New indicator").also("add measure figure create record").on(writable),
    spec(Command::NewOf(Kind::Action), "new-action", Topic::Record, BASE, &[], "New action").also("add task create record").on(writable),
    spec(Command::NewOf(Kind::Recommendation), "new-recommendation", Topic::Record, BASE, &[], "New recommendation").also("add create record").on(writable),
    spec(Command::NewOf(Kind::Inquiry), "new-inquiry", Topic::Record, BASE, &[], "New inquiry, of which recommendations come").also("add scrutiny create record").on(writable),
    spec(Command::NewOf(Kind::Judgement), "new-judgement", Topic::Record, BASE, &[], "New judgement of an inspection").also("add grade ofsted create record").on(writable),
    spec(Command::NewOf(Kind::Item), "new-board-item", Topic::Record, BASE, &[], "New item of a board's work programme").also("add agenda meeting create record").on(writable),
    spec(Command::NewOf(Kind::Decision), "new-decision", Topic::Record, BASE, &[], "New decision of the forward plan").also("add forward plan create record").on(writable),
    spec(Command::NewOf(Kind::Group), "new-group", Topic::Record, BASE, &[], "New working group").also("add create record").on(writable),
    spec(Command::NewOf(Kind::Highlight), "new-highlight", Topic::Record, BASE, &[], "New highlight of a period").also("add headline create record").on(writable),
    spec(Command::NewOf(Kind::Answer), "new-answer-record", Topic::Record, BASE, &[], "New answer to a line of the exceptions").also("add reason create record").on(writable),
    spec(Command::NewOf(Kind::Board), "new-board", Topic::Record, BASE, &[], "New board, with the days on which it meets").also("add meeting scrutiny create record").on(writable),
    spec(Command::NewOf(Kind::Plan), "new-plan", Topic::Record, BASE, &[], "New plan that other things refer to").also("add create record").on(writable),
    spec(Command::NewOf(Kind::Monitor), "new-monitor", Topic::Record, BASE, &[], "New group, return, report or forum that routes name").also("add route create record").on(writable),
    spec(Command::NewOf(Kind::Period), "new-period", Topic::Record, BASE, &[], "New period, with rating counts as published").also("add quarter published create record").on(writable),
    spec(Command::NewOf(Kind::View), "new-view-record", Topic::Record, BASE, &[], "New view of the workspace, by its fields").also("add saved filter create record").on(writable),
    spec(Command::EditPeriod, "edit-period", Topic::Record, BASE, &[], "Edit the period in view: its published rating counts").also("quarter published form").on(dated),
    spec(Command::EditWorkspace, "edit-workspace", Topic::Record, BASE, &[], "Edit the workspace: title, period, scale, abbreviations").also("settings organisation tolerance current form").on(writable),
    spec(Command::Faults, "faults", Topic::Program, BASE, &[], "Show what is wrong with the file").also("errors broken").on(faulty),
    spec(Command::Help, "help", Topic::Program, BASE.and(Places::WELCOME).and(Places::ROUND), &["?"], "Show the keys for where you are").hint("help").also("keys manual"),
    spec(Command::Palette, "palette", Topic::Program, BASE, &[":", "ctrl-p"], "Find a command by name, word or key").hint("commands").also("command menu"),
    spec(Command::Mouse, "mouse", Topic::Program, BASE, &["ctrl-g"], "Let the mouse click, scroll and drag; again gives it back").also("click wheel pointer touch"),
    spec(Command::LargerPane, "larger-pane", Topic::Program, BASE, &[], "Give this pane more room").also("wider higher resize border"),
    spec(Command::SmallerPane, "smaller-pane", Topic::Program, BASE, &[], "Give this pane less room").also("narrower lower resize border"),
    spec(Command::ResetPanes, "reset-panes", Topic::Program, BASE, &[], "Put the borders that you moved back").also("default size resize").on(resized),
    spec(Command::Redraw, "redraw", Topic::Program, BASE.and(Places::WELCOME), &["ctrl-l"], "Paint the screen anew").also("refresh clear"),
    spec(Command::Suspend, "suspend", Topic::Program, BASE.and(CLOSING), &["ctrl-z"], "Stop the program; fg in the shell brings it back").also("shell background"),
    spec(Command::Quit, "quit", Topic::Program, BASE.and(Places::FAULTS).and(Places::WELCOME), &["q"], "Leave; everything is saved").hint("quit").also("exit close"),
    spec(Command::Quit, "quit-now", Topic::Program, BASE.and(CLOSING), &["ctrl-c"], "Leave from anywhere").also("exit interrupt"),
    spec(Command::RateRed, "round-red", Topic::Overlay, Places::ROUND, &["R"], "Red, for the tracker in view").hint("rating").on(tracker_in_round),
    spec(Command::RateAmber, "round-amber", Topic::Overlay, Places::ROUND, &["A"], "Amber, for the tracker in view").hint("rating").on(tracker_in_round),
    spec(Command::RateGreen, "round-green", Topic::Overlay, Places::ROUND, &["G"], "Green, for the tracker in view").hint("rating").on(tracker_in_round),
    spec(Command::Improving, "round-better", Topic::Overlay, Places::ROUND, &["+"], "Improving, for the tracker in view").hint("direction").on(tracker_in_round),
    spec(Command::Static, "round-same", Topic::Overlay, Places::ROUND, &["="], "Static, for the tracker in view").hint("direction").on(tracker_in_round),
    spec(Command::Deteriorating, "round-worse", Topic::Overlay, Places::ROUND, &["-"], "Deteriorating, for the tracker in view").hint("direction").on(tracker_in_round),
    spec(Command::NextTask, "next-task", Topic::Overlay, ROUND, &["pgdn"], "Keep, and go to the task behind, given or not").hint("skip").on(task_in_view),
    spec(Command::PreviousTask, "previous-task", Topic::Overlay, ROUND, &["pgup"], "Keep, and go back to the task before"),
    spec(Command::Nothing, "round-nothing", Topic::Overlay, ROUND, &["ctrl-n"], "Nothing to report: say so, and go on").hint("nothing to report").on(task_in_view),
    spec(Command::NextPart, "next-part", Topic::Overlay, ROUND, &["ctrl-t"], "Next part: results, forecasts, actions, recommendations").hint("next part").on(task_in_view),
    spec(Command::RoundMine, "round-whose", Topic::Overlay, Places::ROUND, &["M"], "Mine alone, or everybody's").hint("mine"),
    spec(Command::Undo, "round-undo", Topic::Overlay, Places::ROUND, &["u"], "Take the last change back").hint("undo").on(undoable),
    spec(Command::NextHit, "round-down", Topic::Overlay, ROUND, &["down"], "Next field, or a line down"),
    spec(Command::PreviousHit, "round-up", Topic::Overlay, ROUND, &["up"], "Field before, or a line up"),
    spec(Command::NextField, "next-field", Topic::Overlay, Places::FORM.and(ROUND), &["tab"], "Next field").hint("field"),
    spec(Command::PreviousField, "previous-field", Topic::Overlay, Places::FORM.and(ROUND), &["shift-tab"], "Field before"),
    spec(Command::KeepForm, "keep", Topic::Overlay, FORM, &["ctrl-s"], "Keep the form").hint("keep"),
    spec(Command::FieldEditor, "field-editor", Topic::Overlay, Places::FORM.and(ROUND), &["ctrl-o"], "Write this field in your editor").hint("editor"),
    spec(Command::NewItem, "new-item", Topic::Overlay, Places::FORM_LIST, &["o", "a"], "Add to this list").hint("add"),
    spec(Command::ItemAway, "item-away", Topic::Overlay, Places::FORM_LIST, &["D", "del"], "Take out of this list, or put back").hint("take out"),
    spec(Command::ItemDown, "item-down", Topic::Overlay, Places::FORM_LIST, &["J"], "Move down in this list").hint("move"),
    spec(Command::ItemUp, "item-up", Topic::Overlay, Places::FORM_LIST, &["K"], "Move up in this list").hint("move"),
    spec(Command::NextHit, "next-choice", Topic::Overlay, Places::FIELD_CHOICE, &["j", "down"], "Next of these").hint("choose"),
    spec(Command::PreviousHit, "previous-choice", Topic::Overlay, Places::FIELD_CHOICE, &["k", "up"], "The one before").hint("choose"),
    spec(Command::NextHit, "next-of-menu", Topic::Overlay, MENU, &["j", "down"], "Next of this menu").hint("choose"),
    spec(Command::PreviousHit, "previous-of-menu", Topic::Overlay, MENU, &["k", "up"], "Previous of this menu").hint("choose"),
    spec(Command::Accept, "sort-by", Topic::Overlay, Places::SORT, &["enter", "S"], "Sort by this, or reverse it; a digit takes one by its number").hint("sort, reverse"),
    spec(Command::ToggleColumn, "toggle-column", Topic::Overlay, Places::COLUMNS, &["space"], "Show this column or hide it").hint("show, hide"),
    spec(Command::ColumnDown, "column-down", Topic::Overlay, Places::COLUMNS, &["J"], "Move the column to the right").hint("move"),
    spec(Command::ColumnUp, "column-up", Topic::Overlay, Places::COLUMNS, &["K"], "Move the column to the left").hint("move"),
    spec(Command::UsualColumns, "usual-columns", Topic::Overlay, Places::COLUMNS, &["r"], "Go back to the usual columns").hint("as usual"),
    spec(Command::Accept, "keep-columns", Topic::Overlay, Places::COLUMNS, &["enter"], "Keep these columns").hint("keep"),
    spec(Command::PickChip, "pick-value", Topic::Overlay, Places::CHIPS, &["space"], "Pick this value, or let go of it").hint("pick"),
    spec(Command::NextChips, "next-values", Topic::Overlay, Places::CHIPS, &["l", "right", "tab"], "Values of the next field").hint("field"),
    spec(Command::PreviousChips, "previous-values", Topic::Overlay, Places::CHIPS, &["h", "left", "shift-tab"], "Values of the field before").hint("field"),
    spec(Command::Accept, "keep-filter", Topic::Overlay, Places::CHIPS, &["enter"], "Keep what is picked; / edits it").hint("keep"),
    spec(Command::Accept, "show-view", Topic::Overlay, Places::VIEWS, &["enter"], "Show this view; a digit shows one by its number").hint("show"),
    spec(Command::SaveView, "save-view", Topic::Overlay, Places::VIEWS, &["s"], "Save the list as it is now as a view").hint("save this list"),
    spec(Command::DeleteView, "delete-view", Topic::Overlay, Places::VIEWS, &["D"], "Delete this view, after a question").hint("delete"),
    spec(Command::KeepShared, "keep-in-workspace", Topic::Overlay, Places::KEEP_VIEW, &["w"], "Keep the view in the workspace, for everybody").hint("workspace").on(writable),
    spec(Command::KeepPrivate, "keep-private", Topic::Overlay, Places::KEEP_VIEW, &["p"], "Keep the view for you alone").hint("private"),
    spec(Command::NextHit, "next-meeting", Topic::Overlay, Places::MEETINGS, &["j", "down"], "Next meeting").hint("choose"),
    spec(Command::PreviousHit, "previous-meeting", Topic::Overlay, Places::MEETINGS, &["k", "up"], "Meeting before").hint("choose"),
    spec(Command::Accept, "accept", Topic::Overlay, Places::TYPING.without(Places::ROUND_TEXT).and(Places::FAULTS).and(Places::MEETINGS).and(Places::FIELD_CHOICE).and(Places::WELCOME), &["enter"], "Take what is typed or selected").hint("take"),
    spec(Command::Complete, "complete", Topic::Overlay, Places::FINDER.and(Places::FILTER).and(Places::FILE_LINE), &["tab"], "Complete a field, its value, or a file's name").hint("complete").also("field value syntax").on(completable),
    spec(Command::NextHit, "next-hit", Topic::Overlay, Places::FINDER.and(Places::PALETTE).and(Places::FILTER).and(Places::FORM).and(Places::FILE_LINE), &["down", "ctrl-n"], "Next of the list").hint("choose"),
    spec(Command::PreviousHit, "previous-hit", Topic::Overlay, Places::FINDER.and(Places::PALETTE).and(Places::FILTER).and(Places::FORM).and(Places::FILE_LINE), &["up", "ctrl-p"], "Previous of the list").hint("choose"),
    spec(Command::AsOfficer, "as-officer", Topic::Overlay, Places::ROLE, &["o"], "Approve as the accountable officer").hint("officer"),
    spec(Command::AsDirector, "as-director", Topic::Overlay, Places::ROLE, &["d"], "Approve as the accountable director").hint("director"),
    spec(Command::KeepTheirs, "keep-theirs", Topic::Overlay, Places::CONFLICT, &["T"], "Keep theirs; mine is dropped").hint("keep theirs"),
    spec(Command::PutMine, "put-mine", Topic::Overlay, Places::CONFLICT, &["M"], "Put mine over theirs").hint("put mine").on(mine_fits),
    spec(Command::MergeTexts, "merge-texts", Topic::Overlay, Places::CONFLICT, &["e"], "Make one text out of both").hint("make one of both").on(both_texts),
    spec(Command::NextHit, "next-item", Topic::Overlay, Places::FORM_LIST, &["j", "down", "tab"], "Next of this list"),
    spec(Command::PreviousHit, "previous-item", Topic::Overlay, Places::FORM_LIST, &["k", "up", "shift-tab"], "Previous of this list"),
    spec(Command::Accept, "change-item", Topic::Overlay, Places::FORM_LIST, &["enter"], "Change this one, or add").hint("change"),
    spec(Command::StageYes, "stage-yes", Topic::Overlay, Places::STAGE, &["y"], "Answer the question with yes").hint("yes").on(asking),
    spec(Command::StageNo, "stage-no", Topic::Overlay, Places::STAGE, &["n"], "Answer the question with no").hint("no").on(asking),
    spec(Command::StageBack, "stage-back", Topic::Overlay, Places::STAGE, &["backspace"], "Take the last answer back").hint("back").on(answered),
    spec(Command::StageDraft, "stage-draft", Topic::Overlay, Places::STAGE, &["d"], "Keep the stage as the adviser's proposal").hint("draft").on(staged),
    spec(Command::StageConfirm, "stage-confirm", Topic::Overlay, Places::STAGE, &["c"], "Keep the stage as confirmed by the board").hint("confirmed").on(staged),
    spec(Command::OpenSample, "open-sample", Topic::Overlay, Places::WELCOME, &["s"], "Look round in a copy of the sample").hint("sample"),
    spec(Command::OpenFile, "open-file", Topic::Overlay, Places::WELCOME, &["o"], "Open a workspace file").hint("open"),
    spec(Command::NewWorkspace, "new-workspace", Topic::Overlay, Places::WELCOME, &["n"], "Start a new workspace").hint("new"),
    spec(Command::NextHit, "next-offer", Topic::Overlay, Places::WELCOME, &["j", "down"], "Next of the list"),
    spec(Command::PreviousHit, "previous-offer", Topic::Overlay, Places::WELCOME, &["k", "up"], "Previous of the list"),
    spec(Command::Yes, "yes", Topic::Overlay, Places::QUESTION.and(Places::PREVIEW), &["y"], "Yes").hint("yes"),
    spec(Command::No, "no", Topic::Overlay, Places::QUESTION.and(Places::ROLE).and(Places::PREVIEW).and(Places::KEEP_VIEW), &["n", "q"], "No").hint("no"),
];
