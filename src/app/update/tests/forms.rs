use super::{Desk, committed, read, update};
use crate::app::effect::Effect;
use crate::app::form::{Form, Tone};
use crate::app::input::InputEvent;
use crate::app::message::Msg;
use crate::app::state::{File, Options, Overlay, Pane};
use crate::domain::edit::Edit;
use crate::domain::kind::Kind;

fn form(desk: &Desk) -> &Form {
    match desk.state.overlays.last() {
        Some(Overlay::Form(form)) => form,
        other => panic!("no form: {other:?}"),
    }
}

/// The focused field: its label, what stands in it, and what is said of it.
fn focused(desk: &Desk) -> (&'static str, String, Tone) {
    let field = form(desk).fields().unwrap().focused().unwrap();
    (field.spec.label, field.input.text(), field.remark.tone)
}

#[test]
fn a_form_goes_through_its_fields_and_keeps_them_as_one_step() {
    let mut desk = Desk::small();
    desk.keys("e");
    assert_eq!(focused(&desk).0, "Code");
    let effects = desk.keys("x <Enter> y <Tab> <Tab> z <Ctrl-s>");
    let step = &committed(&effects).step;
    let fields: Vec<&str> = step
        .edits
        .iter()
        .map(|edit| match edit {
            Edit::Set { field, at, .. } if at.members.is_empty() => field.as_str(),
            _ => "then",
        })
        .collect();
    // The code of then stays with the priority, the title of then with the tracker before the current
    // period.
    assert_eq!(fields, ["then", "code", "then", "title", "why"]);
    assert_eq!(step.cause, "key e");
    assert_eq!(
        desk.message(),
        "LN-1 changed; LN-1 stays its code of 2010/11 Q1   u undoes"
    );
}

#[test]
fn a_form_in_which_nothing_was_typed_is_no_step() {
    let mut desk = Desk::small();
    assert!(desk.keys("e <Tab> <Tab> <Ctrl-s>").is_empty());
    assert!(desk.state.overlays.is_empty());
    assert!(desk.message().contains("nothing was changed"));
}

#[test]
fn a_name_is_completed_from_what_exists_and_never_guessed() {
    let mut desk = Desk::small();
    desk.keys("e <Tab> <Tab> <Ctrl-u> heal");
    assert_eq!(focused(&desk), ("Theme", "heal".to_owned(), Tone::Trouble));
    desk.keys("<Enter>");
    assert_eq!(focused(&desk), ("Theme", "HW".to_owned(), Tone::Plain));
    // Where only one fits, leaving the field takes it; where none does, it stays as it is.
    desk.keys("<Ctrl-u> learn <Tab> <Shift-Tab>");
    assert_eq!(focused(&desk).1, "LN");
    desk.keys("<Ctrl-u> zzz <Tab> <Shift-Tab>");
    assert_eq!(focused(&desk), ("Theme", "zzz".to_owned(), Tone::Trouble));
    assert!(desk.keys("<Ctrl-s>").is_empty(), "it is not kept");
    assert!(
        desk.message()
            .starts_with("Not kept yet: Theme: no theme fits")
    );
}

#[test]
fn the_tracker_of_the_period_in_view_is_made_in_its_place_or_changed() {
    let mut desk = Desk::small();
    desk.saved_keys("< i y r <Ctrl-s>");
    assert_eq!(desk.rated_in("neet", "2010/11 Q1"), "red static");
    // A priority without a tracker of the period gets one before the later ones.
    desk.saved_keys("j i y g <Ctrl-s>");
    assert_eq!(desk.rated_in("early", "2010/11 Q1"), "green -");
    let periods = desk.state.workspace().priorities.get("early").unwrap();
    let periods: Vec<&str> = periods.updates.iter().map(|it| it.period.text()).collect();
    assert_eq!(periods, ["2010/11 Q1", "2010/11 Q2"]);
}

#[test]
fn a_joint_tracker_is_changed_where_it_stands() {
    let joint = super::SMALL.replace(
        r#"{"period": "2010/11 Q2", "rating": "red"}"#,
        r#"{"period": "2010/11 Q2", "rating": "red", "joint_with": ["dental"]}"#,
    );
    let mut desk = Desk::with(read(&joint), File::default(), &Options::default());
    desk.saved_keys("g e");
    assert_eq!(desk.priority(), "dental");
    desk.saved_keys("i g <Ctrl-s>");
    assert_eq!(desk.rated("teenage"), "green -");
    assert_eq!(desk.rated("dental"), "no tracker");
    // The keys that rate, and the note, do the same.
    desk.saved_keys("A +");
    assert!(desk.message().contains("and so HW-2"), "{}", desk.message());
    assert_eq!(desk.rated("teenage"), "amber improving");
    desk.saved_keys("n why <Enter>");
    assert_eq!(desk.rated("dental"), "no tracker");
    let priorities = &desk.state.workspace().priorities;
    let teenage = priorities.get("teenage").unwrap();
    assert_eq!(teenage.updates.last().unwrap().rating_note, "why");
}

