mod innocent;
mod rows;
mod rows_of_figures;
mod sample;

use std::collections::BTreeSet;

use super::*;
use crate::domain::field::In;
use crate::domain::json::Json;
use innocent::INNOCENT;
use rows::{CODES, REFERENCES, Row, TEXTS, WORDS};
use rows_of_figures::{FIGURES, TIMES};
use sample::SAMPLE;

fn workspace(text: &str) -> Workspace {
    let mut workspace = Json::parse(text).unwrap().to::<In<Workspace>>().unwrap().0;
    workspace.derive_missing_ids();
    workspace
}

fn sample() -> Workspace {
    workspace(include_str!("../../../sample-data/leeds.json"))
}

/// Code, pointer and record of every finding.
fn found(text: &str) -> Vec<(&'static str, String, String)> {
    let findings = check(&workspace(text)).into_iter();
    findings
        .map(|finding| (finding.code, finding.pointer, finding.record.to_string()))
        .collect()
}

fn rows() -> impl Iterator<Item = &'static Row> {
    [REFERENCES, CODES, WORDS, TIMES, FIGURES, TEXTS]
        .into_iter()
        .flatten()
}

#[test]
fn each_thing_that_is_wrong_gives_one_finding_at_its_place() {
    for (text, code, pointer, record) in rows() {
        let expected = vec![(*code, (*pointer).to_owned(), (*record).to_owned())];
        assert_eq!(found(text), expected, "{text}");
    }
}

#[test]
fn what_looks_wrong_and_is_not_gives_no_finding() {
    for text in INNOCENT {
        assert_eq!(found(text), [], "{text}");
    }
}

#[test]
fn every_code_is_listed_once_and_documented_and_has_a_row() {
    let listed: BTreeSet<&str> = CHECKS.iter().map(|spec| spec.code).collect();
    assert_eq!(listed.len(), CHECKS.len(), "a code is listed twice");
    let tested: BTreeSet<&str> = rows().map(|row| row.1).collect();
    assert_eq!(listed, tested);
    for spec in CHECKS {
        let slug = spec
            .code
            .chars()
            .all(|c| c.is_ascii_lowercase() || c == '-');
        assert!(slug && spec.code.contains('-'), "{}", spec.code);
        assert!(
            !spec.doc.is_empty() && !spec.doc.ends_with('.'),
            "{}",
            spec.doc
        );
    }
}

#[test]
fn every_message_and_mend_is_one_sentence() {
    for (text, ..) in rows() {
        for finding in check(&workspace(text)) {
            for sentence in [&finding.message, &finding.mend] {
                let begins = sentence
                    .starts_with(|c: char| c.is_uppercase() || c == '"' || c.is_ascii_digit());
                assert!(
                    begins && !sentence.ends_with('.') && !sentence.contains(". "),
                    "{sentence}"
                );
            }
            assert!(
                finding.mend.starts_with(char::is_uppercase),
                "{}",
                finding.mend
            );
        }
    }
}

#[test]
fn a_mend_names_what_was_meant_where_it_shows() {
    let rows = [
        (
            r#"{"indicators":[{"id":"ni-117","title":"T"}],"priorities":[{"id":"p","title":"T","indicators":["NI 117"]}]}"#,
            "Write \"ni-117\"",
        ),
        (
            r#"{"indicators":[{"id":"ni-117","title":"T"}],"highlights":[{"id":"h","heading":"H","concerns":["indicator:NI 117"]}]}"#,
            "Write \"indicator:ni-117\"",
        ),
        (
            r#"{"priorities":[{"id":"p","title":"T","updates":[{"period":"2008/09 Q4","rating":"Amber"}]}]}"#,
            "Write \"amber\"",
        ),
        (
            r#"{"priorities":[{"id":"p","title":"T","updates":[{"period":"2008/09 Q4","direction":"up"}]}]}"#,
            "Write one of improving, static or deteriorating",
        ),
        (
            r#"{"indicators":[{"id":"i","title":"T","unit":"per cent"}]}"#,
            "Write \"percent\"",
        ),
        (r#"{"title":"a\u0007"}"#, "Delete the character U+0007"),
    ];
    for (text, mend) in rows {
        let findings = check(&workspace(text));
        assert_eq!(
            findings
                .iter()
                .map(|finding| finding.mend.as_str())
                .collect::<Vec<_>>(),
            [mend],
            "{text}"
        );
    }
}

#[test]
fn findings_come_in_the_order_of_the_file() {
    let text = r#"{"title":"a\u0007","priorities":[
        {"id":"p","theme":"x","title":"T","updates":[{"period":"Q9","rating":"blue"}]}],
        "indicators":[{"id":"i","title":"T","unit":"percent","targets":[{"reported":"2008/09","value":500}]}]}"#;
    let pointers: Vec<_> = found(text)
        .into_iter()
        .map(|(_, pointer, _)| pointer)
        .collect();
    let expected = [
        "/title",
        "/priorities/0/theme",
        "/priorities/0/updates/0/period",
        "/priorities/0/updates/0/rating",
        "/indicators/0",
        "/indicators/0/targets/0/value",
    ];
    assert_eq!(pointers, expected);
}

#[test]
fn every_pointer_leads_to_something_in_the_file() {
    for (text, ..) in rows() {
        let workspace = workspace(text);
        let written =
            crate::domain::json::Json::of(&crate::domain::field::Out(&workspace)).unwrap();
        let value: serde_json::Value = written.to().unwrap();
        for finding in check(&workspace) {
            assert!(
                value.pointer(&finding.pointer).is_some(),
                "{} in {text}",
                finding.pointer
            );
        }
    }
}

#[test]
fn the_sample_has_the_inconsistencies_of_its_papers_and_no_others() {
    let findings = check(&sample());
    let found: Vec<_> = findings
        .iter()
        .map(|finding| (finding.code, finding.record.to_string()))
        .collect();
    let expected: Vec<_> = SAMPLE
        .iter()
        .map(|(code, record, _)| (*code, (*record).to_owned()))
        .collect();
    assert_eq!(found, expected);
    assert!(
        findings
            .iter()
            .all(|finding| finding.severity != Severity::Error)
    );
}
