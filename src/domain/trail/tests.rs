use std::convert::Infallible;

use super::*;
use crate::domain::timestamp::Timestamp;

fn who(name: &str) -> Who {
    Who {
        user: "office".to_owned(),
        name: name.to_owned(),
        role: String::new(),
    }
}

fn digest(number: u8) -> Digest {
    Digest::new([number; 32])
}

/// `S` a step, `U3` an undo of 3, `R4` a redo of the undo 4, `.` what the store does by itself; in
/// lower case another person's. The entries count from 1.
fn journal(text: &str) -> Vec<Arc<Entry>> {
    let entries = text.split_whitespace().zip(1..).map(|(word, seq)| {
        let (letter, rest) = word.split_at(1);
        let of = || {
            let numbers = rest
                .split(',')
                .map(|number| digest(number.parse().unwrap()));
            numbers.collect::<Vec<_>>()
        };
        let reverses = match letter.to_uppercase().as_str() {
            "U" => Reverses::Undoes(of()),
            "R" => Reverses::Redoes(of()),
            _ => Reverses::Nothing,
        };
        let what = match letter {
            "." => What::SnapshotDone {
                file: digest(0),
                stamp: None,
            },
            _ => What::Step,
        };
        Arc::new(Entry {
            seq,
            time: Timestamp::default(),
            who: who(if letter == letter.to_uppercase() {
                "me"
            } else {
                "other"
            }),
            host: String::new(),
            session: seq.to_string(),
            what,
            cause: String::new(),
            edits: Vec::new(),
            reverses,
            prev: Vec::new(),
            hash: digest(u8::try_from(seq).unwrap()),
        })
    });
    entries.collect()
}

type Stream = Vec<Result<Arc<Entry>, Infallible>>;

fn newest_first(text: &str) -> Stream {
    journal(text).into_iter().rev().map(Ok).collect()
}

#[test]
fn u_and_ctrl_r_take_what_the_rule_says() {
    for (entries, undo, redo) in [
        ("", None, None),
        (".", None, None),
        ("S", Some(1), None),
        ("S S .", Some(2), None),
        // Another person's steps are not mine, and do not end my redo.
        ("S s", Some(1), None),
        ("S U1 s", None, Some(2)),
        ("s", None, None),
        // Several undos in a row, and several redos.
        ("S S U2", Some(1), Some(3)),
        ("S S U2 U1", None, Some(4)),
        ("S S U2 U1 R4", Some(1), Some(3)),
        ("S S U2 U1 R4 R3", Some(2), None),
        // A redone step is taken back again.
        ("S U1 R2 U1", None, Some(4)),
        // A step of mine behind an undo ends the redo.
        ("S U1 S", Some(3), None),
        ("S U1 S U3", None, Some(4)),
        // A redo taken back from the History: the step is undone again.
        ("S U1 R2 U3", None, Some(4)),
        ("S U1 R2 U3 R4", Some(1), None),
        // Another one undoes my step; I undo another's.
        ("S u1", None, None),
        ("s U1", None, Some(2)),
        ("S S U1", Some(2), Some(3)),
        // A bulk undo is one step.
        ("S S S U3,2", Some(1), Some(4)),
        ("S S S U3,2 R4", Some(3), None),
    ] {
        let seq = |found: Result<Option<Arc<Entry>>, Infallible>| found.unwrap().map(|it| it.seq);
        let me = who("me");
        assert_eq!(
            seq(undo_target(newest_first(entries), &me)),
            undo,
            "u: {entries}"
        );
        assert_eq!(
            seq(redo_target(newest_first(entries), &me)),
            redo,
            "r: {entries}"
        );
    }
}

#[test]
fn the_same_user_by_another_name_is_another_person_and_the_role_makes_none() {
    let mut me = who("me");
    me.role = "director".to_owned();
    assert!(undo_target(newest_first("S"), &me).unwrap().is_some());
    assert!(undo_target(newest_first("S"), &who("")).unwrap().is_none());
}

#[test]
fn going_back_to_an_entry_takes_my_later_steps_that_still_hold_newest_first() {
    for (entries, to, steps) in [
        ("S S s S U2 S", 1, Some(vec![6, 4])),
        ("S S", 2, Some(vec![])),
        ("S U1 R2", 2, Some(vec![])),
        ("S . S", 2, Some(vec![3])),
        ("S", 9, None),
    ] {
        let found = steps_behind(newest_first(entries), &who("me"), digest(to)).unwrap();
        let found = found.map(|it| it.iter().map(|entry| entry.seq).collect::<Vec<_>>());
        assert_eq!(found, steps, "{entries}");
    }
}

#[test]
fn what_reverses_an_undo_is_a_redo() {
    let entries = journal("S U1 R2 S S");
    let kinds = entries.iter().take(3).map(|entry| entry.reversed());
    assert_eq!(
        kinds.collect::<Vec<_>>(),
        [
            Reverses::Undoes(vec![digest(1)]),
            Reverses::Redoes(vec![digest(2)]),
            Reverses::Undoes(vec![digest(3)]),
        ]
    );
    let (_, reverses) = inverse_of(&entries[3..], String::new());
    assert_eq!(reverses, Reverses::Undoes(vec![digest(4), digest(5)]));
}
