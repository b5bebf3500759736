use super::{Desk, committed};
use crate::app::state::Pane;

#[test]
fn each_rating_key_sets_its_value_and_says_what_it_was_and_when() {
    for (key, rated, said) in [
        (
            "R",
            "red improving",
            "LN-1 rated red (was amber) in 2010/11 Q2",
        ),
        (
            "G",
            "green improving",
            "LN-1 rated green (was amber) in 2010/11 Q2",
        ),
        (
            "=",
            "amber static",
            "LN-1 static (direction was improving) in 2010/11 Q2",
        ),
        (
            "-",
            "amber deteriorating",
            "LN-1 deteriorating (direction was improving) in 2010/11 Q2",
        ),
    ] {
        let mut desk = Desk::small();
        let effects = desk.keys(key);
        assert_eq!(committed(&effects).step.edits.len(), 1, "{key}");
        assert_eq!(desk.rated("neet"), rated, "{key}");
        assert!(
            desk.message().starts_with(said),
            "{key}: {}",
            desk.message()
        );
        assert!(desk.message().contains("u undoes"), "{key}");
    }
}

#[test]
fn a_priority_without_a_tracker_in_the_period_gets_one() {
    let mut desk = Desk::small();
    desk.keys("<End> A");
    assert_eq!(desk.rated("dental"), "amber -");
    assert!(
        desk.message()
            .starts_with("HW-2 rated amber (was not set) in 2010/11 Q2")
    );
    desk.keys("+");
    assert_eq!(desk.rated("dental"), "amber improving");
}

#[test]
fn the_same_value_again_says_so_and_makes_no_step() {
    let mut desk = Desk::small();
    for (key, said) in [
        ("A", "LN-1 is amber already in 2010/11 Q2"),
        ("+", "LN-1 is improving already in 2010/11 Q2"),
    ] {
        assert!(desk.keys(key).is_empty());
        assert_eq!(desk.message(), said);
        assert!(desk.state.journal.undo.is_none());
    }
}

#[test]
fn rating_keys_rate_in_the_priorities_pane_and_on_a_priority_s_page_only() {
    for (place, rates) in [
        ("", true),
        ("<Enter>", true),
        ("h", false),
        ("l", false),
        ("l l", false),
        ("l <Enter>", false),
        ("l l <Enter>", false),
        ("/", false),
        ("<Ctrl-f>", false),
        (":", false),
        ("?", false),
    ] {
        for key in ["R", "A", "G", "+", "=", "-", "n"] {
            let mut desk = Desk::small();
            desk.keys(place);
            let before = desk.state.workspace().clone();
            let effects = desk.keys(key);
            let changed = !effects.is_empty();
            // Amber and improving are set already, and a note is typed first.
            let sets = rates && !matches!(key, "A" | "+" | "n");
            assert_eq!(changed, sets, "{key} after “{place}”");
            assert_eq!(
                desk.state.workspace() != &before,
                sets,
                "{key} after “{place}”"
            );
        }
    }
}

#[test]
fn a_key_behind_the_beginning_of_another_one_rates_nothing() {
    let mut desk = Desk::small();
    for script in ["g R", "g G", "g <Esc> h R"] {
        assert!(desk.keys(script).is_empty(), "{script}");
    }
    assert_eq!(desk.rated("neet"), "amber improving");
}

#[test]
fn a_note_goes_with_the_rating_in_view() {
    let mut desk = Desk::small();
    desk.saved_keys("R n");
    let effects = desk.keys("two<Space>late<Enter>");
    assert_eq!(committed(&effects).step.cause, "key n");
    assert!(desk.message().starts_with("LN-1 note kept, for 2010/11 Q2"));
    let note = |desk: &Desk| {
        let record = desk.state.workspace().priorities.get("neet").unwrap();
        record.updates[1].rating_note.clone()
    };
    assert_eq!(note(&desk), "two late");
    desk.save(effects);
    desk.saved_keys("n <Ctrl-u> <Enter>");
    assert!(desk.message().contains("note taken away"));
    assert_eq!(note(&desk), "");
    assert!(desk.keys("n x <Esc>").is_empty());
    assert_eq!(note(&desk), "");
}

#[test]
fn there_is_no_note_without_a_rating() {
    let mut desk = Desk::small();
    assert!(desk.keys("<End> n").is_empty());
    assert!(
        desk.message()
            .starts_with("HW-2 has no rating in 2010/11 Q2 yet")
    );
    assert!(desk.state.overlays.is_empty());
}

#[test]
fn a_rated_row_that_no_longer_fits_stays_marked_and_the_next_key_hits_no_neighbour() {
    let mut desk = Desk::small();
    desk.keys("/ rating:amber <Enter>");
    assert_eq!(desk.rows(Pane::Priorities), "neet early");
    desk.saved_keys("R");
    assert_eq!(desk.rows(Pane::Priorities), "neet early");
    assert_eq!(desk.priority(), "neet");
    let lingering = |desk: &Desk| desk.state.trackers.priorities.lingering.len();
    assert_eq!(lingering(&desk), 1);
    desk.saved_keys("G");
    assert_eq!(desk.rated("neet"), "green improving");
    assert_eq!(desk.rated("early"), "amber -");
    desk.saved_keys("A");
    assert_eq!(lingering(&desk), 0, "it fits again");
    desk.saved_keys("R / <Space> <Enter>");
    assert_eq!(desk.rows(Pane::Priorities), "early", "filtered anew");
}

#[test]
fn a_row_that_no_longer_fits_stays_when_the_filter_is_opened_and_left() {
    let mut desk = Desk::small();
    desk.saved_keys("/ rating:amber <Enter> R / x <Esc>");
    assert_eq!(desk.priority(), "neet");
    assert_eq!(desk.state.trackers.priorities.lingering.len(), 1);
    desk.saved_keys("G");
    assert_eq!(desk.rated("neet"), "green improving");
}

#[test]
fn a_rating_that_the_scale_does_not_have_is_refused() {
    let text = super::SMALL.replace(r#"["red", "amber", "green"]"#, r#"["red", "green"]"#);
    let mut desk = Desk::with(
        super::read(&text),
        crate::app::state::File::default(),
        &crate::app::state::Options::default(),
    );
    assert!(desk.keys("A").is_empty());
    assert_eq!(desk.message(), "amber is not on this workspace's scale");
}

#[test]
fn the_counts_of_the_title_follow_a_rating() {
    let mut desk = Desk::small();
    let counts = |desk: &Desk| {
        let counts = desk.state.counts.rated.iter().map(|(_, count)| *count);
        counts.collect::<Vec<_>>()
    };
    assert_eq!(counts(&desk), [1, 2, 0]);
    desk.keys("R");
    assert_eq!(counts(&desk), [2, 1, 0]);
    desk.keys("u");
    assert_eq!(counts(&desk), [1, 2, 0]);
}
