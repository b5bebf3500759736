//! Every way of entering a field: what fits, what does not, nothing, a paste, and hostile text.

use super::{Desk, update};
use crate::app::effect::Effect;
use crate::app::form::{Asked, Fields, Form, Tone};
use crate::app::input::InputEvent;
use crate::app::message::Msg;
use crate::app::state::Overlay;
use crate::domain::form::{Entry, Object, form_of};
use crate::domain::kind::Kind;
use crate::text::is_safe;

fn form(desk: &mut Desk) -> &mut Form {
    match desk.state.overlays.last_mut() {
        Some(Overlay::Form(form)) => form,
        other => panic!("no form: {other:?}"),
    }
}

/// Does something with the open fields, and what they are read against.
fn with_fields<T>(desk: &mut Desk, with: impl FnOnce(&mut Fields, &Asked<'_>) -> T) -> T {
    let workspace = desk.state.workspace().clone();
    let moment = desk.state.moment;
    let form = form(desk);
    let asked = Asked::new(&workspace, moment, form.unit.clone());
    with(form.fields_mut().unwrap(), &asked)
}

/// A desk with the form of a new record open at a field.
fn at(kind: Kind, key: &str) -> Desk {
    let mut desk = Desk::small();
    super::super::form::open_new(&mut desk.state, "o", kind, Object::default());
    with_fields(&mut desk, |fields, asked| fields.go_to(key, asked));
    desk
}

/// The form of a result, in which figures are entered.
fn at_figure() -> Desk {
    let mut desk = Desk::small();
    desk.keys("<Tab> i");
    assert_eq!(
        form(&mut desk)
            .fields()
            .unwrap()
            .focused()
            .unwrap()
            .spec
            .label,
        "Figure"
    );
    desk
}

fn paste(desk: &mut Desk, text: &str) -> Vec<Effect> {
    update(
        &mut desk.state,
        Msg::Input(InputEvent::Paste(text.to_owned())),
    )
}

/// What stands in the focused field, how much its remark matters, and what would be kept of it.
fn stands(desk: &mut Desk) -> (String, Tone, String) {
    with_fields(desk, |fields, asked| {
        let field = fields.focused().unwrap().clone();
        let mut object = fields.base.clone();
        // Other fields may be needed and empty; this one is looked at alone.
        let kept = match (field.remark.tone, field.write(&mut object, "", asked)) {
            (Tone::Trouble, _) | (_, Err(_)) => "refused".to_owned(),
            _ => object
                .get(field.spec.key)
                .map_or("nothing".to_owned(), ToString::to_string),
        };
        (field.input.text(), field.remark.tone, kept)
    })
}

/// What a field is, where it stands, and the texts with what becomes of them.
type Case = (
    &'static str,
    fn() -> Desk,
    [(&'static str, &'static str); 3],
);

/// A field of each kind: where it stands; a text that fits with what is kept; one that does not fit
/// with what becomes of it; a paste of several lines with what stands there then.
#[rustfmt::skip]
const KINDS: &[Case] = &[
    ("line", || at(Kind::Theme, "code"), [
        ("LN :q R", "\"LN :q R\""), ("\u{202e}x", "refused"), ("one\r\ntwo\n", "one  two")]),
    ("prose", || at(Kind::Priority, "why"), [
        ("Because R", "\"Because R\""), ("\u{202e}x", "refused"), ("one\r\ntwo\n", "one\ntwo\n")]),
    ("yes or no", || at(Kind::Priority, "high_risk"), [
        ("y", "true"), ("perhaps", "nothing"), ("no\n", "no")]),
    ("number", || at(Kind::Judgement, "grade"), [
        ("1,281", "1281"), ("4 apples", "refused"), ("3\n", "3")]),
    ("figure", at_figure, [
        ("9.5% (2246)", "9.5"), ("nice", "nothing"), ("76.24%\n(1171/1536)", "76.24% (1171/1536)")]),
    ("period", || at(Kind::Highlight, "period"), [
        ("Q2 2010/11", "\"2010/11 Q2\""), ("soon", "refused"), ("2010/11\nQ2", "2010/11 Q2")]),
    ("day", || at(Kind::Plan, "from"), [
        ("10th Nov 2010", "\"2010-11-10\""), ("31 Feb 2010", "refused"), ("10 Nov\n2010", "10 Nov 2010")]),
    ("time in words", || at(Kind::Inquiry, "at"), [
        ("Dec 2010", "\"2010-12\""), ("one day", "\"one day\""), ("Dec\n2010", "Dec 2010")]),
    ("timescale", || at(Kind::Action, "timescale"), [
        ("Nov 2010", "{\"text\":\"Nov 2010\"}"), ("one day", "{\"text\":\"one day\"}"), ("Nov\n2010", "Nov 2010")]),
    ("unit", || at(Kind::Indicator, "unit"), [
        ("per 10,000", "{\"rate_per\":10000}"), ("furlongs of", "refused"), ("out of\n40", "out of 40")]),
    ("tolerance", || at(Kind::Indicator, "tolerance"), [
        ("2 points", "{\"points\":2}"), ("a bit", "refused"), ("5\npercent", "5 percent")]),
    ("pairs", || at(Kind::Workspace, "abbreviations"), [
        ("A=b", "{\"A\":\"b\"}"), ("A", "refused"), ("A=b\nC=d", "A=b\nC=d")]),
    ("choice", || at(Kind::Indicator, "polarity"), [
        ("r", "\"rise\""), ("xq", "nothing"), (" Fall\n", "fall")]),
    ("rating", || at(Kind::Recommendation, "rating"), [
        ("a", "\"amber\""), ("xq", "nothing"), ("red\n", "red")]),
    ("reference", || at(Kind::Priority, "theme"), [
        ("LN", "\"ln\""), ("zzz", "refused"), ("H\nW", "H W")]),
    ("any record", || at(Kind::Answer, "concerns"), [
        ("NI 117", "\"indicator:ni-117\""), ("zzz", "refused"), ("NI\n117", "NI 117")]),
];

/// Types a text, letter by letter, as the keys that they are.
fn type_in(desk: &mut Desk, text: &str) {
    for letter in text.chars() {
        let key = crate::app::key::Key::Char(letter);
        let effects = update(&mut desk.state, Msg::Input(InputEvent::Key(key)));
        assert!(effects.is_empty(), "{letter} of {text}");
    }
}

#[test]
fn every_kind_of_field_takes_what_fits_and_says_beside_it_what_does_not() {
    for &(name, open, [(good, kept), (bad, then), _]) in KINDS {
        let mut desk = open();
        type_in(&mut desk, good);
        let (_, tone, value) = stands(&mut desk);
        assert_eq!(
            (value.as_str(), tone == Tone::Trouble),
            (kept, false),
            "{name}: {good}"
        );
        let mut desk = open();
        type_in(&mut desk, bad);
        let (_, tone, value) = stands(&mut desk);
        assert_eq!(
            (value.as_str(), tone == Tone::Trouble),
            (then, then == "refused"),
            "{name}: {bad}"
        );
        if then == "refused" {
            // It cannot be kept, and nothing of it is lost.
            let before = desk.state.workspace().clone();
            assert!(desk.keys("<Ctrl-s>").is_empty(), "{name}");
            assert!(
                desk.message().starts_with("Not kept yet"),
                "{name}: {}",
                desk.message()
            );
            assert!(desk.state.workspace() == &before);
            form(&mut desk);
        }
    }
}

#[test]
fn every_kind_of_field_can_be_emptied_again() {
    for &(name, open, [(good, _), ..]) in KINDS {
        let mut desk = open();
        type_in(&mut desk, good);
        desk.keys("<Ctrl-u> <Backspace>");
        assert_eq!(
            stands(&mut desk),
            (String::new(), Tone::Plain, "nothing".to_owned()),
            "{name}"
        );
        desk.keys("<Esc>");
        assert!(
            desk.state.overlays.is_empty(),
            "{name}: nothing is asked where nothing is typed"
        );
    }
}

#[test]
fn a_paste_of_several_lines_stays_in_its_field() {
    for &(name, open, [.., (pasted, stood)]) in KINDS {
        let mut desk = open();
        let before = desk.state.workspace().clone();
        assert!(paste(&mut desk, pasted).is_empty(), "{name}");
        assert_eq!(stands(&mut desk).0, stood, "{name}");
        assert!(desk.state.workspace() == &before, "{name}");
    }
}

/// What nobody types: escape sequences, control characters, direction overrides, tags, line
/// separators, keys that would be commands, and the ends of forms.
const HOSTILE: &[&str] = &[
    "\u{1b}[31mred\u{1b}[0m",
    "\u{1b}]52;c;cm0gLXJm\u{7}",
    "a\0b\u{7f}\u{9b}31m",
    "\u{202e}txt.exe\u{2066}",
    "\u{e0041}\u{2028}\u{feff}",
    ":q\rR\u{13}y\u{3}D\u{1b}y",
    "{\"$\":[[[[",
    "' OR 1=1; --",
    "=HYPERLINK(\"x\")",
    "\u{301}\u{301}\u{301}e\u{301}👨‍👩‍👧",
    "99999999999999999999999999999/00",
    "-0.0000000000000000000000000001e-400",
];

/// Asserts that a paste ran nothing, and that nothing in the field can do harm or would be kept.
fn harmless(desk: &mut Desk, text: &str, before: &crate::domain::workspace::Workspace, what: &str) {
    assert!(paste(desk, text).is_empty(), "{what}: {text:?}");
    assert_eq!(desk.state.overlays.len(), 1, "{what}: {text:?}");
    assert!(desk.state.workspace() == before, "{what}: {text:?}");
    let (stood, _, kept) = stands(desk);
    assert!(
        stood.lines().flat_map(str::chars).all(|c| !c.is_control()),
        "{what}: {stood:?}"
    );
    if kept != "refused" && kept != "nothing" {
        assert!(stood.lines().all(is_safe), "{what}: {stood:?} is kept");
    }
}

#[test]
fn hostile_text_in_any_field_of_any_kind_runs_nothing_and_is_never_kept_as_it_is() {
    for kind in Kind::ALL {
        let fields: Vec<_> = form_of(*kind).all_fields().collect();
        let mut desk = at(*kind, fields[0].key);
        let before = desk.state.workspace().clone();
        for field in fields {
            with_fields(&mut desk, |fields, asked| fields.go_to(field.key, asked));
            for text in HOSTILE {
                let what = format!("{} of {kind}", field.key);
                harmless(&mut desk, text, &before, &what);
                if matches!(field.entry, Entry::Prose | Entry::Pairs) {
                    desk.keys("<Ctrl-u> <Backspace> <Ctrl-u>");
                }
                desk.keys("<Ctrl-u> <Backspace>");
            }
        }
    }
}

#[test]
fn a_megabyte_in_a_field_is_refused_whole_and_said() {
    let large = "x y".repeat(400_000);
    for &(name, open, [(good, _), ..]) in KINDS {
        let mut desk = open();
        type_in(&mut desk, good);
        let (before, _, _) = stands(&mut desk);
        assert!(paste(&mut desk, &large).is_empty(), "{name}");
        assert_eq!(stands(&mut desk).0, before, "{name}");
        assert!(
            desk.message().starts_with("Nothing was pasted"),
            "{name}: {}",
            desk.message()
        );
    }
}

#[test]
fn a_text_of_the_editor_that_is_too_long_for_its_field_is_kept_aside() {
    for (kind, key) in [(Kind::Priority, "why"), (Kind::Theme, "title")] {
        let mut desk = at(kind, key);
        type_in(&mut desk, "before");
        assert!(
            matches!(desk.keys("<Ctrl-o>").as_slice(), [Effect::EditText(text)] if text == "before")
        );
        let large = "x".repeat(300_000);
        let effects = update(&mut desk.state, Msg::Edited(Ok(large.clone())));
        assert!(
            matches!(effects.as_slice(), [Effect::KeepText(text)] if *text == large),
            "{key}"
        );
        assert_eq!(stands(&mut desk).0, "before", "{key}");
    }
}

#[test]
fn a_new_record_of_every_kind_has_a_command_from_anywhere() {
    for screen in ["1", "2", "3", "4", "5", "6"] {
        for kind in Kind::ALL.iter().filter(|kind| **kind != Kind::Workspace) {
            let mut desk = Desk::small();
            desk.keys(screen);
            let command = crate::app::command::Command::NewOf(*kind);
            super::super::perform(&mut desk.state, command);
            assert_eq!(
                form(&mut desk).described.one,
                form_of(*kind).one,
                "{screen}"
            );
            assert!(command.spec().name.starts_with("new-"), "{kind}");
        }
    }
}

#[test]
fn the_period_in_view_and_the_workspace_have_forms_from_anywhere() {
    let mut desk = Desk::small();
    desk.keys("4 : edit-period <Enter>");
    let fields = form(&mut desk).fields().unwrap();
    assert_eq!(fields.heading, "New period");
    assert_eq!(fields.focused().unwrap().input.text(), "2010/11 Q2");
    desk.saved_keys("<Ctrl-s>");
    assert_eq!(desk.state.workspace().periods.len(), 1);
    desk.keys(": edit-period <Enter>");
    assert_eq!(
        form(&mut desk).fields().unwrap().heading,
        "Edit period 2010/11 Q2"
    );
    desk.keys("<Esc> : edit-workspace <Enter>");
    assert_eq!(
        form(&mut desk).fields().unwrap().heading,
        "Edit the workspace"
    );
}
