use super::{Desk, committed};
use crate::app::command::{Command, Topic};
use crate::app::effect::Effect;
use crate::app::state::Overlay;

fn first(desk: &Desk) -> Option<Command> {
    match desk.state.overlays.last() {
        Some(Overlay::Palette(palette)) => palette.hits.first().copied(),
        other => panic!("no palette: {other:?}"),
    }
}

#[test]
fn commands_are_found_by_name_word_and_key() {
    for (typed, command) in [
        ("rate<Space>red", Command::RateRed),
        ("earlier", Command::EarlierPeriod),
        ("yellow", Command::RateAmber),
        ("worse", Command::Deteriorating),
        ("quarter<Space>back", Command::EarlierPeriod),
        ("exit", Command::Quit),
        ("R", Command::RateRed),
        ("y", Command::Copy),
        ("Y", Command::CopyPage),
        ("/", Command::Filter),
        ("ctrl-f", Command::Find),
        ("Ctrl-F", Command::Find),
        ("pgdn", Command::PageDown),
        ("gg", Command::First),
        ("g<Space>e", Command::Last),
        ("up", Command::Up),
        ("?", Command::Help),
    ] {
        let mut desk = Desk::small();
        desk.keys(&format!(": {typed}"));
        assert_eq!(first(&desk), Some(command), "{typed}");
    }
}

#[test]
fn enter_runs_the_selected_command_where_the_palette_was_opened() {
    let mut desk = Desk::small();
    let effects = desk.keys(": rate<Space>red <Enter>");
    committed(&effects);
    assert_eq!(desk.rated("neet"), "red improving");
    assert!(desk.state.overlays.is_empty());
    assert!(matches!(
        desk.keys("<Ctrl-p> suspend <Enter>").as_slice(),
        [Effect::Suspend]
    ));
    desk.keys(": help <Enter>");
    assert!(matches!(desk.state.overlays.as_slice(), [Overlay::Help(_)]));
}

#[test]
fn only_what_can_be_done_here_is_offered() {
    let mut desk = Desk::small();
    desk.keys("l : rate");
    assert_ne!(first(&desk), Some(Command::RateRed));
    let mut desk = Desk::small();
    desk.keys(": undo");
    assert_ne!(
        first(&desk),
        Some(Command::Undo),
        "there is nothing to undo"
    );
    let mut desk = Desk::small();
    desk.keys("R : undo");
    assert_eq!(first(&desk), Some(Command::Undo));
}

#[test]
fn nothing_found_runs_nothing() {
    let mut desk = Desk::small();
    assert!(desk.keys(": zzzz <Enter>").is_empty());
    assert_eq!(desk.message(), "No command fits that");
    assert!(desk.state.overlays.is_empty());
}

#[test]
fn the_arrows_choose_and_escape_runs_nothing() {
    let mut desk = Desk::small();
    assert!(desk.keys(": <Down> <Down> <Up> <Esc>").is_empty());
    assert!(desk.state.overlays.is_empty());
    desk.keys(": rate <Down> <Enter>");
    assert_eq!(desk.message(), "LN-1 is amber already in 2010/11 Q2");
}

#[test]
fn before_anything_is_typed_what_can_be_done_with_the_selection_comes_first_and_moving_last() {
    let mut desk = Desk::small();
    desk.keys(":");
    let Some(Overlay::Palette(palette)) = desk.state.overlays.last() else {
        panic!("no palette");
    };
    let topics: Vec<Topic> = palette.hits.iter().map(|it| it.spec().topic).collect();
    assert_eq!(topics.first(), Some(&Topic::Change));
    assert_eq!(topics.last(), Some(&Topic::Move));
    assert!(topics.is_sorted_by_key(|topic| *topic == Topic::Move));
}