#[test]
fn a_new_record_begins_with_what_is_in_view_and_is_selected() {
    let mut desk = Desk::small();
    desk.saved_keys("h j l o HW-7 <Tab> Sight <Ctrl-s>");
    assert_eq!(desk.priority(), "hw-7", "after {}", desk.message());
    let made = desk.state.workspace().priorities.get("hw-7").unwrap();
    assert_eq!(made.theme.as_str(), desk.selected(Pane::Themes));
    desk.saved_keys("u");
    assert!(desk.state.workspace().priorities.get("hw-7").is_none());
    assert!(!desk.rows(Pane::Priorities).contains("hw-7"));
}

#[test]
fn completing_an_action_in_a_past_period_asks() {
    let mut desk = Desk::small();
    assert!(desk.keys("< l l x").is_empty());
    assert!(matches!(
        desk.state.overlays.last(),
        Some(Overlay::Question(_))
    ));
    committed(&desk.keys("y"));
    let action = desk.state.workspace().actions.get("connexions").unwrap();
    assert_eq!(action.progress[0].period.text(), "2010/11 Q1");
}

#[test]
fn a_deletion_asks_and_only_y_confirms() {
    for key in ["<Enter>", "D", "<Space>", "d", "n", "<Esc>"] {
        let mut desk = Desk::small();
        desk.keys("D");
        assert!(matches!(
            desk.state.overlays.last(),
            Some(Overlay::Question(_))
        ));
        assert!(desk.keys(key).is_empty(), "{key}");
        assert!(
            desk.state.workspace().priorities.get("neet").is_some(),
            "{key}"
        );
    }
    let mut desk = Desk::small();
    committed(&desk.keys("D y"));
    assert!(desk.state.workspace().priorities.get("neet").is_none());
}

#[test]
fn a_list_takes_items_out_puts_them_back_and_moves_them() {
    let mut desk = Desk::small();
    let steps = "e <Tab> <Tab> <Tab> <Tab> <Tab> <Tab> <Tab> <Tab> <Enter>";
    desk.keys(steps);
    assert_eq!(desk.state.place(), crate::app::place::Places::FORM_LIST);
    desk.keys("J <Esc>");
    assert_eq!(form(&desk).entered(), ["Indicators"]);
    desk.saved_keys("<Ctrl-s>");
    let indicators = |desk: &Desk| {
        let priority = desk.state.workspace().priorities.get("neet").unwrap();
        let ids = priority
            .indicators
            .iter()
            .map(crate::domain::id::Id::as_str);
        ids.collect::<Vec<_>>().join(" ")
    };
    assert_eq!(indicators(&desk), "ni-148 ni-117");
    desk.keys(steps);
    desk.saved_keys("D j D D o NI<Space>112 <Ctrl-s>");
    assert_eq!(indicators(&desk), "ni-117 ni-112");
}

#[test]
fn a_record_that_somebody_takes_out_meanwhile_is_refused_and_the_form_stays() {
    let mut desk = Desk::small();
    desk.keys("e <Tab> more");
    let without = super::SMALL.replace("\"id\": \"neet\"", "\"id\": \"other\"");
    let theirs = read(&without);
    let told = Msg::TakenIn {
        workspace: Box::new(theirs),
        entries: Vec::new(),
    };
    update(&mut desk.state, told);
    assert!(desk.keys("<Ctrl-s>").is_empty());
    assert!(
        desk.message().contains("not there any more"),
        "{}",
        desk.message()
    );
    assert_eq!(focused(&desk).1, "Young people in work or learningmore");
}

#[test]
fn an_answer_of_the_editor_without_a_form_changes_nothing() {
    let mut desk = Desk::small();
    let before = desk.state.workspace().clone();
    for outcome in [Ok("text".to_owned()), Err("it failed".to_owned())] {
        assert!(update(&mut desk.state, Msg::Edited(outcome)).is_empty());
    }
    assert!(desk.state.workspace() == &before);
    assert!(matches!(desk.keys("E").as_slice(), [Effect::EditText(_)]));
}

