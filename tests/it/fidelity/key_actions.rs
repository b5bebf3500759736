//! Approvals and key actions of the nine printed trackers of Quarter 2 2010/11.

use scrutineer::domain::action::Action;
use scrutineer::domain::day::Day;
use scrutineer::domain::priority::Priority;
use scrutineer::domain::workspace::Workspace;

use super::papers::cites;
use super::sample;
use super::sheet::priority;
use super::trackers_2010_q2::{MISREAD, TRACKERS};

/// The period of the nine trackers.
const PERIOD: &str = "2010/11 Q2";

/// The row whose timescale stands with its milestones: the first step is said to be completed.
const IN_MILESTONES: (u32, &[&str]) = (982, &["Jan 2011", "Feb 2011"]);

fn carried<'a>(workspace: &'a Workspace, priority: &Priority) -> Vec<&'a Action> {
    let all = workspace.actions.iter().map(|action| &**action);
    all.filter(|action| {
        action.priority == priority.id
            && action.trackers.iter().any(|period| period.text() == PERIOD)
    })
    .collect()
}

#[test]
fn approvals_have_the_papers_days_and_roles() {
    let workspace = sample();
    for sheet in TRACKERS {
        let held = priority(&workspace, sheet.code);
        let update = held
            .updates
            .iter()
            .find(|update| update.period.text() == PERIOD);
        let approvals = &update.unwrap().approvals;
        let of = |role: &str| approvals.iter().find(|approval| approval.role == role);
        let officer = of("officer").unwrap();
        let at = format!("{} {} ({})", sheet.code, sheet.title, sheet.officer_text);
        assert_eq!(officer.on.text(), sheet.officer_on, "{at}");
        assert_eq!(officer.by.len(), sheet.officers, "{at}");
        assert!(cites(&officer.rest, "001", sheet.officer_line), "{at}");
        assert!(
            cites(&held.rest, "001", sheet.line),
            "{at} line {}",
            sheet.line
        );
        let director = of("director");
        let on = director.map(|director| director.on.text());
        assert_eq!(on, sheet.director_on, "{at}: {:?}", sheet.director_text);
        if let Some(director) = director {
            assert!(cites(&director.rest, "001", sheet.director_line), "{at}");
            assert_eq!(director.by == officer.by, sheet.same_person, "{at}");
        }
        assert_eq!(approvals.len(), 1 + usize::from(director.is_some()));
        assert!(approvals.iter().all(|approval| approval.covers.is_empty()));
    }
}

#[test]
fn key_actions_are_as_many_as_the_papers_with_their_timescales() {
    let workspace = sample();
    let mut all = 0;
    for sheet in TRACKERS {
        let actions = carried(&workspace, priority(&workspace, sheet.code));
        let rows = (actions.len(), sheet.timescales.len());
        assert_eq!(
            rows,
            (sheet.action_rows, sheet.action_rows),
            "{}",
            sheet.code
        );
        all += actions.len();
        for (row, (action, printed)) in actions.into_iter().zip(sheet.timescales).enumerate() {
            // Where a table came out column by column one line holds the actions of all its rows.
            let line = *sheet
                .action_lines
                .get(row)
                .unwrap_or(&sheet.action_lines[0]);
            assert!(
                cites(&action.rest, "001", line),
                "{} of line {line}",
                action.id
            );
            let own = action
                .timescale
                .as_ref()
                .map_or("", |own| own.text.as_str());
            if line == IN_MILESTONES.0 {
                let parts = action.milestones.iter();
                let parts = parts.filter_map(|part| Some(part.timescale.as_ref()?.text.as_str()));
                assert_eq!(
                    (own, parts.collect::<Vec<_>>().as_slice()),
                    ("", IN_MILESTONES.1)
                );
                continue;
            }
            let misread = MISREAD
                .iter()
                .find(|misread| misread.line == line && misread.text == *printed);
            let reads = misread.map_or(*printed, |misread| misread.reads);
            assert_eq!(own, reads, "{} of line {line}", action.id);
        }
    }
    let held = workspace.actions.iter();
    let held = held.filter(|action| action.trackers.iter().any(|held| held.text() == PERIOD));
    assert_eq!(held.count(), all);
}

#[test]
fn the_days_of_the_last_review_are_the_papers() {
    let workspace = sample();
    for sheet in TRACKERS {
        let actions = carried(&workspace, priority(&workspace, sheet.code));
        for (row, action) in actions.into_iter().enumerate() {
            let printed = sheet.reviewed.get(row).and_then(|text| Day::read(text));
            let held = action
                .progress
                .iter()
                .find_map(|progress| progress.reviewed.read());
            assert_eq!(held, printed, "{}", action.id);
        }
    }
}
