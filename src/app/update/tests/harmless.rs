use super::{Desk, update};
use crate::app::command::{COMMANDS, Command};
use crate::app::effect::Effect;
use crate::app::input::InputEvent;
use crate::app::message::Msg;
use crate::app::place::Places;
use crate::app::state::Overlay;

/// Scripts that lead to every place.
const PLACES: &[&str] = &[
    "",
    "h",
    "l",
    "l l",
    "<Enter>",
    "l <Enter>",
    "l l <Enter>",
    "/",
    "<Ctrl-f>",
    ":",
    "?",
    "w",
    "n",
    "< R",
    "g",
    "2",
    "2 <Enter>",
    "2 m",
    "2 M",
    "2 s y",
    "2 s n",
    "3",
    "3 a",
    "4",
    "4 <Enter>",
    "4 <End> <Enter> .",
    "l t",
    "S",
    "c",
    "3 S",
    "5",
    "6",
    "<space>",
    "<space> e",
    "<space> R",
    "* p",
    "2 <space>",
    "3 * e",
    "U",
    "U <Tab> <Tab>",
];

fn every_binding() -> Vec<String> {
    let bindings = COMMANDS.iter().flat_map(|spec| spec.keys.iter().copied());
    let bracketed = |keys: &'static str| {
        let keys = keys.split(' ').map(|key| format!("<{key}>"));
        keys.collect::<String>()
    };
    bindings
        .map(bracketed)
        .filter(|keys| keys != "<>>")
        .chain([">".to_owned()])
        .collect()
}

fn no_commit(effects: &[Effect]) -> bool {
    !effects
        .iter()
        .any(|effect| matches!(effect, Effect::Commit(_)))
}

#[test]
fn a_file_that_cannot_be_written_refuses_every_change_and_says_why() {
    for place in PLACES {
        for keys in every_binding() {
            let mut desk = Desk::read_only();
            let before = desk.state.workspace().clone();
            desk.keys(place);
            let effects = desk.keys(&format!("{keys} x <Enter> y <Esc>"));
            assert!(no_commit(&effects), "{keys} after “{place}”");
            assert!(desk.state.workspace() == &before, "{keys} after “{place}”");
        }
    }
    let changes = COMMANDS.iter().filter(|spec| {
        let history = [
            Command::Undo,
            Command::Redo,
            Command::Save,
            Command::Conflicts,
            Command::Reverse,
        ];
        spec.topic.changes() && !history.contains(&spec.command)
    });
    for spec in changes {
        if !spec.places.has(Places::PRIORITIES) || spec.keys.is_empty() {
            let mut desk = Desk::read_only();
            desk.keys("5");
            assert!((spec.target)(&desk.state).is_none(), "{}", spec.name);
            continue;
        }
        let mut desk = Desk::read_only();
        let mut screens = "123456".chars().map(String::from);
        screens.find(|screen| {
            desk.keys(screen);
            spec.places.has(desk.state.place())
        });
        desk.keys(&format!("<{}>", spec.keys[0]));
        assert_eq!(
            desk.message(),
            "Read-only: the file belongs to somebody else",
            "{}",
            spec.name
        );
        desk.keys(": <Enter>");
        assert!(
            desk.state.journal.undo.is_none(),
            "the palette does not offer it"
        );
    }
}

#[test]
fn no_command_of_the_registry_changes_a_file_that_cannot_be_written_wherever_it_is_asked_for() {
    for place in PLACES {
        for spec in COMMANDS {
            let mut desk = Desk::read_only();
            let before = desk.state.workspace().clone();
            desk.keys(place);
            if !spec.places.has(desk.state.place()) {
                continue;
            }
            let mut effects = super::super::run(&mut desk.state, spec);
            // Whatever it asks is answered with yes, and kept.
            effects.extend(desk.keys("y <Enter> <Ctrl-s> y"));
            let name = spec.name;
            assert!(no_commit(&effects), "{name} after “{place}”");
            assert!(desk.state.workspace() == &before, "{name} after “{place}”");
            assert!(desk.state.journal.undo.is_none(), "{name} after “{place}”");
        }
    }
}

#[test]
fn a_file_that_cannot_be_written_is_not_named_where_nothing_is_selected() {
    let mut desk = Desk::read_only();
    desk.keys("h y");
    assert_eq!(desk.message(), "Nothing is selected here");
}

