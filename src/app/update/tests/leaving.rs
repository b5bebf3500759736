use super::{Desk, update};
use crate::app::effect::Effect;
use crate::app::message::Msg;
use crate::app::state::{Overlay, Question};

fn quits(effects: &[Effect]) -> bool {
    matches!(effects, [Effect::Quit])
}

#[test]
fn with_everything_saved_the_program_leaves_at_once() {
    for key in ["q", "<Ctrl-c>"] {
        for place in ["", "<Enter>", "l"] {
            let mut desk = Desk::small();
            desk.saved_keys("R");
            desk.keys(place);
            assert!(quits(&desk.keys(key)), "{key} after “{place}”");
        }
    }
}

#[test]
fn ctrl_c_leaves_out_of_everything_and_q_is_a_letter_where_one_types() {
    for place in ["/", "<Ctrl-f>", ":", "?", "n", "< R"] {
        let mut desk = Desk::small();
        desk.keys(place);
        assert!(quits(&desk.keys("<Ctrl-c>")), "after “{place}”");
    }
    for place in ["/", "<Ctrl-f>", ":", "n"] {
        let mut desk = Desk::small();
        desk.keys(place);
        assert!(desk.keys("q").is_empty(), "after “{place}”");
        assert_eq!(desk.state.overlays.len(), 1, "after “{place}”");
    }
}

#[test]
fn leaving_waits_for_the_last_change() {
    let mut desk = Desk::small();
    let first = desk.keys("R G");
    assert!(desk.keys("q").is_empty());
    assert_eq!(desk.message(), "Saving; then the program leaves");
    assert!(quits(&desk.save(first)));
    assert_eq!(desk.disk, *desk.state.workspace());
}

#[test]
fn leaving_asks_when_the_save_fails() {
    for script in ["q", "<Ctrl-c>"] {
        let mut desk = Desk::small();
        desk.keys("R");
        desk.keys(script);
        assert!(desk.fail("the disk is full").is_empty());
        let Some(Overlay::Question(Question::LeaveUnsaved { reason })) = desk.state.overlays.last()
        else {
            panic!("no question");
        };
        assert_eq!(reason, "the disk is full");
        assert!(desk.keys("n").is_empty());
        assert!(desk.state.overlays.is_empty());
        let again = desk.keys("<Ctrl-s>");
        assert!(desk.save(again).is_empty(), "no means to stay");
        assert!(quits(&desk.keys("q")));
    }
}

#[test]
fn leaving_with_what_could_not_be_saved_asks_once() {
    let mut desk = Desk::small();
    desk.keys("R");
    desk.fail("the disk is full");
    for key in ["q", "<Ctrl-c>", "<Ctrl-c>"] {
        assert!(desk.keys(key).is_empty());
        assert_eq!(desk.state.overlays.len(), 1, "{key}");
    }
    assert!(quits(&desk.keys("y")));
}

#[test]
fn a_change_lost_to_somebody_else_is_seen_before_the_program_leaves() {
    let mut desk = Desk::small();
    desk.somebody_rates("neet", "green");
    let effects = desk.keys("R q");
    assert!(desk.save(effects).is_empty());
    assert_eq!(desk.state.conflicts.len(), 1);
    // Leaving without having decided asks; the decision is still there after a no.
    assert!(!quits(&desk.keys("<Ctrl-c>")));
    assert!(!quits(&desk.keys("n T")));
    assert!(quits(&desk.keys("q")));
}

#[test]
fn a_lost_line_ends_the_program_when_the_last_change_is_saved() {
    let mut desk = Desk::small();
    let effects = desk.keys("R");
    assert!(update(&mut desk.state, Msg::Terminate).is_empty());
    assert!(quits(&desk.save(effects)));
    assert!(quits(&update(&mut Desk::small().state, Msg::Terminate)));
}

#[test]
fn a_lost_line_asks_nobody() {
    let mut desk = Desk::small();
    desk.keys("R");
    update(&mut desk.state, Msg::Terminate);
    assert!(quits(&desk.fail("the disk is full")));
    let mut desk = Desk::small();
    desk.keys("R");
    desk.fail("the disk is full");
    assert!(quits(&update(&mut desk.state, Msg::Terminate)));
    let mut desk = Desk::small();
    desk.somebody_rates("neet", "green");
    let effects = desk.keys("R");
    update(&mut desk.state, Msg::Terminate);
    assert!(quits(&desk.save(effects)));
}
