use super::{Desk, committed};
use crate::app::state::Overlay;
use crate::domain::period::Period;

fn period(desk: &Desk) -> String {
    desk.state
        .moment
        .period
        .map(|it| it.to_string())
        .unwrap_or_default()
}

#[test]
fn starting_a_period_asks_says_what_it_comes_to_and_goes_there_and_back() {
    let mut desk = Desk::small();
    desk.keys(":start-period<Enter>");
    let Some(Overlay::Question(question)) = desk.state.overlays.last() else {
        panic!("no question");
    };
    let words = question.words();
    assert!(
        words.starts_with("2010/11 Q2 ends and 2010/11 Q3 begins: 4 trackers begin empty"),
        "{words}"
    );
    let effects = desk.keys("y");
    committed(&effects);
    assert_eq!(period(&desk), "2010/11 Q3");
    assert_eq!(desk.rated_in("neet", "2010/11 Q3"), "- -");
    assert_eq!(desk.rated_in("neet", "2010/11 Q2"), "amber improving");
    // A rating now is one of the new period, and no past one is asked about.
    let rated = desk.save(effects);
    assert!(rated.is_empty());
    desk.saved_keys("G");
    assert_eq!(desk.rated_in("neet", "2010/11 Q3"), "green -");
    desk.saved_keys("u u");
    assert_eq!(period(&desk), "2010/11 Q2");
    assert_eq!(desk.rated_in("neet", "2010/11 Q3"), "no tracker");
}

#[test]
fn who_looks_at_a_past_period_stays_there() {
    let mut desk = Desk::small();
    desk.keys("< :start-period<Enter> y");
    assert_eq!(period(&desk), "2010/11 Q1");
    assert_eq!(
        desk.state.workspace().current_period.read(),
        Period::read("2010/11 Q3")
    );
}

#[test]
fn no_starts_nothing() {
    let mut desk = Desk::small();
    assert!(desk.keys(":start-period<Enter> n").is_empty());
    assert_eq!(desk.rated_in("neet", "2010/11 Q3"), "no tracker");
}
