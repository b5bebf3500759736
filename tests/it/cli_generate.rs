//! `generate`.

use std::collections::BTreeMap;
use std::fs;
use std::os::unix::fs::PermissionsExt as _;

use insta::assert_snapshot;
use scrutineer::analysis::check::check;
use scrutineer::domain::finding::Severity;
use scrutineer::domain::workspace::Workspace;
use scrutineer::store::format;

use crate::support::cli::Desk;

/// A made-up workspace, as text and as it is understood.
fn made(priorities: u32, seed: u64) -> (String, Workspace) {
    let desk = Desk::empty();
    let (priorities, seed) = (priorities.to_string(), seed.to_string());
    let answer = desk.run(&["generate", "--priorities", &priorities, "--seed", &seed]);
    assert_eq!((answer.code, answer.err.as_str()), (0, ""));
    let workspace = format::read(answer.out.as_bytes()).unwrap();
    (answer.out, workspace)
}

#[test]
fn the_text_is_canonical_at_every_size() {
    for priorities in [0, 1, 2, 26, 300] {
        let (text, workspace) = made(priorities, 7);
        assert_eq!(workspace.priorities.len(), priorities as usize);
        assert_eq!(workspace.indicators.len(), 2 * priorities as usize);
        assert!(
            format::write(&workspace).unwrap() == text,
            "of {priorities} priorities"
        );
    }
}

#[test]
fn the_same_seed_gives_the_same_bytes_and_another_seed_others() {
    assert!(made(40, 1).0 == made(40, 1).0);
    assert!(made(40, 1).0 != made(40, 2).0);
}

#[test]
fn check_finds_no_error_and_few_warnings() {
    for seed in 1..=5 {
        let (_, workspace) = made(400, seed);
        let mut found: BTreeMap<&str, usize> = BTreeMap::new();
        for finding in check(&workspace) {
            assert_ne!(finding.severity, Severity::Error, "{finding:?}");
            *found.entry(finding.code).or_default() += 1;
        }
        let all: usize = found.values().sum();
        assert!(all <= 40, "{found:?}");
    }
}

#[test]
fn it_has_everything_that_screens_show() {
    let (_, workspace) = made(400, 3);
    let rated = |word: &str| {
        let updates = workspace.priorities.iter().map(|it| it.updates.last());
        updates
            .flatten()
            .filter(|it| it.rating.as_ref().is_some_and(|it| it.text() == word))
            .count()
    };
    for word in ["red", "amber", "green"] {
        assert!(rated(word) > 60, "{word} {}", rated(word));
    }
    assert!(workspace.actions.iter().any(|it| !it.milestones.is_empty()));
    assert!(
        workspace
            .recommendations
            .iter()
            .any(|it| it.routes.is_empty())
    );
    assert!(
        workspace
            .recommendations
            .iter()
            .all(|it| it.updates.len() == 3)
    );
    assert!(
        workspace
            .priorities
            .iter()
            .any(|it| !it.former_codes.is_empty())
    );
    assert!(workspace.priorities.iter().all(|it| it.updates.len() == 7));
    assert!(workspace.programme.is_some_and(|it| it.items.len() > 50));
}

#[test]
fn a_file_is_written_for_its_owner_and_never_over_another() {
    let desk = Desk::empty();
    let args = ["generate", "--priorities", "3", "-o", "new.json"];
    assert_snapshot!(desk.run(&args), @"exit 0");
    let mode = fs::metadata(desk.path("new.json"))
        .unwrap()
        .permissions()
        .mode();
    assert_eq!(mode & 0o777, 0o600);
    let before = desk.read("new.json");
    assert_snapshot!(desk.run(&args), @"
    exit 4
    -- error
    scrutineer: new.json was not written: File exists (os error 17)
      Name another, or remove it first
    ");
    assert_eq!(desk.read("new.json"), before);
    assert_eq!(desk.run(&["check"]).code, 0);
    assert_snapshot!(desk.run(&["list", "priorities"]), @"
    exit 0
    R  red    -  AK-1a  Shorten the wait for an assessment of…        2 miss  3 late
    G  green  =  AK-1b  Shorten the wait for an assessment of…  2 ok
    G  green  +  AK-1c  Improve the housing of disabled adults  2 ok
    ");
}

#[test]
fn a_folder_that_cannot_be_written_is_said_and_nothing_is_left() {
    let desk = Desk::empty();
    let answer = desk.run(&["generate", "--priorities", "3", "-o", "none/new.json"]);
    assert_eq!(answer.code, 4);
    assert_eq!(desk.names(), [""; 0]);
}
