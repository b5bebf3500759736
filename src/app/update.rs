//! The only place that changes the state. This file dispatches; each group of commands has its own.

mod answer;
mod approve;
mod change;
mod chart;
mod chips;
mod clipboard;
mod conflict;
mod copy_view;
mod drawn;
mod filter;
mod finder;
mod follow;
mod form;
mod help;
mod history;
mod leave;
mod many;
mod marks;
mod matrix;
mod mouse;
mod navigate;
mod others;
mod overview;
mod palette;
mod period;
mod programme;
mod rate;
mod round;
mod saved;
mod sizes;
mod sort;
mod stage;
mod topmost;
mod unavailable;
mod views;
mod welcome;

use super::command::{Command, CommandSpec};
use super::effect::Effect;
use super::input::InputEvent;
use super::key::Key;
use super::keymap::Resolution;
use super::message::Msg;
use super::rows::bring_up_to_date;
use super::state::{Notice, Overlay, Screen, State, Table, Way};

pub(in crate::app) use views::show_named as show_view;

/// Takes a message: changes the state and says what is to be done outside.
pub fn update(state: &mut State, msg: Msg) -> Vec<Effect> {
    let drawn = matches!(msg, Msg::Drawn(_));
    let mut effects = handle(state, msg);
    bring_up_to_date(state);
    if !drawn {
        effects.extend(history::wanted(state));
    }
    effects
}

fn handle(state: &mut State, msg: Msg) -> Vec<Effect> {
    match msg {
        Msg::Input(InputEvent::Key(key)) => key_typed(state, key),
        Msg::Input(InputEvent::Paste(text)) => pasted(state, &text),
        Msg::Input(InputEvent::PasteTooLong) => said(
            state,
            Notice::warning("That paste is too long for a line; nothing was taken"),
        ),
        Msg::Input(InputEvent::Mouse(mouse)) => mouse::happened(state, mouse),
        Msg::Run(command) => run(state, command.spec()),
        Msg::Drawn(regions) => drawn::drawn(state, regions),
        Msg::Saved {
            number,
            workspace,
            entry,
            theirs,
        } => saved::saved(state, number, *workspace, &entry, &theirs),
        Msg::Conflict {
            number,
            refusal,
            workspace,
            theirs,
            by,
        } => saved::conflict(state, number, refusal, *workspace, theirs, by),
        Msg::SaveFailed { reason, faults } => saved::failed(state, reason, faults),
        Msg::TakenIn { workspace, entries } => others::taken_in(state, *workspace, &entries),
        Msg::ReadBack { entries, more } => change::read_back(state, entries, more),
        Msg::Unread(reason) => change::unread(state, reason),
        Msg::Written {
            unconfirmed,
            failed,
        } => saved::written(state, unconfirmed, failed),
        Msg::Verified(found) => history::verified(state, found),
        Msg::FileTrouble { reason, faults } => others::trouble(state, reason, faults),
        Msg::Access(read_only) => others::access(state, read_only),
        Msg::Found(answer) => finder::found(state, *answer),
        Msg::PrivateViews(kept, said) => views::private(state, kept, said),
        Msg::Edited(outcome) => form::edited(state, outcome),
        Msg::Said(notice) => said(state, notice),
        Msg::Today(day) => {
            state.today = Some(day);
            Vec::new()
        }
        Msg::Paused => {
            state.following = !state.typed.is_empty();
            Vec::new()
        }
        Msg::Listed { folder, names } => welcome::listed(state, folder, names),
        Msg::Opened(session) => welcome::opened(state, *session),
        Msg::NotOpened(reason) => welcome::not_opened(state, reason),
        Msg::Terminate => leave::terminate(state),
        Msg::Repaint => vec![Effect::Repaint],
    }
}

fn said(state: &mut State, notice: Notice) -> Vec<Effect> {
    state.notice = Some(notice);
    Vec::new()
}

fn key_typed(state: &mut State, key: Key) -> Vec<Effect> {
    state.notice = None;
    others::looked_at(state);
    let place = state.place();
    let mut typed = std::mem::take(&mut state.typed);
    let following = std::mem::take(&mut state.following) && !typed.is_empty();
    typed.push(key);
    let found = match (state.keymap.resolve(&typed, place), key) {
        // A key with Ctrl means itself, whatever was begun before it; a letter that does not fit is
        // dropped, so that a slip never rates.
        (Resolution::Nothing, Key::Ctrl(_)) => state.keymap.resolve(&[key], place),
        (found, _) => found,
    };
    match found {
        Resolution::Command(spec) if !is_seen(state, spec.command) => Vec::new(),
        Resolution::Command(spec) => run(state, spec),
        Resolution::More => {
            state.typed = typed;
            state.following = following;
            Vec::new()
        }
        Resolution::Nothing => text_typed(state, key),
    }
}

/// Whether what a command would do can be seen. On a screen too small for anything only these are taken.
fn is_seen(state: &State, command: Command) -> bool {
    let blind = [
        Command::Quit,
        Command::Suspend,
        Command::Redraw,
        Command::Back,
    ];
    !state.regions.too_small || blind.contains(&command)
}

