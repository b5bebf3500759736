//! Heads, links and progress tables of the ten trackers.

use scrutineer::domain::action::{Action, Timescale};
use scrutineer::domain::choice::Choice;
use scrutineer::domain::priority::{Link, Strength};
use scrutineer::domain::workspace::Workspace;

use super::actions_2008_q4::{TRACKERS, TrackerRow};
use super::differences::{ACTION_LINES, IN_MILESTONES, TIMESCALES};
use super::{is_of_line, is_of_paper, quarter_4, sample, title, tracker_of, trackers};

/// The period of the ten trackers.
const PERIOD: &str = "2008/09 Q4";

#[test]
fn ratings_directions_and_areas_of_weakness_are_the_papers() {
    let workspace = sample();
    let moment = quarter_4(&workspace);
    let all = trackers(&workspace, moment);
    assert_eq!(all.len(), TRACKERS.len());
    for (held, printed) in all.iter().zip(TRACKERS) {
        let line = printed.line;
        assert_eq!(held.code, printed.code, "line {line}");
        assert_eq!(title(held.title), title(printed.title), "line {line}");
        assert_eq!(held.rating_text(), Some(printed.rating), "line {line}");
        let direction = held.update.and_then(|update| update.direction.as_ref());
        assert_eq!(
            direction.map(Choice::text),
            printed.direction,
            "line {line}"
        );
        assert_eq!(
            held.area_of_weakness(moment),
            printed.area_of_weakness,
            "line {line}"
        );
        assert_eq!(
            held.indicators(moment).len(),
            printed.indicators,
            "line {line}"
        );
    }
}

#[test]
fn no_priority_that_cites_the_paper_is_without_a_tracker() {
    let workspace = sample();
    let citing = workspace
        .priorities
        .iter()
        .filter(|held| is_of_paper(&held.rest, "003"));
    for held in citing {
        assert!(
            TRACKERS
                .iter()
                .any(|printed| is_of_line(&held.rest, printed.line)),
            "{}",
            held.id
        );
    }
}

#[test]
fn links_to_other_plans_are_the_papers() {
    let workspace = sample();
    let moment = quarter_4(&workspace);
    for printed in TRACKERS {
        let held = tracker_of(&workspace, printed.code, moment).unwrap();
        let links = held.links(moment);
        let of = |strength: Strength| {
            let known =
                |link: &&Link| link.strength.as_ref().and_then(Choice::known) == Some(strength);
            links
                .iter()
                .filter(known)
                .map(|link| link.r#ref.as_str())
                .collect::<Vec<_>>()
        };
        assert_eq!(
            of(Strength::Direct),
            printed.direct_links,
            "{}",
            printed.code
        );
        assert_eq!(
            of(Strength::Related),
            printed.related_links,
            "{}",
            printed.code
        );
        assert!(
            links.iter().all(|link| link.plan.as_str() == "cypp"),
            "{}",
            printed.code
        );
        // Line 71: "no direct link" is said, and not merely left empty (lines 377 on).
        assert_eq!(
            held.priority.links_none_stated,
            (printed.code == "TP-3c").then_some(true),
            "{}",
            printed.code
        );
    }
}

fn is_carried(action: &Action) -> bool {
    action.trackers.iter().any(|period| period.text() == PERIOD)
}

/// The actions that a tracker of the sample carries, in the file's order.
fn actions<'a>(workspace: &'a Workspace, printed: &TrackerRow) -> Vec<&'a Action> {
    let tracker = tracker_of(workspace, printed.code, quarter_4(workspace));
    let id = tracker.map(|tracker| &tracker.priority.id);
    let carried = |action: &&Action| Some(&action.priority) == id && is_carried(action);
    workspace
        .actions
        .iter()
        .map(|action| &**action)
        .filter(carried)
        .collect()
}

fn words(timescale: Option<&Timescale>) -> &str {
    timescale.map_or("", |timescale| &timescale.text)
}

#[test]
fn every_row_of_the_progress_tables_is_an_action() {
    let workspace = sample();
    let mut all = 0;
    for (printed, (code, lines)) in TRACKERS.iter().zip(ACTION_LINES) {
        assert_eq!(printed.code, *code);
        let actions = actions(&workspace, printed);
        assert_eq!(
            (actions.len(), lines.len()),
            (printed.action_rows, printed.action_rows),
            "{code}"
        );
        for (action, line) in actions.iter().zip(*lines) {
            assert!(
                is_of_line(&action.rest, *line),
                "{} is not of line {line}",
                action.id
            );
        }
        all += actions.len();
    }
    let carried = workspace.actions.iter().filter(|action| is_carried(action));
    assert_eq!(carried.count(), all);
    let citing = workspace
        .actions
        .iter()
        .filter(|action| is_of_paper(&action.rest, "003"));
    assert_eq!(citing.count(), all);
}

#[test]
fn timescales_are_the_papers_or_stand_with_the_milestones() {
    let workspace = sample();
    let mut shortened = Vec::new();
    for (printed, (_, lines)) in TRACKERS.iter().zip(ACTION_LINES) {
        let actions = actions(&workspace, printed);
        assert_eq!(printed.timescales.len(), actions.len(), "{}", printed.code);
        for ((action, line), cell) in actions.into_iter().zip(*lines).zip(printed.timescales) {
            if let Some(parted) = IN_MILESTONES.iter().find(|parted| parted.line == *line) {
                let parts = action
                    .milestones
                    .iter()
                    .map(|milestone| words(milestone.timescale.as_ref()));
                let parts: Vec<_> = parts.filter(|part| !part.is_empty()).collect();
                assert_eq!(
                    (words(action.timescale.as_ref()), parts.as_slice()),
                    ("", parted.parts),
                    "line {line}"
                );
            } else if words(action.timescale.as_ref()) != *cell {
                shortened.push((*line, words(action.timescale.as_ref())));
            }
        }
    }
    let known: Vec<_> = TIMESCALES
        .iter()
        .map(|known| (known.line, known.text))
        .collect();
    assert_eq!(shortened, known);
}

#[test]
fn a_shortened_timescale_says_so_in_a_note() {
    let workspace = sample();
    for known in TIMESCALES {
        let action = workspace
            .actions
            .iter()
            .find(|action| is_of_line(&action.rest, known.line))
            .unwrap();
        let timescale = action.timescale.as_ref().unwrap();
        assert!(
            timescale.rest.note().contains("shortened"),
            "line {}",
            known.line
        );
    }
}
