//! The summary sheet, the counts and the high-risk table of Quarter 2 2010/11.

use scrutineer::analysis::naming::resolve;
use scrutineer::analysis::tracker::{Tracker, tracker};
use scrutineer::domain::choice::Choice;
use scrutineer::domain::code;
use scrutineer::domain::id::Id;
use scrutineer::domain::number::Number;
use scrutineer::domain::plan::Role;
use scrutineer::domain::priority::Priority;
use scrutineer::domain::workspace::Workspace;

use super::papers::{cites, quarter_2};
use super::trackers_2010_q2::{
    ALSO_KNOWN, COUNTS, FORMER_CODES, HIGH_RISK, HIGH_RISK_PERIODS, SPLITS, STATED, SUMMARY,
    SummaryRow, THEMES, TRACKERS,
};
use super::{is_of_paper, quarter_4, sample, title, trackers};

/// The priority with a code of 2010/11.
pub(crate) fn priority<'a>(workspace: &'a Workspace, code: &str) -> &'a Priority {
    let mut all = workspace.priorities.iter();
    let found = all.find(|priority| code::same(&priority.code, code));
    found.unwrap_or_else(|| panic!("no priority {code}"))
}

/// Code and title of a row: its part is in the code, and behind the title.
fn named(row: &SummaryRow) -> (String, String) {
    let number = match row.part {
        Some("Early Years") => "(i)",
        Some(_) => "(ii)",
        None => "",
    };
    let part = row.part.map_or(String::new(), |part| format!(" ({part})"));
    (
        format!("{}{number}", row.code),
        format!("{}{part}", title(row.title)),
    )
}

/// The rating and direction that a priority's tracker of a period states.
fn stated<'a>(tracker: &Tracker<'a>) -> (Option<&'a str>, Option<&'a str>) {
    let direction = tracker.update.and_then(|update| update.direction.as_ref());
    (tracker.rating_text(), direction.map(Choice::text))
}

#[test]
fn every_row_of_the_summary_sheet_is_a_priority_and_no_other_is() {
    let workspace = sample();
    let moment = quarter_2(&workspace);
    for row in SUMMARY {
        let (code, titled) = named(row);
        let held = priority(&workspace, &code);
        assert_eq!(title(&held.title), titled, "line {}", row.line);
        let theme = workspace.themes.get(held.theme.as_str());
        assert_eq!(theme.map(|theme| theme.code.as_str()), Some(row.theme));
        // The full tracker is printed, or nothing is known of the quarter.
        let printed = tracker(held, moment).update.is_some();
        assert_eq!(printed, row.tracker_printed, "{code}");
        // Officers stand by post: a director without one is left out.
        let directors = held.officers.iter().filter(|officer| {
            officer.role.as_ref().and_then(Choice::known) == Some(Role::AccountableDirector)
        });
        assert!(directors.count() <= row.directors, "{code}");
        let lost = !code::same(row.printed, row.code);
        // The codes that are lost or garbled are tied by other lines.
        assert!(!lost || [704, 710, 711, 718].contains(&row.line), "{code}");
    }
    let current = workspace
        .priorities
        .iter()
        .filter(|held| is_of_paper(&held.rest, "001") && held.retired_from.is_empty());
    assert_eq!(current.count(), SUMMARY.len());
}

#[test]
fn the_themes_of_the_sheet_are_the_samples() {
    let workspace = sample();
    let plain = |text: &str| text.to_lowercase().replace(' ', "");
    assert_eq!(workspace.themes.len(), THEMES.len());
    for theme in THEMES {
        let held = workspace.themes.iter().find(|held| held.code == theme.code);
        let held = held.map(|held| plain(&held.title));
        assert_eq!(held, Some(plain(theme.title)), "line {}", theme.line);
        let rows = SUMMARY.iter().filter(|row| row.theme == theme.code);
        assert_eq!(rows.count(), theme.rows);
    }
}

#[test]
fn the_period_totals_are_the_boards() {
    let workspace = sample();
    assert_eq!(workspace.periods.len(), COUNTS.len());
    for (held, printed) in workspace.periods.iter().zip(COUNTS) {
        assert_eq!(held.period.text(), printed.period);
        let [ratings] = held.published_ratings.as_slice() else {
            panic!("one board in {}", printed.period)
        };
        assert_eq!(ratings.board.as_str(), "children");
        let (red, amber, green) = (printed.red, printed.amber, printed.green);
        let all = f64::from(red.0 + amber.0 + green.0);
        for (held, (count, percent)) in [
            (ratings.red, red),
            (ratings.amber, amber),
            (ratings.green, green),
        ] {
            let counted = f64::from(count);
            let held = held.map(Number::get);
            assert!(
                super::same_figure(held, Some(counted)),
                "{}",
                printed.period
            );
            let share = (100.0 * counted / all).round();
            assert!(
                (share - f64::from(percent)).abs() < 0.5,
                "{}",
                printed.period
            );
        }
    }
}