fn digit(key: Key) -> Option<usize> {
    let Key::Char(c) = key else {
        return None;
    };
    usize::try_from(c.to_digit(10)?).ok()
}

/// A key that asks for nothing goes into the line that is typed, if there is one.
fn text_typed(state: &mut State, key: Key) -> Vec<Effect> {
    if let Some(Overlay::Form(_) | Overlay::Round(_)) = state.overlays.last() {
        return form::typed(state, key);
    }
    if let Some(number) = digit(key) {
        match state.overlays.last() {
            Some(Overlay::Sort(_)) => return sort::pick(state, number),
            Some(Overlay::Views(_)) => return views::pick(state, number),
            _ => {}
        }
    }
    let Some(line) = state.overlays.last_mut().and_then(Overlay::line_mut) else {
        return Vec::new();
    };
    if line.key(key) {
        line_changed(state)
    } else {
        Vec::new()
    }
}

/// Pasted text goes into a line or nowhere: it is never read as commands.
fn pasted(state: &mut State, text: &str) -> Vec<Effect> {
    state.typed.clear();
    state.following = false;
    if let Some(Overlay::Form(_) | Overlay::Round(_)) = state.overlays.last() {
        return form::paste(state, text);
    }
    match state.overlays.last_mut().and_then(Overlay::line_mut) {
        Some(line) => {
            line.insert(text);
            line_changed(state)
        }
        None => said(
            state,
            Notice::warning(
                "Pasted text is taken in a line only (find, filter, note), never as commands",
            ),
        ),
    }
}

/// What follows from a changed line.
fn line_changed(state: &mut State) -> Vec<Effect> {
    match state.overlays.last() {
        Some(Overlay::Finder(_)) => finder::typed(state),
        Some(Overlay::Palette(_)) => palette::typed(state),
        Some(Overlay::Help(_)) => help::typed(state),
        Some(Overlay::Filter { .. }) => filter::typed(state),
        Some(Overlay::FileLine(_)) => welcome::typed(state),
        _ => Vec::new(),
    }
}

/// Runs a command, if there is something to run it with.
fn run(state: &mut State, spec: &'static CommandSpec) -> Vec<Effect> {
    if (spec.target)(state).is_none() {
        let why = unavailable::why(state, spec.command);
        return said(state, Notice::warning(why));
    }
    perform(state, spec.command)
}

