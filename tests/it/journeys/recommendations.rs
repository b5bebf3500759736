//! Recommendations, coverage, gaps and exceptions: how they look, and what gets done with them.

use scrutineer::analysis::moment::Moment;
use scrutineer::analysis::stage::stage;
use scrutineer::domain::workspace::Workspace;
use scrutineer::store::format;
use scrutineer::tui::colour::ColourLevel;

use super::screens::sitting_at_every_size;
use crate::support::journey::{EMPTY, Journey, LEEDS, Sitting};

fn leeds() -> Sitting<'static> {
    Sitting {
        text: LEEDS,
        ..Sitting::default()
    }
}

fn at(size: (u16, u16)) -> Journey {
    Sitting { size, ..leeds() }.begin()
}

/// The sizes at which a journey is made: a usual terminal, and one with the page beside.
const JOURNEYS: [(u16, u16); 2] = [(80, 24), (160, 45)];

#[test]
fn the_recommendations_by_source() {
    sitting_at_every_size("recommendations", "2 <Tab> <Tab> j", leeds);
}

#[test]
fn the_recommendations_without_colour() {
    sitting_at_every_size("recommendations_without_colour", "2 g e", || Sitting {
        colours: ColourLevel::None,
        ..leeds()
    });
}

#[test]
fn the_page_of_a_recommendation_with_a_link_selected() {
    sitting_at_every_size("recommendation_page", "2 j j <Enter> .", leeds);
}

#[test]
fn the_coverage_matrix() {
    sitting_at_every_size("matrix", "2 m l l l l l l j j j", leeds);
}

#[test]
fn the_coverage_matrix_scrolled_both_ways_in_ascii() {
    let keys = format!("2 m g e {}", "l ".repeat(40));
    sitting_at_every_size("matrix_in_ascii", &keys, || Sitting {
        ascii: true,
        ..leeds()
    });
}

#[test]
fn the_gaps_in_coverage() {
    sitting_at_every_size("gaps", "2 M <Tab>", leeds);
}

#[test]
fn a_stage_being_asked_for() {
    sitting_at_every_size("stage_asked", "2 g e k s y n y", leeds);
}

#[test]
fn a_stage_that_the_answers_gave() {
    sitting_at_every_size("stage_given", "2 g e k s y n y n n", leeds);
}

#[test]
fn the_exceptions() {
    sitting_at_every_size("exceptions", "3 j", leeds);
}

#[test]
fn an_exception_that_was_answered() {
    sitting_at_every_size(
        "exceptions_answered",
        "3 a the<Space>contract<Space>was<Space>late <Enter>",
        leeds,
    );
}

#[test]
fn the_exceptions_in_ascii() {
    sitting_at_every_size("exceptions_in_ascii", "3 <Tab>", || Sitting {
        ascii: true,
        ..leeds()
    });
}

#[test]
fn screens_with_nothing_on_them_say_so() {
    for (keys, words) in [
        ("2", "No recommendations here yet."),
        ("2 m", "Nothing monitors any recommendation yet."),
        ("2 M", "Every open recommendation is monitored directly"),
        ("3", "Nothing needs attention in this period."),
    ] {
        let mut journey = Sitting {
            text: EMPTY,
            size: (100, 30),
            ..Sitting::default()
        }
        .begin();
        let screen = journey.keys(keys).text();
        assert!(screen.contains(words), "{keys}\n{screen}");
    }
}

/// The stage of a recommendation as the file has it.
fn staged(file: &str, id: &str) -> String {
    let workspace: Workspace = format::read(file.as_bytes()).unwrap();
    let moment = Moment::new(&workspace, None, None);
    let recommendation = workspace.recommendations.get(id).unwrap();
    stage(&workspace, recommendation, moment).label()
}

#[test]
fn a_stage_goes_from_five_keys_to_the_file_and_back() {
    for size in JOURNEYS {
        let mut journey = at(size);
        let before = journey.file();
        journey.keys("2 / EYFS <Enter> s y n y n y c");
        assert_eq!(
            staged(&journey.file(), "early-years-4"),
            "stage 4",
            "{size:?}"
        );
        let screen = journey.text();
        assert!(screen.contains("confirmed at stage 4"), "{screen}");
        journey.keys("u");
        assert_eq!(journey.file(), before, "{size:?}");
    }
}

#[test]
fn a_route_is_followed_to_what_it_leans_on_and_back_again() {
    for size in JOURNEYS {
        let mut journey = at(size);
        journey.keys("<Ctrl-f> JAR<Space>5 <Enter> <Enter>");
        let page = journey.text();
        assert!(
            page.contains("Looked after young people in education or work"),
            "{page}"
        );
        // From the recommendation to the priority that monitors it, from there to what leans on that.
        journey.keys(". <Enter>");
        let opened = |journey: &Journey| {
            let page = journey.state.page().unwrap();
            page.record().unwrap().to_string()
        };
        let there = opened(&journey);
        assert_ne!(there, "recommendation:jar-5");
        assert!(journey.text().contains("Esc back to JAR 5"));
        journey.keys("<Esc>");
        assert_eq!(opened(&journey), "recommendation:jar-5");
        journey.keys("<Esc> <Esc>");
        assert!(journey.state.page().is_none());
    }
}

#[test]
fn from_an_exception_to_the_record_to_the_rating_and_back() {
    for size in JOURNEYS {
        let mut journey = at(size);
        journey.keys("3");
        let red = |journey: &mut Journey| {
            let list = &journey.state.exceptions.list;
            list.rows
                .iter()
                .filter(|row| row.as_str().starts_with("red "))
                .count()
        };
        let before = red(&mut journey);
        journey.keys("<Enter> A");
        let screen = journey.text();
        assert!(screen.contains("rated amber"), "{size:?}\n{screen}");
        journey.keys("<Esc>");
        assert_eq!(red(&mut journey), before - 1, "{size:?}");
        journey.keys("u");
        assert_eq!(red(&mut journey), before, "{size:?}");
        assert_eq!(journey.file(), LEEDS);
    }
}

#[test]
fn an_answer_goes_from_the_keys_to_the_file_and_back() {
    for size in JOURNEYS {
        let mut journey = at(size);
        journey.keys("3 a the<Space>contract<Space>was<Space>late <Enter>");
        let file = journey.file();
        let workspace: Workspace = format::read(file.as_bytes()).unwrap();
        let answer = workspace.answers.iter().next().unwrap();
        assert_eq!(answer.text, "the contract was late");
        assert_eq!(answer.finding, "red");
        assert!(journey.text().contains("1 answered"), "{size:?}");
        journey.keys("u");
        assert_eq!(journey.file(), LEEDS, "{size:?}");
    }
}

#[test]
fn a_recommendation_is_found_from_anywhere_and_escape_goes_back_there() {
    for size in JOURNEYS {
        let mut journey = at(size);
        journey.keys("3 j j <Ctrl-f> EYFS<Space>Transition <Enter>");
        let selected = journey.state.selected_record().unwrap();
        assert_eq!(selected.to_string(), "recommendation:early-years-4");
        assert!(journey.text().contains("EYFS Transition Record"));
        let before = journey.state.exceptions.list.selected.clone();
        journey.keys("<Esc>");
        assert_eq!(
            journey.state.screen,
            scrutineer::app::state::Screen::Exceptions
        );
        assert_eq!(journey.state.exceptions.list.selected, before);
    }
}
