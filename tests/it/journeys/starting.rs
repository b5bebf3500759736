//! The first screen, where no file is open.

use insta::{assert_snapshot, with_settings};

use scrutineer::app::keymap::{Change, Keymap};

use crate::support::journey::{EMPTY, Journey, LEEDS, SAMPLE, Sitting};

fn assert_screen(name: &str, screen: &str) {
    with_settings!({
        snapshot_path => "../snapshots",
        prepend_module_to_snapshot => false,
        omit_expression => true,
    }, {
        assert_snapshot!(name, screen);
    });
}

#[test]
fn without_a_file_there_is_a_choice_at_every_size() {
    let files = [("plan.json", SAMPLE), ("budget.json", EMPTY)];
    for (name, size) in [
        ("wide", (120, 40)),
        ("usual", (80, 24)),
        ("small", (40, 12)),
    ] {
        let mut journey = Journey::without_file(size, &files, None);
        assert_screen(&format!("without_a_file_{name}"), &journey.screen());
    }
    for size in [(1, 1), (20, 5), (21, 6), (200, 50)] {
        let mut journey = Journey::without_file(size, &files, None);
        journey.keys("j j j j n T <Enter> <Esc> <Esc> o <Down> <Up> <Tab> <Esc> ? <Esc>");
        journey.text();
    }
}

#[test]
fn a_copy_of_the_sample_is_opened_and_can_be_changed() {
    let mut journey = Journey::without_file((120, 40), &[], None);
    journey.keys("s");
    assert!(
        journey.text().contains("Put it in: leeds-sample.json"),
        "{}",
        journey.text()
    );
    journey.keys("<Enter>");
    assert!(journey.text().contains("Leeds children's services"));
    assert_eq!(journey.files(), ["leeds-sample.json"]);
    journey.keys("G");
    assert!(
        journey.text().contains("TP-3b rated green"),
        "{}",
        journey.text()
    );
    assert!(journey.file() != LEEDS);
}

#[test]
fn a_new_workspace_is_called_what_was_typed_and_begins_empty() {
    let mut journey = Journey::without_file((120, 40), &[("our-plan.json", EMPTY)], None);
    journey.keys("n O u r <Space> p l a n <Enter>");
    // The name is taken: another one is proposed.
    assert!(
        journey.text().contains("Put it in: our-plan-2.json"),
        "{}",
        journey.text()
    );
    journey.keys("<Enter>");
    let text = journey.text();
    assert!(
        text.contains("Our plan") && text.contains("No priorities here yet."),
        "{text}"
    );
    assert!(journey.file().contains("\"title\": \"Our plan\""));
}

#[test]
fn a_name_without_an_ending_gets_that_of_workspaces() {
    let mut journey = Journey::without_file((80, 24), &[], None);
    journey.keys("n P <Enter> <Ctrl-u> mine <Enter>");
    assert_eq!(journey.files(), ["mine.json"]);
}

#[test]
fn a_file_is_found_by_tab_and_arrows_through_folders() {
    let files = [
        ("plans/leeds.json", SAMPLE),
        ("plans/other.json", EMPTY),
        ("x.json", EMPTY),
    ];
    let mut journey = Journey::without_file((80, 24), &files, None);
    journey.keys("o p <Tab>");
    assert!(
        journey.text().contains("File: plans/"),
        "{}",
        journey.text()
    );
    assert_screen("a_file_is_typed", &journey.screen());
    journey.keys("<Enter>");
    assert!(
        journey.text().contains("That is a folder"),
        "{}",
        journey.text()
    );
    journey.keys("<Down> <Enter>");
    assert!(journey.text().contains("child"), "{}", journey.text());
    assert!(journey.state.without_file().is_none());
}

#[test]
fn a_file_of_the_folder_is_one_key_away() {
    let mut journey = Journey::without_file((80, 24), &[("plan.json", SAMPLE)], None);
    journey.keys("j j j <Enter>");
    assert!(journey.state.without_file().is_none());
}

