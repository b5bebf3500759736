//! The overview and the charts, over the workspace of the papers of 2010.

use scrutineer::tui::colour::ColourLevel;

use super::screens::hold;
use crate::support::journey::{Journey, Sitting};

/// The workspace that comes with the program.
pub(super) const LEEDS: &str = include_str!("../../../sample-data/leeds.json");
/// A usual terminal, a large one, a very large one, and a corner of a screen.
pub(super) const SIZES: [(u16, u16); 4] = [(80, 24), (120, 40), (200, 50), (40, 12)];

/// A sitting over that workspace.
pub(super) fn sitting(size: (u16, u16)) -> Sitting<'static> {
    Sitting {
        text: LEEDS,
        size,
        ..Sitting::default()
    }
}

/// The screen after some keys, at every size, and at a usual one in ASCII and without colour.
pub(super) fn hold_everywhere(name: &str, script: &str) {
    let hold = |name: String, sitting: Sitting<'static>| {
        let mut journey: Journey = sitting.begin();
        journey.keys(script);
        hold(&name, &mut journey);
    };
    for (width, height) in SIZES {
        hold(format!("{name}_{width}x{height}"), sitting((width, height)));
    }
    let ascii = Sitting {
        ascii: true,
        ..sitting((80, 24))
    };
    hold(format!("{name}_in_ascii"), ascii);
    let plain = Sitting {
        colours: ColourLevel::None,
        ..sitting((80, 24))
    };
    hold(format!("{name}_without_colour"), plain);
}

#[test]
fn the_chart_of_an_indicator() {
    hold_everywhere("chart", "<Ctrl-f> code:ni60 <Enter> t");
}

#[test]
fn the_months_of_an_indicator_are_a_chart_of_their_own() {
    for size in [(80, 24), (160, 45)] {
        let mut journey = sitting(size).begin();
        journey.keys("<Ctrl-f> code:ni60 <Enter> t <Tab> <Tab>");
        let screen = journey.text();
        assert!(screen.contains("By month  2010-04 to 2011-03"), "{screen}");
        assert!(screen.contains("so far"), "{screen}");
        journey.keys("Y");
        let copied = journey.copied.last().unwrap();
        assert!(copied.contains("2010-09           80.3 %"), "{copied}");
        // And again to its page, and back to the list that one came from.
        journey.keys("t");
        assert!(journey.text().contains("Judgement"), "{}", journey.text());
        journey.keys("t t <Esc> <Esc>");
        assert!(journey.state.page().is_none());
    }
}

#[test]
fn the_overview() {
    hold_everywhere("overview", "4");
}

#[test]
fn the_end_of_the_overview() {
    hold_everywhere("overview_end", "4 <End>");
}

#[test]
fn the_records_behind_a_number() {
    hold_everywhere("overview_records", "4 <Down> <Down> <Down> l l <Enter>");
}
