//! Recommendations, judgements and what the whole sample amounts to.

use scrutineer::analysis::check::check;
use scrutineer::domain::choice::Choice;
use scrutineer::domain::code;
use scrutineer::domain::finding::Severity;
use scrutineer::domain::number::Number;
use scrutineer::domain::recommendation::{Coverage, Recommendation, RouteKind};
use scrutineer::domain::workspace::Workspace;

use super::papers::cites;
use super::recommendations::{
    JAR_PLAN, JAR_PUBLISHED, JAR_WORKING_DAYS, JUDGEMENTS, LETTER, MONITORED, REQUIREMENTS, SCALE,
    SCRUTINY, URGENCY,
};
use super::{actions_2008_q4, is_of_paper, sample, trackers_2010_q2};

fn recommendation<'a>(workspace: &'a Workspace, code: &str) -> &'a Recommendation {
    let mut all = workspace.recommendations.iter();
    let found = all.find(|held| code::same(&held.code, code));
    found.unwrap_or_else(|| panic!("no recommendation {code}"))
}

/// The recommendation of the paper's line.
fn of_line<'a>(workspace: &'a Workspace, paper: &str, line: u32) -> &'a Recommendation {
    let mut all = workspace.recommendations.iter();
    let found = all.find(|held| cites(&held.rest, paper, line));
    found.unwrap_or_else(|| panic!("no recommendation of line {line} of {paper}"))
}

#[test]
fn every_monitored_recommendation_has_the_papers_routes_and_tags() {
    let workspace = sample();
    for row in MONITORED {
        let held = recommendation(&workspace, row.code);
        assert!(cites(&held.rest, "000", row.line), "{}", row.code);
        let of = |kind: RouteKind| {
            let routes = held.routes.iter();
            let known = routes.filter(|route| {
                route.kind.as_ref().and_then(Choice::known) == Some(kind) && route.via.is_some()
            });
            known.count()
        };
        // One item that names two things is one route or two.
        let direct = of(RouteKind::Direct);
        assert!(
            [row.direct, row.direct_named].contains(&direct),
            "{} {direct}",
            row.code
        );
        assert_eq!(of(RouteKind::Indirect), row.indirect, "{}", row.code);
        assert!(
            held.routes.iter().all(|route| route.frequency.is_some()),
            "{}",
            row.code
        );
        let coverage = held.coverage.as_ref().and_then(Choice::known);
        let none = row.not_applicable.then_some(Coverage::NotApplicable);
        assert_eq!(coverage, none, "{}", row.code);
        assert_eq!(held.tags.len(), row.tags.len(), "{}", row.code);
        for (tag, printed) in held.tags.iter().zip(row.tags) {
            let own = (tag.text.as_str(), tag.at.text(), tag.tagged);
            let wanted = (printed.text, printed.at, Some(printed.tagged));
            assert_eq!(own, wanted, "{} of line {}", row.code, printed.line);
        }
    }
}

#[test]
fn the_joint_area_review_has_its_urgencies_and_key_actions() {
    let workspace = sample();
    for row in URGENCY {
        let named = row
            .codes
            .iter()
            .map(|code| recommendation(&workspace, code));
        let all: Vec<_> = if row.codes.is_empty() {
            vec![of_line(&workspace, "002", row.line)]
        } else {
            named.collect()
        };
        for held in all {
            let at = format!("{} of {}", held.id, row.paragraph);
            assert!(cites(&held.rest, "002", row.line), "{at}");
            assert_eq!(
                held.urgency.as_ref().map(Choice::text),
                Some(row.urgency),
                "{at}"
            );
            assert_eq!(held.made.text(), JAR_PUBLISHED, "{at}");
            let actions = workspace.actions.iter();
            let own = actions.filter(|action| action.recommendations.contains(&held.id));
            assert_eq!(own.count(), row.key_actions, "{at}");
        }
    }
    let plan = workspace.plans.iter().any(|plan| {
        let note = plan.rest.note();
        let days = format!("{JAR_WORKING_DAYS} working days");
        note.contains("16 July 2008") && note.contains(&days)
    });
    assert!(plan, "{JAR_PLAN}");
}

#[test]
fn every_requirement_of_the_notice_is_a_recommendation() {
    let workspace = sample();
    for row in REQUIREMENTS {
        let held = recommendation(&workspace, row.code);
        assert_eq!(held.number, row.number.to_string(), "{}", row.code);
        assert!(cites(&held.rest, "001", row.line), "{}", row.code);
        let also: Vec<_> = held.also_known_as.iter().map(String::as_str).collect();
        assert_eq!(
            also,
            row.also.into_iter().collect::<Vec<_>>(),
            "{}",
            row.code
        );
    }
}