/// Does what a command says.
#[expect(
    clippy::too_many_lines,
    reason = "one arm a command, with one call each"
)]
pub(super) fn perform(state: &mut State, command: Command) -> Vec<Effect> {
    use crate::analysis::stage::Voice;
    use crate::domain::rating::{Direction, Rating};
    match command {
        Command::Down => navigate::step(state, 1),
        Command::Up => navigate::step(state, -1),
        Command::First => navigate::first(state),
        Command::Last => navigate::last(state),
        Command::HalfDown => navigate::page(state, 1, 2),
        Command::HalfUp => navigate::page(state, -1, 2),
        Command::PageDown => navigate::page(state, 1, 1),
        Command::PageUp => navigate::page(state, -1, 1),
        Command::PaneLeft => navigate::pane(state, super::state::Pane::left),
        Command::PaneRight => navigate::pane(state, super::state::Pane::right),
        Command::NextPane => navigate::pane(state, |pane| pane.further(1)),
        Command::PreviousPane => navigate::pane(state, |pane| pane.further(3)),
        Command::NextHeading => navigate::heading(state, true),
        Command::PreviousHeading => navigate::heading(state, false),
        Command::Open => navigate::open(state),
        Command::Follow => follow::link(state),
        Command::NumberLeft => overview::number(state, -1),
        Command::NumberRight => overview::number(state, 1),
        Command::NewOf(kind) => form::new_of(state, kind),
        Command::EditWorkspace => form::edit_workspace(state),
        Command::EditPeriod => form::edit_period(state),
        Command::MoveItem => programme::open_move(state),
        Command::Chart => chart::toggle(state),
        Command::Back => navigate::back(state),
        Command::NextGroup => navigate::group(state, true),
        Command::PreviousGroup => navigate::group(state, false),
        Command::NextLink => follow::step(state, true),
        Command::PreviousLink => follow::step(state, false),
        Command::Trackers => navigate::screen(state, Screen::Trackers),
        Command::Recommendations => navigate::screen(state, Screen::Recommendations),
        Command::Exceptions => navigate::screen(state, Screen::Exceptions),
        Command::Overview => navigate::screen(state, Screen::Overview),
        Command::Programme => navigate::screen(state, Screen::Programme),
        Command::History => navigate::screen(state, Screen::History),
        Command::RateRed => rate::rate(state, Rating::Red),
        Command::RateAmber => rate::rate(state, Rating::Amber),
        Command::RateGreen => rate::rate(state, Rating::Green),
        Command::Improving => rate::direct(state, Direction::Improving),
        Command::Static => rate::direct(state, Direction::Static),
        Command::Deteriorating => rate::direct(state, Direction::Deteriorating),
        Command::Note => rate::open_note(state),
        Command::Mark => marks::toggle(state),
        Command::MarkTo => marks::to_here(state),
        Command::MarkAll => marks::all(state),
        Command::LiftMarks => marks::lift(state),
        Command::Retire => many::ask_retire(state),
        Command::TakeUp => many::take_up(state),
        Command::WaitsForMe => marks::waits_for_me(state),
        Command::Approve => approve::approve(state),
        Command::StartPeriod => period::ask_start(state),
        Command::AsOfficer => approve::answered(state, "officer"),
        Command::AsDirector => approve::answered(state, "director"),
        Command::Stage => stage::open(state),
        Command::StageYes => stage::answer(state, true),
        Command::StageNo => stage::answer(state, false),
        Command::StageBack => stage::take_back(state),
        Command::StageDraft => stage::keep(state, Voice::Adviser),
        Command::StageConfirm => stage::keep(state, Voice::Board),
        Command::Answer => answer::open(state),
        Command::Matrix => matrix::show(state, Table::Matrix),
        Command::Gaps => matrix::show(state, Table::Gaps),
        Command::ColumnLeft => matrix::step(state, -1),
        Command::ColumnRight => matrix::step(state, 1),
        Command::OpenColumn => matrix::open_column(state),
        Command::Undo => round::undo(state),
        Command::Redo => change::redo(state),
        Command::Save => saved::send(state),
        Command::Filter => filter::open(state),
        Command::ClearFilter => filter::toggle(state),
        Command::Sort => sort::open(state),
        Command::Columns => sort::open_columns(state),
        Command::ToggleColumn => sort::toggle_column(state),
        Command::ColumnDown => sort::shift_column(state, 1),
        Command::ColumnUp => sort::shift_column(state, -1),
        Command::UsualColumns => sort::usual_columns(state),
        Command::Narrow => chips::open(state),
        Command::NextChips => chips::field(state, 1),
        Command::PreviousChips => chips::field(state, -1),
        Command::PickChip => chips::toggle(state),
        Command::Views => views::open(state),
        Command::SaveView => views::open_name(state),
        Command::DeleteView => views::ask_delete(state),
        Command::KeepShared => views::keep_shared(state),
        Command::KeepPrivate => views::accept_private(state),
        Command::Find => finder::open(state),
        Command::EarlierPeriod => period::go(state, Way::Earlier),
        Command::LaterPeriod => period::go(state, Way::Later),
        Command::Copy => clipboard::copy(state),
        Command::CopyPage => clipboard::copy_page(state),
        Command::CopyView => copy_view::open(state),
        Command::Round => round::open(state, false),
        Command::RoundMine => round::open(state, true),
        Command::NextTask => round::beside(state, true),
        Command::PreviousTask => round::beside(state, false),
        Command::NextPart => round::part(state, true),
        Command::Nothing => round::nothing(state),
        Command::Edit => form::edit(state),
        Command::EditText => form::edit_text(state),
        Command::AddUpdate => form::add_update(state),
        Command::New => form::new(state),
        Command::CompleteAction => form::ask_complete(state),
        Command::Delete => form::ask_delete(state),
        Command::NextField => form::next(state, 1),
        Command::PreviousField => form::next(state, -1),
        Command::KeepForm => form::keep(state),
        Command::FieldEditor => round::editor(state),
        Command::NewItem => form::new_item(state),
        Command::ItemAway => form::item_away(state),
        Command::ItemDown => form::item_shift(state, 1),
        Command::ItemUp => form::item_shift(state, -1),
        Command::Faults => help::open_faults(state),
        Command::Help => help::open(state),
        Command::Palette => palette::open(state),
        Command::Mouse => mouse::toggle(state),
        Command::LargerPane => sizes::resize(state, true),
        Command::SmallerPane => sizes::resize(state, false),
        Command::ResetPanes => sizes::reset(state),
        Command::Redraw => vec![Effect::Repaint],
        Command::Suspend => vec![Effect::Suspend],
        Command::Quit => leave::quit(state),
        Command::Accept => topmost::accept(state),
        Command::Complete => topmost::complete(state),
        Command::NextHit => topmost::choose(state, 1),
        Command::PreviousHit => topmost::choose(state, -1),
        Command::RecordHistory => history::of_record(state),
        Command::Regroup => history::regroup(state),
        Command::Reverse => history::ask(state),
        Command::Verify => history::verify(state),
        Command::Conflicts => conflict::open(state),
        Command::KeepTheirs => conflict::keep_theirs(state),
        Command::PutMine => conflict::put_mine(state),
        Command::MergeTexts => conflict::open_merge(state),
        Command::OpenSample => welcome::sample(state),
        Command::OpenFile => welcome::open(state),
        Command::NewWorkspace => welcome::new(state),
        Command::Yes => leave::yes(state),
        Command::No => leave::no(state),
    }
}

#[cfg(test)]
mod tests;