#[test]
fn every_kind_has_a_form_that_opens_takes_anything_and_closes() {
    for kind in Kind::ALL {
        let mut desk = Desk::small();
        let given = crate::domain::form::Object::default();
        super::super::form::open_new(&mut desk.state, "o", *kind, given);
        let fields = form(&desk).fields().unwrap().fields.len();
        for _ in 0..fields {
            let paste = InputEvent::Paste("Q2 2010/11 \u{202e}\u{1b}[A\n7".to_owned());
            update(&mut desk.state, Msg::Input(paste));
            desk.keys("<Enter> <Down> <Esc> n <Tab>");
        }
        desk.keys("<Ctrl-s> <Esc> y <Esc> y");
        assert!(desk.state.overlays.is_empty(), "{kind}");
    }
}

#[test]
fn a_form_in_a_past_period_asks_first_and_names_the_period() {
    for (keys, asked) in [
        ("i", "The form changes what was reported of LN-1 then."),
        (
            "e",
            "The form shows and changes LN-1 as it is now, not as it stood then.",
        ),
        ("E", "The form changes what was reported of LN-1 then."),
        (
            "o",
            "The form is of a new priority that is there from now on.",
        ),
    ] {
        for no in ["n", "<Esc>"] {
            let mut desk = Desk::small();
            assert!(desk.keys("<").is_empty());
            assert!(desk.keys(keys).is_empty(), "{keys}");
            let Some(Overlay::Question(question)) = desk.state.overlays.last() else {
                panic!("{keys} asks nothing");
            };
            let words = format!("2010/11 Q1 is a past period. {asked} Open it?");
            assert_eq!(question.words(), words);
            assert!(desk.keys(no).is_empty());
            assert!(desk.state.overlays.is_empty(), "{keys} {no}");
        }
    }
    let mut desk = Desk::small();
    desk.keys("< i y");
    assert_eq!(focused(&desk).0, "Rating");
    let effects = desk.keys("r <Ctrl-s>");
    committed(&effects);
    assert_eq!(desk.rated_in("neet", "2010/11 Q1"), "red static");
    let mut desk = Desk::small();
    let effects = desk.keys("< E y");
    assert!(matches!(effects.as_slice(), [Effect::EditText(_)]));
    assert_eq!(focused(&desk).0, "Summary");
}

#[test]
fn a_form_that_is_opened_from_a_question_shows_what_others_did_meanwhile() {
    let mut desk = Desk::small();
    desk.keys("< e");
    let theirs = super::SMALL.replace("Young people in work or learning", "Theirs");
    let told = Msg::TakenIn {
        workspace: Box::new(read(&theirs)),
        entries: Vec::new(),
    };
    update(&mut desk.state, told);
    desk.keys("y");
    let fields = form(&desk).fields().unwrap();
    let shown = fields.fields.iter().find(|it| it.spec.key == "title");
    assert_eq!(shown.unwrap().input.text(), "Theirs");
}

#[test]
fn a_record_with_another_code_is_still_found_by_the_one_it_had() {
    let mut desk = Desk::small();
    let effects = desk.keys("e <Ctrl-u> LN-7 <Ctrl-s>");
    let cause = &committed(&effects).step;
    assert_eq!(cause.edits.len(), 2, "one step");
    assert_eq!(
        desk.message(),
        "LN-1 changed; LN-1 stays its code of 2010/11 Q1   u undoes"
    );
    desk.save(effects);
    let (workspace, moment) = (desk.state.workspace(), desk.state.moment);
    let neet = crate::domain::id::RecordRef::read("priority:neet").unwrap();
    for typed in ["LN-7", "LN-1", "ln1"] {
        let found = crate::analysis::naming::resolve(workspace, typed, moment);
        assert_eq!(found, std::slice::from_ref(&neet), "{typed}");
    }
    // Then it was called as it was then.
    desk.keys("<");
    let (workspace, moment) = (desk.state.workspace(), desk.state.moment);
    assert_eq!(
        crate::analysis::naming::code_of(workspace, &neet, moment),
        "LN-1"
    );
    desk.keys(">");
    desk.saved_keys("u");
    let (workspace, moment) = (desk.state.workspace(), desk.state.moment);
    assert_eq!(
        crate::analysis::naming::code_of(workspace, &neet, moment),
        "LN-1"
    );
}