#[test]
fn what_cannot_be_opened_or_made_is_said_and_the_line_stays() {
    let mut journey = Journey::without_file((120, 24), &[("plan.json", "{")], None);
    journey.keys("o nowhere.json <Enter>");
    let text = journey.text();
    assert!(text.contains("there is no such file"), "{text}");
    assert!(text.contains("File: nowhere.json"), "{text}");
    journey.keys("<Enter>");
    assert!(
        journey.text().contains("there is no such file"),
        "it can be tried again"
    );
    journey.keys("<Esc> n P l a n <Enter> <Ctrl-u> plan.json <Enter>");
    assert!(
        journey.text().contains("is there already"),
        "{}",
        journey.text()
    );
    journey.keys("<Esc> <Esc> o <Enter>");
    assert!(journey.text().contains("Type the name of a file"));
    assert_eq!(journey.files(), ["plan.json"]);
}

#[test]
fn a_file_that_is_gone_is_named() {
    let mut journey = Journey::without_file((80, 24), &[], Some("/home/j/plan.json"));
    let text = journey.text();
    assert!(
        text.contains("/home/j/plan.json, which was open last, is not there"),
        "{text}"
    );
}

#[test]
fn escape_leaves_nothing_but_lines_and_q_leaves_the_program() {
    let mut journey = Journey::without_file((80, 24), &[], None);
    journey.keys("<Esc>");
    assert!(journey.state.without_file().is_some());
    assert!(journey.text().contains("q leaves"));
    journey.keys("n q <Esc>");
    assert!(!journey.ended);
    journey.keys("R i D u : /");
    assert!(journey.state.without_file().is_some());
    journey.keys("? <Esc> q");
    assert!(journey.ended);
    assert!(journey.files().is_empty());
}

#[test]
fn what_is_said_names_the_keys_that_the_settings_gave() {
    let changes = [
        ("undo", "f5"),
        ("quit", "Q"),
        ("yes", "f6"),
        ("rate-green", "f7"),
    ];
    let changes = changes.map(|(command, key)| Change {
        command: command.to_owned(),
        keys: vec![key.to_owned()],
    });
    let (keymap, refused) = Keymap::with(&changes);
    assert_eq!(refused, []);
    let mut journey = Sitting {
        text: LEEDS,
        ..Sitting::default()
    }
    .begin();
    journey.state.keymap = std::sync::Arc::new(keymap);
    journey.keys("<f7>");
    assert!(journey.text().contains("F5 undoes"), "{}", journey.text());
    journey.keys("<f5>");
    assert!(journey.text().contains("Undone"), "{}", journey.text());
    journey.keys("u q G");
    assert!(!journey.ended, "the old keys ask for nothing");
    journey.keys("< <f7>");
    assert!(
        journey.text().contains("F6 yes   n no"),
        "{}",
        journey.text()
    );
    journey.keys("n <Esc>");
    assert!(journey.text().contains("Q leaves") || journey.text().contains("Q quit"));
    journey.keys("Q");
    assert!(journey.ended);
}

#[test]
fn boxes_and_remarks_name_the_keys_that_the_settings_gave_to_close_and_to_answer() {
    let changes = [("back", "f8"), ("yes", "f6"), ("no", "f7")].map(|(command, key)| Change {
        command: command.to_owned(),
        keys: vec![key.to_owned()],
    });
    let (keymap, refused) = Keymap::with(&changes);
    assert_eq!(refused, []);
    let mut journey = Sitting {
        text: LEEDS,
        ..Sitting::default()
    }
    .begin();
    journey.state.keymap = std::sync::Arc::new(keymap);
    let mut says = |keys: &str, words: &str| {
        journey.keys(keys);
        assert!(journey.text().contains(words), "{}", journey.text());
    };
    says("? u n d o", "F8 shows all");
    says("<f8> <f8> <Space> D", "F8 lifts the marks first");
    says("<Space> A", "F6 changes ");
}
