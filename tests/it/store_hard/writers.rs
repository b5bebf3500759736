//! Many processes on one file: none is lost, none overwrites another, and the chain is whole.

use std::collections::BTreeMap;
use std::sync::Mutex;
use std::thread;

use scrutineer::domain::edit::Edit;

use super::{assert_whole, desk, look, note, steps, times};
use crate::support::cli::Desk;

/// Runs a piece of work in so many threads at once, and waits for all.
fn at_once(count: usize, work: impl Fn(usize) + Sync) {
    thread::scope(|scope| {
        for number in 1..=count {
            let work = &work;
            scope.spawn(move || work(number));
        }
    });
}

fn run(desk: &Desk, args: &[&str]) -> i32 {
    let output = desk.command(args).output().unwrap();
    let code = output.status.code().unwrap();
    assert!(
        matches!(code, 0 | 5),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    code
}

#[test]
fn edits_of_different_fields_are_all_applied_each_writers_in_its_order() {
    let (writers, edits) = (times(16, 64), times(50, 100));
    let desk = desk(writers);
    at_once(writers, |writer| {
        for edit in 1..=edits {
            let (code, note) = (format!("P-{writer}"), edit.to_string());
            assert_eq!(run(&desk, &["set", &code, "--note", &note]), 0);
        }
    });
    let workspace = look(&desk).workspace;
    let mut by_writer: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for step in steps(&desk) {
        for edit in &step.edits {
            let Edit::Set { at, after, .. } = edit else {
                panic!("{edit:?}")
            };
            let numbers = by_writer.entry(at.record.id.to_string()).or_default();
            numbers.push(after.as_ref().unwrap().shown());
        }
    }
    let all: Vec<String> = (1..=edits).map(|edit| edit.to_string()).collect();
    for writer in 1..=writers {
        let id = format!("p-{writer}");
        assert_eq!(note(&workspace, &id), edits);
        assert_eq!(by_writer[&id], all, "{id}");
    }
    assert_whole(&desk.path("plan.json"));
}

/// How many quarters a list is given, well within the calendar.
const QUARTERS: usize = 1000;

#[test]
fn edits_of_the_same_list_are_all_applied() {
    let edits = times(16, 64) * times(50, 100);
    let lists = edits.div_ceil(QUARTERS);
    let desk = desk(lists);
    // All writers are at one list of trackers at a time, each with quarters of its own.
    let quarter = |place: usize| {
        let year = 1901 + place % QUARTERS / 4;
        let quarter = format!("{year}/{:02} Q{}", (year + 1) % 100, place % 4 + 1);
        (place / QUARTERS + 1, quarter)
    };
    let quarters: Vec<(usize, String)> = (0..edits)
        .map(quarter)
        .filter(|(_, quarter)| quarter != "2010/11 Q2")
        .collect();
    let queue = Mutex::new(quarters.iter());
    at_once(times(16, 64), |_| {
        loop {
            let Some((list, quarter)) = queue.lock().unwrap().next() else {
                return;
            };
            let code = format!("P-{list}");
            let args = ["set", &code, "--rating", "red", "--period", quarter];
            assert_eq!(run(&desk, &args), 0);
        }
    });
    let workspace = look(&desk).workspace;
    let updates = |list: usize| {
        let priority = workspace.priorities.get(&format!("p-{list}"));
        &priority.unwrap().updates
    };
    let all: usize = (1..=lists).map(|list| updates(list).len()).sum();
    assert_eq!(all, quarters.len() + lists);
    for (list, quarter) in &quarters {
        let mut found = updates(*list).iter();
        assert!(found.any(|it| it.period.text() == quarter), "{quarter}");
    }
    assert_eq!(steps(&desk).len(), quarters.len());
    assert_whole(&desk.path("plan.json"));
}

#[test]
fn of_those_that_change_one_field_from_one_value_exactly_one_is_done() {
    let (writers, rounds) = (times(16, 64), times(50, 100));
    let desk = desk(1);
    let mut before = "0".to_owned();
    for round in 1..=rounds {
        let was = format!("note={before}");
        let codes = Mutex::new(Vec::new());
        at_once(writers, |writer| {
            let value = (round * 1000 + writer).to_string();
            let args = ["set", "P-1", "--note", &value, "--was", &was];
            let code = run(&desk, &args);
            codes.lock().unwrap().push((code, value));
        });
        let codes = codes.into_inner().unwrap();
        let done: Vec<&String> = codes
            .iter()
            .filter(|(code, _)| *code == 0)
            .map(|(_, value)| value)
            .collect();
        assert_eq!(done.len(), 1, "round {round}: {codes:?}");
        assert_eq!(note(&look(&desk).workspace, "p-1").to_string(), *done[0]);
        before = done[0].clone();
    }
    assert_eq!(steps(&desk).len(), rounds);
    assert_whole(&desk.path("plan.json"));
}
