use super::Desk;
use crate::analysis::counts::Basis;
use crate::app::document::document;
use crate::app::state::{About, OverviewLine};
use crate::domain::kind::Kind;
use crate::domain::rating::Rating;
use crate::domain::workspace::Workspace;

const LEEDS: &str = include_str!("../../../../sample-data/leeds.json");

/// Two quarters of a board whose trackers are all rated, one of them a joint one, and a published
/// quarter of which one tracker is known.
const COUNTED: &str = r#"{
  "format": "scrutineer/1",
  "current_period": "2010/11 Q2",
  "boards": [{"id": "b", "title": "Board"}],
  "periods": [{"period": "2009/10 Q4", "published_ratings": [{"board": "b", "red": 6, "amber": 3, "green": 5}]}],
  "priorities": [
    {"id": "one", "code": "A-1", "title": "One", "boards": ["b"], "updates": [
      {"period": "2009/10 Q4", "rating": "red"}, {"period": "2010/11 Q1", "rating": "red"},
      {"period": "2010/11 Q2", "rating": "amber"}]},
    {"id": "two", "code": "A-2", "title": "Two", "boards": ["b"], "updates": [
      {"period": "2010/11 Q1", "rating": "green", "joint_with": ["three"]},
      {"period": "2010/11 Q2", "rating": "amber"}]},
    {"id": "three", "code": "A-3", "title": "Three", "boards": ["b"], "updates": [
      {"period": "2010/11 Q2", "rating": "green"}]}]
}"#;

fn desk(text: &str) -> Desk {
    let workspace = super::read(text);
    Desk::with(
        workspace,
        super::File::default(),
        &super::Options::default(),
    )
}

/// Opens every number of every row of counts; gives back rating word (`all` for the total), basis, what
/// is counted, the records opened, and the note.
fn opened(desk: &mut Desk) -> Vec<(String, Basis, usize, Vec<String>, String)> {
    desk.keys("4 <Home>");
    let mut opened = Vec::new();
    loop {
        let Some(OverviewLine::Counts { counts, .. }) = desk.state.overview.selected().cloned()
        else {
            return opened;
        };
        desk.keys("h h h h");
        for number in 0..=counts.counts.len() {
            desk.keys("<Enter>");
            let Some(page) = desk.state.page().cloned() else {
                panic!("a number opens nothing");
            };
            let About::Records {
                records,
                note,
                period,
                ..
            } = &page.about
            else {
                panic!("{page:?}");
            };
            assert_eq!(*period, Some(counts.period));
            let drawn = document(&desk.state, &page.about).unwrap();
            let drawn = crate::report::layout::lines(&drawn, 100, false);
            let mut links: Vec<_> = drawn.into_iter().filter_map(|line| line.record).collect();
            links.dedup();
            assert_eq!(links, *records, "each record is a row that leads to it");
            let count = counts.counts.get(number);
            opened.push((
                format!(
                    "{} {}",
                    counts.period,
                    count.map_or("all", |count| count.rating.word())
                ),
                counts.basis,
                count.map_or(counts.total, |count| count.count),
                records.iter().map(|record| record.id.to_string()).collect(),
                note.clone(),
            ));
            desk.keys("<Esc> l");
        }
        let before = desk.state.overview.list.selected.clone();
        desk.keys("j");
        if desk.state.overview.list.selected == before {
            return opened;
        }
    }
}

#[test]
fn a_computed_number_opens_exactly_the_records_that_it_counts() {
    for text in [COUNTED, LEEDS, super::SMALL] {
        for (what, basis, counted, records, note) in opened(&mut desk(text)) {
            match basis {
                Basis::Computed | Basis::Partial => {
                    assert_eq!(records.len(), counted, "{what}");
                    assert!(!note.contains("recorded"), "{what}: {note}");
                }
                Basis::Published => {
                    assert!(records.len() <= counted, "{what}");
                    let known = format!("published: {} of {counted} recorded", records.len());
                    let all = format!("published: {counted}");
                    let expected = if records.len() == counted { all } else { known };
                    assert_eq!(note, expected, "{what}");
                }
            }
        }
    }
}