#[test]
fn pasted_text_never_runs_commands() {
    for place in PLACES {
        let mut desk = Desk::small();
        desk.keys(place);
        let before = desk.state.workspace().clone();
        let overlays = desk.state.overlays.len();
        for text in ["RAG+=-u", "q", "y\r\n", "\u{1b}[A", ":quit\r", "g"] {
            let paste = InputEvent::Paste(text.to_owned());
            assert!(update(&mut desk.state, Msg::Input(paste)).is_empty());
        }
        assert!(desk.state.workspace() == &before, "after “{place}”");
        assert_eq!(desk.state.overlays.len(), overlays, "after “{place}”");
        assert!(desk.state.typed.is_empty(), "after “{place}”");
    }
}

#[test]
fn pasted_text_goes_into_a_line_as_one_line() {
    let mut desk = Desk::small();
    desk.keys("/");
    let paste = InputEvent::Paste("teenage\r\n".to_owned());
    update(&mut desk.state, Msg::Input(paste));
    assert_eq!(desk.priority(), "teenage");
    let mut desk = Desk::small();
    let paste = InputEvent::Paste("teenage".to_owned());
    update(&mut desk.state, Msg::Input(paste));
    assert!(desk.message().starts_with("Pasted text is taken in a line"));
    update(&mut desk.state, Msg::Input(InputEvent::PasteTooLong));
    assert!(desk.message().contains("too long"));
}

#[test]
fn in_an_empty_workspace_every_key_is_harmless_everywhere() {
    for place in PLACES {
        for keys in every_binding() {
            let mut desk = Desk::empty();
            desk.keys(place);
            let effects = desk.keys(&format!("{keys} x <Enter>"));
            assert!(no_commit(&effects), "{keys} after “{place}”");
            assert!(desk.state.ledger.pending().next().is_none());
        }
    }
}

#[test]
fn without_a_current_period_rating_says_what_is_missing() {
    let text = super::SMALL.replace(r#""current_period": "2010/11 Q2","#, "");
    let mut desk = Desk::with(
        super::read(&text),
        crate::app::state::File::default(),
        &crate::app::state::Options::default(),
    );
    for key in ["R", "+", "n"] {
        assert!(desk.keys(key).is_empty());
        assert_eq!(
            desk.message(),
            "The workspace has no current period to rate in; set current_period first",
            "{key}"
        );
    }
}

#[test]
fn the_terminal_s_own_keys_ask_for_their_effects() {
    let mut desk = Desk::small();
    assert!(matches!(
        desk.keys("<Ctrl-l>").as_slice(),
        [Effect::Repaint]
    ));
    for place in PLACES.iter().filter(|place| **place != "g") {
        let mut desk = Desk::small();
        desk.keys(place);
        let effects = desk.keys("<Ctrl-z>");
        assert!(
            matches!(effects.as_slice(), [Effect::Suspend]),
            "after “{place}”"
        );
    }
    assert!(matches!(
        update(&mut desk.state, Msg::Repaint).as_slice(),
        [Effect::Repaint]
    ));
}

#[test]
fn help_is_about_where_it_was_asked_for_and_closes() {
    for place in ["", "h", "l", "l l", "<Enter>", "l <Enter>"] {
        let mut desk = Desk::small();
        desk.keys(place);
        let here = desk.state.place();
        desk.keys("?");
        let Some(Overlay::Help(help)) = desk.state.overlays.last() else {
            panic!("no help after “{place}”");
        };
        assert_eq!(help.about, here, "after “{place}”");
        desk.keys("<Esc>");
        assert_eq!(desk.state.place(), here, "after “{place}”");
    }
}

#[test]
fn help_is_narrowed_by_what_is_typed_and_escape_widens_it_before_it_closes() {
    let fits = |desk: &Desk| match desk.state.overlays.last() {
        Some(Overlay::Help(help)) => help.fits.clone(),
        other => panic!("no help: {other:?}"),
    };
    for (typed, here, elsewhere) in [
        ("ctrl-f", Some("find"), None),
        ("rate<Space>red", Some("rate-red"), None),
        ("revert", Some("undo"), Some("take-back")),
        ("crosswalk", None, Some("matrix")),
    ] {
        let mut desk = Desk::small();
        desk.keys(&format!("? {typed}"));
        let found = fits(&desk).unwrap_or_else(|| panic!("{typed} narrows nothing"));
        let first = found.map(|names| names.first().copied());
        assert_eq!(first[0], here, "{typed}");
        if elsewhere.is_some() {
            assert_eq!(first[1], elsewhere, "{typed}");
        }
        desk.keys("<Esc>");
        assert_eq!(fits(&desk), None, "{typed}");
        desk.keys("<Esc>");
        assert!(desk.state.overlays.is_empty(), "{typed}");
    }
}
