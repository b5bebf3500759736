//! `history`, `undo` and `verify`.

use std::fs;

use crate::support::cli::{Answer, Desk, keys};

/// A desk where three changes were made, by commands that came and went.
fn used() -> Desk {
    let desk = Desk::with_sample();
    for args in [
        &["set", "LN-1d", "--rating", "red"][..],
        &["set", "LN-1d", "--direction", "static"],
        &["set", "TP-3b", "--rating", "green", "--note", "on its way"],
    ] {
        assert_eq!(desk.run(args).code, 0);
    }
    desk
}

/// The sequence numbers, newest first.
fn numbers(answer: &Answer) -> Vec<String> {
    let first = |line: &str| {
        line.split_whitespace()
            .next()
            .unwrap_or_default()
            .to_owned()
    };
    answer.out.lines().map(first).collect()
}

#[test]
fn the_history_lists_who_changed_what_newest_first() {
    let answer = used().run(&["history"]);
    assert_eq!(
        (answer.code, answer.out.lines().count()),
        (0, 3),
        "{answer}"
    );
    for (line, words) in answer.out.lines().zip([
        "rated green (was amber), note: on its way",
        "static (direction was ",
        "rated red (was ",
    ]) {
        assert!(line.contains(words), "{line}");
    }
}

#[test]
fn the_history_is_narrowed_by_record_person_and_day() {
    let desk = used();
    let user = desk.run(&["history", "--json"]).json()[0]["user"].clone();
    for (args, count) in [
        (&["LN-1d"][..], 2),
        (&["TP-3b", "--by", user.as_str().unwrap()], 1),
        (&["--by", "nobody of that name"], 0),
        (&["--since", "2009-01-01"], 3),
        (&["--since", "2008/09 Q4"], 3),
        (&["--since", "2190-01-01"], 0),
    ] {
        let answer = desk.run(&[&["history"], args].concat());
        let code = i32::from(count == 0);
        assert_eq!(
            (answer.code, answer.out.lines().count()),
            (code, count),
            "{args:?} {answer}"
        );
    }
    let answer = desk.run(&["history", "--since", "soon"]);
    assert_eq!(answer.code, 2);
    assert!(answer.err.contains("write a day like"), "{answer}");
}

#[test]
fn the_history_as_json_has_its_documented_keys_and_the_change_before_and_after() {
    let desk = used();
    let answer = desk.run(&["history", "LN-1d", "--json"]);
    let known = [
        "kind",
        "id",
        "title",
        "seq",
        "time",
        "user",
        "name",
        "role",
        "host",
        "session",
        "cause",
        "undone",
        "undoes",
        "redoes",
        "changes",
        "not_taken",
    ];
    assert_eq!(keys(&answer.out), known);
    let newest = &answer.json()[0];
    assert_eq!(newest["kind"], "step");
    assert_eq!(newest["cause"], "set");
    assert_eq!(newest["undone"], false);
    assert_eq!(newest["changes"][0]["after"], "static");
}

#[test]
fn undo_takes_my_newest_change_back_then_the_one_before_and_the_file_is_as_it_was() {
    let desk = used();
    let before = fs::read_to_string(crate::support::cli::SAMPLE).unwrap();
    for words in ["TP-3b", "LN-1d", "LN-1d"] {
        let answer = desk.run(&["undo"]);
        assert_eq!(answer.code, 0, "{answer}");
        assert!(
            answer.out.contains("undone: ") && answer.out.contains(words),
            "{answer}"
        );
    }
    assert_eq!(desk.read("leeds.json"), before);
    let answer = desk.run(&["undo"]);
    assert_eq!(answer.code, 1);
    assert!(
        answer
            .err
            .contains("there is no change of yours to take back"),
        "{answer}"
    );
    assert_eq!(
        desk.run(&["history"]).out.lines().count(),
        6,
        "nothing leaves the history"
    );
}

#[test]
fn an_undone_change_is_made_again_by_undoing_the_undo() {
    let desk = used();
    let changed = desk.read("leeds.json");
    assert_eq!(desk.run(&["undo"]).code, 0);
    let undo = numbers(&desk.run(&["history"]))[0].clone();
    let answer = desk.run(&["undo", &undo]);
    assert!(answer.out.contains("made again: TP-3b"), "{answer}");
    assert_eq!(desk.read("leeds.json"), changed);
}

#[test]
fn any_change_is_undone_by_its_number_or_hash_unless_its_field_was_changed_since() {
    let desk = used();
    assert_eq!(desk.run(&["set", "LN-1d", "--rating", "green"]).code, 0);
    let numbers = numbers(&desk.run(&["history"]));
    let (again, first) = (&numbers[0], &numbers[3]);
    let before = desk.read("leeds.json");
    let answer = desk.run(&["undo", first]);
    assert_eq!(answer.code, 5, "{answer}");
    assert!(answer.err.contains("not undone"), "{answer}");
    assert!(
        answer.err.contains(&format!("with number {again}")),
        "{answer}"
    );
    assert_eq!(desk.read("leeds.json"), before);
    let hash = desk.run(&["history", "--json"]).json()[1]["id"].clone();
    let answer = desk.run(&["undo", hash.as_str().unwrap().get(..12).unwrap()]);
    assert_eq!(answer.code, 0, "{answer}");
    let answer = desk.run(&["undo", &numbers[1]]);
    assert_eq!(answer.code, 5, "{answer}");
    assert!(answer.err.contains("was taken back already"), "{answer}");
}