#[test]
fn a_joint_tracker_is_one_and_a_published_number_says_how_many_are_known() {
    let opened = opened(&mut desk(COUNTED));
    let of = |wanted: &str| {
        let found = opened.iter().find(|(what, ..)| what == wanted).unwrap();
        (found.3.join(" "), found.4.clone())
    };
    assert_eq!(
        of("2009/10 Q4 red"),
        ("one".to_owned(), "published: 1 of 6 recorded".to_owned())
    );
    assert_eq!(
        of("2010/11 Q1 green"),
        ("two".to_owned(), "computed: 1".to_owned())
    );
    assert_eq!(of("2010/11 Q1 all").0, "one two");
    assert_eq!(of("2010/11 Q2 amber").0, "one two");
}

#[test]
fn the_records_are_shown_as_they_were_in_the_period_of_the_number() {
    let mut desk = desk(COUNTED);
    desk.keys("4 <Home> j h h h <Enter>");
    let page = desk.state.page().unwrap().clone();
    let document = document(&desk.state, &page.about).unwrap();
    let text = crate::report::text::to_text(&document, 80, false, false);
    assert!(
        text.contains(" R  red"),
        "One is amber now and was red then:\n{text}"
    );
}

#[test]
fn every_section_is_reached_with_tab_and_every_row_opens_its_page() {
    let mut desk = desk(LEEDS);
    desk.keys("4 <Home>");
    let sections = desk.state.overview.sections.clone();
    let titles: Vec<&str> = sections
        .iter()
        .map(|section| section.title.as_str())
        .collect();
    for wanted in [
        "Rating counts",
        "High-risk trend",
        "Summary   LN Learning",
        "Judgements",
        "Indicators off target",
        "Dates that slid since",
    ] {
        assert!(
            titles.iter().any(|title| title.starts_with(wanted)),
            "{wanted}: {titles:?}"
        );
    }
    for section in &sections {
        assert_eq!(
            desk.state.overview.list.selected.as_ref(),
            section.rows.first()
        );
        desk.keys("<Enter>");
        let page = desk.state.page().unwrap().clone();
        assert!(document(&desk.state, &page.about).is_some(), "{page:?}");
        if section.title.starts_with("Indicators") {
            assert!(matches!(page.about, About::Chart(_)), "{page:?}");
        }
        desk.keys("<Esc> <Tab>");
    }
}

#[test]
fn the_overview_follows_a_change_and_a_period() {
    let mut desk = desk(COUNTED);
    let reds = |desk: &Desk| {
        let lines = desk.state.overview.lines.values();
        lines
            .filter(|(_, line)| match line {
                OverviewLine::Priority(row) => row.rating == Some(Rating::Red),
                _ => false,
            })
            .count()
    };
    desk.keys("4");
    assert_eq!(reds(&desk), 0);
    desk.saved_keys("1 R 4");
    assert_eq!(reds(&desk), 1);
    desk.keys("<");
    assert_eq!(reds(&desk), 1, "one was red in the first quarter");
    desk.keys("u");
    assert_eq!(desk.state.moment.period.unwrap().to_string(), "2010/11 Q1");
}

#[test]
fn an_empty_workspace_has_an_overview_without_rows() {
    let mut desk = Desk::with(
        Workspace::empty(),
        super::File::default(),
        &super::Options::default(),
    );
    desk.keys("4 <Enter> h l t");
    assert!(desk.state.page().is_none());
    assert!(desk.state.overview.list.rows.is_empty());
}

#[test]
fn the_chart_is_for_indicators_alone() {
    let mut desk = Desk::small();
    desk.keys("t");
    assert!(desk.state.page().is_none());
    desk.keys("l t");
    let about = desk.state.page().unwrap().about.clone();
    assert!(matches!(about, About::Chart(record) if record.kind == Kind::Indicator));
    desk.keys("t");
    assert_eq!(desk.opened().as_deref(), Some("indicator:ni-117"));
    desk.keys("t <Esc> <Esc>");
    assert!(desk.state.page().is_none(), "to and fro piles nothing up");
}
