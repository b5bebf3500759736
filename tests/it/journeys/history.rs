//! Who changed what, as it looks.

use std::sync::Arc;

use scrutineer::domain::digest::Digest;
use scrutineer::domain::edit::{Edit, set_in_update};
use scrutineer::domain::entry::{Entry, Reverses, What, Who};
use scrutineer::domain::json::Json;
use scrutineer::domain::timestamp::Timestamp;
use scrutineer::tui::colour::ColourLevel;

use super::screens::hold;
use crate::support::journey::{Journey, Sitting};

/// A change of a field of a priority's tracker, so many minutes after the first.
fn rated(
    journey: &Journey,
    number: u8,
    who: (&str, &str),
    priority: &str,
    field: (&str, &str),
) -> Arc<Entry> {
    let workspace = journey.state.workspace();
    let period = workspace.current_period.read().unwrap();
    let record = workspace.priorities.get(priority).unwrap();
    let edits = set_in_update(record, period, &[(field.0, Some(Json::text(field.1)))]);
    entry(number, who, edits)
}

fn entry(number: u8, (name, role): (&str, &str), edits: Vec<Edit>) -> Arc<Entry> {
    let minutes = i64::from(number) * 400;
    Arc::new(Entry {
        seq: u64::from(number),
        time: Timestamp::from_milliseconds(1_238_500_000_000 + minutes * 60_000),
        who: Who {
            user: "user".to_owned(),
            name: name.to_owned(),
            role: role.to_owned(),
        },
        host: "desk-7".to_owned(),
        session: "s".to_owned(),
        what: What::Step,
        cause: "key".to_owned(),
        edits,
        reverses: Reverses::Nothing,
        prev: Vec::new(),
        hash: Digest::new([number; 32]),
    })
}

/// A sitting over a journal of several days and people.
fn sitting(sitting: Sitting<'_>) -> Journey {
    let mut journey = sitting.begin();
    let head = ("Head of Learning", "officer");
    let director = ("Director of Children's Services", "director");
    let mut entries = vec![
        rated(&journey, 1, head, "child-poverty", ("rating", "red")),
        rated(
            &journey,
            2,
            director,
            "extended-services",
            ("rating", "green"),
        ),
        rated(
            &journey,
            3,
            head,
            "teenage-conception",
            ("rating_note", "two clinics closed, the third opens in May"),
        ),
        rated(&journey, 6, head, "local-engagement", ("rating", "green")),
    ];
    let undone = Arc::clone(&entries[1]);
    let mut undo = (*entry(
        4,
        director,
        undone.edits.iter().map(Edit::inverse).collect(),
    ))
    .clone();
    undo.reverses = Reverses::Undoes(vec![undone.hash]);
    entries.push(Arc::new(undo));
    let mut outside = (*rated(&journey, 5, head, "child-poverty", ("direction", "static"))).clone();
    outside.what = What::Outside {
        file: Digest::new([9; 32]),
        ahead: Vec::new(),
        not_taken: Vec::new(),
    };
    entries.push(Arc::new(outside));
    entries.sort_by_key(|entry| std::cmp::Reverse(entry.seq));
    journey.read_back(entries);
    journey
}

#[test]
fn the_history_at_every_size() {
    for size in [(40, 12), (80, 24), (120, 40), (200, 50)] {
        let mut journey = sitting(Sitting {
            size,
            ..Sitting::default()
        });
        journey.keys("6 j");
        hold(&format!("history_{}x{}", size.0, size.1), &mut journey);
    }
}

#[test]
fn a_change_before_and_after_and_the_question_before_it_is_taken_back() {
    let mut journey = sitting(Sitting {
        size: (80, 24),
        ..Sitting::default()
    });
    journey.keys("6 j j j <Enter>");
    hold("history_change_80x24", &mut journey);
    journey.keys("r");
    hold("history_take_back_80x24", &mut journey);
}

#[test]
fn the_history_by_person_in_ascii_and_without_colour() {
    let mut journey = sitting(Sitting {
        size: (80, 24),
        ascii: true,
        colours: ColourLevel::None,
        ..Sitting::default()
    });
    journey.keys("6 S");
    hold("history_by_person_80x24", &mut journey);
}

#[test]
fn the_history_of_a_file_that_was_never_changed_says_so() {
    let mut journey = Journey::sample((80, 24));
    journey.keys("6");
    let text = journey.text();
    assert!(text.contains("No changes are recorded here yet."), "{text}");
    assert!(text.contains("No journal yet"), "{text}");
}

#[test]
fn what_is_changed_is_in_the_history_at_once_and_taken_back_from_there() {
    let mut journey = Journey::sample((120, 40));
    let before = journey.file();
    journey.keys("R 6");
    assert!(
        journey
            .text()
            .contains("TP-3b rated red (was amber) in 2008/09 Q4")
    );
    journey.keys("r y");
    assert!(journey.text().contains("Undone: TP-3b rated red"));
    assert!(journey.text().contains("undone: TP-3b rated red"));
    assert_eq!(journey.file(), before);
}

#[test]
fn what_came_after_the_journal_was_verified_is_not_called_verified() {
    let mut journey = Journey::sample((80, 24));
    journey.keys("R 6");
    assert!(journey.text().contains("Verified: 2 entries hold   head "));
    journey.keys("1 G 6");
    assert!(journey.text().contains("Verified up to entry 2   head "));
    journey.keys(": verify <Enter>");
    assert!(journey.text().contains("Verified: 3 entries hold   head "));
}

#[test]
fn the_proof_fits_a_narrow_screen_with_its_head() {
    let mut journey = Journey::sample((40, 12));
    journey.keys("R 6");
    let text = journey.text();
    let line = text.lines().find(|line| line.contains("entries hold"));
    assert!(!line.unwrap().contains('…'), "{text}");
}

#[test]
fn a_history_that_cannot_be_read_is_not_called_empty() {
    let mut journey = Journey::sample((80, 24));
    journey.keys("R");
    journey.somebody_rewrites_the_journal("\"red\"", "\"r3d\"");
    let mut journey = journey.again();
    let text = journey.text();
    assert!(text.contains(" leeds.journal.jsonl: "), "{text}");
    journey.keys("6");
    let text = journey.text();
    assert!(text.contains("The journal does not hold"), "{text}");
    assert!(text.contains("The changes cannot be read."), "{text}");
    assert!(text.contains("History  0 "), "{text}");
}