#[test]
fn undo_to_takes_all_of_my_later_changes_back_as_one_or_none() {
    let desk = used();
    let numbers = numbers(&desk.run(&["history"]));
    let answer = desk.run(&["undo", "--to", &numbers[2], "--json"]);
    assert_eq!(answer.code, 0, "{answer}");
    assert_eq!(answer.json()["undoes"].as_array().unwrap().len(), 2);
    let left = desk.run(&["history"]);
    let undone = left
        .out
        .lines()
        .filter(|line| line.contains("(undone since)"));
    assert_eq!(undone.count(), 2);
    // One step of it no longer fits: none is taken back.
    let desk = used();
    let text = desk
        .read("leeds.json")
        .replacen("on its way", "by another program", 1);
    desk.write("leeds.json", &text);
    let answer = desk.run(&["undo", "--to", &numbers[2]]);
    assert_eq!(answer.code, 5, "{answer}");
    assert!(
        answer.err.contains("another program changed it"),
        "{answer}"
    );
    assert_eq!(desk.read("leeds.json"), text);
}

#[test]
fn what_is_no_change_is_not_undone() {
    let desk = used();
    for (name, code, says) in [
        ("1", 2, "entry 1 is no change"),
        ("999", 1, "there is no entry 999"),
        (
            "newest",
            2,
            "neither a sequence number nor the beginning of a hash",
        ),
    ] {
        let answer = desk.run(&["undo", name]);
        assert_eq!(answer.code, code, "{answer}");
        assert!(answer.err.contains(says), "{answer}");
    }
}

#[test]
fn verify_prints_the_head_and_names_the_first_entry_that_does_not_hold() {
    let desk = used();
    let answer = desk.run(&["verify", "--json"]);
    let verified = answer.json();
    assert_eq!((answer.code, verified["first_bad"].is_null()), (0, true));
    let head = verified["head"].as_str().unwrap().to_owned();
    let journal = desk.read("leeds.journal.jsonl");
    assert!(journal.trim_end().ends_with(&format!("{head}\"}}")));
    let lines: Vec<&str> = journal.lines().collect();
    let changed = lines[1].replacen("\"red\"", "\"rot\"", 1);
    let cut = |place: usize| [&lines[..place], &lines[place + 1..]].concat().join("\n") + "\n";
    let mut swapped = lines.clone();
    swapped.swap(2, 3);
    for (text, line, says) in [
        (journal.replacen(lines[1], &changed, 1), 2, "was changed"),
        (cut(4), 5, "does not name entry"),
        (cut(0), 1, "names one before it"),
        (swapped.join("\n") + "\n", 3, "does not name entry"),
    ] {
        desk.write("leeds.journal.jsonl", &text);
        let answer = desk.run(&["verify"]);
        assert_eq!(answer.code, 1, "{answer}");
        assert!(
            answer.out.contains(&format!("line {line} (entry")),
            "{answer}"
        );
        assert!(answer.out.contains(says), "{answer}");
    }
}

#[test]
fn verify_and_history_write_nothing_and_say_where_there_is_nothing() {
    let desk = Desk::with_sample();
    let answer = desk.run(&["verify"]);
    assert_eq!(
        (answer.code, answer.out.contains("there is no history yet")),
        (0, true)
    );
    let answer = desk.run(&["history"]);
    assert_eq!(
        (answer.code, answer.err.contains("nothing was changed yet")),
        (1, true)
    );
    assert_eq!(desk.names(), ["leeds.json"]);
    let answer = desk.run(&["verify", "-f", "nowhere.json"]);
    assert_eq!(answer.code, 3);
}

#[test]
fn reports_carry_the_head_that_verify_prints() {
    let desk = used();
    let verified = desk.run(&["verify"]).out;
    let head = verified.lines().find_map(|line| line.strip_prefix("head "));
    for name in [
        &["summary"][..],
        &["tracker", "LN-1d", "--format", "md"],
        &["exceptions", "--period", "2008/09 Q4"],
    ] {
        let report = desk.run(&[&["report"], name].concat()).out;
        let last = report.lines().next_back().unwrap();
        assert!(
            last.contains("Journal") && last.contains(head.unwrap()),
            "{last}"
        );
    }
    let never_changed = Desk::with_sample().run(&["report", "summary"]).out;
    assert!(!never_changed.contains("Journal"), "{never_changed}");
}