#[test]
fn ratings_and_directions_stand_only_where_words_state_them() {
    let workspace = sample();
    let moment = quarter_2(&workspace);
    let all = trackers(&workspace, moment);
    assert_eq!(all.len(), TRACKERS.len());
    for held in &all {
        let said = STATED.iter().find(|said| code::same(said.code, held.code));
        let lines = said.map_or(&[][..], |said| said.lines);
        let said = said.map_or((None, None), |said| (said.rating, said.direction));
        assert_eq!(stated(held), said, "{} of lines {lines:?}", held.code);
    }
}

#[test]
fn the_high_risk_table_is_the_samples_with_the_joint_tracker_in_one_place() {
    let workspace = sample();
    let mut codes = Vec::new();
    for row in HIGH_RISK {
        codes.extend_from_slice(row.codes);
        let [first, others @ ..] = row.codes else {
            panic!("line {}", row.line)
        };
        let main = priority(&workspace, first);
        for ((period, arrow), said) in HIGH_RISK_PERIODS.iter().zip(row.arrows).zip(row.stated) {
            let at = format!("{first} {period}");
            let update = main
                .updates
                .iter()
                .find(|held| held.period.text() == *period);
            let update = update.unwrap_or_else(|| panic!("{at}"));
            let direction = update.direction.as_ref().map(Choice::text);
            assert_eq!(direction, said, "{at}");
            // A lost arrow has a note that says so.
            assert!(
                said.is_some() || !update.rest.note().is_empty(),
                "{at} {arrow}"
            );
            let joint: Vec<_> = update.joint_with.iter().map(Id::as_str).collect();
            let together = others
                .iter()
                .map(|code| priority(&workspace, code).id.as_str());
            let together: Vec<_> = together.filter(|_| *period != "2010/11 Q2").collect();
            assert_eq!(joint, together, "{at}");
        }
    }
    let held = workspace.priorities.iter();
    let held = held.filter(|priority| priority.high_risk == Some(true));
    assert!(held.clone().all(|held| codes.contains(&held.code.as_str())));
    assert_eq!(held.count(), codes.len());
}

#[test]
fn what_the_pack_splits_is_split_in_its_period() {
    let workspace = sample();
    let [(whole, parts, period, line), (joint, apart, from, _)] = SPLITS else {
        panic!("two splits")
    };
    let retired = priority(&workspace, whole);
    assert_eq!(retired.retired_from.text(), *period, "line {line}");
    for part in *parts {
        let split = priority(&workspace, part).split.as_ref().unwrap();
        assert_eq!((&split.from, split.r#in.text()), (&retired.id, *period));
    }
    assert!(joint.contains(apart[0]) && *from == "2010/11 Q2");
    let mut own = apart
        .iter()
        .map(|code| tracker(priority(&workspace, code), quarter_2(&workspace)));
    assert!(own.all(|tracker| {
        tracker
            .update
            .is_some_and(|update| update.joint_with.is_empty())
    }));
}

#[test]
fn other_names_are_the_packs() {
    let workspace = sample();
    for known in ALSO_KNOWN {
        let held = priority(&workspace, known.code);
        assert_eq!(held.also_known_as, [known.other], "lines {:?}", known.lines);
    }
}

#[test]
fn a_code_means_the_priority_of_its_period() {
    let workspace = sample();
    let (then, now) = (quarter_4(&workspace), quarter_2(&workspace));
    let only = |typed: &str, moment| match resolve(&workspace, typed, moment).as_slice() {
        [one] => one.id.to_string(),
        several => panic!("{typed}: {several:?}"),
    };
    for known in FORMER_CODES {
        let held = priority(&workspace, known.code);
        assert_eq!(only(known.former, then), held.id.as_str());
        assert_eq!(only(known.code, now), held.id.as_str());
        assert_eq!(tracker(held, then).code, known.former);
        assert_eq!(tracker(held, now).code, known.code);
        assert!(cites(&held.rest, "003", known.former_line), "{}", held.id);
        let cited = [known.line, 714]
            .iter()
            .any(|line| cites(&held.rest, "001", *line));
        assert!(cited, "{}", held.id);
        // The titles are those of then, and differ where the table says so.
        let titles = [then, now].map(|moment| title(tracker(held, moment).title));
        assert_eq!(
            titles[0] == titles[1],
            known.differs.is_empty(),
            "{titles:?}"
        );
        assert!(titles[0].contains(known.differs), "{titles:?}");
    }
    // HW-3a is one priority in 2008/09 and another in 2010/11.
    assert_ne!(only("HW-3a", then), only("HW-3a", now));
    assert_eq!(only("HW-2a", then), only("HW-1d", now));
    let renamed = workspace
        .priorities
        .iter()
        .filter(|held| !held.former_codes.is_empty());
    assert_eq!(renamed.count(), FORMER_CODES.len());
}