#[test]
fn scrutiny_recommendations_have_drafts_updates_and_no_stage_of_the_board() {
    let workspace = sample();
    let mut sheets: Vec<(char, &str)> = Vec::new();
    for row in SCRUTINY {
        let held = of_line(&workspace, "001", row.line);
        let at = format!("{} of line {}", held.id, row.line);
        assert_eq!(held.number, row.number.unwrap_or_default(), "{at}");
        let response = held.response.as_ref().unwrap();
        assert_eq!(response.approved, row.response.unwrap_or_default(), "{at}");
        // A heading with nothing below it is no update.
        let dates = row.updates.iter().copied();
        let dates: Vec<_> = dates
            .take(row.updates.len() - usize::from(row.last_empty))
            .collect();
        let own: Vec<_> = held
            .updates
            .iter()
            .map(|update| update.at.as_str())
            .collect();
        assert_eq!(own, dates, "{at}");
        let drafts = held.updates.iter().flat_map(|update| &update.draft_stage);
        let drafts: Vec<_> = drafts.copied().map(Number::get).collect();
        let printed: Vec<_> = row.draft_stage.iter().copied().map(f64::from).collect();
        assert_eq!(drafts, printed, "{at}");
        assert!(
            held.updates.iter().all(|update| update.stage.is_none()),
            "{at}"
        );
        assert_eq!(held.completed.is_some(), row.completed, "{at}");
        let review = match row.review {
            Some("Monitor again in 6 months") => "2011-06",
            Some(_) => "2011-09",
            None => "",
        };
        assert_eq!(held.review_again, review, "{at}");
        // A sheet is one inquiry; of the uncertain one none is named.
        let inquiry = held.inquiry.as_str();
        assert_eq!(inquiry.is_empty(), row.sheet == '?', "{at}");
        sheets.push((row.sheet, inquiry));
        if row.inquiry.is_some() {
            let titled = workspace
                .inquiries
                .get(inquiry)
                .map(|held| held.title.as_str());
            assert!(titled.is_some_and(|titled| titled.contains("Inquiry into Safeguarding")));
        }
    }
    for (sheet, inquiry) in &sheets {
        let mut others = sheets.iter();
        assert!(others.all(|other| (other.0 == *sheet) == (other.1 == *inquiry)));
    }
}

/// Judged by another inspection on a scale of its own (line 576), whose date and body are not printed.
const ON_ANOTHER_SCALE: u32 = 576;

#[test]
fn judgements_have_the_letters_grades() {
    let workspace = sample();
    let mut used = Vec::new();
    for row in JUDGEMENTS {
        assert!(
            (1..=4).contains(&row.grade) && SCALE.iter().any(|(_, grade, _)| *grade == row.grade)
        );
        if row.lines == [ON_ANOTHER_SCALE] {
            continue;
        }
        let all = workspace.judgements.iter();
        let mut own = all.filter(|held| {
            let subject = held.subject.to_lowercase();
            row.lines.iter().any(|line| cites(&held.rest, "001", *line))
                && subject.contains(&row.subject.to_lowercase())
                && row.year.is_none_or(|year| held.at.starts_with(year))
        });
        let held = own
            .next()
            .unwrap_or_else(|| panic!("{} {}", row.subject, row.word));
        assert_eq!(
            held.grade.map(Number::get),
            Some(f64::from(row.grade)),
            "{}",
            row.subject
        );
        assert_eq!(held.limiting == Some(true), row.limiting, "{}", row.subject);
        if row.numbered || row.year.is_none() {
            assert_eq!(held.at, LETTER, "{}", row.subject);
        }
        if row.numbered {
            let scale = SCALE.iter().find(|(_, grade, _)| *grade == row.grade);
            assert_eq!(scale.map(|(_, _, words)| *words), Some(row.word));
            assert!(
                SCALE
                    .iter()
                    .all(|(line, ..)| cites(&held.rest, "001", *line))
            );
        }
        used.push(held.id.clone());
    }
    let mut letter = workspace
        .judgements
        .iter()
        .filter(|held| is_of_paper(&held.rest, "001"));
    assert!(letter.all(|held| used.contains(&held.id)));
    assert_eq!(used.len(), JUDGEMENTS.len() - 1);
    // The grades of the Joint Area Review are not printed.
    let mut review = workspace
        .judgements
        .iter()
        .filter(|held| is_of_paper(&held.rest, "002"));
    assert!(review.all(|held| held.grade.is_none()));
}

#[test]
fn the_sample_holds_as_many_records_as_the_papers_have_rows() {
    let workspace = sample();
    // Paper 002 makes one recommendation that paper 000 does not list, and one of JAR 8 and JAR 9.
    let asked = MONITORED.len() + 2 + REQUIREMENTS.len() + SCRUTINY.len();
    assert_eq!(workspace.recommendations.len(), asked);
    let first = actions_2008_q4::TRACKERS.iter().map(|row| row.action_rows);
    let second = trackers_2010_q2::TRACKERS.iter().map(|row| row.action_rows);
    let review = URGENCY.iter().map(|row| row.key_actions);
    let actions: usize = first.chain(second).chain(review).sum();
    assert_eq!(workspace.actions.len(), actions);
    // LN-1e as a whole, and in its two parts.
    assert_eq!(
        workspace.priorities.len(),
        trackers_2010_q2::SUMMARY.len() + 1
    );
    let counts = (
        workspace.indicators.len(),
        workspace.judgements.len(),
        workspace.inquiries.len(),
    );
    assert_eq!(counts, (65, 15, 6));
}

#[test]
fn nothing_in_the_sample_is_an_error() {
    let errors: Vec<_> = check(&sample())
        .into_iter()
        .filter(|finding| finding.severity == Severity::Error)
        .collect();
    assert!(errors.is_empty(), "{errors:#?}");
}
