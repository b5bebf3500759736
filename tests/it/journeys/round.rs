//! The update round on screen, from the keys to the file.

use super::screens::hold;
use crate::support::journey::{Journey, Sitting};

/// The sample of the December 2010 pack.
const LEEDS: &str = include_str!("../../../sample-data/leeds.json");

/// The sample at the beginning of its next quarter.
fn next_quarter(size: (u16, u16)) -> Journey {
    let mut journey = Sitting {
        text: LEEDS,
        size,
        ..Sitting::default()
    }
    .begin();
    journey.keys(": start-period <Enter> y");
    journey
}

#[test]
fn tasks_are_drawn_at_every_size() {
    for size in [(80, 24), (120, 40), (200, 50), (40, 12)] {
        let mut journey = next_quarter(size);
        let mut show = |keys: &str, name: &str| {
            journey.keys(keys);
            let (width, height) = size;
            hold(&format!("round_{name}_{width}x{height}"), &mut journey);
        };
        show("U R", "tracker");
        if size.0 <= 80 {
            show("= <Enter> <Ctrl-t>", "result");
            show("<Ctrl-t> <Ctrl-t> d <Tab> Late", "action");
            show("<Ctrl-t>", "recommendation");
            show("<Ctrl-t>", "end");
        }
    }
}

#[test]
fn the_whole_round_of_the_sample_is_gone_through_left_and_resumed() {
    let mut journey = next_quarter((80, 24));
    journey.keys("U");
    let tasks = |journey: &mut Journey| {
        let text = journey.text();
        let (_, behind) = text.split_once("Update round  ").unwrap();
        behind
            .split_whitespace()
            .take(3)
            .collect::<Vec<_>>()
            .join(" ")
    };
    assert_eq!(tasks(&mut journey), "1 of 205");
    // Fifteen trackers, rated in three keys each; then their assessments are still missing.
    journey.keys(&"A = <Enter> ".repeat(15));
    assert_eq!(tasks(&mut journey), "16 of 205");
    journey.keys("<Esc>");
    assert!(
        journey
            .text()
            .contains("still missing; U goes on with them")
    );
    journey.keys("U");
    assert_eq!(tasks(&mut journey), "1 of 205");
    // Everything else has nothing to report, the assessments too.
    journey.keys(&"<Ctrl-n> ".repeat(205));
    assert!(
        journey
            .text()
            .contains("All that this period asks for is given")
    );
    journey.keys("<Esc>");
    assert!(journey.text().contains("The round is done"));
    let file = journey.file();
    assert!(file.matches("Nothing to report").count() > 150);
    // As many ratings as trackers, and no figure that nobody gave.
    let workspace = journey.state.workspace();
    let rated = workspace.priorities.iter().filter(|it| {
        let update = it.updates.last();
        update.is_some_and(|it| it.period.text() == "2010/11 Q3" && it.rating.is_some())
    });
    assert_eq!(rated.count(), 15);
}
